"""Rows with a date: the words of the source, and what `timeline.dates` derives from them on save.

`reading` and `inferred` are about the phrase; where an override says the date, `date_basis` says why.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from timeline.dates import DateSpan, NotADate, read, words


class Dated(models.Model):
    """A date phrase, the day it is read against, and the span derived from both; never typed by hand.

    Where a curator overrides the reading, `date_override` is an EDTF string; the phrase stays.
    """

    date_text = models.CharField("date as written", max_length=200, blank=True)
    anchor = models.DateField(null=True, blank=True, help_text="The day the phrase is read against.")
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47 code of the phrase: en, uk, de.")
    date_override = models.CharField(
        "date by another reason",
        max_length=100,
        blank=True,
        help_text="EDTF, such as 2023-07-21 or [2024-11-11..2024-11-20]; needs a reason below.",
    )
    date_basis = models.TextField(
        "reason for the date", blank=True, help_text="Which citation fixes the day, or how sure it is."
    )

    earliest = models.DateField(null=True, editable=False)
    latest = models.DateField(null=True, editable=False)
    throughout = models.BooleanField(default=False, editable=False)
    precision = models.CharField(max_length=13, default="none", editable=False)
    approximate = models.BooleanField(default=False, editable=False)
    edtf = models.CharField(max_length=100, blank=True, editable=False)
    phrase_edtf = models.CharField(max_length=100, blank=True, editable=False)
    inferred = models.BooleanField(default=False, editable=False)
    reading = models.JSONField(default=list, editable=False)
    sort_date = models.DateField(null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="%(class)s_earliest_before_latest",
            )
        ]

    def read_phrase(self):
        """What the source's own words mean, or None without words; raises `NotADate` with what to do."""
        if not self.date_text or not self.anchor:
            return None
        return read(self.date_text, self.anchor, self.language or None)

    def read_date(self):
        """The span of this row and that of its phrase, each None where there is none; raises `NotADate`.

        A phrase that cannot be read is no obstacle where an override says the date.
        """
        if not self.date_override:
            phrase = self.read_phrase()
            return phrase, phrase
        try:
            phrase = self.read_phrase()
        except NotADate:
            phrase = None
        return DateSpan.from_edtf(self.date_override), phrase

    def derive_date(self):
        """Set the derived columns from the words; raises `NotADate`."""
        span, phrase = self.read_date()
        self.earliest = span.earliest if span else None
        self.latest = span.latest if span else None
        self.throughout = span.throughout if span else False
        self.precision = span.precision if span else "none"
        self.approximate = span.approximate if span else False
        self.edtf = span.edtf if span else ""
        self.phrase_edtf = phrase.edtf if phrase else ""
        self.inferred = phrase.inferred if phrase else False
        self.reading = [[template, params] for template, params in phrase.reasons] if phrase else []
        # Where the start is open the row is listed under its end.
        self.sort_date = self.earliest or self.latest

    @property
    def span(self):
        """The stored span as a value, or None where there is no date; reads no text."""
        if self.earliest is None and self.latest is None:
            return None
        return DateSpan(
            earliest=self.earliest,
            latest=self.latest,
            throughout=self.throughout,
            precision=self.precision,
            approximate=self.approximate,
            edtf=self.edtf,
            inferred=self.inferred,
            reasons=tuple((template, params) for template, params in self.reading),
        )

    @property
    def phrase_read(self):
        """What the phrase alone means, in words; empty where it means nothing or there is none."""
        return words(DateSpan.from_edtf(self.phrase_edtf)) if self.phrase_edtf else ""

    @property
    def date_read(self):
        """The span in words: "11–20 November 2024"."""
        return words(self.span) if self.span else _("undated")

    @property
    def date_short(self):
        """The span in few words: "11–20 Nov 2024"."""
        return words(self.span, short=True) if self.span else _("undated")

    @property
    def explanation(self):
        """How the phrase was read, as one sentence; empty where it says the day or does not fix it."""
        if not self.span or self.date_override or not (self.inferred or _is_anchored(self.reading)):
            return ""
        return self.span.explanation

    def clean(self):
        """Say in the form what the reading refused, and ask for the reason of an override."""
        super().clean()
        if self.date_override and not self.date_basis.strip():
            raise ValidationError({"date_basis": _("Say why the date differs from the phrase.")})
        try:
            self.derive_date()
        except NotADate as refusal:
            field = "date_override" if self.date_override else "date_text"
            raise ValidationError({field: refusal.reason}) from refusal

    def save(self, *args, **kwargs):
        """Derive, then save."""
        self.derive_date()
        super().save(*args, **kwargs)


def _is_anchored(reading):
    """Whether a phrase was read from a day, and not from its own words alone."""
    return any("anchor" in params for _, params in reading)
