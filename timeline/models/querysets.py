"""The door to events: who sees them, which overlap a range, which match words, in which order."""

from django.db import connections
from django.db.models import Exists, F, Max, OuterRef, Prefetch, Q, Window
from django.db.models.functions import Collate, Lag, Lead, RowNumber

from .debate import PartQuerySet
from .roles import may_curate, may_edit_any
from .search import matching
from .statuses import DRAFT, LASTING, PUBLISHED, WITHDRAWN

# What hangs on an event: the model, and what comes joined with it, for its address needs the debate. Joined,
# not prefetched: SQLite refuses a prefetch of a thousand rows by what they link to.
DETAILS = {
    "questions": ("Question", ("debate",)),
    "actors": ("Actor", ("debate",)),
    "event_topics": ("EventTopic", ("topic__debate",)),
    "positions": ("Position", ("actor__debate", "question__debate")),
    "citations": ("Citation", ("source__debate",)),
}

BATCH = 500  # events written with one statement


def published_by(day, certainly=False, source="source__", event="event__"):
    """The condition for a citation's source to have been published by a day; the paths lead to the two.

    Certainly: the span of its publication had ended. Possibly: it had begun, and so may have what it tells
    of: a report "of May" on something of the 28th was not there on the 10th. Without a date, neither.
    """
    ended = Q(**{f"{source}published_latest__lte": day})
    if certainly:
        return ended
    begun = Q(**{f"{source}published_earliest__lte": day})
    begun |= Q(**{f"{source}published_earliest__isnull": True, f"{source}published_latest__isnull": False})
    happened = Q(**{f"{event}earliest__lte": day}) | Q(**{f"{event}earliest__isnull": True})
    return ended | (begun & happened)


class EventQuerySet(PartQuerySet):
    """Events as rows."""

    def visible_to(self, user):
        """The only definition of who sees what: everyone the published, contributors their own drafts too,
        editors the drafts of all.

        Withdrawn events are in no list; their own page says that they were withdrawn.
        """
        return self.curated_by(user).exclude(status=WITHDRAWN)

    def curated_by(self, user):
        """The events that this user works with, withdrawn ones as well: what `roles.may_see` says of one."""
        if may_edit_any(user):
            return self
        published = Q(status=PUBLISHED)
        return self.filter(published | Q(author=user) if may_curate(user) else published)

    def editable_by(self, user):
        """The events that this user may change: what `roles.may_edit` says of one."""
        if not may_curate(user):
            return self.none()
        return self if may_edit_any(user) else self.filter(author=user, status=DRAFT)

    def answering(self, user):
        """Events whose address answers this reader: the visible ones, and those that were withdrawn."""
        if may_edit_any(user):
            return self
        lasting = Q(status__in=LASTING)
        return self.filter(lasting | Q(author=user) if may_curate(user) else lasting)

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
        """Events in which every word begins some word of the title, summary, quotes or names."""
        return matching(self, words)

    def reindex(self):
        """Gather the search words anew, after a name or an alias has changed; touches nothing else."""
        rows = self.order_by("pk").prefetch_related("actors", "topics", "questions", "citations")
        batch = []
        for event in rows.iterator(chunk_size=BATCH):
            before = event.search_text
            event.index_words()
            if event.search_text != before:
                batch.append(event)
        self.model._default_manager.bulk_update(batch, ["search_text"], batch_size=BATCH)

    def with_cards(self, citations=None):
        """With what a card of the list shows, of `citations` where only some count (all without).

        A constant number of queries.
        """
        cited = _model(self, "Citation").objects.all() if citations is None else citations
        cited = cited.select_related("source")
        positions = _model(self, "Position").objects.select_related("actor")
        return self.select_related("debate").prefetch_related(
            Prefetch("citations", cited), Prefetch("positions", positions)
        )

    def with_details(self, citations=None):
        """With everything that a row of an export or a page shows, of `citations` where only some count.

        A constant number of queries.
        """
        rows = {path: _model(self, model).objects.all() for path, (model, _joined) in DETAILS.items()}
        rows["citations"] = rows["citations"] if citations is None else citations
        linked = [
            Prefetch(path, rows[path].select_related(*joined)) for path, (_m, joined) in DETAILS.items()
        ]
        return self.select_related("debate").prefetch_related(*linked, "positions__arguments")

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


class SourceQuerySet(PartQuerySet):
    """Sources as rows."""

    def visible_to(self, user):
        """Those that a visible event cites; editors see the others too."""
        if may_edit_any(user):
            return self
        return self.filter(Exists(_visible(self, user, citations__source=OuterRef("pk"))))


class ActorQuerySet(PartQuerySet):
    """Actors as rows."""

    def visible_to(self, user):
        """Those whom a visible event names, and with whom such an actor is affiliated; to editors, all."""
        if may_edit_any(user):
            return self
        named = self.model._default_manager.filter(
            Exists(_visible(self, user, actors=OuterRef("pk")))
            | Exists(_visible(self, user, positions__actor=OuterRef("pk")))
        ).values("pk")
        return self.filter(
            Q(pk__in=named)
            | Exists(self._affiliations(organisation=OuterRef("pk"), actor__in=named))
            | Exists(self._affiliations(actor=OuterRef("pk"), organisation__in=named))
        )

    def _affiliations(self, **ends):
        return _model(self, "Affiliation").objects.filter(**ends)


def _model(rows, name):
    return rows.model._meta.apps.get_model("timeline", name)


def _visible(rows, user, **links):
    return _model(rows, "Event").objects.visible_to(user).filter(**links)
