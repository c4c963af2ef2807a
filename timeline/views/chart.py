"""A view's chart as a page prints it; each part is made only when the template asks for it."""

from functools import cached_property
from itertools import groupby

from django.utils.safestring import mark_safe

from timeline.charts import WIDTHS, describe, legend, svg
from timeline.exports.chart import ChartRows
from timeline.filters import remembered


class PrintedChart:
    """The static drawings, the legend and the sentence of one view."""

    def __init__(self, view):
        self.view, self.rows = view, ChartRows(view)

    @cached_property
    def widest(self):
        """The scene that legend and sentence speak of."""
        return self.rows.scene("wide")

    @cached_property
    def drawings(self):
        """One SVG for each width; the stylesheet shows the one that there is room for."""
        return remembered(self.view, "drawings", self.draw)

    def draw(self):
        """Draw each width anew."""
        scenes = (self.widest if name == "wide" else self.rows.scene(name) for name in WIDTHS)
        return [mark_safe(svg(scene)) for scene in scenes]  # the drawing escapes every text

    @cached_property
    def words(self):
        """The legend, as {heading: [(drawing, words)]}, and the sentence that says what the chart shows."""
        return remembered(self.view, "words", self.say)

    def say(self):
        """Say anew what the chart shows."""
        groups = {
            group: [(mark_safe(item.svg), item.label) for item in items]
            for group, items in groupby(legend(self.widest), lambda item: item.group)
        }
        return {"legend": groups, "sentence": describe(self.widest)}

    @property
    def legend(self):
        """What colours, shapes and looks mean, each with its drawing, by heading."""
        return self.words["legend"]

    @property
    def sentence(self):
        """What the chart shows, in one sentence."""
        return self.words["sentence"]
