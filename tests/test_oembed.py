"""oEmbed 1.0: what it answers for every kind of page, how it keeps to limits, and what it refuses."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from timeline.exports.shared_views import share
from timeline.filters import Filters
from timeline.models import Event, SharedView

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
DEBATE = f"{SITE}/long-range-weapons/"


def ask(client, url, **more):
    return client.get("/oembed", {"url": url, **more})


class Frame(HTMLParser):
    """The one iframe of a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    @property
    def attributes(self):
        ((tag, attributes),) = self.tags
        assert tag == "iframe"
        return attributes


PAGES = {  # page: (title, query of its embed, path of its picture)
    "": ("Long-range weapons for Ukraine, 2022–2024", {}, "preview.png"),
    "?actor=olaf-scholz&stance=opposes": (
        "Long-range weapons for Ukraine, 2022–2024: Olaf Scholz; opposes",
        {"actor": ["olaf-scholz"], "stance": ["opposes"]},
        "preview.png",
    ),
    "embed/?kind=vote&theme=dark": (
        "Long-range weapons for Ukraine, 2022–2024: vote", {"kind": ["vote"]}, "preview.png",
    ),
    "events/cluster-munitions-announced/": (
        "US announces cluster munitions for Ukraine",
        {"event": ["cluster-munitions-announced"]},
        "events/cluster-munitions-announced/preview.png",
    ),
    "actors/olaf-scholz/": ("Olaf Scholz", {"actor": ["olaf-scholz"]}, "preview.png"),
    "questions/supply-taurus/": (
        "Should Germany supply Taurus cruise missiles to Ukraine?",
        {"question": ["supply-taurus"], "lane": ["actor"]},
        "preview.png",
    ),
    "topics/taurus/": ("Taurus KEPD 350", {"topic": ["taurus"]}, "preview.png"),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_kind_of_page_can_be_embedded(page, debate, client):
    title, query, picture = PAGES[page]
    answer = ask(client, DEBATE + page)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    found = answer.json()
    assert (found["type"], found["version"]) == ("rich", "1.0")
    assert found["title"] == title
    assert (found["provider_name"], found["provider_url"]) == ("Debateline", f"{SITE}/")
    assert found["cache_age"] > 0
    frame = Frame(found["html"]).attributes
    assert frame["title"] == title
    assert (int(frame["width"]), int(frame["height"])) == (found["width"], found["height"])
    assert (frame["loading"], "allow-same-origin" in frame["sandbox"]) == ("lazy", False)
    assert frame["referrerpolicy"]
    assert frame["src"].startswith(f"{DEBATE}embed/")
    assert parse_qs(urlsplit(frame["src"]).query) == query
    assert found["thumbnail_url"].startswith(DEBATE + picture)
    assert (found["thumbnail_width"], found["thumbnail_height"]) == (1200, 630)
    for address in (frame["src"], found["thumbnail_url"]):
        assert client.get(address.removeprefix(SITE)).status_code == 200


def test_a_page_says_where_to_ask(debate, client):
    for page in ("", "?actor=olaf-scholz", "events/cluster-munitions-announced/", "actors/olaf-scholz/"):
        html = client.get(f"/long-range-weapons/{page}").content.decode()
        (tag,) = re.findall(r'<link rel="alternate" type="application/json\+oembed"[^>]*>', html)
        href = re.search(r'href="([^"]+)"', tag)[1].replace("&amp;", "&")
        assert re.search(r'title="[^"]+"', tag)
        assert href.startswith(f"{SITE}/oembed?")
        assert client.get(href.removeprefix(SITE)).json()["html"]


OTHER_PAGES = (
    *("positions/", "positions/matrix/", "turns/", "deeds/", "arguments/", "coverage/"),
    *("arguments/?actor=olaf-scholz", "sources/112-20240911/"),
)


def offered(client, path):
    """The addresses of other forms of a page that its head names."""
    tags = re.findall(r'<link rel="alternate" type="[^>]*>', client.get(path).content.decode())
    found = [re.search(r'href="([^"]+)"', tag)[1].replace("&amp;", "&") for tag in tags]
    return [href.removeprefix(SITE) for href in found]


@pytest.mark.parametrize("page", [*PAGES, *OTHER_PAGES])
def test_whatever_a_head_offers_is_there(page, debate, client):
    for href in offered(client, f"/long-range-weapons/{page}"):
        assert client.get(href).status_code == 200, href


@pytest.mark.parametrize("frozen", [False, True])
def test_a_shared_view_offers_an_embed(frozen, debate, client):
    shared = share(debate, Filters(actor=("olaf-scholz",)), frozen=frozen)
    (way,) = offered(client, shared.get_absolute_url())
    frame = Frame(client.get(way).json()["html"]).attributes["src"]
    assert frame == f"{DEBATE}embed/shared/{shared.code}/"
    assert client.get(frame.removeprefix(SITE)).status_code == 200


def test_a_draft_offers_nobody_an_embed(debate, admin_client):
    debate.events.create(slug="secret", title="Unpublishable", kind="leak")
    page = admin_client.get("/long-range-weapons/events/secret/")
    assert page.status_code == 200 and "json+oembed" not in page.content.decode()


LIMITS = [  # (limits, width and height of the frame, width and height of the picture)
    ({}, (800, 560), (1200, 630)),
    ({"maxwidth": 640}, (640, 560), (600, 315)),
    ({"maxheight": 400}, (800, 400), (600, 315)),
    ({"maxwidth": 320, "maxheight": 240}, (320, 240), None),
    ({"maxwidth": 5000, "maxheight": 5000}, (800, 560), (1200, 630)),
    ({"maxwidth": 1}, (1, 560), None),
]


@pytest.mark.parametrize(("limits", "frame", "picture"), LIMITS)
def test_limits_are_kept(limits, frame, picture, debate, client):
    found = ask(client, DEBATE, **limits).json()
    assert (found["width"], found["height"]) == frame
    shown = (found["thumbnail_width"], found["thumbnail_height"]) if "thumbnail_url" in found else None
    assert shown == picture


REFUSALS = [  # (query, status)
    ({"url": f"{SITE}/none/"}, 404),
    ({"url": f"{DEBATE}events/none/"}, 404),
    ({"url": f"{DEBATE}events.json"}, 404),
    ({"url": f"{DEBATE}sources/af24-storm-shadow/"}, 404),
    ({"url": f"{SITE}/"}, 404),
    ({"url": f"{SITE}/admin/"}, 404),
    ({"url": f"{SITE}/s/2345678923456/"}, 404),
    ({"url": "https://elsewhere.example/long-range-weapons/"}, 404),
    ({"url": "http://testserver.elsewhere.example/long-range-weapons/"}, 404),
    ({"url": "http://testserver@elsewhere.example/long-range-weapons/"}, 404),
    ({"url": DEBATE, "format": "xml"}, 501),
    ({"url": DEBATE, "format": "yaml"}, 501),
    ({}, 400),
    ({"url": ""}, 400),
    ({"url": "/long-range-weapons/"}, 400),
    ({"url": "javascript:alert(1)"}, 400),
    ({"url": "ftp://testserver/long-range-weapons/"}, 400),
    ({"url": "http://[::1/"}, 400),
    ({"url": "http://testserver:port/"}, 400),
    ({"url": "http://testserver/\x0b"}, 400),
    ({"url": f"{DEBATE}?q={'x' * 5000}"}, 400),
    ({"url": DEBATE, "maxwidth": "wide"}, 400),
    ({"url": DEBATE, "maxwidth": "-1"}, 400),
    ({"url": DEBATE, "maxwidth": "0"}, 400),
    ({"url": DEBATE, "maxwidth": "²"}, 400),
    ({"url": DEBATE, "maxheight": "9" * 5000}, 400),
]


@pytest.mark.parametrize(("query", "status"), REFUSALS)
def test_what_cannot_be_embedded_is_refused_as_the_specification_says(query, status, debate, client):
    answer = client.get("/oembed", query)
    assert answer.status_code == status
    assert answer.json()["error"]


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_what_is_not_public_cannot_be_embedded_by_anybody(status, debate, client, admin_client):
    url = f"{DEBATE}events/cluster-munitions-announced/"
    Event.objects.filter(slug="cluster-munitions-announced").update(status=status)
    assert ask(client, url).status_code == ask(admin_client, url).status_code == 404


def test_an_event_under_its_former_address_is_found(debate, client):
    event = Event.objects.get(slug="cluster-munitions-announced")
    event.slug = "cluster-munitions"
    event.save()
    found = ask(client, f"{DEBATE}events/cluster-munitions-announced/").json()
    assert "event=cluster-munitions&" in found["html"].replace('"', "&")


@pytest.mark.parametrize("frozen", [False, True])
def test_a_shared_view_is_embedded_under_its_title(frozen, debate, client):
    shared = share(debate, Filters(actor=("olaf-scholz",)), title="Scholz & Taurus", frozen=frozen)
    found = ask(client, SITE + shared.get_absolute_url()).json()
    assert found["title"] == Frame(found["html"]).attributes["title"] == "Scholz & Taurus"
    assert found["thumbnail_url"] == f"{SITE}{shared.get_absolute_url()}preview.png"
    page = client.get(f"/long-range-weapons/embed/shared/{shared.code}/").content.decode()
    assert "Scholz &amp; Taurus" in page and ("as on" in page) is frozen
    SharedView.objects.update(expires_at=timezone.now())
    assert ask(client, SITE + shared.get_absolute_url()).status_code == 404
    assert client.get(f"/long-range-weapons/embed/shared/{shared.code}/").status_code == 404


def test_hosts_that_the_operator_named_are_ours(debate, client, settings):
    settings.ALLOWED_HOSTS = ["testserver", "www.debates.example"]
    assert ask(client, "https://www.debates.example/long-range-weapons/").status_code == 200
    settings.ALLOWED_HOSTS = ["*"]
    assert ask(client, "https://www.debates.example/long-range-weapons/").status_code == 404


def test_a_hostile_title_stays_a_title(debate, client):
    title = '"><script>alert(1)</script>'
    event = Event.objects.get(slug="cluster-munitions-announced")
    event.title = title
    event.save()
    found = ask(client, f"{DEBATE}events/cluster-munitions-announced/").json()
    assert Frame(found["html"]).attributes["title"] == title
