"""Corrections from readers: a queue, each with the event beside it, to be accepted or declined."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse

from timeline.models import Correction
from timeline.models.roles import may_edit_any

from .keys import as_key
from .waiting import Waiting, since, waits


@waits
def corrections(user):
    """What readers have said and nobody has answered."""
    if may_edit_any(user):
        rows = Correction.objects.open()
        oldest = rows.values_list("made_at", flat=True).first()
        url = f"{reverse('admin:timeline_correction_changelist')}?state__exact=open"
        yield Waiting("Corrections from readers", rows.count(), url, since(oldest), urgent=True)


class DecisionForm(forms.ModelForm):
    """What becomes of a correction, and why."""

    class Meta:
        model = Correction
        fields = ["state", "outcome"]
        labels = {"state": "Decision"}
        widgets = {"outcome": forms.Textarea(attrs={"rows": 3}), "state": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "state" in self.fields:
            self.fields["state"].choices = [
                (Correction.State.ACCEPTED, "Accept: the event is then opened, to be corrected"),
                (Correction.State.DECLINED, "Decline"),
            ]
            self.initial["state"] = ""
            self.fields["outcome"].required = True


@admin.register(Correction)
class CorrectionAdmin(admin.ModelAdmin):
    """The open ones first; what is decided stays as it was told to readers."""

    form = DecisionForm
    list_display = ["__str__", "event", "state", "made_at", "decided_by", "decided_at"]
    list_filter = ["state", "event__debate", "made_at"]
    list_select_related = ["event__debate", "decided_by"]
    search_fields = ["what", "source", "outcome", "event__title"]
    date_hierarchy = "made_at"
    readonly_fields = ["event_beside", "what", "source", "contact", "made_at", "decided_by", "decided_at"]

    def get_queryset(self, request):
        """The open ones before the others, the longest waiting first among them."""
        return super().get_queryset(request).order_by("-state", "made_at", "pk")

    def get_fieldsets(self, request, obj=None):
        """The reader's words, the event, the decision."""
        decided = obj is not None and obj.decided
        reader = ["what", "source", "made_at", *([] if decided or not obj.contact else ["contact"])]
        decision = ["state", "outcome", *(["decided_by", "decided_at"] if decided else [])]
        return [
            ("What a reader says", {"fields": reader}),
            ("The event as it stands", {"fields": ["event_beside"]}),
            ("Decision", {"fields": decision, "description": "Readers see decision, reason and date."}),
        ]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """What somebody else has decided meanwhile is shown, not decided again."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            said = Correction.objects.select_for_update().filter(pk=as_key(object_id)).first()
            if said is not None and said.decided and self.has_view_permission(request, said):
                by, stands = said.decided_by or "Somebody", said.get_state_display()
                messages.warning(request, f"Nothing was saved: {by} has {stands} this meanwhile.")
                return HttpResponseRedirect(request.get_full_path())
            return super().changeform_view(request, object_id, form_url, extra_context)

    def has_add_permission(self, request):
        """They come from readers."""
        return False

    def has_change_permission(self, request, obj=None):
        """What is decided is not decided again: readers have read it."""
        return super().has_change_permission(request, obj) and not (obj and obj.decided)

    def has_delete_permission(self, request, obj=None):
        """What nobody has answered can go: there is spam."""
        return super().has_delete_permission(request, obj) and not (obj and obj.decided)

    def save_model(self, request, obj, form, change):
        """Decide."""
        obj.decide(obj.state, form.cleaned_data["outcome"].strip(), request.user)

    def response_change(self, request, obj):
        """Accepted: on to the event. Declined: back to the queue."""
        if obj.state == Correction.State.ACCEPTED:
            messages.success(
                request, "Accepted; its reason stands on the event's page. Now correct the event."
            )
            return HttpResponseRedirect(reverse("admin:timeline_event_change", args=[obj.event_id]))
        messages.success(request, "Declined; the reason stands on the event's page.")
        return HttpResponseRedirect(reverse("admin:timeline_correction_changelist"))

    def view_on_site(self, obj):
        """The event's page."""
        return obj.event.get_absolute_url()

    @admin.display(description="event")
    def event_beside(self, correction):
        """The event as readers see it, in short, with the way to its form."""
        return render_to_string("admin/_event_beside.html", {"event": correction.event})
