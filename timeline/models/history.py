"""Which rows have a history, and how a write to one is noticed.

`History` is django-simple-history's `HistoricalRecords`, which gives each model its table of records, with
one difference: a signal does not write a record but notes the row for the `Change` that is under way.
"""

from functools import wraps

from django.db import models
from simple_history.models import HistoricalRecords

from .changing import changing, note


class History(HistoricalRecords):
    """The records of a model. `but` names columns that say nothing of their own: derived ones, counters."""

    def __init__(self, m2m_fields=(), but=()):
        super().__init__(m2m_fields=m2m_fields, excluded_fields=list(but), no_db_index=["slug"])

    def get_meta_options(self, model):
        """No permissions of its own: whoever sees a row sees its history. What was deleted is soon found."""
        name = f"{model._meta.model_name}_deleted"
        gone = models.Index(fields=["history_date"], condition=models.Q(history_type="-"), name=name)
        return super().get_meta_options(model) | {"default_permissions": (), "indexes": [gone]}

    def get_meta_options_m2m(self, through_model):
        """As for the records themselves."""
        return super().get_meta_options_m2m(through_model) | {"default_permissions": ()}

    def post_save(self, instance, **kwargs):
        """Note the row."""
        note(type(instance), [instance.pk])

    def pre_delete(self, instance, **kwargs):
        """Find the rows that the deletion will change without a signal, while they still can be found."""
        super().pre_delete(instance, **kwargs)
        instance._changed_with_it = list(_changed_with(instance))

    def post_delete(self, instance, **kwargs):
        """Note the row, and those."""
        note(type(instance), [instance.pk])
        for model, keys in instance.__dict__.pop("_changed_with_it", ()):
            note(model, keys)

    def m2m_changed(self, instance, action, attr, pk_set, reverse, **kwargs):
        """Note the rows that own the relation, from whichever end it was changed."""
        if action == "pre_clear" and reverse:
            instance._cleared = _owners(self.cls, attr, instance)
        if action not in ("post_add", "post_remove", "post_clear"):
            return
        if not reverse:
            note(self.cls, [instance.pk])
        else:
            note(self.cls, instance.__dict__.pop("_cleared", ()) if pk_set is None else pk_set)


def _owners(model, relation, row):
    return list(model._base_manager.filter(**{relation: row}).values_list("pk", flat=True))


def recorded_relations(model):
    """The relations of models with a history to this one, also those that give it no name."""
    for relation in model._meta.get_fields(include_hidden=True):
        records = getattr(relation.related_model, "history", None)
        if relation.auto_created and not relation.concrete and hasattr(records, "filter"):
            yield relation


def _changed_with(row):
    """(model, keys) of the rows with a history that lose a relation to this one when it is deleted."""
    for relation in recorded_relations(type(row)):
        if relation.many_to_many or relation.on_delete is models.SET_NULL:
            yield relation.related_model, _owners(relation.related_model, relation.field.name, row)


def tracked(model):
    """The columns of a model that its records keep."""
    return {name for field in model.history.model.tracked_fields for name in (field.name, field.attname)}


class RecordedQuerySet(models.QuerySet):
    """Writes of many rows at once, which send no signal, noted too."""

    def bulk_create(self, objs, *args, **kwargs):
        """Insert, and note the rows."""
        with changing():
            rows = super().bulk_create(objs, *args, **kwargs)
            note(self.model, [row.pk for row in rows])
        return rows

    def update(self, **values):
        """Update, and note the rows unless no record keeps what was written. `bulk_update` comes by here."""
        if not values.keys() & tracked(self.model):
            return super().update(**values)
        with changing():
            keys = list(self.order_by().values_list("pk", flat=True))
            updated = super().update(**values)
            note(self.model, keys)
        return updated

    update.alters_data = True

    def delete(self):
        """Delete as one change."""
        with changing():
            return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


def as_one_change(method):
    """Let a method's writes be one change, where there is none under way that they belong to."""

    @wraps(method)
    def changed(*args, **kwargs):
        with changing():
            return method(*args, **kwargs)

    return changed


def note_links(through, rows):
    """Note the owners of rows written to or deleted from the table of a many-to-many relation."""
    owner = through._meta.auto_created
    name = next(f.attname for f in through._meta.fields if f.is_relation and f.related_model is owner)
    note(owner, [getattr(row, name) for row in rows])
