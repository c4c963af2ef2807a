"""The ledger on the real debate, against what was worked out by hand from the citations.

What stands here was read from the quotes and summaries of the sources, not from a run of the program.
"""

from datetime import date

import pytest

from timeline.exports.standing import Standing
from timeline.exports.turning import Turns
from timeline.filters import Filters, View
from timeline.ledger import RoleEvent, lag, rounds
from timeline.models import EventTopic

STRIKES, ATACMS, TAURUS = "strikes-inside-russia", "supply-atacms", "supply-taurus"


def day(text):
    """A day as ISO has it."""
    return date.fromisoformat(text)


def ledger(debate, actor, question):
    """The ledger of an actor on a question, as every page gets it."""
    view = View.of(debate, Filters.parse(f"question={question}&actor={actor}"))
    (record,) = Standing(view).records()
    return record.ledger


def said(changes):
    """(before, after, first day, last day) of changes."""
    return [
        (change.before.stance, change.after.stance, str(change.first), str(change.last)) for change in changes
    ]


def test_biden_on_strikes_inside_russia(debate):
    """Against from "We are not encouraging or enabling Ukraine to strike beyond its borders" (31 May 2022).

    In mid-February 2024 he approved longer missiles for use inside Ukraine; on 30 May he permitted a little;
    "We're working that out right now" on 10 September; for in mid-November, and no source says which day.
    """
    biden = ledger(debate, "joe-biden", STRIKES)
    assert said(biden.turns) == [
        ("opposes", "leans-support", "2024-02-11", "2024-05-30"),
        ("leans-support", "undecided", "2024-06-09", "2024-09-10"),
        ("undecided", "supports", "2024-09-13", "2024-11-20"),
    ]
    assert said(biden.shifts) == [("leans-oppose", "opposes", "2022-05-30", "2022-05-31")]
    assert biden.doubts == ()
    assert [segment.stance for segment in biden.segments] == [
        "leans-oppose",
        "opposes",
        "leans-support",
        "undecided",
        "supports",
    ]
    assert biden.last_word().stance == "supports"
    stood = {
        "2022-05-29": None,
        "2024-01-31": "opposes",
        "2024-05-31": "leans-support",
        "2024-09-30": "undecided",
        # Mid-November may be any day from the 11th to the 20th: only then it had certainly been decided.
        "2024-11-17": "undecided",
        "2024-11-20": "supports",
    }
    for when, stance in stood.items():
        word = biden.last_word(day(when))
        assert (word and word.stance) == stance, when


def test_biden_on_atacms_in_2023(debate):
    """On 29 May 2023 "That's still in play", and on 12 July he has it under consideration; by 20 September,
    shortly before the visit, he had approved.

    What was told of him in between is not his: a report that he was close (10 September), and the words of
    spokesmen, which are the house's.
    """
    biden = ledger(debate, "joe-biden", ATACMS)
    assert said(biden.turns) == [
        ("opposes", "undecided", "2022-12-31", "2023-05-29"),
        ("undecided", "supports", "2023-07-12", "2023-09-20"),
    ]
    assert (biden.shifts, biden.doubts) == ((), ())
    assert biden.last_word(day("2023-09-19")).stance == "undecided"
    assert biden.last_word(day("2023-09-20")).stance == "supports"
    assert biden.last_word().stance == "supports"


def test_the_white_house_on_atacms_in_2023(debate):
    """Fears of escalation in July; "No decision has been made yet" from August to the day of the visit.

    Officials who told on 22 or 23 July that it held firm spoke while others stressed that nothing was
    settled: in which order, nobody can say.
    """
    house = ledger(debate, "white-house", ATACMS)
    assert said(house.turns) == [
        ("leans-oppose", "undecided", "2023-07-11", "2023-07-19"),
        ("undecided", "leans-support", "2023-09-21", "2024-02-19"),
    ]
    (torn,) = house.doubts
    assert {(item.key, item.stance) for item in torn.evidence} == {
        ("officials-unsettled-summer", "undecided"),
        ("wapo-holding-firm", "opposes"),
    }
    assert (torn.first, torn.last, torn.is_contradiction) == (day("2023-07-19"), day("2023-08-16"), False)
    assert house.last_word(day("2023-09-21")).stance == "undecided"


