"""Accounts and groups: Django's pages, with fields that keep their names and need no drawing."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(UserAdmin):
    """An account; its groups are boxes to tick, as there are few."""

    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Groups as boxes."""
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@admin.register(Group)
class PermissionsAdmin(GroupAdmin):
    """A group with its permissions as a plain list."""

    filter_horizontal = ()
