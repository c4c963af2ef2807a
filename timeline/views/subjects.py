"""The pages of questions, actors and topics: what they are, their chart, and all their events."""

from django.db.models import Prefetch
from django.shortcuts import render

from timeline.exports.arguments import Arguments
from timeline.filters import Filters, View
from timeline.models import Actor, Affiliation, Position, Question, Topic

from .chart import PrintedChart
from .finding import find, find_debate, following_renames
from .listing import Listing


@following_renames
def question(request, debate, slug):
    """A question: the arguments for and against it, who stood where, and its events."""
    found = find(Question.objects.all(), find_debate(debate), slug)
    view = view_of(request, found, Filters(question=(found.slug,), lane="actor"))
    told = Arguments(view)
    case = told.case(found, told.arguments)
    return page(request, "question.html", found, view, case=case, stances=stances(view, "actor"))


@following_renames
def actor(request, debate, slug):
    """An actor: where they belong, where they stood on which question, and their events."""
    visible = Actor.objects.visible_to(request.user)
    members = Affiliation.objects.filter(actor__in=visible, organisation__in=visible)
    members = members.select_related("actor", "organisation")
    rows = visible.prefetch_related(
        Prefetch("affiliations", queryset=members), Prefetch("members", queryset=members)
    )
    found = find(rows, find_debate(debate), slug)
    view = view_of(request, found, Filters(actor=(found.slug,)))
    members = list({place.actor.pk: place.actor for place in found.members.all()}.values())
    return page(request, "actor.html", found, view, stances=stances(view, "question"), members=members)


@following_renames
def topic(request, debate, slug):
    """A topic and its events."""
    found = find(Topic.objects.all(), find_debate(debate), slug)
    view = view_of(request, found, Filters(topic=(found.slug,)))
    return page(request, "topic.html", found, view)


def view_of(request, found, filters):
    """The view of a subject's events, at the page of the list that was asked for."""
    asked = Filters.parse(request.GET)
    return View(found.debate, filters.replace(page=asked.page), request.user)


def stances(view, by):
    """[(question or actor, its positions in order of time)] as the view's events show them."""
    rows = Position.objects.filter(view.whose_stance(), event__in=view.unordered().values("pk"))
    order = ("question__rank", "question_id") if by == "question" else ("actor__name", "actor_id")
    grouped = {}
    for position in rows.select_related("event__debate", "actor__debate", "question__debate").order_by(
        *order, "event__sort_date", "event__latest", "event__slug"
    ):
        grouped.setdefault(getattr(position, by), []).append(position)
    return list(grouped.items())


def page(request, template, subject, view, **context):
    """The page of a subject with its chart and the list of its events."""
    listing = Listing(view)
    context |= {
        "debate": view.debate,
        "subject": subject,
        "title": str(subject),
        "view": view,
        "listing": listing,
        "months": listing.months(),
        "chart": PrintedChart(view),
        "timeline_query": view.filters.replace(page=1).querystring(),
        "canonical": subject.get_absolute_url(),
        "absolute": request.build_absolute_uri(subject.get_absolute_url()),
    }
    return render(request, template, context)
