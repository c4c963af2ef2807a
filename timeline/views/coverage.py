"""What is recorded of a debate: events and independent sources by period, for questions and actors."""

from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.exports.coverage import Coverage
from timeline.translation import number

from .debate_page import debate_page


@debate_page("coverage")
def coverage(view):
    """Two tables, of questions and of actors, and the events that rest on one source."""
    found = Coverage(view)
    return {
        "heading": _("Coverage"),
        "title": _("Coverage: %(view)s") % {"view": view.describe()},
        "content": "_coverage.html",
        "timeline": view.debate.get_absolute_url(),
        "listed": found.resting_on_one(),
        **counted(found),
    }


def counted(found):
    """The tables, their columns by year, and the sentence."""
    tables = [
        (key, title, [row for row in found.rows(key) if row.events])
        for key, title in (("question", _("Question")), ("actor", _("Actor")))
    ]
    years = groupby(found.periods, lambda period: period.first.year)
    return {
        "all": found.all,
        "alone": found.alone,
        "years": [(year, list(periods)) for year, periods in years],
        "tables": [table for table in tables if table[2]],
        "sentence": sentence(found.all, found.alone),
    }


def sentence(row, alone):
    """What is recorded, in one sentence."""
    if not row.events:
        return _("Nothing is recorded in this view.")
    events = ngettext("%(count)s event", "%(count)s events", row.events) % {"count": number(row.events)}
    sources = ngettext("%(count)s independent source", "%(count)s independent sources", row.sources) % {
        "count": number(row.sources)
    }
    resting = ngettext("%(count)s rests on one source alone", "%(count)s rest on one source alone", alone)
    return _("%(events)s from %(sources)s; %(resting)s.") % {
        "events": events,
        "sources": sources,
        "resting": resting % {"count": number(alone)},
    }
