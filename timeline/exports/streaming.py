"""All events of a view, a piece at a time: bounded memory, nothing that stays open behind a slow reader."""

from array import array
from collections.abc import Iterable, Iterator

from django.db.models import Prefetch

from timeline.models import EventTopic, Position

PIECE = 200  # events fetched at once; each takes some 30 kB with all that hangs on it, and two pieces meet
BLOCK = 16_384  # characters handed to the server at once


def in_pieces(view, rows) -> Iterator:
    """The events of these ordered rows of a view, with their details, in their order.

    The keys are read at once, eight bytes each, the events when their turn comes. A cursor left open for as
    long as somebody's download takes would keep writers out of SQLite all the while. What is withdrawn in
    the meantime is left out.
    """
    keys = array("q", rows.values_list("pk", flat=True).iterator())
    for start in range(0, len(keys), PIECE):
        piece = keys[start : start + PIECE].tolist()
        found = {event.pk: event for event in _detailed(view, piece)}
        yield from (found[key] for key in piece if key in found)


def _detailed(view, keys):
    """The visible events with these keys and what a file shows of them; a constant number of queries.

    What a link leads to comes along with it: for a prefetch by foreign key, Django writes one OR for each
    row, and SQLite refuses a thousand. The debate that all have in common is the view's own.
    """
    shown = (
        view.all_events()
        .filter(pk__in=keys)
        .prefetch_related(
            "questions",
            "actors",
            Prefetch("event_topics", EventTopic.objects.select_related("topic")),
            Prefetch("positions", Position.objects.select_related("actor", "question")),
            "positions__arguments",
            Prefetch("citations", view.citations().select_related("source")),
        )
    )
    for event in shown:
        event.debate = view.debate
        yield event


def in_blocks(texts: Iterable[str]) -> Iterator[str]:
    """The same text in fewer pieces; the first goes out at once."""
    texts = iter(texts)
    yield from (text for text in [next(texts, "")] if text)
    waiting, size = [], 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= BLOCK:
            yield "".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield "".join(waiting)
