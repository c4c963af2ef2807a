"""From draft to published, and never back: which status may follow which.

    draft <-> in review -> published <-> withdrawn        (a draft may be published directly)

What was published keeps its address for good: it can be withdrawn, with a reason, but not deleted.
"""

from django.db import models
from django.utils.translation import pgettext_lazy


class EventStatus(models.TextChoices):
    """Where an event stands on its way to the readers."""

    DRAFT = "draft", pgettext_lazy("status of an event", "draft")
    IN_REVIEW = "in-review", pgettext_lazy("status of an event", "in review")
    PUBLISHED = "published", pgettext_lazy("status of an event", "published")
    WITHDRAWN = "withdrawn", pgettext_lazy("status of an event", "withdrawn")


DRAFT, IN_REVIEW, PUBLISHED, WITHDRAWN = EventStatus.values
STEPS = {
    DRAFT: (DRAFT, IN_REVIEW, PUBLISHED),
    IN_REVIEW: (DRAFT, IN_REVIEW, PUBLISHED),
    PUBLISHED: (PUBLISHED, WITHDRAWN),
    WITHDRAWN: (PUBLISHED, WITHDRAWN),
}
LASTING = (PUBLISHED, WITHDRAWN)  # these have, or had, a public address
UNPUBLISHED = (DRAFT, IN_REVIEW)
