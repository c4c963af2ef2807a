"""A date as exactly as its source says it, and no more exactly."""

from dataclasses import dataclass, field
from datetime import date

from . import edtf as _edtf
from .calendar import RANK
from .words import extent

# Parameters of a reason that are ISO days: a page may write them in its language.
DAYS = ("anchor", "start", "earliest", "latest")
Reasons = tuple[tuple[str, dict[str, str | None]], ...]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The first and the last day a phrase can mean, inclusive; None is an open end.

    `throughout` is False when something happened at some time within the span, True when it lasted all of it.
    `precision` is one of calendar.PRECISIONS; `edtf` is derived unless given. `reasons` pair an English
    template and parameters, for a page to translate; `inferred`: the year came from the anchor.
    Equality is that of what is claimed, whatever the reasons. Raises ValueError for a span that cannot be.
    """

    earliest: date | None
    latest: date | None
    throughout: bool = False
    precision: str = "day"
    approximate: bool = False
    edtf: str = ""
    inferred: bool = field(default=False, compare=False)
    reasons: Reasons = field(default=(), compare=False)

    def __post_init__(self):
        if self.earliest is None and self.latest is None:
            raise ValueError("a span needs at least one day")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"{self.earliest} is after {self.latest}")
        if self.precision not in RANK:
            raise ValueError(f"unknown precision {self.precision!r}")
        if not self.edtf:
            fields = (self.earliest, self.latest, self.throughout, self.precision, self.approximate)
            object.__setattr__(self, "edtf", _edtf.write(*fields))

    @classmethod
    def from_edtf(cls, text: str) -> "DateSpan":
        """Read EDTF and nothing else; raises NotADate with what is wrong.

        The precision of a set or interval is that of its coarser end, or the unit's where it is exactly one.
        """
        fields = _edtf.parse(text)
        return cls(
            *fields, edtf=text.strip(), reasons=(reason("EDTF {phrase}: {days}", text.strip(), *fields[:2]),)
        )

    @property
    def explanation(self) -> str:
        """How the phrase was read, as one English sentence without its full stop."""
        return "; ".join(template.format(**_english(params)) for template, params in self.reasons)


def reason(
    template: str, phrase: str, earliest: date | None, latest: date | None, **days: date
) -> tuple[str, dict]:
    """A reason as plain data; `{days}` in a template stands for earliest to latest, as the page has them."""
    params = {"phrase": phrase, "earliest": _iso(earliest), "latest": _iso(latest)}
    return template, params | {name: _iso(day) for name, day in days.items()}


def _iso(day: date | None) -> str | None:
    return day and day.isoformat()


def _english(params: dict[str, str | None]) -> dict[str, str]:
    days = {name: date.fromisoformat(params[name]) for name in DAYS if params.get(name)}
    said = params | {name: extent(day, day) for name, day in days.items()}
    if "earliest" in params:
        said["days"] = _between(days.get("earliest"), days.get("latest"))
    return said


def _between(earliest: date | None, latest: date | None) -> str:
    if earliest is None:
        return f"until {extent(latest, latest)}"
    if latest is None:
        return f"from {extent(earliest, earliest)} on"
    return extent(earliest, latest, throughout=True).removeprefix("from ")
