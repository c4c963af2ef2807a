"""The timeline: one view and one context, rendered as the page, as what htmx swaps, or as the drawer."""

from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from timeline.exports.preview import sources_of
from timeline.facets import facets
from timeline.filters import Filters, View, remembered
from timeline.filters.plain_words import readings
from timeline.filters.state import written
from timeline.models import Citation, Debate

from .chart import PrintedChart
from .choices import choices
from .finding import find_debate, following_renames
from .listing import Listing, pills, ways_out
from .strip import strip

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
    filters = Filters.parse(request.GET, today=timezone.localdate(), now=timezone.now())
    view = View.of(debate, filters, request.user)
    if drifting(request, view) and not request.htmx:
        response = HttpResponseRedirect(address(view, naming_problems=True))
    else:
        response = answer(request, view)
    patch_vary_headers(response, VARY)
    return response


def answer(request, view):
    """The page, the part that a filter changes, or only the event beside the chart."""
    if not request.htmx or request.htmx.history_restore_request:
        return render(request, "timeline.html", context_of(view) | frame_of(view, request))
    if request.htmx.target == "drawer":
        response = render(request, "_drawer.html", drawer_of(view, Listing(view)))
    else:
        response = render(request, "_results.html", context_of(view))
    response["HX-Push-Url"] = address(view)
    return response


def address(view, naming_problems=False):
    """The canonical address of a view; `naming_problems` keeps what could not be used, to be named again."""
    pairs = list(view.filters.pairs())
    pairs += [(problem.key, problem.value) for problem in view.filters.problems] if naming_problems else []
    return view.debate.get_absolute_url() + (f"?{urlencode(pairs)}" if pairs else "")


def drifting(request, view):
    """Whether a date was read from words: "last week" is another week tomorrow, the address must not be."""
    state = view.filters
    read = {"from": state.first, "to": state.last, "since": state.since, "as_of": state.as_of}
    read |= {"with_from": view.filters.other_first, "with_to": view.filters.other_last}
    return any(day and request.GET.get(key, "") != written(day) for key, day in read.items())


def context_of(view):
    """Everything that a filter changes: the chart's words, pills, facets, list, drawer."""
    listing, in_force, chart = Listing(view), pills(view), PrintedChart(view)
    return {
        "filters": view.filters,
        "title": view.describe(),
        "canonical": address(view),
        "facets": facets(view),
        "pills": in_force,
        "ways_out": ways_out(view, in_force) if not view.count else [],
        "listing": listing,
        "months": listing.months(),
        "years": listing.years(),
        "meant": readings(view, timezone.localdate()),
        "choices": choices(),
        "strip": strip(chart),
        "chart_query": view.filters.querystring(),
        "chart": chart,
        "typed": typed(view.filters),
        **drawer_of(view, listing),
    }


def typed(filters):
    """What stands in the fields of the date range: the days in force, or words that could not be read."""
    shown = {problem.key: problem.value for problem in filters.problems}
    ends = {"from": filters.first, "to": filters.last, "since": filters.since, "as_of": filters.as_of}
    ends |= {"with_from": filters.other_first, "with_to": filters.other_last}
    shown |= {key: written(day) for key, day in ends.items() if day}
    return {key: shown.get(key, "") for key in ends}


def drawer_of(view, listing):
    """The event open beside the chart, if there is one, and its neighbours in the list."""
    slug = view.filters.event
    found = view.known_events().filter(slug=slug).with_details(view.citations()) if slug else ()
    event = next(iter(found), None)
    standing = listing.standing or {}
    return {
        "debate": view.debate,
        "view": view,
        "event": event,
        "later": later_sources(view, event),
        "before": standing.get("before"),
        "after": standing.get("after"),
        "closed_query": view.filters.replace(page=view.filters.page, event="").querystring(),
    }


def later_sources(view, event):
    """How many sources of an event are left out, because they were published after the day of the view."""
    if event is None or view.filters.clock != "published":
        return 0
    return Citation.objects.filter(event=event).count() - len(event.citations.all())


def frame_of(view, request):
    """What only the whole page has: the debate's numbers and its own absolute address."""
    whole = View(view.debate, Filters(), view.user)
    numbers = remembered(whole, "numbers", lambda: {"total": whole.count, "sources": sources_of(whole)})
    return {**numbers, "absolute": request.build_absolute_uri(address(view))}
