"""Checked records to unsaved rows: dates derived, words gathered, nothing asked of the database."""

from dataclasses import dataclass, field

from timeline.dates import NotADate
from timeline.models import Actor, Argument, Citation, Debate, Event, Question, Source, Topic

from .bulk import columns
from .debate_format import CITATION, EVENT
from .problems import quoted
from .references import UNFINISHED


@dataclass
class Links:
    """What hangs on one event, by slugs: values are compared with what is stored."""

    questions: list
    topics: list  # (slug, role)
    actors: list
    citations: list  # unsaved, without their event; `source` set
    positions: list  # (actor, question, stance, arguments)


@dataclass
class Rows:
    """A whole debate file as rows. Lists are in the order of the file."""

    debate: Debate
    questions: list
    topics: list
    arguments: list  # (question slug, slug of the argument answered or None, row)
    actors: list
    affiliations: dict  # actor slug -> [(organisation slug, role, start, end)]
    sources: list
    events: list
    links: dict = field(default_factory=dict)  # event slug -> Links


def rows_of(file, problems, progress):
    """Build the rows; raises `BadFile` if these or earlier checks found problems."""
    sources = {record["slug"]: source_of(record) for record in file["sources"].values()}
    built = []
    for number, (place, record) in enumerate(file["events"].items(), 1):
        built.append(event_of(record, place, sources))
        progress("reading dates", number, len(file["events"]))
    problems.refuse()
    actors = {record["slug"]: actor_of(record) for record in file["actors"].values()}
    questions = [Question(rank=n, **record) for n, record in enumerate(file["questions"].values(), 1)]
    topics = [Topic(rank=n, **record) for n, record in enumerate(file["topics"].values(), 1)]
    named = {"actors": actors} | {
        kind: {row.slug: row for row in made} for kind, made in (("questions", questions), ("topics", topics))
    }
    rows = Rows(
        debate=Debate(**file["debate"]),
        questions=questions,
        topics=topics,
        arguments=arguments_of(file["arguments"].values()),
        actors=list(actors.values()),
        affiliations={r["slug"]: affiliations_of(r) for r in file["actors"].values() if r["affiliations"]},
        sources=list(sources.values()),
        events=[event for event, _ in built],
    )
    for (event, citations), record in zip(built, file["events"].values(), strict=True):
        event.index_words([named[kind][slug] for kind in named for slug in record[kind]], citations)
        rows.links[event.slug] = links_of(record, citations)
    return rows


def source_of(record):
    """A source with its days of publication; a wrong `published` has been noted before."""
    source = Source(**record)
    try:
        source.derive_days()
    except NotADate:
        source.published_earliest = source.published_latest = None
    return source


def actor_of(record):
    """An actor without its affiliations."""
    return Actor(**{key: value for key, value in record.items() if key != "affiliations"})


def affiliations_of(record):
    """An actor's affiliations as plain values."""
    return [(a["organisation"], a["role"], a["from"], a["to"]) for a in record["affiliations"]]


def arguments_of(records):
    """Arguments ranked within their question."""
    ranks, rows = {}, []
    for record in records:
        question = record["question"]
        rank = ranks[question] = ranks.get(question, 0) + 1
        row = Argument(slug=record["slug"], side=record["side"], text=record["text"], rank=rank)
        rows.append((question, record["answers"], row))
    return rows


CITATION_COLUMNS = [key.name for key in CITATION.keys if key.name != "source"]
EVENT_COLUMNS = [name for name in columns(Event) if name in EVENT.names]


def event_of(record, place, sources):
    """An event with its date read, and its citations; notes what is wrong with their dates."""
    event = Event(**{name: record[name] for name in EVENT_COLUMNS}, throughout_override=record["throughout"])
    citations = [
        citation_of(citation, place.key("citations").item(index), sources[citation["source"]])
        for index, citation in enumerate(record["citations"])
        if citation["source"] in sources
    ]
    event.adopt_citation(citations)
    if _derived(event, place):
        _check_reading(event, record, place)
    return event, citations


def citation_of(record, place, source):
    """A citation of a source, with its own words read."""
    citation = Citation(source=source, **{name: record[name] for name in CITATION_COLUMNS})
    citation.adopt_source()
    _derived(citation, place)
    return citation


def _derived(row, place):
    if None in (row.date_text, row.date_override, row.date_basis):
        return False  # not even text: noted before
    if row.date_override and not row.date_basis.strip():
        place.key("date_override").wrong("needs a date_basis that says why the date is not the phrase's")
    try:
        row.derive_date()
    except NotADate as refusal:
        key, words = (
            ("date_override", row.date_override) if row.date_override else ("date_text", row.date_text)
        )
        place.key(key).wrong(f"{quoted(words)}: {refusal.reason}")
        return False
    return True


def _check_reading(event, record, place):
    if event.date_text and not event.edtf and event.status not in UNFINISHED:
        fault = (
            f"missing: {quoted(event.date_text)} needs a day to be read against, and no citation gives one"
        )
        place.key("anchor").wrong(fault)
    elif record["throughout"] is not None and not event.edtf:
        place.key("throughout").wrong("the event has no date that it could last throughout")
    elif record["edtf"] is not None and record["edtf"] not in ("", event.edtf):
        place.key("edtf").wrong(f"the file says {quoted(record['edtf'])}, but {_story(event)}")


def _story(event):
    if not event.edtf:
        return "the event has neither date_text nor date_override"
    if event.date_override:
        return f"date_override says {quoted(event.edtf)}"
    against = f" read against {event.anchor}" if event.anchor else ""
    return f"{quoted(event.date_text)}{against} is {quoted(event.edtf)}"


def links_of(record, citations):
    """What hangs on the event."""
    roles = record["topic_roles"]
    return Links(
        questions=record["questions"],
        topics=[(slug, roles.get(slug, "")) for slug in record["topics"]],
        actors=record["actors"],
        citations=citations,
        positions=[(p["actor"], p["question"], p["stance"], p["arguments"]) for p in record["positions"]],
    )
