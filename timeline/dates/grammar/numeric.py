"""Dates in figures: ISO 8601, 11.07.2023, 07/25/2023."""

from datetime import date

from .. import calendar
from ..nodes import fixed
from .stream import Parsed, Stream, dated, rule
from .years import year_after, year_word


@rule("ISO")
def iso_led(s: Stream, i: int) -> Parsed:
    day = date.fromisoformat(s.text[s.tokens[i][1] :][:10])
    return fixed("day", (day, day)), i + 1


@rule("ISOMONTH")
def iso_month_led(s: Stream, i: int) -> Parsed:
    text = s.kinds[i]["ISOMONTH"]
    return fixed("month", calendar.month(int(text[:4]), int(text[5:]))), i + 1


@rule("COMPACT")
def compact_led(s: Stream, i: int) -> Parsed:
    text = s.kinds[i]["COMPACT"]
    day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    if not 1900 <= day.year <= 2100:
        return None
    node = fixed("day", (day, day))
    node.evidence = False
    return node, i + 1


@rule("TRIPLE")
def triple_led(s: Stream, i: int) -> Parsed:
    """11.07.2023, 07/25/2023, 14-05-2024, 2024/05/14: dots are day first, slashes month first in English."""
    text = s.kinds[i]["TRIPLE"]
    mark = next(char for char in text if not char.isdigit())
    parts = text.split(mark)
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[2]) in (2, 4):
        day, month, year = numbers
        if len(parts[2]) == 2:
            year += 2000 if year < 70 else 1900
        if mark == "/" and s.lang.month_first and day <= 12:
            day, month = month, day
        if month > 12:
            day, month = month, day
    else:
        return None
    found = date(year, month, day)
    return fixed("day", (found, found)), year_word(s, i + 1)


def month_in_figures(s: Stream, i: int) -> Parsed:
    """05/2024, 05.2024: a month in figures and its year, without a space."""
    k = s.kinds[i]
    year = s.kinds[i + 2].get("YEAR")
    glued = year and "NUM" in k and s.adjacent(i + 1) and s.adjacent(i + 2)
    if not glued or not ("SLASH" in s.kinds[i + 1] or ("DOT" in s.kinds[i + 1] and k.get("DIGITS") == 2)):
        return None
    return fixed("month", calendar.month(year, k["NUM"])), year_word(s, i + 3)


def month_between(s: Stream, i: int) -> Parsed:
    """12 XI 2024, 12.XI.2024, 12. 11. 2024: a month in Roman figures or between stops, with its year."""
    j = i + 1 + ("DOT" in s.kinds[i + 1])
    stopped = "DOT" in s.kinds[j - 1] and "DOT" in s.kinds[j + 1] and s.adjacent(j + 1)
    month = s.kinds[j].get("ROMAN") or (s.kinds[j].get("NUM") if stopped else None)
    k = j + 1 + ("DOT" in s.kinds[j + 1])
    year = s.kinds[k].get("YEAR")
    if not month or not year or s.kinds[i].get("DIGITS", 9) > 2:
        return None
    found = date(year, month, s.kinds[i]["NUM"])
    return fixed("day", (found, found)), year_word(s, k + 1)


@rule("DAYMONTH")
def day_month_led(s: Stream, i: int) -> Parsed:
    """11.07. without a year. A decimal looks the same, so that it is a date only with a word that says so."""
    text = s.kinds[i]["DAYMONTH"]
    day, month = (int(part) for part in text.rstrip(".").split("."))
    if "MEASURE" in s.kinds[i + 1]:
        return None
    date(2024, month, day)
    padded = text[0] in "0123" and text[2:3] == "." and text[3:4] in ("0", "1")
    if not (padded or text.endswith(".") or "PREP" in s.kinds[i - 1] or "ONDAY" in s.kinds[i - 1]):
        return None
    year = year_after(s, i + 1)
    node = dated(lambda y: (date(y, month, day),) * 2, "day", year)
    node.evidence = text.endswith(".") or bool(year)
    return node, year[1] if year else i + 1
