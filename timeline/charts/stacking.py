"""Dense places stack: every mark gets the lowest place in its lane where it touches no other."""

from collections import defaultdict
from collections.abc import Iterable

CELL = 16  # px: marks are looked up by the columns of this width that they touch


class Stack:
    """The marks of one lane as boxes above a baseline; heights are px from the baseline up."""

    def __init__(self, limit: float):
        """Refuse whatever would rise above `limit` px."""
        self.limit = limit
        self.top = 0.0
        self.columns: dict[int, list[tuple[float, float, float, float]]] = defaultdict(list)

    def place(self, left: float, right: float, height: float) -> float | None:
        """The lowest free place for a box, as the px of its underside; None when there is none."""
        columns = range(int(left // CELL), int(right // CELL) + 1)
        under = 0.0
        for low, high in self._in_the_way(columns, left, right):
            if low - under >= height:
                break
            under = max(under, high)
        if under + height > self.limit:
            return None
        for column in columns:
            self.columns[column].append((under, under + height, left, right))
        self.top = max(self.top, under + height)
        return under

    def _in_the_way(self, columns: range, left: float, right: float) -> list[tuple[float, float]]:
        """The heights already taken somewhere between left and right, from the baseline up."""
        near = (box for column in columns for box in self.columns.get(column, ()))
        return sorted({(low, high) for low, high, start, end in near if start < right and end > left})


def stack(boxes: Iterable[tuple[float, float, float]], limit: float) -> tuple[list[float | None], float]:
    """The underside of each box (left, right, height), first come, lowest place; and the stack's height."""
    lane = Stack(limit)
    places = [lane.place(*box) for box in boxes]
    return places, lane.top
