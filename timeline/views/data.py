"""The same rows as data: events.json, events.csv, chart.json; and what all such addresses have in common."""

import json
from functools import wraps
from urllib.parse import quote

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from timeline.charts import WIDTHS, figure
from timeline.exports.chart import ChartRows
from timeline.exports.events import csv_lines, json_parts
from timeline.exports.streaming import in_blocks, in_pieces
from timeline.filters import PAGE_SIZE, Filters, View

from .finding import find_debate, following_renames
from .freshness import Freshness
from .timeline import address

LONGEST_NAME = 100


class Refused(Exception):
    """A query with values that cannot be used."""


def filters_of(request):
    """The filters that a request asks for."""
    return Filters.parse(request.GET, today=timezone.localdate(), now=timezone.now())


def view_of(request, debate):
    """The view that a data address asks for; raises `Refused` rather than answer another question."""
    return usable(View.of(find_debate(debate), filters_of(request), request.user))


def usable(view):
    """The view; raises `Refused` where it is not all that was asked."""
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
            return JsonResponse(
                {"error": _("Some values could not be used."), "problems": problems}, status=400
            )

    return answer


def data_of_a_view(make, asked=filters_of):
    """An address of data: `make(request, view)`, unless what the reader has still holds.

    `asked` reads the filters from the request. Pages of other sites may read it: it is public, and no cookie
    is sent along.
    """

    @answering_problems
    @wraps(make)
    def answer(request, debate):
        debate, filters = find_debate(debate), asked(request)
        freshness = Freshness(request, debate, filters)
        response = freshness.unchanged()
        if response is None:
            made = make(request, usable(View.of(debate, filters, request.user)))
            response = freshness.marked(made)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return answer


class StreamedJson(StreamingHttpResponse):
    """JSON that is sent while it is made; who asks for its `content` or `text` gets all of it at once."""

    _whole = None

    @property
    def content(self):
        """All of it."""
        if self._whole is None:
            self._whole = self.getvalue()
            self.streaming_content = [self._whole]
        return self._whole

    @property
    def text(self):
        """All of it, as text."""
        return self.content.decode("utf-8")


@data_of_a_view
def events_json(request, view):
    """A page of the view's events, with the address of the next, also as a header."""
    page, site = view.filters.page, site_of(request)
    pages = pages_of(request, view)
    about = {
        "debate": view.debate.slug,
        "title": view.debate.title,
        "description": view.describe(),
        "count": view.count,
        "page": page,
        "pages": view.pages,
        "next": pages.get("next"),
        "url": site + address(view),
    }
    shown = view.rows()[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    texts = json_parts(about, in_pieces(view, shown), site)
    response = StreamedJson(in_blocks(texts), content_type="application/json")
    response["Link"] = ", ".join(f'<{url}>; rel="{relation}"' for relation, url in pages.items())
    return response


@data_of_a_view
def events_csv(request, view):
    """All of the view's events, streamed."""
    lines = csv_lines(in_pieces(view, view.rows()), site_of(request))
    return streamed(request, lines, "text/csv", file_name(view.describe(), view.debate, "csv"))


@data_of_a_view
def chart_json(request, view):
    """The chart as a Plotly figure, for the script that lays it over the static drawing."""
    scene = ChartRows(view).scene(width_asked(request))
    theme = "dark" if request.GET.get("theme") == "dark" else "light"
    return HttpResponse(json.dumps(figure(scene, theme), ensure_ascii=False), content_type="application/json")


def width_asked(request):
    """The width class or the pixels asked for; anything else is the widest class."""
    width = request.GET.get("width", "")
    if width in WIDTHS:
        return width
    return min(int(width), 4000) if width.isascii() and width.isdigit() and len(width) < 6 else "wide"


def site_of(request):
    """The address that links are built on, without a final slash."""
    return request.build_absolute_uri("/")[:-1]


def pages_of(request, view):
    """{relation: address} of the other pages of this address: first, last, and the neighbours there are."""
    page, pages = view.filters.page, view.pages
    numbers = {"first": 1, "last": pages, "previous": page - 1, "next": page + 1}
    return {
        relation: address_of_page(request, view, number)
        for relation, number in numbers.items()
        if 1 <= number <= pages
    }


def address_of_page(request, view, number):
    """The absolute, canonical address of a page of what is asked for."""
    query = view.filters.replace(page=number, event="").querystring()
    return f"{site_of(request)}{request.path}" + (f"?{query}" if query else "")


def streamed(request, texts, media_type, disposition):
    """A response that is written while it is sent; asked for its head alone, nothing is read."""
    texts = () if request.method == "HEAD" else in_blocks(texts)
    response = StreamingHttpResponse(texts, content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = disposition
    return response


def file_name(said, debate, ending, disposition="attachment"):
    """A Content-Disposition whose file name says what is in the file, in any script (RFC 6266)."""
    named = slugify(said, allow_unicode=True)[:LONGEST_NAME].strip("-") or debate.slug
    plain = slugify(named)[:LONGEST_NAME] or debate.slug
    said = f'{disposition}; filename="{plain}.{ending}"'
    return said if named == plain else f"{said}; filename*=UTF-8''{quote(f'{named}.{ending}')}"
