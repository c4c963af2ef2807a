"""The turns of a view as a feed (Atom): one entry a turn, the one whose evidence changed last first."""

import uuid

from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext as _

from .atom import ViewFeed, linked
from .story import printable

_IDENTITY = uuid.UUID("0d6f54f2-41b5-5b0e-9a53-7f6a4c1e2b90")  # ours alone, as in `story`


def turns_atom(view, told, site, addresses):
    """The feed as text; `site` is what links are built on, `addresses` are "alternate" and "self"."""
    feed = ViewFeed(
        title=printable(_("Turning points: %(view)s") % {"view": view.describe()}),
        link=addresses["alternate"],
        description=printable(view.debate.description),
        feed_url=addresses["self"],
        feed_guid=f"urn:uuid:{uuid.uuid5(_IDENTITY, addresses['self'].split('://', 1)[-1])}",
        author_name="Debateline",
        pages={},
        changed_at=view.debate.changed_at,
    )
    for one in told:
        before, after = one.before.event, one.after.event
        feed.add_item(
            title=printable(headline(one.turn)),
            link=site + one.turn.url,
            unique_id=f"urn:uuid:{identity(one.turn, before, after)}",
            pubdate=max(before.there_since, after.there_since),
            updateddate=max(before.changed_at, after.changed_at),
            description=printable(summary(one, site)),
            categories=[printable(one.turn.question.title)],
        )
    return feed.writeString("utf-8")


def headline(turn):
    """A turn in one line: who, from what to what, on which question."""
    names = {"actor": turn.actor.name, "before": turn.before, "after": turn.after}
    said = _("%(actor)s: from “%(before)s” to “%(after)s”") % names
    return f"{said}. {turn.question.title}"


def identity(turn, before, after):
    """A UUID that stays with the turn as long as its evidence does."""
    events = " ".join(f"{event.pk} {event.created_at.isoformat()}" for event in (before, after))
    return uuid.uuid5(_IDENTITY, f"turn {turn.actor.pk} {turn.question.pk} {events}")


def summary(one, site):
    """The turn as HTML in which every text is escaped: its window, and the evidence of both sides."""
    window = _("It must have happened %(window)s.") % {"window": one.turn.window}
    return format_html("<p>{}</p>", window) + _side(one.before, site) + _side(one.after, site)


def _side(piece, site):
    """One side of a turn: stance, date, event with its link, sources with their quotes."""
    event = piece.event
    sources = format_html_join("", "<li>{}</li>", ((linked(citation),) for citation in piece.citations))
    return format_html(
        '<p>{}, {}: <a href="{}">{}</a></p><p>{}</p><ul>{}</ul>',
        piece.stance,
        event.date_read,
        site + event.get_absolute_url(),
        event.title,
        escape(event.summary),
        sources,
    )
