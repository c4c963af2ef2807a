"""The matrix: actors by questions, each cell the stance last shown as of a day."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from timeline.dates.words import in_day
from timeline.exports import standing_words as words
from timeline.exports.standing import Standing
from timeline.facets import facets
from timeline.filters import Filters
from timeline.models import Position

from .data import filters_of
from .finding import find_debate, following_renames
from .listing import pills
from .positions import address, head, orders, view_of
from .timeline import VARY, drifting, typed

ACTORS = 80  # on a page
FADES = ((0.66, "fresh"), (0.33, "fading"), (0.0, "faint"))  # at least so fresh -> how it looks


@dataclass(frozen=True)
class Cell:
    """One actor on one question: the stance last shown, its words, when, how fresh, where it is told."""

    stance: str | None
    label: str
    when: date | None
    look: str
    url: str


@following_renames
def matrix(request, debate):
    """Where everyone stood on every question, as of the end of the range or of the last evidence."""
    view = view_of(request, find_debate(debate))
    if drifting(request, view) and not request.htmx:
        return HttpResponseRedirect(address(view, "matrix"))
    whole = not request.htmx or request.htmx.history_restore_request
    context = context_of(request, view, as_of=view.filters.last)
    response = render(request, "matrix.html" if whole else "_matrix.html", context)
    if not whole:
        response["HX-Push-Url"] = address(view, "matrix")
    patch_vary_headers(response, VARY)
    return response


def context_of(request, view, as_of=None):
    """What the template shows; `as_of` is a day, by default that of the last evidence."""
    standing = Standing(view, as_of)
    records = [record for record in standing.records() if record.word]
    ends = [item.latest for record in records for item in record.word.evidence if item.latest]
    day = as_of or max(ends, default=None)
    actors = by_actor(standing, records)
    pages = max(1, -(-len(actors) // ACTORS))
    page = min(filters_of(request).page, pages)
    said = _("Where everyone stood on %(day)s") % {"day": in_day(day)} if day else _("Where everyone stood")
    title = f"{said}: {view.describe()}"
    questions = [question for question, *_rest in standing.questions]
    return {
        "debate": view.debate,
        "view": view,
        "filters": view.filters,
        "title": title,
        "said": said,
        "day": day,
        "questions": questions,
        "lines": [
            (actor, [cell(view, found.get(question.pk), day) for question in questions])
            for actor, found in actors[(page - 1) * ACTORS : page * ACTORS]
        ],
        "orders": orders(),
        "stances": Position.Stance.choices,
        "count": len(actors),
        "pager": [
            (number, replace(view.filters, page=number).querystring(), number == page)
            for number in range(1, pages + 1)
        ]
        if pages > 1
        else [],
        "facets": facets(view),
        "pills": pills(view),
        "typed": typed(view.filters),
        "here": reverse("matrix", args=[view.debate.slug]),
        **head(request, view, "matrix", title),
    }


def by_actor(standing, records):
    """[(actor, {question: record})] in the order asked for; by stance, as they stand on the first."""
    found = {}
    for record in sorted(records, key=standing.place):
        found.setdefault(record.actor, {})[record.question.pk] = record
    return list(found.items())


def cell(view, record, day):
    """The cell of a record; None where nothing is recorded."""
    if record is None:
        return None
    word = record.word
    strength = word.strength(day) if day else 1.0
    look = next(look for least, look in FADES if strength >= least)
    when = max((item.latest for item in word.evidence if item.latest), default=None)
    query = Filters(question=(record.question.slug,)).querystring()
    url = f"{reverse('positions', args=[view.debate.slug])}?{query}#row-{record.key}"
    label = words.stance(word.stance) if word.stance else _("order unknown")
    return Cell(word.stance, label, when, look, url)
