"""The cards beside an article's text: one for each place, as it stands now."""

import secrets
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from timeline.dates import NotADate, words
from timeline.ingest.article_decisions import Place, edition
from timeline.ingest.event_traits import around, traits_of
from timeline.ingest.likeness import EventTraits, likest
from timeline.ingest.likeness.stored import likely_persons
from timeline.ingest.proposals import ArticleReading
from timeline.models import Actor, Decision, Event
from timeline.models.roles import may_edit

from .article_marks import cue_in_words, paragraphs
from .draft_forms import CHOSEN, DraftForm, as_typed, event_of, positions_of
from .reading import Reading

COMPARED = 1500  # events around an article's dates that its candidates are compared with
FOUND = 8  # events that a search for one to merge into offers


@dataclass(frozen=True)
class Like:
    """An event that a candidate may be, how alike they are, and why."""

    event: Event
    percent: int
    reasons: str
    mine: bool  # whether this curator may change it


class Desk:
    """An article on a curator's desk. Everything is read when it is first asked for, and once."""

    def __init__(self, article, user):
        self.article, self.user = article, user

    @cached_property
    def reading(self):
        """What the article names and may tell."""
        return ArticleReading(self.article)

    @cached_property
    def decisions(self):
        """{place: decision}."""
        rows = self.article.decisions.select_related("event__debate", "decided_by")
        return {(row.start, row.end): row for row in rows}

    @cached_property
    def places(self):
        """All places in the order of the text: candidates, and the words that curators selected."""
        kept = (place for place, row in self.decisions.items() if row.own or not row.is_open or row.typed)
        return sorted({*self.reading.proposals, *kept})

    @cached_property
    def cards(self):
        """The cards of all places; the first that is open stands open."""
        cards = [self.card(*place) for place in self.places]
        first = next((card for card in cards if card.is_open), None)
        if first:
            first.current = True
        return cards

    def card(self, start, end, **state):
        """The card of one place."""
        return Card(self, start, end, **state)

    @property
    def rows(self):
        """[(paragraph, its cards)]: a card stands beside the paragraph in which its place begins."""
        listed = paragraphs(self.reading, self.places)
        left = list(self.cards)
        for number, paragraph in enumerate(listed):
            last = number + 1 == len(listed)
            beside = [card for card in left if last or card.start < paragraph.end]
            left = [card for card in left if card not in beside]
            yield paragraph, beside

    @property
    def progress(self):
        """How many places are decided, and how."""
        outcomes = [row.outcome for place, row in self.decisions.items() if not row.is_open]
        open_ones = sum(card_open(self.decisions.get(place)) for place in self.places)
        counts = {outcome: outcomes.count(outcome) for outcome in Decision.Outcome.values}
        total = len(self.places)
        return counts | {"total": total, "open": open_ones, "decided": total - open_ones}

    @cached_property
    def compared(self):
        """The traits of the events around the article's dates, which its candidates are compared with."""
        spans = {each.span for each in self.reading.proposals.values() if each.span}
        rows = Event.objects.filter(debate=self.article.debate).visible_to(self.user)
        return traits_of(around(rows, spans).order_by("-importance", "pk")[:COMPARED])

    def likes(self, proposal):
        """The events that a proposal may be already, the likest first."""
        traits = self.traits_of(proposal)
        found = likest(traits, self.compared) if traits.is_dated else []
        events = Event.objects.select_related("debate").in_bulk([key for _, key in found]) if found else {}
        return [
            Like(events[key], like.percent, ", ".join(like.reasons), may_edit(self.user, events[key]))
            for like, key in found
        ]

    @cached_property
    def newcomers(self):
        """[(a person whom the article introduces, the actor who that may be or None)]."""
        found = self.reading.newcomers
        keys = likely_persons(self.article.debate, [person.text for person in found])
        actors = Actor.objects.in_bulk(keys.values()) if keys else {}
        return [(person, actors.get(keys.get(person.text))) for person in found]

    @cached_property
    def names(self):
        """{actors, topics, questions: {slug: name}} of the debate."""
        terms = self.reading.vocabulary
        return {kind: {term.slug: term.name for term in getattr(terms, kind)} for kind in CHOSEN}

    def traits_of(self, proposal):
        """A proposal as events are compared."""
        span = proposal.span
        return EventTraits(
            title=proposal.title,
            summary=proposal.text,
            earliest=span and span.earliest,
            latest=span and span.latest,
            stances={(actor, question): stance for actor, question, stance in proposal.positions if question},
            **{kind: {slug: self.names[kind][slug] for slug in getattr(proposal, kind)} for kind in CHOSEN},
        )

    def found_events(self, asked):
        """[(event, whether this curator may add a citation to it)] of those whose words match."""
        rows = Event.objects.filter(debate=self.article.debate).visible_to(self.user).matching(asked)
        found = rows.select_related("debate").in_order("newest")[:FOUND]
        return [(event, may_edit(self.user, event)) for event in found]

    def near_events(self, proposal):
        """The same of those around a proposal's date, the likest first; what is likely is shown before."""
        traits = self.traits_of(proposal)
        found = likest(traits, self.compared, at_most=FOUND, least=1) if traits.is_dated else []
        events = Event.objects.select_related("debate").in_bulk([key for _, key in found])
        return [(events[key], may_edit(self.user, events[key])) for _, key in found]

    def address(self, start=None, end=None):
        """The page, or one of its places."""
        keys = [self.article.pk]
        if start is None:
            return reverse("admin:timeline_article_work", args=keys)
        return reverse("admin:timeline_article_place", args=[*keys, start, end])


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
