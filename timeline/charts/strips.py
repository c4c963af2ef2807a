"""Strips: along the floor of a lane, what was held there, and when it must have changed.

A rail says that a stance was held; it fades as its evidence ages. A bracket is the window within which a
change must have happened. A patch is a time in which the order of the evidence is unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from timeline.charts.scale import Scale
from timeline.charts.shapes import shape_of

ROOM = 12.0  # px that the strips of a lane take, below its marks
RAIL = 4.0  # px, height of a rail; that of a leaning stance is two lines of THIN px
THIN = 1.2
PATCH, BRACKET = 9.0, 8.0  # px, heights
GLYPH, SMALLEST = 4.4, 2.4  # px, radius of the mark on a bracket, and of that on a narrow one
PATCHES = ("doubt", "contradiction")
LEAST = 3.0  # px: a rail of one day is drawn as wide
BESIDE = 7.0  # px between the marks of turns at least; what is nearer moves aside


@dataclass(frozen=True, slots=True)
class Held:
    """What a caller gives for a rail: a stance held in a lane from day to day, both inclusive.

    `gone` is the day by which it has faded away; None where it ended in a change.
    """

    lane: str
    color: str
    first: date
    last: date
    gone: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a caller gives for a bracket or a patch: `look` is "turn", "shift", "doubt" or "contradiction".

    It lies within first to last, inclusive; None is an open end. `words` say what it is, `key` names it.
    """

    lane: str
    look: str
    first: date | None
    last: date | None
    key: str = ""
    words: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Rail:
    """A rail as drawn, in fractions of the width; opacity falls from `full` (at `fading`) to `faint`."""

    lane: str
    color: str
    left: float
    fading: float
    right: float
    faint: float
    y: float
    full: float = 1.0

    @property
    def hollow(self) -> bool:
        """Whether it is drawn as two lines: a stance that leans."""
        return shape_of(self.color).hollow


@dataclass(frozen=True, slots=True)
class Bracket:
    """A window as drawn: fractions of the width; `ends` are those of its ends that are known and in view."""

    change: Change
    left: float
    right: float
    ends: tuple[float, ...]
    y: float
    radius: float = GLYPH
    aside: float = 0.0

    @property
    def middle(self) -> float:
        """Where its glyph stands: in the middle, or a little `aside` where others are as near."""
        return (self.left + self.right) / 2 + self.aside


@dataclass(frozen=True, slots=True)
class Strips:
    """All strips of a scene, as drawn."""

    rails: tuple[Rail, ...] = ()
    brackets: tuple[Bracket, ...] = ()

    def of(self, look: str) -> tuple[Bracket, ...]:
        """The brackets or patches of one look."""
        return tuple(item for item in self.brackets if item.change.look == look)


def strips(items: Iterable[Held | Change], floors: dict[str, float], scale: Scale, width: float) -> Strips:
    """Place rails and windows on the floors of their lanes; what lies outside the window is left out."""
    placed = [(item, floors[item.lane] - ROOM / 2) for item in items if item.lane in floors]
    rails = (_rail(item, y, scale, width) for item, y in placed if isinstance(item, Held))
    brackets = (_bracket(item, y, scale, width) for item, y in placed if isinstance(item, Change))
    found = [bracket for bracket in brackets if bracket]
    return Strips(tuple(rail for rail in rails if rail), tuple(beside(found, width)))


def beside(brackets: list[Bracket], width: float) -> Iterator[Bracket]:
    """The brackets, with the marks of turns beside one another that would lie on one another, in their order.

    `width` is that of the chart in px.
    """
    lanes = defaultdict(list)
    for item in brackets:
        if item.change.look == "turn":
            lanes[item.change.lane].append(item)
    moved = {}
    for turns in lanes.values():
        turns.sort(key=attrgetter("middle"))
        places = apart([item.middle * width for item in turns], BESIDE)
        for item, place in zip(turns, places, strict=True):
            if abs(place - item.middle * width) > 1e-6:
                moved[id(item)] = replace(item, aside=min(max(place / width, 0.0), 1.0) - item.middle)
    return (moved.get(id(item), item) for item in brackets)


def apart(places: list[float], least: float) -> list[float]:
    """Rising places, moved as little as needed to lie so far apart at least: what is near moves together.

    Least squares under that condition, by pooling neighbours that violate it.
    """
    pools: list[tuple[float, int]] = []  # (place of the first, were it the first of all; how many)
    for number, place in enumerate(places):
        pools.append((place - number * least, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (before, many), (after, more) = pools[-2:]
            pools[-2:] = [((before * many + after * more) / (many + more), many + more)]
    levels = [level for level, count in pools for _ in range(count)]
    return [level + number * least for number, level in enumerate(levels)]


def _rail(held: Held, y: float, scale: Scale, width: float) -> Rail | None:
    left = scale.fraction(held.first.toordinal())
    fading = max(scale.fraction(held.last.toordinal() + 1), left + LEAST / width)
    right = max(fading, scale.fraction(held.gone.toordinal())) if held.gone else fading
    if left > 1 or right < 0:
        return None
    edge = min(right, 1.0)
    seen = min(max(fading, 0.0), 1.0)  # it may have begun to fade before the window
    full, faint = (
        1.0 if at <= fading else round(1 - (at - fading) / (right - fading), 2) for at in (seen, edge)
    )
    return Rail(held.lane, held.color, max(left, 0.0), seen, edge, faint, y, full)


def _bracket(change: Change, y: float, scale: Scale, width: float) -> Bracket | None:
    left = scale.fraction(change.first.toordinal() + 0.5) if change.first else 0.0
    right = scale.fraction(change.last.toordinal() + 0.5) if change.last else 1.0
    if change.look in PATCHES:
        missing = max(0.0, PATCH / width - (right - left)) / 2
        left, right = left - missing, right + missing
    if left > 1 or right < 0:
        return None
    ends = (at for at, known in ((left, change.first), (right, change.last)) if known and 0 <= at <= 1)
    left, right = max(left, 0.0), min(right, 1.0)
    radius = min(max((right - left) * width / 2.6, SMALLEST), GLYPH)  # the mark keeps within its window
    return Bracket(change, left, right, tuple(dict.fromkeys(ends)), y, round(radius, 1))
