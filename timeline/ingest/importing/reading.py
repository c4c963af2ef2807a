"""A file of any known format as rows to be checked, in the order of writing: what is named comes first."""

from dataclasses import dataclass, field

from timeline.ingest.checks import UNSTORABLE
from timeline.ingest.debate_format import FORMAT
from timeline.ingest.json_text import parse
from timeline.ingest.problems import BadFile, kind_of, printable, quoted, shortened
from timeline.ingest.timelinejs_dates import BadSlide
from timeline.ingest.timelinejs_file import SlidesFile, add_slide, of_json
from timeline.ingest.timelinejs_records import Records, known_of
from timeline.models.search import fold

from .columns import SHEETS
from .records import own_source, source_slug
from .sheets import read_sheets
from .text import csv_rows, decoded, texts_of
from .xlsx import is_zip, workbook_sheets

SIZE_AT_MOST = 10_000_000  # bytes
ROWS_AT_MOST = 20_000
ORDER = list(SHEETS)


@dataclass
class Read:
    """What a file holds: (kind, label, given) of each row, and sentences on what was left out."""

    format: str
    rows: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def read_import(data, debate, kind="", language=""):
    """The rows of a file, given as bytes; raises `BadFile` where nothing of it can be used.

    `kind` says what the rows of a CSV are where its header leaves that open, `language` what the dates of a
    TimelineJS file are written in.
    """
    if len(data) > SIZE_AT_MOST:
        raise BadFile([f"file: it is larger than {SIZE_AT_MOST // 1_000_000} MB; import it in parts"])
    if not data.strip(b"\0 \t\r\n"):
        raise BadFile(["file: it is empty"])
    found = _of_json(data, debate, language) if _is_json(data) else _of_sheets(data, debate, kind, language)
    if len(found.rows) > 2 * ROWS_AT_MOST:
        raise BadFile([f"file: it has more than {ROWS_AT_MOST:,} rows; import it in parts"])
    if not found.rows:
        raise BadFile(["file: it has nothing to import", *found.notes])
    found.rows = [(kind, printable(label), _storable(given)) for kind, label, given in found.rows]
    found.rows.sort(key=lambda row: ORDER.index(row[0]))
    found.rows = _needed_first(found.rows)
    found.notes = [shortened(printable(note), 300) for note in found.notes]
    return found


def _is_json(data):
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _of_json(data, debate, language):
    parsed = parse(data)
    if isinstance(parsed, dict) and "format" in parsed:
        return _of_debate_file(parsed)
    return _of_slides(of_json(parsed), debate, language, "TimelineJS, JSON")


def _of_debate_file(parsed):
    if parsed["format"] != FORMAT:
        raise BadFile([f"file: its format is {quoted(parsed['format'])}; this version reads {FORMAT}"])
    found = Read("debate file")
    for kind in ORDER:
        records = parsed.get(f"{kind}s") or []
        if not isinstance(records, list):
            raise BadFile([f"{kind}s: must be a list, is {kind_of(records)}"])
        for number, record in enumerate(records, 1):
            given = {"record": record}
            if not isinstance(record, dict):
                given = {"refused": f"it must be an object, and is {kind_of(record)}"}
            found.rows.append((kind, f"{kind} {number}", given))
    found.notes.append("the debate keeps its own title and description, and all that the file does not name")
    return found


def _storable(given):
    """What a row gives, or that it holds what no database stores: NUL, or half of a surrogate pair."""
    if "record" not in given or not any(map(UNSTORABLE.search, texts_of(given["record"]))):
        return given
    title = given["record"].get("title") or given["record"].get("name")
    fault = "it holds a character that cannot be stored (NUL, or half of a surrogate pair); retype it"
    return {"title": printable(title) if isinstance(title, str) else "", "refused": fault}


def _of_sheets(data, debate, kind, language):
    slides = _slides_of_sheet(data)
    if slides is not None:
        return _of_slides(slides, debate, language, "TimelineJS, spreadsheet")
    sheets = read_sheets(data, kind)
    found = Read("XLSX" if is_zip(data) else "CSV", notes=sheets.notes)
    urls = {}
    for row in sheets.rows:
        given = {"cells": row.cells, "faults": row.problems, "notes": row.notes}
        found.rows.append((row.kind, row.label, given))
        if row.kind == "source":
            urls[row.cells.get("url") or source_slug(row.cells)] = row.label
    known = set(debate.sources.exclude(url="").values_list("url", flat=True))
    for row in sheets.rows:
        own = own_source(row.cells) if row.kind == "event" else {}
        key = own and (own.get("url") or source_slug(own))
        if own and key not in urls and key not in known:
            urls[key] = row.label
            found.rows.append(("source", f"{row.label}, source", {"cells": own, "only_new": True}))
    return found


def _slides_of_sheet(data):
    """The slides of a TimelineJS spreadsheet, or None where the file is none."""
    sheets = workbook_sheets(data) if is_zip(data) else [("", False, csv_rows(decoded(data)[0]))]
    for _name, _hidden, rows in sheets:
        header = [cell.strip().lower() for cell in next(rows, (0, []))[1]]
        if "headline" in header and "year" in header:
            file = SlidesFile()
            for number, cells in rows:
                cells = dict(zip(header, map(str.strip, cells), strict=False))
                add_slide(file, f"row {number}", cells)
            return file
    return None


def _of_slides(file, debate, language, name):
    records = Records(known_of(debate), "draft", language)
    found, events = Read(name, notes=file.notes), []
    for place, slide in file.slides[: 2 * ROWS_AT_MOST]:
        try:
            events.append(("event", place, {"record": records.event(place, slide), "slide": True}))
        except BadSlide as bad:
            text = slide.get("text")
            title = text.get("headline") if isinstance(text, dict) else ""
            given = {"title": title if isinstance(title, str) else "", "refused": str(bad)}
            events.append(("event", place, given))
    for kind, named in records.named.items():
        for record in named.values():
            found.rows.append(
                (kind, f"{kind} {quoted(record['slug'])}", {"record": record, "only_new": True})
            )
    found.rows += events
    found.notes += records.notes
    return found


def _needed_first(rows):
    """The rows with every actor and argument after those of the file that it names."""
    names = {}
    for place, (kind, _label, given) in enumerate(rows):
        for name in _names(kind, given):
            names.setdefault((kind, name), place)
    ordered, state = [], {}

    def visit(place):
        """Depth first, without recursion: a chain may be as long as the file."""
        stack = [place]
        while stack:
            here = stack[-1]
            if here not in state:
                state[here] = "open"
                kind, _label, given = rows[here]
                needed = (names.get((kind, name)) for name in _needs(kind, given))
                stack += [one for one in needed if one is not None and one not in state]
            else:
                stack.pop()
                if state[here] == "open":
                    state[here] = "done"
                    ordered.append(rows[here])

    for place in range(len(rows)):
        visit(place)
    return ordered


def _names(kind, given):
    if kind not in ("actor", "argument"):
        return []
    one = given.get("record") or given.get("cells") or {}
    return [fold(name) for name in (one.get("slug"), one.get("name")) if isinstance(name, str) and name]


def _needs(kind, given):
    one = given.get("record") or given.get("cells") or {}
    if kind == "argument":
        needed = [one.get("answers")]
    elif kind == "actor":
        listed = one.get("affiliations") if isinstance(one.get("affiliations"), list) else []
        needed = [one.get("organisation"), *(a.get("organisation") for a in listed if isinstance(a, dict))]
    else:
        needed = []
    return [fold(name) for name in needed if isinstance(name, str) and name]
