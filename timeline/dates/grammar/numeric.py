"""Dates in figures: ISO 8601, 11.07.2023, 07/25/2023."""

from datetime import date

from .. import calendar
from ..nodes import fixed
from .stream import Parsed, Stream, dated, rule
from .years import full_year, year_after, year_word


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
            year = full_year(s, year)
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
    """11.07. without a year. A decimal and a clock time look the same: it is a date only where words say so.

    They are the year behind it, a weekday or a word for the date before it ("am", "le", "dnia"), or, where a
    language writes it so, its own second stop; a text of nothing else is taken for one too.
    """
    text = s.kinds[i]["DAYMONTH"]
    day, month = (int(part) for part in text.rstrip(".").split("."))
    after, stop = s.kinds[i + 1], text.endswith(".")
    if not _NOT_DAYS.isdisjoint(after) or ("DAYPART" in after and not stop):  # "2.4 km", "11.10 Uhr"
        return None
    date(2024, month, day)
    led_by = s.kinds[i - 1] if i else {}
    dated_after = "YEAR" in after or ("TO" in after and "TRIPLE" in s.kinds[i + 2])  # "03.05-05.05.2024"
    said = "ONDATE" in led_by or _follows_weekday(s, i) or dated_after
    stopped = stop and s.lang.month_stop and _LEADS_NO_DAY.isdisjoint(led_by)
    bare = i == 0 and i + 1 == s.count and (stop or (len(text) > 4 and text[3] in "01"))
    if not (said or stopped or bare) or (s.lang.month_first and not dated_after and not (bare and stop)):
        return None
    year = year_after(s, i + 1) if said or stopped else None
    node = dated(lambda y: (date(y, month, day),) * 2, "day", year)
    node.evidence = bool(said or year or (stopped and _sentence_goes_on(s, i)))
    return node, year[1] if year else i + 1


_NOT_DAYS = frozenset({"MEASURE", "CLOCK", "UNIT", "NUM"})
# "auf 3.2.", "um 11.10.", "Abschnitt 5.2."
_LEADS_NO_DAY = frozenset({"PREP", "APPROX", "NAMELIKE", "NAME", "NUM"})


def _follows_weekday(s: Stream, i: int) -> bool:
    """Whether a weekday stands before: "Montag, 11.10."."""
    before = i - 1 - (i > 1 and "COMMA" in s.kinds[i - 1])
    return before >= 0 and "WEEKDAY" in s.kinds[before]


def _sentence_goes_on(s: Stream, i: int) -> bool:
    """Whether the stop at the end of token i is its own, and not that of the sentence."""
    return i + 1 < s.count and not s.text[s.tokens[i + 1][1]].isupper()
