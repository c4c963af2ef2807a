"""From words to deeds: the rounds of the topics, and how long each step took."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.charts.deeds import HEADING
from timeline.charts.deeds import legend as legend_of_waits
from timeline.exports import deeds_words as words
from timeline.exports.deeds import Deeds, round_row
from timeline.translation import gettext

from .place import LISTED, Line, Place, SceneChart, scene_card


class DeedsChart(SceneChart):
    """The chart of the rounds; its lines are waits, not stances that are held."""

    def __init__(self, found):
        filters = found.view.filters
        card = scene_card(found.rows, found.lanes, "role", filters, found.held)
        super().__init__(found.scene, card, len(found.found))
        self.held = found.held

    def legend(self):
        """What it means."""
        items = [item for item in super().legend() if item.group != gettext(HEADING)]
        return items + legend_of_waits(self.held)


class DeedsPlace(Place):
    """The rounds in which the view has an event."""

    name, key = "deeds", "rounds"
    route = "deeds/"
    titled, heading = gettext_lazy("From words to deeds: %(view)s"), gettext_lazy("From words to deeds")
    columns = ("topic", "name", "round", "rounds", "from", "to", "least", "most", "before", "after", "url")

    def __init__(self, view, page=1):
        super().__init__(view)
        self.page = page

    @cached_property
    def deeds(self):
        """The rounds with their events and waits."""
        return Deeds(self.view, self.page)

    @property
    def lead(self):
        """How many topics in how many rounds."""
        return words.topics_in_rounds(self.deeds.found) if self.deeds.found else self.sentence

    @property
    def facts(self):
        """Which wait was the longest."""
        return tuple(words.longest_wait(self.deeds.found))

    @property
    def sentence(self):
        """What the page says of its chart."""
        return self.deeds.sentence()

    @cached_property
    def chart(self):
        """The rounds as lanes."""
        return DeedsChart(self.deeds)

    @property
    def count(self):
        """How many rounds there are."""
        return len(self.deeds.found)

    def lines(self):
        """Each round with its waits."""
        for run in self.deeds.runs[:LISTED]:
            said = "; ".join(f"{wait.name}: {wait.days}" for wait in run.waits)
            head = f"{run.topic.name}, {run.name}" if run.name else run.topic.name
            yield Line(head, said or _("no wait can be counted"), f"{self.path}#{run.key}")

    def rows(self, site):
        """Each round with its events and waits."""
        return (round_row(run) for run in self.deeds.every())

    def table(self, site):
        """Each wait; those who ask for it as a table want to sum and compare."""
        for run in self.deeds.every():
            row = round_row(run)
            for wait in row["waits"]:
                numbers = {key: row[key] for key in ("topic", "round", "rounds")}
                yield numbers | wait | {"name": run.topic.name, "url": f"{site}{self.path}#{run.key}"}
