"""Turning points: the changes of side, each on its actor's lane of one axis of time."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.charts import Change, Lane, lay_out
from timeline.charts import Place as At
from timeline.exports import standing_words as words
from timeline.exports.chart import credits_of, row_of
from timeline.exports.standing import key_of
from timeline.exports.turning import Turns
from timeline.models import Event
from timeline.translation import number

from .place import LANES, LISTED, Line, Place, SceneChart, scene_card
from .positions import change_row, so_many_actors


class TurnsPlace(Place):
    """The turns of a view, in order of time."""

    name, key, feed = "turns", "turns", "turns-atom"
    route = "turns/"
    titled, heading = gettext_lazy("Turning points: %(view)s"), gettext_lazy("Turning points")
    columns = (
        *("question", "actor", "name", "number", "before", "after", "before_event", "after_event"),
        *("first", "last", "url"),
    )

    @cached_property
    def turns(self):
        """Every turn, in the order asked for."""
        found = Turns(self.view).all
        return found[::-1] if self.view.filters.sort == "newest" else found

    @property
    def lead(self):
        """How many turns of how many actors."""
        return so_many_turns(self.turns)

    @property
    def sentence(self):
        """What the chart shows."""
        return sentence(self.turns)

    @cached_property
    def lanes(self):
        """{lane: its turns}: an actor on a question each."""
        lanes = {}
        for turn in self.turns:
            lanes.setdefault(key_of(turn.actor, turn.question), []).append(turn)
        return lanes

    @property
    def drawn(self):
        """The first of them."""
        return dict(list(self.lanes.items())[:LANES])

    @cached_property
    def chart(self):
        """The turns as windows on an axis, with the evidence at both ends."""
        lanes = tuple(
            Lane(key, f"{turns[0].actor.name}: {turns[0].question.title}", None)
            for key, turns in self.drawn.items()
        )
        rows, held = tuple(self.evidence()), tuple(self.windows())
        filters = self.view.filters
        fullest = sorted(lanes, key=lambda lane: -len(self.lanes[lane.key]))
        window = (filters.first, filters.last)

        def scene(width):
            return lay_out(rows, lanes, color_by="stance", window=window, width=width, held=held)

        return SceneChart(scene, scene_card(rows, fullest, "stance", filters, held), len(self.lanes))

    def windows(self):
        """The window of each turn."""
        for lane, turns in self.drawn.items():
            for turn in turns:
                said = words.changed(turn.actor, turn.change)
                yield Change(lane, "turn", turn.change.first, turn.change.last, turn.key, said, turn.url)

    def evidence(self):
        """The events that show the turns, each in the lanes of those that it shows."""
        places = {}
        for lane, turns in self.drawn.items():
            for turn in turns:
                for item in (turn.change.before, turn.change.after):
                    places.setdefault(item.key, set()).add((lane, item.stance))
        events = list(Event.objects.filter(debate=self.view.debate, slug__in=places))
        credits = credits_of(self.view, [event.pk for event in events])
        for event in events:
            event.debate = self.view.debate
            at = tuple(At(*place) for place in sorted(places[event.slug]))
            yield row_of(event, at, credits.get(event.pk, []), event.get_absolute_url())

    @property
    def count(self):
        """How many turns there are."""
        return len(self.turns)

    def lines(self):
        """Each turn with its window."""
        for turn in self.turns[:LISTED]:
            said = f"{words.change(turn.change)}, {turn.window}. {turn.question.title}"
            yield Line(turn.actor.name, said, turn.url, turn.change.after.stance)

    def rows(self, site):
        """Each turn with the events that show it."""
        for turn in self.turns:
            yield {
                "question": turn.question.slug,
                "actor": turn.actor.slug,
                "name": turn.actor.name,
                "number": turn.number,
                **change_row(turn.change),
                "url": site + turn.url,
            }


def so_many_turns(turns):
    """So many turns of so many actors."""
    if not turns:
        return _("No turn in this view is certain.")
    said = ngettext("%(count)s turn", "%(count)s turns", len(turns)) % {"count": number(len(turns))}
    actors = so_many_actors(len({getattr(turn.actor, "pk", turn.actor) for turn in turns}))
    return _("%(turns)s of %(actors)s") % {"turns": said, "actors": actors}


def sentence(turns):
    """What is told of these turns, in one sentence."""
    if not turns:
        return so_many_turns(turns)
    return _("%(turns)s, each some time between two pieces of evidence whose order is certain.") % {
        "turns": so_many_turns(turns)
    }
