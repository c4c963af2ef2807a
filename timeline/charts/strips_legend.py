"""What the strips of a scene mean, each with a small drawing."""

from collections.abc import Iterator

from timeline.charts.ink import Ink
from timeline.charts.strips import BRACKET, PATCH, RAIL, THIN, Strips
from timeline.charts.strips_svg import SIGN_SIZE, SIGNS, turn_glyph
from timeline.translation import gettext, gettext_noop

HEADING = gettext_noop("Line below the marks")
WORDS = {
    "held": gettext_noop("held"),
    "leans": gettext_noop("held, leaning"),
    "fades": gettext_noop("no newer evidence: fades within a year"),
    "turn": gettext_noop("turn, some time within"),
    "shift": gettext_noop("shift of strength, within"),
    "doubt": gettext_noop("order unknown"),
    "contradiction": gettext_noop("contradictory on one day"),
}


def items(strips: Strips, ink: Ink) -> Iterator[tuple[str, str, str]]:
    """(key, words, drawing) of the looks that occur, in their order."""
    seen = {item.change.look for item in strips.brackets}
    seen |= {"leans" if rail.hollow else "held" for rail in strips.rails}
    seen |= {"fades" for rail in strips.rails if rail.right > rail.fading}
    for key, words in WORDS.items():
        if key in seen:
            yield key, gettext(words), _drawing(key, ink)


def _drawing(key: str, ink: Ink) -> str:
    if key in ("held", "leans", "fades"):
        return f"<g {ink.mark('none')}>{_RAILS[key]}</g>"
    if key in SIGNS:
        return _patch(ink, SIGNS[key])
    line = f'{ink.stroke("muted")} stroke-width="1"'
    if key == "shift":
        return f'<line {line} stroke-dasharray="1.5 2" x1="-13" x2="13" y1="0" y2="0"/>'
    half = BRACKET / 2
    return f'<path {line} fill="none" d="M-13,0H13M-13,-{half}V{half}M13,-{half}V{half}"/>{turn_glyph(ink)}'


def _patch(ink: Ink, sign: str) -> str:
    around = f'x="-13" y="{-PATCH / 2}" width="26" height="{PATCH}" rx="{PATCH / 2}" opacity=".64"'
    middle = f'y="{0.35 * SIGN_SIZE:.2f}" font-size="{SIGN_SIZE}" font-weight="700" text-anchor="middle"'
    return f"<rect {ink.fill('density')} {around}/><text {ink.text('ink')} {middle}>{sign}</text>"


def _bar(top: float, height: float, steps: int = 0) -> str:
    """A bar of the icon's width, evenly filled or in steps of falling opacity."""
    if not steps:
        return f'<rect x="-13" y="{top}" width="26" height="{height}" fill="currentColor"/>'
    wide = 26 / steps
    return "".join(
        f'<rect x="{-13 + i * wide:.2f}" y="{top}" width="{wide:.2f}" height="{height}" '
        f'fill="currentColor" fill-opacity="{1 - (i + 0.5) / steps:.2f}"/>'
        for i in range(steps)
    )


_RAILS = {
    "held": _bar(-RAIL / 2, RAIL),
    "leans": _bar(-RAIL / 2, THIN) + _bar(RAIL / 2 - THIN, THIN),
    "fades": _bar(-RAIL / 2, RAIL, steps=8),
}
