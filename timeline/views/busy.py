"""Where a write has waited for another for too long: the page says so, and sends the same form again.

SQLite takes one write at a time, and a large import that is all or nothing is one. PostgreSQL gives up one of
two that wait for each other.
"""

from django.db import OperationalError
from django.shortcuts import render

from .errors import at_the_desk

RETRY = 10  # seconds until it is worth another try
_SQLSTATES = {"40001", "40P01", "55P03"}  # PostgreSQL: not serializable, deadlock, lock not available
TOKEN = "csrfmiddlewaretoken"  # made anew, and only where there was one: readers' forms do without a cookie


class Busy:
    """Answer for a view that met a lock; any other failure is left as it is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """The page for 503, with what was sent in a form that sends it again."""
        if request.method != "POST" or not met_a_lock(exception):
            return None
        template = "admin/busy.html" if at_the_desk(request) else "busy.html"
        context = {
            "fields": list(said(request.POST)),
            "with_token": TOKEN in request.POST,
            "with_file": bool(request.FILES),
        }
        response = render(request, template, context, status=503)
        response["Retry-After"] = str(RETRY)
        return response


def met_a_lock(exception):
    """Whether a write failed only because another was under way."""
    if not isinstance(exception, OperationalError):
        return False
    cause = exception.__cause__
    if (state := getattr(cause, "sqlstate", None)) is not None:
        return state in _SQLSTATES
    return getattr(cause, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def said(fields):
    """(name, value) of every field of a form, as often as it was sent; no page shows a password again."""
    for name, values in fields.lists():
        if name != TOKEN and "password" not in name:
            yield from ((name, value) for value in values)
