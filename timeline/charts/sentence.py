"""One sentence that says what the chart shows: caption, text alternative, preview."""

from collections import Counter
from datetime import date

from timeline.charts.palette import label
from timeline.charts.rows import EventRow
from timeline.charts.scene import EMPTY, Scene, present
from timeline.dates.words import MONTHS


def describe(scene: Scene) -> str:
    """The number of events, when they are, the fullest lane, the busiest month and the colouring."""
    rows = {item.row.slug: item.row for item in scene.marks}
    if not rows:
        return f"{EMPTY}."
    parts = [f"{_events(scene, len(rows))} {_when(scene, tuple(rows.values()))}"]
    if len(scene.lanes) > 1:
        fullest = max(scene.lanes, key=lambda box: box.lane.count or 0)
        parts.append(f"most in “{fullest.lane.label}” ({fullest.lane.count or 0:,})")
    if busiest := _busiest(rows.values()):
        parts.append(f"busiest in {busiest}")
    return f"{', '.join(parts)}; colour and shape show the {scene.color_by}: {_colors(scene)}."


def _events(scene: Scene, count: int) -> str:
    events = f"{count:,} event{'' if count == 1 else 's'}"
    return f"The {count:,} most important events" if scene.bars else events


def _when(scene: Scene, rows: tuple[EventRow, ...]) -> str:
    """What is true of all: that they can lie in the window asked for, or else their outermost dates."""
    if any(scene.window):
        partly = ", at least in part," if any(_sticks_out(row, scene) for row in rows) else ""
        return f"that can lie{partly} {_window(*scene.window)}"
    open_ends = sum(not (row.earliest and row.latest) for row in rows)
    ends = f" ({open_ends:,} with an open end)" if open_ends else ""
    return _outermost(rows) + ends


def _sticks_out(row: EventRow, scene: Scene) -> bool:
    """Whether an event that lasted throughout its span did so beyond the window too."""
    first, last = scene.window
    before = first and (row.earliest is None or row.earliest < first)
    after = last and (row.latest is None or row.latest > last)
    return bool(row.throughout and (before or after))


def _window(first: date | None, last: date | None) -> str:
    if first and last:
        return _period(_words(first), _words(last))
    return f"on or after {_words(first)}" if first else f"on or before {_words(last)}"


def _outermost(rows: tuple[EventRow, ...]) -> str:
    """The first and the last date, each only as exact as the span it is the end of."""
    ends = [(day, row.precision) for row in rows for day in (row.earliest, row.latest) if day]
    first = min(ends, key=lambda end: (end[0], _unit(end[1])))
    last = max(ends, key=lambda end: (end[0], -_unit(end[1])))
    return _period(_words(*first), _words(*last))


def _period(first: str, last: str) -> str:
    """Two dates in words; one of them if it says all that the other says, and no year twice."""
    shorter, longer = sorted((first, last), key=len)
    if longer.endswith(shorter):
        return f"{'on' if longer == shorter and shorter[0].isdigit() and ' ' in shorter else 'in'} {shorter}"
    start, _, year = first.rpartition(" ")
    return f"between {start if start and last.endswith(f' {year}') else first} and {last}"


def _unit(precision: str) -> int:
    """0 for a precision that names days, 1 for months, 2 for years."""
    if precision in ("year", "decade", "unknown"):
        return 2
    return 0 if precision == "day" else 1


def _words(day: date, precision: str = "day") -> str:
    return (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{MONTHS[day.month - 1]} {day.year}",
        str(day.year),
    )[_unit(precision)]


def _busiest(rows) -> str | None:
    """The month with most events that lie in one month, unless there is no such month or several."""
    months = Counter(
        (r.earliest.year, r.earliest.month)
        for r in rows
        if r.earliest and r.latest and (r.earliest.year, r.earliest.month) == (r.latest.year, r.latest.month)
    )
    ranked = months.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) == 2 and ranked[1][1] == ranked[0][1]):
        return None
    (year, month), count = ranked[0]
    return f"{MONTHS[month - 1]} {year} ({count})"


def _colors(scene: Scene) -> str:
    counts = Counter(color for _, color in {(item.row.slug, item.color) for item in scene.marks})
    ranked = sorted(present(scene), key=lambda key: -counts[key])
    named = [f"{label(key)} ({counts[key]:,})" for key in ranked[:3]]
    rest = f" and {len(ranked) - 3} more" if len(ranked) > 3 else ""
    return ", ".join(named) + rest
