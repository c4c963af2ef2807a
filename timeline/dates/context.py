"""What the sentence of a phrase and the date before it in the text make of it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timeline.translation import gettext_noop

from . import calendar
from .calendar import RANK
from .cycles import Monthly
from .grammar import Stream
from .nodes import Bound, Lean
from .phrases import phrase
from .settling import settle
from .span import DateSpan, reason
from .tense import ahead, had, narrates


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


class Told(NamedTuple):
    """The last date of a text that others can lean on, and the last one that had begun by the anchor.

    `year` is the last one that lies in a single year, of which "that year" speaks.
    """

    last: Mention | None = None
    begun: Mention | None = None
    year: Mention | None = None

    def after(self, mention: Mention, anchor: date) -> "Told":
        year = mention if _is_in_one_year(mention.span) else self.year
        if not _can_be_leaned_on(mention.span):
            return Told(self.last, self.begun, year)
        return Told(mention, mention if mention.span.earliest <= anchor else self.begun, year)


def _can_be_leaned_on(span: DateSpan) -> bool:
    return bool(span.earliest and span.latest) and RANK[span.precision] <= RANK["month"]


def _is_in_one_year(span: DateSpan) -> bool:
    return bool(span.earliest and span.latest) and span.earliest.year == span.latest.year


def in_context(said: str, place, s: Stream, anchor: date, i: int, found, told: Told) -> Mention | None:
    """The mention s[i:found end] as its sentence and the date before it in the text have it read.

    `place` is where it stands in the text. Raises NotADate where the calendar has no such day.
    """
    bound, j = found
    earlier = told.last
    if earlier is not told.begun and not narrates(s, i, j):  # a story does not go on from what lies ahead
        earlier = told.begun
    lean = _lean(bound)
    if lean and lean.of == "year":
        earlier = told.year
        if not earlier:  # nobody has said which
            return None
    if earlier:
        leaning = _leaning(said, s, anchor, i, found, earlier)
        if leaning:
            return Mention(*place, said, leaning, "earlier date", earlier.text)
    future = ahead(s, i, j) if bound.turns else None
    if lean and lean.needed:
        future = narrates(s, i, j) if lean.tense and earlier else None
        return future and Mention(*place, said, settle(said, bound, anchor, True), "tense", future.words)
    span = settle(said, bound, anchor, False)
    if not future:
        return _had_ended(said, place, s, anchor, i, found) or Mention(*place, said, span)
    if future.told and earlier:
        coming = settle(said, bound, earlier.span.latest, True, _note(earlier))
        decided = "earlier date", earlier.text
    else:
        coming, decided = settle(said, bound, anchor, True), ("tense", future.words)
    return Mention(*place, said, *((span,) if _same_days(span, coming) else (coming, *decided)))


def _same_days(span: DateSpan, other: DateSpan) -> bool:
    return (span.earliest, span.latest) == (other.earliest, other.latest)


def _had_ended(said: str, place, s: Stream, anchor: date, i: int, found) -> Mention | None:
    """By the end of May, Berlin had delivered it: a limit that lies behind, by the verb of its clause."""
    bound, j = found
    verb = had(s, i, j) if bound.kind in ("by", "until", "before") and bound.turns else None
    if not verb:
        return None
    behind = phrase(s, i)[0]
    behind.first.days = behind.first.settled(anchor, False)
    span = settle(said, behind, anchor, False)
    return Mention(*place, said, span, "tense", verb)


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
    return gettext_noop("read from the date before it in the text, {other}"), {"other": earlier.text}


# No sentence is looked back over for longer, so that a text without a stop is not read again for every date.
_SENTENCE = 1000


def _was_said(text: str, word: str, earlier: Mention, before: int) -> bool:
    """Whether a word, or one of its stem, stands with the date before it: "parliament voted ... the vote"."""
    reach = max(0, earlier.start - _SENTENCE)
    start = max(reach - 1, *(text.rfind(stop, reach, earlier.start) for stop in (". ", "! ", "? ", "\n")))
    stem = re.escape(word[: max(4, len(word) - 3)])
    return bool(re.search(rf"(?i)\b{stem}", text[start + 1 : min(before, earlier.end + _SENTENCE)]))


def _read_back(said: str, s: Stream, anchor: date, i: int, found, earlier: Mention) -> DateSpan | None:
    (bound, j), note = found, _note(earlier)
    if _is_monthly(bound):  # "on the 19th" is that of the month last spoken of
        last = earlier.span.latest
        return _read_from(calendar.month(last.year, last.month)[1], said, s, anchor, i, j, note)
    base = earlier.span
    days = [base.earliest, base.latest] if base.earliest < base.latest else [base.latest]
    ends = [_read_from(day, said, s, anchor, i, j, note) for day in days]
    if not all(ends):
        return None
    if base.throughout:  # "from 3 to 8 May. Two days later" is counted from when it had ended
        if ends[-1].earliest and ends[-1].earliest > base.latest:
            return ends[-1]
        if ends[0].latest and ends[0].latest < base.earliest:
            return ends[0]
    return _union(said, ends, base, note)


def _read_from(base: date, said: str, s: Stream, anchor: date, i: int, j: int, note) -> DateSpan | None:
    """The phrase s[i:j] read as though the text were published on `base`."""
    s.anchor = base
    try:
        again = phrase(s, i)
        if not again or again[1] != j:
            return None
        lean, first = _lean(again[0]), again[0].first
        if lean.of == "week" and first.cycle:  # "that Friday" is of the same week, Monday to Sunday
            first.days, first.relative = first.cycle.current(base), True
        return settle(said, again[0], base, False, note)
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
