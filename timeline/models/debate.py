"""A debate, its questions with their arguments, and its topics."""

from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from .aliases import SearchedByNames, validate_aliases
from .bumping import BumpingQuerySet, BumpsDebate
from .choices import one_of
from .history import History, RecordedQuerySet, as_one_change
from .keys import Keyed
from .slugs import Addressed, AddressedQuerySet


class DebateQuerySet(RecordedQuerySet, AddressedQuerySet):
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
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="BCP 47 code of what the debate's own texts are written in: en, uk.",
    )
    revision = models.PositiveBigIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    page = "debate"

    objects = DebateQuerySet.as_manager()
    history = History(but=["revision", "changed_at"])

    class Meta:
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["slug"], name="debate_slug_unique")]

    def __str__(self):
        return self.title

    @as_one_change
    def save(self, *args, **kwargs):
        """Save with the next revision, whichever was read: title and address are on every page."""
        if not self._state.adding:
            self.revision = models.F("revision") + 1
        super().save(*args, **kwargs)
        self.refresh_from_db(fields=["revision"])

    @as_one_change
    def delete(self, *args, **kwargs):
        """Delete, with all that is in it."""
        return super().delete(*args, **kwargs)

    def _debate_of_slug(self):
        return None

    def natural_key(self):
        """Its slug."""
        return (self.slug,)

    natural_key.dependencies = []

    def get_absolute_url(self):
        """Its timeline."""
        return reverse("debate", args=[self.slug])


class PartQuerySet(BumpingQuerySet, AddressedQuerySet):
    """Rows of a debate with addresses of their own."""


class InDebate(BumpsDebate, Addressed):
    """An addressed part of one debate."""

    debate = models.ForeignKey(Debate, on_delete=models.CASCADE)

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["debate", "slug"], name="%(class)s_slug_unique_in_debate")
        ]


class Question(SearchedByNames, InDebate):
    """What is argued about: an issue with positions for and against.

    Its title is a sentence, full of names of its own; its events are searched by its other names alone.
    """

    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    aliases = models.JSONField(default=list, blank=True, validators=[validate_aliases])
    rank = models.PositiveSmallIntegerField(default=0, help_text="Its place in the debate's list.")
    page = "question"
    called_by = ()

    history = History()

    class Meta(InDebate.Meta):
        ordering = ["rank", "title"]
        default_related_name = "questions"

    def __str__(self):
        return self.title


class Topic(SearchedByNames, InDebate):
    """A weapon system, an instrument: what events are about beside the questions."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=60, blank=True)
    aliases = models.JSONField(default=list, blank=True, validators=[validate_aliases])
    rank = models.PositiveSmallIntegerField(default=0, help_text="Its place in the debate's list.")
    page = "topic"

    history = History()

    class Meta(InDebate.Meta):
        ordering = ["rank", "name"]
        default_related_name = "topics"

    def __str__(self):
        return self.name


class Side(models.TextChoices):
    """Which way an argument speaks."""

    FOR = "for", pgettext_lazy("side of an argument", "for")
    AGAINST = "against", pgettext_lazy("side of an argument", "against")


class Argument(Keyed):
    """A reason for or against a question, given by actors together with a position."""

    Side = Side
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="arguments")
    slug = models.SlugField(max_length=80)
    side = models.CharField(max_length=7, choices=Side)
    text = models.TextField()
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="answered_by"
    )
    rank = models.PositiveSmallIntegerField(default=0, help_text="Its place in the debate's list.")
    key_paths = ("question__debate__slug", "question__slug", "slug")
    debate_path = "question__debate"

    history = History()

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "slug"], name="argument_slug_unique_in_question"),
            one_of("side", Side, name="argument_side_known"),
        ]

    def __str__(self):
        return self.text
