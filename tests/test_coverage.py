"""Coverage: every cell counts what its link lists, and an empty one says that nothing is recorded."""

from datetime import date
from itertools import pairwise

import pytest

from timeline.exports.coverage import COLUMNS, Coverage, periods
from timeline.filters import Filters, View
from timeline.models import Citation, Event

PAGE = "/long-range-weapons/coverage/"
QUERIES = [
    "",
    "actor=olaf-scholz&stance=opposes",
    "certainty=certainly&kind=statement",
    "from=2023-05-10&to=2023-09-20",
    "question=supply-taurus&disputed=yes",
]


def view_of(debate, query, user=None):
    """The view of a query."""
    return View.of(debate, Filters.parse(query), user)


@pytest.mark.parametrize("query", QUERIES)
def test_every_cell_counts_what_its_link_lists(debate, query):
    found = Coverage(view_of(debate, query))
    rows = [found.all, *found.rows("question")[:3], *found.rows("actor")[:3]]
    for row in rows:
        assert view_of(debate, row.query).count == row.events
        for cell in row.cells[::5]:
            listed = view_of(debate, cell.query)
            assert listed.count == cell.events, cell
            cited = Citation.objects.filter(event__in=listed.unordered().values("pk"))
            assert len(set(cited.values_list("source__publisher", flat=True))) == cell.sources


def test_every_event_with_a_day_stands_in_some_cell(debate):
    found = Coverage(view_of(debate, ""))
    assert found.all.events == 287
    assert sum(cell.events for cell in found.all.cells) >= 287


def test_rows_are_those_chosen(debate):
    found = Coverage(view_of(debate, "actor=olaf-scholz&actor=joe-biden"))
    assert {row.name for row in found.rows("actor")} == {"Olaf Scholz", "Joe Biden"}


MONTHS = [
    (date(2024, 1, 31), date(2024, 3, 1), 1, 3),
    (date(2023, 11, 1), date(2024, 1, 1), 3, 2),
    (date(2022, 6, 1), date(2024, 6, 1), 12, 3),
    (date(1999, 6, 1), date(2024, 6, 1), 120, 4),
    (date(9999, 1, 1), date(9999, 12, 31), 1, 12),
    (date(1, 1, 1), date(1, 2, 1), 1, 2),
]


@pytest.mark.parametrize(("first", "last", "unit", "count"), MONTHS)
def test_periods_hold_all_days_and_touch(first, last, unit, count):
    found = periods(first, last, unit)
    assert len(found) == count
    assert found[0].first <= first and last <= found[-1].last
    assert all((b.first - a.last).days == 1 for a, b in pairwise(found))


def test_a_long_debate_is_told_by_longer_periods(debate):
    Event.objects.create(
        debate=debate, slug="budapest", title="Budapest", kind="decision", status="published",
        date_override="1994-12-05", date_basis="for the test",
    )  # fmt: skip
    found = Coverage(view_of(debate, ""))
    assert len(found.periods) <= COLUMNS
    assert found.periods[0].unit == 12


def test_what_rests_on_one_source(client, debate):
    found = Coverage(view_of(debate, "")).resting_on_one()
    assert len(found) == Coverage(view_of(debate, "")).alone > 100
    for event in found:
        assert len({citation.source.publisher for citation in event.citations.all()}) == 1
        assert event.rests_on_one
    page = client.get(PAGE).content.decode()
    assert f"{len(found)} rest on one source alone" in page
    assert all(event.get_absolute_url() in page for event in found)


def test_an_empty_cell_says_nothing_recorded(client, debate):
    page = client.get(PAGE).content.decode()
    assert "nothing recorded" in page
    assert "nothing happened" in page  # in the one sentence that says what an empty cell does not say
    assert page.count("nothing happened") == 1


def test_an_empty_view_says_so(client, debate):
    assert "Nothing is recorded in this view." in client.get(f"{PAGE}?q=zzz").content.decode()


def test_undated_events_are_counted_and_in_no_period(debate):
    Event.objects.filter(debate=debate).delete()
    Event.objects.create(debate=debate, slug="undated", title="Talks", kind="meeting", status="published")
    found = Coverage(view_of(debate, ""))
    assert (found.all.events, found.all.cells) == (1, [])
