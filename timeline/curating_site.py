"""The admin site itself: its first page is a dashboard, and every page leads to the others.

It stands outside the package that registers models with it: to import that while the site is made would make
two of them.
"""

from django.contrib import admin
from django.http import Http404, HttpResponseRedirect
from django.urls import path


class CuratingSite(admin.AdminSite):
    """Django's site with what a curator wants to see first."""

    site_header = site_title = "Debateline"
    index_title = "Desk"
    enable_nav_sidebar = False  # the ways at the head leave the width to the lists

    def get_urls(self):
        """Django's, with our own way from a row's key to its public address."""
        shortcut = self.admin_view(self.to_its_page)
        route = "r/<path:content_type_id>/<path:object_id>/"
        return [path(route, shortcut, name="view_on_site"), *super().get_urls()]

    def to_its_page(self, request, content_type_id, object_id):
        """On to the public page of a row that this curator may look at; Django's tells anybody's address."""
        from django.contrib.contenttypes.models import ContentType

        from timeline.admin.keys import as_key

        kind = ContentType.objects.filter(pk=as_key(content_type_id)).first()
        of_kind = kind and self._registry.get(kind.model_class())
        row = of_kind and of_kind.get_object(request, object_id)
        if not row or not of_kind.has_view_permission(request, row) or not hasattr(row, "get_absolute_url"):
            raise Http404
        return HttpResponseRedirect(row.get_absolute_url())

    def index(self, request, extra_context=None):
        """The dashboard, and below it every list."""
        from timeline.admin.dashboard import dashboard

        shown = dashboard(request.user, request.GET.get("debate", ""))
        return super().index(request, shown | (extra_context or {}))

    def each_context(self, request):
        """With the ways at the head of every page, and all lists in their groups."""
        from timeline.admin.ways import groups, ways

        context = super().each_context(request)
        models = {model["object_name"]: model for app in context["available_apps"] for model in app["models"]}
        return context | {"ways": ways(models, request.path), "list_groups": groups(models)}
