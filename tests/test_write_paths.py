"""Every way of writing leaves exactly one record of each row that it changes, with who did it and why."""

import json
from collections import Counter
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse

from tests.admin_pages import filled, seen
from tests.importing import HEADER, outcomes, sheet, written
from timeline.exports.debate_file import debate_file
from timeline.ingest.article_decisions import Place
from timeline.ingest.merging.joining import merge
from timeline.ingest.merging.undoing import undo as undo_merge
from timeline.models import (
    Actor,
    Article,
    Citation,
    Comment,
    Debate,
    Erratum,
    Event,
    Position,
    SharedView,
    Source,
    changing,
)
from timeline.models.recorded import RECORDED
from timeline.models.restoring import bring_back, deleted, restore

pytestmark = pytest.mark.django_db


@pytest.fixture
def thea(client):
    """A curator, signed in."""
    thea = User.objects.create_user("thea", is_staff=True, is_superuser=True)
    client.force_login(thea)
    return thea


@pytest.fixture
def weapons():
    """Two events, one published."""
    with changing(None, "Begun."):
        debate = Debate.objects.create(slug="weapons", title="Weapons")
        kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
        debate.actors.create(slug="minister", name="The Minister", kind="person")
        taurus = debate.questions.create(slug="taurus", title="Taurus?", rank=1)
        isw = debate.sources.create(
            slug="isw", title="Assessment", publisher="ISW", published="2024-11-26", published_basis="stated"
        )
        for slug, status in (("asks", "published"), ("hints", "draft")):
            event = debate.events.create(
                slug=slug, title=f"Kuleba {slug}", kind="statement", status=status, date_text="mid-November",
                anchor=date(2024, 11, 26),
            )  # fmt: skip
            event.citations.create(source=isw, date_text="mid-November")
            event.positions.create(actor=kuleba, question=taurus, stance="supports")
            event.actors.add(kuleba)
            event.questions.add(taurus)
            event.settle()
    return debate


def opened(client, model, row):
    """The path of a row's form, and what it holds."""
    path = reverse(f"admin:timeline_{model._meta.model_name}_change", args=[row.pk])
    return path, filled(client.get(path), f"{model._meta.model_name}_form")


def form(client, thea, debate, folder):
    path, fields = opened(client, Event, Event.objects.get(slug="asks"))
    client.post(path, fields | {"kind": ["vote"], "summary": ["New."], "actors": [], "reason": ["A vote."]})


def row_inside(client, thea, debate, folder):
    path, fields = opened(client, Event, Event.objects.get(slug="asks"))
    client.post(path, fields | {"citations-0-note": ["He said so."], "reason": ["A note."]})


def row_by_itself(client, thea, debate, folder):
    path, fields = opened(client, Citation, Citation.objects.get(event__slug="asks"))
    client.post(path, fields | {"note": ["He said so."], "reason": ["A note."]})


def addition(client, thea, debate, folder):
    path = reverse("admin:timeline_topic_add")
    client.post(path, {"debate": debate.pk, "name": "Drones", "slug": "drones", "rank": "1"})


def source_form(client, thea, debate, folder):
    """Its new day moves what is read against it."""
    path, fields = opened(client, Source, Source.objects.get())
    client.post(path, fields | {"published": ["2023-11-26"], "reason": ["A year off."]})


def action(client, thea, debate, folder):
    path = reverse("admin:timeline_event_changelist")
    fields = filled(client.get(path), "changelist-form")
    draft = Event.objects.get(slug="hints").pk
    client.post(path, fields | {"action": ["send_to_review"], "_selected_action": [draft]})


def deletion(client, thea, debate, folder):
    path = reverse("admin:timeline_event_delete", args=[Event.objects.get(slug="hints").pk])
    client.post(path, seen(client, path, {"post": "yes", "reason": "A duplicate."}))


