"""What the database itself holds a column of choices to."""

from django.db.models import CheckConstraint, Q


def one_of(field, choices, name, blank=False):
    """The constraint that a column holds one of these choices, or nothing where it may be blank."""
    values = [*([""] if blank else []), *choices.values]
    return CheckConstraint(condition=Q(**{f"{field}__in": values}), name=name)
