"""The chart of a pair: both sides as lanes that face one another on one axis of time."""

from dataclasses import replace
from functools import cached_property

from django.urls import reverse

from timeline.charts import Change, Held, Lane, Place, lay_out
from timeline.charts.mirrored import Apart, mirrored
from timeline.filters import Filters

from .chart import credits_of, row_of
from .standing_chart import strips_of

ONE, OTHER = "one", "other"


class ComparisonChart:
    """The rows, lanes and strips of a pair; the strips lead to where turns are told."""

    def __init__(self, pair):
        self.pair, self.view = pair, pair.comparison.view
        self.sided = list(zip((ONE, OTHER), pair.sided, strict=True))

    def scene(self, width):
        """The laid-out chart, `width` being a class ("wide") or px."""
        scene = lay_out(
            self.rows,
            [
                Lane(key, name, None)
                for key, name in zip((ONE, OTHER), self.pair.comparison.names, strict=True)
            ],
            color_by="stance",
            window=self.pair.comparison.window,
            width=width,
            selected=self.view.filters.event or None,
            held=self.held,
        )
        return mirrored(scene, self.pair.question.slug, self.between)

    @property
    def between(self):
        """How far apart the two were, where they stood side by side."""
        if self.pair.comparison.of_periods:
            return ()
        parts = [part for spell in self.pair.known for part in spell.parts]
        return tuple(Apart(part.first, part.last, sum(part.steps) / 2) for part in parts)

    @cached_property
    def rows(self):
        """The events that are evidence, fetched once for all widths."""
        places = {}
        for key, (side, record) in self.sided:
            for item in record.evidence if record else ():
                if side.holds(item):
                    places.setdefault(item.key, []).append(Place(key, item.stance))
        events = self.pair.comparison.evidence.events
        events = [events[slug] for slug in places]
        credits = credits_of(self.view, [event.pk for event in events])
        return tuple(
            row_of(event, tuple(places[event.slug]), credits.get(event.pk, []), event.get_absolute_url())
            for event in events
        )

    @cached_property
    def held(self):
        """The strips of both records, each within its side's period."""
        return tuple(
            strip
            for key, (side, record) in self.sided
            for strip in (strips_of(record) if record else ())
            for strip in within(side, replace(strip, lane=key), self.told_at)
        )

    @property
    def told_at(self):
        """The address of the page that tells the turns of this question."""
        query = Filters(question=(self.pair.question.slug,)).querystring()
        return f"{reverse('positions', args=[self.view.debate.slug])}?{query}"


def within(side, strip, told_at):
    """What of a strip lies in the period of its side."""
    if isinstance(strip, Change):
        begins, ends = strip.first, strip.last
        if (side.last and begins and begins > side.last) or (side.first and ends and ends < side.first):
            return
        yield replace(strip, url=f"{told_at}{strip.url}" if strip.url else "")
        return
    first = max(strip.first, side.first) if side.first else strip.first
    last = min(strip.last, side.last) if side.last else strip.last
    gone = min(strip.gone, side.last) if strip.gone and side.last else strip.gone
    if first <= last:
        yield Held(strip.lane, strip.color, first, last, gone)
    elif gone and first < gone:
        yield Held(strip.lane, strip.color, first, first, gone)
