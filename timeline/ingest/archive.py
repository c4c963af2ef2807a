"""The backup archive, known to both sides: which tables, which columns, which schema.

A gzip'd text of JSON lines, the same for every database: a header, then for each table an object that names
its columns followed by one array a row, and a footer with the number of rows. Keys stay as they are; only
rows that Django makes itself (content types, permissions) are referred to by name.
"""

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

FORMAT = 1
MADE_BY_DJANGO = {ContentType, Permission}  # `migrate` makes them, with other keys in each database
NOT_KEPT = MADE_BY_DJANGO | {Session}


class BadArchive(Exception):
    """The archive cannot be restored here; the message says why and what to do."""


def tables():
    """The models whose rows are kept, those of many-to-many relations included, in a fixed order."""
    models = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model not in NOT_KEPT and model._meta.managed and not model._meta.proxy
    ]
    return sorted(models, key=lambda model: model._meta.label_lower)


def columns(model):
    """The fields of a table, in order."""
    return list(model._meta.concrete_fields)


def schema():
    """The migrations applied to this database: rows fit only where the same ones are."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def names_of(model):
    """For a model that Django fills itself: each key with the name that is the same everywhere."""
    if model is ContentType:
        return {row.pk: [row.app_label, row.model] for row in ContentType.objects.all()}
    rows = Permission.objects.select_related("content_type")
    return {row.pk: [row.content_type.app_label, row.content_type.model, row.codename] for row in rows}
