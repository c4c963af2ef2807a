"""A TimelineJS file, JSON or the CSV of its spreadsheet, as slides that say where they stand."""

import csv
import io
from dataclasses import dataclass, field

from .json_text import parse
from .problems import BadFile, kind_of, quoted

COLUMNS = {  # of the spreadsheet, by their names in small letters: the key of a slide, and the key within it
    "year": ("start_date", "year"),
    "month": ("start_date", "month"),
    "day": ("start_date", "day"),
    "time": ("start_date", "hour"),
    "end year": ("end_date", "year"),
    "end month": ("end_date", "month"),
    "end day": ("end_date", "day"),
    "end time": ("end_date", "hour"),
    "display date": ("display_date", None),
    "headline": ("text", "headline"),
    "text": ("text", "text"),
    "media": ("media", "url"),
    "media credit": ("media", "credit"),
    "media caption": ("media", "caption"),
    "media thumbnail": ("media", "thumbnail"),
    "alt text": ("media", "alt"),
    "link": ("media", "link"),
    "type": ("type", None),
    "group": ("group", None),
    "tag": ("group", None),
    "background": ("background", None),
}
DELIMITERS = ",;\t"


@dataclass
class SlidesFile:
    """What a file holds: the title slide, (place, slide) of the others, sentences on what was left out."""

    title: dict = field(default_factory=dict)
    slides: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def read_slides(text):
    """The slides of a file given as UTF-8 bytes; raises `BadFile` where it is no TimelineJS file."""
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile([f"file: not UTF-8 at byte {error.start}; save it as UTF-8"]) from error
    return of_json(parse(decoded)) if decoded.lstrip()[:1] in ("{", "[") else of_csv(decoded)


def of_json(data):
    """The slides of the JSON format."""
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        older = isinstance(data, dict) and "timeline" in data
        told = "; this one is of TimelineJS 2, which 3 reads no more" if older else ""
        raise BadFile([f'file: a TimelineJS file is an object with a list "events"{told}'])
    title = data.get("title")
    file = SlidesFile(title=title if isinstance(title, dict) else {})
    for number, slide in enumerate(data["events"], 1):
        if isinstance(slide, dict):
            file.slides.append((f"event {number}", slide))
        else:
            file.notes.append(f"event {number} is {kind_of(slide)} and was left out; make it an object")
    eras = data.get("eras")
    file.notes += _eras(f"era {number}" for number, _ in enumerate(eras if isinstance(eras, list) else [], 1))
    return file


def _eras(places):
    return [
        f"{place} was left out: eras only label the axis; make it an event if it is to stay"
        for place in places
    ]


def of_csv(text):
    """The slides of the spreadsheet; its header is row 1."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        if "headline" not in header or "year" not in header:
            fault = (
                'file: the first row must name the columns of a TimelineJS sheet, "Year" and "Headline" first'
            )
            raise BadFile([fault])
        unknown = [name for name in header if name and name not in COLUMNS]
        file = SlidesFile(
            notes=[f"the column {quoted(name)} is none of TimelineJS and was left out" for name in unknown]
        )
        for number, row in enumerate(rows, 2):
            add_slide(file, f"row {number}", dict(zip(header, map(str.strip, row), strict=False)))
    except csv.Error as error:
        raise BadFile([f"file: not CSV at line {rows.line_num}: {error}"]) from error
    return file


def _delimiter(text):
    """What parts the cells: a comma, or what spreadsheets write where the comma is in numbers."""
    first = text.split("\n", 1)[0]
    return max(DELIMITERS, key=first.count)


def add_slide(file, place, cells):
    slide = {}
    for name, value in cells.items():
        key, inner = COLUMNS.get(name, (None, None))
        if key and value:
            slide[key] = slide.get(key, {}) | {inner: value} if inner else value
    kind = slide.pop("type", "").lower()
    if kind == "title":
        file.title = slide
    elif kind == "era":
        file.notes += _eras([place])
    elif slide:
        file.slides.append((place, slide))
