"""Ghosts as Plotly traces: the same lines, rings and outlines as in SVG."""

from collections.abc import Iterator
from textwrap import wrap

from timeline.charts.ghosts import RADIUS, WIDTH, Ghost, said
from timeline.charts.plotly_spans import HOVER, verbatim


def traces(plot) -> list[dict]:
    """The ghosts of a plot's scene as traces: lines with the outlines of spans, rings, what hovering says."""
    found = plot.scene.ghosts
    if not found:
        return []
    made = []
    for color in sorted({ghost.mark.color for ghost in found}):
        mine = [ghost for ghost in found if ghost.mark.color == color]
        strokes = [point for ghost in mine for point in _outline(ghost)]
        xs = [None if x is None else plot.time(x) for x, _y in strokes]
        paint = {"width": WIDTH, "color": plot.color(color)}
        made.append(plot.line(f"ghost-lines-{color}", xs, [y for _x, y in strokes], paint))
    return [*made, _rings(plot, found)]


def _outline(ghost: Ghost) -> Iterator[tuple[float | None, float | None]]:
    """The points of its line, and of the rectangle of a span."""
    y = ghost.mark.y
    yield from ((ghost.mark.at, y), (ghost.near, y), (None, None))
    if not ghost.is_day:
        top, low = y - RADIUS, y + RADIUS
        yield from ((ghost.left, top), (ghost.right, top), (ghost.right, low), (ghost.left, low))
        yield from ((ghost.left, top), (None, None))


def _rings(plot, found: tuple[Ghost, ...]) -> dict:
    """The rings; on a span an unseen one, so that it can be asked about as well."""
    return {
        "type": "scatter",
        "uid": "ghosts",
        "name": "ghosts",
        "mode": "markers",
        "x": [plot.time(ghost.at) for ghost in found],
        "y": [ghost.mark.y for ghost in found],
        "customdata": [ghost.mark.row.slug for ghost in found],
        "hovertext": [_hover(ghost, plot.letters) for ghost in found],
        "hovertemplate": HOVER,
        "marker": {
            "symbol": "circle-open",
            "size": 2 * RADIUS,
            "opacity": [1 if ghost.is_day else 0 for ghost in found],
            "color": [plot.color(ghost.mark.color) for ghost in found],
            "line": {"width": WIDTH, "color": [plot.color(ghost.mark.color) for ghost in found]},
        },
    }


def _hover(ghost: Ghost, letters: int) -> str:
    lines = (line for text in said(ghost).split("\n") for line in wrap(text, letters))
    return "<br>".join(map(verbatim, lines))
