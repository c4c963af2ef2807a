"""What an event's page has beside its form: what is missing, the talk, the preview; and the queue."""

from copy import copy

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from timeline.models import Comment, Event, changing
from timeline.models.roles import may_comment
from timeline.models.statuses import PUBLISHED

from .findings import findings_of
from .mentions import with_mentions
from .review import review

UNSAVED = "_preview"  # what the button posts that shows a form as it is, without saving
LONGEST = 5000  # characters of a comment


class EventPages(admin.ModelAdmin):
    """The pages around the form of an event."""

    change_form_template = "admin/event_form.html"

    def get_urls(self):
        """The queue, and each event's preview and talk."""
        pages = {
            "review": ("", self.review),
            "preview": ("<int:pk>/", require_safe(self.preview)),
            "comment": ("<int:pk>/", require_POST(self.comment)),
        }
        own = [
            path(f"{which}{name}/", self.admin_site.admin_view(view), name=f"timeline_event_{name}")
            for name, (which, view) in pages.items()
        ]
        return [*own, *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """With what is missing as it is stored, and what was said, for those whose business it is."""
        if obj is not None:
            talks = may_comment(request.user, obj)
            context |= {
                "findings": findings_of(Event.objects.select_related("debate").get(pk=obj.pk)),
                "comments": talk(obj, request.user) if talks else [],
                "may_comment": talks,
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def changeform_view(self, request, *args, **kwargs):
        """Where only a preview is asked for, everything is saved as it would be, shown, and taken back."""
        if UNSAVED not in request.POST:
            return super().changeform_view(request, *args, **kwargs)
        with transaction.atomic():
            response = super().changeform_view(request, *args, **kwargs)
            transaction.set_rollback(True)
        if response.status_code == 200 and not hasattr(response, "context_data"):
            list(messages.get_messages(request))  # they tell of what was taken back
        return response

    def response_add(self, request, obj, post_url_continue=None):
        """The preview, where that was asked for."""
        return self.unsaved(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        """The preview, where that was asked for."""
        return self.unsaved(request, obj) or super().response_change(request, obj)

    def unsaved(self, request, event):
        """The event as the form has it, within the transaction that is taken back; None if not asked for."""
        return self.preview(request, event.pk, saved=False) if UNSAVED in request.POST else None

    def review(self, request):
        """The review queue."""
        return review(self.admin_site, request)

    def preview(self, request, pk, saved=True):
        """The event as the public will see it; nobody keeps a copy, and no search engine takes it up."""
        event = self.found(request, Event.objects.with_details(), pk)
        context = preview_of(request, event) | {"saved": saved}
        response = render(request, "admin/preview_event.html", context)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    def comment(self, request, pk):
        """Take a comment, or settle one."""
        event = self.found(request, Event.objects.all(), pk)
        if not may_comment(request.user, event):
            raise PermissionDenied
        if settled := request.POST.get("settle"):
            with changing(request.user, "Settled."):
                settle(event.comments.open(), settled, request.user)
        elif text := request.POST.get("text", "").strip()[:LONGEST]:
            with changing(request.user, "Said."):
                Comment.objects.create(event=event, author=request.user, text=text)
        else:
            messages.error(request, "Write something first.")
        return HttpResponseRedirect(reverse("admin:timeline_event_change", args=[event.pk]) + "#comments")

    def found(self, request, rows, pk):
        """The event, if this curator works with it: else there is nothing here."""
        event = rows.curated_by(request.user).filter(pk=pk).first()
        if event is None or not self.has_view_permission(request, event):
            raise Http404
        return event


def talk(event, user):
    """What curators said about an event."""
    return with_mentions(event.comments.select_related("author", "resolved_by", "event"), user)


def settle(comments, key, user):
    """Mark an open comment as settled; a key that names none changes nothing."""
    if key.isascii() and key.isdigit() and len(key) < 19:
        comments.filter(pk=key).update(resolved_at=timezone.now(), resolved_by=user)


def preview_of(request, event):
    """What the public page of the event shows, with its neighbours among what is public."""
    with_it = Event.objects.filter(debate=event.debate, pk=event.pk) | Event.objects.filter(
        debate=event.debate, status=PUBLISHED
    )
    standing = with_it.in_order().standing_of(event.slug)
    near = Event.objects.filter(debate=event.debate).select_related("debate")
    rows = {row.slug: row for row in near.filter(slug__in=[standing["before"], standing["after"]])}
    shown = copy(event)
    shown.status = PUBLISHED
    return {
        "debate": event.debate,
        "event": shown,
        "title": event.title,
        "stands": event.get_status_display(),
        "author": event.author,
        "before": rows.get(standing["before"]),
        "after": rows.get(standing["after"]),
        "canonical": event.get_absolute_url(),
        "absolute": request.build_absolute_uri(event.get_absolute_url()),
    }
