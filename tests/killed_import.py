"""Run in a process of its own: an import that dies in the middle of a piece, and what can be done then.

killed_import.py die FILE all|good     start, check, write, and be killed while the third piece is written
killed_import.py mend FILE all|good    print what is there, go on, print what others see before the end and
                                       what is there then, import again, print
"""

import os
import signal
import sys
from pathlib import Path

import django

django.setup()

from django.db import connection, connections  # noqa: E402 - Django first

from timeline.ingest.importing import running  # noqa: E402
from timeline.models import Debate, Event, Import  # noqa: E402

what, file, how = sys.argv[1:]
data, debate = Path(file).read_bytes(), Debate.objects.get()


def to_the_end(run):
    while run.running:
        run = running.advance(run)
    return run


def die_in_the_third_piece():
    settle, pieces = running._settle, []

    def dying(run, rows):
        settle(run, rows)
        pieces.append(run.state)
        if pieces.count("writing") == 3:
            os.kill(os.getpid(), signal.SIGKILL)

    running._settle = dying


def ask_others_before_the_end(total):
    """In the last piece, let another connection say what it sees."""
    settle = running._settle

    def asking(run, rows):
        settle(run, rows)
        if (run.state, run.position) == ("writing", total):
            with connections.create_connection("default").cursor() as cursor:
                cursor.execute("SELECT count(*) FROM timeline_event")
                print("others see", *cursor.fetchone(), flush=True)
            running._settle = settle

    running._settle = asking
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size=200")  # as full as many more rows would make it


def say(run):
    slugs = list(Event.objects.values_list("slug", flat=True))
    print(len(slugs), len(set(slugs)), run.state, run.position, flush=True)


if what == "die":
    die_in_the_third_piece()
    checked = to_the_end(running.start(data, debate, "killed.csv", all_or_nothing=how == "all"))
    to_the_end(running.confirm(checked))
run = Import.objects.get()
say(run)
ask_others_before_the_end(run.total)
say(to_the_end(run))
again = to_the_end(running.confirm(to_the_end(running.start(data, debate, "again.csv"))))
say(again)
print(again.counts()["unchanged"], again.counts()["create"])
