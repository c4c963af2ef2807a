"""Two ledgers side by side: when they certainly agreed, when they did not, and how far apart they stood.

Only what holds in every order that the dates allow is said. On a day on which one of them is between two
stances, or nothing is recorded of it, nothing is said of both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter

from .evidence import SIDES, Evidence
from .holding import faded, holdings

STEPS = {stance: place for place, stance in enumerate(SIDES)}  # from for to against
OPEN, NOTHING = "open", "nothing"


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one of them: `stances` that are possible, all of one side; or none, and `why`.

    `why` is "open" where the evidence leaves it open, "nothing" where nothing is recorded (any more).
    """

    stances: tuple[str, ...] = ()
    why: str = ""

    @property
    def side(self) -> str:
        """For, undecided or against; empty where it is not known."""
        return SIDES[self.stances[0]] if self.stances else ""


@dataclass(frozen=True, slots=True)
class Part:
    """Days from `first` to `last`, inclusive, on all of which the same is known of both."""

    first: date
    last: date
    one: State
    other: State

    @property
    def relation(self) -> str:
        """How they stand: see `relation`."""
        return relation(self.one, self.other)

    @property
    def steps(self) -> tuple[int, int] | None:
        """How many steps they are apart on the scale of five, at least and at most; see `steps`."""
        return steps(self.one, self.other)

    def mirrored(self) -> "Part":
        """The same with the sides swapped."""
        return Part(self.first, self.last, self.other, self.one)


def relation(one: State, other: State) -> str:
    """How two states stand to one another.

    "agree" on a side, "disagree" for and against, "differ" where only one of them is undecided; "open"
    where that is not certain, "alone" where something is recorded of only one of them, else "nothing".
    """
    if one.side and other.side:
        sides = {one.side, other.side}
        return "agree" if len(sides) == 1 else "differ" if "undecided" in sides else "disagree"
    missing = (one.why == NOTHING) + (other.why == NOTHING)
    return ("open", "alone", "nothing")[missing]


def steps(one: State, other: State) -> tuple[int, int] | None:
    """How many steps two states are apart, at least and at most; None where either is not known."""
    if not (one.side and other.side):
        return None
    found = [abs(STEPS[mine] - STEPS[theirs]) for mine in one.stances for theirs in other.stances]
    return min(found), max(found)


@dataclass(frozen=True, slots=True)
class Spell:
    """Parts that follow one another without a gap, in all of which the two stand to one another alike.

    `before` is the last day on which they certainly stood otherwise, None where none is known: between it
    and `first` this must have begun. `after` is the first day on which they certainly stood otherwise again.
    """

    parts: tuple[Part, ...]
    before: date | None = None
    after: date | None = None

    @property
    def relation(self) -> str:
        """How they stand: see `relation`."""
        return self.parts[0].relation

    @property
    def first(self) -> date:
        """The first day of which it is certain."""
        return self.parts[0].first

    @property
    def last(self) -> date:
        """The last day of which it is certain."""
        return self.parts[-1].last

    @property
    def is_known(self) -> bool:
        """Whether both have a position."""
        return self.relation in ("agree", "disagree", "differ")


def spells(one: Iterable[Evidence], other: Iterable[Evidence]) -> tuple[Spell, ...]:
    """The spells of two actors' evidence on a question, in order of time, from the first day of either."""
    parts = _parts(states(one), states(other))
    runs = [tuple(run) for _relation, run in groupby(parts, key=attrgetter("relation"))]
    known = [run for run in runs if run[0].steps]
    ends = {}
    for earlier, later in pairwise(known):
        if earlier[0].relation != later[0].relation:
            ends[later, "before"], ends[earlier, "after"] = earlier[-1].last, later[0].first
    return tuple(Spell(run, ends.get((run, "before")), ends.get((run, "after"))) for run in runs)


def states(evidence: Iterable[Evidence]) -> list[tuple[date, date, State]]:
    """(first, last, state) for every day of the calendar, in order of time."""
    dated = [item for item in evidence if item.is_dated]
    found = [(item.first, item.last, State(item.stances)) for item in holdings(dated)]
    if not dated:
        return [(date.min, date.max, State(why=NOTHING))]
    begun = min(item.begin for item in dated)
    ended = faded(max(item.end for item in dated))
    covered = list(_covered(found, begun, ended, OPEN))
    return list(_covered(covered, date.min, date.max, NOTHING))


def _covered(found, first, last, why):
    """These stretches with what is between them, from first to last."""
    at = first.toordinal()
    for begun, ended, state in found:
        if at < begun.toordinal():
            yield date.fromordinal(at), date.fromordinal(begun.toordinal() - 1), State(why=why)
        yield begun, ended, state
        at = ended.toordinal() + 1
    if at <= last.toordinal():
        yield date.fromordinal(at), last, State(why=why)


def _parts(one, other):
    """Both laid over one another, without the time before the first and after the last."""
    found, mine, theirs = [], iter(one), iter(other)
    left, right = next(mine), next(theirs)
    while left and right:
        first, last = max(left[0], right[0]), min(left[1], right[1])
        found.append(Part(first, last, left[2], right[2]))
        ended = left[1] == last, right[1] == last
        left = next(mine, None) if ended[0] else left
        right = next(theirs, None) if ended[1] else right
    told = [number for number, part in enumerate(found) if part.relation != "nothing"]
    return found[told[0] : told[-1] + 1] if told else []


def carrying(evidence: Iterable[Evidence], part: Part, state: State) -> tuple[Evidence, ...]:
    """The pieces of evidence on which a state rests during a part, in order of time."""
    mine = sorted((item for item in evidence if item.stance in state.stances), key=attrgetter("place"))
    shown = [item for item in mine if item.held_from <= part.first]
    since = max(shown, key=attrgetter("held_from", "place"))
    again = [item for item in mine if item.held_until >= part.last]
    until = min(again, key=attrgetter("held_until", "place"), default=None)
    return tuple(
        item
        for item in mine
        if item.is_dated and item.end >= since.begin and (until is None or item.begin <= until.end)
    )
