"""The changes that must have happened, whatever the days within the spans.

Each change needs two pieces of evidence that differ and whose order is certain. The changes that hold
together in every possible order are a chain of such pieces, each certainly before the next; the longest
chain is found from its end, in n log n steps.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from operator import attrgetter

from .evidence import Evidence


@dataclass(frozen=True, slots=True)
class Change:
    """From one stance to another: `before` is the last evidence of the old, `after` the first of the new.

    It must have happened within `first` to `last`, inclusive; None is an end that the evidence leaves open.
    """

    before: Evidence
    after: Evidence

    @property
    def first(self) -> date | None:
        """The first day of the window."""
        day = self.before.held_until
        return None if day == date.min else day

    @property
    def last(self) -> date | None:
        """The last day of the window."""
        day = self.after.held_from
        return None if day == date.max else day

    @property
    def is_turn(self) -> bool:
        """Whether it is a change of side; otherwise it is a shift of strength within a side."""
        return self.before.side != self.after.side


def changes(evidence: Iterable[Evidence], of: Callable = attrgetter("side")) -> tuple[Change, ...]:
    """The changes of side (or of what `of` gives) that hold in every order; the undated is passed over."""
    dated = sorted((item for item in evidence if item.is_dated), key=attrgetter("place"))
    kinds = [of(item) for item in dated]
    if len(set(kinds)) < 2:
        return ()
    if all(one.end < next_.begin for one, next_ in pairwise(dated)):  # nothing overlaps: one order alone
        each = zip(pairwise(dated), pairwise(kinds), strict=True)
        return tuple(Change(*pair) for pair, (old, new) in each if old != new)
    chain = _chain(dated, of)
    if len(chain) < 2:
        return ()
    classes = _by_class(dated, of)
    return tuple(_change(classes[of(old)], classes[of(new)], new) for old, new in pairwise(chain))


def _chain(dated, of):
    """One piece of evidence of each stance in turn, as early as it is certain."""
    following = _following(dated, of)
    levels = defaultdict(list)
    for item in dated:
        levels[following[item]].append(item)
    chain, soonest = [], attrgetter("end", "place")
    for level in range(max(levels, default=-1), -1, -1):
        reachable = [
            item
            for item in levels[level]
            if not chain or (chain[-1].precedes(item) and of(chain[-1]) != of(item))
        ]
        chain.append(min(reachable, key=soonest))
    return chain


def _following(dated, of):
    """{evidence: how many changes must come after it}."""
    following, best = {}, {}
    waiting = sorted(dated, key=attrgetter("begin"))
    for item in sorted(dated, key=attrgetter("end"), reverse=True):
        while waiting and waiting[-1].begin > item.end:
            later = waiting.pop()
            best[of(later)] = max(best.get(of(later), 0), following[later])
        following[item] = max((count + 1 for kind, count in best.items() if kind != of(item)), default=0)
    return following


class _Class:
    """All evidence of one stance, ready for: the last held before a day, the first held after one."""

    def __init__(self, items):
        by_end, by_begin = sorted(items, key=attrgetter("end")), sorted(items, key=attrgetter("begin"))
        self.ends = [item.end for item in by_end]
        self.begins = [item.begin for item in by_begin]
        self.last_held = list(accumulate(by_end, _later))
        self.first_held = list(accumulate(reversed(by_begin), _sooner))[::-1]

    def last_before(self, day):
        return self.last_held[bisect_left(self.ends, day) - 1]

    def first_after(self, day):
        return self.first_held[bisect_right(self.begins, day)]


def _later(one, other):
    return max(one, other, key=attrgetter("held_until", "place"))


def _sooner(one, other):
    return min(one, other, key=attrgetter("held_from", "place"))


def _by_class(dated, of):
    groups = defaultdict(list)
    for item in dated:
        groups[of(item)].append(item)
    return {kind: _Class(items) for kind, items in groups.items()}


def _change(old, new, soonest):
    """The narrowest window between the old and the new that lies before the new is certain."""
    before = old.last_before(soonest.begin)
    return Change(before, new.first_after(before.end))
