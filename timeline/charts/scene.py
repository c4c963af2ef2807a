"""The layout: rows and lanes in, a scene out that both drawings (SVG and Plotly) follow to the pixel."""

from collections import Counter
from collections.abc import Iterable, Sequence
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
MAX_ROWS = 80  # rows of marks in one lane; a lane that would need more is drawn as density too
DENSE_ROWS = 3  # rows of marks above a lane's density
MARGIN = 10  # px at either side of the window
TOP, BOTTOM = 22, 38  # px for the axis above and below the lanes
LABEL_SIZE, LABEL_LINE = 12.5, 16  # px


@dataclass(frozen=True, slots=True)
class Width:
    """A width class: the px it is laid out for (and safe above), a row's pitch and the radii of marks."""

    name: str
    px: int
    pitch: float
    sizes: tuple[float, float, float]


# The page carries one rendering of each class; chart.css shows the one that its container has room for.
WIDTHS = {
    "narrow": Width("narrow", 312, 9.5, (2.5, 3.1, 3.7)),
    "medium": Width("medium", 640, 11.0, (3.0, 3.7, 4.4)),
    "wide": Width("wide", 960, 12.0, (3.2, 4.0, 4.9)),
}


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane as drawn: px from the top of the chart; `floor` is where its marks stand."""

    lane: Lane
    lines: tuple[str, ...]
    count: str
    top: float
    floor: float
    dense: bool

    def line_y(self, index: int) -> float:
        """The vertical centre of a line of its label."""
        return self.top + 12 + index * LABEL_LINE


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
) -> Scene:
    """Place every event of `rows` in every lane it stands in.

    `window` are the asked first and last day; an open end is taken from the rows. `width` is a class
    ("wide", "medium", "narrow") or px. Above MARK_LIMIT marks, or in a lane that would stack higher
    than MAX_ROWS, the lane shows density (from `bins`, else counted from the rows) and its most
    important events. Raises ValueError for an unknown colouring, lane or width class.
    """
    keys(color_by)  # refuses what is not a colouring
    rows = tuple(rows)
    size, px = width_class(width)
    scale = scale_for(((r.earliest, r.latest) for r in rows), window, MARGIN / (px - 2 * MARGIN))
    drafts = _drafts(rows, lanes, scale, px, size)
    dense = len(drafts) > MARK_LIMIT
    by_lane = {lane.key: sorted((m for m in drafts if m.lane == lane.key), key=order) for lane in lanes}
    placed = {key: _stack(found, px, dense) for key, found in by_lane.items()}
    packed = {key for key, stacked in placed.items() if stacked.dense}
    drawn = bars([b for b in (bins or bins_of(rows, scale, px)) if b.lane in packed], scale) if packed else ()
    boxes = _boxes(lanes, placed, px, size)
    return Scene(
        size=size,
        width=px,
        height=round((boxes[-1].floor if boxes else TOP) + 6 + BOTTOM),
        scale=scale,
        window=window,
        color_by=color_by,
        lanes=boxes,
        marks=tuple(_settle(boxes, placed, size)),
        bars=drawn,
        ticks=ticks(scale, px),
        selected=selected,
    )


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
    marks: tuple[Mark, ...]
    rows: tuple[int, ...]
    height: int
    dense: bool


def _drafts(rows, lanes, scale: Scale, px: int, size: Width) -> list[Mark]:
    known = {lane.key for lane in lanes}
    if strangers := {p.lane for row in rows for p in row.places} - known:
        raise ValueError(f"places in lanes that are not drawn: {', '.join(sorted(strangers))}")
    found = (mark(row, place, scale, px, size.sizes) for row in rows for place in row.places)
    return [item for item in found if item]


def _stack(marks: list[Mark], px: int, dense: bool) -> _Stacked:
    """The rows of a lane's marks; dense lanes keep the most important of the marks that have room."""
    if dense:
        marks = sorted(marks, key=lambda m: (-m.row.importance, order(m)))
    boxes = ((left - GAP / 2, right + GAP / 2) for left, right in (m.box(px) for m in marks))
    rows, height = stack(boxes, DENSE_ROWS if dense else MAX_ROWS)
    if None in rows and not dense:
        return _stack(marks, px, dense=True)
    kept = [(m, row) for m, row in zip(marks, rows, strict=True) if row is not None]
    return _Stacked(tuple(m for m, _ in kept), tuple(row for _, row in kept), height, dense)


def _boxes(lanes: Sequence[Lane], placed: dict[str, _Stacked], px: int, size: Width) -> tuple[LaneBox, ...]:
    boxes, top = [], float(TOP)
    for lane in lanes:
        count = f"{lane.count:,} event{'' if lane.count == 1 else 's'}" if not boxes else f"{lane.count:,}"
        room = px - text_width(count, LABEL_SIZE) - 16
        lines = wrap(lane.label, room, LABEL_SIZE)
        stacked = placed[lane.key]
        body = max(stacked.height, 1) * size.pitch + (HEIGHT + 2 if stacked.dense else 0)
        floor = top + 12 + len(lines) * LABEL_LINE - LABEL_LINE / 2 + 2 + body
        boxes.append(LaneBox(lane, lines, count, top, round(floor, 2), stacked.dense))
        top = round(floor + 5, 2)
    return tuple(boxes)


def _settle(boxes: tuple[LaneBox, ...], placed: dict[str, _Stacked], size: Width):
    """Give every mark its height, from the lane's floor (or the top of its density) upwards."""
    for box in boxes:
        stacked = placed[box.lane.key]
        base = box.floor - (HEIGHT + 2 if stacked.dense else 0)
        for item, row in zip(stacked.marks, stacked.rows, strict=True):
            yield replace(item, y=round(base - (row + 0.5) * size.pitch, 2))


def present(scene: Scene) -> tuple[str, ...]:
    """The colour keys that occur, in legend order."""
    seen = Counter(item.color for item in scene.marks)
    return tuple(key for key in keys(scene.color_by) if key in seen)
