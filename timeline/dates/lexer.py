"""Words and numbers of a text to kinds of token, by one compiled pass and one dictionary a language.

A token is (kinds, start, end): `kinds` maps each thing the word can be ("MONTH", "PART", "BEFORE" ...) to its
value. A word that no table knows has no kinds. Everything here is linear in the text.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import accumulate, compress, count, pairwise, product

from .languages import TABLES


class Kinds(dict[str, object]):
    """What a word can be, each with its value; `rules` are those it can begin, once the grammar has asked."""

    __slots__ = ("rules",)


Token = tuple[Kinds, int, int]
# By first and second word: what follows the first, and what the whole form can be; the longest forms first.
Multi = dict[str, dict[str, list[tuple[list[str], Kinds]]]]

_NUMERIC = (
    r"|(?=['0-9])(?:([0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"(?:[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?"
    r"(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?(?![0-9:]))?)?)"
    r"|([0-9]{4}-(?:0[1-9]|1[0-2])(?![0-9-]))"
    r"|([0-9]{1,4}(?:\.[0-9]{1,2}\.|/[0-9]{1,2}/|-[0-9]{1,2}-)[0-9]{1,4}(?![0-9]|[./][0-9]|-[0-9]{1,4}(?![./0-9])))"
    r"|([0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9]))"
    r"|([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|([0-9]{1,2}\.[0-9]{1,2}(?![0-9])\.?)"
    r"|(?:'(?=[0-9]{2}(?![0-9])))?([0-9]{1,9})(?:(?:((?i:%s))|((?i:%s)))(?![^\W_]))?(?![0-9]))"
)
_NEVER = r"(?!)"
# Letters that a plain list of ranges finds, several times faster than "any letter of Unicode" does.
_LETTERS = r"(?:[a-z]++|[а-яёєіїґ]++)(?![^\W\d_])|[^\W\d_]+"
# What an apostrophe does: "split" parts May's, "elide" parts l'année, "keep" leaves п'ять one word.
_WORD = {
    "split": _LETTERS + r"|'s\b",
    "elide": r"[^\W\d_]+'(?=\w)|" + _LETTERS,
    "keep": r"(?:[а-яёєіїґ]++|[a-z]++)(?![^\W\d_]|'[^\W\d_])|[^\W\d_]+(?:'[^\W\d_]+)*",
}
ISO, ISO_MONTH, TRIPLE, GROUPED, CLOCK, DAY_MONTH, NUMBER, DECADE, ORDINAL = range(1, 10)
_GROUP = re.compile(r"\((?!\?)")
_PUNCTUATION: dict[str, dict] = {
    **{mark: {"DASH": True, "TO": True} for mark in "-–—‑−‒"},
    "/": {"SLASH": True, "TO": True},
    "…": {"TO": True},
    ",": {"COMMA": True},
    ".": {"DOT": True},
    "(": {"OPEN": True},
    ")": {"CLOSE": True},
    **{mark: {"QUOTE": True} for mark in "\"“”„«»'‘’*_•"},
    "~": {"APPROX": True},
    "≈": {"APPROX": True},
    "%": {"MEASURE": True},
    "№": {"NAME": True},
    "#": {"NAME": True},
    "§": {"NAME": True},
    **{mark: {"STOP": True} for mark in "!?;:"},
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_ROMAN |= {"xi": 11, "xii": 12}
_ROMAN |= {"і": 1, "іі": 2, "ііі": 3, "іv": 4}  # Cyrillic


def _figures() -> dict[str, dict]:
    """Days of a month and years as they are written, so that most numbers are words like any other."""
    days = {
        text: {"NUM": int(text), "DIGITS": len(text)} for n in range(1, 100) for text in (str(n), f"{n:02d}")
    }
    return days | {str(year): {"YEAR": year} for year in range(1900, 2101)}


class Language:
    """A compiled table: `single` forms, `multi`-word forms and the pattern of its tokens."""

    def __init__(self, table):
        self.code = table.CODE
        self.month_first = table.MONTH_FIRST
        self.hyphenated = table.ORDINAL_SUFFIX.startswith("-")  # "3-е" is the third, "90-е" the nineties
        self.ordinal_dot = table.ORDINAL_DOT
        self.month_stop = table.MONTH_STOP
        self.letters = frozenset(table.LETTERS)
        self.capital_nouns = table.CAPITAL_NOUNS
        self.genitive: tuple[str, ...] = table.GENITIVE
        self.verbs: dict[str, tuple[str, ...]] = table.VERBS
        self.single: dict[str, Kinds] = {
            word: Kinds(kinds) for word, kinds in (_PUNCTUATION | _figures()).items()
        }
        self.multi: Multi = {}
        self.endings = table.ENDINGS
        self.abbreviations: set[str] = set()
        numeric = _NUMERIC % (table.DECADE_SUFFIX or _NEVER, table.ORDINAL_SUFFIX or _NEVER)
        self.figures = re.compile(numeric.removeprefix("|"))
        # The same without its groups, which cost as much as the rest of a match.
        self.pattern = re.compile("(" + _WORD[table.APOSTROPHE] + _GROUP.sub("(?:", numeric) + r"|[^\s\w]|_)")
        self._fill(table)
        self.particular = {
            word: self.single.pop(word) for word in self.abbreviations | _ROMAN.keys() if word in self.single
        }
        self.pairs = {(first, second) for first, forms in self.multi.items() for second in forms}

    def _fill(self, table) -> None:
        for kind, forms in (("MONTH", table.MONTHS), ("WEEKDAY", table.WEEKDAYS), ("SEASON", table.SEASONS)):
            for number, text in enumerate(forms):
                self._add(kind, number + (kind != "WEEKDAY"), text)
        for unit, (singular, plural) in table.UNITS.items():
            if unit == "weekend":
                self._add("WEEKEND", True, f"{singular}, {plural}")
                continue
            self._add("UNIT", unit, f"{singular}, {plural}")
            self._add("BAREONE", True, singular)
            self._add("PLURAL", True, plural)
        for kind in ("NUMBERS", "ORDINALS", "DECADES", "HOLIDAYS", "DAYS"):
            for value, text in getattr(table, kind).items():
                self._add(_KIND_OF[kind], value, text)
        for kind, values in table.WORDS.items():
            for value, text in values.items():
                self._add(kind, value.strip() if isinstance(value, str) else value, text)
        self._add("LEANING", True, table.LEANING)
        self._add("AMBIGUOUS", True, table.AMBIGUOUS)
        self._add("LOWER", True, table.LOWER_NEVER_ALONE)
        for form, kinds in table.COMPOUNDS.items():
            for kind, value in kinds.items():
                self._add(kind, value, form)
        for forms in self.multi.values():
            for same_start in forms.values():
                same_start.sort(key=lambda form: -len(form[0]))

    def every(self) -> Iterator[Kinds]:
        """What each word and each form of several words can be."""
        yield from self.single.values()
        yield from self.particular.values()
        for forms in self.multi.values():
            yield from (kinds for same_start in forms.values() for _, kinds in same_start)

    def _add(self, kind: str, value, text: str) -> None:
        for form in expand(text, self.endings):
            words, abbreviated = self._words(form)
            if not words:
                continue
            if abbreviated and len(words) == 1:
                self.abbreviations.add(words[0])
            if len(words) == 1:
                self.single.setdefault(words[0], Kinds())[kind] = value
            else:
                self._add_multi(words, kind, value)

    def _words(self, form: str) -> tuple[list[str], bool]:
        """A form as a text would be parted ("year's" is two words), and whether it ended in its stop."""
        abbreviated = form.endswith(".") and form[-2:-1] not in ("", " ")
        words = (form[:-1] if abbreviated else form).split()
        # A form writes an elided word apart, "l' été", so that its apostrophe stands at an end.
        parted = [[word] if word.endswith("'") else self.pattern.findall(word) for word in words]
        return [piece for pieces in parted for piece in pieces], abbreviated

    def _add_multi(self, words: list[str], kind: str, value) -> None:
        forms = self.multi.setdefault(words[0], {}).setdefault(words[1], [])
        for rest, kinds in forms:
            if rest == words[1:]:
                kinds[kind] = value
                return
        forms.append((words[1:], Kinds({kind: value})))


_KIND_OF = {
    "NUMBERS": "NUM",
    "ORDINALS": "ORD",
    "DECADES": "DECADE",
    "HOLIDAYS": "HOLIDAY",
    "DAYS": "DEICTIC",
}


def expand(text: str, endings: dict[str, str]) -> list[str]:
    """The forms of a table entry: "sing{ular le}, {@adj}" written out."""
    forms = []
    for form in text.split(","):
        parts = re.split(r"\{([^}]*)\}", form.strip())
        for i in range(1, len(parts), 2):
            choice = parts[i]
            parts[i] = endings[choice[1:]] if choice.startswith("@") else choice
        pieces = [part.split(" ") if i % 2 else [part] for i, part in enumerate(parts)]
        forms += ["".join(combination) for combination in product(*pieces)]
    return forms


@cache
def language(code: str) -> Language:
    """The compiled table of one of languages.TABLES."""
    if code not in TABLES:
        raise KeyError(code)
    return Language(import_module(f".languages.{code}", __package__))


def tokens(text: str, lang: Language) -> list[Token]:
    """All tokens of the text, multi-word forms already joined (the longest wins)."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = _lowered(text)
    raw, words = _parted(text, lower, lang)
    joints = _joints(words, lang)
    return _join(raw, words, joints, lang) if joints else raw


