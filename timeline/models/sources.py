"""Sources, and the use an event makes of one."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from timeline.dates import DateSpan, NotADate, words

from .choices import one_of
from .dated import Dated
from .debate import InDebate
from .history import History
from .keys import Keyed
from .querysets import SourceQuerySet

QUOTE_WORDS = 25  # the most that is kept of anyone's text


def validate_edtf(text):
    """Refuse what is not EDTF, and say so in the form."""
    try:
        DateSpan.from_edtf(text)
    except NotADate as refusal:
        raise ValidationError(refusal.reason, code="edtf") from refusal


def validate_quote(quote):
    """A quote is at most 25 words."""
    if len(quote.split()) > QUOTE_WORDS:
        raise ValidationError(f"Shorten the quote to {QUOTE_WORDS} words.", code="quote_too_long")


def validate_web_address(url):
    """An address is one that a browser opens as a page: readers click on it."""
    if not url.lower().startswith(("http://", "https://")):
        raise ValidationError("Give an address that begins with http:// or https://.", code="web_address")


class Source(InDebate):
    """A document: an article, a transcript, a letter. Its text is not kept, only what identifies it."""

    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=120)
    url = models.URLField("address", max_length=1000, blank=True, validators=[validate_web_address])
    published = models.CharField(
        max_length=40, blank=True, validators=[validate_edtf], help_text="EDTF: 2023-08-16, or 2023-08."
    )
    published_basis = models.TextField(
        "reason for the date", blank=True, help_text="“stated”, or “inferred: …” with the reason."
    )
    published_earliest = models.DateField(null=True, editable=False)
    published_latest = models.DateField(null=True, editable=False)
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47 code: en, uk, de.")
    summary = models.TextField(blank=True)
    page = "source"

    objects = SourceQuerySet.as_manager()
    history = History()

    class Meta(InDebate.Meta):
        ordering = ["publisher", "title"]
        default_related_name = "sources"
        constraints = [
            *InDebate.Meta.constraints,
            models.CheckConstraint(
                condition=Q(url="") | Q(url__istartswith="http://") | Q(url__istartswith="https://"),
                name="source_url_of_the_web",
            ),
        ]
        indexes = [models.Index(fields=["debate", "publisher"], name="source_by_publisher")]

    def __str__(self):
        return f"{self.publisher}: {self.title}"

    @property
    def published_inferred(self):
        """Whether its date is somebody's inference and not on the page."""
        return bool(self.published) and self.published_basis.strip() != "stated"

    @property
    def published_reason(self):
        """The reason for an inferred date, without the word “inferred”."""
        return self.published_basis.removeprefix("inferred").lstrip(": ") if self.published_inferred else ""

    @property
    def published_read(self):
        """The date of publication in words."""
        return words(DateSpan.from_edtf(self.published)) if self.published else _("without a date")

    def derive_days(self):
        """Set the first and last possible day of publication; raises `NotADate`."""
        span = DateSpan.from_edtf(self.published) if self.published else None
        self.published_earliest = span.earliest if span else None
        self.published_latest = span.latest if span else None

    def settle_events(self, day_before):
        """Settle what cites it after its day or language changed; returns (event, reason) where refused.

        An event's anchor that was the source's former day follows it to the new one; any other stays.
        """
        refused = []
        for citation in self.citations.select_related("event", "source"):
            event = citation.event
            citation.save()
            if event.date_text and event.date_text == citation.date_text and event.anchor == day_before:
                event.anchor = None
            if reason := event.settle_if_dated():
                refused.append((event, reason))
        return refused

    def save(self, *args, **kwargs):
        """Derive, then save; raises `NotADate`."""
        self.derive_days()
        super().save(*args, **kwargs)


class Relation(models.TextChoices):
    """Whether a source agrees with the event that cites it."""

    SUPPORTS = "supports", pgettext_lazy("what a source does", "supports")
    CONTRADICTS = "contradicts", pgettext_lazy("what a source does", "contradicts")


class Citation(Dated, Keyed):
    """An event's use of a source: what it says of the date, a short quote, whether it agrees."""

    Relation = Relation
    event = models.ForeignKey("Event", on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.RESTRICT, related_name="citations")
    quote = models.TextField(
        blank=True, validators=[validate_quote], help_text="At most 25 words, as the source has them."
    )
    relation = models.CharField(max_length=11, choices=Relation, default=Relation.SUPPORTS)
    note = models.TextField(blank=True)
    key_paths = ("event__debate__slug", "event__slug", "source__slug")
    debate_path = "source__debate"

    history = History()

    class Meta(Dated.Meta):
        ordering = ["pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["event", "source"], name="citation_unique_per_source"),
            one_of("relation", Relation, name="citation_relation_known"),
            models.CheckConstraint(
                condition=Q(date_override="") | ~Q(date_basis=""), name="citation_override_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.source.publisher} on {self.event}"

    def read_phrase(self):
        """What this source's own words mean; None where they name no date ("for months")."""
        try:
            return super().read_phrase()
        except NotADate:
            return None

    def adopt_source(self):
        """Read the phrase against the source's last possible day of publication, in its language."""
        self.anchor, self.language = self.source.published_latest, self.source.language

    def save(self, *args, **kwargs):
        """Adopt the source's day and language, derive, save."""
        self.adopt_source()
        super().save(*args, **kwargs)
