"""What an ordinal, "first" or "last" counts: quarters, halves, weeks and days of a period."""

from collections.abc import Callable

from .. import calendar, nodes
from ..cycles import Annual
from .named import named_part
from .periods import PERIODS, glued_unit, of_period
from .shifts import count
from .stream import Parsed, Stream, dated, led, rule
from .years import short_year, year_after


@rule("FIRST", "FINAL", "LATTER")
def ordinal_led(s: Stream, i: int) -> Parsed:
    """first half of, second quarter, third week of, last Friday of, first ten days of, the 9th of May."""
    k = s.kinds[i]
    if "ORD" in k and i + 1 < s.count:
        if "DOT" in s.kinds[i + 1] and s.adjacent(i + 1):
            return _nth(s, i + 2, k["ORD"])
        joined = _joined_ordinals(s, i)
        if joined:
            return joined
    return _nth(s, i + 1, k.get("ORD") or k.get("ROMAN") or k.get("LATTER") or (1 if "FIRST" in k else -1))


def _joined_ordinals(s: Stream, i: int) -> Parsed:
    """the first and second quarters of 2023; the second to fourth week of May."""
    j = i + 1
    if not ("AND" in s.kinds[j] or "TO" in s.kinds[j]):
        return None
    j = s.skip(j + 1, "DET")
    last = s.kinds[j].get("ORD")
    if not last or last <= s.kinds[i].get("ORD", 99):
        return None
    second, first = _nth(s, j + 1, last), _nth(s, j + 1, s.kinds[i]["ORD"])
    if not first or not second or second[0].precision == "day":
        return None
    node = second[0]
    if node.days:
        node.days = (first[0].days[0], node.days[1])
    else:
        begin = first[0].cycle.build
        end = node.cycle.build
        node.cycle = Annual(lambda y: (begin(y)[0], end(y)[1]))
    node.listed = True
    return node, second[1]


@rule("ROMAN")
def half_led(s: Stream, i: int) -> Parsed:
    """1 півріччя 2023, 2. Halbjahr, 1. Quartal, II kwartał: a plain number before the unit."""
    k = s.kinds[i]
    number = k.get("NUM") or k.get("ROMAN")
    if not number:  # an ordinal, which has been tried as such
        return None
    j = i + 1
    if "DOT" in s.kinds[j] and s.adjacent(j):
        j += 1
    lettered = s.kinds[j].keys() & {"Q", "H"} and s.adjacent(j)
    if lettered and (year_after(s, j + 1) or short_year(s, j + 1)):  # 2Q 2023, 2Q23
        unit, top = ("quarter", 4) if "Q" in s.kinds[j] else ("half-year", 2)
        return named_part(s, j + 1, unit, number) if number <= top else None
    if s.kinds[j].get("UNIT") in ("quarter", "half-year", "week", "decade") or "HALF" in s.kinds[j]:
        if "PLURAL" in s.kinds[j] and "DOT" not in s.kinds[j - 1]:
            return None
        if "ROMAN" not in k and s.kinds[j].get("UNIT") in ("week", "decade") and j == i + 1:
            return None
        return _nth(s, j, number)
    return None


