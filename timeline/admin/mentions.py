"""Events that a comment names by their addresses: linked beside it, and for editors with the way to merge."""

import re
from dataclasses import dataclass

from timeline.models import Event
from timeline.models.roles import may_publish

from .duplicates import in_order, merge_url

_ADDRESS = re.compile(r"/([-\w]{1,80})/events/([-\w]{1,80})/")
SHOWN = 5  # of one comment


@dataclass(frozen=True)
class Mention:
    """An event that a comment on another names; `merge_url` is empty where the two are not to be merged."""

    event: Event
    merge_url: str


def with_mentions(comments, user):
    """The comments, each with the `mentions` that this curator may see; one query for all of them."""
    comments = list(comments)
    named = [dict.fromkeys(_ADDRESS.findall(comment.text)) for comment in comments]
    slugs = {slug for pairs in named for _, slug in pairs}
    rows = Event.objects.curated_by(user).select_related("debate").filter(slug__in=slugs) if slugs else ()
    known = {(row.debate.slug, row.slug): row for row in rows}
    for comment, pairs in zip(comments, named, strict=True):
        found = [known[pair] for pair in pairs if pair in known and known[pair].pk != comment.event_id]
        comment.mentions = [Mention(row, _merge(comment.event, row, user)) for row in found[:SHOWN]]
    return comments


def _merge(event, other, user):
    possible = may_publish(user) and event.debate_id == other.debate_id
    return merge_url(*in_order(other, event)) if possible else ""
