"""The first page of the curating side: what waits for whom, what is thin, what was done; and no more."""

import json
import re

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from timeline.models import Comment, Debate, Event, LinkCheck, changing

pytestmark = pytest.mark.django_db


def person(name, role=None):
    user = User.objects.create_user(name, is_staff=True)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture(autouse=True)
def nothing_kept():
    """Every test has a database of its own, with the same keys and revisions, and one cache."""
    cache.clear()


@pytest.fixture
def desk():
    """Olena writes, Thea edits; a debate with a question, and an event of Olena's in each stage."""
    debate = Debate.objects.create(slug="weapons", title="Weapons for Ukraine")
    question = debate.questions.create(slug="taurus", title="Should Germany supply Taurus?")
    olena, thea = person("Olena", "contributor"), person("Thea", "editor")
    for status in ("draft", "in-review", "published"):
        event = debate.events.create(
            slug=status, title=f"Talks {status}", kind="meeting", status=status, author=olena,
            date_override="2024-05-01", date_basis="The minutes.",
        )  # fmt: skip
        event.questions.add(question)
    return {"debate": debate, "Olena": olena, "Thea": thea, "nobody": person("nobody")}


def page(client, user):
    client.force_login(user)
    response = client.get(reverse("admin:index"))
    assert response.status_code == 200
    return response


def waiting(response):
    return {line.what: line.count for line in response.context["waiting"]}


def words(response):
    return re.sub(r"\s+", " ", strip_tags(response.content.decode()))


def test_an_editor_is_told_what_waits_for_review(client, desk):
    response = page(client, desk["Thea"])
    assert waiting(response) == {"To review": 1}
    assert "3" not in waiting(response)
    assert client.get(response.context["waiting"][0].url).context["entries"][0].event.slug == "in-review"


def test_a_contributor_is_told_of_the_own_drafts_and_what_came_back(client, desk):
    draft = Event.objects.get(slug="draft")
    Comment.objects.create(event=draft, author=desk["Thea"], text="Cite the minutes.")
    response = page(client, desk["Olena"])
    assert waiting(response) == {"Sent back to you": 1, "Your drafts": 1, "Your events in review": 1}
    for line in response.context["waiting"]:
        listed = client.get(line.url).context["entries"]
        assert len(listed) == line.count, line.what


def test_somebody_elses_draft_is_no_contributors_business(client, desk):
    other = person("Marek", "contributor")
    response = page(client, other)
    assert waiting(response) == {}
    assert "Talks published" in words(response)
    assert "Talks draft" not in words(response)
    assert "Talks in-review" not in words(response)


def test_without_a_role_there_is_no_desk(client, desk):
    response = page(client, desk["nobody"])
    assert "waiting" not in response.context
    assert "Talks" not in words(response)


def test_thin_evidence_is_counted_and_its_links_list_the_same(client, desk):
    debate = desk["debate"]
    source = debate.sources.create(slug="isw", title="Assessment", publisher="ISW")
    Event.objects.get(slug="published").citations.create(source=source)
    response = page(client, desk["Thea"])
    gaps = {gap.what: gap for gap in response.context["gaps"]}
    assert {what: gap.count for what, gap in gaps.items()} == {
        "published event of which one publisher alone tells": 1,
        "source without an address": 1,
    }
    for gap in gaps.values():
        assert client.get(gap.url).context["cl"].result_count == gap.count


@pytest.mark.parametrize(("who", "public", "other"), [("Thea", 1, 2), ("Olena", 1, 0)])
def test_strips_count_what_is_public_and_to_editors_what_is_not_yet(client, desk, who, public, other):
    (debate,) = page(client, desk[who]).context["debates"]
    (strip,) = debate["strips"]
    assert (strip.public, strip.other) == (public, other)
    assert strip.svg.count('class="bar-public"') == 1
    assert strip.svg.count("<rect") == (12 if not other else 13), "a whole year, month by month"
    assert strip.svg.count('class="bar-other"') == (1 if other else 0)


def test_what_is_remembered_ends_with_a_change(client, desk):
    assert page(client, desk["Thea"]).context["debates"][0]["strips"][0].public == 1
    event = Event.objects.get(slug="draft")
    event.status = "published"
    event.save()
    assert page(client, desk["Thea"]).context["debates"][0]["strips"][0].public == 2


def test_changes_made_together_are_one_line_with_who_and_why(client, desk):
    with changing(desk["Thea"], "Both were one meeting."):
        for event in Event.objects.filter(slug__in=["draft", "in-review"]):
            event.title = f"{event.title}, again"
            event.save()
    change = page(client, desk["Thea"]).context["changes"][0]
    assert (change.more, change.done, change.reason) == (1, "event changed", "Both were one meeting.")
    assert change.user == desk["Thea"]
    assert change.reason not in words(page(client, desk["Olena"]))


