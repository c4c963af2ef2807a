"""Spans as Plotly traces: bands, bars, pills, fading ends, and unseen points along them to hover on."""

from html import escape
from itertools import groupby
from textwrap import wrap

from timeline.charts import glyphs, palette
from timeline.charts.marks import BAR, CAP, PILL, Mark
from timeline.charts.scale import moment
from timeline.charts.scene import Scene
from timeline.translation import gettext

FADE_STEPS = 10
# Round ends reach half a band beyond a stroke, so strokes are inset by as much. A page is drawn a little
# wider than the width its class is laid out for; this is what the inset assumes.
STRETCH = 1.2
HOVER = "%{hovertext}<extra></extra>"


def verbatim(text: str) -> str:
    """A text that Plotly shows as it is: neither markup nor one of its %{templates}."""
    return escape(text, quote=False).replace("{", "&#123;")


def hover(mark: Mark, letters: int) -> str:
    """Title, date as read, date as written and sources, escaped, in lines of so many letters at most."""
    row = mark.row
    written = gettext("written: “{words}”").format(words=row.date_text) if row.date_text else ""
    paragraphs = (row.title, row.date_read, written, row.sources)
    lines = [line for text in paragraphs if text for line in wrap(text, letters)]
    return "<br>".join(map(verbatim, lines))


