"""What hangs on what: bringing events up to date after something that they depend on was saved."""

from django.contrib import messages
from django.db import transaction

from timeline.dates import NotADate
from timeline.models import Event

BATCH = 500  # events held in memory at a time


def adopt_positions(event):
    """Add the actors and questions of an event's positions to the event; returns those added."""
    positions = event.positions.select_related("actor", "question")
    actors = {position.actor for position in positions} - set(event.actors.all())
    questions = {position.question for position in positions} - set(event.questions.all())
    event.actors.add(*actors)
    event.questions.add(*questions)
    return sorted(str(row) for row in actors | questions)


def settle(event):
    """`Event.settle`; where the date is refused it stands as it was, and the reason is returned.

    The forms read the date as settling will, so a refusal means that somebody changed a citation's
    source meanwhile.
    """
    try:
        with transaction.atomic():
            event.settle()
    except NotADate as refusal:
        stored = Event.objects.get(pk=event.pk)
        stored.index_words()
        Event.objects.filter(pk=event.pk).update(search_text=stored.search_text)
        return refusal.reason
    return ""


def tell(request, event):
    """Settle an event whose rows have changed, and tell the curator what came of it."""
    if added := adopt_positions(event):
        messages.info(request, f"Added to the event, because a position names them: {', '.join(added)}.")
    if reason := settle(event):
        messages.error(request, f"“{event}” is saved, but its date stands as it was: {reason}")


def reindex(events):
    """Gather the search words of events anew, after a name or an alias changed; touches nothing else."""
    rows = events.order_by("pk").prefetch_related("actors", "citations")
    batch = []
    for event in rows.iterator(chunk_size=BATCH):
        event.index_words()
        batch.append(event)
    Event.objects.bulk_update(batch, ["search_text"], batch_size=BATCH)


def follow_source(source, day_before):
    """Settle what cites a source after its day or language changed; returns (event, reason) where refused.

    An event's anchor that was the source's former day follows it to the new one; any other stays.
    """
    refused = []
    for citation in source.citations.select_related("event", "source"):
        event = citation.event
        citation.save()
        if event.date_text and event.date_text == citation.date_text and event.anchor == day_before:
            event.anchor = None
        if reason := settle(event):
            refused.append((event, reason))
    return refused
