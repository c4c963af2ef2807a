"""The same rows as pictures: chart.svg, chart.png."""

from django.http import HttpResponse

from timeline.charts import draw
from timeline.charts.png import in_turn, png
from timeline.exports.chart import ChartRows

from .data import answering_problems, view_of
from .preview import drawn
from .timeline import address

PICTURE = (1200, 630)  # px, what previews show


@answering_problems
def chart_svg(request, debate):
    """The chart as a picture with its title, readable on its own."""
    return HttpResponse(picture(request, debate), content_type="image/svg+xml")


@answering_problems
def chart_png(request, debate):
    """The same picture as PNG, in the size that previews show."""
    return drawn(lambda: in_turn(lambda: png(picture(request, debate))))


def picture(request, debate):
    """The standalone SVG of a view."""
    view = view_of(request, debate)
    theme = "dark" if request.GET.get("theme") == "dark" else "light"
    shown = request.build_absolute_uri(address(view)).split("://", 1)[-1]
    return draw(ChartRows(view).scene(PICTURE[0] - 80), theme, title=view.describe(), address=shown)
