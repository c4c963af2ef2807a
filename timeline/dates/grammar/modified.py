"""What this, last, next, recent and coming make of a unit or a name."""

from .. import calendar
from ..cycles import Annual, Weekly
from ..lexer import Kinds
from ..nodes import LEANS, NARRATES, THAT_WEEK, THAT_YEAR, Lean, Node, fixed
from .counted import point, with_finer
from .measured import has_object, stepped
from .shifts import calendar_unit, count, counted_window, vague, window
from .stream import Parsed, Stream, before_last, item, led, rule
from .weeks import weeks_from

_MODIFIERS = frozenset({"LAST", "THIS", "NEXT", "COMING", "RECENT"})


@rule("LAST", "THIS", "NEXT", "COMING", "RECENT")
def mod_led(s: Stream, i: int) -> Parsed:
    """last month, this Friday, next summer, recent weeks, the past two months, the coming days."""
    k = s.kinds[i]
    j = i + 1
    while (
        not _MODIFIERS.isdisjoint(s.kinds[j]) or ("DET" in s.kinds[j] and "OF" not in s.kinds[j])
    ) and j < i + 3:
        if "NUM" in s.kinds[j] or "COUPLE" in s.kinds[j] or "FEW" in s.kinds[j]:
            break
        k = {**s.kinds[j], **{kind: k[kind] for kind in k if kind in _MODIFIERS}} if s.kinds[j] else k
        j += 1
    s_k = s.kinds[j]
    if "LAST" in k or "RECENT" in k or ("THIS" in k and "LAST" in s.kinds[j - 1]):
        sign = -1
    elif "NEXT" in k or "COMING" in k:
        sign = 1
    else:
        sign = 0
    counted = count(s, j)
    if counted:
        n = counted[2]
        if (
            s.kinds[n].keys() & {"RECENT", "LAST", "COMING", "NEXT"} and not sign
        ):  # "ces deux dernières semaines"
            sign, n = (1 if "NEXT" in s.kinds[n] or "COMING" in s.kinds[n] else -1), n + 1
    if counted and sign and "UNIT" in s.kinds[n] and ("ONE" not in s_k or "NUM" in s_k):
        return window(s, n, counted[0], counted[1], ahead=sign > 0)
    if "UNITS" in s_k and sign:
        number, unit = s_k["UNITS"]
        return counted_window(s.anchor, unit, number, sign, False), j + 1
    seasonal = "SEASON" in s_k and "PLURALS" not in k and k.get("LAST") != "window"
    if "UNIT" in s_k and not seasonal:
        return _mod_unit(s, i, j, k, sign)
    return _mod_named(s, i, j, k, sign)


def _mod_unit(s: Stream, i: int, j: int, k: Kinds, sign: int) -> Parsed:
    unit = s.kinds[j]["UNIT"]
    plural = "PLURAL" in s.kinds[j] or "PLURALS" in k
    if not sign and "THIS" in k and "POST" in s.kinds[j + 1]:
        after = s.kinds[j + 1]
        sign = -1 if "LAST" in after else 1 if after.keys() & {"NEXT", "COMING"} else 0
        if sign:
            plural = plural or "PLURALS" in after
            if plural:
                return vague(s.anchor, unit, sign), j + 2
            return calendar_unit(s, unit, sign), j + 2
    if plural:
        return (vague(s.anchor, unit, sign), j + 1) if sign else None
    if "RECENT" in k or unit == "hour":
        return None
    if sign and (_is_window(s, i, k) or ("COMING" in k and "NEXT" not in k)):
        if "ORDLAST" in k and s.kinds[s.skip(j + 1, "OF", "DET")].keys() & {"MONTH"}:
            return None
        return counted_window(s.anchor, unit, 1, sign, False), j + 1
    node = calendar_unit(s, unit, sign)
    node.lean = _leans(s, i, k)
    if not sign and "THERE" in s.kinds[j + 1]:  # "cette année-là"
        node.lean = THAT_YEAR if unit == "year" else LEANS
        return node, j + 2
    return node, j + 1


