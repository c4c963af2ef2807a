"""The grammar of a single date: one function for each kind of word that can begin it.

Each takes the stream and a position, and gives (node, next position) or None. None calls another of its own kind
without going forward, and nesting is at most four deep, so that the work for a phrase is linear in its tokens.
"""

from collections.abc import Callable
from datetime import date, timedelta

from . import calendar, nodes
from .cycles import Annual, Monthly, Weekly
from .lexer import Kinds, Language, Token
from .nodes import Node, fixed

Parsed = tuple[Node, int] | None

# How far "recent weeks", "a few days ago", "in the coming months" reach: conventions, section 4.
VAGUE = {
    "hour": ("day", 1),
    "day": ("day", 7),
    "week": ("day", 28),
    "month": ("month", 3),
    "quarter": ("month", 9),
}
VAGUE |= {"half-year": ("month", 18), "year": ("year", 3), "decade": ("year", 30), "fortnight": ("day", 28)}
_SPLIT = {"fortnight": ("week", 2)}
_GLUE = frozenset({"OF", "DET", "PREP"})
_PERIODS = frozenset({"week", "month", "quarter", "season", "half-year", "year", "decade"})
_END: Kinds = {"END": True}


class Stream:
    """The tokens of one text with the day they are read against. `steps` counts the attempts made."""

    __slots__ = ("anchor", "at", "kinds", "lang", "steps", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], anchor: date, lang: Language):
        self.text = text
        self.tokens = tokens
        self.kinds = [token[0] for token in tokens]
        self.kinds += (_END, _END, _END, _END)
        self.anchor = anchor
        self.lang = lang
        self.steps = 0
        self.at = 0

    def adjacent(self, i: int) -> bool:
        """Whether token i follows the one before it without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1][2] == self.tokens[i][1]

    def skip(self, i: int, *wanted: str) -> int:
        kinds = self.kinds
        while any(kind in kinds[i] for kind in wanted):
            i += 1
        return i


def item(s: Stream, i: int) -> Parsed:
    """The longest single date that begins at this very token."""
    s.steps += 1
    best: Parsed = None
    for kind in s.kinds[i]:
        rule = RULES.get(kind)
        if rule:
            try:
                found = rule(s, i)
            except (ValueError, OverflowError):  # 31 June; or beyond the years 1-9999
                continue
            if found and (best is None or found[1] > best[1]):
                best = found
    if best and best[0].relative and best[0].days and best[0].precision in ("week", "year"):
        return _within_unit(s, best) or best
    return best


def _within_unit(s: Stream, found: tuple[Node, int]) -> Parsed:
    """last week's Friday, next week on Tuesday, last year in May: the named one of that week or year."""
    node, j = found
    k = s.skip(j, "OF", "DET", "PREP", "ONDAY")
    start, end = node.days
    if (
        node.precision == "week"
        and "WEEKDAY" in s.kinds[k]
        and (end - start).days == 6
        and start.weekday() == 0
    ):
        day = start + timedelta(s.kinds[k]["WEEKDAY"])
        return fixed("day", (day, day), relative=True), k + 1
    if node.precision == "year" and node.days == calendar.years(start.year, start.year) and k > j:
        if s.kinds[k].keys() & {"MONTH", "SEASON"}:
            named = item(s, k)
            if named and isinstance(named[0].cycle, Annual):
                return fixed(named[0].precision, named[0].cycle.build(start.year), relative=True), named[1]
    return None


# ------------------------------------------------------------------------------------------------ years


def year_after(s: Stream, i: int) -> tuple[int, int] | None:
    """A year that belongs to what stands before it: ", 2024", "of last year", "2023 року", "'23"."""
    j = i
    if "COMMA" in s.kinds[j] and ("YEAR" in s.kinds[j + 1] or "OLDYEAR" in s.kinds[j + 1]):
        j += 1
    for _ in range(4):
        k = s.kinds[j]
        year = k.get("YEAR") or k.get("OLDYEAR")
        if year:
            if "MEASURE" in s.kinds[j + 1]:
                return None
            return year, year_word(s, j + 1)
        if "UNIT" in k and k["UNIT"] == "year" and "YEAR" in s.kinds[j + 1]:
            j += 1
            continue
        if "RELUNIT" in k and k["RELUNIT"][0] == "year":
            return s.anchor.year + k["RELUNIT"][1], j + 1
        if "THIS" in k or "LAST" in k or "NEXT" in k or "AGO" in k or "NUM" in k or "ONE" in k or "UNIT" in k:
            found = relative_year(s, j)
            if found:
                return found
        if not ("OF" in k or "DET" in k or "PREP" in k or "COMMA" in k):
            return None
        j += 1
    return None


def year_word(s: Stream, i: int) -> int:
    """Past a word for "year" that follows its number: "2023 року", "2023 г.", "2023 r."."""
    k = s.kinds[i]
    if "YEARWORD" in k or (k.get("UNIT") == "year" and "YEARWORDS" in k):
        return i + 1
    return i


def relative_year(s: Stream, i: int) -> tuple[int, int] | None:
    """A year named from the anchor: "last year", "this year", "two years ago"."""
    found = item(s, i) if "UNIT" not in s.kinds[i] else unit_led(s, i)
    if found and found[0].precision == "year" and found[0].relative and not found[0].approximate:
        days = found[0].days
        if days and days == calendar.years(days[0].year, days[0].year):
            return days[0].year, found[1]
    return None


def year_led(s: Stream, i: int) -> Parsed:
    """A lone year, a range of years in its two short forms, or a year before its month ("2024 May")."""
    year = s.kinds[i].get("YEAR") or s.kinds[i].get("OLDYEAR")
    if "OLDYEAR" in s.kinds[i]:
        return None
    j = year_word(s, i + 1)
    k = s.kinds[i + 1]
    if ("DASH" in k or "SLASH" in k) and s.kinds[i + 2].get("DIGITS") == 2 and "SHORT" not in s.kinds[i]:
        last = year // 100 * 100 + s.kinds[i + 2]["NUM"]
        if last > year and s.adjacent(i + 2) and not _measured(s, i + 3):
            node = fixed("year", calendar.years(year, last))
            node.listed = True
            return node, year_word(s, i + 3)
    if _measured(s, j):
        return None
    if k.keys() & {"MONTH", "Q", "H"} and not s.kinds[j - 1].keys() & {"OF", "PREP"}:  # 2023 Q2, 2024 May
        found = item(s, i + 1)
        if found and found[0].cycle and isinstance(found[0].cycle, Annual):
            return fixed(found[0].precision, found[0].cycle.build(year)), found[1]
    node = fixed("year", calendar.years(year, year))
    node.evidence = j > i + 1
    return node, j


def _measured(s: Stream, i: int) -> bool:
    return "MEASURE" in s.kinds[i]


# ----------------------------------------------------------------------------------------- numeric dates


