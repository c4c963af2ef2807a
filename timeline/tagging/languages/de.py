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
URGING = ""
NO_CUES = """
bereit zurückzutreten, sagt/sagte/sagten zu (dem der den ihm ihr einem), stimmt/stimmte/stimmten/stimmen
sich … für/gegen
"""
CHANGES = """
Widerstand/Opposition/Veto/Einspruch/Vorbehalte/Ablehnung …
aufgegeben/aufgeben/aufzugeben/zurückgezogen/fallengelassen, gibt/gab/geben/gaben
seinen/ihren/den/ihre/seine/ihr/sein Widerstand/Opposition/Veto/Einspruch/Vorbehalte/Ablehnung,
zieht/zog/zogen seinen/ihren/seine/ihre/sein/ihr Einspruch/Unterstützung/Veto/Zustimmung,
ändert/änderte/änderten seine/ihre/seinen/ihren Meinung/Haltung/Kurs/Position, seine/ihre/seinen/ihren
Meinung/Haltung/Kurs/Position … geändert/ändern, Kehrtwende/Kehrtwendung
"""
WOULD = "würde/würden/wäre/wären"
MODAL_ENDINGS = ""
BUT = "aber doch sondern jedoch"
AGENTS = "von"
AGENT_ENDINGS = ""
CASES = False
AND = "und sowie"
ARTICLES = "der die das den dem des"
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
plädiert/plädierte/plädieren … für, ist/sind/war/waren/bin für (den die das diese diesen dieses eine einen
ein mehr), zugunsten, fordert/forderte/fordern/forderten/gefordert, verlangt/verlangte/verlangen/verlangten,
drängt/drängte/drängen/drängten, ruft/rief/rufen/riefen … auf, appelliert/appellierte, bittet/bat/baten …
um, das Recht, unterstütze/befürworte, stimmt/stimmte/stimmen/stimmten … dafür/für,
votiert/votierte/votieren/votierten … dafür/für, dafür/für … gestimmt/votiert, bin/ist/sind/war/waren dafür
(|), will/wollen/wollte/wollten … verbieten/einführen/abschaffen/erhöhen/senken/verlängern (|),
verteidigt/verteidigte/verteidigten …
Plan/Pläne/Gesetz/Entwurf/Reform/Entscheidung/Vorhaben/Vorschlag/Abgabe/Steuer, für … ausgesprochen,
stellt/stellte/stellen/stellten sich hinter, hält/hielt/halten/hielten … für
richtig/notwendig/sinnvoll/gerecht
""",
    ),
    (
        "supports",
        "undecided",
        """
genehmigt/genehmigte/genehmigten, erlaubt/erlaubte/erlaubten, gestattet/gestattete, stimmt/stimmte/stimmten
… zu (| und oder aber), zugestimmt, gibt/gab/geben grünes Licht, freigegeben, hebt/hob … auf (| und),
verabschiedet/verabschiedete/verabschiedeten … Gesetz/Haushalt/Entwurf/Reform/Resolution,
Gesetz/Haushalt/Entwurf/Reform/Resolution … verabschiedet
""",
    ),
    (
        "supports",
        "leans-oppose",
        """
sagt/sagte … zu (| und), zugesagt, verspricht/versprach/versprochen …
Unterstützung/Hilfe/Waffen/Lieferung/Lieferungen, verspricht/versprach/versprachen … zu
liefern/unterstützen/helfen, liefert/lieferte/geliefert, bereit zu, bereit, wird/werden/würde … liefern
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
nicht fest, zögert/zögerte/zögern, schwankt/schwankte/schwanken, enthält/enthielt/enthielten/enthalten sich,
sich … enthalten (|), der Stimme enthalten
""",
    ),
    (
        "leans-oppose",
        "leans-support",
        """
zögerlich, skeptisch, zurückhaltend, vorsichtig, warnt/warnte/warnen/warnten, Bedenken, verschiebt/verschob,
bremst/bremste, Vorbehalte
""",
    ),
    (
        "opposes",
        "leans-support",
        """
lehnt/lehnte/lehnen/lehnten … ab, ablehnt/ablehnte/abgelehnt/ablehnen, schließt/schloss … aus,
ausgeschlossen/ausschließen/ausschließt, spricht/sprach sich … gegen, ist/war/sind/bin gegen (den die das
diese diesen dieses eine einen ein jede jeden), weist/wies … zurück, zurückgewiesen, verweigert/verweigerte,
weigert/weigerte sich, verurteilt/verurteilte, kritisiert/kritisierte, droht/drohte/gedroht,
verbietet/verbot/verboten, ändert nichts, rote Linie, Eskalation, bleibt/blieb bei seinem/ihrem Nein,
sagt/sagte Nein, stimmt/stimmte/stimmen/stimmten … dagegen/gegen, votiert/votierte/votieren/votierten …
dagegen/gegen, dagegen/gegen … gestimmt/ausgesprochen/votiert, bin/ist/sind/war/waren/bleibt … dagegen (|),
nennt/nannte/nannten/bezeichnet/bezeichnete/bezeichneten …
unverantwortlich/falsch/gefährlich/inakzeptabel/ungerecht/schädlich, hält/hielt/halten/hielten … für
falsch/gefährlich/ungerecht/unnötig/überflüssig/schädlich, will/wollen/wollte/wollten …
kippen/stoppen/verhindern/blockieren (|)
""",
    ),
)
