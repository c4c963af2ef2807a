"""What a page that asks before deleting lists: rows that have a name, and not those that only link two."""

from functools import cache

from django.apps import apps
from django.utils.text import capfirst

from timeline.models import ImportedRow


def named(found):
    """Django's nested list of what goes, without the rows that no curator knows by a name."""
    links, rows = _linking(), capfirst(ImportedRow._meta.verbose_name)
    unnamed = tuple(f"{name}: " for name in (*map(capfirst, links), rows))
    return _without(found, unnamed)


def counted(counts):
    """{what, in the plural: how many}, without the tables of links; imports' rows are counted."""
    links = _linking()
    return {name: count for name, count in counts.items() if name not in links.values()}


@cache
def _linking():
    """{singular: plural} of the tables that a many-to-many relation made."""
    models = apps.get_app_config("timeline").get_models(include_auto_created=True)
    made = (model._meta for model in models if model._meta.auto_created)
    return {str(options.verbose_name): str(options.verbose_name_plural) for options in made}


def _without(found, unnamed):
    kept = []
    for one in found:
        if isinstance(one, list):
            if inside := _without(one, unnamed):
                kept.append(inside)
        elif not str(one).startswith(unnamed):
            kept.append(one)
    return kept