def test_every_turn_that_the_debate_claims(debate):
    """Each was read against the citations of both its ends; `docs/dataset.md` says which are weak."""
    found = Turns(View.of(debate, Filters())).all
    assert {
        (turn.actor.slug, turn.question.slug, turn.number, turn.change.after.stance) for turn in found
    } == {
        ("annalena-baerbock", TAURUS, 1, "leans-support"),
        ("antony-blinken", STRIKES, 1, "leans-support"),
        ("boris-pistorius", TAURUS, 1, "opposes"),
        ("boris-pistorius", TAURUS, 2, "undecided"),
        ("boris-pistorius", TAURUS, 3, "leans-oppose"),
        ("jake-sullivan", ATACMS, 1, "undecided"),
        ("jake-sullivan", ATACMS, 2, "supports"),
        ("jake-sullivan", STRIKES, 1, "undecided"),
        ("jens-stoltenberg", "supply-cluster-munitions", 1, "undecided"),
        ("joe-biden", ATACMS, 1, "undecided"),
        ("joe-biden", ATACMS, 2, "supports"),
        ("joe-biden", "supply-rocket-artillery", 1, "supports"),
        ("joe-biden", STRIKES, 1, "leans-support"),
        ("joe-biden", STRIKES, 2, "undecided"),
        ("joe-biden", STRIKES, 3, "supports"),
        ("lloyd-austin", STRIKES, 1, "leans-oppose"),
        ("olaf-scholz", TAURUS, 1, "leans-oppose"),
        ("united-kingdom", STRIKES, 1, "leans-oppose"),
        ("united-kingdom", STRIKES, 2, "leans-support"),
        ("us-defense-department", ATACMS, 1, "leans-support"),
        ("us-defense-department", ATACMS, 2, "leans-oppose"),
        ("white-house", ATACMS, 1, "undecided"),
        ("white-house", ATACMS, 2, "leans-support"),
        ("white-house", STRIKES, 1, "undecided"),
        ("white-house", STRIKES, 2, "supports"),
    }


def test_scholz_on_taurus(debate):
    """Undecided in August 2023 (each decision would be examined very carefully), never for.

    He was against from some day between 13 August and 28 September; his silence in Munich is only a shift.
    """
    scholz = ledger(debate, "olaf-scholz", TAURUS)
    assert said(scholz.turns) == [("undecided", "leans-oppose", "2023-08-13", "2023-09-28")]
    assert said(scholz.shifts) == [
        ("leans-oppose", "opposes", "2023-09-01", "2023-10-04"),
        ("opposes", "leans-oppose", "2023-10-05", "2024-02-20"),
        ("leans-oppose", "opposes", "2024-02-11", "2024-02-26"),
    ]
    assert scholz.doubts == () and scholz.loose == ()
    assert {item.side for item in scholz.evidence} == {"undecided", "against"}
    assert scholz.last_word().stance == "opposes"


def test_the_state_department_and_the_pentagon(debate):
    """ "State is looking at opportunities, DOD is looking at threats" (28 September 2023)."""
    state = ledger(debate, "us-state-department", ATACMS)
    assert state.turns == () and {item.side for item in state.evidence} == {"for"}
    assert said(state.shifts) == [("leans-support", "supports", "2023-09-20", "2023-09-28")]
    pentagon = ledger(debate, "us-defense-department", ATACMS)
    assert said(pentagon.turns) == [
        ("opposes", "leans-support", "2023-07-22", "2023-09-20"),
        ("leans-support", "leans-oppose", "2023-09-20", "2024-02-19"),
    ]
    on_pace = {
        actor: ledger(debate, actor, "aid-pace").last_word().side
        for actor in ("us-state-department", "us-defense-department")
    }
    assert on_pace == {"us-state-department": "for", "us-defense-department": "against"}


@pytest.mark.parametrize(
    ("actor", "shown"),
    [
        ("jens-stoltenberg", [("leans-support", "2024-02-20"), ("supports", "2024-05-24")]),
        ("emmanuel-macron", [("supports", "2024-05-28")]),
        ("olaf-scholz", [("leans-support", "2024-05-28")]),
    ],
)
def test_europeans_on_strikes_in_may_2024(debate, actor, shown):
    """Stoltenberg to the Economist on 24 May; Macron and a more guarded Scholz at Meseberg on the 28th."""
    stood = ledger(debate, actor, STRIKES)
    assert stood.turns == () and stood.doubts == ()
    assert [(part.stance, str(part.evidence[0].begin)) for part in stood.segments] == shown
    assert stood.last_word(day("2024-05-31")).stance == shown[-1][0]


def test_from_asking_for_atacms_to_firing_it(debate):
    """Asked for on 10 July 2022; approved between 1 and 20 September 2023, first fired on 17 October 2023."""
    links = EventTopic.objects.filter(event__debate=debate, topic__slug="atacms").exclude(role="")
    rows = links.values_list("event__slug", "role", "event__earliest", "event__latest")
    shorter = rounds(RoleEvent(*row) for row in rows)[0]
    approved, used = lag(shorter, "requested", "approved"), lag(shorter, "requested", "used")
    assert [event.key for event in approved.before] == ["reznikov-asks-atacms"]
    assert (approved.least, approved.most) == (418, 437)
    assert [event.key for event in used.after] == ["first-atacms-strike"]
    assert (used.least, used.most) == (464, 464)


def test_the_white_house_deliberated_for_months(debate):
    """It said in December 2024 that deliberations had begun long before: while they lasted, no support."""
    house = ledger(debate, "white-house", STRIKES)
    assert house.last_word(day("2024-08-31")).side == "undecided"
    assert house.last_word().stance == "supports"
