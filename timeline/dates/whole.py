"""The phrase of a text that is thought to be one date."""

from .edges import clean_end, clean_start
from .errors import NotADate
from .grammar import Stream
from .nodes import Bound
from .phrases import phrase
from .refusals import HANGS, NO_DAY, TWO, UNKNOWN_WORD, WEAK
from .surroundings import alone, hangs_on_event, has_second, parts_unknown
from .unread import lacks_day, unread_word


def best_phrase(s: Stream) -> tuple[Bound, int, int] | None:
    """The longest phrase in a text thought to be one; raises NotADate for one too weak to be a date."""
    count = s.count
    whole = phrase(s, 0) if s.kinds[0] else None
    if whole and whole[1] == count and whole[0].evidence:
        return whole[0], 0, count
    if lacks_day(s):
        raise NotADate(NO_DAY)
    best = _longest(s, whole)
    if not best:
        return None
    bound, start, end = best
    covered = end - start == count
    if not (covered and bound.evidence) and not alone(s, best):
        raise NotADate(WEAK)
    if not covered and has_second(s, best):
        raise NotADate(TWO)
    if not covered and hangs_on_event(s, start, end):
        raise NotADate(HANGS)
    changed = None if covered else unread_word(s, best)
    if changed:
        raise NotADate(changed)
    if start and parts_unknown(s, start):
        raise NotADate(UNKNOWN_WORD)
    return best


def _longest(s: Stream, whole: tuple[Bound, int] | None) -> tuple[Bound, int, int] | None:
    """The longest phrase, of which `whole` begins at the first token."""
    best, longest, kinds = None, 0, s.kinds
    count = s.count
    for i in range(count):
        if longest >= count - i:
            break
        if not kinds[i] or (i and not clean_start(s, i)):
            continue
        found = phrase(s, i) if i else whole
        if found and found[1] - i > longest and (found[1] == count or clean_end(s, found[1])):
            best, longest = (found[0], i, found[1]), found[1] - i
    return best
