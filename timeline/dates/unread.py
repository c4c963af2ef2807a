"""Words beside the chosen phrase that it leaves unread although they change which days are meant."""

from .calendar import RANK
from .cycles import Weekly
from .grammar import Stream
from .grammar.measured import has_object
from .nodes import Bound
from .refusals import HANGS, LEFT_OUT, NEGATED, NO_DAY, UNREAD

_GLUE = frozenset({"OF", "DET", "PREP"})
# What cuts a part out of a period or names another: "the last few weeks of 2023", "30 February of last year"
_CUTS = frozenset({"FEW", "COUPLE", "HALF", "FIRST", "FINAL", "LAST", "ORD", "MONTH", "SEASON", "NTHPART"})
_NAMED = frozenset({"MONTH", "SEASON", "Q"})
_LEAD = frozenset({"PREP", "ONDAY"})
_FARTHEST = 5
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}  # the days of the months that have no 31st


def unread_word(s: Stream, best: tuple[Bound, int, int]) -> str | None:
    """Why the words beside a phrase forbid to read it without them, or None where they do not."""
    bound, start, end = best
    if start and "NOT" in s.kinds[start - 1]:
        return NEGATED
    left_out = _left_out_behind(s, end)
    if left_out:
        return left_out
    if _is_measured(s, bound, start, end):
        return HANGS
    if RANK[bound.first.precision] <= RANK["week"] or bound.kind != "plain":
        return None
    if _is_lone_day(s, bound, start):
        return NO_DAY
    return UNREAD if _is_cut(s, start) or _is_narrowed(s, end) or _has_month(s, best) else None


def lacks_day(s: Stream) -> bool:
    """Whether a month stands with a day that it never has: "31 June 2023", "February 30", am 31. Juni."""
    for i, k in enumerate(s.kinds[: s.count]):
        longest = _LONGEST.get(k.get("MONTH", 0))
        if longest is None:
            continue
        before = i - 2 if i and "DOT" in s.kinds[i - 1] else i - 1
        last = not {"END", "COMMA", "YEAR"}.isdisjoint(s.kinds[min(i + 2, s.count)])
        beside = ([before] if before >= 0 else []) + ([i + 1] if i + 1 < s.count and last else [])
        if any(longest < _day_number(s.kinds[j]) <= 31 for j in beside):
            return True
    return False


def _day_number(k: dict) -> int:
    """The number of a token that may be a day; 0 for another."""
    return k["NUM"] if k.get("DIGITS", 9) <= 2 else int(k.get("ORD", 0))


def _left_out_behind(s: Stream, end: int) -> str | None:
    """A century or a feast of which, or after which, the phrase is: "the Monday after Easter"."""
    for j in range(end, min(s.count, end + _FARTHEST)):
        k = s.kinds[j]
        if "CENTURY" in k or "FEAST" in k:
            return LEFT_OUT["CENTURY" if "CENTURY" in k else "FEAST"]
        if k.keys().isdisjoint(("OF", "DET", "STEP", "ORD", "NUM", "ROMAN", "DOT")):
            return None
    return None


def _is_measured(s: Stream, bound: Bound, start: int, end: int) -> bool:
    """The Monday after the vote, but not "on Monday after the vote": that is any Monday."""
    led = _LEAD.isdisjoint(s.kinds[start])
    weekday = bound.kind == "plain" and isinstance(bound.first.cycle, Weekly)
    return weekday and led and "STEP" in s.kinds[end] and has_object(s, end + 1)


def _is_lone_day(s: Stream, bound: Bound, start: int) -> bool:
    """A day that the month lacks: "the 31st of last month", le 30 du mois dernier."""
    i = _before_glue(s, start)
    i -= i > 0 and "NUMERAL" in s.kinds[i]  # "31 числа минулого місяця"
    if i < 0 or bound.first.precision != "month":
        return False
    k = s.kinds[i]
    genitive = start > i + 1 or _is_genitive(s, start)
    return genitive and ("ORD" in k or (k.get("DIGITS", 9) <= 2 and k["NUM"] <= 31 and bound.first.relative))


def _is_cut(s: Stream, start: int) -> bool:
    """Whether the words before name a part of the phrase, or count its units."""
    i, unit, counted = _before_glue(s, start), False, False
    for at in range(i, max(-1, i - _FARTHEST), -1):
        k = s.kinds[at]
        if "UNIT" in k and "VERB" not in k:
            if at == i and _is_genitive(s, start):
                return True
            unit = counted = True
            continue
        if not k and unit:  # "the last full week of January"
            unit = False
            continue
        if not counted and ("FEW" in k or "COUPLE" in k):  # "some six months ago"
            return False
        if not _CUTS.isdisjoint(k) and not ("AMBIGUOUS" in k and "MONTH" in k):
            return True
        if k.keys().isdisjoint(("NUM", "OF", "DET")):
            return False
    return False


def _is_narrowed(s: Stream, end: int) -> bool:
    """Whether a month or a season follows at once: "in the year 2023 autumn"."""
    j = s.skip(end, *_GLUE)
    return j < s.count and not _NAMED.isdisjoint(s.kinds[j]) and "AMBIGUOUS" not in s.kinds[j]


def _has_month(s: Stream, best: tuple[Bound, int, int]) -> bool:
    """Whether a year's month stands apart from it: "the 2024 election in May"."""
    bound, start, end = best
    if bound.first.precision != "year":
        return False
    return any(
        "MONTH" in s.kinds[j] and "PREP" in s.kinds[j - 1] for j in (*range(1, start), *range(end, s.count))
    )


def _before_glue(s: Stream, start: int) -> int:
    i = start - 1
    while i >= 0 and not _GLUE.isdisjoint(s.kinds[i]) and _CUTS.isdisjoint(s.kinds[i]):
        i -= 1
    return i


def _is_genitive(s: Stream, start: int) -> bool:
    """Whether the phrase belongs to the word before it: "of 2023", "2023 года", du mois; not "in 2023"."""
    k = s.kinds[start]
    return "PREP" not in k or "DROP" in k
