"""Random states of the filters over the real debate, weighted towards what readers do: few at a time."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from timeline.filters import BLANK, Filters
from timeline.filters.state import CHOICES, CLOSED
from timeline.languages import CODES

WORDS = [
    "atacms",
    "red line",
    "Scholz",
    "taurus kursk",
    "zelensky victory plan",
    "été",
    "100%",
    '"quoted',
    "F-16",
]


def some(values):
    """Mostly nothing, else one to three of the values."""
    chosen = st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=3, unique=True)
    return st.one_of(st.just(()), st.just(()), chosen.map(tuple))


def days():
    """Nothing, or a day of the years that the debate is about."""
    return st.one_of(st.none(), st.dates(date(2022, 5, 1), date(2025, 1, 31)))


def moments():
    """Mostly nothing, else the beginning of a day or a second within it."""
    seconds = st.datetimes(datetime(2022, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
    seconds = seconds.map(lambda moment: moment.replace(microsecond=0))
    days = seconds.map(lambda moment: moment.replace(hour=0, minute=0, second=0))
    return st.one_of(st.none(), st.none(), st.none(), seconds, days)


def compared(actors):
    """Mostly nothing, else an actor to compare with, with a period of its own or without."""
    ends = {"other_first": st.just(date(2023, 1, 1)), "other_last": st.just(date(2023, 12, 31))}
    with_whom = st.fixed_dictionaries({"other": st.sampled_from(sorted(actors))}, optional=ends)
    return st.one_of(st.just({}), st.just({}), with_whom)


@st.composite
def states(draw, questions, actors, topics, publishers):
    """A state whose slugs and publishers are among those given."""
    first, last = draw(days()), draw(days())
    if first and last and last < first:
        first, last = last, first
    drawn = {
        "question": draw(some([*questions, BLANK])),
        "actor": draw(some([*actors, BLANK])),
        "topic": draw(some([*topics, BLANK])),
        "publisher": draw(some([*publishers, BLANK])),
        **{key: draw(some(values)) for key, values in CLOSED.items()},
    }
    # Four facets at once find nothing, and nothing agrees with nothing.
    kept = draw(st.sets(st.sampled_from(sorted(drawn)), max_size=2))
    facets = {key: value for key, value in drawn.items() if key in kept}
    chosen = {key: draw(st.sampled_from(values)) for key, values in CHOICES.items()}
    as_of = draw(st.one_of(st.none(), days()))
    if as_of is None:  # a clock without a day tells nothing
        chosen["clock"] = "happened"
    return canonical(
        Filters(
            q=draw(st.one_of(st.just(""), st.just(""), st.sampled_from(WORDS))),
            first=first,
            last=last,
            since=draw(moments()),
            **draw(compared(actors)),
            lang=draw(st.sampled_from(["", "", *CODES])),
            **facets,
            as_of=as_of,
            **chosen,
        )
    )


def canonical(filters):
    """The state with the values of each facet in the order that parsing gives them."""
    for key in ("question", "actor", "topic", "publisher", *CLOSED):
        values = getattr(filters, key)
        for value in values:  # toggling twice leaves the state as it was, in canonical order
            filters = filters.toggle(key, value).toggle(key, value)
    return filters
