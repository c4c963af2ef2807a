"""`Filters`: everything a reader can ask of a timeline, as one immutable value that is a query string."""

import re
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, time
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates import NotADate, read
from timeline.dates.calendar import PRECISIONS
from timeline.dates.words import in_day
from timeline.languages import CODES
from timeline.models import Event, Position
from timeline.translation import language

BLANK = "none"  # the value for events that have nothing of a facet's kind
PAGE_SIZE = 100
FACETS = ("question", "actor", "topic", "kind", "stance", "publisher", "precision", "disputed")
CLOSED = {  # facets whose values are known without asking the database, in their order
    "kind": tuple(Event.Kind.values),
    "stance": (*Position.Stance.values, BLANK),
    "precision": (*PRECISIONS, BLANK),
    "disputed": ("yes", "no"),
}
CHOICES = {  # single choices; the first is the default and is never written
    "clock": ("happened", "published"),
    "certainty": ("possibly", "certainly"),
    "lane": ("question", "actor", "topic", "kind", "country"),
    "color": ("stance", "kind"),
    "sort": ("oldest", "newest", "importance"),
    "order": ("first-mover", "stance", "name", "country", "kind"),
    "density": ("roomy", "compact"),
}
KEYS = {  # attributes whose URL name is a Python keyword, and their partners
    "first": "from",
    "last": "to",
    "other": "with",
    "other_first": "with_from",
    "other_last": "with_to",
}
NOW = "now"  # the word for the moment of asking, in `since`
INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)(Z?).*", re.IGNORECASE)
NOT_AN_ADDRESS = {
    "question": gettext_lazy("This is not the address of a question."),
    "actor": gettext_lazy("This is not the address of an actor."),
    "topic": gettext_lazy("This is not the address of a topic."),
}
OPEN = {
    "to": gettext_lazy("These words leave this end of the range open."),
    "as_of": gettext_lazy("These words name no last day."),
}
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")
LAST_PAGE = 10_000
VALUES_AT_MOST = 50
TEXT_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that could not be used: where it stood, what it was, what to do. Readers see it."""

    key: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Filters:
    """One state of all filters. Equal states have equal query strings, and the other way round.

    Several values of one facet are alternatives; different facets narrow each other. `first` and `last`
    are the days of the URL's `from` and `to`. `since` narrows to events created or changed from that moment
    on (UTC, whole seconds). `as_of` limits the evidence itself to what was there on that day, by its `clock`:
    what had happened, or what had been published. `other` is the URL's `with`, the actor with whom those in
    `actor` are compared: their events are in view as well. `other_first` and `other_last` are its own period
    on the page that compares (`with_from`, `with_to`), and narrow nothing elsewhere. `sort` orders events,
    `order` the actors of the positions page. `event` is the event open beside the chart, `lang` the language
    that the address asks for; both narrow nothing. `problems` tells what of a query could not be used, and is
    no part of the state.
    """

    q: str = ""
    question: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    since: datetime | None = None
    as_of: date | None = None
    clock: str = "happened"
    other: str = ""
    other_first: date | None = None
    other_last: date | None = None
    certainty: str = "possibly"
    lane: str = "question"
    color: str = "stance"
    sort: str = "oldest"
    order: str = "first-mover"
    density: str = "roomy"
    page: int = 1
    event: str = ""
    lang: str = ""
    problems: tuple[Problem, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def parse(cls, query, today=None, now=None):
        """The state that a query string or `QueryDict` asks for; never raises.

        `from`, `to`, `since` and `as_of` take any date phrase, read against `today`; without it they take ISO
        days only. `since=now` is the moment `now`, where one is given. A `clock` without a day tells nothing.
        """
        return _Parser(QueryDict(query) if isinstance(query, str) else query, today, now).filters()

    def pairs(self):
        """The (key, value) pairs of the canonical query string: fixed order, no defaults."""
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name == "problems" or value == item.default:
                continue
            key = KEYS.get(item.name, item.name)
            yield from ((key, written(one)) for one in (value if isinstance(value, tuple) else [value]))

    def querystring(self):
        """The canonical query string, without the question mark."""
        return urlencode(list(self.pairs()))

    def replace(self, **changes):
        """The same state with these changes; back to the first page unless a page is named."""
        return replace(self, **{"page": 1, "problems": ()} | changes)

    def toggle(self, key, value):
        """The same state with one more or one less value of a facet."""
        values = getattr(self, key)
        changed = set(values) ^ {value}
        return self.replace(**{key: _ordered(key, changed)})

    def without(self, *keys):
        """The same state without these filters; without its actors nobody is compared with them."""
        defaults = {item.name: item.default for item in fields(self)}
        dropped = (*keys, "other", "other_first", "other_last") if "actor" in keys else keys
        return self.replace(**{key: defaults[key] for key in dropped})

    @property
    def actors(self):
        """The actors whose events are in view: those chosen, and whom they are compared with."""
        return _ordered("actor", {*self.actor, self.other}) if self.actor and self.other else self.actor

    def looks(self):
        """This state's way of looking (lane, colour, orders, density, language), narrowed by nothing."""
        return self._only("lane", "color", "sort", "order", "density", "lang")

    def known(self):
        """What this state says of the evidence itself: the day as of which it stood; narrowed by nothing."""
        return self._only("as_of", "clock", "certainty") if self.as_of else Filters()

    @property
    def day(self):
        """The day as of which a last word is asked; None for the last of all.

        What was published by a day had been said by then, however vaguely it is dated: there it is no limit.
        """
        days = [self.last, self.as_of if self.clock == "happened" else None]
        return min(filter(None, days), default=None)

    def _only(self, *keys):
        return Filters(**{key: getattr(self, key) for key in keys})


