"""What rows would do: created, changed, unchanged or refused, each with its reasons. Writes nothing."""

from timeline.ingest.debate_format import ACTOR, ARGUMENT, EVENT, QUESTION, SOURCE, TOPIC
from timeline.ingest.problems import Place, Problems, quoted, shortened

from .merging import merged_actor, merged_plain, merged_source
from .names import CALLED
from .planning_events import plan_events
from .plans import CHANGE, CREATE, REFUSED, UNCHANGED, Plan, RowPlace, changes_of
from .records import FromCells
from .stored import record_of, stored_rows

SHAPES = {
    "question": QUESTION,
    "topic": TOPIC,
    "argument": ARGUMENT,
    "actor": ACTOR,
    "source": SOURCE,
    "event": EVENT,
}
MERGED = {"actor": merged_actor, "source": merged_source}


def plan_rows(run, rows, names, rights):
    """A `Plan` for each of these rows, which are all of one kind; `names` learns what they bring.

    `rights` say what who imports may add and change. The rows take their outcome.
    """
    kind = rows[0].kind
    plans = [_opened(row) for row in rows]
    readable = [plan for plan in plans if "refused" not in plan.row.given]
    slugs = {_likely_slug(plan, names) for plan in readable}
    there = stored_rows(kind, run.debate, slugs)
    stored = {key: row for key, row in there.items() if rights.sees(kind, row)}
    taken = _taken_before(run, rows, slugs)
    for plan in readable:
        _plan(plan, names, stored, taken)
        if plan.row.slug in there.keys() - stored.keys():
            plan.wrong("slug", "this id is taken; give another one")
    if kind == "event":
        plan_events(readable, run, names)
    for plan in plans:
        _settle(plan)
        if plan.good and (fault := rights.refusal(kind, plan.before)):
            plan.wrong("slug", fault)
            _settle(plan)
    return plans


def _opened(row):
    """A plan with what reading the file found wrong already."""
    if "refused" not in row.given:
        return Plan(row, problems=list(row.given.get("faults", [])))
    row.title = shortened(row.given.get("title", ""), 300)
    return Plan(row, problems=[["", "", row.given["refused"]]])


def _likely_slug(plan, names):
    record = plan.row.given.get("record") or FromCells(
        plan.row.given.get("cells", {}), names, lambda *_: None
    ).record(plan.row.kind)
    slug = record.get("slug")
    return slug if isinstance(slug, str) else ""


def _taken_before(run, rows, slugs):
    """{what a row is known by: label} of the rows before these that have one of the slugs."""
    kind = rows[0].kind
    before = run.rows.filter(kind=kind, place__lt=rows[0].place, slug__in=slugs).exclude(outcome=REFUSED)
    known = before.values_list("slug", "facts", "label")
    argument = kind == "argument"
    return {(facts.get("question"), slug) if argument else slug: label for slug, facts, label in known}


def _plan(plan, names, stored, taken):
    """Everything but an event's own checks, in the order of the file, so that rows can name those before."""
    row, given = plan.row, plan.row.given
    if "record" in given:
        given_record = dict(given["record"])
    else:
        given_record = FromCells(given.get("cells", {}), names, plan.wrong).record(row.kind)
    slug = given_record.get("slug")
    key = (given_record.get("question"), slug) if row.kind == "argument" else slug
    row.slug = slug[:80] if isinstance(slug, str) else ""
    plan.before = stored.get(key) if isinstance(slug, str) else None
    if plan.before is not None:
        given_record["slug"] = row.slug = plan.before.slug
        plan.stored = record_of(row.kind, plan.before)
    if slug and key in taken:
        plan.wrong("slug", f"{taken[key]} has the same id {quoted(slug)}; give each row its own")
    elif isinstance(slug, str):
        taken[key] = row.label
    row.title = shortened(str(given_record.get(CALLED.get(row.kind, "title"), slug) or ""), 300)
    plan.record = given_record
    if row.kind != "event":
        _check_plain(plan, names)


def _check_plain(plan, names):
    row = plan.row
    if plan.before is not None and plan.row.given.get("only_new"):
        plan.record = dict(plan.stored)
    merge = MERGED.get(row.kind, merged_plain) if "cells" in row.given else merged_plain
    place = RowPlace(plan)
    plan.record = SHAPES[row.kind](merge(plan.record, plan.stored), place)
    _check_references(plan, names, place)
    row.facts = _facts(row.kind, plan.record)
    if not plan.problems:
        names.add_row(row.kind, row.slug, row.title, row.facts)
        stored = plan.stored and SHAPES[row.kind](plan.stored, Place(Problems()))
        plan.changes = changes_of(stored, plan.record)


def _check_references(plan, names, place):
    kind, record = plan.row.kind, plan.record
    sheet = "cells" in plan.row.given  # a debate file may leave it open
    if kind == "source" and sheet and record["published"] and not record["published_basis"]:
        place.key("published_basis").wrong("on whose word does the day stand? stated, or inferred: …")
    if kind == "argument" and record["question"]:
        if record["question"] not in names.slugs["question"]:
            place.key("question").wrong(f"the debate has no question {quoted(record['question'])}")
        elif record["answers"] and record["answers"] not in names.arguments.get(record["question"], ()):
            place.key("answers").wrong(f"the question has no argument {quoted(record['answers'])} before it")
    for one in record["affiliations"] if kind == "actor" else ():
        if one["organisation"] == record["slug"]:
            place.key("organisation").wrong("an actor does not belong to itself")
        elif one["organisation"] and one["organisation"] not in names.slugs["actor"]:
            place.key("organisation").wrong(f"the debate has no actor {quoted(one['organisation'])}")
        if one["from"] and one["to"] and one["from"] > one["to"]:
            place.key("to").wrong(f"it ends on {one['to']}, before it begins on {one['from']}")


def _facts(kind, record):
    if kind == "argument":
        return {"question": record["question"]}
    if kind == "source":
        return {"names": [record["url"]] if record["url"] else []}
    return {"names": record["aliases"]}


def _settle(plan):
    """Give the row its outcome."""
    row = plan.row
    if plan.problems:
        row.outcome = REFUSED
    elif plan.before is None:
        row.outcome = CREATE
    else:
        row.outcome = CHANGE if plan.changes else UNCHANGED
    row.problems, row.changes = plan.problems, plan.changes
    row.notes = row.given.get("notes", [])
