"""Imports: a file as somebody gave it, row by row, with what each row would do and what became of it.

The rows are stored before anything is checked, so that checking and writing go on where they stopped,
whichever process does the next piece.
"""

from django.conf import settings
from django.db import models
from django.db.models import Count

from .choices import one_of
from .debate import Debate
from .events import Event


class ImportState(models.TextChoices):
    """How far an import is."""

    CHECKING = "checking", "being checked"
    CHECKED = "checked", "checked, nothing written"
    WRITING = "writing", "being written"
    DONE = "done", "done"
    DROPPED = "dropped", "dropped, nothing written"


class Outcome(models.TextChoices):
    """What becomes of a row."""

    WAITING = "waiting", "not checked yet"
    CREATE = "create", "new"
    CHANGE = "change", "changed"
    UNCHANGED = "unchanged", "unchanged"
    REFUSED = "refused", "refused"


class Import(models.Model):
    """A file on its way into a debate."""

    State = ImportState
    debate = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="imports")
    file_name = models.CharField("file", max_length=200)
    format = models.CharField(max_length=40)
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.CHECKING)
    all_or_nothing = models.BooleanField(default=False)
    status = models.CharField(
        "status of new events", max_length=9, choices=Event.Status, default=Event.Status.DRAFT
    )
    language = models.CharField("language of the dates", max_length=35, blank=True)
    total = models.PositiveIntegerField("rows", default=0)
    position = models.PositiveIntegerField("rows done", default=0)
    notes = models.JSONField(default=list)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField("uploaded", auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [one_of("state", ImportState, name="import_state_known")]

    def __str__(self):
        return self.file_name

    @property
    def running(self):
        """Whether there is a piece left to do."""
        return self.state in (ImportState.CHECKING, ImportState.WRITING)

    def counts(self):
        """{outcome: how many rows}, every outcome named."""
        found = dict(self.rows.order_by().values_list("outcome").annotate(Count("pk")))
        return {outcome.value: found.get(outcome.value, 0) for outcome in Outcome}


class ImportedRow(models.Model):
    """A row of a file: what it gives, what it would change, or why it is refused and what to do."""

    Outcome = Outcome
    run = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    place = models.PositiveIntegerField()  # in the order of writing, from 0
    label = models.CharField(max_length=120)  # where it stands in the file: "row 12"
    kind = models.CharField(max_length=10)  # question, topic, argument, actor, source, event
    given = models.JSONField(default=dict)
    slug = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.WAITING)
    changes = models.JSONField(default=list)  # [field, before, after]
    problems = models.JSONField(default=list)  # [field, value, what is wrong and what to do]
    notes = models.JSONField(default=list)
    facts = models.JSONField(default=dict)  # other names, an argument's question, an event's date as read

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["run", "place"], name="imported_row_place_unique"),
            one_of("outcome", Outcome, name="imported_row_outcome_known"),
        ]
        indexes = [models.Index(fields=["run", "kind", "outcome"], name="imported_row_by_outcome")]

    def __str__(self):
        return f"{self.label}: {self.title or self.slug}"
