"""Two sides compared: on which days they certainly agreed or did not, and how far apart they stood."""

from dataclasses import replace
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.charts import Lane, lay_out
from timeline.exports import comparison_words as words
from timeline.exports.comparison import Comparison
from timeline.exports.comparison_chart import ComparisonChart
from timeline.translation import number

from .place import LANES, LISTED, Line, Place, SceneChart, iso, scene_card


class ComparePlace(Place):
    """The questions of which both sides have a position; without two sides chosen, of the most heard."""

    name, key = "compare", "parts"
    route = "compare/"
    titled, heading = gettext_lazy("Compare: %(view)s"), gettext_lazy("Compare")
    columns = (
        *("question", "first", "last", "relation", "least", "most", "one", "one_stances", "one_events"),
        *("other", "other_stances", "other_events", "url"),
    )

    @cached_property
    def found(self):
        """The comparison."""
        return Comparison(self.view)

    @cached_property
    def shared(self):
        """The questions that both are recorded on."""
        return [pair for pair in self.found.pairs if pair.is_shared]

    @property
    def lead(self):
        """Who is compared, on how many questions."""
        if not self.found.sides:
            return _("Nobody to compare in this view.")
        if not self.shared:
            return _("Nothing is recorded that both took a position on.")
        said = ngettext("%(count)s question", "%(count)s questions", len(self.shared))
        one, other = self.found.names
        names = {"one": one, "other": other, "questions": said % {"count": number(len(self.shared))}}
        return _("%(one)s and %(other)s on %(questions)s") % names

    @property
    def sentence(self):
        """What the page shows."""
        return f"{self.lead.rstrip('.')}."

    @cached_property
    def chart(self):
        """Both sides of each question, one lane below the other."""
        lanes, rows, held = [], [], []
        for pair in self.shared[: LANES // 2]:
            drawn = ComparisonChart(pair)
            keys = {key: f"{pair.question.slug}.{key}" for key, _sided in drawn.sided}
            lanes += [
                Lane(keys[key], f"{name}: {pair.question.title}", None)
                for (key, _sided), name in zip(drawn.sided, self.found.names, strict=True)
            ]
            rows += [
                replace(row, places=tuple(replace(at, lane=keys[at.lane]) for at in row.places))
                for row in drawn.rows
            ]
            held += [replace(strip, lane=keys[strip.lane]) for strip in drawn.held]
        window = self.found.window if self.shared else (None, None)

        def scene(width):
            return lay_out(rows, lanes, color_by="stance", window=window, width=width, held=held)

        card = scene_card(rows, lanes, "stance", self.view.filters, held)
        return SceneChart(scene, card, 2 * len(self.shared))

    @property
    def count(self):
        """How many lines there are."""
        return len(list(self.all_lines()))

    def lines(self):
        """Each time in which both had a position, in words."""
        return list(self.all_lines())[:LISTED]

    def all_lines(self):
        """All of them."""
        for pair in self.shared:
            for said in map(words.said_of, pair.known) if not self.found.of_periods else ends_of(pair):
                yield Line(pair.question.title, said, self.url_of(pair), own=True)

    def url_of(self, pair):
        """Where the page tells of a question."""
        return f"{self.path}#q-{pair.question.slug}"

    def rows(self, site):
        """Each part: its days, what is known of both sides, and the events that this rests on."""
        for pair in self.shared:
            url = {"url": site + self.url_of(pair)}
            told = self.of_periods(pair) if self.found.of_periods else self.of_times(pair)
            yield from (row | url for row in told)

    def of_times(self, pair):
        """The parts of a question."""
        for part in (part for spell in pair.spells for part in spell.parts):
            told, (least, most) = pair.told(part), part.steps or (None, None)
            yield {
                **dated(pair, part),
                "relation": part.relation,
                "least": least,
                "most": most,
                **side_row("one", pair.sided[0], told.one),
                **side_row("other", pair.sided[1], told.other),
            }

    def of_periods(self, pair):
        """What each side held in its own period; how they stood to one another is no question."""
        for key, sided, held in zip(("one", "other"), pair.sided, pair.periods, strict=True):
            for part, said in held:
                yield dict.fromkeys(self.columns) | dated(pair, part) | side_row(key, sided, said)


def ends_of(pair):
    """What the last of both periods says, if both have any."""
    ends = pair.at_the_ends
    return [words.said_of_periods(ends[2], ends[3])] if ends else []


def dated(pair, part):
    """The question and the days of a part as data, null where the calendar's end is meant."""
    return {
        "question": pair.question.slug,
        "first": iso(part.first if part.first > part.first.min else None),
        "last": iso(part.last if part.last < part.last.max else None),
    }


def side_row(key, sided, said):
    """One side of a part as data."""
    return {
        key: sided[0].actor.slug,
        f"{key}_stances": list(said.state.stances),
        f"{key}_events": [piece.item.key for piece in said.pieces],
    }
