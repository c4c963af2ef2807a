"""French."""

CODE = "fr"
APOSTROPHE = "elide"  # l'année -> l' + année
MONTH_FIRST = False
ORDINAL_DOT = False
MONTH_STOP = False
ORDINAL_SUFFIX = "ers?|ères?|res?|èmes?|emes?|es?|nde?s?|ᵉʳ|ᵉ"
DECADE_SUFFIX = ""
LETTERS = "àâçéèêëîïôûùœ"
CAPITAL_NOUNS = False
GENITIVE = ()
VERBS = {
    "FUTURE": ("era", "eront", "ira", "iront", "dra", "dront"),
    "FUTUREPAST": ("erait", "eraient", "irait", "iraient", "drait", "draient"),
}

MONTHS = (
    "janvier, janv., jan.",
    "février, fevrier, févr., fév.",
    "mars",
    "avril, avr.",
    "mai",
    "juin",
    "juillet, juil., juill.",
    "août, aout",
    "septembre, sept., sep.",
    "octobre, oct.",
    "novembre, nov.",
    "décembre, decembre, déc., dec.",
)
WEEKDAYS = (
    "lundi, lun.",
    "mardi",
    "mercredi, mer.",
    "jeudi, jeu.",
    "vendredi, ven.",
    "samedi, sam.",
    "dimanche, dim.",
)
SEASONS = ("printemps", "été, l' été", "automne", "hiver")
AMBIGUOUS = "mars, été, mer, sam, lun, jeu, ven, dim, second, avr, jan"
LOWER_NEVER_ALONE = ""

UNITS = {
    "hour": ("heure", "heures"),
    "day": ("jour, journée", "jours, journées"),
    "week": ("semaine, semaine - ci", "semaines"),
    "fortnight": ("quinzaine, quinzaine de jours", ""),
    "weekend": ("week - end, weekend", "week - ends"),
    "month": ("mois, mois - ci", ""),
    "quarter": ("trimestre", "trimestres"),
    "half-year": ("semestre", "semestres"),
    "year": ("année, an, année - ci", "années, ans"),
    "decade": ("décennie", "décennies"),
}
NUMBERS = {
    2: "deux",
    3: "trois",
    4: "quatre",
    5: "cinq",
    6: "six",
    7: "sept",
    8: "huit",
    9: "neuf",
    10: "dix",
    11: "onze",
    12: "douze, une douzaine de",
    13: "treize",
    14: "quatorze",
    15: "quinze",
    16: "seize",
    17: "dix - sept",
    18: "dix - huit",
    19: "dix - neuf",
    20: "vingt",
    24: "vingt - quatre",
    30: "trente",
    40: "quarante",
    48: "quarante - huit",
    50: "cinquante",
    60: "soixante",
    72: "soixante - douze",
    100: "cent",
}
ORDINALS = {
    1: "premier{ s}, première{ s}",
    2: "deuxième{ s}, second{ e}",
    3: "troisième{ s}",
    4: "quatrième",
    5: "cinquième",
    6: "sixième",
    7: "septième",
    8: "huitième",
    9: "neuvième",
    10: "dixième",
}
DECADES = {}
HOLIDAYS = {
    (1, 1): "jour de l' an, nouvel an",
    (12, 24): "veille de noël, réveillon de noël",
    (12, 25): "noël, jour de noël",
    (12, 31): "saint - sylvestre, réveillon du nouvel an",
}
DAYS = {
    0: (
        "aujourd' hui, ce matin, ce soir, cet après - midi, ce midi, ce jour, le même jour, "
        "le jour même, ce jour - là, cette nuit"
    ),
    -1: "hier, la veille, hier soir, la nuit dernière, hier matin, un jour avant, un jour auparavant",
    1: "demain, le lendemain, le jour suivant, le jour d' après, au lendemain",
    -2: "avant - hier, l' avant - veille",
    2: "après - demain, le surlendemain",
}
LEANING = (
    "la veille, le lendemain, le jour suivant, le jour d' après, l' avant - veille, "
    "le surlendemain, le même jour, le jour même, ce jour - là, au lendemain, un jour avant, "
    "un jour auparavant"
)

