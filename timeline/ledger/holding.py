"""On which days a stance was certainly held: whatever the days within the spans, the same is said there.

Between two pieces of evidence of one stance it counts as held, as long as no other can lie between them.
After the last it counts as held until it has faded; see `last_word`.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from operator import attrgetter

from .evidence import SIDES, Evidence
from .last_word import FADES


@dataclass(frozen=True, slots=True)
class Holding:
    """What was certainly held from `first` to `last`, inclusive: one of `stances`, all of one side.

    There are several where only its strength is open. `heard` is the last day that the evidence for it may
    mean: after that day nothing newer is known, and `last` is the day by which it has faded. None where
    later evidence says the same or otherwise.
    """

    first: date
    last: date
    stances: tuple[str, ...]
    heard: date | None = None

    @property
    def side(self) -> str:
        """For, undecided or against."""
        return SIDES[self.stances[0]]


def holdings(evidence: Iterable[Evidence]) -> tuple[Holding, ...]:
    """What was certainly held, in order of time; the undated is passed over.

    No two overlap: where a side is certain and its strength is not, there is a holding of both its stances.
    """
    dated = [item for item in evidence if item.is_dated]
    newest = max((item.end for item in dated), default=date.min)
    known = stretches(dated, attrgetter("stance"))
    found = []
    for side, first, last in stretches(dated, attrgetter("side")):
        within = [stretch for stretch in known if first <= stretch[1] <= last]
        either = tuple(stance for stance in SIDES if SIDES[stance] == side)
        found += _filled(first, last, within, either)
    return tuple(
        Holding(first, last, stances, newest if last > newest else None) for first, last, stances in found
    )


def stretches(dated: list[Evidence], of: Callable) -> list[tuple[object, date, date]]:
    """(what `of` gives, first day, last day) of what was certainly held, in order of time."""
    found = []
    for value in dict.fromkeys(map(of, dated)):
        mine = [item for item in dated if of(item) == value]
        others = [item for item in dated if of(item) != value]
        found += ((value, *days) for days in _joined(_held(mine, others)))
    return sorted(found, key=lambda stretch: stretch[1:])


def _held(mine, others):
    """(first, last) for each piece: from when it was shown to the last that no other comes before."""
    by_end = sorted(others, key=attrgetter("end"))
    ends = [item.end for item in by_end]
    # The first day on which any of the others can be that do not certainly come before a piece.
    soonest = list(accumulate((item.begin for item in reversed(by_end)), min))[::-1]
    mine_by_end = sorted(mine, key=attrgetter("end"))
    mine_ends = [item.end for item in mine_by_end]
    latest = list(accumulate((item.held_until for item in mine_by_end), max))
    for item in mine:
        at = bisect_left(ends, item.begin)
        if at == len(soonest):
            yield item.held_from, faded(mine_ends[-1])
        elif (before := bisect_left(mine_ends, soonest[at])) and item.held_from <= latest[before - 1]:
            yield item.held_from, latest[before - 1]


def faded(newest: date) -> date:
    """The day by which a position whose newest evidence is of that day has faded."""
    return newest + FADES if newest <= date.max - FADES else date.max


def _joined(found):
    """Days from first to last, those that overlap or follow one another made one."""
    joined = []
    for first, last in sorted(found):
        if joined and first.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined


def _filled(first, last, within, either):
    """The stretches of a stance within one of a side, and what is between them: either of its stances."""
    at = first.toordinal()
    for stance, begun, ended in within:
        if at < begun.toordinal():
            yield date.fromordinal(at), date.fromordinal(begun.toordinal() - 1), either
        yield begun, ended, (stance,)
        at = ended.toordinal() + 1
    if at <= last.toordinal():
        yield date.fromordinal(at), last, either
