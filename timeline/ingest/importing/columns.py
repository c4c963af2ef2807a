"""The columns of the spreadsheets that can be imported, by kind: the one list behind templates and reading.

A sheet of events has the columns of the debate's own events.csv, so that such a file can be edited and
imported again; what follows from others there (`earliest`, `precision`, ...) is not asked for here.
"""

from dataclasses import dataclass

from timeline.models import Actor, Argument, Event, Position

EMPTY = "(empty)"  # in a cell: what is stored goes; an empty cell says nothing


@dataclass(frozen=True)
class Column:
    """A column: what belongs in it, an example, and what else it is called."""

    name: str
    says: str
    example: str = ""
    required: bool = False
    also: tuple = ()
    is_date: bool = False
    clears: bool = True  # whether `EMPTY` in a cell empties it; what is required always has a value


def _values(choices):
    return ", ".join(choices.values)


SLUG = "The row's own id and its address: letters, digits, - and _. Empty: made of the title. "
SLUG += "A row whose id the debate has changes what is there."
MANY = "Names or ids, parted by ;"

EVENT = (
    Column("slug", SLUG, "example-mayor-asks", also=("id", "row id", "row_id"), clears=False),
    Column("title", "What happened, in one line.", "The mayor asks for a tram", True, ("headline",)),
    Column("summary", "A few sentences.", "She said the bus is full.", also=("description", "text")),
    Column("kind", f"One of {_values(Event.Kind)}.", "statement", True, ("type",)),
    Column("importance", "1 minor, 2 normal (if empty), 3 major.", "2", clears=False),
    Column("date_text", "The date in the words of the source.", "mid-November", also=("date",), is_date=True),
    Column(
        "anchor", "The day the words are read against, 2024-11-26. Empty: when the source was published.",
        "", is_date=True,
    ),
    Column("language", "Of the words of the date: en, uk, de.", "en"),
    Column("edtf", "Only where the words do not say the date: 2024-11-12, [2024-11-11..2024-11-20].", ""),
    Column("date_basis", "Why the date is not that of the words. Needed where edtf differs from them.", ""),
    Column("questions", MANY, "Should Lunford build a tram line?", also=("question",)),
    Column("topics", MANY, "Fares", also=("topic", "tags")),
    Column("actors", MANY, "Ada Brook; Town Council", also=("actor", "people")),
    Column(
        "positions",
        f"Actor, stance, question, parted by ;. The stance is one of {_values(Position.Stance)}.",
        "Ada Brook supports Should Lunford build a tram line?",
    ),
    Column("sources", "Ids or addresses of sources that the debate has, parted by ;"),
    Column("source_url", "Address of the source. One that the debate has is used again.",
           "https://example.org/courier/tram", clears=False),
    Column("source_title", "Its title.", "Mayor wants a tram", clears=False),
    Column("source_publisher", "Who published it.", "Lunford Courier", also=("publisher",), clears=False),
    Column("source_published", "When, as 2024-11-26 or 2024-11.", "2024-11-26",
           also=("published",), is_date=True, clears=False),
    Column("source_language", "Language of the source: en, uk, de.", "en", clears=False),
    Column("quote", "At most 25 words, as the source has them.", "We cannot wait at the stop forever."),
    Column("relation", "supports (if empty) or contradicts.", "", clears=False),
)  # fmt: skip
ACTOR = (
    Column("slug", SLUG, "example-ada-brook", also=("id",), clears=False),
    Column("name", "", "Ada Brook", True),
    Column("kind", f"One of {_values(Actor.Kind)}.", "person", True, ("type",)),
    Column("country", "Two letters, ISO 3166.", "GB"),
    Column("aliases", "Other names, parted by ;", "Mayor Brook", also=("also called",)),
    Column("organisation", "Where the actor belongs: the name or id of another actor.", "Town Council"),
    Column("role", "As what.", "mayor", clears=False),
    Column("from", "First day, 2021-05-10; may be empty.", "2021-05-10", is_date=True),
    Column("to", "Last day; may be empty.", "", is_date=True),
)
QUESTION = (
    Column("slug", SLUG, "example-build-the-tram", also=("id",), clears=False),
    Column("title", "A question that can be answered with yes or no.",
           "Should Lunford build a tram line?", True, ("question",)),
    Column("summary", "What exactly is asked.", "At all, and at whose expense."),
    Column("aliases", "Other names, parted by ;", "the tram", also=("also called",)),
)  # fmt: skip
TOPIC = (
    Column("slug", SLUG, "example-fares", also=("id",), clears=False),
    Column("name", "", "Fares", True, ("topic",)),
    Column("kind", "In your own words: instrument, place.", "instrument"),
    Column("aliases", "Other names, parted by ;", "tickets", also=("also called",)),
)
ARGUMENT = (
    Column("slug", "The argument's own id.", "example-too-dear", True, ("id",)),
    Column("question", "The question it is about: title or id.", "Should Lunford build a tram line?", True),
    Column("side", f"One of {_values(Argument.Side)}.", "against", True),
    Column("text", "The reason in one sentence.", "The town cannot pay for it.", True),
    Column("answers", "The id of the argument that it answers.", ""),
)
SOURCE = (
    Column("slug", SLUG, "example-courier-2024-11-26", also=("id",), clears=False),
    Column("title", "", "Mayor wants a tram", True),
    Column("publisher", "", "Lunford Courier", True),
    Column("url", "Its address.", "https://example.org/courier/tram"),
    Column("published", "2024-11-26 or 2024-11.", "2024-11-26", is_date=True),
    Column("published_basis", "stated (if empty), or inferred: with the reason.", "stated"),
    Column("language", "en, uk, de.", "en"),
    Column("summary", "", "Report on the mayor's speech."),
)
SHEETS = {  # in the order of writing: what is named stands before what names it
    "question": QUESTION,
    "topic": TOPIC,
    "argument": ARGUMENT,
    "actor": ACTOR,
    "source": SOURCE,
    "event": EVENT,
}
# What events.csv shows beside these; it follows from them.
DERIVED = {"earliest", "latest", "throughout", "precision", "approximate", "date_read", "url", "problem"}
EXPLAINS = "How to"  # the sheet of a template that is not read
EXAMPLE = "example-"  # begins the ids of a template's rows, which are never imported


def column_of(kind, heading):
    """The column of a sheet that a heading means, or None."""
    asked = " ".join(heading.strip().lower().replace("_", " ").split())
    for column in SHEETS[kind]:
        if asked in (column.name.replace("_", " "), *column.also):
            return column
    return None


def is_header(kind, header):
    """Whether these headings are those of this kind of sheet."""
    found = {column_of(kind, heading) for heading in header} if kind else set()
    return bool(kind) and all(column in found for column in SHEETS[kind] if column.required)


# What tells a sheet from the others: (all of these, at least one of those).
_TELLING = {
    "argument": ({"question", "side", "text"}, set()),
    "event": (
        {"title"},
        {"date_text", "edtf", "actors", "positions", "source_url", "source_title", "quote", "importance"},
    ),
    "source": ({"title", "publisher"}, set()),
    "actor": ({"name", "kind"}, {"country", "aliases", "organisation"}),
    "topic": ({"name"}, set()),
    "question": ({"title"}, set()),
}


def kind_of_header(header):
    """The kind of sheet that has these headings, or None."""
    for kind, (all_of, one_of) in _TELLING.items():
        found = {column.name for heading in header if (column := column_of(kind, heading))}
        if all_of <= found and (not one_of or one_of & found):
            return kind
    return None
