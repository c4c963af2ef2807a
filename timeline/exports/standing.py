"""Who stood where: a view's positions as ledgers, one for each actor and question.

Filters choose whose positions are shown and which pieces of evidence, never what is claimed of them: every
ledger is made of all the evidence that its reader may see. With a part of it, a turn between two statements
would be none once the filters leave out the statement in between.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count

from timeline.filters.codes import country_name
from timeline.filters.state import BLANK
from timeline.ledger import Evidence, LastWord, Ledger
from timeline.models import Actor, Position, Question

KINDS = list(Actor.Kind.values)
STANCES = list(Position.Stance.values)
FIELDS = ("pk", "question_id", "actor_id", "event__slug", "stance")
LOOKS = ("lane", "color", "sort", "order", "density", "page", "event", "lang")  # what narrows nothing
DATES = ("event__earliest", "event__latest", "event__throughout")


@dataclass(frozen=True)
class Record:
    """One actor on one question: the ledger, and which of its evidence the filters choose (`shown`).

    `as_of` is the day of the last word, None for the last of all.
    """

    actor: Actor
    question: Question
    ledger: Ledger
    shown: frozenset[str]
    as_of: date | None = None

    @cached_property
    def word(self) -> LastWord | None:
        """Where the actor stood last."""
        return self.ledger.last_word(self.as_of)

    @property
    def key(self):
        """Names it in a page: no two records of a debate have the same."""
        return key_of(self.actor, self.question)

    @property
    def evidence(self):
        """The pieces of evidence that the filters choose."""
        return tuple(item for item in self.ledger.evidence if item.key in self.shown)

    @cached_property
    def first(self):
        """The day by which the actor had certainly been heard, for sorting; whoever is undated comes last."""
        days = [(item.held_from, item.begin) for item in self.ledger.evidence if item.is_dated]
        return min(days, default=(date.max, date.max))


def key_of(actor, question):
    """What an actor on a question is called in a page."""
    return f"{actor.slug}.{question.slug}"


class Standing:
    """The positions of a view.

    `as_of` is the day as of which the last word is asked; without one that of the filters, if there is one.
    """

    def __init__(self, view, as_of=None):
        self.view, self.as_of = view, as_of or view.filters.day

    @cached_property
    def questions(self):
        """[(question, actors, pieces of evidence)] that the view has positions on, in the debate's order."""
        counted = self.chosen().order_by().values_list("question")
        counts = counted.annotate(actors=Count("actor", distinct=True), pieces=Count("pk"))
        counts = {question: numbers for question, *numbers in counts}
        known = Question.objects.filter(pk__in=counts).select_related("debate")
        return [(question, *counts[question.pk]) for question in known]

    def records(self, questions=None):
        """The records of these questions, or of all, in the order that the filters ask for."""
        return sorted(self.unsorted(questions), key=lambda record: (record.question.rank, self.place(record)))

    def unsorted(self, questions=None):
        """The records of these questions, or of all, in no order."""
        asked = [question for question, *_ in self.questions] if questions is None else list(questions)
        shown = self.shown(asked)
        rows, mine = defaultdict(list), defaultdict(set)
        for pk, question, actor, slug, stance, *span in self.all_positions(asked):
            rows[question, actor].append(Evidence(slug, stance, *span))
            if shown is None or pk in shown:
                mine[question, actor].add(slug)
        actors = Actor.objects.in_bulk({actor for _, actor in mine})
        for actor in actors.values():
            actor.debate = self.view.debate
        known = {question.pk: question for question in asked}
        for (question, actor), slugs in mine.items():
            ledger = Ledger.of(rows[question, actor])
            yield Record(actors[actor], known[question], ledger, frozenset(slugs), self.as_of)

    def shown(self, questions):
        """The keys of the positions on these questions that the filters choose; None where that is all."""
        state = self.view.filters
        if state.without(*LOOKS) == state.known():
            return None
        return set(self.chosen().filter(question__in=questions).values_list("pk", flat=True))

    def all_positions(self, questions):
        """Every position on these questions that was there on the day of `as_of`, with its days."""
        everything = self.view.known.unordered()
        rows = Position.objects.filter(event__in=everything.values("pk"), question__in=questions)
        return rows.values_list(*FIELDS, *DATES).order_by()

    def chosen(self):
        """The positions that the filters choose: of the view's events, actors, questions and stances."""
        rows = Position.objects.filter(self.view.whose_stance(), event__in=self.view.unordered().values("pk"))
        stances = [stance for stance in self.view.filters.stance if stance != BLANK]
        return rows.filter(stance__in=stances) if stances else rows

    def place(self, record):
        """Where a record stands in the order asked for; the first mover and the name settle what is equal."""
        order, actor, name = self.view.filters.order, record.actor, record.actor.name.casefold()
        if order == "stance":
            stance = record.word and record.word.stance
            return (STANCES.index(stance) if stance else len(STANCES), record.first, name)
        if order == "country":
            return (
                not actor.country,
                country_name(actor.country) if actor.country else "",
                record.first,
                name,
            )
        if order == "kind":
            return (KINDS.index(actor.kind), record.first, name)
        return (name,) if order == "name" else (record.first, name)
