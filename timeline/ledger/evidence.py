"""One piece of evidence of where an actor stood, and when that comes before another."""

from dataclasses import dataclass
from datetime import date

SIDES = {  # stance: side, in the order from for to against
    "supports": "for",
    "leans-support": "for",
    "undecided": "undecided",
    "leans-oppose": "against",
    "opposes": "against",
}


def side(stance: str) -> str:
    """The side of a stance: for, undecided or against. Raises KeyError for what is no stance."""
    return SIDES[stance]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stance that an event shows; `key` names the event.

    `earliest` and `latest` are inclusive days, None an open end. Within the span the stance was shown at
    some time; with `throughout` it was held on every day of it.
    """

    key: str
    stance: str
    earliest: date | None
    latest: date | None
    throughout: bool = False

    @property
    def side(self) -> str:
        """For, undecided or against."""
        return SIDES[self.stance]

    @property
    def begin(self) -> date:
        """The first day that the span may mean, for comparing; an open end is the calendar's."""
        return self.earliest or date.min

    @property
    def end(self) -> date:
        """The last day that the span may mean, for comparing; an open end is the calendar's."""
        return self.latest or date.max

    @property
    def held_from(self) -> date:
        """The day by which the stance had certainly been shown."""
        return self.begin if self.throughout else self.end

    @property
    def held_until(self) -> date:
        """The last day before which the stance cannot have been given up."""
        return self.end if self.throughout else self.begin

    @property
    def is_dated(self) -> bool:
        """Whether there is any day to order it by."""
        return self.earliest is not None or self.latest is not None

    @property
    def place(self) -> tuple:
        """Where it stands among others when they are listed; no claim that the order is known."""
        return self.begin, self.end, self.key, self.stance

    def precedes(self, other: "Evidence") -> bool:
        """Whether it comes before the other in every order that the spans allow."""
        return self.end < other.begin
