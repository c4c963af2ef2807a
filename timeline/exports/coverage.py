"""What is recorded, and what is not: events and independent sources by period, for questions and actors.

A cell counts what its link lists: the events of the view that may lie in the period (or certainly do, where
the filters ask for that). Independent sources are publishers: two articles of one newspaper are one.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, Max, Min

from timeline.dates.words import in_day, in_month, month_names
from timeline.facets import facets
from timeline.filters import BLANK, View

COLUMNS = 60  # periods at most: months, or else quarters, years, tens or hundreds of years
UNITS = (1, 3, 12, 120, 1200)  # months in a period
ROWS = {"question": 30, "actor": 20}
LISTED = 200  # events that rest on one source, on a page
LEVELS = (1, 3, 6, 12)  # events from which on a cell is a shade darker


@dataclass(frozen=True)
class Period:
    """A column: its first and last day, and how long the unit is in months."""

    first: date
    last: date
    unit: int

    @property
    def label(self):
        """What its heading says below the year."""
        if self.unit == 1:
            return month_names()[self.first.month - 1]
        return f"Q{(self.first.month + 2) // 3}" if self.unit == 3 else str(self.first.year)

    @property
    def name(self):
        """The period in words."""
        if self.unit == 1:
            return in_month(self.first)
        return f"{in_day(self.first, short=True)} – {in_day(self.last, short=True)}"


@dataclass(frozen=True)
class Cell:
    """What is recorded of a row in a period; `query` are the filters whose events it counts."""

    period: Period
    events: int
    sources: int
    query: str

    @property
    def level(self):
        """How dark it is, 0 to 4."""
        return sum(self.events >= least for least in LEVELS)


@dataclass(frozen=True)
class Row:
    """An actor or a question (or all of the view) with its cells; the query lists all its events."""

    name: str
    events: int
    sources: int
    query: str
    cells: list
    slug: str = ""


class Coverage:
    """The coverage of a view."""

    def __init__(self, view):
        self.view = view

    @cached_property
    def periods(self):
        """The columns: the shortest unit of which there are not too many."""
        first, last = self.extent
        return next((found for unit in UNITS if len(found := periods(first, last, unit)) <= COLUMNS), ())

    @cached_property
    def extent(self):
        """The first and the last day that the columns must reach; None, None without a dated event."""
        filters, rows = self.view.filters, self.view.unordered()
        found = rows.aggregate(first=Min("sort_date"), begun=Max("sort_date"), last=Max("latest"))
        if found["begun"] is None:
            return None, None
        first = max(filter(None, [filters.first, found["first"]]))
        last = max(filter(None, [found["begun"], found["last"]]))
        return first, max(first, min(filter(None, [filters.last, last])))

    @cached_property
    def publishers(self):
        """{event: who published its sources}."""
        cited = self.view.citations().filter(event__in=self.view.unordered().values("pk"))
        found = defaultdict(set)
        for event, publisher in cited.values_list("event", "source__publisher"):
            found[event].add(publisher)
        return found

    @cached_property
    def all(self):
        """The row of the whole view."""
        return self.row("", self.view.filters)

    def rows(self, key):
        """The rows of the fullest actors or of the questions; where some are chosen, of these."""
        (facet,) = (facet for facet in facets(self.view) if facet.key == key)
        chosen = [value for value in facet.values if value.chosen] or facet.values
        values = [value for value in chosen if value.value != BLANK and value.count][: ROWS[key]]
        return [
            self.row(value.label, self.view.filters.replace(**{key: (value.value,)}), value.value)
            for value in values
        ]

    def row(self, name, filters, slug=""):
        """The row of these filters."""
        filters = filters.replace(event="")
        view = View(self.view.debate, filters, self.view.user)
        spans = list(view.unordered().order_by().values_list("pk", "earliest", "latest"))
        cells = [self.cell(period, spans, filters) for period in self.periods]
        sources = self.sources(pk for pk, _first, _last in spans)
        return Row(name, len(spans), sources, filters.querystring(), cells, slug)

    def cell(self, period, spans, filters):
        """A row's events in a period."""
        first = max(period.first, filters.first) if filters.first else period.first
        last = min(period.last, filters.last) if filters.last else period.last
        lies = certainly if filters.certainty == "certainly" else possibly
        events = [pk for pk, begin, end in spans if lies(begin, end, first, last)]
        query = filters.replace(first=first, last=last).querystring()
        return Cell(period, len(events), self.sources(events), query)

    def sources(self, events):
        """How many publishers these events have together."""
        return len(set().union(*(self.publishers[pk] for pk in events)))

    @property
    def alone(self):
        """How many of the view's events one publisher alone tells of."""
        return sum(len(publishers) == 1 for publishers in self.publishers.values())

    def resting_on_one(self):
        """These events in order, the first of them where there are many."""
        counted = self.view.published("citations__source__", "")
        told = Count("citations__source__publisher", distinct=True, filter=counted or None)
        rows = self.view.rows().annotate(told=told).filter(told=1)
        return list(rows.select_related("debate")[:LISTED])


def possibly(begin, end, first, last):
    """Whether a span overlaps a period, as `EventQuerySet.overlapping` has it."""
    return bool(begin or end) and (end is None or end >= first) and (begin is None or begin <= last)


def certainly(begin, end, first, last):
    """Whether a span lies within a period."""
    return bool(begin and end) and begin >= first and end <= last


def periods(first, last, unit):
    """The periods of so many months that hold the days from first to last."""
    if first is None:
        return ()
    found, month = [], _months(first) // unit * unit
    while month <= _months(last) and len(found) <= COLUMNS:
        found.append(Period(_day(month), _last_day(month + unit), unit))
        month += unit
    return tuple(found)


def _months(day):
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _day(months):
    year, month = divmod(max(months, 12), 12)
    return date(year, month + 1, 1)


def _last_day(months):
    """The day before the month begins; the calendar ends with the year 9999."""
    return date.max if months >= 120_000 else _day(months) - timedelta(days=1)
