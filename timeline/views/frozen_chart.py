"""The chart of a frozen view, from the rows of then."""

from dataclasses import replace
from functools import cached_property

from timeline.charts import MARK_LIMIT, lay_out
from timeline.exports.chart import LANES_DRAWN
from timeline.exports.preview_frozen import chart_of
from timeline.filters import Filters, remembered

from .chart import PrintedChart


class FrozenRows:
    """What the chart is laid out from: the lanes that a live chart would draw, and what stands in them."""

    def __init__(self, kept, filters):
        self.kept, self.filters = kept, filters

    @cached_property
    def chart(self):
        """Rows and lanes of then."""
        return chart_of(self.kept, self.filters)

    def scene(self, width):
        """The laid-out chart; each mark leads to its event as it is now."""
        lanes = self.chart.lanes[:LANES_DRAWN]
        keys = {lane.key for lane in lanes}
        placed = (
            replace(row, places=places)
            for row in self.chart.rows
            if (places := tuple(place for place in row.places if place.lane in keys))
        )
        return lay_out(placed, lanes, color_by=self.chart.color_by, window=self.chart.window, width=width)


class FrozenChart(PrintedChart):
    """The static drawings, the legend and the sentence of a frozen view; `view` is what it is now."""

    def __init__(self, view, shared, kept):
        self.view, self.code = view, shared.code
        self.rows = FrozenRows(kept, Filters.parse(shared.query))

    @classmethod
    def of(cls, view, shared, kept):
        """The chart, or None where there is nothing to draw, or more than marks can show."""
        return cls(view, shared, kept) if 0 < kept.count <= MARK_LIMIT else None

    @cached_property
    def drawings(self):
        """One SVG for each width."""
        return remembered(self.view, f"drawings of {self.code}", self.draw)

    @cached_property
    def words(self):
        """The legend and the sentence."""
        return remembered(self.view, f"words of {self.code}", self.say)
