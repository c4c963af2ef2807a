"""What the chart is told: plain rows, lanes and bins. The caller asks the database, the chart never does."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """One lane an event stands in, and the colour key it has there: a kind, a stance, "mixed" or "none"."""

    lane: str
    color: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """When a source that disagrees has an event: its days (inclusive, None open), and that in words."""

    earliest: date | None
    latest: date | None
    words: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event. Days are inclusive, None is an open end; both None is undated and not drawn.

    `date_text` is the phrase as the source has it (may be empty), `date_read` the reading in words,
    `sources` a short credit such as "Politico, Reuters and 2 more", `importance` 1 to 3.
    An event stands once in every place. `otherwise` are the dates of sources that contradict it. What
    `goes_on` lasted on after `latest`, the day as of which it is drawn.
    """

    slug: str
    title: str
    earliest: date | None
    latest: date | None
    throughout: bool
    approximate: bool
    precision: str
    importance: int
    places: tuple[Place, ...]
    date_text: str
    date_read: str
    sources: str
    url: str
    otherwise: tuple[Otherwise, ...] = ()
    goes_on: bool = False

    def as_of(self, day: date) -> "EventRow":
        """The event as of a day that it has reached: what lasts has then lasted so far, and has no end yet.

        Nothing else is cut: how loosely a date is known says nothing of how long something took.
        """
        lasts_on = self.throughout and (self.earliest or day) <= day < (self.latest or date.max)
        return replace(self, latest=day, goes_on=True) if lasts_on else self


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the chart, in drawing order, with the number of events it stands for; None shows no number."""

    key: str
    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Bin:
    """How many events of a lane fall between two days (both inclusive)."""

    lane: str
    start: date
    end: date
    count: int
