"""Dates as one types: what the words in a field of the date range are read to."""

from django.shortcuts import render
from django.utils import timezone

from timeline.dates import NotADate, read, words

LONGEST = 200


def reading(request):
    """What `text` means today, as one line: the words, then the days, or why they are not a date."""
    text = (request.GET.get("from") or request.GET.get("to") or "").strip()[:LONGEST]
    context = {"text": text}
    if text:
        try:
            context["read"] = words(read(text, timezone.localdate()), short=True)
        except NotADate as refusal:
            context["reason"] = refusal.reason
    return render(request, "_reading.html", context)
