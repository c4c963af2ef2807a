"""A view on paper: title in words, chart, numbered events with footnotes, sources, address as a QR code."""

from dataclasses import dataclass

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from timeline.exports.qr_code import code
from timeline.filters import Filters, View

from .chart import PrintedChart
from .finding import find_debate, following_renames
from .timeline import address, drifting

AT_MOST = 500  # events: some forty sheets, and what one page can hold without streaming


@dataclass(frozen=True)
class Line:
    """A numbered event with the numbers of its sources: [(number, whether it contradicts)]."""

    number: int
    event: object
    notes: tuple


@following_renames
def handout(request, debate):
    """All of a view's events up to `AT_MOST`, to be printed."""
    debate = find_debate(debate)
    asked = Filters.parse(request.GET, today=timezone.localdate(), now=timezone.now())
    view = View.of(debate, asked.replace(event="", problems=asked.problems), request.user)
    if drifting(request, view):
        return HttpResponseRedirect(f"{reverse('print', args=[debate.slug])}?{view.filters.querystring()}")
    events = view.rows().with_cards(view.citations()).prefetch_related("citations__source")[:AT_MOST]
    lines, sources = numbered(events)
    shown = request.build_absolute_uri(address(view))
    context = {
        "debate": debate,
        "view": view,
        "title": view.describe(),
        "chart": PrintedChart(view),
        "lines": lines,
        "sources": sources,
        "contradicted": any(contradicts for line in lines for _number, contradicts in line.notes),
        "left_out": max(0, view.count - AT_MOST),
        "today": timezone.localdate(),
        "absolute": shown,
        "back": address(view),
        "code": code(shown),
    }
    return render(request, "print.html", context)


def numbered(events):
    """The events with their footnotes, and the sources in the order of their first mention, each once."""
    lines, sources = [], {}
    for number, event in enumerate(events, 1):
        notes = {}
        for citation in event.citations.all():
            place = sources.setdefault(citation.source, len(sources) + 1)
            notes[place] = notes.get(place, False) or citation.relation == "contradicts"
        lines.append(Line(number, event, tuple(notes.items())))
    return lines, list(sources)
