"""Lists from which two rows are merged, and pages that say what their row looks like and where it is used."""

from django.apps import apps
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from timeline.ingest.likeness.stored import likely_to
from timeline.models import Event
from timeline.models.roles import may_publish

from .duplicates import change_url, in_order, merge_url

INSIDE = {
    "event": "pk",
    "position": "event",
    "citation": "event",
}  # seen as their events are, through this field


class Mergeable(admin.ModelAdmin):
    """Rows of which two may turn out to be one."""

    def get_actions(self, request):
        """With merging, for editors."""
        actions = super().get_actions(request)
        if may_publish(request.user) and "_popup" not in request.GET:
            actions["merge_two"] = (merge_two, "merge_two", "Merge the two selected…")
        return actions

    def get_readonly_fields(self, request, obj=None):
        """With what the row looks like."""
        return [*super().get_readonly_fields(request, obj), "looks_like"]

    def get_fieldsets(self, request, obj=None):
        """With what the row looks like at its head, where it does look like another and an editor asks."""
        fieldsets = without("looks_like", super().get_fieldsets(request, obj))
        if obj is None or not may_publish(request.user) or not _likely(request, obj):
            return fieldsets
        return [("A duplicate?", {"fields": ["looks_like"], "classes": ["duplicate-hint"]}), *fieldsets]

    @admin.display(description="looks like")
    def looks_like(self, row):
        """The rows that it is likely the same as, each with the reasons and the way to merge."""
        return format_html(
            '<ul class="looks-like">{}</ul>',
            format_html_join(
                "", "<li>{}</li>", ([_hint(row, other, alike)] for alike, other in row.likely_ones)
            ),
        )


def _likely(request, row):
    """[(Likeness, row)], found once a request and handed to the row that is shown."""
    if not hasattr(row, "likely_ones"):
        found = likely_to(row)
        known = type(row).objects.select_related("debate").in_bulk([key for _, key in found])
        row.likely_ones = [(alike, known[key]) for alike, key in found if key in known]
    return row.likely_ones


def _hint(row, other, alike):
    first, second = in_order(row, other)
    return format_html(
        '<a href="{}">{}</a>: {} (<a href="{}" aria-label="Merge with {}">merge…</a>)',
        change_url(other), other, alike, merge_url(first, second), other,
    )  # fmt: skip


def merge_two(modeladmin, request, queryset):
    """On to the page that merges, where exactly two rows of one debate were chosen."""
    rows = list(queryset.order_by("pk")[:3])
    if len(rows) != 2:
        messages.warning(request, "Select exactly two to merge.")
        return None
    if rows[0].debate_id != rows[1].debate_id:
        messages.warning(request, f"“{rows[0]}” and “{rows[1]}” belong to different debates.")
        return None
    return HttpResponseRedirect(merge_url(*in_order(*rows)))


class ShowsUses(admin.ModelAdmin):
    """Pages that say where their row is used, each number a link to the list.

    `used_by` is [(what one and many are called, the list or "" where there is none, the field)].
    """

    used_by = ()

    def get_readonly_fields(self, request, obj=None):
        """With where the row is used."""
        return [*super().get_readonly_fields(request, obj), "used_in"]

    def get_fieldsets(self, request, obj=None):
        """With where a stored row is used, at the end of the first."""
        (name, options), *rest = without("used_in", super().get_fieldsets(request, obj))
        if obj is not None:
            obj.seen_by = request.user
            options = options | {"fields": [*options["fields"], "used_in"]}
        return [(name, options), *rest]

    @admin.display(description="used in")
    def used_in(self, row):
        """The numbers, each with its list."""
        found = [use for use in uses(row, self.used_by) if use[0]]
        if not found:
            return "nothing yet, so it can be deleted"
        return format_html_join(", ", "{}", ([linked(*use)] for use in found))


def without(name, fieldsets):
    """Fieldsets without a field that Django has put among all the others."""
    return [
        (title, options | {"fields": [field for field in options["fields"] if field != name]})
        for title, options in fieldsets
    ]


def uses(row, used_by):
    """(how many, of what, address of their list or "") as the curator who looks at a row sees them."""
    events = Event.objects.curated_by(row.seen_by).order_by().values("pk")
    for one, many, page, field in used_by:
        if not page:
            number, url = getattr(row, field).count(), ""
        else:
            rows = apps.get_model("timeline", page)._default_manager.filter(**{field: row.pk})
            if page in INSIDE:
                rows = rows.filter(**{f"{INSIDE[page]}__in": events})
            elif hasattr(rows, "visible_to"):  # articles on somebody's desk
                rows = rows.visible_to(row.seen_by)
            number, url = rows.count(), listed(page, field, row)
        yield number, one if number == 1 else many, url


def listed(page, field, row):
    """The list of the rows that name this one."""
    return f"{reverse(f'admin:timeline_{page}_changelist')}?{field}__id__exact={row.pk}"


def linked(number, what, url):
    """A number with what it counts, and a link where there is a list."""
    return format_html('<a href="{}">{} {}</a>', url, number, what) if url else f"{number} {what}"
