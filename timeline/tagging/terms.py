"""What a vocabulary's names are called in running text: the forms of one name, derived by rule."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .tokens import tokens

_PARTICLES = "von van der den de du del della di da dos la le al el bin ibn zu zur ter"
PARTICLES = frozenset(_PARTICLES.split())
SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_TAIL = re.compile(r"\s+(?:on|of|for|to|in|by|from|against)\s.*$")
_GENERIC = re.compile(r"\s+(?:missiles?|rockets?|bombs?|drones?|tanks?|systems?)$")
_CODE = re.compile(r"(?:[-\s]+(?=[^\s-]*[A-Z0-9])[A-Z0-9]+)+$")
_COMPOUND = re.compile(r"\b(\w+)-(\w+)")


class Term(NamedTuple):
    """A row of a vocabulary: an actor, a topic or a question with its other names; `kind` as in the model."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""


class Form(NamedTuple):
    """The words of one way to name a term; `how` is "name", "alias", "initials" or "last name"."""

    words: tuple[str, ...]
    how: str


def actor_forms(term: Term) -> Iterator[Form]:
    """Name, aliases, the name without initials, a one-word alias after the first name, last names.

    A state of several words is also known by its initials ("the U.S.").
    """
    first = words_of(term.name)[:1]
    if term.kind == "state":
        yield from _initials(words_of(term.name))
    for how, name in (("name", term.name), *(("alias", alias) for alias in term.aliases)):
        for spelling in dict.fromkeys((name, name.translate(_WRITTEN_OUT))):
            said = words_of(spelling)
            if said:
                yield Form(said, how)
            if term.kind == "person":
                yield from _person_forms(spelling, said, first, how)


def _person_forms(name: str, said: tuple[str, ...], first: tuple[str, ...], how: str) -> Iterator[Form]:
    if len(said) > 1:
        yield Form((said[0], *(word for word in said[1:-1] if len(word) > 1), said[-1]), how)
        yield Form(last_name(name), "last name")
    elif said and said != first:
        yield Form((*first, *said), how)


def _initials(said: tuple[str, ...]) -> Iterator[Form]:
    if len(said) > 1 and all(word[0].isupper() for word in said):
        yield Form(("".join(word[0] for word in said),), "initials")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as the matcher compares them."""
    return tuple(token.word for token in tokens(name))


def last_name(name: str) -> tuple[str, ...]:
    """The words of a full name's last name, such as "von der Leyen", "Strack-Zimmermann", "Trump Jr."."""
    parts = name.split()
    first = len(parts) - 1 - (len(parts) > 2 and parts[-1].strip(".") in SUFFIXES)
    while first > 1 and parts[first - 1] in PARTICLES:
        first -= 1
    return words_of(" ".join(parts[first:]))


def topic_forms(term: Term) -> Iterator[Form]:
    """A topic's name as people say it: without what is in brackets, after a preposition, or a maker's code.

    "Cluster munitions (DPICM)" is also "cluster munitions" and "DPICM"; "Taurus KEPD 350" is "Taurus";
    "Security guarantees and agreements" are "security guarantees" or "security agreements"; "Oreshnik
    missile" is "Oreshnik". An alias is taken as it stands.
    """
    for said in dict.fromkeys(_spoken(term.name)):
        yield from _cased(said, "name" if said == term.name else "alias")
    for alias in term.aliases:
        yield from _cased(alias, "alias")


def _spoken(name: str) -> Iterator[str]:
    yield name
    yield from _ASIDE.findall(name)
    plain = _ASIDE.sub("", name)
    for part in _shared(_TAIL.sub("", plain) if " " in _TAIL.sub("", plain) else plain):
        yield part
        short = _GENERIC.sub("", _CODE.sub("", part))
        if short != part and short[:1].isupper() and len(short) > 2:
            yield short


def _shared(name: str) -> Iterator[str]:
    """ "A b and c" is "A b" or "A c"; "B and C" of two proper names is "B" or "C"."""
    left, joined, right = name.partition(" and ")
    if not joined:
        left, joined, right = name.partition("/")
    if not joined:
        yield name
    elif right[:1].isupper():
        yield from (left, right)
    else:
        yield from (left, f"{left.rpartition(' ')[0]} {right}".strip())


def _cased(name: str, how: str) -> Iterator[Form]:
    """A name in sentence case is an ordinary phrase and may be in lower case; all have a plural."""
    said = words_of(name)
    if not said:
        return
    yield Form(said, how)
    if name.islower() or (any(word.islower() for word in said[1:]) and not any(map(_proper, said[1:]))):
        for spelling in (name.lower(), _COMPOUND.sub(r"\1\2", name.lower())):
            yield from (Form(form, how) for form in _numbers(words_of(spelling)))
    else:
        yield from (Form(form, how) for form in _numbers(said))


def _proper(word: str) -> bool:
    return not (word.islower() or word.isdigit())


def _numbers(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Singular and plural of a phrase by its last word, as far as an English -s makes the difference."""
    yield words
    *rest, last = words
    if last.islower() and last.endswith("s") and len(last) > 3:
        yield (*rest, last[:-1])
    elif not last.lower().endswith("s"):
        yield (*rest, last + "s")
