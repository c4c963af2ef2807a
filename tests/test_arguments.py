"""Arguments: who gave which reason when, on whose word, and what answers it."""

import re

import pytest

from timeline.charts.uses import Use, axis, life, scale_of
from timeline.exports.arguments import FEW, Arguments, first_of, last_of, uses_of
from timeline.filters import Filters, View
from timeline.models import Argument, Event, Position

PAGE = "/long-range-weapons/arguments/"


def told(debate, question, slug, query=""):
    """One argument with its uses in a view."""
    cases = Arguments(View.of(debate, Filters.parse(query))).cases()
    (found,) = (
        one
        for case in cases
        if case.question.slug == question
        for _label, side in case.sides
        for one in side
        if one.argument.slug == slug
    )
    return found


def some_argument(debate):
    """The argument with the most uses."""
    found = Arguments(View.of(debate, Filters()))
    pk = max(found.uses, key=lambda key: (len(found.uses[key]), key))
    return Argument.objects.get(pk=pk)


def test_every_use_of_the_data_is_told(debate):
    found = Arguments(View.of(debate, Filters()))
    uses = Position.arguments.through.objects.filter(position__event__status="published").count()
    assert uses > 100
    assert sum(len(positions) for positions in found.uses.values()) == uses


def test_users_events_and_publishers_are_those_of_the_uses(debate):
    argument = some_argument(debate)
    one = told(debate, argument.question.slug, argument.slug)
    assert {user.actor.slug for user in one.users} == {
        position.actor.slug for position in argument.positions.all()
    }
    assert {event.slug for event in one.events} == {
        position.event.slug for position in argument.positions.all()
    }
    cited = {c.source.publisher for event in one.events for c in event.citations.all()}
    assert set(one.publishers) == cited


@pytest.mark.parametrize(
    ("spans", "first", "last"),
    [
        (["2024-01-01", "2024-02-01"], ["2024-01-01"], ["2024-02-01"]),
        (["2024-01", "2024-01-05", "2024-03-01"], ["2024-01", "2024-01-05"], ["2024-03-01"]),
        (["2024-01-01", "2024-02", "2024-02-29"], ["2024-01-01"], ["2024-02", "2024-02-29"]),
        (["../2024-01-31", "2024-01-05"], ["../2024-01-31", "2024-01-05"], ["../2024-01-31", "2024-01-05"]),
        ([], [], []),
    ],
)
def test_first_and_last_are_all_that_may_have_been(spans, first, last):
    events = [dated(edtf) for edtf in spans]
    assert [event.title for event in first_of(events)] == first
    assert [event.title for event in last_of(events)] == last


def dated(edtf):
    """An event on the day or days of an EDTF string."""
    event = Event(title=edtf, date_override=edtf, date_basis="for the test")
    event.derive_date()
    return event


def test_filters_narrow_the_uses(debate):
    argument = some_argument(debate)
    whole = told(debate, argument.question.slug, argument.slug)
    actor = whole.users[0].actor
    narrowed = told(debate, argument.question.slug, argument.slug, f"actor={actor.slug}")
    assert {user.actor for user in narrowed.users} == {actor}
    assert len(narrowed.positions) <= len(whole.positions)


def test_a_question_in_which_no_argument_is_used_falls_out_with_filters(client, debate):
    whole, narrowed = (client.get(f"{PAGE}{query}").content.decode() for query in ("", "?actor=olaf-scholz"))
    assert whole.count('class="case"') == debate.questions.filter(arguments__isnull=False).distinct().count()
    assert 0 < narrowed.count('class="case"') < whole.count('class="case"')
    assert "No argument is used in this view." in client.get(f"{PAGE}?q=zzz").content.decode()


def test_answers_are_linked_both_ways(client, debate):
    page = client.get(PAGE).content.decode()
    answers = Argument.objects.filter(question__debate=debate, answers__isnull=False).count()
    assert answers > 5
    assert page.count("answers: <a") == page.count("answered by: <a") == answers
    for target in re.findall(r'href="#(argument-[^"]+)"', page):
        assert f'id="{target}"' in page


def test_the_question_page_shows_the_same(client, debate):
    argument = some_argument(debate)
    page = client.get(f"/long-range-weapons/questions/{argument.question.slug}/").content.decode()
    assert f'id="argument-{argument.slug}"' in page
    one = told(debate, argument.question.slug, argument.slug)
    assert f"in {len(one.events)} events, {len(one.publishers)} independent sources" in page


def test_a_draft_is_no_use(client, debate, admin_user):
    argument = some_argument(debate)
    event = Event.objects.create(debate=debate, slug="a-draft", title="A draft", kind="statement")
    position = event.positions.create(
        actor=debate.actors.get(slug="olaf-scholz"), question=argument.question, stance="opposes"
    )
    position.arguments.add(argument)
    assert "A draft" not in client.get(PAGE).content.decode()
    client.force_login(admin_user)
    assert "A draft" in client.get(PAGE).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_arguments(debate, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        for case in Arguments(View.of(debate, Filters())).cases():
            for _label, side in case.sides:
                for one in side:
                    assert one.users is not None and one.publishers is not None and one.life is not None
                    assert list(one.argument.answered_by.all()) is not None


def test_where_there_are_very_many_uses_the_first_are_told_and_the_rest_is_counted(
    client, debate, monkeypatch
):
    argument = some_argument(debate)
    whole = told(debate, argument.question.slug, argument.slug)
    monkeypatch.setattr("timeline.exports.arguments.MANY", 10)
    few = told(debate, argument.question.slug, argument.slug)
    assert few.listed["users"] == whole.listed["users"][:FEW]
    assert few.more == {"users": len(whole.users) - FEW, "events": len(whole.events) - FEW}
    assert few.publishers == whole.publishers
    page = client.get(f"{PAGE}?question={argument.question.slug}").content.decode()
    assert f"{few.more['events']} later events are left out here." in page


def test_uses_that_fall_together_on_a_strip_are_one_mark_that_counts_them(debate):
    argument = some_argument(debate)
    one = told(debate, argument.question.slug, argument.slug)
    everything = {(use.event.pk, use.stance) for use in one.positions}
    marks = list(uses_of(one.positions, one.scale))
    more = [
        int(found[1]) for mark in marks if (found := re.search(r"and (\d+) more events? here", mark.words))
    ]
    assert len(marks) + sum(more) == len(everything)


def test_a_strip_has_a_mark_for_every_dated_use():
    day = dated("2024-05-02")
    uses = [
        Use(day.earliest, day.latest, "supports", "<Cameron>", "/a/"),
        Use(None, None, "opposes", "somewhen", "/b/"),
        Use(day.earliest, None, "leans-oppose", "since", "/c/"),
    ]
    drawn = life(uses, scale_of(uses))
    assert drawn.count("<a ") == 2 and "&lt;Cameron&gt;" in drawn and "style" not in drawn
    assert life(uses[1:2], scale_of(uses)) == ""
    assert "2024" in axis(scale_of(uses))
