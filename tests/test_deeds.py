"""From words to deeds: the real debate's chains as worked out by hand, and what the page says of them."""

import re
from itertools import pairwise

import pytest

from timeline.admin.roles import PROPOSED, choices_for
from timeline.charts.deeds import AWAITED, waits
from timeline.exports.deeds import Deeds
from timeline.filters import Filters, View
from timeline.ledger import CHAIN
from timeline.models import Event, EventTopic

PAGE = "/long-range-weapons/deeds/"


def runs_of(debate, query="", user=None):
    """{key of a round: round} of a view."""
    return {run.key: run for run in Deeds(View.of(debate, Filters.parse(query), user)).runs}


def said(run):
    """{pair: days} of a round."""
    return {wait.pair: wait.days for wait in run.waits}


def test_atacms_from_the_first_request_to_the_first_use(debate):
    """By hand: asked 10 July 2022; refused 22 July; approved 1–20 September 2023; used 17 October 2023."""
    first = runs_of(debate)["atacms.1"]
    assert said(first) == {
        ("requested", "refused"): "12 days",
        ("requested", "approved"): "418 to 437 days",
        ("refused", "approved"): "406 to 425 days",
        ("approved", "delivered"): "2 to 46 days",
        ("delivered", "used"): "0 to 25 days",
        ("requested", "used"): "464 days",
    }
    assert first.name == "Round 1 of 4"


def test_the_longer_range_is_a_round_of_its_own(debate):
    """By hand: approved 11–20 February 2024, in Ukraine by 24 April, used 17 April 2024."""
    assert said(runs_of(debate)["atacms.2"]) == {
        ("approved", "delivered"): "41 to 73 days",
        ("delivered", "used"): "0 to 16 days",
    }


def test_taurus_is_asked_for_and_not_approved(debate):
    """By hand: asked 14 May 2023, first refused 29 or 30 July 2023."""
    taurus = runs_of(debate)["taurus.1"]
    assert said(taurus) == {("requested", "refused"): "76 to 77 days"}
    assert taurus.name == ""


def test_every_wait_names_the_events_it_lies_between(debate):
    for run in runs_of(debate).values():
        slugs = {step.event.slug for step in run.steps}
        for wait in run.waits:
            assert wait.before and wait.after
            assert {event.slug for event in (*wait.before, *wait.after)} <= slugs


def test_filters_choose_rounds_and_do_not_change_them(debate):
    whole, narrowed = runs_of(debate), runs_of(debate, "topic=atacms&from=2023-09-01&to=2023-12-31")
    assert list(narrowed) == ["atacms.1"]
    assert said(narrowed["atacms.1"]) == said(whole["atacms.1"])
    assert {step.role for step in narrowed["atacms.1"].steps if step.shown} == {
        "approved",
        "delivered",
        "used",
    }


def test_another_topic_of_a_chosen_event_is_not_shown(debate):
    assert {run.topic.slug for run in runs_of(debate, "topic=taurus").values()} == {"taurus"}


def test_a_draft_changes_no_wait_of_readers(debate, admin_user):
    draft = Event.objects.create(
        debate=debate, slug="a-draft", title="A draft", kind="meeting", date_override="2022-06-01",
        date_basis="for the test",
    )  # fmt: skip
    EventTopic.objects.create(event=draft, topic=debate.topics.get(slug="atacms"), role="requested")
    assert said(runs_of(debate)["atacms.1"])["requested", "used"] == "464 days"
    assert said(runs_of(debate, user=admin_user)["atacms.1"])["requested", "used"] == "503 days"


def test_an_undated_step_is_listed_and_in_no_round(client, debate):
    event = Event.objects.create(
        debate=debate, slug="undated", title="Asked for at some time", kind="meeting", status="published"
    )
    EventTopic.objects.create(event=event, topic=debate.topics.get(slug="atacms"), role="requested")
    page = client.get(PAGE).content.decode()
    assert "Without a date" in page and "Asked for at some time" in page
    assert "418 to 437 days" in page


def test_the_page_says_and_links_it(client, debate):
    page = client.get(PAGE).content.decode()
    assert "From the first request to the first approval after it" in page
    assert "418 to 437 days" in page
    assert page.count("chart-svg") == 3
    for link in set(re.findall(r'href="(#[^"]+)"', page)) - {"#content", "#rail-fold"}:
        assert f'id="{link[1:]}"' in page, link


def test_a_view_without_a_role_says_so(client, debate):
    page = client.get(f"{PAGE}?q=zzz").content.decode()
    assert "No event of this view has a role between request and use." in page


def test_a_date_in_words_is_written_back_as_a_day(client, debate):
    answer = client.get(f"{PAGE}?from=mid-May+2024")
    assert answer.headers["Location"] == f"{PAGE}?from=2024-05-11"


