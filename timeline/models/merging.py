"""Merges that were made, so that they can be undone, and pairs that were found to be no duplicates."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .debate import Debate

RISES_BY = 10  # per cent more alike than when it was judged, and a pair is asked about once more


class MergedKind(models.TextChoices):
    """What can be merged."""

    EVENT = "event", "event"
    ACTOR = "actor", "actor"
    SOURCE = "source", "source"
    TOPIC = "topic", "topic"
    QUESTION = "question", "question"


class Merge(models.Model):
    """One row taken up into another: who did it, and everything that it changed, as `images.journal` has it.

    Keys and not relations: the row that was taken up is gone until the merge is undone.
    """

    Kind = MergedKind
    debate = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="merges")
    kind = models.CharField(max_length=8, choices=MergedKind)
    kept = models.BigIntegerField("key of what was kept")
    kept_name = models.CharField("kept", max_length=300)
    taken = models.BigIntegerField("key of what was merged into it")
    taken_name = models.CharField("merged into it", max_length=300)
    journal = models.JSONField(default=dict, editable=False)
    made_at = models.DateTimeField("made", default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    undone_at = models.DateTimeField("undone", null=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["kind", "taken"], name="merge_by_taken")]

    def __str__(self):
        return f"“{self.taken_name}” into “{self.kept_name}”"


class NotDuplicateQuerySet(models.QuerySet):
    """Judged pairs."""

    def judge(self, debate, kind, pair, percent, user):
        """Remember, in either order, that two rows are not one."""
        first, second = sorted(pair)
        self.update_or_create(
            kind=kind,
            first=first,
            second=second,
            defaults={"debate": debate, "percent": percent, "judged_by": user, "judged_at": timezone.now()},
        )

    def judged(self, debate):
        """{(kind, first, second): per cent from which the pair is asked about again}."""
        rows = self.filter(debate=debate).values_list("kind", "first", "second", "percent")
        return {tuple(pair): percent + RISES_BY for *pair, percent in rows}


class NotDuplicate(models.Model):
    """Two rows that look alike and are not one. Asked about again only when they grow much more alike."""

    debate = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=MergedKind)
    first = models.BigIntegerField()
    second = models.BigIntegerField()
    percent = models.PositiveSmallIntegerField(help_text="How alike they were when that was said.")
    judged_at = models.DateTimeField(default=timezone.now)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = NotDuplicateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "first", "second"], name="not_duplicate_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_duplicate_in_order"),
        ]

    def __str__(self):
        return f"{self.kind} {self.first} is not {self.second}"
