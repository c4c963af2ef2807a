"""Seasons, quarters, half-years and decades by their names."""

from .. import calendar, nodes
from ..nodes import fixed
from .periods import glued_unit
from .stream import Parsed, Stream, dated, rule, turned
from .years import short_year, year_after, year_word


@rule("SEASON")
def season_led(s: Stream, i: int) -> Parsed:
    """summer 2023; the winter of 2023-24; autumn last year; l'été dernier."""
    number = s.kinds[i]["SEASON"]
    year = year_after(s, i + 1)
    j = year[1] if year else i + 1
    if year and ("DASH" in s.kinds[j] or "SLASH" in s.kinds[j]) and number == calendar.WINTER:
        following = s.kinds[j + 1]
        if (year[0] + 1) % 100 == following.get("NUM") or following.get("YEAR") == year[0] + 1:
            j = year_word(s, j + 2)
    node = dated(lambda y: calendar.season(y, number), "season", year)
    months = s.kinds[j].get("UNIT") == "month" and "PLURAL" in s.kinds[j]  # "the winter months"
    node.evidence = bool(year) or months
    return turned(s, node, j + 1 if months else j)


@rule("PARTSEASON")
def season_part_led(s: Stream, i: int) -> Parsed:
    """One word for a part of a season: Spätsommer, midwinter."""
    number, name = s.kinds[i]["PARTSEASON"]
    year = year_after(s, i + 1)
    season = dated(lambda y: calendar.season(y, name), "season", year)
    return season.mapped(lambda days: nodes.third(days, "season", number), "season"), year[
        1
    ] if year else i + 1


@rule("Q", "H")
def quarter_led(s: Stream, i: int) -> Parsed:
    """Q2 2023, H1 2024: a letter and a number, from the language's QUARTER and HALFYEAR letters."""
    k = s.kinds[i]
    if "NUM" not in s.kinds[i + 1] or not s.adjacent(i + 1):
        return None
    number = s.kinds[i + 1]["NUM"]
    j = i + 3 if "SLASH" in s.kinds[i + 2] and "YEAR" in s.kinds[i + 3] else i + 2  # Q3/2023
    if not 1 <= number <= (4 if "Q" in k else 2):
        return None
    return named_part(s, j, "quarter" if "Q" in k else "half-year", number)


def named_part(s: Stream, j: int, unit: str, number: int) -> Parsed:
    build = calendar.quarter if unit == "quarter" else calendar.half_year
    year = year_after(s, j) or short_year(s, j)
    node = dated(lambda y: build(y, number), unit, year)
    if not year:
        _, j = glued_unit(s, j, "year")
    return node, year[1] if year else j


@rule("DECADE")
def decade_led(s: Stream, i: int) -> Parsed:
    first = s.kinds[i]["DECADE"]
    whose = i - 1
    while whose > 0 and s.kinds[whose].keys() & {"PART", "DASH"}:
        whose -= 1
    if whose >= 0 and "WHOSE" in s.kinds[whose] and not s.text.startswith(str(first), s.tokens[i][1]):
        return None  # "in his forties", "in her early 40s" are ages
    node = fixed("decade", calendar.years(first, first + 9))
    said = i > 0 and ("DET" in s.kinds[i - 1] or "PREP" in s.kinds[i - 1] or "DECADEWORD" in s.kinds[i - 1])
    j = i + 1
    if "DASH" in s.kinds[j] and "DECADEWORD" in s.kinds[j + 1]:
        j += 1
    if "DECADEWORD" in s.kinds[j]:
        said, j = True, j + 1
    node.evidence = "SHORT" not in s.kinds[i] or said
    return node, j


@rule("DECADEWORD")
def decade_word_led(s: Stream, i: int) -> Parsed:
    """années 1990, lata 90.: the word for years before the number of the decade."""
    k = s.kinds[i + 1]
    value = k.get("YEAR", k.get("OLDYEAR", k.get("NUM") if k.get("DIGITS") == 2 else None))
    if "DECADE" in k:
        return decade_led(s, i + 1)
    if value is None or value % 10 or "PLURAL" not in s.kinds[i]:
        return None
    if "TO" in s.kinds[i + 2] and "YEAR" in s.kinds[i + 3]:  # "w latach 2010-2014"
        return None
    if value < 100:
        value += 1900 if value >= 30 else 2000
    j = i + 2
    if "DOT" in s.kinds[j] and s.adjacent(j):
        j += 1
    return fixed("decade", calendar.years(value, value + 9)), j
