"""What the pages of a debate have in common that are read rather than looked up: deeds, arguments, coverage.

A page is a function from a view to what its template shows. Filters, address, share panel and head are the
same for all, and the same as the timeline's.
"""

from dataclasses import replace
from functools import wraps

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from timeline.facets import facets
from timeline.filters import View, remembered

from .data import filters_of
from .finding import find_debate, following_renames
from .listing import pills
from .places import head_of_place
from .timeline import VARY, drifting, typed


def debate_page(place, without=(), paged=False):
    """Make a page of the function that gives its content; `place` names its address and its template.

    `without` names facets that the page has its own fields for. The function is told the view and, where it
    is `paged`, which page of it.

    The content has at least `title`, `heading` and `sentence`, which also describe the page to others, and
    `content`, the template that tells the rest; what that prints is kept until the debate changes.
    """

    def decorate(content):
        @following_renames
        @wraps(content)
        def answer(request, debate):
            view = view_of(request, find_debate(debate))
            if drifting(request, view) and not request.htmx:
                return HttpResponseRedirect(address(view, place))
            frame = frame_of(view, place)
            frame["facets"] = [facet for facet in frame["facets"] if facet.key not in without]
            page = filters_of(request).page if paged else 1
            name = f"page {page} of {place}"
            told = (view, page) if paged else (view,)
            context = frame | remembered(view, name, lambda: printed(frame, content(*told)))
            context |= {"head": head_of_place(request, view, place, context["title"], context["sentence"])}
            context |= {"absolute": context["head"].url}
            return rendered(request, place, context)

        return answer

    return decorate


def view_of(request, debate):
    """The view asked for; these pages have no pages, so that of the list of events is left aside."""
    return View.of(debate, replace(filters_of(request), page=1), request.user)


def address(view, place):
    """The canonical address of a view on this page."""
    query = view.filters.querystring()
    return reverse(place, args=[view.debate.slug]) + (f"?{query}" if query else "")


def frame_of(view, place):
    """What surrounds the content: the filters and what is in force."""
    return {
        "debate": view.debate,
        "view": view,
        "filters": view.filters,
        "place": place,
        "here": reverse(place, args=[view.debate.slug]),
        "canonical": address(view, place),
        "share_name": f"share-{place}",
        "facets": facets(view),
        "pills": pills(view),
        "typed": typed(view.filters),
    }


def printed(frame, content):
    """What a page says of itself, and the HTML of its content."""
    told = {key: content[key] for key in ("title", "heading", "sentence")}
    return told | {"content": render_to_string(content["content"], frame | content)}


def rendered(request, place, context):
    """The whole page, or what a filter changes of it."""
    whole = not request.htmx or request.htmx.history_restore_request
    response = render(request, f"{place}.html" if whole else "_debate_view.html", context)
    if not whole:
        response["HX-Push-Url"] = context["canonical"]
    patch_vary_headers(response, VARY)
    return response
