"""Turning points: the changes of side of a view, with what lay between and the reasons given then."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse

from timeline.filters import Filters, View
from timeline.ledger import Change
from timeline.models import Actor, Event, Question

from . import standing_words as words
from .standing import Standing, key_of
from .standing_chart import name
from .standing_story import Evidence, Piece

CHUNK = 2000  # events looked through at once for the newest
BETWEEN = 5  # events named; the others are a link away


@dataclass(frozen=True)
class Turn:
    """A change of side of one actor on one question, the actor's so-manieth; `shown` is what of its evidence
    the filters choose, `known` the state of the evidence that it is counted in."""

    actor: Actor
    question: Question
    number: int
    change: Change
    shown: frozenset[str]
    known: Filters

    @property
    def key(self):
        """Names it in a page."""
        return name(key_of(self.actor, self.question), "turn", self.number)

    @property
    def keys(self):
        """The events that show it."""
        return self.change.before.key, self.change.after.key

    @property
    def window(self):
        """When it must have happened, in words."""
        return words.window(self.change)

    @property
    def before(self):
        """The stance before, in words."""
        return words.stance(self.change.before.stance)

    @property
    def after(self):
        """The stance after, in words."""
        return words.stance(self.change.after.stance)

    @property
    def url(self):
        """Where it is told: in its actor's row of the positions page."""
        question = self.question
        query = self.known.replace(question=(question.slug,)).querystring()
        return f"{reverse('positions', args=[question.debate.slug])}?{query}#{self.key}"


@dataclass(frozen=True)
class Told:
    """A turn with all that is told of it; `more` counts the events between that are not named."""

    turn: Turn
    before: Piece
    after: Piece
    between: list
    more: int
    between_query: str


class Found(NamedTuple):
    """A turn by the keys of its actor and its question."""

    question: int
    actor: int
    number: int
    change: Change
    shown: frozenset[str]


class Turns:
    """The turns of a view: those of its actors and questions that rest on one of its events.

    A range of dates is about the window: it may, or (`certainty`) must lie in it.
    """

    def __init__(self, view):
        self.view = view

    @cached_property
    def all(self):
        """Every turn of the view, the earliest first."""
        return self.of(self.found)

    @cached_property
    def found(self):
        """Every turn in few words, the earliest first; `of` makes turns of some of them.

        Pages and feeds are kept as they are printed: to keep thousands of turns costs more than to find them.
        """
        undated = View(self.view.debate, self.view.filters.without("first", "last"), self.view.user)
        turns = (
            (record, number, change, record.shown & {change.before.key, change.after.key})
            for record in Standing(undated).unsorted()
            for number, change in enumerate(record.ledger.turns, 1)
        )
        kept = (turn for turn in turns if turn[3] and self.in_range(turn[2]))
        ordered = sorted(kept, key=lambda turn: (*_ends(turn[2]), turn[0].key, turn[1]))
        return [
            Found(record.question.pk, record.actor.pk, number, change, shown)
            for record, number, change, shown in ordered
        ]

    def of(self, found):
        """The turns that were found."""
        questions = Question.objects.select_related("debate").in_bulk({one.question for one in found})
        actors = Actor.objects.in_bulk({one.actor for one in found})
        for actor in actors.values():
            actor.debate = self.view.debate
        known = self.view.filters.known()
        return [
            Turn(actors[one.actor], questions[one.question], one.number, one.change, one.shown, known)
            for one in found
        ]

    def newest(self, count):
        """So many turns, the one whose evidence was entered or changed last first."""
        turns_of, newest = defaultdict(list), {}
        for place, one in enumerate(self.found):
            for item in (one.change.before, one.change.after):
                turns_of[item.key].append(place)
        changes = self.view.known.unordered().order_by("-changed_at").values_list("slug", "changed_at")
        last = None
        for slug, changed_at in changes.iterator(chunk_size=CHUNK):
            if len(newest) >= count and changed_at != last:
                break
            last = changed_at
            for place in turns_of.get(slug, ()):
                newest.setdefault(place, changed_at)
        ordered = sorted(newest, key=lambda place: (-newest[place].timestamp(), place))
        return self.of([self.found[place] for place in ordered[:count]])

    def in_range(self, change):
        """Whether a window lies in the range of dates asked for, as certainly as asked for."""
        first, last = self.view.filters.first, self.view.filters.last
        begins, ends = change.first or date.min, change.last or date.max
        if self.view.filters.certainty == "certainly":
            return (not first or begins >= first) and (not last or ends <= last)
        return (not first or ends >= first) and (not last or begins <= last)

    def told(self, turns, between=True):
        """These turns with evidence, reasons and what lay between, in a constant number of queries."""
        turns = list(turns)
        keys = {key for turn in turns for key in turn.keys}
        evidence = Evidence(self.view, [], keys)
        near = self.near(turns) if between else {}
        lying = [_between(turn.change, near.get(turn.question.pk, ())) for turn in turns]
        named = self.named({pk for found in lying for pk in found[:BETWEEN]})
        for turn, found in zip(turns, lying, strict=True):
            change = turn.change
            yield Told(
                turn,
                evidence.piece(turn, change.before),
                evidence.piece(turn, change.after),
                [named[pk] for pk in found[:BETWEEN]],
                max(0, len(found) - BETWEEN),
                turn.known.replace(
                    question=(turn.question.slug,), first=change.first, last=change.last
                ).querystring(),
            )

    def named(self, keys):
        """{key: event} of those that are told by name."""
        events = Event.objects.in_bulk(keys)
        for event in events.values():
            event.debate = self.view.debate
        return events

    def near(self, turns):
        """{question: (key, slug, first and last day) of its events near the windows, in order of time}."""
        ends = [
            (turn.change.first, turn.change.last) for turn in turns if turn.change.first and turn.change.last
        ]
        if not ends:
            return {}
        whole = self.view.known.unordered()
        first, last = min(first for first, _ in ends), max(last for _, last in ends)
        events = whole.overlapping(first, last, certainly=True).in_order()
        links = Event.questions.through.objects.filter(
            question__in={turn.question.pk for turn in turns}, event__in=events.order_by().values("pk")
        )
        asked = {}
        for event, question in links.values_list("event", "question"):
            asked.setdefault(event, []).append(question)
        found = {}
        for event in events.values_list("pk", "slug", "earliest", "latest"):
            for question in asked.get(event[0], ()):
                found.setdefault(question, []).append(event)
        return found


def _ends(change):
    """Where a change stands among others: by the last day of its window, which it had happened by."""
    return change.last or date.max, change.first or date.min


def _between(change, events):
    """The keys of the events that certainly lie in a window, other than the evidence of its ends."""
    first, last, ends = change.first, change.last, (change.before.key, change.after.key)
    if first is None or last is None:
        return []
    return [
        pk
        for pk, slug, earliest, latest in events
        if first <= earliest and latest <= last and slug not in ends
    ]
