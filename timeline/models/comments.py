"""What curators say to each other about an event. Never public, in no file of the debate."""

import re

from django.conf import settings
from django.db import models
from django.db.models import Q

from .events import Event
from .history import History, RecordedQuerySet
from .roles import may_curate, may_edit_any


class CommentQuerySet(RecordedQuerySet):
    """Comments as rows."""

    def visible_to(self, user):
        """Those on the events that are this user's business: an editor's all, a contributor's the own."""
        if may_edit_any(user):
            return self
        return self.filter(event__author=user) if may_curate(user) else self.none()

    def open(self):
        """Those that nobody has settled yet."""
        return self.filter(resolved_at=None)

    def by_others(self, user):
        """Those that somebody else wrote; what a deleted account wrote counts."""
        return self.filter(~Q(author=user) | Q(author=None))

    def naming(self, user):
        """Those that call this user by name, as "@thea"; names are compared whatever their case."""
        # What no name goes on with; a full stop may end a sentence.
        rest = r"([^\w.@+-]|[.@+-]*$|[.@+-]+[^\w])"
        return self.filter(text__iregex=rf"@{re.escape(user.get_username())}{rest}")

    def get_by_natural_key(self, debate, event, made_at):
        """The comment made at this moment on the event with these slugs."""
        return self.get(event__debate__slug=debate, event__slug=event, made_at=made_at)


class Comment(models.Model):
    """A curator's word about an event; open until somebody says that it is settled."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="event_comments"
    )
    text = models.TextField(max_length=5000)
    made_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True, blank=True, editable=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = CommentQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "made_at"], name="comment_of_a_moment")]
        indexes = [
            models.Index(fields=["event"], name="comment_open", condition=Q(resolved_at__isnull=True)),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def natural_key(self):
        """The event's key, and when it was made."""
        return (self.event.debate.slug, self.event.slug, self.made_at)
