"""History in the admin: what it tells, versions restored, deletions undone."""

import html
import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from timeline.exports.debate_file import debate_file
from timeline.models import (
    Actor,
    Argument,
    Citation,
    Debate,
    Event,
    Position,
    Question,
    Source,
    Topic,
    changing,
)
from timeline.models.restoring import CannotRestore, bring_back, deleted, restore, version

pytestmark = pytest.mark.django_db
EVENT = [(Event, "id"), (Citation, "event_id"), (Position, "event_id"), (Event.topics.through, "event_id")]


@pytest.fixture
def thea():
    """A curator, as whom the client comes."""
    return User.objects.create_user("thea", is_staff=True, is_superuser=True)


@pytest.fixture
def weapons(thea):
    """An event with all that an event can have."""
    with changing(thea, "Begun."):
        debate = Debate.objects.create(slug="weapons", title="Weapons")
        kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
        scholz = debate.actors.create(slug="scholz", name="Olaf Scholz", kind="person")
        scholz.affiliations.create(organisation=kuleba, role="guest")
        taurus = debate.questions.create(slug="taurus", title="Taurus?")
        reach = taurus.arguments.create(slug="reach", side="for", text="It reaches the bridge.")
        taurus.arguments.create(slug="risk", side="against", text="It risks war.", answers=reach)
        missiles = debate.topics.create(slug="missiles", name="Missiles")
        for slug in ("isw", "bbc"):
            debate.sources.create(slug=slug, title=f"As {slug} says", publisher=slug.upper())
        event = debate.events.create(
            slug="asks", title="Kuleba asks", kind="statement", date_text="mid-November",
            anchor=date(2024, 11, 26), language="en", summary="He asks for Taurus missiles.",
        )  # fmt: skip
        for source in Source.objects.all():
            event.citations.create(source=source, quote="long-range missiles")
        event.event_topics.create(topic=missiles, role="requested")
        event.questions.add(taurus)
        event.actors.add(kuleba, scholz)
        event.positions.create(actor=kuleba, question=taurus, stance="supports").arguments.add(reach)
        event.settle()
    return debate


@pytest.fixture
def curator(client, thea):
    """The admin as thea has it."""
    client.force_login(thea)
    return client


def exported(debate):
    return "".join(debate_file(Debate.objects.get(slug=debate.slug)))


def moment():
    """When the latest record of the event was written."""
    return Event.history.first().history_date


def correct(thea):
    """A round of corrections to the event and everything inside it."""
    event = Event.objects.get()
    with changing(thea, "The embassy says so."):
        event.date_text, event.kind = "20 November 2024", "decision"
        event.summary = "He asks Berlin for Taurus missiles."
        event.actors.remove(Actor.objects.get(slug="scholz"))
        event.citations.get(source__slug="isw").delete()
        bbc = event.citations.get(source__slug="bbc")
        bbc.quote = "very long-range missiles"
        bbc.save()
        position = event.positions.get()
        position.stance = "leans-support"
        position.save()
        position.arguments.set(Argument.objects.all())
        event.event_topics.all().delete()
        event.questions.add(event.debate.questions.create(slug="atacms", title="ATACMS?"))
        event.settle()


def told(response):
    """The items of a page's history as text, with what was taken out in [- -] and put in in [+ +]."""
    said = re.findall(r"<li><span class=\"told-what\">(.*?)</li>", response.content.decode(), re.S)
    for tag, sign in (("del", "-"), ("ins", "+")):
        said = [one.replace(f"<{tag}>", f"[{sign}").replace(f"</{tag}>", f"{sign}]") for one in said]
    plain = [" ".join(html.unescape(re.sub(r"<[^>]+>", "", one)).split()) for one in said]
    return [one.replace(" :", ":") for one in plain]


SAID = {
    "Date: [-“mid-November” (11–20 November 2024)-] [+“20 November 2024” (20 November 2024)+]",
    "Kind: [-statement-] [+decision+]",
    "Summary: He asks[+ Berlin+] for Taurus missiles.",
    "Actors: Dmytro Kuleba[-; Olaf Scholz-]",
    "Questions: [+ATACMS?; +]Taurus?",
    "Citation of “BBC: As bbc says”, quote: [+very +]long-range missiles",
    "Citation of “ISW: As isw says” removed: [-quote: long-range missiles; relation: supports-]",
    "Position of Dmytro Kuleba on “Taurus?”, stance: [-supports-] [+leans support+]",
    "Position of Dmytro Kuleba on “Taurus?”, arguments: It reaches the bridge.[+; It risks war.+]",
    "Topic Missiles removed: [-role: requested-]",
}


def test_history_says_who_changed_what_when_and_why(curator, weapons, thea):
    correct(thea)
    page = curator.get(reverse("admin:timeline_event_history", args=[Event.objects.get().pk]))
    assert "The embassy says so." in page.content.decode()
    assert set(told(page)[: len(SAID)]) == SAID


