"""One phrase to one span: the first of the two ways in (the other is finding)."""

import re
import unicodedata
from datetime import date
from functools import cache, lru_cache, partial

from timeline.translation import gettext_noop

from .cycles import Weekly
from .errors import NotADate
from .grammar import Stream
from .grammar.measured import hangs, measures
from .grammar.stream import rules_of
from .languages import TABLES, primary
from .lexer import Kinds, Language, language, tokens
from .nodes import Bound
from .phrases import phrase, settled
from .span import INFERRED, READ_FROM, DateSpan, Reasons, reason
from .tense import speaks_of_future

LONGEST = 200
_ONLY_EDTF = re.compile(
    r"[\[{].*[\]}]|\S*(?:\.\.|[0-9X]X|[0-9][~?%])\S*|[0-9]{4}(?:-[0-9]{2}){1,2}/.*|[^/]*/[0-9]{4}-[0-9]{2}[^/]*"
    r"|[0-9]{4}/|/[0-9]{4}|\S*-[?~%][0-9X]\S*|-[0-9]{4}.*|Y-?[0-9]+.*"
)
_BESIDE = frozenset(
    [
        "PREP",
        "DET",
        "OF",
        "DAYPART",
        "COMMA",
        "DOT",
        "QUOTE",
        "OPEN",
        "CLOSE",
        "FUTURE",
        "DATED",
        "CLOCK",
        "STOP",
        "LINK",
        "PAST",
        "DURATION",
        "ONDAY",
        "DASH",
        "APPROX",
    ]
)
_STICKING = frozenset("-/.$€£#№+_@&%§:\\=<>^|")
NOTHING = gettext_noop(
    "No date was found in it; write one such as 11 August 2023, mid-November, or 2023-08, or leave it empty."
)
TOO_LONG = gettext_noop("Longer than {longest} characters; keep only the words that name the date.")
WEAK = gettext_noop(
    "It may be a name, a number or a verb; add what makes it a date, such as a preposition, a day or a year."
)
_LEFT_OUT = {
    "OTHERYEAR": gettext_noop(
        "It begins on another day in each country; write its days: 2023-10-01/2024-09-30."
    ),
    "CENTURY": gettext_noop(
        "A century is too coarse for this timeline; write its decades or years, such as 1801/1900."
    ),
    "FEAST": gettext_noop("Its day moves from year to year; write the day itself, such as 31 March 2024."),
}
HANGS = gettext_noop(
    "It is counted from an event that is no date; write the day itself, such as 11 August 2023."
)
TWO = gettext_noop(
    "It names two dates; write the one that is meant, or both as a range such as 12 May to 3 June 2024."
)
UNKNOWN_WORD = gettext_noop(
    "A word in it is not known, and may say which month or year; write its name, or the days."
)
NO_DAY = gettext_noop(
    "The calendar has no such day, or it lies outside the years 1 to 9999; check the numbers."
)


def read(text: str, anchor: date, language: str | None = None) -> DateSpan:
    """Read a phrase such as "mid-November" against the day it was published.

    `language` is a BCP 47 code; None tries to recognise one of the six with tables of their own.
    Raises NotADate, whose `reason` says what a curator can do.
    """
    if len(text) > LONGEST:
        raise NotADate(TOO_LONG, longest=LONGEST)
    text = text.strip()
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if text[:1] in _EDTF_STARTS and edtf_only(text):
        return DateSpan.from_edtf(text)
    if language in TABLES:
        return _read_tabled(text, anchor, language)
    code = primary(language) if language else recognise(text) or neutral(text)
    if code in TABLES:
        return _read_tabled(text, anchor, code)
    from .plain import read_plain  # dateparser is slow to import: only a phrase that needs it pays

    return read_plain(text, anchor, language)


def edtf_only(text: str) -> bool:
    """Whether a text can only be EDTF, never prose: a set, an open or ISO interval, a mask, a qualifier."""
    return text[:1] in _EDTF_STARTS and bool(_ONLY_EDTF.fullmatch(text))


