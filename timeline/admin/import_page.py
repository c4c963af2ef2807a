"""The page of an import: how far it is, what each row would do or did, and the steps that are open now."""

import csv
import io
from datetime import date

from django.core.paginator import Paginator
from django.shortcuts import render

from timeline.dates import DateSpan
from timeline.exports.import_template import workbook_of
from timeline.exports.table import BYTE_ORDER_MARK, cell
from timeline.ingest.importing.columns import SHEETS
from timeline.models import Import, ImportedRow

from .reading_strip import strip

PAGE = 50
Outcome, State = ImportedRow.Outcome, Import.State
DONE = {Outcome.CREATE: "new", Outcome.CHANGE: "changed", Outcome.UNCHANGED: "unchanged"}
WOULD = {Outcome.CREATE: "would be new", Outcome.CHANGE: "would change", Outcome.UNCHANGED: "unchanged"}
ORDER = [Outcome.REFUSED, Outcome.CHANGE, Outcome.CREATE, Outcome.UNCHANGED]


def run_page(model_admin, request, run):
    """The whole page."""
    return render(request, "admin/import_run.html", context_of(model_admin, request, run))


def context_of(model_admin, request, run):
    """What the page shows."""
    counts = run.counts()
    words = DONE if run.state == State.DONE else WOULD
    shown = request.GET.get("outcome", "")
    shown = shown if shown in counts else next((one for one in ORDER if counts[one]), "")
    rows = run.rows.filter(outcome=shown).order_by("place") if not run.running else run.rows.none()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.strip = strip_of(row.facts)
    outcomes = [(one, words.get(one, "refused"), counts[one]) for one in ORDER]
    return model_admin.admin_site.each_context(request) | {
        "title": f"Import of {run.file_name}",
        "opts": model_admin.opts,
        "run": run,
        "counts": counts,
        "good": counts[Outcome.CREATE] + counts[Outcome.CHANGE],
        "refused": counts[Outcome.REFUSED],
        "outcomes": outcomes,
        "outcome": shown,
        "page": page,
        "mendable": counts[Outcome.REFUSED] and run.format in ("CSV", "XLSX"),
        "waits": run.state == State.WRITING and run.all_or_nothing,
    }


def strip_of(facts):
    """The reading of a row's date on a strip of the calendar; nothing where it has none."""
    if not facts.get("edtf"):
        return ""
    anchor = date.fromisoformat(facts["anchor"]) if facts.get("anchor") else None
    return strip(facts.get("date_text") or facts["edtf"], DateSpan.from_edtf(facts["edtf"]), anchor)


def refused_tables(run):
    """{kind: rows of text, the headings first} of what is refused of a spreadsheet, each with its problems.

    Empty where the file was none. A source that the row of its event describes is mended there.
    """
    tables = {}
    for row in run.rows.filter(outcome=Outcome.REFUSED).order_by("place"):
        if "cells" not in row.given or row.given.get("only_new"):
            continue
        names = [column.name for column in SHEETS[row.kind]]
        table = tables.setdefault(row.kind, [[*names, "problem"]])
        said = "; ".join(f"{column}: {fault}".lstrip(": ") for column, _, fault in row.problems)
        table.append([cell(row.given["cells"].get(name)) for name in names] + [cell(said)])
    return tables


def refused_file(run):
    """(name, content) of the refused rows to be mended and uploaded: CSV of one kind, XLSX of several."""
    tables = refused_tables(run)
    if len(tables) > 1:
        return f"refused-{run.pk}.xlsx", workbook_of({f"{kind}s": rows for kind, rows in tables.items()})
    file = io.StringIO()
    for kind, rows in tables.items():
        file.write(f"{BYTE_ORDER_MARK}# Debateline {kind}s\r\n")
        csv.writer(file).writerows(rows)
    return f"refused-{run.pk}.csv", file.getvalue()
