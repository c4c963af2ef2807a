"""A span in the reader's language, for pages: "11–20 November 2024", "since February 2022", "autumn 2023".

What is said is decided here; how a language says it stands in `timeline.dates.saying`.
"""

from datetime import date

from timeline.translation import language

from . import calendar
from .saying import table

_COARSE = frozenset({"month", "quarter", "season", "part-of-year", "half-year", "year", "decade"})
# The unit that an open end is said in: that of its precision, or months for what consists of them.
_ENDS = dict.fromkeys(("month", "quarter", "season", "part-of-year", "half-year"), "month")
_ENDS |= {"year": "year", "decade": "year"}
_UNITS = frozenset({"day", "month", "quarter", "season", "half-year", "year", "decade"})
_FINENESS = {"day": 0, "month": 1, "year": 2}


def words(span, short: bool = False) -> str:
    """Say a DateSpan; `short` abbreviates months and writes quarters as Q2."""
    say = _Speech(short, span.approximate)
    earliest, latest = span.earliest, span.latest
    if earliest is None or latest is None:
        return _open(span, say)
    unit = calendar.exact_unit(earliest, latest)
    lasting = span.throughout and unit != "day"
    if unit == span.precision and unit in _UNITS and not (lasting and unit in ("quarter", "half-year")):
        return say.lasting(unit, earliest) if lasting else say.unit(unit, earliest)
    return _extent(say, earliest, latest, span.precision, span.throughout)


def between(earliest: date | None, latest: date | None) -> str:
    """Two days, inclusive, as the object of a sentence: "1 to 30 April 2025"; an open end is None."""
    say = _Speech()
    if earliest is None:
        return say.phrase("until", "day", latest)
    if latest is None:
        return say.phrase("from", "day", earliest)
    return say.unit("day", earliest) if earliest == latest else say.pair("BETWEEN", "days", earliest, latest)


def in_day(day: date, short: bool = False) -> str:
    """A day: "26 November 2024"."""
    return _Speech(short).unit("day", day)


def in_month(day: date) -> str:
    """The month of a day, in few words: "November 2024"."""
    return f"{_Speech().table.MONTHS[day.month - 1]} {day.year}"


def month_names() -> tuple[str, ...]:
    """The twelve months as an axis has room for them: "Jan", "Feb"."""
    return _Speech().table.TICKS


def lying_in(unit: str, day: date) -> str:
    """Where something lies: "on 3 May 2024", "in May 2024", "in 2024" for a day, month or year."""
    return _Speech().say("AT", unit, day)


def spanning(first: date, first_unit: str, last: date, last_unit: str) -> str:
    """The first and the last of many dates, each named by its unit (day, month, year), no year twice.

    Where one says all that the other says, it alone is said: "in May 2024".
    """
    say = _Speech()
    coarser = max(first_unit, last_unit, key=_FINENESS.get)
    if _cut(first, coarser) == _cut(last, coarser):
        return say.say("AT", coarser, first)
    elide = first.year == last.year and first_unit != "year"
    begin = say.say("ELIDED_GOVERNED" if elide else "GOVERNED", first_unit, first)
    ends = {"last": say.say("GOVERNED", last_unit, last), "last_alone": say.unit(last_unit, last)}
    return say.finish(say.table.PHRASES["spanning"], first=begin, **ends)


def _cut(day: date, unit: str) -> tuple[int, ...]:
    return (day.year, day.month, day.day)[: 3 - _FINENESS[unit]]


