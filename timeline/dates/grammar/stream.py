"""The tokens of a text and the rules that read a single date from them.

Each rule is registered for the kind of word that can begin it; it takes the stream and a position and gives
(node, next position) or None. Nesting is at most a few rules deep and always goes forward, so that the work
for a phrase is linear in its tokens.
"""

from collections.abc import Callable
from datetime import date, timedelta
from operator import itemgetter

from .. import calendar
from ..cycles import Annual
from ..lexer import Kinds, Language, Token, listed, tokens
from ..nodes import Lean, Node, fixed

Parsed = tuple[Node, int] | None


_ENDS = [Kinds(END=True)] * 4
_DEEPEST = 8  # dates within dates, such as the first week of the second half of next year
# Four times what the longest phrases take: what nests a date in every word is not read to its end.
MOST_STEPS = 60
# No date has so many articles, parts of day or marks in a row.
_LONGEST_RUN = 16


Rule = Callable[["Stream", int], Parsed]
RULES: dict[str, Rule] = {}


def rule(*kinds: str) -> Callable[[Rule], Rule]:
    """Register a rule for the kinds of word that can begin what it reads."""

    def register(function: Rule) -> Rule:
        RULES.update(dict.fromkeys(kinds, function))
        return function

    return register


def led(kind: str, s: "Stream", i: int) -> Parsed:
    """What the rule for that kind of word makes of this position."""
    return RULES[kind](s, i)


class Stream:
    """The tokens of one text with the day they are read against.

    `kinds` are those of its `count` tokens and four ends; where the tokens stand is looked for only when it
    is asked, in `tokens`. `steps` counts the attempts to begin a date; from `limit` on they fail, until
    another phrase is begun.
    """

    __slots__ = ("_tokens", "anchor", "count", "depth", "kinds", "lang", "limit", "steps", "text")

    def __init__(self, text: str, anchor: date, lang: Language):
        self.text = text
        self._tokens = None
        kinds = listed(text, lang)
        if kinds is None:
            self._tokens = tokens(text, lang)
            kinds = [*map(itemgetter(0), self._tokens)]
        self.count = len(kinds)
        kinds += _ENDS
        self.kinds = kinds
        self.anchor = anchor
        self.lang = lang
        self.steps = 0
        self.depth = 0
        self.limit = MOST_STEPS

    @property
    def tokens(self) -> list[Token]:
        """The tokens, each with where it stands."""
        if self._tokens is None:
            self._tokens = tokens(self.text, self.lang)
        return self._tokens

    def adjacent(self, i: int) -> bool:
        """Whether token i follows the one before it without a space, as no listed words do."""
        return self._tokens is not None and 0 < i < self.count and self.tokens[i - 1][2] == self.tokens[i][1]

    def skip(self, i: int, *wanted: str) -> int:
        """Past the tokens that are of these kinds."""
        kinds = self.kinds
        for j in range(i, i + _LONGEST_RUN):
            if kinds[j].keys().isdisjoint(wanted):
                return j
        return i + _LONGEST_RUN


def opens(s: Stream, i: int) -> bool:
    """Whether token i opens its sentence or line."""
    if i == 0 or not _SENTENCE_ENDS.isdisjoint(s.kinds[i - 1]):
        return True
    return "\n" in s.text[s.tokens[i - 1][2] : s.tokens[i][1]]


_SENTENCE_ENDS = frozenset({"STOP", "DOT", "QUOTE", "OPEN"})


def rules_of(kinds: Kinds) -> tuple[Rule, ...]:
    """The rules that such a word can begin, each once; looked up once for every word of a table."""
    kinds.rules = tuple(dict.fromkeys(RULES[kind] for kind in kinds if kind in RULES))
    return kinds.rules


def item(s: Stream, i: int) -> Parsed:
    """The longest single date that begins at this very token; None where dates nest deeper than any does."""
    s.steps += 1
    kinds = s.kinds[i]
    try:
        rules = kinds.rules
    except AttributeError:  # a number that no list has
        rules = rules_of(kinds)
    if (
        not rules or s.depth == _DEEPEST or s.steps > s.limit
    ):  # "first first first ..." would nest once a word
        return None
    s.depth += 1
    try:
        return _longest(s, i, rules)
    finally:
        s.depth -= 1


