"""What templates need beside Django's own: links within a view, days in words."""

from django import template

from timeline.dates import words
from timeline.dates.words import MONTHS

register = template.Library()
PRECISIONS = {
    "day": "to the day",
    "week": "to the week",
    "part-of-month": "to part of a month",
    "month": "to the month",
    "quarter": "to the quarter",
    "season": "to the season",
    "part-of-year": "to part of a year",
    "half-year": "to the half-year",
    "year": "to the year",
    "decade": "to the decade",
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
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else ""


@register.filter
def in_words(span):
    """A span in words."""
    return words(span)


@register.filter
def precision_words(event):
    """How exactly an event or a span is dated, in words, and how certain that is."""
    parts = [PRECISIONS.get(event.precision, event.precision)]
    parts += ["approximately"] if event.approximate else []
    parts += ["the year is inferred"] if event.inferred and not getattr(event, "date_override", "") else []
    if event.earliest != event.latest:
        parts.append("lasted throughout" if event.throughout else "some time within")
    return ", ".join(parts)
