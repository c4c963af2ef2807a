"""The grammar of a whole phrase: one date, two that make a range, or one that bounds an open span."""

from datetime import date

from . import calendar
from .cycles import Weekly
from .grammar import Stream, item
from .grammar.stream import MOST_STEPS
from .nodes import Bound, Node, coarser, fixed

LEADING = frozenset({"PREP", "DET", "APPROX", "OVER", "DAYPART", "DATED", "ONDAY", "CLOCK"})
_SAYS_DATE = frozenset({"PREP", "ONDAY", "OVER", "DATED"})
_CLAUSE_ENDS = frozenset({"COMMA", "STOP", "DOT", "OPEN", "CLOSE", "END", "TO"})
BOUNDS = frozenset({"FROMNOW", "FROM", "SINCE", "BETWEEN", "UNTIL", "BEFORE", "AFTER"})
# "before he leaves office in January": so many words may stand between the bound and the date.
CLAUSE = 7


def phrase(s: Stream, i: int) -> tuple[Bound, int] | None:
    """The longest phrase that begins at this very token."""
    s.limit = s.steps + MOST_STEPS
    k = s.kinds[i]
    if "APPROX" in k and not BOUNDS.isdisjoint(s.kinds[i + 1]):  # "roughly between 3 and 5 May"
        about = phrase(s, i + 1)
        if about:
            about[0].first.approximate = True
            return about
    plain = best = _plain(s, i)
    if BOUNDS.isdisjoint(k):
        return best
    for kind, rule in _RULES.items():
        if kind in k:
            found = rule(s, i + 1)
            if found and (best is None or found[1] > best[1] or _bounds_rather(s, i, found, plain, best)):
                best = found
    return best


def _bounds_rather(s: Stream, i: int, found, plain, best) -> bool:
    """Where both reach as far, a bound is no mere preposition; but "following Monday" is a date."""
    return best is plain and found[1] == best[1] and not item(s, i)


def side(s: Stream, i: int) -> tuple[Node, int] | None:
    """One date with what may lead it: prepositions, articles, "about", a part of day, "throughout"."""
    found = item(s, i)
    if not found:
        return _led_side(s, i)
    return found if "END" in s.kinds[found[1]] else _tailed(s, *found)


def _led_side(s: Stream, i: int) -> tuple[Node, int] | None:
    approximate = throughout = said = determined = False
    for _ in range(7):
        k = s.kinds[i]
        if "NUM" in k and "DAYPART" in s.kinds[i + 1]:  # "by 5 p.m. on Friday"; "around" is the hour's
            i, approximate, k = i + 1, False, s.kinds[i + 1]
        elif LEADING.isdisjoint(k):
            return None
        approximate = approximate or "APPROX" in k
        throughout = throughout or "OVER" in k
        said = said or not _SAYS_DATE.isdisjoint(k)
        determined = determined or "DET" in k
        i += 1
        found = item(s, i)
        if found:
            node, j = found
            node.approximate = node.approximate or approximate
            node.throughout = node.throughout or (
                throughout and node.precision in _EXTENTS and not node.relative
            )
            node.evidence = node.evidence or said or approximate or (determined and _names(s, node, j))
            return _tailed(s, node, j)
    return None


def _tailed(s: Stream, node: Node, j: int) -> tuple[Node, int]:
    """With what may follow it: a part of day, a clock, "or so"."""
    if "END" in s.kinds[j]:
        return node, j
    j = s.skip(j, "DAYPART", "CLOCK")
    if "APPROX" in s.kinds[j] and "AFTERWORD" in s.kinds[j]:
        node.approximate, j = True, j + 1
    return node, j


def _names(s: Stream, node: Node, j: int) -> bool:
    """the 2014 annexation, the March summit: an article and an ordinary word make a date of it."""
    ordinary = j < s.count and not s.kinds[j]
    return node.precision == "year" or (ordinary and node.precision == "month")


_EXTENTS = frozenset({"month", "quarter", "season", "half-year", "year", "decade", "day", "week"})


