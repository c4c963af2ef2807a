"""How much changed since a reader's last visit: their browser remembers when that was, nobody else does."""

from django.shortcuts import render
from django.utils import timezone

from timeline.filters import Filters, View
from timeline.filters.words import moment

from .finding import find_debate, following_renames
from .timeline import address


@following_renames
def changes(request, debate):
    """One line with a link to what changed since `since`; empty where nothing did or it cannot be read."""
    debate = find_debate(debate)
    since = Filters.parse(request.GET, today=timezone.localdate()).since
    view = View(debate, Filters(since=since), request.user)
    found = bool(since) and view.count > 0
    context = {"count": view.count, "since": moment(since), "url": address(view)} if found else {}
    return render(request, "_last_visit.html", context)
