"""The other names of an actor, a topic or a question: what texts and readers call it as well."""

from django.core.exceptions import ValidationError


def validate_aliases(aliases):
    """Aliases are a list of other names, nothing else."""
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        raise ValidationError("Give the aliases as a list of names.", code="aliases")