def iso_led(s: Stream, i: int) -> Parsed:
    day = date.fromisoformat(s.text[s.tokens[i][1] :][:10])
    return fixed("day", (day, day)), i + 1


def iso_month_led(s: Stream, i: int) -> Parsed:
    text = s.kinds[i]["ISOMONTH"]
    return fixed("month", calendar.month(int(text[:4]), int(text[5:]))), i + 1


def compact_led(s: Stream, i: int) -> Parsed:
    text = s.kinds[i]["COMPACT"]
    day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    if not 1900 <= day.year <= 2100:
        return None
    node = fixed("day", (day, day))
    node.evidence = False
    return node, i + 1


def triple_led(s: Stream, i: int) -> Parsed:
    """11.07.2023, 07/25/2023, 14-05-2024, 2024/05/14: dots are day first, slashes month first in English."""
    text = s.kinds[i]["TRIPLE"]
    mark = next(char for char in text if not char.isdigit())
    parts = text.split(mark)
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[2]) in (2, 4):
        day, month, year = numbers
        if len(parts[2]) == 2:
            year += 2000 if year < 70 else 1900
        if mark == "/" and s.lang.month_first and day <= 12:
            day, month = month, day
        if month > 12:
            day, month = month, day
    else:
        return None
    found = date(year, month, day)
    return fixed("day", (found, found)), year_word(s, i + 1)


def day_month_led(s: Stream, i: int) -> Parsed:
    """11.07. without a year. A decimal looks the same, so that it is a date only with a word that says so."""
    text = s.kinds[i]["DAYMONTH"]
    day, month = (int(part) for part in text.rstrip(".").split("."))
    if "MEASURE" in s.kinds[i + 1]:
        return None
    date(2024, month, day)
    padded = text[0] in "0123" and text[2:3] == "." and text[3:4] in ("0", "1")
    if not (padded or text.endswith(".") or "PREP" in s.kinds[i - 1] or "ONDAY" in s.kinds[i - 1]):
        return None
    year = year_after(s, i + 1)
    node = dated(lambda y: (date(y, month, day),) * 2, "day", year)
    node.evidence = text.endswith(".") or bool(year)
    return node, year[1] if year else i + 1


def dated(build: Callable, precision: str, year: tuple[int, int] | None) -> Node:
    """What `build` makes of the year given after it; without one, a date that comes back every year."""
    if year:
        return fixed(precision, build(year[0]))
    return Node(precision, cycle=Annual(build))


# ------------------------------------------------------------------------------------------- days, months


def day_number(s: Stream, i: int) -> tuple[int, int] | None:
    """A number that can be a day of the month, past its stop ("3.") and a word such as "числа"."""
    k = s.kinds[i]
    number = k.get("ORD") or (k.get("NUM") if k.get("DIGITS", 0) <= 2 else None)
    if not number:
        return None
    j = i + 1
    if ("ORD" not in k and number in (20, 30) and s.kinds[j].get("ORD", 10) < 10) or (
        "ORD" in k and number in (20, 30) and s.kinds[j].get("ORD", 10) < 10
    ):  # "двадцать четвертого"
        number, j = number + s.kinds[j]["ORD"], j + 1
    elif (
        "ORD" in k and number in (20, 30) and "DASH" in s.kinds[j] and s.kinds[j + 1].get("ORD", 10) < 10
    ) or (
        number in (20, 30)
        and "DASH" in s.kinds[j]
        and s.kinds[j + 1].get("ORD", 10) < 10
        and "DIGITS" not in k
    ):
        number, j = number + s.kinds[j + 1]["ORD"], j + 2
    if number > 31:
        return None
    if s.lang.ordinal_dot and "DOT" in s.kinds[j] and s.adjacent(j) and "DIGITS" in k:
        j += 1
    if "NUMERAL" in s.kinds[j]:
        j += 1
    return number, j


def number_led(s: Stream, i: int) -> Parsed:
    """14 May 2024; the 9th of May; 13-15 June; 8 and 10 June; two weeks ago; the 3rd."""
    day = day_number(s, i)
    found = _day_of_month(s, day) if day else None
    if found:
        return found
    return count_led(s, i) or half_led(s, i) or (_lone_day(s, i, day) if day else None)


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
        if "UNIT" in s.kinds[k] and s.kinds[k]["UNIT"] != "month":
            return None
        k += 1
    month = s.kinds[k].get("MONTH")
    if not month or last < first:
        return None
    k += 1
    if "DASH" in s.kinds[k] and ("YEAR" in s.kinds[k + 1]) and s.adjacent(k + 1):
        k += 1
    year = year_after(s, k)
    date(2024, month, first), date(2024, month, last)
    node = dated(lambda y: (date(y, month, first), date(y, month, last)), "day", year)
    node.listed = last > first
    return turned(s, node, year[1] if year else k)


def _days_to_numeric(s: Stream, first: int, k: int) -> Parsed:
    node, j = triple_led(s, k)
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
    if not said and not ("END" in after or after.keys() & _AFTER_LONE_DAY):
        return None
    if not said and not ("DET" in s.kinds[i - 1] or "PREP" in s.kinds[i - 1] or "ONDAY" in s.kinds[i - 1]):
        return None
    if "ORD" in k and s.text[s.tokens[i][1]].isalpha() and not said:  # "the first" is no day
        return None
    node = Node("day", cycle=Monthly(number), evidence=True)
    node.lean = True
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
    if "LOWER" in k and not year and s.text[s.tokens[i][1]].islower() and "INMONTH" not in s.kinds[i - 1]:
        return None  # "may" and "march" in small letters are verbs
    node = dated(lambda y: calendar.month(y, month), "month", year)
    node.evidence = bool(year)
    return turned(s, node, year[1] if year else j)


def _month_day(s: Stream, i: int, j: int, month: int) -> Parsed:
    k = j + 1 if "DET" in s.kinds[j] and "ORD" in s.kinds[j + 1] else j
    day = day_number(s, k)
    if not day or "MEASURE" in s.kinds[day[1]] or ("ORD" in s.kinds[k] and "HALF" in s.kinds[day[1]]):
        return None
    first, j = day
    if "TRIPLE" in s.kinds[k] or (s.text[s.tokens[k][1]].isalpha() and "ORD" not in s.kinds[k]):
        return None
    last = first
    joint = s.kinds[j]
    if "TO" in joint or "AND" in joint:
        n = s.skip(j + 1, "DET")
        following = day_number(s, n)
        numeral = following and s.text[s.tokens[n][1]].isdigit()
        if numeral and following[0] > first and not _goes_on(s, following[1]):
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


def turned(s: Stream, node: Node, j: int) -> tuple[Node, int]:
    """With a "last" or "next" that follows its noun: "mai dernier", "lundi prochain"."""
    k = s.kinds[j]
    if not ("LAST" in k or "NEXT" in k or "THIS" in k) or "POST" not in k or not node.cycle:
        return node, j
    days = _turn(node.cycle, k, s.anchor)
    said = fixed(node.precision, days, relative=True)
    said.listed = node.listed
    return said, j + 1


