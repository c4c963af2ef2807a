"""The life of an argument: a thin strip on which every use is a mark, as the chart has them, at its date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.charts import glyphs
from timeline.charts.ink import Ink
from timeline.charts.lettering import escaped
from timeline.charts.scale import Scale, scale_for
from timeline.charts.shapes import number, shape_of
from timeline.charts.ticks import SIZE, ticks

HEIGHT, RADIUS, PILL = 18, 4.2, 7  # px
NARROWEST = 280  # px that the labels of the axis are laid out for
PAD = 0.03  # of the window, at either side


@dataclass(frozen=True, slots=True)
class Use:
    """One use: the days it can have been (inclusive, None open), the colour key of its stance, its event."""

    earliest: date | None
    latest: date | None
    color: str
    words: str
    url: str


def scale_of(uses: Iterable[Use]) -> Scale:
    """The one scale of many strips, so that they can be read across."""
    return scale_for(((use.earliest, use.latest) for use in uses), (None, None), PAD)


def life(uses: Sequence[Use], scale: Scale) -> str:
    """The strip as an SVG element that stretches with the page; empty without a dated use."""
    dated = [use for use in uses if use.earliest or use.latest]
    if not dated:
        return ""
    ends = [at for use in dated for at in _ends(use, scale)]
    middle, ink = HEIGHT / 2, Ink("css")
    line = (
        f'<line {ink.stroke("hairline")} x1="{_percent(min(ends))}" x2="{_percent(max(ends))}" '
        f'y1="{middle:g}" y2="{middle:g}"/>'
    )
    return _svg("life", HEIGHT, line + "".join(_mark(use, scale, ink) for use in dated))


def axis(scale: Scale) -> str:
    """The years (or months) over the strips."""
    ink = Ink("css")
    labels = "".join(
        f'<text {ink.text("muted")} x="{_percent(tick.at)}" y="{SIZE:g}" font-size="{SIZE:g}"'
        f"{'' if tick.clamped else _side(tick)}>{escaped(tick.label)}</text>"
        for tick in ticks(scale, NARROWEST)
        if tick.parent and tick.label
    )
    return _svg("life-axis", SIZE + 4, labels)


def _side(tick) -> str:
    return ' text-anchor="end"' if tick.flipped else ""


def _svg(name: str, height: float, inner: str) -> str:
    size = f'width="100%" height="{height:g}"'
    return f'<svg class="{name}" {size} aria-hidden="true" focusable="false">{inner}</svg>'


def _ends(use: Use, scale: Scale) -> tuple[float, float]:
    left = scale.fraction(use.earliest.toordinal()) if use.earliest else 0.0
    right = scale.fraction(use.latest.toordinal() + 1) if use.latest else 1.0
    return max(left, 0.0), min(right, 1.0)


def _mark(use: Use, scale: Scale, ink: Ink) -> str:
    """A day as its shape; a span as a soft band under it."""
    left, right = _ends(use, scale)
    band = ""
    if use.earliest != use.latest:
        band = (
            f'<rect x="{_percent(left)}" y="{(HEIGHT - PILL) / 2:g}" width="{_percent(right - left)}" '
            f'height="{PILL}" rx="{PILL / 2:g}" fill="currentColor" fill-opacity="{glyphs.SOFT}"/>'
        )
    shape = shape_of(use.color)
    drawn = glyphs.shape(shape, RADIUS * shape.grow)
    at = f'<svg x="{_percent((left + right) / 2)}" y="{HEIGHT / 2:g}" overflow="visible">{drawn}</svg>'
    return (
        f'<a href="{escaped(use.url)}" tabindex="-1"><title>{escaped(use.words)}</title>'
        f"<g {ink.mark(use.color)}>{band}{at}</g></a>"
    )


def _percent(fraction: float) -> str:
    return f"{number(100 * fraction)}%"
