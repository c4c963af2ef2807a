"""The same rows as pictures: chart.svg, chart.png; each drawn once for each state of the data."""

from django.http import HttpResponse

from timeline.charts import draw
from timeline.charts.png import in_turn, png
from timeline.exports.chart import ChartRows
from timeline.filters import View, remembered

from .data import data_of_a_view
from .freshness import code_version
from .preview import drawn
from .timeline import address

PICTURE = (1200, 630)  # px, what previews show


@data_of_a_view
def chart_svg(request, view):
    """The chart as a picture with its title, readable on its own."""
    return HttpResponse(picture(request, view), content_type="image/svg+xml")


@data_of_a_view
def chart_png(request, view):
    """The same picture as PNG, in the size that previews show."""
    return as_png(request, view, address(view), lambda: picture(request, view))


def picture(request, view):
    """The standalone SVG of a view; which page of the list is asked for changes nothing of it."""
    view = View(view.debate, view.filters.replace(), view.user)

    def draw_it(theme, shown):
        return draw(ChartRows(view).scene(PICTURE[0] - 80), theme, title=view.describe(), address=shown)

    return drawing(request, view, address(view), draw_it)


def drawing(request, view, path, make):
    """What `make(theme, address)` draws, kept until the debate changes; `path` is what is printed on it."""
    return remembered(view, key_of(request, path), lambda: make(theme_of(request), printed(request, path)))


def as_png(request, view, path, make):
    """The drawing that `make()` gives as a PNG, kept in the same way; 503 while too many are drawn."""
    key = f"{key_of(request, path)} as PNG"

    def draw_it():  # whoever waited for the same picture need not draw it again
        return remembered(view, key, lambda: png(make()))

    return drawn(lambda: remembered(view, key, lambda: in_turn(draw_it)))


def theme_of(request):
    """The theme asked for."""
    return "dark" if request.GET.get("theme") == "dark" else "light"


def printed(request, path):
    """An address as it stands on a picture."""
    return request.build_absolute_uri(path).split("://", 1)[-1]


def key_of(request, path):
    """By what a picture is kept, beside the view."""
    return f"picture {code_version()} {theme_of(request)} {printed(request, path)}"
