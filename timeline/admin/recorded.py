"""Admin pages of rows with a history: each save, deletion and action is one change by its curator."""

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse

from timeline.models import changing
from timeline.models.errata import INSIDE

from .deleting import counted, named
from .editions import listed, unlisted
from .guarded import Guarded
from .history import WithHistory
from .keys import as_key
from .reasons import Reasoned, public_event, with_reason, without_reason


class RecordedAdmin(Guarded, WithHistory):
    """Saves are one change with the curator and a reason, and never overwrite somebody else's silently."""

    asks_why = True
    change_list_template = "admin/recorded_list.html"
    delete_confirmation_template = "admin/recorded_delete.html"
    delete_selected_confirmation_template = "admin/recorded_delete_selected.html"

    # The reason

    def get_form(self, request, obj=None, change=False, **kwargs):
        """A form that asks for the reason too."""
        if self.asks_why:
            own = kwargs.get("form", self.form)
            kwargs["form"] = type(own.__name__, (Reasoned, own), {})
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        """With the reason, where there is a row to change."""
        return self.asking(request, obj, super().get_fieldsets(request, obj))

    def asking(self, request, obj, fieldsets):
        """These fieldsets with the reason, where it is asked for."""
        if not self.asks_why:
            return fieldsets
        asks = obj is not None and self.has_change_permission(request, obj)
        return with_reason(fieldsets) if asks else without_reason(fieldsets)

    def _create_formsets(self, request, obj, change):
        """Let the form see the rows inside it: a reason is asked for their changes as well."""
        formsets, inlines = super()._create_formsets(request, obj, change)
        obj._formsets = formsets
        return formsets, inlines

    def save_model(self, request, obj, form, change):
        """Save; the change under way has this reason."""
        with changing(request.user) as under_way:
            under_way.reason = "Edited." if change else "Added."
            if self.asks_why:
                under_way.reason = form.given_reason() or under_way.reason
                if form.cleaned_data.get("unannounced"):
                    under_way.public = False
                elif form.read:
                    under_way.public = True
            super().save_model(request, obj, form, change)

    # Deleting

    def get_deleted_objects(self, objs, request):
        """What Django finds, by names that curators know."""
        found, counts, *rest = super().get_deleted_objects(objs, request)
        return named(found), counted(counts), *rest

    def delete_view(self, request, object_id, extra_context=None):
        """Delete what the page showed; if it was changed meanwhile, ask again."""
        key = as_key(object_id)
        if request.method != "POST" or not key:
            context = {"edition": self.parts.edition(key)} if key else {}
            row = key and self.model._base_manager.filter(pk=key).first()
            context |= {"shows_deleted": self.may_see_deleted(request), "read": row and _seen_inside(row)}
            return super().delete_view(request, object_id, context | (extra_context or {}))
        with changing(request.user, _given(request, "Deleted.")) as under_way:
            row = self.lock(key)
            if row is not None and _seen_inside(row):
                under_way.public, under_way.public_reason = True, _given(request, "")
            seen = row is None or request.POST.get("_edition") == self.parts.edition(key)
            if not seen and self.has_delete_permission(request, row):
                said = "It was changed while this page was open: look again before deleting."
                messages.warning(request, said)
                return HttpResponseRedirect(request.get_full_path())
            return super().delete_view(request, object_id, extra_context)

    # Actions on a list

    def changelist_view(self, request, extra_context=None):
        """An action is one change; the list carries the editions of what it shows."""
        extra_context = {"shows_deleted": self.may_see_deleted(request)} | (extra_context or {})
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        deleting = request.POST.get("action") == "delete_selected"
        with changing(request.user, _given(request, "Deleted.") if deleting else "") as under_way:
            if deleting and issubclass(self.model, tuple(INSIDE)):
                under_way.public, under_way.public_reason = True, _given(request, "")
            return super().changelist_view(request, extra_context)

    def response_action(self, request, queryset):
        """Leave out of an action what was changed since the list was shown."""
        seen = unlisted(request.POST.get("_listed", ""))
        chosen = {as_key(key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)}
        editions = self.parts.editions(seen.keys() & chosen)
        stale = [key for key, edition in editions.items() if edition != seen[key]]
        for row in self.model._base_manager.filter(pk__in=stale):
            said = f"“{row}” was left as it is: it was changed since this list was shown. Look again."
            messages.warning(request, said)
        chosen = queryset.exclude(pk__in=stale) if stale else queryset
        response = super().response_action(request, chosen)
        if isinstance(response, TemplateResponse):  # a page that asks first checks again when it is answered
            shown = {
                "listed": request.POST.get("_listed", ""),
                "shows_deleted": self.may_see_deleted(request),
            }
            response.context_data = shown | (response.context_data or {})
        return response

    def get_changelist_instance(self, request):
        """With the editions of the rows that it lists."""
        changelist = super().get_changelist_instance(request)
        popup = IS_POPUP_VAR in request.GET
        keys = () if popup or not self.get_actions(request) else [row.pk for row in changelist.result_list]
        changelist.listed = request.POST.get("_listed") or listed(self.parts.editions(keys))
        return changelist


def _seen_inside(row):
    """Whether a row belongs to an event that readers see: what is taken out of it, they are told."""
    return isinstance(row, tuple(INSIDE)) and public_event(row) is not None


def _given(request, otherwise):
    """The reason that a page which asks before deleting was answered with."""
    return request.POST.get("reason", "").strip()[:500] or otherwise
