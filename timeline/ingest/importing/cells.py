"""The cells of a row by column: what a spreadsheet made of them undone, what cannot be used named."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from .columns import EMPTY
from .text import storable

BEYOND = 200  # cells under no heading, from which on it is said
FORMULA_GUARD = re.compile(r"'(?=[=+\-@\t\r\n＝＋－＠])")  # what events.csv leads such cells with
SERIAL = re.compile(r"[2-6]\d{4}(\.\d+)?", re.ASCII)  # days since 1900, of the years 1954 to 2091
_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_SLASHED = re.compile(r"(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d{4}", re.ASCII)
_EPOCH = date(1899, 12, 30)  # with the leap day that 1900 did not have


@dataclass
class Cells:
    """A row: its cells by column, what is wrong with them, and what was made of them."""

    kind: str
    label: str
    cells: dict
    problems: list = field(default_factory=list)  # (column, value, what is wrong)
    notes: list = field(default_factory=list)


def cells_of(kind, label, columns, cells):
    """A row of text as `Cells`; `columns` says which place is which column."""
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
    if len(cells) > max(columns, default=0) + BEYOND:
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
    if timed := _TIMED.fullmatch(text):
        row.notes.append(f"{column.name}: the time of day was left out; events have days")
        return timed[1]
    if (slashed := _SLASHED.fullmatch(text)) and slashed[1] != slashed[2]:
        row.notes.append(f"{column.name}: {text} may be one of two days; look how it is read")
    return text
