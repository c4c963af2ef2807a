"""The cards beside an article's text: one for each place, as it stands now."""

import secrets
from functools import cached_property

from timeline.dates import NotADate, words
from timeline.ingest.article_decisions import Place, edition
from timeline.models import Decision

from .article_marks import cue_in_words
from .draft_forms import CHOSEN, DraftForm, as_typed, event_of, positions_of
from .reading import Reading


def card_open(decision):
    """Whether nothing has been decided yet."""
    return decision is None or decision.is_open


class Card:
    """One place: what is proposed there, or what became of it."""

    def __init__(self, desk, start, end, form=None, editing=False, asked=None, message="", current=False):
        self.desk, self.start, self.end = desk, start, end
        self.form, self.editing, self.asked = form, editing, asked
        self.message, self.current = message, current
        self.hand = secrets.token_urlsafe(9)  # names the page that the card is on
        self.was_typing, self.theirs = False, None  # whether words were sent, and those of somebody quicker

    @property
    def key(self):
        """The name of its place."""
        return f"{self.start}-{self.end}"

    @cached_property
    def url(self):
        """Where it is decided."""
        return self.desk.address(self.start, self.end)

    @cached_property
    def decision(self):
        """What became of it, or None."""
        return self.desk.decisions.get((self.start, self.end))

    @property
    def is_open(self):
        """Whether nothing has been decided yet."""
        return card_open(self.decision)

    @property
    def seen(self):
        """What a page that shows this card knows of what is typed at its place."""
        return edition(self.decision)

    @property
    def unsent(self):
        """[(field, words)] that were typed for a place that somebody else has decided meanwhile."""
        return self._said(self.form.typed) if self.was_typing and not self.is_open else []

    @property
    def differing(self):
        """[(field, words)] that somebody else has typed here, where they are not those of this form."""
        mine = dict(self._said(self.draft.typed))
        return [(name, words) for name, words in self._said(self.theirs or {}) if mine[name] != words]

    def _said(self, typed):
        """[(field, words)] of all that is typed into a draft; what is chosen, in names."""
        said = []
        for name, field in DraftForm.base_fields.items():
            known = self.desk.names.get(name, {})
            words = ", ".join(known.get(value, value) for value in typed.get(name, []))
            said.append((field.label or name.replace("_", " ").capitalize(), words))
        held = "; ".join(" ".join(filter(None, row)) for row in self._positions_of(typed))
        return [*said, ("Positions", held)]

    @property
    def outcome(self):
        """ "open", "accepted", "merged" or "dismissed"."""
        return self.decision.outcome if self.decision else Decision.Outcome.OPEN

    @property
    def place(self):
        """Its place."""
        return Place(self.desk.article, self.start, self.end)

    @cached_property
    def proposal(self):
        """What is proposed there."""
        return self.desk.reading.at(self.start, self.end)

    @property
    def typed(self):
        """What was typed and not sent, else what is proposed."""
        kept = self.decision.typed if self.decision else {}
        return kept or as_typed(self.proposal)

    @property
    def is_begun(self):
        """Whether something was typed and not sent."""
        return bool(self.decision and self.decision.typed)

    @cached_property
    def draft(self):
        """The form that is shown."""
        return self.form or DraftForm(self.typed, self.desk.reading, self.place)

    @property
    def title(self):
        """What it is called: by its event, by what was typed, by the proposal."""
        if self.decision and self.decision.event:
            return self.decision.event.title
        return next(iter(self.typed.get("title", [])), "") or self.proposal.title

    @property
    def day(self):
        """Its date in few words."""
        event = self.decision.event if self.decision else None
        span = event.span if event else self.date_reading.span
        return words(span, short=True) if span else "undated"

    @cached_property
    def date_reading(self):
        """How its date is read: in its place in the article, or as it is typed."""
        if not self.form and not self.is_begun:
            span = self.proposal.span
            return Reading(date_text=self.proposal.date_text, span=span, phrase=span)
        return reading_of_typed(self.form.typed if self.form else self.typed, self.desk.reading)

    @property
    def cues(self):
        """The words of stance with what they tell."""
        return [(cue.text, cue_in_words(cue), bool(cue.withheld)) for cue in self.proposal.cues]

    @property
    def names(self):
        """{actors, topics, questions: names} of what is chosen."""
        return {
            field: [
                self.desk.names[field][slug]
                for slug in self.typed.get(field, [])
                if slug in self.desk.names[field]
            ]
            for field in CHOSEN
        }

    @property
    def positions(self):
        """[(actor, stance, question or "")] in names, as they are typed."""
        return self._positions_of(self.typed)

    def _positions_of(self, typed):
        actors, questions = self.desk.names["actors"], self.desk.names["questions"]
        rows = positions_of(typed)
        return [
            (actors.get(actor, actor), stance.replace("-", " "), questions.get(question, ""))
            for actor, stance, question in rows
            if actor and stance
        ]

    @property
    def bent(self):
        """Actors whose case makes them no subject here, so that no stance is theirs."""
        place = (self.start, self.end)
        found = self.desk.reading.candidates.get(place)
        return [actor.text for actor in found.actors if actor.bent] if found else []

    @cached_property
    def likes(self):
        """The events that it may be already."""
        return self.desk.likes(self.proposal) if self.is_open else []

    @property
    def found(self):
        """What a search for an event to merge into has found; before anything is asked, what is near."""
        if self.asked is None:
            return []
        if not self.asked.strip():
            return self.desk.near_events(self.proposal)
        return self.desk.found_events(self.asked)


def reading_of_typed(typed, reading):
    """The reading of a date as it is typed, as accepting it will read."""
    event = event_of(typed, reading)
    known = {"date_text": event.date_text, "anchor": event.anchor, "language": event.language}
    try:
        span, phrase = event.read_date()
    except NotADate as refusal:
        return Reading(refusal=refusal.reason, **known)
    reasoned = not event.date_override or any(map(str.strip, typed.get("date_basis", [])))
    return Reading(span=span, phrase=phrase, overridden=bool(event.date_override), reasoned=reasoned, **known)