def undeletion(client, thea, debate, folder):
    with changing(None, "Begun."):
        Event.objects.get(slug="hints").delete()
    record = deleted(Event).get().pk
    client.post(reverse("admin:timeline_event_deleted"), {"record": record, "reason": "It was none."})


def merging(client, thea, debate, folder):
    kept, taken = Actor.objects.order_by("slug")
    merge(taken, kept, thea)


def loading(client, thea, debate, folder):
    file = json.loads("".join(debate_file(debate)))
    file["events"][0]["title"] = "Kuleba says otherwise"
    (folder / "weapons.json").write_text(json.dumps(file))
    call_command("loaddebate", str(folder / "weapons.json"))


def merging_events(client, thea, debate, folder):
    """What curators have said about either is kept."""
    hints = Event.objects.get(slug="hints")
    with changing(None, "Begun."):
        Comment.objects.create(event=hints, author=thea, text="Twice?")
    merge(Event.objects.get(slug="asks"), hints, thea)
    assert [comment.event.slug for comment in Comment.objects.all()] == ["asks"]


def merging_undone(client, thea, debate, folder):
    with changing(None, "Begun."):
        kept, taken = Actor.objects.order_by("slug")
        merged = merge(taken, kept, None)
    undo_merge(merged, thea)


def spreadsheet(client, thea, debate, folder):
    """A new event with its source, and another that has a new title."""
    header = ["slug", "title", "kind", "date_text", "source_title", "source_publisher", "source_published"]
    rows = [
        ["votes", "The house votes", "vote", "12 November 2024", "A vote", "Courier", "2024-11-13"],
        ["hints", "Kuleba hints again", "statement", "", "", "", ""],
    ]
    run = written(sheet(*rows, header=header), debate, author=thea)
    assert Counter(outcomes(run).values()) == {"create": 2, "change": 1}


def spreadsheet_at_a_terminal(client, thea, debate, folder):
    (folder / "votes.csv").write_text(
        sheet(["votes", "The house votes", "vote", "12 November 2024"], header=HEADER[:4])
    )
    call_command("importrows", str(folder / "votes.csv"), debate="weapons", user="thea")


def timelinejs(client, thea, debate, folder):
    slide = {"start_date": {"year": 2024, "month": 11, "day": 12}, "text": {"headline": "The house votes"}}
    (folder / "slides.json").write_text(json.dumps({"events": [slide]}))
    call_command("importtimelinejs", str(folder / "slides.json"), debate="weapons")


def article(debate, thea):
    """An article of the workbench, and the place of its first sentence."""
    text = "Kuleba asked for Taurus on 12 November. He got none."
    with changing(None, "Begun."):
        row = Article.objects.create(
            debate=debate, title="Taurus", publisher="Courier", text=text, language="en", added_by=thea,
            published="2024-11-13", published_basis="stated",
        )  # fmt: skip
    return Place(row, 0, text.index(".") + 1)


def decide(client, place, do, **fields):
    """Press a button of the workbench, as htmx does."""
    path = reverse("admin:timeline_article_place", args=[place.article.pk, place.start, place.end])
    response = client.post(path, {"do": do} | fields, headers={"HX-Request": "true"})
    assert response.status_code == 200


def acceptance(client, thea, debate, folder):
    decide(client, article(debate, thea), "accept")
    assert Event.objects.filter(author=thea).count() == 1


def place_merged(client, thea, debate, folder):
    decide(client, article(debate, thea), "merge", event=Event.objects.get(slug="asks").pk)


def dismissal(client, thea, debate, folder):
    decide(client, article(debate, thea), "dismiss")


def acceptance_undone(client, thea, debate, folder):
    at = article(debate, thea)
    with changing(None, "Begun."):
        decide(client, at, "accept")
    decide(client, at, "undo")


def typing(client, thea, debate, folder):
    """What is typed and not sent is stored, and no record holds it; typing on leaves none."""
    at = article(debate, thea)
    decide(client, at, "autosave", title="Kuleba asked")
    decide(client, at, "autosave", title="Kuleba asked again")


