"""The vocabulary of invented debates: an invented country quarrels about its railways."""


def _words(text):
    return tuple(text.split())


FIRST_NAMES = _words("""
    Ada Bruno Clara Dario Edda Felix Greta Hugo Ines Jonas Katja Leon Mira Nils Olga Pavel Quirin Rosa Stefan
    Thea Ulrich Vera Wanda Xaver Yara Zeno
""")
LAST_NAMES = _words("""
    Adler Brandt Conti Dvorak Ebner Fontaine Gruber Horvat Ivanova Jansen Keller Lindqvist Moreau Novak Olsen
    Petrenko Quast Rossi Sokolov Tamm Urban Vogel Weiss Xenakis Yilmaz Zelenka Ahlgren Bakker Castel Duarte
""")
PLACES = _words("""
    Altmark Birkensund Corvina Dorn Eschwald Farnsee Grauburg Hohenfels Istria Jadehafen Kronau Lindenau
    Moorstadt Nordheim Ostrava Perlberg
""")
QUESTIONS = (
    ("build-the-northern-line", "Should the northern high-speed line be built?"),
    ("close-branch-lines", "Should loss-making branch lines be closed?"),
    ("free-local-trains", "Should local trains be free of charge?"),
    ("private-operators", "Should private operators share the main lines?"),
    ("night-trains", "Should the state pay for night trains?"),
    ("freight-first", "Should freight have priority at night?"),
    ("battery-trains", "Should diesel trains give way to battery trains?"),
    ("foreign-investors", "Should foreign investors own stations?"),
)
TOPICS = (
    ("northern-line", "Northern line", "line"),
    ("coast-tunnel", "Coast tunnel", "line"),
    ("branch-lines", "Branch lines", "line"),
    ("ticket-prices", "Ticket prices", "instrument"),
    ("track-access", "Track access charges", "instrument"),
    ("night-sleeper", "Night sleeper", "rolling stock"),
    ("battery-unit", "Battery unit", "rolling stock"),
    ("diesel-unit", "Diesel unit", "rolling stock"),
    ("signal-boxes", "Signal boxes", "infrastructure"),
    ("station-sale", "Sale of stations", "instrument"),
    ("freight-yard", "Freight yard", "infrastructure"),
    ("rail-budget", "Rail budget", "instrument"),
)
REASONS = (
    ("for", "It saves an hour for half the country."),
    ("for", "The regions have waited for it for thirty years."),
    ("for", "It lowers emissions at once."),
    ("against", "The money is missing for repairs of what exists."),
    ("against", "The forecasts of passengers are too hopeful."),
    ("against", "It harms the villages along the way."),
)
PUBLISHERS = _words("Courier Gazette Herald Post Tribune Review Radio Agency Weekly Observer")
VERBS = {
    "statement": "speaks on",
    "decision": "decides on",
    "delivery": "hands over plans for",
    "report": "publishes a report on",
    "meeting": "meets partners about",
    "vote": "votes on",
    "strike": "calls a strike over",
    "warning": "warns of delay at",
    "proposal": "proposes terms for",
    "leak": "loses papers on",
}
CLAUSES = (
    "the ministry has not answered the objections of the regions",
    "the costs were put at twice the sum of the year before",
    "local mayors asked for a binding timetable",
    "the operator wants to wait for the result of the review",
    "the committee asked for new figures before the next session",
    "unions and passengers found themselves on the same side",
    "an earlier promise had been made in writing",
    "the other chamber is expected to follow",
)
MONTHS = {
    "en": _words("January February March April May June July August September October November December"),
    "de": _words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    "fr": _words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
}
WEEKDAYS = {
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "de": _words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    "fr": _words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
}
SEASONS = ("winter", "spring", "summer", "autumn")
ORDINALS = ("first", "second", "third", "fourth")

PHRASES = {  # language: how its sources say when, the common ways more often
    "en": {
        "on {weekday}": 14,
        "on {day} {month}": 12,
        "{day} {month} {year}": 12,
        "{month} {day}, {year}": 6,
        "{iso}": 4,
        "last week": 5,
        "in {part}-{month} {year}": 7,
        "in {month} {year}": 6,
        "in the {season} of {year}": 3,
        "in the {quarter} quarter of {year}": 2,
        "in the {half} half of {year}": 2,
        "in {year}": 2,
        "in the 2010s": 1,
        "around {day} {month} {year}": 3,
        "in recent weeks": 2,
        "from {month} {year} to {month} {next}": 3,
        "since {month} {year}": 2,
        "until {month} {year}": 2,
        "before {day} {month} {year}": 1,
        "after {day} {month} {year}": 1,
    },
    "de": {
        "am {weekday}": 4,
        "am {day}. {month} {year}": 4,
        "Mitte {month} {year}": 3,
        "im {month} {year}": 2,
    },
    "fr": {"{weekday}": 2, "le {day} {month} {year}": 4, "en {month} {year}": 2},
}
