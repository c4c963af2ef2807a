"""`importrows FILE --debate SLUG`: a spreadsheet, or another known file, into a debate row by row."""

import sys
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from timeline.ingest.importing import running
from timeline.ingest.importing.columns import SHEETS
from timeline.ingest.problems import BadFile
from timeline.management.progress import Progress
from timeline.models import Debate, Event, ImportedRow

SHOWN = 50  # refused rows; all are in the admin


class Command(BaseCommand):
    """Check a file, say what it would do, and do it."""

    help = (
        "Import a CSV or XLSX file, a TimelineJS file or a debate file into a debate that is there, row by "
        "row (docs/curating.md). Importing a file again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the file, or - for standard input")
        parser.add_argument("--debate", metavar="SLUG", required=True, help="the debate")
        parser.add_argument("--kind", choices=list(SHEETS), default="", help="what the rows of a CSV are")
        parser.add_argument("--language", default="", help="the language of a TimelineJS file's dates")
        parser.add_argument("--status", choices=["draft", "in-review", "published"], default="draft")
        parser.add_argument("--user", default="", help="whose import it is in the history")
        parser.add_argument("--all-or-nothing", action="store_true", help="write nothing if a row is refused")
        parser.add_argument("--dry-run", action="store_true", help="check and say, but write nothing")

    def handle(self, *, file, debate, dry_run, **options):
        progress = Progress(self.stderr)
        try:
            run = self._started(file, debate, options)
            run = self._advanced(run, progress)
            self._say_refused(run)
            if dry_run:
                running.drop(run)
            else:
                run = self._advanced(running.confirm(run), progress)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        except (BadFile, running.Stale, DatabaseError) as problem:
            progress.done()
            raise CommandError(f"Nothing was imported from {file}:\n{_said(problem)}") from problem
        progress.done()
        self.stdout.write(("Would be: " if dry_run else "") + sentence(run))

    def _started(self, file, slug, options):
        debate = Debate.objects.filter(slug=slug).first()
        if debate is None:
            raise CommandError(f"There is no debate {slug}; make it in the admin, or load a debate file.")
        author = None
        if options["user"]:
            author = get_user_model().objects.filter(username=options["user"]).first()
            if author is None:
                raise CommandError(f"There is no user {options['user']}.")
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        kept = {name: options[name] for name in ("kind", "language", "status", "all_or_nothing")}
        return running.start(data, debate, Path(file).name, author, **kept)

    def _advanced(self, run, progress):
        verb = "checking rows" if run.state == run.State.CHECKING else "writing rows"
        while run.running:
            run = running.advance(run, progress=progress)
            progress(verb, run.position, run.total)
        return run

    def _say_refused(self, run):
        for note in run.notes:
            self.stderr.write(note)
        refused = run.rows.filter(outcome=ImportedRow.Outcome.REFUSED)
        for row in refused[:SHOWN]:
            for column, value, fault in row.problems:
                where = f" {column}" if column else ""
                self.stderr.write(f"{row.label}{where}{f' “{value}”' if value else ''}: {fault}")
        if (more := refused.count() - SHOWN) > 0:
            self.stderr.write(f"and {more} more rows")


def _said(problem):
    if isinstance(problem, BadFile):
        return "\n".join(f"  {line}" for line in problem.lines())
    if isinstance(problem, running.Stale):
        return "  a row is refused, and it was to be all or nothing"
    return f"  the database says: {str(problem).splitlines()[0]}"


def sentence(run):
    """What became of the rows, in one sentence."""
    names = {"create": "new", "change": "changed", "unchanged": "unchanged", "refused": "refused"}
    counts = run.counts()
    said = [f"{counts[outcome]} {name}" for outcome, name in names.items() if counts[outcome]]
    made = f" (new events: {Event.Status(run.status).label})" if counts["create"] else ""
    return f"{run.debate.slug}: {', '.join(said)} of {run.total} rows{made}."
