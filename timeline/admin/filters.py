"""Filters of the lists: what is missing, what is disputed, and parts of the chosen debate only."""

from django.contrib import admin
from django.db.models import Count, Exists, F, OuterRef

from timeline.models import Citation, Position

from .keys import as_key
from .scope import the_only_debate


class OfDebateFilter(admin.RelatedFieldListFilter):
    """Questions or topics of the chosen debate, or of the only one; until one is chosen, no filter."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(field, request, params, model, model_admin, field_path)
        self.empty_value_display = "none"

    def field_choices(self, field, request, model_admin):
        """The related rows to choose from."""
        self.debate = as_key(request.GET.get(f"{model_admin.debate_path}__id__exact")) or the_only_debate()
        if not self.debate:
            return []
        ordering = self.field_admin_ordering(field, request, model_admin)
        return field.get_choices(
            include_blank=False, ordering=ordering, limit_choices_to={"debate": self.debate}
        )

    def has_output(self):
        """Whether it is offered; one that is in force always is, or it could not be seen and undone."""
        in_force = self.lookup_val is not None or self.lookup_val_isnull is not None
        return in_force or (bool(self.debate) and super().has_output())


class CountryFilter(admin.AllValuesFieldListFilter):
    """Countries, with a word for having none."""

    def choices(self, changelist):
        """Each choice is a link, which has to say something."""
        for choice in super().choices(changelist):
            yield choice | {"display": choice["display"] or "none"}


def cited():
    """The citations of the event at hand."""
    return Citation.objects.filter(event=OuterRef("pk"))


def alone(events):
    """Those of which one publisher alone tells: two articles of one newspaper are one source."""
    told = Count("citations__source__publisher", distinct=True)
    return events.filter(pk__in=events.order_by().annotate(told=told).filter(told=1).values("pk"))


def unquoted(events):
    """Those that show a stance and quote nobody."""
    stances = Position.objects.filter(event=OuterRef("pk"))
    return events.filter(Exists(stances), ~Exists(cited().exclude(quote="")))


def unanswered(sources):
    """Those whose address did not answer when it was last asked; a new address has not been."""
    return sources.filter(link_check__url=F("url")).exclude(link_check__problem="")


class DisputedFilter(admin.SimpleListFilter):
    """Whether some source contradicts the event."""

    title = "disputed"
    parameter_name = "disputed"

    def lookups(self, request, model_admin):
        """Yes or no."""
        return [("yes", "a source contradicts"), ("no", "undisputed")]

    def queryset(self, request, queryset):
        """Narrow to the answer."""
        against = Citation.objects.filter(event=OuterRef("pk"), relation=Citation.Relation.CONTRADICTS)
        if self.value() == "yes":
            return queryset.filter(Exists(against))
        return queryset.exclude(Exists(against)) if self.value() == "no" else queryset


class CitedFilter(admin.SimpleListFilter):
    """How many sources the event rests on."""

    title = "citations"
    parameter_name = "cited"

    def lookups(self, request, model_admin):
        """None, one, or more; by one publisher; with a stance that no quote shows."""
        return [
            ("none", "no citation"),
            ("one", "a single one"),
            ("more", "two or more"),
            ("alone", "one publisher alone"),
            ("unquoted", "a stance, no quote"),
        ]

    def queryset(self, request, queryset):
        """Narrow to the answer, by the number that the list is annotated with."""
        lookup = {"none": "citation_count", "one": "citation_count", "more": "citation_count__gte"}
        number = {"none": 0, "one": 1, "more": 2}
        by_kind = {"alone": alone, "unquoted": unquoted}
        if self.value() in by_kind:
            return by_kind[self.value()](queryset)
        if self.value() not in number:
            return queryset
        return queryset.filter(**{lookup[self.value()]: number[self.value()]})


class DateFilter(admin.SimpleListFilter):
    """Whether there is a date at all, and on whose word."""

    title = "date"
    parameter_name = "date"

    def lookups(self, request, model_admin):
        """Undated, or dated by another reason than the phrase."""
        return [("undated", "undated"), ("override", "by another reason"), ("phrase", "by the phrase")]

    def queryset(self, request, queryset):
        """Narrow to the answer."""
        if self.value() == "undated":
            return queryset.filter(sort_date=None)
        if self.value() == "override":
            return queryset.exclude(date_override="")
        return queryset.filter(date_override="").exclude(sort_date=None) if self.value() else queryset


class LinkFilter(admin.SimpleListFilter):
    """Whether readers can look the source up."""

    title = "address"
    parameter_name = "link"

    def lookups(self, request, model_admin):
        """Missing, or without an answer when `checklinks` asked."""
        return [("missing", "missing"), ("dead", "did not answer")]

    def queryset(self, request, queryset):
        """Narrow to the answer."""
        if self.value() == "missing":
            return queryset.filter(url="")
        return unanswered(queryset) if self.value() == "dead" else queryset
