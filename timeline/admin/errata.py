"""Errata that readers see: their reason can be worded better, or one be taken off the page."""

from django.contrib import admin

from timeline.models import Erratum

from .recorded import RecordedAdmin


@admin.register(Erratum)
class ErratumAdmin(RecordedAdmin):
    """Made by changing a published event, and nowhere else."""

    asks_why = False  # the reason on its form is the one that readers see

    fields = ["event", "at", "reason"]
    readonly_fields = ["event", "at"]
    list_display = ["event", "at", "reason"]
    list_filter = ["event__debate", "at"]
    list_select_related = ["event"]
    search_fields = ["event__title", "reason"]
    date_hierarchy = "at"

    def has_add_permission(self, request):
        """Nobody adds one by hand."""
        return False

    def may_see_deleted(self, request):
        """Whoever can take one off the page can put it back."""
        return self.has_delete_permission(request)

    def view_on_site(self, obj):
        """The event's page."""
        return obj.event.get_absolute_url()
