"""Fields for one date, typed in any words that mean the same whenever they are read; shown as one types.

    published = EdtfField(...)     what is typed becomes EDTF: "26 November 2024" is 2024-11-26
    start = DayField(...)          what is typed must be one day: "10 May 2021" is one, "May 2021" is not
    stated = CharField(widget=ReadInput("published"))    an article's own words, read with `publication_of`

The reading appears beside the field through `admin-dates.js`; the same fields read it on saving.
"""

from datetime import date

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse

from timeline.dates import DateSpan, NotADate, read, words
from timeline.ingest.importing.records import as_edtf
from timeline.models import Article

EXAMPLE = "write it as 2024-11-26, as 26 November 2024, or as 2024-11 where only the month is known"
NOT_STATED = "not stated"  # what a curator writes where an article has no date


def edtf_of(text):
    """The EDTF of a date that is EDTF already or words that need no anchor; raises `ValidationError`."""
    try:
        return as_edtf(text)
    except NotADate as refusal:
        fault = f"“{text}” is no date by itself; {EXAMPLE}."
        raise forms.ValidationError(fault, code="edtf") from refusal


def day_of(text):
    """The one day that is typed, as ISO; raises `ValidationError` with what it means instead."""
    try:
        span = DateSpan.from_edtf(as_edtf(text))
    except NotADate as refusal:
        fault = f"“{text}” is no day by itself; write it as 2024-11-26, or as 26 November 2024."
        raise forms.ValidationError(fault, code="edtf") from refusal
    if span.earliest is None or span.earliest != span.latest:
        fault = f"“{text}” is {words(span)}, not one day; "
        fault += "give a day such as 2021-05-10, or leave it empty."
        raise forms.ValidationError(fault, code="no_day")
    return span.earliest.isoformat()


def publication_of(words_said, day, language=""):
    """The span of an article's day of publication, in its words, read against `day`.

    Raises `NotADate` where they are none, `ValidationError` where they are no publication's.
    """
    span = read(words_said, day, language or None)
    if span.latest is None:
        raise forms.ValidationError(f"That is {words(span)}; give a date that has an end.")
    if len(span.edtf) > Article._meta.get_field("published").max_length:
        raise forms.ValidationError("Give the day, the month or the year.")
    return span


class ReadInput(forms.TextInput):
    """A field for one date with its reading beside it; `single` is "day", "edtf" or "published"."""

    class Media:
        js = ["admin/js/jquery.init.js", "admin-dates.js"]

    day = None  # that words of an article are read against; today without one

    def __init__(self, single, attrs=None):
        super().__init__({"class": "vTextField", "autocomplete": "off"} | (attrs or {}))
        self.single = single

    def render(self, name, value, attrs=None, renderer=None):
        """The field, and the reading of what is in it."""
        from .reading import reading_of_single

        context = {
            "input": super().render(name, value, attrs, renderer),
            "single": self.single,
            "url": reverse("admin:timeline_event_reading"),
            "reading": reading_of_single(str(value or ""), self.single, self.day),
            "day": self.day.isoformat() if self.day else "",
        }
        return render_to_string("admin/read_input.html", context)

    def use_required_attribute(self, initial):
        """Never by the browser: an empty date is no fault here."""
        return False


class EdtfField(forms.CharField):
    """A date of any precision, kept as EDTF."""

    def __init__(self, **options):
        super().__init__(**{"widget": ReadInput("edtf")} | options)

    def to_python(self, value):
        """The EDTF of what is typed."""
        text = super().to_python(value)
        return edtf_of(text) if text else text


class DayField(forms.Field):
    """One day, in any words."""

    def __init__(self, **options):
        super().__init__(**{"widget": ReadInput("day"), "required": False} | options)

    def to_python(self, value):
        """The day that is typed, or None."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        return date.fromisoformat(day_of(str(value).strip()))

    def prepare_value(self, value):
        """The day as it is written."""
        return value.isoformat() if isinstance(value, date) else value

    def has_changed(self, initial, data):
        """Whether another day is typed."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True
