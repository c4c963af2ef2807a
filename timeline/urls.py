"""Addresses: `docs/addresses.md` explains them to those who link to them."""

from django.contrib import admin
from django.urls import include, path

from timeline.exports.citation import FORMATS
from timeline.exports.places import PLACES
from timeline.views import (
    arguments,
    changes,
    compare,
    correct,
    coverage,
    data,
    dates,
    deeds,
    event,
    feeds,
    handout,
    health,
    matrix,
    picture,
    places,
    positions,
    preview,
    source,
    subjects,
    timeline,
    turns,
)
from timeline.views.cite import cite
from timeline.views.embed import embed, embed_place, embed_shared
from timeline.views.oembed import oembed
from timeline.views.public import public
from timeline.views.share import SUBJECTS, share
from timeline.views.share_form import new
from timeline.views.shared import cite_shared, shared, shared_json, shared_png, shared_svg

handler403 = "timeline.views.errors.not_allowed"
handler404 = "timeline.views.errors.not_found"
handler500 = "timeline.views.errors.failed"


def page(route, view, name):
    """A public address."""
    return path(route, public(view), name=name)


def sharing(route, name, **kind):
    """The share panel and the citations of what is at a route: of a view, or of a page of some kind."""
    yield path(f"{route}share/", public(share), kind, name=f"share{name}")
    for ending in FORMATS:
        yield path(f"{route}cite.{ending}", public(cite(ending)), kind, name=f"cite-{ending}{name}")


def of_place(place):
    """What there is of a page beside its own address: pictures, rows, its embed, panel and citations."""
    kind, name, route = {"place": place.name}, place.name, place.route
    yield path(f"{route}chart.svg", public(places.chart_svg), kind, name=f"chart-svg-{name}")
    yield path(f"{route}chart.png", public(places.chart_png), kind, name=f"chart-png-{name}")
    yield path(f"{route}preview.png", public(preview.of_place), kind, name=f"preview-{name}")
    yield path(f"{route[:-1]}.json", public(places.rows_json), kind, name=f"{name}-json")
    yield path(f"{route[:-1]}.csv", public(places.rows_csv), kind, name=f"{name}-csv")
    yield path(f"embed/{route}", public(embed_place), kind, name=f"embed-{name}")
    yield from sharing(route, f"-{name}", **kind)


in_debate = [
    page("", timeline.timeline, name="debate"),
    page("events.json", data.events_json, name="events-json"),
    page("events.csv", data.events_csv, name="events-csv"),
    page("events.ics", feeds.events_ics, name="events-ics"),
    page("events.atom", feeds.events_atom, name="events-atom"),
    page("timelinejs.json", feeds.timelinejs_json, name="timelinejs"),
    page("chart.json", data.chart_json, name="chart-json"),
    page("chart.svg", picture.chart_svg, name="chart-svg"),
    page("chart.png", picture.chart_png, name="chart-png"),
    page("preview.png", preview.of_view, name="preview"),
    page("embed/", embed, name="embed"),
    page("print/", handout.handout, name="print"),
    page("changes/", changes.changes, name="changes"),
    page("positions/", positions.positions, name="positions"),
    page("positions/chart.json", positions.positions_chart_json, name="positions-chart-json"),
    page("positions/matrix/", matrix.matrix, name="matrix"),
    page("turns/", turns.turns, name="turns"),
    page("turns.atom", turns.turns_feed, name="turns-atom"),
    page("compare/", compare.compare, name="compare"),
    page("deeds/", deeds.deeds, name="deeds"),
    page("arguments/", arguments.arguments, name="arguments"),
    page("coverage/", coverage.coverage, name="coverage"),
    page("events/<slug:slug>/", event.event, name="event"),
    page("actors/<slug:slug>/", subjects.actor, name="actor"),
    page("questions/<slug:slug>/", subjects.question, name="question"),
    page("topics/<slug:slug>/", subjects.topic, name="topic"),
    page("sources/<slug:slug>/", source.source, name="source"),
    page("events/<slug:slug>/preview.png", preview.of_event, name="event-preview"),
    page("sources/<slug:slug>/preview.png", preview.of_source, name="source-preview"),
    path("share/new/", new, name="share-new"),
    path("events/<slug:slug>/correct/", correct.correct, name="correct"),
    *sharing("", ""),
    page("embed/shared/<slug:code>/", embed_shared, name="embed-shared"),
    *(one for place in PLACES.values() for one in of_place(place)),
    *(one for kind in SUBJECTS for one in sharing(f"{kind}s/<slug:slug>/", f"-{kind}", kind=kind)),
]

urlpatterns = [
    page("", timeline.home, name="home"),
    page("healthz", health.healthz, name="health"),
    page("oembed", oembed, name="oembed"),
    page("dates/", dates.try_a_date, name="dates"),
    page("dates/reading/", dates.reading, name="date-reading"),
    page("s/<slug:code>/", shared, name="shared"),
    page("s/<slug:code>/preview.png", preview.of_shared, name="shared-preview"),
    page("s/<slug:code>/events.json", shared_json, name="shared-json"),
    page("s/<slug:code>/chart.svg", shared_svg, name="shared-svg"),
    page("s/<slug:code>/chart.png", shared_png, name="shared-png"),
    *(page(f"s/<slug:code>/cite.{one}", cite_shared(one), name=f"shared-{one}") for one in FORMATS),
    path("admin/", admin.site.urls),
    path("<slug:debate>/", include(in_debate)),
]