def words_chosen(client, thea, debate, folder):
    at = article(debate, thea)
    client.post(reverse("admin:timeline_article_words", args=[at.article.pk]), {"words": "He got none."})


def actor_introduced(client, thea, debate, folder):
    with changing(None, "Begun."):
        row = article(debate, thea).article
        row.text = "On 12 November Foreign Minister Eve Marsh was there."
        row.save()
    client.post(reverse("admin:timeline_article_newcomer", args=[row.pk]), {"name": "Eve Marsh"})


def article_added(client, thea, debate, folder):
    fields = {"debate": debate.pk, "publisher": "Courier", "title": "Taurus", "date_text": "12 November 2024"}
    client.post(reverse("admin:timeline_article_add"), fields | {"pasted": "Kuleba asked for Taurus."})
    assert Article.objects.get().added_by == thea


def article_mended(client, thea, debate, folder):
    row = article(debate, thea).article
    Article.objects.filter(pk=row.pk).update(date_text="13 November 2024")
    Article.history.all().update(history_change_reason="Begun.")
    path, fields = opened(client, Article, row)
    client.post(path, fields | {"title": ["Taurus again"], "reason": ["A misprint."]})


def desk(client, row, do):
    client.post(reverse("admin:timeline_article_state", args=[row.pk]), {"do": do})


def article_finished(client, thea, debate, folder):
    desk(client, article(debate, thea).article, "done")


def text_discarded(client, thea, debate, folder):
    row = article(debate, thea).article
    desk(client, row, "discard")
    assert Article.objects.get().text == ""


def drafts_sent(client, thea, debate, folder):
    at = article(debate, thea)
    with changing(None, "Begun."):
        decide(client, at, "accept")
    desk(client, at.article, "review")


def comment(client, thea, debate, folder):
    asks = Event.objects.get(slug="asks")
    client.post(reverse("admin:timeline_event_comment", args=[asks.pk]), {"text": "Which embassy?"})


def comment_settled(client, thea, debate, folder):
    asks = Event.objects.get(slug="asks")
    with changing(None, "Begun."):
        said = Comment.objects.create(event=asks, author=thea, text="Which embassy?")
    client.post(reverse("admin:timeline_event_comment", args=[asks.pk]), {"settle": said.pk})


def erratum_reworded(client, thea, debate, folder):
    with changing(None, "Begun.") as under_way:
        under_way.public = True
        Event.objects.filter(slug="asks").update(kind="vote")
    path, fields = opened(client, Erratum, Erratum.objects.get())
    client.post(path, fields | {"reason": ["The minutes call it a vote."]})
    assert Erratum.objects.get().reason == "The minutes call it a vote."


def sharing(client, thea, debate, folder):
    client.post(reverse("share-new", args=[debate.slug]), {"title": "Taurus", "note": "", "keep": "live"})
    assert SharedView.objects.get().title == "Taurus"


def shared(debate):
    with changing(None, "Begun."):
        return SharedView.objects.create(debate=debate, title="Taurus")


def shared_view_renamed(client, thea, debate, folder):
    path, fields = opened(client, SharedView, shared(debate))
    client.post(path, fields | {"title": ["Taurus in November"], "reason": ["Clearer."]})


def shared_views_expired(client, thea, debate, folder):
    fields = {"action": "expire", "_selected_action": shared(debate).pk}
    client.post(reverse("admin:timeline_sharedview_changelist"), fields)


def selection_deleted(client, thea, debate, folder):
    path = reverse("admin:timeline_position_changelist")
    fields = filled(client.get(path), "changelist-form")
    hints = Position.objects.get(event__slug="hints").pk
    fields |= {"action": ["delete_selected"], "_selected_action": [hints], "post": ["yes"], "reason": ["No."]}
    client.post(path, fields)


