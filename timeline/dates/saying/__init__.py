"""How each language says a date: one small table a language. `timeline.dates.words` reads them.

A table is a module of patterns. Their fields: `d` the day, `n` the number of a quarter or half-year and `nth`
the same as a word, `y` the year, `yy` the year after in two digits, `y1`, `y2` ... where there are two dates;
the month as `month` alone, `of` after a day, `after` a preposition, `at` where something lies in it; `season`
and `season_after` likewise; `about` and `near` are empty unless the date is approximate; what else a table
names (`WORDS`) is the same in every date, but left out of short ones.

UNITS say a whole unit, GOVERNED the same after a preposition (as UNITS where they say nothing else), SHORT
the same in little room, ELIDED and ELIDED_GOVERNED without the year, LASTING that something lasted all of it,
AT that something lies in it. WITHIN, BETWEEN and THROUGHOUT say two ends without repeating what both share.
PHRASES put a date (`alone` or `when`, governed) in its place.
"""

from types import ModuleType

from . import de, en, uk

TABLES = {"en": en, "de": de, "uk": uk}


def table(language: str) -> ModuleType:
    """The table of a language; English where there is none."""
    return TABLES.get(language, en)
