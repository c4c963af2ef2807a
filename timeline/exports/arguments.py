"""Reasons for and against: who gave which when, on whose word, and what answers them.

An argument is used where an actor's position, shown by an event of the view, gives it as a reason.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import ngettext

from timeline.charts.uses import Use, axis, life, scale_of
from timeline.models import Actor, Argument, Event, Position
from timeline.translation import number

from .standing import Standing

LISTED, FEW = 25, 5  # actors and events of one argument on a page; where there are many uses, few of each
MANY = 600  # uses on a page
KEYS = 500  # of events, asked for one by one
SPOTS = 150  # places on a strip: uses of one stance on the same one are one mark
# Of an event what a page says of a use.
SAID = (
    *("slug", "title", "debate", "earliest", "latest", "throughout", "precision", "approximate", "edtf"),
    *("inferred", "reading", "sort_date", "created_at", "importance", "date_text", "status"),
)


class Given(NamedTuple):
    """One use of an argument: by whom, in which event, with which stance."""

    actor: Actor
    event: Event
    stance: str


class Span(NamedTuple):
    """The days that a use can have been, None open."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True)
class User:
    """An actor who used an argument: the events in which, in order of time."""

    actor: object
    events: tuple[Event, ...]

    @property
    def first(self):
        """The events that may be the first use; several where their dates leave it open."""
        return first_of(self.events)

    @property
    def last(self):
        """The events that may be the last use."""
        return last_of(self.events)

    @property
    def unordered(self):
        """Whether the dates leave open which use was the first and which the last."""
        return not self.first or self.first == self.last

    @property
    def once(self):
        """Whether there is one use alone."""
        return len(self.events) == 1


@dataclass(frozen=True)
class Told:
    """An argument with its uses in a view; `raised` are the keys of those that were there, None for all."""

    argument: Argument
    positions: tuple[Given, ...]
    scale: object
    raised: frozenset | None = None
    credits: dict = field(default_factory=dict)
    most: int = LISTED

    @property
    def answers(self):
        """The argument that it answers, if that had been raised."""
        answered = self.argument.answers
        return answered if answered and self.had_been_raised(answered) else None

    @property
    def answered_by(self):
        """The arguments that answer it and had been raised."""
        return [one for one in self.argument.answered_by.all() if self.had_been_raised(one)]

    def had_been_raised(self, argument):
        """Whether an argument was there on the day of the view."""
        return self.raised is None or argument.pk in self.raised

    @cached_property
    def events(self):
        """The events in which it is used, each once, in order of time."""
        return tuple({use.event.pk: use.event for use in self.positions}.values())

    @cached_property
    def users(self):
        """Who used it, in order of their first use."""
        found = defaultdict(dict)
        for use in self.positions:
            found[use.actor][use.event.pk] = use.event
        return [User(actor, tuple(events.values())) for actor, events in found.items()]

    @property
    def listed(self):
        """The actors and the events, with who published their sources, that the page tells: the first."""
        events = [(event, self.credits.get(event.pk, [])) for event in self.events[: self.most]]
        return {"users": self.users[: self.most], "events": events}

    @property
    def more(self):
        """How many actors and how many events it does not tell."""
        return {
            "users": max(0, len(self.users) - self.most),
            "events": max(0, len(self.events) - self.most),
        }

    @cached_property
    def publishers(self):
        """Who published the sources of these events, each once."""
        return list(dict.fromkeys(one for event in self.events for one in self.credits.get(event.pk, [])))

    @property
    def first(self):
        """The events that may be the first use of all."""
        return first_of(self.events)

    @property
    def last(self):
        """The events that may be the last use of all."""
        return last_of(self.events)

    @property
    def life(self):
        """Its uses on a strip."""
        return life(list(uses_of(self.positions, self.scale)), self.scale)


@dataclass(frozen=True)
class Case:
    """The arguments of a question: [(label, arguments told)] of both sides, and the axis of their strips."""

    question: object
    sides: list
    axis: str

    @property
    def used(self):
        """Whether any of them is used in the view."""
        return any(told.positions for _label, side in self.sides for told in side)


