"""History in the admin: what it tells, versions restored, deletions undone."""

import html
import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from timeline.exports.debate_file import debate_file
from timeline.ingest.article_decisions import Place, dismiss
from timeline.models import (
    Actor,
    Argument,
    Article,
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


# Articles, whose text no record holds

SECRET = "Kuleba asked for Taurus, word for word as the Courier had it."


@pytest.fixture
def article(weapons, thea):
    """An article on thea's desk, with a place that she dismissed."""
    with changing(thea, "Added."):
        article = Article.objects.create(
            debate=weapons, title="Taurus", publisher="Courier", text=SECRET, language="en", added_by=thea,
            date_text="13 November 2024", published="2024-11-13", published_basis="stated",
        )  # fmt: skip
    dismiss(Place(article, 0, 6), thea)
    return article


def discard(curator, article):
    curator.post(reverse("admin:timeline_article_state", args=[article.pk]), {"do": "discard"})


def test_an_articles_history_tells_its_text_was_discarded_and_never_what_it_said(curator, article, thea):
    path = reverse("admin:timeline_article_history", args=[article.pk])
    assert "Place “Kuleba” added: [+outcome: dismissed+]" in told(curator.get(path))
    with changing(thea, "Another edition."):
        article.text = SECRET * 50
        article.save()
    assert "Text replaced by one of 3,050 characters" in told(curator.get(path))
    discard(curator, article)
    page = curator.get(path)
    assert told(page)[:2] == ["Text discarded", "State: [-open-] [+text discarded+]"]
    assert "Kuleba" not in page.text and "Place 0–6 of the text added: [+outcome: dismissed+]" in told(page)
    assert not any("word for word" in str(vars(record)) for record in Article.history.all())


def test_restoring_an_article_restores_its_data_and_never_its_text(curator, article, thea):
    at = Article.history.first().history_date
    with changing(thea, "Misread."):
        article.title, article.published, article.date_text = "Leopard", "2023-11-13", "13 November 2023"
        article.save()
    discard(curator, article)
    path = reverse("admin:timeline_article_restore", args=[article.pk])
    page = curator.get(path, {"at": at.isoformat()})
    assert told(page) == [
        "Title: [-Leopard-] [+Taurus+]",
        "Date as the article has it: 13 November [-2023-][+2024+]",
        "Published: 13 November [-2023-][+2024+]",
    ]
    curator.post(path, {"at": at.isoformat(), "_edition": page.context["edition"]})
    article.refresh_from_db()
    assert (article.title, article.published) == ("Taurus", "2024-11-13")
    assert article.date_text == "13 November 2024"
    assert (article.text, article.state, article.text_length) == ("", "discarded", 0)


def test_an_article_that_was_deleted_comes_back_without_its_text(curator, article, thea):
    added = Article.objects.get().created_at
    with changing(thea, "By mistake."):
        article.delete()
    ((record, name, went),) = curator.get(reverse("admin:timeline_article_deleted")).context["gone"]
    assert (name, went) == ("Courier: Taurus", "1 decision")
    curator.post(reverse("admin:timeline_article_deleted"), {"record": record.pk})
    back = Article.objects.get()
    assert (back.title, back.text, back.state, back.text_length) == ("Taurus", "", "discarded", 0)
    assert back.created_at == added
    assert [one.outcome for one in back.decisions.all()] == ["dismissed"]


def test_talk_and_decisions_come_back_with_their_event(curator, weapons, thea, article):
    event = Event.objects.get()
    with changing(thea, "Said."):
        said = event.comments.create(author=thea, text="Which embassy?")
        article.decisions.update(event=event, outcome="accepted")
    with changing(thea, "By mistake."):
        Event.objects.get().delete()
    assert article.decisions.get().event is None
    with changing(thea, "Brought back."):
        bring_back(deleted(Event).get())
    again = event.comments.get()
    assert (again.text, again.made_at, again.author) == ("Which embassy?", said.made_at, thea)
    assert article.decisions.get().event == event


def test_what_hung_on_something_deleted_is_called_by_its_name(curator, weapons, thea):
    """A position went with its actor: its list names it, and says why it cannot come back alone."""
    with changing(thea, "By mistake."):
        Actor.objects.get(slug="kuleba").delete()
    path = reverse("admin:timeline_position_deleted")
    page = curator.get(path)
    assert "Position of Dmytro Kuleba (deleted) on “Taurus?”" in page.text
    ((record, _, _),) = page.context["gone"]
    answer = curator.post(path, {"record": record.pk}, follow=True)
    assert "The actor of a position is gone: “Dmytro Kuleba”." in html.unescape(answer.text)


OBSTACLES = [
    (lambda event: event.debate.events.create(slug="asks", title="Another", kind="vote"), "already exists"),
    (lambda event: Actor.objects.all().delete(), "The actor of a position is gone: “Dmytro Kuleba”."),
    (lambda event: Question.objects.all().delete(), "The question of a position is gone: “Taurus?”."),
    (
        lambda event: Source.objects.get(slug="bbc").delete(),
        "The source of a citation is gone: “BBC: As bbc says”",
    ),
    (lambda event: Topic.objects.all().delete(), "The topic of the event is gone: “Missiles”."),
]  # fmt: skip


@pytest.mark.parametrize(("obstacle", "says"), OBSTACLES)
def test_what_is_in_the_way_of_a_return_is_said(curator, weapons, thea, obstacle, says):
    event = Event.objects.get()
    with changing(thea, "By mistake."):
        Event.objects.get().delete()
    with changing(thea, "Meanwhile."):
        obstacle(event)
    path = reverse("admin:timeline_event_deleted")
    answer = curator.post(path, {"record": deleted(Event).get(id=event.pk).pk}, follow=True)
    assert "“Kuleba asks” was not brought back." in html.unescape(answer.text)
    assert says in html.unescape(answer.text)
    assert not Event.objects.filter(pk=event.pk).exists()


def test_a_date_that_would_be_refused_now_is_said(curator, weapons, thea):
    at, event = moment(), Event.objects.get()
    correct(thea)
    Event.history.filter(history_date=at).update(date_text="when pigs fly")
    path = reverse("admin:timeline_event_restore", args=[event.pk])
    edition = curator.get(path, {"at": at.isoformat()}).context["edition"]
    answer = curator.post(path, {"at": at.isoformat(), "_edition": edition})
    assert "Its date cannot be read any more:" in answer.text
    assert Event.objects.get().kind == "decision"


def test_what_a_deletion_takes_along_is_told_by_names(admin_client, debate):
    draft = debate.events.create(slug="talk", title="A talk in Meseberg", kind="meeting")
    draft.questions.add(debate.questions.get(slug="supply-taurus"))
    draft.actors.add(debate.actors.get(slug="olaf-scholz"))
    source = debate.sources.first()
    citation = draft.citations.create(source=source)
    page = admin_client.get(reverse("admin:timeline_event_delete", args=[draft.pk])).text
    listed = re.search(r'<ul id="deleted-objects">(.*?)</ul>\s*<p>', page, re.DOTALL)[1]
    assert "A talk in Meseberg" in listed and html.escape(str(citation)) in listed
    assert "relationship" not in page
