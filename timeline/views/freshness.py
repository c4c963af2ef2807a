"""Whether what somebody has of an address still holds, found out before any event is read.

What the public sees at a data address hangs on the debate's revision, the address with its dates read, the
language, the host and our own code: their digest is the ETag. What is sent to somebody signed in hangs on
more, and gets its ETag from its content or none.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language

import timeline

DAYS = ("from", "to", "since", "as_of")  # keys that take words for a date
SETTLED = 2  # seconds; the header has no fractions, so a change within the same second would pass unseen


class Freshness:
    """The ETag and the time of the last change of one address, as the public sees it."""

    def __init__(self, request, debate, filters):
        self.request, self.debate, self.filters = request, debate, filters

    @property
    def known(self):
        """Whether they can be told without reading events."""
        return not self.request.user.is_authenticated and not self.filters.problems

    @property
    def etag(self):
        """Weak: what is the same to readers may be compressed or not."""
        seen = (
            self.request.get_full_path(),
            self.filters.querystring(),
            self.request.scheme,
            self.request.get_host(),
            get_language(),
            self.debate.pk,
            self.debate.revision,
            code_version(),
        )
        return f'W/"{hashlib.sha256(repr(seen).encode()).hexdigest()[:32]}"'

    @property
    def changed_at(self):
        """Seconds since 1970; None where a date would not tell: after a change just now, or for words that
        mean other days tomorrow."""
        written = {key: value for key, value in self.filters.pairs() if key in DAYS}
        if any(self.request.GET.get(key, "") != value for key, value in written.items()):
            return None
        changed = max(self.debate.changed_at.timestamp(), code_changed_at())
        return int(changed) if timezone.now().timestamp() - changed > SETTLED else None

    def unchanged(self):
        """The answer 304, or None where the whole answer is due."""
        if not self.known:
            return None
        answer = get_conditional_response(self.request, etag=self.etag, last_modified=self.changed_at)
        return self.marked(answer) if answer is not None else None

    def marked(self, response):
        """The response with what a later request can ask by."""
        if self.known and response.status_code in (200, 304):
            response["ETag"] = self.etag
            if self.changed_at is not None:
                response["Last-Modified"] = http_date(self.changed_at)
        return response


@cache
def _sources():
    program = Path(timeline.__file__).parent
    return sorted([*program.rglob("*.py"), *program.rglob("*.mo")])


@cache
def code_version():
    """A digest of the program: after an update nothing of before counts as fresh, whatever its number."""
    digest = hashlib.sha256()
    for path in _sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def code_changed_at():
    """When the program was changed last, in seconds since 1970."""
    return max(path.stat().st_mtime for path in _sources())
