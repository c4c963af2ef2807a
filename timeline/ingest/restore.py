"""A backup archive into this database, all or nothing."""

import gzip
import json
import zlib

from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from timeline.models.groups import ROLES

from .archive import FORMAT, MADE_BY_DJANGO, BadArchive, columns, names_of, schema, tables

BATCH = 500
LONGEST_LINE = 50_000_000  # bytes; no row comes near


def restore(path, progress, replace=False):
    """Put the rows of an archive into this database; returns how many. Raises `BadArchive`.

    A database that holds rows already is refused unless `replace` says to empty it first. Everybody is
    logged out: sessions name users by keys that may now mean others.
    """
    try:
        with gzip.open(path, "rb") as archive, transaction.atomic():
            lines = _lines(archive)
            _check_header(next(lines, None))
            _make_room(replace)
            count = _insert_all(lines, progress)
            _reset_sequences()
            connection.check_constraints()
            return count
    except (gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BadArchive(
            "It is no whole Debateline backup: the file is damaged or something else."
        ) from error
    except DatabaseError as error:
        raise BadArchive(f"The database refused a row: {str(error).splitlines()[0]}.") from error


def _lines(archive):
    while line := archive.readline(LONGEST_LINE):
        yield json.loads(line)


def _check_header(header):
    if not isinstance(header, dict) or header.get("debateline backup") != FORMAT:
        raise BadArchive("It is no Debateline backup of a format that this version reads.")
    here, there = set(schema()), set(header["schema"])
    if here != there:
        only = ", ".join(sorted(here ^ there)[:5])
        raise BadArchive(
            f"It was made by another version (differing migrations: {only}). "
            "Restore it with the version that made it, then update and run migrate."
        )


def _make_room(replace):
    used = [model for model in tables() if model._base_manager.exists()]
    if (holding := [model for model in used if not _fresh(model)]) and not replace:
        # The last record of what was deleted is a row too, but nothing that anybody calls by name.
        called = [model for model in holding if not hasattr(model, "instance_type")] or holding
        names = ", ".join(str(model._meta.verbose_name_plural) for model in called[:3])
        raise BadArchive(f"This database is not empty ({names}); say --replace to empty it first.")
    with connection.cursor() as cursor:
        for model in [*used, Session]:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def _fresh(model):
    """Whether a table holds nothing but the groups of the roles, which `migrate` has made."""
    groups = {Group: "name", Group.permissions.through: "group__name"}
    return model in groups and not model.objects.exclude(**{f"{groups[model]}__in": ROLES}).exists()


def _insert_all(lines, progress):
    known = {model._meta.label_lower: model for model in tables()}
    keys = {model: {tuple(name): pk for pk, name in names_of(model).items()} for model in MADE_BY_DJANGO}
    table, batch, count = None, [], 0
    for line in lines:
        if isinstance(line, list):
            if table is None:
                raise BadArchive("A row stands before any table.")
            batch.append(table.values(line))
            count += 1
            if len(batch) == BATCH:
                batch = table.insert(batch)
                progress(f"restoring {table.model._meta.verbose_name_plural}", count, count + 1)
            continue
        if table:
            batch = table.insert(batch)
        if "rows" in line:
            if line["rows"] != count or next(lines, None) is not None:
                break
            return count
        table = _Table.of(line, known, keys)
    raise BadArchive("Rows are missing at its end: the backup is not whole.")


class _Table:
    """One table of the archive: turns its rows into values of this database and inserts them."""

    def __init__(self, model, fields, keys):
        self.model, self.fields = model, fields
        self.keys = [keys.get(field.related_model) for field in fields]
        quote = connection.ops.quote_name
        names = ", ".join(quote(field.column) for field in fields)
        marks = ", ".join(["%s"] * len(fields))
        self.sql = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"

    @classmethod
    def of(cls, line, known, keys):
        model = known.get(line.get("table"))
        fields = model and {field.attname: field for field in columns(model)}
        if not fields or set(line.get("columns", ())) != set(fields):
            raise BadArchive(f"Its table {line.get('table')} does not fit this version.")
        return cls(model, [fields[name] for name in line["columns"]], keys)

    def values(self, row):
        """A row as the database takes it: no `auto_now`, no `save`, exactly what was backed up."""
        if len(row) != len(self.fields):
            raise BadArchive(f"A row of {self.model._meta.label_lower} has {len(row)} values.")
        try:
            return [
                field.get_db_prep_save(self._key(keys, value) if keys else field.to_python(value), connection)
                for field, keys, value in zip(self.fields, self.keys, row, strict=True)
            ]
        except (ValidationError, TypeError, ValueError) as error:
            raise BadArchive(f"A row of {self.model._meta.label_lower} has a wrong value: {error}") from error

    def _key(self, keys, name):
        if name is None:
            return None
        if tuple(name) not in keys:
            raise BadArchive(f"It refers to {'.'.join(map(str, name))}, which this version does not have.")
        return keys[tuple(name)]

    def insert(self, batch):
        """Insert rows; returns an empty batch."""
        if batch:
            with connection.cursor() as cursor:
                cursor.executemany(self.sql, batch)
        return []


def _reset_sequences():
    """Let the next new row get a key after the restored ones, where the database keeps count apart."""
    statements = connection.ops.sequence_reset_sql(no_style(), tables())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
