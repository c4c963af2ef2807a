"""Making a shared view, opening it again, and telling what has changed in between."""

from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.utils import translation

from timeline.filters import PAGE_SIZE, Filters, View, remembered
from timeline.filters.names import Names
from timeline.filters.words import describe
from timeline.models import Debate, Event, FormerSlug, SharedEvent, SharedView, changing
from timeline.models.sharing import EVENTS_AT_MOST

from .kept import WHAT, KeptEvent, differences, digests, kept_row
from .places import PLACES

CHUNK = 500  # events fetched at once
LISTED = 100  # changes of one kind that a page names; the rest is counted


class TooManyEvents(Exception):
    """The view holds more events than can be frozen."""


class LiveOnly(Exception):
    """A page of this kind cannot be frozen."""


def share(debate, filters, *, place="", title="", note="", frozen=False, author=None):
    """Keep a view under a new short link, as the public sees it; returns the `SharedView`.

    `place` is the page that tells it, by name; empty for the timeline. Those are live only (`LiveOnly`): what
    they say rests on events outside of the view as well, and one withdrawn later must not live on in them.
    Of a live view only digests are kept. A view of more than `EVENTS_AT_MOST` events keeps its number alone;
    to freeze one raises `TooManyEvents`.
    """
    view = View.of(debate, filters.replace(lang=""))  # whoever opens it reads in a language of their own
    if frozen and place:
        raise LiveOnly(place)
    if frozen and view.count > EVENTS_AT_MOST:
        raise TooManyEvents(view.count)
    with translation.override(settings.LANGUAGE_CODE):  # rows say dates in words: in those of the site
        held = list(_held(view, frozen)) if view.count <= EVENTS_AT_MOST else []
    with changing(author, "Shared."):
        shared = SharedView.objects.create(
            debate=debate,
            place=place,
            query=view.filters.querystring(),
            title=title,
            note=note,
            frozen=frozen,
            names=_names(view) if frozen else {},
            count=len(held) or view.count,
            author=author,
        )
        for event in held:
            event.shared = shared
        SharedEvent.objects.bulk_create(held, batch_size=CHUNK)
    return shared


def _held(view, frozen):
    events = view.rows().with_details(view.citations()).iterator(chunk_size=CHUNK)
    for place, event in enumerate(events, 1):
        row = kept_row(event) if frozen else None
        yield SharedEvent(event=event, place=place, digests=digests(event), row=row)


def _names(view):
    """The debate's title, and the names of what the filters choose."""
    named = {"debate": view.debate.title}
    for (key, slug), name in view.names.labels.items():
        named.setdefault(key, {})[slug] = name
    return named


@dataclass(frozen=True)
class InWords:
    """The filters of a shared view in words, as a sentence, and what that begins with: the debate's title."""

    sentence: str
    debate: str

    @property
    def filters(self):
        """The filters alone, or the debate's title where there are none."""
        said = self.sentence.removeprefix(f"{self.debate}: ")
        return said[:1].upper() + said[1:]


def in_words(shared, now):
    """A shared view in words: a frozen one in the names of then, in the language of the reader.

    `now` is the view as it is now. Where the public no longer knows one of its filters, nothing is said of
    that one: the name may be what had to be withdrawn.
    """
    if shared.place:
        return InWords(place_now(shared).title, now.debate.title)
    if not shared.frozen or not shared.names or now.filters.problems:
        return InWords(now.describe(), now.debate.title)
    then = dict(shared.names)
    title = then.pop("debate")
    labels = {(key, slug): name for key, named in then.items() for slug, name in named.items()}
    debate = Debate(slug=shared.debate.slug, title=title)
    return InWords(describe(debate, Filters.parse(shared.query), Names(labels)), title)


def place_now(shared):
    """The page that a shared view is of as it is now, or None where it is of the timeline."""
    return PLACES[shared.place](view_now(shared)) if shared.place else None


def view_now(shared):
    """The shared view as it is now, for the public; filters that are lost are named in its problems."""
    filters = Filters.parse(shared.query)
    renamed = filters.event and _renamed(shared.debate, filters.event)
    return View.of(shared.debate, filters.replace(event=renamed) if renamed else filters)


