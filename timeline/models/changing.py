"""One change: what is written together, by whom and why.

    with changing(user, "The treaty was signed on the 12th."):
        event.save()
        event.actors.set(actors)
        event.settle()

Whatever is written inside is one transaction and leaves one record of history for each row that differs at
its end from what its last record says, and none for a row that does not. `History` notes the rows as they
are touched, `recording` compares and writes.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.utils import timezone

BY_THE_PROGRAM = "by the program"  # the reason of what was written outside of any `changing`

_current = ContextVar("change", default=None)
_acting = ContextVar("acting", default=None)


class Change:
    """What is being written together. All but `at` and `touched` may still be set while it lasts.

    `public` says what readers of published events are told: everything (True), nothing (False), or what the
    event itself says, its date, words and stances, where nobody has decided (None).
    """

    def __init__(self, user=None, reason=""):
        self.user, self.reason = user, reason
        self.public = None
        self.public_reason = None  # where theirs is not that of the history; empty where they get none
        self.because = None  # what else has changed: {"what": "because", "how": "file", "merge" or "source"}
        self.at = None  # when its records were written
        self.touched = {}  # model -> primary keys

    def tell_all(self, how=None):
        """Tell readers everything, and no reason but this: "file" or "merge"."""
        self.public, self.public_reason = True, ""
        self.because = {"what": "because", "how": how} if how else None

    def note(self, model, keys):
        """Rows of a model with history were written or deleted, or a relation of theirs was."""
        self.touched.setdefault(model, set()).update(keys)

    def join(self, user, reason):
        """Take from a change inside this one what this one leaves open."""
        self.user = self.user or user
        self.reason = self.reason or reason

    def close(self):
        """Write the records; the transaction of the change is still open."""
        from .errata import Erratum, correct
        from .publication import date_publication
        from .recording import record

        self.at = timezone.now()
        self.user = _account(self.user) or _account(_acting.get())
        meant = self.reason.strip()
        self.reason = meant or BY_THE_PROGRAM
        date_publication(self)
        record(self, self.touched)
        if self.public or (meant and self.public is None):
            correct(self)
            record(self, {Erratum: self.touched.get(Erratum, ())})

    @property
    def told_reason(self):
        """The reason that readers are given: one that was written for them, or none."""
        if self.public_reason is not None:
            return self.public_reason
        return self.reason if self.public and not self.because else ""


def at_work():
    """Whoever makes the change that is under way, or is named as being at work; None where nobody is."""
    change = _current.get()
    return _account(change.user if change else None) or _account(_acting.get())


def _account(user):
    """The user as a key can refer to it: nobody who is not signed in."""
    return user if user is not None and user.pk is not None else None


@contextmanager
def changing(user=None, reason=""):
    """Let everything written inside be one change by `user` for `reason`, all or nothing.

    Yields the `Change`. One inside another joins it: the outer's user and reason hold where it has them.
    """
    if (outer := _current.get()) is not None:
        outer.join(user, reason)
        yield outer
        return
    change = Change(user, reason)
    token = _current.set(change)
    try:
        with transaction.atomic():
            yield change
            change.close()
    finally:
        _current.reset(token)


def note(model, keys):
    """Say that rows have been touched; outside of any change that is a change of its own."""
    if keys:
        with changing() as change:
            change.note(model, keys)


@contextmanager
def acting(user):
    """Name who is at work, for what is written outside of any change."""
    token = _acting.set(user)
    try:
        yield
    finally:
        _acting.reset(token)