def _plain(s: Stream, i: int) -> tuple[Bound, int] | None:
    found = side(s, i)
    if not found:
        return None
    first, j = found
    k = s.kinds[j]
    if "END" in k:
        return Bound("plain", first, None, first.throughout), j
    if "TO" in k and "PRESENT" in s.kinds[j + 1]:  # "2022-present"
        return Bound("since", first), j + 2
    if "TO" in k and "END" not in s.kinds[j + 1]:
        last = _other_side(s, j, first)
        if last and not first.listed:
            return Bound("range", first, last[0]), last[1]
    parts = "COMMA" in k and "PART" in s.kinds[j + 1]  # "fin octobre, début novembre"
    if ("AND" in k or "SLASH" in k or parts) and not first.listed:
        last = side(s, j + 1)
        if last and _consecutive(s, first, last[0]):
            return Bound(
                "range", first, last[0], throughout=k.get("AND") is True and first.precision == "day"
            ), last[1]
    if "COMMA" in k:
        last = _listed(s, j, first)
        if last:
            return Bound("range", first, last[0], throughout=first.precision == "day"), last[1]
    if "ONWARDS" in k and (
        ("OF" not in k and "PREP" not in k) or (first.evidence and "END" in s.kinds[j + 1])
    ):
        return Bound("since", first), j + 1
    if "LATEST" in k:
        return Bound("by", first), j + 1
    return Bound("plain", first, throughout=first.throughout), j


def _other_side(s: Stream, i: int, first: Node) -> tuple[Node, int] | None:
    """What a "to", a dash or an "until" leads to."""
    j = s.skip(i + 1, "TO", "UNTIL")
    last = side(s, j)
    if (
        last
        and "DASH" in s.kinds[i]
        and isinstance(last[0].cycle, Weekly)
        and not isinstance(first.cycle, Weekly)
    ):
        return None  # "on 22 November - on Monday she left": a pause, not a range
    return last


def _listed(s: Stream, j: int, first: Node) -> tuple[Node, int] | None:
    """The last of three or more in a row: Monday, Tuesday and Wednesday; May, June and July."""
    if first.precision not in ("day", "month") or first.listed:
        return None
    node, ended = first, False
    for _ in range(6):
        if not ("COMMA" in s.kinds[j] or "AND" in s.kinds[j]) or ended:
            break
        j = j + 1 if "COMMA" in s.kinds[j] and "AND" in s.kinds[j + 1] else j
        ended, j = s.kinds[j].get("AND") is True, j + 1
        found = item(s, j) if "WEEKDAY" in s.kinds[j] or "MONTH" in s.kinds[j] else None
        if not found or not _consecutive(s, node, found[0]):
            return None
        node, j = found
    return (node, j) if ended and node is not first else None


def _consecutive(s: Stream, first: Node, last: Node) -> bool:
    """Whether "X and Y" is one stretch: May and June, spring and summer 2023, 29 May and 30 May."""
    if last.precision != first.precision or last.listed:
        return False
    try:
        earlier, later = _both(first, last, s.anchor, False)
    except (ValueError, OverflowError):
        return False
    return earlier[1] + calendar.ONE_DAY == later[0]


def _now(s: Stream, i: int) -> tuple[Node, int] | None:
    """The anchor's day, where "now" begins a range: from now until March, between now and May."""
    k = s.kinds[i + 1]
    if "PRESENT" not in s.kinds[i] or not ("TO" in k or "UNTIL" in k or "AND" in k):
        return None
    return _today(s), i + 1


def _from(s: Stream, i: int):
    found = side(s, i) or _now(s, i)
    if not found:
        return _clause(s, i, "since") if "SINCE" in s.kinds[i - 1] else None
    first, j = found
    k = s.kinds[j]
    if first.listed:
        return Bound("plain", first, throughout=True), j
    if "TO" in k or "UNTIL" in k or ("AND" in k and "BETWEENLIKE" in s.kinds[i - 1]):
        last = _other_side(s, j, first)
        if last:
            return Bound("range", first, last[0], throughout=True), last[1]
    if "ONWARDS" in k:
        return Bound("since", first), j + 1
    if "RANGE" in s.kinds[i - 1]:
        return Bound("plain", first), j
    return Bound("since", first), j


def _since(s: Stream, i: int):
    found = side(s, i) or _clause_node(s, i)
    if not found:
        return None
    first, j = found
    if s.kinds[i - 1]["SINCE"] == "ahead" and not first.days:  # "not until September"
        first.days = first.settled(s.anchor, True)
    return Bound("since", first), j + 1 if "ONWARDS" in s.kinds[j] and "OF" not in s.kinds[j] else j


def _from_now(s: Stream, i: int):
    last = side(s, i)
    return (Bound("range", _today(s), last[0], throughout=True), last[1]) if last else None


def _today(s: Stream) -> Node:
    return fixed("day", (s.anchor, s.anchor), relative=True)


