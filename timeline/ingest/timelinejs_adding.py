"""Rows added to a debate: what it holds already stays as its curators made it."""

from timeline.models import Debate, Event, Question, Source, Topic

from .bulk import create
from .links import MODELS, write_links

ADDED = {"question": Question, "topic": Topic, "source": Source, "event": Event}


def add_rows(rows, progress):
    """Write the rows whose slugs the debate does not have; returns {kind: how many}.

    Runs inside the caller's transaction; a debate that is not there is created.
    """
    debate = Debate.objects.select_for_update().filter(slug=rows.debate.slug).first()
    counts = {"debate": int(debate is None)}
    if debate is None:
        debate = rows.debate
        debate.save()
    known, new = {}, {}
    for kind, wanted in _wanted(rows).items():
        stored = {row.slug: row for row in ADDED[kind].objects.filter(debate=debate)}
        new[kind] = [row for row in wanted if row.slug not in stored]
        _place_last(new[kind], stored.values())
        for row in new[kind]:
            row.debate = debate
        create(ADDED[kind], new[kind], progress)
        known[kind] = stored | {row.slug: row for row in new[kind]}
        counts[kind] = len(new[kind])
    slugs = {event.slug for event in new["event"]}
    events = {event.slug: event for event in new["event"]}
    write_links(rows, dict.fromkeys(MODELS, slugs), events, known | {"actor": {}, "argument": {}}, progress)
    if any(counts.values()):
        Debate.objects.bump(debate.pk)
    return counts


def _wanted(rows):
    return {"question": rows.questions, "topic": rows.topics, "source": rows.sources, "event": rows.events}


def _place_last(new, stored):
    """Give new questions and topics the ranks after those that are there."""
    last = max((row.rank for row in stored if hasattr(row, "rank")), default=0)
    for rank, row in enumerate(new, last + 1):
        if hasattr(row, "rank"):
            row.rank = rank
