"""What a view has worked out, kept until the debate changes: data by version, never a page of a session.

Only the public's views are kept. A cache that is down costs time, not the answer.
"""

import hashlib
import logging

from django.core.cache import cache

from timeline import translation

log = logging.getLogger(__name__)
SECONDS = 24 * 60 * 60


def remembered(view, what, make):
    """`make()`, or what it gave before for the same part of the same view of the same revision.

    What was made in one language is never given in another.
    """
    if view.sees_drafts:
        return make()
    said = f"{translation.language()}:{view.filters.querystring()}"
    return kept("view", f"{view.debate.pk}:{view.debate.revision}:{what}:{said}", make)


def kept(kind, state, make):
    """`make()`, or what it gave before for the same state, which says whatever the outcome hangs on."""
    key = f"{kind}:{hashlib.sha256(state.encode()).hexdigest()}"
    found = _ask(cache.get, key)
    if found is None:
        found = make()
        _ask(cache.set, key, found, SECONDS)
    return found


def _ask(act, *arguments):
    """Ask the cache; whatever is wrong with it is logged and counts as not knowing."""
    try:
        return act(*arguments)
    except Exception:  # every cache backend raises its own errors
        log.warning("The cache does not answer; the page is worked out anew.", exc_info=True)
        return None
