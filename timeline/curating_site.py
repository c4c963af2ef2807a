"""The admin site itself: its first page is a dashboard.

It stands outside the package that registers models with it: to import that while the site is made would make
two of them.
"""

from django.contrib import admin


class CuratingSite(admin.AdminSite):
    """Django's site with what a curator wants to see first."""

    site_header = site_title = "Debateline"
    index_title = "Curating"

    def index(self, request, extra_context=None):
        """The dashboard, and below it every list."""
        from timeline.admin.dashboard import dashboard

        return super().index(request, dashboard(request.user) | (extra_context or {}))
