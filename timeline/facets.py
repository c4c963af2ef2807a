"""Facets: for each filter its values, each with the number of events it would give and its toggle link.

A facet ignores its own choice, so that its other values show what they would give in its place.
"""

from dataclasses import dataclass, replace

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from timeline.filters import BLANK, View, remembered
from timeline.filters.names import addressed, closed_name
from timeline.filters.rows import LINKS
from timeline.filters.state import CLOSED
from timeline.models import Citation, Position

LONG = 12  # values, above which a value is found by typing
SHOWN = 200  # values of an open facet that a page carries; more are reached by narrowing
LABELS = {"question": "question__title", "actor": "actor__name", "topic": "topic__name"}
TITLES = {
    "question": _("Question"),
    "actor": _("Actor"),
    "stance": _("Stance"),
    "topic": _("Topic"),
    "kind": _("Kind of event"),
    "publisher": _("Publisher"),
    "precision": _("Precision of the date"),
    "disputed": _("Agreement of sources"),
}
HELP = {
    "question": _("What is argued about. Several choices are alternatives."),
    "actor": _("Whom the event names; together with a stance, whose stance it is."),
    "stance": _("The position that the event gives evidence of, on the questions and by the actors chosen."),
    "topic": _("The weapon or instrument that the event is about."),
    "kind": _("What sort of thing happened."),
    "publisher": _("Who published a source of the event."),
    "precision": _("How exactly the sources date it."),
    "disputed": _("Whether one source contradicts what another says of the event."),
}


@dataclass(frozen=True)
class FacetValue:
    """One value: how it is called, how many events it gives, and the query string that toggles it."""

    value: str
    label: str
    count: int
    chosen: bool
    query: str
    also: tuple[str, ...] = ()  # its other names, by which it is found in a long list


@dataclass(frozen=True)
class Facet:
    """One filter with its values; `hidden` tells that there are more than are shown."""

    key: str
    title: str
    values: tuple[FacetValue, ...]
    hidden: bool

    @property
    def chosen(self):
        """How many of its values are in force."""
        return sum(value.chosen for value in self.values)

    @property
    def is_long(self):
        """Whether there are so many that one finds them by typing."""
        return len(self.values) > LONG

    @property
    def help(self):
        """What it asks, in one line."""
        return HELP[self.key]


def facets(view):
    """All facets of a view, in the order of the page; a constant number of queries."""
    return remembered(view, "facets", lambda: [_facet(view, key) for key in TITLES])


def _facet(view, key):
    chosen = getattr(view.filters, key)
    found = _counts(view, key)
    hidden = len(found) > SHOWN + len(chosen)
    counted = dict(list(found.items())[: SHOWN + len(chosen)])
    missing = {value: (view.names[key, value], 0) for value in chosen if value not in counted}
    shown = counted | missing
    also = _aliases(view, key, shown)
    values = tuple(
        FacetValue(
            value,
            label,
            count,
            value in chosen,
            view.filters.toggle(key, value).querystring(),
            also.get(value, ()),
        )
        for value, (label, count) in shown.items()
    )
    return Facet(key, TITLES[key], values, hidden)


def _aliases(view, key, values):
    """{slug: its other names} of the values that have any; only a long list is searched by them."""
    if key not in LABELS or len(values) <= LONG:
        return {}
    rows = addressed(view.debate, view.user)[key].filter(slug__in=values).exclude(aliases=[])
    return {slug: tuple(aliases) for slug, aliases in rows.values_list("slug", "aliases")}


def _counts(view, key):
    """{value: (label, count)} in the order of display."""
    if key == "disputed":
        return _disputed(view)
    if key in LINKS:
        counts = _linked(view, key)
        blank = _blank(view, key)
        counts |= {BLANK: (closed_name(key, BLANK), blank)} if blank else {}
        return _in_closed_order(key, counts)
    rows = view.unordered(ignoring={key}).order_by().values_list(key).annotate(Count("pk"))
    return _in_closed_order(key, {value: (closed_name(key, value), count) for value, count in rows})


def _in_closed_order(key, counts):
    return {value: counts[value] for value in CLOSED[key] if value in counts} if key in CLOSED else counts


def _linked(view, key):
    model, path = LINKS[key]
    label = LABELS.get(key, path)
    links = _links(view, key, model).order_by()
    # An event stands once with each of these; to look for doubles would cost as much again.
    once = Count("pk") if key in LABELS else Count("event", distinct=True)
    counted = links.values_list(path, label).annotate(count=once)
    if key == "question":
        ordered = counted.order_by("question__rank", "question__title")
    else:
        ordered = counted.order_by(*_chosen_first(view, key, path), "-count", label)
    closed = key in CLOSED
    rows = ordered if closed else ordered[: SHOWN + len(getattr(view.filters, key)) + 1]
    return {row[0]: (closed_name(key, row[0]) if closed else row[1], row[-1]) for row in rows}


def _chosen_first(view, key, path):
    values = getattr(view.filters, key)
    if not values:  # the condition would shrink to ORDER BY 1, which PostgreSQL takes for the first column
        return []
    chosen = When(**{f"{path}__in": values}, then=Value(0))
    return [Case(chosen, default=Value(1), output_field=IntegerField())]


def _links(view, key, model):
    """The links that count: of visible events, and with a stance asked for only those that carry it."""
    if key == "stance":
        rows = view.unordered(ignoring={key})
        return model.objects.filter(view.whose_stance(), event__in=rows.values("pk"))
    if key not in ("actor", "question") or not view.filters.stance:
        return view.links(model).filter(event__in=view.unordered(ignoring={key}).values("pk"))
    rows = view.unordered(ignoring={key, "stance"})
    own = Position.objects.filter(
        view.whose_stance(ignoring={key}), event=OuterRef("event"), **{key: OuterRef(key)}
    )
    wanted = [stance for stance in view.filters.stance if stance != BLANK]
    condition = Q(Exists(own.filter(stance__in=wanted)))
    if BLANK in view.filters.stance:
        condition |= ~Q(Exists(own))
    return model.objects.filter(condition, event__in=rows.values("pk"))


def _blank(view, key):
    return _only(view, key, BLANK).count


def _only(view, key, value):
    alone = {"other": ""} if key == "actor" else {}
    return View(view.debate, replace(view.filters, **{key: (value,)}, **alone), view.user)


def _disputed(view):
    rows = view.unordered(ignoring={"disputed"})
    against = view.citations().filter(relation=Citation.Relation.CONTRADICTS, event__in=rows.values("pk"))
    yes = against.aggregate(n=Count("event", distinct=True))["n"]
    counts = {"yes": yes, "no": rows.count() - yes}
    return {
        value: (closed_name("disputed", value), counts[value]) for value in ("yes", "no") if counts[value]
    }
