"""Dates that leave something out and therefore come back: every year, month or week.

Each cycle answers four questions about a day: the latest occurrence that has started (`past`), the first
that has not ended (`future`), the latest that has ended (`ended`), the first that starts on or after it
(`onward`). They raise ValueError where the calendar (years 1 to 9999) holds none.
"""

from collections.abc import Callable
from datetime import date, timedelta

from .calendar import Days, week

# 29 February is absent for at most 8 years (1896 to 1904), and one more is looked at on either side.
_REACH = 9


class Annual:
    """Comes once a year: `build(year)` gives its days, or raises ValueError in a year that lacks it."""

    __slots__ = ("build",)
    infers_year = True

    def __init__(self, build: Callable[[int], Days]):
        self.build = build

    def _seek(self, years: range, wanted: Callable[[Days], bool]) -> Days:
        for year in years:
            try:
                days = self.build(year)
            except ValueError:
                continue
            if wanted(days):
                return days
        raise ValueError("no such date in the calendar")

    def past(self, day: date) -> Days:
        return self._seek(range(day.year, day.year - _REACH, -1), lambda days: days[0] <= day)

    def ended(self, day: date) -> Days:
        return self._seek(range(day.year, day.year - _REACH, -1), lambda days: days[1] < day)

    def future(self, day: date) -> Days:
        return self._seek(range(day.year - 1, day.year + _REACH), lambda days: days[1] >= day)

    def onward(self, day: date) -> Days:
        return self._seek(range(day.year, day.year + _REACH), lambda days: days[0] >= day)

    def current(self, day: date) -> Days:
        """The one in progress, else that of the day's year."""
        latest = self.past(day)
        return latest if latest[1] >= day else self.build(day.year)

    def changed(self, change: Callable[[Days], Days]) -> "Annual":
        return Annual(lambda year: change(self.build(year)))


class _Indivisible:
    """A cycle of days, of which no part is a date."""

    __slots__ = ()

    def changed(self, change: Callable[[Days], Days]):
        raise ValueError("a day has no parts that are dates")


class Monthly(_Indivisible):
    """A day of the month: "the 3rd"."""

    __slots__ = ("number",)
    infers_year = True

    def __init__(self, number: int):
        self.number = number

    def _of(self, index: int) -> Days:
        day = date(index // 12, index % 12 + 1, self.number)
        return day, day

    def _seek(self, day: date, step: int, wanted: Callable[[date], bool]) -> Days:
        for count in range(4):  # of three months in a row at least one has a 31st
            try:
                days = self._of(day.year * 12 + day.month - 1 + step * count)
            except ValueError:
                continue
            if wanted(days[0]):
                return days
        raise ValueError("no such day in the calendar")

    def past(self, day: date) -> Days:
        return self._seek(day, -1, lambda found: found <= day)

    def ended(self, day: date) -> Days:
        return self._seek(day, -1, lambda found: found < day)

    def future(self, day: date) -> Days:
        return self._seek(day, 1, lambda found: found >= day)

    onward = future

    def current(self, day: date) -> Days:
        return self._of(day.year * 12 + day.month - 1)


class Weekly(_Indivisible):
    """A weekday (0 is Monday), or a few days from one on: a weekend is Weekly(5, 2)."""

    __slots__ = ("length", "weekday")
    infers_year = False

    def __init__(self, weekday: int, length: int = 1):
        self.weekday = weekday
        self.length = length

    def _from(self, start: date) -> Days:
        return start, start + timedelta(self.length - 1)

    def past(self, day: date) -> Days:
        return self._from(day - timedelta((day.weekday() - self.weekday) % 7))

    def ended(self, day: date) -> Days:
        return self.past(day - timedelta(self.length))

    def future(self, day: date) -> Days:
        return self.onward(day - timedelta(self.length - 1))

    def onward(self, day: date) -> Days:
        return self._from(day + timedelta((self.weekday - day.weekday()) % 7))

    def current(self, day: date) -> Days:
        """The one in the week, Monday to Sunday, of that day."""
        return self._from(week(day)[0] + timedelta(self.weekday))


Cycle = Annual | Monthly | Weekly
