"""Events, with all that belongs to them on one page."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.views.decorators.http import require_safe

from timeline.dates import words
from timeline.models import Citation, Event, EventTopic, Position

from . import workflow
from .counts import number_of
from .event_forms import CitationForm, EventForm, EventTopicForm, PositionForm, stored_source
from .event_page import EventPages
from .filters import CitedFilter, DateFilter, DisputedFilter, OfDebateFilter
from .mergeable import Mergeable
from .reading import reading_of, reading_view
from .rights import EventRights, InsideEvent
from .roles import EventTopicFormSet
from .scope import ScopedAdmin, ScopedFormSet
from .settling import tell


class CitationInline(InsideEvent, admin.StackedInline):
    """The sources of the event."""

    model = Citation
    form = CitationForm
    formset = ScopedFormSet
    extra = 0
    autocomplete_fields = ["source"]
    readonly_fields = ["date_reading"]
    fieldsets = [
        (None, {"fields": [("source", "relation"), "date_text", "date_reading", "quote", "note"]}),
        ("Its date by another reason", {"classes": ["collapse"], "fields": ["date_override", "date_basis"]}),
    ]

    def get_queryset(self, request):
        """With what its heading names."""
        return super().get_queryset(request).select_related("source", "event")

    @admin.display(description="read as")
    def date_reading(self, citation):
        """What the source's own words say."""
        source = citation.source if citation.source_id else None
        return reading_of(citation, source).as_html()


class EventTopicInline(InsideEvent, admin.TabularInline):
    """The topics of the event, and its role in each."""

    model = EventTopic
    form = EventTopicForm
    formset = EventTopicFormSet
    extra = 0
    autocomplete_fields = ["topic"]
    verbose_name = "topic"
    verbose_name_plural = "topics"

    def get_queryset(self, request):
        """With the topics' names."""
        return super().get_queryset(request).select_related("topic")


class PositionInline(InsideEvent, admin.TabularInline):
    """The stances that the event shows."""

    model = Position
    form = PositionForm
    formset = ScopedFormSet
    extra = 0
    autocomplete_fields = ["actor", "question", "arguments"]

    def get_queryset(self, request):
        """With what its heading names."""
        return super().get_queryset(request).select_related("actor", "question")


@admin.register(Event)
class EventAdmin(Mergeable, EventPages, EventRights, ScopedAdmin):
    """The work of curating: find an event, correct it, cite it, publish it."""

    form = EventForm
    inlines = [CitationInline, PositionInline, EventTopicInline]
    actions = [workflow.publish, workflow.send_to_review, workflow.withdraw, workflow.delete_selected]
    autocomplete_fields = ["questions", "actors"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["date_reading", "recorded", "author"]
    list_display = [
        "title", "date_as_read", "date_text", "kind", "status", "author", "importance", "citation_total",
    ]  # fmt: skip
    list_filter = [
        "debate",
        "status",
        "kind",
        "importance",
        ("questions", OfDebateFilter),
        ("topics", OfDebateFilter),
        CitedFilter,
        DisputedFilter,
        DateFilter,
        "precision",
    ]
    list_select_related = ["debate", "author"]
    list_per_page = 50
    date_hierarchy = "sort_date"
    search_fields = ["title", "summary", "date_text", "slug", "citations__quote"]
    search_help_text = "Title, summary, date as written, address, quotes"
    fieldsets = [
        (None, {"fields": ["debate", "title", "slug", ("kind", "importance"), "summary"]}),
        (
            "Date",
            {
                "fields": [
                    "date_text",
                    "date_reading",
                    ("anchor", "language"),
                    "throughout_override",
                    "date_override",
                    "date_basis",
                ]
            },
        ),
        ("What it is about", {"fields": ["questions", "actors"]}),
        ("Publication", {"fields": ["status", "withdrawn_reason", "author", "recorded"]}),
    ]

    class Media:
        js = ["admin/js/jquery.init.js", "admin-dates.js"]

    def get_queryset(self, request):
        """Events with the number of their citations, counted in the same query."""
        return super().get_queryset(request).annotate(citation_count=number_of(Citation.objects, "event"))

    def get_prepopulated_fields(self, request, obj=None):
        """An address follows the title only until it is first saved."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_urls(self):
        """The reading of a date, for whoever may see events."""
        view = self.admin_site.admin_view(require_safe(self.reading))
        return [path("reading/", view, name="timeline_event_reading"), *super().get_urls()]

    def reading(self, request):
        """The reading of what is being typed."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return reading_view(request)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form knows who fills it in: a new event is theirs, and the status is one they may give."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.user = request.user
        return form

    def save_related(self, request, form, formsets, change):
        """Save the rows, then settle: the date's language and the search words come from them."""
        super().save_related(request, form, formsets, change)
        tell(request, form.instance)

    @admin.display(description="date as read", ordering="sort_date")
    def date_as_read(self, event):
        """The span in words."""
        return words(event.span, short=True) if event.span else "undated"

    @admin.display(description="recorded")
    def recorded(self, event):
        """When the event was first and last saved, in universal time."""
        first, last = (f"{day.day} {day:%B %Y, %H:%M}" for day in (event.created_at, event.changed_at))
        return f"{first}; last changed {last} (UTC)"

    @admin.display(description="citations", ordering="citation_count")
    def citation_total(self, event):
        """How many sources the event rests on."""
        return event.citation_count

    @admin.display(description="read as")
    def date_reading(self, event):
        """What the date says now; the browser renews it as one types."""
        return reading_of(event, stored_source(event)).as_html()
