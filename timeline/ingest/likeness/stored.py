"""Which stored rows of a debate are likely one: all pairs, or those of one row; without the judged ones."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.db.models import Q

from timeline.models import Actor, Citation, Event, EventTopic, NotDuplicate, Position, Source, Topic
from timeline.models.search import WORDS_AT_MOST, fold

from .actors import ActorTraits
from .events import EventTraits
from .pairs import ALIKE, TELLING, likely_pairs, likest
from .sources import SourceTraits
from .value import UNLIKE
from .wording import wording

PAIRS = 500  # the likeliest; nobody looks at more before some of them are merged
COMPARED = 10_000  # rows of a kind that ask at once who of all is like them: a few seconds at most
WIDE = 2000  # events at the dates of one, from which they are looked up by the words of its title
NEAR = 40  # events near in date and words that one is compared with
_MODELS = {"event": Event, "actor": Actor, "source": Source, "topic": Topic}


def likely_in(debate, part=0):
    """{kind: [(Likeness, key, key)]} of the likeliest pairs of a debate, judged or not.

    Where a debate has more than `COMPARED` rows of a kind, each part has that many of them compared with
    all: part 0 those that came last, part 1 those before, and so on. All `parts` together miss none.
    """
    return {kind: _likely_of(debate, kind, part) for kind in _TRAITS}


def _likely_of(debate, kind, part):
    rows = _MODELS[kind].objects.filter(debate=debate)
    asking = rows.order_by("-pk").values_list("pk", flat=True)[part * COMPARED : (part + 1) * COMPARED]
    return likely_pairs(_TRAITS[kind](rows), at_most=PAIRS, asking=set(asking)) if asking else []


def parts(debate):
    """How many parts there are of a debate's rows to be compared; 1 where all are compared at once."""
    most = max(model.objects.filter(debate=debate).count() for model in _MODELS.values())
    return max(1, -(-most // COMPARED))


def unjudged(debate, found):
    """{kind: pairs} without those that somebody found to be two, unless they have grown much more alike."""
    judged = NotDuplicate.objects.judged(debate)
    return {
        kind: [pair for pair in pairs if pair[0].percent >= judged.get((kind, *pair[1:]), 0)]
        for kind, pairs in found.items()
    }


def likely_to(row, at_most=3):
    """[(Likeness, key)] of the stored rows that a stored one is likely the same as, judged pairs left out."""
    kind = row.page
    if kind not in _TRAITS:  # questions are a handful, and read by whoever adds one
        return []
    own = _TRAITS[kind](type(row).objects.filter(pk=row.pk))
    if not own:  # a withdrawn event
        return []
    found = likest(own[0], _NEAR[kind](row), at_most)
    pairs = [(alike, *sorted((row.pk, key))) for alike, key in found]
    kept = {pair[1:] for pair in unjudged(row.debate_id, {kind: pairs})[kind]}
    return [(alike, key) for alike, key in found if tuple(sorted((row.pk, key))) in kept]


def _events(rows):
    """The traits of events in a constant number of queries, however many there are."""
    rows = rows.exclude(status=Event.Status.WITHDRAWN).order_by("pk")
    chosen = rows.order_by().values("pk")
    actors = _names(Event.actors.through.objects.filter(event__in=chosen), "actor__slug", "actor__name")
    questions = _names(
        Event.questions.through.objects.filter(event__in=chosen), "question__slug", "question__title"
    )
    topics = _names(EventTopic.objects.filter(event__in=chosen), "topic__slug", "topic__name")
    sources = _names(Citation.objects.filter(event__in=chosen), "source__slug", "source__publisher")
    stances = defaultdict(dict)
    positions = Position.objects.filter(event__in=chosen).order_by()
    for event, actor, question, stance in positions.values_list(
        "event_id", "actor__slug", "question__slug", "stance"
    ):
        stances[event][actor, question] = stance
    columns = ("pk", "title", "summary", "kind", "earliest", "latest")
    return [
        EventTraits(
            title, summary, kind, earliest, latest, actors.get(key, {}), topics.get(key, {}),
            questions.get(key, {}), sources.get(key, {}), stances.get(key, {}), key,
        )
        for key, title, summary, kind, earliest, latest in rows.values_list(*columns)
    ]  # fmt: skip


def _names(links, slug, name):
    """{event: {slug: name}}."""
    found = defaultdict(dict)
    for event, key, value in links.order_by().values_list("event_id", slug, name):
        found[event][key] = value
    return found


def _actors(rows):
    columns = ("name", "aliases", "kind", "country", "pk")
    return [ActorTraits(name, tuple(aliases), *rest) for name, aliases, *rest in rows.values_list(*columns)]


def _topics(rows):
    """Topics are compared by their names, as institutions are; their kinds are free words and say little."""
    columns = ("name", "aliases", "pk")
    return [ActorTraits(name, tuple(aliases), key=key) for name, aliases, key in rows.values_list(*columns)]


def _sources(rows):
    columns = (
        "title", "publisher", "url", "published_earliest", "published_latest", "language", "pk",
    )  # fmt: skip
    return [SourceTraits(*values) for values in rows.values_list(*columns)]


def _near_event(event):
    """The traits of the events near in date that share most words."""
    rows = Event.objects.filter(debate=event.debate_id).exclude(pk=event.pk)
    if event.earliest or event.latest:
        first, last = event.earliest, event.latest
        rows = rows.overlapping(
            first - timedelta(1) if first and first > date.min else first,
            last + timedelta(1) if last and last < date.max else last,
        )
    words = wording(event.title).stems | wording(event.summary).stems
    if rows[WIDE : WIDE + 1]:
        rows = rows.filter(pk__in=_sharing(rows, event.title))
    titles = rows.order_by("pk").values_list("pk", "title")
    shared = sorted(((len(words & wording(title).stems), -key) for key, title in titles), reverse=True)
    return _events(Event.objects.filter(pk__in=[-key for count, key in shared[:NEAR] if count]))


def _sharing(rows, title):
    """The keys of at most `WIDE` events that share most of a title's telling words, by the search index."""
    shared = Counter()
    for word in fold(title).split()[:WORDS_AT_MOST]:
        if len(word) > 2:
            found = rows.order_by().matching(word).values_list("pk", flat=True)[: TELLING + 1]
            shared.update(found if len(found) <= TELLING else ())
    if not shared:  # of words that every event has, all together
        shared.update(rows.order_by("-pk").matching(title).values_list("pk", flat=True)[:WIDE])
    return [key for key, _ in shared.most_common(WIDE)]


def _near_source(source):
    """The traits of the sources with the same address, publisher or title."""
    alike = Q(publisher=source.publisher) | Q(title__iexact=source.title)
    parts = urlsplit(source.url)
    if parts.path.strip("/"):
        alike |= Q(url__icontains=parts.path.strip("/")[-60:])
    return _sources(Source.objects.filter(alike, debate=source.debate_id).exclude(pk=source.pk))


_TRAITS = {"event": _events, "actor": _actors, "source": _sources, "topic": _topics}
_NEAR = {
    "event": _near_event,
    "source": _near_source,
    "actor": lambda row: _actors(Actor.objects.filter(debate=row.debate_id).exclude(pk=row.pk)),
    "topic": lambda row: _topics(Topic.objects.filter(debate=row.debate_id).exclude(pk=row.pk)),
}


def likely_persons(debate, names):
    """{name: key of the actor that a person of this name likely is}; names like nobody's are left out."""
    known = _actors(Actor.objects.filter(debate=debate)) if names else []
    found = {name: likest(ActorTraits(name, (), Actor.Kind.PERSON), known, at_most=1) for name in names}
    return {name: best[0][1] for name, best in found.items() if best}


def likeness_of(one, other):
    """The `Likeness` of two stored rows of one kind; of questions nothing is known."""
    if one.page not in _TRAITS:
        return UNLIKE
    rows = _TRAITS[one.page](type(one).objects.filter(pk__in=[one.pk, other.pk]))
    return ALIKE[type(rows[0])](*rows) if len(rows) == 2 else UNLIKE
