"""Whole articles: the annotated ones by the evaluation's rules, candidates, and any text at all."""

import doctest
import sys
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles_scoring import annotated, score, summary, vocabulary
from timeline import tagging
from timeline.tagging import Vocabulary, tag
from timeline.tagging.languages import CODES

PUBLISHED = date(2024, 11, 26)
WORDS = Vocabulary(
    actors=[
        ("scholz", "Olaf Scholz", ["Олаф Шольц"], "person"),
        ("ukraine", "Ukraine", ["Kyiv"], "state"),
        ("russia", "Russia", [], "state"),
        ("amnesty", "Amnesty International", ["Amnesty"], "institution"),
    ],
    topics=[("taurus", "Taurus KEPD 350", ["крилаті ракети"], "weapon system")],
    questions=[("send-taurus", "Should Germany send Taurus?")],
)


def test_the_example_of_the_package():
    assert doctest.testmod(tagging) == (0, 3)


def test_the_annotated_articles():
    words, total = vocabulary(), Counter()
    for name, text, gold in annotated():
        counts, said = score(words, text, gold)
        total += counts
        print(name, *said, sep="\n  ")
    assert total["statement"] == 38 and total["actor"] > 20
    shares = summary(total)
    assert shares["dates F1"] >= 0.9
    assert shares["statements proposed"] >= 0.9
    assert shares["proposals of use"] >= 0.75
    assert shares["actors found"] >= 0.9


def proposed(text):
    return [
        (each.date and each.date.text, each.stance, each.because)
        for each in tag(text, PUBLISHED, WORDS, "en").candidates
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Olaf Scholz ruled out Taurus on 13 March.",
            [("on 13 March", "opposes", "a date, an actor and words of stance")],
        ),
        ("Amnesty condemned it.", [(None, "opposes", "an actor and words of stance")]),
        ("The talks began on 3 August.", [("on 3 August", "", "a date")]),
        ("A report on Taurus came in May.", [("in May", "", "a date and a name of the debate")]),
        ("On Monday it was rejected.", [("On Monday", "opposes", "a date and words of stance")]),
        (
            "Olaf Scholz will decide by Friday; on Monday he ruled it out.",
            [("on Monday", "opposes", "a date, an actor and words of stance")],
        ),
        ("Scholz welcomed it but ruled out Taurus.", [(None, "", "an actor and words of stance")]),
    ],
)
def test_what_is_a_candidate(text, expected):
    assert proposed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "KYIV, 22 November - Three taboos have fallen.",
        "BRUSSELS (20 June 2024) - A text is finished.",
        "24 September 2024",
        "Published on 24 September 2024",
        "The idea goes back to last summer.",
        "It may depend on the harvest in the second half of next year.",
        "Officials refused it.",
        "It was rejected for Ukraine, inside Russia and by the Russia-backed.",
        "Olaf Scholz sat down in Kyiv.",
    ],
)
def test_what_is_no_candidate(text):
    assert proposed(text) == []


def test_a_dateline_does_not_date_what_follows_it():
    assert proposed("KYIV, 22 November - Olaf Scholz on Monday ruled it out.")[0][0] == "on Monday"
    assert proposed("KYIV, 22 November - Olaf Scholz ruled it out.")[0][0] is None


def test_the_evidence_of_a_candidate_lies_in_its_sentence():
    text = "Nothing happened. On 13 March Olaf Scholz ruled out Taurus. Nothing else did."
    (only,) = tag(text, PUBLISHED, WORDS, "en").candidates
    assert text[only.start : only.end] == only.text == "On 13 March Olaf Scholz ruled out Taurus."
    evidence = [*only.dates, *only.actors, *only.topics, *only.cues]
    assert [text[each.start : each.end] for each in evidence] == [
        "On 13 March",
        "Olaf Scholz",
        "Taurus",
        "ruled out",
    ]
    assert only.date.span.edtf == "2024-03-13" and only.questions == ("send-taurus",)


def test_the_language_is_recognised():
    text = "Олаф Шольц виступив проти того, щоб передати крилаті ракети. Це було 13 березня."
    found = tag(text, PUBLISHED, WORDS)
    assert found.language == "uk"
    assert [mention.slug for mention in (*found.actors, *found.topics)] == ["scholz", "taurus"]
    assert [each.stance for each in found.candidates] == ["opposes", ""]


def test_a_language_without_a_table_still_names():
    found = tag("Olaf Scholz mlčí.", PUBLISHED, WORDS, "cs")
    assert [mention.slug for mention in found.actors] == ["scholz"] and not found.candidates


pieces = st.sampled_from(
    [
        "Olaf",
        "Scholz",
        "Scholz’",
        "Kyiv",
        "KYIV",
        "Amnesty",
        "of",
        "not",
        "refused to",
        "ruled out",
        "urged",
        "to",
        "whether",
        "on 13 March",
        "May",
        "Taurus",
        "KEPD",
        "The",
        "a",
        ".",
        ",",
        "’s",
        "-",
        "\n",
        "\n\n",
        "“",
        "”",
        "(",
        "U.S.",
        "\u0301",
        "й",
        "Ⅷ",
        "\0",
    ]
)
texts = st.one_of(st.text(max_size=200), st.lists(pieces, max_size=50).map(" ".join))


@given(texts, st.sampled_from([*CODES, "cs", None]))
def test_any_text_gives_ordered_evidence_that_slices_to_it(text, language):
    found = tag(text, PUBLISHED, WORDS, language)
    assert found == tag(text, PUBLISHED, WORDS, language)
    for stream in (found.sentences, found.dates, found.actors, found.topics, found.cues, found.candidates):
        assert all(text[each.start : each.end] == each.text for each in stream)
        assert all(left.end <= right.start for left, right in pairwise(stream))
    assert {each.start for each in found.candidates} <= {each.start for each in found.sentences}


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        "! ",
        " ",
        "\n",
        "a. ",
        "U.S. ",
        "Scholz ",
        "Olaf Scholz ",
        "not ",
        "urged ",
        "“",
        "’s",
        "refused to ",
        "\u0301",
    ],
)
def test_the_work_grows_with_the_length_and_no_faster(unit):
    tag(unit, PUBLISHED, WORDS, "en")
    short, long = (steps(unit * count) for count in (200, 1600))
    assert long < 8 * 1.5 * short + 5000


def steps(text):
    """The calls made to read a text, of Python's own functions too: a count, not a time."""
    count = 0

    def one(frame, event, argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(one)
    try:
        tag(text, PUBLISHED, WORDS, "en")
    finally:
        sys.setprofile(before)
    return count
