"""One sentence that says what the chart shows: caption, text alternative, preview."""

from collections import Counter
from datetime import date

from timeline.charts.palette import label
from timeline.charts.rows import EventRow
from timeline.charts.scene import EMPTY, Scene, present
from timeline.dates.words import in_day, lying_in, spanning
from timeline.translation import gettext, ngettext, number


def describe(scene: Scene) -> str:
    """The number of events, when they are, the fullest lane, the busiest month and the colouring."""
    rows = {item.row.slug: item.row for item in scene.marks}
    if not rows:
        return f"{gettext(EMPTY)}."
    parts = [_events(scene, tuple(rows.values()))]
    if len(scene.lanes) > 1:
        lane = max(scene.lanes, key=lambda box: box.lane.count or 0).lane
        parts.append(
            gettext("most in “{lane}” ({count})").format(lane=lane.label, count=number(lane.count or 0))
        )
    if busiest := _busiest(rows.values()):
        parts.append(busiest)
    return f"{', '.join(parts)}; {_colors(scene)}."


def _events(scene: Scene, rows: tuple[EventRow, ...]) -> str:
    """How many events, and what is true of all: that they can lie in the window, or else when they lie."""
    if not any(scene.window):
        when = _outermost(rows) + _open_ends(rows)
        said = _in_full(len(rows)) if not scene.bars else _most_important(len(rows))
    else:
        when, partly = _window(*scene.window), any(_sticks_out(row, scene) for row in rows)
        say = _possibly_partly if partly else _possibly
        said = say(len(rows)) if not scene.bars else _most_important_possibly(len(rows), partly)
    return said.format(count=number(len(rows)), when=when)


def _in_full(count: int) -> str:
    return ngettext("{count} event {when}", "{count} events {when}", count)


def _possibly(count: int) -> str:
    return ngettext("{count} event that can lie {when}", "{count} events that can lie {when}", count)


def _possibly_partly(count: int) -> str:
    return ngettext(
        "{count} event that can lie, at least in part, {when}",
        "{count} events that can lie, at least in part, {when}",
        count,
    )


def _most_important(count: int) -> str:
    return ngettext(
        "The {count} most important event {when}", "The {count} most important events {when}", count
    )


def _most_important_possibly(count: int, partly: bool) -> str:
    if partly:
        return ngettext(
            "The {count} most important event that can lie, at least in part, {when}",
            "The {count} most important events that can lie, at least in part, {when}",
            count,
        )
    return ngettext(
        "The {count} most important event that can lie {when}",
        "The {count} most important events that can lie {when}",
        count,
    )


def _open_ends(rows: tuple[EventRow, ...]) -> str:
    count = sum(not (row.earliest and row.latest) for row in rows)
    said = ngettext("{count} with an open end", "{count} with an open end", count)
    return f" ({said.format(count=number(count))})" if count else ""


def _sticks_out(row: EventRow, scene: Scene) -> bool:
    """Whether an event that lasted throughout its span did so beyond the window too."""
    first, last = scene.window
    before = first and (row.earliest is None or row.earliest < first)
    after = last and (row.latest is None or row.latest > last)
    return bool(row.throughout and (before or after))


def _window(first: date | None, last: date | None) -> str:
    if first and last:
        return spanning(first, "day", last, "day")
    if first:
        return gettext("on or after {day}").format(day=in_day(first))
    return gettext("on or before {day}").format(day=in_day(last))


def _outermost(rows: tuple[EventRow, ...]) -> str:
    """The first and the last date, each only as exact as the span it is the end of."""
    ends = [(day, row.precision) for row in rows for day in (row.earliest, row.latest) if day]
    first = min(ends, key=lambda end: (end[0], _FINENESS[_unit(end[1])]))
    last = max(ends, key=lambda end: (end[0], -_FINENESS[_unit(end[1])]))
    return spanning(first[0], _unit(first[1]), last[0], _unit(last[1]))


_FINENESS = {"day": 0, "month": 1, "year": 2}


def _unit(precision: str) -> str:
    """What a precision names: days, months or years."""
    if precision in ("year", "decade", "unknown"):
        return "year"
    return "day" if precision == "day" else "month"


def _busiest(rows) -> str | None:
    """The month with most events that lie in one month, unless there is no such month or several."""
    months = Counter(
        r.earliest.replace(day=1)
        for r in rows
        if r.earliest and r.latest and (r.earliest.year, r.earliest.month) == (r.latest.year, r.latest.month)
    )
    ranked = months.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) == 2 and ranked[1][1] == ranked[0][1]):
        return None
    month, count = ranked[0]
    return gettext("busiest {when} ({count})").format(when=lying_in("month", month), count=number(count))


def _colors(scene: Scene) -> str:
    """What colour and shape show, with the three most frequent values."""
    counts = Counter(color for _, color in {(item.row.slug, item.color) for item in scene.marks})
    ranked = sorted(present(scene), key=lambda key: -counts[key])
    listed = ", ".join(f"{label(key)} ({number(counts[key])})" for key in ranked[:3])
    if len(ranked) > 3:
        listed = gettext("{values} and {count} more").format(values=listed, count=number(len(ranked) - 3))
    if scene.color_by == "stance":
        return gettext("colour and shape show the stance: {values}").format(values=listed)
    return gettext("colour and shape show the kind: {values}").format(values=listed)
