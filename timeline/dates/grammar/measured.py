"""Steps counted from what follows: three days after 5 May, за два дні до Різдва."""

from .. import calendar
from ..calendar import RANK
from ..cycles import Annual
from ..nodes import Node, fixed
from .shifts import count, moved
from .stream import Parsed, Stream, item

_CLOSERS = frozenset({"COMMA", "DOT", "STOP", "CLOSE", "QUOTE", "AND", "END"})
_DATES = frozenset({"NUM", "ORD", "MONTH", "WEEKDAY", "ISO", "ISOMONTH", "TRIPLE", "DAYMONTH", "HOLIDAY"})
_DATES |= {"DEICTIC", "YEAR"}
# "last week after 5 May", "с 2022 года до": the unit before the word is no step.
_NO_STEP = frozenset({"THIS", "LAST", "NEXT", "COMING", "OFFSET", "DEMO", "YEAR", "MONTH", "RECENT"})


def has_object(s: Stream, j: int) -> bool:
    """Whether "after" or "before" governs what follows, so that the phrase hangs on it."""
    return j < len(s.tokens) and _CLOSERS.isdisjoint(s.kinds[j])


def measures(s: Stream, j: int) -> bool:
    """Whether token j says what a step is measured from: the "after" of "a week after"."""
    if j == 0 or "STEP" not in s.kinds[j]:
        return False
    unit = s.kinds[j - 1]
    if "UNIT" in unit or "UNITS" in unit:
        return j == 1 or _NO_STEP.isdisjoint(s.kinds[j - 2])
    return "LEANING" in unit


def hangs(s: Stream, j: int) -> bool:
    """Whether what begins or is measured at token j hangs on what follows it."""
    said = s.kinds[j].get("HANGS")
    if said == "of":
        return _is_genitive(s, j + 1)
    return has_object(s, j + 1) and (said == "object" or measures(s, j))


def stepped(s: Stream, j: int, unit: str, number: int, approximate: bool) -> Parsed:
    """So many units from the date after token j, which says in which direction; None if there is no date."""
    return _from_date(s, s.skip(j + 1, "DET", "ONDAY", "PREP"), unit, s.kinds[j]["STEP"], number, approximate)


def named_day(s: Stream, i: int) -> Parsed:
    """The day before Christmas, le lendemain du 5 mai, накануне 5 мая: a day that is named from another."""
    offset, j = s.kinds[i]["DEICTIC"], i + 1
    if "STEP" in s.kinds[j] or s.kinds[i].get("HANGS") == "object":
        j = s.skip(j, "STEP", "DET", "ONDAY", "PREP")
    while _is_genitive(s, j) or ("DET" in s.kinds[j] and "PREP" not in s.kinds[j]):
        j += 1
    return _from_date(s, j, "day", 1 if offset > 0 else -1, abs(offset), False)


def _is_genitive(s: Stream, j: int) -> bool:
    return "OF" in s.kinds[j] and "PREP" not in s.kinds[j]


def _from_date(s: Stream, j: int, unit: str, sign: int, number: int, approximate: bool) -> Parsed:
    if _DATES.isdisjoint(s.kinds[j]) or unit == "hour":
        return None
    counted = count(s, j)
    if counted and "UNIT" in s.kinds[counted[2]]:  # no step is measured from another
        return None
    found = item(s, j)
    if not found or found[0].listed or RANK[found[0].precision] > RANK.get(unit, RANK["week"]):
        return None
    node = _moved(s, found[0], unit, sign, number)
    node.approximate = approximate or found[0].approximate or not number
    return node, found[1]


def _moved(s: Stream, node: Node, unit: str, sign: int, number: int) -> Node:
    precision = unit if unit in RANK else "week"

    def change(days: calendar.Days) -> calendar.Days:
        return moved(days[0], unit, sign * number, sign, False).days

    if node.cycle and isinstance(node.cycle, Annual):
        return Node(precision, cycle=node.cycle.changed(change))
    days = node.days or node.cycle.past(s.anchor)
    return fixed(precision, change(days), relative=node.relative or not node.days)
