"""Errata: what readers of a published event are told of a change to it.

An erratum holds which things have changed, by key and code, and no text of either version: words that were
taken back are not kept where a page could show them. Its reason is written for readers.
"""

from collections import defaultdict

from django.db import models

from .bumping import BumpsDebate
from .events import Event, EventTopic, Position
from .history import History
from .sources import Citation
from .statuses import PUBLISHED

INSIDE = {EventTopic: "topic", Citation: "source", Position: "position"}
REWORDED = ("title", "summary")
NAMED = {"questions": "question", "actors": "actor"}


class Erratum(BumpsDebate):
    """A change to a published event, dated, with its reason."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="errata", editable=False)
    at = models.DateTimeField("corrected", editable=False)
    reason = models.TextField(blank=True, help_text="Readers see it.")
    changes = models.JSONField(default=list, editable=False)  # see `_of_event` and `_of_part`
    debate_path = "event__debate"

    history = History()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "errata"

    def __str__(self):
        return f"{self.event}, {self.at:%d %B %Y}"


def correct(change):
    """Tell readers of what a change has done to events that were published before and after it."""
    told = defaultdict(list)
    for new, old in _pairs(Event, change):
        if new.history_type == "~" and old.status == new.status == PUBLISHED:
            told[new.id] += _of_event(old, new)
    inside = [(model, pair) for model in INSIDE for pair in _pairs(model, change)]
    events = {(new.event_id if new else old.event_id) for _, (new, old) in inside}
    standing = _published_throughout(events, change)
    for model, (new, old) in inside:
        if (event := (new or old).event_id) in standing:
            told[event].append(_of_part(model, old, new))
    reason = change.public_reason or change.reason
    for event, changes in sorted(told.items()):
        if changes:
            Erratum.objects.create(event_id=event, at=change.at, reason=reason, changes=changes)


def _pairs(model, change):
    """(new, old) records of the rows of a model that a change has touched; None where there is none."""
    keys = change.touched.get(model, ())
    for new in model.history.filter(id__in=keys, history_date=change.at).order_by("history_id"):
        old = model.history.filter(id=new.id, history_id__lt=new.history_id).first()
        old = None if old is None or old.history_type == "-" else old
        yield (None if new.history_type == "-" else new), old


def _published_throughout(keys, change):
    stored = set(Event.objects.filter(pk__in=keys, status=PUBLISHED).values_list("pk", flat=True))
    before = {
        new.id for new, old in _pairs(Event, change) if new and (old is None or old.status != PUBLISHED)
    }
    return stored - before


def _of_event(old, new):
    if old.edtf != new.edtf:
        yield {"what": "date", "old": old.edtf}
    if old.kind != new.kind:
        yield {"what": "kind", "old": old.kind}
    yield from ({"what": name} for name in REWORDED if getattr(old, name) != getattr(new, name))
    for link in new._history_m2m_fields:
        key = f"{link.m2m_reverse_field_name()}_id"
        before, after = (set(getattr(r, link.name).values_list(key, flat=True)) for r in (old, new))
        yield from ({"what": NAMED[link.name], "how": "added", "key": one} for one in sorted(after - before))
        yield from ({"what": NAMED[link.name], "how": "removed"} for _ in before - after)


def _of_part(model, old, new):
    what, row = INSIDE[model], new or old
    how = "added" if old is None else "removed" if new is None else "changed"
    told = {"what": what, "how": how}
    if how == "removed":
        return told
    if model is Position:
        told |= {"actor": row.actor_id, "question": row.question_id}
        if old and old.stance != row.stance:
            told["old"] = old.stance
        return told
    return told | {"key": row.topic_id if model is EventTopic else row.source_id}
