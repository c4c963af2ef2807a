"""The chart as a picture of its own: a preview card with title, sentence and address, or a plain file."""

from timeline.charts.ink import PICTURE_FONT, Ink
from timeline.charts.lettering import escaped, text_width, wrap
from timeline.charts.plot import Plot, ScenePlot
from timeline.charts.scene import Scene
from timeline.charts.shapes import number

EDGE = 48  # px around the card


def draw(
    chart: Scene | Plot,
    theme: str,
    *,
    title: str = "",
    sentence: str = "",
    address: str = "",
    size: tuple[int, int] | None = (1200, 630),
) -> str:
    """An SVG document with explicit colours; no links, no script, no styles, nothing fetched.

    With a `size` the chart is scaled down to fit below the words; without one, the picture is as high
    as the chart needs. Every text is escaped: resvg would open whatever an image element names.
    """
    ink = Ink(theme)
    plot = ScenePlot(chart) if isinstance(chart, Scene) else chart
    width = size[0] if size else plot.width + 2 * EDGE
    words, top = _words(ink, width - 2 * EDGE, title, sentence)
    foot = 40 if address else 16
    height = size[1] if size else round(top + plot.height + foot)
    room = (width - 2 * EDGE, height - top - foot)
    scale = min(1.0, room[0] / plot.width, room[1] / plot.height)
    left = EDGE + max(0.0, (room[0] - plot.width * scale) / 2)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{PICTURE_FONT}">'
        f"<title>{escaped(title or sentence)}</title>"
        f'<rect width="100%" height="100%" {ink.fill("paper")}/>{words}'
        f'<g transform="translate({number(left)} {number(top)}) scale({scale:.4f})">{plot.body(ink)}</g>'
        f"{_line(ink, address, height - 18, 16, 'muted')}</svg>"
    )


def _words(ink: Ink, width: float, title: str, sentence: str) -> tuple[str, float]:
    """Title and sentence from the top down, and the height they take."""
    parts, y = [], 24.0
    whole = _clauses(sentence, 2 * width - 100)
    for text, size, key, weight in ((title, 34, "ink", "700"), (whole, 18, "muted", "400")):
        for line in wrap(text, width, size) if text else ():
            y += size * 1.25
            parts.append(_line(ink, line, y - size * 0.2, size, key, weight))
    return "".join(parts), y + 14


def _clauses(sentence: str, room: float) -> str:
    """The sentence, or as many of its clauses (parted by semicolons) as have room."""
    clauses = sentence.split("; ")
    while len(clauses) > 1 and text_width("; ".join(clauses), 18) > room:
        clauses.pop()
    return "; ".join(clauses).rstrip(".") + "." if sentence else ""


def _line(ink: Ink, text: str, y: float, size: int, key: str, weight: str = "400") -> str:
    if not text:
        return ""
    return (
        f'<text x="{EDGE}" y="{number(y)}" font-size="{size}" font-weight="{weight}" {ink.fill(key)}>'
        f"{escaped(text)}</text>"
    )
