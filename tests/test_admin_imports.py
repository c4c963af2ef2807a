"""Imports in the admin and at the terminal: upload, look, write; by whom, and how far."""

import io
import json

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import OperationalError
from openpyxl import load_workbook

from tests.importing import HEADER, MAYOR, TRAM, VOTE, lunford, sheet, workbook
from timeline.admin.import_steps import LINES
from timeline.ingest.importing import running
from timeline.models import Debate, Event, Import

pytestmark = pytest.mark.django_db
ADD = "/admin/timeline/import/add/"


@pytest.fixture
def tram():
    return lunford()


def curator(client, django_user_model, role):
    """Signs in somebody new with this role."""
    user = django_user_model.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return user


def upload(client, text, debate, **more):
    """Posts a file; returns the answer."""
    file = SimpleUploadedFile("lunford.csv", text.encode())
    return client.post(ADD, {"debate": debate.pk, "status": "draft", "file": file} | more)


def finish(client, path, step="advance"):
    """Posts a step and what follows until nothing is left to do; returns the page."""
    base = path.removesuffix("change/")
    client.post(f"{base}{step}/")
    while Import.objects.get(pk=base.rstrip("/").rpartition("/")[2]).running:
        client.post(f"{base}advance/")
    return client.get(path).text


def test_an_editor_uploads_looks_and_writes(client, django_user_model, tram):
    ivy = curator(client, django_user_model, "editor")
    bad = [VOTE[0] + "-2", "Another vote", "ballot", *VOTE[3:]]
    path = upload(client, sheet(MAYOR, VOTE, bad), tram)["Location"]
    assert 'max="4" value="0"' in client.get(path).text
    page = finish(client, path)
    assert "Nothing is written yet" in page and not Event.objects.exists()
    assert "“ballot”" not in page and "<q>ballot</q>" in page and "none of statement, decision" in page
    new = client.get(f"{path}?outcome=create").text
    assert "11–20 Nov 2024" in new and "<svg" in new and "Mayor wants a tram" in new
    assert "Done." in finish(client, path, "confirm")
    assert {event.author for event in Event.objects.all()} == {ivy}
    refused = client.get(path.replace("change/", "refused/")).text
    assert "ballot" in refused and "none of statement" in refused
    mended = upload(client, refused.replace("ballot", "vote"), tram)["Location"]
    finish(client, mended)
    finish(client, mended, "confirm")
    assert Event.objects.count() == 3


def told(client, path):
    """The lines that the page's script is told while a piece is done."""
    answer = client.post(path.replace("change/", "advance/"), headers={"Accept": LINES})
    assert answer["Content-Encoding"] == "identity"  # compressed, they would come all at once
    return [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]


def test_the_page_is_told_how_far_each_piece_is(client, django_user_model, tram, monkeypatch):
    monkeypatch.setattr(running, "PIECE", 1)
    curator(client, django_user_model, "editor")
    path = upload(client, sheet(VOTE, [VOTE[0] + "-2", *VOTE[1:]]), tram)["Location"]
    assert told(client, path) == [{"position": 1, "total": 2, "running": True}]
    assert told(client, path) == [{"position": 2, "total": 2, "running": False}]


def test_all_or_nothing_says_how_far_it_is_while_nobody_else_can_see_it(admin_client, tram, monkeypatch):
    monkeypatch.setattr(running, "PIECE", 1)
    path = upload(admin_client, sheet(VOTE, [VOTE[0] + "-2", *VOTE[1:]]), tram, all_or_nothing="on")[
        "Location"
    ]
    finish(admin_client, path)
    admin_client.post(path.replace("change/", "confirm/"), {"all_or_nothing": "on"})
    assert "leave this page or press Stop, and nothing is written" in admin_client.get(path).text
    assert [(line["position"], line["running"]) for line in told(admin_client, path)] == [
        (1, True), (2, True), (2, False),
    ]  # fmt: skip
    assert Event.objects.count() == 2


def test_all_or_nothing_that_turns_bad_says_so_and_is_taken_back(admin_client, tram):
    path = upload(admin_client, sheet(VOTE), tram, all_or_nothing="on")["Location"]
    finish(admin_client, path)
    tram.events.create(slug=VOTE[0], title="Another vote", kind="vote")
    admin_client.post(path.replace("change/", "confirm/"), {"all_or_nothing": "on"})
    assert told(admin_client, path) == [{"taken_back": True}]
    assert "Nothing was written: a row is refused now" in admin_client.get(f"{path}?taken_back=1").text
    assert [event.title for event in Event.objects.all()] == ["Another vote"]


