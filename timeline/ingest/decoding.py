"""Text from bytes that do not say in which encoding they are, or say it wrongly.

A byte order mark decides, then UTF-8, then what was declared. Older files are read in whichever encoding
makes the most function words of a language out of them; where none does, they are refused, because a text of
wrong letters is worse than none.
"""

import codecs
import re

from timeline.tagging.languages import words
from timeline.tagging.tokens import tokens

from .unreadable import Unreadable

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # begins as the next but one does
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_WIDE = ("utf-16-le", "utf-16-be")
_EAST, _CENTRAL, _WEST = ("uk", "ru"), ("pl",), ("en", "de", "fr")
_OLD = {  # in order of how common they are
    "cp1252": _WEST,
    "cp1251": _EAST,
    "cp1250": _CENTRAL,
    "koi8-u": _EAST,
    "iso8859-2": _CENTRAL,
    "cp866": _EAST,
    "iso8859-5": _EAST,
    "mac-roman": _WEST,
}
_LOOKED_AT = 8000  # bytes
_MIXED = re.compile(r"[^\W\d_][^\w\s.,;:!?'’ʼ\-–—…()\[\]«»„“”\"/&%@]+[^\W\d_]")  # "powiedzia³em"
_SMALL = re.compile("[а-яёіїєґ]{3,}")
_FOREIGN = 0.3  # of the letters of a western text, at most so many are not those of English


def decoded(content, declared=None):
    """The text of bytes; raises `Unreadable`."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _whole(content, encoding)
    if b"\x00" in content and (wide := _wide(content)):
        return wide
    for encoding in ("utf-8", declared):
        try:
            return content.decode(encoding or "ascii")
        except (LookupError, UnicodeError):
            continue
    return _old(content)


def _whole(content, encoding):
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("The file is damaged: its end is missing. Paste its text instead.") from None


def _wide(content):
    """UTF-16 without a mark, where that makes words of it; else None."""
    said = [(_said(content[:_LOOKED_AT], code, (*_WEST, *_EAST, *_CENTRAL)), code) for code in _WIDE]
    found, code = max(said)
    return content.decode(code, "replace") if found > 0 else None


def _old(content):
    if b"\x00" in content:
        raise Unreadable("The file is no text. Save it as .txt, .html or .pdf, or paste its text.")
    said = {code: _said(content[:_LOOKED_AT], code, languages) for code, languages in _OLD.items()}
    best = max(said, key=said.__getitem__)
    if said[best] > 0:
        return content.decode(best, "replace")
    cyrillic, western = (content.decode(code, "replace") for code in ("cp1251", "cp1252"))
    if len(_SMALL.findall(cyrillic)) > len(re.findall(r"[a-z]{3,}", western)):
        return cyrillic
    letters = [letter for letter in western if letter.isalpha()]
    if sum(letter > "\x7f" for letter in letters) > _FOREIGN * len(letters):
        raise Unreadable("Its letters could not be told. Save it as UTF-8, or paste its text.")
    return western


def _said(content, encoding, languages):
    """How many function words of some languages bytes say in an encoding, less what no language has."""
    text = content.decode(encoding, "replace")
    known = [words(language, "OPENERS") for language in languages]
    said = [token.lower for token in tokens(text, 0, len(text))]
    # A letter alone is too easily one of another encoding.
    hits = max(sum(len(word) > 1 and word in each for word in said) for each in known)
    return hits - len(_MIXED.findall(text)) - text.count("\ufffd")
