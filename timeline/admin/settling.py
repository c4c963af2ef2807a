"""Bringing an event up to date after its rows were saved, and telling the curator what came of it."""

from django.contrib import messages


def adopt_positions(event):
    """Add the actors and questions of an event's positions to the event; returns those added."""
    positions = event.positions.select_related("actor", "question")
    actors = {position.actor for position in positions} - set(event.actors.all())
    questions = {position.question for position in positions} - set(event.questions.all())
    event.actors.add(*actors)
    event.questions.add(*questions)
    return sorted(str(row) for row in actors | questions)


def tell(request, event):
    """Settle an event whose rows have changed, and tell the curator what came of it."""
    if added := adopt_positions(event):
        messages.info(request, f"Added to the event, because a position names them: {', '.join(added)}.")
    if reason := event.settle_if_dated():
        messages.error(request, f"“{event}” is saved, but its date stands as it was: {reason}")
