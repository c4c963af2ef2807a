"""Days to fractions of the chart's width, and back; a day is as wide as a day is long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

SHORTEST = 14  # days: a window taken from events is at least this long, or one event would fill the width


@dataclass(frozen=True, slots=True)
class Scale:
    """A window of whole days (inclusive), with a margin of `pad` window lengths at either side.

    The margin keeps marks at the edges whole. It is a share of the window and not of the picture,
    so that the browser can compute a window from the visible range: from = left + pad * length.
    """

    start: date
    end: date
    pad: float

    @property
    def days(self) -> int:
        """The number of days in the window."""
        return (self.end - self.start).days + 1

    def fraction(self, day: float) -> float:
        """Where a proleptic ordinal (a day's midnight; .5 is noon) stands: 0 left edge, 1 right edge."""
        return ((day - self.start.toordinal()) / self.days + self.pad) / (1 + 2 * self.pad)

    def ordinal(self, fraction: float) -> float:
        """The inverse of `fraction`."""
        return self.start.toordinal() + self.days * (fraction * (1 + 2 * self.pad) - self.pad)


def scale_for(
    spans: Iterable[tuple[date | None, date | None]], window: tuple[date | None, date | None], pad: float
) -> Scale:
    """The scale of a window; where an end is open, of the dated days of `spans`.

    With neither, the window is empty and stands at the first days of 1970, which nobody sees.
    """
    days = [day for span in spans for day in span if day]
    start = window[0] or min(days, default=window[1]) or date(1970, 1, 1)
    end = window[1] or max(days, default=window[0]) or start
    start, end = (start, end) if start <= end else (end, start)
    return Scale(start, end, pad) if all(window) else Scale(*_at_least(start, end), pad)


def _at_least(start: date, end: date) -> tuple[date, date]:
    missing = SHORTEST - 1 - (end - start).days
    if missing <= 0:
        return start, end
    first = max(start.toordinal() - missing // 2, 1)
    last = min(end.toordinal() + missing - missing // 2, date.max.toordinal())
    return date.fromordinal(first), date.fromordinal(last)


def moment(ordinal: float) -> str:
    """An ordinal as the ISO date and time that Plotly reads ("2023-08-11 12:00"), within the calendar."""
    ordinal = min(max(ordinal, 1.0), date.max.toordinal() + 0.999)
    minutes = min(int(ordinal % 1 * 1440 + 0.5), 1439)
    stamp = datetime.fromordinal(int(ordinal)) + timedelta(minutes=minutes)
    return stamp.isoformat(" ", "minutes")
