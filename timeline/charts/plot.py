"""What a picture can show: anything that has a size, a drawing in some ink, and a legend."""

from dataclasses import dataclass
from typing import Protocol

from timeline.charts.ink import Ink
from timeline.charts.legend import Item, legend
from timeline.charts.scene import Scene
from timeline.charts.shapes import number
from timeline.charts.svg import Drawing


class Plot(Protocol):
    """Something drawn, in px: a chart along the axis of time (`ScenePlot`) or a grid (`GridPlot`)."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    def body(self, ink: Ink) -> str: ...

    def legend(self, theme: str) -> list[Item]: ...


@dataclass(frozen=True, slots=True)
class ScenePlot:
    """A laid-out chart as a picture shows it: without links, in px; `plumb` drops a line from its event."""

    scene: Scene
    plumb: bool = False

    @property
    def width(self) -> float:
        """In px."""
        return self.scene.width

    @property
    def height(self) -> float:
        """In px."""
        return self.scene.height

    def body(self, ink: Ink) -> str:
        """The drawing."""
        return (self._line(ink) if self.plumb else "") + Drawing(
            self.scene, ink, stretch=False, links=False
        ).body()

    def legend(self, theme: str) -> list[Item]:
        """What it means."""
        return legend(self.scene, theme)

    def _line(self, ink: Ink) -> str:
        """A line from the mark of the selected event, down to the floor of its lane."""
        scene = self.scene
        marks = [mark for mark in scene.marks if mark.row.slug == scene.selected]
        return "".join(
            f'<path d="M{number(mark.at * scene.width)},{number(mark.y)}V{number(scene.floors[mark.lane])}" '
            f'{ink.stroke("muted")} stroke-width="1.2"/>'
            for mark in marks
        )
