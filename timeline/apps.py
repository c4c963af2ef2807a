"""The one Django application."""

from django.apps import AppConfig
from django.utils import translation as django_translation

from timeline import translation


class TimelineConfig(AppConfig):
    """Debateline's models, pages and commands."""

    name = "timeline"
    verbose_name = "Debateline"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Let Django speak for the packages that do not know it."""
        translation.install(django_translation)
