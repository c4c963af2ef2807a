"""What is recorded of a debate: events and independent sources by period, for questions and actors."""

from itertools import groupby

from django.utils.translation import gettext_lazy

from timeline.exports.places.coverage import CoveragePlace

from .debate_page import debate_page

COLUMNS = {"question": gettext_lazy("Question"), "actor": gettext_lazy("Actor")}


@debate_page("coverage")
def coverage(view):
    """Two tables, of questions and of actors, and the events that rest on one source."""
    place = CoveragePlace(view)
    years = groupby(place.coverage.periods, lambda period: period.first.year)
    return {
        "heading": str(place.heading),
        "title": place.title,
        "sentence": place.sentence,
        "content": "_coverage.html",
        "timeline": view.debate.get_absolute_url(),
        "listed": place.coverage.resting_on_one(),
        "all": place.coverage.all,
        "alone": place.coverage.alone,
        "years": [(year, list(periods)) for year, periods in years],
        "tables": [(by, COLUMNS[by], rows) for by, _title, rows in place.tables],
    }
