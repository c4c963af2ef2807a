"""Who acts, and who belongs where, as what, when."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from .debate import Debate, InDebate


def validate_aliases(aliases):
    """Aliases are a list of other names, nothing else."""
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        raise ValidationError("Give the aliases as a list of names.", code="aliases")


class Actor(InDebate):
    """A person, institution, state, alliance, legislature or party."""

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        INSTITUTION = "institution", "institution"
        STATE = "state", "state"
        ALLIANCE = "alliance", "alliance"
        LEGISLATURE = "legislature", "legislature"
        PARTY = "party", "party"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code, such as UA.")
    aliases = models.JSONField(default=list, blank=True, validators=[validate_aliases])
    page = "actor"

    class Meta(InDebate.Meta):
        ordering = ["name"]
        default_related_name = "actors"
        constraints = [
            *InDebate.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=["person", "institution", "state", "alliance", "legislature", "party"]),
                name="actor_kind_known",
            ),
        ]

    def __str__(self):
        return self.name


class Affiliation(models.Model):
    """An actor's place in an organisation; either end may be unknown."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="members")
    role = models.CharField(max_length=120, blank=True)
    start = models.DateField("from", null=True, blank=True)
    end = models.DateField("to", null=True, blank=True)

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

    def save(self, *args, **kwargs):
        """Save, and say so to the debate."""
        super().save(*args, **kwargs)
        Debate.objects.bump(self.actor.debate_id)
