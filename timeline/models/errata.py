"""Errata: what readers of a published event are told of a change to it.

An erratum holds which things have changed, by key and code, and no text of either version: words that were
taken back are not kept where a page could show them. Its reason is written for readers.
"""

from collections import defaultdict

from django.db import models
from django.db.models import Max
from simple_history.models import HistoricalRecords

from .bumping import BumpsDebate
from .events import Event, EventTopic, Position
from .history import History
from .sources import Citation
from .statuses import PUBLISHED

REWORDED = ("title", "summary")
NAMED = {"questions": "question", "actors": "actor"}
# What tells a row inside an event from its neighbours, and what readers see of it.
INSIDE = {
    EventTopic: (("topic_id",), ("role",)),
    Citation: (
        ("source_id",),
        ("quote", "relation", "note", "date_text", "date_override", "date_basis"),
    ),
    Position: (("actor_id", "question_id"), ("stance",)),
}
WHAT = {EventTopic: "topic", Citation: "source", Position: "position"}
PIECE = 500  # rows asked for at once


class Erratum(BumpsDebate):
    """A change to a published event, dated, with its reason."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="errata", editable=False)
    at = models.DateTimeField("corrected", editable=False)
    reason = models.TextField(blank=True, help_text="Readers see it.")
    changes = models.JSONField(default=list, editable=False)  # see `_of_event`, `_of_part`, `Change.because`
    debate_path = "event__debate"

    history = History()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "errata"

    def __str__(self):
        return f"{self.event}, {self.at:%d %B %Y}"


def correct(change):
    """Tell readers of what a change has done to events that were published before and after it.

    Where nobody has said that readers are to be told (`change.public` is None), they are told of what the
    event itself says: its date, its words, its kind, a stance. Sources and names come and go untold.
    """
    told = defaultdict(list)
    events = list(_events(change))
    links = _links(record for pair in events for record in pair)
    for new, old in events:
        told[new.id] += _of_event(old, new, links)
    inside = {model: list(_parts(model, change)) for model in INSIDE}
    standing = _published_throughout({event for pairs in inside.values() for event, *_ in pairs}, change)
    for model, pairs in inside.items():
        links = _links(record for _, old, new in pairs if old and new for record in (old, new))
        for event, old, new in pairs:
            if event in standing:
                told[event] += _of_part(model, old, new, links)
    _write(change, told)


def _write(change, told):
    because = [change.because] if change.because else []
    rows = []
    for event, changes in sorted(told.items()):
        if change.public is None:
            changes = [one for one in changes if _is_substance(one)]
        if changes:
            said = because + changes
            rows.append(Erratum(event_id=event, at=change.at, reason=change.told_reason, changes=said))
    # Whatever has changed the events has told their debate so.
    Erratum.objects.bulk_create(rows, batch_size=PIECE)


def _is_substance(change):
    own = change["what"] in ("date", "kind", *REWORDED)
    return own or (change["what"] == "position" and "old" in change)


def _pieces(rows):
    rows = list(rows)
    return (rows[start : start + PIECE] for start in range(0, len(rows), PIECE))


def _records(model, change):
    """The records that a change has left of a model, without what it created with a new event."""
    if model not in change.touched:
        return []
    created = Event.history.filter(history_date=change.at, history_type="+").order_by().values("id")
    event = "id" if model is Event else "event_id"
    new = {"history_type": "+", f"{event}__in": created}
    found = model.history.filter(history_date=change.at).exclude(**new)
    return list(found.order_by("history_id"))


def _before(model, keys, change):
    """{key: the record before the change} of these rows, where they were there."""
    found = {}
    for piece in _pieces(keys):
        earlier = model.history.filter(id__in=piece).exclude(history_date=change.at).order_by()
        newest = earlier.values("id").annotate(newest=Max("history_id")).values("newest")
        for record in model.history.filter(pk__in=newest).exclude(history_type="-"):
            found[record.id] = record
    return found


def _events(change):
    """(new, old) records of the events that were and are published."""
    records = [r for r in _records(Event, change) if r.history_type == "~" and r.status == PUBLISHED]
    before = _before(Event, [record.id for record in records], change)
    for new in records:
        old = before.get(new.id)
        if old is not None and old.status == PUBLISHED:
            yield new, old


def _parts(model, change):
    """(event, old, new) of the rows inside events; what was replaced by its like is one that changed."""
    records = _records(model, change)
    before = _before(model, [record.id for record in records], change)
    gone, come = {}, {}
    for new in records:
        old = before.get(new.id)
        if new.history_type == "-":
            if old is not None:
                gone[_identity(model, old)] = old
        elif old is None or _identity(model, old) != _identity(model, new):
            come[_identity(model, new)] = new
            if old is not None:
                gone[_identity(model, old)] = old
        else:
            yield new.event_id, old, new
    for where in dict.fromkeys([*gone, *come]):
        yield where[0], gone.get(where), come.get(where)


def _identity(model, record):
    return record.event_id, *(getattr(record, name) for name in INSIDE[model][0])


def _published_throughout(keys, change):
    stored = set()
    for piece in _pieces(keys):
        rows = Event.objects.filter(pk__in=piece, status=PUBLISHED)
        stored.update(rows.order_by().values_list("pk", flat=True))
    changed = {record.id for record in _records(Event, change)}
    before = _before(Event, changed, change)
    published = {key for key, record in before.items() if record.status == PUBLISHED}
    return {key for key in stored if key not in changed or key in published}


def _of_event(old, new, links):
    if old.edtf != new.edtf:
        yield {"what": "date", "old": old.edtf}
    if old.kind != new.kind:
        yield {"what": "kind", "old": old.kind}
    yield from ({"what": name} for name in REWORDED if getattr(old, name) != getattr(new, name))
    for link in new._history_m2m_fields:
        before, after = links[old.pk, link.name], links[new.pk, link.name]
        yield from ({"what": NAMED[link.name], "how": "added", "key": one} for one in sorted(after - before))
        yield from ({"what": NAMED[link.name], "how": "removed"} for _ in before - after)


def _links(records):
    """{(a record's key, a relation): the keys of what it leads to} of records of one model."""
    found = defaultdict(set)
    for piece in _pieces(records):
        for link in piece[0]._history_m2m_fields:
            rows = HistoricalRecords.m2m_models[link].objects.filter(history__in=[one.pk for one in piece])
            for record, key in rows.values_list("history_id", f"{link.m2m_reverse_field_name()}_id"):
                found[record, link.name].add(key)
    return found


def _of_part(model, old, new, links):
    """What readers are told of a row inside an event; nothing where they see no difference."""
    what, row = WHAT[model], new or old
    how = "added" if old is None else "removed" if new is None else "changed"
    told = {"what": what, "how": how}
    if how == "changed" and not _differ(model, old, new, links):
        return
    if how != "removed" and model is Position:
        told |= {"actor": row.actor_id, "question": row.question_id}
        if old and old.stance != row.stance:
            told["old"] = old.stance
    elif how != "removed":
        told["key"] = row.topic_id if model is EventTopic else row.source_id
    yield told


def _differ(model, old, new, links):
    seen = any(getattr(old, name) != getattr(new, name) for name in INSIDE[model][1])
    linked = (link.name for link in new._history_m2m_fields)
    return seen or any(links[old.pk, name] != links[new.pk, name] for name in linked)
