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
démissionner/partir/négocier/discuter, est/sont pour l instant,
est/sont pour le moment, est/sont pour la plupart/première
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
AND = "et ni ou"
ARTICLES = "le la les l un une des"
SAYING = "selon, d après"
SUBJECTS = "il elle ils elles on nous je qui"
VERB_SECOND = False

CUES = (
    (
        "supports",
        "opposes",
        """
soutient/soutiennent/soutenait/soutenu/soutenue/soutenus/soutenues,
appuie/appuient/appuyé/appuyée/appuyés/appuyées, favorable/favorables à/au/aux, en faveur de/du/des/d,
plaide/plaident/plaidé/plaidée/plaidés/plaidées pour, salue/saluent/salué/saluée/salués/saluées, approuve
la/le/les/cette, appelle/appellent/appelé/appelée/appelés/appelées … à,
exhorte/exhortent/exhorté/exhortée/exhortés/exhortées,
demande/demandent/demandé/demandée/demandés/demandées,
réclame/réclament/réclamé/réclamée/réclamés/réclamées, exige/exigent/exigé/exigée/exigés/exigées,
presse/pressé/pressée/pressés/pressées … de, a le droit de, tout à fait bonne,
vote/votent/votera/voteront/votons/voterons/votez/voterez/voté/voter/votée/votés/votées pour,
prononce/prononcent/prononcé/prononcée/prononcés/prononcées pour,
apporte/apportent/apporté/apportait/affiche/affiché/exprime/exprimé/apportée/apportés/apportées/affichée/affichés/affichées/exprimée/exprimés/exprimées
… soutien, défend/défendent/défendait/défendu (le la les l un une son sa ses leur leurs cette ce ces),
veut/veulent/voulait/souhaite/souhaitent
interdire/introduire/instaurer/supprimer/abolir/augmenter/réduire/baisser/prolonger, soutiens/soutenons,
approuve/approuvent (l son sa ces), votera/voteront/voterons/votent/votons/voté/votée/votés/votées (le la
les l ce cette), vote/votent/votera/voteront/votons/voterons pas (le la les l ce cette),
vote/votent/votera/voteront/votons/voterons pas pour, est/sont/suis/sommes pour (la le les l cette ce)
""",
    ),
    (
        "supports",
        "undecided",
        """
a/ont/avait autorisé/autorisée/autorisés/autorisées, autorise/autorisent, a/ont/avait
approuvé/approuvée/approuvés/approuvées, donne/donné/donnent/donnée/donnés/données son feu vert, feu vert,
a/ont accepté/acceptée/acceptés/acceptées, accepte/acceptent de, lève/levé/levée/levés/levées les
restrictions, permis à, adopte/adoptent/adopté/adoptait le/la/les/un/une/ce/cette
texte/loi/projet/budget/résolution/réforme/amendement/motion/mesure/proposition/taxe
""",
    ),
    (
        "supports",
        "leans-oppose",
        """
promet/promettent/promis de soutenir/livrer/fournir/envoyer/aider/continuer/voter/approuver,
promet/promettent/promis … aide/armes/livraisons, s engage/engagent à, engagé/engagée/engagés/engagées à,
prêt/prête/prêts/prêtes à, livrera/livreront/fournira/fourniront, va/vont livrer/fournir
""",
    ),
    (
        "leans-support",
        "leans-oppose",
        """
ouvert/ouverte/ouverts à, pourrait/pourraient envisager, laisse/laissé/laissée/laissés/laissées entendre, en
principe, reste une option, demeure une option
""",
    ),
    (
        "undecided",
        None,
        """
indécis/indécise, envisage/envisagent/envisageait, étudie/étudient/étudié/étudiée/étudiés/étudiées,
examine/examinent, aucune décision, pas encore décidé/décidée/décidés/décidées, pas encore pris, pas
tranché/tranchée/tranchés/tranchées, à l étude, hésite/hésitent/hésitant/hésitait, s
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
s oppose/opposent/opposait/opposé/opposée/opposés/opposées, opposé/opposée/opposés/opposées à/au/aux,
rejette/rejettent/rejeté/rejetée/rejetés/rejetées, refuse/refusent/refusé/refusée/refusés/refusées,
exclut/excluent/exclu/exclure/exclue/exclus/exclues, contre la/le/les/l une/toute/tout,
condamne/condamnent/condamné/condamnée/condamnés/condamnées,
dénonce/dénoncent/dénoncé/dénoncée/dénoncés/dénoncées, critique/critiqué/critiquée/critiqués/critiquées,
menace/menacent/menacé/menacée/menacés/menacées, interdit/interdisent/interdite/interdits/interdites, ligne
rouge, escalade, ne change rien, dit non,
vote/votent/votera/voteront/votons/voterons/votez/voterez/voté/voter/votée/votés/votées contre,
prononce/prononcent/prononcé/prononcée/prononcés/prononcées contre, est/sont contre,
juge/jugent/jugé/qualifie/qualifient/qualifié/estime/estiment/jugée/jugés/jugées/qualifiée/qualifiés/qualifiées
… injuste/inacceptable/dangereux/dangereuse/irresponsable/absurde/néfaste,
vote/votent/votera/voteront/votons/voterons pas contre
""",
    ),
)
