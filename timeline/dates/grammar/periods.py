"""Periods and the part of one that a phrase names: the second week of May, the first half of 2023."""

from collections.abc import Callable

from .. import calendar, nodes
from ..nodes import LEANS, THAT_YEAR, fixed
from .stream import Parsed, Stream, item, led

GLUE = frozenset({"OF", "DET", "PREP"})


PERIODS = frozenset({"week", "month", "quarter", "season", "half-year", "year", "decade"})


NOT_IN_PERIOD = frozenset({"PART", "HALF", "EARLIER_IN", "LATER_IN"})


def _named_period(s: Stream, j: int) -> Parsed:
    k = s.kinds[j]
    if not k or (not NOT_IN_PERIOD.isdisjoint(k) and not k.keys() & {"ORD", "LAST", "MONTH", "NEXT", "THIS"}):
        return None
    found = item(s, j)
    return found if found and (found[0].precision in PERIODS) else None


def period(s: Stream, i: int) -> Parsed:
    """A month, year, season ... after its joining words."""
    j = i
    for _ in range(4):
        k = s.kinds[j]
        if "DASH" in k and s.adjacent(j):
            j += 1
            continue
        if "DECADEWORD" in k:
            decade = led("DECADEWORD", s, j)
            if decade:
                return decade
        if "SEASON" in k:  # Polish "lata" is summer's as well as years
            return led("SEASON", s, j)
        if "UNIT" in k:
            named = led("UNIT", s, j)
            if named:
                return named
            if k["UNIT"] == "month" and ("MONTH" in s.kinds[j + 1] or "MONTH" in s.kinds[j + 2]):
                j = s.skip(j + 1, "OF", "COMMA") if "MONTH" not in s.kinds[j + 1] else j + 1
                continue
            if k["UNIT"] == "year" and "YEAR" in s.kinds[j + 1]:
                j += 1
                continue
            if k["UNIT"] in PERIODS and "PLURAL" not in k:
                node = fixed(k["UNIT"], calendar.unit_around(s.anchor, k["UNIT"]), relative=True)
                node.lean = None
                if "DEMO" in s.kinds[j - 1]:
                    node.lean = THAT_YEAR if k["UNIT"] == "year" else LEANS
                return node, j + 1
        found = _named_period(s, j)
        if found:
            return found
        if "DEMO" in k and "UNIT" in s.kinds[j + 1]:
            j += 1
            continue
        if GLUE.isdisjoint(k):
            return None
        j += 1
    return None


def of_period(s: Stream, i: int, change: Callable, allowed, precisions=None) -> Parsed:
    """A part of the period that follows; `the month`, `the year` without a name are the anchor's."""
    found = period(s, i)
    if not found or found[0].precision not in allowed or found[0].listed:
        return None
    unit = found[0].precision
    precision = (precisions or nodes.PART_PRECISION).get(unit, unit)
    return found[0].mapped(lambda days: change(days, unit), precision), found[1]


def glued_unit(s: Stream, i: int, unit: str) -> tuple[bool, int]:
    """Past "of the year"."""
    j = s.skip(i, *GLUE)
    return (True, j + 1) if s.kinds[j].get("UNIT") == unit and j > i else (False, i)
