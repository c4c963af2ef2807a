"""The picture that a shared link shows: 1200 x 630 px that carry the evidence, readable at half that size.

Title in words, facts, stances, the chart, when the data last changed and the address. Pure: it is told
everything. Every text is cleaned and escaped, measured and cut to its room.
"""

from collections.abc import Callable
from dataclasses import dataclass

from timeline.charts import glyphs
from timeline.charts.ink import PICTURE_FONT, Ink
from timeline.charts.legend import COLORS
from timeline.charts.lettering import clean, escaped, fit, text_width, wrap
from timeline.charts.plot import Plot
from timeline.charts.shapes import number, shape_of
from timeline.translation import gettext

SIZE = (1200, 630)  # px
EDGE = 56  # px left free at either side
TITLE = ((54, 1), (46, 1), (48, 2), (42, 3))  # (px, lines at most), tried in this order
FOOT = 64  # px at the bottom, for address and date
KEY = 40  # px above it, for what the colours mean
LINE = 36  # px, of stances
GLYPH = 9.0  # px, radius of the mark before a stance


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says: `lead` in strong letters below the title, then `facts`, then `stances`, which are
    (colour key, words). `more` says how many stances had no room; `made` is when the data last changed."""

    title: str
    kicker: str = ""
    lead: str = ""
    facts: tuple[str, ...] = ()
    stances: tuple[tuple[str, str], ...] = ()
    more: str = "and {count} more"
    address: str = ""
    made: str = ""


# (width, height) in px that the chart may take -> the chart, how much it is enlarged, what to say of it
Fitting = Callable[[float, float], tuple[Plot, float, str]]


def card(words: Words, chart: Fitting, theme: str, least: float = 200) -> str:
    """The card as an SVG document with explicit colours; nothing is fetched, nothing runs.

    `least` is the px of height that the chart keeps: stances that would take it are counted, not named.
    """
    ink, (width, height) = Ink(theme), SIZE
    head, top = _head(ink, words, height - FOOT - KEY - least)
    room = height - FOOT - KEY - top
    plot, scale, note = chart(width - 2 * EDGE, room)
    top += min(max(room - plot.height * scale, 0) / 2, 48)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{PICTURE_FONT}">'
        f"<title>{escaped(words.title)}</title>"
        f'<rect width="100%" height="100%" {ink.fill("paper")}/>{head}'
        f'<g transform="translate({EDGE} {number(top)}) scale({scale:.4f})">{plot.body(ink)}</g>'
        f"{_key(ink, plot, theme, note)}{_foot(ink, words)}</svg>"
    )


def _head(ink: Ink, words: Words, floor: float) -> tuple[str, float]:
    """Kicker, title, facts and as many stances as stay above `floor`; and the height they take."""
    width, y, parts = SIZE[0] - 2 * EDGE, 40.0, []

    def line(text: str, size: float, key: str = "ink", weight: int = 400, room: float = 1.34) -> None:
        nonlocal y
        if text:
            y += size * room
            parts.append(_text(ink, fit(text, width, size), (EDGE, y), size, key, weight))

    line(clean(words.kicker), 24, "muted")
    size, lines = titled(clean(words.title), width)
    for text in lines:
        line(text, size, weight=700, room=1.2)
    y += 6
    if words.lead:
        line(clean(words.lead), 30, weight=600, room=1.4)
    for fact in _joined([clean(fact) for fact in words.facts], width):
        line(fact, 25, "muted", room=1.44)
    drawn, y = _stances(ink, words, y, floor)
    return "".join(parts) + drawn, y + 22


def _joined(facts: list[str], width: float) -> list[str]:
    """The facts in one line where they fit, else a line each."""
    whole = " · ".join(facts)
    return [whole] if text_width(whole, 25) <= width else facts


def titled(title: str, width: float) -> tuple[int, tuple[str, ...]]:
    """The title's size and its lines: as large as it fits whole, in few lines; three lines at most."""
    for size, count in TITLE:
        lines = wrap(title, width, size, lines=count)
        if _whole(lines, title):
            return size, _balanced(title, width, size, lines)
    return size, lines


def _whole(lines: tuple[str, ...], title: str) -> bool:
    """Whether nothing of the title was cut."""
    return "".join(lines).replace(" ", "") == title.replace(" ", "")


def _balanced(title: str, width: float, size: int, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same lines broken so that they are about as long as one another: no last word stands alone."""
    for share in (0.6, 0.7, 0.8, 0.9):
        shorter = wrap(title, width * share, size, lines=len(lines))
        if len(lines) > 1 and _whole(shorter, title):
            return shorter
    return lines


def _stances(ink: Ink, words: Words, y: float, floor: float) -> tuple[str, float]:
    """The stances, each behind its mark, a line each; those without room are counted after the last."""
    room = max(1, int((floor - y - 8) // LINE))
    shown = words.stances if len(words.stances) <= room else words.stances[:room]
    parts, y = [], y + (8 if shown else 0)
    for index, (key, text) in enumerate(shown, 1):
        y += LINE
        shape = shape_of(key)
        mark = glyphs.shape(shape, GLYPH * shape.grow)
        parts.append(f'<g transform="translate({EDGE + 11} {number(y - 8)})" {ink.mark(key)}>{mark}</g>')
        missing = len(words.stances) - len(shown) if index == len(shown) else 0
        more = f" {words.more.format(count=missing)}" if missing else ""
        width = SIZE[0] - 2 * EDGE - 34 - text_width(more, 24)
        parts.append(_text(ink, fit(clean(text), width, 24) + more, (EDGE + 34, y), 24, "ink"))
    return "".join(parts), y


def _key(ink: Ink, plot: Plot, theme: str, note: str) -> str:
    """What the colours mean, as far as there is room beside the note, which stands at the right."""
    y, size = SIZE[1] - FOOT - 8, 19
    end = SIZE[0] - EDGE - (text_width(note, size) + 24 if note else 0)
    parts, x = [], float(EDGE)
    for item in plot.legend(theme):
        icon = 40 if item.key == "density" else 25
        needed = icon + text_width(item.label, size)
        if item.group != gettext(COLORS) or x + needed > end:
            continue
        parts.append(f'<g transform="translate({number(x)} {y - 16}) scale(1.25)">{item.svg}</g>')
        parts.append(_text(ink, item.label, (x + icon, y), size, "muted"))
        x += needed + 24
    if note:
        parts.append(_text(ink, note, (SIZE[0] - EDGE, y), size, "muted", extra=' text-anchor="end"'))
    return "".join(parts)


def _foot(ink: Ink, words: Words) -> str:
    """A line, the address, and when the data last changed."""
    y, right, size = SIZE[1] - 24, SIZE[0] - EDGE, 20
    made = clean(words.made)
    room = right - EDGE - (text_width(made, size) + 32 if made else 0)
    rule = f'<path d="M{EDGE},{SIZE[1] - FOOT + 10}H{right}" {ink.stroke("hairline")} stroke-width="1.5"/>'
    left = _text(ink, fit(clean(words.address), room, size), (EDGE, y), size, "muted")
    return rule + left + _text(ink, made, (right, y), size, "muted", extra=' text-anchor="end"')


def _text(
    ink: Ink, text: str, at: tuple[float, float], size: float, key: str, weight: int = 400, extra: str = ""
) -> str:
    """A line of text on its baseline; it has been cut to its room already."""
    if not text:
        return ""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    return (
        f'<text x="{number(at[0])}" y="{number(at[1])}" font-size="{number(size)}"{bold}{extra} '
        f"{ink.fill(key)}>{escaped(text)}</text>"
    )
