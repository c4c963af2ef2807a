"""What a merge will change, found by rehearsing it: what moves, and what readers will see."""

from collections import Counter
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Q

from timeline.exports.kept import WHAT, contents
from timeline.ingest.merging import rehearse
from timeline.models import Event

LINKS = {"actor": ("actors", "positions__actor"), "source": ("citations__source",), "topic": ("topics",),
         "question": ("questions", "positions__question")}  # fmt: skip
NAMED_AT_MOST = 12
MOVED = "event_id", "actor_id", "organisation_id", "source_id", "topic_id", "question_id"


@dataclass(frozen=True)
class Effects:
    """Sentences on what moves and what goes; the public events that change, and the address."""

    moves: list
    events: list  # (title, what changes, date before, date after)
    more: int


def effects(kept, taken, choices):
    """The `Effects` of a merge with these choices; raises `CannotMerge`."""
    keys = [event.pk for event in public_events(kept, taken)]
    before = pictures(keys)

    def look(merged):
        after = pictures(keys)
        changed = [change for key in after if (change := _change(before[key], after[key]))]
        return Effects(moves(merged), changed[:NAMED_AT_MOST], max(0, len(changed) - NAMED_AT_MOST))

    return rehearse(kept, taken, choices, look)


def public_events(kept, taken):
    """The published events that show one of two rows."""
    rows = Event.objects.visible_to(None)
    if isinstance(kept, Event):
        return rows.filter(pk__in=[kept.pk, taken.pk])
    both = [kept.pk, taken.pk]
    named = Q(*((f"{link}__in", both) for link in LINKS[kept.page]), _connector=Q.OR)
    return rows.filter(pk__in=rows.filter(named).order_by().values("pk"))


def pictures(keys):
    """{key: (title, date in words, contents)} of events as they stand."""
    rows = Event.objects.filter(pk__in=keys).with_details().in_order()
    return {event.pk: (event.title, event.date_read, contents(event)) for event in rows}


def _change(before, after):
    """(title, what changes in words, date before, date after), or None where nothing does."""
    differing = [what for what in WHAT if before[2][what] != after[2][what]]
    if not differing:
        return None
    dates = (before[1], after[1]) if before[1] != after[1] else ("", "")
    return (before[0], ", ".join(str(WHAT[what]) for what in differing), *dates)


def moves(merged):
    """What moves to the kept row and what both had, as sentences: "3 citations move to it"."""
    moved, joined = Counter(), Counter()
    for label, key, was, now in merged.journal["rows"]:
        model = apps.get_model(label)
        if now is None and (label, key) != (f"timeline.{merged.kind}", merged.taken):
            joined[model] += 1
        elif was and now and any(now.get(column) == merged.kept for column in MOVED if column in was):
            moved[model] += 1
    return [
        *(
            f"{_count(model, number)} {'moves' if number == 1 else 'move'} to it"
            for model, number in moved.items()
        ),
        *(
            f"{_count(model, number)} that both have stay{'s' * (number == 1)} once"
            for model, number in joined.items()
        ),
    ]


def _count(model, number):
    name = model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural
    return f"{number} {name}"
