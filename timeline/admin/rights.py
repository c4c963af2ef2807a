"""What of the events, and of the rows inside them, a curator sees and may change: the rules of `roles.py`."""

from django.contrib import admin

from timeline.models import Event
from timeline.models.roles import may_delete, may_edit, may_publish, may_see


class EventRights(admin.ModelAdmin):
    """Events: a contributor's are the published ones and the own, of which only drafts can be changed."""

    def get_queryset(self, request):
        """The events that this curator works with."""
        return super().get_queryset(request).curated_by(request.user)

    def has_view_permission(self, request, obj=None):
        """Whether the list, or this event, may be looked at."""
        return super().has_view_permission(request, obj) and (obj is None or may_see(request.user, obj))

    def has_change_permission(self, request, obj=None):
        """Whether events, or this event, may be changed."""
        return super().has_change_permission(request, obj) and (obj is None or may_edit(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """What was published is never deleted, neither alone nor with its debate; it is withdrawn."""
        return super().has_delete_permission(request, obj) and (obj is None or may_delete(request.user, obj))

    def has_publish_permission(self, request):
        """Who may publish and withdraw."""
        return may_publish(request.user)


class InsideEvent(admin.options.InlineModelAdmin):
    """Rows inside an event's page: changed by whoever may change the event."""

    def has_add_permission(self, request, obj=None):
        """Whether a row may be added."""
        return super().has_add_permission(request, obj) and _may_edit(request, obj)

    def has_change_permission(self, request, obj=None):
        """Whether the rows may be changed."""
        return super().has_change_permission(request, obj) and _may_edit(request, obj)

    def has_delete_permission(self, request, obj=None):
        """Whether a row may be taken out."""
        return super().has_delete_permission(request, obj) and _may_edit(request, obj)


def _may_edit(request, event):
    return event is None or may_edit(request.user, event)


class PartRights(admin.ModelAdmin):
    """Rows of events by themselves: seen and changed as their event is."""

    def get_queryset(self, request):
        """The rows of the events that this curator works with."""
        events = Event.objects.curated_by(request.user)
        return super().get_queryset(request).filter(event__in=events.order_by().values("pk"))

    def has_view_permission(self, request, obj=None):
        """Whether the rows, or this one, may be looked at."""
        allowed = super().has_view_permission(request, obj)
        return allowed and (obj is None or may_see(request.user, obj.event))

    def has_change_permission(self, request, obj=None):
        """Whether rows, or this one, may be changed."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_edit(request.user, obj.event))

    def has_delete_permission(self, request, obj=None):
        """Whether rows, or this one, may be taken out."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or may_edit(request.user, obj.event))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A new row belongs to an event that this curator may change."""
        if db_field.name == "event":
            kwargs["queryset"] = Event.objects.editable_by(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
