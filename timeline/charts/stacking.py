"""Dense places stack: every mark gets the lowest row of its lane where it touches no other."""

from bisect import bisect_left, insort
from collections.abc import Iterable


class Stack:
    """The rows of one lane, from the baseline up; a row is a sorted list of intervals that never overlap."""

    def __init__(self, limit: int):
        """Refuse to grow beyond `limit` rows."""
        self.limit = limit
        self.rows: list[list[tuple[float, float]]] = []

    def place(self, left: float, right: float) -> int | None:
        """The row where [left, right] (px) now stands; None when all rows are full."""
        for index, row in enumerate(self.rows):
            if _is_free(row, left, right):
                insort(row, (left, right))
                return index
        if len(self.rows) == self.limit:
            return None
        self.rows.append([(left, right)])
        return len(self.rows) - 1


def _is_free(row: list[tuple[float, float]], left: float, right: float) -> bool:
    index = bisect_left(row, (left, right))
    before_ends = index == 0 or row[index - 1][1] <= left
    after_begins = index == len(row) or row[index][0] >= right
    return before_ends and after_begins


def stack(intervals: Iterable[tuple[float, float]], limit: int) -> tuple[list[int | None], int]:
    """The row of each interval, in the order given (first come, lowest place), and the number of rows."""
    lane = Stack(limit)
    rows = [lane.place(left, right) for left, right in intervals]
    return rows, len(lane.rows)
