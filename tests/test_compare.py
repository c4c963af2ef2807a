"""Two sides compared, on the real debate, against what was worked out by hand from the citations."""

import re
from datetime import date
from html import unescape

import pytest

from timeline.exports.comparison import Comparison
from timeline.filters import Filters, View

PAGE = "/long-range-weapons/compare/"
DEPARTMENTS = "actor=us-state-department&with=us-defense-department"


def comparison(debate, query):
    """The comparison of a query."""
    return Comparison(View.of(debate, Filters.parse(query)))


def told(debate, query):
    """{question: [(relation, first, last, steps of each part, last day before, first day after)]}."""
    return {
        pair.question.slug: [
            (
                spell.relation,
                str(spell.first),
                str(spell.last),
                [part.steps for part in spell.parts],
                spell.before and str(spell.before),
                spell.after and str(spell.after),
            )
            for spell in pair.known
        ]
        for pair in comparison(debate, query).pairs
    }


def text_of(client, query):
    """What the page of a query says, without tags."""
    answer = client.get(f"{PAGE}?{query}")
    assert answer.status_code == 200
    page = unescape(answer.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_state_department_and_the_pentagon(debate):
    """On 20 September 2023 "all the departments ... approved" (Foreign Policy): both lean to ATACMS.

    On 28 September "State is looking at opportunities, DOD is looking at threats"; in mid-February 2024 the
    Pentagon argued against the longer range for its stocks. On cluster munitions it was State that held back.
    """
    found = told(debate, DEPARTMENTS)
    assert found["supply-atacms"] == [
        ("agree", "2023-09-20", "2023-09-20", [(0, 0)], None, "2024-02-19"),
        ("disagree", "2024-02-19", "2025-02-18", [(3, 3)], "2023-09-20", None),
    ]
    assert found["supply-cluster-munitions"] == [
        ("disagree", "2023-10-09", "2024-07-06", [(3, 3)], None, None)
    ]
    assert found["aid-pace"] == [("disagree", "2023-09-28", "2024-09-27", [(2, 2)], None, None)]
    assert found["strikes-inside-russia"] == []


def test_the_page_says_since_when_and_how_far_apart(client, debate):
    page = text_of(client, DEPARTMENTS)
    assert (
        "They disagree , three steps apart: beginning between 20 September 2023 and 19 February 2024; "
        "nothing newer is recorded of US Department of Defense after 19 February 2024."
    ) in page
    assert "They agree , no step apart: certain from 20 September 2023;" in page
    assert "US Department of Defense ▽" not in page  # marks are drawn, not written
    assert "nothing recorded" in page


def test_swapping_the_sides_mirrors_the_page(debate):
    straight = told(debate, DEPARTMENTS)
    assert told(debate, "actor=us-defense-department&with=us-state-department") == straight
    assert told(debate, "actor=us-defense-department&actor=us-state-department") == straight


def test_filters_choose_what_is_shown_and_not_what_is_claimed(debate):
    everything = told(debate, DEPARTMENTS)["supply-atacms"]
    few = comparison(debate, f"{DEPARTMENTS}&question=supply-atacms&kind=decision")
    assert [spell.relation for spell in few.pairs[0].known] == [spell[0] for spell in everything]
    assert not few.pairs[0].one.shown
    later = told(debate, f"{DEPARTMENTS}&question=supply-atacms&from=2023-12-01")
    assert later == {"supply-atacms": everything[1:]}


def test_one_actor_in_two_periods(client, debate):
    """Biden on strikes inside Russia: against in 2022, for at the end of 2024."""
    query = "actor=joe-biden&question=strikes-inside-russia&to=2022-12-31&with=joe-biden&with_from=2024-11-01"
    found = comparison(debate, query)
    assert found.of_periods
    one, other, relation, steps = found.pairs[0].at_the_ends
    assert (one[0].last, one[0].one.stances) == (date(2022, 12, 31), ("opposes",))
    assert (other[0].first, other[0].one.stances) == (date(2024, 11, 20), ("supports",))
    assert (relation, steps) == ("disagree", (4, 4))
    page = text_of(client, query)
    assert "The last that is certain of each period: On opposite sides , four steps apart." in page
    assert "Joe Biden, until 31 December 2022 and Joe Biden, from 1 November 2024" in page


@pytest.mark.parametrize(
    ("query", "sides"),
    [
        ("", ["joe-biden", "volodymyr-zelensky"]),
        ("question=supply-taurus", ["olaf-scholz", "annalena-baerbock"]),
        ("actor=olaf-scholz&question=strikes-inside-russia", ["olaf-scholz", "volodymyr-zelensky"]),
        ("with=olaf-scholz&question=strikes-inside-russia", ["volodymyr-zelensky", "olaf-scholz"]),
        ("actor=none&with=olaf-scholz&question=supply-taurus", ["annalena-baerbock", "olaf-scholz"]),
    ],
)
def test_where_a_side_is_not_chosen_the_most_heard_stands_in(client, debate, query, sides):
    found = comparison(debate, query)
    assert [side.actor.slug for side in found.sides] == sides
    answer = client.get(f"{PAGE}?{query}").content.decode()
    offered = re.findall(r'<li><a href="([^"]*with=[^"]*)"', answer.split("Others to compare")[1])
    assert offered and unescape(offered[0]).startswith(PAGE)


@pytest.mark.parametrize("query", ["actor=joe-biden&with=joe-biden", "q=zzzz"])
def test_nobody_is_compared_with_nobody_or_with_himself_at_one_time(client, debate, query):
    assert comparison(debate, query).sides is None
    assert "Nobody to compare in this view." in text_of(client, query)


def test_members_are_told_apart_from_their_institution(client, debate):
    """Milley and Kahl spoke against ATACMS while they were at the Pentagon, whose ledger is its own."""
    found = comparison(debate, DEPARTMENTS)
    pair = next(pair for pair in found.pairs if pair.question.slug == "supply-atacms")
    state, pentagon = found.sides
    said = {one.actor.slug: (word.stance, [piece.item.key for piece in pieces])
            for one, word, pieces in pair.members_of(pentagon)}  # fmt: skip
    assert said["mark-milley"] == ("leans-oppose", ["milley-few-atacms"])
    assert said["colin-kahl"] == ("opposes", ["kahl-no-atacms-needed"])
    assert [one.actor.slug for one, *_rest in pair.members_of(state)] == ["antony-blinken"]
    assert {item.key for item in pair.other.ledger.evidence} >= {"milley-few-atacms"}  # it is cited as both's
    assert "Said by members of US Department of Defense, not by it" in text_of(client, DEPARTMENTS)


def test_what_a_member_said_elsewhere_is_not_told(debate):
    kahl = debate.actors.get(slug="colin-kahl")
    kahl.affiliations.update(end=date(2022, 8, 23))
    found = comparison(debate, DEPARTMENTS)
    pair = next(pair for pair in found.pairs if pair.question.slug == "supply-atacms")
    assert "colin-kahl" not in {one.actor.slug for one, *_rest in pair.members_of(found.sides[1])}


def test_as_of_a_day_only_what_was_there_is_compared(debate):
    """Before the mid-February report nothing was known of a Pentagon that turned again."""
    found = comparison(debate, f"{DEPARTMENTS}&question=supply-atacms&as_of=2023-12-31")
    assert [spell.relation for spell in found.pairs[0].known] == ["agree"]


def test_every_link_to_evidence_answers(client, debate):
    page = client.get(f"{PAGE}?{DEPARTMENTS}").content.decode()
    links = set(re.findall(r'href="(/long-range-weapons/events/[^"]+)"', page))
    assert len(links) > 8
    for link in links:
        assert client.get(link).status_code == 200
    for spell in page.split('class="spell is-')[1:]:
        assert "/events/" in spell.split("</li></ul>")[0]


def test_the_drawings_of_a_page_share_no_ids(client, debate):
    page = client.get(f"{PAGE}?{DEPARTMENTS}").content.decode()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    used = set(re.findall(r'href="#([\w.-]+)"|url\(#([\w.-]+)\)', page))
    assert {one or other for one, other in used} - set(ids) <= {"rail-fold"}
