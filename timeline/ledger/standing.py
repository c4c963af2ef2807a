"""Where one actor stood on one question over time: segments, the turns between them, and what is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from .changes import Change, changes
from .doubts import Doubt, doubts
from .evidence import Evidence
from .last_word import LastWord, freshness, last_word


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which one stance was shown: its evidence in order, and the changes at its ends.

    `begun` and `ended` are the changes that open and close it, None where there is none.
    """

    evidence: tuple[Evidence, ...]
    begun: Change | None = None
    ended: Change | None = None

    @property
    def stance(self) -> str:
        """The stance shown; the latest word where the strength changed without a known order."""
        return self.evidence[-1].stance

    @property
    def side(self) -> str:
        """For, undecided or against."""
        return self.evidence[0].side

    @property
    def first(self) -> date:
        """The day by which the stance had certainly been shown."""
        return min(item.held_from for item in self.evidence)

    @property
    def last(self) -> date:
        """The last day until which it was certainly held."""
        return max(item.held_until for item in self.evidence)

    def strength(self, day: date) -> float:
        """How fresh its evidence is on that day: 1 while there is some to come, 0 once it is a year old."""
        return 1.0 if self.ended else freshness(self.evidence, day)


@dataclass(frozen=True)
class Ledger:
    """One actor's positions on one question. The order in which evidence is given does not matter."""

    evidence: tuple[Evidence, ...]

    @classmethod
    def of(cls, evidence: Iterable[Evidence]) -> "Ledger":
        """The ledger of these pieces of evidence; the same piece twice counts once."""
        pieces = tuple(evidence)
        return cls(pieces if len(pieces) < 2 else tuple(sorted(set(pieces), key=attrgetter("place"))))

    @cached_property
    def undated(self) -> tuple[Evidence, ...]:
        """Evidence without any day: it is listed, and orders nothing."""
        return tuple(item for item in self.evidence if not item.is_dated)

    @cached_property
    def turns(self) -> tuple[Change, ...]:
        """The changes of side that must have happened."""
        return changes(self.evidence)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Where the order is unknown."""
        return doubts(self.evidence)

    def last_word(self, day: date | None = None) -> LastWord | None:
        """Where the actor stood last, or on that day; None where nothing had been shown yet."""
        return last_word(self.evidence, day)

    @cached_property
    def stretches(self) -> tuple[tuple[Evidence, ...], ...]:
        """The evidence of the one side that was held between each turn and the next."""
        ends = (None, *self.turns, None)
        return tuple(self._between(begun, ended) for begun, ended in pairwise(ends))

    def _between(self, begun, ended):
        if begun is None and ended is None:
            # No turn is certain: what stands in no doubt, or all where everything does.
            doubted = {item for doubt in self.doubts for item in doubt.evidence}
            dated = [item for item in self.evidence if item.is_dated]
            return tuple(item for item in dated if item not in doubted)
        side = begun.after.side if begun else ended.before.side
        return tuple(
            item
            for item in self.evidence
            if item.is_dated
            and item.side == side
            and (begun is None or begun.before.precedes(item))
            and (ended is None or item.precedes(ended.after))
        )

    @cached_property
    def shifts(self) -> tuple[Change, ...]:
        """The changes of strength within a side that must have happened."""
        return tuple(change for held in self.stretches for change in changes(held, of=attrgetter("stance")))

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The stretches, each cut where the strength shifted, in order of time."""
        ends = (None, *self.turns, None)
        found = []
        for held, begun, ended in zip(self.stretches, ends, ends[1:], strict=False):
            found += _cut(held, begun, ended)
        return tuple(found)

    @cached_property
    def loose(self) -> tuple[Evidence, ...]:
        """Dated evidence that belongs to no segment, because its order is unknown."""
        placed = {item for segment in self.segments for item in segment.evidence}
        return tuple(item for item in self.evidence if item.is_dated and item not in placed)


def _cut(held, begun, ended):
    """Segments of one stance each; evidence whose place among the shifts is open stays out."""
    if not held:
        return []
    inner = changes(held, of=attrgetter("stance"))
    if not inner:
        return [Segment(held, begun, ended)]
    ends = (begun, *inner, ended)
    found = []
    for number, (opens, closes) in enumerate(pairwise(ends)):
        stance = inner[number - 1].after.stance if number else inner[0].before.stance
        mine = [item for item in held if item.stance == stance]
        mine = [item for item in mine if not number or opens.before.precedes(item)]
        mine = [item for item in mine if number == len(inner) or item.precedes(closes.after)]
        found.append(Segment(tuple(mine), opens, closes))
    return found
