"""A source's page: what it is, when it was published and on whose word, and what it says of which event."""

from django.shortcuts import render

from timeline.models import Citation, Event, Source

from .finding import find, find_debate, following_renames


@following_renames
def source(request, debate, slug):
    """The page of a source with its citations by visible events, in order of time."""
    debate = find_debate(debate)
    found = find(Source.objects.visible_to(request.user), debate, slug)
    visible = Event.objects.filter(debate=debate).visible_to(request.user)
    citations = (
        Citation.objects.filter(source=found, event__in=visible.values("pk"))
        .select_related("event__debate")
        .order_by("event__sort_date", "event__slug")
    )
    context = {
        "debate": debate,
        "source": found,
        "title": str(found),
        "citations": citations,
        "canonical": found.get_absolute_url(),
        "absolute": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "source.html", context)
