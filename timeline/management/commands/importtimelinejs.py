"""`importtimelinejs FILE --debate SLUG`: what a newsroom has in TimelineJS, as events of a debate."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from timeline.ingest.problems import BadFile
from timeline.ingest.timelinejs import import_timelinejs
from timeline.management.files import named
from timeline.management.progress import Progress


class Command(BaseCommand):
    """Add the events of a TimelineJS file to a debate."""

    help = (
        "Add the events of a TimelineJS file, JSON or the CSV of its spreadsheet, to a debate "
        "(docs/format.md). Importing a file again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the file, or - for standard input")
        parser.add_argument("--debate", metavar="SLUG", required=True, help="the debate; made if not there")
        parser.add_argument("--title", default="", help="the title of a new debate (default: the file's)")
        parser.add_argument("--language", default="", help="the language of its dates: en, uk, de")
        parser.add_argument("--publish", action="store_true", help="publish the events; else they are drafts")
        parser.add_argument("--dry-run", action="store_true", help="check and count, but write nothing")

    def handle(self, *, file, debate, title, language, publish, dry_run, **options):
        progress = Progress(self.stderr)
        try:
            text = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
            reason = f"Imported from {named(file)}."
            done = import_timelinejs(text, debate, title, publish, language, dry_run, progress, reason=reason)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        except BadFile as bad:
            progress.done()
            lines = "\n".join(f"  {line}" for line in bad.lines())
            raise CommandError(f"Nothing was imported from {file}:\n{lines}") from bad
        except DatabaseError as error:
            progress.done()
            said = str(error).splitlines()[0]
            raise CommandError(f"Nothing was imported from {file}; the database says: {said}") from error
        progress.done()
        for line in (*done.refused, *done.notes):
            self.stderr.write(line)
        self.stdout.write(("Would be: " if dry_run else "") + done.sentence())