def _ordered(key, values):
    known = CLOSED.get(key)
    return tuple(sorted(set(values), key=known.index if known else None))


class _Parser:
    """Reads one query, key by key, and collects what it could not use."""

    def __init__(self, query, today, now):
        self.query, self.today, self.now, self.problems = query, today, now, []

    def filters(self):
        state = {name: self.facet(name) for name in FACETS}
        state |= {name: self.choice(name, known) for name, known in CHOICES.items()}
        state |= dict(zip(("first", "last"), self.range("from", "to"), strict=True))
        state |= dict(zip(("other_first", "other_last"), self.range("with_from", "with_to"), strict=True))
        state |= {"other": self.slug("with", NOT_AN_ADDRESS["actor"])}
        state |= {"q": self.text("q"), "since": self.since(), "as_of": self.day("as_of", "latest")}
        state |= {} if state["as_of"] else {"clock": CHOICES["clock"][0]}
        state |= {"page": self.page(), "event": self.slug("event", _("This is not the address of an event."))}
        state |= {"lang": self.lang()}
        return Filters(**state, problems=tuple(self.problems))

    def refuse(self, key, value, message):
        self.problems.append(Problem(key, printable(value)[:TEXT_AT_MOST], message))

    def given(self, key):
        return [value for value in self.query.getlist(key) if value.strip()]

    def facet(self, key):
        kept = []
        for value in self.given(key)[:VALUES_AT_MOST]:
            message = self.why_not(key, value)
            if message:
                self.refuse(key, value, message)
            else:
                kept.append(value)
        return _ordered(key, kept)

    def why_not(self, key, value):
        if key in CLOSED:
            known = CLOSED[key]
            return "" if value in known else can_be(key, known)
        if key == "publisher":
            usable = value == printable(value) and len(value) <= TEXT_AT_MOST
            return "" if usable else _("This is not the name of a publisher.")
        return "" if SLUG.fullmatch(value) else str(NOT_AN_ADDRESS[key])

    def choice(self, key, known):
        for value in self.given(key)[:1]:
            if value in known:
                return value
            self.refuse(key, value, can_be(key, known))
        return known[0]

    def text(self, key):
        return " ".join(printable(" ".join(self.given(key)[:1])).split())[:TEXT_AT_MOST].strip()

    def lang(self):
        for value in self.given("lang")[:1]:
            if value in CODES:
                return value
            self.refuse("lang", value, can_be("lang", CODES))
        return ""

    def slug(self, key, message):
        for value in self.given(key)[:1]:
            if SLUG.fullmatch(value):
                return value
            self.refuse(key, value, str(message))
        return ""

    def page(self):
        for value in self.given("page")[:1]:
            if re.fullmatch(r"[0-9]{1,5}", value) and 1 <= int(value) <= LAST_PAGE:
                return int(value)
            self.refuse("page", value, _("Pages are numbered from 1."))
        return 1

    def range(self, begins, ends):
        first, last = self.day(begins, "earliest"), self.day(ends, "latest")
        if first and last and last < first:
            message = _("The range would end before it begins, on %(day)s.") % {"day": in_day(first)}
            self.refuse(ends, last.isoformat(), message)
            last = None
        return first, last

    def since(self):
        """A moment as such, or midnight (UTC) before the first day of a phrase."""
        for value in self.given("since")[:1]:
            if value.strip().lower() == NOW and self.now:
                return self.now.astimezone(UTC).replace(microsecond=0)
            instant = INSTANT.fullmatch(value.strip())
            if not instant:
                day = self.day("since", "earliest")
                return datetime.combine(day, time(), UTC) if day else None
            try:
                if instant[3] and instant.end() == instant.end(3):
                    return datetime.fromisoformat(instant[1]).replace(tzinfo=UTC)
            except ValueError:
                pass
            self.refuse("since", value, _("Write a moment as in 2026-11-21T14:00:00Z, in UTC."))
        return None

    def day(self, key, end):
        for value in self.given(key)[:1]:
            try:
                day = self.read(value, end)
            except NotADate:
                self.refuse(
                    key,
                    value,
                    _("No date was read in it. Write one such as 12 May 2024, mid-May 2024 or 2024-05."),
                )
                return None
            if day is None:
                self.refuse(key, value, str(OPEN.get(key, OPEN["to"])))
            return day
        return None

    def read(self, value, end):
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise NotADate("There is no such day in the calendar.") from None
        if self.today is None:
            raise NotADate("Give a day as in 2024-11-26.")
        return getattr(read_typed(value, self.today), end)


def read_typed(text, today):
    """The span of words that somebody typed: in the language of the page, else in any that is recognised.

    "11. August" is a day to a German reader; in English it is a month after a number.
    """
    if language() != "en":
        try:
            return read(text, today, language())
        except NotADate:
            pass
    return read(text, today)


def can_be(key, known):
    """What is said of a key with a value that it cannot have."""
    return _("“%(key)s” can be %(known)s.") % {"key": key, "known": ", ".join(known)}


def written(value):
    """A value of a state as addresses have it; a moment that begins a day is that day."""
    if not isinstance(value, datetime):
        return str(value)
    if value.time() == time():
        return value.date().isoformat()
    return f"{value.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def printable(text):
    """The text without control characters and lone surrogates, which no database takes."""
    return "".join(char for char in text if char.isprintable() or char == " ")
