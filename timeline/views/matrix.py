"""The matrix: actors by questions, each cell the stance last shown as of a day."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from timeline.dates.words import in_day
from timeline.exports import standing_words as words
from timeline.exports.standing import Standing, key_of
from timeline.facets import facets
from timeline.filters import remembered
from timeline.models import Actor, Position, Question

from .data import filters_of
from .finding import find_debate, following_renames
from .listing import pills
from .positions import address, head, orders, pager, view_of
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
    """Where everyone stood on every question, as of the day asked for or else of the last evidence."""
    view = view_of(request, find_debate(debate))
    if drifting(request, view) and not request.htmx:
        return HttpResponseRedirect(address(view, "matrix"))
    whole = not request.htmx or request.htmx.history_restore_request
    context = context_of(request, view)
    response = render(request, "matrix.html" if whole else "_matrix.html", context)
    if not whole:
        response["HX-Push-Url"] = address(view, "matrix")
    patch_vary_headers(response, VARY)
    return response


def context_of(request, view):
    """What the template shows."""
    day, questions, lines = remembered(view, "matrix", lambda: grid(view))
    pages = max(1, -(-len(lines) // ACTORS))
    page = min(filters_of(request).page, pages)
    shown = lines[(page - 1) * ACTORS : page * ACTORS]
    actors = Actor.objects.select_related("debate").in_bulk([actor for actor, _cells in shown])
    known = Question.objects.in_bulk(questions)
    said = _("Where everyone stood on %(day)s") % {"day": in_day(day)} if day else _("Where everyone stood")
    title = f"{said}: {view.describe()}"
    return {
        "debate": view.debate,
        "view": view,
        "filters": view.filters,
        "title": title,
        "said": said,
        "questions": [known[question] for question in questions],
        "lines": [
            (
                actors[actor],
                [cell(view, known[question], actors[actor], found.get(question)) for question in questions],
            )
            for actor, found in shown
        ],
        "orders": orders(),
        "stances": Position.Stance.choices,
        "count": len(lines),
        "pager": pager(view, pages, page),
        "facets": facets(view),
        "pills": pills(view),
        "typed": typed(view.filters),
        "here": reverse("matrix", args=[view.debate.slug]),
        **head(request, view, "matrix", title),
    }


def grid(view):
    """(the day, questions, [(actor, {question: (stance, when, look)})]) by keys, in the order asked for."""
    standing = Standing(view)
    records = [record for record in standing.unsorted() if record.word]
    ends = [item.latest for record in records for item in record.word.evidence if item.latest]
    day = standing.as_of or view.filters.as_of or max(ends, default=None)
    actors = {}
    for record in sorted(records, key=standing.place):
        actors.setdefault(record.actor.pk, {})[record.question.pk] = found(record.word, day)
    return day, [question.pk for question, *_rest in standing.questions], list(actors.items())


def found(word, day):
    """What a cell needs to know of a last word: the stance, its last day, how it looks by its age."""
    strength = word.strength(day) if day else 1.0
    look = next(look for least, look in FADES if strength >= least)
    return word.stance, max((item.latest for item in word.evidence if item.latest), default=None), look


def cell(view, question, actor, known):
    """The cell of an actor on a question; None where nothing is recorded."""
    if known is None:
        return None
    stance, when, look = known
    query = view.filters.known().replace(question=(question.slug,)).querystring()
    url = f"{reverse('positions', args=[actor.debate.slug])}?{query}#row-{key_of(actor, question)}"
    return Cell(stance, words.stance(stance) if stance else _("order unknown"), when, look, url)
