"""What waits for a curator. Each part of the curating side adds its own lines to the dashboard:

    @waits
    def duplicates(user):
        if may_edit_any(user):
            yield Waiting("Possible duplicates", count, reverse("admin:..."), "Merge them.")

A provider asks the database at most a few bounded questions; lines that count nothing are not shown.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from timeline.models import Comment, Event
from timeline.models.roles import may_curate, may_edit_any, may_publish
from timeline.models.statuses import DRAFT, IN_REVIEW

PROVIDERS = []


@dataclass(frozen=True)
class Waiting:
    """A line of the dashboard: what, how many, where to see to it, and what to do there.

    `urgent` lines stand out: somebody else waits for this curator.
    """

    what: str
    count: int
    url: str
    hint: str = ""
    urgent: bool = False


def waits(provider):
    """Add a provider: a function from a user to `Waiting` lines, in the order in which they are imported."""
    PROVIDERS.append(provider)
    return provider


def waiting_for(user):
    """Everything that waits for this curator, what others wait for first."""
    lines = [line for provider in PROVIDERS for line in provider(user) if line.count]
    return sorted(lines, key=lambda line: not line.urgent)


def queue(**chosen):
    """The address of the review queue with these choices."""
    address = reverse("admin:timeline_event_review")
    return f"{address}?{urlencode(chosen)}" if chosen else address


@waits
def to_review(user):
    """What others sent to review, for those who publish."""
    if may_publish(user):
        rows = Event.objects.filter(status=IN_REVIEW)
        oldest = rows.order_by("sent_at").values_list("sent_at", flat=True).first()
        yield Waiting("To review", rows.count(), queue(), since(oldest), urgent=True)


@waits
def sent_back(user):
    """The own drafts on which somebody else has left a word."""
    if may_curate(user):
        asked = Comment.objects.open().by_others(user)
        rows = Event.objects.filter(author=user, status=DRAFT, comments__in=asked).distinct()
        hint = "Somebody asked for a change."
        yield Waiting("Sent back to you", rows.count(), queue(status=DRAFT, asked="yes"), hint, urgent=True)


@waits
def own_drafts(user):
    """The own drafts."""
    if may_curate(user):
        rows = Event.objects.filter(author=user, status=DRAFT)
        chosen = queue(status=DRAFT, author=user.pk)
        yield Waiting("Your drafts", rows.count(), chosen, "Finish them, send them.")


@waits
def own_in_review(user):
    """What a contributor sent to review and nobody has looked at yet."""
    if may_curate(user) and not may_publish(user):
        rows = Event.objects.filter(author=user, status=IN_REVIEW)
        yield Waiting("Your events in review", rows.count(), queue(), "An editor will look at them.")


@waits
def named(user):
    """Events on which somebody calls this curator by name."""
    if may_curate(user):
        rows = Comment.objects.open().by_others(user).visible_to(user).naming(user)
        events = rows.values("event").distinct().count()
        chosen = queue(status="all", named="yes")
        hint = f"A comment says @{user.get_username()}."
        yield Waiting("You are asked", events, chosen, hint, urgent=True)


@waits
def open_comments(user):
    """Words of others that are not settled, for editors."""
    if may_edit_any(user):
        rows = Comment.objects.open().by_others(user)
        events = rows.values("event").distinct().count()
        chosen = queue(status="all", commented="yes")
        yield Waiting("With open comments", events, chosen, "Answer, or say that it is settled.")


def since(moment):
    """How long the oldest has waited, in days."""
    if moment is None:
        return ""
    days = (timezone.now() - moment).days
    return "since today" if not days else f"the oldest since {'yesterday' if days == 1 else f'{days} days'}"
