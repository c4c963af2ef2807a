"""The history of a row in the admin: read it, restore a version, bring back what was deleted."""

from datetime import UTC, datetime

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.dateparse import parse_datetime

from timeline.models import changing
from timeline.models.restoring import STANDS, CannotRestore, bring_back, deleted, restore, version, went_with

from .keys import as_key
from .reasons import public_event
from .telling import Names, differences, history_of, named

CHANGES_A_PAGE, DELETED_A_PAGE, NAMED_AT_MOST = 30, 50, 12


class WithHistory(admin.ModelAdmin):
    """History, versions and deleted rows of a model. Expects `parts` and `lock` of `Guarded`."""

    @property
    def told(self):
        """The tables that the history tells of: [(model, owner)]."""
        return self.parts.tables

    def get_urls(self):
        """The pages of this mixin, before those that take anything for a key."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("deleted/", wrap(self.deleted_view), name=f"{name}_deleted"),
            path("<path:object_id>/history/restore/", wrap(self.restore_view), name=f"{name}_restore"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what, when and why; the latest first."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        told = history_of(self.told, row.pk)
        page = Paginator(told, CHANGES_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "title": "History",
            "subtitle": str(row),
            "object": row,
            "page": page,
            "current": told[0].at if told else None,
            "may_restore": self.has_change_permission(request, row),
        }
        return self._render(request, "admin/recorded_history.html", context | (extra_context or {}))

    def _render(self, request, template, context):
        site = self.admin_site.each_context(request)
        return render(request, template, site | {"opts": self.opts, "media": self.media} | context)

    # Restoring

    @property
    def restorable(self):
        """The tables that a version decides: rows inside that can be taken out, and the row itself."""
        lasting = {inline.model for inline in self.inlines if not inline.can_delete}
        return [(model, owner) for model, owner in self.parts.tables if model not in lasting]

    def restore_view(self, request, object_id):
        """Say what restoring a version will change; then do it, as one more change."""
        key = as_key(unquote(object_id))
        row = get_object_or_404(self.get_queryset(request), pk=key)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        at = _moment(request.POST.get("at") or request.GET.get("at"))
        if at is None or not version(self.restorable[:1], key, at):
            raise Http404("There is no such version.")
        reason = request.POST.get("reason", "").strip()[:500]
        asks = public_event(row) is not None
        problem = ""
        if request.method == "POST" and (reason or not asks):
            try:
                return self._restore(request, key, at, reason, asks)
            except CannotRestore as refusal:
                problem = str(refusal)
        elif request.method == "POST":
            problem = "Say why: readers have seen this event as it is now."
        context = {
            "title": "Restore a version",
            "subtitle": str(row),
            "object": row,
            "at": at,
            "said": list(self._would_change(key, at)),
            "edition": self.parts.edition(key),
            "asks": asks,
            "reason": reason,
            "problem": problem,
        }
        return self._render(request, "admin/recorded_restore.html", context)

    def _restore(self, request, key, at, reason, public):
        told = f"Restored the version of {_in_words(at)}."
        with changing(request.user, f"{reason} ({told})" if reason else told) as change:
            if "unannounced" in request.POST:
                change.public = False
            elif public:
                change.public = True
            change.public_reason = reason
            row = self.lock(key)
            if request.POST.get("_edition") != self.parts.edition(key):
                messages.warning(request, "It was changed while this page was open: look again.")
                return HttpResponseRedirect(f"{request.path}?at={at.isoformat().replace('+', '%2B')}")
            restore(row, self.restorable, at)
        messages.success(request, told)
        return HttpResponseRedirect(self._address("change", key))

    def _address(self, page, *args):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)

    def _would_change(self, key, at):
        tables = self.restorable
        now, then = version(tables, key, datetime.now(UTC)), version(tables, key, at)
        pairs = [(now.get(where), then.get(where)) for where in dict.fromkeys([*now, *then])]
        names = Names([record for pair in pairs for record in pair if record])
        kept = STANDS | getattr(self.model, "stands", set())
        columns = self.model._meta.concrete_fields
        stays = {"text"} | {str(column.verbose_name) for column in columns if column.attname in kept}
        return (said for said in differences(pairs, self.model, names) if said.what not in stays)

    # What was deleted

    def may_see_deleted(self, request):
        """Whether what was deleted is listed, to be brought back."""
        return self.has_add_permission(request)

    def deleted_view(self, request):
        """What was deleted, with what went with it; each can be brought back."""
        if not self.may_see_deleted(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._bring_back(request)
        rows = [record for record in deleted(self.model) if self.may_bring_back(request, record)]
        page = Paginator(rows, DELETED_A_PAGE).get_page(request.GET.get("page"))
        names = Names(list(page))
        gone = [(record, named(record, names), _names(went_with(record)[1:])) for record in page]
        context = {"title": f"Deleted {self.opts.verbose_name_plural}", "page": page, "gone": gone}
        return self._render(request, "admin/recorded_deleted.html", context)

    def may_bring_back(self, request, record):
        """Whether this curator may bring back what a record tells of."""
        return self.has_change_permission(request, record.history_object)

    def _bring_back(self, request):
        record = get_object_or_404(deleted(self.model), pk=as_key(request.POST.get("record")))
        if not self.may_bring_back(request, record):
            raise PermissionDenied
        reason = request.POST.get("reason", "").strip()[:500] or "Brought back after it was deleted."
        try:
            with changing(request.user, reason) as change:
                if public_event(record) is not None:
                    change.public, change.public_reason = True, request.POST.get("reason", "").strip()[:500]
                row = bring_back(record)
        except CannotRestore as refusal:
            messages.error(request, f"“{named(record)}” was not brought back. {refusal}")
            return HttpResponseRedirect(request.path)
        messages.success(request, f"“{row}” is back.")
        return HttpResponseRedirect(self._address("change", row.pk))


def _moment(text):
    try:
        moment = parse_datetime((text or "").replace(" ", "+"))
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo else None


def _in_words(at):
    return f"{at.day} {at:%B %Y, %H:%M}"


def _names(records):
    """What went with a row, counted by kind: "2 citations, 1 position"."""
    counts = {}
    for record in records:
        meta = record.instance_type._meta
        counts[meta] = counts.get(meta, 0) + 1
    return ", ".join(
        f"{number} {meta.verbose_name if number == 1 else meta.verbose_name_plural}"
        for meta, number in counts.items()
    )