def _nth(s: Stream, j: int, number: int) -> Parsed:
    """The n-th (-1: last) of what stands at j, within what follows it."""
    k = s.kinds[j]
    if "DASH" in k:
        j += 1
        k = s.kinds[j]
    for kind, change in _IN_MONTH.items():
        if kind in k:
            return _compound_month(s, j, k[kind], kind, lambda days, change=change: change(days, number))
    if "NTHPART" in k:  # "першій декаді травня", "im ersten Drittel"
        return of_period(s, j + 1, lambda days, unit: nodes.third(days, unit, number), ("month", "year"))
    if "HALF" in k and abs(number) <= 2:
        number = 2 if number < 0 else number
        change = _half_of(number)
        return of_period(s, j + 1, change, PERIODS - {"week"}, nodes.HALF_PRECISION)
    unit = k.get("UNIT")
    if unit in ("quarter", "half-year"):
        top = 4 if unit == "quarter" else 2
        if number < 0 and not _followed_by_year(s, j + 1):
            return None
        number = top if number < 0 else number
        return named_part(s, j + 1, unit, number) if number <= top else None
    if "WEEKDAY" in k:
        number_of = s.kinds[j]["WEEKDAY"]
        change = lambda days, unit: nodes.nth_weekday(days, number_of, number)  # noqa: E731
        return of_period(s, j + 1, change, ("month",), {"month": "day"})
    counted = count(s, j)
    if counted and not counted[0] and "PLURAL" in s.kinds[counted[2]]:  # "the first few days of May"
        j = counted[2]
        k, unit = s.kinds[j], s.kinds[j].get("UNIT")
    if counted and counted[0] and s.kinds[counted[2]].get("UNIT") in ("day", "week", "month", "year"):
        return _stretch(s, counted[2], s.kinds[counted[2]]["UNIT"], counted[0], number)
    if unit in ("day", "week", "month"):
        if "PLURAL" in k or "PLURALS" in s.kinds[j - 1]:
            if number > 1:
                return _tens(s, j + 1, number) if unit == "day" else None
            which = 3 if number < 0 else 1
            change = lambda days, unit: nodes.third(days, unit, which)  # noqa: E731
            return of_period(s, j + 1, change, ("month", "year", "season", "decade"), nodes.PART_PRECISION)
        return _unit_of(s, j + 1, unit, number)
    return None


def _tens(s: Stream, j: int, number: int) -> Parsed:
    """в 20-х числах мая: the days of a month whose number begins so."""
    if number not in (10, 20):
        return None

    def change(days, _):
        last = days[1] if number == 20 else days[0].replace(day=19)
        return days[0].replace(day=number), last

    return of_period(s, j, change, ("month",))


_IN_MONTH = {
    "HALFOF": lambda days, number: nodes.half(days, "month", number),
    "WEEKIN": lambda days, number: _nth_unit(days, "week", number),
    "DAYSIN": lambda days, number: nodes.third(days, "month", 3 if number < 0 else 1),
}


def _compound_month(s: Stream, j: int, month: int, kind: str, change: Callable) -> Parsed:
    """A month and its part in one word after an ordinal: "in der zweiten Maiwoche"."""
    year = year_after(s, j + 1)
    node = dated(lambda y: calendar.month(y, month), "month", year)
    return node.mapped(change, "week" if kind == "WEEKIN" else "part-of-month"), year[1] if year else j + 1


def _followed_by_year(s: Stream, j: int) -> bool:
    return bool(year_after(s, j)) or glued_unit(s, j, "year")[0]


def _half_of(number: int) -> Callable:
    return lambda days, unit: nodes.half(days, unit, number)


def _unit_of(s: Stream, j: int, unit: str, number: int) -> Parsed:
    """The n-th day, week or month of a period; weeks are days 7n-6 to 7n, the last one its last 7 days."""

    def change(days, _):
        return _nth_unit(days, unit, number)

    within = ("month", "year", "season", "quarter") if unit != "month" else ("year", "quarter", "season")
    return of_period(s, j, change, within, dict.fromkeys(within, unit))


def _nth_unit(days, unit: str, number: int):
    if number < 0:
        return nodes.trailing(days, unit, 1)
    start = nodes.leading(days, unit, number - 1)[1] + calendar.ONE_DAY if number > 1 else days[0]
    return start, nodes.leading(days, unit, number)[1]


def _stretch(s: Stream, j: int, unit: str, number: int, which: int) -> Parsed:
    """The first ten days of June, the last three months of 2023."""
    if abs(which) != 1:
        return None
    cut = nodes.leading if which > 0 else nodes.trailing
    within = ("month", "year", "season", "quarter", "decade")
    return of_period(s, j + 1, lambda days, _: cut(days, unit, number), within, dict.fromkeys(within, unit))


@rule("ORD")
def ordinal_or_day(s: Stream, i: int) -> Parsed:
    return ordinal_led(s, i) or led("NUM", s, i)
