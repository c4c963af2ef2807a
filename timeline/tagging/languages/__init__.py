"""One small table a language: what ends a sentence, what announces a person, how names bend, what tells a
stance.

A new language is a new table and its code in `CODES`; a text in a language without one is read with the
empty table (capitals and full stops still work). Every table has these names, all strings of words unless
said otherwise:

ABBREVIATIONS  written with a full stop, end a sentence only before an opener
NUMBERED       the same, but only before a number ("No. 5")
TRAILING       usually end what they stand in ("2023 р.", "p.m."): end a sentence before any capital
ORDINAL_DOT    True where "3." means "3rd"
OPENERS        function words: capitalised they begin a sentence, and are no first name before a last name
TITLES         stand before a person's name with a capital; with a leading "-" any word that ends so
PLACING        prepositions that make a state a place or a goal ("inside Russia", "for Ukraine")
ENDINGS        how names bend: "ending of the nominative: the other endings; ...", "-" for no ending
NOUNS_CAPITAL  True where common nouns have capitals, so that a capital says little
CUES, NEGATORS, NEGATORS_AFTER, NOT_ONLY   see `timeline.tagging.cues`
NO_CUES, CHANGES                           look like cues and tell nothing; tell that a stance ended
QUESTIONS, QUESTIONS_AFTER, DENIALS, URGES, URGING, CONDITIONS, MODALS, NOT_WITHHELD, WOULD, MODAL_ENDINGS,
BUT            what withholds a stance: see `timeline.tagging.withheld`
CASES          True where a name's case shows that it is no subject ("Шольца призвали")
AGENT_ENDINGS  of names whose case makes them the agent of a passive ("отклонено Шольцем")
AGENTS, AND, ARTICLES, SAYING, SUBJECTS, VERB_SECOND     whose a stance is: see `timeline.tagging.holders`
"""

from functools import cache
from importlib import import_module
from types import ModuleType

from ..tokens import fold, tokens

CODES = ("en", "uk", "ru", "de", "fr", "pl")
_ENOUGH = 4000  # characters that are looked at to tell a language


def code_of(language: str | None) -> str:
    """The code of our table for a BCP 47 code ("de-AT" has "de"), or "" where there is none."""
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return code if code in CODES else ""


def table(language: str | None) -> ModuleType:
    """The table of a BCP 47 code ("de-AT" is German), or the empty one."""
    return _table(code_of(language))


@cache
def _table(code: str) -> ModuleType:
    return import_module(f".{code or 'none'}", __name__)


@cache
def endings(code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A table's endings as pairs of one ending and those that take its place."""
    rows = (row.partition(":") for row in _table(code).ENDINGS.split(";") if row.strip())
    return tuple((ending.strip().strip("-"), tuple(others.split())) for ending, _, others in rows)


@cache
def words(code: str, name: str) -> frozenset[str]:
    """A table's words under `name`, in lower case, as written and as tokens fold them."""
    said = getattr(_table(code), name).lower().split()
    return frozenset(said) | frozenset(map(fold, said))


def guess(text: str) -> str | None:
    """The language whose function words are most frequent at the text's beginning; None when none occurs."""
    said = [token.lower for token in tokens(text, 0, min(len(text), _ENOUGH))]
    scores = {code: sum(word in words(code, "OPENERS") for word in said) for code in CODES}
    best = max(CODES, key=scores.__getitem__)
    return best if scores[best] else None
