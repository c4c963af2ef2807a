"""The same rows as data: events.json, events.csv, chart.json."""

import json

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from timeline.charts import WIDTHS, figure
from timeline.exports.chart import ChartRows
from timeline.exports.events import csv_lines, event_row
from timeline.filters import PAGE_SIZE, Filters, View

from .finding import find_debate, following_renames
from .timeline import address

CHUNK = 500  # events fetched at once while streaming


class Refused(Exception):
    """A query with values that cannot be used."""


def view_of(request, debate):
    """The view that a data address asks for; raises `Refused` rather than answer another question."""
    debate = find_debate(debate)
    view = View.of(debate, Filters.parse(request.GET, today=timezone.localdate()), request.user)
    if view.filters.problems:
        raise Refused(view.filters.problems)
    return view


def answering_problems(view):
    """Answer unusable values with 400 and a JSON body that says which, and what to do."""

    @following_renames
    def answer(request, **slugs):
        try:
            return view(request, **slugs)
        except Refused as refused:
            problems = [{"key": p.key, "value": p.value, "message": p.message} for p in refused.args[0]]
            return JsonResponse({"error": "Some values could not be used.", "problems": problems}, status=400)

    return answer


@answering_problems
def events_json(request, debate):
    """A page of the view's events, with the address of the next."""
    view = view_of(request, debate)
    page, site = view.filters.page, request.build_absolute_uri("/")[:-1]
    start = (page - 1) * PAGE_SIZE
    events = view.rows().with_details()[start : start + PAGE_SIZE]
    following = view.filters.replace(page=page + 1).querystring() if page < view.pages else None
    return JsonResponse(
        {
            "debate": view.debate.slug,
            "title": view.debate.title,
            "description": view.describe(),
            "count": view.count,
            "page": page,
            "pages": view.pages,
            "next": f"{site}{request.path}?{following}" if following else None,
            "url": site + address(view),
            "events": [event_row(event, site) for event in events],
        },
        json_dumps_params={"ensure_ascii": False},
    )


@answering_problems
def events_csv(request, debate):
    """All of the view's events, streamed."""
    view = view_of(request, debate)
    site = request.build_absolute_uri("/")[:-1]
    lines = csv_lines(view.rows().with_details().iterator(chunk_size=CHUNK), site)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(view)}.csv"'
    return response


@answering_problems
def chart_json(request, debate):
    """The chart as a Plotly figure, for the script that lays it over the static drawing."""
    view = view_of(request, debate)
    scene = ChartRows(view).scene(width_asked(request))
    theme = "dark" if request.GET.get("theme") == "dark" else "light"
    return HttpResponse(json.dumps(figure(scene, theme), ensure_ascii=False), content_type="application/json")


def width_asked(request):
    """The width class or the pixels asked for; anything else is the widest class."""
    width = request.GET.get("width", "")
    if width in WIDTHS:
        return width
    return min(int(width), 4000) if width.isascii() and width.isdigit() and len(width) < 6 else "wide"


def file_name(view):
    """A file name that says what is in the file."""
    return slugify(view.describe())[:100] or view.debate.slug
