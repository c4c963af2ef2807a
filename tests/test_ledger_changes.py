"""Turns and shifts: only what holds in every order that the spans allow."""

from datetime import date, timedelta
from itertools import pairwise, permutations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.ledger import SIDES, Evidence, Ledger, changes

START = date(2024, 1, 1)


def shown(stance, first, last=0, throughout=False, key=None):
    """Evidence on days counted from 1 January 2024; None is an open end."""
    last = first if last == 0 else last
    key = key or f"{stance}-{first}-{last}"
    return Evidence(key, stance, day(first), day(last), throughout)


def day(number):
    return number if number is None else START + timedelta(days=number)


def said(changes):
    return [(change.before.key, change.after.key, days(change)) for change in changes]


def days(change):
    return (change.first - START).days, (change.last - START).days


TABLE = {
    "one stance": ([shown("supports", 1), shown("supports", 9)], []),
    "a turn": (
        [shown("opposes", 1), shown("supports", 9)],
        [("opposes-1-1", "supports-9-9", (1, 9))],
    ),
    "its window runs from the last old to the first new": (
        [shown("opposes", 1), shown("opposes", 4), shown("supports", 9), shown("supports", 12)],
        [("opposes-4-4", "supports-9-9", (4, 9))],
    ),
    "and takes in what the dates leave open": (
        [shown("opposes", 1, 5), shown("supports", 9, 20)],
        [("opposes-1-5", "supports-9-20", (1, 20))],
    ),
    "overlapping spans have no order": ([shown("opposes", 1, 10), shown("supports", 9, 20)], []),
    "nor have two on a day": ([shown("opposes", 3), shown("supports", 3)], []),
    "but what lies on either side of them has": (
        [shown("opposes", 1), shown("opposes", 3), shown("supports", 3), shown("supports", 9)],
        [("opposes-1-1", "supports-3-3", (1, 3))],
    ),
    "held throughout, a stance is not given up before its last day": (
        [shown("opposes", 1, 5, throughout=True), shown("supports", 9, 20, throughout=True)],
        [("opposes-1-5", "supports-9-20", (5, 9))],
    ),
    "strength is no side": ([shown("leans-oppose", 1), shown("opposes", 9)], []),
    "three sides": (
        [shown("opposes", 1), shown("undecided", 5), shown("leans-support", 9)],
        [("opposes-1-1", "undecided-5-5", (1, 5)), ("undecided-5-5", "leans-support-9-9", (5, 9))],
    ),
    "the longest chain, not the first one": (
        # Taking the against of day 3 first would miss the turn from undecided (2 to 5) to against (6).
        [shown("supports", 1), shown("opposes", 3), shown("undecided", 2, 5), shown("opposes", 6)],
        [("supports-1-1", "undecided-2-5", (1, 5)), ("undecided-2-5", "opposes-6-6", (2, 6))],
    ),
    "an open end is before and after nothing that it may touch": (
        [shown("opposes", None, 4), shown("supports", 9, None)],
        [("opposes-None-4", "supports-9-None", None)],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_turns(name):
    evidence, expected = TABLE[name]
    if name.startswith("an open end"):
        (turn,) = changes(evidence)
        assert (turn.before.key, turn.after.key) == expected[0][:2]
        assert (turn.first, turn.last) == (None, None)
    else:
        assert said(changes(evidence)) == expected


def test_undated_evidence_orders_nothing():
    nowhere = Evidence("somewhere", "supports", None, None)
    ledger = Ledger.of([nowhere, shown("opposes", 1)])
    assert ledger.turns == ()
    assert ledger.undated == (nowhere,)


def test_a_shift_is_looked_for_within_a_side_only():
    ledger = Ledger.of(
        [shown("leans-oppose", 1), shown("opposes", 5), shown("supports", 9), shown("leans-oppose", 12)]
    )
    assert said(ledger.shifts) == [("leans-oppose-1-1", "opposes-5-5", (1, 5))]
    assert [segment.stance for segment in ledger.segments] == [
        "leans-oppose",
        "opposes",
        "supports",
        "leans-oppose",
    ]


def test_what_overlaps_a_turn_belongs_to_no_segment():
    torn = shown("opposes", 4, 8)
    ledger = Ledger.of([shown("opposes", 1), torn, shown("supports", 6), shown("supports", 9)])
    assert said(ledger.turns) == [("opposes-1-1", "supports-6-6", (1, 6))]
    assert ledger.loose == (torn,)
    (doubt,) = ledger.doubts
    assert {item.key for item in doubt.evidence} == {"opposes-4-8", "supports-6-6"}
    assert not doubt.is_contradiction


def test_two_sides_on_a_day_are_a_contradiction():
    ledger = Ledger.of([shown("opposes", 3), shown("supports", 3)])
    (doubt,) = ledger.doubts
    assert doubt.is_contradiction
    assert ledger.turns == ()
    assert ledger.segments == ()


def test_a_position_fades_without_new_evidence():
    (segment,) = Ledger.of([shown("supports", 0)]).segments
    assert segment.strength(START) == 1
    assert segment.strength(START + timedelta(days=73)) == pytest.approx(0.8)
    assert segment.strength(START + timedelta(days=365)) == 0
    assert segment.strength(START + timedelta(days=9999)) == 0


spans = st.tuples(st.integers(0, 12), st.integers(0, 5), st.sampled_from(sorted(SIDES)), st.booleans())
series = st.lists(spans, max_size=6).map(
    lambda rows: [
        shown(stance, first, first + length, throughout and length > 0, key=f"e{number}")
        for number, (first, length, stance, throughout) in enumerate(rows)
    ]
)


def orders(evidence):
    """Every order that the spans allow."""
    for order in permutations(evidence):
        if not any(later.precedes(one) for n, one in enumerate(order) for later in order[n + 1 :]):
            yield order


def turns_in(order):
    return sum(one.side != other.side for one, other in pairwise(order))


@given(series, st.randoms(use_true_random=False))
def test_the_order_in_which_evidence_is_given_does_not_matter(evidence, random):
    mixed = list(evidence)
    random.shuffle(mixed)
    one, other = Ledger.of(evidence), Ledger.of(mixed)
    assert (one.turns, one.shifts, one.segments, one.doubts) == (
        other.turns,
        other.shifts,
        other.segments,
        other.doubts,
    )


@given(series)
def test_what_is_claimed_holds_in_every_order(evidence):
    turns = changes(evidence)
    assert all(turn.before.precedes(turn.after) and turn.is_turn for turn in turns)
    assert all(old.before.precedes(new.before) for old, new in pairwise(turns))
    assert all(old.after.side == new.before.side for old, new in pairwise(turns))
    assert all(len(turns) <= turns_in(order) for order in orders(evidence))


@given(series)
def test_without_a_doubt_every_turn_is_claimed(evidence):
    ledger = Ledger.of(evidence)
    assume(not ledger.doubts)
    assert len(ledger.turns) == min(map(turns_in, orders(evidence)))
    assert all(any(torn(item, other) for other in evidence) for item in ledger.loose)


def torn(one, other):
    """Whether their strengths differ and their order is open."""
    return one.stance != other.stance and not one.precedes(other) and not other.precedes(one)


@given(series)
def test_a_claim_is_the_most_that_two_by_two_is_certain(evidence):
    """The greatest chain in which each is certainly before the next and of another side, by trying all."""
    longest = 0
    for chosen in product([False, True], repeat=len(evidence)):
        chain = sorted(
            (item for item, taken in zip(evidence, chosen, strict=True) if taken), key=lambda item: item.place
        )
        pairs = list(pairwise(chain))
        if all(one.precedes(other) and one.side != other.side for one, other in pairs):
            longest = max(longest, len(pairs))
    assert len(changes(evidence)) == longest


@given(series, st.data())
def test_a_wider_span_never_makes_more_turns(evidence, data):
    assume(evidence)
    number = data.draw(st.integers(0, len(evidence) - 1))
    earlier, later = data.draw(st.integers(0, 6)), data.draw(st.integers(0, 6))
    old = evidence[number]
    wide = Evidence(
        old.key,
        old.stance,
        old.earliest - timedelta(days=earlier),
        old.latest + timedelta(days=later),
        old.throughout,
    )
    wider = [*evidence[:number], wide, *evidence[number + 1 :]]
    assert len(changes(wider)) <= len(changes(evidence))


@given(series)
def test_every_window_is_bounded_by_its_evidence(evidence):
    for change in (*Ledger.of(evidence).turns, *Ledger.of(evidence).shifts):
        assert change.before.earliest <= change.first <= change.before.latest
        assert change.after.earliest <= change.last <= change.after.latest
        assert change.first < change.last


@given(series, st.data())
def test_more_of_the_same_within_a_segment_changes_no_turn(evidence, data):
    ledger = Ledger.of(evidence)
    assume(ledger.segments)
    segment = data.draw(st.sampled_from(ledger.segments))
    inside = sorted(segment.evidence, key=lambda item: item.place)
    first, last = min(item.latest for item in inside), max(item.earliest for item in inside)
    assume(first <= last)
    start = data.draw(st.integers(0, (last - first).days))
    length = data.draw(st.integers(0, (last - first).days - start))
    more = Evidence(
        "more", segment.stance, first + timedelta(days=start), first + timedelta(days=start + length)
    )
    assume(all(item.stance == segment.stance for item in inside))
    fuller = Ledger.of([*evidence, more])
    assert len(fuller.turns) == len(ledger.turns)
    for old, new in zip(ledger.turns, fuller.turns, strict=True):
        assert old.first <= new.first < new.last <= old.last


@given(series)
def test_each_piece_of_evidence_has_one_place(evidence):
    ledger = Ledger.of(evidence)
    placed = [item for segment in ledger.segments for item in segment.evidence] + [*ledger.loose]
    assert sorted(item.key for item in placed) == sorted(item.key for item in evidence)
    assert all(segment.evidence for segment in ledger.segments)
    for segment in ledger.segments:
        assert {item.side for item in segment.evidence} == {segment.side}
