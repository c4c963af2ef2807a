"""Whether the words around a phrase leave it the date of its text."""

from .cycles import Weekly
from .edges import clean_end, clean_start
from .grammar import Stream
from .grammar.measured import hangs
from .grammar.stream import opens
from .lexer import CAPITAL
from .nodes import Bound
from .phrases import phrase, settled

_BESIDE = frozenset(
    [
        "PREP",
        "DET",
        "OF",
        "DAYPART",
        "COMMA",
        "DOT",
        "QUOTE",
        "OPEN",
        "CLOSE",
        "FUTURE",
        "DATED",
        "CLOCK",
        "STOP",
        "LINK",
        "PAST",
        "DURATION",
        "ONDAY",
        "DASH",
        "APPROX",
    ]
)


def has_second(s: Stream, best: tuple[Bound, int, int]) -> bool:
    """Whether "and" joins another date to the phrase, which would be dropped."""
    _, start, end = best
    if "AND" in s.kinds[end] or "COMMA" in s.kinds[end]:
        adverb = "AND" in s.kinds[end] and not s.kinds[end + 1]  # "in 2014 and again in 2022"
        other = phrase(s, end + 1 + adverb)
        if not other or not other[0].evidence or not clean_end(s, other[1]):
            return False
        return "AND" in s.kinds[end] or (other[1] == s.count and _says_more(s, best[0], other[0]))
    before = range(start - 1) if start and "AND" in s.kinds[start - 1] else ()
    found = ((i, phrase(s, i)) for i in before if clean_start(s, i))
    return any(other and other[1] == start - 1 and _is_month(s, i, other[0]) for i, other in found)


def _is_month(s: Stream, i: int, bound: Bound) -> bool:
    """Whether a phrase is a date, or a bare month that is no other word: "June" of "June and August"."""
    return bound.evidence or (bound.first.precision == "month" and "AMBIGUOUS" not in s.kinds[i])


def _says_more(s: Stream, bound: Bound, other: Bound) -> bool:
    """Whether what follows a comma is another day: "12 May, 3 June"; a weekday adds nothing."""
    if isinstance(other.first.cycle, Weekly) or bound.kind != "plain" or other.kind != "plain":
        return False
    try:
        first, second = settled(bound, s.anchor, False), settled(other, s.anchor, False)
    except (ValueError, OverflowError):
        return False
    return first[0] > second[1] or first[1] < second[0]


def parts_unknown(s: Stream, start: int) -> bool:
    """Whether an unknown word parts the phrase from "mid" or "the end of": "у середині xxx 2023 року"."""
    i = start - 1
    if "DROP" in s.kinds[i] and i:  # "the end of xxx of 2023"
        i -= 1
    if s.kinds[i]:
        return False
    while i and (s.kinds[i - 1] and not _GLUE.isdisjoint(s.kinds[i - 1]) and "PART" not in s.kinds[i - 1]):
        i -= 1
    return bool(i) and "PART" in s.kinds[i - 1]


_GLUE = frozenset({"OF", "DET"})


def hangs_on_event(s: Stream, start: int, end: int) -> bool:
    """Whether words outside the phrase measure from what is no date: "a day after the vote of 5 May"."""
    follows = s.kinds[end]
    if end < s.count and (not follows or follows is CAPITAL) and s.kinds[end - 1].get("HANGS") == "of":
        return True  # "накануне саммита"
    return any(hangs(s, j) for j in (*range(start), *range(end, s.count)))


def alone(s: Stream, best: tuple[Bound, int, int]) -> bool:
    """Whether what stands around the phrase leaves it a date."""
    bound, start, end = best
    before, after = s.kinds[start - 1] if start else {}, s.kinds[end]
    if bound.turns and end < s.count and _number_follows(s, end):
        return False
    if "EVERY" in before or ("NAME" in before and bound.kind == "plain"):
        return False
    if isinstance(bound.first.cycle, Weekly) and _is_name(s, bound, start, end):
        return False
    if "OTHERYEAR" in before or "OTHERYEAR" in after:  # "fiscal year 2024"
        return False
    if not bound.evidence:
        around = [*s.kinds[:start], *s.kinds[end : s.count]]
        if "PAST" in after and start == end - 1 and "AMBIGUOUS" in s.kinds[start]:  # "May said"
            return False
        verb = bound.first.precision == "season"  # "will fall", "may spring"
        if any(_BESIDE.isdisjoint(kinds) or (verb and "FUTURE" in kinds) for kinds in around):
            return False
        return not _in_small_letters(s, bound, start, end)
    return not ("NAME" in after and weak_name(bound))


def _is_name(s: Stream, bound: Bound, start: int, end: int) -> bool:
    """Whether a weekday is somebody's name, or says which market: Wednesday Addams, the Friday market."""
    if bound.kind != "plain" or s.lang.capital_nouns:
        return bool(start) and "TITLE" in s.kinds[start - 1]
    day = start if "WEEKDAY" in s.kinds[start] else start + 1
    if end != day + 1 or "WEEKDAY" not in s.kinds[day]:
        return False
    led = s.kinds[day - 1] if day else {}
    if "TITLE" in led:
        return True
    if led and led.keys() <= _ARTICLE:
        return end < s.count and (not s.kinds[end] or s.kinds[end] is CAPITAL)
    return day == start and s.kinds[end] is CAPITAL and opens(s, start) and "\n" not in _gap(s, end)


_ARTICLE = frozenset({"DET", "ARTICLE"})


def _gap(s: Stream, i: int) -> str:
    """What stands between a token and the one before it."""
    return s.text[s.tokens[i - 1][2] : s.tokens[i][1]]


def _number_follows(s: Stream, j: int) -> bool:
    """Whether a number stands where the year would, and is none: "12 May 0090", "5 May 20245"."""
    j = s.skip(j, "COMMA") if "COMMA" in s.kinds[j] and s.text[s.tokens[j][2] :][:6].strip().isdigit() else j
    if j >= s.count or not s.text[s.tokens[j][1]].isdigit():
        return False
    _, start, end = s.tokens[j]
    counts = _YEARLIKE if end - start >= 4 else _COUNTED_BY
    return s.kinds[j].keys().isdisjoint(_OWN_NUMBERS) and s.kinds[j + 1].keys().isdisjoint(counts)


_OWN_NUMBERS = frozenset({"CLOCK", "BIG", "TRIPLE", "ISO", "DAYMONTH"})
_YEARLIKE = frozenset({"MEASURE", "DAYPART", "CLOCK"})
_COUNTED_BY = _YEARLIKE | {"DOT", "UNIT", "MONTH", "NAMELIKE"}


def _in_small_letters(s: Stream, bound: Bound, start: int, end: int) -> bool:
    """ "may", "march" and "sun" in small letters are other words unless a day or a year stands with them."""
    return any(
        not _OTHER_WORDS.isdisjoint(s.kinds[i]) and s.text[s.tokens[i][1] : s.tokens[i][2]].islower()
        for i in range(start, end)
        if s.text[s.tokens[i][2] - 1] != "." or "LOWER" in s.kinds[i]
    )


_OTHER_WORDS = frozenset({"LOWER", "NOTALONE"})


def weak_name(bound: Bound) -> bool:
    """Whether a name that follows ("Winter War", "Spring Offensive") takes the date over."""
    return (
        bound.kind == "plain"
        and bound.first.cycle is not None
        and bound.first.precision in ("month", "season")
    )
