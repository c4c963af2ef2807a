"""Strips in SVG: rails, the brackets of windows, the patches where the order is unknown."""

from timeline.charts import glyphs
from timeline.charts.ink import Ink
from timeline.charts.lettering import escaped
from timeline.charts.shapes import Shape, number, path
from timeline.charts.strips import BRACKET, GLYPH, PATCH, RAIL, THIN, Bracket, Rail

TURN = Shape("triangle-right")
SIGNS = {"doubt": "?", "contradiction": "≠"}
SIGN_SIZE = 9.5  # px


def drawn(drawing) -> str:
    """All strips of a drawing's scene, from back to front; its definitions are added to."""
    strips = drawing.scene.strips
    patches = (patch(drawing, item) for look in SIGNS for item in strips.of(look))
    rails = (rail(drawing, item) for item in strips.rails)
    shifts = (bracket(drawing, item) for item in strips.of("shift"))
    turns = (
        linked(drawing, item, bracket(drawing, item) + turn(drawing, item)) for item in strips.of("turn")
    )
    signs = (linked(drawing, item, sign(drawing, item)) for look in SIGNS for item in strips.of(look))
    return "".join((*patches, *rails, *shifts, *turns, *signs))


def linked(drawing, item: Bracket, inner: str) -> str:
    """What a bracket draws, in a page as a link to what is said of it."""
    change = item.change
    if not (drawing.links and change.url):
        return inner
    words = f"<title>{escaped(change.words)}</title>" if drawing.titles else ""
    return (
        f'<a href="{escaped(change.url)}"{drawing.target} data-slug="{escaped(change.key)}" '
        f'tabindex="-1">{words}{inner}</a>'
    )


def rail(drawing, item: Rail) -> str:
    """A rail, full as long as it is held, then fading; two lines for a stance that leans."""
    lines = ((-RAIL / 2, THIN), (RAIL / 2 - THIN, THIN)) if item.hollow else ((-RAIL / 2, RAIL),)
    parts = [(item.left, item.fading, 'fill="currentColor"')] if item.fading > item.left else []
    if item.right > item.fading:
        parts.append((item.fading, item.right, f'fill="url(#{gradient(drawing, item)})"'))
    inner = "".join(
        f'<rect x="{drawing.x(left)}" y="{number(item.y + top)}" width="{drawing.x(right - left)}" '
        f'height="{number(height)}" {fill}/>'
        for left, right, fill in parts
        for top, height in lines
    )
    return f"<g {drawing.ink.mark(item.color)}>{inner}</g>"


def gradient(drawing, item: Rail) -> str:
    """The id of the gradient of a fading rail, defined at its first use."""
    key = ("rail", item.color, item.full, item.faint)
    if key not in drawing.symbols:
        name = drawing.symbols[key] = f"{drawing.prefix}{len(drawing.symbols)}"
        stops = "".join(
            f'<stop offset="{at}" stop-color="currentColor" stop-opacity="{opacity:g}"/>'
            for at, opacity in ((0, item.full), (1, item.faint))
        )
        made = f'<linearGradient id="{name}" {drawing.ink.mark(item.color)}>{stops}</linearGradient>'
        drawing.defs.append(made)
    return drawing.symbols[key]


def bracket(drawing, item: Bracket) -> str:
    """A line from end to end of a window, upright where its ends are known; dotted for a shift."""
    dotted = ' stroke-dasharray="1.5 2"' if item.change.look == "shift" else ""
    ink = f'{drawing.ink.stroke("muted")} stroke-width="1"'
    y, half = number(item.y), BRACKET / 2
    line = f'<line {ink}{dotted} x1="{drawing.x(item.left)}" x2="{drawing.x(item.right)}" y1="{y}" y2="{y}"/>'
    ends = () if dotted else item.ends
    return line + "".join(
        f'<line {ink} x1="{drawing.x(at)}" x2="{drawing.x(at)}" y1="{number(item.y - half)}" '
        f'y2="{number(item.y + half)}"/>'
        for at in ends
    )


def turn(drawing, item: Bracket) -> str:
    """The mark of a turn, in the middle of its window."""
    key = ("turn", item.radius)
    if key not in drawing.symbols:
        name = drawing.symbols[key] = f"{drawing.prefix}{len(drawing.symbols)}"
        drawing.defs.append(f'<g id="{name}">{turn_glyph(drawing.ink, item.radius)}</g>')
    return f'<use href="#{drawing.symbols[key]}" x="{drawing.x(item.middle)}" y="{number(item.y)}"/>'


def turn_glyph(ink: Ink, radius: float = GLYPH) -> str:
    """A small arrowhead in ink, with paper around it, centred on 0,0."""
    return (
        f'<path {ink.fill("ink")} d="{path(TURN.symbol, radius)}"/>'
        f'<path fill="none" {ink.stroke("paper")} stroke-width="1.2" d="{path(TURN.symbol, radius + 1)}"/>'
    )


def patch(drawing, item: Bracket) -> str:
    """A soft ground under the time in which the order is unknown."""
    return (
        f'<rect {drawing.ink.fill("density")} x="{drawing.x(item.left)}" y="{number(item.y - PATCH / 2)}" '
        f'width="{drawing.x(item.right - item.left)}" height="{number(PATCH)}" rx="{number(PATCH / 2)}" '
        f'opacity="{glyphs.SOFT * 2:g}"/>'
    )


def sign(drawing, item: Bracket) -> str:
    """The sign in the middle of a patch."""
    middle = ' text-anchor="middle" font-weight="700"'
    return drawing.text(SIGNS[item.change.look], drawing.x(item.middle), item.y, "ink", SIGN_SIZE, middle)
