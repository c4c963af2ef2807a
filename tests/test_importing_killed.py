"""A process killed while it imports leaves all or nothing, as asked; going on loses and doubles nothing.

IMPORTED_ROWS=5000 makes it as many rows as a newsroom's year has.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.importing import lunford, sheet

pytestmark = pytest.mark.django_db(transaction=True)
ROWS, PIECE = int(os.environ.get("IMPORTED_ROWS", "1000")), 200
SCRIPT = Path(__file__).parent / "killed_import.py"


@pytest.fixture
def run_apart(tmp_path):
    """Runs the script in a process of its own on this test's database, or on a copy of it in a file."""
    lunford()
    file = tmp_path / "rows.csv"
    rows = ([f"row-{n}", f"Event number {n}", "vote", "12 November 2024"] for n in range(ROWS))
    file.write_text(sheet(*rows, header=["slug", "title", "kind", "date_text"]))
    if connection.vendor == "sqlite":
        url = f"sqlite:///{tmp_path / 'copy.sqlite3'}"
        connection.ensure_connection()
        with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
            connection.connection.backup(copy)
        copy.close()
    else:
        url = os.environ["DATABASE_URL"].removesuffix("/postgres") + f"/{connection.settings_dict['NAME']}"
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }

    def run(what, how):
        command = [sys.executable, str(SCRIPT), what, str(file), how]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    return run


@pytest.mark.parametrize(("how", "left"), [("good", 2 * PIECE), ("all", 0)])
def test_an_import_killed_in_the_middle_goes_on_and_doubles_nothing(run_apart, how, left):
    assert run_apart("die", how).returncode == -signal.SIGKILL
    mended = run_apart("mend", how)
    assert mended.returncode == 0, mended.stderr
    assert mended.stdout.splitlines() == [
        f"{left} {left} writing {left}",
        f"others see {0 if how == 'all' else ROWS - PIECE}",  # and are not shut out
        f"{ROWS} {ROWS} done {ROWS}",
        f"{ROWS} {ROWS} done {ROWS}",
        f"{ROWS} 0",
    ]
