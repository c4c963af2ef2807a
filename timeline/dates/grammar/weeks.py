"""Weekdays, weekends, numbered weeks, and the days named from the anchor."""

from datetime import date, timedelta

from .. import calendar
from ..cycles import Monthly, Weekly
from ..nodes import LEANS, THAT_WEEK, THAT_YEAR, Node, fixed
from .measured import hangs, measures, named_day, referred_day, weekday_from
from .shifts import count
from .stream import Parsed, Stream, dated, item, rule, turned
from .years import relative_year, year_after


@rule("WEEKDAY")
def weekday_led(s: Stream, i: int) -> Parsed:
    """Friday; Friday, 17 November; Monday morning; Friday last week; lundi dernier."""
    j = s.skip(i + 1, "DAYPART", "CLOCK")
    date_at = s.skip(j, "COMMA", "DET", "PREP", "OPEN", "ONDAY", "OF")
    dated_day = item(s, date_at) if not {"WEEKDAY", "UNIT"} & s.kinds[date_at].keys() else None
    if dated_day and dated_day[0].precision == "day" and not dated_day[0].relative:
        end = s.skip(dated_day[1], "CLOSE") if "OPEN" in s.kinds[date_at - 1] else dated_day[1]
        lone = dated_day[0].cycle if isinstance(dated_day[0].cycle, Monthly) else None
        dated_day[0].lean = None if lone else dated_day[0].lean
        return dated_day[0], end
    if "OPEN" in s.kinds[j] and "NUM" in s.kinds[j + 1] and "CLOSE" in s.kinds[j + 2]:  # quarta-feira (8)
        return Node("day", cycle=Monthly(s.kinds[j + 1]["NUM"])), j + 3
    cycle = Weekly(s.kinds[i]["WEEKDAY"])
    measured = weekday_from(s, j, cycle.weekday) if "STEP" in s.kinds[j] else None
    if measured:
        return measured
    further = _weeks_further(s, i, cycle)
    if further:
        return further
    in_week = dated_day or (item(s, date_at) if date_at < s.count and date_at > i else None)
    if in_week and in_week[0].precision == "week" and in_week[0].relative and not in_week[0].approximate:
        monday = in_week[0].days and in_week[0].days[0]
        if monday and monday.weekday() == 0 and (in_week[0].days[1] - monday).days == 6:
            node = fixed("day", (monday + timedelta(cycle.weekday),) * 2, relative=True)
            return node, in_week[1]
    node = Node("day", cycle=cycle)
    node.evidence = "AMBIGUOUS" not in s.kinds[i]
    return turned(s, node, j)


def _weeks_further(s: Stream, i: int, cycle: Weekly) -> Parsed:
    """Tuesday week, mardi en huit, Dienstag in einer Woche: so many weeks after the coming one."""
    weeks, j = s.kinds[i + 1].get("WEEKSON"), i + 2
    if not weeks and "IN" in s.kinds[i + 1]:
        weeks, j = counted_weeks(s, i + 2)
    return (weeks_from(s, cycle, weeks), j) if weeks else None


def counted_weeks(s: Stream, i: int) -> tuple[int, int]:
    """How many weeks are counted at i, and what follows; 0 for none, or for no number of them."""
    counted = count(s, i)
    unit = s.kinds[counted[2]].get("UNIT") if counted else None
    if unit not in _WEEKS:
        return 0, i
    return counted[0] * _WEEKS[unit], counted[2] + 1


_WEEKS = {"week": 1, "fortnight": 2}


def weeks_from(s: Stream, cycle: Weekly, weeks: int) -> Node:
    """The weekday so many weeks after the next one, or before the last one, which 0 stands for."""
    day = cycle.ended(s.anchor)[0] if weeks <= 0 else cycle.onward(s.anchor + calendar.ONE_DAY)[0]
    return fixed("day", (day + timedelta(7 * weeks),) * 2, relative=True)


@rule("WEEKEND")
def weekend_led(s: Stream, i: int) -> Parsed:
    j = s.skip(i + 1, "OF")
    day = item(s, j) if j > i + 1 else None
    if day and day[0].precision == "day" and not day[0].relative and not day[0].listed:
        return day[0].mapped(lambda days: Weekly(5, 2).current(days[0]), "day"), day[1]
    node = Node("day", cycle=Weekly(5, 2))
    node.evidence = (
        bool(i and s.kinds[i - 1]) or i + 1 >= s.count or bool(s.kinds[i + 1])
    )  # "weekend warriors"
    node.throughout = False
    return turned(s, node, i + 1)


