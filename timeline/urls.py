"""Addresses: `docs/addresses.md` explains them to those who link to them."""

from django.contrib import admin
from django.urls import include, path

from timeline.views import data, dates, event, health, picture, source, subjects, timeline
from timeline.views.public import public

handler404 = "timeline.views.errors.not_found"


def page(route, view, name):
    """A public address."""
    return path(route, public(view), name=name)


in_debate = [
    page("", timeline.timeline, name="debate"),
    page("events.json", data.events_json, name="events-json"),
    page("events.csv", data.events_csv, name="events-csv"),
    page("chart.json", data.chart_json, name="chart-json"),
    page("chart.svg", picture.chart_svg, name="chart-svg"),
    page("chart.png", picture.chart_png, name="chart-png"),
    page("events/<slug:slug>/", event.event, name="event"),
    page("actors/<slug:slug>/", subjects.actor, name="actor"),
    page("questions/<slug:slug>/", subjects.question, name="question"),
    page("topics/<slug:slug>/", subjects.topic, name="topic"),
    page("sources/<slug:slug>/", source.source, name="source"),
]

urlpatterns = [
    page("", timeline.home, name="home"),
    page("healthz", health.healthz, name="health"),
    page("dates/", dates.try_a_date, name="dates"),
    page("dates/reading/", dates.reading, name="date-reading"),
    path("admin/", admin.site.urls),
    path("<slug:debate>/", include(in_debate)),
]
