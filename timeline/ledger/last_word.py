"""Where an actor stood last, or on some day: what no later evidence has overtaken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .evidence import Evidence

FADES = timedelta(days=365)  # without new evidence a position is shown ever fainter, until it is a year old


@dataclass(frozen=True, slots=True)
class LastWord:
    """The pieces of evidence after which none certainly comes; several where their order is unknown."""

    evidence: tuple[Evidence, ...]

    @property
    def side(self) -> str | None:
        """The side taken; None where the last evidence is for different sides."""
        sides = {item.side for item in self.evidence}
        return sides.pop() if len(sides) == 1 else None

    @property
    def stance(self) -> str | None:
        """The stance taken; where only its strength is open, the weaker one; None where the side is."""
        if self.side is None:
            return None
        stances = {item.stance for item in self.evidence}
        return min(stances, key=lambda stance: not stance.startswith("leans")) if stances else None

    def strength(self, day: date) -> float:
        """How fresh it is on that day: 1 when it was just shown, 0 once it is a year old."""
        return freshness(self.evidence, day)


def last_word(evidence: Iterable[Evidence], day: date | None = None) -> LastWord | None:
    """The last word of all this evidence, or of what had certainly been shown by that day.

    None where there was none. Undated evidence says nothing of when and is passed over.
    """
    known = [item for item in evidence if item.is_dated and (day is None or item.held_from <= day)]
    if not known:
        return None
    newest = max(item.begin for item in known)
    return LastWord(tuple(item for item in known if item.end >= newest))


def freshness(evidence: Iterable[Evidence], day: date) -> float:
    """1 until the last day that the evidence may mean, then falling to 0 within a year."""
    newest = max(item.end for item in evidence)
    return 1.0 if day <= newest else max(0.0, 1 - (day - newest) / FADES)