class Arguments:
    """The arguments of a view's questions."""

    def __init__(self, view):
        self.view = view

    @cached_property
    def uses(self):
        """{argument: the uses of it, in order of time}; a constant number of queries."""
        links = Position.arguments.through.objects.filter(
            position__in=Standing(self.view).chosen().values("pk")
        )
        rows = list(
            links.values_list("argument", "position__actor", "position__event", "position__stance").order_by()
        )
        events, actors = self.events_of(rows), self.actors_of(rows)
        used = (
            (argument, Given(actors[actor], events[event], stance)) for argument, actor, event, stance in rows
        )
        found = defaultdict(list)
        for argument, given in sorted(used, key=lambda pair: _place(pair[1])):
            found[argument].append(given)
        return found

    def events_of(self, rows):
        """{key: event} of these uses, with what a page says of them."""
        wanted = {event for _argument, _actor, event, _stance in rows}
        events = {
            event.pk: event for event in self.view.all_events().only(*SAID).filter(pk__in=self.keys(wanted))
        }
        for event in events.values():
            event.debate = self.view.debate
        return events

    def keys(self, events):
        """These keys, or a query for more than these where they are many: no database takes any number."""
        if len(events) <= KEYS:
            return events
        links = Position.arguments.through.objects.filter(argument__question__debate=self.view.debate)
        return links.values("position__event")

    def actors_of(self, rows):
        """{key: actor} of these uses."""
        actors = Actor.objects.in_bulk({actor for _argument, actor, _event, _stance in rows})
        for actor in actors.values():
            actor.debate = self.view.debate
        return actors

    @cached_property
    def credits(self):
        """{event: who published its sources, each once in the order of citation}."""
        events = {use.event.pk for uses in self.uses.values() for use in uses}
        found = defaultdict(list)
        cited = self.view.citations().filter(event__in=self.keys(events)).order_by("pk")
        for event, publisher in cited.values_list("event", "source__publisher"):
            if publisher not in found[event]:
                found[event].append(publisher)
        return found

    @cached_property
    def arguments(self):
        """The arguments of the questions asked for, or of all, in the order of the debate.

        As of a day, those that had been raised by then.
        """
        rows = Argument.objects.filter(question__debate=self.view.debate)
        rows = rows if self.raised is None else rows.filter(pk__in=self.raised)
        if self.view.filters.question:
            rows = rows.filter(question__slug__in=self.view.filters.question)
        rows = rows.select_related("question__debate", "answers").prefetch_related("answered_by")
        return list(rows.order_by("question__rank", "question__title", "question_id", "rank", "pk"))

    @cached_property
    def raised(self):
        """The keys of the arguments that had been used by the day of the view; None where it is today's."""
        if not self.view.filters.as_of:
            return None
        uses = Position.arguments.through.objects.filter(
            position__event__in=self.view.known.unordered().values("pk")
        )
        return frozenset(uses.values_list("argument", flat=True))

    def cases(self):
        """The questions with their arguments, both sides of each."""
        return [
            self.case(question, list(found))
            for question, found in groupby(self.arguments, lambda argument: argument.question)
        ]

    def case(self, question, arguments):
        """One question's arguments, told."""
        positions = [position for argument in arguments for position in self.uses[argument.pk]]
        scale = scale_of(Span(use.event.earliest, use.event.latest) for use in positions)
        most = LISTED if sum(map(len, self.uses.values())) <= MANY else FEW
        told = [
            Told(argument, tuple(self.uses[argument.pk]), scale, self.raised, self.credits, most)
            for argument in arguments
        ]
        sides = [
            (label, [one for one in told if one.argument.side == side])
            for side, label in Argument.Side.choices
        ]
        return Case(question, sides, axis(scale) if positions else "")


def uses_of(positions, scale):
    """The uses as a strip draws them: those of one stance at one place of it are one mark."""
    found = defaultdict(list)
    for use in positions:
        ends = (use.event.earliest, use.event.latest)
        found[use.stance, *(day and round(SPOTS * scale.fraction(day.toordinal())) for day in ends)].append(
            use
        )
    for (stance, _left, _right), shared in found.items():
        event = shared[0].event
        others = [use for use in shared if use.event.pk != event.pk]
        names = ", ".join(dict.fromkeys(use.actor.name for use in shared if use.event.pk == event.pk))
        words = [f"{names}: {event.title}", event.date_read]
        if others:
            count = len({use.event.pk for use in others})
            more = ngettext("and %(count)s more event here", "and %(count)s more events here", count)
            words.append(more % {"count": number(count)})
        yield Use(event.earliest, event.latest, stance, "\n".join(words), event.get_absolute_url())


def first_of(events):
    """The events that may have been the first: none other ends before they begin."""
    dated = [event for event in events if event.sort_date]
    ends = [event.latest for event in dated if event.latest]
    return [event for event in dated if not ends or not event.earliest or event.earliest <= min(ends)]


def last_of(events):
    """The events that may have been the last: none other begins after they end."""
    dated = [event for event in events if event.sort_date]
    begins = [event.earliest for event in dated if event.earliest]
    return [event for event in dated if not begins or not event.latest or event.latest >= max(begins)]


def _place(use):
    event = use.event
    undated = event.sort_date is None
    return undated, event.sort_date or event.created_at.date(), event.slug, use.actor.name
