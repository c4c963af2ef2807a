"""Citations and positions by themselves, across events."""

from django.contrib import admin

from timeline.dates import words
from timeline.models import Citation, Event, Position

from .event_forms import CitationForm, PositionForm
from .filters import OfDebateFilter
from .reading import reading_of
from .rights import PartRights
from .scope import ScopedAdmin
from .settling import tell


class PartOfEventAdmin(PartRights, ScopedAdmin):
    """Rows of an event, edited by themselves: the event is settled after each change."""

    debate_path = "event__debate"
    locked_through = ("event",)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """A stored row stays with its event."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if "event" in form.base_fields:
            form.base_fields["event"].disabled = obj is not None
        return form

    def save_related(self, request, form, formsets, change):
        """Settle the event once everything is saved."""
        super().save_related(request, form, formsets, change)
        tell(request, form.instance.event)

    def delete_model(self, request, obj):
        """Delete, and settle the event."""
        event = obj.event
        super().delete_model(request, obj)
        tell(request, event)

    def delete_queryset(self, request, queryset):
        """Delete, and settle each event once."""
        events = list(Event.objects.filter(pk__in=queryset.values("event")))
        queryset.delete()
        for event in events:
            tell(request, event)

    def may_bring_back(self, request, record):
        """Whoever may change the event; what went with its event comes back with it, not by itself."""
        there = Event.objects.filter(pk=record.event_id).exists()
        return there and super().may_bring_back(request, record)

    def view_on_site(self, obj):
        """The event's page."""
        return obj.event.get_absolute_url()


@admin.register(Citation)
class CitationAdmin(PartOfEventAdmin):
    """What sources say, across events."""

    form = CitationForm
    autocomplete_fields = ["event", "source"]
    readonly_fields = ["date_reading"]
    fieldsets = [
        (None, {"fields": ["event", ("source", "relation"), "date_text", "date_reading", "quote", "note"]}),
        ("Its date by another reason", {"fields": ["date_override", "date_basis"]}),
    ]
    list_display = ["event", "publisher", "relation", "date_as_read", "date_text", "quote"]
    list_filter = ["event__debate", "relation", "event__status", "source__language"]
    list_select_related = ["event__debate", "source"]
    search_fields = ["event__title", "source__title", "source__publisher", "quote", "date_text"]

    class Media:
        js = ["admin/js/jquery.init.js", "admin-dates.js"]

    @admin.display(description="publisher", ordering="source__publisher")
    def publisher(self, citation):
        """Who published the source."""
        return citation.source.publisher

    @admin.display(description="date as read", ordering="sort_date")
    def date_as_read(self, citation):
        """The span in words."""
        return words(citation.span, short=True) if citation.span else "undated"

    @admin.display(description="read as")
    def date_reading(self, citation):
        """What the source's own words say."""
        return reading_of(citation, citation.source if citation.source_id else None).as_html()


@admin.register(Position)
class PositionAdmin(PartOfEventAdmin):
    """Who stood where, across events."""

    form = PositionForm
    autocomplete_fields = ["event", "actor", "question", "arguments"]
    list_display = ["actor", "stance", "question", "event", "date_as_read"]
    list_filter = ["event__debate", "stance", ("question", OfDebateFilter), "event__status"]
    list_select_related = ["actor", "question", "event__debate"]
    search_fields = ["actor__name", "question__title", "event__title"]
    ordering = ["-event__sort_date", "pk"]

    @admin.display(description="date as read", ordering="event__sort_date")
    def date_as_read(self, position):
        """When, in words."""
        return words(position.event.span, short=True) if position.event.span else "undated"
