"""A date as exactly as its source says it, and no more exactly."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter

from timeline.translation import gettext, gettext_noop

from . import edtf as _edtf
from .calendar import RANK
from .words import between, in_day

# Parameters of a reason that are ISO days: a page may write them in its language.
DAYS = ("anchor", "start", "earliest", "latest")
READ_FROM = gettext_noop("{phrase}, read from {anchor}: {days}")
INFERRED = (gettext_noop("the year is inferred"), {})
Reasons = tuple[tuple[str, dict[str, str | None]], ...]


class DateSpan:
    """The first and the last day a phrase can mean, inclusive; None is an open end. Immutable.

    `throughout` is False when something happened at some time within the span, True when it lasted all of it.
    `precision` is one of calendar.PRECISIONS; `edtf` is derived unless given. `reasons` pair an English
    template and parameters, for a page to translate; a function that gives them is called when they are first
    asked for. `inferred`: the year came from the anchor. Equality is that of what is claimed, whatever the
    reasons. Raises ValueError for a span that cannot be.
    """

    __slots__ = (
        "_approximate",
        "_earliest",
        "_edtf",
        "_inferred",
        "_latest",
        "_precision",
        "_reasons",
        "_throughout",
    )

    def __init__(
        self,
        earliest: date | None,
        latest: date | None,
        throughout: bool = False,
        precision: str = "day",
        approximate: bool = False,
        edtf: str = "",
        inferred: bool = False,
        reasons: Reasons | Callable[[], Reasons] = (),
    ):
        if earliest is None and latest is None:
            raise ValueError("a span needs at least one day")
        if earliest and latest and earliest > latest:
            raise ValueError(f"{earliest} is after {latest}")
        if precision not in RANK:
            raise ValueError(f"unknown precision {precision!r}")
        self._earliest = earliest
        self._latest = latest
        self._throughout = throughout
        self._precision = precision
        self._approximate = approximate
        self._edtf = edtf
        self._inferred = inferred
        self._reasons = reasons

    # Properties without a setter: a span is what was said, and nobody changes it afterwards.
    earliest = property(attrgetter("_earliest"))
    latest = property(attrgetter("_latest"))
    throughout = property(attrgetter("_throughout"))
    precision = property(attrgetter("_precision"))
    approximate = property(attrgetter("_approximate"))
    inferred = property(attrgetter("_inferred"))

    @property
    def edtf(self) -> str:
        """The span as EDTF, written when it is first asked for."""
        if not self._edtf:
            self._edtf = _edtf.write(*self._claims())
        return self._edtf

    @property
    def reasons(self) -> Reasons:
        """Why the words mean these days: made when they are first asked for."""
        if callable(self._reasons):
            self._reasons = self._reasons()
        return self._reasons

    def _claims(self) -> tuple:
        return self._earliest, self._latest, self._throughout, self._precision, self._approximate

    def __eq__(self, other):
        if not isinstance(other, DateSpan):
            return NotImplemented
        return self._claims() == other._claims() and self.edtf == other.edtf

    def __hash__(self):
        return hash(self._claims())

    def __repr__(self):
        return f"DateSpan({self.edtf!r}, {self.precision!r})"

    def __reduce__(self):
        return DateSpan, (*self._claims(), self.edtf, self.inferred, self.reasons)

    @classmethod
    def from_edtf(cls, text: str) -> "DateSpan":
        """Read EDTF and nothing else; raises NotADate with what is wrong.

        The precision of a set or interval is that of its coarser end, or the unit's where it is exactly one.
        """
        fields = _edtf.parse(text)
        return cls(
            *fields, edtf=text.strip(), reasons=(reason("EDTF {phrase}: {days}", text.strip(), *fields[:2]),)
        )

    def lasting(self, throughout: bool) -> "DateSpan":
        """The same days, said to have lasted throughout, or to hold a moment somewhere within."""
        days = self._earliest, self._latest, throughout, self._precision, self._approximate
        return DateSpan(*days, inferred=self._inferred, reasons=self._reasons)

    @property
    def explanation(self) -> str:
        """How the phrase was read, as one sentence of the reader's language without its full stop."""
        return "; ".join(gettext(template).format(**_said(params)) for template, params in self.reasons)


def reason(
    template: str, phrase: str, earliest: date | None, latest: date | None, **days: date
) -> tuple[str, dict]:
    """A reason as plain data; `{days}` in a template stands for earliest to latest, as the page has them."""
    params = {"phrase": phrase, "earliest": _iso(earliest), "latest": _iso(latest)}
    return template, params | {name: _iso(day) for name, day in days.items()}


def _iso(day: date | None) -> str | None:
    return day and day.isoformat()


def _said(params: dict[str, str | None]) -> dict[str, str]:
    days = {name: date.fromisoformat(params[name]) for name in DAYS if params.get(name)}
    said = params | {name: in_day(day) for name, day in days.items()}
    if "earliest" in params:
        said["days"] = between(days.get("earliest"), days.get("latest"))
    return said
