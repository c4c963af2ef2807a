"""`readdate PHRASE --anchor DATE`: how a phrase is read; `--find FILE`: the date phrases of an article."""

import json
import sys
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from timeline.dates import NotADate, find, read, words
from timeline.dates.finding import LONGEST_TEXT
from timeline.dates.languages import TABLES, primary


class Command(BaseCommand):
    """Read one date phrase, or list those of a text."""

    help = (
        'Read a date phrase: readdate "mid-November" --anchor 2024-11-26; '
        "or list those of an article: readdate --find article.txt --anchor 2024-11-26"
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        said = parser.add_mutually_exclusive_group(required=True)
        said.add_argument("phrase", metavar="PHRASE", nargs="?", help="the words of the source")
        said.add_argument(
            "--find",
            metavar="FILE",
            dest="file",
            help=f"a text in UTF-8, of which {LONGEST_TEXT:,} characters are read; - reads standard input",
        )
        parser.add_argument(
            "--anchor", metavar="DATE", type=day, required=True, help="the day they are read against"
        )
        parser.add_argument("--language", metavar="CODE", help="their language, such as en, uk, de")
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="print JSON, of an article one object a line"
        )

    def handle(self, *, phrase, file, anchor, language, as_json, **options):
        try:
            if file is not None:
                self.list_mentions(article(file), anchor, language, as_json)
                return
            span = read(phrase, anchor, language)
        except (NotADate, CommandError) as refusal:
            why = getattr(refusal, "reason", str(refusal))
            if as_json:
                self.stdout.write(as_line({"reason": why}))
                sys.exit(1)
            raise CommandError(why) from refusal
        self.stdout.write(as_line(span_fields(span)) if as_json else f"{said_plainly(span)}.")

    def list_mentions(self, text, anchor, language, as_json):
        """One mention a line: where it stands, its words, its reading, what in the context decided it."""
        mentions = find(text, anchor, language)
        if len(text) > LONGEST_TEXT:
            self.stderr.write(f"Only the first {LONGEST_TEXT:,} characters were read; divide the text.")
        for mention in mentions:
            self.stdout.write(as_line(mention_fields(mention)) if as_json else mention_line(mention))
        if not mentions and not as_json:
            self.stdout.write(f"No dates were found.{without_table(language)}")


def without_table(language):
    """What to know of a language that has no table of words, as a sentence to add; "" for the others."""
    if not language or primary(language) in TABLES:
        return ""
    return f" The language {language} has no table of words: only dates with their years are found in it."


def day(text):
    """An ISO day of the command line; the message of its ValueError is argparse's."""
    return date.fromisoformat(text)


def article(file):
    """The text of a file, or of standard input; raises CommandError where it cannot be read."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {file}.") from error
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} cannot be read as a text in UTF-8: {error}.") from error


def said_plainly(span):
    return f"{words(span)} ({span.edtf}, {span.precision}): {span.explanation}"


def mention_line(mention):
    """A mention for people: "14-29 in mid-November: 11–20 November 2024 (...)"."""
    decided = f"; decided by the {mention.decided}: {mention.decided_by}" if mention.decided else ""
    text = " ".join(mention.text.split())
    return f"{mention.start}-{mention.end} {text}: {said_plainly(mention.span)}{decided}."


def mention_fields(mention):
    """A mention as plain data: its offsets in characters, its words, its span and what decided it."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "decided": mention.decided,
        "decided_by": mention.decided_by,
        **span_fields(mention.span),
    }


def span_fields(span):
    """The span as plain data."""
    return {
        "earliest": span.earliest and span.earliest.isoformat(),
        "latest": span.latest and span.latest.isoformat(),
        "throughout": span.throughout,
        "precision": span.precision,
        "approximate": span.approximate,
        "edtf": span.edtf,
        "words": words(span),
        "explanation": span.explanation,
    }


def as_line(fields):
    return json.dumps(fields, ensure_ascii=False)
