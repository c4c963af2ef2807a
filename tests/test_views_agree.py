"""Every surface shows the same events in the same order, because all get their rows through one door."""

import csv
import functools
import io
import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import icalendar
import jsonschema
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filter_states import states
from timeline.charts import svg
from timeline.exports.chart import ChartRows
from timeline.facets import facets
from timeline.filters import Filters, View
from timeline.models import Actor, Event

CARD = re.compile(r'<li class="card[^"]*" data-slug="([^"]+)"')
# What a database decides is their order, and whether a row is found; a few views show that.
ON_SQLITE = connection.vendor == "sqlite"
LISTED = settings(
    max_examples=300 if ON_SQLITE else 20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FEWER = settings(LISTED, max_examples=200 if ON_SQLITE else 15)
SCHEMA = Path(__file__).parent / "data" / "timelinejs.schema.json"
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
PAGE = 40  # events on a page: a smaller debate than the real one has several then
PAGED = [
    "filters.rows.PAGE_SIZE",
    "views.data.PAGE_SIZE",
    "views.embed.LISTED",
    "views.embed.PAGE_SIZE",
    "views.feeds.PAGE_SIZE",
    "views.listing.PAGE_SIZE",
]
MORE = {  # what the real debate has none of: (title, kind, words for the date)
    "promised-long-ago": ("Promised, nobody knows when", "decision", ""),
    "asked-before": ("Asked\x0bbefore <b>&amp; after</b>\u2028", "statement", ""),
    "by-june": ("A delivery by the end of June", "delivery", "by the end of June 2024"),
    "since-may": ("=Warnings since May; “every week”, they say", "warning", "since May 2024"),
    "in-2023": ("All through 2023", "report", "throughout 2023"),
}


@pytest.fixture
def varied(debate, monkeypatch):
    """Two pages of the real debate, and events without date or end, with characters that files trip over."""
    for module in PAGED:
        monkeypatch.setattr(f"timeline.{module}", PAGE)
    others = [event.pk for i, event in enumerate(debate.events.order_by("slug")) if i % 10 not in (0, 3)]
    Event.objects.filter(pk__in=others).delete()
    scholz = Actor.objects.get(debate=debate, slug="olaf-scholz")
    for slug, (title, kind, words) in MORE.items():
        event = Event.objects.create(
            debate=debate,
            slug=slug,
            title=title,
            kind=kind,
            date_text=words,
            anchor=date(2024, 7, 1),
            language="en",
            status="published",
        )
        event.actors.add(scholz)
        event.questions.add(debate.questions.get(slug="supply-taurus"))
        event.settle()
    debate.refresh_from_db()
    return debate


def body(client, debate, name, state, **headers):
    """The whole of an answer of the public, as text."""
    answer = client.get(f"{debate.get_absolute_url()}{name}?{state.querystring()}", headers=headers)
    assert answer.status_code == 200
    return (answer.getvalue() if answer.streaming else answer.content).decode("utf-8")


def on_pages(client, debate, state, **headers):
    """The slugs of the cards on all pages of a view, in order."""
    found, page = [], 1
    while True:
        cards = CARD.findall(body(client, debate, "", state.replace(page=page), **headers))
        found += cards
        if len(cards) < PAGE:
            return found
        page += 1


def in_fragments(client, debate, state):
    """The slugs of the cards in what htmx swaps."""
    return on_pages(client, debate, state, **{"HX-Request": "true"})


def in_json(client, debate, state):
    """The slugs of all pages of events.json, by following `next`."""
    url, found = f"{debate.get_absolute_url()}events.json?{state.querystring()}", []
    while url:
        response = client.get(url)
        answer, url = response.json(), response.json()["next"]
        found += [event["slug"] for event in answer["events"]]
        assert (f'<{url}>; rel="next"' in response["Link"]) == bool(url)
    assert answer["count"] == len(found)
    return found


def in_csv(client, debate, state):
    """The first column of events.csv."""
    lines = body(client, debate, "events.csv", state)
    assert lines.startswith("\ufeff")
    return [row["slug"] for row in csv.DictReader(io.StringIO(lines[1:], newline=""))]


def in_ics(client, debate, state):
    """The slugs in events.ics, from the addresses of its events."""
    calendar = icalendar.Calendar.from_ical(body(client, debate, "events.ics", state))
    events = calendar.events
    assert len({event["UID"] for event in events}) == len(events)
    assert names_the_undated(calendar["DESCRIPTION"], debate, state)
    for event in events:
        assert event["DTEND"].dt > event["DTSTART"].dt
    return [slug_of(event["URL"]) for event in events]


def in_timelinejs(client, debate, state):
    """The slugs in timelinejs.json, from the ids of its slides."""
    file = json.loads(body(client, debate, "timelinejs.json", state))
    validator().validate(file)
    assert names_the_undated(file["title"]["text"]["text"], debate, state)
    return [slide["unique_id"] for slide in file["events"]]


def in_atom(client, debate, state):
    """The slugs on all pages of events.atom, by following `next`."""
    url, found = f"{debate.get_absolute_url()}events.atom?{state.querystring()}", []
    while url:
        feed = feedparser.parse(client.get(url).content, sanitize_html=False, resolve_relative_uris=False)
        assert not feed.bozo
        found += [slug_of(entry.link) for entry in feed.entries]
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"].split("://testserver")[1].split("&page")[0].startswith(url.split("?")[0])
        url = links.get("next", "").removeprefix("http://testserver")
    return found


def drawn(client, debate, state):
    """The slugs of the marks in the drawing; the picture by itself is read as well."""
    ElementTree.fromstring(body(client, debate, "chart.svg", state))
    drawing = ElementTree.fromstring(svg(ChartRows(View(debate, state)).scene("wide")))
    return {mark.get("data-slug") for mark in drawing.iter() if mark.get("data-slug")}


def embedded(client, debate, state):
    """The slugs of the cards in what other sites frame: the first page."""
    return CARD.findall(body(client, debate, "embed/", state))


def slug_of(url):
    """The slug at the end of an event's address."""
    return str(url).rstrip("/").rsplit("/", 1)[1]


@functools.cache
def validator():
    """The schema of TimelineJS files, itself checked once."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def names_the_undated(text, debate, state):
    """Whether a text names the undated events of a view that the public sees, and no others."""
    undated = set(View(debate, state).rows().filter(sort_date=None).values_list("slug", flat=True))
    named = {"promised-long-ago": "Promised, nobody knows when", "asked-before": "Askedbefore"}
    return {slug for slug, words in named.items() if words in text} == undated


SURFACES = {
    "page": on_pages,
    "fragment": in_fragments,
    "json": in_json,
    "csv": in_csv,
    "ics": in_ics,
    "timelinejs": in_timelinejs,
    "atom": in_atom,
    "svg": drawn,
    "embed": embedded,
}


def expected(surface, debate, state):
    """The slugs that a surface shall hold: of each view all, in its order, unless the surface has its own."""
    rows = View(debate, state).rows()
    if surface == "atom":
        rows = rows.order_by("-changed_at", "-pk")
    elif surface in ("ics", "timelinejs", "svg"):
        rows = rows.exclude(sort_date=None)
    slugs = list(rows.values_list("slug", flat=True))
    return set(slugs) if surface == "svg" else slugs[:PAGE] if surface == "embed" else slugs


# Those that show the chart ask together: what one has worked out of a view, the next is given.
TOGETHER = [("page", "fragment", "svg"), ("embed",), ("json", "csv"), ("ics", "timelinejs"), ("atom",)]


def test_every_surface_is_asked():
    assert sorted(SURFACES) == sorted(sum(TOGETHER, ()))


@pytest.mark.parametrize("surfaces", TOGETHER, ids="-".join)
@LISTED
@given(state=STATES)
def test_every_surface_holds_the_events_of_the_view(client, varied, surfaces, state):
    for surface in surfaces:
        assert SURFACES[surface](client, varied, state) == expected(surface, varied, state), surface
    assert Filters.parse(state.querystring()) == state


@FEWER
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