def test_an_import_can_be_stopped_and_says_what_it_left_out(admin_client, tram, monkeypatch):
    monkeypatch.setattr(running, "PIECE", 1)
    path = upload(admin_client, sheet(VOTE, [VOTE[0] + "-2", *VOTE[1:]]), tram)["Location"]
    finish(admin_client, path)
    admin_client.post(path.replace("change/", "confirm/"))
    told(admin_client, path)
    page = admin_client.post(path.replace("change/", "halt/"), follow=True).text
    assert "Done." in page and "the import was stopped before this row; import it again" in page
    assert [event.slug for event in Event.objects.all()] == [VOTE[0]]


def test_refused_rows_of_several_kinds_come_back_as_a_workbook(admin_client, tram):
    actors = [["name", "kind", "country", "organisation"], ["The Crown", "monarch", "GB", "=A1"]]
    events = [HEADER, [*VOTE[:2], "@ballot", *VOTE[3:]]]
    file = SimpleUploadedFile("lunford.xlsx", workbook(actors=actors, events=events))
    path = admin_client.post(ADD, {"debate": tram.pk, "status": "draft", "file": file})["Location"]
    finish(admin_client, path)
    book = load_workbook(io.BytesIO(admin_client.get(path.replace("change/", "refused/")).content))
    rows = {sheet.title: list(sheet.values) for sheet in book}
    [head, crown] = rows["actors"]
    told = dict(zip(head, crown, strict=True))
    assert (told["name"], told["kind"], told["organisation"]) == ("The Crown", "monarch", None)
    assert "none of person" in told["problem"] and 'a formula, "=A1"' in told["problem"]
    assert "'@ballot" in rows["events"][1]  # a spreadsheet would take it for a formula


def test_who_finds_the_database_taken_is_asked_to_try_again(admin_client, tram, monkeypatch):
    path = upload(admin_client, sheet(VOTE), tram)["Location"]

    def taken(*_, **__):
        raise OperationalError("database is locked")

    for name in ("start", "advancing", "confirm"):
        monkeypatch.setattr(running, name, taken)
    assert "Somebody else is writing much just now" in upload(admin_client, sheet(VOTE), tram).text
    assert told(admin_client, path) == [{"busy": True}]
    page = admin_client.post(path.replace("change/", "confirm/"), follow=True)
    assert "nothing was done. Try again in a moment." in page.text


def test_a_step_after_a_log_in_leads_back_to_the_import(client, django_user_model, tram):
    path = upload(curator(client, django_user_model, "editor") and client, sheet(VOTE), tram)["Location"]
    client.logout()
    step = path.replace("change/", "advance/")
    assert client.post(step)["Location"] == f"/admin/login/?next={step}"
    client.force_login(django_user_model.objects.get())
    assert client.get(step)["Location"] == path


def test_a_contributor_imports_drafts_and_changes_nobodys_events(client, django_user_model, tram):
    tram.events.create(slug="council-votes", title="The council has voted", kind="vote", status="published")
    curator(client, django_user_model, "contributor")
    assert "Select a valid choice" in upload(client, sheet(MAYOR), tram, status="published").text
    path = upload(client, sheet(MAYOR, VOTE), tram)["Location"]
    assert "only an editor changes it" in finish(client, path)
    finish(client, path, "confirm")
    assert sorted(Event.objects.values_list("title", "status")) == [
        ("The council has voted", "published"),
        ("The mayor asks for a tram", "draft"),
    ]
    actors = upload(client, "name,kind,country\nThe Crown,institution,GB\n", tram)["Location"]
    assert "only an editor adds actors" in finish(client, actors)


def test_an_import_is_for_its_author_and_editors(client, django_user_model, tram):
    curator(client, django_user_model, "contributor")
    path = upload(client, sheet(VOTE), tram)["Location"]
    assert client.get(path).status_code == 200
    other = django_user_model.objects.create_user("otto", is_staff=True)
    other.groups.add(Group.objects.get(name="contributor"))
    client.force_login(other)
    assert client.get(path).status_code == 404
    curator(client, django_user_model, "editor")
    assert client.get(path).status_code == 200
    client.force_login(django_user_model.objects.create_user("eve", is_staff=True))
    assert client.get(ADD).status_code == 403 and client.get(path).status_code == 403


