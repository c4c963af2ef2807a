"""Former addresses: to be looked at, made by renaming and by nothing else."""

from django.contrib import admin

from timeline.models import FormerSlug


@admin.register(FormerSlug)
class FormerSlugAdmin(admin.ModelAdmin):
    """Read only."""

    list_display = ["slug", "kind", "debate", "target"]
    list_filter = ["debate", "kind"]
    list_select_related = ["debate"]
    search_fields = ["slug"]
    ordering = ["slug"]

    def has_add_permission(self, request):
        """Nobody adds one."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes one."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes one, except together with its debate."""
        page = getattr(request.resolver_match, "url_name", None) or ""
        return page.startswith("timeline_debate_") and super().has_delete_permission(request, obj)
