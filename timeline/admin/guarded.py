"""Forms that never overwrite silently what somebody else has saved while they were open.

A form carries the edition that it was filled from. Rows with a history have theirs from it (`Parts`);
of the others (accounts, groups) the edition is a digest of what is stored (`Contents`).
"""

import hashlib
from dataclasses import dataclass

from django.contrib import admin

from timeline.models import changing

from .conflicts import settle_conflict
from .editions import Parts
from .gone import gone
from .keys import as_key


@dataclass(frozen=True)
class Contents:
    """The edition of a row that keeps no history: of what it was before, nothing is known."""

    model: type
    tables = ()
    without = ("last_login",)  # what a program writes

    def edition(self, key):
        """What tells the stored row from any other that it has been."""
        row = self.model._base_manager.filter(pk=key).first()
        if row is None:
            return ""
        columns = [field for field in self.model._meta.concrete_fields if field.name not in self.without]
        said = [str(getattr(row, field.attname)) for field in columns]
        for link in self.model._meta.many_to_many:
            said.append(str(sorted(getattr(row, link.name).values_list("pk", flat=True))))
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]

    def base(self, key, edition):
        """No earlier version is kept."""
        return {}


class Conflicting:
    """A form that saves nothing while two versions wait to be reconciled."""

    conflict = None

    def clean(self):
        """Refuse, where there is a conflict."""
        cleaned = super().clean()
        if self.conflict:
            self.add_error(None, self.conflict.sentence)
        return cleaned


class Guarded(admin.ModelAdmin):
    """A form of which the second to save sees both versions, and chooses."""

    change_form_template = "admin/recorded_form.html"
    locked_through = ()  # how the row is reached that is locked before this one: ("event",) for its parts

    @property
    def parts(self):
        """The tables that the page edits."""
        return Parts.of(self.model, self.inlines) if hasattr(self.model, "history") else Contents(self.model)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """A form that knows of a conflict."""
        if obj is not None:
            own = kwargs.get("form", self.form)
            kwargs["form"] = type(own.__name__, (Conflicting, own), {})
        form = super().get_form(request, obj, change=change, **kwargs)
        form.conflict = getattr(request, "conflict", None)
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """One change; where somebody else has saved meanwhile, nothing is: both versions are shown."""
        key = as_key(object_id)
        if request.method != "POST":
            edition = {"edition": self.parts.edition(key)} if key else {}
            return super().changeform_view(request, object_id, form_url, edition | (extra_context or {}))
        with changing(request.user):
            row = self.lock(key) if key else None
            if key and row is None and (page := gone(self, request, key)):
                return page
            edition = {"edition": self.parts.edition(key)} if key else {}
            if row is not None and self.has_change_permission(request, row):
                request.conflict = settle_conflict(self, request, row, edition["edition"])
            return super().changeform_view(request, object_id, form_url, edition | (extra_context or {}))

    def lock(self, key):
        """The stored row, locked until the change is over, with the one that it hangs on first."""
        row = self.model._base_manager.filter(pk=key).first()
        for name in self.locked_through if row else ():
            owner = getattr(row, name)
            type(owner)._base_manager.select_for_update().get(pk=owner.pk)
        return row and self.model._base_manager.select_for_update().filter(pk=key).first()

    def render_change_form(self, request, context, *args, **kwargs):
        """With both versions, where there are two."""
        if conflict := getattr(request, "conflict", None):
            context["conflict"] = conflict
        return super().render_change_form(request, context, *args, **kwargs)
