"""Articles on a curator's desk: their text, and what was made of each place in it. Never public.

An article's text may be somebody's property; only the curators see it, and it can be discarded. What
becomes public is the `Source` made from the article's data, and the events with their short quotes.
Of the text history keeps how long it was and a digest: that it was discarded or replaced can be told, what
it said cannot.
"""

from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .choices import one_of
from .debate import Debate
from .events import Event
from .history import History, RecordedQuerySet
from .roles import may_curate, may_edit_any
from .sources import Citation, Source, validate_edtf, validate_web_address


class ArticleState(models.TextChoices):
    """Where the work on an article stands."""

    OPEN = "open", "open"
    DONE = "done", "done"
    DISCARDED = "discarded", "text discarded"


class ArticleQuerySet(RecordedQuerySet):
    """Articles as rows."""

    def visible_to(self, user):
        """An editor's are all, a contributor's the own; nobody else has any."""
        if may_edit_any(user):
            return self
        return self.filter(added_by=user) if may_curate(user) else self.none()


class Article(models.Model):
    """A text that events are made from, with what its source is going to be.

    `date_text` is the day of publication in the article's words, empty where it states none; `published` is
    its EDTF, read from these words or inferred for the reason in `published_basis`.
    """

    State = ArticleState
    debate = models.ForeignKey(Debate, on_delete=models.CASCADE, related_name="articles")
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles"
    )
    publisher = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    url = models.URLField("address", max_length=1000, blank=True, validators=[validate_web_address])
    date_text = models.CharField("date as the article has it", max_length=200, blank=True)
    published = models.CharField(max_length=40, validators=[validate_edtf], editable=False)
    published_basis = models.TextField(blank=True, editable=False)
    language = models.CharField(max_length=35, blank=True)
    text = models.TextField(blank=True, editable=False)
    text_length = models.PositiveIntegerField("characters", default=0, editable=False)
    text_digest = models.CharField(max_length=16, blank=True, editable=False)
    state = models.CharField(max_length=9, choices=ArticleState, default=ArticleState.OPEN, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="articles",
    )
    created_at = models.DateTimeField("added", auto_now_add=True)
    changed_at = models.DateTimeField("last worked on", auto_now=True)

    objects = ArticleQuerySet.as_manager()
    history = History(but=["text", "changed_at"])
    # What a restored version does not decide: whose it is, how far the work on it and its text have come.
    stands = {"state", "source_id", "added_by_id", "text_length", "text_digest"}

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            one_of("state", ArticleState, name="article_state_known"),
            models.CheckConstraint(
                condition=~Q(state=ArticleState.DISCARDED) | Q(text=""), name="article_discarded_has_no_text"
            ),
        ]

    def __str__(self):
        return f"{self.publisher}: {self.title}"

    def save(self, *args, update_fields=None, **kwargs):
        """Measure the text, then save."""
        if "text" not in self.get_deferred_fields():
            self.text_length, self.text_digest = len(self.text), digest(self.text)
        if update_fields is not None and "text" in update_fields:
            update_fields = {*update_fields, "text_length", "text_digest"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def come_back(self):
        """Stand as what can be brought back of it: its text is in no record."""
        self.state, self.text_length, self.text_digest = ArticleState.DISCARDED, 0, ""


def digest(text):
    """What tells two texts from each other and neither from itself; empty for no text."""
    return sha256(text.encode()).hexdigest()[:16] if text else ""


class Outcome(models.TextChoices):
    """What became of a place in an article."""

    OPEN = "open", "open"
    ACCEPTED = "accepted", "accepted"
    MERGED = "merged", "merged"
    DISMISSED = "dismissed", "dismissed"


class Decision(models.Model):
    """What became of `article.text[start:end]`: a proposal, or words that a curator selected (`own`).

    There is one for a place, so two curators cannot make two events of it. `typed` is what was typed into its
    form and not sent yet, with the `hand` that names the page it was typed on; `decided_by` then typed it. An
    event that is deleted leaves the decision behind without one.
    """

    Outcome = Outcome
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="decisions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    own = models.BooleanField(default=False)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.OPEN)
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="decisions")
    citation = models.ForeignKey(Citation, null=True, on_delete=models.SET_NULL, related_name="+")
    typed = models.JSONField(default=dict, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = RecordedQuerySet.as_manager()
    history = History(but=["typed", "changed_at"])

    class Meta:
        ordering = ["start", "end"]
        constraints = [
            models.UniqueConstraint(fields=["article", "start", "end"], name="decision_unique_per_place"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="decision_of_some_words"),
            one_of("outcome", Outcome, name="decision_outcome_known"),
        ]

    def __str__(self):
        return f"{self.get_outcome_display()}: {self.start}-{self.end} of {self.article}"

    @property
    def is_open(self):
        """Whether it is still to be decided."""
        return self.outcome == Outcome.OPEN
