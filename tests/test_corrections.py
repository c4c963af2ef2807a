"""A reader says what is wrong, a curator decides, the event's page tells the outcome."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from timeline.models import Correction, Event

pytestmark = pytest.mark.django_db
SAID = {
    "what": "The vote was on the 13th.",
    "source": "https://example.org/minutes, page 3",
    "contact": "reader@example.org",
    "website": "",
}


@pytest.fixture
def event(debate):
    return debate.events.filter(status="published").first()


@pytest.fixture
def path(event):
    return f"{event.get_absolute_url()}correct/"


@pytest.fixture
def editor(client, django_user_model):
    user = django_user_model.objects.create_superuser("ivy")
    client.force_login(user)
    return user


def test_the_events_page_leads_to_the_form_without_a_cookie(client, event, path):
    page = client.get(event.get_absolute_url())
    assert f'href="{path}"' in page.text and not page.cookies
    form = client.get(path)
    assert "csrftoken" in form.cookies and event.title in form.text
    assert not client.get(f"{path}?sent=1").text.count("correct-form")


def test_what_a_reader_sends_waits_for_a_curator_and_is_not_shown(client, event, path):
    answer = client.post(path, SAID, follow=True)
    assert "Thank you" in answer.text
    [correction] = Correction.objects.open()
    assert (correction.event, correction.what, correction.contact) == (event, SAID["what"], SAID["contact"])
    page = client.get(event.get_absolute_url()).text
    assert SAID["what"] not in page and "Corrections from readers" not in page


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("what", "  ", "Say what is wrong."),
        ("source", "", "Give a source: a link, or what you read where and when."),
        ("contact", "not an address", "Enter a valid email address."),
        ("what", "x" * 2001, "at most 2000 characters"),
    ],
)
def test_what_is_missing_is_said_at_its_field(client, path, field, value, says):
    answer = client.post(path, SAID | {field: value})
    assert answer.status_code == 422 and says in answer.text
    assert f'id="correct-{field}_error"' in answer.text
    assert not Correction.objects.exists()


def test_a_machine_that_fills_in_everything_is_thanked_and_not_heard(client, path):
    assert "Thank you" in client.post(path, SAID | {"website": "https://spam.example"}, follow=True).text
    assert not Correction.objects.exists()


def test_a_form_of_another_site_is_not_taken(path):
    assert Client(enforce_csrf_checks=True).post(path, SAID).status_code == 403
    assert not Correction.objects.exists()


def test_one_address_sends_five_an_hour(client, path):
    answers = [client.post(path, SAID).status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    assert client.post(path, SAID, REMOTE_ADDR="198.51.100.7").status_code == 302
    refused = client.post(path, SAID)
    assert "Too many corrections" in refused.text and refused["Retry-After"] == "720"
    assert SAID["what"] in refused.text, "what was typed is not lost"


def test_of_drafts_nobody_is_told(client, event, path):
    Event.objects.filter(pk=event.pk).update(status="draft")
    assert client.get(path).status_code == 404


def test_an_operator_can_switch_it_off(client, event, path, settings):
    settings.CORRECTIONS = False
    assert client.get(path).status_code == 404
    assert path not in client.get(event.get_absolute_url()).text


def test_accepting_opens_the_event_and_its_page_tells_why(client, editor, event):
    correction = Correction.objects.create(
        event=event, what="Wrong day.", source="Minutes", contact="a@b.example"
    )
    url = f"/admin/timeline/correction/{correction.pk}/change/"
    page = client.get(url).text
    assert all(
        text in page for text in ("Wrong day.", "Minutes", "a@b.example", event.title, event.date_read)
    )
    answer = client.post(url, {"state": "accepted", "outcome": "The minutes have the 13th."})
    assert answer["Location"] == f"/admin/timeline/event/{event.pk}/change/"
    correction.refresh_from_db()
    assert (correction.state, correction.decided_by, correction.contact) == ("accepted", editor, "")
    public = Client().get(event.get_absolute_url()).text
    assert "The minutes have the 13th." in public and "accepted" in public
    assert f'<time datetime="{correction.decided_at:%Y-%m-%d}">' in public
    assert "Wrong day." not in public


def test_declining_needs_a_reason_and_is_final(client, editor, event):
    correction = Correction.objects.create(event=event, what="It never happened.", source="I was there")
    url = f"/admin/timeline/correction/{correction.pk}/change/"
    assert "This field is required" in client.post(url, {"state": "declined", "outcome": ""}).text
    client.post(url, {"state": "declined", "outcome": "Two sources report it."})
    client.post(url, {"state": "accepted", "outcome": "Or not."})
    correction.refresh_from_db()
    assert (correction.state, correction.outcome) == ("declined", "Two sources report it.")
    assert "Two sources report it." in Client().get(event.get_absolute_url()).text


def test_the_database_holds_no_decision_without_a_reason_and_no_contact_after_it(event):
    for wrong in ({"state": "accepted"}, {"state": "lost"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Correction.objects.create(event=event, what="Wrong.", source="Minutes", **wrong)
