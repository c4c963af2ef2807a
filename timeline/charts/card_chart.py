"""The chart on a card: as large as can be read at half size, with the first lanes where not all fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.charts.layout import lay_out
from timeline.charts.rows import Bin, EventRow, Lane
from timeline.charts.scene import BOTTOM, Scene
from timeline.charts.strips import Change, Held

SCALES = (1.3, 1.5, 1.7)  # letters of 16, 19 and 21 px on the card
WANTED = 2  # lanes that are worth smaller letters, and smaller marks
SMALL = 3.2  # px, the radius of marks below which fewer lanes are better


@dataclass(frozen=True, slots=True)
class CardChart:
    """What the chart of a card is laid out from; see `lay_out`."""

    rows: tuple[EventRow, ...]
    lanes: tuple[Lane, ...]
    color_by: str
    window: tuple[date | None, date | None] = (None, None)
    bins: tuple[Bin, ...] = ()
    selected: str | None = None
    held: tuple[Held | Change, ...] = ()

    def fitted(self, width: float, height: float) -> tuple[Scene, float, int]:
        """The scene that has room in so many px, how far it is enlarged, and how many lanes are left out."""
        wanted = min(WANTED, len(self.lanes))
        scale, kept = SCALES[0], self.kept(width / SCALES[0], height / SCALES[0])
        # What is so crowded that its layout costs time is not tried any larger.
        for larger in SCALES[1:] if kept >= wanted else ():
            fitting = self.kept(width / larger, height / larger)
            if fitting < wanted:
                break
            scale, kept = larger, fitting
        kept = max(kept, 1)
        shown = self.first(kept)
        scene = shown.scene(width / scale, height / scale)
        while kept > WANTED and scene.size.sizes[1] < SMALL:
            kept -= 1
            shown = self.first(kept)
            scene = shown.scene(width / scale, height / scale)
        if scene.height * scale > height:  # even the smallest is too high: wider and then scaled down
            scale = height / scene.height
            scene = shown.scene(width / scale, height / scale)
        return scene, min(scale, height / scene.height), max(0, len(self.lanes) - kept)

    def kept(self, width: float, height: float) -> int:
        """How many of the first lanes have room when drawn at the smallest."""
        boxes = self.scene(width, 1).lanes
        return sum(box.floor + 6 + BOTTOM <= height for box in boxes) if boxes else len(self.lanes)

    def first(self, count: int) -> "CardChart":
        """The same with its first lanes only, and the events that stand in them."""
        if count >= len(self.lanes):
            return self
        lanes = self.lanes[:count]
        keys = {lane.key for lane in lanes}
        rows = (replace(row, places=_in(row.places, keys)) for row in self.rows)
        bins = tuple(item for item in self.bins if item.lane in keys)
        held = tuple(item for item in self.held if item.lane in keys)
        rows = tuple(row for row in rows if row.places)
        return replace(self, lanes=lanes, rows=rows, bins=bins, held=held)

    def scene(self, width: float, height: float) -> Scene:
        """The chart laid out for so many px."""
        return lay_out(
            self.rows,
            self.lanes,
            color_by=self.color_by,
            window=self.window,
            width=int(width),
            bins=self.bins,
            selected=self.selected,
            height=max(int(height), 1),
            held=self.held,
        )


def _in(places: Sequence, keys: set[str]) -> tuple:
    return tuple(place for place in places if place.lane in keys)
