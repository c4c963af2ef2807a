"""The last changes, from history: what was written together is one line."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse

from timeline.models import Actor, Citation, Debate, Event, EventTopic, Position, Question, Source, Topic
from timeline.models.roles import may_edit_any

PARTS = (Citation, Position, EventTopic)  # told as their event
RECORDED = (Event, Source, Actor, Question, Topic, *PARTS, Debate)  # a change is named for the first of these
LOOKED = 60  # records of each model
SHOWN = 8  # changes
DONE = {"+": "added", "~": "changed", "-": "deleted"}


@dataclass(frozen=True)
class Change:
    """What was done together: to what, where that is, what exactly and why, by whom, when.

    `more` is how many others it was done to; a citation and its event are one.
    """

    what: str
    more: int
    url: str | None
    done: str
    reason: str
    user: object
    when: datetime


def changes(user, debate=None):
    """The last changes, in one debate or in all.

    An editor's are everybody's, a contributor's those by the contributor's own hand.
    """
    records = list(_records(user, debate))
    records.sort(key=lambda record: (record.history_date, record.pk), reverse=True)
    by_moment = groupby(records, key=lambda record: (record.history_date, record.history_user_id))
    shown = [list(together) for _moment, together in by_moment][:SHOWN]
    titles = _titles(record.event_id for together in shown for record in together if _is_part(record))
    return [_change(together, titles) for together in shown]


def _records(user, debate):
    for model in RECORDED:
        rows = model.history.select_related("history_user").order_by("-history_id")
        if debate is not None:
            path = {Debate: "id"}.get(model, "event__debate_id" if model in PARTS else "debate_id")
            rows = rows.filter(**{path: debate.pk})
        yield from (rows if may_edit_any(user) else rows.filter(history_user=user))[:LOOKED]


def _is_part(record):
    return record.instance_type in PARTS


def _titles(keys):
    return dict(Event.objects.filter(pk__in=set(keys)).values_list("pk", "title"))


def _change(records, titles):
    """The line of records that were written together: named for the event among them, if there is one."""
    first = min(records, key=lambda record: RECORDED.index(record.instance_type))
    model, key, kind = Event if _is_part(first) else first.instance_type, _key(first), first.history_type
    named = titles.get(key, "an event that is gone") if _is_part(first) else _name(first)
    there = key in titles if _is_part(first) else kind != "-"
    name = model._meta.model_name
    return Change(
        what=named,
        more=_others(records),
        url=reverse(f"admin:timeline_{name}_change", args=[key]) if there else None,
        done=f"{model._meta.verbose_name} {DONE['~' if _is_part(first) else kind]}",
        reason=first.history_change_reason or "",
        user=first.history_user,
        when=first.history_date,
    )


def _key(record):
    return record.event_id if _is_part(record) else record.id


def _name(record):
    return str(getattr(record, "title", None) or record.name)


def _others(records):
    """How many rows besides the first; all are counted where there are more than were looked at."""
    looked = len({(Event if _is_part(one) else one.instance_type, _key(one)) for one in records})
    if len(records) < LOOKED:
        return looked - 1
    at = records[0].history_date
    told = (model.history.filter(history_date=at) for model in RECORDED if model not in PARTS)
    return max(looked, sum(rows.count() for rows in told)) - 1
