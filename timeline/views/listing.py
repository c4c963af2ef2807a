"""What a page of a list shows: months with their events, pills for the filters in force, pages."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.dates.words import in_day, in_month
from timeline.facets import TITLES
from timeline.filters import PAGE_SIZE, View, remembered
from timeline.filters.words import moment, quoted


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
    year: str = ""  # the anchor of its year, where it is the first of that year on its page


@dataclass(frozen=True)
class Year:
    """A year of the list: its events, and on which page the first of them stands under which anchor."""

    name: str
    anchor: str
    count: int
    page: int
    query: str


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
        return self.view.rows().with_cards(self.view.citations())[start : start + PAGE_SIZE]

    def months(self):
        """The events under the months in which they begin; in order of weight there are no months."""
        if self.filters.sort == "importance":
            return [Month("", "all", tuple(self.events()))]
        grouped = groupby(self.events(), key=lambda event: event.sort_date and event.sort_date.replace(day=1))
        months, begun = [], set()
        for month, events in grouped:
            anchor = _anchor(month and month.year)
            key = f"{month:%Y-%m}" if month else "undated"
            months.append(Month(_heading(month), key, tuple(events), "" if anchor in begun else anchor))
            begun.add(anchor)
        return months

    def years(self):
        """The years of the list in its order, each with its page; none in order of weight.

        The list is in order of time, so a year begins where the events of the years before it end.
        """
        if self.filters.sort == "importance":
            return []
        years, before = [], 0
        for year, count in self.year_counts():
            page = before // PAGE_SIZE + 1
            query = self.filters.replace(page=page, event="").querystring()
            years.append(Year(str(year or _("Undated")), _anchor(year), count, page, query))
            before += count
        return years

    def year_counts(self):
        """[(year, events)] in the order of the list, undated ones last."""
        counts = Counter()
        for month, count in month_counts(self.view).items():
            counts[month and month.year] += count
        undated = [(None, counts.pop(None))] if None in counts else []
        return sorted(counts.items(), reverse=self.filters.sort == "newest") + undated

    def pager(self):
        """(number, query string, is shown) of every page near this one, the first and the last."""
        near = {1, self.view.pages, *range(self.page - 2, self.page + 3)}
        numbers = sorted(number for number in near if 1 <= number <= self.view.pages)
        return [
            (number, self.filters.replace(page=number, event="").querystring(), number == self.page)
            for number in numbers
        ]


def month_counts(view):
    """{first day of a month: the view's events under it}, None for the undated; one query."""

    def count():
        rows = view.unordered().order_by().annotate(month=TruncMonth("sort_date"))
        return dict(rows.values_list("month").annotate(Count("pk")))

    return remembered(view, "months", count)


def _anchor(year):
    return f"y{year}" if year else "undated"


def _heading(month):
    return capfirst(in_month(month)) if month else _("Undated")


def pills(view):
    """The filters in force, each with the way to take it off."""
    filters, names = view.filters, view.names
    found = [Pill(_("About"), quoted(filters.q), filters.without("q").querystring())] if filters.q else []
    for key, title in TITLES.items():
        found += [
            Pill(title, names[key, value], filters.toggle(key, value).querystring())
            for value in getattr(filters, key)
        ]
    if filters.other:
        without = filters.without("other", "other_first", "other_last").querystring()
        found.append(Pill(_("Compared with"), names["actor", filters.other], without))
    periods = (("first", _("From")), ("last", _("Until")))
    periods += (("other_first", _("Second period from")), ("other_last", _("Second period until")))
    for attribute, label in periods:
        day = getattr(filters, attribute)
        if day:
            found.append(Pill(label, in_day(day), filters.without(attribute).querystring()))
    if filters.since:
        without = filters.without("since").querystring()
        found.append(Pill(_("New or changed since"), moment(filters.since), without))
    if filters.certainty == "certainly":
        found.append(Pill(_("Dates"), _("certainly in range"), filters.without("certainty").querystring()))
    return found


def as_of_pill(view):
    """The day as of which the view stands, as a pill; it is said more loudly than by one."""
    day, query = view.filters.as_of, view.filters.without("as_of", "clock").querystring()
    return [Pill(_("As it stood on"), in_day(day), query)] if day else []


def ways_out(view, in_force):
    """For a view that holds nothing: what taking off each pill would give, or the day; the most first."""
    from_pills = (
        (pill, View(view.debate, replace(type(view.filters).parse(pill.query)), view.user).count)
        for pill in [*in_force[:12], *as_of_pill(view)]
    )
    return sorted(((pill, count) for pill, count in from_pills if count), key=lambda way: -way[1])
