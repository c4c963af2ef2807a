"""Reading a view: years to jump to, what changed, the handout."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone
from django.utils.html import escape

from timeline.admin.findings import findings_of
from timeline.charts.shapes import shape_of
from timeline.exports.qr_code import QR_LONGEST, code
from timeline.filters import PAGE_SIZE, Filters, View
from timeline.models import Debate, Event
from timeline.views.handout import AT_MOST
from timeline.views.listing import Listing

DEBATE = "/long-range-weapons/"


@pytest.mark.parametrize("query", ["", "sort=newest", "actor=olaf-scholz", "q=atacms&sort=newest&page=2"])
def test_a_year_leads_to_its_first_event(debate, query):
    view = View.of(debate, Filters.parse(query))
    order = [event.sort_date and event.sort_date.year for event in view.rows()]
    years = Listing(view).years()
    assert [year.name for year in years] == [str(name or "Undated") for name in dict.fromkeys(order)]
    for year in years:
        first = order.index(int(year.name) if year.name.isdigit() else None)
        assert (year.count, year.page) == (order.count(order[first]), first // PAGE_SIZE + 1)
        months = Listing(View.of(debate, Filters.parse(year.query))).months()
        assert [month.year for month in months].count(year.anchor) == 1


def test_in_order_of_weight_there_are_no_years(debate):
    assert Listing(View.of(debate, Filters.parse("sort=importance"))).years() == []


@pytest.fixture
def changing(db):
    """A debate with an event from before 3 November, one changed after it, and one new."""
    debate = Debate.objects.create(slug="changing", title="A debate that goes on")
    for slug, created, changed in (("old", 1, 1), ("corrected", 1, 3), ("new", 4, 4)):
        with time_machine.travel(datetime(2026, 11, created, 12, tzinfo=UTC), tick=False):
            event = Event.objects.create(
                debate=debate, slug=slug, title=slug, kind="vote", status="published"
            )
        with time_machine.travel(datetime(2026, 11, changed, 12, tzinfo=UTC), tick=False):
            event.save()
    return debate


@pytest.mark.parametrize(
    ("since", "slugs"),
    [
        ("2026-11-03", {"corrected", "new"}),
        ("2026-11-03T12:00:00Z", {"corrected", "new"}),
        ("2026-11-03T12:00:01Z", {"new"}),
        ("2026-11-05", set()),
        ("2026-10-31", {"old", "corrected", "new"}),
    ],
)
def test_since_narrows_to_what_is_new_or_was_changed(client, changing, since, slugs):
    answer = client.get(f"/changing/events.json?since={since}").json()
    assert {event["slug"] for event in answer["events"]} == slugs


def test_cards_say_what_is_new_and_what_was_changed(client, changing):
    page = client.get("/changing/?since=2026-11-03").content.decode()
    assert dict(re.findall(r'data-slug="([a-z]+)">.*?class="fresh">([a-z]+)<', page, re.DOTALL)) == {
        "corrected": "changed",
        "new": "new",
    }
    assert "A debate that goes on: new or changed since 3 November 2026" in page


@time_machine.travel("2026-11-21T14:00:07Z", tick=False)
def test_now_and_words_become_a_moment_in_the_address(client, changing):
    for asked, written in (("now", "2026-11-21T14%3A00%3A07Z"), ("last+week", "2026-11-09")):
        for path in ("", "print/"):
            answer = client.get(f"/changing/{path}?since={asked}&kind=vote")
            assert answer.headers["Location"] == f"/changing/{path}?kind=vote&since={written}"


def test_the_browser_asks_how_much_changed_since_a_visit(client, changing):
    assert client.get("/changing/changes/?since=2026-11-03T09:00:00Z").content.decode().strip() == (
        '<a href="/changing/?since=2026-11-03T09%3A00%3A00Z">'
        "2 events are new or changed since your visit of 3 November 2026, 09:00 UTC</a>"
    )
    for nothing in ("2026-11-30", "gossip", ""):
        assert client.get(f"/changing/changes/?since={nothing}").content.decode().strip() == ""


@pytest.mark.parametrize("query", ["actor=olaf-scholz", "q=atacms&sort=newest", "kind=vote&page=1", ""])
def test_the_handout_holds_the_events_of_the_view_and_each_source_once(client, debate, query):
    events = list(View.of(debate, Filters.parse(query)).rows().prefetch_related("citations__source"))
    page = client.get(f"{DEBATE}print/?{query}").content.decode()
    assert re.findall(r"<h3>(.*?)</h3>", page) == [escape(event.title) for event in events]
    sources = {citation.source.pk: citation.source for event in events for citation in event.citations.all()}
    assert len(re.findall(r'<li id="source-\d+">', page)) == len(sources)
    cited = {int(number) for number in re.findall(r'href="#source-(\d+)"', page)}
    assert cited == set(range(1, len(sources) + 1))


def test_the_handout_says_how_much_it_leaves_out(client, db):
    debate = Debate.objects.create(slug="long", title="A long debate")
    Event.objects.bulk_create(
        Event(debate=debate, slug=f"e{number}", title=f"Event {number}", kind="vote", status="published")
        for number in range(AT_MOST + 3)
    )
    page = client.get("/long/print/").content.decode()
    assert page.count("<h3>") == AT_MOST
    assert "3 more are at the address above" in page


def test_the_handout_carries_its_address_and_date(client, debate):
    page = client.get(f"{DEBATE}print/?actor=olaf-scholz&page=1&event=").content.decode()
    assert "http://testserver/long-range-weapons/?actor=olaf-scholz" in page
    assert f"made on {timezone.localdate():%-d %B %Y}" in page
    assert "<svg" in code("http://testserver/") and "style=" not in code("http://testserver/")
    assert code("x" * (QR_LONGEST + 1)) == ""


def test_drafts_are_not_printed(client, admin_client, changing):
    Event.objects.filter(slug="new").update(status="draft")
    assert client.get("/changing/print/").content.count(b"<h3>") == 2
    assert admin_client.get("/changing/print/").content.count(b"<h3>") == 3


def test_a_compact_list_is_an_address(client, changing):
    page = client.get("/changing/?density=compact").content.decode()
    assert "is-compact" in page and 'name="density" value="compact"' in page
    assert "is-compact" not in client.get("/changing/").content.decode()


def test_the_only_event_leads_to_what_surrounds_it(client, changing):
    page = client.get("/changing/?since=2026-11-04").content.decode()
    assert 'href="/changing/?event=new">See what came before and after it' in page


def test_a_visit_in_the_future_finds_nothing(client, changing):
    tomorrow = (timezone.now() + timedelta(days=1)).date()
    assert client.get(f"/changing/events.json?since={tomorrow}").json()["count"] == 0


def test_cards_say_stances_by_the_shapes_of_the_chart():
    css = (settings.BASE_DIR / "static" / "list.css").read_text()
    signs = dict(re.findall(r'\.stance-([a-z-]+)::before \{[^}]*content: "(.)"', css))
    assert signs == {
        "supports": "▲",
        "leans-support": "△",
        "undecided": "◆",
        "leans-oppose": "▽",
        "opposes": "▼",
    }
    symbols = {"▲△": "triangle-up", "◆": "diamond", "▽▼": "triangle-down"}
    for stance, sign in signs.items():
        shape = shape_of(stance)
        assert shape.hollow == (sign in "△▽")
        assert next(symbol for drawn, symbol in symbols.items() if sign in drawn) == shape.symbol


MONTH = [
    # words, published, what the event's page says of the day, whether the queue asks for the day
    ("on Tuesday", "2024-06", "30 June 2024, the last day on which Courier can have published it", True),
    ("11 June 2024", "2024-06", "30 June 2024, the last day on which Courier can have published it", False),
    ("on Tuesday", "2024-06-30", "30 June 2024, when Courier published it", False),
]


@pytest.mark.parametrize(("words", "published", "says", "asks"), MONTH)
def test_a_source_of_some_day_of_a_month_is_not_said_to_be_of_its_last(
    client, db, words, published, says, asks
):
    bridge = Debate.objects.create(slug="bridge", title="A bridge over the Lune")
    courier = bridge.sources.create(slug="courier", title="Mayor", publisher="Courier", published=published)
    event = bridge.events.create(
        slug="speech", title="Speech", kind="statement", status="published", date_text=words
    )
    event.citations.create(source=courier, date_text=words)
    event.settle()
    page = client.get("/bridge/events/speech/").text
    assert says in " ".join(page.split())
    keys = {finding.key for finding in findings_of(Event.objects.get())}
    assert ("no-day-of-publication" in keys) is asks
