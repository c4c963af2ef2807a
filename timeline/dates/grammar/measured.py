"""Steps counted from what follows: three days after 5 May, за два дні до Різдва."""

from .. import calendar
from ..calendar import RANK
from ..cycles import Annual, Weekly
from ..nodes import Lean, Node, fixed
from .shifts import count, moved
from .stream import Parsed, Stream, item

_CLOSERS = frozenset({"COMMA", "DOT", "STOP", "CLOSE", "QUOTE", "AND", "END"})
_DATES = frozenset({"NUM", "ORD", "MONTH", "WEEKDAY", "ISO", "ISOMONTH", "TRIPLE", "DAYMONTH", "HOLIDAY"})
_DATES |= {"DEICTIC", "YEAR"}
# "last week after 5 May", "с 2022 года до": the unit before the word is no step.
_NO_STEP = frozenset({"THIS", "LAST", "NEXT", "COMING", "OFFSET", "DEMO", "YEAR", "MONTH", "RECENT"})


def has_object(s: Stream, j: int) -> bool:
    """Whether "after" or "before" governs what follows, so that the phrase hangs on it."""
    return j < s.count and _CLOSERS.isdisjoint(s.kinds[j])


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
        return _is_genitive(s, j + 1) or _is_bare_genitive(s, j + 1)
    return has_object(s, j + 1) and (said == "object" or measures(s, j))


def stepped(s: Stream, j: int, unit: str, number: int, approximate: bool) -> Parsed:
    """So many units from the date after token j, which says in which direction, or from what points back.

    None if what stands there is neither.
    """
    sign = s.kinds[j]["STEP"]
    found = _from_date(s, s.skip(j + 1, "DET", "ONDAY", "PREP"), unit, sign, number, approximate)
    return found or _from_reference(s, j + 1, unit, sign, number, approximate)


def named_day(s: Stream, i: int) -> Parsed:
    """The day before Christmas, le lendemain du 5 mai, накануне 5 мая: a day that is named from another."""
    offset, j = s.kinds[i]["DEICTIC"], i + 1
    if "STEP" in s.kinds[j] or s.kinds[i].get("HANGS") == "object":
        j = s.skip(j, "STEP", "DET", "ONDAY", "PREP")
    while _is_genitive(s, j) or ("DET" in s.kinds[j] and "PREP" not in s.kinds[j]):
        j += 1
    return _from_date(s, j, "day", 1 if offset > 0 else -1, abs(offset), False)


def weekday_from(s: Stream, j: int, weekday: int) -> Parsed:
    """The Monday after 5 May, the Friday before Christmas: the first one on that side of the day at j."""
    k = s.kinds[j]
    if "STEP" not in k or "TO" in k or "UNTIL" in k:  # "с понедельника до 5 мая"
        return None
    at = s.skip(j + 1, "DET", "ONDAY", "PREP")
    if _DATES.isdisjoint(s.kinds[at]) or "WEEKDAY" in s.kinds[at] or "DEICTIC" in s.kinds[at]:
        return None
    found, cycle, sign = item(s, at), Weekly(weekday), k["STEP"]
    if not found or found[0].precision != "day" or found[0].listed or found[0].lean:
        return None

    def change(days: calendar.Days, _=None) -> calendar.Days:
        return cycle.onward(days[1] + calendar.ONE_DAY) if sign > 0 else cycle.ended(days[0])

    return found[0].mapped(change, "day"), found[1]


def referred_day(s: Stream, i: int) -> Parsed:
    """The day after that vote, le lendemain de ce vote: named from what an earlier date was said of."""
    offset, j = s.kinds[i]["DEICTIC"], i + 1
    if "STEP" in s.kinds[j] or _is_genitive(s, j):
        j += 1
    return _from_reference(s, j, "day", 1 if offset > 0 else -1, abs(offset), False)


def _from_reference(s: Stream, j: int, unit: str, sign: int, number: int, approximate: bool) -> Parsed:
    """So many units from that interview, the vote, this decision; `read` refuses it, `find` looks back."""
    found = _reference(s, j) if unit != "hour" else None
    if not found:
        return None
    node = moved(s.anchor, unit, sign * number, sign, approximate)
    node.lean = found[0]
    return node, found[1]


def _reference(s: Stream, j: int) -> tuple[Lean, int] | None:
    pointing = False
    while not _DEFINITE.isdisjoint(s.kinds[j]):
        pointing = pointing or not _POINTING.isdisjoint(s.kinds[j])
        j += 1
    k = s.kinds[j]
    noun = k.keys() <= _NOUNS or ("NAMELIKE" in k and s.lang.capital_nouns)
    end = j + 1 if j < s.count and noun else j
    if end == j:  # "two days after that, he left"
        return (Lean(needed=True), j) if pointing and not _PAUSES.isdisjoint(k) else None
    dated = s.skip(end, "PREP", "ONDAY", "OF", "DET")
    if dated > end and not _DATES.isdisjoint(s.kinds[dated]):  # "after that interview on 24 May"
        return None
    _, start, stop = s.tokens[j]
    return Lean(needed=True, word="" if pointing else s.text[start:stop]), end


_NOUNS = frozenset({"MEASURE", "NAME"})  # "the vote" is also what votes are counted in
_DEFINITE = frozenset({"DEMO", "THIS", "DET"})
_POINTING = frozenset({"DEMO", "THIS"})
_PAUSES = frozenset({"COMMA", "DOT", "STOP", "CLOSE", "QUOTE", "END", "NAMELIKE", "LINK", "PAST"})


def _is_genitive(s: Stream, j: int) -> bool:
    return "OF" in s.kinds[j] and "PREP" not in s.kinds[j]


def _is_bare_genitive(s: Stream, j: int) -> bool:
    """Whether an unknown word in small letters ends as a genitive does: накануне выборов."""
    if s.kinds[j] or j >= s.count:
        return False
    _, start, stop = s.tokens[j]
    said = s.text[start:stop]
    subject = j + 1 < s.count and _is_feminine_past(s, j + 1)  # "накануне делегация прибыла"
    return said.endswith(s.lang.genitive) and not (subject and said.endswith(("а", "я")))


def _is_feminine_past(s: Stream, j: int) -> bool:
    _, start, stop = s.tokens[j]
    return s.text[start:stop].endswith(("ла", "лась", "лася"))


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
