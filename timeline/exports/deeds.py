"""From words to deeds: each topic's chain in rounds, with the events of every step and the waits between.

Filters choose which rounds are shown, never what is said of them: a wait is counted over all events of the
round that its reader may see. Without the request that the filters leave out, it would be another wait.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

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
SUMMED = (("requested", "approved"), ("approved", "delivered"), ("delivered", "used"), ("requested", "used"))


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
    def dated(self):
        """Itself as the ledger orders it; what lasted throughout its span began on its first day."""
        event = self.event
        latest = event.earliest if event.throughout and event.earliest else event.latest
        return RoleEvent(event.slug, self.role, event.earliest, latest)

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

    def __init__(self, view):
        self.view = view

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
    def runs(self):
        """The rounds in which the filters choose an event, in the order of topics and time."""
        topics = Topic.objects.filter(pk__in={topic for _event, topic in self.chosen})
        return [run for topic in topics.select_related("debate") for run in self.runs_of(topic)]

    @cached_property
    def steps(self):
        """{topic: {event's slug: step}} of all events with a role that this reader may see."""
        rows = self.links(self.view.known).filter(topic__in={topic for _event, topic in self.chosen})
        cited = self.view.citations().select_related("source__debate")
        # Joined, not prefetched: SQLite refuses a prefetch of more than a thousand events by their links.
        links = rows.select_related("event__debate").prefetch_related(Prefetch("event__citations", cited))
        found = defaultdict(dict)
        for link in links:
            shown = (link.event_id, link.topic_id) in self.chosen
            found[link.topic_id][link.event.slug] = Step(link.event, link.role, shown)
        return found

    def runs_of(self, topic):
        """The rounds of a topic; those without a chosen event keep their number and are left out."""
        steps = self.steps[topic.pk]
        found = rounds(step.dated for step in steps.values())
        for number, round_ in enumerate(found, 1):
            mine = tuple(steps[event.key] for event in round_.events)
            if any(step.shown for step in mine):
                yield Run(topic, number, len(found), round_, mine, tuple(waits_of(round_, steps)))

    @property
    def undated(self):
        """The chosen steps without any day, which are in no round."""
        return [
            step
            for steps in self.steps.values()
            for step in steps.values()
            if step.shown and step.event.sort_date is None
        ]

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
        return words.sentence(self.runs)


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
