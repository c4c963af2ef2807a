"""The small drawings of marks in SVG: shapes, pills, spans with fading ends. Shared by chart and legend."""

from html import escape

from timeline.charts.ink import Ink
from timeline.charts.marks import BAR, OUTLINE, PILL, Mark
from timeline.charts.shapes import Shape, number, path

CURRENT = 'stroke="currentColor"'
DASH = "2 1.5"
SOFT = 0.32  # opacity of a span within which the event lies
FAINT, FAINTEST = 0.4, 0.15  # opacity of the inside of an approximate shape, and of a hollow one


def inside(shape: Shape, faint: bool) -> float:
    """How opaque the inside of a shape is: full, none when hollow, little when approximate."""
    if shape.hollow:
        return FAINTEST if faint else 0
    return FAINT if faint else 1


def shape(shape: Shape, radius: float, faint: bool = False, on_bar: Ink | None = None) -> str:
    """A shape centred on 0,0 in currentColor: filled, hollow, or pale with an outline if approximate.

    `on_bar` sets it off from the solid bar behind it, with paper around it or, if hollow, inside.
    """
    opacity = inside(shape, faint)
    fill, edge = 'fill="currentColor"', CURRENT
    if on_bar:
        fill = on_bar.fill("paper") if shape.hollow else fill
        edge = CURRENT if shape.hollow else on_bar.stroke("paper")
    elif opacity < 1:
        fill = f'{fill} fill-opacity="{opacity:g}"' if opacity else 'fill="none"'
    outline = f' {edge} stroke-width="{OUTLINE:g}"' if on_bar or opacity < 1 else ""
    return f'<path {fill}{outline} d="{path(shape.symbol, radius)}"/>'


def fade(name: str, key: str, side: str, ink: Ink, opacity: float) -> str:
    """A gradient from nothing at the open `side` to `opacity` at the other."""
    stops = [(0, 0), (0.6, opacity), (1, opacity)]
    stops = stops if side == "left" else [(1 - at, value) for at, value in reversed(stops)]
    inner = "".join(
        f'<stop offset="{at:g}" stop-color="currentColor" stop-opacity="{v:g}"/>' for at, v in stops
    )
    return f'<linearGradient id="{escape(name)}" {ink.mark(key)}>{inner}</linearGradient>'


def pill(mark: Mark) -> str:
    """A span too short for its true width, centred on 0,0: a soft pill, or a solid short bar."""
    height = BAR if mark.look == "throughout" else PILL
    inside = 1 if mark.look == "throughout" else SOFT
    corner = 0 if mark.look == "throughout" else PILL / 2
    return (
        f'<rect x="-{number(mark.half)}" y="-{number(height / 2)}" width="{number(2 * mark.half)}" '
        f'height="{number(height)}" rx="{number(corner)}" fill="currentColor" fill-opacity="{inside}"/>'
    )
