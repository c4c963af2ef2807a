"""Charts, twice from the same marks: a static SVG first, Plotly over it when it has loaded.

Pure Python: rows in, a scene out, and from the scene both drawings, a legend and a sentence.
"""

from timeline.charts.layout import MARK_LIMIT, lay_out
from timeline.charts.legend import legend
from timeline.charts.picture import draw
from timeline.charts.plotly_figure import figure
from timeline.charts.rows import Bin, EventRow, Lane, Otherwise, Place
from timeline.charts.scene import WIDTHS, Scene
from timeline.charts.sentence import describe
from timeline.charts.strips import Change, Held
from timeline.charts.svg import svg

__all__ = [
    "MARK_LIMIT",
    "WIDTHS",
    "Bin",
    "Change",
    "EventRow",
    "Held",
    "Lane",
    "Otherwise",
    "Place",
    "Scene",
    "describe",
    "draw",
    "figure",
    "lay_out",
    "legend",
    "svg",
]