_EDTF_STARTS = frozenset("0123456789X[{.-Y?~%/") - {""}


def _read_tabled(text: str, anchor: date, code: str) -> DateSpan:
    s = stream(text, anchor, code)
    try:
        found = best_phrase(s)
    except NotADate as refusal:
        raise NotADate(_left_out(s) or refusal.template) from None
    if not found:
        raise NotADate(_left_out(s) or NOTHING)
    bound, start, end = found
    if bound.first.lean and bound.first.lean.needed:
        raise NotADate(HANGS)
    count = s.count
    forward = (
        end - start < count
        and bound.turns
        and any(speaks_of_future(s, at) for at in (*range(start), *range(end, count)))
    )
    return settle(text, bound, anchor, forward)


def _left_out(s: Stream) -> str | None:
    """Why a refused text is refused, where it names what the conventions leave out."""
    return next((why for kind, why in _LEFT_OUT.items() if any(kind in kinds for kinds in s.kinds)), None)


@cache
def _ready(code: str) -> Language:
    """The table of a language, with the rules that its words begin."""
    lang = language(code)
    for kinds in lang.every():
        rules_of(kinds)
    return lang


def stream(text: str, anchor: date, code: str) -> Stream:
    lang = _ready(code)
    if not text.isascii():
        text = _plain_forms(text)
    return Stream(text, anchor, lang)


def _plain_forms(text: str) -> str:
    """One apostrophe, one hyphen, and plain letters and digits for wide ones: each where it was."""
    return _NOT_PLAIN.sub(lambda found: _plain_form(found[0]), text)


_APOSTROPHES = dict.fromkeys("’ʼ‘", "'") | {"\u2010": "-"}