@rule("DEICTIC")
def deictic_led(s: Stream, i: int) -> Parsed:
    """today, yesterday evening; "yesterday, Friday" adds nothing."""
    if "HANGS" in s.kinds[i] or ("LEANING" in s.kinds[i] and measures(s, i + 1)):
        from_date = named_day(s, i)
        if from_date or hangs(s, i) or hangs(s, i + 1):
            return from_date or referred_day(s, i)
    years_ago = _today_ago(s, i) if "PREFIX" in s.kinds[i + 1] else None
    if years_ago:
        return years_ago
    day = s.anchor + timedelta(s.kinds[i]["DEICTIC"])
    j = s.skip(i + 1, "DAYPART", "CLOCK")
    comma = s.skip(j, "COMMA", "OPEN")
    if "WEEKDAY" in s.kinds[comma]:
        same = weekday_led(s, comma)
        j = same[1] if same else comma + 1
    elif comma > j:
        same = item(s, comma)
        if same and same[0].precision == "day" and same[0].settled(s.anchor, False) == (day, day):
            j = s.skip(same[1], "CLOSE")
    node = fixed("day", (day, day), relative=True)
    node.lean = LEANS if "LEANING" in s.kinds[i] else None
    return node, j


def _today_ago(s: Stream, i: int) -> Parsed:
    """heute vor einem Jahr, gestern vor zwei Wochen: that day, so many units before."""
    counted = count(s, i + 2)
    unit = s.kinds[counted[2]].get("UNIT") if counted else None
    if not counted or not counted[0] or unit not in calendar.MONTHS_IN | {"week": 0}:
        return None
    day = calendar.shift(s.anchor + timedelta(s.kinds[i]["DEICTIC"]), unit, -counted[0])
    return fixed("day", (day, day), relative=True), counted[2] + 1


@rule("WEEKOF")
def week_of_led(s: Stream, i: int) -> Parsed:
    """the week of 5 May: the calendar week that contains it."""
    day = item(s, s.skip(i + 1, "OF", "DET", "PREP", "ONDAY"))
    if not day or day[0].precision != "day" or day[0].listed:
        return None
    return day[0].mapped(lambda days: calendar.week(days[0]), "week"), day[1]


@rule("WEEKNO")
def week_number_led(s: Stream, i: int) -> Parsed:
    """week 23 of 2024 (ISO 8601); without a year, the latest that has begun."""
    j = i + 1
    number = s.kinds[j].get("NUM", 0)
    if not 1 <= number <= 53:
        return None
    year = year_after(s, j + 1)

    def build(y):
        monday = date.fromisocalendar(y, number, 1)
        return monday, monday + timedelta(6)

    return dated(build, "week", year), year[1] if year else j + 1


@rule("DEMO")
def demo_led(s: Stream, i: int) -> Parsed:
    """that Monday, the same week: read from the date before it in the text, else from the anchor."""
    j = i + 1
    k = s.kinds[j]
    lean = LEANS
    if "WEEKDAY" in k:
        node, end, lean = Node("day", cycle=Weekly(k["WEEKDAY"])), s.skip(j + 1, "DAYPART"), THAT_WEEK
    elif "UNIT" in k and "PLURAL" not in k and k["UNIT"] not in ("hour", "fortnight"):
        node, end = fixed(k["UNIT"], calendar.unit_around(s.anchor, k["UNIT"]), True), j + 1
        lean = THAT_YEAR if k["UNIT"] == "year" else LEANS
        year = relative_year(s, end) if k["UNIT"] in ("day", "month", "quarter") else None
        if year:  # "the same day last year"
            then = calendar.shift(s.anchor, "year", year[0] - s.anchor.year)
            return fixed(k["UNIT"], calendar.unit_around(then, k["UNIT"]), relative=True), year[1]
    elif "MONTH" in k or "SEASON" in k:
        found = item(s, j)
        if not found or found[0].days:
            return found
        node, end = found
    elif "WEEKEND" in k:
        node, end, lean = Node("day", cycle=Weekly(5, 2)), j + 1, THAT_WEEK
    else:
        return None
    node.lean, node.evidence = lean, True
    return node, end
