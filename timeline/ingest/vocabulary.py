"""A debate's names as the tagging compiles them, kept until the debate changes."""

from functools import lru_cache

from timeline.models import Debate
from timeline.tagging import Vocabulary


def vocabulary_of(debate):
    """The vocabulary of a debate as it is now."""
    # With the time of the change: a restored database may count to the same revision again.
    state = Debate.objects.values_list("revision", "changed_at").get(pk=debate.pk)
    return _vocabulary(debate.pk, *state)


@lru_cache(maxsize=8)
def _vocabulary(debate, revision, changed_at):
    debate = Debate.objects.get(pk=debate)
    return Vocabulary(
        actors=debate.actors.order_by("slug").values_list("slug", "name", "aliases", "kind"),
        topics=debate.topics.values_list("slug", "name", "aliases", "kind"),
        questions=debate.questions.values_list("slug", "title", "aliases"),
    )
