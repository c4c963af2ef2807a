"""What search engines read: schema.org data that is JSON and stays data, whatever an event is called."""

import json
import re
from datetime import date

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from timeline.exports.jsonld import event_data, view_data
from timeline.filters import Filters, View
from timeline.models import Debate, Event

pytestmark = pytest.mark.django_db
SITE = "https://debates.example"


def event_of(title="The mayor asks", words="11 August 2023", **more):
    """A published event with one source and one actor."""
    debate = Debate.objects.create(slug="bridge", title="A bridge", description="Long argued.")
    event = debate.events.create(
        slug="speech",
        title=title,
        kind="statement",
        status="published",
        date_text=words,
        anchor=date(2023, 8, 31),
        language="en",
        **more,
    )
    source = debate.sources.create(
        slug="courier",
        title="Mayor",
        publisher="Courier",
        url="https://example.org/",
        published="2023-08-16",
        published_basis="stated",
        language="en",
    )
    event.citations.create(source=source)
    event.actors.add(debate.actors.create(slug="ada", name="Ada Brook", kind="person"))
    return Event.objects.with_details().get(pk=event.pk)


def block(thing, **context):
    """What the template tag renders for a thing."""
    request = RequestFactory().get("/bridge/", HTTP_HOST="localhost")
    template = Template("{% load jsonld %}{% jsonld thing %}")
    return template.render(Context({"request": request, "thing": thing, "canonical": "/bridge/", **context}))


def test_an_event_is_an_article_about_it_with_its_sources():
    data = event_data(event_of(), SITE)
    assert data["headline"] == "The mayor asks"
    assert data["url"] == f"{SITE}/bridge/events/speech/"
    assert (data["about"]["startDate"], data["about"]["endDate"]) == ("2023-08-11", "2023-08-11")
    assert data["citation"][0] == {
        "@type": "CreativeWork",
        "name": "Mayor",
        "publisher": {"@type": "Organization", "name": "Courier"},
        "url": "https://example.org/",
        "inLanguage": "en",
        "datePublished": "2023-08-16",
    }
    assert data["mentions"][0]["@type"] == "Person"


@pytest.mark.parametrize(
    ("words", "coverage", "start"),
    [
        ("mid-August 2023", "2023-08-11/2023-08-20", None),
        ("since May 2023", "2023-05-01/..", "2023-05-01"),
        ("throughout July 2023", "2023-07-01/2023-07-31", "2023-07-01"),
        ("", None, None),
    ],
)
def test_a_span_is_no_start_and_end_of_what_happened_within(words, coverage, start):
    data = event_data(event_of(words=words), SITE)
    assert (data.get("temporalCoverage"), data["about"].get("startDate")) == (coverage, start)


def test_a_view_lists_its_events_and_the_files_of_them():
    event = event_of()
    view = View(event.debate, Filters(kind=("statement",)))
    page, files = view_data(view, [event], SITE, f"{SITE}/bridge/?kind=statement")["@graph"]
    assert page["mainEntity"]["numberOfItems"] == 1
    assert page["mainEntity"]["itemListElement"][0]["url"] == f"{SITE}/bridge/events/speech/"
    assert {entry["encodingFormat"]: entry["contentUrl"] for entry in files["distribution"]}["text/csv"] == (
        f"{SITE}/bridge/events.csv?kind=statement"
    )


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "\x0b&amp;", "]]>'\""]
)
def test_the_block_stays_data_whatever_it_holds(title):
    event = event_of(title)
    html = block(event)
    inner = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', html, re.DOTALL)[1]
    assert not set(inner) & set("<>&\u2028\u2029")
    assert json.loads(inner)["headline"] == title.replace("\x0b", "")


def test_the_tag_takes_the_events_that_the_page_shows(client):
    event = event_of()
    month = type("Month", (), {"events": (event,)})
    html = block(View(event.debate, Filters()), months=[month])
    data = json.loads(html.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))
    assert data["@graph"][0]["mainEntity"]["itemListElement"][0]["name"] == "The mayor asks"
    assert data["@graph"][0]["url"] == "http://localhost/bridge/"


def test_the_pages_carry_the_blocks(client, debate):
    for path, kind in (("", "CollectionPage"), ("events/biden-authorises-deep-atacms/", "Article")):
        html = client.get(f"{debate.get_absolute_url()}{path}").content.decode()
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert len(blocks) == 1
        data = json.loads(blocks[0])
        assert kind in {part["@type"] for part in data.get("@graph", [data])}
