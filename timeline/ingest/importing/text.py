"""Bytes of a CSV file as rows of text, whatever a spreadsheet has made of it: encoding, mark, delimiter."""

import codecs
import csv
import io
import re

from timeline.ingest.checks import UNSTORABLE
from timeline.ingest.problems import BadFile, printable, quoted

DELIMITERS = ",;\t|"
LONGEST_CELL = 10_000  # characters; a summary of several pages
_SAYS = re.compile(r'\s*"?sep=([,;\t|])"?[ \t]*(?:\r\n|\r|\n)', re.IGNORECASE)
_BROKEN = re.compile(
    r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)", re.IGNORECASE
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data):
    """(text, note) of a file in UTF-8, UTF-16 or a Windows code page; the note says what was supposed."""
    if data.startswith(_UTF16) or _every_other_is_zero(data):
        return _utf16(data), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        page, name = ("cp1251", "Cyrillic") if _is_cyrillic(data) else ("cp1252", "Western Europe")
    note = f"the file is not UTF-8; it was read as Windows {name} ({page}). If letters look wrong below, "
    return data.decode(page, "replace"), note + "save it as “CSV UTF-8” and upload that"


def _every_other_is_zero(data):
    """Whether it is UTF-16 without a mark: Latin headings have a zero beside each letter."""
    head = data[:200]
    return len(head) > 3 and max(head[0::2].count(0), head[1::2].count(0)) > len(head) // 3


def _utf16(data):
    try:
        if data.startswith(_UTF16):
            return data.decode("utf-16")
        little = data[1:200:2].count(0) > data[0:200:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError as error:
        fault = f"file: it begins as UTF-16 but breaks off at byte {error.start}; save it as “CSV UTF-8”"
        raise BadFile([fault]) from error


def _is_cyrillic(data):
    """Whether most letters beyond ASCII stand side by side: Cyrillic words, not accents in Latin ones."""
    high = re.findall(rb"[\x80-\xff]+", data[:200_000])
    return sum(len(run) for run in high if len(run) > 2) * 2 > sum(map(len, high))


def csv_rows(text):
    """Yield (number of the line, cells); raises `BadFile` where it is no CSV."""
    if "\0" in text:
        raise BadFile(["file: it holds NUL characters, so it is no CSV; is it an XLSX or another file?"])
    csv.field_size_limit(max(csv.field_size_limit(), 131_072))
    said = _SAYS.match(text)  # Excel's own way to name it, in a line above the table
    delimiter = said[1] if said else delimiter_of(text)
    rows = csv.reader(io.StringIO(text[said.end() :] if said else text, newline=""), delimiter=delimiter)
    above = 1 if said else 0
    try:
        for cells in rows:
            yield rows.line_num + above, cells
    except csv.Error as error:
        fault = printable(str(error))
        if "field larger" in fault:
            fault = "a cell is longer than 131,072 characters; is a quotation mark not closed?"
        raise BadFile([f"file: not CSV at line {rows.line_num}: {fault}"]) from error


def delimiter_of(text):
    """What parts the cells of the first line that has several and is no comment, outside quotation marks."""
    lines = (line[:100_000] for line in text.lstrip().split("\n", 60) if not line.lstrip('"').startswith("#"))
    bare = (re.sub(r'"[^"]*"', "", line) for line in lines)
    first = next((line for line in bare if any(mark in line for mark in DELIMITERS)), "")
    return max(DELIMITERS, key=first.count)


def storable(text):
    """What is wrong with a cell's text, or nothing."""
    if len(text) > LONGEST_CELL:
        return f"the cell has {len(text):,} characters; shorten it to {LONGEST_CELL:,}"
    if UNSTORABLE.search(text):
        return "the cell holds a character that cannot be stored; retype it"
    if re.match(r"=\s*[^\s=]", text):
        return f"it is a formula, {quoted(text)}; copy the column and paste it as values only"
    if _BROKEN.fullmatch(text):
        return f"{quoted(text)} is what a spreadsheet shows for want of a value; write that"
    return ""


def texts_of(value):
    """Every text within a JSON value, the names of keys included; it may be nested deeply."""
    parts = [value]
    while parts:
        part = parts.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            parts += [*part, *part.values()]
        elif isinstance(part, list):
            parts += part
