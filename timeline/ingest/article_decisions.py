"""What becomes of a place in an article: one home for each change, whoever asks for it.

    accept(place, draft, user)     a draft event, with the article as its source and its words as quote
    merge(place, event, ...)       another citation of an event that is there already
    suggest(place, event, ...)     a draft in review that says of which event it is another citation
    dismiss(place, user)           nothing
    undo(place, user)              back to open, as far as nobody has built on it

Each claims its place under a lock, so that of two curators the second is told what the first has done, also
where that was only typed.
"""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from timeline.models import Article, Citation, Comment, Decision, Event, EventTopic, Position, changing
from timeline.models.roles import may_delete, may_edit
from timeline.tagging.quoting import quotes

from .addresses import free_slug
from .article_source import source_of

OPEN, ACCEPTED, MERGED, DISMISSED = Decision.Outcome.values


class Refused(Exception):
    """Why a place cannot be decided so; `reason` is a sentence for the curator."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class Overtaken(Refused):
    """Somebody has typed at a place since it was looked at; `decision` holds their words."""

    def __init__(self, decision):
        who = decision.decided_by.get_username() if decision.decided_by else "Somebody"
        super().__init__(f"{who} has typed here since you opened this, at {decision.changed_at:%H:%M} UTC.")
        self.decision = decision


@dataclass(frozen=True)
class Sight:
    """What whoever acts has seen of a place: which words were typed there, and whether they are their own.

    `seen` is the `edition` of its decision; `hand` names the page that they type on, in whichever tab.
    """

    seen: str = ""
    hand: str = ""

    def knows(self, decision):
        """Whether nothing was typed there that they have not seen."""
        typed = decision.typed
        return not typed or self.seen == edition(decision) or (self.hand and typed.get("hand") == [self.hand])


def edition(decision):
    """Which words are typed at a place, as far as a page must know to tell them from others; "" for none."""
    return decision.changed_at.isoformat() if decision and decision.typed else ""


@dataclass(frozen=True)
class Place:
    """`article.text[start:end]`."""

    article: Article
    start: int
    end: int

    @property
    def text(self):
        """The words."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True)
class Draft:
    """An event as a curator accepts it. Actors, topics and questions are rows; so are those of positions."""

    title: str
    kind: str
    date_text: str = ""
    date_override: str = ""
    date_basis: str = ""
    summary: str = ""
    quote: str = ""
    actors: list = field(default_factory=list)
    topics: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    positions: list = field(default_factory=list)  # (actor, question, stance)


def accept(place, draft, user, sight=None):
    """Make a draft event of a place; returns the decision. Raises `Refused`, or `NotADate`."""
    check_quote(place.article, draft.quote)
    with changing(user, f"Accepted from the article “{place.article.title}”."):
        decision = _claim(place, sight)
        event = _event(place.article.debate, draft, user)
        decision.citation = _cite(event, place.article, draft)
        event.settle()
        return _decide(decision, ACCEPTED, user, event)


def merge(place, event, draft, user, sight=None):
    """Let an event that is there cite the article too; returns the decision. Raises `Refused`."""
    check_quote(place.article, draft.quote)
    if event.debate_id != place.article.debate_id or event.status == Event.Status.WITHDRAWN:
        raise Refused("Choose an event of this debate that is not withdrawn.")
    if not may_edit(user, event):
        raise Refused(f"Only an editor may add a citation to “{event}”. Ask one, or leave this open.")
    with changing(user, f"Another citation, from the article “{place.article.title}”.") as change:
        change.tell_all()
        decision = _claim(place, sight)
        source = source_of(place.article)
        if event.citations.filter(source=source).exists():
            raise Refused(
                f"“{event}” cites this article already. Dismiss this, or change the citation there."
            )
        decision.citation = _cite(event, place.article, draft)
        event.settle()
        return _decide(decision, MERGED, user, event)


def suggest(place, event, draft, user, sight=None):
    """Send a draft to review that an editor may merge into an event which is not this curator's to change.

    Returns the decision. Raises `Refused`, or `NotADate`.
    """
    if event.debate_id != place.article.debate_id or event.status == Event.Status.WITHDRAWN:
        raise Refused("Choose an event of this debate that is not withdrawn.")
    with changing(user, f"Suggested as another citation, from the article “{place.article.title}”."):
        decision = accept(place, draft, user, sight)
        said = f"Another citation of “{event}”? {event.get_absolute_url()}"
        Comment.objects.create(event=decision.event, author=user, text=said)
        decision.event.status = Event.Status.IN_REVIEW
        decision.event.save()
        return decision


