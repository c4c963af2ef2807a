"""What a phrase leaves out, filled in from the anchor, and why the words mean these days."""

from datetime import date
from functools import partial

from timeline.translation import gettext_noop

from .errors import NotADate
from .nodes import Bound
from .phrases import settled
from .refusals import NO_DAY
from .span import INFERRED, READ_FROM, DateSpan, Reasons, reason


def settle(said: str, bound: Bound, anchor: date, forward: bool, note: tuple | None = None) -> DateSpan:
    """Fill in what the phrase leaves out, and say how; raises NotADate where the calendar has no such day."""
    try:
        known = settled(bound, anchor, forward)
    except (ValueError, OverflowError) as error:
        raise NotADate(NO_DAY) from error
    ahead = forward and bound.kind in ("plain", "range")
    earliest, latest, throughout, precision, approximate, inferred, relative = known
    why = partial(_reasons, said, earliest, latest, anchor if relative else None, inferred, ahead, note)
    return DateSpan(earliest, latest, throughout, precision, approximate, "", inferred, why)


def _reasons(
    said: str,
    earliest: date | None,
    latest: date | None,
    anchor: date | None,
    inferred: bool,
    ahead: bool,
    note: tuple | None,
) -> Reasons:
    """Why the words mean these days, as templates and parameters; made only where somebody asks."""
    if anchor:
        reasons = [reason(READ_FROM, said, earliest, latest, anchor=anchor)]
    else:
        reasons = [reason("{phrase}: {days}", said, earliest, latest)]
    if inferred:
        reasons += [INFERRED, _FORWARD] if ahead else [INFERRED]
    return (*reasons, note) if note else tuple(reasons)


_FORWARD = (gettext_noop("the words speak of the future"), {})