def _turn(cycle, kinds: Kinds, anchor: date):
    if "LAST" in kinds:
        return cycle.ended(anchor)
    if "THIS" in kinds:
        return cycle.current(anchor)
    return cycle.onward(anchor + calendar.ONE_DAY)


# ------------------------------------------------------------------------------------------ weekdays, days


def weekday_led(s: Stream, i: int) -> Parsed:
    """Friday; Friday, 17 November; Monday morning; Friday last week; lundi dernier."""
    j = s.skip(i + 1, "DAYPART", "CLOCK")
    if "DOT" in s.kinds[j] and s.adjacent(j) and j == i + 1:
        j += 1
    date_at = s.skip(j, "COMMA", "DET", "PREP", "OPEN", "ONDAY", "OF")
    dated_day = item(s, date_at) if not {"WEEKDAY", "UNIT"} & s.kinds[date_at].keys() else None
    if dated_day and dated_day[0].precision == "day" and not dated_day[0].relative:
        end = s.skip(dated_day[1], "CLOSE") if "OPEN" in s.kinds[date_at - 1] else dated_day[1]
        lone = dated_day[0].cycle if isinstance(dated_day[0].cycle, Monthly) else None
        dated_day[0].lean = dated_day[0].lean and not lone
        return dated_day[0], end
    if "OPEN" in s.kinds[j] and "NUM" in s.kinds[j + 1] and "CLOSE" in s.kinds[j + 2]:  # quarta-feira (8)
        return Node("day", cycle=Monthly(s.kinds[j + 1]["NUM"])), j + 3
    cycle = Weekly(s.kinds[i]["WEEKDAY"])
    in_week = dated_day or (item(s, date_at) if date_at < len(s.tokens) and date_at > i else None)
    if in_week and in_week[0].precision == "week" and in_week[0].relative and not in_week[0].approximate:
        monday = in_week[0].days and in_week[0].days[0]
        if monday and monday.weekday() == 0 and (in_week[0].days[1] - monday).days == 6:
            node = fixed("day", (monday + timedelta(cycle.weekday),) * 2, relative=True)
            return node, in_week[1]
    node = Node("day", cycle=cycle)
    node.evidence = "AMBIGUOUS" not in s.kinds[i]
    return turned(s, node, j)


def weekend_led(s: Stream, i: int) -> Parsed:
    j = s.skip(i + 1, "OF")
    day = item(s, j) if j > i + 1 else None
    if day and day[0].precision == "day" and not day[0].relative and not day[0].listed:
        return day[0].mapped(lambda days: Weekly(5, 2).current(days[0]), "day"), day[1]
    node = Node("day", cycle=Weekly(5, 2))
    node.throughout = False
    return turned(s, node, i + 1)


def deictic_led(s: Stream, i: int) -> Parsed:
    """today, yesterday evening; "yesterday, Friday" adds nothing."""
    day = s.anchor + timedelta(s.kinds[i]["DEICTIC"])
    j = s.skip(i + 1, "DAYPART", "CLOCK")
    comma = s.skip(j, "COMMA", "OPEN")
    if "WEEKDAY" in s.kinds[comma]:
        same = weekday_led(s, comma)
        j = same[1] if same else comma + 1
    elif comma > j:
        same = item(s, comma)
        if same and same[0].precision == "day" and same[0].settled(s.anchor, False) == (day, day):
            j = s.skip(same[1], "CLOSE")
    node = fixed("day", (day, day), relative=True)
    node.lean = "LEANING" in s.kinds[i]
    return node, j


def holiday_led(s: Stream, i: int) -> Parsed:
    month, day = s.kinds[i]["HOLIDAY"]
    year = year_after(s, i + 1)
    return dated(lambda y: (date(y, month, day),) * 2, "day", year), year[1] if year else i + 1


# ------------------------------------------------------------------------------- seasons, quarters, halves


def season_led(s: Stream, i: int) -> Parsed:
    """summer 2023; the winter of 2023-24; autumn last year; l'été dernier."""
    number = s.kinds[i]["SEASON"]
    year = year_after(s, i + 1)
    j = year[1] if year else i + 1
    if year and ("DASH" in s.kinds[j] or "SLASH" in s.kinds[j]) and number == calendar.WINTER:
        following = s.kinds[j + 1]
        if (year[0] + 1) % 100 == following.get("NUM") or following.get("YEAR") == year[0] + 1:
            j = year_word(s, j + 2)
    node = dated(lambda y: calendar.season(y, number), "season", year)
    node.evidence = bool(year) or "AMBIGUOUS" not in s.kinds[i]
    return turned(s, node, j)


def quarter_led(s: Stream, i: int) -> Parsed:
    """Q2 2023, H1 2024: a letter and a number, from the language's QUARTER and HALFYEAR letters."""
    k = s.kinds[i]
    if "NUM" not in s.kinds[i + 1] or not s.adjacent(i + 1):
        return None
    number = s.kinds[i + 1]["NUM"]
    if not 1 <= number <= (4 if "Q" in k else 2):
        return None
    return _named_part(s, i + 2, "quarter" if "Q" in k else "half-year", number)


def _named_part(s: Stream, j: int, unit: str, number: int) -> Parsed:
    build = calendar.quarter if unit == "quarter" else calendar.half_year
    year = year_after(s, j)
    node = dated(lambda y: build(y, number), unit, year)
    if not year:
        _, j = _glued_unit(s, j, "year")
    return node, year[1] if year else j


def _glued_unit(s: Stream, i: int, unit: str) -> tuple[bool, int]:
    """Past "of the year"."""
    j = s.skip(i, *_GLUE)
    return (True, j + 1) if s.kinds[j].get("UNIT") == unit and j > i else (False, i)


def ordinal_led(s: Stream, i: int) -> Parsed:
    """first half of, second quarter, third week of, last Friday of, first ten days of, the 9th of May."""
    k = s.kinds[i]
    if "ORD" in k and i + 1 < len(s.tokens):
        if "DOT" in s.kinds[i + 1] and s.adjacent(i + 1):
            return _nth(s, i + 2, k["ORD"])
        joined = _joined_ordinals(s, i)
        if joined:
            return joined
    return _nth(s, i + 1, k.get("ORD") or k.get("ROMAN") or k.get("LATTER") or (1 if "FIRST" in k else -1))


def _joined_ordinals(s: Stream, i: int) -> Parsed:
    """the first and second quarters of 2023; the second to fourth week of May."""
    j = i + 1
    if not ("AND" in s.kinds[j] or "TO" in s.kinds[j]):
        return None
    j = s.skip(j + 1, "DET")
    last = s.kinds[j].get("ORD")
    if not last or last <= s.kinds[i].get("ORD", 99):
        return None
    second, first = _nth(s, j + 1, last), _nth(s, j + 1, s.kinds[i]["ORD"])
    if not first or not second or second[0].precision == "day":
        return None
    node = second[0]
    if node.days:
        node.days = (first[0].days[0], node.days[1])
    else:
        begin = first[0].cycle.build
        end = node.cycle.build
        node.cycle = Annual(lambda y: (begin(y)[0], end(y)[1]))
    node.listed = True
    return node, second[1]