@lru_cache(maxsize=2048)
def _plain_form(char: str) -> str:
    if char in _APOSTROPHES:
        return _APOSTROPHES[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and unicodedata.category(char) in ("Ll", "Lu") else char


# Latin, Cyrillic and the marks of print, where nearly every letter is its own plain form.
_USUAL = "".join(
    char
    for first, last in ((0x20, 0x250), (0x400, 0x530), (0x2010, 0x2040))
    for char in map(chr, range(first, last))
    if _plain_form(char) == char
)
_NOT_PLAIN = re.compile(f"[^\\s{re.escape(_USUAL)}]")


def best_phrase(s: Stream) -> tuple[Bound, int, int] | None:
    """The longest phrase in a text thought to be one; raises NotADate for one too weak to be a date."""
    count = s.count
    whole = phrase(s, 0) if s.kinds[0] else None
    if whole and whole[1] == count and whole[0].evidence:
        return whole[0], 0, count
    best = _longest(s, whole)
    if not best:
        return None
    bound, start, end = best
    covered = end - start == count
    if not (covered and bound.evidence) and not alone(s, best):
        raise NotADate(WEAK)
    if not covered and _has_second(s, best):
        raise NotADate(TWO)
    if not covered and _hangs_on_event(s, start, end):
        raise NotADate(HANGS)
    if start and _parts_unknown(s, start):
        raise NotADate(UNKNOWN_WORD)
    return best


def _longest(s: Stream, whole: tuple[Bound, int] | None) -> tuple[Bound, int, int] | None:
    """The longest phrase, of which `whole` begins at the first token."""
    best, longest, kinds = None, 0, s.kinds
    count = s.count
    for i in range(count):
        if longest >= count - i:
            break
        if not kinds[i] or (i and not clean_start(s, i)):
            continue
        found = phrase(s, i) if i else whole
        if found and found[1] - i > longest and (found[1] == count or clean_end(s, found[1])):
            best, longest = (found[0], i, found[1]), found[1] - i
    return best


def _has_second(s: Stream, best: tuple[Bound, int, int]) -> bool:
    """Whether "and" joins another date to the phrase, which would be dropped."""
    _, start, end = best
    if "AND" in s.kinds[end] or "COMMA" in s.kinds[end]:
        other = phrase(s, end + 1)
        if not other or not other[0].evidence or not clean_end(s, other[1]):
            return False
        return "AND" in s.kinds[end] or (other[1] == s.count and _says_more(s, best[0], other[0]))
    before = range(start - 1) if start and "AND" in s.kinds[start - 1] else ()
    found = ((i, phrase(s, i)) for i in before if clean_start(s, i))
    return any(other and other[1] == start - 1 and _is_month(s, i, other[0]) for i, other in found)


def _is_month(s: Stream, i: int, bound: Bound) -> bool:
    """Whether a phrase is a date, or a bare month that is no other word: "June" of "June and August"."""
    return bound.evidence or (bound.first.precision == "month" and "AMBIGUOUS" not in s.kinds[i])


def _says_more(s: Stream, bound: Bound, other: Bound) -> bool:
    """Whether what follows a comma is another day: "12 May, 3 June"; a weekday adds nothing."""
    if isinstance(other.first.cycle, Weekly) or bound.kind != "plain" or other.kind != "plain":
        return False
    try:
        first, second = settled(bound, s.anchor, False), settled(other, s.anchor, False)
    except (ValueError, OverflowError):
        return False
    return first[0] > second[1] or first[1] < second[0]


def _parts_unknown(s: Stream, start: int) -> bool:
    """Whether an unknown word parts the phrase from "mid" or "the end of": "у середині xxx 2023 року"."""
    i = start - 1
    if "DROP" in s.kinds[i] and i:  # "the end of xxx of 2023"
        i -= 1
    if s.kinds[i]:
        return False
    while i and (s.kinds[i - 1] and not _GLUE.isdisjoint(s.kinds[i - 1]) and "PART" not in s.kinds[i - 1]):
        i -= 1
    return bool(i) and "PART" in s.kinds[i - 1]


_GLUE = frozenset({"OF", "DET"})


def _hangs_on_event(s: Stream, start: int, end: int) -> bool:
    """Whether words outside the phrase measure from what is no date: "a day after the vote of 5 May"."""
    if end < s.count and not s.kinds[end] and s.kinds[end - 1].get("HANGS") == "of":
        return True  # "накануне саммита"
    return any(hangs(s, j) for j in (*range(start), *range(end, s.count)))


def alone(s: Stream, best: tuple[Bound, int, int]) -> bool:
    """Whether what stands around the phrase leaves it a date."""
    bound, start, end = best
    before, after = s.kinds[start - 1] if start else {}, s.kinds[end]
    if bound.turns and end < s.count and _number_follows(s, end):
        return False
    if "EVERY" in before or ("NAME" in before and bound.kind == "plain"):
        return False
    if "OTHERYEAR" in before or "OTHERYEAR" in after:  # "fiscal year 2024"
        return False
    if not bound.evidence:
        around = [*s.kinds[:start], *s.kinds[end : s.count]]
        if "PAST" in after and start == end - 1 and "AMBIGUOUS" in s.kinds[start]:  # "May said"
            return False
        verb = bound.first.precision == "season"  # "will fall", "may spring"
        if any(_BESIDE.isdisjoint(kinds) or (verb and "FUTURE" in kinds) for kinds in around):
            return False
        return not _in_small_letters(s, bound, start, end)
    return not ("NAME" in after and weak_name(bound))


def _number_follows(s: Stream, j: int) -> bool:
    """Whether a number stands where the year would, and is none: "12 May 0090", "5 May 20245"."""
    j = s.skip(j, "COMMA") if "COMMA" in s.kinds[j] and s.text[s.tokens[j][2] :][:6].strip().isdigit() else j
    if j >= s.count or not s.text[s.tokens[j][1]].isdigit():
        return False
    _, start, end = s.tokens[j]
    counts = _YEARLIKE if end - start >= 4 else _COUNTED_BY
    return s.kinds[j].keys().isdisjoint(_OWN_NUMBERS) and s.kinds[j + 1].keys().isdisjoint(counts)


_OWN_NUMBERS = frozenset({"CLOCK", "BIG", "TRIPLE", "ISO", "DAYMONTH"})
_YEARLIKE = frozenset({"MEASURE", "DAYPART", "CLOCK"})
_COUNTED_BY = _YEARLIKE | {"DOT", "UNIT", "MONTH", "NAMELIKE"}


def _in_small_letters(s: Stream, bound: Bound, start: int, end: int) -> bool:
    """ "may", "march" and "sun" in small letters are other words unless a day or a year stands with them."""
    return any(
        not _OTHER_WORDS.isdisjoint(s.kinds[i]) and s.text[s.tokens[i][1] : s.tokens[i][2]].islower()
        for i in range(start, end)
        if s.text[s.tokens[i][2] - 1] != "." or "LOWER" in s.kinds[i]
    )


_OTHER_WORDS = frozenset({"LOWER", "NOTALONE"})


def weak_name(bound: Bound) -> bool:
    """Whether a name that follows ("Winter War", "Spring Offensive") takes the date over."""
    return (
        bound.kind == "plain"
        and bound.first.cycle is not None
        and bound.first.precision in ("month", "season")
    )


def clean_start(s: Stream, i: int) -> bool:
    """No number or month that is the tail of a name: F-16, No. 2024, $2023, post-Maidan."""
    if i == 0:
        return True
    if "MONTH" in s.kinds[i] and s.text[s.tokens[i - 1][2] - 1].isdigit():
        return False  # "31 June": a day that the calendar lacks is not all of the month
    start = s.tokens[i][1]
    if not s.kinds[i].keys().isdisjoint(_COUNTED) and _is_tail(s, i):
        return False
    if measures(s, i):
        return False  # "the week after 5 May" is not after 5 May
    if s.tokens[i - 1][2] != start:
        return "NAME" not in s.kinds[i - 1] or not s.text[start].isdigit()
    previous = s.text[start - 1]
    return not (previous in _STICKING or previous.isalnum())


_COUNTED = frozenset({"UNIT", "UNITS", "NUM", "ONE", "FEW", "COUPLE"})
_MOVES = frozenset({"AGO", "EARLIER", "LATER", "BEFORE", "AFTER"})


def _is_tail(s: Stream, i: int) -> bool:
    """Whether a count or its unit ends a longer one: "3.5 weeks ago", "a year, two months and 2 days ago"."""
    k, before = s.kinds[i], s.kinds[i - 1]
    if "UNIT" in k and _counts(s, i - 1):
        return True
    if "PLURAL" in k and not before and not _MOVES.isdisjoint(s.kinds[i + 1]):
        return True  # "eleventy days ago": a word that no table knows may be the count
    if "PLURAL" in k and "NAMELIKE" in before and not _MOVES.isdisjoint(s.kinds[i + 1]):
        return True
    return "AND" in before and i > 1 and _is_counted_unit(s, i - 2)


def _is_counted_unit(s: Stream, i: int) -> bool:
    """Whether a unit with its count, or alone for one of it, stands there: "a year", "рік"."""
    k = s.kinds[i]
    counts = i == 0 or "NUM" in s.kinds[i - 1] or "ONE" in s.kinds[i - 1]
    return "UNITS" in k or ("UNIT" in k and counts)


def _counts(s: Stream, i: int) -> bool:
    """Whether a word is a number, or the half that ends one, of the unit after it."""
    k = s.kinds[i]
    return s.text[s.tokens[i][2] - 1].isnumeric() or not k.keys().isdisjoint(("NUM", "HALF", "ANDHALF"))


def clean_end(s: Stream, j: int) -> bool:
    """No date that is the head of a number or a name: 2023%, 3.5, May-born."""
    if j >= s.count or s.tokens[j][1] != s.tokens[j - 1][2]:
        return True
    mark = s.text[s.tokens[j][1]]
    if mark in "%°$€£@_" or mark.isalnum():
        return False
    follows = s.text[s.tokens[j][2] : s.tokens[j][2] + 1]
    if mark in ".,":
        return not follows.isdigit()
    return not (
        mark in "-/"
        and (follows.isalnum() or follows in tuple("(?~%"))
        and s.text[s.tokens[j - 1][2] - 1].isdigit()
    )


def settle(said: str, bound: Bound, anchor: date, forward: bool, note: tuple | None = None) -> DateSpan:
    """Fill in what the phrase leaves out, and say how; raises NotADate where the calendar has no such day."""
    try:
        known = settled(bound, anchor, forward)
    except (ValueError, OverflowError) as error:
        raise NotADate(NO_DAY) from error
    ahead = forward and bound.kind in ("plain", "range")
    earliest, latest, throughout, precision, approximate, inferred, relative = known
    why = partial(_reasons, said, earliest, latest, anchor if relative else None, inferred, ahead, note)
    return DateSpan(earliest, latest, throughout, precision, approximate, "", inferred, why)


def _reasons(
    said: str,
    earliest: date | None,
    latest: date | None,
    anchor: date | None,
    inferred: bool,
    ahead: bool,
    note: tuple | None,
) -> Reasons:
    """Why the words mean these days, as templates and parameters; made only where somebody asks."""
    if anchor:
        reasons = [reason(READ_FROM, said, earliest, latest, anchor=anchor)]
    else:
        reasons = [reason("{phrase}: {days}", said, earliest, latest)]
    if inferred:
        reasons += [INFERRED, _FORWARD] if ahead else [INFERRED]
    return (*reasons, note) if note else tuple(reasons)


_FORWARD = (gettext_noop("the words speak of the future"), {})


def neutral(text: str) -> str | None:
    """The table to read figures by: they mean the same in every language but for slashes."""
    if not any(char.isalpha() for char in text):
        return "en"
    known = tokens(text, language("en"))
    return "en" if all(_in_every_language(kinds, text[start:end]) for kinds, start, end in known) else None


def _in_every_language(kinds: Kinds, said: str) -> bool:
    """A figure, a mark, a name all in capitals (ATACMS), or a word for what has a number (Resolution)."""
    return bool(kinds) and (kinds.keys() <= _FIGURES or "NAME" in kinds or said.isupper())


@lru_cache(maxsize=2048)
def recognise(text: str) -> str | None:
    """Which of the languages with a table the text is in, or None: by its letters and its known words."""
    best, score = None, 0
    for code in TABLES:
        lang = language(code)
        found = tokens(text, lang)
        known = sum(_weight(kinds, text[start]) for kinds, start, _ in found) + 3 * len(
            lang.letters & set(text.lower())
        )
        if known > score:
            best, score = code, known
    return best


def _weight(kinds: Kinds, first: str) -> int:
    """1 for a word of this language; figures, marks and names are in all of them, but "circa" is a word."""
    return 0 if kinds.keys() <= _ANY_LANGUAGE and not ("APPROX" in kinds and first.isalpha()) else 1


_ANY_LANGUAGE = frozenset(
    [
        "NUM",
        "DIGITS",
        "YEAR",
        "OLDYEAR",
        "ISO",
        "ISOMONTH",
        "TRIPLE",
        "BIG",
        "CLOCK",
        "DAYMONTH",
        "COMPACT",
        "COMMA",
        "DOT",
        "DASH",
        "TO",
        "SLASH",
        "OPEN",
        "CLOSE",
        "QUOTE",
        "STOP",
        "ROMAN",
        "NAMELIKE",
        "APPROX",
        "MEASURE",
        "NAME",
        "SHORT",
    ]
)
# Of these, what a date in figures may consist of, its time and zone included: "2024-11-26T12:30+02:00".
_FIGURES = _ANY_LANGUAGE - {"ROMAN", "NAMELIKE", "MEASURE", "NAME"}
