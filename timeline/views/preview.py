"""preview.png: the picture that a shared link of a view, an event or a source shows elsewhere.

It shows what the public sees, to everybody alike, so it asks nobody who they are. A picture is drawn once for
each state of the data; what can be asked for is `shown_by`: sort, page and open event change no picture.
"""

import hashlib
from dataclasses import replace
from functools import partial

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.charts.png import Busy, in_turn, png
from timeline.exports.places import PLACES
from timeline.exports.places.card import card_of_place
from timeline.exports.preview import card_of_event, card_of_source, card_of_view, shown_by
from timeline.exports.preview_frozen import card_of_frozen
from timeline.exports.shared_views import view_now
from timeline.filters import Filters, View, remembered
from timeline.models import Event, SharedView, Source

from .data import Refused, answering_problems, filters_of
from .errors import NotHere
from .finding import find, find_debate, following_renames
from .freshness import code_version
from .timeline import address

MINUTES = "public, max-age=300"  # what is withdrawn goes from every proxy within five minutes


@answering_problems
def of_view(request, debate):
    """The picture of a view."""
    asked = View.of(find_debate(debate), filters_of(request))
    if asked.filters.problems:
        raise Refused(asked.filters.problems)
    view = shown_by(asked)
    return picture(request, view, address(view), card_of_view, view)


@following_renames
def of_event(request, debate, slug):
    """The picture of an event."""
    debate = find_debate(debate)
    event = find(Event.objects.visible_to(None).with_details(), debate, slug)
    return picture(request, View(debate, Filters()), event.get_absolute_url(), card_of_event, event)


@following_renames
def of_source(request, debate, slug):
    """The picture of a source."""
    debate = find_debate(debate)
    source = find(Source.objects.visible_to(None).select_related("debate"), debate, slug)
    return picture(request, View(debate, Filters()), source.get_absolute_url(), card_of_source, source)


@answering_problems
def of_place(request, debate, place):
    """The picture of a page that tells a view in another way than its timeline."""
    asked = View.of(find_debate(debate), replace(filters_of(request), page=1))
    if asked.filters.problems:
        raise Refused(asked.filters.problems)
    shown = PLACES[place].shown_by(asked)
    return picture(request, shown.view, shown.path, card_of_place, shown)


def of_shared(request, code):
    """The picture of a shared view under its own title; of a frozen one, with the events of then."""
    found = SharedView.objects.answering(code)
    if found is None or found.expired:
        raise NotHere(_("No view is shared at this address, or it has been taken down."))
    view, path = shown_by(view_now(found)), found.get_absolute_url()
    if found.place:
        place = PLACES[found.place].shown_by(view_now(found))
        card = partial(card_of_place, title=found.title)
        return picture(request, place.view, path, card, place, title=found.title)
    if found.frozen:
        return picture(request, view, path, partial(card_of_frozen, found), view, kept=found.code)
    return picture(request, view, path, partial(card_of_view, title=found.title), view, title=found.title)


def picture(request, view, path, make, of, **also):
    """The picture that `make` draws of something, or 304 where whoever asks has it already.

    `path` is the address that is printed on it. It is remembered by the `view`, the path, and what `also`
    makes it differ.
    """
    theme = "dark" if request.GET.get("theme") == "dark" else "light"
    width = 600 if request.GET.get("width") == "600" else 1200
    printed = request.build_absolute_uri(path).split("://", 1)[-1]
    key = f"preview:{code_version()}:{theme}:{width}:{printed}:{sorted(also.items())}"
    said = f"{key}:{view.debate.pk}:{view.debate.revision}:{get_language()}:{view.filters.querystring()}"
    etag = f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'

    def draw():  # whoever waited for the same picture need not draw it again
        return remembered(view, key, lambda: png(make(of, printed, theme), width))

    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = drawn(lambda: remembered(view, key, lambda: in_turn(draw)))
    if response.status_code < 500:
        response["ETag"], response["Cache-Control"] = etag, MINUTES
    return response


def drawn(draw):
    """The picture, or 503 while too many others are being drawn."""
    try:
        return HttpResponse(draw(), content_type="image/png")
    except Busy:
        return HttpResponse(
            _("Too many pictures are being drawn; try again in a moment."),
            status=503,
            content_type="text/plain; charset=utf-8",
            headers={"Retry-After": "10", "Cache-Control": "no-store"},
        )
