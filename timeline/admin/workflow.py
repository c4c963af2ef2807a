"""The steps from draft to published and back out: the bulk actions that take them."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as delete_all_selected
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.shortcuts import render

from timeline.dates import NotADate
from timeline.models import Event, changing
from timeline.models.roles import may_step, steps_for
from timeline.models.statuses import IN_REVIEW, LASTING, PUBLISHED, WITHDRAWN


def choices_for(user, event):
    """The statuses that this curator may leave an event in, as a form's choices."""
    allowed = steps_for(user, event) or (event.status,)
    return [(value, label) for value, label in Event.Status.choices if value in allowed]


class WithdrawForm(forms.Form):
    """Why the events are withdrawn: their addresses will say so."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)


def step(modeladmin, request, events, status, **fields):
    """Take every event that may to a status, and say what happened; returns the events that moved."""
    moved, kept = [], []
    reason = fields.get("withdrawn_reason") or f"Now {Event.Status(status).label}."
    with changing(request.user, reason):
        for event in Event.objects.filter(pk__in=events.order_by().values("pk")).select_for_update():
            allowed = may_step(request.user, event, status)
            (moved if allowed and _save(modeladmin, request, event, status, fields) else kept).append(event)
    label = Event.Status(status).label
    if moved:
        messages.success(request, f"{_count(moved)} now {label}.")
    for event in kept[:10]:
        stands = Event.Status(event.status).label
        messages.warning(request, f"“{event}” was left as it is: {stands}.")
    if len(kept) > 10:
        messages.warning(request, f"{len(kept) - 10} more were left as they are.")
    return moved


def _save(modeladmin, request, event, status, fields):
    for name, value in (fields | {"status": status}).items():
        setattr(event, name, value)
    try:
        event.save()
    except NotADate as refusal:
        event.refresh_from_db()
        messages.error(request, f"“{event}”: {refusal.reason}")
        return False
    modeladmin.log_change(request, event, f"Now {Event.Status(status).label}.")
    return True


def _count(events):
    return "1 event is" if len(events) == 1 else f"{len(events)} events are"


@admin.action(description="Publish the selected events", permissions=["publish"])
def publish(modeladmin, request, queryset):
    """Publish drafts and events in review, republish withdrawn ones; warn where no source is cited."""
    moved = step(modeladmin, request, queryset, PUBLISHED)
    uncited = Event.objects.filter(pk__in=[event.pk for event in moved], citations=None)
    for event in uncited[:10]:
        messages.warning(request, f"“{event}” is published without a citation.")


@admin.action(description="Send the selected events to review", permissions=["change"])
def send_to_review(modeladmin, request, queryset):
    """Ask for another pair of eyes."""
    step(modeladmin, request, queryset, IN_REVIEW)


@admin.action(description="Withdraw the selected events…", permissions=["publish"])
def withdraw(modeladmin, request, queryset):
    """Ask for the reason on a page of its own, then withdraw."""
    form = WithdrawForm(request.POST if "reason" in request.POST else None)
    if form.is_valid():
        step(modeladmin, request, queryset, WITHDRAWN, withdrawn_reason=form.cleaned_data["reason"])
        return None
    context = modeladmin.admin_site.each_context(request) | {
        "title": "Withdraw events",
        "opts": modeladmin.opts,
        "form": form,
        "events": queryset.filter(status=PUBLISHED),
        "others": queryset.exclude(status=PUBLISHED),
        "checkbox": ACTION_CHECKBOX_NAME,
        "media": modeladmin.media,
    }
    return render(request, "admin/withdraw.html", context)


@admin.action(description="Delete the selected drafts", permissions=["delete"])
def delete_selected(modeladmin, request, queryset):
    """Delete what was never public; refuse the whole selection otherwise."""
    lasting = queryset.filter(status__in=LASTING)
    if lasting.exists():
        names = ", ".join(f"“{event}”" for event in lasting[:3])
        messages.error(
            request,
            f"Nothing was deleted: {names}{' and others' if lasting.count() > 3 else ''} had been published. "
            "Withdraw such events instead: their addresses then say so.",
        )
        return None
    return delete_all_selected(modeladmin, request, queryset)
