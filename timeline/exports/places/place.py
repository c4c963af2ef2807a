"""What all pages of this kind have in common, and what each says for itself."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.urls import reverse

from timeline.charts import WIDTHS, legend, svg
from timeline.charts.card_chart import CardChart
from timeline.charts.plot import ScenePlot
from timeline.exports.preview import spoken
from timeline.filters import View

UNSEEN = ("page", "density", "event", "lang", "lane", "color")  # what changes nothing of what is told
LISTED = 100  # lines in an embed or a shared view; the rest is counted and linked
LANES = 40  # rows of a chart at most
PICTURE = 1104  # px that the chart of a picture is laid out for


@dataclass(frozen=True)
class Line:
    """One line of what a page tells: `head` is who or when, `url` where the page says it.

    `own` says that the head is a text of the debate's, which is in its language.
    """

    head: str
    words: str
    url: str
    stance: str = ""
    own: bool = False


class SceneChart:
    """A chart along the axis of time: as drawings for a page, as a picture, on a card.

    On a card there is room for few rows: `card` has the fullest first, and `whole` is how many there are.
    """

    def __init__(self, scene, card, whole=None):
        self.scene, self.card = scene, card
        self.whole = len(card.lanes) if whole is None else whole

    def drawings(self, target=""):
        """The SVG elements for a page, one a width."""
        return [svg(self.scene(name), target=target) for name in WIDTHS]

    def legend(self):
        """What it means."""
        return legend(self.scene("wide"))

    def picture(self):
        """It, as a picture of its own."""
        return ScenePlot(self.scene(PICTURE))

    def fitted(self, width, height):
        """It, in the room of a card: the plot, its scale, and how many rows of how many it shows."""
        scene, scale, missing = self.card.fitted(width, height)
        return ScenePlot(scene), scale, len(self.card.lanes) - missing, self.whole


class GridChart:
    """A grid: as drawings for a page, as a picture, on a card."""

    def __init__(self, grid, card=None, whole=None):
        self.grid, self.card = grid, card or grid
        self.whole = len(grid.rows) if whole is None else whole

    def drawings(self, target=""):
        """The SVG elements for a page, one a width."""
        return self.grid.drawings(target)

    def legend(self):
        """What it means."""
        return self.grid.laid("wide").legend()

    def picture(self):
        """It, as a picture of its own."""
        return self.grid.laid(PICTURE)

    def fitted(self, width, height):
        """It, in the room of a card: the plot, its scale, and how many rows of how many it shows."""
        plot, scale, _missing = self.card.fitted(width, height)
        return plot, scale, len(plot.grid.rows), self.whole


class Place:
    """One page of one view, as everything beside the page itself needs it.

    `name` is that of its address, and `route` what that looks like; `titled` is its title with `%(view)s`,
    `key` what its rows are called as data, `columns` are those of its table, and `feed` is the address that
    tells what is new.
    """

    name: ClassVar[str]
    route: ClassVar[str]
    titled: ClassVar[str]
    heading: ClassVar[str]
    key: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]
    feed: ClassVar[str] = "events-atom"

    def __init__(self, view):
        self.view = View(view.debate, view.filters.replace(), view.user)

    @classmethod
    def shown_by(cls, view):
        """The page that stands for this one in a picture: without what no picture of it shows."""
        return cls(View(view.debate, view.filters.without(*UNSEEN)))

    @property
    def title(self):
        """Its title: what kind of page it is, and of which view."""
        return self.titled % {"view": self.view.describe()}

    @property
    def subject(self):
        """What it is of, in few words."""
        return spoken(self.view)

    @property
    def path(self):
        """Its canonical address, without the name of the site."""
        return self.address(self.name)

    def address(self, name):
        """The address of something of this view: the page itself, its data, its pictures."""
        query = self.view.filters.querystring()
        return reverse(name, args=[self.view.debate.slug]) + (f"?{query}" if query else "")

    @property
    def lead(self):
        """Its numbers, in a few words."""
        raise NotImplementedError

    @property
    def facts(self):
        """What else its card says."""
        return ()

    @property
    def sentence(self):
        """What it shows, in one sentence."""
        return self.lead

    @cached_property
    def chart(self):
        """Its chart: `SceneChart` or `GridChart`."""
        raise NotImplementedError

    @property
    def count(self):
        """How many lines there are."""
        raise NotImplementedError

    def lines(self):
        """Its first lines."""
        raise NotImplementedError

    def rows(self, site):
        """What it tells, as JSON takes it; `site` leads all addresses."""
        raise NotImplementedError

    def table(self, site):
        """The same as flat rows of `columns`."""
        return self.rows(site)


def fullest_first(lanes):
    """The lanes in the order of how much stands in them."""
    return sorted(lanes, key=lambda lane: -(lane.count or 0))


def scene_card(rows, lanes, color_by, filters, held=()):
    """The chart of a card, from what a scene is laid out from."""
    return CardChart(tuple(rows), tuple(lanes), color_by, (filters.first, filters.last), held=tuple(held))


def iso(day):
    """A day as data has it, None where there is none."""
    return day.isoformat() if day else None
