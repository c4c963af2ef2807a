"""Rows as JSON and as CSV, whatever they are of. Knows no request."""

import csv
import json
from collections.abc import Iterable, Iterator

BYTE_ORDER_MARK = "\ufeff"
FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # what spreadsheets take for a formula at the start of a cell


class _Echo:
    """A file that hands back what is written to it, so that `csv` can feed a stream."""

    def write(self, line):
        return line


def csv_of(columns: Iterable[str], rows: Iterable[dict]) -> Iterator[str]:
    """The lines of a CSV file: a header, then a row a line; memory does not grow with their number.

    A cell that a spreadsheet would take for a formula is led by an apostrophe, as OWASP advises. The file
    begins with a byte order mark: without one, Excel takes UTF-8 for the code page of its computer.
    """
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([cell(row.get(column)) for column in columns])


def cell(value) -> str:
    """A value as a cell: lists by semicolons, nothing for None."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def json_of(about: dict, key: str, rows: Iterable[dict]) -> Iterator[str]:
    """The text of a JSON object with what is said `about` the rows, and the list of them, in parts."""
    yield json.dumps(about, ensure_ascii=False)[:-1] + f', "{key}": ['
    comma = ""
    for row in rows:
        yield comma + json.dumps(row, ensure_ascii=False)
        comma = ", "
    yield "]}"
