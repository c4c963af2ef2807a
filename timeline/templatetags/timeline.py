"""What templates need beside Django's own: links within a view, days in words."""

from collections import defaultdict

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates import words
from timeline.dates.words import in_day, in_month
from timeline.exports.qr_code import code
from timeline.filters.as_of import AsOf
from timeline.filters.codes import country_name, language_name
from timeline.models import Affiliation

register = template.Library()
PRECISIONS = {
    "day": gettext_lazy("exact to the day"),
    "week": gettext_lazy("exact to the week"),
    "part-of-month": gettext_lazy("exact to a part of the month"),
    "month": gettext_lazy("exact to the month"),
    "quarter": gettext_lazy("exact to the quarter"),
    "season": gettext_lazy("exact to the season"),
    "part-of-year": gettext_lazy("exact to a part of the year"),
    "half-year": gettext_lazy("exact to the half-year"),
    "year": gettext_lazy("exact to the year"),
    "decade": gettext_lazy("exact to the decade"),
    "unknown": gettext_lazy("not known"),
    "none": gettext_lazy("undated"),
}


@register.simple_tag
def view_link(view, **changes):
    """The address of the view with some changes, such as `event=slug`."""
    query = view.filters.replace(**changes).querystring()
    return view.debate.get_absolute_url() + (f"?{query}" if query else "")


@register.simple_tag
def evidence_link(view, place, **facets):
    """The address of a page with one value of some facets and nothing else, as of the day of the view."""
    changes = {facet: (value,) for facet, value in facets.items()}
    query = view.filters.known().replace(**changes).querystring()
    return f"{reverse(place, args=[view.debate.slug])}?{query}"


@register.simple_tag
def offices(event):
    """{actor: where they belonged, as what, when it happened} of an event's actors; nothing if undated."""
    found = defaultdict(list)
    if event.earliest and event.latest:
        held = Affiliation.objects.filter(actor__in=[actor.pk for actor in event.actors.all()])
        rows = held.lasting(event.earliest, event.latest).order_by("start", "pk")
        for actor, *said in rows.values_list("actor_id", "role", "organisation__name"):
            found[actor].append(", ".join(filter(None, said)))
    return {actor: "; ".join(dict.fromkeys(places)) for actor, places in found.items()}


@register.filter
def of(found, key):
    """What a dictionary has for a key; nothing where it has none."""
    return found.get(key, "")


@register.simple_tag
def as_of(view):
    """The day as of which a view is shown: where it can be moved to."""
    return AsOf(view)


@register.simple_tag(takes_context=True)
def whole(context, address):
    """An address with the site's name before it, as it is written on paper."""
    return context["request"].build_absolute_uri(address)


@register.filter
def day(value):
    """A day in words: "26 November 2024"."""
    return in_day(value) if value else ""


@register.filter
def month(value):
    """The month of a day: "November 2024"."""
    return in_month(value)


@register.filter
def in_words(span):
    """A span in words."""
    return words(span)


@register.filter
def precision_words(event):
    """How exactly an event or a span is dated, in words, and how certain that is."""
    several = event.precision == "day" and event.earliest and event.latest and event.earliest != event.latest
    parts = [_("exact to a few days") if several else str(PRECISIONS.get(event.precision, event.precision))]
    if event.earliest != event.latest:
        parts.append(_("it lasted throughout") if event.throughout else _("it happened some time within"))
    parts += [_("approximate")] if event.approximate else []
    parts += [_("the year is inferred")] if event.inferred and not getattr(event, "date_override", "") else []
    return "; ".join(parts)


register.simple_tag(code, name="qr")
register.filter("country_name", country_name)
register.filter("language_name", language_name)
