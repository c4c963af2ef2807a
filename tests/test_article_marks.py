"""An article’s text in pieces: put together again they are the text, whatever is marked in it."""

from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from timeline.admin.article_marks import bounds, paragraphs
from timeline.tagging import Vocabulary, tag

WORDS = Vocabulary(
    actors=[("ada", "Ada Brook", [], "person")], topics=[("bridge", "Second bridge", [], "project")]
)
SAID = ["Ada Brook", "ruled out", "the second bridge", "on 3 May.", "Nobody came.", "\n", "\n\n", "…", "No"]


def read(text):
    return SimpleNamespace(text=text, vocabulary=WORDS, found=tag(text, date(2024, 5, 4), WORDS, "en"))


def test_marks_say_what_they_stand_for_once():
    text = "Ada Brook ruled out the second bridge on 3 May."
    half = text.index("second") + 3  # a selection may cut a mark in two
    (paragraph,) = paragraphs(read(text), [(0, len(text)), (0, half)])
    assert [(run.places, "".join(piece.text for piece in run.pieces)) for run in paragraph.runs] == [
        (f"0-{len(text)} 0-{half}", text[:half]),
        (f"0-{len(text)}", text[half:]),
    ]
    marked = [piece for run in paragraph.runs for piece in run.pieces if piece.mark]
    assert [(piece.text, piece.mark, piece.said) for piece in marked] == [
        ("Ada Brook", "actor", "Ada Brook"),
        ("ruled out", "cue", "opposes"),
        ("sec", "topic", ""),
        ("ond bridge", "topic", "Second bridge"),
        ("on 3 May", "date", "3 May 2024"),
    ]


def test_paragraphs_are_parted_by_blank_lines_or_else_by_lines():
    assert bounds("one\ntwo\n\nthree") == [(0, 7), (9, 14)]
    assert bounds("one\ntwo") == [(0, 3), (4, 7)]


@given(st.lists(st.sampled_from(SAID), max_size=30).map(" ".join), st.lists(st.integers(0, 200), max_size=8))
def test_nothing_is_lost_and_nothing_said_twice(text, ends):
    places = [tuple(sorted(pair)) for pair in zip(ends[::2], ends[1::2], strict=False) if pair[0] != pair[1]]
    shown = paragraphs(read(text), places)
    for paragraph in shown:
        pieces = [piece.text for run in paragraph.runs for piece in run.pieces]
        assert "".join(pieces) == text[paragraph.start : paragraph.end]
    kept = "".join(text[paragraph.start : paragraph.end] for paragraph in shown)
    assert "".join(kept.split()) == "".join(text.split())
