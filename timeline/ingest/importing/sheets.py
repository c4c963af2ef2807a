"""A spreadsheet file as cells by column: which sheet is what, where its header is, what was left out."""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice

from timeline.ingest.problems import BadFile, printable, quoted

from .cells import cells_of
from .columns import DERIVED, EXAMPLE, EXPLAINS, SHEETS, column_of, is_header, kind_of_header
from .text import csv_rows, decoded
from .xlsx import NOT_XLSX, is_old_excel, is_zip, workbook_sheets

COLUMNS_AT_MOST = 200
ROWS_AT_MOST = 20_000
ABOVE_AT_MOST = 60  # rows above the headings: a title, or the lines that explain a template


@dataclass
class Sheets:
    """What a file holds."""

    rows: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def read_sheets(data, kind=""):
    """The rows of a CSV or XLSX file; `kind` says what a CSV holds where its header does not.

    Raises `BadFile` where nothing of it can be used.
    """
    if is_old_excel(data):
        raise BadFile(["file: it is an Excel file of before 2007 (XLS); save it as XLSX"])
    found = Sheets()
    if is_zip(data):
        _read_workbook(data, found)
    else:
        text, note = decoded(data)
        found.notes += [note] if note else []
        _read_sheet(found, "", csv_rows(text), kind or _said_in_comment(text))
    if not found.rows:
        raise BadFile(["file: there is no row below the header", *found.notes])
    return found


def _read_workbook(data, found):
    names = []
    for name, hidden, rows in workbook_sheets(data):
        kind = next((kind for kind in SHEETS if name.strip().lower() in (kind, f"{kind}s")), "")
        names.append(name)
        if name == EXPLAINS:
            continue
        try:
            _read_sheet(found, name, rows, kind)
            if hidden:
                found.notes.append(f"the sheet {quoted(name)} is hidden in the workbook, and was read")
        except BadFile as bad:
            if kind:  # it says that it is one; a sheet of another name is somebody's notes
                raise
            found.notes.append(f"the sheet {quoted(name)} was left out: {bad.problems[0].split(': ', 1)[-1]}")
    if not names:
        raise BadFile([NOT_XLSX])
    if not found.rows:
        raise BadFile([f"file: none of its sheets ({', '.join(names)}) has rows to import", *found.notes])


def _said_in_comment(text):
    """The kind that a template's first line names."""
    named = re.match(r"[\ufeff\"#\s]*Debateline (\w+?)s\b", text)
    return named[1] if named and named[1] in SHEETS else ""


def _read_sheet(found, name, rows, kind):
    rows = ((number, cells) for number, cells in rows if any(map(str.strip, cells)))
    where = f"sheet {quoted(name)}" if name else "file"
    header, kind = _header(rows, kind, where, found)
    columns = _columns(header, kind, where, found)
    for number, cells in rows:
        if len(found.rows) >= ROWS_AT_MOST:
            raise BadFile([f"{where}: it has more than {ROWS_AT_MOST:,} rows; import it in parts"])
        label = f"sheet {name}, row {number}" if name else f"row {number}"
        row = cells_of(kind, printable(label)[:120], columns, cells)
        if row.cells.get("slug", "").startswith(EXAMPLE):
            found.notes.append(f"{row.label} is an example of the template and was left out")
        elif row.cells or row.problems:
            found.rows.append(row)


def _header(rows, kind, where, found):
    """(the headings, the kind of rows below them): the first row that has those of a table, or the first.

    Tables of others have a title above them. Lines of ours that begin with # explain.
    """
    first, above = None, []
    for number, cells in islice(rows, ABOVE_AT_MOST):
        if cells[0].lstrip().startswith("#"):
            continue
        headings = cells[:COLUMNS_AT_MOST]  # that there are more is said with the columns
        if is_header(kind, headings) or kind_of_header(headings):
            found.notes += [f"{where}: row {one} stands above the headings and was left out" for one in above]
            return cells, kind or kind_of_header(headings)
        first = cells if first is None else first
        above.append(number)
    return first or [], kind or None


def _columns(header, kind, where, found):
    """{place of a cell: its column}; raises `BadFile` where the header is none of ours."""
    if len(header) > COLUMNS_AT_MOST:
        fault = f"{where}: it has {len(header):,} columns, and at most {COLUMNS_AT_MOST} are read; "
        raise BadFile([fault + "delete those to the right of the table"])
    if kind is None:
        fault = f"{where}: its first row names no columns that are known here; "
        raise BadFile([fault + "download the template and copy the rows under its header"])
    columns, unknown = {}, []
    for place, heading in enumerate(header):
        column = column_of(kind, heading)
        if column in columns.values():
            twice = f"{where}: the column {quoted(heading)} stands twice, as {quoted(column.name)}; "
            raise BadFile([twice + "delete or rename one"])
        if column:
            columns[place] = column
        elif heading.strip() and heading.strip().lower() not in DERIVED:
            unknown.append(heading)
    missing = [c.name for c in SHEETS[kind] if c.required and c not in columns.values()]
    if missing:
        raise BadFile([f"{where}: {kind}s need the column {quoted(name)}; add it" for name in missing])
    found.notes += _unknown(unknown, kind, where)
    return columns


def _unknown(headings, kind, where):
    """Sentences on columns that are not known: those that may be a slip of the pen one by one."""
    names = [column.name for column in SHEETS[kind]]
    notes, others = [], []
    for heading in headings:
        if close := get_close_matches(heading.strip().lower(), names, n=1):
            fault = f"{where}: the column {quoted(heading)} is not known and was left out"
            notes.append(printable(f"{fault}; did you mean {quoted(close[0])}?"))
        else:
            others.append(printable(quoted(heading)))
    if others:
        many = f"the columns {', '.join(others)} are" if len(others) > 1 else f"the column {others[0]} is"
        notes.append(f"{where}: {many} not known and left out")
    return notes
