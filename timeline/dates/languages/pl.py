"""Polish."""

CODE = "pl"
APOSTROPHE = "split"
MONTH_FIRST = False
ORDINAL_DOT = True
MONTH_STOP = False
ORDINAL_SUFFIX = "-?(?:go|szy|ego|sza|szym|gi|ga)"
DECADE_SUFFIX = "-?(?:tych|te|ych)"
LETTERS = "ąćęłńśźż"
CAPITAL_NOUNS = False
GENITIVE = ("u", "ów", "ji", "ii", "iego", "ego", "ej", "y")
VERBS = {
    "PAST": ("ł", "ła", "ło", "li", "ły"),
    "DONE": ("ano", "ono", "ięto", "yto"),
    "PRESENT": ("e", "ą"),
}

MONTHS = (
    "stycz{eń nia niu niem niowi}, sty., stycz.",
    "lut{y ego ym emu}, lut.",
    "mar{zec ca cu cem cowi}, mar.",
    "kwie{cień tnia tniu tniem}, kwi., kwiec.",
    "ma{j ja ju jem}",
    "czerw{iec ca cu cem}, cze., czerw.",
    "lip{iec ca cu cem}, lip.",
    "sierp{ień nia niu niem}, sie., sierp.",
    "wrze{sień śnia śniu śniem}, wrz., wrzes.",
    "październik{ a u iem}, paź., paźdz.",
    "listopad{ a zie em owi}, lis., listop.",
    "grud{zień nia niu niem}, gru., grudz.",
)
WEEKDAYS = (
    "poniedział{ek ku kiem kowi}, pon., pn.",
    "wtor{ek ku kiem kowi}, wt.",
    "środ{a ę y ą}, środzie, śr.",
    "czwart{ek ku kiem kowi}, czw.",
    "piąt{ek ku kiem kowi}, pt.",
    "sobot{a ę y ą}, sobocie, sob.",
    "niedziel{a ę i ą}, niedz., nd.",
)
SEASONS = (
    "wiosn{a ę y ą}, wiośnie",
    "lat{o a em u}, lecie",
    "jesie{ń ni nią}, jesienią",
    "zim{a ę y ą}, zimie",
)
AMBIGUOUS = "pn, wt, śr, pt, sob, mar, lis, lip, sie, cze, gru, maj, luty, lata, środy, latu"
LOWER_NEVER_ALONE = "lis, lip, sie, cze, gru, mar, kwi"

