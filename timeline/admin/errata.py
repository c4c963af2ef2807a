"""Errata that readers see: their reason can be worded better, or one be taken off the page."""

from django.contrib import admin

from timeline.models import Erratum


@admin.register(Erratum)
class ErratumAdmin(admin.ModelAdmin):
    """Made by changing a published event with a reason, and nowhere else."""

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

    def view_on_site(self, obj):
        """The event's page."""
        return obj.event.get_absolute_url()
