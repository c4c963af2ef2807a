"""Extended Date/Time Format (ISO 8601-2:2019), read and written.

Read: levels 0 and 1, and of level 2 the sub-year groupings (25-41), sets, masked digits and qualified parts.
Written: the forms in the table of docs/dates.md, section 8. Years 1 to 9999, which is what a date can hold.
"""

import re
from datetime import date
from typing import NamedTuple

from . import calendar
from .calendar import RANK, Days
from .errors import NotADate

LONGEST = 200

_DATE = re.compile(
    r"(?P<q0>[?~%]?)(?P<year>[0-9X]{4})(?P<q1>[?~%]?)"
    r"(?:-(?P<q2>[?~%]?)(?P<month>[0-9X]{2})(?P<q3>[?~%]?)"
    r"(?:-(?P<q4>[?~%]?)(?P<day>[0-9X]{2})(?P<q5>[?~%]?))?)?"
    r"(?P<time>T(?:[01]\d|2[0-3])(?::[0-5]\d){0,2}(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?",
    re.ASCII,
)
_BEYOND = re.compile(r"Y-?(?:\d{5,}|\d+E\d+)[?~%]?|-\d{4}.*", re.ASCII)
_SIGNIFICANT = re.compile(r"Y?-?\d+(?:E\d+)?S\d+[?~%]?", re.ASCII)


class Fields(NamedTuple):
    """What an EDTF text says: two inclusive days (None: open) and how they are meant."""

    earliest: date | None
    latest: date | None
    throughout: bool
    precision: str
    approximate: bool


