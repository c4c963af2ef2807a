"""What is recorded, and what is not: a grid of questions and actors by periods."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.charts.grid import Cell, Column, Grid, Row
from timeline.exports.coverage import LEVELS, Coverage
from timeline.translation import number

from .place import LISTED, GridChart, Line, Place, iso

TABLES = (("question", gettext_lazy("By question")), ("actor", gettext_lazy("By actor")))


class CoveragePlace(Place):
    """How many events and independent sources there are, of the questions and of the fullest actors."""

    name, key = "coverage", "cells"
    route = "coverage/"
    titled, heading = gettext_lazy("Coverage: %(view)s"), gettext_lazy("Coverage")
    columns = ("by", "slug", "name", "first", "last", "events", "sources", "url")

    @cached_property
    def coverage(self):
        """The counts."""
        return Coverage(self.view)

    @cached_property
    def tables(self):
        """[(what its rows are, its title, its rows)] of the tables that have any."""
        tables = [(by, title, [row for row in self.coverage.rows(by) if row.events]) for by, title in TABLES]
        return [table for table in tables if table[2]]

    @property
    def lead(self):
        """How many events from how many independent sources."""
        return recorded(self.coverage.all) if self.coverage.all.events else self.sentence

    @property
    def facts(self):
        """How many rest on one source."""
        return (resting(self.coverage.alone),) if self.coverage.all.events else ()

    @property
    def sentence(self):
        """What is recorded."""
        return sentence(self.coverage.all, self.coverage.alone)

    @cached_property
    def chart(self):
        """The two tables, one below the other."""
        columns = tuple(Column(period.label[:3], str(period.first.year)) for period in self.coverage.periods)
        rows = tuple(
            Row(row.name, tuple(map(self.drawn, row.cells)), self.listing(row.query), str(title))
            for _by, title, found in self.tables
            for row in found
        )
        return GridChart(Grid(rows, columns, shades(), self.lead))

    def drawn(self, cell):
        """A cell as the grid draws it; None where nothing is recorded."""
        if not cell.events:
            return None
        said = _("%(period)s: events %(events)s, independent sources %(sources)s") % {
            "period": cell.period.name,
            "events": number(cell.events),
            "sources": number(cell.sources),
        }
        return Cell(level=cell.level, text=number(cell.events), words=said, url=self.listing(cell.query))

    def listing(self, query):
        """Where the events are listed that are counted."""
        return self.view.debate.get_absolute_url() + (f"?{query}" if query else "")

    @property
    def count(self):
        """How many rows there are."""
        return sum(len(rows) for _by, _title, rows in self.tables)

    def lines(self):
        """Each row with its events and sources."""
        found = [row for _by, _title, rows in self.tables for row in rows]
        for row in found[:LISTED]:
            yield Line(row.name, recorded(row), self.listing(row.query), own=True)

    def rows(self, site):
        """Each cell in which something is recorded; the periods are inclusive days."""
        for by, _title, found in self.tables:
            for row in found:
                for cell in row.cells:
                    if cell.events:
                        yield {
                            "by": by,
                            "slug": row.slug,
                            "name": row.name,
                            "first": iso(cell.period.first),
                            "last": iso(cell.period.last),
                            "events": cell.events,
                            "sources": cell.sources,
                            "url": site + self.listing(cell.query),
                        }


def shades():
    """The words of the levels of shade."""
    ends = [*(least - 1 for least in LEVELS[1:]), None]
    said = []
    for first, last in zip(LEVELS, ends, strict=True):
        names = {"first": number(first), "last": number(last or 0)}
        if last is None:
            said.append(_("%(first)s events or more") % names)
        else:
            said.append(
                ngettext("%(first)s event", "%(first)s events", first) % names
                if first == last
                else _("%(first)s–%(last)s events") % names
            )
    return tuple(said)


def recorded(row):
    """How many events from how many independent sources."""
    return _("%(events)s from %(sources)s") % counts(row)


def counts(row):
    """So many events, and so many independent sources."""
    events = ngettext("%(count)s event", "%(count)s events", row.events) % {"count": number(row.events)}
    sources = ngettext("%(count)s independent source", "%(count)s independent sources", row.sources) % {
        "count": number(row.sources)
    }
    return {"events": events, "sources": sources}


def sentence(row, alone):
    """What is recorded, in one sentence."""
    if not row.events:
        return _("Nothing is recorded in this view.")
    return _("%(events)s from %(sources)s; %(resting)s.") % {
        **counts(row),
        "resting": resting(alone),
    }


def resting(alone):
    """How many events rest on one source."""
    said = ngettext("%(count)s rests on one source alone", "%(count)s rest on one source alone", alone)
    return said % {"count": number(alone)}
