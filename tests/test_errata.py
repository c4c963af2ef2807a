"""Errata: readers of a published event are told what was changed, when and why, and nothing else."""

import html
import json
import re
from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin_pages import filled
from tests.importing import HEADER, sheet, written
from timeline.exports.debate_file import debate_file
from timeline.ingest.debate_file import load_data
from timeline.ingest.merging.joining import merge
from timeline.ingest.merging.undoing import undo as undo_merge
from timeline.models import Actor, Argument, Citation, Debate, Erratum, Event, Question, Source, changing

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


# Every way of changing what readers have seen


def move_source(client, thea, event):
    """The day of a source, by its form: the event's date is read against it."""
    source = event.citations.get().source
    path = reverse("admin:timeline_source_change", args=[source.pk])
    fields = filled(client.get(path), "source_form")
    fields |= {"published": ["2023-11-26"], "published_basis": ["stated"]}
    assert "Say why" in client.post(path, fields).content.decode()
    client.post(path, fields | {"reason": ["The page says so."]})


def restore_source(client, thea, event):
    """The same by a version of the source."""
    source = event.citations.get().source
    with changing(thea, "Begun.") as under_way:
        under_way.public = False
        source.published = "2023-11-26"
        source.save()
        source.settle_events(date(2024, 11, 26))
    at = Source.history.filter(id=source.pk, published="2024-11-26").first().history_date
    path = reverse("admin:timeline_source_restore", args=[source.pk])
    edition = client.get(path, {"at": at.isoformat()}).context["edition"]
    sent = {"at": at.isoformat(), "_edition": edition, "reason": "The page is right."}
    client.post(path, sent)
    event.refresh_from_db()
    assert event.edtf == "[2024-11-11..2024-11-20]"


def restore_event(client, thea, event):
    at = max(model.history.first().history_date for model in (Event, Citation))
    with changing(thea, "Begun.") as under_way:
        under_way.public = False
        event.kind = "vote"
        event.save()
    path = reverse("admin:timeline_event_restore", args=[event.pk])
    edition = client.get(path, {"at": at.isoformat()}).context["edition"]
    client.post(path, {"at": at.isoformat(), "_edition": edition, "reason": "It was none."})


def double(event):
    """Another account of the event, from another source."""
    bbc = Source.objects.get(slug="bbc")
    other = event.debate.events.create(slug="asks-too", title="Kuleba asks too", kind="statement")
    other.citations.create(source=bbc)
    return other


def merge_events(client, thea, event):
    merge(event, double(event), thea)


def unmerge_events(client, thea, event):
    with changing(thea, "Begun.") as under_way:
        under_way.public = False
        done = merge(event, double(event), thea)
        under_way.public = False
    undo_merge(done, thea)


def merge_sources(client, thea, event):
    """What stays has another day of publication."""
    bbc = Source.objects.get(slug="bbc")
    bbc.published, bbc.published_basis = "2023-11-26", "stated"
    bbc.save()
    merge(bbc, Source.objects.get(slug="isw"), thea)


def merge_actors(client, thea, event):
    """Two names of one actor: nothing about the event was wrong."""
    merge(Actor.objects.get(slug="scholz"), Actor.objects.get(slug="kuleba"), thea)


def rename(client, thea, event):
    with changing(thea, "His full name."):
        Actor.objects.filter(slug="kuleba").update(name="Dmytro Ivanovych Kuleba")


def import_title(client, thea, event):
    row = ["asks", "Kuleba demands", "statement", "mid-November"]
    written(sheet(row, header=HEADER[:4]), event.debate, author=thea)


def load_title(client, thea, event):
    file = json.loads("".join(debate_file(event.debate)))
    file["events"][0]["title"] = "Kuleba demands"
    load_data(file, user=thea)


def publish_again(client, thea, event):
    """A bulk action that leaves the event what it was."""
    path = reverse("admin:timeline_event_changelist")
    fields = {"action": "publish", "confirmed": "yes", "_selected_action": [event.pk]}
    client.post(path, fields)


WAYS = [
    (
        move_source,
        "The date of publication of ISW: As isw says was corrected. "
        "The date was given as 11–20 November 2024. The page says so.",
    ),
    (restore_source, "The date was given as 11–20 November 2023. The page is right."),
    (restore_event, "The kind of event was given as “vote”. It was none."),
    (
        merge_events,
        "Two entries were found to be about one event, or one entry about two. "
        "A source was added: BBC: As bbc says.",
    ),
    (
        unmerge_events,
        "Two entries were found to be about one event, or one entry about two. A source was removed.",
    ),
    (merge_sources, "The date was given as 11–20 November 2024."),
    (merge_actors, ""),
    (rename, ""),
    (import_title, "The debate was brought up to date from a file. The title was reworded."),
    (load_title, "The debate was brought up to date from a file. The title was reworded."),
    (publish_again, ""),
]


@pytest.mark.parametrize(("way", "said"), WAYS, ids=lambda value: getattr(value, "__name__", ""))
def test_readers_are_told_whichever_way_it_changes(client, event, thea, way, said):
    isw = Source.objects.get(slug="isw")
    isw.published, isw.published_basis, isw.language = "2024-11-26", "stated", "en"
    isw.save()
    event.citations.update(date_text="mid-November", anchor=date(2024, 11, 26))
    event.questions.add(Question.objects.get())
    event.settle()
    with time_machine.travel("2027-05-03T12:00Z", tick=True):  # after all that was recorded before
        client.force_login(thea)
        way(client, thea, event)
    assert told(Client(), event) == (f"Corrections Corrected on 3 May 2027. {said}" if said else "")


def test_what_nobody_decided_to_tell_is_told_of_the_event_itself_alone(client, event, thea):
    """A command's or a program's change with a reason: its date and words, and neither names nor sources."""
    with time_machine.travel("2025-05-03T12:00Z", tick=True), changing(thea, "Read again."):
        set_date(event)
        set_stance(event)
        name_scholz(event)
        cite(event)
    said = "The date was given as 11–20 November 2024. "
    said += "The position of Dmytro Kuleba on “Taurus?” was given as “supports”."
    assert told(client, event) == f"Corrections Corrected on 3 May 2025. {said}"


def test_of_many_events_the_relations_are_asked_for_together(debate):
    def asked(events):
        with CaptureQueriesContext(connection) as said, changing(None, "With a full stop.") as change:
            change.public = True
            for event in events:
                event.title += "."
                event.save()
        return sum("historicalevent_actors" in query["sql"] for query in said.captured_queries)

    published = list(debate.events.filter(status="published")[:11])
    assert asked(published[:2]) == asked(published[2:])
    assert Erratum.objects.filter(event__in=published, reason="With a full stop.").count() == 11
