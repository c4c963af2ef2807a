"""A write that waited for another for too long: said as what it is, and nothing that was typed is lost."""

import re
import sqlite3
from contextlib import closing

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, transaction
from django.test import Client

from tests.admin_pages import filled
from timeline.models import Allowance, Correction, Topic

pytestmark = pytest.mark.django_db
ADD = "/admin/timeline/topic/add/"
BUSY = "Somebody else is writing just now"


def sqlite_busy(folder):
    """What SQLite says to the second of two writers."""
    with (
        closing(sqlite3.connect(folder / "db")) as one,
        closing(sqlite3.connect(folder / "db", timeout=0)) as two,
    ):
        one.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as locked:
            two.execute("BEGIN IMMEDIATE")
    return locked.value


def postgresql_deadlock(folder):
    return psycopg.errors.DeadlockDetected()


def disk_full(folder):
    return sqlite3.OperationalError("database or disk is full")


@pytest.fixture
def refuse(monkeypatch, tmp_path):
    """`refuse(model, error)`: the next row of a model meets this error of its database."""

    def met(model, error):
        save = model.save

        def fail(self, *args, **kwargs):
            monkeypatch.setattr(model, "save", save)
            with transaction.atomic():
                raise OperationalError from error(tmp_path)

        monkeypatch.setattr(model, "save", fail)

    return met


@pytest.fixture
def thea(django_user_model):
    """The browser of an owner, which has to send tokens."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create_superuser("thea"))
    return client


def topic(browser, debate):
    """What a browser posts of the form for a new topic, filled in."""
    said = {"debate": [debate.pk], "name": ["Drones"], "slug": ["drones"], "rank": ["90"]}
    return filled(browser.get(ADD), "topic_form") | said


@pytest.mark.parametrize("error", [sqlite_busy, postgresql_deadlock])
def test_what_was_typed_is_sent_again_by_a_button(thea, debate, refuse, error):
    typed = topic(thea, debate) | {"name": ["Drones & “mines”"]}
    refuse(Topic, error)
    busy = thea.post(ADD, typed)
    assert busy.status_code == 503 and busy["Retry-After"] == "10" and BUSY in busy.text
    assert not Topic.objects.filter(slug="drones").exists()
    assert thea.post(ADD, filled(busy, "again")).status_code == 302
    assert Topic.objects.get(slug="drones").name == "Drones & “mines”"


def test_a_reader_sends_again_without_a_cookie(client, debate, refuse):
    event = debate.events.filter(status="published").first()
    path = f"{event.get_absolute_url()}correct/"
    opened = re.search(r'name="opened" value="([^"]+)"', client.get(path).text)[1]
    refuse(Correction, sqlite_busy)
    said = {
        "what": "It was\nthe 13th.",
        "source": "The minutes",
        "contact": "",
        "website": "",
        "opened": opened,
    }
    busy = client.post(path, said)
    assert busy.status_code == 503 and BUSY in busy.text and not busy.cookies
    client.post(path, filled(busy, "again"))
    assert Correction.objects.get().what.split() == ["It", "was", "the", "13th."]


def test_of_a_file_it_is_said_that_it_is_chosen_again(thea, debate, refuse):
    typed = topic(thea, debate)
    refuse(Topic, sqlite_busy)
    busy = thea.post(ADD, typed | {"file": SimpleUploadedFile("drones.txt", b"Drones")})
    assert "choose it again" in busy.text


def test_no_page_shows_a_password_again(client, refuse, thea):
    refuse(Allowance, sqlite_busy)
    busy = client.post("/admin/login/", {"username": "thea", "password": "taurus and sparrow"})
    assert busy.status_code == 503 and 'value="thea"' in busy.text
    assert "sparrow" not in busy.text


def test_another_failure_is_no_lock(client, thea, debate, refuse):
    typed = topic(thea, debate)
    refuse(Topic, disk_full)
    thea.raise_request_exception = False
    answer = thea.post(ADD, typed)
    assert answer.status_code == 500 and BUSY not in answer.text
