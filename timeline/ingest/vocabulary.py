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
    return _compiled(
        _rows(debate.actors.order_by("slug").values_list("slug", "name", "aliases", "kind")),
        _rows(debate.topics.values_list("slug", "name", "aliases", "kind")),
        _rows(debate.questions.values_list("slug", "title", "aliases")),
    )


def _rows(named):
    return tuple((slug, name, tuple(aliases), *kind) for slug, name, aliases, *kind in named)


@lru_cache(maxsize=8)
def _compiled(actors, topics, questions):
    """What changed may have been an event: the same names are the same vocabulary."""
    return Vocabulary(actors=actors, topics=topics, questions=questions)
