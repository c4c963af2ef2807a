"""What the debate holds and the file no longer does.

A published event is never deleted: it is withdrawn, and its address says so. Drafts and events in review
are somebody's work in progress and stay. Everything else goes, unless an event that stays still uses it.
"""

from django.db.models import Q
from django.utils import timezone

from timeline.models import Actor, Affiliation, Argument, Event, Question, Source, Topic

from .bulk import pieces, remove

REASON = "No longer in the debate file."


def settle_absent(debate, rows, report):
    """Withdraw or remove what the rows lack, and note it."""
    _settle_events(_absent(Event.objects.filter(debate=debate), rows.events), report)
    arguments = Argument.objects.filter(question__debate=debate)
    _remove(arguments, [row for _, _, row in rows.arguments], report, "positions")
    _remove(Question.objects.filter(debate=debate), rows.questions, report, "events", "positions")
    _remove(Topic.objects.filter(debate=debate), rows.topics, report, "events")
    _remove(Source.objects.filter(debate=debate), rows.sources, report, "citations")
    _remove_actors(Actor.objects.filter(debate=debate), rows.actors, report)


def _absent(stored, rows):
    """The keys of the stored rows that the file does not have."""
    present = {row.pk for row in rows}
    return [key for key in stored.values_list("pk", flat=True) if key not in present]


def _settle_events(keys, report):
    gone = {"status": Event.Status.WITHDRAWN, "withdrawn_reason": REASON, "changed_at": timezone.now()}
    for piece in pieces(keys):
        absent = Event.objects.filter(pk__in=piece)
        withdrawn = absent.filter(status=Event.Status.PUBLISHED).update(**gone)
        kept = absent.exclude(status=Event.Status.WITHDRAWN).count()
        report.note("event", withdrawn=withdrawn, kept=kept)


def _remove(stored, rows, report, *uses):
    """Delete the absent rows that nothing uses; `uses` are their relations to events and positions."""
    absent = _absent(stored, rows)
    kept = _used(stored.model, absent, uses)
    _delete(stored.model, absent, kept, report)


def _used(model, keys, uses):
    condition = Q(*((f"{use}__isnull", False) for use in uses), _connector=Q.OR)
    used = set()
    for piece in pieces(keys):
        used.update(model.objects.filter(condition, pk__in=piece).values_list("pk", flat=True))
    return used


def _delete(model, absent, kept, report):
    for piece in pieces(key for key in absent if key not in kept):
        remove(model.objects.filter(pk__in=piece))
    report.note(model._meta.model_name, removed=len(absent) - len(kept), kept=len(kept))


def _remove_actors(stored, rows, report):
    """Delete the absent actors in no event and no position to whom no actor that stays belongs."""
    absent = _absent(stored, rows)
    kept = _used(Actor, absent, ["events", "positions"])
    waiting = list(kept)
    while waiting:
        belongs = Affiliation.objects.filter(actor=waiting.pop()).values_list("organisation", flat=True)
        found = (set(belongs) & set(absent)) - kept
        kept |= found
        waiting += found
    _delete(Actor, absent, kept, report)
