"""One question of a view, its actors on pages that are not too long."""

from functools import cached_property

from .standing import Standing
from .standing_chart import StandingChart

ACTORS, PIECES = 60, 180  # on a page at most: rows, and pieces of evidence (but one row at least)


class QuestionPages:
    """The question that a page of positions shows: its records, its pages, the chart of one of them."""

    def __init__(self, view, page=1):
        self.view, self.asked_page = view, page
        self.standing = Standing(view)

    @cached_property
    def question(self):
        """The question shown: the first of those in view; None where nobody took a position."""
        return self.standing.questions[0][0] if self.standing.questions else None

    @cached_property
    def records(self):
        """The records of the question, of all its pages."""
        return self.standing.records([self.question]) if self.question else []

    @cached_property
    def slices(self):
        """The records of each page; a page is full when it has so many rows or pieces of evidence."""
        found, pieces = [[]], 0
        for record in self.records:
            pieces += len(record.ledger.evidence)
            if found[-1] and (len(found[-1]) == ACTORS or pieces > PIECES):
                found.append([])
                pieces = len(record.ledger.evidence)
            found[-1].append(record)
        return found

    @property
    def pages(self):
        """How many pages of actors there are."""
        return len(self.slices)

    @property
    def page(self):
        """The page shown."""
        return min(self.asked_page, self.pages)

    @property
    def paged(self):
        """The records of the page."""
        return self.slices[self.page - 1]

    @cached_property
    def chart(self):
        """The chart of the page."""
        return StandingChart(self.view, self.paged)
