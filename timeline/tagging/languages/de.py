"""German."""

ABBREVIATIONS = """
z b u a d h v i s o g bzw ca dr prof hr fr nr str evtl ggf inkl max min mio mrd tsd vgl sog gen sen rep st
jan feb mär apr jun jul aug sept sep okt nov dez mo di mi do fr sa so z.b u.a d.h i.d.r s.o v.a o.ä ing dipl
geb gest
"""
NUMBERED = "nr art abs bd s kap res ziff"
TRAILING = "usw etc u.s.w uhr"
ORDINAL_DOT = True
OPENERS = """
der die das dem den des ein eine einen einem einer eines dieser diese dieses diesem diesen er sie es ihr
ihre sein seine wir ich und aber oder doch denn sondern wenn als weil dass ob während nachdem bevor obwohl
da damit sobald solange in im am an auf aus bei beim bis durch für gegen hinter mit nach ohne seit über um
unter von vom vor wegen zu zum zur zwischen trotz laut heute gestern morgen später früher zuvor dann nun
jetzt inzwischen auch nicht nur noch schon sogar so was wer wie wo warum welche welcher alle viele einige
mehrere keine kein beide hat haben hatte hatten ist sind war waren wird werden wurde wurden kann können
könnte soll sollte muss müssen darf danach dennoch dagegen daraufhin
"""
TITLES = """
-kanzler -kanzlerin -minister -ministerin -präsident -präsidentin -chef -chefin -sprecher -sprecherin
-politiker -politikerin -general -inspekteur -abgeordnete -abgeordneter -vorsitzende -vorsitzender
-beauftragte -beauftragter -sekretär -berater -beraterin -botschafter -botschafterin -kandidat -kandidatin
-experte -expertin -senator -diktator -kollege -kollegin -amtskollege herr herrn frau dr prof premier
admiral oberst sozialdemokrat christdemokrat republikaner
"""
PLACING = "in im nach aus auf bei über innerhalb außerhalb gegenüber für mit gegen an zu zwischen um"
ENDINGS = "-: s; es: en em e er; e: en er es em; er: ers ern"
NOUNS_CAPITAL = True
NEGATORS = "nicht, kein*, nie, niemals, ohne, weder, nicht mehr"
NEGATORS_AFTER = "nicht, kein*"
NOT_ONLY = "nicht nur"
QUESTIONS = "ob"
QUESTIONS_AFTER = ""
DENIALS = """
bestreitet/bestritt/bestritten/dementiert/dementierte/leugnet/leugnete, nicht/nie
gesagt/behauptet/bestätigt, sagte/sagt/behauptete nicht, weist/wies Berichte/Gerüchte/Behauptungen
"""
URGES = """
wird/werden/wurde/wurden/worden gedrängt/aufgefordert/gebeten/ermahnt/gefragt/bedrängt,
aufgefordert/gedrängt/gebeten/gefragt/ermahnt, unter Druck, soll/sollen
"""
CONDITIONS = "wenn, falls, sofern, sollte"
MODALS = "könnte/könnten/dürfte/dürften, möglicherweise, vielleicht"
NOT_WITHHELD = "könnte/könnten nicht"
WOULD = "würde/würden/wäre/wären"
MODAL_ENDINGS = ""
BUT = "aber doch sondern jedoch"
AGENTS = "von"
AND = "und sowie"
SAYING = "laut, nach Angaben von, nach Ansicht von"
SUBJECTS = "er sie es wir ich man"
VERB_SECOND = True

CUES = (
    (
        "supports",
        "opposes",
        """
unterstützt/unterstützen/unterstützte/unterstützten, befürwortet/befürworten/befürwortete/befürworteten,
begrüßt/begrüßte/begrüßten, dafür ausgesprochen, spricht/sprach/sprechen sich … für,
plädiert/plädierte/plädieren … für, ist/sind/war/waren für, zugunsten,
fordert/forderte/fordern/forderten/gefordert, verlangt/verlangte/verlangen/verlangten,
drängt/drängte/drängen/drängten, ruft/rief/rufen/riefen … auf, appelliert/appellierte, bittet/bat/baten …
um, das Recht
""",
    ),
    (
        "supports",
        "undecided",
        """
genehmigt/genehmigte/genehmigten, erlaubt/erlaubte/erlaubten, gestattet/gestattete, stimmt/stimmte … zu,
zugestimmt, gibt/gab/geben grünes Licht, freigegeben, hebt/hob … auf
""",
    ),
    (
        "supports",
        "leans-oppose",
        """
sagt/sagte … zu, zugesagt, verspricht/versprach/versprochen, liefert/lieferte/geliefert, bereit zu, bereit,
wird/werden/würde … liefern
""",
    ),
    (
        "leans-support",
        "leans-oppose",
        """
offen für, zeigt/zeigte sich offen, kann/könnte/können sich … vorstellen, nicht ausgeschlossen,
deutet/deutete … an, stellt/stellte … in Aussicht, grundsätzlich
""",
    ),
    (
        "undecided",
        None,
        """
unentschieden, prüft/prüfte/prüfen, erwägt/erwog/erwägen, noch keine Entscheidung, keine Entscheidung, noch
nicht entschieden, nicht entschieden, lässt/ließ … offen, offen gelassen, wird geprüft, legt/legte sich
nicht fest
""",
    ),
    (
        "leans-oppose",
        "leans-support",
        """
zögert/zögerte/zögern/zögerlich, skeptisch, zurückhaltend, vorsichtig, warnt/warnte/warnen/warnten,
Bedenken, verschiebt/verschob, bremst/bremste, Vorbehalte
""",
    ),
    (
        "opposes",
        "leans-support",
        """
lehnt/lehnte/lehnen/lehnten … ab, ablehnt/ablehnte/abgelehnt/ablehnen, schließt/schloss … aus,
ausgeschlossen/ausschließen/ausschließt, spricht/sprach sich … gegen, dagegen, ist/war/sind gegen,
weist/wies … zurück, zurückgewiesen, verweigert/verweigerte, weigert/weigerte sich, verurteilt/verurteilte,
kritisiert/kritisierte, droht/drohte/gedroht, verbietet/verbot/verboten, ändert nichts, rote Linie,
Eskalation, bleibt/blieb bei seinem/ihrem Nein, sagt/sagte Nein
""",
    ),
)
