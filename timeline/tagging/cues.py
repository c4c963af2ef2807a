"""Words that tell a stance, by tables anyone can read: no score, no model, every deciding word shown.

A language's table holds, in `CUES`, rows of (stance, stance when negated, phrases). A phrase is words;
`a/b` are alternatives, `stem*` any ending, ` … ` up to `_GAP` words between; words in brackets at either end
must stand there and are no part of it, `|` for the end of the clause ("support (the a)", "said no (|)").
`NEGATORS` before a cue in its clause turn it round (`NEGATORS_AFTER`: behind it). A negated cue without a
negated stance tells nothing and is left out, as are the phrases of `NO_CUES` ("fight against the"). A cue
that is denied, asked, urged upon somebody or only supposed keeps its place, without a stance, and says why
(`withheld`); so do the `CHANGES`, which tell that a stance ended and not which took its place ("dropped her
opposition").
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .languages import table
from .phrases import Phrase, choices, context, listed, spelt, stems
from .tokens import Token
from .trie import Trie
from .withheld import CLAUSE, Reason, behind, withheld

STANCES = ("supports", "leans-support", "undecided", "leans-oppose", "opposes")
_GAP = 8  # words that may stand where a phrase has a gap
_BEFORE = 3  # words that may stand between a negator and its cue
_AFTER = 5


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that suggest a stance: `text[start:end]` spans them, `words` holds the deciding ones as (start,
    end).

    `negated` is the (start, end) of the word that turned the stance round, or None. Where `withheld` is
    given, its words keep the cue from telling a stance, which is then "".
    """

    start: int
    end: int
    text: str
    stance: str
    words: tuple[tuple[int, int], ...]
    negated: tuple[int, int] | None = None
    withheld: Reason | None = None


class _Row(NamedTuple):
    stance: str
    negated: str | None
    rest: tuple[tuple[Phrase, ...], ...] = ()  # what must follow after gaps: each a choice of phrases
    before: frozenset[str] = frozenset()  # one of these words must stand right before, where there are any
    after: frozenset[str] = frozenset()
    changes: bool = False


class _Table(NamedTuple):
    phrases: Trie
    negators: Trie
    after: Trie


def cues(
    text: str, said: Sequence[Token], language: str, objects: AbstractSet[int] = frozenset()
) -> tuple[Cue, ...]:
    """The stance cues of one sentence's words, in order, never overlapping; the longest phrase wins.

    `objects` are the ends of names that stand in a case which makes them no subject ("Шольца призвали").
    """
    return tuple(_Reader(text, said, language, objects).read())


