"""Addresses for what is made from a text: short, telling, and never one that another thing has or had."""

from itertools import chain, count

from django.utils.text import slugify

from timeline.models import FormerSlug
from timeline.models.slugs import RESERVED

LONGEST = 60  # characters, so that a number still fits


def free_slug(model, debate, *texts):
    """A slug of a new row of a debate, from the first of some texts that has letters for one."""
    said = next(filter(None, (slugify(text)[:LONGEST].strip("-") for text in texts)), model.page)
    taken = set(model.objects.filter(debate=debate, slug__startswith=said).values_list("slug", flat=True))
    former = FormerSlug.objects.filter(debate=debate, kind=model.page, slug__startswith=said)
    taken |= {*former.values_list("slug", flat=True), *RESERVED}
    numbered = (f"{said}-{number}" for number in count(2))
    return next(slug for slug in chain([said], numbered) if slug not in taken)
