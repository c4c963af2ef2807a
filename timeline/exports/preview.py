"""Cards: what the picture of a shared link says of a view, an event or a source. Knows no request.

A card shows what the public sees, whoever asks for it: those who meet the link elsewhere are the public.
"""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.charts import Bin, EventRow, Lane, Place
from timeline.charts.card import Words, card
from timeline.charts.card_chart import CardChart
from timeline.charts.plot import ScenePlot
from timeline.dates.words import in_day
from timeline.filters import Filters, View
from timeline.translation import number

from .chart import ChartRows, credit, month_of, shown_as

UNSEEN = ("page", "sort", "order", "density", "event", "lang")  # what changes no picture, or says so besides
ALL = "all"  # the one lane of an event's card


def shown_by(view):
    """The view whose card stands for this one: the same events, without what no picture shows."""
    return View(view.debate, view.filters.without(*UNSEEN))


@dataclass(frozen=True)
class OfSource(View):
    """The events that cite a source, as a view."""

    source: object = None

    def all_events(self):
        """Every public event of the debate that cites the source."""
        return super().all_events().filter(citations__source=self.source).distinct()


def card_of_view(view, address, theme, title="", kicker=""):
    """The card of a view as SVG: its title in words, its numbers, its chart.

    `title` and `kicker` say something else than the filters do, such as the title of a shared view.
    """
    words = Words(
        title=title or spoken(view),
        kicker=kicker or ("" if not title and spoken(view) == view.debate.title else view.debate.title),
        lead=numbers(view),
        address=address,
        made=made(view.debate),
    )
    rows = ChartRows(view)
    drawn = CardChart(
        rows.drawn, rows.lanes, rows.state.color, (rows.state.first, rows.state.last), tuple(rows.bins())
    )
    return card(words, noting(drawn), theme)


def spoken(view):
    """The filters in words, or the debate's title where there are none."""
    words = view.describe()
    said = words.removeprefix(f"{view.debate.title}: ")
    return said[:1].upper() + said[1:]


def numbers(view):
    """How many events and sources: "287 events from 365 sources"."""
    if not view.count:
        return _("No events")
    sources = sources_of(view)
    events = ngettext("%(count)s event", "%(count)s events", view.count) % {"count": number(view.count)}
    from_sources = ngettext("%(count)s source", "%(count)s sources", sources) % {"count": number(sources)}
    return _("%(events)s from %(sources)s") % {"events": events, "sources": from_sources}


def sources_of(view):
    """How many sources the view's events cite."""
    cited = view.citations().filter(event__in=view.unordered().values("pk"))
    return cited.aggregate(n=Count("source", distinct=True))["n"]


def made(debate):
    """The day of the data's last change: the same data make the same picture."""
    return _("Data of %(day)s") % {"day": in_day(timezone.localtime(debate.changed_at))}


def noting(chart):
    """The fitting of a chart, with words for the lanes that had no room."""

    def fitted(width, height):
        scene, scale, missing = chart.fitted(width, height)
        whole = len(chart.lanes)
        note = _("%(shown)s of %(all)s rows") % {"shown": whole - missing, "all": whole} if missing else ""
        return ScenePlot(scene, plumb=True), scale, note

    return fitted


def card_of_event(event, address, theme):
    """The card of an event: when, in whose words, who stood where, on whose word, and where on the axis."""
    debate = event.debate
    words = Words(
        title=event.title,
        kicker=f"{debate.title} · {event.get_kind_display()}",
        lead=event.date_read,
        facts=tuple(facts_of(event)),
        stances=tuple((stance, f"{actor} {label}") for actor, stance, label in event.stances),
        more=_("and {count} more"),
        address=address,
        made=made(debate),
    )
    return card(words, noting(axis_of(event)), theme, least=180)


def facts_of(event):
    """The phrase as written, and who says so."""
    if event.date_text:
        yield _("as written: “%(phrase)s”") % {"phrase": event.date_text}
    publishers = list(dict.fromkeys(citation.source.publisher for citation in event.citations.all()))
    if publishers:
        yield _("Sources: %(credit)s") % {"credit": credit(publishers)}


def axis_of(event):
    """Where the event stands among all events of its debate, which are counted by month."""
    rows = View(event.debate, Filters()).unordered()
    counted = rows.exclude(sort_date__isnull=True).annotate(month=TruncMonth("sort_date")).values("month")
    bins = tuple(
        Bin(ALL, *month_of(item["month"]), item["n"])
        for item in counted.annotate(n=Count("pk")).order_by("month")
    )
    lane = Lane(ALL, _("All events of the debate, by month"), sum(item.count for item in bins))
    color = shown_as({stance for _actor, stance, _label in event.stances})
    row = EventRow(
        slug=event.slug,
        title=event.title,
        earliest=event.earliest,
        latest=event.latest,
        throughout=event.throughout,
        approximate=event.approximate,
        precision=event.precision,
        importance=3,
        places=(Place(ALL, color),),
        date_text="",
        date_read="",
        sources="",
        url="",
    )
    return CardChart((row,), (lane,), "stance", bins=bins, selected=event.slug)


def card_of_source(source, address, theme):
    """The card of a source: what it is, when it was published, and the events that cite it."""
    view = OfSource(source.debate, Filters(), None, source)
    rows = ChartRows(view)
    cited = ngettext("cited by %(count)s event", "cited by %(count)s events", view.count)
    words = Words(
        title=source.title,
        kicker=f"{source.debate.title} · {source.publisher}",
        lead=_("Published %(day)s") % {"day": source.published_read} if source.published_read else "",
        facts=(cited % {"count": number(view.count)},),
        address=address,
        made=made(source.debate),
    )
    return card(words, noting(CardChart(rows.drawn, rows.lanes, "stance", bins=tuple(rows.bins()))), theme)
