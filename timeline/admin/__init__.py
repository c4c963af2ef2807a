"""The curators' side: Django's admin, tuned to debates. Importing this registers every model."""

from . import (
    accounts,
    actors,
    articles,
    corrections,
    debates,
    errata,
    event_parts,
    events,
    former_slugs,
    imports,
    login,
    merging,
    sharing,
    sources,
)

__all__ = [
    "accounts",
    "actors",
    "articles",
    "corrections",
    "debates",
    "errata",
    "event_parts",
    "events",
    "former_slugs",
    "imports",
    "login",
    "merging",
    "sharing",
    "sources",
]
