"""One phrase to one span: the first of the two ways in (the other is finding)."""

import re
import unicodedata
from datetime import date

from .errors import NotADate
from .grammar import Stream
from .languages import TABLES, primary
from .preparing import stream
from .recognising import neutral, recognise
from .refusals import HANGS, LEFT_OUT, NOTHING, TOO_LONG
from .settling import settle
from .span import DateSpan
from .tense import speaks_of_future
from .whole import best_phrase

LONGEST = 200
_ONLY_EDTF = re.compile(
    r"[\[{].*[\]}]|\S*(?:\.\.|[0-9X]X|[0-9][~?%])\S*|[0-9]{4}(?:-[0-9]{2}){1,2}/.*|[^/]*/[0-9]{4}-[0-9]{2}[^/]*"
    r"|[0-9]{4}/|/[0-9]{4}|[0-9]{4}/[0-9]{4}|/|\S*-[?~%][0-9X]\S*|-[0-9]{4}.*|Y-?[0-9]+.*"
    r"|[?~%][0-9X]{4}-(?:0[0-9X]|1[0-2X])(?:-\S+)?"
)
_ISO_LIKE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_GROUPING = re.compile(r"[0-9]{2}([0-9]{2})-(2[1-9]|3[0-9]|4[01])")


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
    # EDTF that begins with a figure has no blank, but for intervals: most such phrases need no closer look.
    may_be_edtf = text[:1] in _EDTF_STARTS and (" " not in text or "/" in text or text[0] not in _FIGURES)
    if may_be_edtf and edtf_only(text):
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
    return text[:1] in _EDTF_STARTS and bool(_ONLY_EDTF.fullmatch(text) or _names_grouping(text))


def _names_grouping(text: str) -> bool:
    """Whether it is a season, quarter or half by its code: "2021-21", where "2022-24" is a range of years."""
    found = _GROUPING.fullmatch(text) if len(text) == 7 else None
    return bool(found) and int(found[2]) <= int(found[1])


_FIGURES = frozenset("0123456789")
_EDTF_STARTS = frozenset("0123456789X[{.-Y?~%/") - {""}


def _read_tabled(text: str, anchor: date, code: str) -> DateSpan:
    s = stream(text, anchor, code)
    try:
        found = best_phrase(s)
    except NotADate as refusal:
        _as_edtf(text)
        raise NotADate(_left_out(s) or refusal.template) from None
    if not found:
        _as_edtf(text)
        raise NotADate(_left_out(s) or NOTHING)
    bound, start, end = found
    lean = bound.first.lean or (bound.last and bound.last.lean)
    if lean and lean.needed:
        raise NotADate(HANGS)
    count = s.count
    forward = (
        end - start < count
        and bound.turns
        and any(speaks_of_future(s, at) for at in (*range(start), *range(end, count)))
    )
    return settle(text, bound, anchor, forward)


def _as_edtf(text: str) -> None:
    """Raises what EDTF has to say of "2024-02-30", which is more than that no date was found in it."""
    if _ISO_LIKE.fullmatch(text):
        DateSpan.from_edtf(text)


def _left_out(s: Stream) -> str | None:
    """Why a refused text is refused, where it names what the conventions leave out."""
    return next((why for kind, why in LEFT_OUT.items() if any(kind in kinds for kinds in s.kinds)), None)
