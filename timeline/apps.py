"""The one Django application, and its curators' side."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils import translation as django_translation

from timeline import translation


class TimelineConfig(AppConfig):
    """Debateline's models, pages and commands."""

    name = "timeline"
    default = True
    verbose_name = "Debateline"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Let Django speak for the packages that do not know it."""
        translation.install(django_translation)


class CuratingConfig(admin.AdminConfig):
    """Django's admin, with a dashboard for its first page."""

    default = False
    default_site = "timeline.curating_site.CuratingSite"
