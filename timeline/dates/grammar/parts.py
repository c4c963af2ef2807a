"""Early, mid and late; earlier and later in a period."""

from .. import calendar, nodes
from ..nodes import fixed
from .periods import GLUE, NOT_IN_PERIOD, PERIODS, of_period, period
from .stream import Parsed, Stream, item, rule
from .years import year_after

_THIRD = {"early": 1, "mid": 2, "late": 3, "end": 3}


@rule("PART")
def part_led(s: Stream, i: int) -> Parsed:
    """mid-November, late this year, early to mid-May, the end of the month; "early Monday" is Monday."""
    first = last = _THIRD[s.kinds[i]["PART"]]
    j = i + 1
    if "VERB" in s.kinds[i] and "IN" in s.kinds[j] and s.kinds[i - 1].keys() & {"FUTURE", "TO"}:
        return None  # "will end in the autumn"
    joint = s.skip(j, "DASH")
    if "TO" in s.kinds[j] or "AND" in s.kinds[joint] or "TO" in s.kinds[joint] or "SLASH" in s.kinds[j]:
        k = s.skip(j, "TO", "AND", "DASH", "SLASH", "DET", "PREP", "UNTIL")
        if "PART" in s.kinds[k] and _THIRD[s.kinds[k]["PART"]] > first:
            last, j = _THIRD[s.kinds[k]["PART"]], k + 1

    def change(days, unit):
        part = nodes.third(days, unit, first)
        return part if first == last else (part[0], nodes.third(days, unit, last)[1])

    found = of_period(s, j, change, PERIODS)
    if found:
        found[0].ending = s.kinds[i]["PART"] == "end"
        found[0].listed = last > first
        return found
    if first == last and s.kinds[i]["PART"] != "mid" and "SINCE" not in s.kinds[i]:
        j = s.skip(j, "DET", "PREP", "ONDAY", "OF")
        day = item(s, j)
        if (
            day
            and day[0].precision == "day"
            and not (day[0].listed or ("NUM" in s.kinds[j] and day[0].relative))
        ):
            return day
    return None


@rule("COURSE")
def course_led(s: Stream, i: int) -> Parsed:
    """im Laufe der Woche, au cours du mois: some time in the anchor's unit."""
    unit = s.kinds[i + 1].get("UNIT")
    if unit not in ("week", "month", "quarter", "year") or "PLURAL" in s.kinds[i + 1] or not _ends(s, i + 2):
        return None
    return fixed(unit, calendar.unit_around(s.anchor, unit), relative=True), i + 2


def _ends(s: Stream, j: int) -> bool:
    """Whether no name of the unit follows: "im Laufe des Jahres 2024", au cours de la semaine dernière."""
    return s.kinds[j].keys().isdisjoint(("YEAR", "OF", "POST", "THERE", "NUM", "MONTH", "DASH"))


@rule("TURN")
def turn_led(s: Stream, i: int) -> Parsed:
    """na przełomie maja i czerwca: the last third of the one with the first third of the next."""
    first = item(s, s.skip(i + 1, *GLUE))
    last = item(s, s.skip(first[1] + 1, *GLUE)) if first and "AND" in s.kinds[first[1]] else None
    if not last or first[0].precision != last[0].precision or first[0].precision not in ("month", "year"):
        return None
    unit = first[0].precision
    later = last[0].settled(s.anchor, False)
    start = (first[0].days or first[0].cycle.past(later[0]))[0]
    if calendar.shift(start, unit, 1) != later[0]:
        return None
    days = nodes.third((start, start), unit, 3)[0], nodes.third(later, unit, 1)[1]
    node = fixed(nodes.PART_PRECISION[unit], days, relative=last[0].relative)
    node.year_inferred = last[0].year_inferred
    return node, last[1]


@rule("PARTOF")
def compound_led(s: Stream, i: int) -> Parsed:
    """One word for a part of the anchor's unit: Jahresende, Monatsmitte; or of the year that follows it."""
    part, unit = s.kinds[i]["PARTOF"]
    number = _THIRD[part]
    year = year_after(s, i + 1) if unit == "year" else None
    days = calendar.years(year[0], year[0]) if year else calendar.unit_around(s.anchor, unit)
    node = fixed(
        nodes.PART_PRECISION.get(unit, unit), nodes.third(days, unit, number), relative=not year or year[2]
    )
    node.ending = part == "end"
    return node, year[1] if year else i + 1


@rule("EARLIER_IN", "LATER_IN")
def month_part_led(s: Stream, i: int) -> Parsed:
    """mi-mai, Mitte-Mai written as one word is in the tables; here: earlier or later in a period."""
    later = "LATER_IN" in s.kinds[i]
    j = s.skip(i + 1, *GLUE, "COMMA")
    k = s.kinds[j]
    found = None
    if "UNIT" in k and (j > i + 1) and "PLURAL" not in k:
        found = period(s, j)
    elif NOT_IN_PERIOD.isdisjoint(k) or "THIS" in k:
        found = item(s, j)
    if not found or found[0].listed or found[0].approximate:
        return None
    node, end = found
    if node.precision == "day":
        return (node, end) if not node.lean else None
    if node.precision not in PERIODS:
        return None
    start, last = node.settled(s.anchor, False)
    precision, begun = node.precision, start <= s.anchor <= last
    if begun:
        start, last = (s.anchor, last) if later else (start, s.anchor)
        precision = nodes.PART_PRECISION.get(precision, precision)
    part = fixed(precision, (start, last), relative=node.relative or begun)
    part.lean = node.lean
    part.year_inferred = node.year_inferred
    return part, end
