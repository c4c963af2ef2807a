"""The work for a text grows with its length, whatever is said in it again and again: calls are counted."""

import random
import sys
from datetime import date

import pytest

from timeline.dates import NotADate, find, read
from timeline.dates.languages import TABLES
from timeline.dates.lexer import language

TUESDAY = date(2024, 11, 26)
TIMES = 40  # more than a phrase can hold, so that what comes after is read as what came before
PAIRS = 20


def sorts_of_words(code):
    """Of the words and forms of several words that can be the same things, one: the grammar sees no more."""
    table = language(code)
    several = {
        frozenset(kinds): " ".join((first, *rest))
        for first, forms in table.multi.items()
        for same_start in forms.values()
        for rest, kinds in same_start
    }
    return sorted((several | {frozenset(kinds): word for word, kinds in table.single.items()}).values())


def pairs_of_words(code):
    """Some pairs of them, the same in every run."""
    words, chance = sorts_of_words(code), random.Random(2024)
    return [" ".join(chance.choices(words, k=2)) for _ in range(PAIRS)]


def calls(function, *arguments):
    """How many functions are called, those written in C among them."""
    count = 0

    def one(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(one)
    try:
        function(*arguments)
    finally:
        sys.setprofile(before)
    return count


def found(text, code):
    return find(text, TUESDAY, code)


@pytest.mark.parametrize("code", TABLES)
def test_the_work_for_words_of_every_sort_grows_with_the_length(code):
    """Twice the words more take twice the calls more; four times would be the square."""
    found("warm", code)
    for words in sorts_of_words(code) + pairs_of_words(code):
        once, twice, again = (calls(found, f"{words} " * (TIMES * n), code) for n in (1, 2, 4))
        assert again - twice <= 2.5 * (twice - once) + 1500, words


@pytest.mark.parametrize("code", TABLES)
def test_the_work_for_a_word_is_bounded(code):
    """Of a text of one word, no token takes more than 4,000 calls."""
    found("warm", code)
    for word in sorts_of_words(code):
        assert calls(found, f"{word} " * TIMES, code) <= 4000 * TIMES, word


@pytest.mark.parametrize("code", TABLES)
def test_words_of_any_two_sorts_are_read_or_refused(code):
    words = sorts_of_words(code)
    for first in words:
        for second in words:
            try:
                assert read(f"{first} {second}", TUESDAY, code).reasons
            except NotADate as refusal:
                assert refusal.reason
