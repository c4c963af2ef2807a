"""Whatever has been written while a page was open: the second to save is asked, whichever page it is."""

import json
from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from tests.admin_pages import filled
from tests.importing import HEADER, sheet, written
from timeline.admin.guarded import Guarded
from timeline.exports.debate_file import debate_file
from timeline.ingest.article_decisions import Draft, Place
from timeline.ingest.article_decisions import merge as merge_place
from timeline.ingest.debate_file import load_data
from timeline.ingest.merging.joining import merge
from timeline.models import (
    Actor,
    Argument,
    Article,
    Citation,
    Comment,
    Correction,
    Debate,
    Erratum,
    Event,
    FormerSlug,
    Import,
    Merge,
    NotDuplicate,
    Position,
    Question,
    SharedView,
    Source,
    Topic,
    changing,
)
from timeline.models.restoring import restore

pytestmark = pytest.mark.django_db


class Editor:
    """Somebody with an account, and a browser of their own."""

    def __init__(self, name):
        self.user = User.objects.create_user(name, is_staff=True, is_superuser=True)
        self.client = Client()
        self.client.force_login(self.user)


@pytest.fixture
def thea(db):
    return Editor("thea")


@pytest.fixture
def omar(db):
    return Editor("omar")


@pytest.fixture
def weapons(thea):
    """A debate with one row of everything that has a form."""
    with changing(thea.user, "Begun."):
        debate = Debate.objects.create(slug="weapons", title="Weapons")
        kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
        debate.actors.create(slug="minister", name="The Minister", kind="person")
        taurus = debate.questions.create(slug="taurus", title="Taurus?")
        taurus.arguments.create(slug="reach", side="for", text="It reaches the bridge.")
        debate.topics.create(slug="missiles", name="Missiles")
        for slug, day in (("isw", "2024-11-26"), ("bbc", "2024-11-27")):
            debate.sources.create(
                slug=slug, title=slug.upper(), publisher="ISW", published=day, published_basis="stated"
            )
        for slug in ("asks", "begs"):
            event = debate.events.create(
                slug=slug, title=f"Kuleba {slug}", kind="statement", date_text="mid-November", language="en",
                anchor=date(2024, 11, 26), summary="He asks for Taurus.",
            )  # fmt: skip
        event = Event.objects.get(slug="asks")
        event.citations.create(source=Source.objects.get(slug="isw"), date_text="mid-November")
        event.positions.create(actor=kuleba, question=taurus, stance="supports")
        event.actors.add(kuleba)
        event.questions.add(taurus)
        event.settle()
        event.errata.create(at=event.created_at, reason="A vote.", changes=[{"what": "kind", "old": "vote"}])
        Article.objects.create(
            debate=debate, title="Taurus", publisher="Courier", text="Kuleba asked for Taurus.",
            language="en", date_text="12 November 2024", published="2024-11-12", published_basis="stated",
        )  # fmt: skip
        SharedView.objects.create(debate=debate, title="Taurus")
    User.objects.create_user("berta")
    return debate


def opened(client, model, key):
    """The path of a form, and what it holds."""
    name = model._meta.model_name
    path = reverse(f"admin:{model._meta.app_label}_{name}_change", args=[key])
    return path, filled(client.get(path), f"{name}_form")


FORMS = {
    Debate: "title",
    Question: "summary",
    Topic: "name",
    Actor: "name",
    Source: "title",
    Argument: "text",
    Event: "summary",
    Citation: "note",
    Position: "stance",
    Erratum: "reason",
    Article: "title",
    SharedView: "note",
    User: "last_name",
    Group: "name",
}
SHOWN_ONLY = {FormerSlug, Import, Merge, NotDuplicate}  # no form of these saves anything