def test_a_file_that_cannot_be_used_is_refused_at_its_field(admin_client, tram):
    answer = upload(admin_client, "one,two\n1,2\n", tram)
    assert answer.status_code == 422 and "Its first row names no columns" in answer.text


def test_all_or_nothing_can_be_settled_when_the_refused_rows_are_known(admin_client, tram):
    path = upload(admin_client, sheet(VOTE, ["x", "", *VOTE[2:]]), tram, all_or_nothing="on")["Location"]
    finish(admin_client, path)
    refused = admin_client.post(path.replace("change/", "confirm/"), {"all_or_nothing": "on"}, follow=True)
    assert "nothing was written" in refused.text and not Event.objects.exists()
    finish(admin_client, path, "confirm")
    assert Event.objects.count() == 1


def test_what_is_dropped_is_not_written(admin_client, tram):
    path = upload(admin_client, sheet(VOTE), tram)["Location"]
    finish(admin_client, path)
    admin_client.post(path.replace("change/", "drop/"))
    assert "Dropped" in finish(admin_client, path, "confirm")
    assert not Event.objects.exists()


@pytest.mark.parametrize("name", ["template.xlsx", "template/event.csv", "template/argument.csv"])
def test_files_to_fill_in_are_offered(admin_client, name):
    assert f'/admin/timeline/import/{name}"' in admin_client.get(ADD).text
    answer = admin_client.get(f"/admin/timeline/import/{name}")
    assert answer["Content-Disposition"].startswith("attachment") and answer.content


def test_the_terminal_does_the_same(tram, tmp_path, capsys):
    file = tmp_path / "lunford.csv"
    file.write_text(sheet(MAYOR, VOTE, ["x", "", *VOTE[2:]]))
    call_command("importrows", file, debate="tram", dry_run=True)
    assert capsys.readouterr().out == "Would be: tram: 3 new, 1 refused of 4 rows (new events: draft).\n"
    with pytest.raises(CommandError, match="a row is refused, and it was to be all or nothing"):
        call_command("importrows", file, debate="tram", all_or_nothing=True)
    assert not Event.objects.exists()
    call_command("importrows", file, debate="tram", status="published", stderr=(said := io.StringIO()))
    assert "row 4 title: it is missing; fill it in" in said.getvalue()
    assert Event.objects.filter(status="published").count() == 2
    with pytest.raises(CommandError, match="There is no debate trams"):
        call_command("importrows", file, debate="trams")


def test_a_debate_from_nothing_in_the_admin(admin_client):
    """The frame with questions, topics and actors on one page, then a file: minutes, and no detour."""
    page = admin_client.get("/admin/timeline/debate/add/").text
    assert all(f'name="{part}-1-slug"' in page for part in ("questions", "topics", "actors"))
    form = {
        "title": "The tram of Lunford", "slug": "tram", "description": "", "language": "en",
        "questions-TOTAL_FORMS": 2, "questions-INITIAL_FORMS": 0, "questions-0-title": TRAM,
        "questions-0-slug": "build-the-tram", "questions-0-rank": 1, "questions-1-rank": 0,
        "topics-TOTAL_FORMS": 1, "topics-INITIAL_FORMS": 0, "topics-0-name": "Fares",
        "topics-0-slug": "fares", "topics-0-rank": 1,
        "actors-TOTAL_FORMS": 1, "actors-INITIAL_FORMS": 0, "actors-0-name": "Ada Brook",
        "actors-0-slug": "ada-brook", "actors-0-kind": "person",
    }  # fmt: skip
    answer = admin_client.post("/admin/timeline/debate/add/", form, follow=True)
    debate = Debate.objects.get()
    assert f"/admin/timeline/import/add/?debate={debate.pk}" in answer.text
    path = upload(admin_client, sheet(MAYOR, VOTE), debate, status="published")["Location"]
    finish(admin_client, path)
    finish(admin_client, path, "confirm")
    Debate.objects.create(slug="other", title="Another debate")
    home = admin_client.get("/").text
    assert "The tram of Lunford" in home and "Another debate" in home
    timeline = admin_client.get("/tram/").text
    assert "The mayor asks for a tram" in timeline and TRAM in timeline
    assert 'name="actors-0-slug"' not in admin_client.get(f"/admin/timeline/debate/{debate.pk}/change/").text
