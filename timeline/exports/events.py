"""Events as plain data: the rows of events.json and events.csv, alike for every consumer."""

from collections.abc import Iterator

from .table import csv_of, json_of

CSV_COLUMNS = (
    "slug",
    "title",
    "summary",
    "kind",
    "importance",
    "date_text",
    "anchor",
    "earliest",
    "latest",
    "throughout",
    "precision",
    "approximate",
    "edtf",
    "date_read",
    "date_basis",
    "questions",
    "topics",
    "actors",
    "positions",
    "sources",
    "url",
)


def event_row(event, site):
    """One event as JSON takes it; `site` is the address that links are built on, without a final slash.

    `earliest`, `latest` are inclusive ISO days or null where an end is open. `phrase_edtf` is what the
    words of the source mean by themselves, where another citation fixes the day.
    """
    return {
        "slug": event.slug,
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "status": event.status,
        "importance": event.importance,
        "date_text": event.date_text,
        "anchor": _iso(event.anchor),
        "language": event.language,
        "earliest": _iso(event.earliest),
        "latest": _iso(event.latest),
        "throughout": event.throughout,
        "precision": event.precision,
        "approximate": event.approximate,
        "edtf": event.edtf,
        "inferred": event.inferred,
        "date_read": event.date_read,
        "date_basis": event.date_basis,
        "phrase_edtf": event.phrase_edtf,
        "phrase_read": event.phrase_read,
        "questions": [question.slug for question in event.questions.all()],
        "topics": [link.topic.slug for link in event.event_topics.all()],
        "topic_roles": {link.topic.slug: link.role for link in event.event_topics.all() if link.role},
        "actors": [actor.slug for actor in event.actors.all()],
        "positions": [_position(position) for position in event.positions.all()],
        "citations": [_citation(citation) for citation in event.citations.all()],
        "url": site + event.get_absolute_url(),
    }


def _iso(day):
    return day.isoformat() if day else None


def _position(position):
    return {
        "actor": position.actor.slug,
        "question": position.question.slug,
        "stance": position.stance,
        "arguments": [argument.slug for argument in position.arguments.all()],
    }


def _citation(citation):
    source = citation.source
    return {
        "source": source.slug,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "published": source.published,
        "published_inferred": source.published_inferred,
        "language": source.language,
        "date_text": citation.date_text,
        "quote": citation.quote or None,
        "relation": citation.relation,
        "note": citation.note,
    }


def json_parts(about, events, site) -> Iterator[str]:
    """The text of a JSON object with what is said `about` the events, and the list of them, in parts."""
    return json_of(about, "events", (event_row(event, site) for event in events))


def csv_lines(events, site) -> Iterator[str]:
    """The lines of the CSV file: a header, then an event a line; see `csv_of`."""
    return csv_of(CSV_COLUMNS, (_flat(event, site) for event in events))


def _flat(event, site):
    """An event as a row of the table: who took which stance in words, sources by their addresses."""
    row = event_row(event, site)
    return row | {
        "positions": [f"{one['actor']} {one['stance']} {one['question']}" for one in row["positions"]],
        "sources": [citation.source.url for citation in event.citations.all()],
    }