def _longest(s: Stream, i: int, rules: tuple[Rule, ...]) -> Parsed:
    best: Parsed = None
    for rule in rules:
        try:
            found = rule(s, i)
        except (ValueError, OverflowError):  # 31 June; or beyond the years 1-9999
            continue
        if found and (best is None or found[1] > best[1]):
            best = found
    if best and best[0].relative and best[0].days and best[0].precision in ("week", "year"):
        return _within_unit(s, best) or best
    return best


def _within_unit(s: Stream, found: tuple[Node, int]) -> Parsed:
    """last week's Friday, next week on Tuesday, last year in May: the named one of that week or year."""
    node, j = found
    comma = "COMMA" in s.kinds[j] and "PREP" in s.kinds[j + 1]  # "last year, in October"
    k = s.skip(j + comma, "OF", "DET", "PREP", "ONDAY")
    start, end = node.days
    if (
        node.precision == "week"
        and "WEEKDAY" in s.kinds[k]
        and (end - start).days == 6
        and start.weekday() == 0
    ):
        day = start + timedelta(s.kinds[k]["WEEKDAY"])
        return fixed("day", (day, day), relative=True), k + 1
    whole_year = node.precision == "year" and node.days == calendar.years(start.year, start.year)
    named_kinds = _WITHIN_YEAR if k > j else _BESIDE_YEAR if not s.lang.month_first else ()
    if whole_year and not s.kinds[k].keys().isdisjoint(named_kinds):
        named = item(s, k)
        if named and isinstance(named[0].cycle, Annual):
            return fixed(named[0].precision, named[0].cycle.build(start.year), relative=True), named[1]
    return None


_WITHIN_YEAR = frozenset({"MONTH", "SEASON", "NUM", "ORD", "PART", "Q", "HOLIDAY"})
_BESIDE_YEAR = frozenset({"MONTH", "SEASON", "HOLIDAY"})  # "торік восени", letztes Jahr Weihnachten


def dated(build: Callable, precision: str, year: tuple[int, int, bool | Lean] | None) -> Node:
    """What `build` makes of the year given after it; without one, a date that comes back every year."""
    if year:
        number, _, read_from = year
        node = Node(precision, build(number))
        if read_from:
            node.relative = True
            node.lean = None if read_from is True else read_from
        return node
    return Node(precision, cycle=Annual(build))


def turned(s: Stream, node: Node, j: int) -> tuple[Node, int]:
    """With a "last" or "next" that follows its noun: "mai dernier", "lundi prochain"."""
    k = s.kinds[j]
    if "END" in k:
        return node, j
    if "BEFORE" in k and "LAST" in s.kinds[j + 1] and _NAMES.isdisjoint(s.kinds[j + 2]) and node.cycle:
        return before_last(s, node), j + 2  # "the winter before last"
    if not ("LAST" in k or "NEXT" in k or "THIS" in k) or "POST" not in k or not node.cycle:
        return node, j
    days = _turn(node.cycle, k, s.anchor)
    said = fixed(node.precision, days, relative=True)
    said.listed = node.listed
    return said, j + 1


_NAMES = frozenset({"UNIT", "NUM", "FEW", "COUPLE", "MONTH", "WEEKDAY", "WEEKEND", "SEASON"})


def before_last(s: Stream, node: Node) -> Node:
    """The one that ended before the last one did: "the winter before last", "vorletzten Montag"."""
    days = node.cycle.ended(node.cycle.ended(s.anchor)[0])
    return fixed(node.precision, days, relative=True)


def _turn(cycle, kinds: Kinds, anchor: date):
    if "LAST" in kinds:
        return cycle.ended(anchor)
    if "THIS" in kinds:
        return cycle.current(anchor)
    return cycle.onward(anchor + calendar.ONE_DAY)
