"""The share panel: what it offers of which page, that each leads somewhere, and that it asks for nothing."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest

from timeline.exports.shared_views import share
from timeline.filters import Filters
from timeline.views.embed_code import HEIGHTS, LISTS, THEMES

pytestmark = pytest.mark.django_db
DEBATE = "/long-range-weapons/"
VIEW = "question=supply-taurus&actor=olaf-scholz&sort=newest"
PAGES = {
    "event": "events/scholz-summer-interview/",
    "actor": "actors/olaf-scholz/",
    "question": "questions/supply-taurus/",
    "topic": "topics/taurus/",
    "source": "sources/112-20240911/",
}


class Panel(HTMLParser):
    """What a panel offers: its links, the values of its fields, its hidden fields, its frames."""

    def __init__(self, html):
        super().__init__()
        self.links, self.fields, self.hidden, self.frames, self.chosen = [], {}, {}, [], {}
        self.texts, self._area, self._select = {}, None, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "a":
            self.links.append(attrs["href"])
        elif tag == "iframe":
            self.frames.append(attrs)
        elif tag == "input":
            kind = self.hidden if attrs.get("type") == "hidden" else self.fields
            kind[attrs.get("name") or attrs["id"]] = attrs.get("value", "")
        elif tag == "textarea":
            self._area = attrs["id"]
            self.texts[self._area] = ""
        elif tag == "select":
            self._select = attrs["name"]
        elif tag == "option" and "selected" in attrs:
            self.chosen[self._select] = attrs["value"]

    def handle_endtag(self, tag):
        self._area = None if tag == "textarea" else self._area

    def handle_data(self, data):
        if self._area:
            self.texts[self._area] += data


def panel(client, path="", query="", **headers):
    """The panel of a page or a view; in a page of its own only what lies in its main part."""
    response = client.get(f"{DEBATE}{path}share/?{query}", headers=headers)
    assert response.status_code == 200
    html = response.content.decode()
    return Panel(html[html.index("share-head") : html.rindex("share-status")])


def test_the_link_is_the_canonical_address_of_the_view(client, debate):
    found = panel(client, query="sort=newest&actor=olaf-scholz&page=1&color=stance&question=supply-taurus")
    assert found.fields["share-link"] == f"http://testserver{DEBATE}?{VIEW}"


def test_words_for_dates_become_days(client, debate):
    link = panel(client, query="from=mid-May+2024").fields["share-link"]
    assert dict(parse_qsl(urlsplit(link).query)) == {"from": "2024-05-11"}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_shared_by_its_own_address(client, debate, kind):
    found = panel(client, PAGES[kind])
    assert found.fields["share-link"] == f"http://testserver{DEBATE}{PAGES[kind]}"
    assert [f"{DEBATE}{PAGES[kind]}cite.{ending}" for ending in ("txt", "bib", "ris")] == [
        link for link in found.links if "cite" in link
    ]
    assert bool(found.frames) == (kind != "source")
    assert any("events.csv" in link for link in found.links) == (kind in ("actor", "question", "topic"))


def test_every_offer_of_a_view_is_there_for_the_same_filters(client, debate):
    links = panel(client, query=VIEW).links
    files = ["chart.png", "chart.svg", "events.csv", "events.json", "timelinejs.json", "events.ics"]
    for name in [*files, "events.atom", "cite.txt", "cite.bib", "cite.ris"]:
        assert f"{DEBATE}{name}?{VIEW}" in links
    assert f"webcal://testserver{DEBATE}events.ics?{VIEW}" in links


@pytest.mark.parametrize("path", ["", *PAGES.values()])
def test_every_offer_leads_somewhere(client, debate, path):
    for link in panel(client, path, VIEW if not path else "").links:
        target = link.removeprefix("webcal://testserver")
        response = client.get(target)
        assert response.status_code == 200, link
        assert not response.cookies, link


def test_the_embed_is_the_view_with_the_options_asked_for(client, debate):
    found = panel(client, query=f"{VIEW}&lane=actor&theme=dark&list=no&height=720")
    code = Panel(found.texts["share-code"]).frames[0]
    src = urlsplit(code["src"])
    assert src.path == f"{DEBATE}embed/"
    assert sorted(parse_qsl(src.query)) == sorted(
        [*parse_qsl(VIEW), ("lane", "actor"), ("theme", "dark"), ("list", "no")]
    )
    assert code["height"] == "720" and "sandbox" in code and code["title"]
    assert found.frames[0]["src"] == code["src"]
    assert found.chosen == {"lane": "actor", "theme": "dark", "list": "no", "height": "720"}
    assert set(found.hidden) == {"question", "actor", "sort"}


@pytest.mark.parametrize("query", ["theme=pink&list=2&height=9999999", "theme=&lane=nowhere", "height=%00"])
def test_options_that_there_are_not_are_the_usual_ones(client, debate, query):
    found = panel(client, query=query)
    assert found.chosen == {"lane": "question", "theme": "auto", "list": "yes", "height": "560"}
    assert found.chosen["theme"] in THEMES and found.chosen["list"] in LISTS
    assert found.chosen["height"] in HEIGHTS


def test_a_title_breaks_out_of_no_attribute(client, debate):
    debate.title = "Weapons\"><script>alert('x')</script>"
    debate.save()
    html = client.get(f"{DEBATE}share/").content.decode()
    assert "<script>alert" not in html
    code = Panel(html).texts["share-code"]
    assert Panel(code).frames[0]["title"] == debate.title


def test_the_dialog_gets_the_panel_alone(client, debate):
    response = client.get(f"{DEBATE}share/?{VIEW}", headers={"HX-Request": "true"})
    html = response.content.decode()
    assert "<html" not in html and '<h2 class="share-title" id="share-title">' in html
    assert "HX-Request" in response["Vary"]
    restored = client.get(
        f"{DEBATE}share/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )
    assert "<html" in restored.content.decode()


@pytest.mark.parametrize("sharing", ["staff", "everyone"])
@pytest.mark.parametrize("path", ["", *PAGES.values()])
def test_the_panel_sets_no_cookie(client, settings, debate, sharing, path):
    settings.SHARING = sharing
    response = client.get(f"{DEBATE}{path}share/")
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.post(f"{DEBATE}{path}share/").status_code == 405


def test_only_the_page_with_the_form_sets_a_cookie(client, settings, debate):
    assert not client.get(f"{DEBATE}share/new/").cookies
    settings.SHARING = "everyone"
    response = client.get(f"{DEBATE}share/new/?{VIEW}")
    assert list(response.cookies) == ["csrftoken"]
    assert "no-store" in response["Cache-Control"]


def test_staff_find_the_form_in_the_panel(admin_client, debate):
    response = admin_client.get(f"{DEBATE}share/?{VIEW}")
    html = response.content.decode()
    assert f'action="{DEBATE}share/new/?{VIEW.replace("&", "&amp;")}"' in html
    assert 'name="csrfmiddlewaretoken"' in html
    assert response["Cache-Control"].startswith("private")


def test_unusable_values_are_named(client, debate):
    html = client.get(f"{DEBATE}share/?kind=rumour").content.decode()
    assert "“kind=rumour” was not used." in html


def test_renamed_pages_lead_to_their_panel(client, debate):
    actor = debate.actors.get(slug="olaf-scholz")
    actor.slug = "scholz"
    actor.save()
    response = client.get(f"{DEBATE}actors/olaf-scholz/share/?theme=dark")
    assert (response.status_code, response.url) == (301, f"{DEBATE}actors/scholz/share/?theme=dark")


def test_what_readers_cannot_see_cannot_be_shared(client, admin_client, debate):
    debate.events.create(slug="secret", title="Unpublishable", kind="leak")
    assert client.get(f"{DEBATE}events/secret/share/").status_code == 404
    assert client.get(f"{DEBATE}events/secret/cite.txt").status_code == 404
    assert admin_client.get(f"{DEBATE}events/secret/share/").status_code == 200


@pytest.mark.parametrize(
    "query", ["actor=xanthippe", "publisher=Secret+Gazette", "kind=leak&actor=xanthippe"], ids=str
)
@pytest.mark.parametrize("place", ["", "positions/", "turns/"])
def test_a_curator_is_promised_what_readers_get(client, admin_client, debate, place, query):
    draft = debate.events.create(slug="secret", title="Unpublishable", kind="leak")
    draft.actors.add(debate.actors.create(slug="xanthippe", name="Xanthippe", kind="person"))
    source = debate.sources.create(
        slug="gazette", title="A leaf", publisher="Secret Gazette", published="2024-05-02"
    )
    draft.citations.create(source=source)
    theirs, ours = (c.get(f"{DEBATE}{place}share/?{query}").content.decode() for c in (admin_client, client))
    for html in (theirs, ours):
        assert "was not used." in html
        assert "Xanthippe" not in html and "Unpublishable" not in html
        assert Panel(html).fields["share-link"] == Panel(ours).fields["share-link"]
        assert re.findall(r"[0-9]+ events?\.", html) == re.findall(r"[0-9]+ events?\.", ours)
    assert Panel(theirs).texts["share-citation"] == Panel(ours).texts["share-citation"]
    assert "csrfmiddlewaretoken" not in theirs  # the short link is made where the notice is read
    assert admin_client.get(f"{DEBATE}{place}cite.txt?{query}").status_code == 400


def test_the_panel_of_a_draft_says_that_readers_find_nothing(admin_client, debate):
    debate.events.create(slug="secret", title="Unpublishable", kind="leak")
    html = admin_client.get(f"{DEBATE}events/secret/share/").content.decode()
    assert "whoever follows the link finds nothing there yet" in html
    assert not Panel(html).frames


@pytest.mark.parametrize("path", ["", *PAGES.values()])
def test_every_page_leads_to_its_panel(client, debate, path):
    html = client.get(DEBATE + path).content.decode()
    link = re.search(r'<a class="share-link" href="([^"]+)"', html)
    assert link[1] == f"{DEBATE}{path}share/"


def test_the_timelines_link_carries_its_filters(client, debate):
    html = client.get(f"{DEBATE}?{VIEW}").content.decode()
    assert f'href="{DEBATE}share/?{VIEW.replace("&", "&amp;")}"' in html


def test_a_short_link_can_be_made_of_what_a_panel_shows(client, debate):
    shared = share(debate, Filters.parse(VIEW))
    html = client.get(shared.get_absolute_url()).content.decode()
    assert f'value="http://testserver{shared.get_absolute_url()}"' in html
