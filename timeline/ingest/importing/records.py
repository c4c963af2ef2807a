"""Cells of a spreadsheet as the records of a debate file: only what the cells give, names found."""

import re
from datetime import date

from django.utils.text import slugify

from timeline.dates import DateSpan, NotADate, read
from timeline.ingest.timelinejs_records import digest
from timeline.models import Actor, Argument, Citation, Event, Position

from .columns import EMPTY
from .names import Unknown

_ANCHORS = date(1950, 6, 15), date(2090, 6, 15)  # words that mean the same from both need no anchor
_STANCES = "|".join(stance.replace("-", "[- ]") for stance in Position.Stance.values)
_POSITION = re.compile(rf"(.+?)[\s|,]+({_STANCES})[\s|,]+(.+)", re.DOTALL | re.IGNORECASE)


def slug_of(text, kind):
    """The slug made of a title or name, the same each time; letters of any script have one."""
    return slugify(text)[:70].strip("-") or f"{kind}-{digest(text)}"


def source_slug(cells):
    """The slug made of a source's address, or of its publisher and title."""
    url, title = cells.get("url", ""), f"{cells.get('publisher', '')} {cells.get('title', '')}"
    said = slugify(re.sub(r"\W+", "-", url.split("://")[-1])) if url else slugify(title)
    return f"{said[:60].strip('-')}-{digest(url or title)}".lstrip("-")


def absolute(text, language=""):
    """The span of words that mean the same whenever they are read, or None."""
    try:
        one, other = (read(text, anchor, language or None) for anchor in _ANCHORS)
    except NotADate:
        return None
    same = (one.earliest, one.latest) == (other.earliest, other.latest)
    return one if same and one.earliest and one.latest else None


def unreadable(text, language=""):
    """Why words are no date from whatever day they are read, or nothing."""
    try:
        read(text, _ANCHORS[1], language or None)
    except NotADate as refusal:
        return refusal.reason
    return ""


def as_edtf(text, language=""):
    """The EDTF of a date that is EDTF already, or words that mean one by themselves; raises `NotADate`.

    What has no letters is EDTF or nothing: "2023-99" is a slip of the pen and no span of years.
    """
    try:
        return DateSpan.from_edtf(text).edtf
    except NotADate:
        span = absolute(text, language) if any(char.isalpha() for char in text) else None
        if span is None:
            raise
    return span.edtf


def items(text):
    """The items of a cell that holds several."""
    return list(dict.fromkeys(item.strip() for item in re.split(r"[;\n]", text) if item.strip()))


