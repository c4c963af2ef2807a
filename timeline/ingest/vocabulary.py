"""A debate's names as the tagging compiles them, kept until the debate changes."""

from functools import lru_cache

from timeline.models import Debate
from timeline.tagging import Vocabulary


def vocabulary_of(debate):
    """The vocabulary of a debate as it is now."""
    revision = Debate.objects.values_list("revision", flat=True).get(pk=debate.pk)
    return _vocabulary(debate.pk, revision)


@lru_cache(maxsize=8)
def _vocabulary(debate, revision):
    debate = Debate.objects.get(pk=debate)
    return Vocabulary(
        actors=debate.actors.order_by("slug").values_list("slug", "name", "aliases", "kind"),
        topics=debate.topics.values_list("slug", "name", "aliases", "kind"),
        questions=debate.questions.values_list("slug", "title", "aliases"),
    )
