"""Shared views: a short link with a title and a note, live or frozen, and who may make how many of them."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from .debate import Debate
from .events import Event
from .history import History, RecordedQuerySet

# No vowels, which make words, and no letters that look like others: 28 to the 13th is 62 bits.
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
CODE_LENGTH = 13
TITLE_AT_MOST, NOTE_AT_MOST = 120, 1000  # characters
EVENTS_AT_MOST = 2000  # of a larger view no event is remembered, and it cannot be frozen


def new_code():
    """A code that nobody guesses and anybody can read out."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


class SharedViewQuerySet(RecordedQuerySet):
    """Lookups of shared views."""

    def get_by_natural_key(self, code):
        """The shared view with this code."""
        return self.get(code=code)

    def answering(self, code):
        """The shared view at an address; upper case is forgiven. None where there is none."""
        return self.filter(code=code.lower()).select_related("debate").first()


class SharedView(models.Model):
    """A view as somebody shared it: its query, what they said of it, and the events that it held then.

    A live one shows the view as it is now and says what has changed; a frozen one shows the rows of then.
    Both hold what the public saw: no draft gets in, whoever makes it.
    """

    debate = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="shared_views")
    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_code, editable=False)
    query = models.TextField("filters", blank=True, editable=False, help_text="As in the timeline’s address.")
    place = models.CharField(
        "page", max_length=20, blank=True, editable=False, help_text="Empty for the timeline."
    )
    title = models.CharField(max_length=TITLE_AT_MOST, blank=True)
    note = models.TextField(max_length=NOTE_AT_MOST, blank=True)
    frozen = models.BooleanField(default=False, editable=False)
    names = models.JSONField(default=dict, editable=False)  # {"debate": title, "actor": {slug: name}} of then
    count = models.PositiveIntegerField("events", default=0, editable=False)
    made_at = models.DateTimeField("made", default=timezone.now, editable=False)
    expires_at = models.DateTimeField(
        "expires", null=True, blank=True, help_text="From then on the address says that it has expired."
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip

    objects = SharedViewQuerySet.as_manager()
    # What it holds never changes, and is gone when it is taken down.
    history = History(but=["query", "place", "frozen", "names", "count", "made_at"])

    class Meta:
        ordering = ["-made_at", "code"]

    def __str__(self):
        return self.title or self.code

    def natural_key(self):
        """Its code."""
        return (self.code,)

    natural_key.dependencies = ["timeline.debate", settings.AUTH_USER_MODEL]

    def get_absolute_url(self):
        """The short link."""
        return reverse("shared", args=[self.code])

    @property
    def expired(self):
        """Whether its time is over."""
        return self.expires_at is not None and self.expires_at <= timezone.now()

    @property
    def remembers(self):
        """Whether its events were few enough to be remembered one by one."""
        return self.count <= EVENTS_AT_MOST


class SharedEventQuerySet(models.QuerySet):
    """Events of shared views."""

    def get_by_natural_key(self, code, place):
        """What stood at this place of the shared view with this code."""
        return self.get(shared__code=code, place=place)

    def shown(self):
        """Those whose event is still public: what was withdrawn is in no frozen view either."""
        return self.filter(event__status=Event.Status.PUBLISHED)


class SharedEvent(models.Model):
    """An event as a shared view held it; it goes with the event, should that ever be deleted."""

    shared = models.ForeignKey(SharedView, on_delete=models.CASCADE, related_name="events")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveIntegerField()
    digests = models.JSONField(default=dict)  # {what can change: what it was, not to be read}
    row = models.JSONField(null=True)  # the row of then, in frozen views only

    objects = SharedEventQuerySet.as_manager()

    class Meta:
        ordering = ["place"]
        # Two events of then may be one now, so an event may stand at two places.
        constraints = [models.UniqueConstraint(fields=["shared", "place"], name="shared_event_place_unique")]

    def __str__(self):
        return f"{self.shared_id}: {self.place}"

    def natural_key(self):
        """The shared view's code, and its place there."""
        return (self.shared.code, self.place)

    natural_key.dependencies = ["timeline.sharedview", "timeline.event"]


class AllowanceQuerySet(models.QuerySet):
    """Allowances, taken from under a lock."""

    def take(self, of, capacity, per, amount=1):
        """Take from an allowance that refills evenly to `capacity` within `per`; False if less is left.

        More than the capacity at once is never given.
        """
        now = timezone.now()
        with transaction.atomic():
            self.filter(Q(counted_at__lt=now - timedelta(days=1)) & ~Q(of=of)).delete()
            held, _ = self.select_for_update().get_or_create(
                of=of, defaults={"left": capacity, "counted_at": now}
            )
            elapsed = max(now - held.counted_at, timedelta())
            left = min(capacity, held.left + capacity * (elapsed / per))
            taken = left >= amount
            held.left, held.counted_at = left - amount * taken, now
            held.save()
        return taken


class Allowance(models.Model):
    """How often something may still be done from an address: a bucket that refills by itself.

    `of` is a keyed digest, which says nothing of the address that it was made from.
    """

    of = models.CharField(max_length=64, unique=True)
    left = models.FloatField()
    counted_at = models.DateTimeField()

    objects = AllowanceQuerySet.as_manager()

    def __str__(self):
        return self.of
