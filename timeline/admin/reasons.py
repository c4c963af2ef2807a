"""Why something was changed: asked with every change, and insisted on where readers have seen the row."""

from django import forms

from timeline.models import Source
from timeline.models.statuses import PUBLISHED, WITHDRAWN

SECTION = "Why"
FIELDS = ("reason", "unannounced")
FOR_READERS = "Readers see it with the date of the change and what changed."
WITH_ITS_DAY = (
    "Published events cite it. Where its day of publication moves their dates, readers see the reason."
)
DATES = {"published", "language"}


class Reasoned(forms.ModelForm):
    """A form that asks for the reason of the change: that of an admin page, not of the rows inside it."""

    reason = forms.CharField(
        label="Reason for the change",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    unannounced = forms.BooleanField(
        label="Only spelling, wording or links: do not announce it to readers", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.read = public_event(self.instance) is not None
        self.dates = dated_by(self.instance)
        if "reason" in self.fields:
            said = FOR_READERS if self.read else WITH_ITS_DAY if self.dates else "For the history. Optional."
            self.fields["reason"].help_text = said
        if "unannounced" in self.fields and not (self.read or self.dates):
            self.fields["unannounced"].widget = forms.HiddenInput()

    def clean(self):
        """Insist on a reason where what readers have seen was changed."""
        cleaned = super().clean()
        if self.read and "reason" in self.fields and not self.given_reason() and self.changes():
            self.add_error("reason", "Say why: readers have seen this event as it was.")
        if self.moves_dates() and "reason" in self.fields and not self.given_reason():
            self.add_error("reason", "Say why: the dates of published events are read against this one.")
        return cleaned

    def moves_dates(self):
        """Whether the dates of published events may move with what was typed."""
        return self.dates and bool(DATES & set(self.changed_data))

    def given_reason(self):
        """The reason as typed; that of a withdrawal will do."""
        withdrawn = self.cleaned_data.get("status") == WITHDRAWN and self.cleaned_data.get("withdrawn_reason")
        return (self.cleaned_data.get("reason") or withdrawn or "").strip()

    def changes(self):
        """Whether the form or the rows inside it change anything."""
        formsets = getattr(self.instance, "_formsets", ())
        own = set(self.changed_data) - set(FIELDS)
        return bool(own) or any(row.has_changed() for formset in formsets for row in formset.forms)


def public_event(row):
    """The published event that a row is or belongs to, as it is stored; None for what no reader has seen."""
    event = getattr(row, "event", None) if getattr(row, "event_id", None) else row
    stored = event.pk and getattr(event, "status", None) is not None
    return event if stored and type(event)._base_manager.filter(pk=event.pk, status=PUBLISHED) else None


def dated_by(row):
    """Whether the date of a published event is read against the day of this source."""
    if not isinstance(row, Source) or row.pk is None:
        return False
    return row.citations.filter(event__status=PUBLISHED).exclude(date_text="").exists()


def with_reason(fieldsets):
    """The fieldsets of a page with the reason as their last."""
    kept = [(name, options | {"fields": _without(options["fields"])}) for name, options in fieldsets]
    return [*kept, (SECTION, {"fields": FIELDS})]


def without_reason(fieldsets):
    """The fieldsets of a page that adds a row: there is nothing to give a reason for."""
    return [(name, options | {"fields": _without(options["fields"])}) for name, options in fieldsets]


def _without(fields):
    return [field for field in fields if field not in FIELDS]
