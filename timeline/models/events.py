"""Events, and the positions that they give evidence of."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from timeline.dates import NotADate

from .actors import Actor
from .bumping import bump_on_link
from .changing import at_work
from .choices import one_of
from .dated import Dated
from .debate import Argument, InDebate, Question, Topic
from .history import History
from .keys import Keyed
from .querysets import EventQuerySet
from .search import fold
from .sources import Citation
from .statuses import LASTING, EventStatus


class EventKind(models.TextChoices):
    """What happened."""

    STATEMENT = "statement", pgettext_lazy("kind of event", "statement")
    DECISION = "decision", pgettext_lazy("kind of event", "decision")
    DELIVERY = "delivery", pgettext_lazy("kind of event", "delivery")
    REPORT = "report", pgettext_lazy("kind of event", "report")
    MEETING = "meeting", pgettext_lazy("kind of event", "meeting")
    VOTE = "vote", pgettext_lazy("kind of event", "vote")
    STRIKE = "strike", pgettext_lazy("kind of event", "strike")
    WARNING = "warning", pgettext_lazy("kind of event", "warning")
    PROPOSAL = "proposal", pgettext_lazy("kind of event", "proposal")
    LEAK = "leak", pgettext_lazy("kind of event", "leak")


class Importance(models.IntegerChoices):
    """How much an event weighs where there is no room for all."""

    MINOR = 1, pgettext_lazy("importance", "minor")
    NORMAL = 2, pgettext_lazy("importance", "normal")
    MAJOR = 3, pgettext_lazy("importance", "major")


class Event(Dated, InDebate):
    """Something that happened at a date."""

    Kind = EventKind
    Status = EventStatus
    Importance = Importance
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    kind = models.CharField(max_length=9, choices=EventKind)
    importance = models.PositiveSmallIntegerField(choices=Importance, default=Importance.NORMAL)
    status = models.CharField(max_length=9, choices=EventStatus, default=EventStatus.DRAFT)
    withdrawn_reason = models.TextField("why it was withdrawn", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, editable=False
    )
    throughout_override = models.BooleanField(
        "lasted throughout",
        null=True,
        blank=True,
        help_text="Only where the words do not say whether it happened within the span or lasted throughout.",
    )
    questions = models.ManyToManyField(Question, blank=True, related_name="events")
    topics = models.ManyToManyField(Topic, blank=True, through="EventTopic", related_name="events")
    actors = models.ManyToManyField(Actor, blank=True, related_name="events")
    sent_at = models.DateTimeField("sent to review", null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField("first published", null=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    search_text = models.TextField(editable=False, default="")
    page = "event"

    objects = EventQuerySet.as_manager()
    history = History(m2m_fields=["questions", "actors"], but=["search_text", "changed_at", "sent_at"])

    class Meta(InDebate.Meta):
        ordering = ["sort_date", "latest", "slug"]
        default_related_name = "events"
        constraints = [
            *InDebate.Meta.constraints,
            *Dated.Meta.constraints,
            one_of("kind", EventKind, name="event_kind_known"),
            one_of("status", EventStatus, name="event_status_known"),
            one_of("importance", Importance, name="event_importance_known"),
            models.CheckConstraint(
                condition=Q(date_override="") | ~Q(date_basis=""), name="event_override_has_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["debate", "status", "sort_date", "latest", "slug"], name="event_in_order"),
            models.Index(fields=["debate", "status", "kind"], name="event_by_kind"),
            models.Index(fields=["debate", "status", "changed_at"], name="event_by_change"),
        ]
        permissions = [
            ("edit_any_event", "Can see and change the drafts of others"),
            ("publish_event", "Can publish and withdraw events"),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """Note whose it is and since when it is in review or public, then save."""
        if self._state.adding and self.author_id is None:
            self.author = at_work()
        in_review = self.status == EventStatus.IN_REVIEW
        self.sent_at = (self.sent_at or timezone.now()) if in_review else None
        if self.status in LASTING:
            self.published_at = self.published_at or timezone.now()
        super().save(*args, **kwargs)

    def read_date(self):
        """The span, with the curator's word on whether the event lasted throughout it, and the phrase's."""
        span, phrase = super().read_date()
        if span is None or self.throughout_override is None:
            return span, phrase
        return span.lasting(self.throughout_override), phrase

    @property
    def there_since(self):
        """When readers could first see it; of what they have not seen yet, when it was entered."""
        return self.published_at or self.created_at

    @property
    def anchor_source(self):
        """The source from whose last day of publication the phrase is read; None where a curator chose."""
        for citation in self.citations.all():
            source = citation.source
            if citation.date_text == self.date_text and source.published_latest == self.anchor:
                return source
        return None

    @property
    def stances(self):
        """(actor, stance) of its positions, each once: what a card has room for."""
        return dict.fromkeys(
            (position.actor.name, position.stance, position.get_stance_display())
            for position in self.positions.all()
        )

    @property
    def contradictions(self):
        """Its citations that contradict it."""
        contradicts = Citation.Relation.CONTRADICTS
        return [citation for citation in self.citations.all() if citation.relation == contradicts]

    @property
    def supports(self):
        """Its citations that agree with it."""
        supports = Citation.Relation.SUPPORTS
        return [citation for citation in self.citations.all() if citation.relation == supports]

    @property
    def is_disputed(self):
        """Whether one of its sources contradicts it."""
        return bool(self.contradictions)

    @property
    def rests_on_one(self):
        """Whether one publisher alone tells of it: two articles of one newspaper are one source."""
        return len({citation.source.publisher for citation in self.citations.all()}) == 1

    def adopt_citation(self, citations=None):
        """Take language and, where none was given, anchor from the citation whose phrase the event uses.

        `citations` are those of this event, with their sources; without them the stored ones are asked.
        """
        if not self.date_text:
            return
        cited = self.citations.select_related("source") if citations is None else citations
        source = next((c.source for c in cited if c.date_text == self.date_text), None)
        if source:
            self.language = source.language
            self.anchor = self.anchor or source.published_latest

    def index_words(self, named=None, citations=None):
        """Gather what the search looks through: title, summary, quotes, and all that its actors, topics
        and questions are called.

        `named` are these rows; without them, as without `citations`, the stored ones are asked.
        """
        named = [*self.actors.all(), *self.topics.all(), *self.questions.all()] if named is None else named
        citations = self.citations.all() if citations is None else citations
        ordered = sorted(named, key=lambda row: (row.page, row.slug))
        names = [name for row in ordered for name in row.search_names]
        quotes = [citation.quote for citation in citations]
        self.search_text = fold(" . ".join([self.title, self.summary, *names, *quotes]))

    def settle(self):
        """Save once more after citations, or what it is about, have changed: date and search hang on them."""
        self.adopt_citation()
        self.index_words()
        self.save()

    def settle_if_dated(self):
        """Settle; where the date is refused it stands as it was, and the reason is returned, else "".

        What checks a row reads its date as settling will, so a refusal means that a source has changed since.
        """
        try:
            with transaction.atomic():
                self.settle()
        except NotADate as refusal:
            Event.objects.filter(pk=self.pk).reindex()
            return refusal.reason
        return ""


class TopicRole(models.TextChoices):
    """An event's step in the chain from request to use."""

    REQUESTED = "requested", pgettext_lazy("role of an event", "requested")
    REFUSED = "refused", pgettext_lazy("role of an event", "refused")
    APPROVED = "approved", pgettext_lazy("role of an event", "approved")
    RESTRICTED = "restricted", pgettext_lazy("role of an event", "restricted")
    PERMITTED = "permitted", pgettext_lazy("role of an event", "permitted")
    DELIVERED = "delivered", pgettext_lazy("role of an event", "delivered")
    USED = "used", pgettext_lazy("role of an event", "used")


