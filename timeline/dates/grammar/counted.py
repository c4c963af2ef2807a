"""Counted points: two weeks ago, three days later, in a month, within six months."""

from datetime import timedelta

from .. import calendar
from ..calendar import RANK
from ..cycles import Weekly
from ..nodes import LEANS, NARRATES, Lean, fixed
from .measured import has_object, stepped
from .shifts import count, counted_window, halved, moved, window
from .stream import Parsed, Stream, led, opens, rule
from .weeks import counted_weeks, weeks_from


@rule("FEW", "COUPLE", "ONE")
def count_led(s: Stream, i: int) -> Parsed:
    """N units ago, earlier, later; two more weeks; les deux derniers mois; a week after that interview."""
    counted = count(s, i)
    if not counted or counted[0] > 9999:
        return None
    number, approximate, j = counted
    k = s.kinds[j]
    if ("LAST" in k or "NEXT" in k or "COMING" in k) and "UNIT" in s.kinds[j + 1]:
        return window(s, j + 1, number, approximate, ahead="LAST" not in k)
    second = _more(s, j, number)
    if second:
        return _several_ago(s, second[2], number, second[0])
    if "WEEKDAYS" in k:
        return _weekdays_ago(s, j, number)
    if "UNIT" not in k:
        return None
    return _weekday_counted(s, i, number, approximate) or _shifted(s, j, number, approximate)


def _weekdays_ago(s: Stream, j: int, number: int) -> Parsed:
    """Two Fridays ago: the one before the last."""
    if not number or "AGO" not in s.kinds[j + 1]:
        return None
    return weeks_from(s, Weekly(s.kinds[j]["WEEKDAYS"]), 1 - number), j + 2


def _more(s: Stream, j: int, number: int) -> tuple[int, bool, int] | None:
    """The greater number of two: "two or three weeks", "zwei, drei Wochen"."""
    k = s.kinds[j]
    if not ("TO" in k or "AND" in k or "COMMA" in k):
        return None
    second = count(s, j + 1)
    if not second or second[0] <= number or "UNIT" not in s.kinds[second[2]]:
        return None
    return second if "COMMA" not in k or second[0] == number + 1 else None


def _weekday_counted(s: Stream, i: int, number: int, approximate: bool) -> Parsed:
    """A week on Tuesday, two weeks from Friday; a week last Tuesday: from the coming one, or before last."""
    weeks, j = counted_weeks(s, i)
    k, day = s.kinds[j], s.kinds[j + 1].get("WEEKDAY")
    if not weeks or approximate or day is None or not ("FROMDAY" in k or "LAST" in k):
        return None
    return weeks_from(s, Weekly(day), -weeks if "LAST" in k else weeks), j + 2


@rule("UNITS")
def unit_counted_led(s: Stream, i: int) -> Parsed:
    """A word that is a number of units: пів року, півтора місяця."""
    number, unit = s.kinds[i]["UNITS"]
    return point(s, i + 1, unit, number, False)


def _shifted(s: Stream, j: int, number: int, approximate: bool) -> Parsed:
    added = with_finer(s, j, number)
    if added:
        return added
    unit, number, j = halved(s, j, number)
    if "APPROX" in s.kinds[j] and ("AGO" in s.kinds[j + 1] or "EARLIER" in s.kinds[j + 1]):
        approximate, j = True, j + 1
    if "COMING" in s.kinds[j] and "POST" in s.kinds[j]:
        return window(s, j - 1, number, approximate, ahead=True)
    if ("LAST" in s.kinds[j] or "NEXT" in s.kinds[j]) and "POST" in s.kinds[j] and number != 1:
        return window(s, j - 1, number, approximate, ahead="NEXT" in s.kinds[j])
    return point(s, j, unit, number, approximate)


