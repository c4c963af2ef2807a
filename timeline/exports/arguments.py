"""Reasons for and against: who gave which when, on whose word, and what answers them.

An argument is used where an actor's position, shown by an event of the view, gives it as a reason.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Prefetch

from timeline.charts.uses import Use, axis, life, scale_of
from timeline.models import Argument, Event, Position

from .standing import Standing

LISTED = 25  # actors and events of one argument on a page


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
    positions: tuple[Position, ...]
    scale: object
    raised: frozenset | None = None

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
        return tuple({position.event_id: position.event for position in self.positions}.values())

    @cached_property
    def users(self):
        """Who used it, in order of their first use."""
        found = defaultdict(dict)
        for position in self.positions:
            found[position.actor][position.event_id] = position.event
        return [User(actor, tuple(events.values())) for actor, events in found.items()]

    @property
    def listed(self):
        """The actors and the events that the page tells: all, or the first of very many."""
        return {"users": self.users[:LISTED], "events": self.events[:LISTED]}

    @property
    def more(self):
        """Whether there are more of them."""
        return len(self.users) > LISTED or len(self.events) > LISTED

    @cached_property
    def publishers(self):
        """Who published the sources of these events, each once."""
        cited = (citation.source.publisher for event in self.events for citation in event.citations.all())
        return list(dict.fromkeys(cited))

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
        return life(uses_of(self.positions), self.scale)


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
        """{argument: positions that give it as a reason, in order of time}; a constant number of queries."""
        cited = self.view.citations().select_related("source")
        chosen = Standing(self.view).chosen()
        rows = Position.objects.filter(pk__in=chosen.values("pk"), arguments__isnull=False).distinct()
        # Joined, not prefetched: SQLite refuses a prefetch of more than a thousand events by their positions.
        rows = rows.select_related("actor__debate", "event__debate")
        rows = rows.prefetch_related("arguments", Prefetch("event__citations", cited))
        found = defaultdict(list)
        for position in sorted(rows, key=_place):
            for argument in position.arguments.all():
                found[argument.pk].append(position)
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
        scale = scale_of(uses_of(positions))
        told = [Told(argument, tuple(self.uses[argument.pk]), scale, self.raised) for argument in arguments]
        sides = [
            (label, [one for one in told if one.argument.side == side])
            for side, label in Argument.Side.choices
        ]
        return Case(question, sides, axis(scale) if positions else "")


def uses_of(positions):
    """The positions as a strip draws them: several actors of one event and stance are one mark."""
    found = {}
    for position in positions:
        found.setdefault((position.event_id, position.stance), []).append(position)
    for (_event, stance), shared in found.items():
        event = shared[0].event
        names = ", ".join(dict.fromkeys(position.actor.name for position in shared))
        words = f"{names}: {event.title}\n{event.date_read}"
        yield Use(event.earliest, event.latest, stance, words, event.get_absolute_url())


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


def _place(position):
    event = position.event
    undated = event.sort_date is None
    return undated, event.sort_date or event.created_at.date(), event.slug, position.actor.name
