"""A reader says what is wrong, a curator decides, the event's page tells the outcome."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
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
def said(client, path):
    """What a browser posts of the form, filled in."""
    opened = re.search(r'name="opened" value="([^"]+)"', client.get(path).text)[1]
    return SAID | {"opened": opened}


@pytest.fixture
def editor(client, django_user_model):
    user = django_user_model.objects.create_superuser("ivy")
    client.force_login(user)
    return user


def test_the_events_page_leads_to_the_form_without_a_cookie(client, event, path):
    page = client.get(event.get_absolute_url())
    assert f'href="{path}"' in page.text and not page.cookies
    form = client.get(path)
    assert not form.cookies and event.title in form.text
    assert not client.get(f"{path}?sent=1").text.count("correct-form")


def test_what_a_reader_sends_waits_for_a_curator_and_is_not_shown(client, event, path, said):
    answer = client.post(path, said, follow=True)
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
def test_what_is_missing_is_said_at_its_field(client, path, said, field, value, says):
    answer = client.post(path, said | {field: value})
    assert answer.status_code == 422 and says in answer.text
    assert f'id="correct-{field}_error"' in answer.text
    assert not Correction.objects.exists()


def test_a_machine_that_fills_in_everything_is_thanked_and_not_heard(client, path, said):
    assert "Thank you" in client.post(path, said | {"website": "https://spam.example"}, follow=True).text
    assert not Correction.objects.exists()


HERE, ELSEWHERE = "http://testserver", "https://elsewhere.example"


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({}, True),
        ({"Origin": HERE}, True),
        ({"Origin": HERE, "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": ELSEWHERE}, False),
        ({"Origin": "null"}, False),
        ({"Origin": ELSEWHERE, "Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
    ],
)
def test_a_form_is_taken_from_this_site_alone(path, said, headers, taken):
    answer = Client(enforce_csrf_checks=True).post(path, said, headers=headers)
    assert answer.status_code == (302 if taken else 403)
    assert Correction.objects.exists() is taken and not answer.cookies


@pytest.mark.parametrize("opened", ["", "1", "{pk}", "{pk}:1a2b3c:forged", "\0", "x" * 5000])
def test_a_form_that_nobody_has_opened_is_not_taken(client, event, path, opened):
    assert client.post(path, SAID | {"opened": opened.format(pk=event.pk)}).status_code == 403
    assert not Correction.objects.exists()


def test_the_form_of_one_event_is_not_taken_for_another(client, debate, event, said):
    other = debate.events.filter(status="published").exclude(pk=event.pk).first()
    assert client.post(f"{other.get_absolute_url()}correct/", said).status_code == 403


def test_a_form_open_for_days_is_asked_for_once_more_and_nothing_is_lost(client, path, said):
    with time_machine.travel(datetime.now(UTC) + timedelta(days=3), tick=False):
        answer = client.post(path, said)
        assert answer.status_code == 422 and "has been open for long" in answer.text
        assert SAID["what"] in answer.text
        again = re.search(r'name="opened" value="([^"]+)"', answer.text)[1]
        assert client.post(path, said | {"opened": again}).status_code == 302


def test_behind_proxies_each_reader_has_an_allowance(client, path, said, settings):
    settings.PROXIES = 1
    for last in range(6):  # what a reader claims is not believed, what our proxy adds is
        headers = {"X-Forwarded-For": f"192.0.2.{last}, 198.51.100.7"}
        answer = client.post(path, said, headers=headers)
    assert answer.status_code == 429
    answer = client.post(path, said, headers={"X-Forwarded-For": "198.51.100.8"})
    assert answer.status_code == 302


def test_of_what_was_withdrawn_nothing_is_corrected(client, event, path, said):
    Correction.objects.create(
        event=event, what="Wrong.", source="Minutes", state="declined", outcome="Two sources report it.",
        decided_at=datetime.now(UTC),
    )  # fmt: skip
    Event.objects.filter(pk=event.pk).update(status="withdrawn", withdrawn_reason="Entered twice.")
    for answer in (client.get(path), client.post(path, said), client.get(event.get_absolute_url())):
        assert answer.status_code == 410 and "Two sources report it." not in answer.text


def test_an_event_that_is_renamed_while_somebody_writes(client, event, path, said):
    event.slug = "renamed-meanwhile"
    event.save()
    answer = client.post(path, said, follow=True)
    assert answer.redirect_chain[0][1] == 308 and "Thank you" in answer.text
    assert Correction.objects.get().event == event


def test_hostile_words_are_words(client, path, said, editor, event):
    hostile = "<script>alert(1)</script>\u202e\x07 {{ 7 }} &amp; <img src=x onerror=y>"
    assert client.post(path, said | {"what": hostile, "source": hostile}).status_code == 302
    correction = Correction.objects.get()
    assert "\x07" not in correction.what
    for page in ("", f"{correction.pk}/change/"):
        answer = client.get(f"/admin/timeline/correction/{page}").text
        assert "<script>alert" not in answer and "<img src=x" not in answer and "&lt;script&gt;" in answer
    outcome = "<b>No</b> {{ 7 }}"
    client.post(
        f"/admin/timeline/correction/{correction.pk}/change/", {"state": "declined", "outcome": outcome}
    )
    page = Client().get(event.get_absolute_url()).text
    assert "&lt;b&gt;No&lt;/b&gt; {{ 7 }}" in page and "<b>No</b>" not in page


def test_one_address_sends_five_an_hour(client, path, said):
    answers = [client.post(path, said).status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    assert client.post(path, said, REMOTE_ADDR="198.51.100.7").status_code == 302
    refused = client.post(path, said)
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


def test_who_may_not_look_at_corrections_is_not_told_what_became_of_one(client, event, django_user_model):
    ivy, sam = (django_user_model.objects.create_user(name, is_staff=True) for name in ("ivy", "sam"))
    sam.groups.add(Group.objects.get(name="contributor"))
    said = Correction.objects.create(event=event, what="The vote was on the 13th.")
    said.decide("accepted", "The minutes say so.", ivy)
    said.save()
    client.force_login(sam)
    answer = client.post(f"/admin/timeline/correction/{said.pk}/change/", {"state": "declined"})
    assert answer.status_code == 403 and "ivy" not in answer.text
