"""The chart of a frozen view, from the rows of then."""

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
        return chart_of(self.kept, self.filters, LANES_DRAWN)

    def scene(self, width):
        """The laid-out chart, `width` being a class ("wide") or px."""
        chart = self.chart
        return lay_out(chart.rows, chart.lanes, color_by=chart.color_by, window=chart.window, width=width)


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
