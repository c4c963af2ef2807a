"""`/<debate>/embed/`: a view, one event of it, or another page of the debate, for the pages of others.

What lies under this address may be framed, and nothing else.

It shows what the public sees, to everybody alike: it reads no cookie and sets none, holds no form, and runs
in a sandbox of its own, so that nothing that frames it comes near what somebody here is signed in to.
"""

from functools import wraps

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from timeline.charts import WIDTHS, svg
from timeline.dates.words import in_month
from timeline.exports.places import PLACES
from timeline.exports.shared_views import FrozenList, in_words, view_now
from timeline.filters import PAGE_SIZE, Filters, View, remembered
from timeline.models import SharedView

from .chart import PrintedChart
from .errors import NotHere
from .finding import find_debate, following_renames
from .frozen_chart import FrozenChart
from .listing import Listing, Month
from .places import first_page, printed_chart
from .public import ANYONE
from .timeline import address

THEMES = ("auto", "light", "dark")
LISTED = PAGE_SIZE  # events in the list; the rest is counted and linked
POLICY = {  # instead of the site's: nothing is fetched but style and script, nothing reaches into the site
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
    "sandbox": ["allow-scripts", "allow-popups", "allow-popups-to-escape-sandbox"],
}


class FramedChart(PrintedChart):
    """The static drawings with links that leave the frame."""

    def draw(self):
        """Draw each width anew."""
        scenes = (self.widest if name == "wide" else self.rows.scene(name) for name in WIDTHS)
        return [mark_safe(svg(scene, target="_blank")) for scene in scenes]  # the drawing escapes every text

    @property
    def drawings(self):
        """One SVG for each width."""
        return remembered(self.view, "framed drawings", self.draw)


class FramedFrozenChart(FrozenChart):
    """The drawings of a frozen view with links that leave the frame."""

    @property
    def drawings(self):
        """One SVG for each width."""
        return remembered(self.view, f"framed drawings of {self.code}", lambda: FramedChart.draw(self))


class FramedListing(Listing):
    """The first events of a view, in its order; a frame turns no pages."""

    page = 1


def framed(view):
    """The view in its frame; what is not there says so in the frame as well."""

    @wraps(view)
    def answer(request, **slugs):
        try:
            response = view(request, **slugs)
        except NotHere as reason:
            context = {"nothing": str(reason), "title": _("Nothing here"), **looks_of(request)}
            response = render(request, "embed.html", context, status=404)
        response["Cache-Control"] = ANYONE
        return response

    return csp(POLICY)(xframe_options_exempt(answer))


@framed
@following_renames
def embed(request, debate):
    """The view with chart and list, or with `event` that event's card."""
    view = View.of(find_debate(debate), Filters.parse(request.GET, today=timezone.localdate()))
    wanted = view.filters.event or any(problem.key == "event" for problem in view.filters.problems)
    context = card_of(view) if wanted else timeline_of(view)
    return render(request, "embed.html", {"debate": view.debate, **context, **looks_of(request)})


@framed
@following_renames
def embed_place(request, debate, place):
    """A page that tells a view in another way than its timeline: its chart, and its first lines."""
    view = View.of(find_debate(debate), first_page(request))
    return render(
        request, "embed.html", {"debate": view.debate, **place_of(view, place), **looks_of(request)}
    )


@framed
@following_renames
def embed_shared(request, debate, code):
    """What a short link leads to, under its own title: a live one as it is now, a frozen one as it was."""
    found, debate = SharedView.objects.answering(code), find_debate(debate)
    if found is None or found.expired or found.debate_id != debate.pk:
        raise NotHere(_("No view is shared at this address, or it has been taken down."))
    now = view_now(found)
    if found.frozen:
        context = frozen_of(found, now)
    else:
        context = place_of(now, found.place) if found.place else timeline_of(now)
    context |= {"full": found.get_absolute_url(), **({"title": found.title} if found.title else {})}
    return render(request, "embed.html", {"debate": debate, **context, **looks_of(request)})


def looks_of(request):
    """The theme, and whether there is a list."""
    theme = request.GET.get("theme")
    return {
        "theme": theme if theme in THEMES else "auto",
        "with_list": request.GET.get("list") != "no",
    }


def card_of(view):
    """One event; raises `NotHere` where the public sees none of that name."""
    event = view.known_events().filter(slug=view.filters.event).with_details(view.citations()).first()
    if event is None:
        raise NotHere(_("This debate has no event at this address."))
    return {"event": event, "title": event.title, "full": event.get_absolute_url()}


def timeline_of(view):
    """The view: its chart, its words and its list."""
    problems = view.filters.problems
    view = View(view.debate, view.filters.without("page", "event"))
    return {
        "count": view.count,
        "view": view,
        "problems": problems,
        "title": view.describe(),
        "full": address(view),
        "chart": FramedChart(view),
        "months": FramedListing(view).months(),
        "more": max(0, view.count - LISTED),
    }


def place_of(view, name):
    """A page beside the timeline; what it says is worked out once for each state of the data."""
    place = PLACES[name](View(view.debate, view.filters.without("page", "event")))
    told = remembered(place.view, f"framed {name}", lambda: told_of(place))
    return {
        "place": place,
        "problems": view.filters.problems,
        "title": place.title,
        "full": place.path,
        "more": max(0, told["count"] - len(told["lines"])),
        **told,
    }


def told_of(place):
    """The chart and the lines of a page, with links that leave the frame."""
    return {
        "count": place.count,
        "chart": printed_chart(place, target="_blank"),
        "lines": list(place.lines()),
    }


def frozen_of(found, now):
    """The rows of then: chart and list."""
    kept = FrozenList(found)
    return {
        "kept": kept,
        "count": kept.count,
        "problems": (),
        "title": in_words(found, now).sentence,
        "chart": FramedFrozenChart.of(now, found, kept),
        "months": [Month(month and in_month(month), "", events) for month, events in kept.months()],
        "more": max(0, kept.count - LISTED),
        "frozen": found,
    }
