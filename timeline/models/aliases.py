"""The other names of an actor, a topic or a question: what texts and readers call it as well."""

from django.core.exceptions import ValidationError
from django.db import models

from .history import as_one_change


def validate_aliases(aliases):
    """Aliases are a list of other names, nothing else."""
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        raise ValidationError("Give the aliases as a list of names.", code="aliases")


class SearchedByNames(models.Model):
    """A row by whose names the events that are about it are searched; a new name reaches them at once."""

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        """Remember the names as stored, so that `save` can tell new ones."""
        loaded = super().from_db(db, field_names, values)
        if {"aliases", *cls.called_by} <= loaded.__dict__.keys():
            loaded._stored_names = loaded.search_names
        return loaded

    called_by = ("name",)  # the columns that are names beside the aliases

    @property
    def search_names(self):
        """What its events are searched by."""
        return (*(getattr(self, column) for column in self.called_by), *self.aliases)

    @as_one_change
    def save(self, *args, **kwargs):
        """Save; with other names than before, let its events be found by them."""
        before = getattr(self, "_stored_names", None)
        super().save(*args, **kwargs)
        if before not in (None, self.search_names):
            self.events.reindex()
        self._stored_names = self.search_names