class _Reader:
    """Reads the words of one sentence against one language's table."""

    def __init__(self, text: str, said: Sequence[Token], language: str, objects: AbstractSet[int]):
        self.text, self.said, self.rows = text, said, _table(language)
        self.edges = [stems(token.lower, language) for token in said]
        self.language, self.reasons = language, withheld(text, said, self.edges, language, objects)

    def read(self) -> list[Cue]:
        """From left to right; a negator that is a cue itself ("refused to") gives way to what it negates."""
        found: list[Cue] = []
        at = 0
        while at < len(self.said):
            if not self.edges[at]:
                at += 1
                continue
            cue, after = self._cue(at)
            if cue and (cue.stance or cue.withheld):
                if found and cue.start < found[-1].end:
                    found.pop()
                found.append(cue)
            at = after
        return found

    def _cue(self, at: int) -> tuple[Cue | None, int]:
        best: tuple[list[tuple[int, int]], _Row] | None = None
        for last, row in self.rows.phrases.at(at, self.edges):
            pieces = self._rest([(at, last)], row.rest) if self._stands(at, row) else []
            if pieces and not self._follows(pieces[-1][1], row.after):
                continue
            if pieces and (best is None or _reach(pieces) > _reach(best[0])):
                best = pieces, row
        if not best:
            return None, at + 1
        pieces, row = best
        return self._judged(pieces, row), pieces[-1][1]

    def _stands(self, at: int, row: _Row) -> bool:
        """Whether the word that a row asks for stands right before."""
        return not row.before or (at > 0 and self.said[at - 1].lower in row.before)

    def _follows(self, at: int, words: AbstractSet[str]) -> bool:
        """Whether one of some words stands at a place, or the clause ends there and they hold "|"."""
        if not words:
            return True
        ends = at == len(self.said) or self._parted(at)
        return "|" in words if ends else self.said[at].lower in words

    def _parted(self, at: int) -> bool:
        """Whether a clause ends right before a word."""
        return not CLAUSE.isdisjoint(self.text[self.said[at - 1].end : self.said[at].start])

    def _rest(self, pieces: list[tuple[int, int]], rest: tuple) -> list[tuple[int, int]]:
        for choice in rest:
            begin = pieces[-1][1]
            found = next(
                (
                    (at, at + len(words))
                    for at in range(begin, min(begin + _GAP + 1, len(self.said)))
                    for words in choice
                    if self._spells(at, words)
                ),
                None,
            )
            if not found:
                return []
            pieces = [*pieces, found]
        return pieces

    def _spells(self, at: int, words: tuple[str, ...]) -> bool:
        if words[0] not in self.edges[at] or at + len(words) > len(self.said):
            return False
        return len(words) == 1 or all(word in self.edges[at + place] for place, word in enumerate(words))

    def _judged(self, pieces: list[tuple[int, int]], row: _Row) -> Cue:
        negator = self._before(pieces[0][0], self.rows.negators) or self._behind(pieces)
        stance = (row.negated or "") if negator else row.stance
        places = [*pieces, *([negator] if negator else [])]
        offsets = sorted({(self.said[first].start, self.said[last - 1].end) for first, last in places})
        start, end = offsets[0][0], max(offset[1] for offset in offsets)
        turned = (self.said[negator[0]].start, self.said[negator[1] - 1].end) if negator else None
        kept = self._withheld(pieces, stance) if stance or (row.changes and not negator) else None
        if row.changes and not negator and not kept:
            kept = Reason("changed", start, end)
        return Cue(start, end, self.text[start:end], "" if kept else stance, tuple(offsets), turned, kept)

    def _withheld(self, pieces: list[tuple[int, int]], stance: str) -> Reason | None:
        """What keeps a stance back; "whether it will remains unresolved" is undecided all the same."""
        first, last = pieces[0]
        found = self.reasons[first] or behind(self.said, self.edges, first, last, self.language)
        open_ = found and found.why == "asked" and self.text[found.start : found.end] != "?"
        return None if open_ and stance == "undecided" else found

    def _before(self, at: int, trie: Trie) -> tuple[int, int] | None:
        """The negator whose end lies at most `_BEFORE` words before `at`, in the same clause."""
        for first in range(at - 1, max(-1, at - 3 - _BEFORE), -1):
            if self._parted(first + 1):
                return None
            fitting = [match for match in trie.at(first, self.edges) if at - _BEFORE <= match[0] <= at]
            if fitting:
                last, turns = fitting[0]
                return (first, last) if turns else None
        return None

    def _behind(self, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
        begin = pieces[0][1]
        end = pieces[-1][0] if len(pieces) > 1 else min(len(self.said), begin + _AFTER)
        for at in range(begin, end):
            if len(pieces) == 1 and self._parted(at):
                return None
            if fitting := self.rows.after.at(at, self.edges):
                last, turns = fitting[0]
                return (at, last) if turns else None
        return None


def _reach(pieces: list[tuple[int, int]]) -> tuple[int, int]:
    """How far a phrase reaches, then its words: "urged … not to" is more than "urged … to"."""
    return pieces[-1][1], sum(last - first for first, last in pieces)


@cache
def _table(language: str) -> _Table:
    source = table(language)
    phrases = Trie()
    for stance, negated, rows in (*source.CUES, ("", None, source.NO_CUES)):
        _add(phrases, rows, _Row(stance, negated))
    _add(phrases, source.CHANGES, _Row("", None, changes=True))
    negators, after = map(_trie, (source.NEGATORS, source.NEGATORS_AFTER))
    for said in spelt(source.NOT_ONLY):
        negators.add(said, False)
        after.add(said, False)
    return _Table(phrases, negators, after)


def _add(phrases: Trie, rows: str, row: _Row) -> None:
    """Each phrase of a table's entry as a row like the one given."""
    for phrase in listed(rows):
        before, words, after = context(phrase)
        first, *rest = (choices(part) for part in words.split(" … "))
        for said in first:
            phrases.add(said, row._replace(rest=tuple(rest), before=before, after=after))


def _trie(phrases: str) -> Trie:
    trie = Trie()
    for said in spelt(phrases):
        trie.add(said, True)
    return trie
