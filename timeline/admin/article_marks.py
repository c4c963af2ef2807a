"""An article's text cut into pieces: paragraphs, the places in them, and what is marked within."""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from timeline.dates import words

_BLANK = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\n")
DATE, ACTOR, TOPIC, CUE = "date", "actor", "topic", "cue"


@dataclass(frozen=True)
class Piece:
    """A piece of text with one mark or none; `said` is what the mark stands for."""

    text: str
    mark: str = ""
    said: str = ""


@dataclass(frozen=True)
class Run:
    """Pieces that belong to the same places, as ("98-194", ...)."""

    places: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Paragraph:
    """`text[start:end]` in runs."""

    start: int
    end: int
    runs: tuple[Run, ...]


def paragraphs(reading, places):
    """The paragraphs of an article. `places` are (start, end) of what may become an event."""
    marks = marks_of(reading)
    return [
        Paragraph(start, end, tuple(_runs(reading.text, start, end, marks, places)))
        for start, end in bounds(reading.text)
    ]


def bounds(text):
    """(start, end) of each paragraph: parted by blank lines, or by every line where there are none."""
    parting = _BLANK if _BLANK.search(text) else _LINE
    cuts = [0, *(at for match in parting.finditer(text) for at in match.span()), len(text)]
    pairs = zip(cuts[::2], cuts[1::2], strict=True)
    return [(start, end) for start, end in pairs if text[start:end].strip()]


def marks_of(reading):
    """[(start, end, kind of mark, what it stands for)] in order, never overlapping: dates before names."""
    found, names = reading.found, _names(reading.vocabulary)
    listed = [
        *((each.start, each.end, DATE, words(each.span)) for each in found.dates),
        *((each.start, each.end, ACTOR, names["actor", each.slug]) for each in found.actors),
        *((each.start, each.end, TOPIC, names["topic", each.slug]) for each in found.topics),
        *((each.start, each.end, CUE, cue_in_words(each)) for each in found.cues),
    ]
    marks, free = [], 0
    ranks = {DATE: 0, ACTOR: 1, TOPIC: 2, CUE: 3}
    for mark in sorted(listed, key=lambda mark: (mark[0], ranks[mark[2]])):
        if mark[0] >= free:
            marks.append(mark)
            free = mark[1]
    return marks


def _names(vocabulary):
    terms = {"actor": vocabulary.actors, "topic": vocabulary.topics}
    return {(kind, term.slug): term.name for kind, rows in terms.items() for term in rows}


def cue_in_words(cue):
    """What words of stance tell, or why they tell nothing."""
    if cue.withheld:
        return f"words of stance, {cue.withheld.why}: it decides nothing"
    return cue.stance.replace("-", " ")


def _runs(text, start, end, marks, places):
    inside = [mark for mark in marks if mark[0] < end and start < mark[1]]
    here = [place for place in places if place[0] < end and start < place[1]]
    edges = {start, end, *(at for mark in inside for at in mark[:2]), *(at for place in here for at in place)}
    cuts = sorted(at for at in edges if start <= at <= end)
    pieces = [(_places_of(here, *cut), _piece(text, *cut, inside)) for cut in pairwise(cuts)]
    for named, group in groupby(pieces, key=lambda piece: piece[0]):
        yield Run(named, tuple(piece for _, piece in group))


def _places_of(places, start, end):
    return " ".join(f"{first}-{last}" for first, last in places if first <= start and end <= last)


def _piece(text, start, end, marks):
    mark = next((mark for mark in marks if mark[0] <= start and end <= mark[1]), None)
    if mark is None:
        return Piece(text[start:end])
    # What a mark stands for is said once, at its end: a place may cut it in two.
    return Piece(text[start:end], mark[2], mark[3] if end == mark[1] else "")
