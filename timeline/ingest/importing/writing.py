"""Planned rows into the database: those of one kind at a time, in bulk, inside the caller's transaction."""

import copy
from collections import defaultdict
from types import SimpleNamespace

from timeline.ingest.bulk import columns, create
from timeline.ingest.links import MODELS, write_links
from timeline.ingest.rows import actor_of, links_of, source_of
from timeline.models import Actor, Affiliation, Argument, Event, Question, Source, Topic

from .plans import CREATE

PLAIN = {"question": Question, "topic": Topic, "source": Source}
_MADE = {"question": lambda r: Question(**r), "topic": lambda r: Topic(**r), "source": source_of}


def write_plans(debate, plans, author=None):
    """Write the good ones among these plans, all of one kind."""
    good = [plan for plan in plans if plan.good]
    if not good:
        return
    kind = good[0].row.kind
    if kind == "event":
        _write_events(debate, good, author)
    elif kind == "argument":
        _write_arguments(debate, good)
    elif kind == "actor":
        _write_actors(debate, good)
    else:
        _write_plain(debate, kind, good)


def _write_plain(debate, kind, plans):
    made = [(plan, _MADE[kind](plan.record)) for plan in plans]
    new = [row for plan, row in made if plan.row.outcome == CREATE]
    for rank, row in enumerate(new, _last_rank(PLAIN[kind], debate) + 1):
        row.debate = debate
        if kind != "source":
            row.rank = rank
    create(PLAIN[kind], new)
    changed = [(plan.before, row) for plan, row in made if plan.row.outcome != CREATE]
    days = [before.published_latest if kind == "source" else None for before, _ in changed]
    _overwrite(changed, {"id", "debate_id", "rank"})
    for (source, _), day in zip(changed, days, strict=True):
        if kind == "source":
            source.settle_events(day)


def _last_rank(model, debate):
    if model is Source:
        return 0
    return max(model.objects.filter(debate=debate).values_list("rank", flat=True), default=0)


def _overwrite(pairs, kept):
    """Make stored rows what others say, except for these columns, and save them."""
    for before, row in pairs:
        for name in columns(type(before)):
            if name not in kept:
                setattr(before, name, getattr(row, name))
        before.save()


def _write_arguments(debate, plans):
    questions = {row.slug: row for row in Question.objects.filter(debate=debate)}
    for plan in plans:
        record = plan.record
        question = questions[record["question"]]
        last = question.arguments.count()
        row = plan.before or Argument(question=question, slug=record["slug"], rank=last + 1)
        row.side, row.text = record["side"], record["text"]
        row.answers = question.arguments.get(slug=record["answers"]) if record["answers"] else None
        row.save()


def _write_actors(debate, plans):
    made = [(plan, actor_of(plan.record)) for plan in plans]
    new = [row for plan, row in made if plan.row.outcome == CREATE]
    for row in new:
        row.debate = debate
    create(Actor, new)
    changed = [(plan.before, row) for plan, row in made if plan.row.outcome != CREATE]
    _overwrite(changed, {"id", "debate_id"})
    named = {one["organisation"] for plan, _ in made for one in plan.record["affiliations"]}
    known = {row.slug: row for row in Actor.objects.filter(debate=debate, slug__in=named)}
    for plan, row in made:
        _write_affiliations(plan.before or row, plan, known)


def _write_affiliations(actor, plan, known):
    stored = plan.stored["affiliations"] if plan.stored else []
    wanted = plan.record["affiliations"]
    if [tuple(one.values()) for one in stored] == [_plain(one) for one in wanted]:
        return
    Affiliation.objects.filter(actor=actor).delete()
    for one in wanted:
        Affiliation.objects.create(
            actor=actor, organisation=known[one["organisation"]], role=one["role"],
            start=one["from"], end=one["to"],
        )  # fmt: skip


def _plain(one):
    ends = [end.isoformat() if end else None for end in (one["from"], one["to"])]
    return (one["organisation"], one["role"], *ends)


def _write_events(debate, plans, author):
    known = _known(debate, plans)
    new, changed, differing = [], [], defaultdict(set)
    links = {}
    for plan in plans:
        record = plan.record
        named = [known[kind][slug] for kind in ("actor", "topic", "question") for slug in record[f"{kind}s"]]
        plan.event.index_words(named, plan.citations)
        links[record["slug"]] = links_of(record, plan.citations)
        if plan.before is None:
            plan.event.debate = debate
            new.append(plan.event)
            for kind in MODELS:
                differing[kind].add(record["slug"])
        else:
            changed.append(_changed(plan))
            for kind in _differing_kinds(plan):
                differing[kind].add(record["slug"])
    for row in new:
        row.author = author
    create(Event, new)
    for row in changed:
        row.save()
    write_links(
        SimpleNamespace(links=links), differing, {row.slug: row for row in [*new, *changed]}, known, None
    )


def _changed(plan):
    """The stored event with what the row says of it."""
    row = copy.copy(plan.before)
    row._state = copy.copy(plan.before._state)
    for name in (*plan.record.keys(), "search_text"):
        if name in _EVENT_COLUMNS:
            setattr(row, name, getattr(plan.event, name))
    row.throughout_override = plan.event.throughout_override
    return row


_EVENT_COLUMNS = set(columns(Event)) - {"slug"}
_LINKED = {"questions": "questions", "topics": "topics", "actors": "actors", "citations": "citations",
           "positions": "positions", "topic_roles": "topics"}  # fmt: skip


def _differing_kinds(plan):
    """The links that differ. Citations hang on their source's day, so a change of the date renews them."""
    return {_LINKED[field] for field, _, _ in plan.changes if field in _LINKED}


def _known(debate, plans):
    """The rows that the events name, by kind and slug; arguments by their question's slug too."""
    known = {}
    for kind, model in (("question", Question), ("topic", Topic), ("actor", Actor)):
        slugs = {slug for plan in plans for slug in plan.record[f"{kind}s"]}
        known[kind] = {row.slug: row for row in model.objects.filter(debate=debate, slug__in=slugs)}
    cited = {one["source"] for plan in plans for one in plan.record["citations"]}
    known["source"] = {row.slug: row for row in Source.objects.filter(debate=debate, slug__in=cited)}
    reasons = {slug for plan in plans for one in plan.record["positions"] for slug in one["arguments"]}
    arguments = Argument.objects.filter(question__debate=debate, slug__in=reasons).select_related("question")
    known["argument"] = {(row.question.slug, row.slug): row for row in arguments}
    return known
