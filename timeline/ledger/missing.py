"""What an event still lacks before it is published: rows in, findings out. The one place that says so.

The dashboard, the review queue, the event's form and the page that asks before publishing all print these.
Nothing here forbids anything; an editor decides.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from timeline.dates import DateSpan
from timeline.tagging.loaded import loaded

SERIOUS, NOTICE = "serious", "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or doubtful: `key` names its kind, `said` tells a curator."""

    key: str
    weight: str
    said: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as the checks need it; `span` is what its own words say of the date, if anything."""

    publisher: str
    supports: bool = True
    quote: str = ""
    url: str = ""
    span: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event as the checks need it. `stances` are sentences ("Olaf Scholz opposes: Taurus?")."""

    title: str = ""
    summary: str = ""
    language: str = ""
    span: DateSpan | None = None
    date_text: str = ""
    date_override: str = ""
    date_basis: str = ""
    no_day_of: str = ""  # the publisher, where the words mean other days from another day of its publication
    questions: int = 0
    cited: tuple[Cited, ...] = ()
    stances: tuple[str, ...] = field(default=())


CHECKS: list[Callable[[Candidate], Iterator[Finding]]] = []


def findings(event: Candidate) -> tuple[Finding, ...]:
    """Everything that is missing or doubtful about an event, what is serious first."""
    found = [finding for check in CHECKS for finding in check(event)]
    return tuple(sorted(found, key=lambda finding: finding.weight != SERIOUS))


def _check(function):
    CHECKS.append(function)
    return function


@_check
def _citation(event):
    if not event.cited:
        yield Finding("no-citation", SERIOUS, "No source is cited.")


@_check
def _date(event):
    if event.span is None and event.date_text:
        yield Finding("no-date", SERIOUS, f"No day says against which “{event.date_text}” is read.")
    elif event.span is None:
        yield Finding("no-date", SERIOUS, "It has no date.")


@_check
def _day_of_publication(event):
    if event.no_day_of:
        said = (
            f"“{event.date_text}” is read from the last day on which {event.no_day_of} can have published it "
            "and means other days from another: find that day, or set a wider date with the reason."
        )
        yield Finding("no-day-of-publication", SERIOUS, said)


@_check
def _override(event):
    if event.date_override and not event.date_basis.strip():
        said = f"The date is set to {event.date_override}, and nothing says why."
        yield Finding("override-without-reason", SERIOUS, said)


@_check
def _single_source(event):
    publishers = {one.publisher for one in event.cited}
    if len(publishers) == 1:
        said = "in one article" if len(event.cited) == 1 else f"in {len(event.cited)} articles"
        yield Finding("one-source", NOTICE, f"{publishers.pop()} alone tells of it, {said}.")


@_check
def _contradicted(event):
    against = list(dict.fromkeys(one.publisher for one in event.cited if not one.supports))
    verb = "contradicts" if len(against) == 1 else "contradict"
    if against and not any(one.supports for one in event.cited):
        yield Finding("contradicted", SERIOUS, f"No source supports it: {_and(against)} {verb} it.")
    elif against:
        yield Finding("contradicted", NOTICE, f"{_and(against)} {verb} it.")


@_check
def _dates_differ(event):
    for one in event.cited:
        if one.supports and one.span and event.span and _apart(one.span, event.span):
            said = f"{one.publisher} dates it {one.span.edtf}, and it stands at {event.span.edtf}."
            yield Finding("dates-differ", NOTICE, said)


@_check
def _unquoted_stance(event):
    if event.stances and not any(one.quote and one.supports for one in event.cited):
        yield Finding("no-quote", NOTICE, f"No quote shows the stance: {'; '.join(event.stances)}")


@_check
def _question(event):
    if not event.questions:
        yield Finding("no-question", NOTICE, "It belongs to none of the debate's questions.")


@_check
def _address(event):
    for publisher in dict.fromkeys(one.publisher for one in event.cited if not one.url):
        yield Finding("no-address", NOTICE, f"The source of {publisher} has no address.")


@_check
def _loaded_words(event):
    for where, text in (("title", event.title), ("summary", event.summary)):
        for found in loaded(text, event.language):
            said = f"“{found.word}” in the {where}: {found.because}; {found.instead}."
            yield Finding("loaded-word", NOTICE, said)


def _apart(one, other):
    """Whether two spans have no day in common."""
    return bool(
        (one.latest and other.earliest and one.latest < other.earliest)
        or (other.latest and one.earliest and other.latest < one.earliest)
    )


def _and(names):
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
