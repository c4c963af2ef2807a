"""Dates in languages without a table of their own, through dateparser: with what is certain and nothing more.

The only module that imports dateparser, and it does so only when a phrase needs it (0.3 s). dateparser fills
in what a text leaves out, from today or its base; here each reading is asked for by the parts that must stand
in the text (REQUIRE_PARTS), so that nothing filled in is ever kept.
"""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import islice

from timeline.translation import gettext_noop

from . import calendar, edtf
from .cycles import Annual, Weekly
from .errors import NotADate
from .languages import primary
from .span import INFERRED, READ_FROM, DateSpan, reason

LONGEST = 100  # dateparser takes seconds for a hostile text of some thousand characters
UNREAD = gettext_noop(
    "No date was found in it by the rules of that language; write it as EDTF, such as 2024-11-26 or 2024-11."
)
UNKNOWN_LANGUAGE = gettext_noop(
    "Its language is not known here; choose the language, or write the date as EDTF, such as 2024-11."
)
# A year whose digits stand in the text (any script), a day, and nothing that is only a number of something.
_WORD = re.compile(r"[^\W\d_]", re.UNICODE)
_DIGITS = re.compile(r"\d+")
_BRACKETED = re.compile(r"\([^()]*\)")  # "quarta-feira (8)": what stands beside a date adds nothing
_ASKED = (("day", "month", "year"), ("month", "year"), ("day", "month"), ("month",))


def read_plain(text: str, anchor: date, language: str | None) -> DateSpan:
    """Read a phrase in any language that dateparser knows; raises NotADate."""
    if not language:
        raise NotADate(UNKNOWN_LANGUAGE)
    if len(text) > LONGEST or (not _WORD.search(text) and not _DIGITS.search(text)):
        raise NotADate(UNREAD)
    return _read(text, anchor, primary(language))


@lru_cache(maxsize=4096)
def _read(text: str, anchor: date, language: str) -> DateSpan:
    said = _BRACKETED.sub("", text).strip()
    for parts in _ASKED:
        found = _parse(said, anchor, language, parts)
        if found:
            return _span(text, anchor, found, parts)
    day = _weekday(said, anchor, language) or _near_day(said, anchor, language)
    if day:
        return _settled(text, anchor, (day, day), "day", relative=True)
    raise NotADate(UNREAD)


def find_plain(text: str, anchor: date, language: str) -> Iterator[tuple[int, int, DateSpan]]:
    """The dates with their years in a text: where each begins and ends, and its reading.

    One pass finds what looks like one, and dateparser is asked about no more than MOST of these, so that the
    work for a text is bounded. Whatever lacks a year or hangs on its sentence is left alone.
    """
    code = primary(language)
    for found in islice(_CANDIDATE.finditer(text), MOST):
        try:
            span = _read(found[0], anchor, code)
        except NotADate:
            continue
        if not span.inferred:
            yield found.start(), found.end(), span


MOST = 100
_CANDIDATE = re.compile(
    r"(?<![0-9])[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|(?<![\w./-])(?:"
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}([./])[0-9]{1,2}\1[0-9]{4}"
    r"|(?:[0-9]{1,2}[.ºª°]?\s{1,2}(?:[^\W\d_]{1,3}\s)?)?"  # 7 de ...
    r"[^\W\d_]{3,20}[.,]?\s{1,2}(?:[^\W\d_]{1,3}\s)?(?:19|20)[0-9]{2}"  # ... octubre de 2023
    r")(?![\w/-]|[.,][0-9])"
)


def _parse(text: str, anchor: date, language: str, parts: tuple[str, ...]) -> date | None:
    settings = {"REQUIRE_PARTS": list(parts), "PARSERS": ["absolute-time"]}
    first = _ask(text, anchor, language, settings)
    if first is None or not _says_so(text, first, parts):
        return None
    return first


def _says_so(text: str, found: date, parts: tuple[str, ...]) -> bool:
    """The numbers that were read must stand in the text: dateparser also finds a day in "1950s"."""
    numbers = [int(digits) for digits in _DIGITS.findall(text)]
    short = {found.year % 100} if "day" in parts else set()  # "21. listopadu" is no November 2021
    if "year" in parts and not ({found.year} | short) & set(numbers):
        return False
    if "day" not in parts:  # a month without a year leaves no number over: "3日" is not March
        return "year" in parts or not numbers
    return found.day in numbers


def _ask(text: str, anchor: date, language: str, settings: dict) -> date | None:
    import dateparser

    base = datetime(anchor.year, anchor.month, anchor.day)
    settings = {
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
        **settings,
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = dateparser.parse(text, languages=[language], settings=settings)
    except (ValueError, OverflowError, TypeError, IndexError, KeyError, AttributeError, RecursionError):
        # An unknown language is a ValueError; the rest are its own slips on odd texts, and never a date.
        return None
    return found and found.date()


def _weekday(text: str, anchor: date, language: str) -> date | None:
    """A bare weekday: it moves with the anchor by the day, and by nothing else."""
    if _DIGITS.search(text):
        return None
    found = [
        _ask(text, anchor.replace(day=day), language, {"PARSERS": ["absolute-time"]}) for day in range(14, 21)
    ]
    if None in found or len({day.weekday() for day in found}) != 1 or len(set(found)) != 2:
        return None
    try:
        return Weekly(found[0].weekday()).past(anchor)[0]
    except OverflowError:
        return None


def _near_day(text: str, anchor: date, language: str) -> date | None:
    """Yesterday, today, tomorrow: as many days from any anchor, and no more than three."""
    if _DIGITS.search(text):
        return None
    bases = (date(2023, 3, 15), date(2024, 8, 7))
    settings = {"PARSERS": ["relative-time"]}
    offsets = {
        found and (found - base).days for base in bases for found in [_ask(text, base, language, settings)]
    }
    if len(offsets) != 1 or None in offsets or abs(min(offsets)) > 3:
        return None
    try:
        return anchor + calendar.ONE_DAY * offsets.pop()
    except OverflowError:
        return None


def _span(text: str, anchor: date, found: date, parts: tuple[str, ...]) -> DateSpan:
    precision = "day" if "day" in parts else "month"

    def build(year: int):
        day = date(year, found.month, found.day if precision == "day" else 1)
        return (day, day) if precision == "day" else calendar.month(year, found.month)

    try:
        days = build(found.year) if "year" in parts else Annual(build).past(anchor)
    except ValueError as error:
        raise NotADate(UNREAD) from error
    return _settled(text, anchor, days, precision, relative="year" not in parts, inferred="year" not in parts)


def _settled(text, anchor, days, precision, relative: bool, inferred: bool = False) -> DateSpan:
    template = READ_FROM if relative else "{phrase}: {days}"
    reasons = [reason(template, text, *days, **({"anchor": anchor} if relative else {}))]
    if inferred:
        reasons.append(INFERRED)
    written = edtf.write(*days, False, precision, False)
    return DateSpan(*days, False, precision, False, written, inferred, tuple(reasons))
