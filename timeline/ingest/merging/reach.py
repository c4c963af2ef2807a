"""What hangs on a row, found from the models themselves: what is added to them later is merged as well."""

from django.apps import apps

HISTORIES = {"history_id", "m2m_history_id"}  # of django-simple-history: what was is not rewritten


def relations(model):
    """Foreign keys of other tables to this model, as fields; those of histories left out."""
    return [
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if (relation.one_to_many or relation.one_to_one)
        and relation.auto_created
        and not relation.related_model._meta.auto_created
        and not _is_history(relation.related_model)
    ]


def own_links(model):
    """The plain many-to-many relations that a model has itself."""
    return [
        field for field in model._meta.local_many_to_many if field.remote_field.through._meta.auto_created
    ]


def foreign_links(model):
    """The plain many-to-many relations of other models to this one."""
    return [
        field
        for owner in apps.get_models()
        if not _is_history(owner)
        for field in own_links(owner)
        if field.related_model is model
    ]


def _is_history(model):
    return bool(HISTORIES & {field.name for field in model._meta.fields})
