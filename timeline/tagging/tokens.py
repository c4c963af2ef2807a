"""Words of a text with their offsets, folded so that spelling variants of one name meet."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’ʼ‘`´"
# A dotted abbreviation (U.S., J.D.) is one word; otherwise letters and digits with their combining marks.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,8}(?!\w)|[^\W_][\w\u0300-\u036f]*")
# Letters that Unicode does not decompose, yet keyboards do.
_PLAIN = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "ё": "е", "Ё": "Е"}
)


class Token(NamedTuple):
    """One word: `word` keeps its case and loses Latin accents and inner dots; `lower` is it in lower case."""

    start: int
    end: int
    word: str
    lower: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of `text[start:end]`. A possessive "'s" is no word; the "t" of "don't" is the word "not"."""
    found = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        word, lower = _folded(match.group())
        if first > start and text[first - 1] in APOSTROPHES:
            if lower == "s" and found and found[-1].end == first - 1:
                continue
            word, lower = ("not", "not") if word == "t" else (word, lower)
        found.append(Token(first, last, word, lower))
    return found


@lru_cache(maxsize=8192)
def _folded(word: str) -> tuple[str, str]:
    word = fold(word)
    return word, word.lower()


def fold(word: str) -> str:
    """The word without inner dots and Latin accents (Röttgen -> Rottgen); й and ї stay letters."""
    word = unicodedata.normalize("NFC", word.replace(".", "") if "." in word else word)
    return word if word.isascii() else "".join(_bare(letter) for letter in word.translate(_PLAIN))


def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter
