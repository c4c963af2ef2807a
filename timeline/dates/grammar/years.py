"""Years, and the year that belongs to what stands before it."""

from datetime import MAXYEAR, date

from .. import calendar
from ..cycles import Annual
from ..nodes import Lean, fixed
from .stream import Parsed, Stream, dated, item, led, rule

# The year, the position after it, and whether it was read from the anchor, or how it leans on another date.
Year = tuple[int, int, bool | Lean]

_OF_THAT_YEAR = Lean(needed=True, of="year")


def year_after(s: Stream, i: int) -> Year | None:
    """A year that belongs to what stands before it: ", 2024", "of last year", "2023 року", "'23".

    Or a word that points back to one: "of that year", "de cette année-là".
    """
    j = i
    if "END" in s.kinds[j]:
        return None
    if "COMMA" in s.kinds[j] and ("YEAR" in s.kinds[j + 1] or "OLDYEAR" in s.kinds[j + 1]):
        j += 1
    for _ in range(4):
        k = s.kinds[j]
        year = k.get("YEAR") or k.get("OLDYEAR")
        if year:
            if "MEASURE" in s.kinds[j + 1]:
                return None
            return full_year(s, year) if "SHORT" in k else year, year_word(s, j + 1), False
        if "UNIT" in k and k["UNIT"] == "year" and "YEAR" in s.kinds[j + 1]:
            j += 1
            continue
        if "RELUNIT" in k and k["RELUNIT"][0] == "year":
            return s.anchor.year + k["RELUNIT"][1], j + 1, True
        if "DEMO" in k or "THIS" in k:
            pointed = _that_year(s, j)
            if pointed:
                return pointed
        if "THIS" in k or "LAST" in k or "NEXT" in k or "AGO" in k or "NUM" in k or "ONE" in k or "UNIT" in k:
            found = relative_year(s, j)
            if found:
                return found
        if not ("OF" in k or "DET" in k or "PREP" in k or "COMMA" in k):
            return None
        j += 1
    return None


def _that_year(s: Stream, j: int) -> Year | None:
    """that year, jenes Jahres, того ж року, cette année-là."""
    end = j + 2
    if s.kinds[j + 1].get("UNIT") != "year" or "PLURAL" in s.kinds[j + 1]:
        return None
    if "DEMO" not in s.kinds[j]:
        if "THERE" not in s.kinds[end]:
            return None
        end += 1
    return s.anchor.year, end, _OF_THAT_YEAR


def short_year(s: Stream, k: int) -> Year | None:
    """12 Nov 23, Q2 23: two figures at the end are a year."""
    figures = s.kinds[k]
    ends = not s.kinds[k + 1].keys().isdisjoint(("END", "COMMA", "DOT", "CLOSE", "STOP"))
    if figures.get("DIGITS") != 2 or not ends:
        return None
    return full_year(s, figures["NUM"]), k + 1, False


def full_year(s: Stream, year: int) -> int:
    """The latest year with these last two figures that is no more than ten years after the anchor."""
    latest = min(s.anchor.year + _YEARS_AHEAD, MAXYEAR)
    return latest - (latest - year) % 100


# What is told lies behind, what is planned seldom further ahead than this.
_YEARS_AHEAD = 10


def _full_or_short(s: Stream, i: int) -> int:
    k = s.kinds[i]
    return full_year(s, k["YEAR"]) if "SHORT" in k else k["YEAR"]


def year_word(s: Stream, i: int) -> int:
    """Past a word for "year" that follows its number: "2023 року", "2023 г.", "2023 r."."""
    k = s.kinds[i]
    if "YEARWORD" in k or (k.get("UNIT") == "year" and "YEARWORDS" in k):
        return i + 1
    return i


def relative_year(s: Stream, i: int) -> Year | None:
    """A year named from the anchor: "last year", "this year", "two years ago"."""
    found = item(s, i) if "UNIT" not in s.kinds[i] else led("UNIT", s, i)
    if found and found[0].precision == "year" and found[0].relative and not found[0].approximate:
        days = found[0].days
        if days and days == calendar.years(days[0].year, days[0].year):
            return days[0].year, found[1], True
    return None


@rule("YEAR", "OLDYEAR")
def year_led(s: Stream, i: int) -> Parsed:
    """A lone year, a range of years in its two short forms, or a year before its month ("2024 May")."""
    if "OLDYEAR" in s.kinds[i]:
        return None
    year = _full_or_short(s, i)
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


@rule("HOLIDAY")
def holiday_led(s: Stream, i: int) -> Parsed:
    """Christmas, New Year's Eve 2023; Christmas week is the week that holds it."""
    if "LOWER" in s.kinds[i] and s.text[s.tokens[i][1]].islower():  # "a may day call"
        return None
    month, day = s.kinds[i]["HOLIDAY"]
    week = s.kinds[i + 1].get("UNIT") == "week" and "PLURAL" not in s.kinds[i + 1]
    j = i + 1 + week
    year = year_after(s, j)
    if "WITHYEAR" in s.kinds[i] and not (year and year[1] == j + 1):  # "the new year" is no day
        return None
    node = dated(lambda y: (date(y, month, day),) * 2, "day", year)
    node = node.mapped(lambda days: calendar.week(days[0]), "week") if week else node
    return node, year[1] if year else j