def half_led(s: Stream, i: int) -> Parsed:
    """1 півріччя 2023, 2. Halbjahr, 1. Quartal, II kwartał: a plain number before the unit."""
    k = s.kinds[i]
    number = k.get("NUM") or k.get("ROMAN")
    j = i + 1
    if "DOT" in s.kinds[j] and s.adjacent(j):
        j += 1
    if s.kinds[j].get("UNIT") in ("quarter", "half-year", "week", "decade") or "HALF" in s.kinds[j]:
        if "PLURAL" in s.kinds[j] and "DOT" not in s.kinds[j - 1]:
            return None
        if "ROMAN" not in k and s.kinds[j].get("UNIT") in ("week", "decade") and j == i + 1:
            return None
        return _nth(s, j, number)
    return None


def _nth(s: Stream, j: int, number: int) -> Parsed:
    """The n-th (-1: last) of what stands at j, within what follows it."""
    k = s.kinds[j]
    if "DASH" in k:
        j += 1
        k = s.kinds[j]
    for kind, change in _IN_MONTH.items():
        if kind in k:
            return _compound_month(s, j, k[kind], kind, lambda days, change=change: change(days, number))
    if "NTHPART" in k:  # "першій декаді травня", "im ersten Drittel"
        return _of_period(s, j + 1, lambda days, unit: nodes.third(days, unit, number), ("month", "year"))
    if "HALF" in k and abs(number) <= 2:
        number = 2 if number < 0 else number
        change = _half_of(number)
        return _of_period(s, j + 1, change, _PERIODS - {"week"}, nodes.HALF_PRECISION)
    unit = k.get("UNIT")
    if unit in ("quarter", "half-year"):
        top = 4 if unit == "quarter" else 2
        if number < 0 and not _followed_by_year(s, j + 1):
            return None
        number = top if number < 0 else number
        return _named_part(s, j + 1, unit, number) if number <= top else None
    if "WEEKDAY" in k:
        number_of = s.kinds[j]["WEEKDAY"]
        change = lambda days, unit: nodes.nth_weekday(days, number_of, number)  # noqa: E731
        return _of_period(s, j + 1, change, ("month",), {"month": "day"})
    counted = count(s, j)
    if counted and counted[0] and s.kinds[counted[2]].get("UNIT") in ("day", "week", "month", "year"):
        return _stretch(s, counted[2], s.kinds[counted[2]]["UNIT"], counted[0], number)
    if unit in ("day", "week", "month"):
        if "PLURAL" in k or "PLURALS" in s.kinds[j - 1]:
            which = 3 if number < 0 else 1
            change = lambda days, unit: nodes.third(days, unit, which)  # noqa: E731
            return _of_period(s, j + 1, change, ("month", "year", "season", "decade"), nodes.PART_PRECISION)
        return _unit_of(s, j + 1, unit, number)
    return None


_IN_MONTH = {
    "HALFOF": lambda days, number: nodes.half(days, "month", number),
    "WEEKIN": lambda days, number: _nth_unit(days, "week", number),
    "DAYSIN": lambda days, number: nodes.third(days, "month", 3 if number < 0 else 1),
}


def _compound_month(s: Stream, j: int, month: int, kind: str, change: Callable) -> Parsed:
    """A month and its part in one word after an ordinal: "in der zweiten Maiwoche"."""
    year = year_after(s, j + 1)
    node = dated(lambda y: calendar.month(y, month), "month", year)
    return node.mapped(change, "week" if kind == "WEEKIN" else "part-of-month"), year[1] if year else j + 1


def _followed_by_year(s: Stream, j: int) -> bool:
    return bool(year_after(s, j)) or _glued_unit(s, j, "year")[0]


def _half_of(number: int) -> Callable:
    return lambda days, unit: nodes.half(days, unit, number)


def _unit_of(s: Stream, j: int, unit: str, number: int) -> Parsed:
    """The n-th day, week or month of a month or year; weeks are days 7n-6 to 7n, the last one the last 7 days."""

    def change(days, _):
        return _nth_unit(days, unit, number)

    within = ("month", "year", "season", "quarter") if unit != "month" else ("year", "quarter", "season")
    return _of_period(s, j, change, within, dict.fromkeys(within, unit))


def _nth_unit(days, unit: str, number: int):
    if number < 0:
        return nodes.trailing(days, unit, 1)
    start = nodes.leading(days, unit, number - 1)[1] + calendar.ONE_DAY if number > 1 else days[0]
    return start, nodes.leading(days, unit, number)[1]


def _stretch(s: Stream, j: int, unit: str, number: int, which: int) -> Parsed:
    """The first ten days of June, the last three months of 2023."""
    if abs(which) != 1:
        return None
    cut = nodes.leading if which > 0 else nodes.trailing
    within = ("month", "year", "season", "quarter", "decade")
    return _of_period(s, j + 1, lambda days, _: cut(days, unit, number), within, dict.fromkeys(within, unit))


def _of_period(s: Stream, i: int, change: Callable, allowed, precisions=None) -> Parsed:
    """A part of the period that follows; `the month`, `the year` without a name are the anchor's."""
    found = period(s, i)
    if not found or found[0].precision not in allowed or found[0].listed:
        return None
    unit = found[0].precision
    precision = (precisions or nodes.PART_PRECISION).get(unit, unit)
    return found[0].mapped(lambda days: change(days, unit), precision), found[1]


def period(s: Stream, i: int) -> Parsed:
    """A month, year, season ... after its joining words."""
    j = i
    for _ in range(4):
        k = s.kinds[j]
        if "DASH" in k and s.adjacent(j):
            j += 1
            continue
        if "DECADEWORD" in k:
            decade = decade_word_led(s, j)
            if decade:
                return decade
        if "SEASON" in k:  # Polish "lata" is summer's as well as years
            return season_led(s, j)
        if "UNIT" in k:
            named = unit_led(s, j)
            if named:
                return named
            if k["UNIT"] == "month" and ("MONTH" in s.kinds[j + 1] or "MONTH" in s.kinds[j + 2]):
                j = s.skip(j + 1, "OF", "COMMA") if "MONTH" not in s.kinds[j + 1] else j + 1
                continue
            if k["UNIT"] == "year" and "YEAR" in s.kinds[j + 1]:
                j += 1
                continue
            if k["UNIT"] in _PERIODS and "PLURAL" not in k:
                node = fixed(k["UNIT"], calendar.unit_around(s.anchor, k["UNIT"]), relative=True)
                node.lean = "DEMO" in s.kinds[j - 1]
                return node, j + 1
        found = _named_period(s, j)
        if found:
            return found
        if "DEMO" in k and "UNIT" in s.kinds[j + 1]:
            j += 1
            continue
        if not (k.keys() & _GLUE):
            return None
        j += 1
    return None


