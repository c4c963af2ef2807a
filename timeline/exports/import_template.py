"""Files to fill in for an import: CSV explained in comments, XLSX with a sheet that explains."""

import csv
import io

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as ILLEGAL
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation

from timeline.ingest.importing.columns import EMPTY, EXPLAINS, SHEETS
from timeline.models import Actor, Argument, Citation, Event

from .table import BYTE_ORDER_MARK

CHOICES = {
    ("event", "kind"): Event.Kind,
    ("event", "importance"): Event.Importance,
    ("event", "relation"): Citation.Relation,
    ("actor", "kind"): Actor.Kind,
    ("argument", "side"): Argument.Side,
}
ROWS = 20_000  # to which the choices are offered
GENERAL = (
    "One sheet for each kind; leave empty or delete those that you do not need.",
    "An empty cell says nothing: of a row that the debate has already, it leaves things as they are.",
    f"A cell with {EMPTY} empties what is there.",
    "Rows whose slug begins with example- are not imported; write over them.",
    "Upload the file under Imports: it is checked first and shows what each row would do.",
)


def csv_template(kind):
    """The text of a CSV file for rows of a kind."""
    file = io.StringIO()
    writer = csv.writer(file)
    file.write(BYTE_ORDER_MARK + f"# Debateline {kind}s. Lines that begin with # are not read.\r\n")
    for text in GENERAL[1:3]:
        writer.writerow([f"# {text}"])
    for column in SHEETS[kind]:
        writer.writerow([f"# {column.name}{' (required)' if column.required else ''}: {column.says}".strip()])
    writer.writerow([column.name for column in SHEETS[kind]])
    writer.writerow([column.example for column in SHEETS[kind]])
    return file.getvalue()


def xlsx_template():
    """The bytes of a workbook with a sheet for each kind, and one that explains."""
    book = Workbook()
    _explain(book.active)
    for kind in reversed(SHEETS):
        _sheet(book.create_sheet(f"{kind}s"), kind)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook_of(tables):
    """The bytes of a workbook with these rows of text by sheet, as text: nothing in it is a formula."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for place, text in enumerate(row, 1):
                cell = sheet.cell(number, place)
                cell.value, cell.data_type, cell.number_format = ILLEGAL.sub("", text), "s", "@"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _explain(sheet):
    sheet.title = EXPLAINS
    for text in GENERAL:
        sheet.append([text])
    for kind in reversed(SHEETS):
        sheet.append([])
        sheet.append([f"{kind}s"])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        for column in SHEETS[kind]:
            sheet.append([column.name, "required" if column.required else "", column.says])
    for letter, width in (("A", 22), ("B", 10), ("C", 110)):
        sheet.column_dimensions[letter].width = width


def _sheet(sheet, kind):
    columns = SHEETS[kind]
    sheet.append([column.name for column in columns])
    sheet.append([column.example for column in columns])
    sheet.freeze_panes = "B2"
    for number, column in enumerate(columns, 1):
        head = sheet.cell(1, number)
        head.font, head.alignment = Font(bold=column.required), Alignment(vertical="top")
        letter = head.column_letter
        sheet.column_dimensions[letter].width = max(12, min(40, len(column.example) + 4))
        # As text, or a spreadsheet makes a number of 2024-11 and of 3-5.
        for row in (2, 3):
            sheet.cell(row, number).number_format = "@"
        sheet.column_dimensions[letter].number_format = "@"
        if choices := CHOICES.get((kind, column.name)):
            listed = ",".join(str(value) for value in choices.values)
            offered = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
            sheet.add_data_validation(offered)
            offered.add(f"{letter}2:{letter}{ROWS}")
