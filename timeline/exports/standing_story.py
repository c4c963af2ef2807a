"""The evidence behind records, piece by piece in order of time, with the turns, shifts and doubts between."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from timeline.models import Event, Position

from . import standing_words as words
from .standing_chart import name

SHOWN = 25  # pieces of evidence of one actor on a page; the others are a link away


@dataclass(frozen=True)
class Piece:
    """A piece of evidence: what was shown by which event, with which reasons, on whose word."""

    item: object
    event: Event
    reasons: tuple
    shown: bool
    look = "evidence"

    @property
    def stance(self):
        """The stance in words."""
        return words.stance(self.item.stance)

    @property
    def citations(self):
        """Its citations, those with a quote first; all their sources."""
        return sorted(self.event.citations.all(), key=lambda citation: not citation.quote)

    @property
    def once(self):
        """How to speak of it where nothing else is known."""
        return words.once(self.event)

    @property
    def is_weak(self):
        """Whether all that is known of it is one account of what somebody else said, thought or did."""
        publishers = {citation.source.publisher for citation in self.event.citations.all()}
        return len(publishers) < 2 and self.event.kind in (Event.Kind.REPORT, Event.Kind.LEAK)

    @property
    def quoted(self):
        """Its citations with the words of the source."""
        return [citation for citation in self.citations if citation.quote]


@dataclass(frozen=True)
class Note:
    """A turn, a shift or a doubt between pieces of evidence."""

    look: str
    key: str
    change: object
    said: str


class Evidence:
    """The pieces of evidence of some records, fetched together in a constant number of queries."""

    def __init__(self, view, records, keys=None):
        self.view, self.records = view, records
        self.keys = (
            {item.key for record in records for item in record.ledger.evidence} if keys is None else keys
        )

    @cached_property
    def events(self):
        """{slug: event with its citations}; all of one debate, which is asked for once."""
        cited = Prefetch("citations", self.view.citations().select_related("source"))
        rows = Event.objects.filter(debate=self.view.debate, slug__in=self.keys).prefetch_related(cited)
        found = {event.slug: event for event in rows}
        for event in found.values():
            event.debate = self.view.debate
            for citation in event.citations.all():
                citation.source.debate = self.view.debate
        return found

    @cached_property
    def reasons(self):
        """{(event slug, actor, question): arguments given with that position}."""
        events = [event.pk for event in self.events.values()]
        links = Position.arguments.through.objects.filter(position__event__in=events)
        found = defaultdict(tuple)
        for link in links.select_related("position__event", "argument").order_by("argument__rank", "pk"):
            position = link.position
            found[position.event.slug, position.actor_id, position.question_id] += (link.argument,)
        return found

    def piece(self, record, item):
        """A piece of the evidence of a record, or of a turn, with all that is known of it."""
        reasons = self.reasons.get((item.key, record.actor.pk, record.question.pk), ())
        return Piece(item, self.events[item.key], reasons, item.key in record.shown)

    def story(self, record):
        """The newest pieces and the notes between them, the oldest first."""
        kept = record.ledger.evidence[-SHOWN:]
        notes = [(_before(note.change), note) for note in notes_of(record)]
        found = [((*item.place[:2], 1), self.piece(record, item)) for item in kept]
        found += [(place, note) for place, note in notes if place >= (kept[0].begin,)]
        return [entry for _place, entry in sorted(found, key=lambda pair: pair[0])]


def notes_of(record):
    """The turns, shifts and doubts of a record."""
    ledger = record.ledger
    for look, changes in (("turn", ledger.turns), ("shift", ledger.shifts)):
        for number, change in enumerate(changes, 1):
            yield Note(
                look,
                name(record.key, look, number),
                change,
                f"{words.change(change)}, {words.window(change)}",
            )
    for number, doubt in enumerate(ledger.doubts, 1):
        yield Note("doubt", name(record.key, "doubt", number), doubt, words.doubt(doubt))


def _before(of):
    """The place just before the first evidence of what is new, or of what is in doubt."""
    item = of.evidence[0] if hasattr(of, "evidence") else of.after
    return (*item.place[:2], 0)


def turns_of(record):
    """The turns of a record, for a list of links: their notes."""
    return [note for note in notes_of(record) if note.look == "turn"]
