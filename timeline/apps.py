"""The one Django application."""

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """Debateline's models, pages and commands."""

    name = "timeline"
    verbose_name = "Debateline"
    default_auto_field = "django.db.models.BigAutoField"
