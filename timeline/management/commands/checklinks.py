"""`checklinks`: ask whether the addresses of sources still answer. The only command that fetches anything."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F, Q
from django.utils import timezone

from timeline.ingest.link_answers import problem_of
from timeline.management.progress import Progress
from timeline.models import Debate, LinkCheck, Source


class Command(BaseCommand):
    """Ask the addresses that were asked longest ago, and keep the answers for the curators' desk."""

    help = (
        "Ask whether the addresses of sources still answer, the longest unasked first. This reaches out to "
        "other machines: nothing does unless you run it. Private addresses are never asked."
    )

    def add_arguments(self, parser):
        parser.add_argument("--debate", metavar="SLUG", help="only the sources of this debate")
        parser.add_argument("--limit", type=int, default=200, help="addresses at most (default: 200)")
        parser.add_argument(
            "--days", type=int, default=30, help="leave out what was asked since (default: 30)"
        )
        parser.add_argument(
            "--seconds", type=int, default=10, help="wait so long for an answer (default: 10)"
        )

    def handle(self, *, debate, limit, days, seconds, **options):
        sources = waiting(debate, days)[: max(0, limit)]
        progress, dead = Progress(self.stderr), 0
        for number, source in enumerate(sources, 1):
            problem = problem_of(source.url, seconds)
            answer = {"url": source.url, "checked_at": timezone.now(), "problem": problem[:200]}
            LinkCheck.objects.update_or_create(source=source, defaults=answer)
            dead += bool(problem)
            progress("asking addresses", number, len(sources))
        progress.done()
        count = "1 address" if len(sources) == 1 else f"{len(sources)} addresses"
        self.stdout.write(f"Asked {count}; {dead} did not answer.")


def waiting(debate, days):
    """The sources whose address was not asked in these days, or is another one now."""
    rows = Source.objects.exclude(url="").select_related("link_check")
    if debate:
        if not Debate.objects.filter(slug=debate).exists():
            raise CommandError(f"There is no debate {debate!r}.")
        rows = rows.filter(debate__slug=debate)
    since = timezone.now() - timedelta(days=days)
    asked = Q(link_check__checked_at__gte=since) & Q(link_check__url=F("url"))
    return rows.exclude(asked).order_by(F("link_check__checked_at").asc(nulls_first=True), "pk")
