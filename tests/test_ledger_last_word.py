"""Where somebody stood last: what no later evidence has overtaken."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_ledger_changes import START, orders, series, shown
from timeline.ledger import Evidence, Ledger

TABLE = {
    "the only evidence": ([shown("supports", 1)], "supports"),
    "the later of two": ([shown("opposes", 1), shown("supports", 9)], "supports"),
    "overlapping spans of two sides are open": ([shown("opposes", 1, 10), shown("supports", 9, 20)], None),
    "two sides on a day are open": ([shown("opposes", 3), shown("undecided", 3)], None),
    "what follows them is not": (
        [shown("opposes", 3), shown("undecided", 3), shown("opposes", 4)],
        "opposes",
    ),
    "where only the strength is open, the weaker": (
        [shown("opposes", 3, 6), shown("leans-oppose", 5)],
        "leans-oppose",
    ),
    "a long span is overtaken only by what follows its end": (
        [shown("opposes", 1, 20, throughout=True), shown("supports", 9)],
        None,
    ),
    "an open end may be later than anything": ([shown("opposes", 1, None), shown("supports", 9)], None),
    "an open beginning is earlier than nothing that it may touch": (
        [shown("opposes", None, 5), shown("supports", 9)],
        "supports",
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_last_word(name):
    evidence, stance = TABLE[name]
    assert Ledger.of(evidence).last_word().stance == stance


def test_without_dated_evidence_there_is_none():
    assert Ledger.of([]).last_word() is None
    assert Ledger.of([Evidence("somewhere", "supports", None, None)]).last_word() is None


def test_on_a_day_only_what_had_certainly_been_shown_counts():
    ledger = Ledger.of([shown("opposes", 1), shown("supports", 5, 9)])
    said = [ledger.last_word(START + timedelta(days=day)) for day in (0, 1, 8, 9)]
    assert [word and word.stance for word in said] == [None, "opposes", "opposes", "supports"]


def test_what_is_held_throughout_counts_from_its_first_day():
    ledger = Ledger.of([shown("opposes", 1), shown("supports", 5, 9, throughout=True)])
    assert ledger.last_word(START + timedelta(days=5)).stance == "supports"


def test_it_grows_faint_within_a_year():
    word = Ledger.of([shown("supports", 0)]).last_word()
    assert word.strength(START) == 1
    assert word.strength(START + timedelta(days=73)) == pytest.approx(0.8)
    assert word.strength(START + timedelta(days=400)) == 0


@given(series)
def test_it_is_what_may_come_last_in_some_order(evidence):
    word = Ledger.of(evidence).last_word()
    assert set(word.evidence if word else ()) == {order[-1] for order in orders(evidence) if order}


@given(series)
def test_a_side_is_named_only_if_every_order_ends_with_it(evidence):
    word = Ledger.of(evidence).last_word()
    sides = {order[-1].side for order in orders(evidence) if order}
    assert (word.side if word else None) == (sides.pop() if len(sides) == 1 else None)


@given(series, st.integers(-1, 20))
def test_on_a_day_it_is_the_last_word_of_the_evidence_until_then(evidence, number):
    day = START + timedelta(days=number)
    until = [item for item in evidence if item.held_from <= day]
    assert Ledger.of(evidence).last_word(day) == Ledger.of(until).last_word()
