"""Which language a phrase is in, where nobody says."""

import re
from functools import lru_cache

from .languages import TABLES
from .lexer import Kinds, language, tokens


def neutral(text: str) -> str | None:
    """The table to read figures by: they mean the same in every language but for slashes."""
    if not any(char.isalpha() for char in text):
        return "en"
    known = tokens(text, language("en"))
    return "en" if all(_in_every_language(kinds, text[start:end]) for kinds, start, end in known) else None


def _in_every_language(kinds: Kinds, said: str) -> bool:
    """A figure, a mark, a name all in capitals (ATACMS), or a word for what has a number (Resolution)."""
    return bool(kinds) and (kinds.keys() <= _FIGURES or "NAME" in kinds or said.isupper())


@lru_cache(maxsize=2048)
def recognise(text: str) -> str | None:
    """Which of the languages with a table the text is in, or None: by its letters and its known words."""
    best, score = None, 0
    ordinal = bool(_ORDINAL_STOP.search(text))
    for code in TABLES:
        lang = language(code)
        found = tokens(text, lang)
        known = sum(_weight(kinds, text[start]) for kinds, start, _ in found) + 3 * len(
            lang.letters & set(text.lower())
        )
        known += known and ordinal and lang.ordinal_dot
        if known > score:
            best, score = code, known
    return best


# "11. August": the stop makes an ordinal of the number, in the languages that write it so.
_ORDINAL_STOP = re.compile(r"\b[0-9]{1,2}\. ?[^\W\d_]")


def _weight(kinds: Kinds, first: str) -> int:
    """1 for a word of this language; figures, marks and names are in all of them, but "circa" is a word."""
    return 0 if kinds.keys() <= _ANY_LANGUAGE and not ("APPROX" in kinds and first.isalpha()) else 1


_ANY_LANGUAGE = frozenset(
    [
        "NUM",
        "DIGITS",
        "YEAR",
        "OLDYEAR",
        "ISO",
        "ISOMONTH",
        "TRIPLE",
        "BIG",
        "CLOCK",
        "DAYMONTH",
        "COMPACT",
        "COMMA",
        "DOT",
        "DASH",
        "TO",
        "SLASH",
        "OPEN",
        "CLOSE",
        "QUOTE",
        "STOP",
        "ROMAN",
        "NAMELIKE",
        "APPROX",
        "MEASURE",
        "NAME",
        "SHORT",
    ]
)
# Of these, what a date in figures may consist of, its time and zone included: "2024-11-26T12:30+02:00".
_FIGURES = _ANY_LANGUAGE - {"ROMAN", "NAMELIKE", "MEASURE", "NAME"}
