"""Turning points as a page and as a feed."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.core.cache import cache

from timeline.exports.turning import Turns
from timeline.filters import Filters, View
from timeline.models import Event

PAGE, FEED = "/long-range-weapons/turns/", "/long-range-weapons/turns.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def turns(debate, query=""):
    """The turns of a view."""
    return Turns(View.of(debate, Filters.parse(query)))


def said(found):
    """(actor, question, before, after) of turns."""
    return [
        (
            turn.actor.slug,
            turn.question.slug,
            turn.change.before.stance,
            turn.change.after.stance,
        )
        for turn in found.all
    ]


def test_one_turn_is_told_with_its_window_both_sides_and_what_lay_between(debate):
    found = turns(debate, "actor=olaf-scholz")
    assert said(found) == [("olaf-scholz", "supply-taurus", "undecided", "leans-oppose")]
    (one,) = found.told(found.all)
    assert one.turn.window == "between 13 August and 28 September 2023"
    assert (one.before.event.slug, one.after.event.slug) == (
        "scholz-summer-interview",
        "scholz-delays-instructors",
    )
    assert [argument.slug for argument in one.after.reasons] == ["taurus-war-party"]
    between = {event.slug for event in one.between}
    assert {"baerbock-devil-detail"} <= between
    assert not between & {one.before.event.slug, one.after.event.slug}
    for event in one.between:
        assert date(2023, 8, 13) <= event.earliest and event.latest <= date(2023, 9, 28)
        assert event.questions.filter(slug="supply-taurus").exists()


def test_what_lay_between_stands_in_order_of_time_and_the_rest_is_counted(debate):
    for one in (found := turns(debate)).told(found.all):
        days = [(event.earliest, event.latest) for event in one.between]
        assert days == sorted(days)
        everything = Event.objects.filter(questions=one.turn.question, debate=debate).overlapping(
            one.turn.change.first, one.turn.change.last, certainly=True
        )
        ends = {one.turn.change.before.key, one.turn.change.after.key}
        assert len(one.between) + one.more == everything.exclude(slug__in=ends).count()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("from=2023-09-01&to=2023-09-30&actor=olaf-scholz", 1),
        ("from=2023-10-01&actor=olaf-scholz", 0),
        ("from=2023-09-01&certainty=certainly&actor=olaf-scholz", 0),
        ("from=2023-08-13&to=2023-09-28&certainty=certainly&actor=olaf-scholz", 1),
        ("actor=olaf-scholz&stance=opposes", 0),
        ("actor=olaf-scholz&stance=leans-oppose", 1),
        ("actor=joe-biden&question=strikes-inside-russia", 3),
        ("actor=joe-biden&question=strikes-inside-russia&kind=decision", 2),
        ("actor=joe-biden&question=strikes-inside-russia&topic=himars", 1),
    ],
)
def test_a_filter_is_about_the_window_or_the_evidence(debate, query, shown):
    assert len(turns(debate, query).all) == shown


@pytest.fixture
def two_pages(monkeypatch):
    """Pages of fewer turns than the debate has."""
    monkeypatch.setattr("timeline.views.turns.TURNS", 15)
    cache.clear()  # a page of all of them may be kept there
    yield
    cache.clear()


def test_the_page_tells_every_turn_and_each_leads_to_its_evidence(client, debate, two_pages):
    first = client.get(PAGE).content.decode()
    rest = client.get(f"{PAGE}?page=2").content.decode()
    assert first.count('<li class="turn"') == 15
    assert first.count('<li class="turn"') + rest.count('<li class="turn"') == len(turns(debate).all)
    for part in first.split('<li class="turn"')[1:]:
        assert len(re.findall(r'data-event="', part)) == 2
        assert re.search(r"<blockquote|in summary:", part)
        (link,) = re.findall(r'class="turn-when" href="([^"#]+)#(turn-[^"]+)"', part)
        assert f'id="{link[1]}"' in client.get(link[0]).content.decode()


def test_newest_first_is_the_other_way_round(client, debate, two_pages):
    keys = [
        re.findall(
            r'<li class="turn" id="([^"]+)"', client.get(f"{PAGE}?sort=newest&page={n}").content.decode()
        )
        for n in (1, 2)
    ]
    assert keys[0] + keys[1] == [turn.key for turn in turns(debate).all][::-1]


def test_the_feed_has_an_entry_for_each_turn(client, debate):
    answer = client.get(f"{FEED}?question=strikes-inside-russia")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(turns(debate, "question=strikes-inside-russia").all)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert any(title.startswith("Joe Biden: from “undecided” to “supports”") for title in titles)
    told = "".join(entry.findtext(f"{ATOM}summary") for entry in entries)
    assert "It must have happened between 13 September and 20 November 2024." in told
    assert "We’re working that out right now" in told


def test_a_turn_keeps_its_identity_when_other_evidence_comes(client, debate):
    def ids():
        feed = ElementTree.fromstring(client.get(f"{FEED}?actor=olaf-scholz").content)
        return {entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")}

    before = ids()
    event = Event.objects.create(
        debate=debate,
        slug="more",
        title="Scholz again",
        kind="statement",
        date_text="3 January 2025",
        language="en",
        status="published",
    )
    scholz = turns(debate, "actor=olaf-scholz").all[0]
    event.positions.create(actor=scholz.actor, question=scholz.question, stance="opposes")
    event.settle()
    assert ids() == before and len(before) == 1


def test_data_that_cannot_be_used_is_refused(client, debate):
    assert client.get(f"{FEED}?order=loudest").status_code == 400