UNITS = {
    "hour": ("godzina, godzinę, godziny, godz.", "godzin, godzinach, godzinami"),
    "day": ("dzień, dnia, dniu, dniem, doba, dobę, doby", "dni, dniach, dniami, dnie, dób"),
    "week": ("tydzień, tygodnia, tygodniu, tygodniem, tyg.", "tygodnie, tygodni, tygodniach, tygodniami"),
    "weekend": ("weekend, weekendu, weekendem, weekendzie", "weekendy"),
    "month": ("miesiąc, miesiąca, miesiącu, miesiącem, mies.", "miesiące, miesięcy, miesiącach, miesiącami"),
    "quarter": ("kwartał, kwartału, kwartale, kwartałem, kw.", "kwartały, kwartałów, kwartałach"),
    "half-year": ("półrocze, półrocza, półroczu, półroczem, semestr, semestrze", ""),
    "year": ("rok, roku, rokiem, rokowi", "lata, lat, latach, latami, latom, laty"),
    "decade": ("dekada, dekadę, dekady, dekadzie, dziesięciolecie, dziesięciolecia", "dekad, dziesięcioleci"),
}
NUMBERS = {
    1: "jeden, jedna, jedno, jedną, jednego, jednej, jednym",
    2: "dwa, dwie, dwóch, dwu, dwoma, dwiema, dwaj, oba",
    3: "trzy, trzech, trzema",
    4: "cztery, czterech, czterema",
    5: "pięć, pięciu, pięcioma",
    6: "sześć, sześciu",
    7: "siedem, siedmiu",
    8: "osiem, ośmiu",
    9: "dziewięć, dziewięciu",
    10: "dziesięć, dziesięciu",
    11: "jedenaście, jedenastu",
    12: "dwanaście, dwunastu",
    13: "trzynaście, trzynastu",
    14: "czternaście, czternastu",
    15: "piętnaście, piętnastu",
    16: "szesnaście, szesnastu",
    17: "siedemnaście, siedemnastu",
    18: "osiemnaście, osiemnastu",
    19: "dziewiętnaście, dziewiętnastu",
    20: "dwadzieścia, dwudziestu",
    30: "trzydzieści, trzydziestu",
    40: "czterdzieści",
    50: "pięćdziesiąt",
    60: "sześćdziesiąt",
    70: "siedemdziesiąt",
    100: "sto, stu",
}
ORDINALS = {
    1: "pierwsz{@adj}",
    2: "drug{@soft}",
    3: "trzec{@soft}",
    4: "czwart{@adj}",
    5: "piąt{@adj}",
    6: "szóst{@adj}",
    7: "siódm{@adj}",
    8: "ósm{@adj}",
    9: "dziewiąt{@adj}",
    10: "dziesiąt{@adj}",
    11: "jedenast{@adj}",
    12: "dwunast{@adj}",
    13: "trzynast{@adj}",
    14: "czternast{@adj}",
    15: "piętnast{@adj}",
    16: "szesnast{@adj}",
    17: "siedemnast{@adj}",
    18: "osiemnast{@adj}",
    19: "dziewiętnast{@adj}",
    20: "dwudziest{@adj}",
    30: "trzydziest{@adj}",
}
DECADES = {
    1950: "pięćdziesiąte, pięćdziesiątych",
    1960: "sześćdziesiąte, sześćdziesiątych",
    1970: "siedemdziesiąte, siedemdziesiątych",
    1980: "osiemdziesiąte, osiemdziesiątych",
    1990: "dziewięćdziesiąte, dziewięćdziesiątych",
}
HOLIDAYS = {
    (1, 1): "nowy rok, nowym rokiem",
    (12, 24): "wigilia, wigilię, wigilii",
    (12, 25): "boże narodzenie, bożego narodzenia",
    (12, 31): "sylwester, sylwestra, przeddzień nowego roku, w przeddzień nowego roku",
}
DAYS = {
    0: (
        "dziś, dzisiaj, tego dnia, dziś rano, dziś wieczorem, tego samego dnia, dzisiejszego dnia, "
        "dzisiejszym"
    ),
    -1: "wczoraj, poprzedniego dnia, dzień wcześniej, w przeddzień, wczorajszego dnia, dzień przedtem",
    1: "jutro, jutra, następnego dnia, nazajutrz, dzień później, kolejnego dnia, jutrzejszego dnia",
    -2: "przedwczoraj",
    2: "pojutrze",
}
LEANING = (
    "poprzedniego dnia, dzień wcześniej, w przeddzień, dzień przedtem, następnego dnia, "
    "nazajutrz, dzień później, kolejnego dnia, tego samego dnia, tego dnia"
)

