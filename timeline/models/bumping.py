"""Rows whose change their debate must hear of: caches and ETags hang on its revision.

`save`, `delete`, a queryset's `delete` and the many-to-many relations see to it themselves. What writes
behind their back (`update`, `bulk_create`, `bulk_update`) calls `Debate.objects.bump` once, at its end.
"""

from functools import reduce

from django.apps import apps
from django.db import models

from .history import RecordedQuerySet, as_one_change


def bump(debate):
    """Tell the debate of this key that something in it has changed."""
    apps.get_model("timeline", "Debate").objects.bump(debate)


class BumpingQuerySet(RecordedQuerySet):
    """Rows of debates."""

    @as_one_change
    def delete(self):
        """Delete, and say so to each debate once."""
        debates = set(self.order_by().values_list(self.model.debate_path, flat=True))
        deleted = super().delete()
        for debate in debates:
            bump(debate)
        return deleted

    delete.alters_data = True
    delete.queryset_only = True


class BumpsDebate(models.Model):
    """A row whose saving or deleting bumps the revision of its debate."""

    debate_path = "debate"  # how the debate is reached from a row

    objects = BumpingQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def debate_key(self):
        """The primary key of its debate."""
        *way, last = self.debate_path.split("__")
        return getattr(reduce(getattr, way, self), f"{last}_id")

    @as_one_change
    def save(self, *args, **kwargs):
        """Save, and say so to the debate."""
        super().save(*args, **kwargs)
        bump(self.debate_key)

    @as_one_change
    def delete(self, *args, **kwargs):
        """Delete, and say so to the debate."""
        debate = self.debate_key
        deleted = super().delete(*args, **kwargs)
        bump(debate)
        return deleted


def bump_on_link(sender, instance, action, **kwargs):
    """Say to the debate that a many-to-many relation of one of its rows has changed."""
    if action in ("post_add", "post_remove", "post_clear"):
        bump(instance.debate_key)
