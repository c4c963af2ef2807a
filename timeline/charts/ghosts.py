"""Ghosts: where a source that disagrees has an event, a hollow mark on a thin line from the event's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.charts.ink import Ink
from timeline.charts.lettering import escaped
from timeline.charts.marks import Mark
from timeline.charts.rows import Otherwise
from timeline.charts.scale import Scale
from timeline.charts.shapes import number
from timeline.translation import gettext_noop

RADIUS, WIDTH = 3.6, 1.1  # px, of the ring and of its stroke; a span is as high as the ring
APART = 8.0  # px: a ring nearer to its mark would only blur it; the chart of a shorter time shows it
WORDS = gettext_noop("another date, by a source that disagrees")
ICON = (
    f'<path d="M-9,0H5.4" stroke="currentColor" stroke-width="{WIDTH}"/>'
    f'<circle cx="9" r="{RADIUS}" fill="none" stroke="currentColor" stroke-width="{WIDTH}"/>'
)


@dataclass(frozen=True, slots=True)
class Ghost:
    """A ghost as both drawings draw it: fractions of the width, at the height of its mark."""

    mark: Mark
    otherwise: Otherwise
    left: float
    right: float

    @property
    def is_day(self) -> bool:
        """Whether it is a ring, and not the outline of a span."""
        return self.otherwise.earliest == self.otherwise.latest

    @property
    def at(self) -> float:
        """Where its ring stands."""
        return (self.left + self.right) / 2

    @property
    def near(self) -> float:
        """The end of it that its line reaches."""
        return self.at if self.is_day else min((self.left, self.right), key=lambda x: abs(x - self.mark.at))


def ghosts(marks: Iterable[Mark], scale: Scale, width: float) -> tuple[Ghost, ...]:
    """The ghosts of these marks at a width in px.

    A date outside the window is not drawn, nor one whose ring would lie on the mark itself.
    """
    found = (ghost for mark in marks for ghost in _of(mark, scale))
    return tuple(ghost for ghost in found if abs(ghost.at - ghost.mark.at) * width >= APART)


def _of(mark: Mark, scale: Scale) -> Iterator[Ghost]:
    for other in mark.row.otherwise:
        if (other.earliest, other.latest) == (mark.row.earliest, mark.row.latest):
            continue
        left = scale.fraction(other.earliest.toordinal()) if other.earliest else 0.0
        right = scale.fraction(other.latest.toordinal() + 1) if other.latest else 1.0
        if right > 0 and left < 1:
            yield Ghost(mark, other, max(left, 0.0), min(right, 1.0))


def drawn(drawing) -> str:
    """The ghosts of a drawing's scene in SVG."""
    return "".join(_drawn(drawing, ghost) for ghost in drawing.scene.ghosts)


def _drawn(drawing, ghost: Ghost) -> str:
    y, stroke = number(ghost.mark.y), f'fill="none" stroke="currentColor" stroke-width="{WIDTH}"'
    line = f'<line {stroke} x1="{drawing.x(ghost.mark.at)}" x2="{drawing.x(ghost.near)}" y1="{y}" y2="{y}"/>'
    if ghost.is_day:
        shape = f'<circle {stroke} cx="{drawing.x(ghost.at)}" cy="{y}" r="{RADIUS}"/>'
    else:
        shape = (
            f'<rect {stroke} x="{drawing.x(ghost.left)}" width="{drawing.x(ghost.right - ghost.left)}" '
            f'y="{number(ghost.mark.y - RADIUS)}" height="{number(2 * RADIUS)}" rx="{RADIUS}"/>'
        )
    inner = f"<g {drawing.ink.mark(ghost.mark.color)}>{line}{shape}</g>"
    if not drawing.links:
        return inner
    row = ghost.mark.row
    words = f"<title>{escaped(said(ghost))}</title>" if drawing.titles else ""
    return (
        f'<a href="{escaped(row.url)}"{drawing.target} data-slug="{escaped(row.slug)}" '
        f'tabindex="-1">{words}{inner}</a>'
    )


def said(ghost: Ghost) -> str:
    """What hovering says of it: its event, and who has it when."""
    return f"{ghost.mark.row.title}\n{ghost.otherwise.words}"


def legend(ink: Ink) -> str:
    """The small drawing of what a ghost is."""
    return f'<g {ink.mark("none")}><circle cx="-9" r="{RADIUS}" fill="currentColor"/>{ICON}</g>'
