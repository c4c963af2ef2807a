"""The pages beside the timeline have what the timeline has: pictures, rows, embeds, previews, short links."""

import csv
import io
import json
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.core.cache import cache

from tests.png import size_of
from tests.test_embed import Tags
from tests.test_share import Panel
from timeline.exports.places import PLACES
from timeline.exports.places.card import card_of_place
from timeline.exports.shared_views import LiveOnly, share
from timeline.filters import Filters, View
from timeline.models import Citation, Event, SharedView, Source

pytestmark = pytest.mark.django_db
SITE, DEBATE = "http://testserver", "/long-range-weapons/"
VIEW = "question=supply-taurus"
ROUTES = {name: place.route for name, place in PLACES.items()}
SVG = "{http://www.w3.org/2000/svg}"
each_place = pytest.mark.parametrize("name", PLACES)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """What is kept goes by the debate's revision, and a rolled back test gives its revision to the next."""
    yield
    cache.clear()


def place_of(debate, name, **filters):
    return PLACES[name](View(debate, Filters(**filters)))


def words_of(svg):
    """All texts of a drawing."""
    return [text.text or "" for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@each_place
def test_every_offer_of_the_panel_is_there_for_the_same_filters(client, debate, name):
    route = ROUTES[name]
    html = client.get(f"{DEBATE}{route}share/?{VIEW}").content.decode()
    found = Panel(html[html.index("share-head") : html.rindex("share-status")])
    assert found.fields["share-link"] == f"{SITE}{DEBATE}{route}?{VIEW}"
    offers = ["chart.png", "chart.svg", "preview.png", "cite.txt", "cite.bib", "cite.ris"]
    wanted = {f"{DEBATE}{route}{offer}?{VIEW}" for offer in offers}
    wanted |= {f"{DEBATE}{route[:-1]}.{ending}?{VIEW}" for ending in ("csv", "json")}
    wanted |= {f"{DEBATE}{'turns' if name == 'turns' else 'events'}.atom?{VIEW}"}
    assert wanted == set(found.links)
    for link in [*found.links, found.frames[0]["src"].removeprefix(SITE)]:
        answer = client.get(link)
        assert (answer.status_code, bool(answer.cookies)) == (200, False), link
    assert found.frames[0]["src"] == f"{SITE}{DEBATE}embed/{route}?{VIEW}"
    assert "sandbox" in Panel(found.texts["share-code"]).frames[0]


@each_place
def test_the_page_links_its_panel_and_its_picture(client, debate, name):
    html = client.get(f"{DEBATE}{ROUTES[name]}?{VIEW}").content.decode()
    assert f'href="{DEBATE}{ROUTES[name]}share/?{VIEW}"' in html
    assert f'property="og:image" content="{SITE}{DEBATE}{ROUTES[name]}preview.png?{VIEW}&amp;' in html
    assert "json+oembed" in html


@each_place
def test_the_card_says_what_kind_of_page_it_is_its_numbers_and_where(debate, name):
    place = place_of(debate, name, question=("supply-taurus",))
    words = words_of(card_of_place(place, "example.org/x", "light"))
    assert words[0] == f"{debate.title} · {place.heading}"
    assert words[1].startswith("Should Germany supply")
    assert place.lead.rstrip(".") in words
    assert "example.org/x" in words and any(word.startswith("Data of ") for word in words)


CARDS = {  # what a card of all the debate must say
    "positions": ["67 pieces of evidence of 26 actors", "Joe Biden", "2 of 26 rows"],
    "matrix": ["99 actors on 9 questions, as of 16 December 2024", "Volodymyr Zelensky", "4 of 99 rows"],
    "turns": ["25 turns of 11 actors", "2 of 15 rows"],
    "compare": ["Joe Biden and Volodymyr Zelensky on 6 questions", "2 of 12 rows"],
    "deeds": ["10 topics in 16 rounds", "ATACMS, round 1 of 4"],
    "arguments": ["40 arguments on 9 questions"],
    "coverage": ["287 events from 251 independent sources", "125 rest on one source alone", "By question"],
}


@each_place
def test_the_card_of_the_whole_debate(debate, name):
    words = words_of(card_of_place(place_of(debate, name), "", "dark"))
    assert set(CARDS[name]) <= set(words)


@each_place
def test_a_picture_is_drawn_once_and_asked_for_once(client, debate, name, monkeypatch):
    url = f"{DEBATE}{ROUTES[name]}chart.png?{VIEW}&theme=dark"
    first = client.get(url)
    assert size_of(first.content)[0] == 1200
    monkeypatch.setattr("timeline.views.picture.png", lambda svg: pytest.fail("drawn again"))
    assert client.get(url).content == first.content
    again = client.get(url, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_chart_of_a_view_is_drawn_once(client, debate, monkeypatch):
    first = client.get(f"{DEBATE}chart.png?actor=olaf-scholz")
    monkeypatch.setattr("timeline.views.picture.png", lambda svg: pytest.fail("drawn again"))
    assert client.get(f"{DEBATE}chart.png?actor=olaf-scholz").content == first.content
    Event.objects.get(slug="scholz-granada").save()
    with pytest.raises(pytest.fail.Exception, match="drawn again"):
        client.get(f"{DEBATE}chart.png?actor=olaf-scholz")


def rows_of(client, name, query=""):
    """The rows as JSON, and those of the table."""
    path = f"{DEBATE}{ROUTES[name][:-1]}"
    told = json.loads(client.get(f"{path}.json?{query}").content)
    text = client.get(f"{path}.csv?{query}").getvalue().decode("utf-8-sig")
    return told, list(csv.DictReader(io.StringIO(text)))


@each_place
def test_the_rows_say_what_they_are_and_lead_back(client, debate, name):
    told, table = rows_of(client, name, VIEW)
    place = place_of(debate, name, question=("supply-taurus",))
    assert (told["debate"], told["title"], told["sentence"]) == (debate.slug, place.title, place.sentence)
    assert told["url"] == f"{SITE}{DEBATE}{ROUTES[name]}?{VIEW}"
    assert told["count"] == len(told[place.key]) > 0
    assert tuple(table[0]) == place.columns
    for row in (table[0], table[-1]):
        assert client.get(row["url"].removeprefix(SITE).partition("#")[0]).status_code == 200


@each_place
def test_a_view_of_nothing_is_told_as_nothing(client, debate, name):
    query = "q=zzzz"
    told, table = rows_of(client, name, query)
    assert (told["count"], table) == (0, [])
    for url in (f"{ROUTES[name]}chart.svg", f"{ROUTES[name]}preview.png", f"embed/{ROUTES[name]}"):
        assert client.get(f"{DEBATE}{url}?{query}").status_code == 200, url


@each_place
def test_what_cannot_be_used_is_refused_and_named(client, debate, name):
    for url in (f"{ROUTES[name][:-1]}.json", f"{ROUTES[name]}chart.png", f"{ROUTES[name]}preview.png"):
        assert client.get(f"{DEBATE}{url}?kind=nonsense").json()["problems"][0]["key"] == "kind"
    assert "could not be used" in client.get(f"{DEBATE}embed/{ROUTES[name]}?kind=nonsense").content.decode()


def test_the_rows_of_positions_and_turns_tell_of_scholz(client, debate):
    told, table = rows_of(client, "positions", f"{VIEW}&actor=olaf-scholz")
    (scholz,) = told["positions"]
    assert (scholz["name"], scholz["last"], scholz["side"]) == ("Olaf Scholz", "opposes", "against")
    assert {row["event"] for row in table} == {item["event"] for item in scholz["evidence"]}
    assert scholz["turns"][0]["after_event"] in {row["event"] for row in table}
    turns, flat = rows_of(client, "turns", f"{VIEW}&actor=olaf-scholz")
    assert [(turn["before"], turn["after"]) for turn in turns["turns"]] == [
        (turn["before"], turn["after"]) for turn in scholz["turns"]
    ]
    assert flat[0]["first"] == turns["turns"][0]["first"]
    cells, _flat = rows_of(client, "matrix", f"{VIEW}&actor=olaf-scholz")
    assert [(cell["actor"], cell["stance"]) for cell in cells["cells"]] == [("olaf-scholz", "opposes")]


def test_the_cells_of_coverage_count_what_they_list(client, debate):
    cells = rows_of(client, "coverage", "topic=taurus")[0]["cells"]
    for cell in (cells[0], cells[-1]):
        query = urlsplit(cell["url"]).query
        assert client.get(f"{DEBATE}events.json?{query}").json()["count"] == cell["events"]


@each_place
def test_the_embed_leads_out_and_asks_for_nothing(client, debate, name):
    response = client.get(f"{DEBATE}embed/{ROUTES[name]}?{VIEW}&theme=dark")
    page = Tags(response.content.decode())
    assert page.all("html")[0]["data-theme"] == "dark"
    assert page.all("svg") and page.all("a")
    for link in page.all("a"):
        assert (link["target"], link["rel"]) == ("_blank", "noopener")
        assert link["href"].startswith("/"), link
    assert not [tag for tag, _ in page.found if tag in ("form", "input", "button", "iframe", "object", "img")]
    place = place_of(debate, name, question=("supply-taurus",))
    assert len(page.all("ol")) == 1 and place.count > 0
    assert not Tags(client.get(f"{DEBATE}embed/{ROUTES[name]}?list=no").content.decode()).all("ol")


@each_place
def test_oembed_knows_the_page_and_its_embed(client, debate, name):
    for path in (ROUTES[name], f"embed/{ROUTES[name]}"):
        found = client.get("/oembed", {"url": f"{SITE}{DEBATE}{path}?{VIEW}"}).json()
        assert found["title"] == place_of(debate, name, question=("supply-taurus",)).title
        assert found["thumbnail_url"] == f"{SITE}{DEBATE}{ROUTES[name]}preview.png?{VIEW}"
        assert f'src="{SITE}{DEBATE}embed/{ROUTES[name]}?{VIEW}"' in found["html"]


@each_place
def test_drafts_are_in_nothing_that_is_passed_on(client, admin_client, debate, name):
    Event.objects.filter(questions__slug="supply-taurus").update(status="draft")
    for path in (f"{ROUTES[name]}preview.png", f"embed/{ROUTES[name]}"):
        ours, theirs = (reader.get(f"{DEBATE}{path}?actor=olaf-scholz") for reader in (client, admin_client))
        assert ours.content == theirs.content
        assert "Cookie" not in theirs.headers.get("Vary", "")
    for path in (f"{ROUTES[name][:-1]}.json", f"{ROUTES[name]}chart.svg"):
        assert admin_client.get(f"{DEBATE}{path}")["Cache-Control"].startswith("private")


@each_place
def test_a_short_link_shows_the_page_as_it_is(client, debate, name):
    found = share(debate, Filters(question=("supply-taurus",)), place=name, title="As I see it")
    place = place_of(debate, name, question=("supply-taurus",))
    html = client.get(found.get_absolute_url()).content.decode()
    assert "Shared view, live" in html and "As I see it" in html and place.title in html
    assert f'href="{place.path}"' in html and "With all sources: " in html
    assert size_of(client.get(f"{found.get_absolute_url()}preview.png").content) == (1200, 630)
    for file, there in (("events.json", f"{name}-json"), ("chart.svg", f"chart-svg-{name}")):
        answer = client.get(f"{found.get_absolute_url()}{file}")
        assert (answer.status_code, answer.url) == (302, place.address(there))
    framed = client.get(f"{DEBATE}embed/shared/{found.code}/").content.decode()
    assert "As I see it" in framed and place.lead in framed
    with pytest.raises(LiveOnly):
        share(debate, Filters(), place=name, frozen=True)


def test_the_form_of_such_a_page_says_why_it_is_live_only(admin_client, debate):
    url = f"{DEBATE}share/new/?place=turns&{VIEW}"
    panel = admin_client.get(f"{DEBATE}turns/share/?{VIEW}").content.decode()
    assert f'action="{url.replace("&", "&amp;")}"' in panel
    assert "not for this page: what it says rests on events outside of the view as well" in panel
    refused = admin_client.post(url, {"keep": "frozen", "title": ""})
    assert refused.status_code == 422 and "can be shared live only" in refused.content.decode()
    made = admin_client.post(url, {"keep": "live", "title": "Turns"})
    found = SharedView.objects.get()
    assert (made.url, found.place, found.query) == (found.get_absolute_url(), "turns", VIEW)
    odd = admin_client.post(f"{DEBATE}share/new/?place=nowhere", {"keep": "live"})
    assert odd.status_code == 302 and not SharedView.objects.latest("pk").place


def test_a_frozen_view_has_a_picture_and_an_embed_of_its_own(client, debate):
    found = share(debate, Filters(actor=("olaf-scholz",)), frozen=True, title="Then")
    here = found.get_absolute_url()
    before = client.get(f"{here}chart.svg")
    event = Event.objects.get(slug="scholz-granada")
    event.title = "Told otherwise since"
    event.save()
    framed = client.get(f"{DEBATE}embed/shared/{found.code}/").content.decode()
    assert "Then" in framed and "as on" in framed and "Told otherwise since" not in framed
    assert "Told otherwise since" not in client.get(f"{here}chart.svg").content.decode()
    assert before["Content-Type"] == "image/svg+xml" and "Then" in before.content.decode()
    assert size_of(client.get(f"{here}chart.png?theme=dark").content) == (1200, 630)
    page = Panel(client.get(here).content.decode())
    assert Panel(page.texts["shared-embed"]).frames[0]["src"] == f"{SITE}{DEBATE}embed/shared/{found.code}/"
    Event.objects.filter(pk=event.pk).update(status="withdrawn")
    debate.save()  # as whoever withdraws an event does
    assert "scholz-granada" not in client.get(f"{DEBATE}embed/shared/{found.code}/").content.decode()


def test_a_short_link_of_another_debate_is_not_framed_here(client, debate):
    found = share(debate, Filters())
    assert client.get(f"/elsewhere/embed/shared/{found.code}/").status_code == 404
    assert client.get(f"{DEBATE}embed/shared/nothing/").status_code == 404


def test_the_filters_of_a_page_are_carried_by_the_form_of_options(client, debate):
    html = client.get(f"{DEBATE}positions/share/?{VIEW}&order=name&theme=light&list=no").content.decode()
    found = Panel(html[html.index("share-head") : html.rindex("share-status")])
    src = urlsplit(found.frames[0]["src"])
    wanted = {"question": ["supply-taurus"], "order": ["name"], "theme": ["light"], "list": ["no"]}
    assert parse_qs(src.query) == wanted
    assert "lane" not in found.chosen and found.chosen["list"] == "no"


def test_events_with_more_than_a_thousand_sources_are_fetched_with_their_details(debate):
    event = Event.objects.get(slug="scholz-granada")
    sources = [
        Source(
            debate=debate, slug=f"wire-{number}", title="Wire", publisher=f"Wire {number}", published="2024"
        )
        for number in range(1_100)
    ]
    Source.objects.bulk_create(sources)
    before = event.citations.count()
    Citation.objects.bulk_create(Citation(event=event, source=source) for source in sources)
    (found,) = Event.objects.filter(pk=event.pk).with_details()
    (card,) = Event.objects.filter(pk=event.pk).with_cards()
    for one in (found, card):
        assert len({use.source.publisher for use in one.citations.all()}) >= 1_100
        assert len(one.citations.all()) == 1_100 + before