def version_restored(client, thea, debate, folder):
    hints, at = Event.objects.get(slug="hints"), Event.history.first().history_date
    with changing(None, "Begun."):
        hints.title = "Kuleba hints at nothing"
        hints.save()
    path = reverse("admin:timeline_event_restore", args=[hints.pk])
    edition = client.get(path, {"at": at.isoformat()}).context["edition"]
    client.post(path, {"at": at.isoformat(), "_edition": edition})


def review(client, thea, debate, folder):
    """Published from the queue."""
    hints = Event.objects.get(slug="hints")
    fields = {"event": hints.pk, "seen": hints.changed_at.isoformat(), "decision": "publish"}
    client.post(reverse("admin:timeline_event_review"), fields)


def withdrawal(client, thea, debate, folder):
    fields = {"action": "withdraw", "_selected_action": Event.objects.get(slug="asks").pk}
    client.post(reverse("admin:timeline_event_changelist"), fields | {"reason": "A hoax."})
    assert Event.objects.get(slug="asks").withdrawn_reason == "A hoax."


def correction(client, thea, debate, folder):
    """To accept a reader's word changes nothing yet that is recorded: the event is opened to be corrected."""
    said = Event.objects.get(slug="asks").corrections.create(what="The 13th.", source="The minutes")
    path = reverse("admin:timeline_correction_change", args=[said.pk])
    client.post(path, {"state": "accepted", "outcome": "So it is."})
    assert type(said).objects.get().state == "accepted"


PATHS = [
    (form, {("Event", "~"): 1, ("Erratum", "+"): 1}, "thea", "A vote."),
    (row_inside, {("Citation", "~"): 1, ("Erratum", "+"): 1}, "thea", "A note."),
    (row_by_itself, {("Citation", "~"): 1, ("Erratum", "+"): 1}, "thea", "A note."),
    (addition, {("Topic", "+"): 1}, "thea", "Added."),
    (
        source_form,
        {("Source", "~"): 1, ("Citation", "~"): 2, ("Event", "~"): 2, ("Erratum", "+"): 1},
        "thea",
        "A year off.",
    ),
    (action, {("Event", "~"): 1}, "thea", None),
    (deletion, {("Event", "-"): 1, ("Citation", "-"): 1, ("Position", "-"): 1}, "thea", "A duplicate."),
    (undeletion, {("Event", "+"): 1, ("Citation", "+"): 1, ("Position", "+"): 1}, "thea", "It was none."),
    (
        merging,
        {("Actor", "~"): 1, ("Actor", "-"): 1, ("Event", "~"): 2, ("Position", "~"): 2},
        "thea",
        "“Dmytro Kuleba” merged into “The Minister”",
    ),
    (loading, {("Event", "~"): 1, ("Erratum", "+"): 1}, None, "Loaded from weapons.json."),
    (
        merging_events,
        {("Event", "-"): 1, ("Citation", "-"): 1, ("Position", "-"): 1, ("Comment", "~"): 1},
        "thea",
        "“Kuleba hints” merged into “Kuleba asks”",
    ),
    (
        merging_undone,
        {("Actor", "+"): 1, ("Actor", "~"): 1, ("Event", "~"): 2, ("Position", "~"): 2},
        "thea",
        "“Dmytro Kuleba” and “The Minister” are two again",
    ),
    (
        spreadsheet,
        {("Event", "+"): 1, ("Event", "~"): 1, ("Citation", "+"): 1, ("Source", "+"): 1},
        "thea",
        "Imported from lunford.csv.",
    ),
    (spreadsheet_at_a_terminal, {("Event", "+"): 1}, "thea", "Imported from votes.csv."),
    (timelinejs, {("Event", "+"): 1}, None, "Imported from slides.json."),
    (
        acceptance,
        {
            ("Event", "+"): 1,
            ("Citation", "+"): 1,
            ("Source", "+"): 1,
            ("Article", "~"): 1,
            ("Decision", "+"): 1,
        },
        "thea",
        "Accepted from the article “Taurus”.",
    ),
    (
        place_merged,
        {
            ("Citation", "+"): 1,
            ("Source", "+"): 1,
            ("Article", "~"): 1,
            ("Decision", "+"): 1,
            ("Erratum", "+"): 1,
        },
        "thea",
        "Another citation, from the article “Taurus”.",
    ),
    (dismissal, {("Decision", "+"): 1}, "thea", "Dismissed, in the article “Taurus”."),
    (typing, {("Decision", "+"): 1}, "thea", "Begun, in the article “Taurus”."),
    (words_chosen, {("Decision", "+"): 1}, "thea", "Begun, in the article “Taurus”."),
    (actor_introduced, {("Actor", "+"): 1}, "thea", "Introduced in the article “Taurus”."),
    (article_added, {("Article", "+"): 1}, "thea", "Added."),
    (article_mended, {("Article", "~"): 1}, "thea", "A misprint."),
    (article_finished, {("Article", "~"): 1}, "thea", "Finished."),
    (text_discarded, {("Article", "~"): 1}, "thea", "Its text was discarded."),
    (drafts_sent, {("Event", "~"): 1}, "thea", "Sent to review."),
    (comment, {("Comment", "+"): 1}, "thea", "Said."),
    (comment_settled, {("Comment", "~"): 1}, "thea", "Settled."),
    (erratum_reworded, {("Erratum", "~"): 1}, "thea", "Edited."),
    (sharing, {("SharedView", "+"): 1}, "thea", "Shared."),
    (shared_view_renamed, {("SharedView", "~"): 1}, "thea", "Clearer."),
    (shared_views_expired, {("SharedView", "~"): 1}, "thea", "Expired."),
    (selection_deleted, {("Position", "-"): 1}, "thea", "No."),
    (version_restored, {("Event", "~"): 1}, "thea", None),
    (
        acceptance_undone,
        {("Event", "-"): 1, ("Citation", "-"): 1, ("Decision", "~"): 1},
        "thea",
        "Taken back, in the article “Taurus”.",
    ),
    (review, {("Event", "~"): 1}, "thea", "Published."),
    (withdrawal, {("Event", "~"): 1}, "thea", "A hoax."),
    (correction, {}, None, None),
]


