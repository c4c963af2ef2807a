"""A whole installation as one portable file: every debate, user, group and log entry, from any database."""

import gzip
import json
import os
from datetime import UTC, date, datetime, time
from pathlib import Path

from django.db import connection, transaction

from timeline.ingest.archive import FORMAT, MADE_BY_DJANGO, columns, names_of, schema, tables


def back_up(path, progress):
    """Write the archive to the path, which is replaced only when the archive is whole; returns its rows.

    The file can be read by its owner alone: it holds password hashes and unpublished events.
    """
    path = Path(path)
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.unlink(missing_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as archive:
            count = 0
            for line in lines(progress):
                archive.write(line.encode() + b"\n")
                count += line.startswith("[")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def lines(progress):
    """Yield the lines of the archive: one moment of the database, however long writing takes."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        header = {"debateline backup": FORMAT, "made": datetime.now(UTC).isoformat(), "schema": schema()}
        yield _line(header)
        names = {model: names_of(model) for model in MADE_BY_DJANGO}
        total = 0
        for model in tables():
            yield _line({"table": model._meta.label_lower, "columns": [f.attname for f in columns(model)]})
            for row in _rows(model, names, progress):
                yield _line(row)
                total += 1
        yield _line({"rows": total})


def _rows(model, names, progress):
    fields = columns(model)
    stored = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    total = stored.count()
    named = {i: names[f.related_model] for i, f in enumerate(fields) if f.related_model in names}
    for number, row in enumerate(stored.iterator(chunk_size=2000), 1):
        values = list(row)
        for index, known in named.items():
            values[index] = known.get(values[index])
        yield values
        progress(f"backing up {model._meta.verbose_name_plural}", number, total)


def _line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_text)


def _text(value):
    return value.isoformat() if isinstance(value, date | time) else str(value)
