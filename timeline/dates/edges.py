"""Where a date may begin and end: never within a number or a name."""

from .grammar import Stream
from .grammar.measured import measures

_STICKING = frozenset("-/.$€£#№+_@&%§:\\=<>^|")


def clean_start(s: Stream, i: int) -> bool:
    """No number or month that is the tail of a name: F-16, No. 2024, $2023, post-Maidan."""
    if i == 0:
        return True
    if "MONTH" in s.kinds[i] and s.text[s.tokens[i - 1][2] - 1].isdigit():
        return False  # "31 June": a day that the calendar lacks is not all of the month
    start = s.tokens[i][1]
    if not s.kinds[i].keys().isdisjoint(_COUNTED) and _is_tail(s, i):
        return False
    if measures(s, i):
        return False  # "the week after 5 May" is not after 5 May
    if s.tokens[i - 1][2] != start:
        return "NAME" not in s.kinds[i - 1] or not s.text[start].isdigit()
    previous = s.text[start - 1]
    return not (previous in _STICKING or previous.isalnum())


_COUNTED = frozenset({"UNIT", "UNITS", "NUM", "ONE", "FEW", "COUPLE"})
_MOVES = frozenset({"AGO", "EARLIER", "LATER", "BEFORE", "AFTER"})


def _is_tail(s: Stream, i: int) -> bool:
    """Whether a count or its unit ends a longer one: "3.5 weeks ago", "a year, two months and 2 days ago"."""
    k, before = s.kinds[i], s.kinds[i - 1]
    if "UNIT" in k and _counts(s, i - 1):
        return True
    if "PLURAL" in k and not before and not _MOVES.isdisjoint(s.kinds[i + 1]):
        return True  # "eleventy days ago": a word that no table knows may be the count
    if "PLURAL" in k and "NAMELIKE" in before and not _MOVES.isdisjoint(s.kinds[i + 1]):
        return True
    return "AND" in before and i > 1 and _is_counted_unit(s, i - 2)


def _is_counted_unit(s: Stream, i: int) -> bool:
    """Whether a unit with its count, or alone for one of it, stands there: "a year", "рік"."""
    k = s.kinds[i]
    counts = i == 0 or "NUM" in s.kinds[i - 1] or "ONE" in s.kinds[i - 1]
    return "UNITS" in k or ("UNIT" in k and counts)


def _counts(s: Stream, i: int) -> bool:
    """Whether a word is a number, or the half that ends one, of the unit after it."""
    k = s.kinds[i]
    return s.text[s.tokens[i][2] - 1].isnumeric() or not k.keys().isdisjoint(("NUM", "HALF", "ANDHALF"))


def clean_end(s: Stream, j: int) -> bool:
    """No date that is the head of a number or a name: 2023%, 3.5, May-born."""
    if j >= s.count or s.tokens[j][1] != s.tokens[j - 1][2]:
        return True
    mark = s.text[s.tokens[j][1]]
    if mark in "%°$€£@_" or mark.isalnum():
        return False
    follows = s.text[s.tokens[j][2] : s.tokens[j][2] + 1]
    if mark in ".,":
        return not follows.isdigit()
    if mark == "-" and follows.isalpha() and not _COUNTED.isdisjoint(s.kinds[j - 1]):
        return False  # "the first quarter-final"
    return not (
        mark in "-/"
        and (follows.isalnum() or follows in tuple("(?~%"))
        and s.text[s.tokens[j - 1][2] - 1].isdigit()
    )
