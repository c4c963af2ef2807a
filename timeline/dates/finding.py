"""Every date phrase of a running text, with where it stands and what its context decided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from . import calendar
from .calendar import RANK
from .cycles import Monthly
from .errors import NotADate
from .grammar import RULES, Stream
from .languages import TABLES, primary
from .lexer import CAPITAL
from .nodes import Bound, Lean
from .phrases import BOUNDS, CLAUSE, LEADING, phrase
from .reading import LONGEST, alone, clean_end, clean_start, edtf_only, recognise, settle, stream
from .span import DateSpan, reason
from .tense import ahead, narrates

# Words that only lead to what names a time: without such a word after them they begin no date.
_HINTS = frozenset(
    {"ONE", "FEW", "COUPLE", "LAST", "THIS", "NEXT", "COMING", "RECENT", "IN", "WITHIN", "AGO", "PART"}
    | {"PASSED", "FIRST", "FINAL", "LATTER", "EARLIER_IN", "LATER_IN", "DEMO", "OFFSET", "ROMAN"}
)
_NAMES_TIME = frozenset(RULES) - _HINTS | {"HALFOF", "WEEKIN", "DAYSIN"}
_STARTS = frozenset(RULES) | BOUNDS | LEADING
_RECOGNISED_FROM = 2000


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase found in a text: text[start:end] == self.text.

    `decided` is "" when the phrase reads the same alone, "tense" when a word of its sentence turned it to the
    future, "earlier date" when it is read from a date before it in the text; `decided_by` quotes those words.
    """

    start: int
    end: int
    text: str
    span: DateSpan
    decided: str = ""
    decided_by: str = ""


def find(text: str, anchor: date, language: str | None = None) -> list[Mention]:
    """The date phrases of a text published on `anchor`, in order and never overlapping.

    `language` is a BCP 47 code; None tries to recognise one of those with a table. In another language only
    the dates with their years are found, at most plain.MOST of what looks like one being tried.
    """
    code = primary(language) if language else recognise(text[:_RECOGNISED_FROM])
    if code not in TABLES:
        return _plain(text, anchor, language) if language else []
    return list(_mentions(text, stream(text, anchor, code), anchor))


def _plain(text: str, anchor: date, language: str) -> list[Mention]:
    from .plain import find_plain  # dateparser is slow to import: only a language that needs it pays

    return [
        Mention(start, end, text[start:end], span) for start, end, span in find_plain(text, anchor, language)
    ]


def _mentions(text: str, s: Stream, anchor: date) -> Iterator[Mention]:
    earlier: Mention | None = None
    reached = 0
    for i in _hopeful(s):
        found = _phrase_at(s, i) if i >= reached else None
        mention = _mention(text, s, anchor, i, found, earlier) if found else None
        if mention:
            yield mention
            earlier = mention if _can_be_leaned_on(mention.span) else earlier
            reached = found[1]


def _hopeful(s: Stream) -> list[int]:
    """The tokens at which a date can begin: known words lead from them to one that names a time.

    A bound may stand some words before these: "before he leaves office in January".
    """
    kinds, starts, reached = s.kinds, [], 0
    for named in [i for i, k in enumerate(kinds) if k and not _NAMES_TIME.isdisjoint(k)]:
        first = named
        while first > reached and kinds[first - 1] and kinds[first - 1] is not CAPITAL:
            first -= 1
        clause = range(max(first - CLAUSE, reached), first)
        starts += [i for i in clause if not BOUNDS.isdisjoint(kinds[i])]
        starts += [i for i in range(first, named + 1) if not _STARTS.isdisjoint(kinds[i])]
        reached = named + 1
    return starts


def _phrase_at(s: Stream, i: int) -> tuple[Bound, int] | None:
    if not clean_start(s, i) or _is_adverb(s, i):
        return None
    found = phrase(s, i)
    if not found or not found[0].evidence or not clean_end(s, found[1]):
        return None
    return found if alone(s, (found[0], i, found[1])) else None


def _is_adverb(s: Stream, i: int) -> bool:
    """Whether a preposition belongs to the verb before it: "it goes on in May"."""
    return _is_bare_preposition(s, i) and _is_bare_preposition(s, i + 1)


def _is_bare_preposition(s: Stream, i: int) -> bool:
    return "PREP" in s.kinds[i] and "DET" not in s.kinds[i] and " " not in _said(s, i)


def _said(s: Stream, i: int) -> str:
    return s.text[s.tokens[i][1] : s.tokens[i][2]]


def _mention(text, s: Stream, anchor: date, i: int, found, earlier: Mention | None) -> Mention | None:
    j = found[1]
    first = i
    ranges = found[0].throughout  # "von Mai bis Juli": without its first word it would say less
    while "DROP" in s.kinds[first] and first < j - 1 and not (ranges and "FROM" in s.kinds[first]):
        first += 1
    start, end = s.tokens[first][1], s.tokens[j - 1][2]
    said = text[start:end]
    if end - start > LONGEST:
        return None
    try:
        if edtf_only(said):
            return Mention(start, end, said, DateSpan.from_edtf(said))
        return _in_context(said, (start, end), s, anchor, i, found, earlier)
    except NotADate:
        return None


