"""Who stood where, on its pages: every claim on its evidence, and filters that choose without rewriting."""

import json
import re
from datetime import date
from html import unescape

import pytest

from timeline.exports.standing import Standing
from timeline.filters import Filters, View
from timeline.models import Actor, Debate, Event, Position, Question

PAGE = "/long-range-weapons/positions/"
MATRIX = "/long-range-weapons/positions/matrix/"


def text_of(client, address):
    """The page at an address."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.content[:500]
    return answer.content.decode()


def actors(page):
    """The names of the rows, in their order."""
    return [unescape(name) for name in re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', page)]


def row(page, key):
    """The HTML of one actor's row."""
    return page.split(f'id="row-{key}"')[1].split("</tbody>")[0]


def records(debate, query=""):
    """The records of a view."""
    return Standing(View.of(debate, Filters.parse(query))).records()


def test_without_a_choice_the_first_question_is_shown_and_the_others_are_a_link_away(client, debate):
    page = text_of(client, PAGE)
    assert "Should the United States supply ATACMS to Ukraine?</a></h2>" in page
    assert page.split('<details class="asks"')[1].split("</details>")[0].count("aria-current") == 1
    for slug in ("supply-taurus", "strikes-inside-russia", "aid-pace"):
        assert f'href="{PAGE}?question={slug}"' in page


def test_a_question_shows_its_actors_with_their_turns_and_evidence(client, debate):
    page = text_of(client, f"{PAGE}?question=supply-taurus")
    assert len(actors(page)) == 18
    scholz = row(page, "olaf-scholz.supply-taurus")
    assert "from “undecided” to “leans oppose”, between 13 August and 28 September 2023" in scholz
    assert "17 pieces of evidence" in scholz
    assert scholz.count('class="piece"') == 17
    assert scholz.count('class="note-shift"') == 3


def test_where_the_order_is_unknown_the_page_says_so(client, debate):
    house = row(text_of(client, f"{PAGE}?question=supply-atacms"), "white-house.supply-atacms")
    assert "Order unknown, between 19 July and 16 August 2023: undecided, opposes." in house
    actor, question = (model.objects.get(slug=slug) for model, slug in (
        (Actor, "joe-biden"), (Question, "supply-atacms")))  # fmt: skip
    event = Event.objects.get(slug="sullivan-no-atacms-package")
    event.positions.create(actor=actor, question=question, stance="undecided")
    biden = row(text_of(client, f"{PAGE}?question=supply-atacms"), "joe-biden.supply-atacms")
    assert "Contradictory on 21 September 2023: supports, undecided." in biden


def test_one_weak_piece_of_evidence_is_spoken_of_as_one(client, debate):
    page = text_of(client, f"{PAGE}?question=supply-taurus")
    assert "once, in a report by" in row(page, "united-kingdom.supply-taurus")
    assert (
        "always"
        not in re.sub(r"<[^>]+>", " ", page).split("Filters choose")[0].lower().split("row by row")[1]
    )


@pytest.mark.parametrize("query", ["", "?question=strikes-inside-russia", "?actor=olaf-scholz"])
def test_whatever_is_said_of_an_actor_leads_to_its_evidence(client, debate, query):
    """Every link of a row is answered, every anchor is there, and no row is without an event."""
    page = text_of(client, f"{PAGE}{query}")
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    anchors = {unescape(anchor) for anchor in re.findall(r'href="#([^"]+)"', page)}
    assert anchors - ids == set()
    for part in page.split('class="standing-row"')[1:]:
        assert "/long-range-weapons/events/" in part
        for turn in re.findall(r'href="#(turn-[^"]+)"', part):
            assert f'id="{turn}"' in part
    events = set(re.findall(r'href="(/long-range-weapons/events/[^"/]+/)"', page))
    known = {
        event.get_absolute_url() for event in Event.objects.filter(debate=debate).select_related("debate")
    }
    assert events and events <= known


