"""Shared views: to be corrected, given an end, or taken down; made on the share panel and nowhere else."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from timeline.models import SharedView, changing

from .recorded import RecordedAdmin


@admin.register(SharedView)
class SharedViewAdmin(RecordedAdmin):
    """What was said of a view can be changed, what it holds cannot."""

    readonly_fields = ["debate", "code", "place", "query", "frozen", "count", "made_at", "author"]
    fields = [*readonly_fields, "title", "note", "expires_at"]
    list_display = [
        "__str__",
        "code",
        "debate",
        "place",
        "frozen",
        "count",
        "made_at",
        "author",
        "expires_at",
    ]
    list_filter = ["frozen", "debate", "made_at"]
    list_select_related = ["debate", "author"]
    search_fields = ["code", "title", "note", "author__username"]
    date_hierarchy = "made_at"
    actions = ["expire"]

    def has_add_permission(self, request):
        """Nobody adds one here: what the public sees at that moment belongs to it."""
        return False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The end's two fields have one label; each says which of the two it is."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "expires_at":
            for part, said in zip(field.widget.widgets, ("Day", "Hour"), strict=True):
                part.attrs["aria-label"] = f"{field.label.capitalize()}: {said}"
        return field

    def view_on_site(self, obj):
        """The short link."""
        return obj.get_absolute_url()

    def get_deleted_objects(self, objs, request):
        """Name the short links; what they hold goes with them and may be thousands of rows."""
        return [str(shared) for shared in objs], {self.opts.verbose_name_plural: len(objs)}, set(), []

    @admin.action(description=_("Let the selected short links expire now"), permissions=["change"])
    def expire(self, request, queryset):
        """From now on their addresses say that they have expired."""
        with changing(request.user, "Expired."):
            for shared in queryset.filter(expires_at=None):
                shared.expires_at = timezone.now()
                shared.save(update_fields=["expires_at"])
                self.log_change(request, shared, _("Expired."))
