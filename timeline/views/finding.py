"""From the slugs of an address to objects, with former addresses redirected for good."""

from functools import wraps

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.models import Debate, Event

from .errors import NotHere, Withdrawn, withdrawn

NOTHING = {
    "event": gettext_lazy("This debate has no event at this address."),
    "actor": gettext_lazy("This debate has no actor at this address."),
    "question": gettext_lazy("This debate has no question at this address."),
    "topic": gettext_lazy("This debate has no topic at this address."),
    "source": gettext_lazy("This debate has no source at this address."),
}


class Moved(Exception):
    """The object is known under another slug now."""

    def __init__(self, slugs):
        super().__init__(slugs)
        self.slugs = slugs


def following_renames(view):
    """A view whose lookups may raise `Moved`: it answers 301 to the same address with today's slugs.

    Where they raise `Withdrawn` it answers 410.
    """

    @wraps(view)
    def answer(request, **slugs):
        try:
            return view(request, **slugs)
        except Moved as moved:
            path = reverse(request.resolver_match.view_name, kwargs=slugs | moved.slugs)
            query = request.META.get("QUERY_STRING", "")
            path = f"{path}?{query}" if query else path
            # What a form has sent meanwhile goes along.
            return HttpResponsePermanentRedirect(path, preserve_request=request.method == "POST")
        except Withdrawn as gone:
            return withdrawn(request, gone.event)

    return answer


def find_debate(slug):
    """The debate with this slug; raises `Moved` or `NotHere`."""
    debate = Debate.objects.filter(slug=slug).first()
    if debate:
        return debate
    try:
        raise Moved({"debate": Debate.objects.renamed_from(None, slug).slug})
    except Debate.DoesNotExist:
        raise NotHere(_("There is no debate at this address.")) from None


def find(rows, debate, slug):
    """The row of a debate with this slug; raises `Moved`, `Withdrawn` or `NotHere`."""
    found = rows.filter(debate=debate, slug=slug).first()
    if found:
        return found
    try:
        raise Moved({"slug": rows.renamed_from(debate, slug).slug})
    except rows.model.DoesNotExist:
        raise _nothing(rows.model, debate, slug) from None


def _nothing(model, debate, slug):
    """Why there is nothing: it was withdrawn, or never there."""
    gone = Event.objects.filter(debate=debate, slug=slug, status=Event.Status.WITHDRAWN)
    if model is Event and (event := gone.select_related("debate").first()):
        return Withdrawn(event)
    return NotHere(NOTHING[model.page])
