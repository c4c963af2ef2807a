"""The debate as of a day: from when to when the day can be moved, and the months before and after it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Max, Min

from timeline.dates.words import in_day
from timeline.models import Citation

from .remembered import remembered


@dataclass(frozen=True)
class Step:
    """Another day to look from: in words, and the query string of the view as of it."""

    day: str
    query: str


class AsOf:
    """What the control of the day needs to know of a view."""

    def __init__(self, view):
        self.view, self.filters = view, view.filters

    @cached_property
    def extent(self):
        """The first and the last day of a month between which the view grows, by either clock.

        (None, None) where nothing in it has a date.
        """
        whole = self.view.today
        return remembered(whole, "extent", lambda: extent(whole))

    @property
    def first(self):
        """The first day to look from."""
        return self.extent[0]

    @property
    def last(self):
        """The last day to look from, as of which all is there but what has no date."""
        return self.extent[1]

    @property
    def earlier(self):
        """The end of the month before; None where nothing was there yet."""
        day = self.filters.as_of.replace(day=1)
        return self.step(day - timedelta(days=1)) if self.first and self.first < day else None

    @property
    def later(self):
        """The end of the month, or of the one after; None where nothing more comes."""
        day = self.filters.as_of
        return self.step(month_end(day + timedelta(days=1))) if self.last and day < self.last else None

    @property
    def today(self):
        """The query string of the view as of today."""
        return self.filters.without("as_of", "clock").querystring()

    def step(self, day):
        """The view as of a day."""
        return Step(in_day(day), self.filters.replace(as_of=day).querystring())


def extent(view):
    """The whole months in which a view's events happened and were told of."""
    events = view.unordered().order_by()
    days = events.aggregate(first=Min("sort_date"), last=Max("sort_date"))
    cited = Citation.objects.filter(event__in=events.values("pk"))
    told = cited.aggregate(last=Max("source__published_earliest"))
    if days["first"] is None:
        return None, None
    return days["first"].replace(day=1), month_end(max(filter(None, [days["last"], told["last"]])))


def month_end(day):
    """The last day of the month; the calendar ends with the year 9999."""
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
