"""Logging in, so often from one address as people do and no more: passwords are not to be had by trying."""

from datetime import timedelta

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from timeline.models import Allowance
from timeline.views.reader_address import allowance_of, reader_address

# Attempts from one address, refilled evenly. By address and not by name: nobody can lock another out.
PER_ADDRESS = (20, timedelta(minutes=10))


class LoginForm(AdminAuthenticationForm):
    """Django's, which looks at no password once an address has tried too often."""

    def clean(self):
        """Take one attempt, then try."""
        address = reader_address(self.request)
        if not Allowance.objects.take(allowance_of(address, "login"), *PER_ADDRESS):
            raise ValidationError(
                "Too many attempts to log in came from your address. Wait a few minutes, then try again.",
                code="too-many",
            )
        return super().clean()


admin.site.login_form = LoginForm
