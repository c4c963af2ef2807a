"""The debate file: its keys, what each may hold, and what an absent one stands for. See docs/format.md."""

from timeline.models import (
    Actor,
    Affiliation,
    Argument,
    Citation,
    Debate,
    Event,
    EventTopic,
    Position,
    Question,
    Source,
    Topic,
)

from .checks import Key, Shape, column, day, list_of, mapping_of, name, number_of, set_of, text, truth
from .problems import Place, kind_of, quoted

FORMAT = 1  # raised when a file of the new format would be read wrongly by the old loader

SLUG = column(Event, "slug")

DEBATE = Shape(
    Key("slug", column(Debate, "slug")),
    Key("title", column(Debate, "title")),
    Key("description", text, ""),
    Key("language", column(Debate, "language"), ""),
)
QUESTION = Shape(
    Key("slug", SLUG),
    Key("title", column(Question, "title")),
    Key("summary", column(Question, "summary"), ""),
    Key("aliases", list_of(name), list),
)
TOPIC = Shape(
    Key("slug", SLUG),
    Key("name", column(Topic, "name")),
    Key("kind", column(Topic, "kind"), ""),
    Key("aliases", list_of(name), list),
)
ARGUMENT = Shape(
    Key("slug", SLUG),
    Key("question", name),
    Key("side", column(Argument, "side")),
    Key("text", column(Argument, "text")),
    Key("answers", name, None),
)
AFFILIATION = Shape(
    Key("organisation", name),
    Key("role", column(Affiliation, "role"), ""),
    Key("from", day, None),
    Key("to", day, None),
)
ACTOR = Shape(
    Key("slug", SLUG),
    Key("name", column(Actor, "name")),
    Key("kind", column(Actor, "kind")),
    Key("country", column(Actor, "country"), ""),
    Key("aliases", list_of(name), list),
    Key("affiliations", list_of(AFFILIATION), list),
)
SOURCE = Shape(
    Key("slug", SLUG),
    Key("title", column(Source, "title")),
    Key("publisher", column(Source, "publisher")),
    Key("url", column(Source, "url"), ""),
    Key("published", column(Source, "published"), ""),
    Key("published_basis", column(Source, "published_basis"), ""),
    Key("language", column(Source, "language"), ""),
    Key("summary", column(Source, "summary"), ""),
)
CITATION = Shape(
    Key("source", name),
    Key("date_text", column(Citation, "date_text"), ""),
    Key("date_override", column(Citation, "date_override"), ""),
    Key("date_basis", column(Citation, "date_basis"), ""),
    Key("quote", column(Citation, "quote"), ""),
    Key("relation", column(Citation, "relation"), Citation.Relation.SUPPORTS.value),
    Key("note", column(Citation, "note"), ""),
)
POSITION = Shape(
    Key("actor", name),
    Key("question", name),
    Key("stance", column(Position, "stance")),
    Key("arguments", set_of(name), list),
)
EVENT = Shape(
    Key("slug", SLUG),
    Key("title", column(Event, "title")),
    Key("summary", column(Event, "summary"), ""),
    Key("kind", column(Event, "kind")),
    Key("importance", number_of(Event.Importance), Event.Importance.NORMAL.value),
    Key("status", column(Event, "status"), Event.Status.PUBLISHED.value),
    Key("withdrawn_reason", column(Event, "withdrawn_reason"), ""),
    Key("date_text", column(Event, "date_text"), ""),
    Key("anchor", day, None),
    Key("language", column(Event, "language"), ""),
    Key("date_override", column(Event, "date_override"), ""),
    Key("throughout", truth, None),
    Key("date_basis", column(Event, "date_basis"), ""),
    Key("edtf", text, ""),
    Key("questions", set_of(name), list),
    Key("topics", set_of(name), list),
    Key("topic_roles", mapping_of(column(EventTopic, "role")), dict),
    Key("actors", set_of(name), list),
    Key("citations", list_of(CITATION), list),
    Key("positions", list_of(POSITION), list),
)
KINDS = {  # the lists of the file, in its order
    "questions": QUESTION,
    "topics": TOPIC,
    "arguments": ARGUMENT,
    "actors": ACTOR,
    "sources": SOURCE,
    "events": EVENT,
}


def place_of(problems, kind, index, record):
    """The place of a record: `events[12] "kuleba-…"`."""
    slug = record.get("slug") if isinstance(record, dict) else None
    return Place(problems, f"{kind}[{index}]" + (f" {quoted(slug)}" if isinstance(slug, str) else ""))


def check_file(data, problems):
    """The file with every record checked on its own and absent keys filled in: `{kind: {place: record}}`.

    The places go along so that later checks can say where; under "debate" stands the one record.
    """
    whole = Place(problems)
    lists = {kind: _records(kind, problems) for kind in KINDS}
    shape = Shape(
        Key("format", _format),
        Key("debate", lambda value, place: DEBATE(value, Place(problems, "debate"))),
        *(Key(kind, check, dict) for kind, check in lists.items()),
    )
    return shape(data, whole)


def _format(value, place):
    if value != FORMAT or isinstance(value, bool):
        place.wrong(f"must be {FORMAT}, the only format that this version reads, is {quoted(value)}")
    return value


def _records(kind, problems):
    def check(value, place):
        if not isinstance(value, list):
            place.wrong(f"must be a list, is {kind_of(value)}")
            return {}
        places = (place_of(problems, kind, index, record) for index, record in enumerate(value))
        checked = ((here, KINDS[kind](record, here)) for here, record in zip(places, value, strict=True))
        return {here: record for here, record in checked if record is not None}

    return check