def _in_context(said: str, place, s: Stream, anchor: date, i: int, found, earlier: Mention | None):
    """The mention as its sentence and the date before it in the text have it read."""
    bound, j = found
    if earlier:
        leaning = _leaning(said, s, anchor, i, found, earlier)
        if leaning:
            return Mention(*place, said, leaning, "earlier date", earlier.text)
    lean = _lean(bound)
    future = ahead(s, i, j) if bound.turns else None
    if lean and lean.needed:
        future = narrates(s, i, j) if lean.tense and earlier else None
        return future and Mention(*place, said, settle(said, bound, anchor, True), "tense", future.words)
    span = settle(said, bound, anchor, False)
    if not future:
        return Mention(*place, said, span)
    if future.told and earlier:
        coming = settle(said, bound, earlier.span.latest, True, _note(earlier))
        decided = "earlier date", earlier.text
    else:
        coming, decided = settle(said, bound, anchor, True), ("tense", future.words)
    return Mention(*place, said, *((span,) if _same_days(span, coming) else (coming, *decided)))


def _same_days(span: DateSpan, other: DateSpan) -> bool:
    return (span.earliest, span.latest) == (other.earliest, other.latest)


def _can_be_leaned_on(span: DateSpan) -> bool:
    return bool(span.earliest and span.latest) and RANK[span.precision] <= RANK["month"]


def _leaning(said: str, s: Stream, anchor: date, i: int, found, earlier: Mention) -> DateSpan | None:
    """The phrase read from the date before it, where it leans on one and one is there."""
    bound, j = found
    lean = _lean(bound)
    if not lean or (lean.word and not _was_said(s.text, lean.word, earlier, s.tokens[i][1])):
        return None
    future = narrates(s, i, j) if lean.tense else None
    if future:
        return None
    span = _read_back(said, s, anchor, i, found, earlier)
    beyond = span and span.earliest and span.earliest > anchor
    return None if beyond and (lean.tense or _is_monthly(bound)) else span


def _lean(bound: Bound) -> Lean | None:
    return bound.first.lean or (bound.last and bound.last.lean)


def _note(earlier: Mention) -> tuple[str, dict[str, str]]:
    return "read from the date before it in the text, {other}", {"other": earlier.text}


def _was_said(text: str, word: str, earlier: Mention, before: int) -> bool:
    """Whether a word, or one of its stem, stands with the date before it: "parliament voted ... the vote"."""
    start = max(text.rfind(stop, 0, earlier.start) for stop in (". ", "! ", "? ", "\n"))
    stem = re.escape(word[: max(4, len(word) - 3)])
    return bool(re.search(rf"(?i)\b{stem}", text[start + 1 : before]))


def _read_back(said: str, s: Stream, anchor: date, i: int, found, earlier: Mention) -> DateSpan | None:
    (bound, j), note = found, _note(earlier)
    if _is_monthly(bound):  # "on the 19th" is that of the month last spoken of
        last = earlier.span.latest
        return _read_from(calendar.month(last.year, last.month)[1], said, s, anchor, i, j, note)
    ends = [_read_from(base, said, s, anchor, i, j, note) for base in _ends(earlier.span)]
    return _union(said, ends, earlier.span, note) if all(ends) else None


def _ends(span: DateSpan) -> list[date]:
    """What a phrase that leans on a span is read from: both of its ends, where it is more than a day."""
    return [span.earliest, span.latest] if span.earliest < span.latest else [span.latest]


def _read_from(base: date, said: str, s: Stream, anchor: date, i: int, j: int, note) -> DateSpan | None:
    """The phrase s[i:j] read as though the text were published on `base`."""
    s.anchor = base
    try:
        again = phrase(s, i)
        return settle(said, again[0], base, False, note) if again and again[1] == j else None
    finally:
        s.anchor = anchor


def _union(said: str, spans: list[DateSpan], base: DateSpan, note: tuple) -> DateSpan:
    """From the first reading's first day to the last one's last: no more exact than what they lean on."""
    first, last = spans[0], spans[-1]
    if len(spans) == 1 or _same_days(first, last):
        return last
    coarse = max((first.precision, last.precision, base.precision), key=RANK.get)
    approximate = base.approximate or first.approximate
    days = first.earliest, last.latest
    why = (reason("{phrase}: {days}", said, *days), note)
    return DateSpan(*days, first.throughout, coarse, approximate, inferred=last.inferred, reasons=why)


def _is_monthly(bound: Bound) -> bool:
    return isinstance(bound.first.cycle, Monthly)
