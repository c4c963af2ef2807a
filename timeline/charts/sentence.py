"""One sentence that says what the chart shows: caption, text alternative, preview."""

from collections import Counter
from datetime import date

from timeline.charts.palette import label
from timeline.charts.scene import Scene, present
from timeline.charts.ticks import LONG_MONTHS


def describe(scene: Scene) -> str:
    """The number of events, the time they span, the fullest lane, the busiest month and the colouring."""
    rows = {item.row.slug: item.row for item in scene.marks}
    if not rows:
        return "No dated events to show."
    days = [day for row in rows.values() for day in (row.earliest, row.latest) if day]
    parts = [f"{_events(scene, len(rows))} {_period(min(days), max(days))}"]
    if len(scene.lanes) > 1:
        fullest = max(scene.lanes, key=lambda box: box.lane.count)
        parts.append(f"most in “{fullest.lane.label}” ({fullest.lane.count:,})")
    if busiest := _busiest(rows.values()):
        parts.append(f"busiest in {busiest}")
    return f"{', '.join(parts)}; colour and shape show the {scene.color_by}: {_colors(scene)}."


def _events(scene: Scene, count: int) -> str:
    events = f"{count:,} event{'' if count == 1 else 's'}"
    return f"The {count:,} most important events" if scene.bars else events


def _period(first: date, last: date) -> str:
    return f"on {_words(first)}" if first == last else f"between {_words(first)} and {_words(last)}"


def _words(day: date) -> str:
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


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
    return f"{LONG_MONTHS[month - 1]} {year} ({count})"


def _colors(scene: Scene) -> str:
    counts = Counter(color for _, color in {(item.row.slug, item.color) for item in scene.marks})
    ranked = sorted(present(scene), key=lambda key: -counts[key])
    named = [f"{label(key)} ({counts[key]:,})" for key in ranked[:3]]
    rest = f" and {len(ranked) - 3} more" if len(ranked) > 3 else ""
    return ", ".join(named) + rest
