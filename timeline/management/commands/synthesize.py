"""`synthesize --events N`: a large invented debate, for measuring."""

from django.core.management.base import BaseCommand, CommandError

from timeline.ingest.debate_file import load_data
from timeline.ingest.problems import BadFile
from timeline.ingest.synthetic import synthetic_debate
from timeline.management.progress import Progress


class Command(BaseCommand):
    """Make a debate up."""

    help = "Make up a large debate, the same for the same seed, and load it."

    def add_arguments(self, parser):
        parser.add_argument("--events", metavar="N", type=int, required=True, help="how many events")
        parser.add_argument("--slug", default="synthetic", help="the debate's slug (default: synthetic)")
        parser.add_argument("--seed", type=int, default=1, help="another number, another debate (default: 1)")

    def handle(self, *, events, slug, seed, **options):
        if events < 0:
            raise CommandError("--events takes a number from 0 on.")
        progress = Progress(self.stderr)
        try:
            report = load_data(
                synthetic_debate(events, slug, seed), progress, reason=f"Made up from the seed {seed}."
            )
        except BadFile as bad:
            progress.done()
            raise CommandError("\n".join(bad.lines())) from bad
        progress.done()
        self.stdout.write(report.sentence())