def _between(s: Stream, i: int):
    found = side(s, i) or _now(s, i)
    if not found:
        return None
    first, j = found
    if first.listed:
        return Bound("plain", first), j
    if not ("AND" in s.kinds[j] or "TO" in s.kinds[j]):
        return None
    last = side(s, j + 1)
    if not last and "PRESENT" in s.kinds[j + 1]:  # "between April and now"
        last = _today(s), j + 2
    return (Bound("range", first, last[0]), last[1]) if last else None


def _until(s: Stream, i: int):
    kind = s.kinds[i - 1]["UNTIL"]
    found = side(s, i) or (_clause_node(s, i) if kind == "until" else None)
    return (Bound(kind, found[0]), found[1]) if found else None


def _before(s: Stream, i: int):
    found = side(s, i) or _clause_node(s, i)
    return (Bound("before", found[0]), found[1]) if found else None


def _after(s: Stream, i: int):
    found = side(s, i)
    return (Bound("after", found[0]), found[1]) if found else None


def _clause(s: Stream, i: int, kind: str):
    found = _clause_node(s, i)
    return (Bound(kind, found[0]), found[1]) if found else None


def _clause_node(s: Stream, i: int) -> tuple[Node, int] | None:
    """The date of a clause that a bound governs: "before he leaves office in January"."""
    for j in range(i, min(i + CLAUSE, s.count)):
        k = s.kinds[j]
        inside = "DASH" in k and s.adjacent(j) and s.adjacent(j + 1)  # "the full-scale invasion"
        if not _CLAUSE_ENDS.isdisjoint(k) and not inside:
            return None
        if j > i and not _SAYS_DATE.isdisjoint(k):
            found = side(s, j)
            if found and not found[0].relative:
                return found
    return None


_RULES = {
    "FROMNOW": _from_now,
    "FROM": _from,
    "SINCE": _since,
    "BETWEEN": _between,
    "UNTIL": _until,
    "BEFORE": _before,
    "AFTER": _after,
}


Settled = tuple[date | None, date | None, bool, str, bool, bool, bool]


def settled(bound: Bound, anchor: date, forward: bool) -> Settled:
    """A phrase with what it leaves out filled in from the anchor.

    That is: earliest, latest, throughout, precision, approximate, whether the year was inferred, and whether
    the anchor was needed. Raises ValueError or OverflowError for a day outside the calendar.
    """
    first, last, kind = bound.first, bound.last, bound.kind
    precision, approximate = first.precision, first.approximate
    throughout = bound.throughout
    if kind == "plain":
        earliest, latest = first.days or first.settled(anchor, forward)
    elif last is None:
        earliest, latest = _open(kind, first, anchor, forward)
        throughout = kind in ("since", "until")
    else:
        (earliest, _), (_, latest) = _both(first, last, anchor, forward)
        inferred = first.year_inferred or last.year_inferred
        precision = coarser(precision, last.precision)
        approximate = approximate or last.approximate
        relative = first.relative or last.relative
        return earliest, latest, throughout, precision, approximate, inferred, relative
    return earliest, latest, throughout, precision, approximate, first.year_inferred, first.relative


def _open(kind: str, node: Node, anchor: date, forward: bool) -> tuple[date | None, date | None]:
    """The one end that a bound gives, the other open; what lies before a limit is looked for ahead."""
    if kind in ("since", "after"):
        start, end = node.settled(anchor, forward)
        return (start if kind == "since" else end + calendar.ONE_DAY), None
    start, end = node.settled(anchor, True)
    return None, (end if kind != "before" or node.ending else start - calendar.ONE_DAY)


def _both(first: Node, last: Node, anchor: date, forward: bool):
    """Both ends of a range; a side takes what it leaves out from the other, and may cross New Year."""
    if last.days and not first.days:
        first.year_inferred = last.relative and first.cycle.infers_year
        first.relative = last.relative
        earlier, later = first.cycle.past(last.days[1]), last.days
    else:
        earlier = first.settled(anchor, False)
        later = _onward(last, earlier)
        if forward and not first.days and later[1] < anchor:
            earlier = first.settled(anchor, True)
            later = _onward(last, earlier)
    # The end of a year may have begun: "from today until the end of the year".
    if earlier[0] > later[1] or (earlier[0] > later[0] and not last.ending):
        raise ValueError("the range runs backwards")
    return earlier, later


def _onward(node: Node, earlier):
    return node.days or node.cycle.onward(earlier[0])
