"""Polish."""

ABBREVIATIONS = """
gen płk ppłk mjr kpt por adm prof dr hab mgr inż im św ul al pl np tzn tzw m.in in m ok ww b p pt ds ks s.p
d.s stycz lut mar kwiec czerw lip sierp wrzes paźdz list grudz sen pos min tj tys mln mld zob por
"""
NUMBERED = "nr art ust pkt poz str s tom t rozdz godz"
TRAILING = "r w itd itp etc p.n.e n.e zł"
ORDINAL_DOT = True
OPENERS = """
ten ta to te ci tego tej tych tym jego jej ich on ona ono oni one my ja i a ale lecz oraz albo lub więc bo
gdy kiedy jeśli jeżeli choć chociaż ponieważ że czy jak gdzie dlaczego kto co który która które w we na z ze
do od po przed przy przez pod nad za dla bez o u wobec według podczas mimo między wczoraj dziś dzisiaj jutro
potem następnie później wcześniej teraz już jeszcze także również tylko nawet nie wszyscy wiele kilka każdy
jest są był była było były będzie ma mają
"""
TITLES = """
prezydent prezydenta kanclerz kanclerza premier premiera minister ministra generał generała senator
sekretarz pan pani szef szefa rzecznik ambasador przewodniczący
"""
PLACING = "w we na do z ze koło wewnątrz dla o przeciw przeciwko między"
ENDINGS = """
-: a owi em iem ie u ów om ami ach y i e; a: y i ę ą o ie ze le; ka: ki ce kę ką ko; ga: gi dze gę gą; ta:
ty cie tę tą; da: dy dzie dę dą; ia: ii ię ią; ja: ji ję ją; ki: kiego kiemu kim; y: ego emu ym ej ą; i:
iego iemu im; ów: owa owowi owem owie; ek: ka kowi kiem; iec: ca cowi cem; ec: ca cowi cem; o: a u owi em ie
"""
NOUNS_CAPITAL = False
NEGATORS = "nie, nigdy, bez, odmawia/odmówił/odmówiła/odmówili, ani"
NEGATORS_AFTER = ""
NOT_ONLY = "nie tylko"
QUESTIONS = "czy"
QUESTIONS_AFTER = ""
DENIALS = """
zaprzecza*, zaprzeczył*, nie powiedział*/twierdzi*/potwierdził*, zdementował*
"""
URGES = """
jest/został*/był*/są/zostali wezwan*/poproszon*/naciskan*/zmuszan*/zachęcan*, wezwan*/poproszon* do, pod
presją/naciskiem
"""
CONDITIONS = "jeśli, jeżeli, gdyby, o ile, pod warunkiem"
MODALS = "może/mogą/mógłby/mogłaby/mogliby, by, być może"
NOT_WITHHELD = "nie może/mogą"
URGING = """
wezwano/poproszono/wezwali/poprosili/namawiano/naciskano
"""
NO_CUES = """
walk*/wojn*/sankcj*/kampani*/szczepi*/środk*/zarzut* przeciw/przeciwko, gotow* odejść/zrezygnować/rozmawiać,
jest/są za wcześnie/późno/mało/dużo/drog*/wysok*/nisk*/słab*/mał*/duż*/granic*/to/co
"""
CHANGES = """
wycofał* swój/swoją/swoje/się sprzeciw/poparcie/zastrzeżenia/z, wycofał* sprzeciw/poparcie/zastrzeżenia,
zrezygnował* ze/z sprzeciwu/weta/poparcia, zmienił* zdanie/stanowisko/kurs, zmienia* zdanie/stanowisko/kurs
"""
WOULD = ""
MODAL_ENDINGS = "łby łaby łoby liby łyby"
BUT = "ale lecz jednak"
AGENTS = "przez"
AGENT_ENDINGS = ""
CASES = True
AND = "i oraz ani"
ARTICLES = ""
SAYING = "według, zdaniem"
SUBJECTS = "on ona oni one ja my który która którzy"
VERB_SECOND = False

CUES = (
    (
        "supports",
        "opposes",
        """
popiera*, poparł*, poparcie dla, wspiera*, za przekazaniem/dostarczeniem/zniesieniem,
wezwał*/wezwano/poproszono, wzywa*, zaapelował*, apeluje/apelują, domaga* się, żąda*, zażądał*, z
zadowoleniem przyj*, naciska*, poprosił* o, prosi o, ma prawo, głosował*/głosuj*/zagłosował*/zagłosuj* za,
opowiada*/opowiedział* się za, udzielił* … poparcia, wyraził* … poparcie, poparto, chce/chcą/chciał*
zakazać/wprowadzić/znieść/podnieść/obniżyć/zlikwidować/przedłużyć, jest/są/jestem/jesteśmy za
""",
    ),
    (
        "supports",
        "undecided",
        """
zatwierdził*, zezwolił*, zezwala*, pozwolił*, pozwala*, zgodził* się, zgadza* się, zielone światło,
zniósł/zniosł*, przyjął/przyjęła/przyjęli/przyjęły/uchwalił* …
ustawę/projekt/plan/uchwałę/budżet/poprawkę/rezolucję
""",
    ),
    (
        "supports",
        "leans-oppose",
        """
obiecał*/obiecuj* przekazać/dostarczyć/wesprzeć/wspierać/poprzeć/pomóc/wysłać/zezwolić, obiecał*/obiecuj* …
wsparcie/broń/pomoc, zobowiązał* się, przyrzekł*, gotow* do, gotów, przekaże/przekażą, dostarczy/dostarczą
""",
    ),
    (
        "leans-support",
        "leans-oppose",
        """
otwart* na, skłania* się, zasugerował*, co do zasady
""",
    ),
    (
        "undecided",
        None,
        """
niezdecydowan*, rozważa*, rozważy*, nie podjął decyzji, nie podjęto decyzji, nie zapadła/ma decyzja/decyzji,
nie zdecydował*, waha* się, wahał* się, wstrzymał*/wstrzymuj* się
""",
    ),
    (
        "leans-oppose",
        "leans-support",
        """
niechętn*, sceptyczn*, ostrożn*, ostrzega*, ostrzegł*, obawia* się, zwleka*, zwlekał*
""",
    ),
    (
        "opposes",
        "leans-support",
        """
sprzeciwia* się, sprzeciwił* się, odrzuca*, odrzucił*, wyklucza*, wykluczył*, odmawia*, odmówił*, przeciw,
przeciwko wysłaniu/dostarczeniu/przekazaniu/zniesieniu, przeciwn*, potępił*, potępia*, skrytykował*,
krytykuje, grozi*, zagroził*, zakaz*, czerwon* lini*, eskalacj*, nic nie zmienia,
głosował*/głosuj*/zagłosował*/zagłosuj* przeciw/przeciwko, opowiada*/opowiedział*/wypowiedział* się
przeciw/przeciwko, wystąpił*/występuj* przeciw/przeciwko, odrzucono/skrytykowan*/odrzucon*, nazwał*/nazywa*
… nieodpowiedzialn*/szkodliw*/niesprawiedliw*/niebezpieczn*/błęd*
""",
    ),
)
