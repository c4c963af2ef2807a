"""A spreadsheet file as cells by column: which sheet is what, where its header is, what was left out."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches

from timeline.ingest.problems import BadFile, printable, quoted

from .columns import DERIVED, EMPTY, EXAMPLE, SHEETS, column_of, kind_of_header
from .text import csv_rows, decoded, storable
from .xlsx import NOT_XLSX, is_old_excel, is_zip, workbook_sheets

COLUMNS_AT_MOST = 200
ROWS_AT_MOST = 20_000
FORMULA_GUARD = re.compile(r"'(?=[=+\-@\t\r\n＝＋－＠])")  # what events.csv leads such cells with
SERIAL = re.compile(r"[2-6]\d{4}(\.\d+)?", re.ASCII)  # days since 1900, of the years 1954 to 2091
_EPOCH = date(1899, 12, 30)  # with the leap day that 1900 did not have


@dataclass
class Cells:
    """A row: its cells by column, what is wrong with them, and what was made of them."""

    kind: str
    label: str
    cells: dict
    problems: list = field(default_factory=list)  # (column, value, what is wrong)
    notes: list = field(default_factory=list)


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
    for name, rows in workbook_sheets(data):
        kind = next((kind for kind in SHEETS if name.strip().lower() in (kind, f"{kind}s")), "")
        names.append(name)
        try:
            _read_sheet(found, name, rows, kind)
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
    rows = ((number, cells) for number, cells in rows if not cells[0].lstrip().startswith("#"))
    _number, header = next(rows, (0, []))
    kind = kind or kind_of_header(header)
    where = f"sheet {quoted(name)}" if name else "file"
    columns = _columns(header, kind, where, found)
    for number, cells in rows:
        if len(found.rows) >= ROWS_AT_MOST:
            raise BadFile([f"{where}: it has more than {ROWS_AT_MOST:,} rows; import it in parts"])
        label = f"sheet {name}, row {number}" if name else f"row {number}"
        row = _row(kind, printable(label)[:120], columns, cells)
        if row.cells.get("slug", "").startswith(EXAMPLE):
            found.notes.append(f"{row.label} is an example of the template and was left out")
        elif row.cells or row.problems:
            found.rows.append(row)


def _columns(header, kind, where, found):
    """{place of a cell: its column}; raises `BadFile` where the header is none of ours."""
    if len(header) > COLUMNS_AT_MOST:
        fault = f"{where}: it has {len(header):,} columns, and at most {COLUMNS_AT_MOST} are read; "
        raise BadFile([fault + "delete those to the right of the table"])
    if kind is None:
        fault = f"{where}: its first row names no columns that are known here; "
        raise BadFile([fault + "download the template and copy the rows under its header"])
    columns = {}
    for place, heading in enumerate(header):
        column = column_of(kind, heading)
        if column in columns.values():
            twice = f"{where}: the column {quoted(heading)} stands twice, as {quoted(column.name)}; "
            raise BadFile([twice + "delete or rename one"])
        if column:
            columns[place] = column
        elif heading.strip() and heading.strip().lower() not in DERIVED:
            found.notes.append(_unknown(heading, kind, where))
    missing = [c.name for c in SHEETS[kind] if c.required and c not in columns.values()]
    if missing:
        raise BadFile([f"{where}: {kind}s need the column {quoted(name)}; add it" for name in missing])
    return columns


def _unknown(heading, kind, where):
    close = get_close_matches(heading.strip().lower(), [column.name for column in SHEETS[kind]], n=1)
    meant = f"; did you mean {quoted(close[0])}?" if close else ""
    return printable(f"{where}: the column {quoted(heading)} is not known and was left out{meant}")


def _row(kind, label, columns, cells):
    row = Cells(kind, label, {})
    for place, column in columns.items():
        cell = cells[place].strip() if place < len(cells) else ""
        text = FORMULA_GUARD.sub("", cell, count=1)
        if fault := storable(cell) or _uncleared(text, column):
            row.problems.append((column.name, text[:60], fault))
        elif text.lower() == EMPTY:
            row.cells[column.name] = EMPTY
        elif text:
            row.cells[column.name] = _day(text, column, row) if column.is_date else text
    if len(cells) > max(columns, default=0) + COLUMNS_AT_MOST:
        row.notes.append(f"it has {len(cells):,} cells, of which those under no heading were left out")
    return row


def _uncleared(text, column):
    """Why a cell cannot say that nothing is to stand there, or nothing."""
    if text.lower() != EMPTY or (column.clears and not column.required):
        return ""
    if column.name.startswith("source_"):
        return "a source that is there is not changed by its event; change it in a sheet of sources"
    return "there is always a value here, so it cannot be emptied; write another, or leave the cell empty"


def _day(text, column, row):
    """A cell of a date: what spreadsheets keep as a number of days becomes the day."""
    if SERIAL.fullmatch(text):
        day = (_EPOCH + timedelta(days=int(float(text)))).isoformat()
        row.notes.append(f"{column.name}: {text} is how a spreadsheet stores {day}, which was taken")
        return day
    if timed := re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(:\d{2})?", text, re.ASCII):
        row.notes.append(f"{column.name}: the time of day was left out; events have days")
        return timed[1]
    return text
