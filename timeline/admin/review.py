"""The review queue: what waits to be published, the oldest first, with what each event still lacks.

Editors publish from here or send back with a word; contributors send their own, or take them back.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from timeline.models import Comment, Debate, Event, changing
from timeline.models.roles import may_curate, may_edit, may_edit_any, may_publish, may_step
from timeline.models.statuses import DRAFT, IN_REVIEW, PUBLISHED, UNPUBLISHED

from .findings import findings_of, is_serious, with_evidence
from .mentions import with_mentions
from .workflow import SAID as REASONS
from .workflow import take

PAGE = 20
DECISIONS = {  # what a button says, and the status it leads to
    "publish": PUBLISHED,
    "send-back": DRAFT,
    "take-back": DRAFT,
    "send": IN_REVIEW,
}
SAID = {
    "publish": "“{}” is published.",
    "send-back": "“{}” went back to its author.",
    "take-back": "“{}” is a draft again.",
    "send": "“{}” was sent to review.",
}


class Choices(forms.Form):
    """What the queue is narrowed to; what cannot be used is left aside."""

    STATUSES = [(IN_REVIEW, "in review"), (DRAFT, "drafts"), ("all", "both")]
    status = forms.ChoiceField(choices=STATUSES, required=False)
    debate = forms.ModelChoiceField(Debate.objects.all(), required=False, empty_label="every debate")
    author = forms.ModelChoiceField(None, required=False, empty_label="everybody")
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)
    commented = forms.BooleanField(required=False, widget=forms.HiddenInput)
    named = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, user):
        super().__init__(data)
        writing = Event.objects.filter(status__in=UNPUBLISHED).order_by().values("author")
        self.user, self.fields["author"].queryset = user, get_user_model().objects.filter(pk__in=writing)
        if not may_edit_any(user):  # who else writes is not a contributor's business
            del self.fields["author"]
        self.is_valid()

    def rows(self):
        """The events chosen, the longest waiting first; a contributor's are the own."""
        chosen = self.cleaned_data
        status = chosen.get("status") or IN_REVIEW
        rows = Event.objects.all()
        if status != "all":
            rows = rows.filter(status=status)
        elif not (chosen.get("commented") or chosen.get("named")):  # of what is public only what is spoken of
            rows = rows.filter(status__in=UNPUBLISHED)
        if not may_edit_any(self.user):
            rows = rows.filter(author=self.user)
        for name in ("debate", "author"):
            if chosen.get(name):
                rows = rows.filter(**{name: chosen[name]})
        others = Comment.objects.open().by_others(self.user)
        if chosen.get("asked"):
            rows = rows.filter(author=self.user)
        if chosen.get("asked") or chosen.get("commented"):
            rows = rows.filter(pk__in=others.values("event"))
        if chosen.get("named"):
            rows = rows.filter(pk__in=others.naming(self.user).values("event"))
        return rows.order_by(Coalesce(F("sent_at"), F("created_at")), "pk")


class Decision(forms.Form):
    """What is decided about an event as it stood when it was shown."""

    event = forms.ModelChoiceField(Event.objects.none())
    seen = forms.CharField(max_length=40)
    decision = forms.ChoiceField(choices=[(key, key) for key in DECISIONS])
    comment = forms.CharField(max_length=5000, required=False)

    def __init__(self, data, user):
        super().__init__(data)
        self.fields["event"].queryset = Event.objects.curated_by(user).filter(status__in=UNPUBLISHED)

    def clean(self):
        """Whoever sends back says why."""
        cleaned = super().clean()
        if cleaned.get("decision") == "send-back" and not cleaned.get("comment", "").strip():
            self.add_error("comment", "Write what is to be changed.")
        return cleaned


@dataclass(frozen=True)
class Entry:
    """An event of the queue with what is missing, the words said about it, and what this curator may do."""

    event: Event
    findings: tuple
    comments: list
    decisions: tuple
    may_edit: bool

    @property
    def serious(self):
        """Whether something important is missing."""
        return is_serious(self.findings)

    @property
    def seen(self):
        """Names the state that is shown."""
        return seen(self.event)


def seen(event):
    """Names the state of an event: another once anybody has changed it."""
    return event.changed_at.isoformat()


def entries(events, user):
    """The entries of these events, in a constant number of queries."""
    found, said = {}, Comment.objects.open().filter(event__in=events).select_related("author", "event")
    for comment in with_mentions(said, user):
        found.setdefault(comment.event_id, []).append(comment)
    for event in events:
        comments = found.get(event.pk, [])
        yield Entry(event, findings_of(event), comments, decisions(user, event), may_edit(user, event))


def decisions(user, event):
    """The buttons that this curator has for an event."""
    if event.status not in UNPUBLISHED:
        return ()
    if may_publish(user):
        back = ("send-back",) if event.status == IN_REVIEW else ("send",)
        return ("publish", *back)
    step = {DRAFT: "send", IN_REVIEW: "take-back"}[event.status]
    return (step,) if may_step(user, event, DECISIONS[step]) else ()


def review(site, request):
    """The queue; a decision is posted to the same address and leads back to it."""
    if not may_curate(request.user):
        raise PermissionDenied
    if request.method == "POST":
        decide(request)
        return HttpResponseRedirect(request.get_full_path())
    choices = Choices(request.GET, request.user)
    page = Paginator(with_evidence(choices.rows()), PAGE).get_page(request.GET.get("p"))
    kept = {key: value for key, value in request.GET.items() if key != "p"}
    context = site.each_context(request) | {
        "title": "Review queue",
        "choices": choices,
        "page": page,
        "entries": list(entries(list(page), request.user)),
        "query": urlencode(kept),
        "narrowed": bool(kept),
        "may_publish": may_publish(request.user),
        "here": reverse("admin:timeline_event_review"),
    }
    return render(request, "admin/review_queue.html", context)


def decide(request):
    """Take the step that was decided on, unless somebody has changed the event since it was shown."""
    form = Decision(request.POST, request.user)
    if not form.is_valid():
        for said in (error for errors in form.errors.values() for error in errors):
            messages.error(request, f"Nothing was done: {said}")
        return
    chosen = form.cleaned_data
    status, comment = DECISIONS[chosen["decision"]], chosen["comment"].strip()
    with changing(request.user, comment or REASONS[status]):
        event = Event.objects.select_for_update().get(pk=chosen["event"].pk)
        if seen(event) != chosen["seen"]:
            messages.warning(request, f"“{event}” has been changed since you looked at it. Look again.")
            return
        if not may_step(request.user, event, status):
            raise PermissionDenied
        if comment:
            Comment.objects.create(event=event, author=request.user, text=comment)
        reason = take(request, event, status)
    if reason:
        messages.error(request, f"“{event}”: {reason}")
    else:
        messages.success(request, SAID[chosen["decision"]].format(event))