def test_a_filter_swaps_only_the_view(client, debate):
    answer = client.get(f"{PAGE}?topic=taurus", headers={"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == f"{PAGE}?topic=taurus"
    assert "<!doctype" not in answer.content.decode().lower()


def test_the_number_of_queries_does_not_grow_with_the_rounds(debate, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        found = Deeds(View.of(debate, Filters()))
        assert len(found.runs) > 12 and found.rows and found.sentence()


@pytest.mark.parametrize("role", AWAITED)
def test_a_wait_is_drawn_from_the_last_day_of_its_start(debate, role):
    for run in runs_of(debate).values():
        for held in waits(run.key, run.round):
            if held.color == role:
                assert held.first >= min(event.end for event in run.round.of(role))
                assert any(event.end == held.gone for event in run.round.events) or role == "requested"


def test_waits_do_not_lie_over_each_other(debate):
    for run in runs_of(debate).values():
        held = sorted(waits(run.key, run.round), key=lambda item: item.first)
        for one, other in pairwise(held):
            assert (one.gone or one.last) <= other.first


def test_nothing_is_awaited_that_is_no_role():
    assert {role for roles in AWAITED.values() for role in roles} | AWAITED.keys() <= set(CHAIN)


@pytest.mark.parametrize("place", ["deeds", "arguments", "coverage", "positions", "turns"])
def test_the_page_itself_is_shared_and_cited(client, debate, place):
    base = f"/long-range-weapons/{place}/"
    panel = client.get(f"{base}share/?topic=atacms").content.decode()
    assert f'value="http://testserver{base}?topic=atacms"' in panel
    assert f'href="{base}cite.bib?topic=atacms"' in panel
    cited = client.get(f"{base}cite.txt?topic=atacms").content.decode()
    assert f"http://testserver{base}?topic=atacms" in cited
    assert client.get(f"{base}cite.txt?kind=nothing").status_code == 400


@pytest.mark.parametrize("place", ["deeds", "arguments", "coverage"])
def test_a_link_to_the_page_shows_what_it_says(client, debate, place):
    page = client.get(f"/long-range-weapons/{place}/?topic=atacms").content.decode()
    assert f'<link rel="canonical" href="http://testserver/long-range-weapons/{place}/?topic=atacms">' in page
    picture = f"http://testserver/long-range-weapons/{place}/preview.png?topic=atacms"
    assert f'property="og:image" content="{picture}' in page


def test_very_many_rounds_are_told_page_by_page_and_in_files_all_at_once(client, debate, monkeypatch):
    whole = list(runs_of(debate))
    monkeypatch.setattr("timeline.exports.deeds.ROUNDS", 6)
    found = [Deeds(View.of(debate, Filters()), page) for page in (1, 2, 3)]
    assert [run.key for one in found for run in one.runs] == whole
    assert [run.key for run in found[0].every()] == whole
    assert found[2].sentence() == Deeds(View.of(debate, Filters())).sentence()
    page = client.get("/long-range-weapons/deeds/?page=2").content.decode()
    assert "The chart and the tables show 6 rounds, after 6 others." in page
    assert [key for key in whole if f'<article class="run" id="{key}">' in page] == whole[6:12]
    assert '<a href="/long-range-weapons/deeds/?page=3">3</a>' in page
    rounds = client.get("/long-range-weapons/deeds.json").json()["rounds"]
    assert [f"{row['topic']}.{row['round']}" for row in rounds] == whole


def test_a_role_is_proposed_to_curators_alone(admin_client, client, debate):
    event = debate.events.get(slug="first-atacms-strike")
    form = admin_client.get(f"/admin/timeline/event/{event.pk}/change/").content.decode()
    assert "used (proposed for a strike)" in form
    assert "proposed for" not in client.get(event.get_absolute_url()).content.decode()
    assert choices_for("statement")[1][0] == "requested"
    assert [label for _value, label in choices_for("meeting") if "proposed" in label] == []


@pytest.mark.parametrize("kind", PROPOSED)
def test_the_proposal_comes_first_and_is_not_chosen(kind):
    blank, first, *others = choices_for(kind)
    assert blank[0] == "" and first[0] == PROPOSED[kind]
    assert {blank[0], first[0], *(value for value, _label in others)} == {"", *CHAIN}


def test_what_lasted_throughout_began_on_its_first_day(debate):
    """By hand: restricted from 24 February 2022 on, first permitted on 2 May 2024."""
    assert said(runs_of(debate)["use-restrictions.1"])["restricted", "permitted"] == "798 days"


def test_the_rounds_as_data(client, debate):
    told = client.get("/long-range-weapons/deeds.json?topic=atacms").json()
    assert told["count"] == 4 and [row["round"] for row in told["rounds"]] == [1, 2, 3, 4]
    wait = next(wait for wait in told["rounds"][0]["waits"] if wait["to"] == "approved")
    assert (wait["from"], wait["least"], wait["most"]) == ("requested", 418, 437)
    assert (wait["before"], wait["after"]) == (["reznikov-asks-atacms"], ["biden-approves-atacms-sept"])
    assert client.get("/long-range-weapons/deeds.json?kind=nothing").status_code == 400
