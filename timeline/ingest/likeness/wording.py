"""Words that can be compared: folded, cut to their stems, without those that every title has.

Nothing here knows a language beyond its few words of denial: short words in lower case are articles and
prepositions nearly everywhere, capitals and figures always say something.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.models.search import fold

STEM = 5  # letters that inflection and derivation leave alone: autho(rises), autho(risation), ракет(ами)
SHORT = 3  # letters of a word in lower case that says nothing by itself
COMMON = frozenset(
    [
        *("about", "after", "also", "been", "before", "from", "have", "into", "more", "over", "said", "says"),
        *("still", "tells", "that", "their", "them", "they", "this", "under", "were", "what", "when", "will"),
        *("with", "would", "auch", "dass", "eine", "einen", "einer", "nach", "noch", "sich", "sind", "wird"),
        *("uber", "avec", "dans", "etre", "pour", "sont", "jest", "oraz", "przez", "после", "будет", "чтобы"),
        *("після", "буде", "щодо"),
    ]
)
# Words and beginnings of words with which a title says no.
DENIALS = frozenset(
    [
        "no",
        "not",
        "never",
        "without",
        "nicht",
        "kein",
        "keine",
        "ohne",
        "nie",
        "pas",
        "non",
        "не",
        "ні",
        "нет",
    ]
)
REFUSALS = (
    "reject", "refus", "rebuff", "denie", "deny", "declin", "oppos", "veto", "block", "ablehn", "abgelehn",
    "verweiger", "rejet", "odrzu", "odmaw", "відхил", "відмов", "отказ", "отверг",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Wording:
    """What a text says: the stems of its telling words, the figures in it, whether it denies."""

    stems: frozenset[str]
    figures: frozenset[str]
    denies: bool


@lru_cache(maxsize=200_000)
def wording(text):
    """A text as `Wording`."""
    stems, figures, denies = set(), set(), False
    for word in _WORD.findall(text):
        folded = fold(word)
        denies = denies or folded in DENIALS or folded.startswith(REFUSALS)
        if any(character.isdigit() for character in folded):
            figures.add(folded)
        elif word.islower() and len(word) <= SHORT:
            continue
        if folded not in COMMON and folded not in DENIALS:
            stems.add(stem(folded))
    return Wording(frozenset(stems), frozenset(figures), denies)


def stem(folded):
    """The beginning of a folded word, without a plural's s where it is short."""
    return folded[:STEM] if len(folded) > STEM else folded.rstrip("s") or folded


def shared_of(one, other):
    """How much of two sets is common, from 0 to 1 (Dice); None where one is empty."""
    if not one or not other:
        return None
    return 2 * len(one & other) / (len(one) + len(other))


def contained(one, other):
    """How much of one set is in the other, from 0 to 1; None where one is empty."""
    return len(one & other) / len(one) if one and other else None
