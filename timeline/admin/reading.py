"""The reading of a date beside its field: on the page as it comes, and again as one types.

The answer is an HTML fragment, the same that the page was served with.
"""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from timeline.dates import DateSpan, NotADate, words
from timeline.ingest.importing.records import absolute, unreadable
from timeline.models import Event, Source

from .reading_strip import strip
from .single_dates import NOT_STATED, DayField, day_of, edtf_of, publication_of


@dataclass(frozen=True)
class Reading:
    """What a phrase and its circumstances say, or why they say nothing."""

    date_text: str = ""
    span: DateSpan | None = None
    phrase: DateSpan | None = None
    anchor: date | None = None
    language: str = ""
    source: Source | None = None
    overridden: bool = False
    reasoned: bool = True  # whether an override has its reason
    refusal: str = ""
    single: bool = False  # of a field for one date, which stands by itself

    @property
    def in_words(self):
        """The span in plain English, empty without one."""
        return words(self.span) if self.span else ""

    @property
    def phrase_in_words(self):
        """What the phrase alone says, where something else stands: an override, or a different extent."""
        differs = self.overridden and self.phrase and self.phrase != self.span
        return words(self.phrase) if differs else ""

    @property
    def strip(self):
        """The span on a small strip of the calendar, with the day it was read from; nothing without one."""
        if self.span is None or (self.span.earliest is None and self.span.latest is None):
            return ""
        anchor = self.anchor if self.date_text else None
        return strip(self.date_text or self.span.edtf, self.span, anchor)

    @property
    def explanation(self):
        """How the phrase was read."""
        return self.phrase.explanation if self.phrase else ""

    def as_html(self):
        """The fragment in the box that the browser renews, for a page that is being rendered."""
        url = reverse("admin:timeline_event_reading")
        return render_to_string("admin/_date_reading_box.html", {"reading": self, "url": url})


def reading_of(row, source=None):
    """Read an unsaved or stored row (`Event` or `Citation`) as saving would, without changing it.

    `source` is the document whose phrase the row uses: it gives the language, and the anchor where the row
    has none.
    """
    language = source.language if source else row.language
    anchor = row.anchor or (source and source.published_latest)
    if anchor is None and row.date_text and (by_itself := absolute(row.date_text, language or "")):
        anchor = by_itself.latest
    event = Event(
        date_text=row.date_text,
        anchor=anchor,
        language=language,
        date_override=row.date_override,
        throughout_override=getattr(row, "throughout_override", None),
    )
    known = {"date_text": row.date_text, "anchor": anchor, "language": language, "source": source}
    try:
        span, phrase = event.read_date()
    except NotADate as refusal:
        return Reading(refusal=refusal.reason, **known)
    if span is None and (why := row.date_text and unreadable(row.date_text, language)):
        return Reading(refusal=f"“{row.date_text}” is not read yet. {why}", **known)  # from no day at all
    reasoned = not row.date_override or bool(row.date_basis.strip())
    return Reading(span=span, phrase=phrase, overridden=bool(row.date_override), reasoned=reasoned, **known)


def reading_of_single(text, kind, day=None, language=""):
    """Read what is typed into a field for one date: a day, what has an EDTF that needs no anchor, or words.

    The words are an article's of its day of publication, read against `day`, or today.
    """
    text = text.strip()
    if not text or (kind == "published" and text.casefold() == NOT_STATED):
        return Reading(single=True)
    try:
        if kind == "published":
            day = day or timezone.localdate()
            span = publication_of(text, day, language)
            return Reading(text, span, span, anchor=day, language=language, single=True)
        edtf = day_of(text) if kind == "day" else edtf_of(text)
        return Reading(span=DateSpan.from_edtf(edtf), single=True)
    except (forms.ValidationError, NotADate) as refusal:
        reason = refusal.reason if isinstance(refusal, NotADate) else " ".join(refusal.messages)
        return Reading(date_text=text, refusal=reason, single=True)


SINGLE = ("", "day", "edtf", "published")  # kinds of fields for one date


class ReadingForm(forms.Form):
    """What the browser sends while somebody types; the bounds are those of the columns."""

    date_text = forms.CharField(max_length=200, required=False)
    anchor = DayField(widget=forms.TextInput)
    language = forms.CharField(max_length=35, required=False)
    date_override = forms.CharField(max_length=100, required=False)
    date_basis = forms.CharField(max_length=1, required=False)  # whether there is one is all that counts
    throughout_override = forms.NullBooleanField(required=False)
    source = forms.ModelChoiceField(Source.objects, required=False)
    single = forms.ChoiceField(choices=[(kind, kind) for kind in SINGLE], required=False)

    def read(self):
        """The reading, or the reasons why what was sent cannot be one."""
        if not self.is_valid():
            return Reading(refusal=" ".join(error for errors in self.errors.values() for error in errors))
        fields = dict(self.cleaned_data)
        source, single = fields.pop("source"), fields.pop("single")
        if single:
            return reading_of_single(fields["date_text"], single, fields["anchor"], fields["language"])
        return reading_of(Event(**fields), source)


def reading_view(request):
    """Answer what the typed words say; 200 also for a refusal, which is an answer."""
    return render(request, "admin/_date_reading.html", {"reading": ReadingForm(request.GET).read()})
