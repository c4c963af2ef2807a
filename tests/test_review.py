"""The queue, the page before publishing, and the words between curators: what each says and does."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils.html import strip_tags

from tests.admin_pages import filled
from timeline.admin import workflow
from timeline.models import Debate, Event

pytestmark = pytest.mark.django_db
QUEUE = "/admin/timeline/event/review/"


def person(name, role):
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


class Desk:
    """Olena writes, Thea edits; Scholz has opposed Taurus in public, and a draft says that he supports it."""

    def __init__(self, client):
        self.client = client
        self.olena, self.thea = person("Olena", "contributor"), person("Thea", "editor")
        self.debate = Debate.objects.create(slug="weapons", title="Weapons")
        self.taurus = self.debate.questions.create(slug="taurus", title="Taurus?")
        self.scholz = self.debate.actors.create(slug="scholz", name="Olaf Scholz", kind="person")
        self.no = self.event("no", "published", "2024-02-26", "opposes")
        self.yes = self.event("yes", "in-review", "2024-11-20", "supports")

    def event(self, slug, status, day, stance):
        event = self.debate.events.create(
            slug=slug, title=f"Scholz says {slug}", kind="statement", status=status, author=self.olena,
            date_override=day, date_basis="The transcript.",
        )  # fmt: skip
        event.questions.add(self.taurus)
        event.actors.add(self.scholz)
        event.positions.create(actor=self.scholz, question=self.taurus, stance=stance)
        event.settle()
        return event

    def as_(self, user):
        self.client.force_login(user)
        return self

    def queue(self, **chosen):
        return self.client.get(QUEUE, chosen)

    def decide(self, event, decision, **fields):
        fields = {"event": event.pk, "seen": event.changed_at.isoformat(), "decision": decision} | fields
        response = self.client.post(QUEUE, fields, follow=True)
        event.refresh_from_db()
        return said(response)

    def act(self, action, *events, **fields):
        fields |= {"action": action, "_selected_action": [event.pk for event in events]}
        return self.client.post(reverse("admin:timeline_event_changelist"), fields, follow=True)


@pytest.fixture
def desk(client):
    return Desk(client)


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def seen(page):
    """The state of the events that a page which asks has shown."""
    return page.context["form"]["seen"].value()


def words(response):
    return re.sub(r"\s+", " ", strip_tags(response.content.decode())).replace("&#x27;", "'")


# The queue


def test_the_longest_waiting_comes_first_with_what_it_lacks(desk):
    first = desk.event("first", "in-review", "2024-03-01", "opposes")
    Event.objects.filter(pk=first.pk).update(sent_at="2024-01-01T00:00:00Z")
    shown = desk.as_(desk.thea).queue()
    entries = shown.context["entries"]
    assert [entry.event.slug for entry in entries] == ["first", "yes"]
    assert re.findall(r"Olena, sent (just now|\d+)", shown.content.decode()) == ["2", "just now"]
    assert [finding.key for finding in entries[0].findings] == ["no-citation", "no-quote"]
    assert entries[0].decisions == ("publish", "send-back")


@pytest.mark.parametrize(
    ("who", "chosen", "slugs"),
    [
        ("thea", {}, ["yes"]),
        ("thea", {"status": "draft"}, ["hers", "mine"]),
        ("thea", {"status": "all"}, ["yes", "hers", "mine"]),
        ("olena", {"status": "all"}, ["yes", "mine"]),
        ("thea", {"status": "nonsense", "author": "x", "debate": "-1"}, ["yes"]),
    ],
)
def test_the_queue_is_narrowed_and_a_contributors_is_the_own(desk, who, chosen, slugs):
    hers = desk.event("hers", "draft", "2024-03-01", "opposes")
    Event.objects.filter(pk=hers.pk).update(author=desk.thea)
    desk.event("mine", "draft", "2024-03-01", "opposes")
    entries = desk.as_(getattr(desk, who)).queue(**chosen).context["entries"]
    assert [entry.event.slug for entry in entries] == slugs


def test_an_editor_publishes_and_history_says_so(desk):
    assert "“Scholz says yes” is published." in desk.as_(desk.thea).decide(desk.yes, "publish")
    record = Event.history.filter(id=desk.yes.pk).latest("history_id")
    assert (record.status, record.history_user, record.history_change_reason) == (
        "published",
        desk.thea,
        "Published.",
    )


def test_sending_back_asks_for_a_word_which_the_author_finds(desk):
    assert "Write what is to be changed." in desk.as_(desk.thea).decide(desk.yes, "send-back", comment=" ")
    assert desk.yes.status == "in-review"
    desk.decide(desk.yes, "send-back", comment="Which transcript?")
    assert (desk.yes.status, desk.yes.sent_at) == ("draft", None)
    (entry,) = desk.as_(desk.olena).queue(status="draft", asked="yes").context["entries"]
    assert [str(comment) for comment in entry.comments] == ["Which transcript?"]
    assert entry.decisions == ("send",)
    desk.decide(desk.yes, "send")
    assert desk.yes.status == "in-review" and desk.yes.sent_at


def test_what_has_changed_since_it_was_shown_is_not_published(desk):
    seen = desk.yes.changed_at.isoformat()
    desk.yes.title = "Scholz says maybe"
    desk.yes.save()
    assert "has been changed since" in desk.as_(desk.thea).decide(desk.yes, "publish", seen=seen)
    assert desk.yes.status == "in-review"


@pytest.mark.parametrize(("decision", "status"), [("publish", "in-review"), ("take-back", "draft")])
def test_a_contributor_takes_back_and_does_not_publish(desk, decision, status):
    fields = {"event": desk.yes.pk, "seen": desk.yes.changed_at.isoformat(), "decision": decision}
    response = desk.as_(desk.olena).client.post(QUEUE, fields)
    desk.yes.refresh_from_db()
    assert (response.status_code, desk.yes.status) == (403 if decision == "publish" else 302, status)


def test_the_queue_asks_a_constant_number_of_questions(desk, django_assert_max_num_queries):
    for number in range(12):
        desk.event(f"e{number}", "in-review", "2024-03-01", "opposes")
    desk.as_(desk.thea)
    with django_assert_max_num_queries(25):
        assert len(desk.queue().context["entries"]) == 13


# Before publishing


def test_the_page_before_publishing_says_what_appears(desk):
    page = words(desk.as_(desk.thea).act("publish", desk.yes, desk.no))
    assert "1 event on 1 question appears." in page
    assert "1 position of 1 actor appears with it." in page
    assert "It is in every list, chart, feed and file from now on" in page
    assert "1 turn appears:" in page
    assert "Olaf Scholz, “Taurus?”: opposes → supports, between 26 February and 20 November 2024" in page
    assert "1 has no citation." in page and "1 shows a stance without a quote." in page
    assert "These stay as they are Scholz says no published" in page
    assert desk.client.get("/weapons/events/yes/").status_code == 200  # Thea sees it already


def test_the_page_before_withdrawing_says_what_disappears(desk):
    desk.as_(desk.thea).act("publish", desk.yes, confirmed="yes")
    page = words(desk.act("withdraw", desk.yes, desk.no))
    assert "2 events on 1 question disappear from every list, chart and feed." in page
    assert "1 actor loses its page." in page
    assert "2 positions of 1 actor disappear with them." in page
    assert "Their pages stay, and say that they were withdrawn" in page
    assert "1 turn is claimed no longer:" in page


def test_a_turn_that_is_dated_otherwise_is_neither_new_nor_gone(desk):
    desk.as_(desk.thea).act("publish", desk.yes, confirmed="yes")
    sooner = desk.event("sooner", "in-review", "2024-06-01", "supports")
    page = words(desk.act("publish", sooner))
    assert "1 turn is dated otherwise:" in page and "turn appears" not in page
    assert "between 26 February and 1 June 2024 instead of between 26 February and 20 November 2024" in page


def test_a_confirmation_holds_for_what_was_shown(desk):
    page = desk.as_(desk.thea).act("publish", desk.yes)
    desk.yes.citations.create(source=desk.debate.sources.create(slug="a", title="A", publisher="B"))
    page = desk.act("publish", desk.yes, confirmed="yes", seen=seen(page))
    assert "some of these events were changed since you were asked" in said(page)
    assert Event.objects.get(slug="yes").status == "in-review"
    desk.act("publish", desk.yes, confirmed="yes", seen=seen(page))
    assert Event.objects.get(slug="yes").status == "published"


def test_everything_that_a_list_holds_is_published_at_once(desk):
    desk.event("more", "in-review", "2024-03-01", "opposes")
    page = desk.as_(desk.thea).act("publish", desk.yes, select_across="1")
    assert page.context["told"].count == 2 and len(page.context["chosen"]) == 1
    chosen = {"select_across": "1", "confirmed": "yes"}
    desk.act("publish", desk.yes, **chosen)  # a yes to nothing that was shown
    one, other = (desk.event(slug, "in-review", "2024-03-02", "opposes") for slug in ("came", "goes"))
    other.delete()
    page = desk.act("publish", desk.yes, **chosen, seen=seen(page))
    assert "some of these events were changed" in said(page) and page.context["told"].count == 3
    one.title = "Scholz says something else"
    one.save()
    page = desk.act("publish", desk.yes, **chosen, seen=seen(page))
    assert Event.objects.filter(status="published").count() == 1
    desk.act("publish", desk.yes, **chosen, seen=seen(page))
    assert Event.objects.filter(status="published").count() == 4


def test_more_than_one_step_takes_are_refused(desk, monkeypatch):
    desk.event("more", "in-review", "2024-03-01", "opposes")
    monkeypatch.setattr(workflow, "AT_ONCE", 1)
    page = desk.as_(desk.thea).act("publish", desk.yes, select_across="1")
    assert "1 events at once are the most." in words(page)
    desk.act("publish", desk.yes, select_across="1", confirmed="yes", seen=seen(page))
    page = desk.act("send_to_review", desk.yes, select_across="1")
    assert "Narrow the list" in said(page)
    assert Event.objects.filter(status="in-review").count() == 2


def test_a_withdrawal_holds_for_what_was_shown_and_keeps_its_reason(desk):
    page = desk.as_(desk.thea).act("withdraw", desk.no)
    desk.no.summary = "He said it on the record."
    desk.no.save()
    page = desk.act("withdraw", desk.no, reason="A hoax.", seen=seen(page))
    assert "Look again" in said(page) and "A hoax." in page.content.decode()
    desk.act("withdraw", desk.no, reason="A hoax.", seen=seen(page))
    assert Event.objects.get(slug="no").withdrawn_reason == "A hoax."


def test_what_is_typed_is_previewed_and_not_saved(desk):
    path = reverse("admin:timeline_event_change", args=[desk.yes.pk])
    fields = filled(desk.as_(desk.thea).client.get(path), "event_form")
    records, logs = Event.history.count(), LogEntry.objects.count()
    typed = fields | {"title": "Scholz says perhaps", "positions-0-stance": "undecided"}
    shown = desk.client.post(path, typed | {"_preview": "yes"})
    assert "Scholz says perhaps" in words(shown) and "undecided" in words(shown)
    assert "Nothing of it is saved" in words(shown) and "no-store" in shown["Cache-Control"]
    desk.yes.refresh_from_db()
    assert (desk.yes.title, desk.yes.positions.get().stance) == ("Scholz says yes", "supports")
    assert (Event.history.count(), LogEntry.objects.count()) == (records, logs)
    again = desk.client.get(path)
    assert "changed successfully" not in words(again)
    wrong = desk.client.post(path, typed | {"title": "", "_preview": "yes"})
    assert "Please correct the error below." in words(wrong)
    assert desk.client.post(path, typed | {"reason": "Heard again."}).status_code == 302
    desk.yes.refresh_from_db()
    assert desk.yes.title == "Scholz says perhaps"


# Words between curators


def test_curators_talk_and_settle(desk):
    path = reverse("admin:timeline_event_comment", args=[desk.yes.pk])
    desk.as_(desk.thea).client.post(path, {"text": " Which transcript? "})
    comment = desk.yes.comments.get()
    assert (comment.text, comment.author) == ("Which transcript?", desk.thea)
    form = reverse("admin:timeline_event_change", args=[desk.yes.pk])
    assert "Which transcript?" in words(desk.as_(desk.olena).client.get(form))
    desk.client.post(path, {"settle": comment.pk})
    comment.refresh_from_db()
    assert comment.resolved_by == desk.olena
    for nonsense in ({"settle": "x"}, {"settle": "9" * 30}, {"text": "  "}, {}):
        assert desk.client.post(path, nonsense).status_code == 302
    assert desk.yes.comments.count() == 1


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("@Thea, is it the right day?", True),
        ("Ask @thea.", True),
        ("… @THEA", True),
        ("(@Thea)", True),
        ("@Theadora may know", False),
        ("thea@Thea.example", False),
        ("Thea?", False),
    ],
)
def test_who_is_called_by_name_finds_it_on_the_desk(desk, text, asked):
    desk.no.comments.create(author=desk.olena, text=text)
    assert ("You are asked" in words(desk.as_(desk.thea).client.get("/admin/"))) is asked
    entries = desk.queue(status="all", named="yes").context["entries"]
    assert [entry.event.slug for entry in entries] == (["no"] if asked else [])
    assert "You are asked" not in words(desk.as_(desk.olena).client.get("/admin/"))


def test_a_comment_links_the_events_that_it_names(desk):
    hers = desk.event("hers", "draft", "2024-03-01", "opposes")
    Event.objects.filter(pk=hers.pk).update(author=desk.thea)
    text = "The same as /weapons/events/no/? And /weapons/events/hers/, /weapons/events/yes/, /x/events/no/"
    desk.yes.comments.create(author=desk.olena, text=text)
    (comment,) = desk.as_(desk.thea).queue().context["entries"][0].comments
    assert [mention.event.slug for mention in comment.mentions] == ["no", "hers"]
    assert comment.mentions[0].merge_url == f"/admin/timeline/merge/event/{desk.no.pk}/{desk.yes.pk}/"
    (comment,) = desk.as_(desk.olena).queue().context["entries"][0].comments
    assert [(mention.event.slug, mention.merge_url) for mention in comment.mentions] == [("no", "")]


def test_a_contributor_is_not_told_who_else_writes(desk):
    hers = desk.event("hers", "draft", "2024-03-01", "opposes")
    Event.objects.filter(pk=hers.pk).update(author=desk.thea)
    assert "Thea" not in words(desk.as_(desk.olena).queue())
    assert "Olena" in words(desk.as_(desk.thea).queue())


def test_the_form_says_what_is_missing(desk):
    desk.as_(desk.thea)
    page = words(desk.client.get(reverse("admin:timeline_event_change", args=[desk.yes.pk])))
    assert (
        "No source is cited." in page and "No quote shows the stance: Olaf Scholz supports: Taurus?" in page
    )
