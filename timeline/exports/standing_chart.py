"""The chart of a question: an actor a lane, evidence as marks, and below what was held and when it turned."""

from functools import cached_property

from timeline.charts import Change, Held, Lane, Place, lay_out
from timeline.ledger import FADES
from timeline.models import Event

from . import standing_words as words
from .chart import credits_of, row_of


class StandingChart:
    """The rows, lanes and strips that the chart of some records is drawn from.

    `page` is the address of the page that tells of its turns, empty for the page that it stands on.
    """

    def __init__(self, view, records, page=""):
        self.view, self.records, self.page = view, records, page

    def scene(self, width):
        """The laid-out chart, `width` being a class ("wide") or px."""
        return lay_out(
            self.rows,
            self.lanes,
            color_by="stance",
            window=(self.view.filters.first, self.view.filters.last),
            as_of=self.view.filters.as_of,
            width=width,
            selected=self.view.filters.event or None,
            held=self.held,
        )

    @cached_property
    def lanes(self):
        """A lane for each actor, with the number of pieces of evidence."""
        return tuple(
            Lane(record.actor.slug, record.actor.name, len(record.evidence)) for record in self.records
        )

    @cached_property
    def rows(self):
        """The events that are evidence, fetched once for all widths."""
        places = {}
        for record in self.records:
            for item in record.evidence:
                places.setdefault(item.key, []).append(Place(record.actor.slug, item.stance))
        events = Event.objects.filter(debate=self.view.debate, slug__in=places).select_related("debate")
        events = list(events)
        credits = credits_of(self.view, [event.pk for event in events])
        return tuple(
            row_of(event, tuple(places[event.slug]), credits.get(event.pk, []), event.get_absolute_url())
            for event in events
        )

    @cached_property
    def held(self):
        """The strips of all records."""
        return tuple(strip for record in self.records for strip in strips_of(record, self.page))


def strips_of(record, page=""):
    """What was held in a record's lane, and the windows of its turns, shifts and doubts."""
    ledger = record.ledger
    for segment in ledger.segments:
        yield from _rail(record.actor.slug, segment)
    for look, changes in (("turn", ledger.turns), ("shift", ledger.shifts)):
        for number, change in enumerate(changes, 1):
            key = name(record.key, look, number)
            said = words.changed(record.actor, change)
            url = f"{page}#{key}" if look == "turn" else ""
            yield Change(record.actor.slug, look, change.first, change.last, key, said, url)
    for number, doubt in enumerate(ledger.doubts, 1):
        ends, key = words.ends(doubt), name(record.key, "doubt", number)
        look = "contradiction" if doubt.is_contradiction else "doubt"
        said = f"{record.actor.name}: {words.doubt(doubt)}"
        yield Change(record.actor.slug, look, *ends, key, said, f"{page}#{key}")


def name(key, look, number):
    """What a turn or a doubt of a record is called in the page; `key` is the record's."""
    return f"{look}-{key}-{number}"


def _rail(lane, segment):
    """The rail of a segment: until it ended in a change, or fading after its last evidence."""
    newest = max(item.end for item in segment.evidence)
    if segment.ended:
        if segment.first <= segment.last:
            yield Held(lane, segment.stance, segment.first, segment.last)
    elif segment.first <= newest:
        endless = newest.toordinal() + FADES.days > newest.max.toordinal()
        yield Held(lane, segment.stance, segment.first, newest, None if endless else newest + FADES)
