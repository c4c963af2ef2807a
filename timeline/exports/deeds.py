"""From words to deeds: each topic's chain in rounds, with the events of every step and the waits between.

Filters choose which rounds are shown, never what is said of them: a wait is counted over all events of the
round that its reader may see. Without the request that the filters leave out, it would be another wait.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import Prefetch

from timeline.charts import Place, lay_out
from timeline.charts.deeds import HEIGHT, lane, waits
from timeline.filters.state import BLANK
from timeline.ledger import Lag, RoleEvent, Round, lag, rounds
from timeline.models import Event, EventTopic, Topic

from . import deeds_words as words
from .chart import row_of

# The pairs of roles between which a number of days says something, in the order of the page.
PAIRS = (
    ("requested", "refused"),
    ("requested", "approved"),
    ("requested", "permitted"),
    ("refused", "approved"),
    ("approved", "delivered"),
    ("delivered", "used"),
    ("restricted", "permitted"),
    ("permitted", "used"),
    ("requested", "used"),
)
STEPS = 40  # events of one round on a page
ROUNDS, STEPS_AT_MOST = 40, 400  # on a page: rounds, and events of them all (but one round at least)
SPAN = ("event__earliest", "event__latest", "event__throughout")
SUMMED = (("requested", "approved"), ("approved", "delivered"), ("delivered", "used"), ("requested", "used"))


class Linked(NamedTuple):
    """An event's role in a topic's chain: the event's key, the role, and itself as the ledger orders it."""

    event: int
    role: str
    dated: RoleEvent


class Found(NamedTuple):
    """A round of a topic, before its events are fetched."""

    topic: Topic
    number: int
    rounds: int
    round: Round

    @property
    def approval(self):
        """How long it took from the first request to an approval; None where it has not both."""
        return lag(self.round, "requested", "approved")


def role_event(slug, role, earliest, latest, throughout):
    """An event's role as the ledger orders it; what lasted throughout its span began on its first day."""
    return RoleEvent(slug, role, earliest, earliest if throughout and earliest else latest)


@dataclass(frozen=True)
class Step:
    """An event of a round with its role; `shown` tells whether the filters choose it."""

    event: Event
    role: str
    shown: bool

    @property
    def label(self):
        """The role in words."""
        return words.role(self.role)

    @property
    def publishers(self):
        """Who published its sources, each once."""
        return list(dict.fromkeys(citation.source.publisher for citation in self.event.citations.all()))


@dataclass(frozen=True)
class Wait:
    """How long it took from one role to another, and the events that may have begun and ended it."""

    pair: tuple[str, str]
    lag: Lag
    before: tuple[Event, ...]
    after: tuple[Event, ...]

    @property
    def name(self):
        """From what to what."""
        return words.PAIRS[self.pair]

    @property
    def days(self):
        """How many days: a number, a range, or that the order is unknown."""
        return words.days(self.lag)


@dataclass(frozen=True)
class Run:
    """A round of a topic as the page tells it."""

    topic: Topic
    number: int
    rounds: int
    round: Round
    steps: tuple[Step, ...]
    waits: tuple[Wait, ...]

    @property
    def key(self):
        """Names it in a page and on the chart."""
        return f"{self.topic.slug}.{self.number}"

    @property
    def name(self):
        """Its number among the rounds; empty where there is one alone."""
        return words.round_name(self.number, self.rounds)

    @property
    def listed(self):
        """The steps that the page tells: all, or the first of very many."""
        return self.steps[:STEPS]

    @property
    def cells(self):
        """What the table across topics says of it: a wait or None for each of its columns."""
        found = {wait.pair: wait for wait in self.waits}
        return [found.get(pair) for pair in SUMMED]


