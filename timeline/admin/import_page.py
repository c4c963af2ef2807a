"""The page of an import: how far it is, what each row would do or did, and the steps that are open now."""

import csv
import io
from datetime import date

from django.core.paginator import Paginator
from django.shortcuts import render

from timeline.dates import DateSpan
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
        "waits": run.state == State.WRITING and run.all_or_nothing,
    }


def strip_of(facts):
    """The reading of a row's date on a strip of the calendar; nothing where it has none."""
    if not facts.get("edtf"):
        return ""
    anchor = date.fromisoformat(facts["anchor"]) if facts.get("anchor") else None
    return strip(facts.get("date_text") or facts["edtf"], DateSpan.from_edtf(facts["edtf"]), anchor)


def refused_csv(run):
    """The refused rows of a spreadsheet with their problems in a last column, as the text of a CSV file."""
    file = io.StringIO()
    writer = csv.writer(file)
    rows = list(run.rows.filter(outcome=Outcome.REFUSED).order_by("place"))
    kinds = [kind for kind in SHEETS if any(row.kind == kind and "cells" in row.given for row in rows)]
    file.write("\ufeff")
    for kind in kinds[-1:]:  # a CSV holds one kind; events, where there are any
        names = [column.name for column in SHEETS[kind]]
        file.write(f"# Debateline {kind}s\r\n")
        writer.writerow([*names, "problem"])
        for row in rows:
            if row.kind == kind and "cells" in row.given:
                said = "; ".join(f"{column}: {fault}".lstrip(": ") for column, _, fault in row.problems)
                writer.writerow([_guarded(row.given["cells"].get(name, "")) for name in names] + [said])
    return file.getvalue()


def _guarded(text):
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
