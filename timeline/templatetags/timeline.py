"""What templates need beside Django's own: links within a view, days in words."""

from django import template

from timeline.dates import words
from timeline.dates.words import in_day
from timeline.filters.codes import country_name, language_name

register = template.Library()
PRECISIONS = {
    "day": "exact to the day",
    "week": "exact to the week",
    "part-of-month": "exact to a part of the month",
    "month": "exact to the month",
    "quarter": "exact to the quarter",
    "season": "exact to the season",
    "part-of-year": "exact to a part of the year",
    "half-year": "exact to the half-year",
    "year": "exact to the year",
    "decade": "exact to the decade",
    "unknown": "not known",
    "none": "undated",
}


@register.simple_tag
def view_link(view, **changes):
    """The address of the view with some changes, such as `event=slug`."""
    query = view.filters.replace(**changes).querystring()
    return view.debate.get_absolute_url() + (f"?{query}" if query else "")


@register.filter
def day(value):
    """A day in words: "26 November 2024"."""
    return in_day(value) if value else ""


@register.filter
def in_words(span):
    """A span in words."""
    return words(span)


@register.filter
def precision_words(event):
    """How exactly an event or a span is dated, in words, and how certain that is."""
    parts = [PRECISIONS.get(event.precision, event.precision)]
    if event.earliest != event.latest:
        parts.append("it lasted throughout" if event.throughout else "it happened some time within")
    parts += ["approximate"] if event.approximate else []
    parts += ["the year is inferred"] if event.inferred and not getattr(event, "date_override", "") else []
    return "; ".join(parts)


register.filter("country_name", country_name)
register.filter("language_name", language_name)
