"""The commands: what they print, and how they refuse."""

import gzip
import io
import json
import stat
import sys

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone

from tests.debate_files import example, example_text
from timeline.ingest.archive import tables
from timeline.models import Debate, Event, changing
from timeline.models.recorded import RECORDED
from timeline.models.restoring import bring_back, deleted


def run(*arguments):
    """What a command prints."""
    out = io.StringIO()
    call_command(*arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


@pytest.fixture
def bridge(tmp_path):
    """The example as a file."""
    path = tmp_path / "bridge.json"
    path.write_text(example_text(), encoding="utf-8")
    return path


# loaddebate, exportdebate


@pytest.mark.django_db
def test_loaddebate_says_in_one_sentence_what_it_did(bridge):
    assert run("loaddebate", str(bridge)).startswith("river-bridge: created 1 debate, 1 question, ")
    assert run("loaddebate", str(bridge)).startswith("river-bridge: nothing to do, all 12 records")


@pytest.mark.django_db
def test_loaddebate_reads_standard_input(bridge, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bridge.read_bytes())))
    run("loaddebate", "-")
    assert Debate.objects.get().slug == "river-bridge"


@pytest.mark.django_db
def test_loaddebate_lists_every_problem_and_loads_nothing(tmp_path):
    data = example()
    data["events"][1]["citations"][1]["source"] = "foo"
    data["events"][1]["kind"] = "rumour"
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(data))
    with pytest.raises(CommandError) as refused:
        run("loaddebate", str(path))
    lines = str(refused.value).splitlines()
    assert lines[0] == f"Nothing was loaded from {path}:"
    assert '  events[1] "mayor-asks-for-a-bridge", citations[1].source: no source "foo" in this file' in lines
    assert len(lines) == 3
    assert not Debate.objects.exists()


@pytest.mark.django_db
def test_loaddebate_dry_run_writes_nothing(bridge):
    assert "created 1 debate" in run("loaddebate", str(bridge), "--dry-run")
    assert not Debate.objects.exists()


@pytest.mark.django_db
def test_loaddebate_hands_on_what_the_database_says(bridge, monkeypatch):
    def refuse(*_):
        raise OperationalError("database is locked")

    monkeypatch.setattr("timeline.ingest.debate_file.write_rows", refuse)
    with pytest.raises(
        CommandError, match=r"Nothing was loaded from .*; the database says: database is locked"
    ):
        run("loaddebate", str(bridge))


def test_loaddebate_names_a_file_that_is_not_there():
    with pytest.raises(CommandError, match=r"nowhere.json: No such file or directory"):
        run("loaddebate", "nowhere.json")


@pytest.mark.django_db
def test_exportdebate_writes_the_loaded_file(bridge, tmp_path):
    run("loaddebate", str(bridge))
    assert run("exportdebate", "river-bridge") == example_text()
    run("exportdebate", "river-bridge", "--output", str(tmp_path / "out.json"))
    assert (tmp_path / "out.json").read_bytes() == bridge.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge.json", "out.json"]


@pytest.mark.django_db
def test_exportdebate_says_which_debates_there_are(bridge):
    run("loaddebate", str(bridge))
    with pytest.raises(CommandError, match=r'There is no debate "lake"; there is: river-bridge\.'):
        run("exportdebate", "lake")


# synthesize


@pytest.mark.django_db
def test_synthesize_makes_the_same_debate_from_the_same_seed_with_every_precision():
    assert run("synthesize", "--events", "600").startswith("synthetic: created 1 debate, 8 questions")
    assert run("synthesize", "--events", "600").startswith("synthetic: nothing to do")
    assert "changed" in run("synthesize", "--events", "600", "--seed", "2")
    found = set(Event.objects.values_list("precision", flat=True))
    assert found >= {
        "day",
        "week",
        "part-of-month",
        "month",
        "season",
        "quarter",
        "half-year",
        "year",
        "none",
    }
    assert Event.objects.filter(earliest=None, latest__isnull=False).exists()
    assert Event.objects.filter(latest=None, earliest__isnull=False).exists()
    assert Event.objects.filter(throughout=True).exists()


