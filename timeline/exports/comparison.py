"""Two sides compared: two actors, or one in two periods, question by question.

As everywhere, the filters choose what is shown and never what is claimed: both ledgers are made of all the
evidence that the reader may see. A person's words do not count for an institution, nor the other way round.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count
from django.utils.translation import gettext as _

from timeline.filters import View
from timeline.filters.state import BLANK
from timeline.ledger import Ledger, Part, State, carrying, faded, relation, spells, states, steps
from timeline.models import Actor, Affiliation, Question

from . import comparison_words as words
from .standing import Record, Standing
from .standing_story import Evidence

NOBODY = frozenset()
TAIL = 25  # one part in so many of the time is added after the last evidence


@dataclass(frozen=True)
class Side:
    """One side of a comparison: an actor, and the first and last day of its period, None where open."""

    actor: Actor
    first: date | None = None
    last: date | None = None

    @property
    def period(self):
        """Its period, for comparing with another's."""
        return self.first, self.last

    def holds(self, item):
        """Whether a piece of evidence may lie in its period."""
        return (not self.first or item.end >= self.first) and (not self.last or item.begin <= self.last)


@dataclass(frozen=True)
class Said:
    """What is known of one side during some days: the state, and the evidence that it rests on."""

    state: State
    pieces: tuple


@dataclass(frozen=True)
class Told:
    """A part of a comparison with the evidence of both sides."""

    part: Part
    one: Said
    other: Said