def point(s: Stream, j: int, unit: str, number: int, approximate: bool, sign: int = 0) -> Parsed:
    """The calendar unit that contains the anchor moved by so many units; few units give a vague window."""
    lean = None
    if not sign:
        k = s.kinds[j]
        if "STEP" in k and has_object(s, j + 1):  # "three days after 5 May"; "after the vote" is no date
            return stepped(s, j, unit, number, approximate)
        if "PREFIX" in k:  # "zwei Tage vor der Wahl" hangs on the election
            return None
        sign = -1 if "AGO" in k or "EARLIER" in k else 1 if "LATER" in k or "ELAPSED" in k else 0
        if not sign:
            return None
        lean = LEANS if k.keys().isdisjoint(_FROM_NOW) else None
        j += 1
    exact = _same_day(s, j, unit, sign * number) if sign < 0 and number and not lean else None
    if exact:
        return exact
    node = moved(s.anchor, unit, sign * number, sign, approximate)
    node.lean = lean
    return node, j


_FROM_NOW = frozenset({"AGO", "ELAPSED", "NOW"})


def _same_day(s: Stream, j: int, unit: str, number: int) -> Parsed:
    """A year ago today, two years ago this month: the finer unit that contains the anchor moved."""
    k, finer = s.kinds[j], s.kinds[j + 1].get("UNIT")
    if k.get("DEICTIC") == 0 and unit in calendar.MONTHS_IN | {"week": 0}:
        finer, end = "day", j + 1
    elif "THIS" in k and finer in ("week", "month") and RANK[finer] < RANK.get(unit, 0):
        end = j + 2
    else:
        return None
    return fixed(finer, calendar.unit_around(calendar.shift(s.anchor, unit, number), finer), True), end


def with_finer(s: Stream, j: int, number: int, sign: int = 0) -> Parsed:
    """A year and two months ago: both steps, the month in which they end. The unit of the first is at j."""
    n = j + 2
    finer = count(s, n) if "AND" in s.kinds[j + 1] and number else None
    if finer:
        n = finer[2]
    unit, k = s.kinds[n].get("UNIT"), s.kinds[n + 1]
    if not finer or not finer[0] or unit not in _FINER:
        return None
    if not sign:
        sign, n = -1 if "AGO" in k and "PREFIX" not in k else 1 if "NOW" in k or "ELAPSED" in k else 0, n + 1
    first = s.kinds[j]["UNIT"]
    if not sign or first not in calendar.MONTHS_IN | {"week": 0} or RANK[unit] >= RANK[first]:
        return None
    node = moved(calendar.shift(s.anchor, first, sign * number), unit, sign * finer[0], sign, finer[1])
    return node, n + 1


_FINER = frozenset({"day", "week", "month", "quarter"})


def _several_ago(s: Stream, j: int, low: int, high: int) -> Parsed:
    first, last = _shifted(s, j, low, True), _shifted(s, j, high, True)
    if not first or not last:
        return None
    both = [*first[0].days, *last[0].days]
    node = fixed(first[0].precision, (min(both), max(both)), relative=True)
    node.approximate, node.lean = True, first[0].lean
    return node, first[1]


@rule("AGO")
def ago_led(s: Stream, i: int) -> Parsed:
    """vor drei Tagen, il y a deux semaines: "ago" before its count."""
    if "PREFIX" not in s.kinds[i]:
        return None
    j = s.skip(i + 1, "APPROX", "EXACTLY")
    approximate = any("APPROX" in k for k in s.kinds[i + 1 : j])
    found = _counted_unit(s, j, -1)
    if found and approximate:
        found[0].approximate = True
    return found


@rule("IN")
def in_led(s: Stream, i: int) -> Parsed:
    """in two weeks, dans deux semaines, через два тижні: the unit that contains the anchor moved on."""
    j = s.skip(i + 1, "APPROX")
    found = _counted_unit(s, j, 1, "ALONE" in s.kinds[i])
    if not found:
        return None
    if j > i + 1:
        found[0].approximate = True
    node, end = found
    node.lean = NARRATES if "NARRATES" in s.kinds[i] else node.lean
    if "STEP" in s.kinds[end] and has_object(s, end + 1):  # "через неделю после 5 мая"
        return led(next((kind for kind in ("UNIT", "UNITS") if kind in s.kinds[j]), "FEW"), s, j)
    if "EARLIER" in s.kinds[end] and "ONLY" in s.kinds[end]:  # "за два дні до цього"
        earlier = _counted_unit(s, j, -1)
        earlier[0].lean = LEANS
        return earlier[0], end + 1
    if "ELAPSED" in s.kinds[end] or ("LATER" in s.kinds[end] and "NOW" in s.kinds[end]):
        node.lean, end = None, end + 1
    return node, end


