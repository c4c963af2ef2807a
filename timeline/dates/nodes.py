"""What the grammar makes of a phrase before its missing parts are filled in from the anchor."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from . import calendar
from .calendar import RANK, Days
from .cycles import Cycle


class Lean(NamedTuple):
    """How words lean on a date before them in the text.

    `needed`: without one they name no day ("after that interview"). `tense`: words of the future in the
    sentence count them from the anchor instead ("through two days"). `word`: what must have been said with
    that date ("the vote"); empty where a word points back by itself ("that vote"). `of`: what they lean on,
    the "year" last spoken of ("in June of that year") or the "week" of the date ("that Friday"); empty for
    the date itself.
    """

    needed: bool = False
    tense: bool = False
    word: str = ""
    of: str = ""


LEANS = Lean()
NARRATES = Lean(tense=True)
THAT_YEAR = Lean(of="year")
THAT_WEEK = Lean(of="week")


class Node:
    """Known days, or a cycle that still needs a day to be read against; what the words said besides.

    `evidence` is False where the words alone are too weak to be a date in running text ("May", "2024").
    `lean` says how they are read from an earlier date in the text, `relative` what was read from the anchor,
    `listed` several days joined ("8 and 10 June"), `ending` the end of something ("before the end of May").
    """

    __slots__ = (
        "approximate",
        "cycle",
        "days",
        "ending",
        "evidence",
        "lean",
        "listed",
        "precision",
        "relative",
        "throughout",
        "year_inferred",
    )

    def __init__(
        self, precision: str, days: Days | None = None, cycle: Cycle | None = None, evidence: bool = True
    ):
        self.precision = precision
        self.days = days
        self.cycle = cycle
        self.evidence = evidence
        self.approximate = False
        self.ending = False
        self.lean: Lean | None = None
        self.listed = False
        self.relative = False
        self.throughout = False
        self.year_inferred = False

    def mapped(self, change: Callable[[Days], Days], precision: str) -> "Node":
        """The same date, narrowed to a part of itself: a third, a half, a week of it."""
        node = Node(precision)
        node.approximate, node.lean, node.relative = self.approximate, self.lean, self.relative
        node.year_inferred = self.year_inferred
        if self.days:
            node.days = change(self.days)
        else:
            node.cycle = self.cycle.changed(change)
        return node

    def settled(self, anchor: date, forward: bool) -> Days:
        """The days; a cycle is read from the anchor, into the past unless words say otherwise."""
        if self.days:
            return self.days
        self.year_inferred = self.cycle.infers_year
        self.relative = True
        return self.cycle.future(anchor) if forward else self.cycle.past(anchor)


class Bound:
    """A phrase that has an end: a single node, or two, with what the words make of them.

    `evidence` is False where it is no more than a word too weak to be a date in running text.
    """

    __slots__ = ("evidence", "first", "kind", "last", "throughout")

    def __init__(self, kind: str, first: Node | None, last: Node | None = None, throughout: bool = False):
        self.kind = kind
        self.first = first
        self.last = last
        self.throughout = throughout
        self.evidence = kind != "plain" or first.evidence

    @property
    def turns(self) -> bool:
        """Whether words of the future can make a difference: only where something is left out."""
        return self.first.cycle is not None or (self.last is not None and self.last.cycle is not None)


def fixed(precision: str, days: Days, relative: bool = False) -> Node:
    node = Node(precision, days)
    node.relative = relative
    return node


def coarser(first: str, second: str) -> str:
    return first if RANK[first] >= RANK[second] else second


def third(days: Days, precision: str, number: int) -> Days:
    """Early (1), mid (2) or late (3) in a month, year, decade, season, quarter, half-year or week."""
    start = days[0]
    if precision == "month":
        return calendar.third_of_month(start.year, start.month, number)
    if precision == "year":
        return calendar.third_of_year(start.year, number)
    if precision == "decade":  # years 0-3, 4-6, 7-9
        first, last = ((0, 3), (4, 6), (7, 9))[number - 1]
        return calendar.years(start.year + first, start.year + last)
    if precision == "week":  # Monday-Tuesday, Wednesday-Thursday, Friday-Sunday
        first, last = ((0, 1), (2, 3), (4, 6))[number - 1]
        return start + timedelta(first), start + timedelta(last)
    size = 2 if precision == "half-year" else 1
    return calendar.months(start.year, start.month + size * (number - 1), size)


PART_PRECISION = {"month": "part-of-month", "year": "part-of-year"}
HALF_PRECISION = {"month": "part-of-month", "year": "half-year"}


def half(days: Days, precision: str, number: int) -> Days:
    """The first or second half of a month (1-15, 16-end), year, decade, season or quarter."""
    start, end = days
    if precision == "year":
        return calendar.half_year(start.year, number)
    if precision == "decade":
        return calendar.years(start.year + 5 * number - 5, start.year + 5 * number - 1)
    if precision == "month":
        middle = start.replace(day=15)
    elif precision == "half-year":
        middle = calendar.months(start.year, start.month, 3)[1]
    else:
        middle = calendar.months(start.year, start.month + 1, 1)[0].replace(day=15)
    return (start, middle) if number == 1 else (middle + calendar.ONE_DAY, end)


def leading(days: Days, unit: str, count: int) -> Days:
    """The first `count` units of a longer stretch of days."""
    start, end = days
    last = calendar.shift(start, unit, count) - calendar.ONE_DAY
    if last > end:
        raise ValueError("longer than what it is part of")
    return start, last


def trailing(days: Days, unit: str, count: int) -> Days:
    start, end = days
    first = calendar.shift(end + calendar.ONE_DAY, unit, -count)
    if first < start:
        raise ValueError("longer than what it is part of")
    return first, end


def nth_weekday(days: Days, weekday: int, number: int) -> Days:
    """The n-th (or, -1, the last) such weekday of a month."""
    start, end = days
    if number < 0:
        day = end - timedelta((end.weekday() - weekday) % 7)
    else:
        day = start + timedelta((weekday - start.weekday()) % 7 + 7 * (number - 1))
    if not start <= day <= end:
        raise ValueError("no such weekday in it")
    return day, day