class FromCells:
    """Makes the record of one row; what cannot be used is noted at its column by `wrong(column, fault)`.

    A column that the row empties stands in the record with nothing in it, one of which it says nothing is
    not there.
    """

    def __init__(self, cells, names, wrong):
        self.cells = {column: "" if text == EMPTY else text for column, text in cells.items()}
        self.names, self.wrong = names, wrong

    def record(self, kind):
        """The record, with `slug` made where the row gives none."""
        made = getattr(self, kind)()
        made["slug"] = self.cells.get("slug") or self._slug(kind)
        return made

    def _slug(self, kind):
        cells = self.cells
        if kind == "source":
            known = cells.get("url") and self.names.has("source", cells["url"])
            return known or source_slug(cells)
        called = cells.get("name") or cells.get("title") or ""
        known = self.names.has(kind, called) if kind in self.names.known and called else ""
        return known or (slug_of(called, kind) if called else "")

    def _plain(self, *columns):
        return {column: self.cells[column] for column in columns if column in self.cells}

    def _one_of(self, choices, column):
        """What a cell chooses, however it is capitalised; what is none is left to the check."""
        text = self.cells.get(column, "")
        known = {str(said).lower(): value for value, label in choices.choices for said in (value, label)}
        return {column: known.get(text.lower(), text)} if column in self.cells else {}

    def _found(self, kind, column):
        """The slugs of what a cell names."""
        return [
            slug for text in items(self.cells.get(column, "")) if (slug := self._find(kind, text, column))
        ]

    def _find(self, kind, text, column):
        try:
            return self.names.find(kind, text)
        except Unknown as unknown:
            self.wrong(column, str(unknown))
            return ""

    def _many(self, record, column):
        if column in self.cells:
            record[column] = items(self.cells[column])
        return record

    def question(self):
        """A question."""
        return self._many(self._plain("title", "summary"), "aliases")

    def topic(self):
        """A topic."""
        return self._many(self._plain("name", "kind"), "aliases")

    def argument(self):
        """An argument."""
        record = self._plain("text") | self._one_of(Argument.Side, "side")
        if "answers" in self.cells:
            record["answers"] = self.cells["answers"] or None
        if "question" in self.cells:
            record["question"] = self._find("question", self.cells["question"], "question")
        return record

    def actor(self):
        """An actor; one affiliation has room in a row."""
        record = self._many(self._plain("name") | self._one_of(Actor.Kind, "kind"), "aliases")
        if "country" in self.cells:
            record["country"] = self.cells["country"].upper()
        if self.cells.get("organisation") == "":
            record["affiliations"] = []
        elif "organisation" in self.cells:
            where = self._find("actor", self.cells["organisation"], "organisation")
            belongs = {"organisation": where} | self._plain("role")
            belongs |= {end: self._day(end) for end in ("from", "to") if end in self.cells}
            record["affiliation"] = belongs
        return record

    def source(self):
        """A source; its day may be written in any way that means one day or month."""
        record = self._plain("title", "publisher", "url", "published_basis", "language", "summary")
        if "published" in self.cells:
            record["published"] = self._edtf(self.cells["published"])
        return record

    def event(self):
        """An event; `edtf` is what the row says of its date, to be held against the words."""
        record = self._plain("title", "summary", "date_text", "language", "edtf", "date_basis")
        record |= self._one_of(Event.Kind, "kind")
        if "importance" in self.cells:
            record["importance"] = self._importance(self.cells["importance"])
        if "anchor" in self.cells:
            record["anchor"] = self._day("anchor")
        for kind in ("question", "topic", "actor"):
            if f"{kind}s" in self.cells:
                record[f"{kind}s"] = self._found(kind, f"{kind}s")
        if "positions" in self.cells:
            record["positions"] = self._positions()
        record["citations"] = self._citations()
        record["only_these"] = self.cells.get("sources") == ""
        return record

    def _edtf(self, text):
        """The EDTF of a day; what is none is left to the check that names the column."""
        try:
            return text and as_edtf(text, self.cells.get("language", ""))
        except NotADate:
            return text

    def _day(self, column):
        """A day as ISO, however it is written; what is none is left to the check that names the column."""
        if not self.cells[column]:
            return None
        span = absolute(self.cells[column])
        return span.earliest.isoformat() if span and span.earliest == span.latest else self.cells[column]

    def _importance(self, text):
        words = {label.lower(): value for value, label in Event.Importance.choices}
        return int(text) if text.isascii() and text.isdigit() else words.get(text.lower(), text)

    def _positions(self):
        positions = []
        for text in items(self.cells["positions"]):
            if not (said := _POSITION.fullmatch(text)):
                stances = ", ".join(Position.Stance.values)
                self.wrong("positions", f"“{text[:60]}” is not actor, stance ({stances}), question")
                continue
            actor = self._find("actor", said[1].strip(), "positions")
            question = self._find("question", said[3].strip(), "positions")
            if actor and question:
                positions.append(
                    {"actor": actor, "question": question, "stance": said[2].lower().replace(" ", "-")}
                )
        return positions

    def _citations(self):
        """The sources that the row cites; quote and relation are those of the one in columns of its own."""
        cited = [{"source": slug} for slug in self._found("source", "sources")]
        quote, words = self._plain("quote"), self._plain("date_text")
        quote |= self._one_of(Citation.Relation, "relation")
        if own := own_source(self.cells):
            if slug := self._find("source", own.get("url") or source_slug(own), source_column(own)):
                cited = [one for one in cited if one["source"] != slug]
                cited.insert(0, {"source": slug} | words | quote)
        elif quote:
            column = next(iter(quote))
            self.wrong(column, "nothing says whose it is; give source_url, or source_title and its publisher")
        return cited


def own_source(cells):
    """The cells of the source that an event's row describes in columns of its own, as a source's."""
    prefix = "source_"
    own = {name.removeprefix(prefix): value for name, value in cells.items() if name.startswith(prefix)}
    return own if own.get("url") or own.get("title") else {}


def source_column(own):
    """The column that names an event's own source."""
    return "source_url" if own.get("url") else "source_title"