@rule("PASSED")
def passed_led(s: Stream, i: int) -> Parsed:
    """After two days, po dwóch dniach: opening a sentence, so long after the date before it in the text."""
    if not opens(s, i):
        return None
    j = s.skip(i + 1, "APPROX", "EXACTLY")
    found = _counted_unit(s, j, 1, alone=False)
    if not found or _goes_on(s, found[1]):
        return None
    found[0].lean = Lean(needed=True, tense=True)
    return found


def _goes_on(s: Stream, j: int) -> bool:
    """Whether the count says how long something took: "after two days of talks", nach zwei Tagen Krieg."""
    k = s.kinds[j]
    return not _GOES_ON.isdisjoint(k) or ("NAMELIKE" in k and s.lang.capital_nouns)


_GOES_ON = frozenset({"OF", "PREP", "NAME", "AGO", "EARLIER", "LATER", "STEP", "MEASURE"})


def _counted_unit(s: Stream, j: int, sign: int, alone: bool = True) -> Parsed:
    if "UNITS" in s.kinds[j]:
        number, unit = s.kinds[j]["UNITS"]
        return point(s, j + 1, unit, number, False, sign)
    counted = count(s, j)
    if counted is None:
        if not alone or "UNIT" not in s.kinds[j]:
            return None
        counted = (0 if "PLURAL" in s.kinds[j] else 1, False, j)
    number, approximate, j = counted
    second = _more(s, j, number) if number else None
    if second:
        unit = s.kinds[second[2]]["UNIT"]
        ends = [moved(s.anchor, unit, sign * n, sign, True).days for n in (number, second[0])]
        node = fixed(unit, (min(e[0] for e in ends), max(e[1] for e in ends)), relative=True)
        node.approximate = True
        return node, second[2] + 1
    if "UNIT" not in s.kinds[j] or (s.kinds[j].get("UNIT") == "hour" and sign > 0):
        return None
    added = with_finer(s, j, number, sign)
    if added:
        return added
    unit, number, j = halved(s, j, number)
    return point(s, j, unit, number, approximate, sign)


@rule("WITHIN")
def within_led(s: Stream, i: int) -> Parsed:
    """within six months, within days. Hours are left out: usage is split."""
    j = s.skip(i + 1, "APPROX", "OF")
    if "DET" in s.kinds[j] and (
        "NEXT" in s.kinds[j + 1] or "LAST" in s.kinds[j + 1] or "COMING" in s.kinds[j + 1]
    ):
        return led("LAST", s, j + 1)
    if "UNITS" in s.kinds[j]:
        number, unit = s.kinds[j]["UNITS"]
        return counted_window(s.anchor, unit, number, 1, False), j + 1
    counted = count(s, s.skip(j, "DET") if "ONE" not in s.kinds[j] else j)
    if counted is None:
        counted = (0 if "PLURAL" in s.kinds[j] else 1, False, j)
        if counted[0] and "ALONE" not in s.kinds[i]:
            return None
    number, approximate, j = counted
    unit = s.kinds[j].get("UNIT")
    if (
        not unit
        or unit == "hour"
        or "YEAR" in s.kinds[j + 1]
        or "LAST" in s.kinds[j + 1]
        or "AGO" in s.kinds[j + 1]
        or "NAME" in s.kinds[j + 1]  # "в течение двух лет войны" is a duration
    ):
        return None
    if "OF" in s.kinds[j + 1] and "NAMELIKE" in s.kinds[j + 2]:
        return None
    found = window(s, j, number, approximate, ahead=True)
    if "APPROX" in s.kinds[i + 1]:
        found[0].approximate = True
    return found


@rule("RECENTLY")
def recently_led(s: Stream, i: int) -> Parsed:
    node = fixed("unknown", (s.anchor - timedelta(28), s.anchor), relative=True)
    node.approximate = True
    return node, i + 1
