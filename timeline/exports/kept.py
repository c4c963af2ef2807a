"""What a shared view keeps of an event: digests that tell what has changed, and the row of then."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from timeline.dates import DateSpan, words
from timeline.models import Citation, Event, Position

from .events import event_row

WHAT = {  # what can change of an event, in the words of a list of changes
    "title": _("title"),
    "summary": _("summary"),
    "kind": _("kind"),
    "importance": _("importance"),
    "date": _("date"),
    "questions": _("questions"),
    "topics": _("topics"),
    "actors": _("actors"),
    "stances": _("stances"),
    "sources": _("sources"),
}
DIGEST = 12  # characters
LACKING = {
    "importance": Event.Importance.NORMAL,
    "throughout": False,
    "approximate": False,
    "inferred": False,
}


def contents(event):
    """{what can change: its value}, in names and not in slugs or keys: a renamed address is no change."""
    return {
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "importance": event.importance,
        "date": [event.edtf, event.date_text, event.date_basis, event.throughout],
        "questions": sorted(question.title for question in event.questions.all()),
        "topics": sorted([link.topic.name, link.role] for link in event.event_topics.all()),
        "actors": sorted(actor.name for actor in event.actors.all()),
        "stances": sorted(map(_stance, event.positions.all())),
        "sources": sorted(map(_use, event.citations.all())),
    }


def _stance(position):
    reasons = sorted(argument.text for argument in position.arguments.all())
    return [position.actor.name, position.question.title, position.stance, reasons]


def _use(citation):
    source = citation.source
    document = [source.publisher, source.title, source.url, source.published]
    return [*document, citation.relation, citation.quote, citation.note, citation.date_text, citation.edtf]


def digests(event):
    """{what can change: a digest of its value}; the value itself cannot be read from it."""
    return {what: _digest(value) for what, value in contents(event).items()}


def _digest(value):
    text = json.dumps(value, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]


def differences(before, after):
    """What two digests of an event differ in, in the order of `WHAT`."""
    return [what for what in WHAT if before.get(what) != after.get(what)]


def kept_row(event):
    """The row of then, as `events.json` has it, with the names that its slugs had then."""
    linked = {
        "actors": [*event.actors.all(), *(position.actor for position in event.positions.all())],
        "questions": [*event.questions.all(), *(position.question for position in event.positions.all())],
        "topics": [link.topic for link in event.event_topics.all()],
    }
    names = {kind: {thing.slug: str(thing) for thing in things} for kind, things in linked.items()}
    countries = [actor.country for actor in event.actors.all()]
    return {
        "row": event_row(event, ""),
        "names": names,
        "countries": countries,
        "otherwise": [_otherwise(use) for use in event.citations.all() if _disagrees(use)],
    }


def _disagrees(use):
    return use.relation == Citation.Relation.CONTRADICTS and use.edtf


def _otherwise(use):
    """When a source that disagrees has the event."""
    days = {key: day and day.isoformat() for key, day in (("earliest", use.earliest), ("latest", use.latest))}
    plain = {key: getattr(use, key) for key in ("throughout", "precision", "approximate", "edtf")}
    return {"publisher": use.source.publisher} | days | plain


@dataclass(frozen=True)
class KeptEvent:
    """An event as it was when a view was frozen, in the shape that cards show.

    The row may have been kept by an earlier version: what it lacks is left out, what it has more is kept.
    """

    kept: dict

    def __getattr__(self, name):
        """A value of the row, empty where the row has none: slug, title, summary, date_text ..."""
        if name.startswith("_") or name == "kept":
            raise AttributeError(name)
        return self.kept["row"].get(name, LACKING.get(name, ""))

    @cached_property
    def earliest(self):
        """The first day that the date can mean."""
        return _day(self.kept["row"].get("earliest"))

    @cached_property
    def latest(self):
        """The last day that the date can mean."""
        return _day(self.kept["row"].get("latest"))

    @property
    def sort_date(self):
        """The day that the event is listed under."""
        return self.earliest or self.latest

    @property
    def span(self):
        """The date as a value, or None."""
        return _span(self) if self.sort_date else None

    @property
    def date_short(self):
        """The span in few words."""
        return words(self.span, short=True) if self.span else _("undated")

    @property
    def kind_label(self):
        """The kind in words."""
        return dict(Event.Kind.choices).get(self.kind, self.kind)

    @property
    def stances(self):
        """(actor, stance, its label, question) of the positions."""
        labels = dict(Position.Stance.choices)
        return [
            (
                self._name("actors", position["actor"]),
                position["stance"],
                labels.get(position["stance"], position["stance"]),
                self._name("questions", position["question"]),
            )
            for position in self.kept["row"].get("positions", ())
        ]

    @property
    def countries(self):
        """The countries of its actors then, by code, empty for those without."""
        return self.kept.get("countries", [])

    @property
    def otherwise(self):
        """[(span, publisher)] of the sources that had it on another date."""
        return [
            (_span(KeptEvent({"row": other})), other["publisher"]) for other in self.kept.get("otherwise", ())
        ]

    @property
    def citations(self):
        """The citations as the row has them."""
        return self.kept["row"].get("citations", [])

    @property
    def rests_on_one(self):
        """Whether one publisher alone told of it, as the live card counts."""
        return len({use["publisher"] for use in self.citations}) == 1

    @property
    def disputed(self):
        """Whether a citation contradicted it."""
        return any(use["relation"] == Citation.Relation.CONTRADICTS for use in self.citations)

    def _name(self, kind, slug):
        return self.kept["names"].get(kind, {}).get(slug, slug)


def _span(dated):
    return DateSpan(
        earliest=dated.earliest,
        latest=dated.latest,
        throughout=dated.throughout,
        precision=dated.precision or "day",
        approximate=dated.approximate,
        edtf=dated.edtf,
        inferred=dated.inferred,
    )


def _day(text):
    return date.fromisoformat(text) if text else None
