"""`loaddata FILE`: Django's own, as one change of the history."""

from django.core.management.commands.loaddata import Command as Loaddata

from timeline.models import changing


class Command(Loaddata):
    """Load what `dumpdata` wrote.

    Row by row it would leave a record for every relation of an event. As one change it leaves one where a row
    differs from its last record, and none where the file brings the records along.
    """

    def handle(self, *labels, **options):
        with changing(None, f"Loaded by loaddata from {', '.join(labels)}.") as change:
            change.public = False
            super().handle(*labels, **options)
