"""A view as a calendar that others subscribe to (RFC 5545, RFC 7986), written event by event.

Every event is all day and takes nobody's time. What happened some time within a span, or lasted it, fills
the span. Of one with an open end only the day that is known is marked. Undated events are named in the
calendar's description. The same data give the same bytes: stamps are the times of change, not of asking.

RFC 5545 (section 3.6) wants at least one component: a calendar without events names a time zone.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from timeline import __version__

from .story import credit, dated, identity, printable, stances, undated_named
from .streaming import in_pieces

REFRESH = timedelta(hours=12)
_END = b"END:VCALENDAR\r\n"


def ics_parts(view, site, address) -> Iterator[str]:
    """The text of the calendar in parts: its head, then an event each.

    `site` is the address that links are built on, without a final slash; `address` that of the view's page.
    """
    head = _calendar(view, address).to_ical()
    yield head.removesuffix(_END).decode()
    empty = True
    for event in in_pieces(view, view.rows().exclude(sort_date=None)):
        yield vevent(event, site).to_ical().decode()
        empty = False
    if empty:
        yield _utc().to_ical().decode()
    yield _END.decode()


def _utc():
    """The time zone that shifts nothing: what every program reads and none shows."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))
    for key in ("tzoffsetfrom", "tzoffsetto"):
        standard.add(key, timedelta())
    zone.add_component(standard)
    return zone


def _calendar(view, address):
    named, left_out = printable(view.describe()), printable(undated_named(view))
    about = "\n\n".join(part for part in (printable(view.debate.description), left_out) if part)
    calendar = Calendar()
    calendar.add("prodid", f"-//Debateline//Debateline {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(named))
    for key in ("description", "x-wr-caldesc"):
        calendar.add(
            key, vText(about)
        )  # of a key it does not know, the library escapes plain text not at all
    calendar.add("url", address)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    return calendar


def vevent(event, site):
    """An event as a component of the calendar."""
    first, after = _days(event)
    component = Event()
    component.add("uid", str(identity(event)))
    component.add("dtstamp", event.changed_at)
    component.add("created", event.there_since)
    component.add("last-modified", event.changed_at)
    # Rises with every change, which is all that is asked of it: the seconds since the event was entered.
    component.add("sequence", max(0, int((event.changed_at - event.there_since).total_seconds())))
    component.add("dtstart", first)
    component.add("dtend", after)
    component.add("summary", printable(event.title))
    component.add("description", printable(_description(event)))
    component.add("url", site + event.get_absolute_url())
    topics = [link.topic.name for link in event.event_topics.all()]
    component.add("categories", [printable(name) for name in (event.get_kind_display(), *topics)])
    component.add("transp", "TRANSPARENT")
    return component


def _days(event):
    """The first day, and the day after the last: DTEND is exclusive. An open end is the day that is known."""
    first, last = event.earliest or event.latest, event.latest or event.earliest
    return (first, last) if last == date.max else (first, last + timedelta(days=1))


def _description(event):
    parts = [dated(event)]
    if event.earliest is None or event.latest is None:
        parts.append(_("One end of this span is open; only the day that is known is marked."))
    parts += [event.summary, "\n".join(stances(event)), "\n".join(_sources(event))]
    return "\n\n".join(part for part in parts if part)


def _sources(event):
    for citation in event.citations.all():
        yield " ".join(part for part in (credit(citation), citation.source.url) if part)
