"""From words to deeds: rounds, and the days from one role to another as the dates allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ledger import CHAIN, RoleEvent, lag, rounds
from timeline.ledger.lags import COMES_BEFORE

START = date(2024, 1, 1)


def event(role, first, last=None):
    """An event on days counted from 1 January 2024."""
    last = first if last is None else last
    return RoleEvent(f"{role}-{first}", role, START + timedelta(days=first), START + timedelta(days=last))


LAGS = {
    "two days": ([event("requested", 1), event("approved", 4)], ("requested", "approved"), (3, 3)),
    "the same day": ([event("approved", 4), event("delivered", 4)], ("approved", "delivered"), (0, 0)),
    "the first of each": (
        [event("requested", 1), event("requested", 2), event("approved", 9), event("approved", 30)],
        ("requested", "approved"),
        (8, 8),
    ),
    "spans make a range": (
        [event("requested", 1, 10), event("approved", 21, 30)],
        ("requested", "approved"),
        (11, 29),
    ),
    "what came before does not count": (
        [event("refused", 1), event("requested", 5), event("refused", 9)],
        ("requested", "refused"),
        (4, 4),
    ),
    "what may have come before makes the range long": (
        [event("requested", 5), event("refused", 1, 8), event("refused", 20)],
        ("requested", "refused"),
        (0, 15),
    ),
    "and without another it is open": (
        [event("requested", 5), event("refused", 1, 8)],
        ("requested", "refused"),
        (0, None),
    ),
    "nothing is used before it is delivered": (
        [event("delivered", 1, 24), event("used", 17)],
        ("delivered", "used"),
        (0, 16),
    ),
}


@pytest.mark.parametrize("name", LAGS)
def test_lags(name):
    events, roles, expected = LAGS[name]
    (round_,) = rounds(events)
    found = lag(round_, *roles)
    assert (found.least, found.most) == expected


def test_no_lag_without_both_roles():
    (round_,) = rounds([event("requested", 1)])
    assert lag(round_, "requested", "used") is None


def test_no_lag_where_the_later_role_came_before():
    (round_,) = rounds([event("refused", 1), event("requested", 5)])
    assert lag(round_, "requested", "refused") is None


def test_a_use_ends_a_round():
    shorter = [event("requested", 1), event("approved", 5), event("delivered", 7), event("used", 9)]
    longer = [event("approved", 40), event("delivered", 50, 60), event("used", 55), event("used", 70)]
    first, second = rounds([*longer, *shorter])
    assert first.events == tuple(shorter)
    assert [one.role for one in second.events] == ["approved", "delivered", "used", "used"]
    assert second.roles == ("approved", "delivered", "used")


def test_an_event_that_overlaps_the_use_belongs_to_its_round():
    (round_,) = rounds([event("used", 17), event("delivered", 10, 24)])
    assert round_.roles == ("delivered", "used")


def test_events_without_a_day_are_passed_over():
    assert rounds([RoleEvent("somewhere", "used", None, None)]) == ()


spans = st.tuples(st.sampled_from(CHAIN), st.integers(0, 40), st.integers(0, 9))
topics = st.lists(spans, max_size=7).map(
    lambda rows: [
        RoleEvent(f"e{n}", role, START + timedelta(days=first), START + timedelta(days=first + length))
        for n, (role, first, length) in enumerate(rows)
    ]
)


@given(topics)
def test_every_event_is_in_one_round(events):
    found = [event for round_ in rounds(events) for event in round_.events]
    assert sorted(found, key=lambda event: event.key) == sorted(events, key=lambda event: event.key)


PAIRS = [(one, other) for one in CHAIN for other in CHAIN if one != other]


@given(topics, st.sampled_from(PAIRS), st.data())
def test_the_range_holds_whatever_the_days_were(events, pair, data):
    """Choose a day for every event: the lag between those days lies in the range."""
    role, later = pair
    for round_ in rounds(events):
        chosen = {
            event: data.draw(st.integers((event.earliest - START).days, (event.latest - START).days))
            for event in round_.events
        }
        starts = [day for event, day in chosen.items() if event.role == role]
        ends = [day for event, day in chosen.items() if event.role == later]
        if not starts or not ends:
            assert lag(round_, role, later) is None
            continue
        if later in COMES_BEFORE.get(role, ()) and min(starts) > min(ends):
            continue  # nothing is used before it is delivered: these days cannot have been
        after = [day - min(starts) for day in ends if day >= min(starts)]
        found = lag(round_, role, later)
        if after:
            assert found.least <= min(after)
            assert found.most is None or min(after) <= found.most
        else:
            assert found is None or found.most is None
