"""The vocabulary of a debate, compiled: which actors, topics and questions a text may name, and how."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from .inflection import bend
from .terms import Form, Term, actor_forms, topic_forms, words_of
from .tokens import Token, tokens
from .trie import Trie


class Naming(NamedTuple):
    """What a form stands for: the term, how it names it, the form's words."""

    term: Term
    how: str
    words: tuple[str, ...]


class Vocabulary:
    """Actors, topics and questions of a debate, from plain rows of (slug, name, aliases, kind).

    Compiled once and then only read, so that one may be kept for many articles. Rows may be `Term`s or any
    sequences of the same four; aliases and kind may be left out or None.
    """

    def __init__(self, actors: Iterable = (), topics: Iterable = (), questions: Iterable = ()):
        self.actors = tuple(_term(row) for row in actors)
        self.topics = tuple(_term(row) for row in topics)
        self.questions = tuple(_term(row) for row in questions)
        self._indexes: dict[tuple[str, str], Index] = {}

    def index(self, kind: str, code: str) -> "Index":
        """The compiled names of one kind ("actor", "topic", "question") for texts in one language."""
        if (kind, code) not in self._indexes:
            self._indexes[kind, code] = Index(self._namings[kind], code)
        return self._indexes[kind, code]

    @cached_property
    def _namings(self) -> dict[str, list[Naming]]:
        return {
            "actor": _namings(self.actors, actor_forms),
            "topic": _namings(self.topics, topic_forms),
            "question": [
                Naming(term, "alias", words)
                for term in self.questions
                for alias in term.aliases
                if (words := words_of(alias))
            ],
        }

    @cached_property
    def bearers(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Which persons bear a last name, or are called by one word that may be another's, as slugs."""
        found = defaultdict(dict)
        for naming in self._namings["actor"]:
            called = naming.term.kind == "person" and naming.how == "alias" and len(naming.words) == 1
            if naming.how == "last name" or called:
                found[naming.words][naming.term.slug] = None
        return {words: tuple(slugs) for words, slugs in found.items()}

    @cached_property
    def own_words(self) -> dict[str, frozenset[str]]:
        """The words of all names of an actor: they may stand before one of its one-word names."""
        return {
            term.slug: frozenset(word for name in (term.name, *term.aliases) for word in words_of(name))
            for term in self.actors
        }

    @cached_property
    def asked(self) -> dict[str, str]:
        """Topics' slugs and the question that asks about each, where only one question's title names it."""
        asking = defaultdict(set)
        index = self.index("topic", "en")
        for term in self.questions:
            for topic in index.named(tokens(term.name)):
                asking[topic].add(term.slug)
        return {topic: slugs.pop() for topic, slugs in asking.items() if len(slugs) == 1}


class Index:
    """Names of one kind as a tree of words, with the bent forms of one language."""

    def __init__(self, namings: Iterable[Naming], code: str):
        self.trie = Trie()
        self._words: dict[str, list[str]] = defaultdict(list)
        self._capitals: dict[str, list[str]] = defaultdict(list)
        for naming in namings:
            self.trie.add(naming.words, naming)
            for word in naming.words:
                self._learn(word, code)

    def _learn(self, word: str, code: str) -> None:
        if word in self._words.get(word, ()):
            return
        for form in (word, *bend(word, code)):
            self._words[form].append(word)
            self._capitals[form.upper()].append(word)
            if word.islower():
                self._words[form.capitalize()].append(word)

    def edges(self, said: Iterable[Token], capitals: bool) -> list[Sequence[str]]:
        """The words of names that each word of a text may stand for; `capitals`: its line is all capitals."""
        known = self._capitals if capitals else self._words
        return [known.get(token.word, ()) for token in said]

    def named(self, said: list[Token]) -> set[str]:
        """The slugs that words name, wherever they stand: for titles, which are short."""
        edges = self.edges(said, False)
        return {naming.term.slug for first in range(len(said)) for _, naming in self.trie.at(first, edges)}


def _term(row) -> Term:
    slug, name, aliases, kind = (*row, *(None,) * (4 - len(row)))
    return Term(slug, name or "", tuple(aliases or ()), kind or "")


def _namings(terms: Iterable[Term], forms: Callable[[Term], Iterable[Form]]) -> list[Naming]:
    return [
        Naming(term, how, words) for term in terms for words, how in dict.fromkeys(forms(term)) if any(words)
    ]