# readdate

READ = [
    (
        ["mid-November", "--anchor", "2024-11-26"],
        "11–20 November 2024 ([2024-11-11..2024-11-20], part-of-month): mid-November, read from "
        "26 November 2024: 11 to 20 November 2024; the year is inferred.\n",
    ),
    (["11.08.2023", "--anchor", "2023-08-16", "--language", "de"], "11 August 2023 (2023-08-11, day)"),
]


@pytest.mark.parametrize(("arguments", "printed"), READ)
def test_readdate_says_how_a_phrase_is_read(arguments, printed):
    assert run("readdate", *arguments).startswith(printed)


def test_readdate_json_is_the_span():
    span = json.loads(run("readdate", "mid-November", "--anchor", "2024-11-26", "--json"))
    assert (span["earliest"], span["latest"]) == ("2024-11-11", "2024-11-20")
    assert (span["edtf"], span["precision"]) == ("[2024-11-11..2024-11-20]", "part-of-month")
    assert (span["throughout"], span["approximate"]) == (False, False)


def test_readdate_says_what_to_do_with_what_is_no_date():
    with pytest.raises(CommandError, match=r"\w"):
        run("readdate", "Article 51", "--anchor", "2024-11-26", "--language", "en")


# backup, restore


@pytest.fixture
def archive(bridge, tmp_path, transactional_db):
    """A backup of the example, a curator and his group."""
    run("loaddebate", str(bridge))
    curators = Group.objects.create(name="curators")
    curators.permissions.add(Permission.objects.get(codename="change_event"))
    User.objects.create_user("thea", password="a long sentence of hers").groups.add(curators)
    path = tmp_path / "all.gz"
    assert run("backup", str(path)).startswith("Wrote ")
    return path


def test_a_backup_can_be_read_by_its_owner_alone(archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert not archive.with_name("all.gz.part").exists()


def test_restore_brings_back_debates_users_and_rights_exactly(archive):
    before = snapshot()
    Debate.objects.all().delete()
    User.objects.all().delete()
    Group.objects.all().delete()
    for model in tables():
        if hasattr(model, "instance_type"):  # the history of what was deleted
            model.objects.all().delete()
    Session.objects.create(session_key="x", session_data="", expire_date=timezone.now())
    assert run("restore", str(archive)).endswith("everybody has to log in again.\n")
    assert snapshot() == before
    assert User.objects.get().check_password("a long sentence of hers")
    assert User.objects.get().has_perm("timeline.change_event")
    assert run("exportdebate", "river-bridge") == example_text()
    assert not Session.objects.exists()
    assert Event.objects.matching("ferry").exists()


def test_new_rows_get_new_keys_after_a_restore(archive):
    run("restore", str(archive), "--replace")
    debate = Debate.objects.create(slug="next", title="Next")
    assert Event.objects.create(debate=debate, slug="next", title="Next", kind="vote").pk


def test_restore_refuses_a_database_that_is_not_empty(archive):
    before = snapshot()
    with pytest.raises(CommandError, match=r"This database is not empty \(.*say --replace"):
        run("restore", str(archive))
    assert snapshot() == before


def test_restore_replace_empties_first(archive):
    before = snapshot()
    Debate.objects.create(slug="later", title="Made after the backup")
    run("restore", str(archive), "--replace")
    assert snapshot() == before


def snapshot():
    """Every column of the rows that matter, times included."""
    rows = [list(model.objects.order_by("pk").values()) for model in (Debate, Event, User, Group)]
    return rows, set(User.groups.through.objects.values_list("user_id", "group_id"))


def lines_of(archive):
    return gzip.decompress(archive.read_bytes()).decode().splitlines()


DAMAGES = [
    (lambda lines: lines[:-1], "Rows are missing at its end"),
    (lambda lines: lines[:-3] + lines[-1:], "Rows are missing at its end"),
    (lambda lines: [*lines, "{}"], "Rows are missing at its end"),
    (
        lambda lines: [lines[0].replace('"debateline backup":1', '"debateline backup":2'), *lines[1:]],
        "format",
    ),
    (lambda lines: [lines[0].replace("0002_search", "0002_sketch"), *lines[1:]], "made by another version"),
    (lambda lines: [line.replace("timeline.event", "timeline.episode") for line in lines], "does not fit"),
    (lambda lines: [line.replace('"kind"', '"sort"') for line in lines], "does not fit"),
    (lambda lines: [line.replace("change_event", "fly_event") for line in lines], "does not have"),
    (lambda lines: [line.replace('"2023-08-11"', '"soon"') for line in lines], "has a wrong value"),
    (lambda lines: [line.replace('"statement"', '"rumour"') for line in lines], "The database refused a row"),
    (lambda lines: ["hello"], "no whole Debateline backup"),
]


@pytest.mark.parametrize(
    ("damage", "message"), DAMAGES, ids=[f"{n}-{d[1]:.20}" for n, d in enumerate(DAMAGES)]
)
def test_a_damaged_backup_is_refused_and_nothing_is_changed(archive, damage, message):
    before = snapshot()
    damaged = damage(lines_of(archive))
    archive.write_bytes(gzip.compress("\n".join(damaged).encode()))
    with pytest.raises(CommandError, match=message):
        run("restore", str(archive), "--replace")
    assert snapshot() == before


@pytest.mark.parametrize("keep", [0, 1, 100, -9], ids=["empty", "one byte", "a head", "no end"])
def test_a_cut_backup_is_refused(archive, keep):
    before = snapshot()
    archive.write_bytes(archive.read_bytes()[:keep])
    with pytest.raises(CommandError, match="Nothing was restored"):
        run("restore", str(archive), "--replace")
    assert snapshot() == before


def test_a_file_that_is_no_gzip_is_refused(archive, bridge):
    with pytest.raises(CommandError, match="no whole Debateline backup"):
        run("restore", str(bridge), "--replace")


# progress


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self):
        return True


