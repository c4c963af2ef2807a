"""The chart of a telephone: all events of a view in one row, to be swiped through above the list."""

from calendar import monthrange
from dataclasses import dataclass, replace

from django.utils.safestring import mark_safe

from timeline.charts import Bin, Lane, Place, lay_out, svg
from timeline.filters import remembered

from .listing import month_counts

ONLY = "all"
WIDTHS = [(12, 320), (60, 640)]  # events at most, and the px that they are laid out for
WIDEST = 1280  # px, for more events than that
HEIGHT = 250  # px; marks get smaller only where they would stack higher
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


def strip(chart):
    """The strip of a printed chart's view; None where it holds no event."""
    view = chart.view
    return remembered(view, "strip", lambda: _drawn(view, chart.rows)) if view.count else None


def _drawn(view, rows):
    width = next((px for most, px in WIDTHS if view.count <= most), WIDEST)
    scene = laid_out(view, rows, width, None)
    if scene.height > HEIGHT:
        scene = laid_out(view, rows, width, HEIGHT)
    named = replace(scene, size=replace(scene.size, name="strip"))  # its marks have ids of their own
    return Strip(mark_safe(svg(named, titles=False)), width)


def laid_out(view, rows, width, height):
    """The scene of one lane, at its own height or at one that it must keep."""
    return lay_out(
        [replace(row, places=(Place(ONLY, color_of(row)),)) for row in rows.drawn],
        [Lane(ONLY, "", None)],
        color_by=view.filters.color,
        window=(view.filters.first, view.filters.last),
        width=width,
        bins=bins(view) if rows.crowded else (),
        selected=view.filters.event or None,
        height=height,
        **rows.stood,
    )


def color_of(row):
    """The one colour of an event that may have several where it stands in several lanes."""
    colors = {place.color for place in row.places} - {"none"}
    return colors.pop() if len(colors) == 1 else "mixed" if colors else "none"


def bins(view):
    """The events of each month."""
    return [
        Bin(ONLY, month, month.replace(day=monthrange(month.year, month.month)[1]), count)
        for month, count in month_counts(view).items()
        if month
    ]
