"""The matrix: actors by questions, each cell the stance last shown as of a day."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from timeline.dates.words import in_day
from timeline.exports.places.matrix import MatrixPlace
from timeline.exports.standing_matrix import grid, lined
from timeline.facets import facets
from timeline.filters import remembered
from timeline.models import Position, Question

from .data import filters_of
from .finding import find_debate, following_renames
from .listing import pills
from .positions import address, head, orders, pager, view_of
from .timeline import VARY, drifting, typed

ACTORS = 80  # on a page


@following_renames
def matrix(request, debate):
    """Where everyone stood on every question, as of the day asked for or else of the last evidence."""
    view = view_of(request, find_debate(debate))
    if drifting(request, view) and not request.htmx:
        return HttpResponseRedirect(address(view, "matrix"))
    whole = not request.htmx or request.htmx.history_restore_request
    context = context_of(request, view)
    response = render(request, "matrix.html" if whole else "_matrix.html", context)
    if not whole:
        response["HX-Push-Url"] = address(view, "matrix")
    patch_vary_headers(response, VARY)
    return response


def context_of(request, view):
    """What the template shows."""
    day, questions, lines = remembered(view, "matrix", lambda: grid(view))
    pages = max(1, -(-len(lines) // ACTORS))
    page = min(filters_of(request).page, pages)
    shown = lines[(page - 1) * ACTORS : page * ACTORS]
    known = Question.objects.in_bulk(questions)
    asked = [known[question] for question in questions]
    said = _("Where everyone stood on %(day)s") % {"day": in_day(day)} if day else _("Where everyone stood")
    title = f"{said}: {view.describe()}"
    return {
        "debate": view.debate,
        "view": view,
        "filters": view.filters,
        "title": title,
        "said": said,
        "questions": asked,
        "lines": list(lined(view, asked, shown)),
        "orders": orders(),
        "stances": Position.Stance.choices,
        "count": len(lines),
        "pager": pager(view, pages, page),
        "facets": facets(view),
        "pills": pills(view),
        "typed": typed(view.filters),
        "here": reverse("matrix", args=[view.debate.slug]),
        **head(request, view, "matrix", title, MatrixPlace(view).sentence),
    }
