"""Rows for the chart's tests: a debate of the real one's size, as bursty as the real one, always the same."""

from datetime import date, timedelta
from random import Random

from timeline.charts import EventRow, Lane, Place
from timeline.charts.palette import KINDS, STANCES

LANES = tuple(
    Lane(f"question-{n}", f"Should country number {n} supply the weapon that is asked for?", 30)
    for n in range(10)
)
FIRST = date(2022, 2, 24)


def row(slug="kuleba", earliest=date(2023, 8, 11), latest=date(2023, 8, 11), **changes) -> EventRow:
    """One event; by default Kuleba's statement of 11 August 2023 in the lane "atacms"."""
    given = {
        "title": "Kuleba: Ukraine will get ATACMS",
        "throughout": False,
        "approximate": False,
        "precision": "day",
        "importance": 2,
        "places": (Place("atacms", "supports"),),
        "date_text": "on Friday",
        "date_read": "11 August 2023",
        "sources": "Ukrinform",
        "url": f"/long-range-weapons/events/{slug}/",
    }
    return EventRow(slug=slug, earliest=earliest, latest=latest, **{**given, **changes})


ATACMS = (Lane("atacms", "ATACMS", 1),)


def debate(events: int = 287, color_by: str = "stance", seed: int = 7) -> list[EventRow]:
    """Events in bursts of a fortnight over three years, one in five a span, some in two lanes."""
    chance = Random(seed)
    bursts = [chance.randrange(1070) for _ in range(14)]
    return [_event(chance, number, bursts, color_by) for number in range(events)]


def _event(chance: Random, number: int, bursts: list[int], color_by: str) -> EventRow:
    day = chance.choice(bursts) + int(chance.triangular(-14, 14, 0)) if chance.random() < 0.8 else None
    earliest = FIRST + timedelta(days=max(day if day is not None else chance.randrange(1070), 0))
    span = chance.choice([1, 6, 9, 29, 90, 800]) if chance.random() < 0.2 else 0
    colors = (*STANCES,) if color_by == "stance" else KINDS
    lanes = chance.sample(LANES, 2 if chance.random() < 0.15 else 1)
    return row(
        slug=f"event-{number}",
        title=f"Event number {number} of a long and many-sided debate",
        earliest=earliest if chance.random() > 0.01 else None,
        latest=earliest + timedelta(days=span),
        throughout=span > 0 and chance.random() < 0.3,
        approximate=chance.random() < 0.25,
        importance=chance.choice([1, 2, 2, 3]),
        places=tuple(Place(lane.key, chance.choice(colors)) for lane in lanes),
    )
