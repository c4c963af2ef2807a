"""The traits of many stored events at once: a handful of queries for plain values, however many there are."""

from collections import defaultdict
from datetime import timedelta
from functools import reduce
from operator import or_

from timeline.models import Event, EventTopic, Position

from .likeness import EventTraits

AROUND = timedelta(1)  # two reports of one event may differ by a day


def traits_of(events):
    """[EventTraits] of a queryset of events, in its order; sources are left out."""
    rows = list(events.values_list("pk", "title", "summary", "kind", "earliest", "latest"))
    keys = [row[0] for row in rows]
    actors = _named(Event.actors.through.objects.filter(event__in=keys), "actor__slug", "actor__name")
    topics = _named(EventTopic.objects.filter(event__in=keys), "topic__slug", "topic__name")
    asked = Event.questions.through.objects.filter(event__in=keys)
    questions = _named(asked, "question__slug", "question__title")
    stances = _stances(keys)
    return [
        EventTraits(
            *row[1:], actors=actors[row[0]], topics=topics[row[0]], questions=questions[row[0]],
            stances=stances[row[0]], key=row[0],
        )
        for row in rows
    ]  # fmt: skip


def _named(links, slug, name):
    found = defaultdict(dict)
    for event, key, called in links.order_by().values_list("event_id", slug, name):
        found[event][key] = called
    return found


def _stances(keys):
    found = defaultdict(dict)
    rows = Position.objects.filter(event__in=keys).order_by()
    for event, actor, question, stance in rows.values_list(
        "event_id", "actor__slug", "question__slug", "stance"
    ):
        found[event][actor, question] = stance
    return found


def around(events, spans):
    """Those of some events that may lie within a day of one of these spans; none where no span is given."""
    windows = [
        (span.earliest and span.earliest - AROUND, span.latest and span.latest + AROUND) for span in spans
    ]
    return reduce(or_, (events.overlapping(*window) for window in windows), events.none())
