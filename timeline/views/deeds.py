"""From words to deeds: a debate's topics, each from the first request to the first use."""

from itertools import groupby

from timeline.exports.deeds import SUMMED
from timeline.exports.deeds_words import HEADINGS
from timeline.exports.places.deeds import DeedsPlace

from .debate_page import debate_page
from .places import printed_chart
from .positions import pager


@debate_page("deeds", paged=True)
def deeds(view, page):
    """The chart across topics, the table of waits, and each round with its events."""
    place = DeedsPlace(view, page)
    found = place.deeds
    return {
        "heading": str(place.heading),
        "title": place.title,
        "sentence": place.sentence,
        "content": "_deeds.html",
        "columns": [HEADINGS[pair] for pair in SUMMED],
        "topics": [(topic, list(runs)) for topic, runs in groupby(found.runs, lambda run: run.topic)],
        "undated": found.undated,
        "count": len(found.found),
        "shown": len(found.runs),
        "before": sum(map(len, found.slices[: found.page - 1])),
        "pager": pager(view, len(found.slices), found.page),
        "chart_query": view.filters.querystring(),
        **printed_chart(place),
    }
