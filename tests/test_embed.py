"""The embed: the same events as everywhere, for everybody the same, and links that lead out of the frame."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.models import Event

pytestmark = pytest.mark.django_db
EMBED = "/long-range-weapons/embed/"


class Tags(HTMLParser):
    """The tags of a page, and the slugs of its list."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def all(self, name):
        return [attributes for tag, attributes in self.found if tag == name]

    @property
    def listed(self):
        return [attributes["data-slug"] for attributes in self.all("li") if "data-slug" in attributes]


def embed(client, query="", status=200):
    response = client.get(f"{EMBED}?{query}")
    assert response.status_code == status
    return Tags(response.content.decode())


VIEWS = ["", "actor=olaf-scholz&stance=opposes", "from=2024-11-01&sort=newest", "sort=importance", "q=Taurus"]


@pytest.mark.parametrize("query", VIEWS)
def test_it_lists_the_first_hundred_events_of_the_view_in_order(query, debate, client):
    events = json.loads(b"".join(client.get(f"/long-range-weapons/events.json?{query}")))
    page = embed(client, query)
    assert page.listed == [event["slug"] for event in events["events"]]
    html = client.get(f"{EMBED}?{query}").content.decode()
    more = events["count"] - 100
    assert (f"and {more} more on Debateline" in html) is (more > 0)


@pytest.mark.parametrize("query", ["", "event=cluster-munitions-announced", "q=zzzz", "event=none"])
def test_every_link_leaves_the_frame_and_nothing_can_be_sent(query, debate, client):
    page = embed(client, query, status=404 if query == "event=none" else 200)
    assert page.all("a")
    for link in page.all("a"):
        assert (link["target"], link["rel"]) == ("_blank", "noopener")
        assert link["href"].startswith("/")
    for tag in ("form", "input", "button", "select", "textarea", "iframe", "object", "img"):
        assert not page.all(tag)
    assert [script["src"].rpartition("/")[2] for script in page.all("script")] == ["embed.js"]


def test_a_mark_leads_to_its_event_in_the_full_view(debate, client):
    links = [link["href"] for link in embed(client, "actor=olaf-scholz").all("a") if "tabindex" in link]
    assert len(links) > 60  # three widths
    assert {link.partition("&event=")[0] for link in links} == {"/long-range-weapons/?actor=olaf-scholz"}
    assert client.get(links[0]).status_code == 200


def test_everybody_is_shown_the_same_and_no_session_is_read(debate, client, admin_client):
    Event.objects.filter(slug="cluster-munitions-announced").update(status="draft")
    Event.objects.filter(slug="scholz-granada").update(status="withdrawn")
    for query in ("", "actor=olaf-scholz", "event=cluster-munitions-announced", "q=Taurus&list=no"):
        for_public = client.get(f"{EMBED}?{query}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            for_curator = admin_client.get(f"{EMBED}?{query}")
        assert for_public.content == for_curator.content
        assert not [q for q in asked if Session._meta.db_table in q["sql"] or "auth_user" in q["sql"]]
        for response in (for_public, for_curator):
            assert "Cookie" not in response.headers.get("Vary", "")
            assert not response.cookies
            assert response["Cache-Control"].startswith("public")


@pytest.mark.parametrize(
    ("asked", "shown"), [("dark", "dark"), ("light", "light"), ("", "auto"), ("x", "auto")]
)
def test_the_theme(asked, shown, debate, client):
    page = embed(client, f"theme={asked}")
    assert page.all("html")[0]["data-theme"] == shown


def test_without_the_list(debate, client):
    page = embed(client, "list=no")
    assert page.listed == []
    assert page.all("svg")
    assert not page.all("section")


def test_an_event_has_a_card(debate, client):
    html = client.get(f"{EMBED}?event=cluster-munitions-announced").content.decode()
    for words in ("US announces cluster munitions", "7 July 2023", "on Friday", "Joe Biden", "The Week"):
        assert words in html
    assert "<svg" not in html
    assert 'href="/long-range-weapons/events/cluster-munitions-announced/"' in html


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_an_event_that_is_not_public_has_none(status, debate, client, admin_client):
    Event.objects.filter(slug="cluster-munitions-announced").update(status=status)
    for reader in (client, admin_client):
        response = reader.get(f"{EMBED}?event=cluster-munitions-announced")
        assert response.status_code == 404
        assert "cluster munitions" not in response.content.decode()


def test_an_empty_view_and_unusable_values_say_so(debate, client):
    assert "No event is in this view." in client.get(f"{EMBED}?q=zzzz").content.decode()
    html = client.get(f"{EMBED}?kind=nonsense&actor=nobody").content.decode()
    assert "“kind=nonsense” could not be used" in html
    assert "“actor=nobody” could not be used" in html


HOSTILE = [
    "q=%00%0b%ff",
    "from=99999",
    "page=99999",
    "event=%22%3E%3Csvg",
    "theme=%22%3E&list=x",
    "actor=" + "a" * 999,
]


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_breaks_it(query, debate, client):
    assert client.get(f"{EMBED}?{query}").status_code in (200, 404)


def test_it_loads_nothing_heavy(debate, client):
    html = client.get(f"{EMBED}?actor=olaf-scholz").content.decode()
    assert "plotly" not in html.lower()
    assert "htmx" not in html.lower()
    assert not re.search(r"\sstyle=|\son\w+=|<style", html)
