"""One change, one record for each row that differs, whoever writes and however."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from timeline.models import (
    Actor,
    Affiliation,
    Argument,
    Citation,
    Debate,
    Event,
    EventTopic,
    Position,
    Question,
    Source,
    Topic,
    acting,
    changing,
)

pytestmark = pytest.mark.django_db
RECORDED = [
    Actor,
    Affiliation,
    Argument,
    Citation,
    Debate,
    Event,
    EventTopic,
    Position,
    Question,
    Source,
    Topic,
]


@pytest.fixture
def thea():
    """A curator."""
    return User.objects.create_user("thea")


@pytest.fixture
def weapons():
    """One of everything."""
    with changing(None, "Begun."):
        debate = Debate.objects.create(slug="weapons", title="Weapons")
        kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
        ministry = debate.actors.create(slug="ministry", name="The Ministry", kind="institution")
        Affiliation.objects.create(actor=kuleba, organisation=ministry)
        taurus = debate.questions.create(slug="taurus", title="Taurus?")
        reach = taurus.arguments.create(slug="reach", side="for", text="It reaches the bridge.")
        taurus.arguments.create(slug="risk", side="against", text="It risks war.", answers=reach)
        missiles = debate.topics.create(slug="missiles", name="Missiles")
        isw = debate.sources.create(slug="isw", title="Assessment", publisher="ISW", published="2024-11-26")
        event = debate.events.create(
            slug="asks",
            title="Kuleba asks",
            kind="statement",
            date_text="mid-November",
            anchor=date(2024, 11, 26),
        )
        event.citations.create(source=isw)
        event.event_topics.create(topic=missiles)
        event.questions.add(taurus)
        event.actors.add(kuleba)
        event.positions.create(actor=kuleba, question=taurus, stance="supports").arguments.add(reach)
    return debate


def records():
    """How many records of what kind there are beside the first ones: {(model, kind): number}."""
    found = {}
    for model in RECORDED:
        for kind, reason in model.history.values_list("history_type", "history_change_reason"):
            if reason != "Begun.":
                found[model.__name__, kind] = found.get((model.__name__, kind), 0) + 1
    return found


def retitle():
    event = Event.objects.get()
    event.title = "Kuleba asks again"
    event.save()


def relate_and_settle():
    event = Event.objects.get()
    event.actors.add(Actor.objects.get(slug="ministry"))
    event.questions.clear()
    event.summary = "He asks for Taurus."
    event.settle()


def relate_from_the_other_end():
    Actor.objects.get(slug="kuleba").events.clear()
    Actor.objects.get(slug="ministry").events.add(Event.objects.get())


def there_and_back():
    event = Event.objects.get()
    for title in ("Something else", "Kuleba asks"):
        event.title = title
        event.save()


def save_everything():
    for model in RECORDED:
        for row in model.objects.all():
            row.save()


def make_and_unmake():
    Topic.objects.create(debate=Debate.objects.get(), slug="drones", name="Drones").delete()


def taken_back():
    with transaction.atomic():
        retitle()
        transaction.set_rollback(True)


WRITES = [
    (retitle, {("Event", "~"): 1}),
    (relate_and_settle, {("Event", "~"): 1}),
    (relate_from_the_other_end, {("Event", "~"): 1}),
    (there_and_back, {}),
    (save_everything, {}),
    (make_and_unmake, {}),
    (taken_back, {}),
    (lambda: Event.objects.update(title="Renamed"), {("Event", "~"): 1}),
    (lambda: Event.objects.update(search_text="nothing that is kept"), {}),
    (lambda: Event.objects.all().reindex(), {}),
    (lambda: Position.objects.get().arguments.set(Argument.objects.all()), {("Position", "~"): 1}),
    (
        lambda: Actor.objects.bulk_update([Actor(pk=Actor.objects.first().pk, name="He")], ["name"]),
        {("Actor", "~"): 1},
    ),
    (
        lambda: Topic.objects.bulk_create(
            [Topic(debate=Debate.objects.get(), slug=s, name=s) for s in "abc"]
        ),
        {("Topic", "+"): 3},
    ),
    # An actor who goes leaves the event, and takes his position and affiliation with him.
    (
        lambda: Actor.objects.get(slug="kuleba").delete(),
        {("Actor", "-"): 1, ("Affiliation", "-"): 1, ("Position", "-"): 1, ("Event", "~"): 1},
    ),
    # What an argument answered is gone; so is a reason of the position.
    (
        lambda: Argument.objects.filter(slug="reach").delete(),
        {("Argument", "-"): 1, ("Argument", "~"): 1, ("Position", "~"): 1},
    ),
    (
        lambda: Event.objects.all().delete(),
        {("Event", "-"): 1, ("Citation", "-"): 1, ("EventTopic", "-"): 1, ("Position", "-"): 1},
    ),
]


@pytest.mark.parametrize(("write", "left"), WRITES)
def test_what_is_written_together_leaves_one_record_a_row(weapons, thea, write, left):
    with changing(thea, "Because."):
        write()
    assert records() == left
    said = {
        pair
        for model in RECORDED
        for pair in model.history.values_list("history_user", "history_change_reason")
    }
    assert said == {(None, "Begun.")} | ({(thea.pk, "Because.")} if left else set())


def test_nothing_is_lost_outside_of_a_change(weapons, thea):
    retitle()
    Event.objects.get().actors.clear()
    with acting(thea):
        Event.objects.update(kind="vote")
    told = Event.history.values_list("history_type", "history_user", "history_change_reason")
    assert list(told) == [
        ("~", thea.pk, "by the program"),
        ("~", None, "by the program"),
        ("~", None, "by the program"),
        ("+", None, "Begun."),
    ]


def test_a_change_that_fails_leaves_nothing(weapons, thea):
    with pytest.raises(ZeroDivisionError), changing(thea, "Because."):
        retitle()
        raise ZeroDivisionError
    assert records() == {}
    assert Event.objects.get().title == "Kuleba asks"


def test_a_change_within_a_change_belongs_to_it(weapons, thea):
    with changing(thea) as change:
        with changing(None, "The inner reason."):
            retitle()
        with changing(None, "A later one."):
            Event.objects.update(kind="vote")
        change.user = thea
    latest = Event.history.first()
    assert (Event.history.count(), latest.history_user, latest.history_change_reason) == (
        2,
        thea,
        "The inner reason.",
    )
    assert (latest.title, latest.kind) == ("Kuleba asks again", "vote")


def test_a_record_knows_the_relations_of_its_time(weapons, thea):
    with changing(thea, "Because."):
        relate_and_settle()
    Event.objects.get().delete()
    gone, changed, first = Event.history.all()
    named = [
        sorted(Actor.objects.get(pk=link.actor_id).slug for link in r.actors.all())
        for r in (gone, changed, first)
    ]
    assert named == [["kuleba", "ministry"], ["kuleba", "ministry"], ["kuleba"]]
    assert [record.questions.count() for record in (gone, changed, first)] == [0, 0, 1]
    assert (gone.title, gone.edtf) == ("Kuleba asks", "[2024-11-11..2024-11-20]")


def test_saving_an_event_asks_a_bounded_number_of_questions(weapons, thea, django_assert_max_num_queries):
    event = Event.objects.get()
    for number in range(30):
        weapons.actors.create(slug=f"a{number}", name=f"Actor {number}", kind="person")
    with django_assert_max_num_queries(30), changing(thea, "Because."):
        event.title = "Many"
        event.actors.set(weapons.actors.all())
        event.settle()
    assert Event.history.first().actors.count() == 32