def test_the_page_asks_as_much_of_thirty_events_as_of_three(client, desk):
    client.force_login(desk["Thea"])
    asked = []
    for numbers in (range(3), range(3, 30)):
        for number in numbers:
            event = desk["debate"].events.create(
                slug=f"e{number}", title="Talks", kind="meeting", status="in-review"
            )
            Comment.objects.create(event=event, author=desk["Olena"], text="See the minutes.")
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("admin:index"))
        asked.append(len(queries))
    assert asked[1] <= asked[0] < 60


def test_with_two_debates_one_can_be_chosen(client, desk):
    bridge = Debate.objects.create(slug="bridge", title="A second bridge")
    with changing(desk["Thea"], "Begun."):
        bridge.sources.create(slug="courier", title="Toll", publisher="Courier")
        bridge.events.create(slug="vote", title="The council votes", kind="vote", status="published")
    assert 'id="desk-debate"' in page(client, desk["Thea"]).text
    chosen = client.get(reverse("admin:index"), {"debate": "bridge"})
    assert [event.slug for event in chosen.context["lately"]] == ["vote"]
    told = [(change.what, change.more) for change in chosen.context["changes"]]
    assert told == [("The council votes", 1), ("A second bridge", 0)]
    assert [debate["title"] for debate in chosen.context["debates"]] == ["A second bridge"]
    gaps = {gap.what: gap for gap in chosen.context["gaps"]}
    assert set(gaps) == {"published event without a source", "source without an address"}
    for gap in gaps.values():
        assert client.get(gap.url).context["cl"].result_count == gap.count == 1
    assert chosen.context["waiting"], "what waits is not narrowed"
    assert f"{reverse('admin:timeline_event_add')}?debate={bridge.pk}" in chosen.text
    assert client.get(reverse("admin:index"), {"debate": "nowhere"}).context["chosen"] is None


def test_with_one_debate_there_is_nothing_to_choose(client, desk):
    assert 'id="desk-debate"' not in page(client, desk["Thea"]).text


@pytest.mark.parametrize(
    ("role", "said"),
    [("owner", "Start a debate"), ("editor", "An owner starts one"), ("contributor", "An owner starts one")],
)
def test_an_empty_site_says_what_to_do_first(client, role, said):
    response = page(client, person("Ann", role))
    assert said in words(response)
    assert "two publishers" not in words(response)


def test_a_debate_without_events_says_what_to_do_next(client):
    Debate.objects.create(slug="weapons", title="Weapons")
    said = words(page(client, person("Ann", "editor")))
    assert "No events yet. Add an article" in said and "Nothing is published yet." in said


def test_what_is_left_out_is_said(client, desk):
    for number in range(14):
        desk["debate"].questions.create(slug=f"q{number}", title=f"And {number}?")
    for number in range(5):
        Debate.objects.create(slug=f"d{number}", title=f"Debate {number}")
    response = page(client, desk["Thea"])
    assert "3 more debates: choose one above." in words(response)
    chosen = client.get(reverse("admin:index"), {"debate": "weapons"})
    assert "One bar a month; 3 more questions not shown." in words(chosen)


def test_an_address_that_is_asked_is_counted_at_once(client, desk):
    source = desk["debate"].sources.create(
        slug="isw", title="A", publisher="ISW", url="https://example.org/a"
    )
    assert "was never asked" in words(page(client, desk["Thea"]))
    LinkCheck.objects.create(source=source, url=source.url, checked_at=timezone.now(), problem="404")
    response = page(client, desk["Thea"])
    assert "source whose address did not answer" in {gap.what for gap in response.context["gaps"]}
    assert "was never asked" not in words(response)


def test_a_citation_is_told_as_a_change_of_its_event(client, desk):
    event = Event.objects.get(slug="published")
    source = desk["debate"].sources.create(slug="isw", title="A", publisher="ISW")
    with changing(desk["Thea"], "Another source."):
        event.citations.create(source=source)
    change = page(client, desk["Thea"]).context["changes"][0]
    assert (change.what, change.more, change.done) == ("Talks published", 0, "event changed")
    assert change.reason == "Another source." and str(event.pk) in change.url


def test_a_large_change_is_counted_whole(client, tmp_path):
    actors = [{"slug": f"a{number}", "name": f"Actor {number}", "kind": "person"} for number in range(150)]
    file = {"format": 1, "debate": {"slug": "many", "title": "Many", "language": "en"}, "actors": actors}
    (tmp_path / "many.json").write_text(json.dumps(file))
    call_command("loaddebate", str(tmp_path / "many.json"), verbosity=0)
    change = page(client, person("Ann", "editor")).context["changes"][0]
    assert change.more == 150  # the debate, and
