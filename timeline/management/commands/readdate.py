"""`readdate PHRASE --anchor DATE`: how a date phrase is read."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from timeline.dates import NotADate, read, words


class Command(BaseCommand):
    """Read one date phrase."""

    help = 'Read a date phrase: readdate "mid-November" --anchor 2024-11-26'
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("phrase", metavar="PHRASE", help="the words of the source")
        parser.add_argument(
            "--anchor", metavar="DATE", type=day, required=True, help="the day they are read against"
        )
        parser.add_argument("--language", metavar="CODE", help="their language, such as en, uk, de")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print the span as JSON")

    def handle(self, *, phrase, anchor, language, as_json, **options):
        try:
            span = read(phrase, anchor, language)
        except NotADate as refusal:
            raise CommandError(refusal.reason) from refusal
        if as_json:
            self.stdout.write(span_json(span))
        else:
            self.stdout.write(f"{words(span)} ({span.edtf}, {span.precision}): {span.explanation}.")


def day(text):
    """An ISO day of the command line; the message of its ValueError is argparse's."""
    return date.fromisoformat(text)


def span_json(span):
    """The span as one JSON object."""
    return json.dumps(
        {
            "earliest": span.earliest and span.earliest.isoformat(),
            "latest": span.latest and span.latest.isoformat(),
            "throughout": span.throughout,
            "precision": span.precision,
            "approximate": span.approximate,
            "edtf": span.edtf,
            "words": words(span),
            "explanation": span.explanation,
        },
        ensure_ascii=False,
    )
