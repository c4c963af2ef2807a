"""One event in one lane as a mark: where it lies, how certain it looks, which shape and colour it has."""

from dataclasses import dataclass

from timeline.charts.rows import EventRow, Place
from timeline.charts.scale import Scale
from timeline.charts.shapes import Shape, extent, shape_of

GAP = 1.0  # px between two marks of a row


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as both drawings draw it. Fractions are of the chart's width, all else px.

    `at` is where the shape stands, `left` and `right` the ends of its span (equal to `at` for one day).
    `look` is "day", "within" or "throughout"; a `short` span is too narrow to show its true width and
    is drawn as a pill of `half` px to either side. `fade` names the open end: "left", "right" or "".
    `y` is the centre of its row from the top of the chart; `stack` sets it.
    """

    row: EventRow
    lane: str
    color: str
    look: str
    at: float
    left: float
    right: float
    radius: float
    short: bool
    half: float
    fade: str
    y: float = 0.0

    @property
    def shape(self) -> Shape:
        """The shape of its colour key."""
        return shape_of(self.color)

    @property
    def approximate(self) -> bool:
        """Whether its source said "about" or its like."""
        return self.row.approximate

    def box(self, width: float) -> tuple[float, float]:
        """Left and right in px, with outline, at a chart of this width."""
        near, _, far, _ = extent(self.shape.symbol, self.radius)
        reach = max(self.half, far + 0.7, 0.7 - near)
        if self.short or self.look == "day":
            return self.at * width - reach, self.at * width + reach
        return min(self.left * width, self.at * width - reach), max(
            self.right * width, self.at * width + reach
        )


def mark(row: EventRow, place: Place, scale: Scale, width: float, sizes: tuple[float, ...]) -> Mark | None:
    """The mark of an event in a place; None when it is undated or outside the window.

    `sizes` are the radii in px for importance 1, 2, 3.
    """
    if row.earliest is None and row.latest is None:
        return None
    left = scale.fraction(row.earliest.toordinal()) if row.earliest else 0.0
    right = scale.fraction(row.latest.toordinal() + 1) if row.latest else 1.0
    if row.latest and row.latest < scale.start or row.earliest and row.earliest > scale.end:
        return None
    shape = shape_of(place.color)
    radius = sizes[min(max(row.importance, 1), 3) - 1] * shape.grow
    if row.earliest == row.latest:
        at = (left + right) / 2
        return Mark(row, place.lane, place.color, "day", at, at, at, radius, False, 0.0, "")
    left, right = max(left, 0.0), min(right, 1.0)
    half = sizes[2] * 1.75
    look = "throughout" if row.throughout else "within"
    fade = "left" if row.earliest is None else "right" if row.latest is None else ""
    short = not fade and (right - left) * width < 2 * half
    at = _anchor(left, right, fade, half / width)
    return Mark(row, place.lane, place.color, look, at, left, right, radius, short, half if short else 0.0, fade)


def _anchor(left: float, right: float, fade: str, near: float) -> float:
    """Where a span's shape stands: in its middle, or near its known end when the other one is open."""
    middle = (left + right) / 2
    if fade == "left":
        return max(middle, right - near)
    return min(middle, left + near) if fade == "right" else middle


def order(item: Mark) -> tuple:
    """Who is placed first, hence lowest: long spans (the longest first), then by importance, then time."""
    span = 0.0 if item.short or item.look == "day" else item.right - item.left
    return (-span, -item.row.importance, item.at, item.row.slug)
