"""The layout: rows and lanes in, a scene out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.charts.density import HEIGHT, bars, bins_of
from timeline.charts.ghosts import ghosts
from timeline.charts.lettering import text_width, wrap
from timeline.charts.marks import GAP, Mark, mark, order
from timeline.charts.palette import keys
from timeline.charts.rows import Bin, EventRow, Lane
from timeline.charts.scale import Scale, scale_for
from timeline.charts.scene import (
    BOTTOM,
    EMPTY,
    LABEL_LINE,
    LABEL_SIZE,
    LANE_GAP,
    LaneBox,
    Scene,
    Width,
    width_class,
)
from timeline.charts.stacking import Item, stack
from timeline.charts.strips import ROOM, Change, Held, strips
from timeline.charts.ticks import ticks
from timeline.translation import gettext, ngettext, number

MARK_LIMIT = 1500  # marks in one scene; above it, density and the most important events
MAX_HEIGHT = 720  # px of marks in one lane; a lane that would need more is drawn as density too
DENSE_HEIGHT = 26  # px of marks above a lane's density
MARGIN = 14  # px at either side of the window: a mark's ring has room there
# px that a mark may stand beside its day, at the width that is laid out, where it lies lower there. What
# hovering and the list say of it is its true date.
ASIDE = 6.0
TAIL = 25  # one part in so many of the time is added where strips go on after the last event
TOP, LABEL_TOP = 22, 3  # px
# Radii in px, tried from large to small until the chart keeps its height: few events are drawn large.
RADII = (5.4, 5.0, 4.6, 4.3, 4.0, 3.8)
DENSE_RADIUS, STRIPS_RADIUS = 4.4, 5.0  # px
TINY = (3.2, 2.8, 2.4, 2.1, 1.9)  # px, only for a picture that must fit
EMPTY_HEIGHT = 40  # px


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
    held: Sequence[Held | Change] = (),
    reach: tuple[date | None, date | None] = (None, None),
    as_of: date | None = None,
) -> Scene:
    """Place every event of `rows` in every lane it stands in.

    `window` are the asked first and last day; an open end is taken from the rows. `width` is a class
    ("wide", "medium", "narrow") or px. Above MARK_LIMIT marks, or in a lane that would stack higher
    than MAX_HEIGHT, the lane shows density (from `bins`, else counted from the rows) and its most
    important events. `height` is what a picture has room for: marks get smaller, down to a point, to
    keep it. `held` are the strips along the lanes' floors (see `strips`). `reach` are days that the scale
    holds besides those of the rows, `as_of` the day at whose end a line is drawn: what follows was not yet,
    and what lasts is drawn up to it.

    Raises ValueError for an unknown colouring, lane or width class.
    """
    keys(color_by)  # refuses what is not a colouring
    size, px = width_class(width)
    rows = tuple(row.as_of(as_of) for row in rows) if as_of else tuple(rows)
    plan = _Plan(rows, tuple(lanes), window, px, tuple(bins), tuple(held), reach)
    size, boxes, placed = plan.largest(replace(size, height=height or size.height), bool(height))
    marks, drawn = tuple(_settle(boxes, placed)), plan.bars(boxes)
    scene = Scene(
        size,
        px,
        _height(boxes),
        plan.scale,
        window,
        color_by,
        boxes,
        marks,
        drawn,
        ticks(plan.scale, px),
        selected,
        ghosts=ghosts(marks, plan.scale, px),
        strips=strips(held, {box.lane.key: box.floor for box in boxes}, plan.scale, px),
        day_line=day_line(as_of, plan.scale),
    )
    return scene if marks or drawn else _empty(scene)


def day_line(as_of: date | None, scale: Scale) -> float | None:
    """Where the day ends, as a fraction of the width; None without a day, or where it is not in view."""
    at = scale.fraction(as_of.toordinal() + 1) if as_of and as_of < date.max else None
    return at if at is not None and 0 < at < 1 else None


def _empty(scene: Scene) -> Scene:
    """One line of words, where there is nothing to draw."""
    return replace(scene, lanes=(), ticks=(), day_line=None, height=EMPTY_HEIGHT, note=gettext(EMPTY))


def _height(boxes: tuple[LaneBox, ...]) -> float:
    return round((boxes[-1].floor if boxes else TOP) + 6 + BOTTOM)


@dataclass(frozen=True, slots=True)
class _Stacked:
    """A lane's marks, the px of each one's underside above their ground, and whether they lie on density."""

    marks: tuple[Mark, ...]
    undersides: tuple[float, ...]
    dense: bool
    strips: float

    @property
    def ground(self) -> float:
        """The px from the lane's floor to what the marks stand on."""
        return self.strips + (HEIGHT + 2 if self.dense else 0)


