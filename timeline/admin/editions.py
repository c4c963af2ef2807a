"""Which edition of a row somebody has before them: the last records of the row and of the rows inside it.

A form carries the edition that it was filled from; where the stored one is another when it comes back,
somebody else has saved meanwhile. Editions come from history, so every way of writing counts.
"""

import hashlib
from dataclasses import dataclass

from django.db.models import Max


@dataclass(frozen=True)
class Parts:
    """The tables of records that a page edits: [(model, the column that names the row they belong to)]."""

    tables: tuple

    @classmethod
    def of(cls, model, inlines=()):
        """Those of a model and of the inlines that keep a history."""
        tables = [(model, "id")] if hasattr(model, "history") else []
        for inline in inlines:
            if hasattr(inline.model, "history"):
                key = next(f for f in inline.model._meta.fields if _leads(f, inline, model))
                tables.append((inline.model, key.attname))
        return cls(tuple(tables))

    def editions(self, keys):
        """{key: edition} of these rows, as text; a query to a table, however many rows."""
        found = {key: [] for key in keys}
        for model, owner in self.tables:
            records = model.history.filter(**{f"{owner}__in": list(keys)}).order_by()
            newest = dict(records.values_list(owner).annotate(newest=Max("history_id")))
            for key, edition in found.items():
                edition.append(str(newest.get(key, 0)))
        return {key: ".".join(edition) for key, edition in found.items()}

    def state(self, rows):
        """Names the state of a queryset's rows: another as soon as one comes, goes or is changed.

        A query to a table, whatever their number: a change of any of them is a record later than all.
        """
        chosen = rows.order_by().values("pk")
        said = hashlib.sha256()
        for key in rows.order_by("pk").values_list("pk", flat=True):
            said.update(b"%d " % key)
        for model, owner in self.tables:
            records = model.history.filter(**{f"{owner}__in": chosen}).order_by()
            said.update(b"/%d" % (records.aggregate(newest=Max("history_id"))["newest"] or 0))
        return said.hexdigest()[:20]

    def edition(self, key):
        """The edition of one row."""
        return self.editions([key])[key]

    def base(self, key, edition):
        """{(model, key): record} of the row and what was inside it in that edition; empty if it is none."""
        numbers = edition.split(".")
        if len(numbers) != len(self.tables) or not all(n.isascii() and n.isdigit() for n in numbers):
            return {}
        found = {}
        for (model, owner), newest in zip(self.tables, numbers, strict=True):
            records = model.history.filter(**{owner: key}, history_id__lte=int(newest[:18]))
            for record in records.order_by("history_id"):
                found[model, record.id] = record
        return {where: record for where, record in found.items() if record.history_type != "-"}


def _leads(field, inline, model):
    named = inline.fk_name is None or field.name == inline.fk_name
    return named and field.is_relation and field.related_model is model


def listed(editions):
    """Editions of a list's rows as a hidden field carries them."""
    return " ".join(f"{key}:{edition}" for key, edition in editions.items())


def unlisted(text):
    """Those editions again; what is no edition falls out."""
    pairs = (pair.partition(":") for pair in text.split())
    return {
        int(key): edition for key, _, edition in pairs if key.isascii() and key.isdigit() and len(key) < 19
    }