def test_filters_choose_evidence_but_never_change_what_is_claimed(debate):
    """Without the statements in between, Biden would have turned once on strikes: from against to for."""
    whole = {record.key: record.ledger for record in records(debate)}
    chosen = ("kind=decision", "stance=supports", "from=2024-10-01", "q=zelensky", "disputed=yes")
    for query in chosen:
        narrowed = records(debate, query)
        assert narrowed
        for record in narrowed:
            assert record.ledger == whole[record.key], (query, record.key)
            assert record.shown and record.shown <= {item.key for item in record.ledger.evidence}


def test_an_actor_alone_is_asked_for_with_their_own_positions(debate):
    assert {record.actor.slug for record in records(debate, "actor=olaf-scholz")} == {"olaf-scholz"}
    opposed = records(debate, "actor=olaf-scholz&stance=opposes")
    assert {record.question.slug for record in opposed} == {"supply-taurus"}
    assert all(item.stance == "opposes" for record in opposed for item in record.evidence)


def test_a_member_does_not_speak_for_an_institution(debate):
    """Austin spoke on strikes in 2024; the Pentagon is heard only where a source has it speak."""
    found = {record.actor.slug: record for record in records(debate, "question=strikes-inside-russia")}
    austin, pentagon = found["lloyd-austin"], found["us-defense-department"]
    assert len(austin.ledger.evidence) == 4 and len(pentagon.ledger.evidence) == 1


ORDERS = {
    "name": lambda record: record.actor.name.casefold(),
    "kind": lambda record: list(Actor.Kind.values).index(record.actor.kind),
    "stance": lambda record: list(Position.Stance.values).index(record.word.stance),
    "first-mover": lambda record: record.first,
}


@pytest.mark.parametrize("order", ORDERS)
def test_rows_stand_in_the_order_asked_for(client, debate, order):
    found = records(debate, f"question=supply-taurus&order={order}")
    keys = [ORDERS[order](record) for record in found]
    assert keys == sorted(keys)
    page = text_of(client, f"{PAGE}?question=supply-taurus&order={order}")
    assert actors(page) == [record.actor.name for record in found]


def test_countries_stand_by_their_names_and_those_without_one_last(debate):
    found = records(debate, "question=strikes-inside-russia&order=country")
    countries = [record.actor.country for record in found]
    assert countries.index("DK") < countries.index("FR") < countries.index("DE") < countries.index("US")
    assert all(countries[: -countries.count("")]) if "" in countries else True


def test_drafts_stay_with_curators(client, debate, admin_client):
    biden, question = (
        model.objects.get(debate=debate, slug=slug)
        for model, slug in ((Actor, "joe-biden"), (Question, "supply-taurus"))
    )
    event = Event.objects.create(
        debate=debate,
        slug="a-draft",
        title="Nobody may read this yet",
        kind="statement",
        date_text="May 2024",
    )
    event.questions.add(question)
    event.positions.create(actor=biden, question=question, stance="opposes")
    address = f"{PAGE}?question=supply-taurus"
    assert "Nobody may read this" not in text_of(client, address)
    assert "joe-biden" not in text_of(client, address).split("standing-row", 1)[1]
    assert "Nobody may read this" in text_of(admin_client, address)


def test_what_is_asked_for_in_htmx_is_a_part_of_the_page_with_its_address(client, debate):
    answer = client.get(f"{PAGE}?question=supply-taurus&order=name", headers={"HX-Request": "true"})
    assert answer.content.decode().count("<html") == 0
    assert answer.headers["HX-Push-Url"] == f"{PAGE}?question=supply-taurus&order=name"
    assert "HX-Request" in answer.headers["Vary"]


def test_the_live_chart_has_the_same_marks_rails_and_turns(client, debate):
    figure = json.loads(client.get(f"{PAGE}chart.json?question=supply-taurus").content)
    traces = {trace["uid"]: trace for trace in figure["data"]}
    assert len(traces["marks"]["x"]) == 58
    assert "turn-olaf-scholz.supply-taurus-1" in traces["turns"]["customdata"]
    assert any(uid.startswith("rail-opposes") for uid in traces)
    assert all(re.fullmatch(r"[\w-]+", uid) for uid in traces)  # Plotly makes selectors of them
    page = text_of(client, f"{PAGE}?question=supply-taurus")
    for key in traces["turns"]["customdata"]:
        assert f'data-slug="{key}"' in page and f'id="{key}"' in page