def _leans(s: Stream, i: int, k: Kinds) -> Lean | None:
    """Whether the word goes on from what was told: "the following week", and "the next week" in the past."""
    if "LEANS" in k:
        return LEANS
    told = k.get("NARRATES")
    return NARRATES if told and (told != "the" or "DET" in s.kinds[i - 1]) else None


def _is_window(s: Stream, i: int, k: Kinds) -> bool:
    """ "the past week" and "over the last week" are the seven days before; a bare "last week" is not."""
    which = k.get("LAST") or ("last" if "NEXT" in k else None)
    if which in (None, "window"):
        return which == "window"
    b, article = i - 1, False
    while b >= 0 and "DET" in s.kinds[b]:
        b, article = b - 1, True
    said = s.kinds[b].get("WINDOW") if b >= 0 else None
    if said == "strong":
        return "LAST" in k and which != "calendar"
    return said == "the" and article and which == "last"


_NAMED = frozenset({"MONTH", "WEEKDAY", "SEASON", "WEEKEND", "HOLIDAY", "NUM", "ORD", "DECADE"})


def _mod_named(s: Stream, i: int, j: int, k: Kinds, sign: int) -> Parsed:
    """last March, next Friday, this autumn: the name that follows, turned."""
    named = s.kinds[j]
    if _NAMED.isdisjoint(named):
        return None
    if "WEEKDAY" in named:
        weeks = s.kinds[j + 1].get("WEEKSON")
        if weeks:  # "last Tuesday week"
            return weeks_from(s, Weekly(named["WEEKDAY"]), -weeks if sign < 0 else weeks), j + 2
        found = Node("day", cycle=Weekly(named["WEEKDAY"])), s.skip(j + 1, "DAYPART", "CLOCK")
        dated_day = led("WEEKDAY", s, j)
        if dated_day and dated_day[1] > found[1] and not isinstance(dated_day[0].cycle, Weekly):
            return dated_day
    elif "MONTH" in named and "THIS" in k:
        found = Node("month", cycle=Annual(lambda y: calendar.month(y, named["MONTH"]))), j + 1
        longer = led("MONTH", s, j)
        if longer and longer[1] > j + 1:
            return longer
    else:
        found = item(s, j)
    if not found:
        return None
    node, end = found
    if not node.cycle:
        return (node, end) if "THIS" in k or sign < 0 else None
    if not sign and "THERE" in s.kinds[end]:  # "ce lundi-là"
        node.lean, node.evidence = THAT_WEEK if "WEEKDAY" in named else LEANS, True
        return node, end + 1
    if "RECENT" in k:
        days = node.cycle.past(s.anchor)
    elif sign:
        days = node.cycle.ended(s.anchor) if sign < 0 else node.cycle.onward(s.anchor + calendar.ONE_DAY)
    else:
        days = node.cycle.current(s.anchor)
    said = fixed(node.precision, days, relative=True)
    said.listed = node.listed
    said.lean = _leans(s, i, k) if node.precision == "day" else None
    return said, end


@rule("UNIT")
def unit_led(s: Stream, i: int) -> Parsed:
    """A unit before what turns it: "semaine dernière", "weeks ago", "тиждень тому", "week of 5 May"."""
    return _unit_moved(s, i) or _unit_turned(s, i) or _unit_named(s, i)