class _Plan:
    """What is to be laid out, and the tries at it."""

    def __init__(self, rows, lanes, window, px: int, bins, held, reach):
        self.rows, self.lanes, self.px, self.bins = rows, lanes, px, bins
        self.strips = ROOM if held else 0.0
        spans = [(dated.earliest, dated.latest) for row in rows for dated in (row, *row.otherwise)]
        spans += ((b.start, b.end) for b in bins if b.count)
        spans += _tail(spans) if held else []
        spans.append(reach)
        self.scale = scale_for(spans, window, MARGIN / (px - 2 * MARGIN))

    def largest(self, size: Width, picture: bool):
        """The layout with the largest marks that keeps the height, or the one with the smallest.

        Smaller marks hardly ever stack higher, so the radii are searched by halves: a layout is what costs.
        """
        radii = self.radii(picture)
        found = self.laid(size.with_radius(radii[-1]))
        first, last = 0, len(radii) - 1 if found[3] else 0
        while first < last:
            middle = (first + last) // 2
            tried = self.laid(size.with_radius(radii[middle]))
            if tried[3]:
                found, last = tried, middle
            else:
                first = middle + 1
        return found[:3]

    def radii(self, picture: bool) -> tuple[float, ...]:
        """The sizes to try; a caller who counted bins has more events than it gives rows."""
        if self.bins or len(self.rows) > MARK_LIMIT:
            return (DENSE_RADIUS,)
        if self.strips:  # as many lanes as there are actors: the page scrolls, the marks stay as large
            return (STRIPS_RADIUS,)
        return RADII + TINY if picture else RADII

    def laid(self, size: Width):
        """One try: (size, lane boxes, stacked marks, whether it keeps the height)."""
        drafts = self.drafts(size)
        dense, of_lane = bool(self.bins) or len(drafts) > MARK_LIMIT, defaultdict(list)
        for item in drafts:
            of_lane[item.lane].append(item)
        placed = {
            lane.key: _stack(sorted(of_lane[lane.key], key=order), self.px, dense, self.strips)
            for lane in self.lanes
        }
        boxes = _boxes(self.lanes, placed, self.px)
        # The height of dense lanes is the same for any radius.
        return size, boxes, placed, dense or _height(boxes) <= size.height

    def drafts(self, size: Width) -> list[Mark]:
        """Every mark, not yet stacked."""
        known = {lane.key for lane in self.lanes}
        if strangers := {p.lane for row in self.rows for p in row.places} - known:
            raise ValueError(f"places in lanes that are not drawn: {', '.join(sorted(strangers))}")
        found = (mark(r, place, self.scale, self.px, size.sizes) for r in self.rows for place in r.places)
        return [item for item in found if item]

    def bars(self, boxes: tuple[LaneBox, ...]):
        """The density of the lanes that show it."""
        packed = {box.lane.key for box in boxes if box.dense}
        if not packed:
            return ()
        bins = self.bins or bins_of(self.rows, self.scale, self.px)
        return bars([b for b in bins if b.lane in packed], self.scale)


