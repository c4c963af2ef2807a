"""The full-text index over `Event.search_text`."""

from django.db import migrations

from timeline.models import search_index


class Migration(migrations.Migration):
    dependencies = [("timeline", "0001_initial")]
    operations = [migrations.RunPython(search_index.create, search_index.drop)]
