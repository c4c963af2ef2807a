"""A piece of an import as it is done: lines that a script reads while it waits.

Each line is a JSON object: `position` and `total` rows, `running` while there is more to do, `busy` where
another import holds the database, `taken_back` where all of it was. All or nothing is one transaction, into
which no other request can see: so the request that writes it says how far it is. A browser that goes away
ends the generator, and with it the transaction.
"""

import json

from django.db import OperationalError
from django.http import StreamingHttpResponse

from timeline.ingest.importing import running

LINES = "application/x-ndjson"
TAKEN_BACK = "Nothing was written: a row is refused now, and it was all or nothing. Check again to see which."


def streams(request):
    """Whether it is the script that asks."""
    return request.headers.get("Accept") == LINES


def streamed(run, rights):
    """The next piece, told line by line."""
    response = StreamingHttpResponse(lines(run, rights), content_type=LINES)
    response["Content-Encoding"] = "identity"  # gzip would hold the lines back
    response["X-Accel-Buffering"] = "no"  # so would a proxy
    response["Cache-Control"] = "private, no-store"
    return response


def lines(run, rights):
    """Do the next piece; yields a line at each step of it."""
    try:
        for done in running.advancing(run, rights):
            yield _line(position=done.position, total=done.total, running=done.running)
    except running.Stale:
        running.stopped(run)
        yield _line(taken_back=True)
    except OperationalError:  # a lock that somebody else has held for too long
        yield _line(busy=True)


def _line(**said):
    return json.dumps(said) + "\n"
