"""Merging on a page that says what will come of it, the record of merges, and undoing one."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from timeline.ingest.likeness.stored import likeness_of
from timeline.ingest.merging import (
    KINDS,
    CannotMerge,
    CannotUndo,
    gone,
    merge,
    rivalries,
    stamp,
    undo,
    why_not,
)
from timeline.ingest.merging.rivals import OWN, key_of
from timeline.models import Merge, NotDuplicate
from timeline.models.roles import may_publish

from .duplicates import change_url, merge_url, queue, said_by
from .merge_effects import effects

LARGEST_KEY = 2**63 - 1  # that a database holds


def two_rows(kind, keys):
    """Both rows in the order asked for; raises `CannotMerge` where one is gone, `Http404` for no kind."""
    if kind not in KINDS or max(keys) > LARGEST_KEY:
        raise Http404
    rows = KINDS[kind].objects.select_related("debate").in_bulk(keys)
    for key in keys:
        if key not in rows:
            raise CannotMerge(gone(kind, key))
    return [rows[key] for key in keys]


def side_by_side(kept, taken, choices):
    """[(name, what the kept says, what the other says, key of the choice or "", chosen)]."""
    open_choices = {rivalry.key for rivalry in rivalries(kept, taken)}
    for name in OWN[kept.page]:
        key = key_of(kept, taken, name)
        values = said_by(kept, name), said_by(taken, name)
        yield name, *values, key if key in open_choices else "", choices.get(key, "ours")


def parts_at_odds(kept, taken, choices):
    """[(rivalry, chosen)] of the parts that both have and that say different things."""
    return [(one, choices.get(one.key, "ours")) for one in rivalries(kept, taken) if one.where]


def chosen(request, kept, taken):
    """{key: "theirs"} of what was chosen in the form."""
    keys = [rivalry.key for rivalry in rivalries(kept, taken)]
    return {key: "theirs" for key in keys if request.POST.get(key) == "theirs"}


def merge_view(request, site, kind, kept, taken):
    """Ask, with everything that will change; merge when asked to."""
    if not may_publish(request.user):
        raise PermissionDenied
    try:
        ours, theirs = two_rows(kind, (kept, taken))
        choices = chosen(request, ours, theirs)
        if request.method == "POST" and "again" not in request.POST:
            return merged(request, ours, theirs, choices)
        return ask(request, site, ours, theirs, choices)
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:timeline_merge_queue"))


def ask(request, site, kept, taken, choices):
    """The page that shows both rows, what is to be chosen, and what will change."""
    obstacle, coming = "", None
    try:
        coming = effects(kept, taken, choices)
    except CannotMerge as refusal:
        obstacle = str(refusal)
    context = site.each_context(request) | {
        "title": f"Merge two {KINDS[kept.page]._meta.verbose_name_plural}",
        "opts": Merge._meta,
        "kind": kept.page,
        "kept": kept,
        "taken": taken,
        "kept_url": change_url(kept),
        "taken_url": change_url(taken),
        "swap_url": merge_url(taken, kept),
        "likeness": likeness_of(kept, taken),
        "fields": list(side_by_side(kept, taken, choices)),
        "parts": parts_at_odds(kept, taken, choices),
        "names": hasattr(kept, "aliases"),
        "effects": coming,
        "obstacle": obstacle,
        "seen": stamp(kept, taken),
    }
    return render(request, "admin/merge.html", context)


def merged(request, kept, taken, choices):
    """Merge, and say so with the way back."""
    try:
        done = merge(kept, taken, request.user, choices, seen=request.POST.get("seen", ""))
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
        still_there = KINDS[kept.page].objects.filter(pk__in=[kept.pk, taken.pk]).count() == 2
        return HttpResponseRedirect(
            merge_url(kept, taken) if still_there else reverse("admin:timeline_merge_queue")
        )
    back = reverse("admin:timeline_merge_undo", args=[done.pk])
    said = format_html(
        '“{}” is merged into “{}”. <a href="{}">Undo</a>', done.taken_name, done.kept_name, back
    )
    messages.success(request, said)
    return HttpResponseRedirect(change_url(kept))


def undo_view(request, site, key):
    """Ask, then make two of one again."""
    if not may_publish(request.user):
        raise PermissionDenied
    known = Merge.objects.select_related("made_by", "undone_by", "debate")
    done = known.filter(pk=key).first() if key <= LARGEST_KEY else None
    if done is None:
        raise Http404
    if request.method == "POST":
        try:
            left = undo(done, request.user)
        except CannotUndo as obstacle:
            messages.error(request, f"Nothing was undone. {obstacle}")
            return HttpResponseRedirect(reverse("admin:timeline_merge_changelist"))
        messages.success(request, f"“{done.taken_name}” and “{done.kept_name}” are two again.")
        for sentence in dict.fromkeys(left):
            messages.warning(request, sentence)
        return HttpResponseRedirect(change_url(KINDS[done.kind].objects.get(pk=done.taken)))
    context = site.each_context(request) | {
        "title": "Undo a merge", "opts": Merge._meta, "done": done, "obstacle": why_not(done),
    }  # fmt: skip
    return render(request, "admin/merge_undo.html", context)


@admin.register(Merge)
class MergeAdmin(admin.ModelAdmin):
    """The record of merges; beneath it the queue, the page that merges, and the way back."""

    list_display = ["taken_name", "kept_name", "kind", "debate", "made_at", "made_by", "state"]
    list_display_links = None
    list_filter = ["kind", "debate", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["debate", "made_by", "undone_by"]
    search_fields = ["taken_name", "kept_name"]
    date_hierarchy = "made_at"
    change_list_template = "admin/merges.html"

    def get_urls(self):
        """The queue, merging, undoing."""

        def page(view, *methods):
            def answer(request, **given):
                return view(request, self.admin_site, **given)

            return self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(answer))

        return [
            path("duplicates/", page(queue), name="timeline_merge_queue"),
            path("<slug:kind>/<int:kept>/<int:taken>/", page(merge_view), name="timeline_merge_two"),
            path("<int:key>/undo/", page(undo_view), name="timeline_merge_undo"),
            *super().get_urls(),
        ]

    @admin.display(description="undo")
    def state(self, done):
        """The way back, or when it was gone."""
        if done.undone_at:
            by = f" by {done.undone_by}" if done.undone_by else ""
            return f"undone{by}, {done.undone_at.day} {done.undone_at:%B %Y}"
        url = reverse("admin:timeline_merge_undo", args=[done.pk])
        return format_html('<a href="{}" aria-label="Undo {}">Undo…</a>', url, done)

    def has_view_permission(self, request, obj=None):
        """Editors."""
        return may_publish(request.user)

    def has_module_permission(self, request):
        """Editors."""
        return may_publish(request.user)

    def has_add_permission(self, request):
        """Nobody types one."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes one."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes one, except together with its debate."""
        page = getattr(request.resolver_match, "url_name", None) or ""
        return page.startswith("timeline_debate_") and may_publish(request.user)


@admin.register(NotDuplicate)
class NotDuplicateAdmin(admin.ModelAdmin):
    """Pairs that somebody found to be two; deleting one has it asked again."""

    list_display = ["names", "kind", "debate", "percent", "judged_at", "judged_by"]
    list_display_links = None
    list_filter = ["kind", "debate"]
    list_select_related = ["debate", "judged_by"]

    @admin.display(description="the two")
    def names(self, pair):
        """What they are called now."""
        rows = KINDS[pair.kind].objects.in_bulk([pair.first, pair.second])
        return " and ".join(
            f"“{rows[key]}”" if key in rows else "one that is gone" for key in (pair.first, pair.second)
        )

    def has_view_permission(self, request, obj=None):
        """Editors."""
        return may_publish(request.user)

    def has_module_permission(self, request):
        """It is reached from the queue."""
        return False

    def has_add_permission(self, request):
        """Judged in the queue alone."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes one."""
        return False
