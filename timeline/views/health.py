"""Whether this process can do its work, for load balancers and monitors."""

from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache

from timeline import __version__


@never_cache
def healthz(request):
    """200 when the database answers, 503 when it does not; says which version of Debateline this is."""
    reachable = database_answers()
    body = {
        "status": "ok" if reachable else "unavailable",
        "version": __version__,
        "database": f"{connection.vendor}: {'reachable' if reachable else 'unreachable'}",
    }
    return JsonResponse(body, status=200 if reachable else 503)


def database_answers():
    """Ask the database for one number."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except DatabaseError:
        return False
