"""What a layout makes: a scene that both drawings (SVG and Plotly) follow to the pixel."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from timeline.charts.density import Bar
from timeline.charts.ghosts import Ghost
from timeline.charts.marks import Mark
from timeline.charts.palette import keys
from timeline.charts.rows import Lane
from timeline.charts.scale import Scale
from timeline.charts.strips import Strips
from timeline.charts.ticks import Tick
from timeline.translation import gettext_noop

BOTTOM = 38  # px for the axis below the lanes
LABEL_SIZE, LABEL_LINE = 12.5, 16  # px
LANE_GAP = 2.5  # px between a lane's floor and its hairline, and again below it
EMPTY = gettext_noop("No dated events in this view")
TALL = 240  # px: a chart higher than this names its small ticks above the lanes as well
SHARES = (0.9, 1.0, 1.12)  # of the radius, for importance 1 to 3


@dataclass(frozen=True, slots=True)
class Width:
    """A width class: the px it is laid out for (and safe above), and the height it would like to keep."""

    name: str
    px: int
    height: int
    sizes: tuple[float, float, float] = (0.0, 0.0, 0.0)  # radii for importance 1 to 3, set by the layout

    def with_radius(self, radius: float) -> "Width":
        """The class with marks of this radius for importance 2; the others are subtly smaller or larger."""
        return replace(self, sizes=tuple(round(radius * share, 2) for share in SHARES))


# The page carries one rendering of each class; chart.css shows the one that its container has room for.
WIDTHS = {
    "narrow": Width("narrow", 312, 940),
    "medium": Width("medium", 640, 740),
    "wide": Width("wide", 960, 630),
}


def width_class(width: str | int) -> tuple[Width, int]:
    """The class of a width and the px to lay out for; px below the narrowest class count as narrow."""
    if isinstance(width, str):
        if width not in WIDTHS:
            raise ValueError(f"width must be one of {', '.join(WIDTHS)} or px, not {width!r}")
        return WIDTHS[width], WIDTHS[width].px
    fitting = [size for size in WIDTHS.values() if size.px <= width]
    return (max(fitting, key=lambda size: size.px) if fitting else WIDTHS["narrow"]), max(width, 240)


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane as drawn: px from the top of the chart; its marks stand on `floor`, or on its `strips` above.

    In one that is `hanging` they hang from the top, and its label is at the floor (see `mirrored`).
    """

    lane: Lane
    lines: tuple[str, ...]
    count: str
    top: float
    floor: float
    dense: bool
    strips: float = 0.0
    hanging: bool = False

    @property
    def hairline(self) -> float:
        """The line under it."""
        return self.floor + LANE_GAP

    def line_y(self, index: int) -> float:
        """The vertical centre of a line of its label."""
        top = self.floor - 4 - LABEL_LINE * len(self.lines) if self.hanging else self.top
        return top + 2 + LABEL_LINE / 2 + index * LABEL_LINE


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a drawing needs. Fractions are of the width, all else px.

    A view without a dated event has no lanes and no ticks, but a `note` that says so.
    """

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
    note: str = ""
    strips: Strips = field(default_factory=Strips)
    ghosts: tuple[Ghost, ...] = ()
    day_line: float | None = None  # where the day ends as of which all this is shown

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
    def high_ticks(self) -> tuple[Tick, ...]:
        """The smaller ticks that are named above the lanes too, where the axis below is far away."""
        return tuple(tick for tick in self.ticks if tick.above) if self.height > TALL else ()

    @property
    def floors(self) -> dict[str, float]:
        """The baseline of each lane's density by its key."""
        return {box.lane.key: box.floor - box.strips for box in self.lanes}


def present(scene: Scene) -> tuple[str, ...]:
    """The colour keys that occur, in legend order."""
    seen = Counter(item.color for item in scene.marks)
    return tuple(key for key in keys(scene.color_by) if key in seen)
