"""What feeds, calendars and slides say of an event, in plain text: its date, positions and sources."""

import re
import uuid

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

UNDATED_NAMED = 20  # titles; the rest are counted
# What XML 1.0 has no character for, and what no calendar shows: controls, surrogates, two non-characters.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IDENTITY = uuid.UUID(
    "6f0c6a3e-6f0e-5a53-9d5d-0c1f5a4f7b1e"
)  # ours alone; feeds would all look new with another


def identity(event):
    """A UUID that stays with the event whatever it is called and wherever the site moves.

    Made of its key and the microsecond at which it was entered: the first alone is the same in every
    installation, and a backup keeps both.
    """
    return uuid.uuid5(_IDENTITY, f"event {event.pk} {event.created_at.isoformat()}")


def printable(text):
    """The text without the characters that an XML or calendar file must not hold."""
    return _UNPRINTABLE.sub("", text)


def dated(event):
    """When it happened, with the words of the source, what they are read as, and the reason if another."""
    read = (
        _("some time within %(days)s") % {"days": event.date_read} if _is_within(event) else event.date_read
    )
    names = {"phrase": event.date_text, "days": read, "reason": event.date_basis.strip()}
    if not event.date_text:
        said = _("%(days)s.") % names
    elif not event.date_override:
        said = _("“%(phrase)s”: %(days)s.") % names
    else:
        said = _("%(days)s; “%(phrase)s” in the source.") % names
    return f"{capitalised(said)} {names['reason']}".strip()


def _is_within(event):
    both = event.earliest and event.latest
    return bool(both and event.earliest != event.latest and not event.throughout)


def capitalised(text):
    """The text with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]


def stances(event):
    """Who stood where: "Olaf Scholz opposes: Should Germany supply Taurus?"."""
    return [
        f"{position.actor.name} {position.get_stance_display()}: {position.question.title}"
        for position in event.positions.all()
    ]


def credit(citation):
    """A source in one line: publisher, title, day, and whether it contradicts."""
    source = citation.source
    parts = [f"{source.publisher}: {source.title}"]
    if source.published:
        inferred = _("%(day)s (inferred)") % {"day": source.published_read}
        parts.append(inferred if source.published_inferred else source.published_read)
    if citation.relation == citation.Relation.CONTRADICTS:
        parts.append(_("contradicts"))
    return ", ".join(parts)


def undated_named(view):
    """A sentence that counts and names the view's events without a date; empty where there are none."""
    rows = view.rows().filter(sort_date=None)
    count = rows.count()
    if not count:
        return ""
    titles = [f"“{title}”" for title in rows.values_list("title", flat=True)[:UNDATED_NAMED]]
    if count > len(titles):
        titles.append(_("and %(count)d more") % {"count": count - len(titles)})
    said = ngettext(
        "%(count)d event without a date is left out: %(titles)s.",
        "%(count)d events without a date are left out: %(titles)s.",
        count,
    )
    return said % {"count": count, "titles": ", ".join(titles)}
