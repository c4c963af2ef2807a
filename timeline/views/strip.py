"""The chart of a telephone: all events of a view in one row, to be swiped through above the list."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.utils.safestring import mark_safe

from timeline.charts import Lane, Place, lay_out, svg
from timeline.exports.chart import OTHERS, ChartRows
from timeline.filters import remembered

ONLY = "all"
WIDTHS = [(12, 320), (60, 640)]  # events at most, and the px that they are laid out for
WIDEST = 1280  # px, for more events than that
HEIGHT = 230  # px it would like to keep
SCREEN = 320  # px: what is no wider needs no swiping


@dataclass(frozen=True)
class Strip:
    """The drawing and the px it needs."""

    drawing: str
    width: int

    @property
    def scrolls(self):
        """Whether a telephone is too narrow for it."""
        return self.width > SCREEN


class StripRows(ChartRows):
    """The rows of a chart with a single lane."""

    def scene(self, width):
        """The laid-out strip, its marks as small as its height asks for."""
        return lay_out(
            self.drawn,
            self.lanes,
            color_by=self.state.color,
            window=(self.state.first, self.state.last),
            width=width,
            bins=self.bins(),
            selected=self.state.event or None,
            height=HEIGHT,
        )

    def lane_keys(self):
        """One lane without a name."""
        return {ONLY: Lane(ONLY, "", None)}

    def folded(self, key):
        """Whatever an event stands in by, it stands in the one lane."""
        return ONLY

    def lanes_of(self, ids):
        """The one lane for every event."""
        return defaultdict(lambda: [ONLY])

    def places(self, event, lanes, stances):
        """Where an event stands, once, in the colour of all its positions."""
        color = event.kind if self.state.color == "kind" else self.stance_in(OTHERS, stances[event.pk])
        yield Place(ONLY, color)


def strip(view):
    """The strip of a view; None where it holds no event."""
    return remembered(view, "strip", lambda: _drawn(view)) if view.count else None


def _drawn(view):
    width = next((px for most, px in WIDTHS if view.count <= most), WIDEST)
    scene = StripRows(view).scene(width)
    named = replace(scene, size=replace(scene.size, name="strip"))  # its marks have ids of their own
    return Strip(mark_safe(svg(named, titles=False)), width)
