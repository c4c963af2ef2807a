"""Turning points: every change of side in a view, as a page and as a feed."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from timeline.exports.turning import Turns
from timeline.exports.turns_atom import turns_atom
from timeline.facets import facets

from .data import data_of_a_view, filters_of, site_of
from .finding import find_debate, following_renames
from .listing import pills
from .positions import address, head, pager, view_of
from .timeline import VARY, drifting, typed

TURNS, FED = 25, 50  # on a page, and in the feed


@following_renames
def turns(request, debate):
    """The turns of a view, in order of time, with their evidence and what lay between."""
    view = view_of(request, find_debate(debate))
    if drifting(request, view) and not request.htmx:
        return HttpResponseRedirect(address(view, "turns"))
    whole = not request.htmx or request.htmx.history_restore_request
    response = render(request, "turns.html" if whole else "_turns.html", context_of(request, view))
    if not whole:
        response["HX-Push-Url"] = address(view, "turns")
    patch_vary_headers(response, VARY)
    return response


def context_of(request, view):
    """What the template shows."""
    found = Turns(view)
    ordered = found.all[::-1] if view.filters.sort == "newest" else found.all
    pages = max(1, -(-len(ordered) // TURNS))
    page = min(filters_of(request).page, pages)
    title = _("Turning points: %(view)s") % {"view": view.describe()}
    here = reverse("turns", args=[view.debate.slug])
    query = view.filters.querystring()
    return {
        "debate": view.debate,
        "view": view,
        "filters": view.filters,
        "title": title,
        "told": list(found.told(ordered[(page - 1) * TURNS : page * TURNS])),
        "count": len(ordered),
        "pager": pager(view, pages, page),
        "facets": facets(view),
        "pills": pills(view),
        "typed": typed(view.filters),
        "here": here,
        "feed": reverse("turns-atom", args=[view.debate.slug]) + (f"?{query}" if query else ""),
        **head(request, view, "turns", title),
    }


@data_of_a_view
def turns_feed(request, view):
    """The turns whose evidence was entered or changed last."""
    found = Turns(view)
    told = list(found.told(found.newest()[:FED], between=False))
    site = site_of(request)
    addresses = {"alternate": site + address(view, "turns"), "self": site + address(view, "turns-atom")}
    text = turns_atom(view, told, site, addresses)
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")
