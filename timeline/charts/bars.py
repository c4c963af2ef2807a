"""Counts by period as a small strip of bars in SVG: what is public below, the rest on top of it."""

from collections.abc import Sequence

from .lettering import escaped

STEP, GAP, HEIGHT = 7, 1, 28  # px: a period's width, what of it stays free, the tallest bar
LEAST = 2  # px: a single event is still seen
FOOT = HEIGHT + 2 * LEAST


def strip(counts: Sequence[tuple[int, int]], words: str, most: int = 0) -> str:
    """The strip of (public, other) counts; `words` say what it shows, `most` is the count of a full bar.

    Colours come from the page's style sheet: the classes are `bar-public`, `bar-other` and `bar-none`.
    """
    full = max([most, *(sum(pair) for pair in counts), 1])
    bars = "".join(_bars(index, pair, full) for index, pair in enumerate(counts))
    width = max(1, len(counts)) * STEP
    return (
        f'<svg class="bars" viewBox="0 0 {width} {FOOT}" role="img" aria-label="{escaped(words)}" '
        f'preserveAspectRatio="none">{bars}</svg>'
    )


def _bars(index, pair, full):
    left = index * STEP
    if not any(pair):
        return _bar("bar-none", left, FOOT - LEAST, LEAST)
    public, other = (_height(count, full) for count in pair)
    above = _bar("bar-other", left, FOOT - public - other, other)
    return _bar("bar-public", left, FOOT - public, public) + above


def _height(count, full):
    return max(LEAST, round(count / full * HEIGHT)) if count else 0


def _bar(look, left, top, height):
    if not height:
        return ""
    return f'<rect class="{look}" x="{left}" y="{top}" width="{STEP - GAP}" height="{height}"/>'
