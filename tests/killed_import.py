"""Run in a process of its own: an import that dies in the middle of a piece, and what can be done then.

killed_import.py die FILE all|good     start, check, write, and be killed while the third piece is written
killed_import.py mend FILE all|good    print what is there, go on, print, import again, print
"""

import os
import signal
import sys
from pathlib import Path

import django

django.setup()

from timeline.ingest.importing import running  # noqa: E402 - Django first
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


def say(run):
    slugs = list(Event.objects.values_list("slug", flat=True))
    print(len(slugs), len(set(slugs)), run.state, run.position, flush=True)


if what == "die":
    die_in_the_third_piece()
    checked = to_the_end(running.start(data, debate, "killed.csv", all_or_nothing=how == "all"))
    to_the_end(running.confirm(checked))
run = Import.objects.get()
say(run)
say(to_the_end(run))
again = to_the_end(running.confirm(to_the_end(running.start(data, debate, "again.csv"))))
say(again)
print(again.counts()["unchanged"], again.counts()["create"])