WORDS = {
    "TITLE": {True: "monsieur, madame, mme, mlle"},
    "NOT": {True: "pas, sauf, hormis, excepté, ni"},
    "PRESENT": {True: "maintenant"},
    "HAD": {True: "avait, avaient"},
    "TURN": {True: "au tournant de, au tournant des, à la charnière de, à la charnière des"},
    "WEEKSON": {1: "en huit", 2: "en quinze"},
    "OFFSET": {-2: "avant - dernier, avant - dernière"},
    "OTHERYEAR": {True: "exercice, exercice fiscal, année fiscale, exercice budgétaire, année scolaire"},
    "NOTALONE": {True: "mer, jeu, sam, dim, lun, ven, avr"},
    "BE": {True: "être"},
    "PASSED": {True: "après, au bout de, au bout d'"},
    "COURSE": {True: "dans le courant de la, dans le courant du, dans le courant de l', courant de la"},
    "PART": {
        "early": "début, commencement, tout début, débuts, orée, en début",
        "mid": "mi, milieu, courant de la mi",
        "late": "vers la fin, tard, fin du mois de",
        "end": "fin, toute fin, issue, en fin, terme",
    },
    "HALF": {True: "moitié, quinzaine"},
    "LATTER": {},
    "LAST": {
        "window": "dernier, dernière, derniers, dernières",
        "calendar": (
            "passé, passée, passés, passées, précédent, précédente, précédents, précédentes, écoulé, "
            "écoulée, écoulés, écoulées, d' avant"
        ),
    },
    "FINAL": {True: "dernier, dernière, derniers, dernières, ultime"},
    "FIRST": {True: "premier, première, premiers, premières, tout premiers"},
    "PLURALS": {
        True: (
            "derniers, dernières, prochains, prochaines, premiers, premières, récents, récentes, passés, "
            "passées, ces, à venir, qui viennent, tout premiers"
        )
    },
    "THIS": {True: "ce, cet, cette, ces, en cours, courant, courante"},
    "NEXT": {
        True: "prochain, prochaine, prochains, prochaines, suivant, suivante, suivants, suivantes, d' après"
    },
    "COMING": {True: "à venir, qui viennent, qui vient, prochains, prochaines"},
    "POST": {
        True: (
            "dernier, dernière, derniers, dernières, passé, passée, passés, passées, précédent, "
            "précédente, précédents, précédentes, écoulé, écoulée, écoulés, écoulées, prochain, "
            "prochaine, prochains, prochaines, suivant, suivante, suivants, suivantes, à venir, "
            "qui viennent, qui vient, d' avant, d' après, en cours, courant, récents, récentes"
        )
    },
    "EXACTLY": {True: "tout juste, exactement, juste"},
    "LEANS": {True: "précédent, précédente, suivant, suivante"},
    "RECENT": {True: "récents, récentes"},
    "RECENTLY": {
        True: (
            "récemment, dernièrement, tout récemment, ces derniers temps, naguère, ces temps - ci, "
            "ces temps derniers, il y a peu, depuis peu"
        )
    },
    "FEW": {
        True: (
            "quelques, plusieurs, une poignée de, certains, un certain nombre de, les quelques, "
            "ces quelques, peu de"
        )
    },
    "COUPLE": {2: "une paire de, un couple de"},
    "ONE": {1: "un, une"},
    "AGO": {True: "il y a, voici, voilà, y a, voilà déjà, il y a déjà, il y a de cela"},
    "PREFIX": {True: "il y a, voici, voilà, y a, voilà déjà, il y a déjà, il y a de cela"},
    "EARLIER": {True: "plus tôt, auparavant, avant, avant cela"},
    "LATER": {True: "plus tard, après, ensuite"},
    "ONLY": {True: "plus tôt, auparavant, plus tard, avant, après, avant cela"},
    "EARLIER_IN": {True: "plus tôt, auparavant"},
    "LATER_IN": {True: "plus tard"},
    "IN": {True: "dans"},
    "WITHIN": {
        True: (
            "d' ici, sous, dans les, en l' espace de, en l' espace d', d' ici à, en moins de, "
            "dans un délai de, dans un délai d', dans l' intervalle de, dans le délai de"
        )
    },
    "WINDOW": {
        "strong": (
            "au cours de, au cours du, au cours des, durant, pendant, sur, ces, depuis les, dans les, "
            "lors des, dans le courant"
        )
    },
    "OVER": {
        True: (
            "au cours de, au cours du, au cours des, durant, pendant, tout au long de, tout au long du, "
            "tout, toute, durant tout, pendant tout, durant toute, sur l' ensemble de"
        )
    },
    "SINCE": {
        True: (
            "depuis, dès, à partir de, à partir du, à partir d', à compter de, à compter du, "
            "à compter d', pas avant, au plus tôt, au plus tôt le, au plus tôt en, à dater de, "
            "à dater du, depuis le, depuis la"
        )
    },
    "UNTIL": {
        "until": "jusqu', jusque, jusqu' à, jusqu' au, jusqu' en, jusqu' aux, jusqu' à la",
        "by": "d' ici, d' ici à, d' ici au, d' ici la, au plus tard, avant ou le, pas plus tard que, "
        "au plus tard le, au plus tard en, au plus tard à",
    },
    "BEFORE": {True: "avant, avant le, avant la, avant que, préalablement à, avant de"},
    "AFTER": {True: "après, après le, après la, passé le"},
    "FROM": {True: "de, du, d', des, à partir de, à partir du"},
    "RANGE": {True: "de, du, d', des"},
    "TO": {True: "à, au, jusqu', jusqu' à, jusqu' au, jusqu' en, aux"},
    "STEP": {
        -1: "avant, avant le, avant la",
        1: "après, après le, après la",
    },
    "HANGS": {
        "of": "la veille, le lendemain, au lendemain, l' avant - veille, le surlendemain",
        "object": "un jour avant",
    },
    "BETWEEN": {True: "entre"},
    "AND": {True: "et, &", "or": "ou"},
    "ONWARDS": {True: "et au - delà, et après"},
    "LATEST": {True: "au plus tard"},
    "APPROX": {
        True: (
            "plus de, un peu plus de, moins de, un peu moins de, à peine, vers, environ, autour de, "
            "autour du, aux environs de, aux environs du, aux alentours de, aux alentours du, "
            "aux alentours d', circa, ca., à peu près, approximativement, presque, près de, "
            "quelque part en, quelque part, sans doute vers, dans les environs du, v., à peu près en, "
            "aux environs d', à un moment donné en, ~"
        )
    },
    "AFTERWORD": {True: "environ, à peu près"},
    "PREP": {
        True: "en, à, au, aux, dans, dans les, pour, lors, durant, pendant, sur, courant, "
        "dans le courant de, dans le courant du, pour le, au mois de, au mois d', du côté de"
    },
    "ONDAY": {True: "le, du, au, ce"},
    "ONDATE": {True: "le, du, au, ce, jusqu' au, à partir du, depuis le, avant le, après le, à compter du"},
    "OF": {True: "de, du, d', des, en, de l', de la, à, au"},
    "DET": {True: "le, la, les, l', son, sa, leur, du, dans les, notre"},
    "ARTICLE": {True: "le, du, au"},
    "DEMO": {True: "même, ce même, la même, cette même, le même, ce mois - là"},
    "THERE": {True: "- là"},
    "DATED": {True: "daté du, datée du, en date du, datant de, datant du, publié le"},
    "DAYPART": {
        True: (
            "matin, soir, après - midi, nuit, midi, minuit, aube, matinée, soirée, au matin, au soir, "
            "dans la nuit du, dans la nuit de, dans la soirée du, dans la soirée de, dans la matinée du, "
            "dans la matinée de, au matin du, au soir du, le matin du, le soir du, "
            "dans l' après - midi du, la nuit du, heure locale, en soirée, en matinée, dans la nuit, "
            "dans la soirée, dans la matinée, à l' aube, dans l' après - midi, h, heures"
        )
    },
    "FUTURE": {
        True: (
            "sera, seront, aura, auront, prévu{ e s es}, attendu{ e s es}, devrait, devraient, devra, "
            "devront, prendra, planifié{ e s es}, quittera, entrera, va, vont, tiendra, "
            "programmé{ e s es}, doit, fixé{ e s es}, commencera, entrée en fonction, prise de fonction, "
            "investiture, quitte ses fonctions, prend ses fonctions, échéance, à venir, prochain, "
            "prochaine, décidera, livrera, livrés d' ici, débutera, prévoit"
        ),
        "told": "devait, devaient, allait, allaient, promis de, promis d', prévu de, prévu d'",
    },
    "PAST": {
        True: (
            "avait, avaient, était, étaient, fut, dit, déclaré, annoncé, affirmé, écrit, rapporté, "
            "signé, promis, indiqué, confirmé, rencontré, visité, été"
        )
    },
    "EVERY": {True: "chaque, tous les, toutes les, par"},
    "DURATION": {True: "pendant, durant, pour"},
    "MEASURE": {
        True: (
            "km, kilomètre{ s}, mètre{ s}, char{ s}, soldats, pour cent, %, euros, dollars, million{ s}, "
            "milliard{ s}, mille, missile{ s}, personnes, hommes, obus, voix, tonnes, drones, kg, mm, "
            "pages, morts, blessés, cas, avions, systèmes, pays, minutes, secondes, combattants"
        )
    },
    "NAME": {
        True: (
            "article, résolution, guerre, guerres, numéro, no, n°, chambre, chapitre, page, agenda, "
            "brigade, armée, division, régiment, offensive, rue, route, protocole, directive, loi, "
            "révolution, printemps arabe, place du, place de la, avenue du"
        )
    },
    "ANDHALF": {True: "et demi, et demie"},
    "FEAST": {
        True: (
            "pâques, dimanche de pâques, lundi de pâques, vendredi saint, jeudi saint, samedi saint, "
            "mercredi des cendres, mardi gras, dimanche des rameaux, pentecôte, lundi de pentecôte, "
            "dimanche de pentecôte, jeudi de l' ascension, ascension, ramadan, carême"
        )
    },
    "CENTURY": {True: "siècle{ s}, millénaire{ s}"},
    "LINK": {True: "que, qu', qui, quand, où, car, il, elle, ils, elles, et, mais, par, selon, avec"},
    "WEEKNO": {True: "semaine no"},
    "NTHPART": {True: "tiers, décade"},
    "YEARUNIT": {True: "année, an"},
    "DECADEWORD": {True: "années"},
    "Q": {True: "t, q"},
    "H": {True: "s, h"},
}
ENDINGS = {}
COMPOUNDS = {
    "un an et demi": {"UNITS": (18, "month")},
    "six mois": {},
}
