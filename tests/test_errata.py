"""Errata: readers of a published event are told what was changed, when and why, and nothing else."""

import html
import re
from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import User
from django.urls import reverse

from tests.admin_pages import filled
from timeline.models import Actor, Argument, Debate, Erratum, Event, Question, Source, changing

pytestmark = pytest.mark.django_db


@pytest.fixture
def thea():
    """A curator."""
    return User.objects.create_user("thea", is_staff=True, is_superuser=True)


@pytest.fixture
def event():
    """A published event and some that name the same actors."""
    debate = Debate.objects.create(slug="weapons", title="Weapons")
    kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
    debate.actors.create(slug="scholz", name="Olaf Scholz", kind="person")
    taurus = debate.questions.create(slug="taurus", title="Taurus?")
    taurus.arguments.create(slug="reach", side="for", text="It reaches the bridge.")
    for slug in ("isw", "bbc"):
        debate.sources.create(slug=slug, title=f"As {slug} says", publisher=slug.upper())
    event = debate.events.create(
        slug="asks", title="Kuleba asks", kind="statement", date_text="mid-November", status="published",
        anchor=date(2024, 11, 26), language="en", summary="He asks for Taurus missiles.",
    )  # fmt: skip
    event.citations.create(source=Source.objects.get(slug="isw"), quote="long-range missiles")
    event.positions.create(actor=kuleba, question=taurus, stance="supports")
    event.actors.add(kuleba)
    return event


def told(client, event):
    """What the event's page says of corrections, as text."""
    page = client.get(event.get_absolute_url()).content.decode()
    section = re.search(r'<section class="errata".*?</section>', page, re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", section.group())).split()) if section else ""


def set_stance(event):
    position = event.positions.get()
    position.stance = "opposes"
    position.save()


def cite(event):
    event.citations.create(source=Source.objects.get(slug="bbc"))


def set_date(event):
    event.date_text = "20 November 2024"
    event.save()


def reword(event):
    event.title, event.summary = "Kuleba demands", "In private he cursed."
    event.save()


def name_scholz(event):
    event.actors.add(Actor.objects.get(slug="scholz"))


def argue(event):
    event.positions.get().arguments.set(Argument.objects.all())


CHANGES = [
    (set_date, "The date was given as 11–20 November 2024."),
    (reword, "The title was reworded. The summary was reworded."),
    (lambda event: Event.objects.update(kind="vote"), "The kind of event was given as “statement”."),
    (set_stance, "The position of Dmytro Kuleba on “Taurus?” was given as “supports”."),
    (argue, "The arguments of Dmytro Kuleba on “Taurus?” were corrected."),
    (lambda event: event.positions.all().delete(), "A position was removed."),
    (cite, "A source was added: BBC: As bbc says."),
    (
        lambda event: event.citations.update(quote="far-reaching"),
        "What is cited from ISW: As isw says was corrected.",
    ),
    (lambda event: event.citations.all().delete(), "A source was removed."),
    (name_scholz, "Olaf Scholz was missing among the actors."),
    (lambda event: event.actors.clear(), "An actor was removed."),
    (lambda event: event.questions.set(Question.objects.all()), "The question “Taurus?” was missing."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_readers_are_told(client, event, thea, change, said):
    with (
        time_machine.travel("2025-05-03T12:00Z", tick=True),
        changing(thea, "The embassy says so.") as under_way,
    ):
        under_way.public = True
        change(event)
    assert told(client, event) == f"Corrections Corrected on 3 May 2025. {said} The embassy says so."


def test_nothing_that_was_taken_back_is_told(client, event, thea):
    with changing(thea, "It named the wrong man.") as under_way:
        under_way.public = True
        event.title = "Kuleba insults Scholz"
        event.summary = "A slander."
        event.save()
        event.actors.set(Actor.objects.filter(slug="scholz"))
    with changing(thea, "Better words.") as under_way:
        under_way.public = True
        event.title, event.summary = "Kuleba asks Scholz", "He asks."
        event.save()
        event.actors.clear()
    page = client.get(event.get_absolute_url()).content.decode()
    assert "Better words." in page
    assert not any(text in page for text in ("insults", "slander", "thea", "Olaf Scholz"))
    stored = str(list(Erratum.objects.values_list("changes", flat=True)))
    assert not any(text in stored for text in ("insults", "slander", "Scholz"))


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_what_readers_have_not_seen_needs_no_correction(event, thea, status):
    Event.objects.update(status=status)
    with changing(thea, "Because.") as under_way:
        under_way.public = True
        event.refresh_from_db()
        set_date(event)
        set_stance(event)
    assert not Erratum.objects.exists()


@pytest.mark.parametrize(("before", "after"), [("draft", "published"), ("published", "withdrawn")])
def test_publishing_and_withdrawing_are_no_corrections(event, thea, before, after):
    Event.objects.update(status=before)
    with changing(thea, "Because.") as under_way:
        under_way.public = True
        Event.objects.update(status=after, kind="vote")
        set_stance(event)
    assert not Erratum.objects.exists()


@pytest.mark.parametrize(("unannounced", "said"), [(False, 1), (True, 0)])
def test_a_curator_decides_whether_readers_are_told(client, event, thea, unannounced, said):
    client.force_login(thea)
    path = reverse("admin:timeline_event_change", args=[event.pk])
    fields = filled(client.get(path), "event_form") | {"kind": ["vote"], "reason": ["It was a vote."]}
    client.post(path, fields | ({"unannounced": ["on"]} if unannounced else {}))
    assert Event.objects.get().kind == "vote"
    assert Erratum.objects.filter(reason="It was a vote.").count() == said


def test_a_correction_is_a_new_revision(client, event, thea):
    before = client.get(event.get_absolute_url())
    with changing(thea, "Because.") as under_way:
        under_way.public = True
        set_stance(event)
    after = client.get(event.get_absolute_url(), headers={"If-None-Match": before.get("ETag", "")})
    assert after.status_code == 200
    assert "Because." in after.content.decode()
