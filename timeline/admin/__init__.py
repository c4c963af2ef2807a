"""The curators' side: Django's admin, tuned to debates. Importing this registers every model."""

from django.contrib import admin

from . import (
    actors,
    articles,
    debates,
    event_parts,
    events,
    former_slugs,
    imports,
    sharing,
    sources,
)

__all__ = [
    "actors",
    "articles",
    "debates",
    "event_parts",
    "events",
    "former_slugs",
    "imports",
    "sharing",
    "sources",
]

admin.site.site_header = admin.site.site_title = "Debateline"
admin.site.index_title = "Curating"
