"""Calendar units as pairs of days, inclusive at both ends.

Every function is arithmetic on the proleptic Gregorian calendar; none knows what day it is today. Those
that count months remember their answers: a debate asks for the same few years again and again.
"""

from calendar import isleap
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]

# From fine to coarse: a range has the precision of its coarser end (conventions, section 5).
PRECISIONS = (
    "day",
    "week",
    "part-of-month",
    "month",
    "quarter",
    "season",
    "part-of-year",
    "half-year",
    "year",
    "decade",
    "unknown",
)
RANK = {name: rank for rank, name in enumerate(PRECISIONS)}
SPRING, SUMMER, AUTUMN, WINTER = 1, 2, 3, 4
ONE_DAY = timedelta(1)


_remembering = lru_cache(maxsize=4096)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else _LENGTHS[month - 1]


@_remembering
def months(year: int, month: int, count: int) -> Days:
    """`count` whole months from this one; a month beyond 12 or below 1 counts on into another year."""
    first, last = year * 12 + month - 1, year * 12 + month - 2 + count
    end_year, end_month = last // 12, last % 12 + 1
    return date(first // 12, first % 12 + 1, 1), date(end_year, end_month, month_length(end_year, end_month))


@_remembering
def month(year: int, number: int) -> Days:
    return date(year, number, 1), date(year, number, month_length(year, number))


def quarter(year: int, number: int) -> Days:
    return months(year, 3 * number - 2, 3)


def half_year(year: int, number: int) -> Days:
    return months(year, 6 * number - 5, 6)


def third_of_year(year: int, number: int) -> Days:
    """Early, mid or late in a year: January-April, May-August, September-December."""
    return months(year, 4 * number - 3, 4)


@_remembering
def third_of_month(year: int, number: int, third: int) -> Days:
    """Early, mid or late in a month: days 1-10, 11-20, 21-end."""
    end = month_length(year, number) if third == 3 else 10 * third
    return date(year, number, 10 * third - 9), date(year, number, end)


def season(year: int, number: int) -> Days:
    """Northern meteorological seasons; a winter is named by the year of its December."""
    return months(year, 3 * number, 3)


@_remembering
def years(first: int, last: int) -> Days:
    return date(first, 1, 1), date(last, 12, 31)


def week(day: date) -> Days:
    """The week, Monday to Sunday, that contains the day."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def shift_months(day: date, count: int) -> date:
    """The same day of another month, clipped to that month's end (31 March - 1 month = 29 February 2024)."""
    index = day.year * 12 + day.month - 1 + count
    year, number = index // 12, index % 12 + 1
    return date(year, number, min(day.day, month_length(year, number)))


def shift(day: date, unit: str, count: int) -> date:
    """The day moved by so many units; raises ValueError or OverflowError outside years 1-9999."""
    if unit == "day":
        return day + timedelta(count)
    if unit == "week":
        return day + timedelta(7 * count)
    if unit not in MONTHS_IN:  # "l'heure prochaine"
        raise ValueError(f"{unit} is no unit of days")
    return shift_months(day, count * MONTHS_IN[unit])


MONTHS_IN = {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "decade": 120}


def unit_around(day: date, unit: str) -> Days:
    """The calendar unit of that kind that contains the day."""
    if unit == "day":
        return day, day
    if unit == "week":
        return week(day)
    if unit == "year":
        return years(day.year, day.year)
    if unit == "decade":
        return years(day.year // 10 * 10, day.year // 10 * 10 + 9)
    size = MONTHS_IN[unit]
    return months(day.year, (day.month - 1) // size * size + 1, size)


def exact_unit(earliest: date, latest: date) -> str | None:
    """The precision of these days when they are exactly one unit, else None."""
    if earliest == latest:
        return "day"
    if (latest - earliest).days == 6 and earliest.weekday() == 0:
        return "week"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return _unit_in_month(earliest, latest)
    if earliest.day != 1 or latest != month(latest.year, latest.month)[1]:
        return None
    length = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
    return _unit_of_months(earliest, length)


def _unit_in_month(earliest: date, latest: date) -> str | None:
    end = month_length(earliest.year, earliest.month)
    if (earliest.day, latest.day) == (1, end):
        return "month"
    parts = {(1, 10), (11, 20), (21, end), (1, 20), (11, end), (1, 15), (16, end)}
    return "part-of-month" if (earliest.day, latest.day) in parts else None


def _unit_of_months(first: date, length: int) -> str | None:
    if length == 3:
        return {1: "quarter", 0: "season"}.get(first.month % 3)
    if length == 4:
        return "part-of-year" if first.month % 4 == 1 else None
    if length == 6:
        return "half-year" if first.month % 6 == 1 else None
    if first.month != 1:
        return None
    return {12: "year", 120: "decade" if first.year % 10 == 0 else None}.get(length)
