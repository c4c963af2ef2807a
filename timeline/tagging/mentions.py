"""Who and what a text names: whole words, longest match, last names where they are safe."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from .languages import table, words
from .sentences import Sentence
from .surnames import SAY_TOO_LITTLE
from .tokens import Token, tokens
from .vocabulary import Naming, Vocabulary

_GLUE = frozenset(" \t\n\u00a0\u202f-\u2010\u2011–/&'’ʼ.")
# With this share of its longer words capitalised, a line without a full stop is a headline.
_TITLE_CASE = 0.6
_LONGER = 4
_TITLE_GAP = 2  # characters between a title and its name: "Gen. Brown"


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor, topic or question that `text[start:end]` names.

    `kind` is "actor", "topic" or "question", `sort` the kind of its row ("person", "weapon system"), `how` is
    "name", "alias", "initials" or "last name". `bent` tells that its case
    makes it no subject ("Шольца"), where a language shows that.
    """

    start: int
    end: int
    text: str
    kind: str
    sort: str
    slug: str
    how: str
    bent: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence, and what its capitals are worth."""

    tokens: tuple[Token, ...]
    capitals: bool
    headline: bool


@dataclass(frozen=True, slots=True)
class _Match:
    """A form found at words [first:last] of a line."""

    line: int
    first: int
    last: int
    naming: Naming


def lines(text: str, found: Sequence[Sentence]) -> tuple[Line, ...]:
    """The words of each sentence."""
    return tuple(_line(text, sentence) for sentence in found)


def mentions(
    text: str, said: Sequence[Line], kind: str, vocabulary: Vocabulary, language: str, dated: Iterable = ()
) -> tuple[Mention, ...]:
    """The mentions of one kind ("actor", "topic", "question") in order, never overlapping.

    `dated` are spans with start and end (the date mentions): "in March" names no Linda March, and "on Sunday
    Scholz" nobody called Sunday.
    """
    reader = _Reader(text, said, kind, vocabulary, language, dated)
    return tuple(
        Mention(
            start,
            end,
            text[start:end],
            kind,
            match.naming.term.kind,
            slug,
            match.naming.how,
            reader.bent(match),
        )
        for match, slug in reader.read()
        for start, end in [_extent(said[match.line].tokens, match)]
    )


def _line(text: str, sentence: Sentence) -> Line:
    found = tuple(tokens(text, sentence.start, sentence.end))
    longer = [token.word for token in found if len(token.word) >= _LONGER and token.word.isalpha()]
    capitals = len(longer) > 1 and sentence.text.isupper()
    raised = sum(word[0].isupper() for word in longer)
    ended = sentence.text[-1] in ".!?…"
    return Line(found, capitals, not ended and len(longer) > 2 and raised >= _TITLE_CASE * len(longer))


def _extent(said: Sequence[Token], match: _Match) -> tuple[int, int]:
    return said[match.first].start, said[match.last - 1].end


class _Reader:
    """Two passes over a text: full names first, then everything, now knowing who was named in full.

    Capitals decide whether a word alone is a name or a part of another one; `_continues_a_name` and
    `_is_continued` look at its neighbours.
    """

    def __init__(
        self,
        text: str,
        said: Sequence[Line],
        kind: str,
        vocabulary: Vocabulary,
        language: str,
        dated: Iterable,
    ):
        self.text, self.lines, self.vocabulary, self.kind = text, said, vocabulary, kind
        self.language, self.index = language, vocabulary.index(kind, language)
        self.dated = frozenset(chain.from_iterable(range(mention.start, mention.end) for mention in dated))
        self.nouns_capital, self.cases = table(language).NOUNS_CAPITAL, table(language).CASES
        self.titles = words(language, "TITLES")
        self.title_endings = tuple(title[1:] for title in self.titles if title.startswith("-"))
        self.options = {
            (number, first): options
            for number, line in enumerate(said)
            for first, options in self._options(number, line)
        }
        self.taken: dict[int, set[int]] = defaultdict(set)
        self.given: set[str] = set()
        self.called: dict[str, set[str]] = defaultdict(set)
        self.strangers: set[tuple[str, ...]] = set()

    def read(self) -> list[tuple[_Match, str]]:
        """Every match that is meant, with the slug it means, in the order of the text."""
        for match, slug in self._pass(last_names=False):
            self.taken[match.line].update(range(match.first, match.last))
            if match.naming.words not in self.vocabulary.bearers:
                self.given.add(slug)
                self.called[self._title(match)].add(slug)
        self.strangers = {
            match.naming.words
            for matches in self.options.values()
            for match in matches
            if match.naming.how == "last name" and not self._is_taken(match) and self._continues_a_name(match)
        }
        return self._pass(last_names=True)

    def bent(self, match: _Match) -> bool:
        """Whether a name stands in another case than the nominative: no form of it is spelt like this."""
        line = self.lines[match.line]
        if not self.cases:
            return False
        said = tuple(token.word for token in line.tokens[match.first : match.last])
        return not line.capitals and all(
            option.naming.words != said for option in self.options[match.line, match.first]
        )

    def _options(self, number: int, line: Line) -> Iterator[tuple[int, list[_Match]]]:
        """Every form that begins at each word of a line, the longest first, whether meant or not."""
        edges = self.index.edges(line.tokens, line.capitals)
        if not any(edges):
            return
        joined = [True] + [
            bool(edges[at] and edges[at + 1]) and self._glued(left, right)
            for at, (left, right) in enumerate(pairwise(line.tokens))
        ]
        for first, edge in enumerate(edges):
            if not edge or not (found := self.index.trie.at(first, edges, joined)):
                continue
            if line.tokens[first].start in self.dated:  # "in March"; a full name there is a name all the same
                found = [(last, naming) for last, naming in found if last > first + 1]
            if found:
                yield first, [_Match(number, first, last, naming) for last, naming in found]

    def _glued(self, left: Token, right: Token) -> bool:
        between = self.text[left.end : right.start]
        if not _GLUE.issuperset(between) or len(between) > 3 or between.count("\n") > 1:
            return between in {"’s ", "'s ", "’s\u00a0"}
        return "." not in between or len(left.word) <= 3

    def _pass(self, last_names: bool) -> list[tuple[_Match, str]]:
        found, line, free = [], -1, 0
        for (number, first), options in self.options.items():
            if number == line and first < free:
                continue
            match, slug = self._first_meant(options, last_names)
            if match:
                found.append((match, slug))
                line, free = number, match.last
        return found

    def _first_meant(self, options: Iterable[_Match], last_names: bool) -> tuple[_Match | None, str]:
        for match in options:
            if match.naming.how != "last name" and not self._is_shared(match):
                if self._stands_alone(match):
                    return match, match.naming.term.slug
            elif (
                last_names and match.naming.words in self.vocabulary.bearers and (slug := self._bearer(match))
            ):
                return match, slug
        return None, ""

    def _bearer(self, match: _Match) -> str:
        """Whom a last name means: its only bearer who is named in full, else its only one where that is safe.

        Where several are named in full, it means whom the same title told apart ("Chancellor Scholz"), or
        nobody.
        """
        bearers, words_ = self.vocabulary.bearers[match.naming.words], match.naming.words
        given = [slug for slug in bearers if slug in self.given]
        if self._continues_a_name(match):
            return ""
        if len(given) > 1:
            given = [slug for slug in given if self.called[self._title(match)] & {*given} == {slug}]
            return given[0] if given and self._title(match) else ""
        if given:
            return given[0]
        if match.naming.how == "alias":
            return match.naming.term.slug
        safe = len(bearers) == 1 and words_ not in self.strangers and words_[-1].lower() not in SAY_TOO_LITTLE
        return bearers[0] if safe else ""

    def _is_shared(self, match: _Match) -> bool:
        """Whether a one-word alias is also what another person is called."""
        return match.naming.how == "alias" and len(self.vocabulary.bearers.get(match.naming.words, ())) > 1

    def _title(self, match: _Match) -> str:
        """The title that stands right before a name ("chancellor"), or ""."""
        said = self.lines[match.line].tokens
        before = said[match.first - 1] if match.first else None
        if not before or len(self.text[before.end : said[match.first].start]) > _TITLE_GAP:
            return ""
        return before.lower if self._is_title(before) else ""

    def _is_title(self, token: Token) -> bool:
        return token.lower in self.titles or (
            bool(self.title_endings) and token.lower.endswith(self.title_endings)
        )

    def _stands_alone(self, match: _Match) -> bool:
        """Whether a one-word name is no part of a longer one: "Washington Post", "House of Lords" are."""
        line, (word, *more) = self.lines[match.line], match.naming.words
        if match.naming.how == "initials":
            return not line.capitals and not self._qualifies(match)
        if more or self.kind != "actor" or not word[:1].isupper() or (word.isupper() and len(word) > 1):
            return True
        if line.headline or line.capitals:
            return True
        return not self._continues_a_name(match) and not self._is_continued(match)

    def _continues_a_name(self, match: _Match) -> bool:
        """Whether a capital stands right before that is no title, opener, date or word of its own names."""
        line, before = self.lines[match.line], match.first - 1
        if before < 0 or line.capitals or line.headline:
            return False
        token, term = line.tokens[before], match.naming.term
        if self.text[token.end : line.tokens[match.first].start].strip(" \u00a0\u202f\t\n"):
            return False
        if not token.word[0].isupper() or self._explained(match.line, before, token):
            return False
        if token.word in self.vocabulary.own_words[term.slug] or self._is_another(match.line, before):
            return False
        return before > 0 or (term.kind != "state" and token.lower not in words(self.language, "OPENERS"))

    def _is_another(self, number: int, at: int) -> bool:
        """Whether a word is somebody else's name in another case: "według Merza Scholz"."""
        return any(match.last == at + 1 and self.bent(match) for match in self.options.get((number, at), ()))

    def _qualifies(self, match: _Match) -> bool:
        """Whether initials only say whose the next word is: "U.S. officials", not "the U.S. has"."""
        said = self.lines[match.line].tokens
        if match.last == len(said):
            return False
        token = said[match.last]
        joined = not self.text[said[match.last - 1].end : token.start].strip(" \u00a0\u202f\t\n-")
        return joined and token.lower not in words(self.language, "OPENERS")

    def _is_continued(self, match: _Match) -> bool:
        line = self.lines[match.line]
        if match.last >= len(line.tokens):
            return False
        token = line.tokens[match.last]
        between = self.text[line.tokens[match.last - 1].end : token.start]
        if between.strip(" \u00a0\u202f\t\n") not in {"", "-"} or not between:
            return False
        if token.lower == "of" and match.last + 1 < len(line.tokens):
            return line.tokens[match.last + 1].word[0].isupper() and match.naming.term.kind != "state"
        if self.nouns_capital or not token.word[0].isupper():
            return False
        names_another = (match.line, match.last) in self.options
        return not names_another and not self._explained(match.line, match.last, token)

    def _explained(self, number: int, at: int, token: Token) -> bool:
        if self._is_title(token):
            return True
        return token.start in self.dated or at in self.taken[number] or self._may_begin_a_name(number, at)

    def _may_begin_a_name(self, number: int, at: int) -> bool:
        return any(len(match.naming.words) > 1 for match in self.options.get((number, at), ()))

    def _is_taken(self, match: _Match) -> bool:
        return match.first in self.taken[match.line]
