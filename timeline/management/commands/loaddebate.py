"""`loaddebate FILE`: make a debate what its file says."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from timeline.ingest.debate_file import load_text
from timeline.ingest.problems import BadFile
from timeline.management.files import named
from timeline.management.progress import Progress


class Command(BaseCommand):
    """Load a debate file, all or nothing."""

    help = "Load a debate file (docs/format.md), all or nothing. Loading a file again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the debate file, or - for standard input")
        parser.add_argument("--dry-run", action="store_true", help="check and count, but write nothing")

    def handle(self, *, file, dry_run, **options):
        progress = Progress(self.stderr)
        try:
            text = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
            report = load_text(text, progress, dry_run, reason=f"Loaded from {named(file)}.")
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        except BadFile as bad:
            progress.done()
            lines = "\n".join(f"  {line}" for line in bad.lines())
            raise CommandError(f"Nothing was loaded from {file}:\n{lines}") from bad
        except DatabaseError as error:
            progress.done()
            said = str(error).splitlines()[0]
            raise CommandError(f"Nothing was loaded from {file}; the database says: {said}") from error
        progress.done()
        self.stdout.write(("Would be, of " if dry_run else "") + report.sentence())
