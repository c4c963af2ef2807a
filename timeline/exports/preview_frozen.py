"""The card of a frozen shared view: drawn from the rows of then, not from those of now."""

from collections import Counter

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.charts import MARK_LIMIT, EventRow, Lane, Place
from timeline.charts.card import Words, card
from timeline.charts.card_chart import CardChart
from timeline.dates.words import in_day
from timeline.filters import BLANK, Filters
from timeline.filters.codes import country_name
from timeline.models import Event
from timeline.translation import number

from .chart import LANE_LABELS, OTHERS, otherwise, shown_as
from .kept import KeptEvent
from .preview import noting
from .shared_views import FrozenList, in_words

NAMED = {"question": "questions", "actor": "actors", "topic": "topics"}  # lanes that rows have names for


def card_of_frozen(shared, view, address, theme):
    """The card of a frozen view; `view` is the same as it is now."""
    kept, said_then = FrozenList(shared), in_words(shared, view)
    said = ngettext("%(count)s event, as on %(day)s", "%(count)s events, as on %(day)s", kept.count)
    day = in_day(localtime(shared.made_at))
    words = Words(
        title=shared.title or said_then.filters,
        kicker=said_then.debate,
        lead=said % {"count": number(kept.count), "day": day},
        address=address,
        made=_("Frozen on %(day)s") % {"day": day},
    )
    return card(words, noting(chart_of(kept, Filters.parse(shared.query))), theme)


def chart_of(kept, filters, drawn=None):
    """The chart of the rows of then, at most as many as there may be marks, in the lanes of the view.

    Of more than `drawn` lanes the rest is one lane for all others, as in a live chart.
    """
    by = filters.lane
    events = [KeptEvent(row) for row in kept.rows.values_list("row", flat=True)[:MARK_LIMIT]]
    standing = [(event, lanes_of(event, by)) for event in events]
    names = {lane: name for event, _lanes in standing for lane, name in names_of(event, by).items()}
    order = ordered(standing, names, by, getattr(filters, by, ()))
    if drawn is not None and len([lane for lane in order if lane != BLANK]) > drawn:
        order = [*order[:drawn], OTHERS, *([BLANK] if BLANK in order[drawn:] else [])]
        standing = [(event, folded(lanes, order)) for event, lanes in standing]
    counts = Counter(lane for _event, lanes in standing for lane in lanes)
    labels = {lane: str(names.get(lane, LANE_LABELS.get(lane, lane))) for lane in order}
    lanes = tuple(Lane(lane, labels[lane], counts[lane]) for lane in order)
    rows = tuple(row_of(event, found, by, filters) for event, found in standing if event.sort_date)
    return CardChart(rows, lanes, filters.color, (filters.first, filters.last))


def ordered(standing, names, by, chosen):
    """The lanes in the order of a live chart: those chosen, then the fullest; blanks last."""
    counts = Counter(lane for _event, lanes in standing for lane in lanes)
    labels = names if by in NAMED else {}
    return sorted(
        counts, key=lambda lane: (lane == BLANK, lane not in chosen, -counts[lane], labels.get(lane, lane))
    )


def folded(lanes, drawn):
    """The lanes with one for all that are not drawn."""
    return list(dict.fromkeys(lane if lane in drawn else OTHERS for lane in lanes))


def lanes_of(event, by):
    """The lanes that an event stood in."""
    if by == "kind":
        return [event.kind]
    found = event.countries if by == "country" else getattr(event, NAMED[by])
    return list(dict.fromkeys(key or BLANK for key in found or [BLANK]))


def names_of(event, by):
    """The names of its lanes, as they were then."""
    if by == "kind":
        return {event.kind: str(dict(Event.Kind.choices).get(event.kind, event.kind)).capitalize()}
    if by == "country":
        return {code: country_name(code) for code in event.countries if code}
    return event.kept["names"].get(NAMED[by], {})


def row_of(event, lanes, by, filters):
    """The event as the chart wants it."""
    return EventRow(
        slug=event.slug,
        title=event.title,
        earliest=event.earliest,
        latest=event.latest,
        throughout=event.throughout,
        approximate=event.approximate,
        precision=event.precision,
        importance=event.importance,
        places=tuple(Place(lane, color_in(event, lane, by, filters)) for lane in lanes),
        date_text="",
        date_read="",
        sources="",
        url=event.url,
        otherwise=tuple(otherwise(*one) for one in event.otherwise),
    )


def color_in(event, lane, by, filters):
    """Its colour in a lane: its kind, or the stance that was taken there by whom the filters are about."""
    if filters.color == "kind":
        return event.kind
    positions = event.kept["row"].get("positions", ())
    return shown_as({position["stance"] for position in positions if _counts(position, lane, by, filters)})


def _counts(position, lane, by, filters):
    """Whether a position is one of the lane, and of the actors and questions chosen, as in a live chart."""
    for facet in ("actor", "question"):
        wanted = ({lane} if facet == by else {*getattr(filters, facet)}) - {BLANK, OTHERS}
        if wanted and position[facet] not in wanted:
            return False
    return True
