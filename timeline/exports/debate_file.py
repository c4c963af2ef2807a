"""A debate as a debate file: what `loaddebate` reads, byte for byte the same for the same rows.

The order is canonical: questions, topics and arguments by rank, actors and sources by slug, events by
time. Keys stand in the order of the format and only where they say something. Memory stays bounded.
"""

import json
from datetime import date

from django.db.models import Prefetch

from timeline.ingest.debate_format import FORMAT
from timeline.models import Affiliation, Argument, Citation, Event, EventTopic, Position

PIECE = 500
_NEVER = date.max


def debate_file(debate):
    """Yield the text of the file in pieces; together they are JSON with an indent of 1 and a last newline."""
    yield f'{{\n "format": {FORMAT},\n "debate": {_indented(_debate(debate), 1)}'
    for kind, records in _LISTS.items():
        yield f',\n "{kind}": '
        yield from _list(records(debate))
    yield "\n}\n"


def _list(records):
    opening = "[\n  "
    for record in records:
        yield opening + _indented(record, 2)
        opening = ",\n  "
    yield "[]" if opening.startswith("[") else "\n ]"


def _indented(record, depth):
    text = json.dumps(record, ensure_ascii=False, indent=1)
    return text.replace("\n", "\n" + " " * depth)  # JSON escapes the line ends within its strings


def _record(**values):
    """The keys that say something: absent, empty and null are the same to the format."""
    return {key: value for key, value in values.items() if value is not None and value not in ("", [], {})}


def _debate(debate):
    return _record(
        slug=debate.slug, title=debate.title, description=debate.description, language=debate.language
    )


def _questions(debate):
    for question in debate.questions.order_by("rank", "title", "slug"):
        yield _record(
            slug=question.slug, title=question.title, summary=question.summary, aliases=question.aliases
        )


def _topics(debate):
    for topic in debate.topics.order_by("rank", "name", "slug"):
        yield _record(slug=topic.slug, name=topic.name, kind=topic.kind, aliases=topic.aliases)


def _arguments(debate):
    order = ("question__rank", "question__title", "question__slug", "rank", "pk")
    arguments = Argument.objects.filter(question__debate=debate).select_related("question", "answers")
    for argument in arguments.order_by(*order):
        yield _record(
            slug=argument.slug,
            question=argument.question.slug,
            side=argument.side,
            text=argument.text,
            answers=argument.answers.slug if argument.answers else None,
        )


def _actors(debate):
    affiliations = Affiliation.objects.order_by("pk").select_related("organisation")
    for actor in _by_slug(debate.actors.prefetch_related(Prefetch("affiliations", affiliations))):
        yield _record(
            slug=actor.slug,
            name=actor.name,
            kind=actor.kind,
            country=actor.country,
            aliases=actor.aliases,
            affiliations=[_affiliation(affiliation) for affiliation in actor.affiliations.all()],
        )


def _affiliation(row):
    ends = {"from": row.start and row.start.isoformat(), "to": row.end and row.end.isoformat()}
    return _record(organisation=row.organisation.slug, role=row.role, **ends)


def _sources(debate):
    for source in _by_slug(debate.sources.all()):
        yield _record(
            slug=source.slug,
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            published=source.published,
            published_basis=source.published_basis,
            language=source.language,
            summary=source.summary,
        )


def _events(debate):
    citations = Citation.objects.order_by("pk").select_related("source")
    reasons = Prefetch("arguments", Argument.objects.order_by("rank", "pk"))
    positions = Position.objects.order_by("pk").select_related("actor", "question").prefetch_related(reasons)
    topics = EventTopic.objects.select_related("topic").order_by("topic__rank", "topic__name", "topic__slug")
    events = debate.events.prefetch_related(
        "actors",
        Prefetch("questions", debate.questions.order_by("rank", "title", "slug")),
        Prefetch("event_topics", topics),
        Prefetch("citations", citations),
        Prefetch("positions", positions),
    )
    for event in _in_order(events, ("sort_date", "latest", "slug"), _by_time):
        yield _event(event)


def _event(event):
    return _record(
        slug=event.slug,
        title=event.title,
        summary=event.summary,
        kind=event.kind,
        importance=_unless(event.importance, Event.Importance.NORMAL),
        status=_unless(event.status, Event.Status.PUBLISHED),
        withdrawn_reason=event.withdrawn_reason,
        date_text=event.date_text,
        anchor=event.anchor and event.anchor.isoformat(),
        language=_own_language(event),
        date_override=event.date_override,
        throughout=event.throughout_override,
        date_basis=event.date_basis,
        edtf=event.edtf,
        questions=[question.slug for question in event.questions.all()],
        topics=[link.topic.slug for link in event.event_topics.all()],
        topic_roles={link.topic.slug: link.role for link in event.event_topics.all() if link.role},
        actors=sorted(actor.slug for actor in event.actors.all()),
        citations=[_citation(citation) for citation in event.citations.all()],
        positions=[_position(position) for position in event.positions.all()],
    )


def _citation(citation):
    return _record(
        source=citation.source.slug,
        date_text=citation.date_text,
        date_override=citation.date_override,
        date_basis=citation.date_basis,
        quote=citation.quote,
        relation=_unless(citation.relation, Citation.Relation.SUPPORTS),
        note=citation.note,
    )


def _position(position):
    return _record(
        actor=position.actor.slug,
        question=position.question.slug,
        stance=position.stance,
        arguments=[argument.slug for argument in position.arguments.all()],
    )


def _own_language(event):
    """The event's language where it is not simply that of the citation whose phrase it uses."""
    words = event.date_text
    cited = next((c for c in event.citations.all() if words and c.date_text == words), None)
    return "" if cited else event.language


def _unless(value, default):
    return None if value == default else value


def _by_slug(rows):
    return _in_order(rows, ("slug",), lambda key: key)


def _by_time(key):
    sort_date, latest, slug = key
    return sort_date or _NEVER, latest or _NEVER, slug


def _in_order(rows, columns, order):
    """The rows, a piece at a time. Python sorts: databases differ in where they put "-" and nulls."""
    keys = [(order(key), pk) for pk, *key in rows.order_by().values_list("pk", *columns)]
    keys = [pk for _, pk in sorted(keys)]
    for start in range(0, len(keys), PIECE):
        piece = keys[start : start + PIECE]
        found = {row.pk: row for row in rows.filter(pk__in=piece)}
        yield from (found[pk] for pk in piece if pk in found)


_LISTS = {
    "questions": _questions,
    "topics": _topics,
    "arguments": _arguments,
    "actors": _actors,
    "sources": _sources,
    "events": _events,
}