def _tail(spans):
    """A little time after the last event, so that what is still held then can be seen."""
    days = [day for span in spans for day in span if day]
    if not days:
        return []
    last = max(days)
    room = min((last - min(days)).days // TAIL, (date.max - last).days)
    return [(None, last + timedelta(days=room))]


def _stack(marks: list[Mark], px: int, dense: bool, strips: float) -> _Stacked:
    """A lane's marks, placed; a dense lane keeps the most important of the marks that have room."""
    if dense:
        marks = sorted(marks, key=lambda m: (-m.row.importance, m.right - m.left, m.at, m.row.slug))
    items = [_item(m, px, dense) for m in marks]
    if not stack(items, DENSE_HEIGHT if dense else MAX_HEIGHT) and not dense:
        return _stack(marks, px, dense=True, strips=strips)
    kept = [(m, item) for m, item in zip(marks, items, strict=True) if item.under is not None]
    moved = (replace(m, at=m.at + (item.left - item.true) / px) for m, item in kept)
    return _Stacked(tuple(moved), tuple(item.under for _, item in kept), dense, strips)


def _item(mark: Mark, px: int, dense: bool) -> Item:
    """The box of a mark, with half a gap around it.

    It may step aside, but not into the margin; never does a span of true width, or a mark on density.
    """
    left, right = mark.box(px)
    at, fixed = mark.at * px, dense or (mark.look != "day" and not mark.short)
    leeway = (
        (0.0, 0.0) if fixed else tuple(min(ASIDE, max(0.0, room)) for room in (at - MARGIN, px - MARGIN - at))
    )
    return Item(left - GAP / 2, right - left + GAP, mark.height + GAP, leeway)


def _boxes(lanes: Sequence[Lane], placed: dict[str, _Stacked], px: int) -> tuple[LaneBox, ...]:
    boxes, top = [], float(TOP)
    for lane in lanes:
        count, ends, lines = _lettered(lane, px, worded=not boxes)
        floor = top + _lane_height(lines, ends, placed[lane.key], px)
        stacked = placed[lane.key]
        boxes.append(LaneBox(lane, lines, count, top, round(floor, 2), stacked.dense, stacked.strips))
        top = round(floor + 2 * LANE_GAP, 2)
    return tuple(boxes)


def _lettered(lane: Lane, px: int, worded: bool) -> tuple[str, float, tuple[str, ...]]:
    """A lane's count, the px from the left where it begins, and the lines of the label that end before it.

    A word that says of what the count is may not cost the label a line.
    """
    count = _count(lane, worded)
    ends = px - text_width(count, LABEL_SIZE) - 8
    lines = wrap(lane.label, ends - 8, LABEL_SIZE, lines=3)
    plain = _lettered(lane, px, worded=False) if worded else (count, ends, lines)
    return plain if len(plain[2]) < len(lines) else (count, ends, lines)


def _count(lane: Lane, worded: bool) -> str:
    """The number beside a lane's label, with or without a word for what is counted."""
    if lane.count is None:
        return ""
    said = ngettext("{count} event", "{count} events", lane.count) if worded else "{count}"
    return said.format(count=number(lane.count))


def _lane_height(lines: tuple[str, ...], count_at: float, stacked: _Stacked, px: int) -> float:
    """From a lane's top to its floor: marks may rise beside its label and its count, never into them."""
    ends = [text_width(line, LABEL_SIZE) + 6 for line in lines]
    base = stacked.ground
    height = LABEL_LINE * len(lines) + 4 + base
    for item, underside in zip(stacked.marks, stacked.undersides, strict=True):
        left, right = item.box(px)
        over = max((index for index, end in enumerate(ends, 1) if left < end), default=right > count_at)
        height = max(height, LABEL_LINE * over + LABEL_TOP + base + underside + item.height)
    return height


def _settle(boxes: tuple[LaneBox, ...], placed: dict[str, _Stacked]) -> Iterator[Mark]:
    """Give every mark its height, from the lane's floor (or the top of its strips and density) upwards."""
    for box in boxes:
        stacked = placed[box.lane.key]
        base = box.floor - stacked.ground
        for item, underside in zip(stacked.marks, stacked.undersides, strict=True):
            yield replace(item, y=round(base - underside - item.height / 2, 2))
