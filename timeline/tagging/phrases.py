"""How the tables write phrases: words with alternatives, to the words a text is compared by."""

import re
from functools import cache, lru_cache
from itertools import product

from .languages import table
from .tokens import tokens

Phrase = tuple[str, ...]
_LONGEST_STEM = 24
_CONTEXT = re.compile(r"(?:\(([^()]*)\) )?([^()]*?)(?: \(([^()]*)\))?")
# The entries of a table that hold phrases, beside `CUES`.
PHRASES = (
    "NEGATORS",
    "NEGATORS_AFTER",
    "NOT_ONLY",
    "QUESTIONS",
    "QUESTIONS_AFTER",
    "DENIALS",
    "URGES",
    "CONDITIONS",
    "MODALS",
    "NOT_WITHHELD",
    "WOULD",
    "NO_CUES",
    "CHANGES",
    "URGING",
)


def listed(phrases: str) -> list[str]:
    """The phrases of a table's entry, which commas part."""
    return [" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip()]


def context(phrase: str) -> tuple[frozenset[str], str, frozenset[str]]:
    """The words one of which must stand right before a phrase, the phrase, those right behind it."""
    before, words, after = _CONTEXT.fullmatch(phrase).groups(default="")
    return frozenset(before.split()), words, frozenset(after.split())


def choices(phrase: str) -> tuple[tuple[str, ...], ...]:
    """The phrases that one with alternatives stands for; words are folded as those of a text are."""
    ways = [[_folded(choice) for choice in word.split("/")] for word in phrase.split()]
    return tuple(tuple(word for words in way for word in words) for way in product(*ways))


def spelt(phrases: str) -> list[tuple[str, ...]]:
    """Every phrase of a table's entry, alternative by alternative."""
    return [said for phrase in listed(phrases) for said in choices(phrase)]


@lru_cache(maxsize=16384)
def stems(word: str, language: str) -> tuple[str, ...]:
    """A word of a text as a language's table writes it: itself, or its beginning and a star; () for most."""
    known = _known(language)
    starred = (word[:size] + "*" for size in range(2, min(len(word), _LONGEST_STEM) + 1))
    return tuple(each for each in (word, *starred) if each in known)


@cache
def _known(language: str) -> frozenset[str]:
    """Every word of the phrases of a table."""
    source = table(language)
    entries = [rows for _, _, rows in source.CUES] + [getattr(source, name) for name in PHRASES]
    parts = [part for rows in entries for each in listed(rows) for part in context(each)[1].split(" … ")]
    return frozenset(word for part in parts for said in choices(part) for word in said)


def _folded(choice: str) -> tuple[str, ...]:
    star = "*" if choice.endswith("*") else ""
    *rest, last = (token.lower for token in tokens(choice))
    return (*rest, last + star)