def listed(text: str, lang: Language) -> list[Kinds] | None:
    """What the tokens of a text can be, where it is nothing but listed words and blanks, as most phrases are.

    None for any other. The same as those of `tokens`, without looking where each word stands.
    """
    if "'" in text:
        return None
    words = text.lower().split()
    found = [*map(lang.single.get, words)]
    if not all(found):
        return None
    if lang.pairs.isdisjoint(pairwise(words)):
        return found
    return _join_kinds(found, words, _joints(words, lang), lang)


def _joints(words: list[str], lang: Language) -> list[int]:
    """Where forms of several words may begin, by their first two."""
    return [*compress(count(), map(lang.pairs.__contains__, pairwise(words)))]


def _parted(text: str, lower: str, lang: Language) -> tuple[list[Token], list[str]]:
    """The tokens of any text and their words."""
    pieces = lang.pattern.split(lower)  # what stands between tokens, a token, and so on in turn
    words = pieces[1::2]
    ends = [*accumulate(map(len, pieces))]
    kinds = [*map(lang.single.get, words)]
    raw = [*zip(kinds, ends[::2], ends[1::2])]  # noqa: B905 - the end of the text is one more
    stops = set()
    for i in [i for i, known in enumerate(kinds) if known is None]:
        _, start, end = raw[i]
        word = words[i]
        if word in lang.particular:
            raw[i] = _particular(lang, word, text, start, end)
            if raw[i][2] > end:
                stops.add(i + 1)
        elif text[start] in _SMALL:
            raw[i] = _NOTHING, start, end
        else:
            raw[i] = _unlisted(lang, word, text[start:end], lower, start), start, end
    if stops:
        raw = [token for i, token in enumerate(raw) if i not in stops]
        words = [word for i, word in enumerate(words) if i not in stops]
    return raw, words


