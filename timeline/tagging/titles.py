"""A title proposed from a sentence: what it says, without when."""

import re

LONGEST = 100  # characters of a proposed title
_SHORTEST = 35  # a title is not cut before so many
_EDGES = re.compile(r"[,;:]\s|\s[–—-]\s|\s\(")
_DATELINE = re.compile(r"^[^–—-]{0,60}\d[^–—-]{0,20} [–—-] (?=\S)")
_DOUBLED = re.compile(r"\s{2,}")
_AROUND = " ,;:–—-\n\t"


def title_of(sentence: str, date: tuple[int, int] | None = None) -> str:
    """The sentence as a title of at most LONGEST characters, without the date at (start, end) in it.

    Where it is longer it is cut at the end of a clause, else behind a word, which "…" then shows.
    """
    if date:
        before, after = sentence[: date[0]].rstrip(), sentence[date[1] :]
        sentence = (
            f"{before} {after.lstrip(_AROUND)}" if not before.strip(_AROUND) else _joined(before, after)
        )
    said = _DOUBLED.sub(" ", sentence.replace("\n", " ")).strip(_AROUND)
    said = _DATELINE.sub("", said)
    said = said.removesuffix(".").rstrip()
    if len(said) > LONGEST:
        said = _cut(said)
    return said[:1].upper() + said[1:]


def _joined(before: str, after: str) -> str:
    """What stands around a date; of two commas that enclosed it none is left."""
    if before.endswith(",") and after.lstrip().startswith((",", ".")):
        before = before[:-1]
        after = after.lstrip()[1:] if after.lstrip().startswith(",") else after
    return f"{before}{after}" if after[:1] in ",.;:" else f"{before} {after.lstrip()}"


def _cut(said: str) -> str:
    edges = [edge.start() for edge in _EDGES.finditer(said, _SHORTEST) if edge.start() <= LONGEST]
    if edges:
        return said[: edges[-1]].rstrip(_AROUND)
    end = said.rfind(" ", 0, LONGEST - 1)
    return said[: end if end > 0 else LONGEST - 1].rstrip(_AROUND) + "…"
