"""What a debate holds, as the records of its debate file: the ground that a row's changes are measured on."""

from timeline.models import Actor, Argument, Citation, Event, FormerSlug, Position, Question, Source, Topic

MODELS = {
    "question": Question,
    "topic": Topic,
    "argument": Argument,
    "actor": Actor,
    "source": Source,
    "event": Event,
}
CITED = ("date_text", "date_override", "date_basis", "quote", "relation", "note")
PLAIN = {
    "question": ("slug", "title", "summary", "aliases"),
    "topic": ("slug", "name", "kind", "aliases"),
    "argument": ("slug", "side", "text"),
    "actor": ("slug", "name", "kind", "country", "aliases"),
    "source": ("slug", "title", "publisher", "url", "published", "published_basis", "language", "summary"),
    "event": (
        "slug", "title", "summary", "kind", "importance", "status", "withdrawn_reason", "date_text",
        "language", "date_override", "date_basis",
    ),
}  # fmt: skip


def stored_rows(kind, debate, slugs):
    """{slug as asked: row with what hangs on it}; former slugs lead to what had them."""
    model = MODELS[kind]
    if kind == "argument":
        rows = model.objects.filter(question__debate=debate, slug__in=slugs)
        rows = rows.select_related("question", "answers")
        return {(row.question.slug, row.slug): row for row in rows}
    rows = _with_links(kind, model.objects.filter(debate=debate))
    found = {row.slug: row for row in rows.filter(slug__in=slugs)}
    gone = [slug for slug in slugs if slug not in found]
    former = FormerSlug.objects.filter(debate=debate, kind=model.page, slug__in=gone)
    targets = dict(former.values_list("slug", "target"))
    by_key = {row.pk: row for row in rows.filter(pk__in=targets.values())} if targets else {}
    return found | {slug: by_key[key] for slug, key in targets.items() if key in by_key}


def _with_links(kind, rows):
    if kind == "actor":
        return rows.prefetch_related("affiliations__organisation")
    if kind != "event":
        return rows
    return rows.prefetch_related(
        "questions", "actors", "event_topics__topic", "citations__source", "positions__actor",
        "positions__question", "positions__arguments",
    )  # fmt: skip


def record_of(kind, row):
    """The record of a stored row."""
    record = {column: getattr(row, column) for column in PLAIN[kind]}
    return record | _LINKS.get(kind, lambda row: {})(row)


def _argument(row):
    return {"question": row.question.slug, "answers": row.answers.slug if row.answers else None}


def _actor(row):
    return {"affiliations": [affiliation_of(one) for one in in_order(row.affiliations)]}


def affiliation_of(row):
    """The record of an affiliation."""
    ends = {"from": _iso(row.start), "to": _iso(row.end)}
    return {"organisation": row.organisation.slug, "role": row.role} | ends


def _event(row):
    return {
        "anchor": _own_anchor(row),
        "throughout": row.throughout_override,
        "questions": [question.slug for question in row.questions.all()],
        "topics": [link.topic.slug for link in in_order(row.event_topics)],
        "topic_roles": {link.topic.slug: link.role for link in row.event_topics.all() if link.role},
        "actors": [actor.slug for actor in row.actors.all()],
        "citations": [_citation(citation) for citation in in_order(row.citations)],
        "positions": [_position(position) for position in in_order(row.positions)],
    }


def _own_anchor(row):
    """The anchor where a curator chose it; that of the cited source follows the source."""
    cited = next((one for one in in_order(row.citations) if one.date_text == row.date_text), None)
    adopted = bool(row.date_text) and cited and cited.source.published_latest == row.anchor
    return None if adopted else _iso(row.anchor)


def _citation(row: Citation):
    return {"source": row.source.slug} | {column: getattr(row, column) for column in CITED}


def _position(row: Position):
    arguments = sorted(argument.slug for argument in row.arguments.all())
    return {
        "actor": row.actor.slug, "question": row.question.slug, "stance": row.stance, "arguments": arguments,
    }  # fmt: skip


def in_order(related):
    """Prefetched rows as they were entered."""
    return sorted(related.all(), key=lambda row: row.pk)


def _iso(day):
    return day.isoformat() if day else None


_LINKS = {"argument": _argument, "actor": _actor, "event": _event}
