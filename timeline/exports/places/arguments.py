"""The reasons given, for and against: each a lane on which its uses stand."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.charts import Lane, lay_out
from timeline.charts import Place as At
from timeline.exports.arguments import Arguments
from timeline.exports.chart import row_of
from timeline.translation import number

from .place import LANES, LISTED, Line, Place, SceneChart, fullest_first, iso, scene_card


class ArgumentsPlace(Place):
    """The arguments of the view's questions; where filters narrow, only of questions in which one is used."""

    name, key = "arguments", "arguments"
    route = "arguments/"
    titled, heading = gettext_lazy("Arguments: %(view)s"), gettext_lazy("Arguments")
    columns = (
        *("question", "argument", "side", "text", "answers", "actor", "name", "stance", "event"),
        *("earliest", "latest", "url"),
    )

    @cached_property
    def arguments(self):
        """The arguments with their uses."""
        return Arguments(self.view)

    @cached_property
    def cases(self):
        """The questions with their arguments."""
        filters, cases = self.view.filters, self.arguments.cases()
        if filters.looks() != filters.replace(event="", question=()):
            cases = [case for case in cases if case.used]
        return cases

    @cached_property
    def told(self):
        """[(side in words, argument told)] of all questions, in their order."""
        return [(label, one) for case in self.cases for label, side in case.sides for one in side]

    @property
    def lead(self):
        """How many arguments on how many questions."""
        if not self.told:
            return _("No argument is used in this view.")
        said = ngettext(
            "%(count)s argument on %(questions)s", "%(count)s arguments on %(questions)s", len(self.told)
        )
        return said % {"count": number(len(self.told)), "questions": questions(len(self.cases))}

    @property
    def sentence(self):
        """What the page shows."""
        if not self.told:
            return self.lead
        return _("%(arguments)s: who gave which as a reason, first and last, and what answers it.") % {
            "arguments": self.lead
        }

    @cached_property
    def drawn(self):
        """{lane: argument told} of the first that are used."""
        return {f"{one.argument.question_id}.{one.argument.slug}": one for one in self.used[:LANES]}

    @property
    def used(self):
        """The arguments that somebody used."""
        return [one for _label, one in self.told if one.positions]

    @cached_property
    def chart(self):
        """The uses as marks in the colour of the stance that they went with."""
        lanes = tuple(
            Lane(key, f"{one.argument.get_side_display()}: {one.argument.text}", len(one.events))
            for key, one in self.drawn.items()
        )
        rows, filters = tuple(self.uses()), self.view.filters
        window = (filters.first, filters.last)

        def scene(width):
            return lay_out(rows, lanes, color_by="stance", window=window, width=width)

        return SceneChart(scene, scene_card(rows, fullest_first(lanes), "stance", filters), len(self.used))

    def uses(self):
        """The events in which they are used, each in the lanes of those that it uses."""
        places, events = {}, {}
        for lane, one in self.drawn.items():
            for use in one.positions:
                events[use.event.pk] = use.event
                places.setdefault(use.event.pk, set()).add((lane, use.stance))
        for pk, event in events.items():
            publishers = self.arguments.credits.get(pk, [])
            at = tuple(At(*place) for place in sorted(places[pk]))
            yield row_of(event, at, publishers, event.get_absolute_url())

    @property
    def count(self):
        """How many arguments there are."""
        return len(self.told)

    def lines(self):
        """Each argument with how often and by whom it was used."""
        for label, one in self.told[:LISTED]:
            names = ", ".join(user.actor.name for user in one.users[:3])
            said = ngettext("in %(count)s event", "in %(count)s events", len(one.events))
            said = said % {"count": number(len(one.events))} if one.events else _("no use is recorded")
            used = f"{one.argument.text} ({said}{': ' if names else ''}{names})"
            yield Line(label, used, self.url_of(one))

    def url_of(self, one):
        """Where the page tells of an argument."""
        return f"{self.path}#argument-{one.argument.question.slug}.{one.argument.slug}"

    def rows(self, site):
        """Each argument with its uses."""
        for _label, one in self.told:
            yield argument_row(one) | {"uses": list(uses_of(one)), "url": site + self.url_of(one)}

    def table(self, site):
        """Each use; an argument that is not used has a row without one."""
        for _label, one in self.told:
            row = argument_row(one) | {"url": site + self.url_of(one)}
            yield from ({**row, **use} for use in uses_of(one) or [{}])


def argument_row(one):
    """What an argument is, as data."""
    argument = one.argument
    return {
        "question": argument.question.slug,
        "argument": argument.slug,
        "side": argument.side,
        "text": argument.text,
        "answers": one.answers.slug if one.answers else None,
    }


def uses_of(one):
    """Who used it where, with which stance, as data."""
    return [
        {
            "actor": position.actor.slug,
            "name": position.actor.name,
            "stance": position.stance,
            "event": position.event.slug,
            "earliest": iso(position.event.earliest),
            "latest": iso(position.event.latest),
        }
        for position in one.positions
    ]


def questions(count):
    """So many questions."""
    return ngettext("%(count)s question", "%(count)s questions", count) % {"count": number(count)}
