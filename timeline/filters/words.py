"""A state in words, for titles, feeds, file names, previews and alternative texts."""

from datetime import time

from django.utils.translation import gettext as _

from .state import BLANK


def describe(debate, filters, names):
    """One phrase that says what the view holds, such as
    "Long-range weapons for Ukraine: Olaf Scholz; opposes; 1 May 2024 to 31 May 2024".
    """
    parts = [part for part in (_facet(filters, names, key) for key in _ORDER) if part]
    parts += [part for part in (_query(filters), _range(filters), _changes(filters)) if part]
    return f"{debate.title}: {'; '.join(parts)}" if parts else debate.title


_ORDER = ("question", "actor", "stance", "topic", "kind", "publisher", "precision", "disputed")
_BLANKS = {
    "question": "no question",
    "actor": "no actor",
    "stance": "no stance given",
    "topic": "no topic",
    "publisher": "no source",
    "precision": "undated",
}


def _facet(filters, names, key):
    values = getattr(filters, key)
    if key == "precision":
        return "dated to the " + " or ".join(names[key, v] for v in values) if values else ""
    return " or ".join(_BLANKS[key] if v == BLANK else names[key, v] for v in values)


def _query(filters):
    return f"about “{filters.q}”" if filters.q else ""


def _range(filters):
    first, last = (f"{day:%-d %B} {day.year}" if day else "" for day in (filters.first, filters.last))
    certainly = "certainly " if filters.certainty == "certainly" and (first or last) else ""
    if first and last:
        return f"{certainly}{first} to {last}" if first != last else f"{certainly}on {first}"
    return certainly + (f"from {first}" if first else f"to {last}") if first or last else ""


def _changes(filters):
    return _("new or changed since %(moment)s") % {"moment": moment(filters.since)} if filters.since else ""


def moment(value):
    """A moment in words: "3 November 2026", with the time of day unless it begins the day."""
    day = f"{value:%-d %B} {value.year}"
    return (
        day if value.time() == time() else _("%(day)s, %(time)s UTC") % {"day": day, "time": f"{value:%H:%M}"}
    )