class Spans:
    """The traces of one scene's spans in one theme ("light" or "dark")."""

    def __init__(self, scene: Scene, theme: str):
        self.scene, self.theme = scene, theme

    @property
    def letters(self) -> int:
        """How many letters a line of what hovering says may have."""
        return min(60, self.scene.width // 8)

    def time(self, fraction: float) -> str:
        """A fraction of the width as a moment on the time axis."""
        return moment(self.scene.scale.ordinal(fraction))

    def color(self, key: str) -> str:
        """A colour of this theme."""
        return palette.color(key, self.theme)

    def pills(self, marks: list[Mark]) -> list[dict]:
        """Short spans, as thick horizontal strokes; plotly.css rounds the ends of the soft ones."""
        traces = []
        for look, width, inside in (("within", PILL, glyphs.SOFT), ("throughout", BAR, 1)):
            found = [m for m in marks if m.look == look]
            if found:
                round_end = PILL if look == "within" else 0
                traces.append(
                    {
                        "type": "scatter",
                        "uid": f"pills-{look}",
                        "name": f"pills-{look}",
                        "mode": "markers",
                        "x": [self.time(m.at) for m in found],
                        "y": [m.y for m in found],
                        "hoverinfo": "skip",
                        "marker": {
                            "symbol": "line-ew",
                            "size": [round(2 * m.half - round_end, 2) for m in found],
                            "opacity": 1,
                            "line": {
                                "width": width,
                                "color": [palette.rgba(m.color, self.theme, inside) for m in found],
                            },
                        },
                    }
                )
        return traces

    def spans(self, marks: list[Mark]) -> list[dict]:
        """Soft bands, solid bars with their ends, and open ends in steps of falling opacity."""
        even = sorted((m for m in marks if not m.fade), key=lambda m: (m.look, m.color))
        traces = []
        for (look, color), found in groupby(even, key=lambda m: (m.look, m.color)):
            traces.append(self.strokes(look, color, [(m.left, m.right, m.y) for m in found]))
        for item in (m for m in marks if m.fade):
            traces += self.fading(item)
        rough = [m for m in even if m.look == "within" and m.row.approximate]
        return [*traces, *self.outlines(rough), *self.caps([m for m in marks if m.look == "throughout"])]

    def strokes(self, look: str, color: str, parts: list[tuple[float, float, float]], opacity=None) -> dict:
        """Horizontal strokes (left, right, y) of one look and colour; soft ones leave room for round ends."""
        soft = look == "within"
        inset = PILL / 2 / self.scene.width / STRETCH if soft and opacity is None else 0
        inside = (glyphs.SOFT if soft else 1) if opacity is None else opacity
        xs, ys = [], []
        for left, right, y in parts:
            xs += [self.time(left + inset), self.time(right - inset), None]
            ys += [y, y, None]
        name = f"{'band' if opacity is None and soft else 'bar'}-{color}"
        width = PILL if soft else BAR
        return self.line(name, xs, ys, {"width": width, "color": palette.rgba(color, self.theme, inside)})

    def line(self, uid: str, xs: list, ys: list, line: dict) -> dict:
        """A trace of lines that nothing can be asked about (`along` answers for them)."""
        return {
            "type": "scatter",
            "uid": uid,
            "name": uid,
            "mode": "lines",
            "x": xs,
            "y": ys,
            "hoverinfo": "skip",
            "line": {"simplify": False, **line},
        }

    def fading(self, mark: Mark) -> list[dict]:
        """A span with an open end: steps whose opacity falls as the SVG's gradient does."""
        full = glyphs.SOFT if mark.look == "within" else 1
        step = (mark.right - mark.left) / FADE_STEPS
        traces = []
        for index in range(FADE_STEPS):
            away = (index + 0.5) / FADE_STEPS if mark.fade == "left" else 1 - (index + 0.5) / FADE_STEPS
            left = mark.left + index * step
            part = [(left, left + step, mark.y)]
            traces.append(self.strokes(mark.look, mark.color, part, full * min(1.0, away / 0.6)))
        return traces

    def outlines(self, marks: list[Mark]) -> list[dict]:
        """Dashed outlines of approximate bands: their upper and lower edges."""
        traces, half = [], PILL / 2
        for color, found in groupby(sorted(marks, key=lambda m: m.color), key=lambda m: m.color):
            xs, ys = [], []
            for item in found:
                inset = half / self.scene.width / STRETCH
                ends = [self.time(item.left + inset), self.time(item.right - inset), None]
                xs += ends + ends
                ys += [item.y - half, item.y - half, None, item.y + half, item.y + half, None]
            traces.append(
                self.line(
                    f"edge-{color}", xs, ys, {"width": 1, "dash": "2px,1.5px", "color": self.color(color)}
                )
            )
        return traces

    def caps(self, marks: list[Mark]) -> list[dict]:
        """The upright ends of bars."""
        ends = [(at, m) for m in marks for at in m.ends]
        if not ends:
            return []
        return [
            {
                "type": "scatter",
                "uid": "caps",
                "name": "caps",
                "mode": "markers",
                "x": [self.time(at) for at, _ in ends],
                "y": [m.y for _, m in ends],
                "hoverinfo": "skip",
                "marker": {
                    "symbol": "line-ns",
                    "size": CAP,
                    "opacity": 1,
                    "line": {"width": 1.6, "color": [self.color(m.color) for _, m in ends]},
                },
            }
        ]

    def along(self, marks: list[Mark]) -> list[dict]:
        """Unseen points every few px along spans, so that hovering and clicking work on all their length."""
        points = [(m, at) for m in marks for at in self.stations(m)]
        if not points:
            return []
        return [
            {
                "type": "scatter",
                "uid": "along",
                "name": "along",
                "mode": "markers",
                "x": [self.time(at) for _, at in points],
                "y": [m.y for m, _ in points],
                "customdata": [m.row.slug for m, _ in points],
                "hovertext": [hover(m, self.letters) for m, _ in points],
                "hovertemplate": HOVER,
                "marker": {"size": PILL, "opacity": 0, "color": [self.color(m.color) for m, _ in points]},
            }
        ]

    def stations(self, mark: Mark) -> list[float]:
        """Fractions along a span, about 14 px apart and at most 40 of them."""
        count = min(40, max(2, round((mark.right - mark.left) * self.scene.width / 14)))
        return [mark.left + (mark.right - mark.left) * (i + 0.5) / count for i in range(count)]
