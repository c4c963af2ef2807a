"""The share panel: what can be done with a view or a page, each by a plain link or field.

A page by itself and, asked by `static/share.js`, the content of a dialog. It has no form that needs a cookie,
but for staff, who have one already.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from timeline.exports.citation import FORMATS, SITE, Reference, plain
from timeline.exports.places import PLACES
from timeline.filters import Filters, View
from timeline.models import Actor, Event, Question, Source, Topic

from .choices import choices
from .data import filters_of
from .embed_code import EmbedCode
from .finding import find, find_debate, following_renames
from .places import first_page
from .share_form import ShareForm, may_make
from .timeline import address

SUBJECTS = {  # kind: (rows that this reader can know, filters of its view; None where no filter is about it)
    "event": (Event.objects.visible_to, lambda slug: Filters(event=slug)),
    "actor": (Actor.objects.visible_to, lambda slug: Filters(actor=(slug,))),
    "question": (lambda user: Question.objects.all(), lambda slug: Filters(question=(slug,), lane="actor")),
    "topic": (lambda user: Topic.objects.all(), lambda slug: Filters(topic=(slug,))),
    "source": (Source.objects.visible_to, None),
}


@dataclass(frozen=True)
class Shareable:
    """What is shared: a view by its filters, or a page, which may have a view of its own.

    `kind` is "view" or the name of a subject; `place` is the page that tells the view in another way than the
    timeline. The view is the public's, whoever asks: a curator is promised nothing that readers will not get.
    `unpublished` is what only curators find.
    """

    debate: object
    title: str
    path: str
    view: View | None = None
    kind: str = "view"
    subject: object = None
    place: object = None
    unpublished: bool = False

    @property
    def has_events(self):
        """Whether there are events to draw, export and follow: an event's page is about one alone."""
        return self.view is not None and self.kind != "event"

    @property
    def query(self):
        """The filters of its view, as a query string."""
        return self.view.filters.replace().querystring() if self.view else ""

    def file(self, name, **more):
        """The address of one of the view's files, such as `events.csv`."""
        query = "&".join(filter(None, [self.query, urlencode(more)]))
        return self.debate.get_absolute_url() + name + (f"?{query}" if query else "")

    def citation(self, ending):
        """The address of its citation in a format."""
        if self.place:
            return self.place.address(f"cite-{ending}-{self.place.name}")
        if self.subject is None:
            return self.file(f"cite.{ending}")
        return f"{self.path}cite.{ending}"

    def reference(self, request):
        """How to cite it today."""
        return Reference(
            title=self.title,
            address=request.build_absolute_uri(self.path),
            host=request.get_host(),
            as_of=timezone.localdate(),
            part_of=self.debate.title if self.subject is not None else "",
            happened=self.subject.date_read if self.kind == "event" else "",
        )


def of_view(request, debate):
    """The view that a request asks for, as something to share."""
    view = View.of(find_debate(debate), filters_of(request))
    first_page = View(view.debate, view.filters.replace())
    return Shareable(view.debate, view.describe(), address(first_page), view)


def of_place(request, debate, place):
    """The view that a request asks for, as a page tells it."""
    view = View.of(find_debate(debate), first_page(request))
    found = PLACES[place](view)
    return Shareable(view.debate, found.title, found.path, view, place=found)


def of_subject(request, debate, kind, slug):
    """The page of an event, actor, question, topic or source, as something to share."""
    debate, (rows, filters) = find_debate(debate), SUBJECTS[kind]
    found = find(rows(request.user), debate, slug)
    public = rows(None).filter(pk=found.pk).exists()
    view = View(debate, filters(found.slug)) if filters and public else None
    return Shareable(debate, str(found), found.get_absolute_url(), view, kind, found, unpublished=not public)


def asked(request, slugs):
    """What an address with these parts shares."""
    if "place" in slugs:
        return of_place(request, **slugs)
    return of_subject(request, **slugs) if "kind" in slugs else of_view(request, **slugs)


@following_renames
def share(request, **slugs):
    """The panel for a view, or with `kind` and `slug` for a page."""
    shared = asked(request, slugs)
    fragment = request.htmx and not request.htmx.history_restore_request
    response = render(
        request, "_share.html" if fragment else "share.html", panel_of(request, shared, fragment)
    )
    patch_vary_headers(response, ("HX-Request", "HX-History-Restore-Request"))
    return response


def panel_of(request, shared, fragment):
    """Everything that the panel shows."""
    return {
        "debate": shared.debate,
        "shared": shared,
        "title": _("Share: %(title)s") % {"title": shared.title},
        "heading": "h2" if fragment else "h1",
        "part": "h3" if fragment else "h2",
        "link": request.build_absolute_uri(shared.path),
        "embed": EmbedCode.of(request, shared),
        "files": offered(request, shared),
        "citation": plain(shared.reference(request)).strip(),
        "citations": [(name, shared.citation(ending)) for ending, (name, _w, _t) in FORMATS.items()],
        "lanes": choices()["lane"],
        "short": short_link_of(request, shared),
        "site_name": SITE,
    }


def offered(request, shared):
    """The files of what is shared; None where there is nothing to draw, export and follow."""
    if shared.place:
        return files_of_place(request, shared.place)
    return files_of(request, shared) if shared.has_events else None


def files_of_place(request, place):
    """The files of a page that tells its view in another way, and the feed that says what is new."""
    name, feed = place.name, place.address(place.feed)
    return {
        "png": place.address(f"chart-png-{name}"),
        "card": place.address(f"preview-{name}"),
        "svg": place.address(f"chart-svg-{name}"),
        "csv": place.address(f"{name}-csv"),
        "json": place.address(f"{name}-json"),
        "atom": feed,
        "feed": request.build_absolute_uri(feed),
    }


def files_of(request, shared):
    """The view's files and feeds, with the addresses that programs outside the browser need."""
    calendar, feed = shared.file("events.ics"), shared.file("events.atom")
    return {
        "png": shared.file("chart.png"),
        "card": shared.file("preview.png"),
        "svg": shared.file("chart.svg"),
        "csv": shared.file("events.csv"),
        "json": shared.file("events.json"),
        "timelinejs": shared.file("timelinejs.json"),
        "ics": calendar,
        "webcal": f"webcal://{request.get_host()}{calendar}",
        "atom": feed,
        "feed": request.build_absolute_uri(feed),
    }


def short_link_of(request, shared):
    """The way to a short link, for those who may make one.

    Staff get the form at once, unless filters were dropped: then the form's own page names those first.
    """
    if not shared.has_events or not may_make(request.user):
        return None
    url = reverse("share-new", args=[shared.debate.slug])
    dropped, place = shared.view.filters.problems, shared.place.name if shared.place else ""
    query = request.GET.urlencode() if dropped else shared.query
    query = "&".join(filter(None, [f"place={place}" if place else "", query]))
    action = f"{url}?{query}" if query else url
    staff = request.user.is_staff and not dropped
    form = ShareForm(count=shared.view.count, place=place) if staff else None
    return {"action": action, "form": form}
