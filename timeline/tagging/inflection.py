"""Names bend: Байден, Байдена; Warszawa, Warszawie; Bundestag, Bundestags. By tables of endings."""

from .languages import endings
from .tokens import fold

_STEM = 3  # letters that must stay (one less before an ending), so that short names do not meet everything


def bend(word: str, code: str) -> frozenset[str]:
    """The other forms of a word of a name in a language, by the longest ending that its table knows.

    Acronyms and words with digits do not bend. What would be another person's name (Зеленська) is no form.
    """
    if not word.isalpha() or (word.isupper() and len(word) > 1):
        return frozenset()
    ending, others = _others(word, code)
    stem = word[: len(word) - len(ending)]
    if len(stem) < _STEM - bool(ending):
        return frozenset()
    return frozenset(fold(stem + other) for other in others) - {word}


def _others(word: str, code: str) -> tuple[str, tuple[str, ...]]:
    """The longest ending of a word that the table knows, and what may stand in its place."""
    rows = ((fold(ending), others) for ending, others in endings(code))
    return max((row for row in rows if word.endswith(row[0])), key=lambda row: len(row[0]), default=("", ()))
