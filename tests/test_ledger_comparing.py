"""Two ledgers side by side, against every order that the dates allow."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ledger import Evidence, carrying, holdings, side, spells

START = date(2024, 1, 1)
YEAR = timedelta(days=365)


def day(number):
    """A day, counted from 1 January 2024."""
    return START + timedelta(days=number - 1)


def shown(stance, first, last=None, throughout=False):
    """A stance shown within some days of January 2024."""
    last = first if last is None else last
    return Evidence(f"{stance}-{first}-{last}", stance, day(first), day(last), throughout)


def told(found):
    """(relation, first, last, steps) of spells, days as numbers; what is known of both."""
    return [
        (spell.relation, number(spell.first), number(spell.last), spell.parts[0].steps)
        for spell in found
        if spell.is_known
    ]


def number(when):
    """The day of January 2024, or None."""
    return when and (when - START).days + 1


def test_a_stance_is_held_between_two_pieces_of_evidence_and_until_it_has_faded():
    (held,) = holdings([shown("opposes", 3), shown("opposes", 9)])
    assert (number(held.first), held.last, held.stances) == (3, day(9) + YEAR, ("opposes",))
    assert held.heard == day(9)


def test_between_two_stances_nothing_is_held():
    for_, against = holdings([shown("supports", 3), shown("opposes", 9)])
    assert (for_.first, for_.last, for_.heard) == (day(3), day(3), None)
    assert (against.first, against.last) == (day(9), day(9) + YEAR)


def test_where_only_the_strength_changed_the_side_is_held():
    found = holdings([shown("leans-oppose", 3), shown("opposes", 9)])
    assert [(number(held.first), held.stances) for held in found] == [
        (3, ("leans-oppose",)),
        (4, ("leans-oppose", "opposes")),
        (9, ("opposes",)),
    ]


def test_what_may_have_been_said_in_between_leaves_open_what_was_held():
    """For on the 3rd and the 9th; against some day from the 5th to the 20th, so perhaps on the 6th."""
    found = holdings([shown("supports", 3), shown("supports", 9), shown("opposes", 5, 20)])
    assert [(number(held.first), number(held.last)) for held in found] == [(3, 3)]


def test_a_disagreement_began_between_the_last_agreement_and_the_first_certain_day():
    """Both for on the 3rd; one of them against, shown on the 20th: it began between the two."""
    one = [shown("supports", 3), shown("supports", 25)]
    other = [shown("supports", 1), shown("leans-support", 3), shown("opposes", 20)]
    agreed, disagreed = [spell for spell in spells(one, other) if spell.is_known]
    assert told([agreed, disagreed]) == [("agree", 3, 3, (1, 1)), ("disagree", 20, 20 + 365, (4, 4))]
    assert (agreed.before, agreed.after) == (None, day(20))
    assert (disagreed.before, disagreed.after) == (day(3), None)


def test_two_who_never_had_a_position_at_the_same_time_neither_agree_nor_disagree():
    late = Evidence("late", "opposes", day(3) + 2 * YEAR, day(3) + 2 * YEAR)
    found = spells([shown("supports", 3)], [late])
    assert [spell.relation for spell in found] == ["alone", "nothing", "alone"]
    assert all(part.steps is None for spell in found for part in spell.parts)


@pytest.mark.parametrize(
    ("one", "other", "relation", "steps"),
    [
        ("supports", "supports", "agree", (0, 0)),
        ("supports", "leans-support", "agree", (1, 1)),
        ("undecided", "undecided", "agree", (0, 0)),
        ("supports", "undecided", "differ", (2, 2)),
        ("leans-oppose", "undecided", "differ", (1, 1)),
        ("leans-support", "leans-oppose", "disagree", (2, 2)),
        ("supports", "opposes", "disagree", (4, 4)),
    ],
)
def test_how_far_apart(one, other, relation, steps):
    (spell,) = spells([shown(one, 5)], [shown(other, 5)])
    assert (spell.relation, spell.parts[0].steps) == (relation, steps)


def test_of_an_open_strength_the_distance_is_a_range():
    (*_, last) = spells([shown("supports", 1, 9), shown("leans-support", 2, 8)], [shown("opposes", 9)])
    assert last.relation == "disagree"
    assert {part.steps for part in last.parts} == {(3, 4)}


STANCES = st.sampled_from(["supports", "leans-support", "undecided", "leans-oppose", "opposes"])


@st.composite
def pieces(draw, most=4):
    """A few pieces of evidence within eight days, some of them over several."""
    found = {}
    for place in range(draw(st.integers(0, most))):
        first = draw(st.integers(1, 8))
        last = draw(st.integers(first, min(first + 3, 8)))
        stance, throughout = draw(STANCES), draw(st.booleans())
        found[place] = Evidence(f"e{place}", stance, day(first), day(last), throughout and last > first)
    return list(found.values())


def placements(evidence):
    """Every way in which evidence can have happened: the days on which each piece was shown."""
    return product(
        *(
            [tuple(range(number(item.earliest), number(item.latest) + 1))]
            if item.throughout
            else [(when,) for when in range(number(item.earliest), number(item.latest) + 1)]
            for item in evidence
        )
    )


def held_in(evidence, placed, when):
    """The stances that neighbour a day in one order; nothing counts where none was shown before."""
    days = [(on, item.stance) for item, ons in zip(evidence, placed, strict=True) for on in ons]
    before = max((on for on, _ in days if on <= when), default=None)
    after = min((on for on, _ in days if on >= when), default=None)
    if before is None:
        return {None}
    return {stance for on, stance in days if on in (before, after)}


@given(pieces())
def test_what_is_held_is_held_in_every_order(evidence):
    found, orders = holdings(evidence), list(placements(evidence)) if evidence else []
    for when in range(1, 9):
        here = [held for held in found if held.first <= day(when) <= held.last]
        assert len(here) <= 1
        for placed in orders if here else ():
            assert held_in(evidence, placed, when) <= set(here[0].stances), (when, evidence, placed)


@given(pieces())
def test_what_every_order_says_is_held(evidence):
    """But for what lasted: there the whole of it must be free of other evidence."""
    evidence = [replace(item, throughout=False) for item in evidence]
    found, orders = holdings(evidence), list(placements(evidence)) if evidence else []
    for when in range(1, 9):
        certain = set().union(*(held_in(evidence, placed, when) for placed in orders))
        here = [held.stances for held in found if held.first <= day(when) <= held.last]
        if certain and None not in certain and len({side(stance) for stance in certain}) == 1:
            assert here and set(here[0]) == certain, (when, evidence)
        else:
            assert not here


@given(pieces(6), pieces(6), st.randoms(use_true_random=False))
def test_the_order_in_which_evidence_is_given_does_not_matter(one, other, random):
    expected = spells(one, other)
    shuffled = random.sample(one, len(one)), random.sample(other, len(other))
    assert spells(*shuffled) == expected


@given(pieces(6), pieces(6))
def test_swapping_the_sides_mirrors_what_is_said(one, other):
    straight, swapped = spells(one, other), spells(other, one)
    assert [spell.relation for spell in straight] == [spell.relation for spell in swapped]
    assert [(spell.before, spell.after) for spell in straight] == [
        (spell.before, spell.after) for spell in swapped
    ]
    parts = [part.mirrored() for spell in swapped for part in spell.parts]
    assert [part for spell in straight for part in spell.parts] == parts
    assert [part.steps for spell in straight for part in spell.parts] == [part.steps for part in parts]


@given(pieces(6), pieces(6))
def test_spells_follow_one_another_and_rest_on_evidence(one, other):
    found = spells(one, other)
    parts = [part for spell in found for part in spell.parts]
    for earlier, later in pairwise(parts):
        assert later.first - earlier.last == timedelta(days=1)
    for part in parts:
        for mine, state in ((one, part.one), (other, part.other)):
            if state.stances:
                carried = carrying(mine, part, state)
                assert {item.stance for item in carried} <= set(state.stances)
                assert any(item.held_from <= part.first for item in carried)
    for spell in found:
        assert spell.before is None or spell.before < spell.first
        assert spell.after is None or spell.after > spell.last
