"""The ledger on the real debate, against what was worked out by hand from the citations.

What stands here was read from the quotes and summaries of the sources, not from a run of the program.
"""

from datetime import date

import pytest

from timeline.exports.standing import Standing
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
    """On 29 May 2023 "That's still in play"; the Washington Post has him hold firm on 22 or 23 July.

    He approved some time before the visit of the 21st, while Kirby ("No decision has been made yet", 18th)
    and a source in Congress (20th) still said he had not: in which order, nobody can say.
    """
    biden = ledger(debate, "joe-biden", ATACMS)
    torn, visit = biden.doubts
    assert {(item.key, item.stance) for item in torn.evidence} == {
        ("biden-approves-atacms-sept", "supports"),
        ("kirby-not-off-table", "undecided"),
        ("fp-all-departments-approved", "undecided"),
    }
    assert (torn.first, torn.last, torn.is_contradiction) == (day("2023-09-01"), day("2023-09-20"), False)
    assert {item.key for item in visit.evidence} == {
        "biden-tells-zelensky-atacms",
        "sullivan-no-atacms-package",
    }
    assert visit.is_contradiction and visit.first == day("2023-09-21")
    # The approval "shortly before" the visit ends no turn: that it came after Kirby's words is not certain.
    assert "biden-approves-atacms-sept" not in {
        end.key for turn in biden.turns for end in (turn.before, turn.after)
    }
    assert said(biden.turns) == [
        ("opposes", "undecided", "2022-12-31", "2023-05-29"),
        ("undecided", "opposes", "2023-07-21", "2023-07-23"),
        ("opposes", "undecided", "2023-07-22", "2023-08-16"),
        ("undecided", "leans-support", "2023-08-16", "2023-09-10"),
        ("leans-support", "undecided", "2023-09-10", "2023-09-18"),
        ("undecided", "supports", "2023-09-20", "2023-09-21"),
    ]
    assert biden.last_word(day("2023-09-20")).stance is None
    assert biden.last_word(day("2023-09-21")).stance is None
    assert biden.last_word().stance == "supports"


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