_NOT_IN_PERIOD = frozenset({"PART", "HALF", "EARLIER_IN", "LATER_IN"})


def _named_period(s: Stream, j: int) -> Parsed:
    k = s.kinds[j]
    if not k or (k.keys() & _NOT_IN_PERIOD and not k.keys() & {"ORD", "LAST", "MONTH", "NEXT", "THIS"}):
        return None
    found = item(s, j)
    return found if found and (found[0].precision in _PERIODS) else None


# ----------------------------------------------------------------------------------------- parts of periods


def part_led(s: Stream, i: int) -> Parsed:
    """mid-November, late this year, early to mid-May, the end of the month; "early Monday" is Monday."""
    first = last = _THIRD[s.kinds[i]["PART"]]
    j = i + 1
    joint = s.skip(j, "DASH")
    if "TO" in s.kinds[j] or "AND" in s.kinds[joint] or "TO" in s.kinds[joint] or "SLASH" in s.kinds[j]:
        k = s.skip(j, "TO", "AND", "DASH", "SLASH", "DET", "PREP", "UNTIL")
        if "PART" in s.kinds[k] and _THIRD[s.kinds[k]["PART"]] > first:
            last, j = _THIRD[s.kinds[k]["PART"]], k + 1

    def change(days, unit):
        return nodes.third(days, unit, first)[0], nodes.third(days, unit, last)[1]

    found = _of_period(s, j, change, _PERIODS)
    if found:
        found[0].ending = s.kinds[i]["PART"] == "end"
        found[0].listed = last > first
        return found
    if first == last and s.kinds[i]["PART"] != "mid":
        j = s.skip(j, "DET", "PREP", "ONDAY", "OF")
        day = item(s, j)
        if (
            day
            and day[0].precision == "day"
            and not (day[0].listed or ("NUM" in s.kinds[j] and day[0].relative))
        ):
            return day
    return None


_THIRD = {"early": 1, "mid": 2, "late": 3, "end": 3}


def compound_led(s: Stream, i: int) -> Parsed:
    """One word for a part of the anchor's unit: Jahresende, Monatsmitte; or of the year that follows it."""
    part, unit = s.kinds[i]["PARTOF"]
    number = _THIRD[part]
    year = year_after(s, i + 1) if unit == "year" else None
    days = calendar.years(year[0], year[0]) if year else calendar.unit_around(s.anchor, unit)
    node = fixed(nodes.PART_PRECISION.get(unit, unit), nodes.third(days, unit, number), relative=not year)
    node.ending = part == "end"
    return node, year[1] if year else i + 1


def season_part_led(s: Stream, i: int) -> Parsed:
    """One word for a part of a season: Spätsommer, midwinter."""
    number, name = s.kinds[i]["PARTSEASON"]
    year = year_after(s, i + 1)
    season = dated(lambda y: calendar.season(y, name), "season", year)
    return season.mapped(lambda days: nodes.third(days, "season", number), "season"), year[
        1
    ] if year else i + 1


def relative_unit_led(s: Stream, i: int) -> Parsed:
    """One word for the unit before or after the anchor's: Vorjahr, торік."""
    unit, offset = s.kinds[i]["RELUNIT"]
    return _calendar(s, unit, offset), i + 1


def month_part_led(s: Stream, i: int) -> Parsed:
    """mi-mai, Mitte-Mai written as one word is in the tables; here: earlier or later in a period."""
    later = "LATER_IN" in s.kinds[i]
    j = s.skip(i + 1, *_GLUE, "COMMA")
    k = s.kinds[j]
    found = None
    if "UNIT" in k and (j > i + 1) and "PLURAL" not in k:
        found = period(s, j)
    elif not k.keys() & _NOT_IN_PERIOD or "THIS" in k:
        found = item(s, j)
    if not found or found[0].listed or found[0].approximate:
        return None
    node, end = found
    if node.precision == "day":
        return (node, end) if not node.lean else None
    if node.precision not in _PERIODS:
        return None
    start, last = node.settled(s.anchor, later)
    precision = node.precision
    if start <= s.anchor <= last:
        start, last = (s.anchor, last) if later else (start, s.anchor)
        precision = nodes.PART_PRECISION.get(precision, precision)
    part = fixed(precision, (start, last), relative=True)
    part.year_inferred = node.year_inferred
    return part, end


# --------------------------------------------------------------------------------------- counted and vague


def count(s: Stream, i: int) -> tuple[int, bool, int] | None:
    """How many: (number, approximate, next). Number 0 stands for few, some, several."""
    k = s.kinds[i]
    if "NUM" in k:
        number, j = k["NUM"], i + 1
        if number in _TENS and "DIGITS" not in k:
            n = j + 1 if "DASH" in s.kinds[j] else j
            unit = s.kinds[n].get("NUM", 10)
            if unit < 10 and "DIGITS" not in s.kinds[n]:
                number, j = number + unit, n + 1
        return number, False, j
    if "COUPLE" in k:
        return 2, True, s.skip(i + 1, "OF")
    if "FEW" in k:
        return 0, True, s.skip(i + 1, "OF")
    if "ONE" in k:
        return 1, False, i + 1
    return None


_TENS = frozenset({20, 30, 40, 50, 60, 70, 80, 90})


def count_led(s: Stream, i: int) -> Parsed:
    """N units ago, earlier, later; two more weeks; les deux derniers mois; a week after that interview."""
    counted = count(s, i)
    if not counted or counted[0] > 9999:
        return None
    number, approximate, j = counted
    k = s.kinds[j]
    if ("LAST" in k or "NEXT" in k or "COMING" in k) and "UNIT" in s.kinds[j + 1]:
        return _window(s, j + 1, number, approximate, ahead="LAST" not in k)
    if "TO" in k or "AND" in k:  # "two or three weeks ago"
        second = count(s, j + 1)
        if second and second[0] > number and "UNIT" in s.kinds[second[2]]:
            return _several_ago(s, second[2], number, second[0])
    if "UNIT" not in k:
        return None
    return _shifted(s, j, number, approximate)


def unit_counted_led(s: Stream, i: int) -> Parsed:
    """A word that is a number of units: пів року, півтора місяця."""
    number, unit = s.kinds[i]["UNITS"]
    return _point(s, i + 1, unit, number, False)


