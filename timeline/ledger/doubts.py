"""Where evidence of different sides overlaps in time, so that the order is unknown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from .evidence import Evidence


@dataclass(frozen=True, slots=True)
class Doubt:
    """Pieces of evidence for different sides that overlap, directly or through one another."""

    evidence: tuple[Evidence, ...]

    @property
    def is_contradiction(self) -> bool:
        """Whether all of it is of one and the same day: shown as contradictory, not resolved."""
        return self.first == self.last

    @property
    def first(self):
        """The first day that any of it may mean."""
        return min(item.begin for item in self.evidence)

    @property
    def last(self):
        """The last day that any of it may mean."""
        return max(item.end for item in self.evidence)


def doubts(evidence: Iterable[Evidence]) -> tuple[Doubt, ...]:
    """The groups of evidence whose order is unknown although their sides differ, in order of time."""
    groups, active = _Groups(), defaultdict(list)
    for item in sorted((item for item in evidence if item.is_dated), key=attrgetter("place")):
        entry = [item.end, item]
        for side in [side for side in active if side != item.side]:
            active[side] = _met(groups, active[side], item)
        active[item.side].append(entry)
    found = (sorted(group, key=attrgetter("place")) for group in groups.members() if len(group) > 1)
    return tuple(Doubt(tuple(group)) for group in sorted(found, key=lambda group: group[0].place))


def _met(groups, entries, item):
    """Join the item with those that still last, and let the longest of them stand for all."""
    lasting = [entry for entry in entries if entry[0] >= item.begin]
    for _, other in lasting:
        groups.join(other, item)
    return [max(lasting, key=lambda entry: (entry[0], entry[1].place))] if lasting else []


class _Groups:
    """Disjoint sets of evidence that grow together."""

    def __init__(self):
        self.parents = {}

    def root(self, item):
        path = []
        while (parent := self.parents.setdefault(item, item)) != item:
            path.append(item)
            item = parent
        for passed in path:
            self.parents[passed] = item
        return item

    def join(self, one, other):
        self.parents[self.root(one)] = self.root(other)

    def members(self):
        groups = defaultdict(list)
        for item in list(self.parents):
            groups[self.root(item)].append(item)
        return groups.values()
