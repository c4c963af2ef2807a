"""Two editors, one event: nobody overwrites what the other has done without having seen it."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.admin_pages import filled
from timeline.models import Actor, Citation, Debate, Event, Source, changing

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """An event with two citations and a position."""
    debate = Debate.objects.create(slug="weapons", title="Weapons")
    kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
    debate.actors.create(slug="scholz", name="Olaf Scholz", kind="person")
    taurus = debate.questions.create(slug="taurus", title="Taurus?")
    event = debate.events.create(
        slug="asks", title="Kuleba asks", kind="statement", date_text="11 August 2023",
        anchor=date(2023, 8, 12), language="en", summary="He asks for Taurus missiles in Berlin.",
        status="published",
    )  # fmt: skip
    for slug in ("isw", "bbc", "dpa"):
        debate.sources.create(slug=slug, title=slug.upper(), publisher=slug.upper())
    for slug in ("isw", "bbc"):
        event.citations.create(source=Source.objects.get(slug=slug), note=f"as {slug} says")
    event.positions.create(actor=kuleba, question=taurus, stance="supports")
    event.actors.add(kuleba)
    event.questions.add(taurus)
    return event


class Editor:
    """Somebody with the event's form open."""

    def __init__(self, name, event):
        self.user, _ = User.objects.get_or_create(username=name, is_staff=True, is_superuser=True)
        self.client = Client()
        self.client.force_login(self.user)
        self.path = reverse("admin:timeline_event_change", args=[event.pk])
        self.open()

    def open(self):
        self.page = self.client.get(self.path)
        self.fields = filled(self.page, "event_form")

    def save(self, **typed):
        """Type and save; returns whether it was saved."""
        self.fields |= {"reason": ["Because."], "_continue": ["Save"]}
        self.fields |= {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
        self.page = self.client.post(self.path, self.fields)
        if self.page.status_code == 302:
            return True
        self.fields = filled(self.page, "event_form")
        return False

    @property
    def conflict(self):
        """{what the form calls it: (theirs, mine, proposed)}."""
        found = self.page.context["conflict"].differences
        return {one.name: (one.theirs, one.mine, one.chosen) for one in found}


@pytest.fixture
def thea(event):
    return Editor("thea", event)


@pytest.fixture
def omar(event):
    return Editor("omar", event)


def stored():
    return Event.objects.get()


def test_whoever_comes_first_just_saves(thea):
    assert thea.save(title="Kuleba demands")
    assert stored().title == "Kuleba demands"


def test_the_second_sees_both_versions_and_nothing_is_lost(thea, omar):
    assert thea.save(title="Kuleba demands", kind="vote")
    assert not omar.save(title="Kuleba begs", summary="He asks.")
    assert omar.conflict == {
        "title": ("Kuleba demands", "Kuleba begs", ""),
        "kind": ("vote", "statement", "theirs"),
        "summary": ("He asks for Taurus missiles in Berlin.", "He asks.", "mine"),
    }
    assert (stored().title, stored().kind) == ("Kuleba demands", "vote")
    assert omar.fields["title"] == ["Kuleba begs"]
    assert "Saved by thea" in omar.page.content.decode()


@pytest.mark.parametrize(("choice", "title"), [("mine", "Kuleba begs"), ("theirs", "Kuleba demands")])
def test_what_is_chosen_is_saved(thea, omar, choice, title):
    thea.save(title="Kuleba demands", kind="vote")
    omar.save(title="Kuleba begs", summary="He asks.")
    assert omar.save(**{"_choice-title": choice})
    assert (stored().title, stored().kind, stored().summary) == (title, "vote", "He asks.")


def test_a_third_wording_is_mine(thea, omar):
    thea.save(title="Kuleba demands")
    omar.save(title="Kuleba begs")
    assert omar.save(**{"_choice-title": "mine", "title": "Kuleba calls for Taurus"})
    assert stored().title == "Kuleba calls for Taurus"


def test_what_both_have_changed_has_to_be_chosen(thea, omar):
    thea.save(title="Kuleba demands")
    omar.save(title="Kuleba begs")
    assert not omar.save()
    assert "Choose between the two versions" in omar.page.content.decode()
    assert omar.conflict == {"title": ("Kuleba demands", "Kuleba begs", "")}
    assert stored().title == "Kuleba demands"


def test_a_third_save_while_choosing_is_seen_too(thea, omar):
    thea.save(title="Kuleba demands")
    omar.save(title="Kuleba begs")
    thea.open()
    thea.save(summary="Short.")
    assert not omar.save(**{"_choice-title": "mine"})
    assert omar.conflict["summary"] == ("Short.", "He asks for Taurus missiles in Berlin.", "theirs")
    assert omar.save(**{"_choice-title": "mine", "_choice-summary": "theirs"})
    assert (stored().title, stored().summary) == ("Kuleba begs", "Short.")


def test_the_same_done_twice_is_no_conflict(thea, omar):
    assert thea.save(title="Kuleba demands")
    assert omar.save(title="Kuleba demands")
    assert Event.history.filter(title="Kuleba demands").count() == 1


def test_relations_are_chosen_as_a_whole(thea, omar):
    kuleba, scholz = Actor.objects.order_by("name")
    thea.save(actors=[kuleba.pk, scholz.pk])
    assert not omar.save(actors=[], title="New")
    assert omar.conflict["actors"] == ("Dmytro Kuleba; Olaf Scholz", "", "")
    assert omar.save(**{"_choice-actors": "theirs"})
    assert set(stored().actors.all()) == {kuleba, scholz}


def test_rows_inside_are_compared_field_by_field(thea, omar):
    thea.save(**{"citations-0-note": "thea's note", "citations-1-note": "thea's, too"})
    assert not omar.save(**{"citations-0-note": "omar's note"})
    assert omar.conflict == {
        "citations-0-note": ("thea's note", "omar's note", ""),
        "citations-1-note": ("thea's, too", "as bbc says", "theirs"),
    }
    assert omar.save(**{"_choice-citations-0-note": "mine"})
    assert [citation.note for citation in stored().citations.all()] == ["omar's note", "thea's, too"]


def test_a_row_added_meanwhile_stays(thea, omar):
    dpa = Source.objects.get(slug="dpa")
    new = {
        "citations-TOTAL_FORMS": "3",
        "citations-2-source": str(dpa.pk),
        "citations-2-relation": "supports",
    }
    thea.save(**new)
    assert not omar.save(title="Kuleba begs")
    assert "DPA on Kuleba asks" in omar.page.content.decode()
    assert omar.save()
    assert stored().citations.count() == 3
    assert stored().title == "Kuleba begs"


@pytest.mark.parametrize(
    ("choice", "notes"), [("theirs", ["as bbc says"]), ("mine", ["as bbc says", "mine"])]
)
def test_a_row_removed_meanwhile_is_put_back_or_left_out(thea, omar, choice, notes):
    assert thea.save(**{"citations-0-DELETE": "on"})
    assert not omar.save(**{"citations-0-note": "mine"})
    assert omar.conflict == {"citations-1-was": ("removed", "kept, as it stands below", "")}
    assert omar.save(**{"_choice-citations-1-was": choice})
    assert [citation.note for citation in stored().citations.all()] == notes


@pytest.mark.parametrize(
    ("choice", "notes"), [("mine", ["as bbc says"]), ("theirs", ["better", "as bbc says"])]
)
def test_a_row_removed_here_and_changed_there_asks(thea, omar, choice, notes):
    thea.save(**{"citations-0-note": "better"})
    assert not omar.save(**{"citations-0-DELETE": "on"})
    assert omar.conflict == {"citations-0-DELETE": ("changed, and kept", "removed", "")}
    assert omar.save(**{"citations-0-DELETE": "on", "_choice-citations-0-DELETE": choice})
    assert [citation.note for citation in stored().citations.all()] == notes


def test_a_change_by_the_program_counts_too(thea):
    with changing(None, "Loaded."):
        Event.objects.update(title="Loaded again")
    assert not thea.save(title="Kuleba begs")
    assert thea.conflict["title"] == ("Loaded again", "Kuleba begs", "")


def test_a_citation_saved_by_itself_counts_too(thea, event):
    citation = event.citations.first()
    with changing(thea.user, "By itself."):
        citation.note = "by itself"
        citation.save()
    assert not thea.save(title="Kuleba begs")
    assert thea.conflict["citations-0-note"] == ("by itself", "as isw says", "theirs")


def test_a_form_that_says_no_edition_is_asked_what_it_would_change(thea, omar):
    assert thea.save(title="Kuleba demands")
    del omar.fields["_edition"]
    assert not omar.save(kind="vote")
    assert omar.conflict == {
        "title": ("Kuleba demands", "Kuleba asks", ""),
        "kind": ("statement", "vote", ""),
    }
    assert "did not say which version it was filled from" in omar.page.content.decode()
    assert (stored().title, stored().kind) == ("Kuleba demands", "statement")
    assert omar.save(**{"_choice-title": "theirs", "_choice-kind": "mine"})
    assert (stored().title, stored().kind) == ("Kuleba demands", "vote")


def test_a_deletion_that_says_no_edition_is_asked_again(thea, event):
    Event.objects.update(status="draft")
    path = reverse("admin:timeline_event_delete", args=[event.pk])
    answer = thea.client.post(path, {"post": "yes"}, follow=True)
    assert "look again before deleting" in answer.content.decode()
    assert Event.objects.exists()


def test_a_page_that_asks_before_deleting_is_about_what_it_shows(thea, event):
    Event.objects.update(status="draft")
    path = reverse("admin:timeline_event_delete", args=[event.pk])
    page = thea.client.get(path)
    edition = page.context["edition"]
    Citation.objects.first().delete()
    answer = thea.client.post(path, {"post": "yes", "_edition": edition}, follow=True)
    assert "changed while this page was open" in answer.content.decode()
    assert Event.objects.exists()
    thea.client.post(path, {"post": "yes", "_edition": answer.context["edition"], "reason": "A duplicate."})
    assert not Event.objects.exists()
    assert set(
        Event.history.filter(history_type="-").values_list("history_change_reason", "history_user")
    ) == {("A duplicate.", thea.user.pk)}


def test_an_action_leaves_out_what_changed_since_the_list_was_shown(thea, event):
    other = event.debate.events.create(slug="other", title="Another", kind="vote")
    Event.objects.update(status="draft")
    path = reverse("admin:timeline_event_changelist")
    fields = filled(thea.client.get(path), "changelist-form")
    with changing(None, "Meanwhile."):
        event.citations.first().delete()
    fields |= {"action": ["publish"], "confirmed": ["yes"], "_selected_action": [event.pk, other.pk]}
    said = thea.client.post(path, fields, follow=True).content.decode()
    assert "“Kuleba asks” was left as it is: it was changed since this list was shown" in said
    assert [Event.objects.get(pk=one.pk).status for one in (event, other)] == ["draft", "published"]


def test_published_events_ask_for_a_reason_only_when_something_changes(thea):
    assert not thea.save(title="Kuleba begs", reason="")
    assert "Say why" in thea.page.content.decode()
    thea.open()
    assert thea.save(reason="")
    thea.open()
    assert not thea.save(**{"citations-0-note": "new", "reason": ""})
