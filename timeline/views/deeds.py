"""From words to deeds: a debate's topics, each from the first request to the first use."""

from itertools import groupby

from django.http import JsonResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from timeline.charts import WIDTHS, legend, svg
from timeline.charts.deeds import HEADING
from timeline.charts.deeds import legend as legend_of_waits
from timeline.exports.deeds import SUMMED, Deeds, round_row
from timeline.exports.deeds_words import HEADINGS
from timeline.translation import gettext

from .data import data_of_a_view
from .debate_page import debate_page


@debate_page("deeds")
def deeds(view):
    """The chart across topics, the table of waits, and each round with its events."""
    found = Deeds(view)
    return {
        "heading": _("From words to deeds"),
        "title": _("From words to deeds: %(view)s") % {"view": view.describe()},
        "content": "_deeds.html",
        "columns": [HEADINGS[pair] for pair in SUMMED],
        "topics": [(topic, list(runs)) for topic, runs in groupby(found.runs, lambda run: run.topic)],
        "undated": found.undated,
        "chart_query": view.filters.querystring(),
        **drawn(found),
    }


def drawn(found):
    """The drawings for each width, the legend by heading, and the sentence."""
    return {
        "drawings": [mark_safe(svg(found.scene(name))) for name in WIDTHS],  # it escapes every text
        "legend": legend_by_heading(found),
        "sentence": found.sentence(),
    }


def legend_by_heading(found):
    """{heading: [(drawing, words)]}: the lines are waits here, not stances that are held."""
    items = [item for item in legend(found.scene("wide")) if item.group != gettext(HEADING)]
    items += legend_of_waits(found.held)
    grouped = {}
    for item in items:
        grouped.setdefault(item.group, []).append((mark_safe(item.svg), item.label))
    return grouped


@data_of_a_view
def deeds_json(request, view):
    """The rounds with their events and waits, as data."""
    rows = [round_row(run) for run in Deeds(view).runs]
    told = {"debate": view.debate.slug, "description": view.describe(), "count": len(rows), "rounds": rows}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
