"""What readers say is wrong with an event, and what a curator decided. Who said it is known to nobody.

The reader may leave a way to be answered; it is shown to curators alone, and erased with the decision.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from .choices import one_of
from .events import Event

WHAT_AT_MOST, SOURCE_AT_MOST, CONTACT_AT_MOST = 2000, 1000, 254  # characters


class CorrectionState(models.TextChoices):
    """Where a correction stands."""

    OPEN = "open", pgettext_lazy("state of a correction", "open")
    ACCEPTED = "accepted", pgettext_lazy("state of a correction", "accepted")
    DECLINED = "declined", pgettext_lazy("state of a correction", "declined")


class CorrectionQuerySet(models.QuerySet):
    """Corrections as rows."""

    def open(self):
        """Those that wait for a curator, the oldest first."""
        return self.filter(state=CorrectionState.OPEN).order_by("made_at", "pk")

    def decided(self):
        """Those whose outcome the event's page tells, the latest first."""
        return self.exclude(state=CorrectionState.OPEN).order_by("-decided_at", "-pk")


class Correction(models.Model):
    """A reader's word that something is wrong with an event, with a source; and the outcome."""

    State = CorrectionState
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="corrections")
    what = models.TextField("what is wrong", max_length=WHAT_AT_MOST)
    source = models.TextField("source given", max_length=SOURCE_AT_MOST)
    contact = models.CharField(max_length=CONTACT_AT_MOST, blank=True)
    made_at = models.DateTimeField("received", default=timezone.now, editable=False)
    state = models.CharField(max_length=8, choices=CorrectionState, default=CorrectionState.OPEN)
    outcome = models.TextField("reason", blank=True, help_text="Readers see it on the event's page.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    decided_at = models.DateTimeField("decided", null=True, blank=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            one_of("state", CorrectionState, name="correction_state_known"),
            models.CheckConstraint(
                condition=Q(state="open") | (~Q(outcome="") & Q(decided_at__isnull=False, contact="")),
                name="correction_decided_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["state", "made_at"], name="correction_queue")]

    def __str__(self):
        return self.what if len(self.what) <= 80 else self.what[:79] + "…"

    @property
    def decided(self):
        """Whether a curator has decided; also while a form that is being filled in says otherwise."""
        return self.decided_at is not None

    def decide(self, state, outcome, user):
        """Accept or decline it for a reason that readers will see; how to reach the reader is forgotten."""
        self.state, self.outcome, self.decided_by = state, outcome, user
        self.decided_at, self.contact = timezone.now(), ""
        self.save()
