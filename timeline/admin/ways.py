"""Where a curator can go from every page of the admin: the ways at its head, and all lists in groups."""

from dataclasses import dataclass

from django.urls import reverse

WAYS = [  # (what it says, the list that one must be allowed to see, the address)
    ("Review", "Event", "admin:timeline_event_review"),
    ("Articles", "Article", "admin:timeline_article_changelist"),
    ("Events", "Event", "admin:timeline_event_changelist"),
    ("Sources", "Source", "admin:timeline_source_changelist"),
    ("Actors", "Actor", "admin:timeline_actor_changelist"),
    ("Imports", "Import", "admin:timeline_import_changelist"),
    ("Corrections", "Correction", "admin:timeline_correction_changelist"),
    ("Duplicates", "Merge", "admin:timeline_merge_queue"),
]
GROUPS = [  # (heading, the lists below it)
    ("Events", ["Event", "Citation", "Position", "Erratum", "Correction"]),
    ("What events come from", ["Article", "Source", "Import"]),
    ("What they are about", ["Debate", "Question", "Argument", "Topic", "Actor"]),
    ("Addresses", ["SharedView", "FormerSlug", "Merge"]),
    ("Accounts", ["User", "Group"]),
]


@dataclass(frozen=True)
class Way:
    """A link at the head of every page; `current` where the page is the list's own or below it."""

    said: str
    url: str
    current: bool


def ways(models, path):
    """The ways open to somebody who sees these lists: the most specific that leads to the page is current."""
    if not models:
        return []
    known = [("Desk", reverse("admin:index"))]
    known += [(said, reverse(name)) for said, model, name in WAYS if model in models]
    leading = [url for _, url in known if path.startswith(url) and (path == url or url != known[0][1])]
    return [Way(said, url, url == max(leading, key=len, default="")) for said, url in known]


def groups(models):
    """[(heading, lists)]; a list that no group names comes with the last."""
    named = {name for _, names in GROUPS for name in names}
    grouped = [(head, [models[name] for name in names if name in models]) for head, names in GROUPS]
    grouped.append(("Others", [model for name, model in models.items() if name not in named]))
    return [(head, lists) for head, lists in grouped if lists]
