"""English."""

CODE = "en"
APOSTROPHE = "split"  # May's -> May + 's
MONTH_FIRST = True  # "June 13", and 6/13/2024
ORDINAL_DOT = False
MONTH_STOP = False
ORDINAL_SUFFIX = "st|nd|rd|th"
DECADE_SUFFIX = "'?s"
LETTERS = ""  # no letter of its own
CAPITAL_NOUNS = False
GENITIVE = ()
VERBS = {}

MONTHS = (
    "january, jan.",
    "february, feb.",
    "march, mar.",
    "april, apr.",
    "may",
    "june, jun.",
    "july, jul.",
    "august, aug.",
    "september, sept., sep.",
    "october, oct.",
    "november, nov.",
    "december, dec.",
)
WEEKDAYS = (
    "monday, mon.",
    "tuesday, tues., tue.",
    "wednesday, wed.",
    "thursday, thurs., thur., thu.",
    "friday, fri.",
    "saturday, sat.",
    "sunday, sun.",
)
SEASONS = ("spring, springtime", "summer, summertime", "autumn, fall", "winter, wintertime")
# Capitalised months that are also words or names, seasons that are also verbs: only with evidence.
AMBIGUOUS = "may, march, fall, spring, august, mar, jan, dec, sun, sat, mon, wed, second"
LOWER_NEVER_ALONE = "may, march, august, may day"

UNITS = {
    "hour": ("hour", "hours, hrs."),
    "day": ("day, calendar day", "days"),
    "week": ("week", "weeks"),
    "fortnight": ("fortnight", "fortnights"),
    "weekend": ("weekend, week - end", ""),
    "month": ("month, calendar month", "months"),
    "quarter": ("quarter", "quarters"),
    "half-year": ("half - year, semester", ""),
    "year": ("year, calendar year", "years, yrs."),
    "decade": ("decade", "decades"),
}
NUMBERS = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six, half a dozen",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve, a dozen, dozen",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty",
    24: "two dozen",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
    100: "hundred, a hundred",
}
ORDINALS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
    11: "eleventh",
    12: "twelfth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "twentieth",
    30: "thirtieth",
}
DECADES = {
    1920: "twenties",
    1930: "thirties",
    1940: "forties",
    1950: "fifties",
    1960: "sixties",
    1970: "seventies",
    1980: "eighties",
    1990: "nineties",
}
HOLIDAYS = {
    (1, 1): "new year's day, new year",
    (2, 14): "valentine 's day, st valentine 's day",
    (5, 1): "may day",
    (10, 31): "halloween, hallowe'en",
    (12, 24): "christmas eve",
    (12, 25): "christmas day, christmas",
    (12, 26): "boxing day",
    (12, 31): "new year's eve",
}
DAYS = {
    0: "earlier in the day, later in the day, today, tonight, this morning, this afternoon, this evening",
    -1: "yesterday, last night, the previous day, the day before, a day before",
    1: "tomorrow, the next day, the following day, the day after",
    -2: "the day before yesterday, day before yesterday",
    2: "the day after tomorrow, day after tomorrow",
}
# Of DAYS, those that are read from the date before them in a text.
LEANING = "the previous day, the day before, a day before, the next day, the following day, the day after"

