"""`manage.py demo`, as a newcomer starts it."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from timeline.management.commands.demo import account, port_number
from timeline.models import Debate

PASSWORD = re.compile(r"as (\S+), password (\S+) ")


def free_port():
    """A port that nothing listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@contextmanager
def demo(directory, *arguments):
    """A running demo that is told only where its database is; yields its lines up to the address."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(directory), "DEBUG": "true"}
    environment["DATABASE_URL"] = f"sqlite:///{directory}/demo.sqlite3"
    command = [sys.executable, settings.BASE_DIR / "manage.py", "demo", *arguments]
    with subprocess.Popen(
        command,
        cwd=directory,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # so that the reloader and the server it starts are stopped together
    ) as process:
        try:
            lines = []
            for line in process.stdout:
                lines.append(line)
                if line.startswith("Debateline: "):
                    break
            yield lines
        finally:
            os.killpg(process.pid, 9)


@pytest.mark.parametrize("arguments", [[], ["--no-reload"]])
def test_it_sets_up_once_and_serves(tmp_path, arguments):
    port = free_port()
    with demo(tmp_path, str(port), *arguments) as first:
        said = "".join(first)
        assert f"http://127.0.0.1:{port}/" in said, said
        assert len(PASSWORD.findall(said)) == 1
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert page.url.endswith("/long-range-weapons/")
            assert "Kuleba" in page.read().decode()
    with demo(tmp_path, str(free_port()), *arguments) as second:
        said = "".join(second)
        assert "Debateline: " in said
        assert not PASSWORD.search(said)
        assert "changepassword admin" in said
        assert "Loading" not in said


def test_a_taken_port_is_said_before_anything_is_done(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with demo(tmp_path, str(port)) as lines:
            said = "".join(lines)
    assert f"Port {port} is taken. Name another: python manage.py demo 8000" in said
    assert not (tmp_path / "demo.sqlite3").exists()


@pytest.mark.django_db
def test_the_password_it_prints_opens_the_admin():
    name, password = PASSWORD.search(account()).groups()
    assert authenticate(username=name, password=password).is_superuser


@pytest.mark.django_db
def test_an_administrator_keeps_the_password():
    get_user_model().objects.create_superuser("olha", password="kept as it is")
    assert "olha" in account()
    assert authenticate(username="olha", password="kept as it is")
    assert get_user_model().objects.count() == 1


@pytest.mark.django_db
def test_somebody_called_admin_is_not_promoted():
    get_user_model().objects.create_user("admin")
    assert PASSWORD.search(account())[1] == "admin2"
    assert not get_user_model().objects.get(username="admin").is_superuser


@pytest.mark.django_db
def test_a_configured_site_is_left_alone():
    with pytest.raises(CommandError, match="configures a site"):
        call_command("demo")
    assert not Debate.objects.exists()


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1"])
def test_what_is_no_port(text):
    with pytest.raises(ValueError, match=rf"{text}$|{text}.$"):
        port_number(text)