class EventTopic(Keyed):
    """An event's topic, and the event's role in the topic's chain from request to use."""

    Role = TopicRole
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="event_topics")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="event_topics")
    role = models.CharField(max_length=10, choices=TopicRole, blank=True)
    key_paths = ("event__debate__slug", "event__slug", "topic__slug")
    debate_path = "topic__debate"

    history = History()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "topic"], name="event_topic_unique"),
            one_of("role", TopicRole, name="event_topic_role_known", blank=True),
        ]

    def __str__(self):
        return f"{self.topic} ({self.role})" if self.role else str(self.topic)


class Stance(models.TextChoices):
    """Where an actor stands on a question."""

    SUPPORTS = "supports", pgettext_lazy("stance", "supports")
    LEANS_SUPPORT = "leans-support", pgettext_lazy("stance", "leans support")
    UNDECIDED = "undecided", pgettext_lazy("stance", "undecided")
    LEANS_OPPOSE = "leans-oppose", pgettext_lazy("stance", "leans oppose")
    OPPOSES = "opposes", pgettext_lazy("stance", "opposes")


class Position(Keyed):
    """The stance that an actor took on a question, as an event shows it."""

    Stance = Stance
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="positions")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="positions")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="positions")
    stance = models.CharField(max_length=13, choices=Stance)
    arguments = models.ManyToManyField(Argument, blank=True, related_name="positions")
    key_paths = ("event__debate__slug", "event__slug", "actor__slug", "question__slug")
    debate_path = "question__debate"

    history = History(m2m_fields=["arguments"])

    class Meta:
        ordering = ["pk"]
        # SQLite counts a facet's questions by this one; with the single-column ones alone it takes minutes.
        indexes = [models.Index(fields=["event", "question", "stance"], name="position_by_question")]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "actor", "question"], name="position_unique_per_actor_and_question"
            ),
            one_of("stance", Stance, name="position_stance_known"),
        ]

    def __str__(self):
        return f"{self.actor} {self.get_stance_display()}: {self.question}"


for linked in (Event.questions, Event.actors, Position.arguments):
    models.signals.m2m_changed.connect(bump_on_link, sender=linked.through)
