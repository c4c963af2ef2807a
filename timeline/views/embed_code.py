"""The code that puts a view into somebody else's page, with the options that the share panel offers."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .oembed import CODE

THEMES = {"auto": _("as the reader’s"), "light": _("light"), "dark": _("dark")}
LISTS = {"yes": _("with the list"), "no": _("chart only")}
HEIGHTS = {"360": _("low"), "560": _("medium"), "720": _("high")}  # px
USUAL = {"theme": "auto", "list": "yes", "height": "560"}
USUAL_OF_EVENT = USUAL | {"height": "360"}


@dataclass(frozen=True)
class EmbedCode:
    """The address of an embed, the options it was made with, and the code to paste.

    `hidden` are the filters that the form of options carries along; `lane` is empty where
    rows cannot be chosen, `listed` tells whether there is a list to leave out.
    """

    src: str
    title: str
    theme: str
    list: str
    height: str
    lane: str
    listed: bool
    hidden: tuple
    themes, lists, heights = THEMES, LISTS, HEIGHTS

    @classmethod
    def of(cls, request, shared):
        """The embed of what is shared, with the options in the request; None where it has no view."""
        if shared.view is None:
            return None
        of_event = shared.kind == "event"
        options = options_of(request, USUAL_OF_EVENT if of_event else USUAL)
        filters = shared.view.filters.without("page") if of_event else framed(request, shared.view.filters)
        told = [(key, options[key]) for key in ("theme", "list") if options[key] != USUAL[key]]
        if shared.place:
            filters = filters.without("lane", "color")
        query = urlencode([*filters.pairs(), *told])
        path = reverse(f"embed-{shared.place.name}" if shared.place else "embed", args=[shared.debate.slug])
        return cls(
            src=request.build_absolute_uri(f"{path}?{query}" if query else path),
            title=shared.title,
            lane="" if of_event or shared.place else filters.lane,
            listed=not of_event,
            hidden=tuple(pair for pair in filters.pairs() if pair[0] != "lane"),
            **options,
        )

    @property
    def code(self):
        """The iframe to paste, as HTML."""
        return format_html(CODE, self.src, self.title, "100%", self.height)


def options_of(request, usual):
    """The options that the request names, where they are some, and else the usual ones."""
    known = {"theme": THEMES, "list": LISTS, "height": HEIGHTS}
    asked = {key: request.GET.get(key) for key in known}
    return {key: asked[key] if asked[key] in known[key] else usual[key] for key in known}


def framed(request, filters):
    """The filters of a view in a frame: no event is open in it; the lane is the one asked for, if one is."""
    lane = type(filters).parse(request.GET).lane if "lane" in request.GET else filters.lane
    return filters.without("page", "event").replace(lane=lane)
