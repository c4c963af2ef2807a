"""What published events rest on: it is not deleted under them."""

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from timeline.models import Event
from timeline.models.statuses import LASTING

NAMED_AT_MOST = 20


class KeptWithEvents(admin.ModelAdmin):
    """Rows that an event names. Deleting one that a public event names would take the event's word away.

    The page that asks before deleting lists those events instead, and refuses.
    """

    event_links = ()  # how an event names such a row

    def get_deleted_objects(self, objs, request):
        """What Django finds, with the published and withdrawn events among what stands in the way."""
        *found, protected = super().get_deleted_objects(objs, request)
        keys = [row.pk for row in objs]
        named = Q(*((f"{link}__in", keys) for link in self.event_links), _connector=Q.OR)
        events = Event.objects.filter(named, status__in=LASTING).distinct()
        return *found, [*protected, *_listed(events)]


def _listed(events):
    shown, count = events[:NAMED_AT_MOST], events.count()
    for event in shown:
        url = reverse("admin:timeline_event_change", args=[event.pk])
        yield format_html('{} event: <a href="{}">{}</a>', event.get_status_display(), url, event)
    if count > NAMED_AT_MOST:
        yield f"{count - NAMED_AT_MOST} more events"
