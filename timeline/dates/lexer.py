"""Words and numbers of a text to kinds of token, by one compiled pass and one dictionary a language.

A token is (kinds, start, end): `kinds` maps each thing the word can be ("MONTH", "PART", "BEFORE" ...) to its
value. A word that no table knows has no kinds. Everything here is linear in the text.
"""

import re
from functools import cache
from importlib import import_module
from itertools import product

from .languages import TABLES

Kinds = dict[str, object]
Token = tuple[Kinds, int, int]

_NUMERIC = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)"
    r"|([0-9]{4}-(?:0[1-9]|1[0-2])(?![0-9-]))"
    r"|([0-9]{1,4}([./-])[0-9]{1,2}\4[0-9]{1,4}(?![0-9]|[./-][0-9]))"
    r"|([0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9]))"
    r"|([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|([0-9]{1,2}\.[0-9]{1,2}(?![0-9])\.?)"
    r"|(?:'(?=[0-9]{2}(?![0-9])))?([0-9]{1,9})(?:(?:(%s)|(%s))(?![^\W_]))?(?![0-9])"
)
_NEVER = r"(?!)"
ISO, ISO_MONTH, TRIPLE, GROUPED, CLOCK, DAY_MONTH, NUMBER, DECADE, ORDINAL = 1, 2, 3, 5, 6, 7, 8, 9, 10
_PUNCTUATION: dict[str, Kinds] = {
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
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "іv": 4}  # the latter Cyrillic


class Language:
    """A compiled table: `single` forms, `multi` forms by their first word, and the token pattern."""

    def __init__(self, table):
        self.code = table.CODE
        self.month_first = table.MONTH_FIRST
        self.hyphenated = table.ORDINAL_SUFFIX.startswith("-")  # "3-е" is the third, "90-е" the nineties
        self.ordinal_dot = table.ORDINAL_DOT
        self.letters = frozenset(table.LETTERS)
        self.single: dict[str, Kinds] = dict(_PUNCTUATION)
        self.multi: dict[str, list[tuple[tuple[str, ...], Kinds]]] = {}
        self.endings = table.ENDINGS
        self.abbreviations: set[str] = set()
        word = r"|[^\W\d_]+(?:'[^\W\d_]+)*" if table.APOSTROPHE == "keep" else r"|'s\b|[^\W\d_]+"
        if table.APOSTROPHE == "elide":
            word = r"|[^\W\d_]+'(?=\w)|[^\W\d_]+"
        numeric = _NUMERIC % (table.DECADE_SUFFIX or _NEVER, table.ORDINAL_SUFFIX or _NEVER)
        self.pattern = re.compile(numeric + word + r"|[^\s\w]|_", re.IGNORECASE)
        self._fill(table)

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
            forms.sort(key=lambda form: -len(form[0]))

    def _add(self, kind: str, value, text: str) -> None:
        for form in expand(text, self.endings):
            words = form.split()
            if not words:
                continue
            if words[-1].endswith(".") and len(words[-1]) > 1:
                words[-1] = words[-1][:-1]
                if len(words) == 1:
                    self.abbreviations.add(words[0])
            if len(words) == 1:
                self.single.setdefault(words[0], {})[kind] = value
            else:
                self._add_multi(tuple(words[1:]), words[0], kind, value)

    def _add_multi(self, rest: tuple[str, ...], first: str, kind: str, value) -> None:
        for known, kinds in self.multi.setdefault(first, []):
            if known == rest:
                kinds[kind] = value
                return
        self.multi[first].append((rest, {kind: value}))


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
    raw, reached = [], 0
    for found in lang.pattern.finditer(text):
        if found.start() >= reached:  # the stop of an abbreviation is already part of it
            raw.append(_token(found, lang))
            reached = raw[-1][2]
    if lang.multi.keys().isdisjoint([item[3] for item in raw]):
        joined = [item[:3] for item in raw]
    else:
        joined = _join(raw, lang)
    return joined


def _token(found: re.Match, lang: Language):
    start, end = found.span()
    word = text = found[0]
    index = found.lastindex
    if index is None:
        word = text.lower()
        kinds = lang.single.get(word)
        if kinds is None:
            kinds = _unknown(text, word)
        elif word in _ROMAN and text.isupper():
            kinds = {**kinds, "ROMAN": _ROMAN[word]}
        elif word in lang.abbreviations and found.string[end : end + 1] == ".":
            return kinds, start, end + 1, word
        return kinds, start, end, word
    if index == 4:
        index = TRIPLE
    return _number_kinds(found, index, text, lang.hyphenated), start, end, word


def _unknown(text: str, word: str) -> Kinds:
    if word in _ROMAN and text.isupper():
        return {"ROMAN": _ROMAN[word]}
    return _CAPITAL if text[0].isupper() else _NOTHING


_NOTHING: Kinds = {}
_CAPITAL: Kinds = {"NAMELIKE": True}


def _number_kinds(found: re.Match, index: int, text: str, lang_ordinal: bool) -> Kinds:
    if index >= NUMBER:
        value = int(found[NUMBER])
        digits = len(found[NUMBER])
        if index == ORDINAL and digits <= 2:
            return {"ORD": value}
        if index == ORDINAL and digits != 4:  # but "24 лютого 2022-го" is a year
            return _NOTHING
        if index == DECADE:
            if value > 31 or text[0] == "'" or not lang_ordinal:
                return _decade(value, digits, text)
            return {"ORD": value}
        if text[0] == "'":
            return {"YEAR": 2000 + value if value < 70 else 1900 + value, "SHORT": True}
        if digits == 4 and 1000 <= value <= 2999:
            return {"YEAR": value} if 1900 <= value <= 2100 else {"OLDYEAR": value}
        if digits == 8:
            return {"COMPACT": text}
        return {"NUM": value, "DIGITS": digits} if digits <= 4 else _NOTHING
    return {_NUMERIC_KINDS[index]: text}


_NUMERIC_KINDS = {ISO: "ISO", ISO_MONTH: "ISOMONTH", TRIPLE: "TRIPLE", GROUPED: "BIG", CLOCK: "CLOCK"}
_NUMERIC_KINDS[DAY_MONTH] = "DAYMONTH"


def _decade(value: int, digits: int, text: str) -> Kinds:
    if value % 10 or digits not in (2, 4):
        return _NOTHING
    if digits == 4:
        return {"DECADE": value} if 1000 <= value <= 2990 else _NOTHING
    return {"DECADE": 1900 + value if value >= 30 else 2000 + value, "SHORT": True}


def _join(raw: list, lang: Language) -> list[Token]:
    joined, i, count = [], 0, len(raw)
    while i < count:
        kinds, start, end, word = raw[i]
        for rest, phrase in lang.multi.get(word, ()):
            j = i + 1 + len(rest)
            if j <= count and all(raw[i + 1 + n][3] == rest[n] for n in range(len(rest))):
                joined.append((phrase, start, raw[j - 1][2]))
                i = j
                break
        else:
            joined.append((kinds, start, end))
            i += 1
    return joined
