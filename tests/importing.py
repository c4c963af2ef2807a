"""A small invented debate, and files to import into it."""

import csv
import io

from openpyxl import Workbook

from timeline.ingest.importing import running
from timeline.models import Debate

TRAM = "Should Lunford build a tram line?"
HEADER = ["slug", "title", "kind", "date_text", "source_url", "source_title", "source_publisher"]
HEADER += ["source_published", "questions", "actors", "positions", "quote"]
MAYOR = [
    "mayor-asks", "The mayor asks for a tram", "statement", "mid-November", "https://example.org/courier/tram",
    "Mayor wants a tram", "Lunford Courier", "2024-11-26", TRAM, "Ada Brook", f"Ada Brook supports {TRAM}",
    "We cannot wait at the stop forever.",
]  # fmt: skip
VOTE = ["council-votes", "The council votes", "vote", "12 November 2024", "", "", "", "", TRAM, "", "", ""]


def lunford():
    """The debate over the tram of Lunford, with a question and two actors."""
    debate = Debate.objects.create(slug="tram", title="The tram of Lunford", language="en")
    debate.questions.create(slug="build-the-tram", title=TRAM)
    debate.actors.create(slug="ada-brook", name="Ada Brook", kind="person", aliases=["Mayor Brook"])
    debate.actors.create(slug="town-council", name="Lunford Town Council", kind="legislature")
    return debate


def sheet(*rows, header=HEADER, delimiter=","):
    """The text of a CSV file."""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows([header, *rows])
    return file.getvalue()


def workbook(**sheets):
    """The bytes of an XLSX workbook with these rows by sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def checked(data, debate, **options):
    """An import of bytes or text, checked to its end."""
    data = data.encode() if isinstance(data, str) else data
    run = running.start(data, debate, "lunford.csv", **options)
    while run.running:
        run = running.advance(run)
    return run


def written(data, debate, **options):
    """An import checked and written to its end."""
    run = running.confirm(checked(data, debate, **options))
    while run.running:
        run = running.advance(run)
    return run


def outcomes(run):
    """The outcome of each row by its slug."""
    return {f"{row.kind} {row.slug}": row.outcome for row in run.rows.all()}


def problems(run):
    """(row, column, what is wrong) of all refused rows."""
    return [(row.label, column, fault) for row in run.rows.all() for column, _, fault in row.problems]
