"""A debate's revision rises with everything that its pages could say differently: caches hang on it."""

from datetime import date

import pytest

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
)

pytestmark = pytest.mark.django_db
PARTS = [Actor, Affiliation, Argument, Citation, Event, EventTopic, Position, Question, Source, Topic]


@pytest.fixture
def debate():
    """One of everything."""
    debate = Debate.objects.create(slug="weapons", title="Weapons")
    kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
    ministry = debate.actors.create(slug="ministry", name="The Ministry", kind="institution")
    Affiliation.objects.create(actor=kuleba, organisation=ministry)
    taurus = debate.questions.create(slug="taurus", title="Taurus?")
    taurus.arguments.create(slug="range", side="for", text="It reaches the bridge.")
    missiles = debate.topics.create(slug="missiles", name="Missiles")
    isw = debate.sources.create(slug="isw", title="Assessment", publisher="ISW", published="2024-11-26")
    event = debate.events.create(
        slug="asks", title="Kuleba asks", kind="statement", anchor=date(2024, 11, 26)
    )
    event.citations.create(source=isw)
    event.event_topics.create(topic=missiles)
    event.positions.create(actor=kuleba, question=taurus, stance="supports")
    return debate


def rises(debate, act):
    """Whether the stored revision is higher after the act."""
    before = Debate.objects.get(pk=debate.pk).revision
    act()
    return Debate.objects.get(pk=debate.pk).revision > before


@pytest.mark.parametrize("model", [Debate, *PARTS])
def test_saving_is_noticed(debate, model):
    assert rises(debate, model.objects.first().save)


@pytest.mark.parametrize("model", PARTS)
def test_deleting_is_noticed(debate, model):
    if model is Source:  # one that is cited cannot be deleted
        Citation.objects.all().delete()
    assert rises(debate, model.objects.first().delete)


@pytest.mark.parametrize("model", PARTS)
def test_deleting_a_selection_is_noticed(debate, model):
    if model is Source:
        Citation.objects.all().delete()
    assert rises(debate, model.objects.all().delete)


@pytest.mark.parametrize(
    ("row", "relation", "other"),
    [
        (Event, "actors", Actor),
        (Event, "questions", Question),
        (Position, "arguments", Argument),
        (Actor, "events", Event),
        (Question, "events", Event),
        (Argument, "positions", Position),
    ],
)
def test_relations_are_noticed_from_either_end(debate, row, relation, other):
    linked, added = getattr(row.objects.first(), relation), other.objects.first()
    assert rises(debate, lambda: linked.add(added))
    assert rises(debate, lambda: linked.remove(added))
    assert rises(debate, lambda: linked.set([added]))
    assert rises(debate, linked.clear)


def test_a_debate_read_long_ago_does_not_turn_the_revision_back(debate):
    stale = Debate.objects.get(pk=debate.pk)
    for title in ("Weapons?", "Weapons!", "Weapons."):
        Question.objects.filter(debate=debate).first().save()
        stale.title = title
        assert rises(debate, stale.save)
    assert stale.revision == Debate.objects.get(pk=debate.pk).revision
