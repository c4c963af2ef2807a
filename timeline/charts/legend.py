"""The legend: what the colours, shapes and looks of this scene mean, each with a small drawing."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline.charts import ghosts, glyphs, strips_legend
from timeline.charts.ink import Ink
from timeline.charts.palette import label
from timeline.charts.scene import Scene, present
from timeline.charts.shapes import Shape, shape_of
from timeline.translation import gettext, gettext_noop

LOOKS = {
    "day": gettext_noop("exact day"),
    "within": gettext_noop("some day within"),
    "throughout": gettext_noop("throughout"),
    "open": gettext_noop("open end"),
    "approximate": gettext_noop("about"),
    "otherwise": ghosts.WORDS,
    "density": gettext_noop("events per period"),
}
COLORS, CERTAINTY = gettext_noop("Colour and shape"), gettext_noop("Certainty of the date")
DOT = Shape("circle")


class Item(NamedTuple):
    """The heading it stands under, a key, the words for it, and a decorative svg element."""

    group: str
    key: str
    label: str
    svg: str


def legend(scene: Scene, theme: str = "css") -> list[Item]:
    """Items for the colour keys present, in their order, then for the looks of certainty present."""
    ink = Ink(theme)
    colors = of_colors(present(scene), theme)
    looks = _looks(scene)
    density = [_look_item(ink, COLORS, look) for look in looks if look == "density"]
    strips = [
        Item(gettext(strips_legend.HEADING), key, words, _icon(inner, 28))
        for key, words, inner in strips_legend.items(scene.strips, ink)
    ]
    return (
        colors + density + strips + [_look_item(ink, CERTAINTY, look) for look in looks if look != "density"]
    )


def of_colors(keys: Iterable[str], theme: str = "css") -> list[Item]:
    """What these colours and shapes mean."""
    ink = Ink(theme)
    return [Item(gettext(COLORS), key, label(key), _icon(_dot(ink, key), 16)) for key in keys]


def of_shades(key: str, shades: Iterable[tuple[float, str]], theme: str = "css") -> list[Item]:
    """What the shades of a colour mean, each given by its opacity and its words."""
    box = f'<g {Ink(theme).mark(key)}><rect fill="currentColor" x="-6" y="-6" width="12" height="12"'
    return [
        Item(gettext(COLORS), f"shade-{number}", words, _icon(f'{box} opacity="{opacity:g}"/></g>', 16))
        for number, (opacity, words) in enumerate(shades, 1)
    ]


def _look_item(ink: Ink, group: str, look: str) -> Item:
    return Item(gettext(group), look, gettext(LOOKS[look]), _icon(_look(ink, look), 28))


def _looks(scene: Scene) -> list[str]:
    seen = {item.look for item in scene.marks}
    seen |= {"open" for item in scene.marks if item.fade}
    seen |= {"approximate" for item in scene.marks if item.row.approximate}
    seen |= {"otherwise"} if scene.ghosts else set()
    return [look for look in LOOKS if look in seen or (look == "density" and scene.bars)]


def _icon(inner: str, width: int) -> str:
    return (
        f'<svg class="chart-icon" width="{width}" height="16" viewBox="{-width / 2:g} -8 {width} 16" '
        f'aria-hidden="true" focusable="false">{inner}</svg>'
    )


def _dot(ink: Ink, key: str) -> str:
    shape = shape_of(key)
    return f"<g {ink.mark(key)}>{glyphs.shape(shape, 4.4 * shape.grow)}</g>"


def _look(ink: Ink, look: str) -> str:
    """A neutral drawing of a look: dot, soft band, bar with ends, fading band, pale dot, bars of density."""
    if look == "day":
        return f"<g {ink.mark('none')}>{glyphs.shape(DOT, 4.2)}</g>"
    if look == "approximate":
        return f"<g {ink.mark('none')}>{glyphs.shape(DOT, 4.2, True)}</g>"
    if look == "otherwise":
        return ghosts.legend(ink)
    if look == "density":
        return f'<path {ink.fill("density")} d="M-12,6V1H-6V-5H0V-2H6V3H12V6Z"/>'
    return f"<g {ink.mark('none')}>{_SPANS[look]}{glyphs.shape(DOT, 2.8)}</g>"


_FADING = (
    f'<rect x="{4 * i - 13}" y="-4" width="4" height="8" '
    f'fill="currentColor" fill-opacity="{0.05 + 0.055 * i:.2f}"/>'
    for i in range(6)
)
_SPANS = {
    "within": '<rect x="-13" y="-4" width="26" height="8" rx="4" fill="currentColor" fill-opacity=".32"/>',
    "throughout": '<path d="M-13,-4.5h2V-1.75H11V-4.5H13V4.5H11V1.75H-11V4.5H-13Z" fill="currentColor"/>',
    "open": "".join(_FADING),
}
