"""The shapes of marks: one geometry for both drawings, named and built as Plotly builds its symbols.

A shape says what its colour says: for points up, against points down, leaning is hollow.
Sizes are optical: a triangle of a circle's radius would look smaller, so it is drawn a little larger.
"""

from dataclasses import dataclass
from math import cos, pi, sin


@dataclass(frozen=True, slots=True)
class Shape:
    """A Plotly symbol, how much larger than a circle it is drawn, and whether it is hollow."""

    symbol: str
    grow: float = 1.0
    hollow: bool = False


SHAPES = {
    "supports": Shape("triangle-up", 1.08),
    "leans-support": Shape("triangle-up", 1.08, hollow=True),
    "undecided": Shape("diamond", 0.8),
    "leans-oppose": Shape("triangle-down", 1.08, hollow=True),
    "opposes": Shape("triangle-down", 1.08),
    "mixed": Shape("hourglass", 0.95),
    "none": Shape("circle", 0.78),
    "statement": Shape("circle"),
    "decision": Shape("square", 0.9),
    "delivery": Shape("triangle-right", 0.9),
    "report": Shape("circle", 0.9, hollow=True),
    "meeting": Shape("hexagon2", 1.05),
    "vote": Shape("cross", 0.86),
    "strike": Shape("star", 0.82),
    "warning": Shape("triangle-up", 1.08),
    "proposal": Shape("diamond", 0.8),
    "leak": Shape("x", 0.92),
    "requested": Shape("diamond", 0.8),
    "refused": Shape("x", 0.92),
    "approved": Shape("square", 0.9),
    "restricted": Shape("triangle-down", 1.08),
    "permitted": Shape("triangle-up", 1.08),
    "delivered": Shape("triangle-right", 0.9),
    "used": Shape("star", 0.82),
}


def shape_of(key: str) -> Shape:
    """The shape of a colour key; unknown keys look like "none"."""
    return SHAPES.get(key, SHAPES["none"])


def _ring(radius: float, count: int, turn: float) -> list[tuple[float, float]]:
    steps = (turn + 2 * pi * i / count for i in range(count))
    return [(radius * sin(a), -radius * cos(a)) for a in steps]


def _star(r: float) -> list[tuple[float, float]]:
    # Plotly's star: radius 1.4 r, inner radius 0.382 of it (a regular pentagram).
    outer, inner = _ring(1.4 * r, 5, 0.0), _ring(1.4 * r * 0.382, 5, pi / 5)
    return [point for pair in zip(outer, inner, strict=True) for point in pair]


def _cross(r: float) -> list[tuple[float, float]]:
    long, thin = 1.2 * r, 0.4 * r
    arm = [(long, thin), (long, -thin), (thin, -thin), (thin, -long), (-thin, -long), (-thin, -thin)]
    return [*arm, (-long, -thin), (-long, thin), (-thin, thin), (-thin, long), (thin, long), (thin, thin)]


def _x(r: float) -> list[tuple[float, float]]:
    # Plotly's x: a cross turned by 45 degrees, its arms measured along the diagonal.
    n = 0.8 * r / 2**0.5
    tips = [(n, 0), (2 * n, -n), (n, -2 * n), (0, -n), (-n, -2 * n), (-2 * n, -n)]
    return [*tips, (-n, 0), (-2 * n, n), (-n, 2 * n), (0, n), (n, 2 * n), (2 * n, n)]


POLYGONS = {
    "triangle-up": lambda r: [(-1.155 * r, r / 2), (1.155 * r, r / 2), (0, -r)],
    "triangle-down": lambda r: [(-1.155 * r, -r / 2), (1.155 * r, -r / 2), (0, r)],
    "triangle-right": lambda r: [(-r / 2, -1.155 * r), (-r / 2, 1.155 * r), (r, 0)],
    "diamond": lambda r: [(1.3 * r, 0), (0, -1.3 * r), (-1.3 * r, 0), (0, 1.3 * r)],
    "square": lambda r: [(r, r), (-r, r), (-r, -r), (r, -r)],
    "hourglass": lambda r: [(r, r), (-r, r), (r, -r), (-r, -r)],
    "hexagon2": lambda r: _ring(r, 6, pi / 2),
    "star": _star,
    "cross": _cross,
    "x": _x,
}


def _polygon(symbol: str, radius: float) -> list[tuple[float, float]]:
    """Corner points around the centre; a circle is stood for by its bounding square."""
    return POLYGONS.get(symbol, POLYGONS["square"])(radius)


def number(value: float) -> str:
    """A coordinate with two decimals at most and no zeros to spare."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path(symbol: str, radius: float) -> str:
    """SVG path data of a symbol of this radius in px, centred on 0,0."""
    r = number(radius)
    if symbol == "circle":
        return f"M{r},0A{r},{r} 0 1,1 0,-{r}A{r},{r} 0 0,1 {r},0Z"
    corners = (f"{number(x)},{number(y)}" for x, y in _polygon(symbol, radius))
    return "M" + "L".join(corners) + "Z"


def extent(symbol: str, radius: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a symbol around its centre, in px, without its outline."""
    xs, ys = zip(*_polygon(symbol, radius), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
