"""An XLSX workbook as rows of text; what would swallow the server is refused before it is unpacked.

openpyxl reads a sheet as a stream, but trusts the file in what it says of its own size: that is checked here.
"""

import io
import re
import zipfile
from datetime import date, datetime, time

from openpyxl import load_workbook

from timeline.ingest.problems import BadFile

UNPACKED_AT_MOST = 150_000_000  # bytes; the XML of ten thousand full rows has some 30 million
PARTS_AT_MOST = 2_000
MARKS_AT_MOST = 4_000_000  # "<" in all of the XML; twenty thousand rows of 23 cells have 2.8 million
MARKS_TOGETHER = 150_000  # from one row to the next, or in a part without rows: the widest row has 100,000
CHUNK = 1_000_000
GAP_AT_MOST = 5_000  # empty rows in a row: below them nobody goes on
WIDEST = 16_384
NOT_XLSX = "file: it is no XLSX workbook that can be opened; save it again as XLSX, or as “CSV UTF-8”"


def is_zip(data):
    """Whether the bytes are an archive, as XLSX is."""
    return data.startswith(b"PK\x03\x04")


def is_old_excel(data):
    """Whether they are an XLS of before 2007."""
    return data.startswith(b"\xd0\xcf\x11\xe0")


def check_archive(data):
    """Refuse an archive that unpacks to too much, has entities to expand, or is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS_AT_MOST or sum(part.file_size for part in parts) > UNPACKED_AT_MOST:
                most = UNPACKED_AT_MOST // 1_000_000
                raise BadFile([f"file: it unpacks to more than {most} MB; copy the rows into a new workbook"])
            _check_markup(archive, [part for part in parts if part.filename.endswith((".xml", ".rels"))])
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, OSError, NotImplementedError) as error:
        raise BadFile([NOT_XLSX]) from error


def _check_markup(archive, parts):
    """Refuse what openpyxl would make gigabytes of: it keeps a whole row, all styles, all merged cells."""
    left = MARKS_AT_MOST
    for part in parts:
        with archive.open(part) as file:
            _check_head(file.peek(4_000)[:4_000])
            together = left if part.filename.endswith("sharedStrings.xml") else MARKS_TOGETHER
            left -= _marks(file, together, left)


def _marks(file, together, left):
    """How many "<" the XML has; raises `BadFile` where there are more than these, in all or between rows."""
    count, since_row, tail = 0, 0, b""
    while chunk := file.read(CHUNK):
        data, _, rest = (tail + chunk).rpartition(b"<")  # no name of an element is cut in two
        tail = b"<" + rest
        first, *others = _ROW.split(data)
        rows = [since_row + first.count(b"<"), *(other.count(b"<") for other in others)]
        count, since_row = count + data.count(b"<"), rows[-1]
        if count > left or max(rows) > together:
            raise BadFile(["file: it holds more than a table has; copy the rows into a new workbook"])
    return count


_ROW = re.compile(rb"<(?:\w+:)?row\b")


def _check_head(head):
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise BadFile(["file: its XML declares entities, which no spreadsheet does; it is not opened"])
    if b"\0" in head:  # UTF-16, in which nothing here would be seen
        raise BadFile([NOT_XLSX])


def workbook_sheets(data):
    """Yield (name, whether it is hidden, rows as an iterator of (number, cells)) of each sheet.

    Cells are text, "" where empty. Days become 2024-11-26; a formula keeps its "=", so that it can be refused
    with its row.
    """
    check_archive(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # openpyxl raises whatever the broken XML leads it to
        raise BadFile([NOT_XLSX]) from error
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what the file says of its size may be a lie
        yield sheet.title, sheet.sheet_state != "visible", _refusing(_rows(sheet))


def _refusing(rows):
    """The rows; what openpyxl stumbles over in the middle is said to be the file's fault."""
    try:
        yield from rows
    except Exception as error:
        raise BadFile([NOT_XLSX]) from error


def _rows(sheet):
    empty = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [text_of(value) for value in row[:WIDEST]]
        while cells and not cells[-1]:
            cells.pop()
        empty = 0 if cells else empty + 1
        if empty > GAP_AT_MOST:
            return
        if cells:
            yield number, cells


def text_of(value):
    """A cell as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Array formulas and data tables come as objects of openpyxl's own.
    return str(value) if isinstance(value, str | int | float | time) else "=FORMULA()"