WORDS = {
    "TITLE": {True: "pan, pani, pana, panią"},
    "NOT": {True: "nie, oprócz, poza, ani, z wyjątkiem"},
    "OFYEAR": {-1: "zeszłoroczn{@adj}, ubiegłoroczn{@adj}", 0: "tegoroczn{@adj}", 1: "przyszłoroczn{@adj}"},
    "PRESENT": {True: "teraz"},
    "TURN": {True: "na przełomie, przełom, przełomie"},
    "OTHERYEAR": {
        True: "rok budżetowy, roku budżetowego, roku budżetowym, rok obrotowy, roku obrotowego, "
        "roku obrotowym, rok podatkowy, roku szkolnego, roku szkolnym, rok szkolny"
    },
    "LEANS": {True: "poprzedn{@soft}"},
    "BE": {True: "zostać, być"},
    "PASSED": {True: "po"},
    "NARRATES": {True: "następn{@adj}, kolejn{@adj}"},
    "PART": {
        "early": (
            "początek, początku, na początku, początkiem, początkach, wczesn{@adj}, z początkiem, "
            "wcześnie, początkowi"
        ),
        "mid": "połowa, połowie, połowy, połowę, połową, w połowie, środkiem, środek, środku, w środku",
        "late": "późn{@adj}, bliżej końca, późno",
        "end": (
            "koniec, końca, końcu, końcem, pod koniec, na koniec, z końcem, w końcu, u schyłku, schyłek, "
            "końcówka, końcówce, końcówki, schyłku"
        ),
    },
    "HALF": {True: "połowa, połowie, połowy, połowę, połową"},
    "LATTER": {},
    "LAST": {
        "calendar": "zeszł{@adj}, ubiegł{@adj}, poprzedn{@soft}, minion{@adj}, przeszł{@adj}",
        "window": "ostatn{@soft}",
    },
    "FINAL": {True: "ostatn{@soft}"},
    "FIRST": {True: "pierwsz{@adj}"},
    "PLURALS": {
        True: (
            "ostatnich, ostatnimi, najbliższych, najbliższymi, następnych, kolejnych, przyszłych, "
            "pierwszych, nadchodzących, minionych, ubiegłych, zeszłych, niedawnych, pierwsze"
        )
    },
    "THIS": {True: "ten, ta, to, tego, tej, tym, tę, tą, temu roku, bieżąc{@adj}, obecn{@adj}"},
    "NEXT": {True: "następn{@adj}, przyszł{@adj}, kolejn{@adj}"},
    "COMING": {True: "najbliższ{@adj}, nadchodząc{@adj}"},
    "RECENT": {True: "niedawn{@adj}"},
    "RECENTLY": {
        True: (
            "niedawno, ostatnio, w ostatnim czasie, nie tak dawno, całkiem niedawno, od niedawna, dopiero co"
        )
    },
    "FEW": {True: "kilka, kilku, kilkoma, kilkanaście, kilkunastu, parę, paru, paroma, szereg"},
    "COUPLE": {},
    "ONE": {},
    "AGO": {True: "temu, wstecz, przed"},
    "PREFIX": {True: "przed"},
    "EARLIER": {True: "wcześniej, przedtem, przed tym, uprzednio"},
    "LATER": {True: "później, potem, po tym"},
    "ONLY": {True: "wcześniej, przedtem, przed tym, później, potem, po tym"},
    "EARLIER_IN": {True: "wcześniej"},
    "LATER_IN": {True: "później, w dalszej części"},
    "IN": {True: "za"},
    "WITHIN": {True: "w ciągu, w przeciągu, w okresie, w terminie, na przestrzeni, w niecałe, w ramach"},
    "ALONE": {True: "za, w ciągu, w przeciągu"},
    "WINDOW": {"strong": "w ciągu, przez, w przeciągu, na przestrzeni, podczas, w, we, w okresie"},
    "OVER": {
        True: "w ciągu, przez, przez cał{@adj}, w trakcie, cał{@adj}, na przestrzeni, podczas, przez całe"
    },
    "SINCE": {
        True: (
            "od, począwszy od, poczynając od, nie wcześniej niż, najwcześniej, najwcześniej w, "
            "nie przed, już od, od dnia, nie wcześniej niż w"
        )
    },
    "UNTIL": {
        "until": "do, aż do",
        "by": "najpóźniej do, nie później niż, najpóźniej, najpóźniej w, do dnia, nie później niż do",
    },
    "BEFORE": {True: "przed, zanim, wcześniej niż, jeszcze przed, tuż przed"},
    "AFTER": {True: "po, później niż, dopiero po"},
    "FROM": {True: "od, z, ze"},
    "RANGE": {True: "z, ze"},
    "TO": {True: "do, aż do, na"},
    "STEP": {
        -1: "przed, jeszcze przed, tuż przed",
        1: "po, dopiero po",
    },
    "HANGS": {
        "of": "w przeddzień",
    },
    "BETWEEN": {True: "między, pomiędzy"},
    "AND": {True: "i, oraz, a", "or": "lub, albo"},
    "ONWARDS": {True: "i dalej, i później, wzwyż"},
    "LATEST": {True: "najpóźniej, włącznie"},
    "APPROX": {
        True: (
            "około, ok., mniej więcej, w przybliżeniu, orientacyjnie, gdzieś, gdzieś w, w okolicach, "
            "prawie, niemal, blisko, koło, circa, ca., plus minus, z grubsza, ponad, niespełna, ~, "
            "jakieś, jakichś, w okolicy"
        )
    },
    "PREP": {
        True: (
            "w, we, na, przez, o, podczas, w trakcie, już w, jeszcze w, dopiero w, już, dla, z, ze, "
            "w dniu, w dniach, dnia, dniu, za"
        )
    },
    "ONDAY": {True: "w, we, dnia, w dniu, dniu"},
    "ONDATE": {True: "dnia, w dniu, dniu, z dnia, do dnia, od dnia"},
    "OF": {True: "z, ze, w, we, od"},
    "DET": {True: "samego, samym, samej, jego, jej, ich"},
    "OFFSET": {-2: "zaprzeszł{@adj}, przedostatn{@soft}"},
    "DEMO": {
        True: (
            "tamten, tamta, tamtego, tamtej, tamtym, tego samego, tej samej, tym samym, ten sam, "
            "ta sama, tę samą"
        )
    },
    "DATED": {True: "datowan{@adj}, z dnia, z dniem, opatrzon{@adj} datą"},
    "DAYPART": {
        True: (
            "rano, ranem, ranek, wieczorem, wieczór, wieczora, nocą, noc, nocy, po południu, "
            "przed południem, w południe, o północy, w nocy, w nocy na, w nocy z, o świcie, nad ranem, "
            "czasu lokalnego, przedpołudniem, popołudniu, wieczorne"
        )
    },
    "FUTURE": {
        True: (
            "będzie, będą, planowan{@adj}, zaplanowan{@adj}, zaplanowano, oczekiwan{@adj}, oczekuje, "
            "spodziewan{@adj}, odbędzie, odbędą, obejmie, rozpocznie, wejdzie w życie, opuści, "
            "przewidzian{@adj}, przewiduje, ma się odbyć, mają się odbyć, planuje, planowane jest, "
            "ma zostać, ma być, inauguracja, inauguracji, obejmuje urząd, następn{@adj}, przyszł{@adj}, "
            "najbliższ{@adj}, nadchodząc{@adj}, zostanie, zostaną, ma, mają"
        ),
        "told": "miał objąć, miała objąć, miał się odbyć, miała się odbyć, miało się odbyć, miały się odbyć, "
        "miał zostać, miała zostać, miał być, miała być",
    },
    "PAST": {
        True: (
            "powiedział, powiedziała, oświadczył, oświadczyła, poinformował, poinformowała, był, była, "
            "było, były, napisał, podpisał, obiecał, potwierdził, podkreślił, ogłosił, zaznaczył, "
            "wezwał, odbył, odbyła, został, została"
        )
    },
    "EVERY": {True: "w soboty, w środy, w niedziele, każd{@adj}, co, corocznie, codziennie"},
    "DURATION": {True: "trwając{@adj}, przez okres"},
    "MEASURE": {
        True: (
            "km, kilometr{ y ów}, metr{ y ów}, czołg{ i ów}, żołnierzy, procent, %, dolarów, euro, "
            "milion{ y ów}, miliard{ y ów}, tysięcy, tysiące, rakiet{ y}, pocisków, osób, ludzi, głosów, "
            "ton, dronów, kg, mm, stron, zabitych, rannych, samolotów, systemów, sztuk, złotych, minut, "
            "sekund"
        )
    },
    "NAME": {
        True: (
            "artykuł, artykułu, artykule, rezolucja, rezolucji, rezolucję, wojna, wojny, wojnę, wojnie, "
            "numer, nr, pokój, paragraf, rozdział, strona, brygada, brygady, armia, dywizja, pułk, "
            "ulica, ulicy, aleje, alei, plac, placu, praska wiosna, arabska wiosna, trasa, protokół, "
            "dyrektywa, ustawa, rewolucja"
        )
    },
    "ANDHALF": {True: "i pół, z połową"},
    "FEAST": {
        True: (
            "wielkanoc, wielkanocy, wielką noc, wielkiej nocy, wielki piątek, wielkiego piątku, "
            "wielki czwartek, wielki tydzień, niedziela wielkanocna, niedzielę wielkanocną, "
            "poniedziałek wielkanocny, lany poniedziałek, środa popielcowa, środę popielcową, "
            "tłusty czwartek, niedziela palmowa, niedzielę palmową, zielone świątki, boże ciało, "
            "ramadan"
        )
    },
    "CENTURY": {True: "wiek, wieku, wieki, wieków, stulecie, stulecia, tysiąclecie, tysiąclecia"},
    "LINK": {True: "że, który, która, kiedy, gdzie, bo, on, ona, oni, my, ale, jak, gdy"},
    "NTHPART": {True: "dekada, dekadzie, dekady, dekadę"},
    "YEARUNIT": {True: "rok, roku"},
    "YEARWORDS": {True: "rok, roku, rokiem, lata, lat, latach, latami, miesiąc, miesiącu, miesiąca"},
    "YEARWORD": {True: "r., rok, roku, rokiem, lata, lat, latach, latami, roku pańskiego"},
    "DECADEWORD": {True: "lata, lat, latach, latami"},
    "Q": {True: "q, kw"},
    "H": {True: "h"},
    "RELUNIT": {
        ("year", -1): "ub . r ., ub . r, ub . roku",
        ("year", 0): "br., b . r .",
        ("week", -1): "ub . tygodnia, ub . tygodniu",
        ("month", -1): "ub . m ., ub . miesiąca, ub . miesiącu",
        ("month", 0): "bm.",
    },
}
ENDINGS = {
    "adj": "y ego emu ym a ej ą e ych ymi i",
    "soft": "i iego iemu im ia iej ią ie ich imi a ej ą e",
}
COMPOUNDS = {
    "pół roku": {"UNITS": (6, "month")},
    "półtora roku": {"UNITS": (18, "month")},
    "półtora miesiąca": {"UNITS": (6, "week")},
}