def _particular(lang: Language, word: str, text: str, start: int, end: int) -> Token:
    """An abbreviation with its stop, or a Roman number."""
    kinds = lang.particular[word]
    if word in lang.abbreviations and text.startswith(".", end):
        return kinds, start, end + 1
    if word in _ROMAN and text[start:end].isupper():
        kinds = Kinds(kinds, ROMAN=_ROMAN[word])
    return kinds, start, end


def _lowered(text: str) -> str:
    """In small letters, each where it was: one capital of Unicode has a small form of two characters."""
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _unlisted(lang: Language, word: str, said: str, lower: str, start: int) -> Kinds:
    """What no list says of a word: a Roman number, another number, or a name."""
    if word[0] in _FIGURES:
        found = lang.figures.match(lower, start)
        return _number_kinds(found, said, lang.hyphenated) if found else _NOTHING
    if word in _ROMAN and said.isupper():
        return _ROMANS[word]
    return CAPITAL if said[0].isupper() else _NOTHING


_FIGURES = frozenset("0123456789'")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґ")
_NOTHING = Kinds()
CAPITAL = Kinds(NAMELIKE=True)
_ROMANS = {word: Kinds(ROMAN=number) for word, number in _ROMAN.items()}


def _number_kinds(found: re.Match, text: str, lang_ordinal: bool) -> Kinds:
    index = found.lastindex
    if index >= NUMBER:
        value = int(found[NUMBER])
        digits = len(found[NUMBER])
        if index == ORDINAL and digits <= 2:
            return Kinds(ORD=value)
        if index == ORDINAL and digits != 4:  # but "24 лютого 2022-го" is a year
            return _NOTHING
        if index == DECADE:
            if value > 31 or text[0] == "'" or not lang_ordinal:
                return _decade(value, digits, text)
            return Kinds(ORD=value)
        if text[0] == "'":
            return Kinds(YEAR=2000 + value if value < 70 else 1900 + value, SHORT=True)
        if digits == 4 and 1000 <= value <= 2999:
            return Kinds(YEAR=value) if 1900 <= value <= 2100 else Kinds(OLDYEAR=value)
        if digits == 8:
            return Kinds(COMPACT=text)
        return Kinds(NUM=value, DIGITS=digits) if digits <= 4 else _NOTHING
    return Kinds({_NUMERIC_KINDS[index]: text})


