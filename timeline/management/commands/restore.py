"""`restore FILE`: bring a backup back."""

from django.core.management.base import BaseCommand, CommandError

from timeline.ingest.archive import BadArchive
from timeline.ingest.restore import restore
from timeline.management.progress import Progress


class Command(BaseCommand):
    """Restore a backup."""

    help = "Put a backup into this database, all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="a file that `backup` wrote")
        parser.add_argument("--replace", action="store_true", help="empty this database first")

    def handle(self, *, file, replace, **options):
        progress = Progress(self.stderr)
        try:
            count = restore(file, progress, replace)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        except BadArchive as bad:
            raise CommandError(f"Nothing was restored from {file}. {bad}") from bad
        finally:
            progress.done()
        self.stdout.write(f"Restored {count} rows from {file}; everybody has to log in again.")
