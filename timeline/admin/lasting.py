"""What events rest on: it is not deleted under them, but may be merged into another."""

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from timeline.models import Event

NAMED_AT_MOST = 20


class KeptWithEvents(admin.ModelAdmin):
    """Rows that events name. Deleting one would take away a word of theirs.

    The page that asks before deleting lists those events instead, and refuses; it says how to merge.
    """

    event_links = ()  # how an event names such a row

    def get_deleted_objects(self, objs, request):
        """What Django finds, with the events among what stands in the way."""
        *found, protected = super().get_deleted_objects(objs, request)
        keys = [row.pk for row in objs]
        named = Q(*((f"{link}__in", keys) for link in self.event_links), _connector=Q.OR)
        events = Event.objects.filter(named).distinct()
        return *found, [
            *protected,
            *_listed(events, request.user),
            *(self._instead() if events.exists() else ()),
        ]

    def _instead(self):
        """What to do instead of deleting."""
        if hasattr(self, "looks_like"):  # it can be merged
            url = reverse(f"admin:timeline_{self.opts.model_name}_changelist")
            yield format_html(
                'To let another stand for it, select both in <a href="{}">the list</a> and choose '
                "“Merge the two selected…”: its events are kept.",
                url,
            )


def _listed(events, user):
    """Those that this curator works with by name, the others as a number."""
    shown, count = list(events.curated_by(user)[:NAMED_AT_MOST]), events.count()
    for event in shown:
        url = reverse("admin:timeline_event_change", args=[event.pk])
        yield format_html('{} event: <a href="{}">{}</a>', event.get_status_display(), url, event)
    if more := count - len(shown):
        yield f"{more} more event{'' if more == 1 else 's'}"
