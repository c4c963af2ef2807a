"""The forms of an event and of the rows inside it."""

from django import forms
from django.contrib.admin.widgets import AdminDateWidget

from timeline.ingest.importing.records import absolute
from timeline.models import Citation, Event, EventTopic, Position, Source
from timeline.models.statuses import WITHDRAWN

from .keys import as_key
from .scope import ScopedForm
from .single_dates import DayField
from .workflow import choices_for

ROWS_AT_MOST = 1000  # what Django itself accepts of one formset


def posted_source(data, date_text):
    """The source of the first citation in a posted form that has these words, or None.

    The same choice as `Event.adopt_citation` will make once the citations are stored.
    """
    for row in range(min(as_key(data.get("citations-TOTAL_FORMS")) or 0, ROWS_AT_MOST)):
        prefix = f"citations-{row}-"
        source = as_key(data.get(f"{prefix}source"))
        if (
            source
            and not data.get(f"{prefix}DELETE")
            and data.get(f"{prefix}date_text", "").strip() == date_text
        ):
            return Source.objects.filter(pk=source).first()
    return None


def stored_source(event):
    """The source whose phrase a stored event uses, or None."""
    if not event.pk or not event.date_text:
        return None
    cited = event.citations.select_related("source").filter(date_text=event.date_text).first()
    return cited and cited.source


class EventForm(ScopedForm):
    """An event: its date is read exactly as saving will read it, in the language of the citation it uses.

    An anchor that is only the citation's day is left empty, so that it follows the citation.
    """

    user = None  # who fills it in; without one nothing can be published
    anchor = DayField(
        widget=AdminDateWidget,
        help_text="The day the phrase is read against, as 2024-11-26 or 26 November 2024. Empty: the day of "
        "publication of the first citation below with the same words. A date with its year needs none.",
    )

    class Meta:
        model = Event
        fields = "__all__"
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "withdrawn_reason": forms.Textarea(attrs={"rows": 2}),
            "date_basis": forms.Textarea(attrs={"rows": 2}),
        }
        error_messages = {
            "status": {
                "invalid_choice": "An event that was published stays so or is withdrawn, with a reason."
            }
        }
        help_texts = {
            "language": "Such as en, uk, de. A citation below with the same words decides it.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stored = stored_source(self.instance)
        if stored and stored.published_latest == self.instance.anchor:
            self.initial["anchor"] = None
        if self.instance._state.adding:
            self.instance.author = self.user
        if "status" in self.fields:
            self.fields["status"].choices = choices_for(self.user, self.instance)

    def clean(self):
        """Refuse what belongs to another debate, a withdrawal without a reason, words without an anchor."""
        cleaned = super().clean()
        if cleaned.get("status") == WITHDRAWN and not cleaned.get("withdrawn_reason"):
            self.add_error("withdrawn_reason", "Say why: the event's page will tell its readers.")
        if "date_text" in self.fields:
            self._adopt_citation(cleaned)
        return cleaned

    def _adopt_citation(self, cleaned):
        """Read the date as it will stand once the citations are saved; the model's `clean` then reads it."""
        date_text = cleaned.get("date_text", "")
        if not date_text:
            return
        posted = "citations-TOTAL_FORMS" in self.data
        source = posted_source(self.data, date_text) if posted else stored_source(self.instance)
        if source:
            cleaned["language"] = source.language
            cleaned["anchor"] = cleaned.get("anchor") or source.published_latest
        if not cleaned.get("anchor") and (span := absolute(date_text, cleaned.get("language") or "")):
            cleaned["anchor"] = span.latest  # "12 November 2024" says its day by itself
        needs_anchor = not cleaned.get("anchor") and not cleaned.get("date_override")
        if needs_anchor and not self.errors.keys() & {"anchor", "date_override"}:
            self.add_error(
                "anchor",
                f"Nothing says which day “{date_text}” is read against: give that day, "
                "or cite a dated source with the same words.",
            )


class CitationForm(ScopedForm):
    """An event's use of a source; day and language come from the source."""

    class Meta:
        model = Citation
        fields = ["event", "source", "relation", "date_text", "quote", "note", "date_override", "date_basis"]
        widgets = {
            "quote": forms.Textarea(attrs={"rows": 2}),
            "note": forms.Textarea(attrs={"rows": 2}),
            "date_basis": forms.Textarea(attrs={"rows": 2}),
        }


class PositionForm(ScopedForm):
    """A stance: its arguments are about its question."""

    class Meta:
        model = Position
        fields = ["event", "actor", "question", "stance", "arguments"]

    def clean(self):
        """Refuse arguments about another question."""
        cleaned = super().clean()
        question = cleaned.get("question")
        for argument in cleaned.get("arguments") or []:
            if question and argument.question_id != question.pk:
                message = f"“{argument}” is an argument about “{argument.question}”, not about “{question}”."
                self.add_error("arguments", message)
        return cleaned


class EventTopicForm(ScopedForm):
    """An event's topic and its role there."""

    class Meta:
        model = EventTopic
        fields = ["topic", "role"]
