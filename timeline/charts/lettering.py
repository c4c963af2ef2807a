"""How wide a text is, roughly and rather too wide than too narrow, and how it breaks into lines.

The server has no font to measure, so each character counts as one of five widths of a common
sans-serif (in em). Labels laid out with it fit in the fonts the stylesheet names.
"""

NARROW = frozenset("iljtfrI.,:;'’|!()[]/ -·")
WIDE = frozenset("mwMW%@—…")


def _em(character: str) -> float:
    if character in NARROW:
        return 0.34
    if character in WIDE:
        return 0.92
    if character.isupper():
        return 0.71
    return 0.58 if ord(character) < 0x2E80 else 1.0


def text_width(text: str, size: float) -> float:
    """The width of `text` in px at a font size in px."""
    return size * sum(map(_em, text))


def fit(text: str, width: float, size: float) -> str:
    """`text`, shortened with an ellipsis until it is at most `width` px wide."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, width: float, size: float, lines: int = 2) -> tuple[str, ...]:
    """`text` in at most `lines` lines of `width` px; what does not fit ends in an ellipsis."""
    done: list[str] = []
    words = text.split()
    while words and len(done) < lines - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= width:
            line = f"{line} {words.pop(0)}"
        done.append(fit(line, width, size))
    if words:
        done.append(fit(" ".join(words), width, size))
    return tuple(done)