@pytest.mark.parametrize(("write", "left", "user", "reason"), PATHS)
def test_a_write_leaves_one_record_a_row(client, thea, weapons, tmp_path, write, left, user, reason):
    write(client, thea, weapons, tmp_path)
    found, rows, said = Counter(), [], set()
    for model in RECORDED:
        for record in model.history.exclude(history_change_reason="Begun."):
            found[model.__name__, record.history_type] += 1
            rows.append((model, record.id))
            said.add((record.history_user and record.history_user.username, record.history_change_reason))
    assert found == left
    assert len(rows) == len(set(rows))
    assert {who for who, _ in said} == ({user} if left else set())
    assert reason is None or {why for _, why in said} == {reason}


def test_restoring_and_undoing_a_deletion_export_the_same(weapons, thea):
    """There and back, in turns: the debate is what it was, whatever happened in between."""
    before, at = "".join(debate_file(weapons)), Event.history.first().history_date
    event = Event.objects.get(slug="asks")
    tables = [(Event, "id"), (Citation, "event_id"), (Position, "event_id")]
    for kind in ("vote", "leak"):
        with changing(thea, "Changed."):
            Event.objects.filter(pk=event.pk).update(kind=kind, date_text="20 November 2024")
            event.citations.all().delete()
            event.actors.clear()
        with changing(thea, "Deleted."):
            Event.objects.get(pk=event.pk).delete()
        with changing(thea, "Brought back."):
            bring_back(deleted(Event).get())
        with changing(thea, "Restored."):
            restore(Event.objects.get(pk=event.pk), tables, at)
        assert "".join(debate_file(weapons)) == before
