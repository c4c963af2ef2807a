"""From words to deeds: an event's role in a topic's chain, rounds, and the days between roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

CHAIN = ("requested", "refused", "approved", "restricted", "permitted", "delivered", "used")
# Nothing is used before it is delivered, or delivered before it is approved: where the spans of two such
# events of one round overlap, their order is known although the days are not.
COMES_BEFORE = {"approved": ("delivered", "used"), "delivered": ("used",), "permitted": ("used",)}


@dataclass(frozen=True, slots=True)
class RoleEvent:
    """An event's role in a topic's chain; days are inclusive, None an open end."""

    key: str
    role: str
    earliest: date | None
    latest: date | None

    @property
    def begin(self) -> date:
        """The first day it may mean."""
        return self.earliest or date.min

    @property
    def end(self) -> date:
        """The last day it may mean."""
        return self.latest or date.max


@dataclass(frozen=True, slots=True)
class Lag:
    """The days from the first event of one role to the first later one of another: at least, at most.

    `most` is None where it is not certain that any came later. `before` and `after` are the events that
    may have been the first, in order of time.
    """

    before: tuple[RoleEvent, ...]
    after: tuple[RoleEvent, ...]
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Round:
    """One run through the chain, in order of time. After a use, what is asked or decided opens the next."""

    events: tuple[RoleEvent, ...]

    def of(self, role: str) -> tuple[RoleEvent, ...]:
        """Its events of one role."""
        return tuple(event for event in self.events if event.role == role)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles it has, in the order of the chain."""
        found = {event.role for event in self.events}
        return tuple(role for role in CHAIN if role in found)


def rounds(events: Iterable[RoleEvent]) -> tuple[Round, ...]:
    """The rounds of one topic, in order of time; events without any day are passed over.

    A round ends with its first use: the next event that lies certainly after a use, and is none itself,
    opens another. So the longer range asked for after the shorter was used is a round of its own.
    """
    dated = [event for event in events if event.earliest or event.latest]
    found, used = [[]], None
    for event in sorted(dated, key=attrgetter("begin", "end", "key", "role")):
        if event.role == "used":
            used = min(used, event.end) if used else event.end
        elif used and event.begin > used:
            found.append([])
            used = None
        found[-1].append(event)
    return tuple(Round(tuple(group)) for group in found if group)


def lag(round_: Round, role: str, later: str) -> Lag | None:
    """How long it took in this round from one role to another; None where one of them is missing.

    Every day that the first event of `role` can have is tried against the first of `later` on or after it.
    """
    starts, ends = round_.of(role), round_.of(later)
    if not starts or not ends:
        return None
    low, high = min(event.begin for event in starts), min(event.end for event in starts)
    if later in COMES_BEFORE.get(role, ()):
        high = min(high, max(low, min(event.end for event in ends)))
    first = [event for event in starts if event.begin <= high]
    spans = [_days(day, ends) for day in _turning_days(low, high, ends)]
    possible = [least for least, _ in spans if least is not None]
    if not possible:
        return None
    most = [most for _, most in spans]
    least = min(possible)
    longest = None if None in most else max(most)
    return Lag(tuple(first), _first_later(ends, low, high), least, longest)


def _turning_days(low, high, ends):
    """The days on which the answer can change its course."""
    if low == date.min or high == date.max:
        return [high if high != date.max else low]
    days = {low, high}
    for event in ends:
        for day in (event.begin, event.end, _after(event.end)):
            if low <= day <= high:
                days.add(day)
    return sorted(days)


def _after(day):
    return day if day == date.max else day + timedelta(days=1)


def _days(day, ends):
    """(least, most) days from this day to the first of these on or after it; None where there is none."""
    least = min((max((event.begin - day).days, 0) for event in ends if event.end >= day), default=None)
    most = min(
        ((event.end - day).days for event in ends if event.begin >= day and event.latest), default=None
    )
    return least, most


def _first_later(ends, low, high):
    """Those that may have been the first on or after some day from low to high."""
    certain = min((event.end for event in ends if event.begin >= high), default=date.max)
    return tuple(event for event in ends if event.end >= low and event.begin <= certain)
