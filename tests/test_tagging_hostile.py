"""Every entry of the tables again and again: reading takes work in proportion to the length, never more."""

import sys
from datetime import date
from pathlib import Path

import pytest

from timeline import tagging
from timeline.tagging import Vocabulary, tag
from timeline.tagging.languages import CODES, table
from timeline.tagging.phrases import PHRASES, listed

OURS = str(Path(tagging.__file__).parent)
DAY = date(2024, 11, 26)
WORDS = Vocabulary(
    actors=[
        ("scholz", "Olaf Scholz", ["Олаф Шольц"], "person"),
        ("ukraine", "Ukraine", ["Kyiv"], "state"),
    ],
    topics=[("taurus", "Taurus KEPD 350")],
    questions=[("send-taurus", "Should Germany send Taurus?")],
)
WORDS_OF_TABLES = ["OPENERS", "TITLES", "PLACING", "BUT", "AGENTS", "AND", "SUBJECTS"]
STOPPED = ["ABBREVIATIONS", "NUMBERED", "TRAILING"]


def entries(code):
    """One spelling of every entry of a table, by the entry's name; abbreviations with their full stop."""
    source = table(code)
    found = {"CUES": [spelling(each) for _, _, rows in source.CUES for each in listed(rows)]}
    found |= {
        name: [spelling(each) for each in listed(getattr(source, name))] for name in (*PHRASES, "SAYING")
    }
    found |= {name: getattr(source, name).split() for name in WORDS_OF_TABLES}
    found |= {name: [f"{each}." for each in getattr(source, name).split()] for name in STOPPED}
    return found


def spelling(phrase):
    """The first of the alternatives of each word of a phrase."""
    return " ".join(word.split("/")[0].replace("*", "а") for word in phrase.split())


@pytest.mark.parametrize("code", CODES)
def test_no_entry_of_a_table_takes_more_than_its_length(code):
    for name, each in ((name, each) for name, found in entries(code).items() for each in found):
        assert is_linear(lambda count, each=each: "Olaf Scholz " + f"{each} " * count, 15, code), (name, each)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("stop", ["", ", ", "Scholz. "])
def test_the_tables_five_thousand_entries_long(code, stop):
    """Entry behind entry, 5,000 and more: in one sentence, in one of many clauses, in short ones."""
    every = [each for name, found in entries(code).items() if name not in STOPPED for each in found]
    assert is_linear(lambda count: f"{stop} ".join(every * count), 1 + 1250 // len(every), code)


@pytest.mark.parametrize("unit", ["Scholz supports ", "Scholz, Kyiv ", "Scholz and ", "supports by Scholz "])
def test_actors_and_cues_in_one_sentence(unit):
    assert is_linear(lambda count: unit * count, 250, "en")


def is_linear(text, count, code):
    """Whether from 2 to 4 times a count no more work is added than twice what 1 to 2 times added."""
    tag(text(count), DAY, WORDS, code)
    once, twice, four = (steps(text(count * times), code) for times in (1, 2, 4))
    return four - twice <= 2 * 1.1 * (twice - once) + 300


def steps(text, code):
    """The calls that tagging makes to read a text, of Python's own functions too: a count, not a time.

    What the date grammar does inside is counted in its own tests.
    """
    count = 0

    def one(frame, event, argument):
        nonlocal count
        count += event in {"call", "c_call"} and frame.f_code.co_filename.startswith(OURS)

    before = sys.getprofile()
    sys.setprofile(one)
    try:
        tag(text, DAY, WORDS, code)
    finally:
        sys.setprofile(before)
    return count
