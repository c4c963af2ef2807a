"""What a page of a list shows: months with their events, pills for the filters in force, pages."""

from dataclasses import dataclass, replace
from itertools import groupby

from timeline.dates.words import MONTHS
from timeline.facets import TITLES
from timeline.filters import PAGE_SIZE, View


@dataclass(frozen=True)
class Pill:
    """A filter in force: what it says, and the query string without it."""

    label: str
    value: str
    query: str


@dataclass(frozen=True)
class Month:
    """A heading of the list and the events under it."""

    heading: str
    key: str
    events: tuple


class Listing:
    """One page of a view's events."""

    def __init__(self, view):
        self.view, self.filters = view, view.filters
        self.standing = view.rows().standing_of(self.filters.event) if self.filters.event else None

    @property
    def page(self):
        """The page shown: the one asked for, or without one the page on which the open event stands."""
        if self.filters.page == 1 and self.standing:
            return -(-self.standing["place"] // PAGE_SIZE)
        return min(self.filters.page, self.view.pages)

    def events(self):
        """The events of the page, with all that their cards show."""
        start = (self.page - 1) * PAGE_SIZE
        return self.view.rows().with_cards()[start : start + PAGE_SIZE]

    def months(self):
        """The events under the months in which they begin; in order of weight there are no months."""
        if self.filters.sort == "importance":
            return [Month("", "all", tuple(self.events()))]
        grouped = groupby(self.events(), key=lambda event: event.sort_date and event.sort_date.replace(day=1))
        return [
            Month(_heading(month), f"{month:%Y-%m}" if month else "undated", tuple(events))
            for month, events in grouped
        ]

    def pager(self):
        """(number, query string, is shown) of every page near this one, the first and the last."""
        near = {1, self.view.pages, *range(self.page - 2, self.page + 3)}
        numbers = sorted(number for number in near if 1 <= number <= self.view.pages)
        return [
            (number, self.filters.replace(page=number, event="").querystring(), number == self.page)
            for number in numbers
        ]


def _heading(month):
    return f"{MONTHS[month.month - 1]} {month.year}" if month else "Undated"


def pills(view):
    """The filters in force, each with the way to take it off."""
    filters, names = view.filters, view.names
    found = [Pill("About", f"“{filters.q}”", filters.without("q").querystring())] if filters.q else []
    for key, title in TITLES.items():
        found += [
            Pill(title, names[key, value], filters.toggle(key, value).querystring())
            for value in getattr(filters, key)
        ]
    for attribute, label in (("first", "From"), ("last", "Until")):
        day = getattr(filters, attribute)
        if day:
            shown = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
            found.append(Pill(label, shown, filters.without(attribute).querystring()))
    if filters.certainty == "certainly":
        found.append(Pill("Dates", "certainly in range", filters.without("certainty").querystring()))
    return found


def ways_out(view, in_force):
    """For a view that holds nothing: what taking off each pill would give, the most first."""
    from_pills = (
        (pill, View(view.debate, replace(type(view.filters).parse(pill.query)), view.user).count)
        for pill in in_force[:12]
    )
    return sorted(((pill, count) for pill, count in from_pills if count), key=lambda way: -way[1])