class _Speech:
    """A language's table with what is the same in the whole phrase."""

    def __init__(self, short: bool = False, approximate: bool = False):
        self.table, self.short = table(language()), short
        self.months = self.table.SHORT_MONTHS if short else None
        self.about = self.table.ABOUT if approximate else dict.fromkeys(self.table.ABOUT, "")
        self.words = dict.fromkeys(self.table.WORDS, "") if short else self.table.WORDS

    def finish(self, pattern: str, **fields) -> str:
        """Fill in a pattern; the table may want sounds apart."""
        said = pattern.format(**self.about, **self.words, **fields)
        for hard, soft in self.table.EUPHONY:
            said = said.replace(hard, soft)
        return said

    def say(self, patterns: str, unit: str, day: date) -> str:
        """A unit by one of the table's lists of patterns, or by UNITS where that has none for it."""
        unit = "winter" if unit == "season" and day.month == 12 else unit
        listed = getattr(self.table, patterns)
        if unit not in listed:
            listed = self.table.SHORT if self.short and unit in self.table.SHORT else self.table.UNITS
        number = (day.month + 2) // 3 if unit == "quarter" else (day.month + 5) // 6
        return self.finish(listed[unit], n=number, nth=self.table.ORDINALS[number - 1], **self.fields(day))

    def fields(self, day: date, which: str = "") -> dict[str, object]:
        """What patterns can say of a day."""
        spoken, index = self.table, day.month - 1
        named = {
            "d": day.day,
            "month": (self.months or spoken.MONTHS)[index],
            "of": (self.months or spoken.AFTER_DAY)[index],
            "after": (self.months or spoken.AFTER)[index],
            "at": spoken.AT_MONTH[index],
            "season": spoken.SEASONS.get(day.month),
            "season_after": spoken.SEASONS_AFTER.get(day.month),
            "y": day.year,
            "y_next": day.year + 1,
            "yy": f"{(day.year + 1) % 100:02d}",
        }
        return {name + which: value for name, value in named.items()}

    def unit(self, unit: str, day: date) -> str:
        """The unit that begins on this day."""
        return self.say("UNITS" if not self.short else "SHORT", unit, day)

    def lasting(self, unit: str, day: date) -> str:
        """That something lasted all of the unit."""
        return self.say("LASTING", unit, day)

    def phrase(self, phrase: str, unit: str, day: date) -> str:
        """The unit in a phrase such as "since"."""
        plain = _Speech(self.short)
        forms = {"when": plain.say("GOVERNED", unit, day), "alone": plain.unit(unit, day)}
        return self.finish(self.table.PHRASES[phrase], **forms)

    def pair(self, patterns: str, units: str, earliest: date, latest: date) -> str:
        """Two ends without repeating the month or the year that both share."""
        shared = units
        if units != "years" and earliest.year == latest.year:
            in_month = units == "days" and earliest.month == latest.month
            shared += " of a month" if in_month else " of a year"
        fields = self.fields(earliest, "1") | self.fields(latest, "2")
        return self.finish(getattr(self.table, patterns)[shared], **fields)


def _extent(say: _Speech, earliest: date, latest: date, precision: str, throughout: bool) -> str:
    units = "days"
    if precision in ("year", "decade") and (earliest, latest) == calendar.years(earliest.year, latest.year):
        units = "years"
    elif precision in _COARSE and _aligned(earliest, True, "month") and _aligned(latest, False, "month"):
        units = "months"
    elif earliest == latest:
        return say.unit("day", earliest)
    return say.pair("THROUGHOUT" if throughout else "WITHIN", units, earliest, latest)


def _open(span, say: _Speech) -> str:
    """Within names the day outside ("after", "before"), throughout the one inside ("since", "until")."""
    unit = _ENDS.get(span.precision, "day")
    if span.latest is None:
        phrase, day, first = ("since", span.earliest, True)
        outside = ("after", -1)
    else:
        phrase, day, first = ("until", span.latest, False)
        outside = ("before", 1)
    if not span.throughout:
        phrase, step = outside
        try:
            day, first = day + calendar.ONE_DAY * step, step > 0
        except OverflowError:  # the calendar's first or last day has no neighbour
            unit = "day"
    return say.phrase(phrase, unit if _aligned(day, first, unit) else "day", day)


def _aligned(day: date, first: bool, unit: str) -> bool:
    if unit == "year":
        return (day.month, day.day) == ((1, 1) if first else (12, 31))
    return unit == "day" or day.day == (1 if first else calendar.month_length(day.year, day.month))