def _unit_moved(s: Stream, i: int) -> Parsed:
    """weeks ago, тиждень тому, a month earlier."""
    k, j = s.kinds[i], i + 1
    after, unit = s.kinds[j], k["UNIT"]
    if "STEP" in after and has_object(s, j + 1):
        return stepped(s, j, unit, 1, False) if "PLURAL" not in k else None
    if "AGO" in after and after.keys().isdisjoint(("BEFORE", "PREFIX")):
        if "PLURAL" in k:
            return vague(s.anchor, unit, -1), j + 1
        if "BAREONE" in k:
            return point(s, j, unit, 1, False)
    if "BAREONE" in k and "AND" in after:  # "рік і два місяці тому"
        return with_finer(s, i, 1)
    if ("EARLIER" in after or "LATER" in after) and "ONLY" in after:
        if "PLURAL" in k:
            node = vague(s.anchor, unit, -1 if "EARLIER" in after else 1)
            node.lean = LEANS
            return node, j + 1
        if "BAREONE" in k:
            return point(s, j, unit, 1, False)
    return None


def _unit_turned(s: Stream, i: int) -> Parsed:
    """semaine dernière, the weeks ahead, the week before last."""
    k, j = s.kinds[i], i + 1
    after, unit = s.kinds[j], k["UNIT"]
    if "OFFSET" in after and "POST" not in after and "PLURAL" not in k:
        return calendar_unit(s, unit, after["OFFSET"]), j + 1
    if "POST" not in after:
        return None
    if "COMING" in after:
        plural = "PLURAL" in k or "PLURALS" in after
        return (vague(s.anchor, unit, 1) if plural else calendar_unit(s, unit, 1)), j + 1
    sign = -1 if "LAST" in after else 1 if "NEXT" in after else 0
    if not sign and ("PLURAL" in k or "THIS" not in after):
        return None
    if "PLURAL" in k:
        return vague(s.anchor, unit, sign), j + 1
    node = calendar_unit(s, unit, sign)
    node.lean = LEANS if "LEANS" in after else None
    return node, j + 1


def _unit_named(s: Stream, i: int) -> Parsed:
    """the year 2023, the week of 5 May, the month of May."""
    k, j = s.kinds[i], i + 1
    after, unit, found = s.kinds[j], k["UNIT"], None
    if unit == "year" and "YEAR" in after and "YEARUNIT" in k:
        found = led("YEAR", s, j)
    elif unit == "week" and "OF" in after and "PLURAL" not in k:
        return led("WEEKOF", s, i)
    elif unit == "month" and "PLURAL" not in k:
        named = s.skip(j, "OF", "COMMA")
        found = led("MONTH", s, named) if "MONTH" in s.kinds[named] else None
    if found:
        found[0].evidence = True
    return found


@rule("OFFSET")
def offset_led(s: Stream, i: int) -> Parsed:
    """vorletzte Woche, позаминулого місяця: the unit so many away from the anchor's; vorletzten Sommer."""
    named = s.kinds[i + 1]
    unit = named.get("UNIT")
    if s.kinds[i]["OFFSET"] == -2 and not _NAMED.isdisjoint(named) and not unit:
        found = item(s, i + 1)
        return (before_last(s, found[0]), found[1]) if found and found[0].cycle else None
    within = s.skip(i + 2, "OF", "DET", "PREP")
    if unit and s.kinds[within].keys() & {"MONTH", "SEASON", "YEAR"}:  # "przedostatni tydzień maja"
        return None
    return (calendar_unit(s, unit, s.kinds[i]["OFFSET"]), i + 2) if unit and unit != "hour" else None


@rule("OFYEAR")
def of_year_led(s: Stream, i: int) -> Parsed:
    """торішнього травня, zeszłoroczny maj, vorjähriger Sommer: an adjective that says the year."""
    found = item(s, i + 1)
    if not found or not isinstance(found[0].cycle, Annual):
        return None
    days = found[0].cycle.build(s.anchor.year + s.kinds[i]["OFYEAR"])
    return fixed(found[0].precision, days, relative=True), found[1]


@rule("RELUNIT")
def relative_unit_led(s: Stream, i: int) -> Parsed:
    """One word for the unit before or after the anchor's: Vorjahr, торік."""
    unit, offset = s.kinds[i]["RELUNIT"]
    return calendar_unit(s, unit, offset), i + 1