def test_restoring_a_version_is_one_more_change(curator, weapons, thea):
    before, at = exported(weapons), moment()
    correct(thea)
    event = Event.objects.get()
    path = reverse("admin:timeline_event_restore", args=[event.pk])
    page = curator.get(path, {"at": at.isoformat()})
    assert "Kind: [-decision-] [+statement+]" in told(page)
    curator.post(path, {"at": at.isoformat(), "_edition": page.context["edition"]})
    Question.objects.get(slug="atacms").delete()
    assert exported(weapons) == before
    latest = Event.history.first()
    assert latest.history_user == thea
    assert latest.history_change_reason.startswith("Restored the version of ")
    assert len(set(Event.history.values_list("history_date"))) == Event.history.count() == 3


def test_restoring_leaves_the_status_alone(curator, weapons, thea):
    at = moment()
    Event.objects.update(status="published")
    correct(thea)
    event = Event.objects.get()
    path = reverse("admin:timeline_event_restore", args=[event.pk])
    sent = {"at": at.isoformat(), "_edition": curator.get(path, {"at": at.isoformat()}).context["edition"]}
    assert "Say why" in curator.post(path, sent).content.decode()
    curator.post(path, sent | {"reason": "The embassy was wrong."})
    event.refresh_from_db()
    assert (event.status, event.kind) == ("published", "statement")
    assert event.errata.first().reason == "The embassy was wrong."


def test_a_version_that_was_changed_meanwhile_is_not_restored(curator, weapons, thea):
    at, event = moment(), Event.objects.get()
    correct(thea)
    path = reverse("admin:timeline_event_restore", args=[event.pk])
    edition = curator.get(path, {"at": at.isoformat()}).context["edition"]
    Citation.objects.first().delete()
    answer = curator.post(path, {"at": at.isoformat(), "_edition": edition}, follow=True)
    assert "changed while this page was open" in answer.content.decode()
    assert Event.objects.get().kind == "decision"


def test_a_version_that_cannot_stand_is_refused_whole(weapons, thea):
    at, event = moment(), Event.objects.get()
    correct(thea)
    Source.objects.get(slug="isw").delete()
    before = exported(weapons)
    with pytest.raises(CannotRestore, match="The source of a citation is gone: “ISW: As isw says”"):
        restore(event, EVENT, at)
    assert exported(weapons) == before


DELETED = [
    (Event, "asks"),
    (Actor, "kuleba"),
    (Actor, "scholz"),
    (Question, "taurus"),
    (Argument, "reach"),
    (Topic, "missiles"),
]


@pytest.mark.parametrize(("model", "slug"), DELETED)
def test_what_was_deleted_comes_back_with_all_that_went_with_it(curator, weapons, thea, model, slug):
    before = exported(weapons)
    with changing(thea, "By mistake."):
        model.objects.get(slug=slug).delete()
    assert exported(weapons) != before
    path = reverse(f"admin:timeline_{model._meta.model_name}_deleted")
    page = curator.get(path)
    assert "By mistake." in page.content.decode()
    ((record, _, _),) = page.context["gone"]
    curator.post(path, {"record": record.pk})
    assert exported(weapons) == before
    assert not deleted(model).exists()


def test_a_whole_debate_comes_back(weapons, thea):
    before = exported(weapons)
    with changing(thea, "By mistake."):
        weapons.delete()
    assert not Event.objects.exists()
    with changing(thea, "Brought back."):
        bring_back(deleted(Debate).get())
    assert exported(weapons) == before


def test_what_has_taken_its_place_keeps_it(curator, weapons, thea):
    Event.objects.all().delete()
    weapons.events.create(slug="asks", title="Another", kind="vote")
    path = reverse("admin:timeline_event_deleted")
    answer = curator.post(path, {"record": deleted(Event).get().pk}, follow=True)
    assert "was not brought back" in answer.content.decode()
    assert Event.objects.get().title == "Another"
    assert not Citation.objects.exists()


def test_a_version_is_the_state_of_its_moment(weapons, thea):
    event, at = Event.objects.get(), moment()
    correct(thea)
    assert len(version(EVENT, event.pk, at)) == 5
    assert len(version(EVENT, event.pk, moment())) == 3


@pytest.mark.parametrize("page", ["history", "restore", "deleted"])
def test_strangers_see_no_history(client, weapons, django_user_model, page):
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    arguments = [] if page == "deleted" else [Event.objects.get().pk]
    assert client.get(reverse(f"admin:timeline_event_{page}", args=arguments)).status_code in (302, 403, 404)


def test_history_asks_no_more_for_a_longer_one(curator, weapons, thea, django_assert_max_num_queries):
    for number in range(8):
        with changing(thea, "Again."):
            Event.objects.update(title=f"Title {number}", kind="vote")
            Citation.objects.update(note=f"Note {number}")
    with django_assert_max_num_queries(40):
        curator.get(reverse("admin:timeline_event_history", args=[Event.objects.get().pk]))