WORDS = {
    "TITLE": {
        True: (
            "mr., mrs., ms., miss, sgt., sergeant, dr., prof., gen., capt., captain, lt., col., lady, lord, "
            "sir, dame, inspector, detective"
        )
    },
    "NOT": {True: "not, never, except, excluding, neither, nor, other than, apart from"},
    "FROMNOW": {
        True: (
            "from now until, from now till, from now to, from now through, from now up to, "
            "from today until, from today till, from today to, from today through"
        )
    },
    "HAD": {True: "had"},
    "TURN": {True: "the turn of, at the turn of"},
    "FROMDAY": {True: "on, from"},
    "WEEKDAYS": {
        0: "mondays",
        1: "tuesdays",
        2: "wednesdays",
        3: "thursdays",
        4: "fridays",
        5: "saturdays",
        6: "sundays",
    },
    "COURSE": {True: "in the course of the, over the course of the, in the course of this"},
    "WEEKSON": {1: "week", 2: "fortnight"},
    "OTHERYEAR": {
        True: "fiscal year, fiscal, financial year, fy, tax year, academic year, school year, model year"
    },
    "NOTALONE": {True: "sun, sat, wed, mon, jan, dec, mar, fall"},
    "BE": {True: "be, being, gets, get"},
    "PASSED": {True: "after"},
    "NARRATES": {"the": "next"},
    "PART": {
        "early": "early, beginning, very beginning, start, very start, opening, outset, onset, earlier part, "
        "early part, early days, early stages",
        "mid": "mid, middle, midway through, halfway through, midpoint, midst",
        "late": "late, later part, latter part, late stages, toward the end, towards the end",
        "end": "end, very end, close, tail end, the end",
    },
    "VERB": {True: "start, end, close"},
    "WHOSE": {True: "his, her, their, my, your, our"},
    "HALF": {True: "half"},
    "LATTER": {2: "latter, back"},
    "LAST": {"last": "last", "calendar": "previous, preceding", "window": "past"},
    "FINAL": {True: "last, final, closing"},
    "FIRST": {True: "first, opening, initial"},
    "THIS": {True: "this, current, present, these, ongoing"},
    "NEXT": {True: "next, following, subsequent, upcoming"},
    "COMING": {True: "coming, next, upcoming, ahead, to come, forthcoming"},
    "POST": {True: "ahead, to come"},
    "RECENT": {True: "recent, most recent"},
    "RECENTLY": {
        True: (
            "not long ago, the other day, in recent times, recently, lately, very recently, "
            "more recently, most recently, of late"
        )
    },
    "FEW": {
        True: (
            "few, a few, several, some, a number of, a handful of, a good few, quite a few, many, "
            "various, couple few"
        )
    },
    "COUPLE": {2: "couple, couple of, a couple of, a couple, the couple of"},
    "ONE": {1: "a, an, one, a single"},
    "AGO": {True: "ago, back, before now"},
    "EARLIER": {True: "earlier, before, previously, prior"},
    "LATER": {True: "later, after, afterwards, afterward, thereafter, hence, from now, from today"},
    "EARLIER_IN": {True: "earlier, previously, sooner"},
    "LATER_IN": {True: "later"},
    "IN": {True: "in"},
    "NOW": {True: "hence, from now, from today"},
    "ONLY": {True: "earlier, later, previously, afterwards, before, after"},
    "WITHIN": {True: "within, inside, inside of, in under, in less than, in no more than"},
    "WINDOW": {"the": "in, over, during, within, throughout, across, for"},
    "OVER": {True: "over, throughout, all through, all of, all, the whole of, the entire, the course of"},
    "Q": {True: "q"},
    "H": {True: "h"},
    "SINCE": {
        True: (
            "since, ever since, as of, as from, starting, starting in, starting on, starting from, "
            "beginning, beginning in, beginning on, beginning from, effective, effective from, "
            "effective as of, with effect from, no earlier than, not earlier than, not before, "
            "from as early as, dating from, in effect since, no sooner than, at the earliest, commencing, "
            "on or after, on and after"
        ),
        "ahead": "not until, not till",
    },
    "UNTIL": {
        "until": (
            "until, till, til, up to, up to and including, through and including, "
            "up until, up till, 'til, through, up through, through to, lasting until"
        ),
        "by": (
            "by, no later than, not later than, by no later than, at the latest by, on or before, "
            "by about, due by, not beyond"
        ),
    },
    "BEFORE": {True: "in the run - up to, before, prior to, ahead of, in advance of, earlier than, pre -"},
    "AFTER": {True: "after, following, later than, subsequent to, post -"},
    "FROM": {True: "from"},
    "TO": {True: "to, through, till, until, up to, up until, and up to, thru"},
    "STEP": {
        -1: "before, prior to, ahead of, in advance of, earlier than",
        1: "after, following, later than",
    },
    "HANGS": {
        "object": "the day before, a day before, the day after",
    },
    "BETWEEN": {True: "between, in between, anywhere between"},
    "AND": {True: "and, &", "or": "or"},
    "ONWARDS": {
        True: (
            "onwards, onward, on, forward, and onwards, and after, and later, or later, and beyond, "
            "or after, at the earliest, until now, to the present, to date, to now, up to now, till now"
        )
    },
    "LATEST": {True: "at the latest, or earlier, or before"},
    "APPROX": {
        True: (
            "around, about, circa, c., ca., approximately, approx., roughly, almost, nearly, sometime, "
            "some time, somewhere around, somewhere about, somewhere in, on or about, on or around, "
            "in or around, in or about, ~, ≈, or so, or thereabouts, at about, at around, at some point, "
            "at some point in, close to, more or less, just about, just over, just under, more than, "
            "less than, not quite, estimated, an estimated, nearly"
        )
    },
    "PREP": {
        True: "in, on, at, during, of, for, as early as, as late as, as recently as, back in, back on, within"
    },
    "OF": {True: "of, in, from, to, during, 's"},
    "DET": {True: "at least, the, a, an, its, their, his, her, our, 's"},
    "RELUNIT": {
        ("week", -2): "week before last",
        ("week", 2): "week after next",
        ("month", -2): "month before last",
        ("month", 2): "month after next",
        ("quarter", -2): "quarter before last",
        ("year", -2): "year before last",
        ("year", 2): "year after next",
    },
    "PRESENT": {True: "present, now"},
    "DEMO": {True: "that, the same, that same, the very same"},
    "DATED": {True: "dated, date, date of, issued, published, aired, posted"},
    "DAYPART": {
        True: (
            "morning, afternoon, evening, night, noon, midday, midnight, dawn, dusk, lunchtime, "
            "overnight, the night of, the morning of, the evening of, the afternoon of, "
            "the early hours of, the small hours of, before dawn, before dawn on, at dawn, local time, "
            "am, pm, a . m ., p . m ., gmt, utc, est, edt, cet, cest, eest, et, o'clock, night of, "
            "evening of, morning of, afternoon of, early hours, before noon, after midnight, "
            "close of business, the close of business, the end of business, "
            "before midnight, shortly after, shortly before midnight, nighttime, daytime, early morning, "
            "late evening, late night, early evening, late afternoon, mid - morning, the eve of"
        )
    },
    "FUTURE": {
        True: (
            "will, shall, going to, due, scheduled, planned, plans, expected, slated, set to, to be, "
            "takes office, taking office, take office, leaves office, leaving office, leave office, "
            "upcoming, coming, forthcoming, is to, are to, won't, anticipated, foreseen, inauguration, "
            "looms, looming, takes effect, take effect, plan to, plans to, planning to, intend to, "
            "intends to, hope to, hopes to, promise to, promises to, vow to, vows to, pledge to, pledges to, "
            "is set, are set, expects to, expect to, threaten to, threatens to"
        ),
        "told": (
            "would, was to, were to, was due, were due, was going to, were going to, was set to, "
            "were set to, planned to, intended to, hoped to, promised to, vowed to, pledged to, "
            "expected to, threatened to"
        ),
    },
    "PAST": {
        True: (
            "said, told, reported, announced, wrote, was, were, had, did, signed, promised, warned, "
            "added, claimed, confirmed, declared, stated, met, visited, published, revealed, quoted, "
            "approved, rejected, authorized, authorised, called, asked, urged, spoke, noted, denied, "
            "agreed, decided, struck, fired, went, came, took, began, started, ended, delivered, "
            "received, launched, argued, insisted, suggested, posted, tweeted"
        )
    },
    "EVERY": {True: "every, each, per, any, most, once a, twice a, times a"},
    "DURATION": {True: "for, lasting, lasted, during the space of"},
    "MEASURE": {
        True: (
            "km, kilometre{s }, kilometer{s }, mile{s }, metre{s }, meter{s }, tank{s }, troops, "
            "soldiers, percent, per cent, %, dollars, euros, pounds, million, billion, thousand, "
            "trillion, missile{s }, men, people, rounds, shells, votes, tonnes, tons, drones, "
            "civilians, prisoners, vehicles, systems, units, kg, mm, mph, kph, feet, copies, pages, "
            "points, places, casualties, jobs, houses, buildings, homes, weapons, launchers, aircraft, "
            "jets, fighters, members, countries, states, words, cases, deaths, refugees, minutes, "
            "seconds, degrees, lives, rockets, guns, mines, bombs, victims, wounded, dead, sorties, cm, "
            "inches, yards, acres, hectares, employees, workers, personnel, recruits, volunteers, "
            "signatures, seats, signatories, calories, watts, megawatts, barrels"
        )
    },
    "NAME": {
        True: (
            "friday night lights, saturday night live, "
            "the sun, sunday times, sunday telegraph, sunday mirror, sunday express, sunday mail, "
            "sunday school, black, bloody, good, super, palm, ash, easter, holy, olympics, file, docket, "
            "article, resolution, war, wars, revolution, room, flight, highway, route, agenda, "
            "vision, section, chapter, page, protocol, directive, law no, no ., number, act no, model, "
            "mark, brigade, army, division, regiment, battalion, corps, fleet, squadron, avenue, street, "
            "floor, edition, amendment, government, cabinet, administration, offensive, bill, bulletin, "
            "order no, gate, item, paragraph, rule, decree no"
        )
    },
    "ANDHALF": {True: "and a half, and one half"},
    "FEAST": {
        True: (
            "easter, easter sunday, easter monday, easter day, easter weekend, good friday, "
            "palm sunday, ash wednesday, maundy thursday, holy thursday, holy week, whit sunday, "
            "whit monday, pentecost, thanksgiving, thanksgiving day, black friday, cyber monday, "
            "super tuesday, shrove tuesday, passover, ramadan, eid, lent"
        )
    },
    "CENTURY": {True: "century, centuries, millennium, millennia"},
    "LINK": {
        True: (
            "that, which, when, where, who, as, because, he, she, it, they, we, by, with, but, while, "
            "at, to, for"
        )
    },
    "WEEKOF": {True: "week beginning, week starting, week commencing, week ending"},
    "WEEKNO": {True: "week no ., week number, calendar week, cw"},
    "YEARUNIT": {True: "year, calendar year"},
    "AFTERWORD": {True: "or so, or thereabouts"},
    "INMONTH": {True: "in, since, last, next, early, late, mid, during, until"},
    "EXACTLY": {True: "just, only, mere, merely, exactly, barely"},
    "WITHYEAR": {True: "new year"},
    "DROP": {True: "of, for, 's, its, their, his, her, my, your, our"},
    "LEANS": {True: "following, preceding, previous, subsequent"},
    "ELAPSED": {True: "time, ' time"},
}
ENDINGS = {}
COMPOUNDS = {
    "year - end, year 's end, end - of - year": {"PARTOF": ("end", "year")},
    "month - end, month 's end": {"PARTOF": ("end", "month")},
    "midsummer": {"PARTSEASON": (2, 2)},
    "midwinter": {"PARTSEASON": (2, 4)},
    "half a year": {"UNITS": (6, "month")},
    "a year and a half, one and a half years": {"UNITS": (18, "month")},
}
