"""A word said again and again: no text nests dates without end, and the work grows with its length."""

import sys
from datetime import date

import pytest

from timeline.dates import find
from timeline.dates.languages import TABLES
from timeline.dates.lexer import language
from timeline.tagging import Vocabulary, tag

TUESDAY = date(2024, 11, 26)
TIMES = 400  # each nesting takes several calls, of which Python allows 1,000


def one_word_of_each_sort(code):
    """Of the words of a table that can be the same things, one: the grammar cannot tell them apart."""
    found = {frozenset(kinds): word for word, kinds in language(code).single.items()}
    return sorted(found.values())


@pytest.mark.parametrize("code", TABLES)
def test_a_word_of_a_table_may_be_repeated(code):
    for word in one_word_of_each_sort(code):
        text = f"{word} " * TIMES
        assert all(text[each.start : each.end] == each.text for each in find(text, TUESDAY, code))


@pytest.mark.parametrize(("code", "word"), [("en", "first "), ("ru", "первого ")])
def test_an_ordinal_may_be_repeated(code, word):
    assert find(word * 5000, TUESDAY, code) == []
    assert not tag(word * 5000, TUESDAY, Vocabulary(), code).dates


@pytest.mark.parametrize("unit", ["Nov. ", "first ", "on 12 May. ", "In May he will go. ", "A day later, "])
def test_the_work_grows_with_the_length_and_no_faster(unit):
    find(unit, TUESDAY, "en")
    short, long = (steps(unit * count) for count in (100, 800))
    assert long < 8 * 1.5 * short + 5000


def steps(text):
    """The lines run to read a text: a count, not a time."""
    count = 0

    def one(frame, event, argument):
        nonlocal count
        count += event == "line"
        return one

    before = sys.gettrace()
    sys.settrace(one)
    try:
        find(text, TUESDAY, "en")
    finally:
        sys.settrace(before)
    return count