class Deeds:
    """The rounds of a view's topics."""

    def __init__(self, view, page=1):
        self.view, self.asked_page = view, page

    @cached_property
    def chosen(self):
        """{(event, topic)} that the filters choose, of events that have a role."""
        links = self.links(self.view).filter(**self.of_topics())
        return set(links.values_list("event_id", "topic_id"))

    def links(self, view):
        """The links between a view's events and topics that carry a role."""
        return EventTopic.objects.exclude(role="").filter(event__in=view.unordered().values("pk"))

    def of_topics(self):
        """The condition for the topics asked for: another topic of a chosen event is not what was asked."""
        topics = [slug for slug in self.view.filters.topic if slug != BLANK]
        return {"topic__slug__in": topics} if topics else {}

    @cached_property
    def links_by_topic(self):
        """{topic: {event's slug: (event, role, its days for the ledger)}} of all that this reader may see."""
        rows = self.links(self.view.known).filter(topic__in={topic for _event, topic in self.chosen})
        found = defaultdict(dict)
        for topic, event, slug, role, *span in rows.values_list(
            "topic", "event", "event__slug", "role", *SPAN
        ):
            found[topic][slug] = Linked(event, role, role_event(slug, role, *span))
        return found

    @cached_property
    def found(self):
        """Every round in which the filters choose an event, in the order of topics and time.

        The rounds of a topic without a chosen event keep their number and are left out.
        """
        topics = Topic.objects.filter(pk__in={topic for _event, topic in self.chosen})
        return [one for topic in topics.select_related("debate") for one in self.found_of(topic)]

    def found_of(self, topic):
        """The rounds of a topic."""
        links = self.links_by_topic[topic.pk]
        numbered = rounds(link.dated for link in links.values())
        for number, round_ in enumerate(numbered, 1):
            if any((links[event.key].event, topic.pk) in self.chosen for event in round_.events):
                yield Found(topic, number, len(numbered), round_)

    @cached_property
    def slices(self):
        """The rounds of each page; a page is full when it has so many rounds or steps."""
        slices, steps = [[]], 0
        for one in self.found:
            steps += len(one.round.events)
            if slices[-1] and (len(slices[-1]) == ROUNDS or steps > STEPS_AT_MOST):
                slices.append([])
                steps = len(one.round.events)
            slices[-1].append(one)
        return slices

    @property
    def page(self):
        """The page shown."""
        return min(self.asked_page, len(self.slices))

    @cached_property
    def runs(self):
        """The rounds of the page."""
        return self.of(self.slices[self.page - 1])

    def every(self):
        """All rounds, a page at a time."""
        for some in self.slices:
            yield from self.of(some)

    def of(self, found):
        """These rounds with their events, in a constant number of queries."""
        links = self.links_by_topic
        events = self.events(
            {links[one.topic.pk][each.key].event for one in found for each in one.round.events}
        )
        return [self.run(one, events) for one in found]

    def run(self, one, events):
        """A round as the page tells it."""
        steps = {event.key: self.step(one.topic, event.key, events) for event in one.round.events}
        waits = tuple(waits_of(one.round, steps))
        return Run(one.topic, one.number, one.rounds, one.round, tuple(steps.values()), waits)

    def step(self, topic, slug, events):
        """An event of a topic's chain."""
        link = self.links_by_topic[topic.pk][slug]
        return Step(events[link.event], link.role, (link.event, topic.pk) in self.chosen)

    def events(self, keys):
        """{key: event with its citations}."""
        cited = Prefetch("citations", self.view.citations().select_related("source"))
        found = Event.objects.prefetch_related(cited).in_bulk(keys)
        for event in found.values():
            event.debate = self.view.debate
            for citation in event.citations.all():
                citation.source.debate = self.view.debate
        return found

    @cached_property
    def undated(self):
        """The first chosen steps without any day, which are in no round."""
        found = [
            (topic, slug, link.event)
            for topic, links in self.links_by_topic.items()
            for slug, link in links.items()
            if (link.event, topic) in self.chosen and not (link.dated.earliest or link.dated.latest)
        ][:STEPS]
        events = self.events({event for _topic, _slug, event in found})
        topics = Topic.objects.in_bulk({topic for topic, _slug, _event in found})
        return [self.step(topics[topic], slug, events) for topic, slug, _event in found]

    def scene(self, width):
        """The laid-out chart, `width` being a class ("wide") or px."""
        return lay_out(
            self.rows,
            self.lanes,
            color_by="role",
            window=(self.view.filters.first, self.view.filters.last),
            as_of=self.view.filters.as_of,
            width=width,
            selected=self.view.filters.event or None,
            height=HEIGHT,
            held=self.held,
        )

    @cached_property
    def lanes(self):
        """A lane for each round."""
        return [lane(run.key, run.topic.name, run.number, run.rounds) for run in self.runs]

    @cached_property
    def held(self):
        """The lines of all rounds."""
        return [held for run in self.runs for held in waits(run.key, run.round)]

    @cached_property
    def rows(self):
        """The events, each in the lanes of its rounds."""
        places, steps = defaultdict(list), {}
        for run in self.runs:
            for step in run.steps:
                places[step.event.slug].append(Place(run.key, step.role))
                steps[step.event.slug] = step
        drawn = ((steps[slug], tuple(found)) for slug, found in places.items())
        return [row_of(step.event, at, step.publishers, step.event.get_absolute_url()) for step, at in drawn]

    def sentence(self):
        """What the chart shows, in one sentence."""
        return words.sentence(self.found)


def waits_of(round_, steps):
    """The waits of a round, in the order of `PAIRS`."""
    for pair in PAIRS:
        found = lag(round_, *pair)
        if found:
            before, after = (
                tuple(steps[event.key].event for event in events) for events in (found.before, found.after)
            )
            yield Wait(pair, found, before, after)


def round_row(run):
    """A round as data: its events by role, and its waits with the events that may begin and end them."""
    return {
        "topic": run.topic.slug,
        "round": run.number,
        "rounds": run.rounds,
        "events": [
            {"slug": step.event.slug, "role": step.role, "edtf": step.event.edtf, "chosen": step.shown}
            for step in run.steps
        ],
        "waits": [
            {
                "from": wait.pair[0],
                "to": wait.pair[1],
                "least": wait.lag.least,
                "most": wait.lag.most,
                "before": [event.slug for event in wait.before],
                "after": [event.slug for event in wait.after],
            }
            for wait in run.waits
        ],
    }
