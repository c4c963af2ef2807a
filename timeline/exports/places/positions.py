"""Who stood where: the actors of a question, their rails and turns; as data, of all questions in view."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.exports import standing_words as words
from timeline.exports.standing import Standing
from timeline.exports.standing_pages import QuestionPages
from timeline.filters import Filters
from timeline.ledger import side
from timeline.translation import number

from .place import LISTED, Line, Place, SceneChart, fullest_first, iso, scene_card


class PositionsPlace(Place):
    """One question at a time: the one asked for, or the first that has any position."""

    name, key = "positions", "positions"
    route = "positions/"
    titled, heading = gettext_lazy("Who stood where: %(view)s"), gettext_lazy("Who stood where")
    columns = (
        *("question", "actor", "name", "stance", "side", "event", "earliest", "latest", "throughout"),
        *("segment", "chosen", "url"),
    )

    @cached_property
    def pages(self):
        """The question and its records."""
        return QuestionPages(self.view)

    @property
    def subject(self):
        """The question."""
        return self.pages.question.title if self.pages.question else super().subject

    @property
    def lead(self):
        """How much evidence of how many actors."""
        if not self.pages.question:
            return _("Nobody’s position is recorded in this view.")
        return words.evidence_of(self.pages.records)

    @property
    def facts(self):
        """How many were last heard on which side, and how often that changed."""
        if not self.pages.question:
            return ()
        return (" · ".join(list(words.sides_and_turns(self.pages.records))[:2]),)

    @property
    def sentence(self):
        """What the page says of its chart."""
        return words.sentence(self.pages.question, self.pages.records) if self.pages.question else self.lead

    @cached_property
    def chart(self):
        """The chart of the first page."""
        found = self.pages.chart
        found.page = self.path
        as_asked = self.view.filters.order != Filters().order
        lanes = found.lanes if as_asked else fullest_first(found.lanes)
        card = scene_card(found.rows, lanes, "stance", self.view.filters, found.held)
        return SceneChart(found.scene, card, self.count)

    @property
    def count(self):
        """How many actors took a position on the question."""
        return len(self.pages.records)

    def lines(self):
        """Each actor with the stance last shown, and the turns."""
        for record in self.pages.records[:LISTED]:
            stance = record.word.stance if record.word else None
            said = words.stance(stance) if stance else _("order unknown")
            turns = [f"{words.change(turn)}, {words.window(turn)}" for turn in record.ledger.turns]
            last = _("last heard: %(stance)s") % {"stance": said}
            yield Line(
                record.actor.name, "; ".join([last, *turns]), f"{self.path}#row-{record.key}", stance or ""
            )

    def rows(self, site):
        """Each actor on each question: segments, turns, shifts, doubts, and the evidence for them."""
        for record in Standing(self.view).records():
            yield record_row(record)

    def table(self, site):
        """Each piece of evidence, with the number of the segment that it belongs to."""
        for record in Standing(self.view).records():
            segments = enumerate(record.ledger.segments, 1)
            segment_of = {item: place for place, segment in segments for item in segment.evidence}
            for item in record.ledger.evidence:
                yield {
                    "question": record.question.slug,
                    "actor": record.actor.slug,
                    "name": record.actor.name,
                    **evidence_row(record, item),
                    "side": item.side,
                    "segment": segment_of.get(item),
                    "url": f"{site}{self.view.debate.get_absolute_url()}events/{item.key}/",
                }


def record_row(record):
    """A record as data; `last` is null where the order of the last evidence is unknown."""
    ledger, stance = record.ledger, record.word and record.word.stance
    return {
        "question": record.question.slug,
        "actor": record.actor.slug,
        "name": record.actor.name,
        "last": stance,
        "side": side(stance) if stance else None,
        "segments": [
            {
                "stance": segment.stance,
                "first": iso(segment.first),
                "last": iso(segment.last),
                "evidence": [item.key for item in segment.evidence],
            }
            for segment in ledger.segments
        ],
        "turns": [change_row(turn) for turn in ledger.turns],
        "shifts": [change_row(shift) for shift in ledger.shifts],
        "doubts": [
            {"events": [item.key for item in doubt.evidence], "contradiction": doubt.is_contradiction}
            for doubt in ledger.doubts
        ],
        "evidence": [evidence_row(record, item) for item in ledger.evidence],
    }


def change_row(change):
    """A turn or a shift as data: from what to what, by which events, and its window, null where open."""
    return {
        "before": change.before.stance,
        "after": change.after.stance,
        "before_event": change.before.key,
        "after_event": change.after.key,
        "first": iso(change.first),
        "last": iso(change.last),
    }


def evidence_row(record, item):
    """A piece of evidence as data; `chosen` tells whether the filters choose it."""
    return {
        "event": item.key,
        "stance": item.stance,
        "earliest": iso(item.earliest),
        "latest": iso(item.latest),
        "throughout": item.throughout,
        "chosen": item.key in record.shown,
    }


def so_many_actors(count):
    """So many actors."""
    return ngettext("%(count)s actor", "%(count)s actors", count) % {"count": number(count)}
