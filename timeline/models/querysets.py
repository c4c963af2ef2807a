"""The door to events: who sees them, which overlap a range, which match words, in which order."""

from django.db import connections
from django.db.models import F, Max, Prefetch, Q, Window
from django.db.models.functions import Collate, Lag, Lead, RowNumber

from .search import matching
from .slugs import AddressedQuerySet

DETAILS = {  # what hangs on an event and has a page of its own, whose address needs the debate
    "questions": "Question",
    "actors": "Actor",
    "event_topics__topic": "Topic",
    "positions__actor": "Actor",
    "positions__question": "Question",
    "citations__source": "Source",
}


class EventQuerySet(AddressedQuerySet):
    """Events as rows."""

    def visible_to(self, user):
        """The only definition of who sees what: everyone the published, curators the drafts as well.

        Withdrawn events are in no list; their own page says that they were withdrawn.
        """
        if user is not None and user.has_perm("timeline.view_event"):
            return self.exclude(status="withdrawn")
        return self.filter(status="published")

    def overlapping(self, first, last, certainly=False):
        """Events whose span possibly or certainly lies within first to last; either may be None.

        Possibly: the span overlaps the range. Certainly: the whole span lies in it. An event without
        any date falls out as soon as one end is given.
        """
        rows = self
        if first or last:
            rows = rows.exclude(earliest__isnull=True, latest__isnull=True)
        if certainly:
            rows = rows.filter(earliest__gte=first) if first else rows
            return rows.filter(latest__lte=last) if last else rows
        if first:
            rows = rows.filter(Q(latest__isnull=True) | Q(latest__gte=first))
        return rows.filter(Q(earliest__isnull=True) | Q(earliest__lte=last)) if last else rows

    def matching(self, words):
        """Events in which every word begins some word of the title, summary, quotes or actors."""
        return matching(self, words)

    def with_cards(self):
        """With what a card of the list shows; a constant number of queries."""
        return self.select_related("debate").prefetch_related("citations", "positions__actor")

    def with_details(self):
        """With everything that a row of an export or a page shows; a constant number of queries."""
        linked = {
            path: Prefetch(
                path,
                queryset=self.model._meta.apps.get_model("timeline", model).objects.select_related("debate"),
            )
            for path, model in DETAILS.items()
        }
        return self.select_related("debate").prefetch_related(
            "event_topics", "positions__arguments", "citations", *linked.values()
        )

    def in_order(self, sort="oldest"):
        """In order of time; "newest" turns it round, "importance" puts the weightiest first.

        Undated events come last; ties are broken by the end of the span, then by slug, so that the
        order is total and the same on every database.
        """
        slug = self.slug_in_order().asc()
        oldest = [F("sort_date").asc(nulls_last=True), F("latest").asc(nulls_last=True), slug]
        newest = [F("sort_date").desc(nulls_last=True), F("latest").desc(nulls_last=True), slug]
        orders = {"oldest": oldest, "newest": newest, "importance": [F("importance").desc(), *oldest]}
        return self.order_by(*orders[sort])

    def slug_in_order(self):
        """The slug, compared letter by letter: PostgreSQL would follow the language of its installation."""
        return Collate(F("slug"), "C") if connections[self.db].vendor == "postgresql" else F("slug")

    def standing_of(self, slug):
        """Where an event stands in this ordered list: {"place" from 1, "before", "after": slugs or None}.

        None where the list does not hold it. One query, however long the list.
        """
        order = self.query.order_by
        numbered = self.annotate(
            own=Window(
                Max("slug"), partition_by="pk"
            ),  # a plain slug would narrow the rows before they are numbered
            place=Window(RowNumber(), order_by=order),
            before=Window(Lag("slug"), order_by=order),
            after=Window(Lead("slug"), order_by=order),
        )
        return numbered.values("place", "before", "after").filter(own=slug).first()
