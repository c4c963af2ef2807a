"""The workbench of one article: its page, and what its buttons and keys post.

Every answer is the whole page, or for htmx the card of the place, with the progress beside it.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from timeline.dates import DateSpan, NotADate, words
from timeline.ingest.addresses import free_slug
from timeline.ingest.article_decisions import (
    Draft,
    Overtaken,
    Place,
    Refused,
    Sight,
    accept,
    dismiss,
    keep,
    merge,
    select,
    suggest,
    undo,
)
from timeline.models import Actor, Article, Event, changing
from timeline.models.roles import may_curate, may_edit, may_step
from timeline.models.search import fold
from timeline.models.statuses import DRAFT, IN_REVIEW
from timeline.tagging.quoting import locate, whole

from .article_desk import Desk
from .draft_forms import DraftForm, as_typed, is_typed
from .keys import as_key
from .workflow import step


def of_article(view):
    """A view of one article that this curator sees, given as its desk."""

    @wraps(view)
    def answer(request, pk, **place):
        if not may_curate(request.user):
            raise PermissionDenied
        articles = Article.objects.visible_to(request.user).select_related("debate", "source", "added_by")
        desk = Desk(get_object_or_404(articles, pk=pk), request.user)
        if place and not place["start"] < place["end"] <= len(desk.article.text):
            raise Http404
        return view(request, desk, **place)

    return answer


@require_http_methods(["GET", "HEAD"])
@of_article
def work(request, desk):
    """The article with its cards."""
    return page(request, desk)


def page(request, desk, special=None, status=200):
    """The whole page; `special` is the card that stands open in another state than it is stored in."""
    if special:
        desk.cards = [special if card.key == special.key else card for card in desk.cards]
        for card in desk.cards:
            card.current = card is special
    article = desk.article
    context = request.admin_site.each_context(request) | {
        "title": article.title,
        "desk": desk,
        "article": article,
        "opts": Article._meta,
        "published": words(DateSpan.from_edtf(article.published)),
        "host": urlsplit(article.url).hostname,
        "is_nav_sidebar_enabled": False,
        "may_add_actors": request.user.has_perm("timeline.add_actor"),
        "drafts": drafts_of(article, request.user),
        "events": made_of(article) if not article.text else (),
    }
    return render(request, "admin/article_work.html", context, status=status)


def fragment(request, card, follow=False):
    """One card for htmx; `follow` says that the next open one may be gone to."""
    desk = card.desk
    context = {"card": card, "desk": desk, "article": desk.article, "swapped": True, "follow": follow}
    context["drafts"] = drafts_of(desk.article, request.user)
    return render(request, "admin/_article_answer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_article
def place(request, desk, start, end):
    """One place: shown to be edited or merged, or decided."""
    if request.method == "POST":
        return _decide(request, desk, Place(desk.article, start, end))
    asked = request.GET.get("find")
    editing = asked is None and request.GET.get("do") == "edit"
    card = desk.card(start, end, editing=editing, asked=asked, current=True)
    return _show(request, card)


def _show(request, card, status=200):
    if request.htmx and not request.htmx.history_restore_request:
        return fragment(request, card)
    if card.key not in {each.key for each in card.desk.cards}:
        return HttpResponseRedirect(card.desk.address())
    return page(request, card.desk, card, status)


def _decide(request, desk, at):
    """Do what the pressed button says; what is refused is said on the card, with all that was typed."""
    typed = {name: values for name, values in request.POST.lists() if is_typed(name)}
    typed = typed or _stored(desk, at)
    form = DraftForm(typed, desk.reading, at)
    do = request.POST.get("do", "keep")
    overtaken = None
    try:
        if do in {"keep", "autosave"}:
            return _keep(request, desk, at, form, do)
        refused = _act(request, desk, at, form, do)
    except Overtaken as refusal:
        refused, overtaken = refusal.reason, refusal.decision
    except (Refused, NotADate) as refusal:
        refused = refusal.reason
    if refused is None:
        return _done(request, desk, at)
    fresh = Desk(desk.article, desk.user)
    card = fresh.card(at.start, at.end, form=form, message=refused, current=True)
    card.was_typing = any(map(is_typed, request.POST))
    card.editing = card.is_open and (card.was_typing or (do == "accept" and not overtaken))
    card.theirs = overtaken.typed if overtaken and card.was_typing else None
    card.hand = request.POST.get("hand", "") or card.hand
    form.told = do != "autosave" and not overtaken
    return _refused(_show(request, card, status=422), card)


def _refused(response, card):
    """Whatever asked, even what only wanted a date read, is answered with the whole card."""
    response["HX-Retarget"], response["HX-Reswap"] = f"#place-{card.key}", "outerHTML"
    return response


def sight_of(request):
    """What the posted page knew of what is typed at its place; None for a page that does not say."""
    if "seen" not in request.POST:
        return None
    return Sight(request.POST["seen"], request.POST.get("hand", "")[:40])


def _stored(desk, at):
    """What a button without a form means: what was typed before, else the proposal as it is."""
    decision = desk.decisions.get((at.start, at.end))
    kept = decision.typed if decision else {}
    return kept or as_typed(desk.reading.at(at.start, at.end), whole=True)


def _act(request, desk, at, form, do):
    """Take one decision; returns why it was not taken, or None."""
    if do == "dismiss":
        dismiss(at, request.user, sight_of(request))
    elif do == "undo":
        undo(at, request.user)
    elif do == "merge":
        event = Event.objects.filter(pk=as_key(request.POST.get("event"))).visible_to(request.user).first()
        if event is None:
            return "Choose the event that this belongs to."
        if not may_edit(request.user, event):
            return _suggest(request, at, event, form)
        if not form.is_valid() and form.errors.keys() & {"quote", "date_text", "date_override", "date_basis"}:
            return "Mend the quote or the date first: edit it."
        merge(at, event, _citation(form), request.user, sight_of(request))
    elif do == "accept":
        if not form.is_valid():
            return "This is not accepted yet: see below."
        accept(at, form.draft(), request.user, sight_of(request))
    return None


def _suggest(request, at, event, form):
    """Ask the editors to merge what this curator may not; returns why it was not asked, or None."""
    if not form.is_valid():
        return "This cannot be suggested as it stands: edit and accept it."
    suggest(at, event, form.draft(), request.user, sight_of(request))
    if not request.htmx:
        there = "a draft is in review, with the word that it belongs there"
        messages.success(request, f"“{event}” is an editor’s to change: {there}.")
    return None


def _citation(form):
    """What another event needs of a draft: the words of its citation."""
    cleaned = form.cleaned_data
    names = ("date_text", "date_override", "date_basis", "quote")
    return Draft(title="", kind="", **{name: cleaned.get(name, "") for name in names})


def _keep(request, desk, at, form, do):
    keep(at, form.typed, desk.user, sight_of(request))
    fresh = Desk(desk.article, desk.user)
    card = fresh.card(at.start, at.end, form=form, editing=True, current=True)
    if do == "autosave" and request.htmx:
        return render(request, "admin/_article_kept.html", {"card": card})
    if request.htmx:
        return fragment(request, card)
    return HttpResponseRedirect(f"{card.url}?do=edit#place-{card.key}")


def _done(request, desk, at):
    """The card as it stands now; without htmx the page, at the next open place."""
    fresh = Desk(Article.objects.select_related("debate", "source").get(pk=desk.article.pk), desk.user)
    card = fresh.card(at.start, at.end)
    if request.htmx:
        card.current = card.is_open
        return fragment(request, card, follow=not card.is_open)
    following = [each for each in fresh.places if each > (at.start, at.end) or card.is_open]
    target = next((each for each in following if fresh.card(*each).is_open), (at.start, at.end))
    return HttpResponseRedirect(f"{fresh.address()}#place-{target[0]}-{target[1]}")


@require_POST
@of_article
def words_selected(request, desk):
    """Begin an event from any words of the text."""
    asked = request.POST.get("words", "")
    near = as_key(request.POST.get("near")) or 0
    found = locate(desk.article.text, asked, near)
    if not found:
        messages.error(request, "These words are not in the text. Copy them from it as they stand.")
        return HttpResponseRedirect(f"{desk.address()}#words")
    start, end = whole(desk.article.text, *found)
    select(Place(desk.article, start, end), request.user)
    return HttpResponseRedirect(f"{desk.address(start, end)}?do=edit#place-{start}-{end}")


@require_POST
@of_article
def newcomer(request, desk):
    """Add somebody whom the article introduces to the debate's actors, or to the names of one of them."""
    if not request.user.has_perm("timeline.add_actor"):
        raise PermissionDenied
    known = {fold(each.text): each for each in desk.reading.newcomers}
    found = known.get(fold(request.POST.get("name", "")))
    actor = desk.article.debate.actors.filter(pk=as_key(request.POST.get("actor"))).first()
    if found and actor:
        _name_again(request, desk.article, actor, found.text)
    elif found:
        debate = desk.article.debate
        with changing(request.user, f"Introduced in the article “{desk.article.title}”."):
            slug = free_slug(Actor, debate, found.text, "actor")
            Actor.objects.create(debate=debate, slug=slug, name=found.text, kind=Actor.Kind.PERSON)
        messages.success(request, f"{found.text} is an actor of this debate now.")
    return HttpResponseRedirect(desk.address())


