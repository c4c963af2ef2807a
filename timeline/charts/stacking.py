"""Dense places stack in rows, every mark as low as it can lie without touching another.

A mark that has leeway may step aside by a few px where that finds it room in a lower row, so that a burst
of events becomes a mound and not a tower (a dot plot, or beeswarm).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Item:
    """A box to be placed: px from the left, its width and height, and the leeway it has to either side.

    Placing it sets `left` to where it stands and `under` to its underside, px from the baseline up.
    """

    left: float
    width: float
    height: float
    leeway: tuple[float, float] = (0.0, 0.0)
    under: float | None = None
    true: float = field(init=False)

    def __post_init__(self):
        self.true = self.left

    @property
    def right(self) -> float:
        """Its right side, where it stands now."""
        return self.left + self.width

    @property
    def last(self) -> float:
        """The furthest to the right that its left side may be."""
        return self.true + self.leeway[1]


class Row:
    """Boxes side by side, from left to right."""

    def __init__(self):
        self.items: list[Item] = []

    @property
    def height(self) -> float:
        """That of its highest box."""
        return max((item.height for item in self.items), default=0.0)

    def take(self, item: Item) -> bool:
        """Take a box in where it is, if it touches none."""
        if any(item.left < other.right and other.left < item.right for other in self.items):
            return False
        self.items.append(item)
        return True

    def fill(self, waiting: list[Item]) -> list[Item]:
        """Take in as many as find room, each as far left as it may stand; return the others.

        Who must stand furthest left comes first, which lets the most in.
        """
        fixed, left_over, free = sorted(self.items, key=lambda item: item.left), [], float("-inf")
        for item in waiting:
            at = max(free, item.true - item.leeway[0])
            for other in fixed:
                if other.left < at + item.width and at < other.right:
                    at = other.right
            if at > item.last:
                left_over.append(item)
                continue
            item.left = at
            self.items.append(item)
            free = item.right
        self.relax()
        return left_over

    def relax(self) -> None:
        """Let everything go back towards its true place as far as its neighbour to the right allows."""
        limit = float("inf")
        for item in sorted(self.items, key=lambda item: item.left, reverse=True):
            item.left = min(max(item.left, item.true), limit - item.width)
            limit = item.left


def stack(items: Iterable[Item], limit: float) -> bool:
    """Place boxes that may not move, first come, lowest row; then, in as few rows as can be, the others.

    What would rise above `limit` px keeps `under` None; whether all found a place is returned.
    """
    rows: list[Row] = []
    items = list(items)
    for item in items:
        if not any(item.leeway):
            _take(rows, item)
    waiting = sorted((item for item in items if any(item.leeway)), key=lambda item: item.last)
    for row in rows:
        waiting = row.fill(waiting)
    while waiting and sum(row.height for row in rows) <= limit:
        rows.append(Row())
        waiting = rows[-1].fill(waiting)
    _settle(rows, limit)
    return all(item.under is not None for item in items)


def _take(rows: list[Row], item: Item) -> None:
    if not any(row.take(item) for row in rows):
        rows.append(Row())
        rows[-1].take(item)


def _settle(rows: list[Row], limit: float) -> None:
    """Give every box its underside; boxes of a row stand on one line."""
    under = 0.0
    for row in rows:
        for item in row.items:
            item.under = under if under + item.height <= limit else None
        under += row.height
