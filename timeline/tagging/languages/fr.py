"""French."""

ABBREVIATIONS = """
m mm mme mmes mlle dr pr me gén col cne st ste env cf av apr janv févr avr juil sept oct nov déc p.ex c.-à-d
éd
"""
NUMBERED = "n no nos art vol p pp chap fig"
TRAILING = "etc"
ORDINAL_DOT = False
OPENERS = """
le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs et
mais ou donc or ni car si quand lorsque comme puisque que qu qui dont où pourquoi combien à au aux en dans
par pour sur sous avec sans chez contre entre vers depuis pendant avant après selon malgré dès hier demain
aujourd hui puis ensuite alors enfin aussi même encore déjà toutefois cependant pourtant ainsi tous toutes
plusieurs certains beaucoup aucun aucune est sont était a ont avait c s n ne y
"""
TITLES = """
président présidente chancelier chancelière ministre premier première général colonel amiral sénateur
sénatrice député députée secrétaire m mme dr ambassadeur porte-parole chef
"""
PLACING = "en à au aux dans chez vers depuis sur pour avec contre de entre"
ENDINGS = ""
NOUNS_CAPITAL = False
NEGATORS = "ne, n, pas, jamais, aucun/aucune, sans, refuse/refusé de, ni"
NEGATORS_AFTER = "pas, jamais"
NOT_ONLY = "pas seulement"
QUESTIONS = "si"
QUESTIONS_AFTER = ""
DENIALS = """
nie/nient/nié/niait/dément/démentent/démenti, n a pas dit/confirmé/affirmé, n ont pas dit/confirmé, pas/jamais
dit/affirmé/confirmé que/qu
"""
URGES = """
est/sont/était/étaient/été exhorté/exhortée/exhortés/pressé/pressée/pressés,
est/sont/était/étaient/été appelé/appelée/appelés/invité/invités/prié/priés,
sous pression/pressions, sous la pression, sous forte pression, appelé/appelés/exhorté/exhortés à
"""
CONDITIONS = "si, s il/ils, à condition, au cas"
MODALS = "pourrait/pourraient, peut être"
NOT_WITHHELD = "a/ont/avait/avaient appelé/exhorté, pourrait/pourraient pas"
URGING = ""
NO_CUES = """
lutte/luttes/lutter/luttent/luttant/combat/combattre/guerre/campagne/mesures/sanctions/plainte/protéger/protection/face
contre, par contre, le/un/ce/du/au/son vote pour/contre, se/s défend/défendent/défendu,
défend/défendent/défendu son/ses/leur/leurs/le/les pays/droits/intérêts/frontières/titre, prêt/prête/prêts à
démissionner/partir/négocier/discuter
"""
CHANGES = """
renonce/renoncent/renoncé/renonçait à/au son/sa/ses/leur/leurs
opposition/résistance/veto/objections/soutien, renonce/renoncent/renoncé au veto,
lève/lèvent/levé/retire/retirent/retiré son/sa/ses/leur/leurs opposition/objections/veto/réserves/soutien,
change/changent/changé d avis, change/changent/changé de position/cap/ligne, volte face, fait/font marche
arrière, revenu/revenue/revient/reviennent sur sa/leur position
"""
WOULD = "serait/seraient"
MODAL_ENDINGS = ""
BUT = "mais toutefois cependant"
AGENTS = "par"
AGENT_ENDINGS = ""
CASES = False
AND = "et"
SAYING = "selon, d après"
SUBJECTS = "il elle ils elles on nous je qui"
VERB_SECOND = False

CUES = (
    (
        "supports",
        "opposes",
        """
soutient/soutiennent/soutenait/soutenu, appuie/appuient/appuyé, favorable/favorables à/au/aux, en faveur
de/du/des/d, plaide/plaident/plaidé pour, salue/saluent/salué, approuve la/le/les/cette,
appelle/appellent/appelé … à, exhorte/exhortent/exhorté, demande/demandent/demandé,
réclame/réclament/réclamé, exige/exigent/exigé, presse/pressé … de, a le droit de, tout à fait bonne,
vote/votent/votera/voteront/votons/voterons/votez/voterez/voté/voter pour, prononce/prononcent/prononcé
pour, apporte/apportent/apporté/apportait/affiche/affiché/exprime/exprimé … soutien,
défend/défendent/défendait/défendu (le la les l un une son sa ses leur leurs cette ce ces),
veut/veulent/voulait/souhaite/souhaitent
interdire/introduire/instaurer/supprimer/abolir/augmenter/réduire/baisser/prolonger, soutiens/soutenons,
approuve/approuvent (l son sa ces), votera/voteront/voterons/votent/votons/voté (le la les l ce cette),
vote/votent/votera/voteront/votons/voterons pas (le la les l ce cette),
vote/votent/votera/voteront/votons/voterons pas pour
""",
    ),
    (
        "supports",
        "undecided",
        """
a/ont/avait autorisé, autorise/autorisent, a/ont/avait approuvé, donne/donné/donnent son feu vert, feu vert,
a/ont accepté, accepte/acceptent de, lève/levé les restrictions, permis à, adopte/adoptent/adopté/adoptait
(le la les l un une ce cette)
""",
    ),
    (
        "supports",
        "leans-oppose",
        """
promet/promettent/promis de soutenir/livrer/fournir/envoyer/aider/continuer/voter/approuver,
promet/promettent/promis … aide/armes/livraisons, s engage/engagent à, engagé à, prêt/prête/prêts/prêtes à,
livrera/livreront/fournira/fourniront, va/vont livrer/fournir
""",
    ),
    (
        "leans-support",
        "leans-oppose",
        """
ouvert/ouverte/ouverts à, pourrait/pourraient envisager, laisse/laissé entendre, en principe, reste une
option, demeure une option
""",
    ),
    (
        "undecided",
        None,
        """
indécis/indécise, envisage/envisagent/envisageait, étudie/étudient/étudié, examine/examinent, aucune
décision, pas encore décidé, pas encore pris, pas tranché, à l étude, hésite/hésitent/hésitant/hésitait, s
abstient/abstiennent/abstiendra/abstiendront, est/sont/était/étaient abstenu/abstenue/abstenus/abstenues
""",
    ),
    (
        "leans-oppose",
        "leans-support",
        """
réticent/réticente/réticents, sceptique/sceptiques, prudent/prudente/prudents, met/mettent/mis en garde,
avertit/averti, inquiet/inquiète/inquiets, réserves
""",
    ),
    (
        "opposes",
        "leans-support",
        """
s oppose/opposent/opposait/opposé, opposé/opposée/opposés à/au/aux, rejette/rejettent/rejeté,
refuse/refusent/refusé, exclut/excluent/exclu/exclure, contre la/le/les/l une/toute/tout,
condamne/condamnent/condamné, dénonce/dénoncent/dénoncé, critique/critiqué, menace/menacent/menacé,
interdit/interdisent, ligne rouge, escalade, ne change rien, dit non,
vote/votent/votera/voteront/votons/voterons/votez/voterez/voté/voter contre, prononce/prononcent/prononcé
contre, est/sont contre, juge/jugent/jugé/qualifie/qualifient/qualifié/estime/estiment …
injuste/inacceptable/dangereux/dangereuse/irresponsable/absurde/néfaste,
vote/votent/votera/voteront/votons/voterons pas contre
""",
    ),
)