def _shifted(s: Stream, j: int, number: int, approximate: bool) -> Parsed:
    unit = s.kinds[j]["UNIT"]
    j += 1
    if "APPROX" in s.kinds[j] and ("AGO" in s.kinds[j + 1] or "EARLIER" in s.kinds[j + 1]):
        approximate, j = True, j + 1
    if "COMING" in s.kinds[j] and "POST" in s.kinds[j]:
        return _window(s, j - 1, number, approximate, ahead=True)
    if ("LAST" in s.kinds[j] or "NEXT" in s.kinds[j]) and "POST" in s.kinds[j] and number != 1:
        return _window(s, j - 1, number, approximate, ahead="NEXT" in s.kinds[j])
    return _point(s, j, unit, number, approximate)


def _point(s: Stream, j: int, unit: str, number: int, approximate: bool, sign: int = 0) -> Parsed:
    """The calendar unit that contains the anchor moved by so many units; few units give a vague window."""
    lean = False
    if not sign:
        k = s.kinds[j]
        sign = -1 if "AGO" in k or "EARLIER" in k else 1 if "LATER" in k or "ELAPSED" in k else 0
        if not sign:
            return None
        lean = "AGO" not in k and "ELAPSED" not in k and "NOW" not in k
        j += 1
        if lean and ("AFTER" in k or "BEFORE" in k):
            end = _leaned_on(s, j)
            if end is None and "EARLIER_ONLY" not in k and _has_object(s, j):
                return None
            j = end or j
    node = _moved(s.anchor, unit, sign * number, sign, approximate)
    node.lean = lean
    return node, j


def _has_object(s: Stream, j: int) -> bool:
    """Whether words follow that "after" or "before" governs, so that the phrase hangs on an event not a date."""
    return j < len(s.tokens) and not s.kinds[j].keys() & _CLOSERS


_CLOSERS = frozenset({"COMMA", "DOT", "STOP", "CLOSE", "QUOTE", "AND", "END"})


def _leaned_on(s: Stream, j: int) -> int | None:
    """Past "that interview", "this speech": what a counted step is measured from."""
    if "DEMO" in s.kinds[j] or "THIS" in s.kinds[j]:
        return min(j + 2, len(s.tokens))
    return None


