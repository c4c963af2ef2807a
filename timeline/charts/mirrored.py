"""Two lanes mirrored on one axis: the strips of both lie along it, the marks on either side of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.charts.ink import Ink
from timeline.charts.legend import Item
from timeline.charts.scene import LaneBox, Scene
from timeline.charts.shapes import number
from timeline.charts.strips import Strips
from timeline.charts.svg import Drawing, svg
from timeline.translation import gettext, gettext_noop

ROOM = 8.0  # px between the two lanes, for what they have between them
MOST = 4  # steps between two stances at most
HEADING = gettext_noop("Between the lines")
WORDS = gettext_noop("apart: the darker, the further")


@dataclass(frozen=True, slots=True)
class Apart:
    """What lies between the lanes from day to day, both inclusive: two stances, so many steps apart."""

    first: date
    last: date
    steps: float


@dataclass(frozen=True, slots=True)
class MirroredScene(Scene):
    """A scene of two lanes that face one another, with what lies between them.

    `name` is its own among those of a page: so are the ids of what its drawing defines.
    """

    name: str = ""
    between: tuple[Apart, ...] = ()

    @property
    def axis(self) -> float:
        """The middle between the two lanes, px from the top."""
        return self.lanes[1].top - ROOM / 2


def mirrored(scene: Scene, name: str, between: Sequence[Apart] = ()) -> MirroredScene:
    """The scene with its second lane turned over; as it is where it does not have two, or one is dense."""
    fields = {key: getattr(scene, key) for key in Scene.__slots__} | {"name": name}
    if len(scene.lanes) != 2 or any(box.dense for box in scene.lanes):
        return MirroredScene(**fields)
    above, below = scene.lanes
    lower = round(above.floor + ROOM - below.top, 2)  # px by which the second lane moves
    turned = replace(below, top=below.top + lower, floor=below.floor + lower, hanging=True)
    flip = Flip(turned)
    fields |= {
        "height": scene.height + lower,
        "lanes": (above, turned),
        "marks": tuple(flip(mark, lower) for mark in scene.marks),
        "strips": Strips(
            tuple(flip(rail, lower) for rail in scene.strips.rails),
            tuple(flip(bracket, lower, bracket.change.lane) for bracket in scene.strips.brackets),
        ),
    }
    return MirroredScene(**fields, between=tuple(between))


@dataclass(frozen=True, slots=True)
class Flip:
    """Turns over what stands in a lane."""

    box: LaneBox

    def __call__(self, item, lower: float, lane: str = ""):
        """The item, moved and turned over where it is of the lane."""
        if (lane or item.lane) != self.box.lane.key:
            return item
        return replace(item, y=round(self.box.top + self.box.floor - (item.y + lower), 2))


class MirroredDrawing(Drawing):
    """The drawing of such a scene: between the lines a band, the darker the further they are apart."""

    def __init__(self, scene: MirroredScene, ink: Ink, **options):
        super().__init__(scene, ink, **options)
        self.prefix = f"{self.prefix}-{scene.name}-"

    def grid(self):
        """The lines of any chart, with the bands over them."""
        yield from super().grid()
        yield from map(self.band, self.scene.between)

    def band(self, apart: Apart) -> str:
        """The band of a time in which both had a position."""
        scale = self.scene.scale
        left = max(scale.fraction(apart.first.toordinal()), 0.0)
        right = min(scale.fraction(apart.last.toordinal() + 1), 1.0)
        if left >= right:
            return ""
        top, dark = number(self.scene.axis - ROOM / 2), f'fill-opacity="{opacity(apart.steps):g}"'
        return (
            f'<rect {self.ink.fill("ink")} x="{self.x(left)}" y="{top}" '
            f'width="{self.x(right - left)}" height="{number(ROOM)}" {dark}/>'
        )


def opacity(steps: float) -> float:
    """How dark the band of so many steps is; that of none can just be seen."""
    return round(0.08 + 0.62 * steps / MOST, 3)


def mirrored_svg(scene: MirroredScene) -> str:
    """The scene as an SVG element for a page; see `svg`."""
    return svg(scene, drawn=MirroredDrawing)


def legend_of(scene: MirroredScene) -> list[Item]:
    """What the bands mean, where there are any."""
    if not scene.between:
        return []
    ink = Ink("css")
    steps = "".join(
        f'<rect {ink.fill("ink")} x="{-13 + 5.2 * step:g}" y="{-ROOM / 2:g}" width="5.2" height="{ROOM:g}" '
        f'fill-opacity="{opacity(step):g}"/>'
        for step in range(MOST + 1)
    )
    icon = (
        '<svg class="chart-icon" width="28" height="16" viewBox="-14 -8 28 16" aria-hidden="true" '
        f'focusable="false">{steps}</svg>'
    )
    return [Item(gettext(HEADING), "apart", gettext(WORDS), icon)]
