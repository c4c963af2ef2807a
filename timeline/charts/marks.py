"""One event in one lane as a mark: where it lies, how certain it looks, which shape and colour it has."""

from dataclasses import dataclass

from timeline.charts.rows import EventRow, Place
from timeline.charts.scale import Scale
from timeline.charts.shapes import Shape, extent, shape_of

GAP = 1.0  # px between two marks
OUTLINE = 1.3  # px, of hollow and approximate shapes
PILL = 8.0  # px, height of a soft span
BAR = 3.5  # px, height of a solid one, whose ends are CAP px high
CAP = 9.0
SHORT = {"within": 6.0, "throughout": 8.0}  # px to either side: a span is drawn at least this wide
# px: the shape on a span stays small, the span is what is certain; on a solid bar it needs to stand out
SPAN_RADIUS = {"within": 3.0, "throughout": 4.2}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as both drawings draw it. Fractions are of the chart's width, all else px.

    `at` is where the shape stands: the stacking may move it a few px aside, of a day or a short span. `left`
    and `right` are the true ends of its span (the middle of the day, twice, for one day).
    `look` is "day", "within" or "throughout"; a `short` span is too narrow to show its true width and
    is drawn as a pill of `half` px to either side. `fade` names the open end: "left", "right" or "".
    `y` is the centre of its box from the top of the chart; the stacking sets it.
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
    def ends(self) -> tuple[float, ...]:
        """The ends of its span that are known, have come, and are inside the window."""
        ended = self.row.latest and not self.row.goes_on
        known = (self.row.earliest and self.left > 0, ended and self.right < 1)
        return tuple(at for at, seen in zip((self.left, self.right), known, strict=True) if seen)

    @property
    def lift(self) -> float:
        """How much lower its shape must be drawn to look centred: a centroid is not a middle."""
        _, above, _, below = extent(self.shape.symbol, self.radius)
        return round(-(above + below) / 2, 2)

    @property
    def outline(self) -> float:
        """How wide its outline is drawn, in px; 0 for a plain filled shape."""
        return OUTLINE if self.shape.hollow or self.faint or self.look == "throughout" else 0.0

    @property
    def faint(self) -> bool:
        """Whether the shape itself says "about"; a span says it by its dashed outline instead."""
        return self.row.approximate and self.look == "day"

    @property
    def height(self) -> float:
        """The px it takes upwards, outline included."""
        _, above, _, below = extent(self.shape.symbol, self.radius)
        span = {"day": 0.0, "within": PILL + 1.0, "throughout": CAP}[self.look]
        return max(below - above + self.outline, span)

    def box(self, width: float) -> tuple[float, float]:
        """Left and right in px, outline included, at a chart of this width."""
        near, _, far, _ = extent(self.shape.symbol, self.radius)
        reach = max(self.half, far + self.outline / 2, self.outline / 2 - near)
        middle = self.at * width
        if self.short or self.look == "day":
            return middle - reach, middle + reach
        return min(self.left * width, middle - reach), max(self.right * width, middle + reach)


def mark(row: EventRow, place: Place, scale: Scale, width: float, sizes: tuple[float, ...]) -> Mark | None:
    """The mark of an event in a place; None when it is undated or outside the window.

    `sizes` are the radii in px for importance 1, 2, 3.
    """
    if row.earliest is None and row.latest is None:
        return None
    left = scale.fraction(row.earliest.toordinal()) if row.earliest else 0.0
    right = scale.fraction(row.latest.toordinal() + 1) if row.latest else 1.0
    if (row.latest or scale.start) < scale.start or (row.earliest or scale.end) > scale.end:
        return None
    shape = shape_of(place.color)
    radius = sizes[min(max(row.importance, 1), 3) - 1]
    if row.earliest == row.latest:
        at = (left + right) / 2
        return Mark(row, place.lane, place.color, "day", at, at, at, radius * shape.grow, False, 0.0, "")
    left, right = max(left, 0.0), min(right, 1.0)
    look = "throughout" if row.throughout else "within"
    radius, half = SPAN_RADIUS[look] * shape.grow, SHORT[look]
    fade = "left" if row.earliest is None else "right" if row.latest is None else ""
    short = not fade and (right - left) * width < 2 * half
    at = _anchor(left, right, fade, half / width)
    return Mark(
        row, place.lane, place.color, look, at, left, right, radius, short, half if short else 0.0, fade
    )


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