class Comparison:
    """The comparison that a view asks for.

    Where it does not name two actors, those stand in who were heard most often in the view; `sides` is None
    where there are no two, or where an actor would be compared with itself at the same time.
    """

    def __init__(self, view):
        self.view, self.filters = view, view.filters

    @property
    def chosen(self):
        """The slugs of `actor` and `with`, or of the first two actors chosen; None for one that is not."""
        chosen = [slug for slug in self.filters.actor if slug != BLANK]
        one, other = [*chosen, None, None][:2]
        return one, self.filters.other or other

    @property
    def anybodys(self):
        """The positions that the view would choose without its actors."""
        return Standing(View(self.view.debate, self.filters.without("actor"), self.view.user)).chosen()

    def most_heard(self, beside):
        """The slug of who was heard most in the view, on the questions of another side if there is one."""
        rows = self.anybodys.order_by()
        if beside:
            mine = rows.filter(actor__slug=beside).values("question")
            rows = rows.filter(question__in=mine).exclude(actor__slug=beside)
        else:
            rows = rows.filter(question=rows.order_by("question__rank", "question").values("question")[:1])
        counted = (
            rows.values_list("actor__slug").annotate(count=Count("pk")).order_by("-count", "actor__slug")
        )
        return next((slug for slug, _count in counted[:1]), None)

    @cached_property
    def sides(self):
        """The two sides."""
        one, other = self.chosen
        one = one or self.most_heard(other)
        other = other or self.most_heard(one)
        slugs = [slug for slug in (one, other) if slug]
        found = {actor.slug: actor for actor in Actor.objects.filter(debate=self.view.debate, slug__in=slugs)}
        if len(slugs) < 2 or not found.keys() >= set(slugs):
            return None
        for actor in found.values():
            actor.debate = self.view.debate
        first, last = self.filters.first, self.filters.last
        own = (self.filters.other_first, self.filters.other_last)
        one, other = (
            Side(found[slugs[0]], first, last),
            Side(found[slugs[1]], *(own if any(own) else (first, last))),
        )
        return None if one == other else (one, other)

    @cached_property
    def names(self):
        """What each side is called: the actor, and its period where the two differ."""
        if not self.of_periods:
            return [side.actor.name for side in self.sides]
        return [
            _("%(actor)s, %(period)s")
            % {"actor": side.actor.name, "period": words.period(side.first, side.last)}
            for side in self.sides
        ]

    @property
    def of_periods(self):
        """Whether the sides are asked of at different times: they did not stand side by side then."""
        if not self.sides:
            return False
        one, other = self.sides
        return one.period != other.period

    @cached_property
    def pairs(self):
        """What there is on each question of which either side has a position, in the debate's order."""
        records = [self.records(side) for side in self.sides or ()]
        known = {
            question.pk: question for found in records for question in (r.question for r in found.values())
        }
        ordered = sorted(known.values(), key=lambda question: (question.rank, question.pk))
        found = [Pair(self, question, *(of.get(question.pk) for of in records)) for question in ordered]
        return [pair for pair in found if any(pair.records)]

    def records(self, side):
        """{question: record} of a side: all its evidence, with what the filters and the period show of it."""
        plain = self.filters.known().replace(actor=(side.actor.slug,), question=self.filters.question)
        filtered = self.filters.without("actor").replace(
            actor=plain.actor, first=side.first, last=side.last, event=""
        )
        debate, user = self.view.debate, self.view.user
        shown = {
            record.question.pk: record.shown for record in Standing(View(debate, filtered, user)).unsorted()
        }
        return {
            record.question.pk: replace(record, shown=shown.get(record.question.pk, NOBODY))
            for record in Standing(View(debate, plain, user)).unsorted()
        }

    @cached_property
    def evidence(self):
        """The evidence of all pairs, fetched together."""
        records = [record for pair in self.pairs for record in pair.records if record]
        records += [record for told in self.members.values() for _side, _one, record in told]
        return Evidence(self.view, records)

    @cached_property
    def window(self):
        """The first and last day that all charts show, so that they stand over one axis."""
        one, other = self.sides
        items = [
            item
            for pair in self.pairs
            for side, record in zip(self.sides, pair.records, strict=True)
            if record
            for item in record.ledger.evidence
            if side.holds(item)
        ]
        first = min((item.earliest for item in items if item.earliest), default=None)
        last = max((item.latest for item in items if item.latest), default=None)
        asked = min(one.first, other.first) if one.first and other.first else None
        until = max(one.last, other.last) if one.last and other.last else None
        if first and last and not until:  # a little time after the last, so that what is still held is seen
            last += timedelta(days=min((last - first).days // TAIL, (date.max - last).days))
        return asked or first, until or last

    @cached_property
    def members(self):
        """{question: [(side, affiliation, record)]} of what members of either side said themselves.

        Of each, what was said while it belonged there. It does not count for the side.
        """
        asked = {side.actor.pk: side for side in self.sides if side.actor.kind != Actor.Kind.PERSON}
        visible = Actor.objects.visible_to(self.view.user)
        joined = list(
            Affiliation.objects.filter(organisation__in=asked, actor__in=visible).select_related("actor")
        )
        if not joined:
            return {}
        slugs = tuple(sorted({one.actor.slug for one in joined}))
        plain = self.filters.known().replace(actor=slugs, question=self.filters.question)
        records = list(Standing(View(self.view.debate, plain, self.view.user)).records())
        found = {}
        for one in joined:
            side = asked[one.organisation_id]
            for record in records:
                items = [
                    item for item in record.ledger.evidence if while_there(one, item) and side.holds(item)
                ]
                if record.actor.pk == one.actor_id and items:
                    theirs = replace(record, ledger=Ledger.of(items))
                    found.setdefault(record.question.pk, []).append((side, one, theirs))
        return found


def while_there(affiliation, item):
    """Whether a piece of evidence may be of the time of an affiliation."""
    begun = not affiliation.start or item.end >= affiliation.start
    return begun and (not affiliation.end or item.begin <= affiliation.end)


@dataclass(frozen=True)
class Pair:
    """Both sides on one question; a record is None where a side has no position on it."""

    comparison: Comparison
    question: Question
    one: Record | None
    other: Record | None

    @property
    def records(self):
        """Both records."""
        return self.one, self.other

    @property
    def is_shared(self):
        """Whether both sides have a position on the question, at whatever time."""
        return all(record and any(map(side.holds, record.ledger.evidence)) for side, record in self.sided)

    @property
    def sided(self):
        """[(side, record)] of both."""
        return list(zip(self.comparison.sides, self.records, strict=True))

    @cached_property
    def spells(self):
        """How the two stood to one another over time; only those that touch the range asked for."""
        first, last = self.comparison.sides[0].period
        found = spells(*(record.ledger.evidence if record else () for record in self.records))
        return [
            spell
            for spell in found
            if (not first or spell.last >= first) and (not last or spell.first <= last)
        ]

    @property
    def known(self):
        """The spells during which both had a position."""
        return [spell for spell in self.spells if spell.is_known]

    def silent(self, spell):
        """[(name, day)] of whose evidence is so old at the end of a spell that it counts no more."""
        found = []
        for side, record in self.sided:
            newest = max((item.end for item in record.ledger.evidence if item.is_dated), default=None)
            if newest and faded(newest) == spell.last:
                found.append((side.actor.name, newest))
        return found

    def members_of(self, side):
        """[(affiliation, last word, its pieces)] of the members of a side who have a position here."""
        found = []
        for of, affiliation, record in self.comparison.members.get(self.question.pk, ()):
            if of is side and record.word:
                pieces = [self.comparison.evidence.piece(record, item) for item in record.word.evidence]
                found.append((affiliation, record.word, pieces))
        return found

    def told(self, part):
        """A part with its evidence."""
        said = [
            self.said(record, part, state)
            for record, state in zip(self.records, (part.one, part.other), strict=True)
        ]
        return Told(part, *said)

    def said(self, record, part, state):
        """What is known of one side during a part."""
        if record is None or not state.stances:
            return Said(state, ())
        items = carrying(record.ledger.evidence, part, state)
        return Said(state, tuple(self.comparison.evidence.piece(record, item) for item in items))

    def in_period(self, side, record):
        """What a side certainly held in its period, each with its evidence, in order of time."""
        found = []
        for first, last, state in states(record.ledger.evidence) if record else ():
            first, last = max(first, side.first or date.min), min(last, side.last or date.max)
            if state.stances and first <= last:
                part = Part(first, last, state, state)
                found.append((part, self.said(record, part, state)))
        return found

    @cached_property
    def periods(self):
        """What was held in each of the two periods."""
        return [self.in_period(side, record) for side, record in self.sided]

    @property
    def at_the_ends(self):
        """The last that is certain of each period: (parts with their evidence, relation, steps); or None."""
        if not all(self.periods):
            return None
        one, other = (held[-1] for held in self.periods)
        return one, other, relation(one[0].one, other[0].one), steps(one[0].one, other[0].one)
