"""Whose a stance is: of the actors of a sentence, those who hold what a cue tells; nobody where it is open.

The holder stands before the cue, nearest to it in its clause ("Merz said Scholz opposes": Scholz), together
with those joined to it ("Macron and Scholz support"). Before that come who is named as the agent ("rejected
by Scholz") and, where the verb comes second, who follows it ("Gestern lehnte Scholz ..."). An actor across a
clause's edge, or with a pronoun between, counts only where no other comes in question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from .cues import Cue
from .languages import table, words
from .mentions import Mention
from .phrases import spelt
from .tokens import APOSTROPHES, Token, tokens
from .withheld import CLAUSE

_REACH = 60  # characters in which words that lead to an actor stand


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
    if behind := _agent(text, cue, able, language):
        return _joined_behind(text, behind, able, language)
    before = [actor for actor in able if actor.end <= cue.start]
    if not before:
        follower = _follower(text, cue, able, language) if table(language).VERB_SECOND else None
        return [follower] if follower else []
    between = text[before[-1].end : cue.start]
    if _leads_on(between, language):
        return _joined(text, before, language)
    return before[-1:] if len({actor.slug for actor in before}) == 1 else []


def _leads_on(between: str, language: str) -> bool:
    """Whether nothing between an actor and a cue makes another the subject."""
    if not CLAUSE.isdisjoint(between):
        return False
    subjects = words(language, "SUBJECTS")
    return not any(token.lower in subjects for token in tokens(between))


def _joined(text: str, before: Sequence[Mention], language: str) -> list[Mention]:
    """The last of some actors and those joined to it: "Macron, Tusk and Scholz"."""
    found = [before[-1]]
    for actor in reversed(before[:-1]):
        between = tokens(text, actor.end, found[-1].start)
        joins = [token for token in between if token.lower in words(language, "AND")]
        comma = "," in text[actor.end : found[-1].start] and len(found) > 1
        if not (joins or comma) or not all(_tells_who(token, language) for token in between):
            break
        found.append(actor)
    return found[::-1]


def _joined_behind(text: str, first: Mention, able: Sequence[Mention], language: str) -> list[Mention]:
    """An agent and who is joined to it by "and"."""
    following = next((actor for actor in able if actor.start >= first.end), None)
    between = tokens(text, first.end, following.start) if following else []
    joined = any(token.lower in words(language, "AND") for token in between[:1])
    both = joined and all(_tells_who(token, language) for token in between)
    return [first, following] if both else [first]


def _tells_who(token: Token, language: str) -> bool:
    """Whether a word between two actors is "and", or belongs to the second ("the German leader")."""
    return token.word[0].isupper() or any(token.lower in words(language, name) for name in ("AND", "TITLES"))


def _agent(text: str, cue: Cue, able: Sequence[Mention], language: str) -> Mention | None:
    """Who "by" right behind a cue names."""
    agents = words(language, "AGENTS")
    for actor in able:
        if actor.start > cue.end:
            between = tokens(text, cue.end, min(actor.start, cue.end + _REACH))
            led = bool(between) and between[0].lower in agents
            clean = CLAUSE.isdisjoint(text[cue.end : actor.start])
            told = all(_tells_who(token, language) for token in between[1:])
            return actor if led and clean and told else None
    return None


def _follower(text: str, cue: Cue, able: Sequence[Mention], language: str) -> Mention | None:
    """Who stands right behind the first deciding word."""
    verb = cue.words[0][1]
    for actor in able:
        if actor.start > verb:
            between = tokens(text, verb, min(actor.start, verb + _REACH))
            clean = CLAUSE.isdisjoint(text[verb : actor.start]) and actor.start - verb < _REACH
            return actor if clean and all(_titles(token, language) for token in between) else None
    return None


def _titles(token: Token, language: str) -> bool:
    titles = words(language, "TITLES")
    endings = tuple(title[1:] for title in titles if title.startswith("-"))
    return token.lower in titles or (bool(endings) and token.lower.endswith(endings))


def _only_quoted_or_owning(text: str, actor: Mention, language: str) -> bool:
    """Whether an actor only tells or owns: "according to Merz", "Merz’s party"."""
    if text[actor.end : actor.end + 1] in APOSTROPHES and text[actor.end + 1 : actor.end + 2] in {"s", "S"}:
        return True
    before = tokens(text, max(0, actor.start - _REACH), actor.start)
    while before and _titles(before[-1], language):
        before.pop()
    lead = " ".join(token.lower for token in before[-3:])
    return any(lead == said or lead.endswith(f" {said}") for said in _saying(language))


@cache
def _saying(language: str) -> tuple[str, ...]:
    return tuple(" ".join(said) for said in spelt(table(language).SAYING))
