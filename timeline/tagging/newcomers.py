"""People whom an article introduces and the vocabulary does not know: named in full, with a title or a role.

Capitals alone prove nothing ("Long Range Weapons"), so a name counts only where its title stands right
before it ("Foreign Minister Jan Lipavský") or its role behind a comma ("John Healey, the defence
secretary,"). Found names are offered, never added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .languages import table, words
from .mentions import lines
from .reading import Tagged
from .terms import PARTICLES
from .tokens import Token

_LONGEST = 3  # words of a name, particles not counted
_ROLE_REACH = 6  # words behind a comma in which a role must stand
# Words that titles stand beside in the names of bodies, and that no person is called.
_IN_BODIES = """
administration affairs agency air alliance armed army assembly association authority board bureau business
capital centre center chamber city command commission committee company conference congress corps council
court daily day defence defense democratic department east europe european federal federation fleet force
forces foreign foundation front government group house institute international intelligence joint journal
kingdom league man media meeting military ministry national nations nato navy new news north office
organisation organization palace parliament party pentagon post press prime republic republican research
school security senate service services society south staff state states street studies summit supreme
television times today treasury treaty tribune tv union united university war washington week west white
world year
"""
_BODIES = frozenset(_IN_BODIES.split())
# Titles that are no person's own: what they are of stands between them and a name.
_OF_BODIES = """
state defense defence treasury affairs elect republican republicans democrat democrats democratic lawmaker
"""
_NO_PERSON = frozenset(_OF_BODIES.split())


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A name that `text[start:end]` introduces, and the words that say who it is."""

    start: int
    end: int
    text: str
    role: str


def newcomers(text: str, read: Tagged) -> tuple[Newcomer, ...]:
    """The people whom a text introduces, each once, in its order; `read` is what tagging it has found."""
    known = (*read.actors, *read.topics, *read.dates)
    taken = {at for mention in known for at in range(mention.start, mention.end)}
    found: dict[str, Newcomer] = {}
    for line in lines(text, read.sentences):
        if line.capitals or line.headline:
            continue
        for newcomer in _of_line(text, line.tokens, taken, read.language):
            found.setdefault(newcomer.text, newcomer)
    return tuple(found.values())


def _of_line(text: str, said: Sequence[Token], taken: set[int], language: str) -> Iterator[Newcomer]:
    at = 0
    while at < len(said):
        end = _name_end(text, said, at, language)
        if end == at:
            at += 1
            continue
        role = _title_before(text, said, at, language) or _role_behind(text, said, end, language)
        start, stop = said[at].start, said[end - 1].end
        if role and end - at > 1 and taken.isdisjoint(range(start, stop)):
            yield Newcomer(start, stop, text[start:stop], role)
        at = end


def _name_end(text: str, said: Sequence[Token], first: int, language: str) -> int:
    """Where a run of capitalised words that may be a person's name ends; `first` where none begins there."""
    at, capitals = first, 0
    while at < len(said) and (at == first or _beside(text, said[at - 1], said[at])):
        if _is_name_word(said[at], language):
            capitals += 1
        elif at == first or said[at].word not in PARTICLES:
            break
        at += 1
    while at > first and said[at - 1].word in PARTICLES:
        at -= 1
    longer = at < len(said) and _beside(text, said[at - 1], said[at]) and said[at].lower in _BODIES
    return first if longer or capitals > _LONGEST or capitals < 1 else at


def _is_name_word(token: Token, language: str) -> bool:
    word = token.word
    if not word[0].isupper() or not word.isalpha() or (word.isupper() and len(word) > 1):
        return False
    return (
        token.lower not in _BODIES
        and not _is_title(token, language)
        and token.lower not in words(language, "OPENERS")
    )


def _beside(text: str, left: Token, right: Token) -> bool:
    between = text[left.end : right.start]
    return between in {" ", "\u00a0", "-", "’", "'", "\n"} or (between == ". " and len(left.word) == 1)


def _title_before(text: str, said: Sequence[Token], first: int, language: str) -> str:
    """The titles right before a name: "Foreign Minister", "general"."""
    at = first
    while at > 0 and first - at < _LONGEST and _beside(text, said[at - 1], said[at]):
        token = said[at - 1]
        if not _is_title(token, language) and not (at < first and token.lower in _BODIES):
            break
        at -= 1
    titles = said[at:first]
    if not any(token.lower not in _NO_PERSON and _is_title(token, language) for token in titles[-1:]):
        return ""
    return text[titles[0].start : titles[-1].end]


def _role_behind(text: str, said: Sequence[Token], end: int, language: str) -> str:
    """The role behind the comma after a name, up to the next: "the defence secretary"."""
    if table(language).NOUNS_CAPITAL or end >= len(said) or text[said[end - 1].end : said[end].start] != ", ":
        return ""
    for at in range(end, min(len(said), end + _ROLE_REACH)):
        if at > end and text[said[at - 1].end : said[at].start].strip(" \u00a0’'-\n"):
            return ""
        if _is_title(said[at], language) and said[at].lower not in _NO_PERSON and said[at].word.islower():
            closed = at + 1 < len(said) and text[said[at].end : said[at + 1].start].startswith((",", " "))
            return text[said[end].start : said[at].end] if closed or at + 1 == len(said) else ""
    return ""


def _is_title(token: Token, language: str) -> bool:
    return token.lower in words(language, "TITLES") or token.lower.endswith(_title_endings(language))


@cache
def _title_endings(language: str) -> tuple[str, ...]:
    return tuple(title[1:] for title in words(language, "TITLES") if title.startswith("-"))
