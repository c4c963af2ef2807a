"""Actors, their other names, and where they belong."""

from django.contrib import admin

from timeline.models import Actor, Affiliation, Event, Position

from .counts import number_of, of_curated
from .filters import CountryFilter
from .lasting import KeptWithEvents
from .mergeable import Mergeable, ShowsUses, linked, listed
from .names import FoundByNames, also_called
from .scope import ScopedAdmin, ScopedForm, ScopedFormSet
from .single_dates import DayField


class ActorForm(ScopedForm):
    """An actor with its other names one a line."""

    aliases = also_called("other spellings, other languages, titles. Search knows them all.")

    class Meta:
        model = Actor
        fields = ["debate", "name", "slug", "kind", "country", "aliases"]

    def clean_country(self):
        """A country's code is written in capitals."""
        return self.cleaned_data["country"].upper()


class AffiliationForm(ScopedForm):
    """Where an actor belongs, as what, when."""

    start = DayField(label="From")
    end = DayField(label="To")

    class Meta:
        model = Affiliation
        fields = ["organisation", "role", "start", "end"]

    def clean(self):
        """Refuse an end before the start, and an actor in itself."""
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and start > end:
            self.add_error("end", "It ends before it starts.")
        organisation = cleaned.get("organisation")
        if organisation and organisation.pk == self.instance.actor_id:
            self.add_error("organisation", "An actor cannot belong to itself.")
        return cleaned


class AffiliationInline(admin.TabularInline):
    """The places of an actor, in time."""

    model = Affiliation
    form = AffiliationForm
    formset = ScopedFormSet
    fk_name = "actor"
    autocomplete_fields = ["organisation"]
    ordering = ["start", "pk"]
    extra = 0

    def get_queryset(self, request):
        """With what its heading names."""
        return super().get_queryset(request).select_related("actor", "organisation")


@admin.register(Actor)
class ActorAdmin(Mergeable, ShowsUses, FoundByNames, KeptWithEvents, ScopedAdmin):
    """People and institutions; a change of names reaches the search words of their events."""

    form = ActorForm
    event_links = ("actors", "positions__actor")
    used_by = [
        ("event", "events", "event", "actors"),
        ("position", "positions", "position", "actor"),
        ("member", "members", "", "members"),
    ]
    inlines = [AffiliationInline]
    list_display = ["name", "kind", "country", "aliases_in_words", "event_count", "position_count"]
    list_filter = ["debate", "kind", ("country", CountryFilter)]
    list_select_related = ["debate"]
    search_fields = ["name"]  # and the aliases, see `FoundByNames`
    search_help_text = "Name, other names"

    def get_prepopulated_fields(self, request, obj=None):
        """An address follows the name only until it is first saved."""
        return {} if obj else {"slug": ["name"]}

    def get_queryset(self, request):
        """Actors with the numbers of their events and positions, counted in the same query."""
        events = Event.objects.curated_by(request.user)
        positions = of_curated(Position.objects.all(), request.user)
        return (
            super()
            .get_queryset(request)
            .annotate(event_count=number_of(events, "actors"), position_count=number_of(positions, "actor"))
        )

    @admin.display(description="events", ordering="event_count")
    def event_count(self, actor):
        """How many events name the actor, with their list."""
        return linked(actor.event_count, "", listed("event", "actors", actor))

    @admin.display(description="positions", ordering="position_count")
    def position_count(self, actor):
        """How many positions the actor took, with their list."""
        return linked(actor.position_count, "", listed("position", "actor", actor))
