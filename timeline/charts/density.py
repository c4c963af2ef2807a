"""Above the limit of marks: how many events a lane holds per bin, as bars."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.charts.rows import Bin, EventRow
from timeline.charts.scale import Scale

HEIGHT = 44  # px of the tallest bar


@dataclass(frozen=True, slots=True)
class Bar:
    """A bin as drawn: fractions of the width, px of height above the lane's baseline."""

    bin: Bin
    left: float
    right: float
    height: float


def bin_days(days: int, width: float) -> int:
    """How many days a bin should have, in a window of `days` on `width` px: bars of 6 px or more.

    One of 1, 7, 28, 91, 365 and multiples of 365, so that bins mean something to a reader.
    """
    least = days * 6 / width
    for size in (1, 7, 28, 91, 365):
        if size >= least:
            return size
    return 365 * -(-int(least) // 365)


def bins_of(rows: Iterable[EventRow], scale: Scale, width: float) -> tuple[Bin, ...]:
    """Bins counted from rows, for a caller that has no counts of its own; a span counts at its middle."""
    size = bin_days(scale.days, width)
    counts: Counter[tuple[str, int]] = Counter()
    for row in rows:
        middle = _middle(row)
        if middle is None or not scale.start <= middle <= scale.end:
            continue
        index = (middle - scale.start).days // size
        counts.update((lane, index) for lane in {place.lane for place in row.places})
    return tuple(_bin(lane, index, size, scale, count) for (lane, index), count in sorted(counts.items()))


def _middle(row: EventRow) -> date | None:
    if row.earliest and row.latest:
        return row.earliest + (row.latest - row.earliest) / 2
    return row.earliest or row.latest


def _bin(lane: str, index: int, size: int, scale: Scale, count: int) -> Bin:
    start = scale.start + timedelta(days=index * size)
    return Bin(lane, start, min(start + timedelta(days=size - 1), scale.end), count)


def bars(bins: Iterable[Bin], scale: Scale) -> tuple[Bar, ...]:
    """The bars of all lanes, on one common scale, cut at the window's edges."""
    seen = [b for b in bins if b.count and b.end >= scale.start and b.start <= scale.end]
    most = max((b.count for b in seen), default=1)
    return tuple(_bar(b, scale, most) for b in seen)


def _bar(item: Bin, scale: Scale, most: int) -> Bar:
    left = scale.fraction(max(item.start, scale.start).toordinal())
    right = scale.fraction(min(item.end, scale.end).toordinal() + 1)
    return Bar(item, left, right, max(1.0, HEIGHT * item.count / most))
