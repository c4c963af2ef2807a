"""A view's rows as a chart's scene: which lanes, which events stand where, and in which colour."""

from collections import defaultdict
from functools import cached_property

from django.db.models import Case, Count, IntegerField, Value, When, Window
from django.db.models.functions import RowNumber, TruncMonth
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.charts import MARK_LIMIT, lay_out
from timeline.charts.rows import Bin, EventRow, Lane, Otherwise, Place
from timeline.dates import calendar
from timeline.dates import words as say
from timeline.facets import LABELS
from timeline.filters import BLANK
from timeline.filters.as_of import AsOf
from timeline.filters.codes import country_name
from timeline.filters.rows import LINKS
from timeline.models import Citation, Event, Position
from timeline.translation import number

LANES_DRAWN = 12
OTHERS = "others"
LANE_LABELS = {BLANK: gettext_lazy("None given"), OTHERS: gettext_lazy("All others")}
# What an event stands in lanes by: the rows that link the two, and the path to the lane's key in them.
LANES = LINKS | {"country": (Event.actors.through, "actor__country")}


class ChartRows:
    """The rows, lanes and, for crowded views, bins that the chart of a view is drawn from."""

    def __init__(self, view):
        self.view, self.state = view, view.filters
        self.ids = view.unordered().values("pk")
        self.keys = self.lane_keys()
        self.lanes = tuple(self.keys.values())

    def scene(self, width):
        """The laid-out chart, `width` being a class ("wide") or px."""
        return lay_out(
            self.drawn,
            self.lanes,
            color_by=self.state.color,
            window=(self.state.first, self.state.last),
            width=width,
            bins=self.bins(),
            selected=self.state.event or None,
            **self.stood,
        )

    @cached_property
    def stood(self):
        """The day as of which it is drawn, on the axis that it has as of today: what is to come is empty."""
        if not self.state.as_of:
            return {}
        return {"reach": AsOf(self.view).extent, "as_of": self.state.as_of}

    @cached_property
    def drawn(self):
        """The rows, fetched once for all widths."""
        return tuple(self.rows())

    def lane_keys(self):
        """{key: Lane} of the lanes drawn: the fullest, then one for all others, then one for blanks."""
        counts = self.lane_counts()
        blank = counts.pop(BLANK, None)
        drawn = dict(list(counts.items())[:LANES_DRAWN])
        rest = self.rest_of(drawn) if len(counts) > LANES_DRAWN else 0
        drawn |= {OTHERS: (str(LANE_LABELS[OTHERS]), rest)} if rest else {}
        drawn |= {BLANK: blank} if blank else {}
        return {key: Lane(key, label, count) for key, (label, count) in drawn.items()}

    def lane_counts(self):
        """{lane key: (label, events)}, the reader's own choice first, one more than are drawn."""
        if self.state.lane == "kind":
            rows = self.view.unordered().values_list("kind").annotate(n=Count("pk")).order_by("-n", "kind")
            return {kind: (capfirst(Event.Kind(kind).label), n) for kind, n in rows}
        named = country_name if self.state.lane == "country" else str
        counts = {
            key or BLANK: (named(label) if label else str(LANE_LABELS[BLANK]), n)
            for key, label, n in self.linked_counts()
        }
        blank = self.view.unordered().exclude(pk__in=self.links().values("event")).count()
        if blank or BLANK in counts:
            counts[BLANK] = (str(LANE_LABELS[BLANK]), blank + counts.pop(BLANK, ("", 0))[1])
        return counts

    def linked_counts(self):
        """(key, label, events) of lanes that hang on a link, fullest first, or in the debate's order."""
        path = self.path
        label = LABELS.get(self.state.lane, path)
        counted = self.links().values_list(path, label).annotate(n=Count("event", distinct=True))
        return counted.order_by(*self.chosen_first(), "-n", label)[: LANES_DRAWN + 2]

    def chosen_first(self):
        """The order that puts the chosen lanes first; none where none is: PostgreSQL takes 1 for a column."""
        chosen = getattr(self.state, self.state.lane, ())
        when = When(**{f"{self.path}__in": chosen}, then=Value(0))
        return [Case(when, default=Value(1), output_field=IntegerField())] if chosen else []

    @property
    def path(self):
        """The path from a link to its lane key."""
        return LANES[self.state.lane][1]

    def links(self):
        """The links between the view's events and their lanes."""
        return self.links_of(self.ids)

    def links_of(self, ids):
        """The links between these events and their lanes."""
        return LANES[self.state.lane][0].objects.filter(event__in=ids)

    def rest_of(self, drawn):
        """How many events stand in some lane that is not drawn."""
        others = self.links().exclude(**{f"{self.path}__in": [*drawn, ""]})
        return others.aggregate(n=Count("event", distinct=True))["n"]

    def rows(self):
        """The events to draw: all of them, or the weightiest where there are too many for marks."""
        drawn = self.view.unordered().exclude(sort_date__isnull=True)
        if self.crowded:
            drawn = weightiest(drawn)[: MARK_LIMIT // 2]
        events = list(drawn)
        ids = [event.pk for event in events] if self.crowded else self.ids
        lanes, stances, credits = self.lanes_of(ids), self.stances_of(ids), credits_of(self.view, ids)
        otherwise = otherwise_of(self.view, ids)
        address = reverse("debate", args=[self.view.debate.slug])
        for event in events:
            places = tuple(self.places(event, lanes, stances))
            url = f"{address}?{self.state.replace(event=event.slug).querystring()}"
            yield row_of(event, places, credits.get(event.pk, []), url, tuple(otherwise[event.pk]))

    @property
    def crowded(self):
        """Whether there are more events than marks can show."""
        return self.view.count > MARK_LIMIT

    def lanes_of(self, ids):
        """{event: its lane keys}, those not drawn folded into "others", blanks into "none"."""
        found = defaultdict(dict)
        if self.state.lane != "kind":
            for event, key in self.links_of(ids).values_list("event", self.path):
                found[event][self.folded(key)] = True
        return found

    def folded(self, key):
        """The lane that stands for a key."""
        return (key or BLANK) if (key or BLANK) in self.keys else OTHERS

    def stances_of(self, ids):
        """{event: [(actor, question, stance)]} of the positions that the filters are about.

        A lane of a question or an actor is about that one, whichever of them the filters choose.
        """
        found = defaultdict(list)
        if self.state.color == "stance":
            whose = self.view.whose_stance(ignoring={self.state.lane})
            rows = Position.objects.filter(whose, event__in=ids)
            for event, *position in rows.values_list("event", "actor__slug", "question__slug", "stance"):
                found[event].append(position)
        return found

    def places(self, event, lanes, stances):
        """Where an event stands, and its colour there: in an actor's lane that actor's stance."""
        for lane in [event.kind] if self.state.lane == "kind" else lanes.get(event.pk, [BLANK]):
            color = event.kind if self.state.color == "kind" else self.stance_in(lane, stances[event.pk])
            yield Place(lane, color)

    def stance_in(self, lane, positions):
        """The stance shown in a lane."""
        column = {"actor": 0, "question": 1}.get(self.state.lane)
        if column is not None and lane not in (OTHERS, BLANK):
            positions = [position for position in positions if position[column] == lane]
        return shown_as({stance for _, _, stance in positions})

    def bins(self):
        """Events per lane and month, counted by the database, for views too crowded for marks alone."""
        if not self.crowded:
            return ()
        counts = defaultdict(int)
        for key, month, count in self.months():
            counts[self.folded(key), month] += count
        return tuple(Bin(lane, *month_of(month), count) for (lane, month), count in sorted(counts.items()))

    def months(self):
        """(lane key, first day of the month, events) of the dated events in view."""
        if self.state.lane == "kind":
            rows = self.view.unordered().exclude(sort_date__isnull=True)
            return (
                rows.annotate(month=TruncMonth("sort_date"))
                .values_list("kind", "month")
                .annotate(n=Count("pk"))
            )
        links = self.links().exclude(event__sort_date__isnull=True)
        counted = links.annotate(month=TruncMonth("event__sort_date"))
        return counted.values_list(self.path, "month").annotate(n=Count("event", distinct=True)).order_by()


def shown_as(stances):
    """The stance that a mark shows of a set: the one there is, "mixed" for several, "none" for none."""
    return next(iter(stances)) if len(stances) == 1 else "mixed" if stances else "none"


def weightiest(events):
    """The events by weight, and among equals one from each month before a second from any."""
    month = TruncMonth("sort_date")
    turn = Window(RowNumber(), partition_by=["importance", month], order_by=["slug"])
    return events.annotate(turn=turn).order_by("-importance", "turn", "sort_date", "slug")


def month_of(day):
    """The first and the last day of the month."""
    return calendar.month(day.year, day.month)


def row_of(event, places, publishers, url, otherwise=()):
    """An event as charts want it: where it stands, the publishers to credit, where its mark leads."""
    return EventRow(
        slug=event.slug,
        title=event.title,
        earliest=event.earliest,
        latest=event.latest,
        throughout=event.throughout,
        approximate=event.approximate,
        precision=event.precision,
        importance=event.importance,
        places=places,
        date_text=event.date_text,
        date_read=event.date_read,
        sources=credit(publishers),
        url=url,
        otherwise=otherwise,
    )


def credits_of(view, ids):
    """{event: its publishers in the order of citation}."""
    found = defaultdict(list)
    cited = view.citations().filter(event__in=ids).order_by("pk")
    for event, publisher in cited.values_list("event", "source__publisher"):
        if publisher not in found[event]:
            found[event].append(publisher)
    return found


def otherwise_of(view, ids):
    """{event: when the sources that contradict it have it, where they date it at all}."""
    found = defaultdict(list)
    cited = view.citations().filter(event__in=ids, relation=Citation.Relation.CONTRADICTS)
    for citation in cited.exclude(edtf="").select_related("source").order_by("pk"):
        found[citation.event_id].append(otherwise(citation.span, citation.source.publisher))
    return found


def otherwise(span, publisher):
    """When a source that disagrees has an event."""
    said = _("otherwise: %(when)s, in %(publisher)s") % {"when": say(span), "publisher": publisher}
    return Otherwise(span.earliest, span.latest, said)


def credit(publishers):
    """A short credit line: "Politico, Reuters and 2 more"."""
    shown, more = publishers[:2], len(publishers) - 2
    said = ", ".join(shown)
    return _("%(names)s and %(count)s more") % {"names": said, "count": number(more)} if more > 0 else said
