"""The steps from draft to published and back out: the bulk actions that take them."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as delete_all_selected
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.shortcuts import render

from timeline.dates import NotADate
from timeline.models import Event, changing
from timeline.models.roles import may_step, steps_for
from timeline.models.statuses import DRAFT, IN_REVIEW, LASTING, PUBLISHED, STEPS, WITHDRAWN

from .consequences import NAMED, consequences

SAID = {  # the reasons that history gives for a step
    DRAFT: "Back to its author.",
    IN_REVIEW: "Sent to review.",
    PUBLISHED: "Published.",
    WITHDRAWN: "Withdrawn.",
}


AT_ONCE = 5000  # events that one step takes: a dozen seconds at most
TOO_MANY = (
    f"Nothing was done: {AT_ONCE:,} events at once are the most. Narrow the list, and go on with the rest."
)
CHANGED = "Nothing was done: some of these events were changed since you were asked. Look again."


def choices_for(user, event):
    """The statuses that this curator may leave an event in, as a form's choices."""
    allowed = steps_for(user, event) or (event.status,)
    return [(value, label) for value, label in Event.Status.choices if value in allowed]


class StepForm(forms.Form):
    """A yes to what the page has shown: `seen` names the events and the state in which it has shown them."""

    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def agrees(self, request, state):
        """Whether it is filled in and holds for the events as they are; says so where they are others now.

        Events that were not named one by one need to have been shown.
        """
        if not self.is_valid():
            return False
        seen = self.cleaned_data["seen"]
        if seen == state or (not seen and not across(request)):
            return True
        if seen:
            messages.warning(request, CHANGED)
        return False


class WithdrawForm(StepForm):
    """Why the events are withdrawn: their addresses will say so."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)


class ConfirmForm(StepForm):
    """A yes to publishing what the page has shown."""

    confirmed = forms.CharField(widget=forms.HiddenInput, initial="yes")


def take(request, event, status, **fields):
    """Take an event to a status and record it; returns why its date was refused, else ""."""
    for name, value in (fields | {"status": status}).items():
        setattr(event, name, value)
    try:
        event.save()
    except NotADate as refusal:
        event.refresh_from_db()
        return refusal.reason
    LogEntry.objects.log_actions(
        request.user.pk, [event], CHANGE, f"Now {Event.Status(status).label}.", single_object=True
    )
    return ""


def locked(events):
    """The events as rows that nobody else changes until the change under way is over."""
    return Event.objects.filter(pk__in=events.order_by().values("pk")).select_for_update()


def step(request, events, status, among=None, **fields):
    """Take every event that may, of those `among` these keys, to a status, and say what happened."""
    moved, kept = 0, []
    if too_many(events):
        messages.error(request, TOO_MANY)
        return
    with changing(request.user, fields.get("withdrawn_reason") or SAID[status]):
        for event in locked(events):
            if among is not None and event.pk not in among:
                continue
            if not may_step(request.user, event, status):
                kept.append(event)
            elif reason := take(request, event, status, **fields):
                messages.error(request, f"“{event}”: {reason}")
            else:
                moved += 1
    if moved:
        count = "1 event is" if moved == 1 else f"{moved} events are"
        messages.success(request, f"{count} now {Event.Status(status).label}.")
    for event in kept[:10]:
        messages.warning(request, f"“{event}” was left as it is: {event.get_status_display()}.")
    if len(kept) > 10:
        messages.warning(request, f"{len(kept) - 10} more were left as they are.")


def able_to(events, status):
    """Those of the events whose next status this can be."""
    before = [one for one, steps in STEPS.items() if one != status and status in steps]
    return events.filter(status__in=before)


def too_many(events):
    """Whether these are more than one step takes."""
    return len(events.order_by().values_list("pk")[: AT_ONCE + 1]) > AT_ONCE


def across(request):
    """Whether everything that the list holds was chosen, and not row by row."""
    return request.POST.get("select_across") == "1"


def asked_first(modeladmin, request, queryset, status, form, **fields):
    """Take the step where the page has been answered for the events as they are; else that page."""
    if too_many(able_to(queryset, status)):  # which are not looked through one by one
        return confirm(modeladmin, request, queryset, status, form)
    keys = {row.pk for row in locked(queryset).only("pk")} if form.is_bound else None
    state = modeladmin.parts.state(able_to(queryset, status))
    if not form.agrees(request, state):
        return confirm(modeladmin, request, queryset, status, form, state)
    step(request, queryset, status, keys, **{name: form.cleaned_data[of] for name, of in fields.items()})
    return None


def confirm(modeladmin, request, queryset, status, form, state=""):
    """The page that says what a step changes for the public, and asks."""
    able, every = able_to(queryset, status), across(request)
    form.initial["seen"] = state
    if form.is_bound:
        form.data = form.data.copy()
        form.data["seen"] = state
    context = modeladmin.admin_site.each_context(request) | {
        "title": "Publish events" if status == PUBLISHED else "Withdraw events",
        "opts": modeladmin.opts,
        "form": form,
        "publishing": status == PUBLISHED,
        "told": consequences(able, publishing=status == PUBLISHED),
        "others": queryset.exclude(pk__in=able.order_by().values("pk"))[:NAMED],
        "chosen": able.order_by().values_list("pk", flat=True)[: 1 if every else None],
        "across": every,
        "most": AT_ONCE if too_many(able) else 0,
        "listed": request.POST.get("_listed", ""),
        "checkbox": ACTION_CHECKBOX_NAME,
        "media": modeladmin.media,
    }
    return render(request, "admin/confirm_step.html", context)


@admin.action(description="Publish the selected events…", permissions=["publish"])
def publish(modeladmin, request, queryset):
    """Say on a page of its own what appears for the public and what it is wanting, then publish."""
    form = ConfirmForm(request.POST if "confirmed" in request.POST else None)
    return asked_first(modeladmin, request, queryset, PUBLISHED, form)


@admin.action(description="Send the selected events to review", permissions=["change"])
def send_to_review(modeladmin, request, queryset):
    """Ask for another pair of eyes."""
    step(request, queryset, IN_REVIEW)


@admin.action(description="Withdraw the selected events…", permissions=["publish"])
def withdraw(modeladmin, request, queryset):
    """Ask for the reason on a page that says what disappears, then withdraw."""
    form = WithdrawForm(request.POST if "reason" in request.POST else None)
    return asked_first(modeladmin, request, queryset, WITHDRAWN, form, withdrawn_reason="reason")


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
