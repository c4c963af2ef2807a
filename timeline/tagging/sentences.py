"""A text as sentences, by rules that say why a full stop ends one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from .languages import code_of, table, words

# Every pattern begins where a run begins, so that long runs of one character are read once.
_BLOCK = re.compile(r"(?<![^\S\n])[^\S\n]*+\n(?:[^\S\n]*+\n)+|[\u2028\u2029]+")
_LINE = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=\S)")
_STOP = re.compile(r"(?<![.!?…。])[.!?…。]++(?:[\"'’”»«“)\]]|[ \u00a0\u202f]»)*(?=\s)")
_BEFORE = re.compile(r"(?:[^\W_]\.)*[^\W_]*$")  # the word that a full stop may belong to, with its inner dots
_AFTER = re.compile(r"[\s\"'‘’“”„«»(\[–—-]*")
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*")
_REACH = 30  # characters that a word before a full stop may have: longer ones are no abbreviation
_SO_FAR = 200  # characters of a sentence that are looked at
_OPENING = (
    4  # a sentence so far of at most this many words is an opening ("У травні 2023 р."), not a sentence
)
_WRAPPED = 0.25  # this share of line breaks within a sentence makes a text one with wrapped lines


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline or item: `text[start:end]`, without the white space around it."""

    start: int
    end: int
    text: str


def sentences(text: str, language: str | None = None, dated: Iterable = ()) -> tuple[Sentence, ...]:
    """The sentences of a text in order; together they hold everything of it but white space.

    `language` is a BCP 47 code with a table of abbreviations; without one the general rules hold. `dated` are
    spans with start and end (the date mentions): no sentence ends inside one ("at 5 p.m. Tuesday"), and a
    full stop behind the number that ends one is no part of it ("on Nov. 13. 300 people came").
    """
    spans = [(mention.start, mention.end) for mention in dated]
    within = {at for start, end in spans for at in range(start + 1, end)}
    found = {*_breaks(text), *_stops(text, language, frozenset(end for _, end in spans))} - within
    cuts = sorted({0, len(text), *found})
    found = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if stripped := piece.strip():
            start += len(piece) - len(piece.lstrip())
            found.append(Sentence(start, start + len(stripped), stripped))
    return tuple(found)


def _breaks(text: str) -> list[int]:
    """Where paragraphs end, and lines where the text is not wrapped."""
    cuts = [match.end() for match in _BLOCK.finditer(text)]
    lines = list(_LINE.finditer(text))
    within = sum(text[match.end()].islower() for match in lines)
    if lines and within <= _WRAPPED * len(lines):
        cuts += [match.end() for match in lines if not text[match.end()].islower()]
    return cuts


def _stops(text: str, language: str | None, date_ends: frozenset[int]) -> list[int]:
    """Where a full stop, question or exclamation mark ends a sentence."""
    cuts, start = [], 0
    for match in _STOP.finditer(text):
        if _ends(text, start, match, language, match.start() in date_ends):
            start = match.end()
            cuts.append(start)
    return cuts


def _ends(text: str, start: int, stop: re.Match, language: str | None, ends_date: bool) -> bool:
    after = _AFTER.match(text, stop.end()).end()
    following = text[after : after + 1]
    if not following:
        return True
    if following.islower():
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    if ends_date and text[stop.start() - 1].isdigit() and not table(language).ORDINAL_DOT:
        return True
    before = _BEFORE.search(text, max(start, stop.start() - _REACH), stop.start()).group()
    return _full_stop_ends(
        before,
        text[start : min(stop.start(), start + _SO_FAR)],
        following,
        _opens(text, after, language),
        language,
    )


def _full_stop_ends(before: str, so_far: str, following: str, opens: bool, language: str | None) -> bool:
    """Whether a full stop after the word `before`, followed by a capital or a digit, ends the sentence."""
    kind = _kind(before, language)
    if kind == "ordinal" and so_far.strip() == before:
        return False  # "1." at the beginning numbers an item
    if kind == "ordinal":
        return opens if table(language).ORDINAL_DOT else not following.isdigit()
    if kind == "numbered":
        return not following.isdigit()
    if kind == "trailing":
        return opens or (not following.isdigit() and len(so_far.split()) > _OPENING)
    return opens if kind else True


def _kind(before: str, language: str | None) -> str:
    word = before.lower()
    if word in _listed(language, "TRAILING"):
        return "trailing"
    if word in _listed(language, "NUMBERED"):
        return "numbered"
    if before.isdigit() and len(before) <= 2:
        return "ordinal"
    if word in _listed(language, "ABBREVIATIONS") or (
        len(word.rpartition(".")[2]) == 1 and word[-1].isalpha()
    ):
        return "abbreviation"
    return ""


@cache
def _listed(language: str | None, name: str) -> frozenset[str]:
    return words(code_of(language), name)


def _opens(text: str, at: int, language: str | None) -> bool:
    word = _WORD.match(text, at)
    return bool(word) and word.group()[0].isupper() and word.group().lower() in _listed(language, "OPENERS")
