"""An event's own page: the story of its date, its sources, the positions, what came before and after."""

from django.conf import settings
from django.shortcuts import render

from timeline.filters import Filters, View
from timeline.models import Event

from .errata import errata_of
from .errors import NotHere, withdrawn
from .finding import NOTHING, find, find_debate, following_renames


@following_renames
def event(request, debate, slug):
    """The page of an event; one that was withdrawn says so with status 410, a draft is not there."""
    debate = find_debate(debate)
    found = find(Event.objects.answering(request.user).with_details(), debate, slug)
    if found.status == Event.Status.WITHDRAWN:
        return withdrawn(request, found)
    view = View(debate, Filters(), request.user)
    standing = view.rows().standing_of(found.slug)
    if standing is None:
        raise NotHere(NOTHING["event"])
    neighbours = {
        row.slug: row for row in view.unordered().filter(slug__in=[standing["before"], standing["after"]])
    }
    context = {
        "debate": debate,
        "event": found,
        "title": found.title,
        "errata": errata_of(found),
        "before": neighbours.get(standing["before"]),
        "after": neighbours.get(standing["after"]),
        "corrections": found.corrections.decided(),
        "may_correct": settings.CORRECTIONS and found.status == Event.Status.PUBLISHED,
        "canonical": found.get_absolute_url(),
        "absolute": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "event.html", context)
