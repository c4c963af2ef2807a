"""The form of a draft event beside its sentence: what is proposed, corrected, and kept while it is typed."""

from itertools import chain

from django import forms
from django.http import QueryDict

from timeline.dates import NotADate
from timeline.ingest.article_decisions import Draft
from timeline.models import Actor, Event, Position, Question, Topic
from timeline.models.search import fold
from timeline.models.sources import QUOTE_WORDS, validate_quote
from timeline.tagging.quoting import composed, quotes

ROWS = 8  # positions that one draft may have
CHOSEN = {"actors": Actor, "topics": Topic, "questions": Question}


class PositionRow(forms.Form):
    """One actor's stance on one question."""

    actor = forms.ModelChoiceField(Actor.objects, to_field_name="slug", required=False)
    stance = forms.ChoiceField(choices=[("", "---------"), *Position.Stance.choices], required=False)
    question = forms.ModelChoiceField(Question.objects, to_field_name="slug", required=False)

    def __init__(self, *args, debate, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["actor"].queryset = debate.actors
        self.fields["question"].queryset = debate.questions
        self.fields["actor"].widget.choices = [("", "---------"), *offered]
        for name, field in self.fields.items():
            field.widget.attrs["aria-label"] = f"Position: {name}"

    def clean(self):
        """Either all three or nothing."""
        cleaned = super().clean()
        given = [name for name in self.fields if cleaned.get(name)]
        if given and len(given) < len(self.fields) and not self.errors:
            missing = " and ".join(name for name in self.fields if name not in given)
            raise forms.ValidationError(f"A position needs its {missing}; or empty the row.")
        return cleaned

    @property
    def given(self):
        """The position as (actor, question, stance), or None for an empty row."""
        cleaned = self.cleaned_data
        return (cleaned["actor"], cleaned["question"], cleaned["stance"]) if cleaned.get("stance") else None


class DraftForm(forms.Form):
    """A draft of one article. `typed` is {name: list of values}, as browsers send and decisions keep it."""

    title = forms.CharField(max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(choices=Event.Kind.choices)
    date_text = forms.CharField(label="Date, in the article’s words", max_length=200, required=False)
    date_override = forms.CharField(label="Date by another reason", max_length=100, required=False)
    date_basis = forms.CharField(
        label="That reason", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    quote = forms.CharField(
        required=False, validators=[validate_quote], widget=forms.Textarea(attrs={"rows": 3})
    )
    summary = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    actors = forms.ModelMultipleChoiceField(Actor.objects, to_field_name="slug", required=False)
    topics = forms.ModelMultipleChoiceField(Topic.objects, to_field_name="slug", required=False)
    questions = forms.ModelMultipleChoiceField(Question.objects, to_field_name="slug", required=False)
    add_actor = forms.CharField(label="Another actor", max_length=200, required=False)
    add_topic = forms.ModelChoiceField(Topic.objects, to_field_name="slug", required=False)
    add_question = forms.ModelChoiceField(Question.objects, to_field_name="slug", required=False)

    def __init__(self, typed, reading, place):
        self.typed, self.reading, self.place = dict(typed), reading, place
        self.debate = reading.article.debate
        self.told = False  # whether its errors are shown: not while it is still being typed
        super().__init__(as_query(self.typed))
        key = f"{place.start}-{place.end}"
        self.auto_id = f"id_{key}_%s"
        for name in (*CHOSEN, "add_topic", "add_question"):
            model = self.fields[name].queryset.model
            self.fields[name].queryset = model.objects.filter(debate=self.debate)
        self.fields["add_actor"].widget.attrs |= {"list": "actors-known", "autocomplete": "off"}
        for name in ("title", "date_text", "quote", "summary"):
            self.fields[name].widget.attrs["dir"] = "auto"  # an article may be written from right to left
        self.fields["quote"].help_text = f"At most {QUOTE_WORDS} words, as the article has them."
        self._take_added()

    def _take_added(self):
        """Let what was chosen to be added join the chosen; an actor is found by any of its names."""
        for name, field in (("add_topic", "topics"), ("add_question", "questions")):
            self._join(field, *self.typed.pop(name, []))
        asked = next(iter(self.typed.get("add_actor", [])), "").strip()
        slug = asked and self._actor_called(asked)
        if slug:
            self._join("actors", slug)
            self.typed.pop("add_actor")
        self.data = as_query(self.typed)

    def _join(self, field, *slugs):
        chosen = self.typed.get(field, [])
        self.typed[field] = list(dict.fromkeys([*chosen, *filter(None, slugs)]))

    def _actor_called(self, name):
        wanted = fold(name)
        terms = self.reading.vocabulary.actors
        return next((t.slug for t in terms if wanted in map(fold, (t.name, *t.aliases))), None)

    @property
    def chosen(self):
        """{field: [(slug, name, whether it is chosen)]}: what is chosen, then what else the article names."""
        return {field: list(self._offered(field)) for field in CHOSEN}

    def _offered(self, field):
        terms = {term.slug: term.name for term in getattr(self.reading.vocabulary, field)}
        chosen = self.typed.get(field, [])
        named = () if field == "questions" else (m.slug for m in getattr(self.reading.found, field))
        for slug in dict.fromkeys(chain(chosen, named)):
            if slug in terms:
                yield slug, terms[slug], slug in chosen

    @property
    def positions(self):
        """The rows of positions: those that are given, and an empty one."""
        offered = [(slug, name) for slug, name, _ in self._offered("actors")]
        filled = [number for number, row in enumerate(positions_of(self.typed), 1) if any(row)]
        rows = range(min(ROWS, max(filled, default=0) + 1))
        return [
            PositionRow(self.data, prefix=f"position-{n}", debate=self.debate, offered=offered, auto_id=False)
            for n in rows
        ]

    def clean_add_actor(self):
        """What is left in this field names nobody."""
        if name := self.cleaned_data["add_actor"].strip():
            raise forms.ValidationError(f"This debate has no actor called “{name}”.")
        return ""

    def clean_quote(self):
        """A quote has the article's words."""
        quote = composed(self.cleaned_data["quote"])
        if quote and not quotes(self.reading.text, quote):
            raise forms.ValidationError(
                "These words are not in the article as they stand. Copy them from it."
            )
        return quote

    def clean_date_text(self):
        """So has the date: what a curator knows better goes where its reason is asked for."""
        said = composed(self.cleaned_data["date_text"])
        if said and not quotes(self.reading.text, said):
            raise forms.ValidationError(
                "The article does not say this. Keep its words, and give the date that you know as "
                "“date by another reason”."
            )
        return said

    def clean(self):
        """Read the date as accepting will, and take the positions."""
        cleaned = super().clean()
        self.rows = self.positions
        if not all(row.is_valid() for row in self.rows):
            self.add_error(None, "Complete the positions, or empty their rows.")
        if cleaned.get("date_override") and not cleaned.get("date_basis", "").strip():
            self.add_error("date_basis", "Say why the date is not that of the article’s words.")
        elif not self.errors.keys() & {"date_text", "date_override"}:
            self._read_date(cleaned)
        return cleaned

    def _read_date(self, cleaned):
        if not cleaned["date_override"]:
            cleaned["date_basis"] = ""
        try:
            event_of(self.typed, self.reading).read_date()
        except NotADate as refusal:
            self.add_error("date_override" if cleaned["date_override"] else "date_text", refusal.reason)

    def draft(self):
        """What the valid form says."""
        cleaned = self.cleaned_data
        values = {name: list(cleaned[name]) for name in CHOSEN}
        plain = ("title", "kind", "date_text", "date_override", "date_basis", "summary", "quote")
        positions = {row.given[:2]: row.given for row in self.rows if row.given}
        return Draft(**{name: cleaned[name] for name in plain}, **values, positions=list(positions.values()))


def is_typed(name):
    """Whether a name that a browser sent is that of a field here."""
    row, _, field = name.rpartition("-")
    return name in DraftForm.base_fields or (row.startswith("position-") and field in PositionRow.base_fields)


def as_query(typed):
    """{name: list} as what a browser would have sent."""
    query = QueryDict(mutable=True)
    for name, values in typed.items():
        query.setlist(name, values)
    return query


def as_typed(proposal, whole=False):
    """A proposal as what a curator would have typed; `whole` leaves out positions without a question."""
    typed = {
        "title": [proposal.title],
        "kind": [proposal.kind],
        "date_text": [proposal.date_text],
        "date_override": [proposal.date_override],
        "date_basis": [proposal.date_basis],
        "quote": [proposal.quote],
        "actors": list(proposal.actors),
        "topics": list(proposal.topics),
        "questions": list(proposal.questions),
    }
    held = [held for held in proposal.positions if held[1] or not whole]
    for number, (actor, question, stance) in enumerate(held[:ROWS]):
        row = {"actor": actor, "question": question, "stance": stance}
        typed |= {f"position-{number}-{name}": [value] for name, value in row.items()}
    return typed


def positions_of(typed):
    """[(actor, stance, question)] of the rows of positions, as they are typed."""
    names = [[f"position-{number}-{name}" for name in PositionRow.base_fields] for number in range(ROWS)]
    return [tuple(next(iter(typed.get(name, [])), "") for name in row) for row in names]


def event_of(typed, reading):
    """An unsaved event with the date as it is typed, to be read."""
    names = ("date_text", "date_override")
    values = {name: next(iter(typed.get(name, [])), "").strip() for name in names}
    return Event(anchor=reading.anchor, language=reading.language, **values)
