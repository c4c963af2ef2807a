"""From a text to the stream that the grammar reads: one form of each letter, in the table of a language."""

import re
import unicodedata
from datetime import date
from functools import cache, lru_cache

from .grammar import Stream
from .grammar.stream import rules_of
from .lexer import Language, language


@cache
def _ready(code: str) -> Language:
    """The table of a language, with the rules that its words begin."""
    lang = language(code)
    for kinds in lang.every():
        rules_of(kinds)
    return lang


def stream(text: str, anchor: date, code: str) -> Stream:
    lang = _ready(code)
    if not text.isascii():
        text = _plain_forms(text)
    return Stream(text, anchor, lang)


def _plain_forms(text: str) -> str:
    """One apostrophe, one hyphen, and plain letters and digits for wide ones: each where it was."""
    return _NOT_PLAIN.sub(lambda found: _plain_form(found[0]), text)


_APOSTROPHES = dict.fromkeys("’ʼ‘", "'") | {"\u2010": "-"}


@lru_cache(maxsize=2048)
def _plain_form(char: str) -> str:
    if char in _APOSTROPHES:
        return _APOSTROPHES[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and unicodedata.category(char) in ("Ll", "Lu") else char


# Latin, Cyrillic and the marks of print, where nearly every letter is its own plain form.
_USUAL = "".join(
    char
    for first, last in ((0x20, 0x250), (0x400, 0x530), (0x2010, 0x2040))
    for char in map(chr, range(first, last))
    if _plain_form(char) == char
)
_NOT_PLAIN = re.compile(f"[^\\s{re.escape(_USUAL)}]")
