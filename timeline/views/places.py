"""What the pages beside the timeline offer besides themselves: their charts, their rows, what heads say."""

from dataclasses import replace
from functools import wraps
from itertools import groupby

from django.http import HttpResponse
from django.utils.safestring import mark_safe

from timeline.exports.places import PLACES
from timeline.exports.places.card import picture_of_place
from timeline.exports.preview_heads import Head, image
from timeline.exports.streaming import in_blocks
from timeline.exports.table import csv_of, json_of

from .data import StreamedJson, data_of_a_view, file_name, filters_of, site_of, streamed
from .picture import as_png, drawing


def first_page(request):
    """The filters asked for; what is told of a place is told of all its pages."""
    return replace(filters_of(request), page=1)


def data_of_a_place(make):
    """An address of data of a place: `make(request, place)`, unless what the reader has still holds."""

    @wraps(make)
    def answer(request, debate, place):
        def made(request, view):
            return make(request, PLACES[place](view))

        return data_of_a_view(made, first_page)(request, debate=debate)

    return answer


@data_of_a_place
def rows_json(request, place):
    """All that a page tells, as rows."""
    site = site_of(request)
    rows = list(place.rows(site))
    about = {
        "debate": place.view.debate.slug,
        "title": place.title,
        "description": place.view.describe(),
        "sentence": place.sentence,
        "count": len(rows),
        "url": site + place.path,
    }
    texts = json_of(about, place.key, rows)
    return StreamedJson(in_blocks(texts), content_type="application/json")


@data_of_a_place
def rows_csv(request, place):
    """The same as a table."""
    lines = csv_of(place.columns, place.table(site_of(request)))
    return streamed(request, lines, "text/csv", file_name(place.title, place.view.debate, "csv"))


@data_of_a_place
def chart_svg(request, place):
    """Its chart as a picture with title and sentence."""
    return HttpResponse(picture(request, place), content_type="image/svg+xml")


@data_of_a_place
def chart_png(request, place):
    """The same picture as PNG."""
    return as_png(request, place.view, place.path, lambda: picture(request, place))


def picture(request, place):
    """The picture, kept until the debate changes."""
    return drawing(
        request, place.view, place.path, lambda theme, shown: picture_of_place(place, shown, theme)
    )


def printed_chart(place, target=""):
    """The drawings for each width, the legend by heading, and the sentence."""
    return {
        "drawings": [mark_safe(one) for one in place.chart.drawings(target)],  # they escape every text
        "legend": {
            group: [(mark_safe(item.svg), item.label) for item in items]
            for group, items in groupby(place.chart.legend(), lambda item: item.group)
        },
        "sentence": place.sentence,
    }


def head_of_place(request, view, name, title, sentence):
    """What the head of such a page says of it, to whoever shows a link to it."""
    place = PLACES[name](view)
    shown = PLACES[name].shown_by(view)
    site, slug = site_of(request), view.debate.slug
    return Head(
        title=title,
        description=sentence,
        url=site + place.address(name),
        image=image(site, view.debate, f"preview-{name}", slug, pairs=shown.view.filters.pairs()),
        alt=sentence,
    )
