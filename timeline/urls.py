"""Addresses: `docs/addresses.md` explains them to those who link to them."""

from django.contrib import admin
from django.urls import include, path

from timeline.views import data, dates, event, health, source, subjects, timeline

in_debate = [
    path("", timeline.timeline, name="debate"),
    path("events.json", data.events_json, name="events-json"),
    path("events.csv", data.events_csv, name="events-csv"),
    path("chart.json", data.chart_json, name="chart-json"),
    path("chart.svg", data.chart_svg, name="chart-svg"),
    path("chart.png", data.chart_png, name="chart-png"),
    path("events/<slug:slug>/", event.event, name="event"),
    path("actors/<slug:slug>/", subjects.actor, name="actor"),
    path("questions/<slug:slug>/", subjects.question, name="question"),
    path("topics/<slug:slug>/", subjects.topic, name="topic"),
    path("sources/<slug:slug>/", source.source, name="source"),
]

urlpatterns = [
    path("", timeline.home, name="home"),
    path("healthz", health.healthz, name="health"),
    path("dates/", dates.try_a_date, name="dates"),
    path("dates/reading/", dates.reading, name="date-reading"),
    path("admin/", admin.site.urls),
    path("<slug:debate>/", include(in_debate)),
]
