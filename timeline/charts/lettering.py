"""How wide a text is, roughly and rather too wide than too narrow, and how it breaks into lines.

The server has no font to measure, so each character counts as wide as in the widest common sans-serif,
DejaVu Sans (which `system-ui` is on many a Linux desktop). Labels laid out with it fit in every font that
the stylesheet names.
"""

import re
from html import escape

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
    """`text` in at most `lines` lines of `width` px; what does not fit ends in an ellipsis.

    A word too long for a line is broken where the line ends: there are scripts without spaces.
    """
    done: list[str] = []
    words = [part for word in text.split() for part in _parts(word, width, size)]
    while words and len(done) < lines - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= width:
            line = f"{line} {words.pop(0)}"
        done.append(line)
    if words:
        done.append(fit(" ".join(words), width, size))
    return tuple(done)


def _parts(word: str, width: float, size: float) -> list[str]:
    """A word, cut into parts of at most `width` px."""
    if text_width(word, size) <= width:
        return [word]
    parts, room = [""], width
    for character in word:
        room -= text_width(character, size)
        if room < 0 and parts[-1]:
            parts.append("")
            room = width - text_width(character, size)
        parts[-1] += character
    return parts


# What XML 1.0 does not allow, and what turns the direction of the words around it.
UNPRINTABLE = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """`text` as one line, without what no drawing can hold: control characters, lone surrogates."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def escaped(text: str) -> str:
    """`text` as the content of an element or an attribute of a drawing, and nothing but text."""
    return escape(UNPRINTABLE.sub("", text))
