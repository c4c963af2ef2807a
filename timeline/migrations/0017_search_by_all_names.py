"""Events are searched by their topics and by what their questions are also called, not by actors alone."""

from django.db import migrations

from timeline.models.search import fold

BATCH = 500


def reindex(apps, schema_editor):
    """Gather the search words of every event anew."""
    events = apps.get_model("timeline", "Event").objects.order_by("pk")
    rows = events.prefetch_related("actors", "topics", "questions", "citations")
    batch = []
    for event in rows.iterator(chunk_size=BATCH):
        event.search_text = fold(" . ".join(words_of(event)))
        batch.append(event)
        if len(batch) == BATCH:
            events.model.objects.bulk_update(batch, ["search_text"])
            batch = []
    events.model.objects.bulk_update(batch, ["search_text"])


def words_of(event):
    """What `Event.index_words` gathers, in the same order."""
    yield from (event.title, event.summary)
    for kind in ("actors", "questions", "topics"):
        for row in sorted(getattr(event, kind).all(), key=lambda row: row.slug):
            yield from row.aliases if kind == "questions" else (row.name, *row.aliases)
    yield from (citation.quote for citation in event.citations.all())


class Migration(migrations.Migration):
    dependencies = [("timeline", "0016_errata")]
    operations = [migrations.RunPython(reindex, migrations.RunPython.noop)]
