"""Logging in to the admin: as often as people do, not as often as programs that try passwords."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User

from timeline.admin import login

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TOO_MANY = "Too many attempts to log in came from your address."
OFFICE, ELSEWHERE = "192.0.2.10", "198.51.100.7"


@pytest.fixture(autouse=True)
def marta(settings, monkeypatch):
    """A curator, at a site that allows three attempts in ten minutes."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(login, "PER_ADDRESS", (3, timedelta(minutes=10)))
    return User.objects.create_user("marta", password="a long-range secret", is_staff=True)


def tries(client, password, address=OFFICE, at=NOON, **headers):
    """What the login page answers: "in", or its text."""
    with time_machine.travel(at, tick=False):
        fields = {"username": "marta", "password": password, "next": "/admin/"}
        answer = client.post("/admin/login/", fields, REMOTE_ADDR=address, **headers)
    return "in" if answer.status_code == 302 else answer.text


def test_the_right_password_opens_and_a_wrong_one_says_so(client):
    assert "Please enter the correct username and password" in tries(client, "guess")
    assert tries(client, "a long-range secret") == "in"


def test_who_tries_too_often_waits_even_with_the_right_password(client):
    for guess in ("guess", "secret", "long-range"):
        assert TOO_MANY not in tries(client, guess)
    page = tries(client, "a long-range secret")
    assert TOO_MANY in page and "Wait a few minutes" in page and 'value="marta"' in page
    assert tries(client, "a long-range secret", at=NOON + timedelta(minutes=3)) != "in"
    assert tries(client, "a long-range secret", at=NOON + timedelta(minutes=4)) == "in"


def test_nobody_locks_out_who_comes_from_elsewhere(client):
    for guess in ("guess", "secret", "long-range", "missile"):
        tries(client, guess)
    assert tries(client, "a long-range secret", address=ELSEWHERE) == "in"


def test_an_address_that_one_writes_oneself_is_not_believed(client, settings):
    for number in range(4):
        page = tries(client, "guess", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert TOO_MANY in page
    settings.PROXIES = 1
    assert TOO_MANY not in tries(client, "guess", HTTP_X_FORWARDED_FOR="203.0.113.1")


def test_where_people_log_in_from_is_not_written_down(client):
    tries(client, "guess")
    (kept,) = login.Allowance.objects.values_list("of", flat=True)
    assert OFFICE not in kept and "marta" not in kept
