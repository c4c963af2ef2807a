"""Strips as Plotly traces: rails as thick strokes, brackets, patches, and their marks to hover on."""

from collections import defaultdict
from textwrap import wrap

from timeline.charts import palette
from timeline.charts.plotly_spans import FADE_STEPS, HOVER, verbatim
from timeline.charts.strips import BRACKET, PATCH, RAIL, THIN, Bracket, Rail
from timeline.charts.strips_svg import SIGN_SIZE, SIGNS, TURN

STEP = 12  # px at least, of one opacity; rails that are equally faint share a trace


def traces(plot) -> list[dict]:
    """The traces of all strips of a plot's scene, from back to front; none where there are no strips."""
    strips = plot.scene.strips
    unknown = [item for look in SIGNS for item in strips.of(look)]
    turns, shifts = strips.of("turn"), strips.of("shift")
    found = [*patches(plot, unknown), *rails(plot, strips.rails)]
    found += brackets(plot, "shifts", shifts, {"width": 1, "dash": "1.5px,2px"})
    found += [*brackets(plot, "windows", turns, {"width": 1}), *ends(plot, turns)]
    return [*found, *arrows(plot, turns), *signs(plot, unknown)]


def rails(plot, items: tuple[Rail, ...]) -> list[dict]:
    """Rails by colour and opacity: strokes of the same look are one trace.

    Plotly makes a selector of a trace's name: it must be one without a dot.
    """
    parts = defaultdict(list)
    for item in items:
        for left, right, opacity in pieces(item, plot.scene.width):
            parts[item.color, item.hollow, opacity].append((left, right, item.y))
    made = []
    for (color, hollow, opacity), strokes in sorted(parts.items()):
        away = (RAIL - THIN) / 2
        lines = [
            (left, right, y + off)
            for left, right, y in strokes
            for off in ((-away, away) if hollow else (0,))
        ]
        paint = {"width": THIN if hollow else RAIL, "color": palette.rgba(color, plot.theme, opacity)}
        made.append(stroke(plot, f"rail-{color}-{opacity:.0%}".rstrip("%"), lines, paint))
    return made


def pieces(item: Rail, px: int):
    """(left, right, opacity) of a rail on a chart of so many px: whole while it is held, then in steps."""
    if item.fading > item.left:
        yield item.left, item.fading, 1.0
    length = item.right - item.fading
    steps = max(1, min(FADE_STEPS, int(length * px / STEP))) if length > 0 else 0
    for index in range(steps):
        opacity = item.full + (item.faint - item.full) * (index + 0.5) / steps
        left, right = (item.fading + length * at / steps for at in (index, index + 1))
        yield left, right, round(opacity * 20) / 20


def stroke(plot, uid: str, lines: list[tuple[float, float, float]], paint: dict) -> dict:
    """One trace of horizontal strokes (left, right, y)."""
    xs = [at for left, right, _ in lines for at in (plot.time(left), plot.time(right), None)]
    ys = [at for *_, y in lines for at in (y, y, None)]
    return plot.line(uid, xs, ys, paint)


def brackets(plot, uid: str, items: tuple[Bracket, ...], paint: dict) -> list[dict]:
    """The lines of windows."""
    if not items:
        return []
    lines = [(item.left, item.right, item.y) for item in items]
    return [stroke(plot, uid, lines, paint | {"color": plot.color("muted")})]


def ends(plot, items: tuple[Bracket, ...]) -> list[dict]:
    """The upright ends of windows."""
    points = [(at, item.y) for item in items for at in item.ends]
    if not points:
        return []
    line = {"width": 1, "color": plot.color("muted")}
    marker = {"symbol": "line-ns", "size": BRACKET, "opacity": 1, "line": line}
    return [points_at(plot, "window-ends", points, marker) | {"hoverinfo": "skip"}]


def arrows(plot, items: tuple[Bracket, ...]) -> list[dict]:
    """The marks of turns; a click opens what is said of the turn."""
    if not items:
        return []
    line = {"width": 1.2, "color": plot.color("paper")}
    marker = {
        "symbol": TURN.symbol,
        "size": [2 * item.radius + 1 for item in items],
        "opacity": 1,
        "color": plot.color("ink"),
        "line": line,
    }
    return [points_at(plot, "turns", middles(items), marker) | told(plot, items)]


def patches(plot, items: list[Bracket]) -> list[dict]:
    """The soft ground under times whose order is unknown."""
    if not items:
        return []
    lines = [(item.left, item.right, item.y) for item in items]
    return [stroke(plot, "patches", lines, {"width": PATCH, "color": plot.color("density")})]


def signs(plot, items: list[Bracket]) -> list[dict]:
    """The signs on those grounds."""
    if not items:
        return []
    font = {"size": SIGN_SIZE, "color": plot.color("ink")}
    texts = {"text": [SIGNS[item.change.look] for item in items], "textfont": font}
    points = points_at(
        plot, "signs", middles(items), {"size": PATCH, "opacity": 0, "color": plot.color("ink")}
    )
    return [points | {"mode": "markers+text", "textposition": "middle center"} | texts | told(plot, items)]


def middles(items):
    """Where the marks of windows stand."""
    return [(item.middle, item.y) for item in items]


def points_at(plot, uid: str, points: list[tuple[float, float]], marker: dict) -> dict:
    """A trace of markers."""
    return {
        "type": "scatter",
        "uid": uid,
        "name": uid,
        "mode": "markers",
        "x": [plot.time(at) for at, _ in points],
        "y": [y for _, y in points],
        "marker": marker,
    }


def told(plot, items) -> dict:
    """What hovering says of windows, and what a click opens."""
    words = ["<br>".join(map(verbatim, wrap(item.change.words, plot.letters))) for item in items]
    return {
        "customdata": [item.change.key for item in items],
        "hovertext": words,
        "hovertemplate": HOVER,
    }