def _renamed(debate, slug):
    """Today's slug of an event that is not found under this one any more."""
    rows = Event.objects.filter(debate=debate).visible_to(None)
    if rows.filter(slug=slug).exists():
        return slug
    former = FormerSlug.objects.filter(debate=debate, kind="event", slug=slug)
    return rows.filter(pk__in=former.values("target")).values_list("slug", flat=True).first()


@dataclass(frozen=True)
class Changes:
    """What has changed since a view was shared, as keys of events.

    `gone` events are public and no longer in the view; `withdrawn` counts those that nobody sees any more.
    """

    changed: tuple = ()  # (key, what differs)
    new: tuple = ()
    gone: tuple = ()
    withdrawn: int = 0

    @property
    def total(self):
        """How many events are not as they were."""
        return len(self.changed) + len(self.new) + len(self.gone) + self.withdrawn

    def named(self):
        """The changes with their events, the first of each kind, and how many more there are.

        {"changed": [(event, what, in words)], "new": [event], "gone": [event], "more": number}
        """
        shown = [key for key, _ in self.changed[:LISTED]] + [*self.new[:LISTED], *self.gone[:LISTED]]
        events = Event.objects.filter(pk__in=shown).visible_to(None).select_related("debate").in_bulk()
        return {
            "changed": [
                (events[key], [WHAT[what] for what in differing])
                for key, differing in self.changed[:LISTED]
                if key in events
            ],
            "new": [events[key] for key in self.new[:LISTED] if key in events],
            "gone": [events[key] for key in self.gone[:LISTED] if key in events],
            "more": self.total - self.withdrawn - len(events),
        }


def changes_since(shared, view):
    """The `Changes` of a view since it was shared, or None where it was, or is, too large to follow."""
    if not shared.remembers or view.count > 2 * EVENTS_AT_MOST:
        return None
    return remembered(view, f"changes since {shared.code}", lambda: _compare(shared, view))


def _compare(shared, view):
    then = dict(shared.events.values_list("event_id", "digests"))
    changed, new = [], []
    for event in view.rows().with_details(view.citations()).iterator(chunk_size=CHUNK):
        before = then.pop(event.pk, None)
        if before is None:
            new.append(event.pk)
        elif what := differences(before, digests(event)):
            changed.append((event.pk, tuple(what)))
    public = view.all_events().filter(pk__in=then).values_list("pk", flat=True)
    gone = tuple(public.order_by("sort_date", "slug"))
    deleted = shared.count - shared.events.count()  # a row goes with its event
    return Changes(tuple(changed), tuple(new), gone, withdrawn=deleted + len(then) - len(gone))


class FrozenList:
    """The rows of then on pages of the usual size, without those whose events were withdrawn since."""

    def __init__(self, shared, page=1):
        self.shared = shared
        self.rows = shared.events.shown()
        self.count = self.rows.count()
        self.pages = max(1, -(-self.count // PAGE_SIZE))
        self.page = min(max(page, 1), self.pages)

    @property
    def numbers(self):
        """The numbers of its pages."""
        return range(1, self.pages + 1)

    @property
    def hidden(self):
        """How many were withdrawn since."""
        return self.shared.count - self.count

    def events(self):
        """The events of the page."""
        start = (self.page - 1) * PAGE_SIZE
        kept = self.rows.values_list("row", flat=True)[start : start + PAGE_SIZE]
        return [KeptEvent(row) for row in kept]

    def months(self):
        """[(first day of a month or None, its events)], or one group where the order is not that of time."""
        if Filters.parse(self.shared.query).sort == "importance":
            return [(None, self.events())]
        grouped = groupby(self.events(), lambda event: event.sort_date and event.sort_date.replace(day=1))
        return [(month, list(events)) for month, events in grouped]

    def all_rows(self, site):
        """Yield all rows as `events.json` has them, `site` leading their addresses."""
        for kept in self.rows.values_list("row", flat=True).iterator(chunk_size=CHUNK):
            yield kept["row"] | {"url": site + kept["row"]["url"]}
