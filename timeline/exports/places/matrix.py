"""Where everyone stood on every question, as of a day: a grid of actors and questions."""

from dataclasses import replace
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.charts.grid import Cell, Column, Grid, Row
from timeline.dates.words import in_day
from timeline.exports.standing_matrix import grid, lined
from timeline.filters import Filters, remembered
from timeline.ledger import side
from timeline.models import Question
from timeline.translation import number

from .place import LANES, LISTED, GridChart, Line, Place, iso
from .positions import so_many_actors

STRENGTH = {"fresh": 1.0, "fading": 0.7, "faint": 0.4}  # opacity of a mark


class MatrixPlace(Place):
    """The stance last shown of each actor on each question."""

    name, key = "matrix", "cells"
    route = "positions/matrix/"
    titled, heading = gettext_lazy("Where everyone stood: %(view)s"), gettext_lazy("Where everyone stood")
    columns = ("actor", "name", "question", "stance", "side", "last_evidence", "freshness", "as_of", "url")

    @cached_property
    def found(self):
        """(the day, questions, [(actor, {question: what a cell knows})]) by keys."""
        return remembered(self.view, "matrix", lambda: grid(self.view))

    @cached_property
    def questions(self):
        """The questions, in order."""
        known = Question.objects.in_bulk(self.found[1])
        return [known[pk] for pk in self.found[1]]

    def lined(self, shown=None):
        """[(actor, [cell or None of each question])] of the first actors, or of all."""
        return lined(self.view, self.questions, self.found[2][:shown])

    @property
    def lead(self):
        """How many actors on how many questions, and as of when."""
        if not self.count:
            return _("Nobody’s position is recorded in this view.")
        said = ngettext("%(count)s question", "%(count)s questions", len(self.questions))
        names = {
            "actors": so_many_actors(self.count),
            "questions": said % {"count": number(len(self.questions))},
        }
        if not self.found[0]:
            return _("%(actors)s on %(questions)s") % names
        names["day"] = in_day(self.found[0])
        return _("%(actors)s on %(questions)s, as of %(day)s") % names

    @property
    def facts(self):
        """How to read it."""
        return (_("The stance last shown, the fainter the older its evidence is"),) if self.count else ()

    @property
    def sentence(self):
        """What the grid shows."""
        return ". ".join([self.lead.rstrip("."), *self.facts]) + "."

    @cached_property
    def chart(self):
        """The grid of the first actors."""
        rows = tuple(
            Row(actor.name, tuple(map(drawn, cells)), actor.get_absolute_url())
            for actor, cells in self.lined(LANES)
        )
        columns = tuple(Column(question.title) for question in self.questions)
        grid = Grid(rows, columns, note=self.lead)
        if self.view.filters.order != Filters().order:
            return GridChart(grid, whole=self.count)
        fullest = sorted(rows, key=lambda row: row.cells.count(None))
        return GridChart(grid, replace(grid, rows=tuple(fullest)), self.count)

    @property
    def count(self):
        """How many actors there are."""
        return len(self.found[2])

    def lines(self):
        """Each actor with the stance on each question."""
        for actor, cells in self.lined(LISTED):
            told = zip(self.questions, cells, strict=True)
            said = "; ".join(f"{question.title} {found.label}" for question, found in told if found)
            yield Line(actor.name, said, actor.get_absolute_url())

    def rows(self, site):
        """Each cell in which something is recorded."""
        day = iso(self.found[0])
        for actor, cells in self.lined():
            for question, found in zip(self.questions, cells, strict=True):
                if found:
                    yield {
                        "actor": actor.slug,
                        "name": actor.name,
                        "question": question.slug,
                        "stance": found.stance,
                        "side": side(found.stance) if found.stance else None,
                        "last_evidence": iso(found.when),
                        "freshness": found.look,
                        "as_of": day,
                        "url": site + found.url,
                    }


def drawn(found):
    """A cell as the grid draws it."""
    if found is None:
        return None
    return Cell(found.stance or "open", STRENGTH[found.look], words=found.label, url=found.url)
