"""Whose a stance is: of the actors of a sentence, those who hold what a cue tells; nobody where it is open.

The holder stands before the cue, nearest to it in its clause ("Merz said Scholz opposes": Scholz), together
with those joined to it ("Macron and Scholz support"). Before that come who is named as the agent ("rejected
by Scholz", "відхилено Шольцем") and, where the verb comes second, who follows it ("Gestern lehnte Scholz
..."). An actor across a clause's edge, or with a pronoun between, counts only where no other comes in
question; one whose case makes it no subject ("Шольца") never does.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from .cues import Cue
from .languages import table, words
from .mentions import Mention
from .phrases import spelt
from .tokens import APOSTROPHES, Token, tokens
from .withheld import CLAUSE

_WHO = ("AND", "TITLES", "ARTICLES")  # words that may stand before an actor and tell who it is
_REACH = 60  # characters in which words that lead to an actor stand
_FAR = 400  # characters from an actor to a cue of its own
_MOST = 12  # actors before or behind a cue that are looked at


@dataclass(frozen=True, slots=True)
class Position:
    """A stance that one actor takes in a sentence, by the cues that tell it."""

    actor: Mention
    stance: str
    cues: tuple[Cue, ...]


def positions(
    text: str, cues: Iterable[Cue], actors: Sequence[Mention], language: str
) -> tuple[Position, ...]:
    """The stances that the cues of a sentence tell of those of its actors who can hold one.

    An actor whose cues disagree takes none.
    """
    able = [actor for actor in actors if not _only_quoted_or_owning(text, actor, language)]
    found: dict[str, tuple[Mention, list[Cue]]] = {}
    for cue in cues:
        for actor in _holders(text, cue, able, language) if cue.stance else ():
            found.setdefault(actor.slug, (actor, []))[1].append(cue)
    return tuple(
        Position(actor, told[0].stance, tuple(told))
        for actor, told in found.values()
        if len({cue.stance for cue in told}) == 1
    )


def _holders(text: str, cue: Cue, able: Sequence[Mention], language: str) -> Sequence[Mention]:
    start = next(place[0] for place in cue.words if place != cue.negated)
    first = bisect_left(able, start, key=lambda actor: actor.end)
    behind = able[first : first + _MOST]
    if agent := _agent(text, cue, behind, language):
        return agent
    behind = [actor for actor in behind if not actor.bent]
    before = [actor for actor in able[max(0, first - _MOST) : first] if actor.end <= start and not actor.bent]
    if not before:
        return _follower(text, cue, behind, language) if table(language).VERB_SECOND else []
    if _leads_on(text, before[-1].end, start, language):
        return _joined(text, before, language)
    return before[-1:] if first <= _MOST and len({actor.slug for actor in before}) == 1 else []


def _leads_on(text: str, start: int, end: int, language: str) -> bool:
    """Whether what stands between an actor and a cue is short and makes nobody else the subject."""
    if end - start > _FAR or not CLAUSE.isdisjoint(text[start:end]):
        return False
    return not _subject(language).search(text, start, end)


def _joined(text: str, before: Sequence[Mention], language: str) -> list[Mention]:
    """The last of some actors and those joined to it: "Macron, Tusk and Scholz"."""
    found = [before[-1]]
    for actor in reversed(before[:-1]):
        if found[-1].start - actor.end > _REACH:
            break
        between = tokens(text, actor.end, found[-1].start)
        joins = [token for token in between if token.lower in words(language, "AND")]
        comma = "," in text[actor.end : found[-1].start] and len(found) > 1
        if not (joins or comma) or not all(_tells_who(token, language) for token in between):
            break
        found.append(actor)
    return found[::-1]


def _tells_who(token: Token, language: str) -> bool:
    """Whether a word between two actors is "and", or belongs to the second ("the German leader")."""
    return token.word[0].isupper() or any(token.lower in words(language, name) for name in _WHO)


def _agent(text: str, cue: Cue, behind: Sequence[Mention], language: str) -> list[Mention]:
    """Who "by" or the case right behind a cue names, and who is joined to it by "and"."""
    after = [actor for actor in behind if actor.start > cue.end]
    if not after or not _near(text, cue.end, after[0].start):
        return []
    if not _led_to(tokens(text, cue.end, after[0].start), after[0], language):
        return []
    between = tokens(text, after[0].end, min(after[1].start, after[0].end + _REACH)) if after[1:] else []
    joined = bool(between) and between[0].lower in words(language, "AND")
    return after[:2] if joined and all(_tells_who(token, language) for token in between) else after[:1]


def _led_to(between: Sequence[Token], actor: Mention, language: str) -> bool:
    """Whether the words between a cue and an actor, or its case, make it the agent."""
    if between and between[0].lower in words(language, "AGENTS"):
        return all(_tells_who(token, language) for token in between[1:])
    endings = tuple(words(language, "AGENT_ENDINGS"))
    return actor.bent and all(
        said.lower().endswith(endings) for said in (*(token.word for token in between), actor.text)
    )


def _follower(text: str, cue: Cue, behind: Sequence[Mention], language: str) -> list[Mention]:
    """Who stands right behind the first deciding word."""
    verb = cue.words[0][1]
    actor = next((actor for actor in behind if actor.start > verb), None)
    if not actor or not _near(text, verb, actor.start):
        return []
    return [actor] if all(_titles(token, language) for token in tokens(text, verb, actor.start)) else []


def _near(text: str, start: int, end: int) -> bool:
    return end - start <= _REACH and CLAUSE.isdisjoint(text[start:end])


def _titles(token: Token, language: str) -> bool:
    return token.lower in words(language, "TITLES") or token.lower.endswith(_title_endings(language))


def _only_quoted_or_owning(text: str, actor: Mention, language: str) -> bool:
    """Whether an actor only tells or owns: "according to Merz", "Merz’s party"."""
    if text[actor.end : actor.end + 1] in APOSTROPHES and text[actor.end + 1 : actor.end + 2] in {"s", "S"}:
        return True
    before = tokens(text, max(0, actor.start - _REACH), actor.start)
    while before and _titles(before[-1], language):
        before.pop()
    return " ".join(["", *(token.lower for token in before[-3:])]).endswith(_saying(language))


@cache
def _title_endings(language: str) -> tuple[str, ...]:
    """How titles end where any word that ends so is one; () matches nothing."""
    return tuple(title[1:] for title in words(language, "TITLES") if title.startswith("-"))


@cache
def _subject(language: str) -> re.Pattern:
    """Any of a language's pronouns as a word; nothing where it has none."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words(language, 'SUBJECTS'))) or '(?!)'})(?!\w)", re.I)


@cache
def _saying(language: str) -> tuple[str, ...]:
    """What leads to somebody who is only quoted, each with a space before it."""
    return tuple(" ".join(["", *said]) for said in spelt(table(language).SAYING))
