"""What a browser posts: a field's value there and back, and the rows of a formset moved about."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import CheckboxInput, ModelChoiceField

from .keys import as_key

ROWS_AT_MOST = 1000  # what Django itself accepts of one formset


def as_posted(field, value):
    """The texts that a browser posts for a stored value; empty for a box that is not ticked."""
    widget = getattr(field.widget, "widget", field.widget)
    prepared = field.prepare_value(value)
    if isinstance(widget, CheckboxInput):
        return ["on"] if prepared else []
    if isinstance(prepared, list | tuple | set | QuerySet):
        return [str(field.prepare_value(item)) for item in prepared]
    shown = widget.format_value(prepared)
    return [str(item) for item in shown] if isinstance(shown, list) else ["" if shown is None else str(shown)]


def taken(field, name, data):
    """What a field takes out of posted data, before it is cleaned."""
    return field.widget.value_from_datadict(data, {}, name)


def in_words(field, raw):
    """A posted value as one reads it; empty for nothing, and as it was typed where it is no value."""
    try:
        value = field.clean(raw)
    except ValidationError:
        return raw if isinstance(raw, str) else ", ".join(map(str, raw or ()))
    if isinstance(value, list | tuple | set | QuerySet):
        return "; ".join(sorted(map(str, value)))
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if not isinstance(value, Model) and not isinstance(field, ModelChoiceField):
        labels = {
            str(key): str(label) for key, label in getattr(field, "choices", ()) if key not in ("", None)
        }
        return labels.get(str(value), str(value))
    return str(value)


class PostedRows:
    """The rows of a formset in posted data, each a dictionary of field names; `write` puts them back."""

    def __init__(self, data, prefix):
        self.data, self.prefix = data, prefix
        total = min(as_key(data.get(f"{prefix}-TOTAL_FORMS")) or 0, ROWS_AT_MOST)
        self.rows = [self._row(number) for number in range(total)]

    def _row(self, number):
        start = f"{self.prefix}-{number}-"
        return {name[len(start) :]: self.data.getlist(name) for name in self.data if name.startswith(start)}

    @staticmethod
    def key(row, name="id"):
        """The primary key in a row, or None."""
        return as_key((row.get(name) or [""])[0])

    def write(self, rows):
        """Make these the rows: those that are stored first, as Django wants them."""
        for number in range(len(self.rows)):
            for name in self._row(number):
                del self.data[f"{self.prefix}-{number}-{name}"]
        self.rows = sorted(rows, key=lambda row: self.key(row) is None)
        for number, row in enumerate(self.rows):
            for name, values in row.items():
                self.data.setlist(f"{self.prefix}-{number}-{name}", values)
        self.data[f"{self.prefix}-TOTAL_FORMS"] = str(len(self.rows))
        self.data[f"{self.prefix}-INITIAL_FORMS"] = str(sum(self.key(row) is not None for row in self.rows))
