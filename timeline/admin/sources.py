"""Sources: what identifies a document, and when it was published, stated or inferred."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import widgets

from timeline.dates import DateSpan, words
from timeline.models import Citation, Source, changing

from .counts import number_of, of_curated
from .filters import LinkFilter
from .mergeable import Mergeable, ShowsUses, linked, listed
from .scope import ScopedAdmin, ScopedForm
from .single_dates import EdtfField


class SourceForm(ScopedForm):
    """A source; a date of publication says where it is from."""

    url = forms.URLField(
        label="Address",
        max_length=1000,
        required=False,
        assume_scheme="https",
        widget=widgets.AdminURLFieldWidget,
    )

    published = EdtfField(
        max_length=100,
        required=False,
        help_text="As 2023-08-16, as 16 August 2023, or no more exactly than it says: August 2023.",
    )

    class Meta:
        model = Source
        fields = [
            "debate",
            "title",
            "slug",
            "publisher",
            "url",
            "published",
            "published_basis",
            "language",
            "summary",
        ]
        widgets = {
            "published_basis": forms.Textarea(attrs={"rows": 2}),
            "summary": forms.Textarea(attrs={"rows": 3}),
        }

    def clean(self):
        """Ask on whose word the date of publication stands."""
        cleaned = super().clean()
        if cleaned.get("published") and not cleaned.get("published_basis", "").strip():
            self.add_error(
                "published_basis", "Write “stated” if the page gives the date, else “inferred: …”."
            )
        return cleaned


@admin.register(Source)
class SourceAdmin(Mergeable, ShowsUses, ScopedAdmin):
    """Documents; a change of their day or language is followed by the dates that hang on it."""

    form = SourceForm
    used_by = [("citation", "citations", "citation", "source"), ("article", "articles", "article", "source")]
    list_display = ["title", "publisher", "published_in_words", "language", "citation_count"]
    list_filter = ["debate", LinkFilter, "language", "publisher"]
    list_select_related = ["debate"]
    date_hierarchy = "published_earliest"
    search_fields = ["title", "publisher", "slug", "url"]

    def get_prepopulated_fields(self, request, obj=None):
        """An address follows publisher and title only until it is first saved."""
        return {} if obj else {"slug": ["publisher", "title"]}

    def get_queryset(self, request):
        """Sources with the number of their citations, counted in the same query."""
        cited = number_of(of_curated(Citation.objects.all(), request.user), "source")
        return super().get_queryset(request).annotate(citation_count=cited)

    def save_model(self, request, obj, form, change):
        """Save; where day or language changed, read again what is read against them."""
        day_before = Source.objects.get(pk=obj.pk).published_latest if change else None
        super().save_model(request, obj, form, change)
        if change and {"published", "language"} & set(form.changed_data):
            self._tell_readers(request, obj, form)
            for event, reason in obj.settle_events(day_before):
                messages.warning(request, f"The date of “{event}” stands as it was: {reason}")

    @staticmethod
    def _tell_readers(request, source, form):
        """Say with an event whose date moves that it follows this source's day."""
        with changing(request.user) as under_way:
            under_way.public_reason = form.given_reason()
            under_way.because = {"what": "because", "how": "source", "key": source.pk}

    @admin.display(description="published", ordering="published_earliest")
    def published_in_words(self, source):
        """The date of publication in words, and whether it is inferred."""
        if not source.published:
            return ""
        said = words(DateSpan.from_edtf(source.published))
        return f"{said} (inferred)" if source.published_inferred else said

    @admin.display(description="citations", ordering="citation_count")
    def citation_count(self, source):
        """How many events cite it, with the list of their citations."""
        return linked(source.citation_count, "", listed("citation", "source", source))
