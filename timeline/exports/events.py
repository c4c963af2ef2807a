"""Events as plain data: the rows of events.json and events.csv, alike for every consumer."""

import csv
import json
from collections.abc import Iterator

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
BYTE_ORDER_MARK = "\ufeff"
FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # what spreadsheets take for a formula at the start of a cell


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
    yield json.dumps(about, ensure_ascii=False)[:-1] + ', "events": ['
    comma = ""
    for event in events:
        yield comma + json.dumps(event_row(event, site), ensure_ascii=False)
        comma = ", "
    yield "]}"


class _Echo:
    """A file that hands back what is written to it, so that `csv` can feed a stream."""

    def write(self, line):
        return line


def csv_lines(events, site) -> Iterator[str]:
    """The lines of the CSV file: a header, then an event a line; memory does not grow with their number.

    A cell that a spreadsheet would take for a formula is led by an apostrophe, as OWASP advises. The file
    begins with a byte order mark: without one, Excel takes UTF-8 for the code page of its computer.
    """
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow(CSV_COLUMNS)
    for event in events:
        row = event_row(event, site) | {
            "sources": [citation.source.url for citation in event.citations.all()]
        }
        yield writer.writerow([_cell(row[column]) for column in CSV_COLUMNS])


def _cell(value):
    if isinstance(value, list):
        value = "; ".join(map(_item, value))
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _item(value):
    if isinstance(value, dict):
        return f"{value['actor']} {value['stance']} {value['question']}"
    return value
