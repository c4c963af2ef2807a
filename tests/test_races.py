"""Two editors save one row at the same moment, two hundred times: no update is lost."""

import sqlite3
from contextlib import closing
from threading import Barrier, Thread

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import connection, connections
from django.db.utils import load_backend
from django.test import RequestFactory

from timeline.models import Debate, Event, Topic

EVENT = {
    "slug": "asks",
    "kind": "statement",
    "importance": "2",
    "status": "draft",
    "throughout_override": "unknown",
}
TOPIC = {"slug": "missiles", "rank": "1"}
# An event's form, with its three kinds of rows, takes several times as long.
RACES = [(Event, "title", EVENT, 40), (Topic, "name", TOPIC, 160)]


@pytest.fixture
def connect(transactional_db, tmp_path):
    """What gives a thread a connection of its own: to a copy in a file, where the database is in memory."""
    name = str(connection.settings_dict["NAME"])

    def copy():
        nonlocal name
        if connection.vendor == "sqlite":
            name = str(tmp_path / "races.sqlite3")
            with closing(sqlite3.connect(name)) as file:
                connection.connection.backup(file)

        def connect():
            settings = connections.settings["default"] | {"NAME": name}
            connections["default"] = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")

        return connect

    return copy


def in_thread(connect, work):
    """Run work with a connection of its own; returns what it returns."""
    found = []

    def run():
        connect()
        try:
            found.append(work())
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


class Editor(Thread):
    """Somebody who saves the row in every race, with the form as it was when the race began."""

    def __init__(self, name, races):
        super().__init__()
        self.editor, self.races, self.saved, self.failed = name, races, [], None

    def run(self):
        self.races.connect()
        try:
            for number in range(self.races.number):
                fields = self.races.fields()
                self.races.line.wait(60)
                title = f"{self.editor}, race {number}"
                if self.races.save(self.editor, fields | {self.races.named: title}) == 302:
                    self.saved.append(title)
                self.races.line.wait(60)
        except BaseException as error:
            self.failed = error
            self.races.line.abort()
        finally:
            connection.close()


class Races:
    """The row, and the line from which both editors start."""

    def __init__(self, connect, row, users, named, form, number):
        self.connect, self.row, self.users, self.named, self.number = connect, row.pk, users, named, number
        self.form = form | {"debate": row.debate_id, "_continue": "Save"}
        self.line = Barrier(len(users))
        self.admin = admin.site._registry[type(row)]

    def fields(self):
        """What the form holds when it is opened."""
        fields = self.form | {"_edition": self.admin.parts.edition(self.row)}
        for formset in ("citations", "positions", "event_topics"):
            fields |= {f"{formset}-TOTAL_FORMS": "0", f"{formset}-INITIAL_FORMS": "0"}
        return fields

    def save(self, name, fields):
        """Save the form; returns the status of the answer."""
        request = RequestFactory().post("/", fields)
        request.user, request._dont_enforce_csrf_checks = self.users[name], True
        request._messages = CookieStorage(request)
        return self.admin.change_view(request, str(self.row)).status_code


@pytest.mark.parametrize(("model", "named", "form", "number"), RACES)
def test_races_lose_no_update(connect, model, named, form, number):
    debate = Debate.objects.create(slug="weapons", title="Weapons")
    debate.events.create(slug="asks", title="At first", kind="statement")
    debate.topics.create(slug="missiles", name="At first")
    users = {name: User.objects.create_superuser(name) for name in ("thea", "omar")}
    own = connect()
    races = Races(own, model.objects.get(), users, named, form, number)
    editors = [Editor(name, races) for name in users]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    assert [editor.failed for editor in editors] == [None, None]
    saved = sorted(title for editor in editors for title in editor.saved)
    assert len(saved) == number  # in every race one saves, and the other is asked
    recorded = in_thread(own, lambda: list(model.history.values_list(named, "history_user")))
    assert sorted(title for title, _ in recorded if title != "At first") == saved
    assert all(users[title.split(",")[0]].pk == user for title, user in recorded if user)