def _moved(anchor: date, unit: str, number: int, sign: int, approximate: bool) -> Node:
    unit, times = _SPLIT.get(unit, (unit, 1))
    number *= times
    if number == 0:
        return _vague(anchor, unit, sign)
    if unit == "hour":
        near, far = number // 24, -(-number // 24)
        if sign < 0:
            near, far = -(-number // 24), number // 24
        days = sorted((anchor + timedelta(near), anchor + timedelta(far)))
        node = fixed("day", (days[0], days[1]), relative=True)
    else:
        node = fixed(unit, calendar.unit_around(calendar.shift(anchor, unit, number), unit), relative=True)
    node.approximate = approximate
    return node


def _vague(anchor: date, unit: str, sign: int) -> Node:
    step, reach = VAGUE[unit]
    end = calendar.shift(anchor, step, sign * reach)
    node = fixed(
        "day" if unit == "hour" else "week" if unit == "fortnight" else unit,
        tuple(sorted((anchor, end))),
        True,
    )
    node.approximate = True
    return node


def _several_ago(s: Stream, j: int, low: int, high: int) -> Parsed:
    first, last = _shifted(s, j, low, True), _shifted(s, j, high, True)
    if not first or not last:
        return None
    both = [*first[0].days, *last[0].days]
    node = fixed(first[0].precision, (min(both), max(both)), relative=True)
    node.approximate, node.lean = True, first[0].lean
    return node, first[1]


def _window(s: Stream, j: int, number: int, approximate: bool, ahead: bool) -> Parsed:
    """The past N units, the next N units: from the anchor moved by N to the anchor."""
    unit = s.kinds[j]["UNIT"]
    sign = 1 if ahead else -1
    j += 1
    if "POST" in s.kinds[j] and s.kinds[j].keys() & {"LAST", "NEXT", "COMING"}:
        j += 1
    if number == 0:
        return _vague(s.anchor, _SPLIT.get(unit, (unit, 1))[0], sign), j
    return _counted_window(s.anchor, unit, number, sign, approximate), j


def _counted_window(anchor: date, unit: str, number: int, sign: int, approximate: bool) -> Node:
    unit, times = _SPLIT.get(unit, (unit, 1))
    if unit == "hour":
        unit, number = "day", -(-number // 24)
    end = calendar.shift(anchor, unit, sign * number * times)
    node = fixed(unit, tuple(sorted((anchor, end))), relative=True)
    node.approximate = approximate
    return node


def ago_led(s: Stream, i: int) -> Parsed:
    """vor drei Tagen, il y a deux semaines: "ago" before its count."""
    if "PREFIX" not in s.kinds[i]:
        return None
    j = s.skip(i + 1, "APPROX", "EXACTLY")
    approximate = any("APPROX" in k for k in s.kinds[i + 1 : j])
    found = _counted_unit(s, j, -1)
    if found and approximate:
        found[0].approximate = True
    return found


def in_led(s: Stream, i: int) -> Parsed:
    """in two weeks, dans deux semaines, через два тижні: the unit that contains the anchor moved on."""
    j = s.skip(i + 1, "APPROX")
    found = _counted_unit(s, j, 1, "ALONE" in s.kinds[i])
    if not found:
        return None
    if j > i + 1:
        found[0].approximate = True
    node, end = found
    if "EARLIER" in s.kinds[end] and "ONLY" in s.kinds[end]:  # "за два дні до цього"
        earlier = _counted_unit(s, j, -1)
        earlier[0].lean = True
        return earlier[0], end + 1
    if "ELAPSED" in s.kinds[end] or ("LATER" in s.kinds[end] and "NOW" in s.kinds[end]):
        end += 1
    return node, end


def _counted_unit(s: Stream, j: int, sign: int, alone: bool = True) -> Parsed:
    if "UNITS" in s.kinds[j]:
        number, unit = s.kinds[j]["UNITS"]
        return _point(s, j + 1, unit, number, False, sign)
    counted = count(s, j)
    if counted is None:
        if not alone or "UNIT" not in s.kinds[j]:
            return None
        counted = (0 if "PLURAL" in s.kinds[j] else 1, False, j)
    number, approximate, j = counted
    if "TO" in s.kinds[j] or "AND" in s.kinds[j]:
        second = count(s, j + 1)
        if second and second[0] > number > 0 and "UNIT" in s.kinds[second[2]]:
            unit = s.kinds[second[2]]["UNIT"]
            ends = [_moved(s.anchor, unit, sign * n, sign, True).days for n in (number, second[0])]
            node = fixed(unit, (min(e[0] for e in ends), max(e[1] for e in ends)), relative=True)
            node.approximate = True
            return node, second[2] + 1
    if "UNIT" not in s.kinds[j] or (s.kinds[j].get("UNIT") == "hour" and sign > 0):
        return None
    return _point(s, j + 1, s.kinds[j]["UNIT"], number, approximate, sign)


def within_led(s: Stream, i: int) -> Parsed:
    """within six months, within days, in den nächsten Wochen is a window of mod_led. Hours are left out: usage is split."""
    j = s.skip(i + 1, "APPROX", "OF")
    if "DET" in s.kinds[j] and (
        "NEXT" in s.kinds[j + 1] or "LAST" in s.kinds[j + 1] or "COMING" in s.kinds[j + 1]
    ):
        return mod_led(s, j + 1)
    if "UNITS" in s.kinds[j]:
        number, unit = s.kinds[j]["UNITS"]
        return _counted_window(s.anchor, unit, number, 1, False), j + 1
    counted = count(s, s.skip(j, "DET") if "ONE" not in s.kinds[j] else j)
    if counted is None:
        counted = (0 if "PLURAL" in s.kinds[j] else 1, False, j)
        if counted[0] and "ALONE" not in s.kinds[i]:
            return None
    number, approximate, j = counted
    unit = s.kinds[j].get("UNIT")
    if not unit or unit == "hour" or "LAST" in s.kinds[j + 1] or "AGO" in s.kinds[j + 1]:
        return None
    if "OF" in s.kinds[j + 1] and "NAMELIKE" in s.kinds[j + 2]:
        return None
    found = _window(s, j, number, approximate, ahead=True)
    if "APPROX" in s.kinds[i + 1]:
        found[0].approximate = True
    return found


def recently_led(s: Stream, i: int) -> Parsed:
    node = fixed("unknown", (s.anchor - timedelta(28), s.anchor), relative=True)
    node.approximate = True
    return node, i + 1


# -------------------------------------------------------------------------------- last, this, next, recent


def mod_led(s: Stream, i: int) -> Parsed:
    """last month, this Friday, next summer, recent weeks, the past two months, the coming days."""
    k = s.kinds[i]
    j = i + 1
    while (s.kinds[j].keys() & _MODIFIERS or ("DET" in s.kinds[j] and "OF" not in s.kinds[j])) and j < i + 3:
        if "NUM" in s.kinds[j] or "COUPLE" in s.kinds[j] or "FEW" in s.kinds[j]:
            break
        k = {**s.kinds[j], **{kind: k[kind] for kind in k if kind in _MODIFIERS}} if s.kinds[j] else k
        j += 1
    s_k = s.kinds[j]
    if "LAST" in k or "RECENT" in k or ("THIS" in k and "LAST" in s.kinds[j - 1]):
        sign = -1
    elif "NEXT" in k or "COMING" in k:
        sign = 1
    else:
        sign = 0
    counted = count(s, j)
    if counted:
        n = counted[2]
        if (
            s.kinds[n].keys() & {"RECENT", "LAST", "COMING", "NEXT"} and not sign
        ):  # "ces deux dernières semaines"
            sign, n = (1 if "NEXT" in s.kinds[n] or "COMING" in s.kinds[n] else -1), n + 1
    if counted and sign:
        if "UNIT" in s.kinds[n] and "ONE" not in s_k:
            return _window(s, n, counted[0], counted[1], ahead=sign > 0)
    if "UNITS" in s_k and sign:
        number, unit = s_k["UNITS"]
        return _counted_window(s.anchor, unit, number, sign, False), j + 1
    seasonal = "SEASON" in s_k and "PLURALS" not in k and k.get("LAST") != "window"
    if "UNIT" in s_k and not seasonal:
        return _mod_unit(s, i, j, k, sign)
    return _mod_named(s, i, j, k, sign)


_MODIFIERS = frozenset({"LAST", "THIS", "NEXT", "COMING", "RECENT"})


def _mod_unit(s: Stream, i: int, j: int, k: Kinds, sign: int) -> Parsed:
    unit = s.kinds[j]["UNIT"]
    plural = "PLURAL" in s.kinds[j] or "PLURALS" in k
    if not sign and "THIS" in k and "POST" in s.kinds[j + 1]:
        after = s.kinds[j + 1]
        sign = -1 if "LAST" in after else 1 if after.keys() & {"NEXT", "COMING"} else 0
        if sign:
            plural = plural or "PLURALS" in after
            if plural:
                return _vague(s.anchor, unit, sign), j + 2
            return _calendar(s, unit, sign), j + 2
    if plural:
        return (_vague(s.anchor, unit, sign), j + 1) if sign else None
    if "RECENT" in k or unit == "hour":
        return None
    if sign and (_is_window(s, i, k) or ("COMING" in k and "NEXT" not in k)):
        if "ORDLAST" in k and s.kinds[s.skip(j + 1, "OF", "DET")].keys() & {"MONTH"}:
            return None
        return _counted_window(s.anchor, unit, 1, sign, False), j + 1
    node = _calendar(s, unit, sign)
    node.lean = "LEANS" in k
    return node, j + 1


def _calendar(s: Stream, unit: str, sign: int) -> Node:
    unit, times = _SPLIT.get(unit, (unit, 1))
    return fixed(
        unit, calendar.unit_around(calendar.shift(s.anchor, unit, sign * times), unit), relative=True
    )


def _is_window(s: Stream, i: int, k: Kinds) -> bool:
    """ "the past week" and "over/in/during the last week" are the seven days before; a bare "last week" is not."""
    if "LAST" not in k:
        return False
    if k["LAST"] == "window":
        return True
    b, article = i - 1, False
    while b >= 0 and "DET" in s.kinds[b]:
        b, article = b - 1, True
    said = s.kinds[b].get("WINDOW") if b >= 0 else None
    return (said == "strong" and k["LAST"] != "calendar") or (
        said == "the" and article and k["LAST"] == "last"
    )


def _mod_named(s: Stream, i: int, j: int, k: Kinds, sign: int) -> Parsed:
    """last March, next Friday, this autumn: the name that follows, turned."""
    named = s.kinds[j]
    if not named.keys() & _NAMED:
        return None
    if "WEEKDAY" in named:
        found = Node("day", cycle=Weekly(named["WEEKDAY"])), s.skip(j + 1, "DAYPART", "CLOCK")
        dated_day = weekday_led(s, j)
        if dated_day and dated_day[1] > found[1] and not isinstance(dated_day[0].cycle, Weekly):
            return dated_day
    elif "MONTH" in named and "THIS" in k:
        found = Node("month", cycle=Annual(lambda y: calendar.month(y, named["MONTH"]))), j + 1
        longer = month_led(s, j)
        if longer and longer[1] > j + 1:
            return longer
    else:
        found = item(s, j)
    if not found:
        return None
    node, end = found
    if not node.cycle:
        return (node, end) if "THIS" in k or sign < 0 else None
    if "RECENT" in k:
        days = node.cycle.past(s.anchor)
    elif sign:
        days = node.cycle.ended(s.anchor) if sign < 0 else node.cycle.onward(s.anchor + calendar.ONE_DAY)
    else:
        days = node.cycle.current(s.anchor)
    said = fixed(node.precision, days, relative=True)
    said.listed = node.listed
    return said, end


_NAMED = frozenset({"MONTH", "WEEKDAY", "SEASON", "WEEKEND", "HOLIDAY", "NUM", "ORD", "DECADE"})


def unit_led(s: Stream, i: int) -> Parsed:
    """A unit before what it is turned by: "semaine dernière", "weeks ago", "тиждень тому", "week of 5 May"."""
    k = s.kinds[i]
    j = i + 1
    after = s.kinds[j]
    unit = k["UNIT"]
    if "AGO" in after and not after.keys() & {"BEFORE", "PREFIX"}:
        if "PLURAL" in k:
            return _vague(s.anchor, unit, -1), j + 1
        if "BAREONE" in k:
            return _point(s, j, unit, 1, False)
    if ("EARLIER" in after or "LATER" in after) and "ONLY" in after:
        if "PLURAL" in k:
            node = _vague(s.anchor, unit, -1 if "EARLIER" in after else 1)
            node.lean = True
            return node, j + 1
        if "BAREONE" in k:
            return _point(s, j, unit, 1, False)
    if "POST" in after:
        if "COMING" in after:
            plural = "PLURAL" in k or "PLURALS" in after
            return (_vague(s.anchor, unit, 1), j + 1) if plural else (_calendar(s, unit, 1), j + 1)
        sign = -1 if "LAST" in after else 1 if "NEXT" in after else 0 if "THIS" in after else None
        if sign is not None:
            if "PLURAL" in k:
                return (_vague(s.anchor, unit, sign), j + 1) if sign else None
            node = _calendar(s, unit, sign)
            node.lean = "LEANS" in after
            return node, j + 1
    if unit == "year" and "YEAR" in after and "YEARUNIT" in k:
        found = year_led(s, j)
        if found:
            found[0].evidence = True
        return found
    if unit == "week" and "OF" in after and "PLURAL" not in k:
        return week_of_led(s, i)
    if unit == "month" and "PLURAL" not in k:
        n = s.skip(j, "OF", "COMMA")
        if "MONTH" in s.kinds[n]:
            found = month_led(s, n)
            if found:
                found[0].evidence = True
            return found
    return None


def decade_led(s: Stream, i: int) -> Parsed:
    first = s.kinds[i]["DECADE"]
    node = fixed("decade", calendar.years(first, first + 9))
    said = i > 0 and ("DET" in s.kinds[i - 1] or "PREP" in s.kinds[i - 1] or "DECADEWORD" in s.kinds[i - 1])
    j = i + 1
    if "DASH" in s.kinds[j] and "DECADEWORD" in s.kinds[j + 1]:
        j += 1
    if "DECADEWORD" in s.kinds[j]:
        said, j = True, j + 1
    node.evidence = "SHORT" not in s.kinds[i] or said
    return node, j


def decade_word_led(s: Stream, i: int) -> Parsed:
    """années 1990, lata 90.: the word for years before the number of the decade."""
    k = s.kinds[i + 1]
    value = k.get("YEAR", k.get("OLDYEAR", k.get("NUM") if k.get("DIGITS") == 2 else None))
    if "DECADE" in k:
        found = decade_led(s, i + 1)
        return found
    if value is None or value % 10 or "PLURAL" not in s.kinds[i]:
        return None
    if value < 100:
        value += 1900 if value >= 30 else 2000
    j = i + 2
    if "DOT" in s.kinds[j] and s.adjacent(j):
        j += 1
    return fixed("decade", calendar.years(value, value + 9)), j


def week_of_led(s: Stream, i: int) -> Parsed:
    """the week of 5 May: the calendar week that contains it."""
    day = item(s, s.skip(i + 1, "OF", "DET", "PREP", "ONDAY"))
    if not day or day[0].precision != "day" or day[0].listed:
        return None
    return day[0].mapped(lambda days: calendar.week(days[0]), "week"), day[1]


def week_number_led(s: Stream, i: int) -> Parsed:
    """week 23 of 2024 (ISO 8601); without a year, the latest that has begun."""
    j = i + 1
    number = s.kinds[j].get("NUM", 0)
    if not 1 <= number <= 53:
        return None
    year = year_after(s, j + 1)

    def build(y):
        monday = date.fromisocalendar(y, number, 1)
        return monday, monday + timedelta(6)

    return dated(build, "week", year), year[1] if year else j + 1


def demo_led(s: Stream, i: int) -> Parsed:
    """that Monday, the same week, that day: read from the date before it in the text, else from the anchor."""
    j = i + 1
    k = s.kinds[j]
    if "WEEKDAY" in k:
        node, end = Node("day", cycle=Weekly(k["WEEKDAY"])), s.skip(j + 1, "DAYPART")
    elif "UNIT" in k and "PLURAL" not in k and k["UNIT"] not in ("hour", "fortnight"):
        node, end = fixed(k["UNIT"], calendar.unit_around(s.anchor, k["UNIT"]), True), j + 1
    elif "MONTH" in k or "SEASON" in k:
        found = item(s, j)
        if not found or found[0].days:
            return found
        node, end = found
    elif "WEEKEND" in k:
        node, end = Node("day", cycle=Weekly(5, 2)), j + 1
    else:
        return None
    node.lean = node.evidence = True
    return node, end


RULES: dict[str, Callable[[Stream, int], Parsed]] = {
    "YEAR": year_led,
    "OLDYEAR": year_led,
    "ISO": iso_led,
    "ISOMONTH": iso_month_led,
    "COMPACT": compact_led,
    "TRIPLE": triple_led,
    "DAYMONTH": day_month_led,
    "NUM": number_led,
    "ORD": lambda s, i: ordinal_led(s, i) or number_led(s, i),
    "FIRST": ordinal_led,
    "FINAL": ordinal_led,
    "LATTER": ordinal_led,
    "ROMAN": half_led,
    "MONTH": month_led,
    "WEEKDAY": weekday_led,
    "WEEKEND": weekend_led,
    "DEICTIC": deictic_led,
    "HOLIDAY": holiday_led,
    "SEASON": season_led,
    "Q": quarter_led,
    "H": quarter_led,
    "PART": part_led,
    "PARTOF": compound_led,
    "PARTSEASON": season_part_led,
    "RELUNIT": relative_unit_led,
    "EARLIER_IN": month_part_led,
    "LATER_IN": month_part_led,
    "FEW": count_led,
    "COUPLE": count_led,
    "ONE": count_led,
    "UNITS": unit_counted_led,
    "AGO": ago_led,
    "IN": in_led,
    "WITHIN": within_led,
    "RECENTLY": recently_led,
    "LAST": mod_led,
    "THIS": mod_led,
    "NEXT": mod_led,
    "COMING": mod_led,
    "RECENT": mod_led,
    "UNIT": unit_led,
    "DECADE": decade_led,
    "DECADEWORD": decade_word_led,
    "WEEKOF": week_of_led,
    "WEEKNO": week_number_led,
    "DEMO": demo_led,
}
