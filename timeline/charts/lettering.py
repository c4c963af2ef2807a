"""How wide a text is, roughly and rather too wide than too narrow, and how it breaks into lines.

The server has no font to measure, so each character counts as wide as in the widest common sans-serif,
DejaVu Sans (which `system-ui` is on many a Linux desktop). Labels laid out with it fit in every font that
the stylesheet names.
"""

# em: characters at most so wide in DejaVu Sans and Liberation Sans; the others go by the rules of `_em`.
GROUPS = {
    0.35: "ijlI|,. ‘’·:;/\\łії",
    0.42: "frt-()[]!",
    0.56: 'szcL?_–“”*"J`śżźćçгэс',
    0.78: "мл",
    0.88: "w+=<>#~ыюфЪЫФ",
    1.0: "mMW%—…жшщД",
    1.1: "@ЖШЩЮ",
}
WIDTHS = {character: em for em, characters in GROUPS.items() for character in characters}


def _em(character: str) -> float:
    if character in WIDTHS:
        return WIDTHS[character]
    if character.isupper() or character == "&":
        return 0.79
    if ord(character) >= 0x2E80:
        return 1.0
    return 0.64 if character.isascii() else 0.7


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
