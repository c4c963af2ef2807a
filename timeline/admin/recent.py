"""The last changes, from history: what was written together is one line."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse

from timeline.models import Actor, Event, Question, Source, Topic
from timeline.models.roles import may_edit_any

RECORDED = (Event, Source, Actor, Question, Topic)
LOOKED = 60  # records of each model
SHOWN = 8  # changes
DONE = {"+": "added", "~": "changed", "-": "deleted"}


@dataclass(frozen=True)
class Change:
    """What was done together: to what, where that is, what exactly and why, by whom, when."""

    what: str
    more: int
    url: str | None
    done: str
    reason: str
    user: object
    when: datetime


def changes(user):
    """The last changes: an editor's are everybody's, a contributor's those by the contributor's own hand."""
    records = sorted(_records(user), key=lambda record: (record.history_date, record.pk), reverse=True)
    by_moment = groupby(records, key=lambda record: (record.history_date, record.history_user_id))
    return [_change(list(together)) for _moment, together in by_moment][:SHOWN]


def _records(user):
    for model in RECORDED:
        rows = model.history.select_related("history_user").order_by("-history_id")
        yield from (rows if may_edit_any(user) else rows.filter(history_user=user))[:LOOKED]


def _change(records):
    """The line of records that were written together: named for the event among them, if there is one."""
    first = min(records, key=lambda record: RECORDED.index(record.instance_type))
    name = first.instance_type._meta.model_name
    gone = first.history_type == "-"
    return Change(
        what=str(getattr(first, "title", None) or first.name),
        more=len(records) - 1,
        url=None if gone else reverse(f"admin:timeline_{name}_change", args=[first.id]),
        done=f"{first.instance_type._meta.verbose_name} {DONE[first.history_type]}",
        reason=first.history_change_reason or "",
        user=first.history_user,
        when=first.history_date,
    )
