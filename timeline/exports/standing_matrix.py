"""All questions at once: for each actor the stance last shown on each, as of a day."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.models import Actor

from . import standing_words as words
from .standing import Standing, key_of

FADES = ((0.66, "fresh"), (0.33, "fading"), (0.0, "faint"))  # at least so fresh -> how it looks


@dataclass(frozen=True)
class Cell:
    """One actor on one question: the stance last shown, its words, when, how fresh, where it is told."""

    stance: str | None
    label: str
    when: date | None
    look: str
    url: str


def grid(view):
    """(the day, questions, [(actor, {question: (stance, when, look)})]) by keys, in the order asked for."""
    standing = Standing(view)
    records = [record for record in standing.unsorted() if record.word]
    ends = [item.latest for record in records for item in record.word.evidence if item.latest]
    day = standing.as_of or view.filters.as_of or max(ends, default=None)
    actors = {}
    for record in sorted(records, key=standing.place):
        actors.setdefault(record.actor.pk, {})[record.question.pk] = found(record.word, day, standing.as_of)
    return day, [question.pk for question, *_rest in standing.questions], list(actors.items())


def found(word, day, as_of):
    """What a cell needs to know of a last word: the stance, its last day, how it looks by its age.

    What was held for longer than until the day asked for was held on that day.
    """
    strength = word.strength(day) if day else 1.0
    look = next(look for least, look in FADES if strength >= least)
    shown = [item.latest for item in word.evidence if item.latest]
    return word.stance, min(filter(None, [max(shown, default=None), as_of]), default=None), look


def lined(view, questions, lines):
    """[(actor, cells)] of the lines of a grid; None where nothing is recorded."""
    actors = Actor.objects.in_bulk([actor for actor, _found in lines])
    told = pages(view, questions)
    for pk, known in lines:
        actor = actors[pk]
        actor.debate = view.debate
        yield actor, [cell(question, page, actor, known.get(question.pk)) for question, page in told]


def pages(view, questions):
    """[(question, the page of its positions)]."""
    here, known = reverse("positions", args=[view.debate.slug]), view.filters.known()
    return [(one, f"{here}?{known.replace(question=(one.slug,)).querystring()}") for one in questions]


def cell(question, page, actor, known):
    """The cell of an actor on a question; `page` is the address of its positions."""
    if known is None:
        return None
    stance, when, look = known
    said = words.stance(stance) if stance else _("order unknown")
    return Cell(stance, said, when, look, f"{page}#row-{key_of(actor, question)}")
