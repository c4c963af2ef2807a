"""The marks of a scene as Plotly traces: only `scatter`, each named by a `uid` for stylesheet and script."""

from itertools import groupby

from timeline.charts import ghosts_plotly, glyphs, palette, strips_plotly
from timeline.charts.marks import Mark
from timeline.charts.plotly_spans import HOVER, Spans, hover
from timeline.charts.rows import Bin
from timeline.charts.ticks import SIZE
from timeline.dates.words import in_day
from timeline.translation import ngettext, number


class Traces(Spans):
    """The traces of one scene in one theme ("light" or "dark")."""

    def data(self) -> list[dict]:
        """The traces, from back to front; `uid` names each for the stylesheet and the script."""
        marks = self.scene.marks
        spans = [m for m in marks if m.look != "day" and not m.short]
        traces = [*self.density(), *strips_plotly.traces(self)]
        traces += [*ghosts_plotly.traces(self), *self.spans(spans)]
        traces += self.pills([m for m in marks if m.short])
        traces += self.shapes(marks)
        return [*traces, *self.along(spans), self.tick_labels(), self.ring("pointed"), self.ring("selected")]

    def ring(self, uid: str) -> dict:
        """An outline around a mark, empty until the script or `selected` fills it."""
        found = [m for m in self.scene.marks if uid == "selected" and m.row.slug == self.scene.selected]
        return {
            "type": "scatter",
            "uid": uid,
            "name": uid,
            "mode": "markers",
            "x": [self.time(m.at) for m in found],
            "y": [m.y for m in found],
            "hoverinfo": "skip",
            "marker": {
                "symbol": "circle-open",
                "size": 2 * self.scene.size.sizes[2] + 10,
                "opacity": 1,
                "color": self.color("ink"),
                "line": {"width": 2, "color": self.color("ink")},
            },
        }

    def shapes(self, marks: tuple[Mark, ...]) -> list[dict]:
        """The shapes of marks, one trace; customdata is the slug of the event a click opens."""
        if not marks:
            return []
        fills = [self.inside(m) for m in marks]
        line = {"color": [self.edge(m) for m in marks], "width": [m.outline for m in marks]}
        return [
            {
                "type": "scatter",
                "uid": "marks",
                "name": "marks",
                "mode": "markers",
                "x": [self.time(m.at) for m in marks],
                "y": [round(m.y + m.lift, 2) for m in marks],
                "customdata": [m.row.slug for m in marks],
                "hovertext": [hover(m, self.letters) for m in marks],
                "hovertemplate": HOVER,
                "marker": {
                    "symbol": [m.shape.symbol for m in marks],
                    "size": [round(2 * m.radius, 2) for m in marks],
                    "color": fills,
                    "opacity": 1,
                    "line": line,
                },
            }
        ]

    def inside(self, mark: Mark) -> str:
        """The inside of a shape; a hollow one on a bar hides the bar."""
        if mark.look == "throughout" and mark.shape.hollow:
            return self.color("paper")
        return palette.rgba(mark.color, self.theme, glyphs.inside(mark.shape, mark.faint))

    def edge(self, mark: Mark) -> str:
        """The outline of a shape: its own colour, or the paper's where it lies on a bar of that colour."""
        on_bar = mark.look == "throughout" and not mark.shape.hollow
        return self.color("paper" if on_bar else mark.color)

    def density(self) -> list[dict]:
        """Per lane, bars as one filled outline, and an unseen point on each that tells its count."""
        floors = self.scene.floors
        traces = []
        for lane, found in groupby(
            sorted(self.scene.bars, key=lambda b: (b.bin.lane, b.left)), lambda b: b.bin.lane
        ):
            bars, floor = list(found), floors[lane]
            xs, ys = [], []
            for bar in bars:
                left, right, top = self.time(bar.left), self.time(bar.right), floor - bar.height
                xs += [left, left, right, right, None]
                ys += [floor, top, top, floor, None]
            area = self.line(f"density-{len(traces)}", xs, ys, {"width": 0})
            traces += [
                area | {"fill": "toself", "fillcolor": self.color("density")},
                self.counts(bars, floor),
            ]
        return traces

    def counts(self, bars: list, floor: float) -> dict:
        """What hovering says of bars of density."""
        return {
            "type": "scatter",
            "uid": f"counts-{bars[0].bin.lane}",
            "name": "counts",
            "mode": "markers",
            "x": [self.time((b.left + b.right) / 2) for b in bars],
            "y": [floor - b.height / 2 for b in bars],
            "hovertext": [counted(b.bin) for b in bars],
            "hovertemplate": HOVER,
            "marker": {"size": 6, "opacity": 0, "color": self.color("density")},
        }

    def tick_labels(self) -> dict:
        """The labels of the smaller ticks, as text that moves with the axis."""
        below, above = [t for t in self.scene.ticks if not t.parent], self.scene.high_ticks
        children = (*below, *above)
        return {
            "type": "scatter",
            "uid": "ticks",
            "name": "ticks",
            "mode": "text",
            "x": [self.time(t.at) for t in children],
            "y": [self.scene.bottom + 11] * len(below) + [10] * len(above),
            "text": [t.label for t in children],
            "textposition": "middle center",
            "textfont": {"size": SIZE, "color": self.color("muted")},
            "hoverinfo": "skip",
        }


def counted(bin: Bin) -> str:
    """How many events lie between the first and the last day of a bin, in words."""
    said = ngettext("{first} to {last}: {count} event", "{first} to {last}: {count} events", bin.count)
    days = {"first": in_day(bin.start, short=True), "last": in_day(bin.end, short=True)}
    return said.format(**days, count=number(bin.count))