_NUMERIC_KINDS = {ISO: "ISO", ISO_MONTH: "ISOMONTH", TRIPLE: "TRIPLE", GROUPED: "BIG", CLOCK: "CLOCK"}
_NUMERIC_KINDS[DAY_MONTH] = "DAYMONTH"


def _decade(value: int, digits: int, text: str) -> Kinds:
    if value % 10 or digits not in (2, 4):
        return _NOTHING
    if digits == 4:
        return Kinds(DECADE=value) if 1000 <= value <= 2990 else _NOTHING
    return Kinds(DECADE=1900 + value if value >= 30 else 2000 + value, SHORT=True)


def _join(raw: list[Token], words: list[str], joints: list[int], lang: Language) -> list[Token]:
    """The tokens with each form of several words as one."""
    joined, reached = [], 0
    for i, j, kinds in _forms(words, joints, lang):
        joined += raw[reached:i]
        joined.append((kinds, raw[i][1], raw[j - 1][2]))
        reached = j
    return joined + raw[reached:]


def _join_kinds(found: list[Kinds], words: list[str], joints: list[int], lang: Language) -> list[Kinds]:
    """The same of what the tokens can be."""
    joined, reached = [], 0
    for i, j, kinds in _forms(words, joints, lang):
        joined += found[reached:i]
        joined.append(kinds)
        reached = j
    return joined + found[reached:]


def _forms(words: list[str], joints: list[int], lang: Language) -> Iterator[tuple[int, int, Kinds]]:
    """The forms of several words from left to right, the longest first: where each begins and ends."""
    reached = 0
    for i in joints:
        if i < reached:
            continue
        for rest, kinds in lang.multi[words[i]][words[i + 1]]:
            j = i + 1 + len(rest)
            if words[i + 1 : j] == rest:
                yield i, j, kinds
                reached = j
                break
