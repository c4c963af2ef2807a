"""A row's plan: what it would do, what is wrong with it, and how both are said."""

from dataclasses import dataclass, field

from timeline.ingest.problems import Place, printable, quoted, shortened
from timeline.models import Event, ImportedRow

CREATE, CHANGE, UNCHANGED, REFUSED = (
    ImportedRow.Outcome.CREATE,
    ImportedRow.Outcome.CHANGE,
    ImportedRow.Outcome.UNCHANGED,
    ImportedRow.Outcome.REFUSED,
)
MISSING = "it is missing; fill it in"
EMPTY_SLUG = "must not be empty"
NAMED = ("slug", "title", "name")  # what a row is called by stands beside its changes
NOTHING = ("", None, [], {})
SHOWN = 300  # characters of a value in the table of changes


@dataclass
class Plan:
    """What one row would do. `before` is the stored row or None, `record` the checked whole."""

    row: ImportedRow
    before: object = None
    stored: dict | None = None
    record: dict = field(default_factory=dict)
    event: Event | None = None
    citations: list = field(default_factory=list)
    problems: list = field(default_factory=list)  # (field, value, fault)
    changes: list = field(default_factory=list)

    @property
    def good(self):
        """Whether there is something to write."""
        return self.row.outcome in (CREATE, CHANGE)

    def wrong(self, column, fault):
        """Note what is wrong in a column; that it is missing only where nothing else is wrong with it."""
        if fault == MISSING and any(column == known for known, _, _ in self.problems):
            return
        given = self.row.given.get("cells") or self.row.given.get("record") or {}
        value = given.get(column, "") if isinstance(given, dict) else ""
        value = shortened(printable(value if isinstance(value, str) else quoted(value)), 80)
        self.problems.append([column, value, printable(shortened(fault, 400))])


class RowPlace(Place):
    """A place in a row: faults go to the plan, under the column that shows the field."""

    COLUMNS = {"date_override": "edtf"}

    def wrong(self, fault):
        """Note what is wrong here."""
        *_, last = self.path.split(".") if self.path.startswith("citations") else [self.path.split(".")[0]]
        column = last.split("[")[0]
        if fault == "missing":
            fault = MISSING
        if column == "slug" and fault == EMPTY_SLUG and "cells" in self.problems.row.given:
            return  # it is made of the title or name, and that it is missing is said there
        self.problems.wrong(self.COLUMNS.get(column, column), fault)


def changes_of(stored, record):
    """[field, before, after] of what differs between two checked records; of a new one, all that it says."""
    if stored is None:
        said = {key: value for key, value in record.items() if key not in NAMED and value not in NOTHING}
        return [[key, "", shown(value)] for key, value in said.items()]
    differing = [key for key in record if not _same(stored.get(key), record[key])]
    return [[key, shown(stored.get(key)), shown(record[key])] for key in differing]


def _same(before, after):
    """Whether two values are stored alike: lists of slugs have no order."""
    if isinstance(before, list) and all(isinstance(one, str) for one in [*before, *after]):
        return sorted(before) == sorted(after)
    if isinstance(before, list) and isinstance(after, list):
        return [_sorted(one) for one in before] == [_sorted(one) for one in after]
    return before == after


def _sorted(one):
    """A position with its arguments in one order."""
    return {key: sorted(value) if isinstance(value, list) else value for key, value in one.items()}


def shown(value):
    """A value as the table of changes shows it."""
    if isinstance(value, list):
        value = "; ".join(_item(one) for one in value)
    elif isinstance(value, dict):
        value = "; ".join(f"{key}: {one}" for key, one in value.items())
    return shortened(printable("" if value is None else str(value)), SHOWN)


def _item(one):
    if not isinstance(one, dict):
        return str(one)
    quoting = ("quote", "date_text", "note")
    return " ".join(f"“{said}”" if key in quoting else str(said) for key, said in one.items() if said)
