"""Files that are broken, odd or made to harm: refused with what to do, and nothing is swallowed whole."""

import io
import json
import zipfile

import pytest

from tests.importing import HEADER, VOTE, checked, lunford, problems, sheet, workbook
from timeline.ingest.importing import running, xlsx
from timeline.ingest.problems import BadFile

pytestmark = pytest.mark.django_db
SHORT = HEADER[:4]


@pytest.fixture
def tram():
    return lunford()


def packed(book, **changed):
    """A workbook with some of its parts replaced, by their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, changed.pop(part.filename, None) or old.read(part))
        for name, content in changed.items():
            new.writestr(name, content)
    return file.getvalue()


def book():
    return workbook(events=[SHORT, VOTE[:4]])


BOMB = b" " * (xlsx.UNPACKED_AT_MOST + 1)
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'
# What openpyxl would unpack into gigabytes: a row of a million cells, and others of their kind.
WIDE = b"<worksheet><sheetData><row>" + b"<c><v>1</v></c>" * 200_000 + b"</row></sheetData></worksheet>"
STYLES = b"<styleSheet><cellXfs>" + b"<xf/>" * 2_000_000 + b"</cellXfs></styleSheet>"
MERGED = b"<worksheet><sheetData/>" + b'<mergeCell ref="A1:Z9"/>' * 200_000 + b"</worksheet>"
SHARED = b"<sst>" + b"<si><t>x</t></si>" * 1_100_000 + b"</sst>"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: b"", "it is empty"),
        (lambda: b"\0" * 100, "it is empty"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"\1" * 50, "save it as XLSX"),
        (lambda: packed(book(), **{"xl/media/image.xml": BOMB}), "unpacks to more than 150 MB"),
        (lambda: packed(book(), **{"xl/worksheets/sheet1.xml": LAUGHS}), "declares entities"),
        (lambda: packed(book(), **{"xl/worksheets/sheet1.xml": b"<worksheet><"}), "no XLSX workbook"),
        (lambda: packed(book(), **{"xl/workbook.xml": b"<nothing/>"}), "no XLSX workbook"),
        (lambda: book()[:-200], "no XLSX workbook"),
        (lambda: packed(book(), **{"xl/worksheets/sheet1.xml": WIDE}), "more than a table has"),
        (lambda: packed(book(), **{"xl/styles.xml": STYLES}), "more than a table has"),
        (lambda: packed(book(), **{"xl/worksheets/sheet1.xml": MERGED}), "more than a table has"),
        (lambda: packed(book(), **{"xl/sharedStrings.xml": SHARED}), "more than a table has"),
        (lambda: packed(book(), **{"xl/styles.xml": "<styleSheet/>".encode("utf-16")}), "no XLSX workbook"),
        (lambda: sheet(header=SHORT).encode(), "no row below the header"),
        (lambda: b"one,two\n1,2\n", "names no columns that are known"),
        (lambda: sheet(VOTE[:4], header=["slug", "Title", "title", "date"]).encode(), "stands twice"),
        (lambda: sheet(["x"], header=["title", "date_text"]).encode(), 'events need the column "kind"'),
        (lambda: (",".join(["title", *map(str, range(100_000))]) + "\nx\n").encode(), "100,001 columns"),
        (lambda: b'title,kind,date_text\n"' + b"x" * 200_000, "longer than 131,072 characters"),
        (lambda: b"title,kind,date_text\nA,vote,\0\n", "NUL characters"),
        (lambda: b"\xff\xfet\0i\0t\0l", "breaks off"),
        (lambda: b'{"events": 3}', 'an object with a list "events"'),
        (lambda: b'{"format": 7, "events": []}', "its format is 7"),
        (lambda: b"[" * 100_000, "nested too deeply"),
        (lambda: b'{"format": 1, "events": 3}', "must be a list"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tram, make, says):
    with pytest.raises(BadFile) as refused:
        running.start(make(), tram, "hostile")
    assert says in "\n".join(refused.value.lines())
    assert not tram.imports.exists()


def test_a_sheet_may_lie_about_its_size(tram):
    far = b'<row r="900000"><c r="A900000" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    with zipfile.ZipFile(io.BytesIO(book())) as old:
        sheet = old.read("xl/worksheets/sheet1.xml")
    lying = sheet.replace(b"</sheetData>", far)
    run = checked(packed(book(), **{"xl/worksheets/sheet1.xml": lying}), tram)
    assert run.total == 1


def test_a_formula_is_refused_with_its_row_alone(tram):
    run = checked(workbook(events=[SHORT, VOTE[:4], ["x", '=WEBSERVICE("a")', "vote", "2024"]]), tram)
    [(label, column, fault)] = problems(run)
    assert (label, column) == ("sheet events, row 3", "title") and "paste it as values only" in fault


def test_the_widest_row_that_a_spreadsheet_has_is_read(tram):
    run = checked(workbook(events=[SHORT, [*VOTE[:4], *["x"] * 16_000]]), tram)
    assert run.rows.get().outcome == "create"
    assert run.rows.get().notes == ["it has 16,004 cells, of which those under no heading were left out"]


def test_no_more_rows_than_can_be_looked_through(tram, monkeypatch):
    monkeypatch.setattr("timeline.ingest.importing.sheets.ROWS_AT_MOST", 3)
    with pytest.raises(BadFile, match="more than 3 rows; import it in parts"):
        running.start(sheet(*[VOTE[:4]] * 4, header=SHORT).encode(), tram, "long.csv")


def test_columns_that_nobody_knows_are_named(tram):
    run = checked(sheet(["x", "A vote", "vote", "2024", "?", "1"], header=[*SHORT, "sumary", "url"]), tram)
    assert run.notes == [
        'file: the column "sumary" is not known and was left out; did you mean "summary"?',
    ]


@pytest.mark.parametrize(
    "record",
    ["text", {"slug": "a\0b"}, {"slug": "a", "title": "half \ud800 of one"}, {"a\0": [{"b": "\0"}]},
     {"slug": 3}, {"slug": "x", "citations": 3}, {"slug": "x", "topics": [3], "title": None},
     {"slug": "x", "title": "A", "kind": "vote", "positions": [{"actor": "nobody"}]}],
)  # fmt: skip
def test_a_record_of_any_shape_is_refused_and_not_stumbled_over(tram, record):
    run = checked(json.dumps({"format": 1, "events": [record]}), tram)
    assert run.counts()["refused"] == 1 and problems(run)
