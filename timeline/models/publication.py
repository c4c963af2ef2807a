"""When events were first published: what readers, feeds and calendars call new."""

from django.db.models import QuerySet

from .events import Event
from .statuses import LASTING

PIECE = 500  # events to a statement


def date_publication(change):
    """Date the events that a change has published, by whichever way of writing, and none that have a date."""
    keys = sorted(change.touched.get(Event, ()))
    for start in range(0, len(keys), PIECE):
        rows = Event.objects.filter(pk__in=keys[start : start + PIECE], status__in=LASTING, published_at=None)
        QuerySet.update(rows, published_at=change.at)  # part of the change that is noted already
