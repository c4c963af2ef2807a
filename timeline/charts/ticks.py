"""The ticks of the time axis: the finest unit whose labels have room, and the larger unit above it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.charts.lettering import text_width
from timeline.charts.scale import Scale
from timeline.dates.words import in_month, month_names

# (unit, step, days it is long at least, px a label needs)
STEPS = (
    ("day", 1, 1, 20),
    ("day", 2, 2, 20),
    ("day", 7, 7, 27),
    ("month", 1, 28, 27),
    ("month", 3, 90, 30),
    ("month", 6, 181, 30),
    ("year", 1, 365, 34),
    ("year", 2, 730, 36),
    ("year", 5, 1825, 36),
    ("year", 10, 3650, 36),
    ("year", 20, 7300, 36),
    ("year", 50, 18250, 36),
    ("year", 100, 36500, 36),
    ("year", 500, 182500, 36),
    ("year", 1000, 365000, 36),
)
SIZE = 11  # px, of tick labels


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at a fraction of the width; `parent` ticks carry the larger unit and a line through the lanes.

    A parent whose first day lies left of the window is `clamped`: its label starts at the left edge.
    One too near the right edge is `flipped`: its label ends at its line, or is empty for want of room.
    A small tick is `above` if its label has room between those of the parents, which stand above the lanes.
    """

    at: float
    label: str
    parent: bool = False
    clamped: bool = False
    flipped: bool = False
    above: bool = False


def ticks(scale: Scale, width: float) -> tuple[Tick, ...]:
    """Every tick of the window, from left to right, parents after children."""
    per_day = width / (scale.days * (1 + 2 * scale.pad))
    unit, step = next(((u, s) for u, s, days, room in STEPS if days * per_day >= room), STEPS[-1][:2])
    if unit == "year":
        return tuple(_parent_ticks(scale, width, _years(scale, step), _year))
    if unit == "month":
        children = [d for d in _months(scale) if d.month % step == 1 % step]
        parents = _parents(scale, width, _years(scale, 1), _year)
        return (*_children(scale, width, children, month_names(), parents), *parents)
    children = [d for d in _days(scale) if _has_room(d, step)]
    parents = _parents(scale, width, _months(scale), in_month)
    return (*_children(scale, width, children, None, parents), *parents)


def _children(
    scale: Scale, width: float, days: list[date], names: tuple[str, ...] | None, parents: list[Tick]
) -> Iterator[Tick]:
    taken = [_sides(parent, width) for parent in parents]
    for day in days:
        text = names[day.month - 1] if names else str(day.day)
        tick = Tick(scale.fraction(day.toordinal()), text)
        left, right = _sides(tick, width)
        yield replace(tick, above=not any(left < end + 6 and start - 6 < right for start, end in taken))


def _sides(tick: Tick, width: float) -> tuple[float, float]:
    """From where to where a label reaches, in px."""
    at, size = tick.at * width, text_width(tick.label, SIZE)
    if not tick.parent:
        return at - size / 2, at + size / 2
    if tick.flipped:
        return at - 4 - size, at - 4
    return (at, at + size) if tick.clamped else (at + 4, at + 4 + size)


def _year(day: date) -> str:
    return str(day.year)


def _parents(scale: Scale, width: float, starts: Iterator[date], name: Callable[[date], str]) -> list[Tick]:
    """Parents in the window, and the one the window begins in, if its name has room before the next."""
    found = _parent_ticks(scale, width, starts, name)
    first = name(scale.start)
    if any(tick.label == first for tick in found):
        return found
    opening = Tick(0.0, first, parent=True, clamped=True)
    return [opening, *found] if _clear(opening, (found or [Tick(1.0, "")])[0], width) else found


def _parent_ticks(
    scale: Scale, width: float, starts: Iterator[date], name: Callable[[date], str]
) -> list[Tick]:
    found = [_parent(scale, width, day, name(day)) for day in starts]
    if len(found) > 1 and not _clear(found[-2], found[-1], width):
        found[-1] = replace(found[-1], label="")
    return found


def _clear(left: Tick, right: Tick, width: float) -> bool:
    """Whether the labels of two neighbours do not touch."""
    # Up to the line of the next, and not only to its label.
    return _sides(left, width)[1] + 6 <= min(right.at * width, _sides(right, width)[0])


def _has_room(day: date, step: int) -> bool:
    """Whether a day is one of every `step` from the 1st, and not too near the next 1st."""
    following = day.toordinal() + step
    same_month = following <= date.max.toordinal() and date.fromordinal(following - 1).month == day.month
    return day.day == 1 or ((day.day - 1) % step == 0 and same_month)


def _parent(scale: Scale, width: float, day: date, label: str) -> Tick:
    at = scale.fraction(day.toordinal())
    return Tick(at, label, parent=True, flipped=at * width + 4 + text_width(label, SIZE) > width)


def _days(scale: Scale) -> Iterator[date]:
    for offset in range(scale.days):
        yield scale.start + timedelta(days=offset)


def _months(scale: Scale) -> Iterator[date]:
    year, month = scale.start.year, scale.start.month
    while (first := (year, month)) <= (scale.end.year, scale.end.month):
        if date(*first, 1) >= scale.start:
            yield date(*first, 1)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _years(scale: Scale, step: int) -> Iterator[date]:
    for year in range(scale.start.year, scale.end.year + 1):
        if year % step == 0 and date(year, 1, 1) >= scale.start:
            yield date(year, 1, 1)
