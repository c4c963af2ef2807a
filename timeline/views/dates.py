"""Dates as one types: beside the fields of the date range, and on a page of their own to try words on."""

from calendar import monthrange
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from timeline.charts import WIDTHS, EventRow, Lane, Place, lay_out, svg
from timeline.dates import DateSpan, NotADate, read, words
from timeline.filters.codes import language_name
from timeline.filters.state import read_typed
from timeline.filters.words import quoted

VARY = ("HX-Request", "HX-History-Restore-Request")
LONGEST = 200  # characters; what `read` takes
LANGUAGES = ("en", "uk", "ru", "de", "fr", "pl")  # those with a table of their own
EXAMPLES = [  # phrases that show what the words can and cannot say: (phrase, language)
    ("in mid-November", "en"),
    ("earlier in July", "en"),
    ("between 3 and 5 May", "en"),
    ("in recent weeks", "en"),
    ("by the end of June", "en"),
    ("since February 2022", "en"),
    ("around 15 November", "en"),
    ("winter 2023", "en"),
    ("Mitte November 2024", "de"),
    ("у середині листопада", "uk"),
    ("на прошлой неделе", "ru"),
    ("début juillet", "fr"),
    ("pod koniec września", "pl"),
    ("Resolution 2722", "en"),
]


def reading(request):
    """What `from`, `to` or `as_of` means today, in a line: the words, then the days, or that it is none."""
    typed = (request.GET.get(key, "").strip() for key in ("from", "to", "as_of"))
    text = next(filter(None, typed), "")[:LONGEST]
    return render(request, "_reading.html", answer(text, timezone.localdate(), ""))


def try_a_date(request):
    """A phrase, the day it is read against and its language; the reading in words, in EDTF and on a strip."""
    text = request.GET.get("text", "").strip()[:LONGEST]
    anchor, problem = day_of(request.GET.get("anchor", "").strip())
    language = request.GET.get("language", "")
    language = language if language in LANGUAGES else ""
    context = answer(text, anchor, language) | {
        "anchor": anchor,
        "language": language,
        "languages": [("", _("recognise it")), *((code, language_name(code)) for code in LANGUAGES)],
        "examples": EXAMPLES,
        "problem": problem,
        "title": _("Try a date"),
    }
    if request.htmx and not request.htmx.history_restore_request:
        response = render(request, "_date_answer.html", context | {"swapped": True})
        # The address follows the words, but Back leads to the page before and not through every pause.
        response["HX-Replace-Url"] = request.get_full_path()
    else:
        response = render(request, "dates.html", context)
    patch_vary_headers(response, VARY)
    return response


def day_of(typed):
    """The day that was typed, and what is wrong with it; today where there is none to be had."""
    today = timezone.localdate()
    if not typed:
        return today, ""
    try:
        return date.fromisoformat(typed), ""
    except ValueError:
        return today, _("“%(typed)s” is not a day such as 2024-11-26; today is taken instead.") % {
            "typed": typed[:20]
        }


def answer(text, anchor, language):
    """What the text says: `read` in words with the span and its drawings, or `reason`."""
    if not text:
        return {"text": text}
    try:
        span = read(text, anchor, language) if language else read_typed(text, anchor)
    except NotADate as refusal:
        return {"text": text, "reason": refusal.reason}
    return {
        "text": text,
        "read": words(span, short=True),
        "span": span,
        "drawings": strips(text, span, anchor),
    }


def strips(text, span, anchor):
    """The span on a strip of the calendar, above the day it is read from; one drawing for each width."""
    return [mark_safe(svg(scene_of(text, span, anchor, width))) for width in WIDTHS]  # svg escapes all text


def scene_of(text, span, anchor, width):
    """The strip laid out; without a day to read it from, `anchor` is None and the span stands alone."""
    rows, lanes = [row(text, span, "means")], [Lane("means", quoted(text), None)]
    if anchor:
        rows.append(row(_("read from"), span_of(anchor), "from"))
        lanes.append(Lane("from", _("read from"), None))
    window = around(span, anchor)
    return bands(lay_out(rows, lanes, color_by="kind", window=window, width=width))


def bands(scene):
    """The scene with a span of more than a day as its band alone: a dot within it would look like the day."""
    marks = [mark if mark.look == "day" else replace(mark, radius=0) for mark in scene.marks]
    return replace(scene, marks=tuple(marks))


def around(span, anchor):
    """The whole months around a span and the day it is read from, with a month to spare at an open end."""
    ends = [day for day in (span.earliest, span.latest, anchor) if day]
    first, last = min(ends), max(ends)
    spare = timedelta(days=31)
    first -= spare if span.earliest is None and first.year > MINYEAR else timedelta(0)
    last += spare if span.latest is None and last.year < MAXYEAR else timedelta(0)
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def span_of(day):
    """A single day as a span."""
    return DateSpan.from_edtf(day.isoformat())


def row(title, span, lane):
    """A span as a row of the chart."""
    return EventRow(
        slug=lane,
        title=title,
        earliest=span.earliest,
        latest=span.latest,
        throughout=span.throughout,
        approximate=span.approximate,
        precision=span.precision,
        importance=3,
        places=(Place(lane, "statement" if lane == "means" else "vote"),),
        date_text="",
        date_read=words(span),
        sources="",
        url="#answer",
    )
