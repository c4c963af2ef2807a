"""`exportdebate SLUG`: a debate as the file that `loaddebate` reads."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from timeline.exports.debate_file import debate_file
from timeline.models import Debate


class Command(BaseCommand):
    """Write a debate file."""

    help = "Write a debate as a debate file (docs/format.md), to standard output or to a file."

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="SLUG", help="the debate's slug")
        parser.add_argument("--output", metavar="FILE", help="where to write; a file there is replaced")

    def handle(self, *, slug, output, **options):
        debate = Debate.objects.filter(slug=slug).first()
        if debate is None:
            known = ", ".join(Debate.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(f'There is no debate "{slug}"; there is: {known}.')
        with transaction.atomic():
            if output:
                write_whole(Path(output), debate_file(debate))
                self.stderr.write(f"Wrote {slug} to {output}.")
            else:
                for piece in debate_file(debate):
                    self.stdout.write(piece, ending="")


def write_whole(path, pieces):
    """Write a file that is either complete or not there: a failed export leaves the former one as it was."""
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        unfinished.replace(path)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror or error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
