"""A `View`: what one `Filters` means in one debate for one reader. Every surface gets its rows here."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Citation, Debate, Event, EventTopic, Position
from timeline.models.querysets import published_by
from timeline.models.roles import may_curate
from timeline.translation import number

from .names import Names
from .state import BLANK, FACETS, PAGE_SIZE, Filters, Problem
from .words import describe

LINKS = {  # facet: the rows that link an event to its values, and the path to a value's key in them
    "question": (Event.questions.through, "question__slug"),
    "actor": (Event.actors.through, "actor__slug"),
    "topic": (EventTopic, "topic__slug"),
    "publisher": (Citation, "source__publisher"),
    "stance": (Position, "stance"),
}


@dataclass(frozen=True)
class View:
    """The events of a debate that these filters let this reader see.

    A stance belongs to an actor and a question: asked together with either, it is theirs. "Scholz" with
    "opposes" finds the events in which Scholz opposes, not those in which he is named and another does.
    """

    debate: Debate
    filters: Filters
    user: object = None

    @classmethod
    def of(cls, debate, filters, user=None):
        """The view of these filters once what the debate does not have is dropped and named."""
        return cls(debate, Names.resolve(debate, filters, user), user).within_reach()

    def within_reach(self):
        """This view, or one with its last page and without an event that is not there, both named."""
        changes, problems = {}, []
        if self.filters.page > self.pages:
            changes["page"] = self.pages
            problems.append(Problem("page", str(self.filters.page), _pages(self.pages)))
        if self.filters.event and not self.known_events().filter(slug=self.filters.event).exists():
            changes["event"] = ""
            problems.append(Problem("event", self.filters.event, self.no_such_event()))
        if not problems:
            return self
        filters = replace(self.filters, **changes, problems=(*self.filters.problems, *problems))
        return View(self.debate, filters, self.user)

    def all_events(self):
        """Every event of the debate that this reader sees, whatever the filters."""
        return Event.objects.filter(debate=self.debate).visible_to(self.user)

    def known_events(self):
        """The events on which all rests that is said here: those that were there on the day of `as_of`."""
        state, rows = self.filters, self.all_events()
        if not state.as_of:
            return rows
        if state.clock == "published":
            return rows.filter(Exists(self.citations().filter(event=OuterRef("pk"))))
        return rows.overlapping(None, state.as_of, certainly=state.certainty == "certainly")

    def citations(self):
        """The citations that count: with the clock of publication, those of sources published by the day."""
        return Citation.objects.filter(self.published())

    def published(self, source="source__", event="event__"):
        """The condition for this, by the paths to source and event; met by all where no such day is asked."""
        state = self.filters
        if not state.as_of or state.clock != "published":
            return Q()
        return published_by(state.as_of, state.certainty == "certainly", source, event)

    @property
    def today(self):
        """This view as of today, without what changes no event of it."""
        filters = self.filters.without("as_of", "clock", "page", "event", "lane", "color", "sort", "order")
        return View(self.debate, filters, self.user)

    @property
    def known(self):
        """This view's evidence as a view: filters choose of it what is shown, ledgers rest on all of it."""
        return View(self.debate, self.filters.known(), self.user)

    def no_such_event(self):
        """What is said of the address of an event that is not in this view's evidence."""
        if self.filters.as_of and self.all_events().filter(slug=self.filters.event).exists():
            return _("This event was not there yet, as of the day asked for.")
        return _("This debate has no such event.")

    @cached_property
    def sees_drafts(self):
        """Whether this reader sees more than the public does."""
        return may_curate(self.user)

    @cached_property
    def names(self):
        """The readable names of the values in force."""
        return Names.of(self.debate, self.filters, self.user)

    def rows(self):
        """The events, in the order asked for."""
        return self.unordered().in_order(self.filters.sort)

    def unordered(self, ignoring=frozenset()):
        """The events in no order; `ignoring` leaves out the choices of some facets, for their counts."""
        state = self.filters
        rows = self.known_events()
        rows = rows.matching(state.q) if state.q else rows
        rows = rows.overlapping(state.first, state.last, certainly=state.certainty == "certainly")
        rows = rows.filter(changed_at__gte=state.since) if state.since else rows
        for facet in FACETS:
            if facet not in ignoring and getattr(state, facet):
                rows = rows.filter(self.condition(facet, ignoring))
        return rows

    def condition(self, facet, ignoring=frozenset()):
        """What the events must be for the values chosen in this facet."""
        values = self.filters.actors if facet == "actor" else getattr(self.filters, facet)
        if facet in ("kind", "precision"):
            return Q(**{f"{facet}__in": values})
        if facet == "disputed":
            contradicted = Exists(self.contradictions())
            return Q(
                *([contradicted] if "yes" in values else []),
                *([~contradicted] if "no" in values else []),
                _connector=Q.OR,
            )
        return self.linked(facet, values, ignoring)

    def linked(self, facet, values, ignoring):
        """Events linked to one of the values, or to none at all where blanks are asked for."""
        model, path = LINKS[facet]
        links = self.links(model).filter(event=OuterRef("pk"))
        if facet == "stance":
            links = links.filter(self.whose_stance(ignoring))
        wanted = [value for value in values if value != BLANK]
        condition = Q(Exists(links.filter(**{f"{path}__in": wanted}))) if wanted else Q(pk__in=[])
        return condition | ~Q(Exists(links)) if BLANK in values else condition

    def links(self, model):
        """The rows that link events to values, of citations those that count."""
        return self.citations() if model is Citation else model.objects.all()

    def contradictions(self):
        """The citations that contradict the event at hand."""
        return self.citations().filter(event=OuterRef("pk"), relation=Citation.Relation.CONTRADICTS)

    def whose_stance(self, ignoring=frozenset()):
        """Which positions count as the stance asked for: those of the actors and questions chosen."""
        condition = Q()
        asked = {"actor": self.filters.actors, "question": self.filters.question}
        for facet, chosen in asked.items():
            values = [value for value in chosen if value != BLANK]
            if values and facet not in ignoring:
                condition &= Q(**{f"{facet}__slug__in": values})
        return condition

    @cached_property
    def count(self):
        """How many events there are."""
        return self.unordered().count()

    @property
    def pages(self):
        """How many pages the list has; an empty list has one."""
        return max(1, -(-self.count // PAGE_SIZE))

    def describe(self):
        """The view in words: title, feed name, file name, preview and alt text are this sentence."""
        return describe(self.debate, self.filters, self.names)


def _pages(count):
    said = ngettext("The list has %(count)s page.", "The list has %(count)s pages.", count)
    return said % {"count": number(count)}