def test_words_for_dates_are_written_back_as_days(client, debate):
    answer = client.get(f"{PAGE}?from=mid-May+2024")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{PAGE}?from=2024-05-11"


def test_the_matrix_tells_the_stance_as_of_a_day(client, debate):
    page = text_of(client, f"{MATRIX}?to=2024-06-30&question=strikes-inside-russia")
    assert "Where everyone stood on 30 June 2024" in page
    biden = page.split(">Joe Biden</a>")[1].split("</tr>")[0]
    assert "stance-leans-support" in biden and "#row-joe-biden.strikes-inside-russia" in biden
    today = text_of(client, f"{MATRIX}?question=strikes-inside-russia")
    assert "stance-supports" in today.split(">Joe Biden</a>")[1].split("</tr>")[0]


def test_a_stance_in_doubt_is_no_stance_in_the_matrix(client, debate):
    page = text_of(client, f"{MATRIX}?to=2023-07-31&question=supply-atacms")
    house = page.split(">White House</a>")[1].split("</tr>")[0]
    assert "stance-open" in house and "order unknown" in house


@pytest.mark.parametrize(
    "path", ["positions/", "positions/matrix/", "turns/", "turns.atom", "positions/chart.json"]
)
def test_an_empty_debate_answers(client, db, path):
    Debate.objects.create(slug="empty", title="An empty debate")
    assert client.get(f"/empty/{path}").status_code == 200


@pytest.mark.parametrize("path", [PAGE, MATRIX, "/long-range-weapons/turns/"])
def test_what_cannot_be_used_is_named(client, debate, path):
    assert "was not used" in text_of(client, f"{path}?order=loudest")


@pytest.mark.parametrize("path", [PAGE, MATRIX, "/long-range-weapons/turns/"])
def test_a_page_asks_the_database_the_same_however_much_it_shows(
    client, debate, path, django_assert_max_num_queries
):
    with django_assert_max_num_queries(60):
        client.get(path)


@pytest.mark.parametrize("place", ["positions", "turns"])
def test_what_is_shared_of_a_page_is_its_own_address(client, debate, place):
    page = text_of(client, f"/long-range-weapons/{place}/?actor=joe-biden")
    address = f"/long-range-weapons/{place}/share/?actor=joe-biden"
    assert f'href="{address}"' in page
    assert f"/long-range-weapons/{place}/?actor=joe-biden" in unescape(text_of(client, address))


def test_pages_of_actors_are_not_those_of_the_list_of_events(client, db):
    """Seventy actors at one event: the list of events has one page, that of actors two."""
    debate = Debate.objects.create(slug="many", title="Many actors")
    question = debate.questions.create(slug="rails", title="Should rails be laid?")
    event = Event.objects.create(
        debate=debate,
        slug="vote",
        title="A vote",
        kind="vote",
        date_text="3 May 2024",
        anchor=date(2024, 5, 3),
        language="en",
        status="published",
    )
    event.questions.add(question)
    for number in range(70):
        actor = debate.actors.create(slug=f"actor-{number:02}", name=f"Actor {number:02}", kind="person")
        event.actors.add(actor)
        event.positions.create(actor=actor, question=question, stance="supports")
    event.settle()
    first, second = (text_of(client, f"/many/positions/?order=name{page}") for page in ("", "&page=2"))
    assert actors(first) + actors(second) == [f"Actor {number:02}" for number in range(70)]
    assert "The chart and the rows show 10 actors, after 60 others." in unescape(second)
    figure = json.loads(client.get("/many/positions/chart.json?order=name&page=2").content)
    (marks,) = (trace for trace in figure["data"] if trace["uid"] == "marks")
    assert len(marks["x"]) == 10


def test_the_figure_answers_304_to_who_has_it(client, debate):
    first = client.get(f"{PAGE}chart.json")
    again = client.get(f"{PAGE}chart.json", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert client.get(f"{PAGE}chart.json?order=loudest").status_code == 400
