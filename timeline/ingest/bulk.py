"""Many rows written with few statements, and only those that differ."""

from django.db.models import QuerySet
from django.utils import timezone

from timeline.models import Event
from timeline.models.changing import at_work
from timeline.models.history import note_links

BATCH = 500
# Columns that say when, by whom or which row, not what it says.
_UNCOMPARED = {"id", "debate", "revision", "created_at", "changed_at", "sent_at", "published_at", "author"}

# What other rows are called: written as it is, but no change of the row itself.
_ALONG = {"search_text"}


def columns(model):
    """The names of the columns that a file decides, derived ones included."""
    return [field.attname for field in model._meta.concrete_fields if field.name not in _UNCOMPARED]


def differs(stored, row, names):
    """Whether any of these columns would change."""
    return any(getattr(stored, name) != getattr(row, name) for name in names)


def sync(model, debate, rows, report, progress, also=()):
    """Create the rows whose slug is new, change those that differ or are in `also`; returns all by slug."""
    stored = {row.slug: row for row in model.objects.filter(debate=debate)}
    names = columns(model)
    created, changed, along = [], [], []
    for row in rows:
        row.debate = debate
        before = stored.get(row.slug)
        if before is None:
            created.append(row)
            continue
        row.pk = before.pk
        if row.slug in also or differs(before, row, set(names) - _ALONG):
            changed.append(row)
        elif differs(before, row, _ALONG & set(names)):
            along.append(row)
    create(model, created, progress)
    change(model, changed, names, progress)
    if along:
        model.objects.bulk_update(along, sorted(_ALONG), batch_size=BATCH)
    report.note_rows(model._meta.model_name, len(rows), len(created), len(changed))
    return {row.slug: row for row in rows}


def create(model, rows, progress=None):
    """Insert rows, in their order; their keys are set. New events belong to whoever is at work."""
    if model is Event and (author := at_work()):
        for row in rows:
            row.author = author
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        model.objects.bulk_create(batch)
        if model._meta.auto_created:
            note_links(model, batch)
        if progress:
            progress(f"writing {model._meta.verbose_name_plural}", min(start + BATCH, len(rows)), len(rows))


def change(model, rows, names, progress=None):
    """Overwrite these columns of stored rows. An upsert by key is many times faster than `bulk_update`."""
    fields = [model._meta.get_field(name).name for name in names]
    if any(field.name == "changed_at" for field in model._meta.concrete_fields):
        fields.append("changed_at")
        for row in rows:
            row.changed_at = timezone.now()
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        model.objects.bulk_create(batch, update_conflicts=True, unique_fields=["id"], update_fields=fields)
        if progress:
            progress(f"changing {model._meta.verbose_name_plural}", start + len(batch), len(rows))


def remove(rows):
    """Delete rows without a word to their debate, which is told once, at the end of the load."""
    if rows.model._meta.auto_created:
        note_links(rows.model, rows)
    QuerySet.delete(rows)


def pieces(keys):
    """The keys in pieces that any database takes as parameters."""
    keys = list(keys)
    return [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]
