"""German."""

CODE = "de"
APOSTROPHE = "split"
MONTH_FIRST = False
ORDINAL_DOT = True
MONTH_STOP = True  # "11.10." ends in a stop of its own
ORDINAL_SUFFIX = ""
DECADE_SUFFIX = "ern?"
LETTERS = "äöüß"
CAPITAL_NOUNS = True
GENITIVE = ()
VERBS = {"INFINITIVE": ("en", "ern", "eln")}

MONTHS = (
    "januar{ s}, jänner{ s}, jan.",
    "februar{ s}, feber, feb.",
    "märz{ es}, maerz, mär., mrz.",
    "april{ s}, apr.",
    "mai{ s es}",
    "juni{ s}, jun.",
    "juli{ s}, jul.",
    "august{ s es}, aug.",
    "september{ s}, sept., sep.",
    "oktober{ s}, okt.",
    "november{ s}, nov.",
    "dezember{ s}, dez.",
)
WEEKDAYS = (
    "montag{@day}, mo.",
    "dienstag{@day}, di.",
    "mittwoch{@day}, mi.",
    "donnerstag{@day}, do.",
    "freitag{@day}, fr.",
    "samstag{@day}, sonnabend{@day}, sa.",
    "sonntag{@day}, so.",
)
SEASONS = ("frühling{ s}, frühjahr{ s es}", "sommer{ s}", "herbst{ s es}", "winter{ s}")
AMBIGUOUS = "mo, di, mi, do, fr, sa, so, jan, mär, apr"
LOWER_NEVER_ALONE = "mo, di, mi, do, fr, sa, so"

UNITS = {
    "hour": ("stunde", "stunden, std."),
    "day": ("tag, tages, tags", "tage, tagen"),
    "week": ("woche", "wochen"),
    "weekend": ("wochenende, wochenendes", "wochenenden"),
    "month": ("monat, monats, monates", "monate, monaten"),
    "quarter": ("quartal, quartals, vierteljahr, vierteljahres", "quartale, quartalen"),
    "half-year": ("halbjahr, halbjahres, halbjahrs, jahreshälfte", "halbjahre, halbjahren"),
    "year": ("jahr, jahres, jahrs", "jahre, jahren"),
    "decade": ("jahrzehnt, jahrzehnts, jahrzehntes, dekade", "jahrzehnte, jahrzehnten, dekaden"),
}
NUMBERS = {
    1: "eins",
    2: "zwei, zweier, beiden",
    3: "drei, dreier",
    4: "vier",
    5: "fünf",
    6: "sechs",
    7: "sieben",
    8: "acht",
    9: "neun",
    10: "zehn",
    11: "elf",
    12: "zwölf",
    13: "dreizehn",
    14: "vierzehn",
    15: "fünfzehn",
    16: "sechzehn",
    17: "siebzehn",
    18: "achtzehn",
    19: "neunzehn",
    20: "zwanzig",
    24: "vierundzwanzig",
    30: "dreißig",
    40: "vierzig",
    48: "achtundvierzig",
    50: "fünfzig",
    72: "zweiundsiebzig",
    100: "hundert",
}
ORDINALS = {
    1: "erst{@adj}",
    2: "zweit{@adj}",
    3: "dritt{@adj}",
    4: "viert{@adj}",
    5: "fünft{@adj}",
    6: "sechst{@adj}",
    7: "siebt{@adj}, siebent{@adj}",
    8: "acht{@adj}",
    9: "neunt{@adj}",
    10: "zehnt{@adj}",
    11: "elft{@adj}",
    12: "zwölft{@adj}",
    13: "dreizehnt{@adj}",
    14: "vierzehnt{@adj}",
    15: "fünfzehnt{@adj}",
    16: "sechzehnt{@adj}",
    17: "siebzehnt{@adj}",
    18: "achtzehnt{@adj}",
    19: "neunzehnt{@adj}",
    20: "zwanzigst{@adj}",
    21: "einundzwanzigst{@adj}",
    22: "zweiundzwanzigst{@adj}",
    23: "dreiundzwanzigst{@adj}",
    24: "vierundzwanzigst{@adj}",
    25: "fünfundzwanzigst{@adj}",
    26: "sechsundzwanzigst{@adj}",
    27: "siebenundzwanzigst{@adj}",
    28: "achtundzwanzigst{@adj}",
    29: "neunundzwanzigst{@adj}",
    30: "dreißigst{@adj}",
    31: "einunddreißigst{@adj}",
}
DECADES = {
    1920: "zwanziger",
    1930: "dreißiger",
    1940: "vierziger",
    1950: "fünfziger",
    1960: "sechziger, sechzigern",
    1970: "siebziger, siebzigern",
    1980: "achtziger, achtzigern, achtzigerjahre, achtzigerjahren",
    1990: "neunziger, neunzigern, neunzigerjahre, neunzigerjahren",
}
HOLIDAYS = {
    (1, 1): "neujahr, neujahrstag",
    (12, 24): "heiligabend, heiligen abend",
    (12, 25): "weihnachten, erst{@adj} weihnachtstag, erst{@adj} weihnachtsfeiertag",
    (12, 26): "zweit{@adj} weihnachtstag, zweit{@adj} weihnachtsfeiertag",
    (12, 31): "silvester, silvesterabend",
}
DAYS = {
    0: "heute, heute früh, am heutigen tag, am selben tag, am gleichen tag, noch am selben tag, am heutigen",
    -1: (
        "gestern, letzte nacht, in der vergangenen nacht, in der letzten nacht, vergangene nacht, "
        "am vortag, vortag, tags zuvor, am tag zuvor, am tag davor, gestrigen, am vorigen tag"
    ),
    1: (
        "morgen, am nächsten tag, am folgenden tag, am tag darauf, tags darauf, "
        "am darauffolgenden tag, am folgetag"
    ),
    -2: "vorgestern, am vorvortag",
    2: "übermorgen",
}
LEANING = (
    "am vortag, vortag, tags zuvor, am tag zuvor, am tag davor, am nächsten tag, "
    "am folgenden tag, am tag darauf, tags darauf, am darauffolgenden tag, am folgetag, "
    "am selben tag, am gleichen tag, noch am selben tag"
)

