"""Natural keys of rows that hang on others: the same in every installation, unlike primary keys."""

from functools import reduce

from .bumping import BumpingQuerySet, BumpsDebate


class KeyedQuerySet(BumpingQuerySet):
    """Rows that are found by the slugs of what they hang on."""

    def get_by_natural_key(self, *key):
        """The row with this key, in the order of its model's `key_paths`."""
        return self.get(**dict(zip(self.model.key_paths, key, strict=True)))


class Keyed(BumpsDebate):
    """A row whose natural key is what stands at the end of some paths from it, such as `event__slug`."""

    key_paths = ()

    objects = KeyedQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self):
        """Its key, in the order of `key_paths`."""
        return tuple(reduce(getattr, path.split("__"), self) for path in self.key_paths)
