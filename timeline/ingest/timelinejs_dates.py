"""The dates of a slide as those of an event: the words are the phrase, the numbers hold it to account."""

import re
from datetime import date

from timeline.dates import DateSpan, NotADate, read
from timeline.dates.calendar import month, years

from .problems import quoted
from .timelinejs_html import SlideText

FROM_NUMBERS = "The start and end dates of the TimelineJS file."
AGAINST_WORDS = "The start and end dates of the TimelineJS file, which its words alone do not say."
_PARTS = ("year", "month", "day")
_TIMES = ("hour", "minute", "second", "millisecond")


class BadSlide(Exception):
    """A slide that cannot be kept: what is wrong with it and what to do."""


def dates_of(slide, language=""):
    """The date keys of an event's record; raises `BadSlide`.

    The words are read against the last of the days given. Where they mean the same days they stand alone;
    where not, or where there are none, the numbers are the date, with that reason.
    """
    start = parts_of(slide.get("start_date"), "start")
    if start is None:
        raise BadSlide("it has no date; give it at least a year")
    end = parts_of(slide.get("end_date"), "end") or start
    first, last = days_of(start)[0], days_of(end)[1]
    if first > last:
        raise BadSlide(f"it ends on {last}, before it begins on {first}; correct one of the two")
    phrase = phrase_of(slide)
    numbers = {"date_override": edtf_of(start, end), "date_basis": AGAINST_WORDS if phrase else FROM_NUMBERS}
    if not phrase:
        return numbers
    words = {"date_text": phrase, "anchor": last.isoformat()} | ({"language": language} if language else {})
    return words if means(phrase, last, language, (first, last)) else words | numbers


def parts_of(given, which):
    """The numbers of a date object, as many as there are; None where there is none."""
    if given is None or given == "":
        return None
    if not isinstance(given, dict):
        raise BadSlide(f"its {which} date is {quoted(given)}; write a year, month and day")
    parts = []
    for name in _PARTS:
        value = given.get(name)
        parts.append(None if value in (None, "") else number_of(value, f"{which} {name}"))
    if parts[0] is None:
        return None
    if parts[1] is None and parts[2] is not None:
        raise BadSlide(f"its {which} date has a day without a month; add the month or take the day away")
    return tuple(part for part in parts if part is not None)


def number_of(value, what):
    """A whole number, also written as text, with or without separators."""
    text = re.sub(r"[\s,]+", "", value) if isinstance(value, str) else str(value)
    if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]{1,9}(\.0+)?", text, re.ASCII):
        raise BadSlide(f"its {what} is {quoted(value)}; write a number")
    return int(float(text))


def days_of(parts):
    """The first and the last day of a year, a month or a day."""
    if not 1 <= parts[0] <= 9999:
        raise BadSlide(f"its year is {parts[0]}; a timeline here holds the years 1 to 9999")
    try:
        if len(parts) == 1:
            return years(parts[0], parts[0])
        return month(*parts) if len(parts) == 2 else (date(*parts), date(*parts))
    except ValueError:
        written = "-".join(map(str, parts))
        raise BadSlide(f"there is no {written} in the calendar; correct month or day") from None


def edtf_of(start, end):
    """EDTF of a start and an end: one day, month or year; or all of the time from the one to the other."""
    if start == end:
        return "-".join(f"{part:0{4 if place == 0 else 2}d}" for place, part in enumerate(start))
    first, last = days_of(start)[0], days_of(end)[1]
    if first == last:
        return first.isoformat()
    return DateSpan(first, last, throughout=True, precision=_coarsest(first, last)).edtf


def _coarsest(first, last):
    """The unit of which both ends are whole, where not all is a single one: a month has its own way."""
    if (first, last) == years(first.year, last.year) and first.year < last.year:
        return "year"
    whole = first.day == 1 and last == month(last.year, last.month)[1]
    return "month" if whole and (first.year, first.month) != (last.year, last.month) else "day"


def phrase_of(slide):
    """The words shown for the date, in one line; the slide's own before those of its start."""
    start = slide.get("start_date")
    shown = slide.get("display_date") or (start.get("display_date") if isinstance(start, dict) else "")
    return SlideText(shown).label if isinstance(shown, str) else ""


def means(phrase, anchor, language, days):
    """Whether the words mean exactly these days; of a span with an open end, the end that is known."""
    try:
        span = read(phrase, anchor, language or None)
    except NotADate:
        return False
    return (span.earliest or span.latest, span.latest or span.earliest) == days


def has_time(slide):
    """Whether a slide gives a time of day, which events do not have."""
    given = (slide.get(key) for key in ("start_date", "end_date"))
    return any(isinstance(d, dict) and any(d.get(t) not in (None, "") for t in _TIMES) for d in given)
