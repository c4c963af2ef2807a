"""A span in plain English, for pages: "11–20 November 2024", "since February 2022", "autumn 2023"."""

from datetime import date

from . import calendar

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_ORDINALS = ("first", "second", "third", "fourth")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def words(span, short: bool = False) -> str:
    """Say a DateSpan in English; `short` abbreviates months and writes quarters as Q2."""
    about = "about " if span.approximate else ""
    earliest, latest = span.earliest, span.latest
    if earliest is None or latest is None:
        return _open(span, about, short)
    unit = calendar.exact_unit(earliest, latest)
    if (
        unit == span.precision
        and unit in _UNITS
        and not (span.throughout and unit in ("quarter", "half-year"))
    ):
        during = "throughout " if span.throughout and unit != "day" else ""
        return during + about + _UNITS[unit](earliest, short)
    said = extent(earliest, latest, span.precision, span.throughout, short)
    return f"from {about}{said[5:]}" if said.startswith("from ") else about + said


def extent(
    earliest: date, latest: date, precision: str = "day", throughout: bool = False, short: bool = False
) -> str:
    """Two days and what lies between, without repeating a month or a year that both share."""
    if precision in ("year", "decade") and (earliest, latest) == calendar.years(earliest.year, latest.year):
        first, last, dash = str(earliest.year), str(latest.year), "–"
    elif precision in _COARSE and _whole_months(earliest, latest):
        first, last = _month(earliest, short), _month(latest, short)
        first = first.rsplit(" ", 1)[0] if earliest.year == latest.year else first
        dash = " to "
    else:
        if earliest == latest:
            return _day(earliest, short)
        first, last = _day(earliest, short), _day(latest, short)
        dash = " – "
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            first, dash = str(earliest.day), "–"
        elif earliest.year == latest.year:
            first = first.rsplit(" ", 1)[0]
    return f"from {first} to {last}" if throughout else f"{first}{dash}{last}"


def _open(span, about: str, short: bool) -> str:
    """Within names the day outside ("after", "before"), throughout the one inside ("since", "until")."""
    say = _SAY.get(span.precision, _day)
    if span.latest is None:
        if span.throughout:
            return f"since {about}{_inside(span.earliest, True, say, short)}"
        return f"after {about}{_outside(span.earliest, -1, say, short)}"
    if span.throughout:
        return f"until {about}{_inside(span.latest, False, say, short)}"
    return f"before {about}{_outside(span.latest, 1, say, short)}"


def _inside(day: date, first: bool, say, short: bool) -> str:
    if say is _day or not _aligned(day, first, say):
        return _day(day, short)
    return say(day, short)


def _outside(day: date, step: int, say, short: bool) -> str:
    try:
        outside = day + calendar.ONE_DAY * step
    except OverflowError:  # the calendar's first or last day has no neighbour
        return _day(day, short)
    return _inside(outside, step > 0, say, short)


def _aligned(day: date, first: bool, say) -> bool:
    if say is _year:
        return (day.month, day.day) == ((1, 1) if first else (12, 31))
    return day.day == (1 if first else calendar.month_length(day.year, day.month))


def _whole_months(earliest: date, latest: date) -> bool:
    return _aligned(earliest, True, _month) and _aligned(latest, False, _month)


def _day(day: date, short: bool) -> str:
    return f"{day.day} {_month(day, short)}"


def _month(day: date, short: bool) -> str:
    return f"{(_SHORT if short else MONTHS)[day.month - 1]} {day.year}"


def _year(day: date, short: bool) -> str:
    return str(day.year)


def _quarter(day: date, short: bool) -> str:
    number = (day.month + 2) // 3
    return f"Q{number} {day.year}" if short else f"{_ORDINALS[number - 1]} quarter of {day.year}"


def _half(day: date, short: bool) -> str:
    number = (day.month + 5) // 6
    return f"H{number} {day.year}" if short else f"{_ORDINALS[number - 1]} half of {day.year}"


def _season(day: date, short: bool) -> str:
    if day.month == 12:
        return f"winter {day.year}–{(day.year + 1) % 100:02d}"
    return f"{_SEASONS[day.month]} {day.year}"


def _decade(day: date, short: bool) -> str:
    return f"{day.year}s"


_COARSE = frozenset({"month", "quarter", "season", "part-of-year", "half-year", "year", "decade"})
_SAY = {"month": _month, "quarter": _month, "season": _month, "part-of-year": _month, "half-year": _month}
_SAY |= {"year": _year, "decade": _year}
_UNITS = {
    "day": _day,
    "month": _month,
    "quarter": _quarter,
    "season": _season,
    "half-year": _half,
    "year": _year,
    "decade": _decade,
}
