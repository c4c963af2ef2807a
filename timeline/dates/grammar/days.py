"""Days of a month and months: 14 May 2024, June 13-15, the 3rd, May of last year."""

from datetime import date

from .. import calendar
from ..cycles import Monthly
from ..nodes import LEANS, Node
from .numeric import month_between, month_in_figures
from .periods import period
from .stream import Parsed, Stream, dated, led, rule, turned
from .years import short_year, year_after


def day_number(s: Stream, i: int) -> tuple[int, int] | None:
    """A number that can be a day of the month, past its stop ("3.") and a word such as "числа"."""
    k = s.kinds[i]
    number = k.get("ORD") or (k.get("NUM") if k.get("DIGITS", 0) <= 2 else None)
    if not number:
        return None
    j = i + 1
    if number in (20, 30):
        if s.kinds[j].get("ORD", 10) < 10:  # "двадцать четвертого"
            number, j = number + s.kinds[j]["ORD"], j + 1
        elif "DASH" in s.kinds[j] and s.kinds[j + 1].get("ORD", 10) < 10 and "DIGITS" not in k:
            number, j = number + s.kinds[j + 1]["ORD"], j + 2
    if number > 31:
        return None
    if s.lang.ordinal_dot and "DOT" in s.kinds[j] and s.adjacent(j) and "DIGITS" in k:
        j += 1
    if "NUMERAL" in s.kinds[j]:
        j += 1
    return number, j


@rule("NUM")
def number_led(s: Stream, i: int) -> Parsed:
    """14 May 2024; the 9th of May; 13-15 June; 8 and 10 June; two weeks ago; the 3rd."""
    if "DIGITS" in s.kinds[i] and "MONTH" not in s.kinds[i + 1]:
        figures = month_in_figures(s, i) or month_between(s, i)
        if figures:
            return figures
    day = day_number(s, i)
    found = (_day_of_month(s, day) or _day_of_period(s, day)) if day else None
    if found:
        return found
    return led("FEW", s, i) or led("ROMAN", s, i) or (_lone_day(s, i, day) if day else None)


def _day_of_month(s: Stream, day: tuple[int, int]) -> Parsed:
    first, j = day
    last = first
    for _ in range(8):  # "8, 9 and 10 June"
        joint = s.kinds[j]
        if not ("TO" in joint or "AND" in joint or "COMMA" in joint or "UNTIL" in joint):
            break
        k = s.skip(j + 1, "DET", "PREP", "TO", "WEEKDAY") if "COMMA" not in joint else j + 1
        following = day_number(s, k)
        if not following and "TRIPLE" in s.kinds[k] and "COMMA" not in joint:
            return _days_to_numeric(s, first, k)
        if not following or "TRIPLE" in s.kinds[k]:
            break
        last, j = following
    k = j
    if "COMMA" in s.kinds[k]:
        return None
    for _ in range(3):
        if "DASH" in s.kinds[k] and "MONTH" in s.kinds[k + 1]:  # 14-May-2024
            k += 1
        if "MONTH" in s.kinds[k]:
            break
        if not ("OF" in s.kinds[k] or "DET" in s.kinds[k] or "UNIT" in s.kinds[k]):
            return None
        if not _is_genitive(s, k):  # "20 to 30 in June"
            return None
        if "UNIT" in s.kinds[k] and s.kinds[k]["UNIT"] != "month":
            return None
        k += 1
    month = s.kinds[k].get("MONTH")
    if not month or last < first:
        return None
    k += 1
    if "DASH" in s.kinds[k] and ("YEAR" in s.kinds[k + 1]) and s.adjacent(k + 1):
        k += 1
    year = year_after(s, k) or short_year(s, k)
    date(2024, month, first), date(2024, month, last)
    node = dated(lambda y: (date(y, month, first), date(y, month, last)), "day", year)
    node.listed = last > first
    return turned(s, node, year[1] if year else k)


def _is_genitive(s: Stream, k: int) -> bool:
    """Whether "of" is said, and no other of the words that can join a day to its month."""
    return "PREP" not in s.kinds[k] or "DROP" in s.kinds[k]


def _day_of_period(s: Stream, day: tuple[int, int]) -> Parsed:
    """the 1st of next month, am 3. des Monats: a day of a month that has no name."""
    number, j = day
    ordinal = "ORD" in s.kinds[j - 1] or "DOT" in s.kinds[j - 1] or "NUMERAL" in s.kinds[j - 1]
    if "MONTH" in s.kinds[j] or not (ordinal or "OF" in s.kinds[j] or "RELUNIT" in s.kinds[j]):
        return None  # "5 months ago" counts
    found = period(s, j)
    if not found or found[0].precision != "month" or not found[0].days or not found[0].relative:
        return None
    return found[0].mapped(lambda days: (days[0].replace(day=number),) * 2, "day"), found[1]


def _days_to_numeric(s: Stream, first: int, k: int) -> Parsed:
    found = led("TRIPLE", s, k)
    if not found:
        return None
    node, j = found
    last = node.days[1]
    if first >= last.day:
        return None
    node.days = (last.replace(day=first), last)
    node.listed = True
    return node, j


