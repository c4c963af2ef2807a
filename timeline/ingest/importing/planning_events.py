"""What rows of events would do: their dates read and their references checked as a debate file's are."""

from timeline.dates import words
from timeline.ingest.debate_format import EVENT, SOURCE
from timeline.ingest.problems import Place, Problems
from timeline.ingest.references import check_event
from timeline.ingest.rows import event_of, source_of
from timeline.models import Source

from .merging import merged_event, merged_slide, status_of
from .plans import CHANGE, CREATE, RowPlace, changes_of, shown
from .records import FromCells
from .stored import record_of


def plan_events(plans, run, names):
    """Finish the plans of events, whose references to other rows are in `names`."""
    sources = _sources(run, plans)
    for plan in plans:
        _plan_event(plan, run, names, sources)


def _sources(run, plans):
    """The sources that events cite, by slug: the debate's, and those that rows before would bring."""
    cited = set()
    for plan in plans:
        for record in (plan.record, plan.stored or {}):
            given = record.get("citations")
            listed = given if isinstance(given, list) else []
            cited |= {one.get("source") for one in listed if isinstance(one, dict)}
    cited = {slug for slug in cited if isinstance(slug, str)}
    found = {source.slug: source for source in Source.objects.filter(debate=run.debate, slug__in=cited)}
    coming = run.rows.filter(kind="source", outcome__in=[CREATE, CHANGE], slug__in=cited)
    for row in coming if run.state == run.State.CHECKING else ():
        record = row.given.get("record") or FromCells(row.given["cells"], None, lambda *_: None).source()
        stored = found.get(row.slug)
        base = record_of("source", stored) if stored else {}
        whole = SOURCE({**base, **record, "slug": row.slug}, Place(Problems()))
        found[row.slug] = source_of(whole)
    return found


def _plan_event(plan, run, names, sources):
    """Check an event as a debate file is checked, and read its date."""
    place, given = RowPlace(plan), plan.record
    if "cells" in plan.row.given:
        record = merged_event(given, plan.stored, sources, plan.wrong)
    elif plan.stored and plan.row.given.get("slide"):
        record = merged_slide(given, plan.stored, plan.before)
    else:
        record = {**(plan.stored or {}), **given}
    record |= status_of(given, plan.stored, run.status)
    checked = EVENT(record, place)
    known = {f"{kind}s": slugs for kind, slugs in names.slugs.items()}
    check_event(checked, place, known, names.arguments)
    plan.event, plan.citations = event_of(checked, place, sources)
    plan.record = checked
    plan.row.facts = _reading(plan.event)
    if not plan.problems:
        stored = plan.stored and EVENT(plan.stored, Place(Problems()))
        plan.changes = _changes(plan, stored)


def _reading(event):
    if not event.edtf:
        return {}
    return {
        "words": words(event.span),
        "short": words(event.span, short=True),
        "edtf": event.edtf,
        "explanation": event.span.explanation if not event.date_override else event.date_basis,
        "date_text": event.date_text,
        "anchor": event.anchor.isoformat() if event.anchor else "",
    }


def _changes(plan, stored):
    """What an event's row would change; the anchor and language that it adopts are not the row's."""
    skipped = {"slug", "edtf", "anchor", "language", "throughout"}
    if stored is None:  # its date stands beside it, as it is read
        skipped |= {"date_text", "date_override", "date_basis"}
    given = {key: value for key, value in plan.record.items() if key not in skipped}
    changes = changes_of(stored, given)
    if stored is None:
        return changes
    before, after = plan.before, plan.event
    for name in ("anchor", "language"):
        if getattr(before, name) != getattr(after, name):
            changes.append([name, shown(getattr(before, name)), shown(getattr(after, name))])
    if before.edtf != after.edtf:
        read = words(after.span) if after.span else "undated"
        changes.append(["date", shown(before.date_read), shown(read)])
    return changes
