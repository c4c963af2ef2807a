"""Turning points: every change of side in a view, as a page and as a feed."""

from dataclasses import replace

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from timeline.exports.places.turns import sentence
from timeline.exports.turning import Turns
from timeline.exports.turns_atom import turns_atom
from timeline.facets import facets
from timeline.filters import View, remembered

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
    title = _("Turning points: %(view)s") % {"view": view.describe()}
    query, asked = view.filters.querystring(), filters_of(request).page
    paged = View(view.debate, replace(view.filters, page=asked), view.user)
    told = remembered(paged, "turning points", lambda: page_of(view, asked))
    return {
        "debate": view.debate,
        "view": view,
        "filters": view.filters,
        "title": title,
        "told": told["printed"],
        "count": told["count"],
        "pager": pager(view, told["pages"], told["page"]),
        "facets": facets(view),
        "pills": pills(view),
        "typed": typed(view.filters),
        "here": reverse("turns", args=[view.debate.slug]),
        "feed": reverse("turns-atom", args=[view.debate.slug]) + (f"?{query}" if query else ""),
        **head(request, view, "turns", title, told["sentence"]),
    }


def page_of(view, asked):
    """A page of the turns as it is printed, and how many there are of both."""
    found = Turns(view)
    ordered = found.found[::-1] if view.filters.sort == "newest" else found.found
    pages = max(1, -(-len(ordered) // TURNS))
    page = min(asked, pages)
    told = list(found.told(found.of(ordered[(page - 1) * TURNS : page * TURNS])))
    context = {"told": told, "debate": view.debate}
    printed = render_to_string("_turn_list.html", context) if told else ""
    return {
        "count": len(ordered),
        "pages": pages,
        "page": page,
        "printed": printed,
        "sentence": sentence(found.found),
    }


@data_of_a_view
def turns_feed(request, view):
    """The turns whose evidence was entered or changed last."""
    site = site_of(request)
    text = remembered(view, f"feed of turns at {site}", lambda: feed_of(view, site))
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


def feed_of(view, site):
    """The feed as text."""
    found = Turns(view)
    addresses = {"alternate": site + address(view, "turns"), "self": site + address(view, "turns-atom")}
    return turns_atom(view, found.told(found.newest(FED), between=False), site, addresses)
