"""The same scene as a Plotly figure: a plain dict (building graph objects costs seventeen times more).

The y axis counts px from the top, the x axis is time, and there are no margins: every mark stands
where the SVG has it, so that one drawing can take the other's place unseen. Only SVG traces, no
bold or linked text, no colour bars: nothing that would set an inline style under a strict policy.
"""

from timeline.charts.plotly_spans import verbatim
from timeline.charts.plotly_traces import Traces
from timeline.charts.scene import LABEL_SIZE, LaneBox, Scene
from timeline.charts.ticks import SIZE, Tick


class Plot(Traces):
    """One figure: the traces, and around them the axes, labels and lines."""

    def annotations(self) -> list[dict]:
        """Labels of lanes (fixed) and of the larger ticks (moving with the axis), or the scene's note."""
        if self.scene.note:
            return [self.note(self.scene.note, self.scene.height / 2, "muted", LABEL_SIZE, xref="paper", x=0)]
        lanes = [note for box in self.scene.lanes for note in self.lane(box)]
        return lanes + [note for t in self.scene.ticks if t.parent and t.label for note in self.parent(t)]

    def note(self, text: str, y: float, key: str, size: float, **where) -> dict:
        """A text whose middle is at `y` px."""
        font = {"size": size, "color": self.color(key)}
        base = {"text": verbatim(text), "y": y, "yref": "y", "yanchor": "middle", "font": font}
        still = {
            "showarrow": False,
            "borderpad": 0,
            "borderwidth": 0,
            "bgcolor": self.color("paper"),
            "xanchor": "left",
            "align": "left",
        }
        return base | still | where

    def lane(self, box: LaneBox) -> list[dict]:
        """A lane's label lines and its count."""
        lines = [
            self.note(line, box.line_y(index), "ink", LABEL_SIZE, xref="paper", x=0)
            for index, line in enumerate(box.lines)
        ]
        count = self.note(box.count, box.line_y(0), "muted", LABEL_SIZE, xref="paper", x=1, xanchor="right")
        return [*lines, count]

    def parent(self, tick: Tick) -> list[dict]:
        """A larger tick's label above and below the lanes."""
        side = {"xshift": -4, "xanchor": "right"} if tick.flipped else {"xshift": 4}
        moving = {"xref": "x", "x": self.time(tick.at)} | side
        where = {"xref": "paper", "x": 0} if tick.clamped else moving
        return [
            self.note(tick.label, 10, "muted", SIZE, **where),
            self.note(tick.label, self.scene.bottom + 27, "ink", SIZE, **where),
        ]

    def lines(self) -> list[dict]:
        """The lines of ticks, the hairlines under lanes and the day's line, behind the marks."""
        scene = self.scene
        made = []
        for tick in scene.ticks:
            if not tick.clamped:
                y0, y1 = scene.line_ends(tick)
                at = {"x0": self.time(tick.at), "x1": self.time(tick.at), "xref": "x", "y0": y0, "y1": y1}
                made.append((at, "yearline" if tick.parent else "hairline"))
        for box in scene.lanes:
            y = box.hairline
            made.append(({"x0": 0, "x1": 1, "xref": "paper", "y0": y, "y1": y}, "hairline"))
        if scene.day_line is not None:
            at = {"x0": self.time(scene.day_line), "x1": self.time(scene.day_line), "xref": "x"}
            made.append((at | {"y0": scene.lanes[0].top, "y1": scene.bottom + 4}, "ink"))
        common = {"type": "line", "layer": "below", "yref": "y"}
        return [common | at | {"line": {"width": 1, "color": self.color(key)}} for at, key in made]

    def layout(self) -> dict:
        """Axes, margins and behaviour; `meta` tells the script what it drew."""
        scene = self.scene
        narrow = scene.size.name == "narrow"
        bare = {"showgrid": False, "zeroline": False, "showline": False, "showticklabels": False, "ticks": ""}
        span = [self.time(0), self.time(1)]
        return {
            "height": scene.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hovermode": "closest",
            "hoverdistance": 12,
            "dragmode": False if narrow else "zoom",
            "uirevision": self.revision(),
            "xaxis": {"type": "date", "range": span, "autorange": False, "fixedrange": bool(scene.note)}
            | bare,
            "yaxis": {"range": [scene.height, 0], "autorange": False, "fixedrange": True} | bare,
            "shapes": self.lines(),
            "annotations": self.annotations(),
            "hoverlabel": {
                "align": "left",
                "bgcolor": self.color("paper"),
                "bordercolor": self.color("hairline"),
                "font": {"size": 13, "color": self.color("ink")},
            },
            "modebar": {
                "bgcolor": self.color("paper"),
                "color": self.color("muted"),
                "activecolor": self.color("ink"),
            },
            "meta": {"pad": scene.scale.pad, "width": scene.size.name, "theme": self.theme},
        }

    def revision(self) -> str:
        """What a kept zoom belongs to: the asked window. As long as it stays, so does the reader's zoom."""
        return "..".join(day.isoformat() if day else "" for day in self.scene.window)


def figure(scene: Scene, theme: str = "light") -> dict:
    """The scene as {"data": ..., "layout": ...}; theme is "light" or "dark"."""
    plot = Plot(scene, theme)
    return {"data": plot.data(), "layout": plot.layout()}
