"""The same rows for programs that follow or show them: events.atom, events.ics, timelinejs.json."""

from django.http import HttpResponse

from timeline.exports.atom import atom, by_change
from timeline.exports.ics import ics_parts
from timeline.exports.streaming import in_pieces
from timeline.exports.timelinejs import timelinejs_parts
from timeline.filters import PAGE_SIZE

from .data import address_of_page, data_of_a_view, file_name, pages_of, site_of, streamed
from .timeline import address


@data_of_a_view
def events_atom(request, view):
    """A page of what is new and what has changed, the latest change first."""
    start, site = (view.filters.page - 1) * PAGE_SIZE, site_of(request)
    events = in_pieces(view, by_change(view)[start : start + PAGE_SIZE])
    addresses = {
        "alternate": site + page_of(view),
        "self": address_of_page(request, view, view.filters.page),
    }
    text = atom(view, events, site, addresses, pages_of(request, view))
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


@data_of_a_view
def events_ics(request, view):
    """All of the view's dated events as a calendar, streamed; calendars subscribe to it by `webcal:`."""
    site = site_of(request)
    parts = ics_parts(view, site, site + page_of(view))
    return streamed(request, parts, "text/calendar", file_name(view.describe(), view.debate, "ics", "inline"))


@data_of_a_view
def timelinejs_json(request, view):
    """All of the view's dated events for TimelineJS 3, streamed."""
    site = site_of(request)
    parts = timelinejs_parts(view, site, site + page_of(view))
    return streamed(
        request, parts, "application/json", file_name(view.describe(), view.debate, "json", "inline")
    )


def page_of(view):
    """The address of the view's own page, its first."""
    return address(type(view)(view.debate, view.filters.replace(), view.user))
