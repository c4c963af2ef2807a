"""The code that puts a view into somebody else's page, with the options that the share panel offers."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

THEMES = {"auto": _("as the reader’s"), "light": _("light"), "dark": _("dark")}
LISTS = {"yes": _("with the list"), "no": _("chart only")}
HEIGHTS = {"420": _("low"), "560": _("medium"), "720": _("high")}  # px
CODE = (
    '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" '
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
    'style="border:0"></iframe>'
)


@dataclass(frozen=True)
class EmbedCode:
    """The address of an embed, the options it was made with, and the code to paste."""

    src: str
    title: str
    theme: str
    list: str
    height: str
    lane: str
    hidden: tuple  # the filters that the form of options carries along
    themes, lists, heights = THEMES, LISTS, HEIGHTS

    @classmethod
    def of(cls, request, shared):
        """The embed of what is shared, with the options in the request; None where it has no view."""
        if shared.view is None:
            return None
        options = {
            "theme": chosen(request, "theme", THEMES, "auto"),
            "list": chosen(request, "list", LISTS, "yes"),
        }
        filters = shared.view.filters.replace(lane=lane_of(request, shared))
        told = [pair for pair in options.items() if pair not in (("theme", "auto"), ("list", "yes"))]
        query = urlencode([*filters.pairs(), *told])
        src = f"{shared.debate.get_absolute_url()}embed/" + (f"?{query}" if query else "")
        return cls(
            src=request.build_absolute_uri(src),
            title=shared.title,
            height=chosen(request, "height", HEIGHTS, "560"),
            lane=filters.lane,
            hidden=tuple(pair for pair in shared.view.filters.pairs() if pair[0] != "lane"),
            **options,
        )

    @property
    def code(self):
        """The iframe to paste."""
        return format_html(CODE, self.src, self.title, self.height)


def chosen(request, key, known, default):
    """The option that the request names, if it is one."""
    value = request.GET.get(key, default)
    return value if value in known else default


def lane_of(request, shared):
    """The lane asked for; a page has one of its own until another is asked for."""
    filters = shared.view.filters
    return type(filters).parse(request.GET).lane if "lane" in request.GET else filters.lane
