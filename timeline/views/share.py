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
from django.utils.translation import gettext_lazy as _

from timeline.exports.citation import FORMATS, SITE, Reference, plain
from timeline.filters import Filters, View
from timeline.models import Actor, Event, Question, Source, Topic

from .choices import choices
from .data import filters_of
from .embed_code import EmbedCode
from .finding import find, find_debate, following_renames
from .share_form import ShareForm, may_make
from .timeline import address

SUBJECTS = {  # kind: (rows that this reader can know, filters of its view; None where no filter is about it)
    "event": (Event.objects.visible_to, lambda slug: Filters(event=slug)),
    "actor": (Actor.objects.visible_to, lambda slug: Filters(actor=(slug,))),
    "question": (lambda user: Question.objects.all(), lambda slug: Filters(question=(slug,), lane="actor")),
    "topic": (lambda user: Topic.objects.all(), lambda slug: Filters(topic=(slug,))),
    "source": (Source.objects.visible_to, None),
}
PLACES = {  # the name of a page that tells a view in another way than the timeline: its title
    "positions": _("Who stood where: %(view)s"),
    "turns": _("Turning points: %(view)s"),
    "deeds": _("From words to deeds: %(view)s"),
    "arguments": _("Arguments: %(view)s"),
    "coverage": _("Coverage: %(view)s"),
}


@dataclass(frozen=True)
class Shareable:
    """What is shared: a view by its filters, or a page, which may have a view of its own.

    `kind` is "view", the name of a subject or that of a place. The view is the public's, whoever asks: a
    curator is promised nothing that readers will not get. `unpublished` is what only curators find.
    """

    debate: object
    title: str
    path: str
    view: View | None = None
    kind: str = "view"
    subject: object = None
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
        if self.kind in PLACES:
            base, _mark, query = self.path.partition("?")
            return f"{base}cite.{ending}" + (f"?{query}" if query else "")
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
    view = View.of(find_debate(debate), filters_of(request))
    query, path = view.filters.replace().querystring(), reverse(place, args=[view.debate.slug])
    title = PLACES[place] % {"view": view.describe()}
    return Shareable(view.debate, title, path + (f"?{query}" if query else ""), view, place)


def of_subject(request, debate, kind, slug):
    """The page of an event, actor, question, topic or source, as something to share."""
    debate, (rows, filters) = find_debate(debate), SUBJECTS[kind]
    found = find(rows(request.user), debate, slug)
    public = rows(None).filter(pk=found.pk).exists()
    view = View(debate, filters(found.slug)) if filters and public else None
    return Shareable(debate, str(found), found.get_absolute_url(), view, kind, found, not public)


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
        "embed": None if shared.kind in PLACES else EmbedCode.of(request, shared),
        "files": files_of(request, shared) if shared.has_events else None,
        "citation": plain(shared.reference(request)).strip(),
        "citations": [(name, shared.citation(ending)) for ending, (name, _w, _t) in FORMATS.items()],
        "lanes": choices()["lane"],
        "short": short_link_of(request, shared),
        "site_name": SITE,
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
    of_timeline = shared.view is not None and shared.kind not in ("event", *PLACES)
    if not of_timeline or not may_make(request.user):
        return None
    url = reverse("share-new", args=[shared.debate.slug])
    dropped = shared.view.filters.problems
    query = request.GET.urlencode() if dropped else shared.query
    action = f"{url}?{query}" if query else url
    form = ShareForm(count=shared.view.count) if request.user.is_staff and not dropped else None
    return {"action": action, "form": form}