def _lone_day(s: Stream, i: int, day: tuple[int, int]) -> Parsed:
    """ "on the 3rd", "am 3.", "le 3": weak, and never before a word that it could be counting."""
    number, j = day
    k = s.kinds[i]
    dotted = "DOT" in s.kinds[j - 1]
    said = "NUMERAL" in s.kinds[j - 1]
    if "ORD" not in k and not dotted and not said and "ARTICLE" not in s.kinds[i - 1]:
        return None
    if i == 0 and not said:
        return None
    after = s.kinds[j]
    if not said and not ("END" in after or not _AFTER_LONE_DAY.isdisjoint(after)):
        return None
    if "UNIT" in after and not said:  # "le 20 heures", "w 3. dniu"
        return None
    if "OF" in after and "TO" not in after and _is_genitive(s, j):  # "the 5th of its kind"
        return None
    if not said and not ("DET" in s.kinds[i - 1] or "PREP" in s.kinds[i - 1] or "ONDAY" in s.kinds[i - 1]):
        return None
    if "ORD" in k and s.text[s.tokens[i][1]].isalpha() and not said:  # "the first" is no day
        return None
    node = Node("day", cycle=Monthly(number), evidence=True)
    node.lean = LEANS
    return node, j


_AFTER_LONE_DAY = frozenset(
    {
        "COMMA",
        "DOT",
        "STOP",
        "LINK",
        "AND",
        "TO",
        "CLOSE",
        "OPEN",
        "QUOTE",
        "PREP",
        "PAST",
        "FUTURE",
        "UNTIL",
        "DAYPART",
    }
)


@rule("MONTH")
def month_led(s: Stream, i: int) -> Parsed:
    """June 13, 2024; June 13-15; May 2024; May of last year; mai dernier."""
    k = s.kinds[i]
    month, j = k["MONTH"], i + 1
    if "DOT" in s.kinds[j] and s.adjacent(j) and s.lang.month_first and "DIGITS" in s.kinds[j + 1]:
        j += 1
    if s.lang.month_first:
        found = _month_day(s, i, j, month)
        if found:
            return found
    if "UNIT" in s.kinds[j] and s.kinds[j]["UNIT"] == "month" and "YEARWORDS" in s.kinds[j]:
        j += 1  # "в мае месяце"
    year = year_after(s, j)
    if not year and s.kinds[j].get("NUM", 0) > 31 and i and "PREP" in s.kinds[i - 1]:  # "en mai 68"
        year = short_year(s, j)
    if "LOWER" in k and not year and _in_small_letters(s, i) and "INMONTH" not in s.kinds[i - 1]:
        return None  # "may" and "march" in small letters are verbs, "лист" without its stop a letter
    node = dated(lambda y: calendar.month(y, month), "month", year)
    node.evidence = bool(year) or ("AMBIGUOUS" not in k and (_possessive(s, i - 1) or _possessive(s, j)))
    return turned(s, node, year[1] if year else j)


def _in_small_letters(s: Stream, i: int) -> bool:
    """Whether a word stands there without a capital, and without the stop of an abbreviation."""
    _, start, end = s.tokens[i]
    return s.text[start].islower() and s.text[end - 1] != "."


def _possessive(s: Stream, i: int) -> bool:
    """Whether token i is an English genitive: December's vote, the alliance's July summit."""
    return "'" in s.text and 0 <= i < s.count and s.text.startswith("'s", s.tokens[i][1])


def _month_day(s: Stream, i: int, j: int, month: int) -> Parsed:
    k = j + 1 if "DET" in s.kinds[j] and "ORD" in s.kinds[j + 1] else j
    day = day_number(s, k)
    if not day or "MEASURE" in s.kinds[day[1]] or ("ORD" in s.kinds[k] and "HALF" in s.kinds[day[1]]):
        return None
    first, j = day
    ordinal = "ORD" in s.kinds[k] or "ORD" in s.kinds[j - 1]  # "twenty-fourth" ends in one
    if "TRIPLE" in s.kinds[k] or ("DIGITS" not in s.kinds[k] and not ordinal):
        return None
    last = first
    while "COMMA" in s.kinds[j] and s.kinds[j + 1].get("DIGITS", 9) <= 2 and s.kinds[j + 1]["NUM"] > last:
        last, j = s.kinds[j + 1]["NUM"], j + 2  # "June 1, 2 and 3"
    joint = s.kinds[j]
    if "TO" in joint or "AND" in joint:
        n = s.skip(j + 1, "DET")
        following = day_number(s, n)
        numeral = following and s.text[s.tokens[n][1]].isdigit()
        if numeral and following[0] > last and not _goes_on(s, following[1]):
            last, j = following
    year = year_after(s, j)
    date(2024, month, first), date(2024, month, last)
    node = dated(lambda y: (date(y, month, first), date(y, month, last)), "day", year)
    node.listed = last > first
    node.evidence = bool(year) or "LOWER" not in s.kinds[i] or s.text[s.tokens[i][1]].isupper()
    return turned(s, node, year[1] if year else j)


def _goes_on(s: Stream, i: int) -> bool:
    """Whether the number just read has its own month or unit, and so is not the end of a range of days."""
    k = s.kinds[i]
    return "MONTH" in k or "UNIT" in k or "MEASURE" in k or ("OF" in k and "MONTH" in s.kinds[i + 1])
