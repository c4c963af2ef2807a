"""The anchor moved by counted or vague units."""

from datetime import date, timedelta

from .. import calendar
from ..nodes import Node, fixed
from .stream import Parsed, Stream

VAGUE = {
    "hour": ("day", 1),
    "day": ("day", 7),
    "week": ("day", 28),
    "month": ("month", 3),
    "quarter": ("month", 9),
}


VAGUE |= {"half-year": ("month", 18), "year": ("year", 3), "decade": ("year", 30), "fortnight": ("day", 28)}


_SPLIT = {"fortnight": ("week", 2)}


_TENS = frozenset({20, 30, 40, 50, 60, 70, 80, 90})


def count(s: Stream, i: int) -> tuple[int, bool, int] | None:
    """How many: (number, approximate, next). Number 0 stands for few, some, several."""
    k = s.kinds[i]
    if "NUM" in k:
        number, j = k["NUM"], i + 1
        if number in _TENS and "DIGITS" not in k:
            n = j + 1 if "DASH" in s.kinds[j] else j
            unit = s.kinds[n].get("NUM", 10)
            if unit < 10 and "DIGITS" not in s.kinds[n]:
                number, j = number + unit, n + 1
        return number, False, j + 1 if "ANDHALF" in s.kinds[j] else j
    if "COUPLE" in k:
        return 2, True, s.skip(i + 1, "OF")
    if "FEW" in k:
        return 0, True, s.skip(i + 1, "OF")
    if "ONE" in k:
        return 1, False, i + 1
    return None


def halved(s: Stream, j: int, number: int) -> tuple[str, int, int]:
    """The counted unit at j with its half, as (unit, number, next): three and a half years are 42 months.

    Raises ValueError for the half of another unit, which is no calendar unit.
    """
    unit, end = s.kinds[j]["UNIT"], j + 1
    if "ANDHALF" in s.kinds[end]:  # "trois ans et demi"
        end += 1
    elif "ANDHALF" not in s.kinds[j - 1]:
        return unit, number, end
    if unit != "year":
        raise ValueError("half of it is no unit of the calendar")
    return "month", 12 * number + 6, end


def moved(anchor: date, unit: str, number: int, sign: int, approximate: bool) -> Node:
    unit, times = _SPLIT.get(unit, (unit, 1))
    number *= times
    if number == 0:
        return vague(anchor, unit, sign)
    if unit == "hour":
        near, far = number // 24, -(-number // 24)
        if sign < 0:
            near, far = -(-number // 24), number // 24
        days = sorted((anchor + timedelta(near), anchor + timedelta(far)))
        node = fixed("day", (days[0], days[1]), relative=True)
    else:
        node = fixed(unit, calendar.unit_around(calendar.shift(anchor, unit, number), unit), relative=True)
    node.approximate = approximate
    return node


def vague(anchor: date, unit: str, sign: int) -> Node:
    step, reach = VAGUE[unit]
    end = calendar.shift(anchor, step, sign * reach)
    node = fixed(
        "day" if unit == "hour" else "week" if unit == "fortnight" else unit,
        tuple(sorted((anchor, end))),
        True,
    )
    node.approximate = True
    return node


def counted_window(anchor: date, unit: str, number: int, sign: int, approximate: bool) -> Node:
    unit, times = _SPLIT.get(unit, (unit, 1))
    if unit == "hour":
        unit, number = "day", -(-number // 24)
    end = calendar.shift(anchor, unit, sign * number * times)
    node = fixed(unit, tuple(sorted((anchor, end))), relative=True)
    node.approximate = approximate
    return node


def calendar_unit(s: Stream, unit: str, sign: int) -> Node:
    unit, times = _SPLIT.get(unit, (unit, 1))
    return fixed(
        unit, calendar.unit_around(calendar.shift(s.anchor, unit, sign * times), unit), relative=True
    )


def window(s: Stream, j: int, number: int, approximate: bool, ahead: bool) -> Parsed:
    """The past N units, the next N units: from the anchor moved by N to the anchor."""
    unit, number, j = halved(s, j, number)
    sign = 1 if ahead else -1
    if "POST" in s.kinds[j] and s.kinds[j].keys() & {"LAST", "NEXT", "COMING"}:
        j += 1
    if number == 0:
        return vague(s.anchor, _SPLIT.get(unit, (unit, 1))[0], sign), j
    return counted_window(s.anchor, unit, number, sign, approximate), j
