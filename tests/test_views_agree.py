"""Every surface shows the same events in the same order, because all get their rows through one door."""

import csv
import io
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filter_states import states
from timeline.exports.chart import ChartRows
from timeline.facets import facets
from timeline.filters import Filters, View
from timeline.models import Event

CARD = re.compile(r'<li class="card[^"]*" data-slug="([^"]+)"')
LISTED = settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
QUESTIONS = ["supply-atacms", "supply-taurus", "strikes-inside-russia", "aid-pace"]
ACTORS = [
    "joe-biden",
    "olaf-scholz",
    "volodymyr-zelensky",
    "us-defense-department",
    "vladimir-putin",
    "ukraine",
]
TOPICS = ["atacms", "taurus", "use-restrictions", "storm-shadow", "f-16"]
PUBLISHERS = ["Kyiv Independent", "Politico Europe", "TASS"]
STATES = states(QUESTIONS, ACTORS, TOPICS, PUBLISHERS)


def slugs_on_pages(client, debate, state, **headers):
    """The slugs of the cards on all pages of a view, in order."""
    found, page = [], 1
    while True:
        query = state.replace(page=page).querystring()
        html = client.get(f"{debate.get_absolute_url()}?{query}", **headers).content.decode()
        cards = CARD.findall(html)
        found += cards
        if len(cards) < 100:
            return found
        page += 1


def slugs_in_json(client, debate, state):
    """The slugs of all pages of events.json, by following `next`."""
    url, found = f"{debate.get_absolute_url()}events.json?{state.querystring()}", []
    while url:
        answer = client.get(url).json()
        found += [event["slug"] for event in answer["events"]]
        url = answer["next"]
    assert answer["count"] == len(found)
    return found


def slugs_in_csv(client, debate, state):
    """The first column of events.csv."""
    answer = client.get(f"{debate.get_absolute_url()}events.csv?{state.querystring()}")
    lines = b"".join(answer.streaming_content).decode()
    return [row["slug"] for row in csv.DictReader(io.StringIO(lines))]


@LISTED
@given(state=STATES)
def test_page_fragment_json_csv_and_chart_agree(client, debate, state):
    expected = slugs_in_json(client, debate, state)
    assert slugs_in_csv(client, debate, state) == expected
    assert slugs_on_pages(client, debate, state) == expected
    assert slugs_on_pages(client, debate, state, headers={"HX-Request": "true"}) == expected
    drawn = {mark.row.slug for mark in ChartRows(View(debate, state)).scene("wide").marks}
    dated = Event.objects.exclude(sort_date=None).filter(slug__in=expected)
    assert drawn == set(dated.values_list("slug", flat=True))
    assert Filters.parse(state.querystring()) == state


@LISTED
@given(state=STATES, choice=st.randoms(use_true_random=False))
def test_a_facets_count_is_what_choosing_it_gives(debate, state, choice):
    for facet in facets(View(debate, state)):
        for value in choice.sample(facet.values, min(3, len(facet.values))):
            chosen = state.without(facet.key).toggle(facet.key, value.value)
            assert value.count == View(debate, chosen).count, (facet.key, value)


@pytest.mark.parametrize("query", ["", "actor=olaf-scholz&stance=opposes", "disputed=yes", "precision=day"])
def test_a_facet_value_toggles_itself(debate, query):
    state = Filters.parse(query)
    for facet in facets(View(debate, state)):
        for value in facet.values:
            assert Filters.parse(value.query) == state.toggle(facet.key, value.value)
            assert value.chosen == (value.value in getattr(state, facet.key))


def test_a_stance_asked_for_with_an_actor_is_that_actors(client, debate):
    answer = client.get("/long-range-weapons/events.json?actor=olaf-scholz&stance=opposes").json()
    assert answer["count"] > 5
    for event in answer["events"]:
        assert {"olaf-scholz"} <= {
            position["actor"] for position in event["positions"] if position["stance"] == "opposes"
        }
