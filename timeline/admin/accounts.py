"""Accounts and groups: Django's pages, with fields that keep their names and need no drawing.

Who gave whom which role stands in Django's own log, in words: on the history page of the account.
"""

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from timeline.models.recorded import RECORDED

from .guarded import Guarded

admin.site.unregister([User, Group])

RIGHTS = {"is_active": "may log in", "is_staff": "may open this admin", "is_superuser": "may do everything"}
TOLD_BY_NAME = {*RIGHTS, "groups", "user_permissions"}


@admin.register(User)
class AccountAdmin(Guarded, UserAdmin):
    """An account; its groups are boxes to tick, as there are few."""

    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]

    def get_readonly_fields(self, request, obj=None):
        """Only a superuser makes superusers, or gives rights that no group has: owners give roles."""
        fixed = () if request.user.is_superuser else ("is_superuser", "user_permissions")
        return [*super().get_readonly_fields(request, obj), *fixed]

    def has_change_permission(self, request, obj=None):
        """A superuser's account, its password included, is changed by a superuser."""
        return super().has_change_permission(request, obj) and _within_reach(request.user, obj)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Groups as boxes."""
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        """Save, and remember what the account could do before."""
        form.before = _rights(User.objects.get(pk=obj.pk)) if change else set()
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Save, and remember which roles it had before."""
        form.before |= _roles(form.instance) if change else set()
        super().save_related(request, form, formsets, change)

    def construct_change_message(self, request, form, formsets, add=False):
        """With the roles and rights that were given and taken, by name."""
        if add:
            return super().construct_change_message(request, form, formsets, add)
        account = User.objects.get(pk=form.instance.pk)
        after = _rights(account) | _roles(account)
        others = [str(form.fields[name].label) for name in form.changed_data if name not in TOLD_BY_NAME]
        told = {"Given": after - form.before, "Taken away": form.before - after, "Changed": others}
        return " ".join(f"{how}: {', '.join(sorted(what))}." for how, what in told.items() if what)

    def has_delete_permission(self, request, obj=None):
        """Who has done anything is no longer let in, and not deleted: history would lose the name."""
        allowed = super().has_delete_permission(request, obj) and _within_reach(request.user, obj)
        return allowed and not (obj and has_worked(obj))


def _rights(user):
    return {words for name, words in RIGHTS.items() if getattr(user, name)}


def _roles(user):
    roles = {f"the role “{group}”" for group in user.groups.all()}
    return roles | {f"the permission “{one.name}”" for one in user.user_permissions.all()}


def has_worked(user):
    """Whether history or the log of the admin names this account."""
    logged = LogEntry.objects.filter(user=user).exists()
    return logged or any(model.history.filter(history_user=user).exists() for model in RECORDED)


@admin.register(Group)
class PermissionsAdmin(Guarded, GroupAdmin):
    """A group with its permissions as a plain list."""

    filter_horizontal = ()


def _within_reach(user, account):
    return user.is_superuser or account is None or not account.is_superuser
