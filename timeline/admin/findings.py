"""Stored events as the checks of `timeline.ledger.missing` need them."""

from django.db.models import Prefetch

from timeline.dates import NotADate, read
from timeline.ledger.missing import SERIOUS, Candidate, Cited, findings
from timeline.models import Citation, Position


def with_evidence(events):
    """Events with all that the checks look at; a constant number of queries."""
    citations = Citation.objects.select_related("source")
    positions = Position.objects.select_related("actor", "question")
    return events.select_related("debate", "author").prefetch_related(
        "questions", Prefetch("citations", citations), Prefetch("positions", positions)
    )


def findings_of(event):
    """What is missing or doubtful about a stored event; `with_evidence` spares its queries."""
    return findings(candidate(event))


def candidate(event):
    """A stored event as the checks need it."""
    return Candidate(
        title=event.title,
        summary=event.summary,
        language=event.debate.language,
        span=event.span,
        date_text=event.date_text,
        date_override=event.date_override,
        date_basis=event.date_basis,
        no_day_of=no_day_of(event),
        questions=len(event.questions.all()),
        cited=tuple(_cited(citation) for citation in event.citations.all()),
        stances=tuple(_stance(position) for position in event.positions.all()),
    )


def no_day_of(event):
    """The publisher whose day of publication is not known, where the event's date hangs on it; else ""."""
    source = None if event.date_override else event.anchor_source
    if source is None or source.published_earliest == source.published_latest:
        return ""
    try:
        other = source.published_earliest and read(
            event.date_text, source.published_earliest, event.language or None
        )
    except NotADate:
        other = None
    return "" if other and other.edtf == event.edtf else source.publisher


def is_serious(found):
    """Whether one of the findings is more than a notice."""
    return any(finding.weight == SERIOUS for finding in found)


def _cited(citation):
    return Cited(
        publisher=citation.source.publisher,
        supports=citation.relation == Citation.Relation.SUPPORTS,
        quote=citation.quote,
        url=citation.source.url,
        span=citation.span,
    )


def _stance(position):
    return f"{position.actor} {position.get_stance_display()}: {position.question}"
