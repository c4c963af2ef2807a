"""`backup FILE`: the whole installation in one file."""

from django.core.management.base import BaseCommand, CommandError

from timeline.exports.backup import back_up
from timeline.management.progress import Progress


class Command(BaseCommand):
    """Back everything up."""

    help = "Write every debate, user and log entry to one file that `restore` reads on any database."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="where to write, such as debateline.backup.gz")

    def handle(self, *, file, **options):
        progress = Progress(self.stderr)
        try:
            count = back_up(file, progress)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        finally:
            progress.done()
        self.stdout.write(f"Wrote {count} rows to {file}; keep it safe, it holds password hashes and drafts.")