WORDS = {
    "TITLE": {True: "herr, herrn, frau, dr., prof."},
    "NOT": {True: "nicht, nie, außer, ausser, weder, ausgenommen"},
    "OFYEAR": {-1: "vorjährig{@adj}, letztjährig{@adj}", 0: "diesjährig{@adj}", 1: "nächstjährig{@adj}"},
    "PRESENT": {True: "jetzt"},
    "HAD": {True: "hatte, hatten"},
    "TURN": {True: "an der wende, um die wende, an der wende von, zur wende"},
    "WEEKSON": {
        1: "über eine woche, in acht tagen, über acht tage",
        2: "in vierzehn tagen, über zwei wochen",
    },
    "OTHERYEAR": {
        True: "geschäftsjahr{ es}, haushaltsjahr{ es}, rechnungsjahr{ es}, steuerjahr{ es}, schuljahr{ es}"
    },
    "BE": {True: "werden, sein"},
    "PASSED": {True: "nach"},
    "COURSE": {True: "im laufe der, im laufe des, im verlauf der, im verlauf des"},
    "PART": {
        "early": "anfang, anfangs, beginn, auftakt, früh, frühen, zu beginn, zu anfang",
        "mid": "mitte",
        "late": "spät, späten, gegen ende",
        "end": "ende, ausgang, ausklang",
    },
    "HALF": {True: "hälfte"},
    "LATTER": {2: "zweite hälfte der"},
    "LAST": {
        "last": (
            "letzt{@adj}, vergangen{@adj}, vorig{@adj}, vorherig{@adj}, abgelaufen{@adj}, vorangegangen{@adj}"
        )
    },
    "FINAL": {True: "letzt{@adj}"},
    "FIRST": {True: "erst{@adj}"},
    "THIS": {True: "dies{@adj}, laufend{@adj}, aktuell{@adj}, jetzig{@adj}"},
    "NEXT": {True: "nächst{@adj}, folgend{@adj}, kommend{@adj}, darauffolgend{@adj}, bevorstehend{@adj}"},
    "COMING": {True: "kommend{@adj}, nächst{@adj}"},
    "RECENT": {True: "jüngst{@adj}"},
    "RECENTLY": {
        True: (
            "kürzlich, erst kürzlich, neulich, jüngst, unlängst, vor kurzem, in letzter zeit, zuletzt, "
            "letztens, in jüngster zeit, in der letzten zeit, seit kurzem"
        )
    },
    "FEW": {True: "ein paar, paar, einige{ n r}, mehrere{ n r}, wenige{ n r}, etlichen, etliche, den paar"},
    "COUPLE": {2: "zweier"},
    "ONE": {1: "ein, eine, einem, einen, einer, eines"},
    "AGO": {True: "vor"},
    "PREFIX": {True: "vor"},
    "EARLIER": {True: "zuvor, davor, vorher, früher, eher"},
    "LATER": {True: "später, danach, darauf, nachher, hernach"},
    "ONLY": {True: "zuvor, davor, vorher, früher, später, danach, darauf"},
    "EARLIER_IN": {True: "früher, zuvor, schon früher, bereits früher"},
    "LATER_IN": {True: "später, im weiteren verlauf"},
    "IN": {True: "in"},
    "WITHIN": {True: "innerhalb, binnen, innert, innerhalb von, im laufe von, in weniger als"},
    "ALONE": {True: "innerhalb, binnen, innert"},
    "WINDOW": {
        "strong": (
            "während, im laufe, im laufe der, im laufe des, während der, im verlauf der, im verlauf des, "
            "innerhalb, über, im verlauf, binnen, in den zurückliegenden"
        )
    },
    "OVER": {
        True: (
            "im verlauf des, im verlauf der, über, während, den ganzen, das ganze, die ganze, im laufe, "
            "im laufe des, im laufe der, im verlauf, ganz, hindurch, über den, über das, während des, "
            "den gesamten, das gesamte"
        )
    },
    "SINCE": {
        True: "seit, ab, seit dem, ab dem, frühestens, frühestens ab, nicht vor, nicht früher als, beginnend"
    },
    "UNTIL": {
        "until": "bis, bis zum, bis zur, bis in, bis einschließlich",
        "by": (
            "spätestens, bis spätestens, spätestens bis, nicht später als, spätestens zum, bis spätestens zum"
        ),
    },
    "BEFORE": {True: "vor, noch vor, bevor, ehe"},
    "AFTER": {True: "nach, erst nach"},
    "FROM": {True: "von, vom, angefangen vom"},
    "RANGE": {True: "von, vom"},
    "TO": {True: "bis, bis zum, bis zur, auf, bis in, bis einschließlich"},
    "STEP": {
        -1: "vor",
        1: "nach",
    },
    "HANGS": {
        "of": "am vortag, vortag",
    },
    "BETWEEN": {True: "zwischen"},
    "AND": {True: "und, u., sowie", "or": "bzw., oder"},
    "ONWARDS": {True: "an, aufwärts, und danach, und später"},
    "LATEST": {True: "spätestens"},
    "APPROX": {
        True: (
            "gut, mehr als, weniger als, etwas mehr als, um, um den, um die, gegen, etwa, ca., circa, "
            "zirka, ungefähr, rund, fast, beinahe, annähernd, irgendwann, irgendwann im, "
            "schätzungsweise, knapp, in etwa, um das, herum, rund um, nahezu, so um, ~"
        )
    },
    "AFTERWORD": {True: "herum"},
    "EXACTLY": {True: "genau, exakt"},
    "PREP": {
        True: (
            "im, in, am, an, zu, zum, zur, für, bei, während, in dem, vom, von, schon, bereits, noch, "
            "erst, auf, ins"
        )
    },
    "ONDAY": {True: "am, dem, den, der, vom, zum"},
    "ONDATE": {True: "am, dem, den, der, vom, zum, bis zum, ab dem, seit dem"},
    "OF": {True: "des, der, vom, von, im, in, am, dem, den"},
    "DET": {True: "der, die, das, den, dem, des, seiner, ihrer, seinem, ihrem"},
    "OFFSET": {-2: "vorletzt{@adj}", 2: "übernächst{@adj}"},
    "DEMO": {
        True: (
            "jen{@adj}, demselben, derselben, denselben, desselben, selben, gleichen, im selben, im gleichen"
        )
    },
    "DATED": {True: "datiert, datiert vom, datum"},
    "DAYPART": {
        True: (
            "morgens, mittags, abends, nachts, vormittags, nachmittags, früh, morgen, mittag, abend, "
            "nacht, vormittag, nachmittag, frühmorgens, in der nacht, in der nacht zum, "
            "in der nacht auf, in der nacht vom, am morgen des, am abend des, am nachmittag des, "
            "am vormittag des, am mittag des, uhr, ortszeit, am frühen morgen, am späten abend, "
            "am abend, am morgen, am nachmittag, am vormittag, der nacht zum, mitternacht"
        )
    },
    "FUTURE": {
        True: (
            "wird, werden, soll, sollen, geplant, erwartet, vorgesehen, angesetzt, fällig, antritt, "
            "amtsantritt, terminiert, angekündigt für, stattfinden, ansteht, anstehend{@adj}, "
            "kommend{@adj}, nächst{@adj}, zu erwarten, amtseinführung, bevorsteht, aus dem amt scheidet, "
            "verlässt, antreten"
        ),
        "told": "würde, würden, sollte, sollten",
    },
    "PAST": {
        True: (
            "sagte, erklärte, teilte, berichtete, kündigte, schrieb, war, waren, hatte, hatten, wurde, "
            "wurden, unterzeichnete, versprach, warnte, betonte, bestätigte, forderte, lehnte, sprach, "
            "traf, begann, endete, gab, meldete, äußerte"
        )
    },
    "EVERY": {True: "jed{@adj}, je, pro, alle"},
    "DURATION": {True: "für, lang, während"},
    "MEASURE": {
        True: (
            "km, kilometer{ n}, meter{ n}, panzer{ n}, soldaten, prozent, %, euro, dollar, million{ en}, "
            "milliarden, tausend, raketen, menschen, mann, granaten, stimmen, tonnen, drohnen, stück, "
            "systeme, kg, mm, seiten, tote, verletzte, fälle, flugzeuge, marschflugkörper, mitarbeiter, "
            "mitglieder, länder, staaten, minuten, sekunden"
        )
    },
    "NAME": {
        True: (
            "artikel, resolution, krieg, kriege, kriegs, nummer, nr., zimmer, paragraf, paragraph, "
            "kapitel, seite, agenda, brigade, armee, division, regiment, offensive, straße, protokoll, "
            "richtlinie, weltkrieg, revolution"
        )
    },
    "ANDHALF": {True: "und ein halbes, und einem halben, und einhalb"},
    "FEAST": {
        True: (
            "ostern, ostersonntag, ostermontag, karfreitag, karsamstag, gründonnerstag, pfingsten, "
            "pfingstsonntag, pfingstmontag, aschermittwoch, rosenmontag, palmsonntag, "
            "christi himmelfahrt, himmelfahrt, fronleichnam, ramadan"
        )
    },
    "CENTURY": {True: "jahrhundert{ s e en}, jh., jhd., jahrtausend{ s}"},
    "LINK": {True: "dass, als, wo, wenn, weil, er, sie, es, wir, und, aber, hatte, war, wurde, mit, bei"},
    "WEEKOF": {True: "woche vom, woche ab dem"},
    "WEEKNO": {True: "kw, kalenderwoche"},
    "DROP": {True: "des, für, seiner, ihrer, von"},
    "LEANS": {True: "folgend{@adj}, darauffolgend{@adj}, vorherig{@adj}, vorangegangen{@adj}"},
    "NTHPART": {True: "drittel, drittels"},
    "YEARUNIT": {True: "jahr, jahre, jahres, jahrs"},
    "DECADEWORD": {True: "jahre, jahren, jahrzehnt"},
    "Q": {True: "q"},
    "H": {True: "h"},
    "RELUNIT": {
        ("year", -1): "v . j ., vorjahr, vorjahres, vorjahrs",
        ("month", -1): "v . m ., vormonat, vormonats, vormonates",
        ("week", -1): "vorwoche",
        ("quarter", -1): "vorquartal, vorquartals",
        ("year", 0): "heuer, d . j .",
        ("month", 0): "d . m .",
        ("year", 1): "folgejahr, folgejahres",
    },
}
ENDINGS = {
    "adj": "e en er es em",
    "day": " abend abends morgen mittag nachmittag vormittag nacht früh",
}
COMPOUNDS = {
    "zweieinhalb": {"NUM": 2, "ANDHALF": True},
    "dreieinhalb": {"NUM": 3, "ANDHALF": True},
    "viereinhalb": {"NUM": 4, "ANDHALF": True},
    "jahresende, jahresendes, jahresschluss": {"PARTOF": ("end", "year")},
    "jahresanfang, jahresbeginn, jahresanfangs, jahresauftakt": {"PARTOF": ("early", "year")},
    "jahresmitte": {"PARTOF": ("mid", "year")},
    "monatsende, monatsendes": {"PARTOF": ("end", "month")},
    "monatsanfang, monatsbeginn": {"PARTOF": ("early", "month")},
    "monatsmitte": {"PARTOF": ("mid", "month")},
    "wochenanfang, wochenbeginn, wochenauftakt": {"PARTOF": ("early", "week")},
    "wochenmitte": {"PARTOF": ("mid", "week")},
    "frühsommer{ s}": {"PARTSEASON": (1, 2)},
    "hochsommer{ s}": {"PARTSEASON": (2, 2)},
    "spätsommer{ s}": {"PARTSEASON": (3, 2)},
    "frühherbst, herbstanfang": {"PARTSEASON": (1, 3)},
    "spätherbst{ s es}": {"PARTSEASON": (3, 3)},
    "spätwinter{ s}": {"PARTSEASON": (3, 4)},
    "sommeranfang, sommerbeginn": {"PARTSEASON": (1, 2)},
    "jahreshälfte": {"HALFYEAR": True},
    "halben jahr, halbes jahr, einem halben jahr, ein halbes jahr, halben jahres": {"UNITS": (6, "month")},
    "eineinhalb jahren, anderthalb jahren, eineinhalb jahre, anderthalb jahre": {"UNITS": (18, "month")},
}
_STEMS = (
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)
for _number, _stem in enumerate(_STEMS, 1):
    COMPOUNDS[f"{_stem}hälfte"] = {"HALFOF": _number}
    COMPOUNDS[f"{_stem}woche"] = {"WEEKIN": _number}
    COMPOUNDS[f"{_stem}tage, {_stem}tagen, {_stem}wochen"] = {"DAYSIN": _number}
