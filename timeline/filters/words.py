"""A state in words, for titles, feeds, file names, previews and alternative texts."""

from datetime import time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates.words import in_day

from .state import BLANK


def describe(debate, filters, names):
    """One phrase that says what the view holds, such as
    "Long-range weapons for Ukraine: Olaf Scholz; opposes; 1 May 2024 to 31 May 2024".
    """
    parts = [part for part in (_facet(filters, names, key) for key in _ORDER) if part]
    said = (_query(filters), _range(filters), _changes(filters), as_of(filters))
    parts += [part for part in said if part]
    return f"{debate.title}: {'; '.join(parts)}" if parts else debate.title


_ORDER = ("question", "actor", "stance", "topic", "kind", "publisher", "precision", "disputed")
_BLANKS = {
    "question": gettext_lazy("no question"),
    "actor": gettext_lazy("no actor"),
    "stance": gettext_lazy("no stance given"),
    "topic": gettext_lazy("no topic"),
    "publisher": gettext_lazy("no source"),
    "precision": gettext_lazy("undated"),
}


def _facet(filters, names, key):
    values = getattr(filters, key)
    if key == "precision":
        said = _either(names[key, value] for value in values)
        return _("dated to the %(precision)s") % {"precision": said} if values else ""
    said = _either(str(_BLANKS[key]) if value == BLANK else names[key, value] for value in values)
    return _compared(said, filters, names) if key == "actor" else said


def _compared(said, filters, names):
    """Who is compared with whom, where that widens the view: one in two periods is one still."""
    if len(filters.actors) == len(filters.actor):
        return said
    return _("%(one)s compared with %(other)s") % {"one": said, "other": names["actor", filters.other]}


def _either(alternatives):
    return f" {_('or')} ".join(alternatives)


def quoted(words):
    """Words between the quotation marks of the language."""
    return _("“%(words)s”") % {"words": words}


def _query(filters):
    return _("about %(words)s") % {"words": quoted(filters.q)} if filters.q else ""


def _range(filters):
    first, last = (in_day(day) if day else "" for day in (filters.first, filters.last))
    if not first and not last:
        return ""
    if first and last:
        said = _("%(first)s to %(last)s") if first != last else _("on %(first)s")
    else:
        said = _("from %(first)s") if first else _("to %(last)s")
    said %= {"first": first, "last": last}
    return _("certainly %(range)s") % {"range": said} if filters.certainty == "certainly" else said


def _changes(filters):
    return _("new or changed since %(moment)s") % {"moment": moment(filters.since)} if filters.since else ""


def as_of(filters):
    """The day as of which the debate is shown: "as it stood on 23 August 2024"; empty where it is today's."""
    if not filters.as_of:
        return ""
    sure = filters.certainty == "certainly"
    if filters.clock == "published":
        said = _("as certainly published by %(day)s") if sure else _("as published by %(day)s")
    else:
        said = _("as it certainly stood on %(day)s") if sure else _("as it stood on %(day)s")
    return said % {"day": in_day(filters.as_of)}


def moment(value):
    """A moment in words: "3 November 2026", with the time of day unless it begins the day."""
    if value.time() == time():
        return in_day(value)
    return _("%(day)s, %(time)s UTC") % {"day": in_day(value), "time": f"{value:%H:%M}"}