def dismiss(place, user, sight=None):
    """Make nothing of a place; returns the decision. Raises `Refused`."""
    with changing(user, f"Dismissed, in the article “{place.article.title}”."):
        return _decide(_claim(place, sight), DISMISSED, user)


def undo(place, user):
    """Take a decision back; returns it, open again. Raises `Refused` where others may rely on it."""
    with changing(user, f"Taken back, in the article “{place.article.title}”.") as change:
        change.tell_all()
        decision = _locked(place)
        if decision.outcome == ACCEPTED and decision.event:
            _take_back_event(decision.event, user)
        if decision.outcome == MERGED and decision.citation:
            _take_back_citation(decision.citation, user)
        decision.event = decision.citation = None
        return _decide(decision, OPEN, user, typed=decision.typed)


def keep(place, typed, user, sight=None):
    """Store what is typed and not sent yet; returns the decision. Raises `Refused`."""
    with changing(user, f"Begun, in the article “{place.article.title}”."):
        decision = _claim(place, sight)
        decision.typed = typed | ({"hand": [sight.hand]} if sight and sight.hand else {})
        decision.decided_by = user
        decision.save()
        _touch(place.article)
        return decision


def select(place, user):
    """Remember words that a curator wants an event of; returns their decision, the old one where one is."""
    with changing(user, f"Begun, in the article “{place.article.title}”."):
        decision, _ = Decision.objects.get_or_create(
            article=place.article, start=place.start, end=place.end, defaults={"own": True}
        )
        _touch(place.article)
        return decision


def check_quote(article, quote):
    """Refuse a quote that the article does not have word for word."""
    if quote and not quotes(article.text, quote):
        raise Refused("The quote is not in the article word for word. Copy it from the text.")


def _locked(place):
    rows = Decision.objects.select_for_update()
    try:
        with transaction.atomic():
            return rows.get_or_create(article=place.article, start=place.start, end=place.end)[0]
    except IntegrityError:  # somebody else's row came in between
        return rows.get(article=place.article, start=place.start, end=place.end)


def _claim(place, sight=None):
    decision = _locked(place)
    if not decision.is_open:
        who = decision.decided_by.get_username() if decision.decided_by else "Somebody"
        raise Refused(f"{who} has {decision.get_outcome_display()} this meanwhile.")
    if sight and not sight.knows(decision):
        raise Overtaken(decision)
    return decision


def _decide(decision, outcome, user, event=None, typed=None):
    decision.outcome, decision.event, decision.decided_by = outcome, event, user
    decision.typed = typed or {}
    decision.save()
    _touch(decision.article)
    return decision


def _touch(article):
    article.save(update_fields=["changed_at"])


def _event(debate, draft, user):
    event = Event(
        debate=debate,
        slug=free_slug(Event, debate, draft.title, f"event {draft.date_override or draft.date_text}"),
        title=draft.title,
        summary=draft.summary,
        kind=draft.kind,
        date_text=draft.date_text,
        date_override=draft.date_override,
        date_basis=draft.date_basis,
        author=user,
    )
    event.save()
    actors = [*draft.actors, *(actor for actor, _, _ in draft.positions)]
    questions = [*draft.questions, *(question for _, question, _ in draft.positions)]
    event.actors.set(dict.fromkeys(actors))
    event.questions.set(dict.fromkeys(questions))
    for topic in dict.fromkeys(draft.topics):
        EventTopic.objects.create(event=event, topic=topic)
    for actor, question, stance in draft.positions:
        Position.objects.create(event=event, actor=actor, question=question, stance=stance)
    return event


def _cite(event, article, draft):
    return Citation.objects.create(
        event=event,
        source=source_of(article),
        date_text=draft.date_text,
        date_override=draft.date_override,
        date_basis=draft.date_basis,
        quote=draft.quote,
    )


def _take_back_event(event, user):
    if event.status != Event.Status.DRAFT or not may_delete(user, event):
        stands = event.get_status_display()
        raise Refused(f"“{event}” is {stands} now and stays. Change it on its own page.")
    event.delete()


def _take_back_citation(citation, user):
    event = citation.event
    if not may_edit(user, event):
        raise Refused(f"Only an editor may take a citation from “{event}”.")
    citation.delete()
    event.settle()
