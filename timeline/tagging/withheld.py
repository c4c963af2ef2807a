"""What keeps words of stance from telling one: a denial, a question, an urge, something only supposed.

Such words ("denied that", "whether", "was urged to", "could") reach over the rest of their clause, or over
the next one where a comma follows them at once ("bestritt, dass ..."); a word of `BUT` ends their reach. A
question mark reaches back over what it ends. `WOULD` counts where the sentence has a condition, `URGING`
right behind a name that can be no subject ("Шольца призвали").
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from .languages import table, words
from .phrases import spelt
from .tokens import Token
from .trie import Trie

CLAUSE = frozenset(',;:—–()"“”„«»')
_SENTENCE = frozenset("?!;")


class Reason(NamedTuple):
    """Why no stance is told: "denied", "asked", "urged", "supposed" or "changed", and by what words."""

    why: str
    start: int
    end: int


class _Marker(NamedTuple):
    why: str
    own: bool = False  # whether a cue may begin inside it and is then withheld too ("was urged to")
    modal: bool = False
    would: bool = False
    condition: bool = False
    impersonal: bool = False


_MARKERS = {
    "NOT_WITHHELD": None,
    "DENIALS": _Marker("denied"),
    "QUESTIONS": _Marker("asked"),
    "URGES": _Marker("urged", own=True),
    "URGING": _Marker("urged", own=True, impersonal=True),
    "CONDITIONS": _Marker("supposed", condition=True),
    "MODALS": _Marker("supposed", modal=True),
    "WOULD": _Marker("supposed", own=True, would=True),
}
_PARTICLE = 2  # letters of a particle that may also stand behind a verb: "б", "бы", "by"
_TAIL = 8  # characters of punctuation behind a sentence's last word that are looked at


def withheld(
    text: str,
    said: Sequence[Token],
    edges: Sequence[Sequence[str]],
    language: str,
    objects: AbstractSet[int] = frozenset(),
) -> list[Reason | None]:
    """For each word of a sentence why a cue that begins there tells no stance, or None.

    `objects` are the ends of names that can be no subject.
    """
    found = [*_markers(said, edges, language, objects)]
    conditional = any(marker.condition for _, _, marker in found)
    starts, opened = {}, set()
    for first, last, marker in found:
        if conditional or not marker.would:
            reason = Reason(marker.why, said[first].start, said[last - 1].end)
            starts[first if marker.own else last] = reason
            opened.update(range(first + 1, last + 1))
    return _asked(text, said, _spread(text, said, starts, opened, language))


def _spread(
    text: str, said: Sequence[Token], starts: dict[int, Reason], opened: set[int], language: str
) -> list[Reason | None]:
    """Each reason over the words it reaches; at a word of `opened` no comma ends what has just begun."""
    if not starts:
        return [None] * len(said)
    found, reason, but = [], None, words(language, "BUT")
    for at, token in enumerate(said):
        between = text[said[at - 1].end : token.start] if at else ""
        ends = token.lower in but or not _SENTENCE.isdisjoint(between)
        if ends or (at not in opened and not CLAUSE.isdisjoint(between)):
            reason = None
        if at in starts and not ends:
            reason = starts[at]
        found.append(reason)
    return found


def behind(
    said: Sequence[Token], edges: Sequence[Sequence[str]], first: int, last: int, language: str
) -> Reason | None:
    """Why a cue of words [first:last] tells no stance by its ending or by the word behind it ("бы", "ли")."""
    endings = _endings(language)
    for token in said[first:last] if endings else ():
        if token.lower.endswith(endings):
            return Reason("supposed", token.start, token.end)
    after = _after(language)
    for _, why in after.at(last, edges) if last < len(said) else ():
        return Reason(why, said[last].start, said[last].end)
    return None


def _markers(said: Sequence[Token], edges: Sequence[Sequence[str]], language: str, objects: AbstractSet[int]):
    """(first, last, marker) of the words that withhold, from left to right, the longest first."""
    trie, free = _table(language), 0
    for first, edge in enumerate(edges):
        if not edge or first < free:
            continue
        for last, marker in trie.at(first, edges):
            if marker and marker.modal and said[first].word[0].isupper():
                continue  # "in May"
            if marker and marker.impersonal and (not first or said[first - 1].end not in objects):
                continue
            free = last
            if marker:
                yield first, last, marker
            break


def _asked(text: str, said: Sequence[Token], found: list[Reason | None]) -> list[Reason | None]:
    """What a question mark ends is asked."""
    end = _tail(text, said[-1].end) if said else 0
    if not said or text.find("?", said[0].start, end) < 0:
        return found
    asked = _mark(text, said[-1].end, end)
    for at in range(len(said) - 1, -1, -1):
        found[at] = found[at] or asked
        begin = said[at - 1].end if at else said[at].start
        if _SENTENCE.intersection(text[begin : said[at].start]):
            asked = _mark(text, begin, said[at].start)
    return found


def _tail(text: str, start: int) -> int:
    """The end of the punctuation right behind a sentence's last word."""
    end = start
    while end < min(len(text), start + _TAIL) and not text[end].isalnum() and text[end] != "\n":
        end += 1
    return end


def _mark(text: str, start: int, end: int) -> Reason | None:
    at = text.find("?", start, end)
    return Reason("asked", at, at + 1) if at >= 0 else None


@cache
def _table(language: str) -> Trie:
    source, trie = table(language), Trie()
    for name, marker in _MARKERS.items():
        for said in spelt(getattr(source, name)):
            trie.add(said, marker)
    return trie


@cache
def _after(language: str) -> Trie:
    source, trie = table(language), Trie()
    for said in spelt(source.QUESTIONS_AFTER):
        trie.add(said, "asked")
    for said in spelt(source.MODALS):
        if len(said) == 1 and len(said[0]) <= _PARTICLE:
            trie.add(said, "supposed")
    return trie


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(words(language, "MODAL_ENDINGS"))
