"""Rows as plain values before and after a change, and the journal of what differs between the two.

    {"rows": [[label, key, before or null, after or null]], "links": [[label, relation, owner, key, sign]]}

Of a row that stays, only what a merge may decide is noted; what saving derives is derived again.
"""

from dataclasses import dataclass, field
from datetime import date, time

from django.apps import apps
from django.db.models import Q

from timeline.models import FormerSlug

from .reach import foreign_links, own_links, relations


@dataclass
class Image:
    """Everything that a merge of some rows can reach."""

    rows: dict = field(default_factory=dict)  # {(label, key): {column: value}}
    links: set = field(default_factory=set)  # {(label, relation, owner, key)}

    def add(self, queryset):
        """Take rows, with the plain relations that they own."""
        model = queryset.model
        found = list(queryset)
        for row in found:
            self.rows[model._meta.label_lower, row.pk] = values_of(row)
        for relation in own_links(model):
            self._add_links(relation, Q(**{f"{relation.m2m_field_name()}__in": [row.pk for row in found]}))
        return [row.pk for row in found]

    def add_links_to(self, relation, keys):
        """Take the links of a plain relation that lead to some rows."""
        self._add_links(relation, Q(**{f"{relation.m2m_reverse_field_name()}__in": keys}))

    def _add_links(self, relation, chosen):
        ends = (f"{relation.m2m_field_name()}_id", f"{relation.m2m_reverse_field_name()}_id")
        found = relation.remote_field.through._base_manager.filter(chosen).values_list(*ends)
        label = relation.model._meta.label_lower
        self.links |= {(label, relation.name, owner, key) for owner, key in found}


def image(model, keys):
    """The `Image` of some rows, of what hangs on them, and of the events that a source dates."""
    taken = Image()
    taken.add(model._base_manager.filter(pk__in=keys))
    for relation in relations(model):
        parts = taken.add(relation.model._base_manager.filter(**{f"{relation.name}__in": keys}))
        for deeper in relations(relation.model):
            taken.add(deeper.model._base_manager.filter(**{f"{deeper.name}__in": parts}))
    for relation in foreign_links(model):
        taken.add_links_to(relation, keys)
    slugs = [row["slug"] for (label, _), row in taken.rows.items() if label == model._meta.label_lower]
    former = FormerSlug.objects.filter(Q(target__in=keys) | Q(slug__in=slugs), kind=model.page)
    taken.add(former)
    if model.page == "source":
        event = apps.get_model("timeline", "Event")
        cited = {row["event_id"] for (label, _), row in taken.rows.items() if label == "timeline.citation"}
        taken.add(event._base_manager.filter(pk__in=cited))
    return taken


def values_of(row):
    """Every column of a row, as JSON takes it."""
    return {field.attname: plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def plain(value):
    """A value as JSON takes it."""
    return value.isoformat() if isinstance(value, date | time) else value


def journal(before, after):
    """What differs between two images, in an order that keys decide."""
    rows = []
    for label, key in sorted(before.rows.keys() | after.rows.keys()):
        was, now = before.rows.get((label, key)), after.rows.get((label, key))
        if was and now:
            differing = [name for name in decided(label) if was[name] != now[name]]
            was, now = ({name: side[name] for name in differing} for side in (was, now))
        if was != now:
            rows.append([label, key, was, now])
    links = [[*link, "-"] for link in sorted(before.links - after.links)]
    links += [[*link, "+"] for link in sorted(after.links - before.links)]
    return {"rows": rows, "links": links}


def decided(label):
    """The columns of a table that somebody decides, and that saving does not derive."""
    fields = apps.get_model(label)._meta.concrete_fields
    return [field.attname for field in fields if field.editable and not field.primary_key]
