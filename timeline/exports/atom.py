"""A view as a feed of what is new and what has changed (Atom, RFC 4287), in pages (RFC 5005)."""

import uuid

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext as _

from timeline.filters.state import CHOICES

from .story import credit, dated, identity, printable, stances


class ViewFeed(Atom1Feed):
    """Django's Atom with the links of a paged feed, and without a clock."""

    def add_root_elements(self, handler):
        """Add the links between the pages, by relation."""
        super().add_root_elements(handler)
        for relation, address in self.feed["pages"].items():
            handler.addQuickElement("link", "", {"rel": relation, "href": address})

    def latest_post_date(self):
        """The latest change shown; in an empty feed, that of the debate."""
        return super().latest_post_date() if self.items else self.feed["changed_at"]


def by_change(view):
    """The view's events, the one changed last first, whatever the view's own order."""
    return view.unordered().order_by("-changed_at", "-pk")


def atom(view, events, site, addresses, pages):
    """The feed as text.

    `site` is what links are built on, without a final slash; `addresses` are those of the view's page
    ("alternate") and of this feed ("self"); `pages` {relation: address} of the feed's other pages.
    """
    feed = ViewFeed(
        title=printable(view.describe()),
        link=addresses["alternate"],
        description=printable(view.debate.description),
        subtitle=printable(view.debate.description) or None,
        feed_url=addresses["self"],
        feed_guid=_feed_identity(view, site),
        author_name="Debateline",
        pages=pages,
        changed_at=view.debate.changed_at,
    )
    for event in events:
        feed.add_item(
            title=printable(event.title),
            link=site + event.get_absolute_url(),
            unique_id=f"urn:uuid:{identity(event)}",
            pubdate=event.there_since,
            updateddate=event.changed_at,
            description=printable(summary(event)),
            categories=[printable(name) for name in _categories(event)],
        )
    return feed.writeString("utf-8")


def _feed_identity(view, site):
    """By the site, the debate's key and the filters: a new title of the debate is no new feed."""
    host = site.split("://", 1)[-1]
    ways_of_looking = [key for key in CHOICES if key not in ("clock", "certainty")]
    query = view.filters.without(*ways_of_looking, "event").querystring()
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{host}/{view.debate.pk}/events.atom?{query}')}"


def _categories(event):
    return [event.get_kind_display(), *(link.topic.name for link in event.event_topics.all())]


def summary(event):
    """The event as HTML in which every text of ours is escaped: date, summary, positions, sources."""
    parts = [format_html("<p><time>{}</time></p>", dated(event))]
    parts += [format_html("<p>{}</p>", part) for part in event.summary.split("\n") if part.strip()]
    parts += [_list(_("Positions"), [escape(stance) for stance in stances(event)])]
    parts += [_list(_("Sources"), [linked(citation) for citation in event.citations.all()])]
    return "".join(parts)


def linked(citation):
    """A source as HTML: its line, leading to its address where it has one, and the quote."""
    url = citation.source.url
    line = format_html('<a href="{}">{}</a>', url, credit(citation)) if url else escape(credit(citation))
    return format_html("{} <q>{}</q>", line, citation.quote) if citation.quote else line


def _list(heading, items):
    if not items:
        return ""
    return format_html(
        "<p>{}</p><ul>{}</ul>", heading, format_html_join("", "<li>{}</li>", ((item,) for item in items))
    )