def parse(text: str) -> Fields:
    """Read EDTF and nothing else; raises NotADate."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise NotADate(
            "Empty, or longer than any EDTF date; write for example 2024-11 or 2024-11-11/2024-11-20."
        )
    if text[0] in "[{":
        return _parse_set(text)
    if "/" in text:
        return _interval(text.split("/"), text, throughout=True)
    earliest, latest, precision, approximate = _parse_date(text)
    return Fields(earliest, latest, False, precision, approximate)


def _parse_set(text: str) -> Fields:
    """`[...]`: one of these days (within); `{...}`: all of them (throughout)."""
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise NotADate("{text} is a set without its closing bracket.", text=text)
    members = [_set_member(member.strip(), text) for member in text[1:-1].split(",")]
    if text[0] == "{":
        _refuse_gaps(members, text)
    starts, ends = [m.earliest for m in members], [m.latest for m in members]
    earliest = None if None in starts else min(starts)
    latest = None if None in ends else max(ends)
    precision = max((m.precision for m in members), key=RANK.__getitem__)
    return _fields(earliest, latest, text[0] == "{", precision, any(m.approximate for m in members))


def _refuse_gaps(members: list[Fields], text: str) -> None:
    """All of some dates is one span only where they leave nothing out between them."""
    known = sorted((m.earliest or date.min, m.latest or date.max) for m in members)
    reached = known[0][1]
    for first, last in known[1:]:
        if reached < date.max and first > reached + calendar.ONE_DAY:
            raise NotADate("{text} names dates apart from each other; write one event for each.", text=text)
        reached = max(reached, last)


def _set_member(member: str, text: str) -> Fields:
    if not member:
        raise NotADate("{text} has a member without a date; write for example [2024-01,2024-03].", text=text)
    if ".." in member:
        return _interval([end.strip() or ".." for end in member.split("..")], text, throughout=False)
    return Fields(*_parse_date(member)[:2], False, *_parse_date(member)[2:])


def _interval(ends: list[str], text: str, throughout: bool) -> Fields:
    if len(ends) != 2:
        raise NotADate("{text} has more than two ends; write one date, or first/last.", text=text)
    known = [None if end in ("", "..") else _parse_date(end) for end in ends]
    first, last = known
    if not first and not last:
        raise NotADate("{text} is open at both ends: it names no day at all.", text=text)
    precision = max((end[2] for end in known if end), key=RANK.__getitem__)
    approximate = any(end[3] for end in known if end)
    return _fields(first and first[0], last and last[1], throughout, precision, approximate)


def _fields(earliest, latest, throughout: bool, precision: str, approximate: bool) -> Fields:
    if earliest and latest:
        if earliest > latest:
            raise NotADate("{first} is after {last}; put the earlier day first.", first=earliest, last=latest)
        precision = calendar.exact_unit(earliest, latest) or precision
    if not earliest and not latest:
        raise NotADate("Open at both ends: it names no day at all.")
    return Fields(earliest, latest, throughout, precision, approximate)


def _parse_date(text: str) -> tuple[date, date, str, bool]:
    found = _DATE.fullmatch(text)
    if not found:
        if _BEYOND.fullmatch(text):
            raise NotADate(
                "{text} lies outside the years 1 to 9999, which this timeline can hold.", text=text
            )
        if _SIGNIFICANT.fullmatch(text):
            raise NotADate("{text} counts significant digits, which no span holds; write 195X.", text=text)
        raise NotADate("{text} is not EDTF; write for example 2024-11-26, 2024-11, 2024 or 199X.", text=text)
    if found["year"] == "XXXX":
        raise NotADate("{text} names no year; write the years it may lie in, such as 1950/1999.", text=text)
    if found["time"] and not (found["day"] and found["day"].isdigit()):
        raise NotADate("{text} has a time without a day.", text=text)
    approximate = any(found[f"q{i}"] for i in range(6))
    try:
        days, precision = _days(found["year"], found["month"], found["day"])
    except ValueError as error:
        raise NotADate("{text} is no day of the calendar.", text=text) from error
    return (*days, precision, approximate)


def _days(year: str, month: str | None, day: str | None) -> tuple[Days, str]:
    first, last = _ends(year, 1, 9999)
    if not month:
        return calendar.years(first, last), _year_precision(year)
    if month.isdigit() and int(month) > 12:
        if "X" in year or day:
            raise ValueError("a season or quarter needs a plain year and takes no day")
        return _grouping(first, int(month))
    month_first, month_last = _ends(month, 1, 12)
    start, end = calendar.month(first, month_first)[0], calendar.month(last, month_last)[1]
    if day and day.isdigit():
        start, end = start.replace(day=int(day)), date(last, month_last, int(day))
    elif day:
        start, end = _masked_days(start, end, day)
    masked = "X" in year + month + (day or "")
    return (start, end), (
        calendar.exact_unit(start, end) or "unknown"
    ) if masked else "day" if day else "month"


def _masked_days(start: date, end: date, day: str) -> Days:
    """The days of a masked number, 1X or X5, in the first and the last month that hold one."""
    first, _ = _ends(day, 1, calendar.month_length(start.year, start.month))
    _, last = _ends(day, 1, end.day)
    return start.replace(day=first), end.replace(day=last)


def _ends(digits: str, low: int, high: int) -> tuple[int, int]:
    """The smallest and the largest number that the digits, some perhaps masked by X, can stand for."""
    first, last = max(int(digits.replace("X", "0")), low), min(int(digits.replace("X", "9")), high)
    if first > last or ("X" not in digits and not low <= int(digits) <= high):
        raise ValueError(f"{digits} is not between {low} and {high}")
    return first, last


def _year_precision(year: str) -> str:
    if "X" not in year:
        return "year"
    return "decade" if year[:3].isdigit() else "unknown"


def _grouping(year: int, code: int) -> tuple[Days, str]:
    """Sub-year groupings of ISO 8601-2, clause 4.8: seasons 21-32, quarters, quadrimesters, semestrals."""
    if 21 <= code <= 28:
        return calendar.season(year, (code - 21) % 4 + 1), "season"
    if 29 <= code <= 32:  # southern: its spring is September to November
        return calendar.season(year, (code - 29 + 2) % 4 + 1), "season"
    if 33 <= code <= 36:
        return calendar.quarter(year, code - 32), "quarter"
    if 37 <= code <= 39:
        return calendar.third_of_year(year, code - 36), "part-of-year"
    if 40 <= code <= 41:
        return calendar.half_year(year, code - 39), "half-year"
    raise ValueError(f"{code} is neither a month nor a season, quarter or half")


_IN_DAYS = frozenset({"day", "week", "part-of-month", "unknown"})
_BY_MONTH = frozenset({"month", "quarter", "season", "part-of-year", "half-year"})
_CODES = {
    "quarter": (3, 32),
    "half-year": (6, 39),
    "part-of-year": (4, 36),
}


def write(
    earliest: date | None, latest: date | None, throughout: bool, precision: str, approximate: bool
) -> str:
    """The one EDTF form of these fields; `parse` gives the same days, throughout and approximate back."""
    mark = "~" if approximate else ""
    if not throughout and earliest and latest:
        single = _single(earliest, latest, precision)
        if single:
            return single + mark
    if earliest and latest and precision not in _IN_DAYS:
        starts_whole = _start(earliest, precision) != earliest.isoformat()
        ends_whole = _end(latest, precision) != latest.isoformat()
        if starts_whole != ends_whole:
            precision = "day"  # both ends are written alike, so that neither seems to be all of a month
    start = _start(earliest, precision) + mark if earliest else ".."
    end = _end(latest, precision) + mark if latest else ".."
    if throughout:
        return f"{start}/{end}"
    return f"[{'' if start == '..' else start}..{'' if end == '..' else end}]"


def _single(earliest: date, latest: date, precision: str) -> str | None:
    """One date or one unit, where EDTF has a name for it; a winter has none that libraries agree on."""
    if earliest == latest:
        return earliest.isoformat()
    unit = calendar.exact_unit(earliest, latest)
    year = f"{earliest.year:04d}"
    if unit == "month":
        return f"{year}-{earliest.month:02d}"
    if precision not in _SINGLE or unit != precision:
        return None
    if precision == "year":
        return year
    if precision == "decade":
        return year[:3] + "X"
    if precision == "season":
        return None if earliest.month == 12 else f"{year}-{20 + earliest.month // 3}"
    size, base = _CODES[precision]
    return f"{year}-{base + (earliest.month - 1) // size + 1}"


_SINGLE = frozenset({"month", "year", "decade", "season", *_CODES})


def _start(day: date, precision: str) -> str:
    if precision in ("year", "decade") and (day.month, day.day) == (1, 1):
        return f"{day.year:04d}"
    if precision in _BY_MONTH and day.day == 1:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def _end(day: date, precision: str) -> str:
    if precision in ("year", "decade") and (day.month, day.day) == (12, 31):
        return f"{day.year:04d}"
    if precision in _BY_MONTH and day.day == calendar.month_length(day.year, day.month):
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()
