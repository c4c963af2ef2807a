"""The layout: rows and lanes in, a scene out that both drawings (SVG and Plotly) follow to the pixel."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.charts.density import HEIGHT, Bar, bars, bins_of
from timeline.charts.lettering import text_width, wrap
from timeline.charts.marks import GAP, Mark, mark, order
from timeline.charts.palette import keys
from timeline.charts.rows import Bin, EventRow, Lane
from timeline.charts.scale import Scale, scale_for
from timeline.charts.stacking import stack
from timeline.charts.ticks import Tick, ticks

MARK_LIMIT = 1500  # marks in one scene; above it, density and the most important events
MAX_HEIGHT = 720  # px of marks in one lane; a lane that would need more is drawn as density too
DENSE_HEIGHT = 26  # px of marks above a lane's density
MARGIN = 10  # px at either side of the window
TOP, BOTTOM = 22, 38  # px for the axis above and below the lanes
LABEL_SIZE, LABEL_LINE, LABEL_TOP = 12.5, 16, 3  # px
LANE_GAP = 2.5  # px between a lane's floor and its hairline, and again below it


@dataclass(frozen=True, slots=True)
class Width:
    """A width class: the px it is laid out for (and safe above), and the height it would like to keep."""

    name: str
    px: int
    height: int
    sizes: tuple[float, float, float] = (0.0, 0.0, 0.0)  # radii for importance 1 to 3, set by the layout

    def with_radius(self, radius: float) -> "Width":
        """The class with marks of this radius for importance 2; the others are subtly smaller or larger."""
        return replace(self, sizes=tuple(round(radius * share, 2) for share in (0.84, 1.0, 1.2)))


# The page carries one rendering of each class; chart.css shows the one that its container has room for.
WIDTHS = {
    "narrow": Width("narrow", 312, 1210),
    "medium": Width("medium", 640, 900),
    "wide": Width("wide", 960, 800),
}
# Radii in px, tried from large to small until the chart keeps its height: few events are drawn large.
RADII = (5.0, 4.4, 3.8, 3.3, 2.9, 2.6, 2.4)
DENSE_RADIUS = 4.4  # px
TINY = (2.1, 1.9)  # px, only for a picture that must fit


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane as drawn: px from the top of the chart; `floor` is where its marks stand."""

    lane: Lane
    lines: tuple[str, ...]
    count: str
    top: float
    floor: float
    dense: bool

    @property
    def hairline(self) -> float:
        """The line under it."""
        return self.floor + LANE_GAP

    def line_y(self, index: int) -> float:
        """The vertical centre of a line of its label."""
        return self.top + 2 + LABEL_LINE / 2 + index * LABEL_LINE


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a drawing needs. Fractions are of the width, all else px."""

    size: Width
    width: int
    height: float
    scale: Scale
    window: tuple[date | None, date | None]
    color_by: str
    lanes: tuple[LaneBox, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    selected: str | None

    @property
    def bottom(self) -> float:
        """Where the lanes end and the axis begins."""
        return self.height - BOTTOM

    def line_ends(self, tick: Tick) -> tuple[float, float]:
        """From where to where a tick's line runs: through all lanes for the larger unit, else short."""
        if not tick.parent:
            return self.bottom, self.bottom + 4
        return (self.lanes[0].top if self.lanes else 0.0), self.bottom + 16

    @property
    def floors(self) -> dict[str, float]:
        """The baseline of each lane by its key."""
        return {box.lane.key: box.floor for box in self.lanes}


def lay_out(
    rows: Iterable[EventRow],
    lanes: Sequence[Lane],
    *,
    color_by: str = "kind",
    window: tuple[date | None, date | None] = (None, None),
    width: str | int = "wide",
    bins: Sequence[Bin] = (),
    selected: str | None = None,
    height: int | None = None,
) -> Scene:
    """Place every event of `rows` in every lane it stands in.

    `window` are the asked first and last day; an open end is taken from the rows. `width` is a class
    ("wide", "medium", "narrow") or px. Above MARK_LIMIT marks, or in a lane that would stack higher
    than MAX_HEIGHT, the lane shows density (from `bins`, else counted from the rows) and its most
    important events. `height` is what a picture has room for: marks get smaller, down to a point, to
    keep it. Raises ValueError for an unknown colouring, lane or width class.
    """
    keys(color_by)  # refuses what is not a colouring
    rows = tuple(rows)
    size, px = width_class(width)
    size = replace(size, height=height) if height else size
    scale = scale_for(((r.earliest, r.latest) for r in rows), window, MARGIN / (px - 2 * MARGIN))
    size, boxes, placed = _largest(
        rows, lanes, scale, px, size, _radii(len(rows), height, bool(bins)), bool(bins)
    )
    packed = {box.lane.key for box in boxes if box.dense}
    drawn = bars([b for b in (bins or bins_of(rows, scale, px)) if b.lane in packed], scale) if packed else ()
    return Scene(
        size=size,
        width=px,
        height=_height(boxes),
        scale=scale,
        window=window,
        color_by=color_by,
        lanes=boxes,
        marks=tuple(_settle(boxes, placed)),
        bars=drawn,
        ticks=ticks(scale, px) if rows or any(window) else (),
        selected=selected,
    )


def _largest(
    rows, lanes: Sequence[Lane], scale: Scale, px: int, size: Width, radii: tuple[float, ...], crowded: bool
):
    """The layout with the largest marks that keeps the height, or the one with the smallest.

    Smaller marks never stack higher, so the radii are searched by halves: a layout is what costs.
    """
    first, last = 0, len(radii) - 1
    found = None
    while first <= last:
        middle = (first + last) // 2 if found else last
        tried = _laid(rows, lanes, scale, px, size.with_radius(radii[middle]), crowded)
        if found is None or tried[3]:
            found, last = tried, middle - 1
            if not tried[3]:
                break
        else:
            first = middle + 1
    return found[:3]