@pytest.mark.parametrize(("model", "field"), FORMS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_the_second_to_save_any_form_is_asked(weapons, thea, omar, model, field):
    row = User.objects.get(username="berta") if model is User else model.objects.order_by("pk").first()
    first, second = ("opposes", "undecided") if model is Position else ("From thea", "From omar")
    path, theirs = opened(thea.client, model, row.pk)
    path, mine = opened(omar.client, model, row.pk)
    why = {} if model is Erratum else {"reason": ["Because."]}
    assert thea.client.post(path, theirs | why | {field: [first]}).status_code == 302
    answer = omar.client.post(path, mine | why | {field: [second]})
    assert answer.status_code == 200
    assert "Somebody else has saved this while you were editing" in answer.content.decode()
    row.refresh_from_db()
    assert getattr(row, field) == first
    again = filled(answer, f"{model._meta.model_name}_form")
    assert again[field] == [second], "nothing typed is lost"
    assert omar.client.post(path, again | {f"_choice-{field}": ["mine"]}).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == second


def test_every_form_of_the_admin_is_guarded():
    guarded = {model for model, one in admin.site._registry.items() if isinstance(one, Guarded)}
    # A correction is decided once and for all; its own test has two deciders.
    assert set(admin.site._registry) - guarded <= SHOWN_ONLY | {Correction, Comment}
    assert set(FORMS) == guarded


# One event, and every way of writing to it


def by_its_form(thea, event):
    path, fields = opened(thea.client, Event, event.pk)
    assert thea.client.post(path, fields | {"summary": ["Shorter."]}).status_code == 302


def by_a_row_inside(thea, event):
    path, fields = opened(thea.client, Citation, event.citations.get().pk)
    assert thea.client.post(path, fields | {"note": ["He said so."]}).status_code == 302


def by_the_workbench(thea, event):
    article = Article.objects.get()
    draft = Draft(title="", kind="", date_text="12 November", quote="asked for Taurus")
    merge_place(Place(article, 0, len(article.text)), event, draft, thea.user)


def by_a_bulk_action(thea, event):
    fields = {"action": "send_to_review", "_selected_action": event.pk}
    thea.client.post(reverse("admin:timeline_event_changelist"), fields)


def by_an_import(thea, event):
    row = [event.slug, "Kuleba demands", "statement", "mid-November"]
    written(sheet(row, header=HEADER[:4]), event.debate, author=thea.user)


def by_a_load(thea, event):
    file = json.loads("".join(debate_file(event.debate)))
    stored = next(one for one in file["events"] if one["slug"] == event.slug)
    stored["title"] = "Kuleba demands"
    load_data(file, user=thea.user)


def by_a_merge(thea, event):
    begs = Event.objects.get(slug="begs")
    begs.citations.create(source=Source.objects.get(slug="bbc"))
    merge(event, begs, thea.user)


def by_restoring(thea, event):
    at = Event.history.filter(id=event.pk).first().history_date
    with changing(thea.user, "Astray."):
        Event.objects.filter(pk=event.pk).update(kind="vote")
    event.astray = True
    event.version = at
    with changing(thea.user, "Restored."):
        restore(Event.objects.get(pk=event.pk), [(Event, "id")], at)
        Event.objects.filter(pk=event.pk).update(importance=3)


def by_the_day_of_its_source(thea, event):
    path, fields = opened(thea.client, Source, event.citations.get().source_id)
    fields |= {"published": ["2023-11-26"], "reason": ["A year off."]}
    assert thea.client.post(path, fields).status_code == 302


def by_merging_its_actor(thea, event):
    merge(Actor.objects.get(slug="minister"), Actor.objects.get(slug="kuleba"), thea.user)


WRITERS = [
    by_its_form,
    by_a_row_inside,
    by_the_workbench,
    by_a_bulk_action,
    by_an_import,
    by_a_load,
    by_a_merge,
    by_restoring,
    by_the_day_of_its_source,
    by_merging_its_actor,
]


def image(event):
    """What is stored of an event, as the debate's file has it, without its title."""
    file = json.loads("".join(debate_file(event.debate)))
    stored = next(one for one in file["events"] if one["slug"] == event.slug)
    return {key: value for key, value in stored.items() if key not in ("title", "slug")}


@pytest.mark.parametrize("write", WRITERS)
def test_an_open_form_overwrites_nothing(weapons, thea, omar, write):
    """What the other has written is kept when the second takes what is proposed, and so is the second's."""
    event = Event.objects.get(slug="asks")
    path, fields = opened(omar.client, Event, event.pk)
    write(thea, event)
    written_by_thea = image(event)
    fields |= {"title": ["Kuleba calls"], "_continue": ["Save"]}
    answer = omar.client.post(path, fields)
    assert answer.status_code == 200, "it is not saved without a word"
    assert "Saved by thea" in answer.content.decode()
    assert image(event) == written_by_thea
    again = filled(answer, "event_form")
    for one in answer.context["conflict"].differences:
        if not one.chosen:
            again[f"_choice-{one.name}"] = ["mine" if one.name == "title" else "theirs"]
    assert omar.client.post(path, again).status_code == 302
    event.refresh_from_db()
    assert event.title == "Kuleba calls"
    assert image(event) == written_by_thea


def deleting(client, event):
    path = reverse("admin:timeline_event_delete", args=[event.pk])
    edition = client.get(path).context["edition"]
    return lambda: client.post(path, {"post": "yes", "_edition": edition}, follow=True)


def deleting_from_a_list(client, event):
    path = reverse("admin:timeline_event_changelist")
    fields = filled(client.get(path), "changelist-form")
    fields |= {"action": ["delete_selected"], "_selected_action": [event.pk], "post": ["yes"]}
    return lambda: client.post(path, fields, follow=True)


def sending_to_review(client, event):
    path = reverse("admin:timeline_event_changelist")
    fields = filled(client.get(path), "changelist-form")
    fields |= {"action": ["send_to_review"], "_selected_action": [event.pk]}
    return lambda: client.post(path, fields, follow=True)


def restoring(client, event):
    at = Event.history.filter(id=event.pk).last().history_date
    path = reverse("admin:timeline_event_restore", args=[event.pk])
    sent = {"at": at.isoformat(), "_edition": client.get(path, {"at": at.isoformat()}).context["edition"]}
    return lambda: client.post(path, sent, follow=True)


def merging(client, event):
    other = Event.objects.get(slug="begs")
    path = reverse("admin:timeline_merge_two", args=["event", other.pk, event.pk])
    seen = client.get(path).context["seen"]
    return lambda: client.post(path, {"seen": seen}, follow=True)


def reviewing(client, event):
    path = reverse("admin:timeline_event_review")
    seen = {entry.event.pk: entry.seen for entry in client.get(path, {"status": "draft"}).context["entries"]}
    sent = {"event": event.pk, "seen": seen[event.pk], "decision": "publish"}
    return lambda: client.post(path, sent, follow=True)


DOORS = [
    (deleting, "changed while this page was open"),
    (deleting_from_a_list, "was left as it is: it was changed since this list was shown"),
    (sending_to_review, "was left as it is: it was changed since this list was shown"),
    (restoring, "changed while this page was open"),
    (merging, "has been changed since you looked"),
    (reviewing, "has been changed since you looked at it"),
]


@pytest.mark.parametrize("write", [by_its_form, by_an_import])
@pytest.mark.parametrize(("door", "said"), DOORS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_page_that_was_open_meanwhile_does_nothing(weapons, thea, omar, door, said, write):
    event = Event.objects.get(slug="asks")
    answer = door(omar.client, event)
    write(thea, event)
    event.refresh_from_db()
    before = (image(event), event.title, event.status)
    assert said in answer().content.decode()
    event.refresh_from_db()
    assert (image(event), event.title, event.status) == before


@pytest.mark.parametrize(
    ("meanwhile", "said"),
    [
        (lambda thea, event: event.delete(), "was deleted by thea"),
        (
            lambda thea, event: merge(Event.objects.get(slug="begs"), event, thea.user),
            "was merged into Kuleba begs by thea",
        ),
    ],
)
def test_a_form_of_what_is_gone_keeps_what_was_typed(weapons, thea, omar, meanwhile, said):
    event = Event.objects.get(slug="asks")
    path, fields = opened(omar.client, Event, event.pk)
    into = reverse("admin:timeline_event_change", args=[Event.objects.get(slug="begs").pk])
    with changing(thea.user, "A duplicate."):
        meanwhile(thea, event)
    fields |= {"summary": ["He begs in Berlin."], "citations-0-note": ["As ISW has it."]}
    answer = omar.client.post(path, fields)
    assert answer.status_code == 200 and "Nothing was saved." in answer.text
    text = " ".join(answer.content.decode().replace("</a>", "").split())
    assert said in text.replace(f'<a href="{into}">', "")
    assert "He begs in Berlin." in text and "As ISW has it." in text
    assert "He asks for Taurus." not in text, "only what was typed is told"


def test_what_is_gone_is_brought_back_from_there(weapons, thea, omar):
    event = Event.objects.get(slug="asks")
    path, fields = opened(omar.client, Event, event.pk)
    event.delete()
    page = omar.client.post(path, fields)
    record = page.context["record"]
    answer = omar.client.post(reverse("admin:timeline_event_deleted"), {"record": record.pk})
    assert answer["Location"] == path
    assert Event.objects.get(slug="asks").citations.count() == 1


def test_of_two_who_decide_about_a_correction_the_second_is_told(weapons, thea, omar):
    said = Event.objects.get(slug="asks").corrections.create(what="The 13th.", source="The minutes")
    path = reverse("admin:timeline_correction_change", args=[said.pk])
    thea.client.post(path, {"state": "declined", "outcome": "The minutes say the 12th."})
    answer = omar.client.post(path, {"state": "accepted", "outcome": "So it is."}, follow=True)
    assert "Nothing was saved: thea has declined this meanwhile." in answer.content.decode()
    said.refresh_from_db()
    assert (said.state, said.outcome) == ("declined", "The minutes say the 12th.")
