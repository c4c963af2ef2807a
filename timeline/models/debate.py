"""A debate, its questions with their arguments, and its topics."""

from django.db import models
from django.db.models.functions import Now
from django.urls import reverse

from .slugs import Addressed, AddressedQuerySet


class DebateQuerySet(AddressedQuerySet):
    """Lookups of debates."""

    def get_by_natural_key(self, slug):
        """The debate with this slug."""
        return self.get(slug=slug)

    def bump(self, pk):
        """Say that something in the debate has changed: caches and ETags hang on its revision."""
        self.filter(pk=pk).update(revision=models.F("revision") + 1, changed_at=Now())


class Debate(Addressed):
    """A policy debate: the frame of everything else."""

    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    revision = models.PositiveBigIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    page = "debate"

    objects = DebateQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["slug"], name="debate_slug_unique")]

    def __str__(self):
        return self.title

    def _debate_of_slug(self):
        return None

    def natural_key(self):
        """Its slug."""
        return (self.slug,)

    natural_key.dependencies = []

    def get_absolute_url(self):
        """Its timeline."""
        return reverse("debate", args=[self.slug])


class InDebate(Addressed):
    """An addressed part of one debate; saving or deleting it bumps the debate's revision."""

    debate = models.ForeignKey(Debate, on_delete=models.CASCADE)

    objects = AddressedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["debate", "slug"], name="%(class)s_slug_unique_in_debate")
        ]

    def save(self, *args, **kwargs):
        """Save, and say so to the debate."""
        super().save(*args, **kwargs)
        Debate.objects.bump(self.debate_id)

    def delete(self, *args, **kwargs):
        """Delete, and say so to the debate."""
        deleted = super().delete(*args, **kwargs)
        Debate.objects.bump(self.debate_id)
        return deleted


class Question(InDebate):
    """What is argued about: an issue with positions for and against."""

    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    rank = models.PositiveSmallIntegerField(default=0, help_text="Its place in the debate's list.")
    page = "question"

    class Meta(InDebate.Meta):
        ordering = ["rank", "title"]
        default_related_name = "questions"

    def __str__(self):
        return self.title


class Topic(InDebate):
    """A weapon system, an instrument: what events are about beside the questions."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=60, blank=True)
    rank = models.PositiveSmallIntegerField(default=0, help_text="Its place in the debate's list.")
    page = "topic"

    class Meta(InDebate.Meta):
        ordering = ["rank", "name"]
        default_related_name = "topics"

    def __str__(self):
        return self.name


class Argument(models.Model):
    """A reason for or against a question, given by actors together with a position."""

    class Side(models.TextChoices):
        FOR = "for", "for"
        AGAINST = "against", "against"

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="arguments")
    slug = models.SlugField(max_length=80)
    side = models.CharField(max_length=7, choices=Side)
    text = models.TextField()
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="answered_by"
    )
    rank = models.PositiveSmallIntegerField(default=0, help_text="Its place in the debate's list.")

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "slug"], name="argument_slug_unique_in_question"),
            models.CheckConstraint(
                condition=models.Q(side__in=["for", "against"]), name="argument_side_known"
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        """Save, and say so to the debate."""
        super().save(*args, **kwargs)
        Debate.objects.bump(self.question.debate_id)

    @property
    def users(self):
        """The names of the actors who used it, each once, in the order of its positions."""
        return list(dict.fromkeys(position.actor.name for position in self.positions.all()))

    def natural_key(self):
        """Its question's key and its slug."""
        return (*self.question.natural_key(), self.slug)

    natural_key.dependencies = ["timeline.question"]
