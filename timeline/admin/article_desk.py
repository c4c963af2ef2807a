"""An article on a curator's desk: its text with the places in it, and what they may be already."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from timeline.ingest.event_traits import around, traits_of
from timeline.ingest.likeness import EventTraits, likest
from timeline.ingest.likeness.stored import likely_persons
from timeline.ingest.proposals import ArticleReading
from timeline.models import Actor, Decision, Event
from timeline.models.roles import may_edit

from .article_cards import Card, card_open
from .article_marks import paragraphs
from .draft_forms import CHOSEN

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