def _name_again(request, article, actor, name):
    if not request.user.has_perm("timeline.change_actor"):
        raise PermissionDenied
    with changing(request.user, f"Called so in the article “{article.title}”."):
        actor = get_object_or_404(Actor.objects.select_for_update(), pk=actor.pk)
        actor.aliases = list(dict.fromkeys([*actor.aliases, name]))
        actor.save()
    messages.success(request, f"{actor} is known as {name} too.")


@require_POST
@of_article
def state(request, desk):
    """Finish the article, take it up again, send its drafts to review, discard its text."""
    do, article = request.POST.get("do"), desk.article
    if do == "review":
        keys = [event.pk for event in drafts_of(article, request.user)]
        step(request, Event.objects.filter(pk__in=keys), IN_REVIEW)
    elif do == "discard":
        with changing(request.user, "Its text was discarded."):
            article.text, article.state = "", Article.State.DISCARDED
            article.decisions.update(typed={})
            article.save()
        messages.success(request, "The text is discarded. The events and their quotes stay.")
    elif do in {"done", "open"} and article.text:
        with changing(request.user, "Finished." if do == "done" else "Taken up again."):
            article.state = do
            article.save()
    return HttpResponseRedirect(desk.address())


def made_of(article):
    """The events that cite the article through a decision, in order of time."""
    return Event.objects.filter(decisions__article=article).select_related("debate").distinct()


def drafts_of(article, user):
    """The drafts made of an article that this curator may send to review."""
    return [event for event in made_of(article).filter(status=DRAFT) if may_step(user, event, IN_REVIEW)]