def _laid(rows, lanes: Sequence[Lane], scale: Scale, px: int, size: Width, crowded: bool):
    """One try: (size, lane boxes, stacked marks, whether it keeps the height)."""
    drafts = _drafts(rows, lanes, scale, px, size)
    dense = crowded or len(drafts) > MARK_LIMIT
    placed = {
        lane.key: _stack(sorted((m for m in drafts if m.lane == lane.key), key=order), px, dense)
        for lane in lanes
    }
    boxes = _boxes(lanes, placed, px)
    # The height of dense lanes is the same for any radius.
    return size, boxes, placed, dense or _height(boxes) <= size.height


def _radii(events: int, height: int | None, crowded: bool) -> tuple[float, ...]:
    """The sizes to try; a caller who counted bins has more events than it gives rows."""
    if crowded or events > MARK_LIMIT:
        return (DENSE_RADIUS,)
    return RADII + TINY if height else RADII


def _height(boxes: tuple[LaneBox, ...]) -> float:
    return round((boxes[-1].floor if boxes else TOP) + 6 + BOTTOM)


def width_class(width: str | int) -> tuple[Width, int]:
    """The class of a width and the px to lay out for; px below the narrowest class count as narrow."""
    if isinstance(width, str):
        if width not in WIDTHS:
            raise ValueError(f"width must be one of {', '.join(WIDTHS)} or px, not {width!r}")
        return WIDTHS[width], WIDTHS[width].px
    fitting = [size for size in WIDTHS.values() if size.px <= width]
    return (max(fitting, key=lambda size: size.px) if fitting else WIDTHS["narrow"]), max(width, 240)


@dataclass(frozen=True, slots=True)
class _Stacked:
    """A lane's marks, the px of each one's underside above the floor, and the height of all."""

    marks: tuple[Mark, ...]
    undersides: tuple[float, ...]
    height: float
    dense: bool


def _drafts(rows, lanes, scale: Scale, px: int, size: Width) -> list[Mark]:
    known = {lane.key for lane in lanes}
    if strangers := {p.lane for row in rows for p in row.places} - known:
        raise ValueError(f"places in lanes that are not drawn: {', '.join(sorted(strangers))}")
    found = (mark(row, place, scale, px, size.sizes) for row in rows for place in row.places)
    return [item for item in found if item]


def _stack(marks: list[Mark], px: int, dense: bool) -> _Stacked:
    """A lane's marks, placed; a dense lane keeps the most important of the marks that have room."""
    if dense:
        marks = sorted(marks, key=lambda m: (-m.row.importance, m.right - m.left, m.at, m.row.slug))
    boxes = ((*_grown(m.box(px)), m.height + GAP) for m in marks)
    places, height = stack(boxes, DENSE_HEIGHT if dense else MAX_HEIGHT)
    if None in places and not dense:
        return _stack(marks, px, dense=True)
    kept = [(m, place) for m, place in zip(marks, places, strict=True) if place is not None]
    return _Stacked(tuple(m for m, _ in kept), tuple(place for _, place in kept), height, dense)


def _grown(sides: tuple[float, float]) -> tuple[float, float]:
    return sides[0] - GAP / 2, sides[1] + GAP / 2


def _boxes(lanes: Sequence[Lane], placed: dict[str, _Stacked], px: int) -> tuple[LaneBox, ...]:
    boxes, top = [], float(TOP)
    for lane in lanes:
        count = _count(lane, first=not boxes)
        ends = px - text_width(count, LABEL_SIZE) - 8
        lines = wrap(lane.label, ends - 8, LABEL_SIZE, lines=3)
        floor = top + _lane_height(lines, ends, placed[lane.key], px)
        boxes.append(LaneBox(lane, lines, count, top, round(floor, 2), placed[lane.key].dense))
        top = round(floor + 2 * LANE_GAP, 2)
    return tuple(boxes)


def _count(lane: Lane, first: bool) -> str:
    """The number beside a lane's label; the first lane says of what."""
    if lane.count is None:
        return ""
    return f"{lane.count:,}" + (f" event{'' if lane.count == 1 else 's'}" if first else "")


def _lane_height(lines: tuple[str, ...], count_at: float, stacked: _Stacked, px: int) -> float:
    """From a lane's top to its floor: marks may rise beside its label and its count, never into them."""
    label_ends = max((text_width(line, LABEL_SIZE) for line in lines), default=0) + 6
    base = HEIGHT + 2 if stacked.dense else 0
    height = LABEL_LINE * len(lines) + 4 + base
    for item, underside in zip(stacked.marks, stacked.undersides, strict=True):
        left, right = item.box(px)
        above = LABEL_LINE * len(lines) if left < label_ends else LABEL_LINE if right > count_at else 0
        height = max(height, above + LABEL_TOP + base + underside + item.height)
    return height


def _settle(boxes: tuple[LaneBox, ...], placed: dict[str, _Stacked]) -> Iterator[Mark]:
    """Give every mark its height, from the lane's floor (or the top of its density) upwards."""
    for box in boxes:
        stacked = placed[box.lane.key]
        base = box.floor - (HEIGHT + 2 if stacked.dense else 0)
        for item, underside in zip(stacked.marks, stacked.undersides, strict=True):
            yield replace(item, y=round(base - underside - item.height / 2, 2))


def present(scene: Scene) -> tuple[str, ...]:
    """The colour keys that occur, in legend order."""
    seen = Counter(item.color for item in scene.marks)
    return tuple(key for key in keys(scene.color_by) if key in seen)