@pytest.mark.django_db
def test_a_long_command_shows_how_far_it_is_on_a_terminal_and_clears_its_line(bridge):
    terminal = Terminal()
    call_command("loaddebate", str(bridge), stdout=io.StringIO(), stderr=terminal, no_color=True)
    shown = terminal.getvalue().split("\r")
    assert any(line.strip() == "reading dates: 3 of 3" for line in shown)
    assert shown[-2].strip() == shown[-1] == ""


@pytest.mark.django_db
def test_nothing_is_shown_where_nobody_watches(bridge):
    log = io.StringIO()
    call_command("loaddebate", str(bridge), stdout=io.StringIO(), stderr=log)
    assert log.getvalue() == ""


def test_dumpdata_and_loaddata_keep_rows_and_their_histories(db, tmp_path):
    thea = User.objects.create_user("thea")
    with changing(thea, "Begun."):
        debate = Debate.objects.create(slug="weapons", title="Weapons")
        kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
        for slug in ("asks", "begs"):
            event = debate.events.create(slug=slug, title=f"Kuleba {slug}", kind="statement")
            event.actors.add(kuleba)
    with changing(thea, "A duplicate."):
        event.delete()
    before, dump = everything(), tmp_path / "dump.json"
    call_command("dumpdata", "timeline", "auth.user", output=str(dump), verbosity=0)
    records = [m for m in apps.get_app_config("timeline").get_models() if m.__name__.startswith("Historical")]
    for model in (*sorted(records, key=lambda m: "_" not in m.__name__), Debate, User):
        QuerySet(model).delete()
    for model in records:
        QuerySet(model).delete()  # those of what has just been deleted
    assert everything() == {}
    call_command("loaddata", str(dump), verbosity=0)
    assert everything() == before
    assert bring_back(deleted(Event).get()).slug == "begs"


def everything():
    """{model: (rows, records with who and why)} of what there is any of."""
    found = {}
    for model in RECORDED:
        records = model.history.order_by("history_id").values_list(
            "id", "history_type", "history_user__username", "history_change_reason"
        )
        rows = sorted(model.objects.values_list("pk", flat=True))
        if rows or records:
            found[model] = rows, list(records)
    return found
