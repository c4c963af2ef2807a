"""What only a draft or a withdrawn event knows of stays with it, at every address a reader can ask."""

from datetime import date
from itertools import product

import pytest

from timeline.models import Actor, Affiliation, Debate, Event, FormerSlug, Source

pytestmark = pytest.mark.django_db
SECRET = "Unpublishable"  # the word that gives a leak away
DEBATE = "/weapons/"
PAGES = (
    "events/open/", "events/draft/", "events/in-review/", "events/withdrawn/", "actors/open/",
    "questions/taurus/", "topics/missiles/", "sources/open/", "events.json", "events.csv", "chart.json",
    "chart.svg", "",
)  # fmt: skip
LOOKS = ("lane=actor", "lane=topic", "lane=country", "lane=kind&color=kind", "sort=importance")
HIDDEN = ("draft", "in-review", "withdrawn")


def an_event(debate, slug, status, word):
    """An event with everything that hangs on one, in which `word` occurs wherever words can."""
    person = debate.actors.create(slug=slug, name=f"{word} actor", kind="person", aliases=[f"{word} alias"])
    source = debate.sources.create(
        slug=slug, title=f"{word} title of a source", publisher=f"{word} publisher", published="2024-05-02",
        url=f"https://example.org/{word}", published_basis=f"inferred: {word}", summary=f"{word} summary",
    )  # fmt: skip
    event = debate.events.create(
        slug=slug, title=f"{word} title", summary=f"{word} summary", kind="statement", status=status,
        date_text="1 May 2024", anchor=date(2024, 5, 2), language="en", date_override="2024-05-01",
        date_basis=f"{word} basis", withdrawn_reason="Entered twice." if status == "withdrawn" else "",
    )  # fmt: skip
    question, topic = debate.questions.get(), debate.topics.get()
    event.questions.add(question)
    event.actors.add(person)
    event.event_topics.create(topic=topic, role="requested")
    event.citations.create(
        source=source, quote=f"{word} quote", note=f"{word} note", date_text="1 May 2024",
        date_override="2024-05-01", date_basis=f"{word} basis of a citation", relation="contradicts",
    )  # fmt: skip
    position = event.positions.create(actor=person, question=question, stance="opposes")
    position.arguments.add(question.arguments.get())
    event.settle()
    return event


@pytest.fixture
def weapons():
    debate = Debate.objects.create(slug="weapons", title="Weapons")
    question = debate.questions.create(slug="taurus", title="Taurus?")
    question.arguments.create(slug="range", side="for", text="It reaches the bridge.")
    debate.topics.create(slug="missiles", name="Missiles")
    shown = an_event(debate, "open", "published", "Open")
    for status in HIDDEN:
        secret = an_event(debate, status, status, SECRET)
        # The secret actor and the open one meet in a published event's neighbourhood, not in one.
        Affiliation.objects.create(
            actor=secret.actors.get(), organisation=an_organisation(debate, status), role=SECRET
        )
    shown.settle()
    return debate


def an_organisation(debate, status):
    """One that only a hidden actor belongs to."""
    return debate.actors.create(slug=f"club-{status}", name=f"{SECRET} club", kind="institution")


def asked(addresses):
    """Addresses with every look at the chart and the list."""
    yield from addresses
    yield from (f"?{look}" for look in LOOKS)
    yield from (f"events.json?q={word}" for word in ("basis", "quote", "summary"))
    yield from (f"?event={slug}" for slug in HIDDEN)


def body(answer):
    """All of an answer, streamed or not, without the case that slugs and file names lose."""
    return (answer.getvalue() if answer.streaming else answer.content).decode().casefold()


@pytest.mark.parametrize("address", list(asked(PAGES)))
def test_nothing_of_it_is_on_any_page(client, weapons, address):
    text = body(client.get(DEBATE + address))
    assert SECRET.casefold() not in text


def test_the_words_would_be_found(admin_client, weapons):
    for address in (
        "",
        "events.json",
        "events.csv",
        "questions/taurus/",
        "topics/missiles/",
        "events/draft/",
    ):
        assert SECRET.casefold() in body(admin_client.get(DEBATE + address)), address


@pytest.mark.parametrize(
    ("kind", "slug"), [*product(("actors", "sources"), HIDDEN), *(("actors", f"club-{s}") for s in HIDDEN)]
)
def test_what_only_hidden_events_name_is_not_there(client, admin_client, weapons, kind, slug):
    assert client.get(f"{DEBATE}{kind}/{slug}/").status_code == 404
    assert admin_client.get(f"{DEBATE}{kind}/{slug}/").status_code == 200


@pytest.mark.parametrize("query", [f"publisher={SECRET}+publisher", *(f"actor={slug}" for slug in HIDDEN)])
def test_no_filter_confirms_it(client, admin_client, weapons, query):
    unknown = query.split("=")[0] + "=nobody"
    there, nowhere = (client.get(f"{DEBATE}events.json?{q}") for q in (query, unknown))
    assert there.status_code == nowhere.status_code == 400
    assert there.json()["problems"][0]["message"] == nowhere.json()["problems"][0]["message"]
    assert admin_client.get(f"{DEBATE}events.json?{query}").status_code == 200


@pytest.mark.parametrize(
    ("model", "kind"), [(Event, "events"), (Actor, "actors"), (Source, "sources")], ids=str
)
def test_a_former_address_does_not_tell_todays(client, weapons, model, kind):
    row = model.objects.get(slug="draft")
    row.slug = "draft-of-something-secret"
    row.save()
    assert FormerSlug.objects.filter(slug="draft").exists()
    assert client.get(f"{DEBATE}{kind}/draft/").status_code == 404


def test_a_former_slug_in_a_filter_does_not_tell_todays(client, weapons):
    secret = Actor.objects.get(slug="draft")
    secret.slug = "somebody-secret"
    secret.save()
    assert "somebody-secret" not in body(client.get(f"{DEBATE}?actor=draft"))


def test_an_actors_page_names_only_actors_who_are_there(client, admin_client, weapons):
    named = Actor.objects.get(slug="open")
    party = weapons.actors.create(slug="party", name="The Party", kind="party")
    Affiliation.objects.create(actor=named, organisation=party)
    Affiliation.objects.create(actor=party, organisation=Actor.objects.get(slug="club-draft"))
    page = body(client.get(f"{DEBATE}actors/party/"))
    assert "open actor" in page and "club" not in page
    assert "club" in body(admin_client.get(f"{DEBATE}actors/party/"))


def test_publishing_shows_it(client, weapons):
    Event.objects.get(slug="draft").delete()
    event = Event.objects.get(slug="in-review")
    event.status = "published"
    event.save()
    assert client.get(f"{DEBATE}actors/in-review/").status_code == 200
    assert client.get(f"{DEBATE}sources/in-review/").status_code == 200
    assert client.get(f"{DEBATE}events.json?publisher={SECRET}+publisher").json()["count"] == 1
