"""Which of many rows are likely alike, without comparing each with each.

Two rows can only be alike if they share telling words and, where both are dated, a month. So rows are put
in the months of their dates, and within a month a row meets those that hold enough of its rarest words.
A row meets a bounded number of others in a month, so the work grows with the number of rows, not with its
square: where more share its words, those count that share the rarest.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from heapq import nlargest

from timeline.models.search import fold

from .actors import ActorTraits, actors_alike, initials, sounds
from .events import EventTraits, events_alike
from .sources import SourceTraits, same_address, sources_alike
from .value import LIKELY
from .wording import wording

MET_AT_MOST = 60  # rows that one row meets in a month, those that share its rarest words
TELLING = 400  # rows that may share a word before it stops telling rows without a date apart


def likely_pairs(rows, at_most=200, least=LIKELY, asking=None):
    """[(Likeness, key, key)] of the rows most alike, the likeliest first; `rows` are traits of one type.

    With the keys of some as `asking`, only those ask who of all is like them.
    """
    rows = list(rows)
    if not rows:
        return []
    alike = ALIKE[type(rows[0])]
    compared = ((alike(one, other), *sorted((one.key, other.key))) for one, other in candidates(rows, asking))
    likely = (pair for pair in compared if pair[0].percent >= least)
    return nlargest(at_most, likely, key=lambda pair: (pair[0].percent, -pair[1], -pair[2]))


def likest(row, among, at_most=3, least=LIKELY):
    """[(Likeness, key)] of those of `among` that one row is likely the same as, the likeliest first."""
    alike = ALIKE[type(row)]
    compared = ((alike(row, other), other.key) for other in among if other.key != row.key or row.key is None)
    likely = (pair for pair in compared if pair[0].percent >= least)
    return nlargest(at_most, likely, key=lambda pair: (pair[0].percent, -(pair[1] or 0)))


def candidates(rows, asking=None):
    """Pairs of rows that are worth comparing, each once; of the rows with these keys, where any are given."""
    held = [_Held(row, *_WORDS[type(row)](row)) for row in rows]
    frequency = Counter(word for row in held for word in row.words)
    for row in held:
        row.rarest = sorted(row.asked, key=lambda word: (frequency[word], word))[
            : len(row.asked) - row.needed + 1
        ]
    months = defaultdict(list)
    for row in held:
        for month in row.months:
            months[month].append(row)
    for month, met in months.items():
        yield from _meeting(_those(met, asking), met, month)
    telling = {word for word, count in frequency.items() if count <= TELLING}
    undated = [row for row in held if not row.months]
    yield from _meeting(_those(undated, asking), held, None, telling)


def _those(rows, asking):
    return rows if asking is None else [row for row in rows if row.row.key in asking]


class _Held:
    """A row with the words that it asks for, those that it holds, and its days as numbers."""

    __slots__ = ("asked", "first", "first_month", "last", "months", "needed", "rarest", "row", "words")

    def __init__(self, row, asked, words):
        self.row, self.asked, self.words = row, asked, words
        # One of an actor's many names is enough; of a title, half.
        self.needed = 1 if isinstance(row, ActorTraits) else max(1, (len(asked) + 1) // 2)
        earliest, latest = getattr(row, "earliest", None), getattr(row, "latest", None)
        self.months = _months(earliest, latest)
        self.first_month = self.months[0] if self.months else None
        self.first, self.last = (earliest or date.min).toordinal(), (latest or date.max).toordinal()

    def may_be(self, other):
        """Whether the dates are near enough, and one holds enough of the words that the other asks for."""
        if self.first > other.last + 1 or other.first > self.last + 1:
            return False
        return self._has(other) or other._has(self)

    def _has(self, other):
        return len(self.asked & other.words) >= self.needed


def _meeting(asking, asked, month, telling=None):
    """Pairs within a month; each in the later of the first months of both, so that no pair comes twice."""
    every, new = defaultdict(list), defaultdict(list)
    wanted = {word for row in asking for word in row.rarest}
    wanted = wanted if telling is None else wanted & telling
    for row in asked if wanted else ():
        for word in wanted & row.words:
            every[word].append(row)
            if row.first_month == month:
                new[word].append(row)
    yielded = set()
    for row in asking:
        holders = every if month is None or row.first_month == month else new
        others = set()
        for word in row.rarest:
            found = holders.get(word, ())
            if others and len(others) + len(found) > MET_AT_MOST:
                break
            others.update(found)
        others.discard(row)
        for other in others:
            pair = (id(row), id(other)) if id(row) < id(other) else (id(other), id(row))
            if pair not in yielded and row.may_be(other):
                yielded.add(pair)
                yield row.row, other.row


def _months(earliest, latest):
    """The months that a date touches, with a day's grace; an open end reaches as far as the known one."""
    if earliest is None and latest is None:
        return ()
    last = latest or earliest
    last = last + timedelta(1) if last < date.max else last
    return range(_month(earliest or latest), _month(last) + 1)


def _month(day):
    return day.year * 12 + day.month


def _of_event(event):
    asked = wording(event.title).stems
    return asked, event.told


def _of_source(source):
    said = wording(source.title)
    words = said.stems | said.figures
    if source.url:
        words = words | {same_address(source.url)}
    return words, words


def _of_actor(actor):
    words = {word[:3] for name in actor.names for word in sounds(name)}
    # EU, and what it stands for.
    words |= {fold(name) if name.isupper() else initials(name) for name in actor.names}
    return words, words


_WORDS = {EventTraits: _of_event, SourceTraits: _of_source, ActorTraits: _of_actor}
ALIKE = {EventTraits: events_alike, SourceTraits: sources_alike, ActorTraits: actors_alike}
