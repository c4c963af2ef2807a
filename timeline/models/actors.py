"""Who acts, and who belongs where, as what, when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from .aliases import SearchedByNames, validate_aliases
from .bumping import BumpingQuerySet, BumpsDebate
from .choices import one_of
from .debate import InDebate
from .history import History
from .querysets import ActorQuerySet


class ActorKind(models.TextChoices):
    """What an actor is."""

    PERSON = "person", pgettext_lazy("kind of actor", "person")
    INSTITUTION = "institution", pgettext_lazy("kind of actor", "institution")
    STATE = "state", pgettext_lazy("kind of actor", "state")
    ALLIANCE = "alliance", pgettext_lazy("kind of actor", "alliance")
    LEGISLATURE = "legislature", pgettext_lazy("kind of actor", "legislature")
    PARTY = "party", pgettext_lazy("kind of actor", "party")


class Actor(SearchedByNames, InDebate):
    """A person, institution, state, alliance, legislature or party."""

    Kind = ActorKind
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=ActorKind)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code, such as UA.")
    aliases = models.JSONField(default=list, blank=True, validators=[validate_aliases])
    page = "actor"

    objects = ActorQuerySet.as_manager()
    history = History()

    class Meta(InDebate.Meta):
        ordering = ["name"]
        default_related_name = "actors"
        constraints = [
            *InDebate.Meta.constraints,
            one_of("kind", ActorKind, name="actor_kind_known"),
        ]

    def __str__(self):
        return self.name


class AffiliationQuerySet(BumpingQuerySet):
    """Affiliations as rows."""

    def lasting(self, first, last):
        """Those that lasted all the time between two days, as far as is known.

        An unknown end is taken as open; a place of which no end is known says nothing of when it was.
        """
        begun = Q(start__lte=first) | Q(start__isnull=True, end__isnull=False)
        return self.filter(begun, Q(end__isnull=True) | Q(end__gte=last))


class Affiliation(BumpsDebate):
    """An actor's place in an organisation; either end may be unknown."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="members")
    role = models.CharField(max_length=120, blank=True)
    start = models.DateField("from", null=True, blank=True)
    end = models.DateField("to", null=True, blank=True)
    debate_path = "actor__debate"

    objects = AffiliationQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(start__lte=models.F("end")),
                name="affiliation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(actor=models.F("organisation")), name="affiliation_with_another"
            ),
        ]

    def __str__(self):
        return f"{self.actor}, {self.role or 'member'}, {self.organisation}"
