"""The timeline: one view and one context, rendered as the page, as what htmx swaps, or as the drawer."""

from datetime import date

from django.db.models import Count
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from timeline.facets import facets
from timeline.filters import Filters, View, remembered
from timeline.filters.state import CHOICES
from timeline.models import Citation, Debate, Event

from .chart import PrintedChart
from .finding import find_debate, following_renames
from .listing import Listing, pills, ways_out

VARY = ("HX-Request", "HX-History-Restore-Request", "HX-Target")


def home(request):
    """The debates; with one debate, straight to it."""
    debates = list(Debate.objects.all()[:100])
    if len(debates) == 1:
        return redirect(debates[0])
    return render(request, "home.html", {"debates": debates})


@following_renames
def timeline(request, debate):
    """A debate's timeline with every filter as a query parameter."""
    debate = find_debate(debate)
    filters = Filters.parse(request.GET, today=timezone.localdate())
    view = View.of(debate, filters, request.user)
    canonical = address(view)
    if typed_dates(request) and not view.filters.problems and not request.htmx:
        # Words like "last week" mean another day tomorrow; the address of the view must not.
        return HttpResponseRedirect(canonical)
    response = answer(request, view, canonical)
    patch_vary_headers(response, VARY)
    return response


def answer(request, view, canonical):
    """The page, the part that a filter changes, or only the event beside the chart."""
    if not request.htmx or request.htmx.history_restore_request:
        return render(request, "timeline.html", context_of(view) | frame_of(view, request))
    if request.htmx.target == "drawer":
        response = render(
            request, "_drawer.html", drawer_of(view, Listing(view)) | {"debate": view.debate, "view": view}
        )
    else:
        response = render(request, "_results.html", context_of(view))
    response["HX-Push-Url"] = canonical
    return response


def address(view):
    """The canonical address of a view."""
    query = view.filters.querystring()
    return view.debate.get_absolute_url() + (f"?{query}" if query else "")


def typed_dates(request):
    """Whether a date was given in words."""
    return any(
        value.strip() and not _is_iso(value)
        for key in ("from", "to")
        for value in request.GET.getlist(key)[:1]
    )


def _is_iso(value):
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def context_of(view):
    """Everything that a filter changes: the chart's words, pills, facets, list, drawer."""
    listing, in_force = Listing(view), pills(view)
    return {
        "debate": view.debate,
        "view": view,
        "filters": view.filters,
        "title": view.describe(),
        "canonical": address(view),
        "facets": facets(view),
        "pills": in_force,
        "ways_out": ways_out(view, in_force) if not view.count else [],
        "listing": listing,
        "months": listing.months(),
        "choices": CHOICES,
        "chart_query": view.filters.querystring(),
        "chart": PrintedChart(view),
        **drawer_of(view, listing),
    }


def drawer_of(view, listing):
    """The event open beside the chart, if there is one, and its neighbours in the list."""
    slug = view.filters.event
    event = (
        Event.objects.filter(debate=view.debate, slug=slug).visible_to(view.user).with_details().first()
        if slug
        else None
    )
    standing = listing.standing or {}
    return {
        "event": event,
        "before": standing.get("before"),
        "after": standing.get("after"),
        "closed_query": view.filters.replace(page=view.filters.page, event="").querystring(),
    }


def frame_of(view, request):
    """What only the whole page has: the debate's numbers and its own absolute address."""
    whole = View(view.debate, Filters(), view.user)
    numbers = remembered(whole, "numbers", lambda: {"total": whole.count, "sources": sources_of(whole)})
    return {**numbers, "absolute": request.build_absolute_uri(address(view))}


def sources_of(view):
    """How many sources the view's events cite."""
    cited = Citation.objects.filter(event__in=view.unordered().values("pk"))
    return cited.aggregate(n=Count("source", distinct=True))["n"]
