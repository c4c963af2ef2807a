"""How alike two events are: what is told of them, and the circumstances, must both agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import sqrt

from rapidfuzz import fuzz

from timeline.models.search import fold

from .value import UNLIKE, Likeness, percent, weighed
from .wording import contained, shared_of, stem, wording

DAYS_APART = 1  # reports of one event from two time zones differ by a day
FOR, AGAINST = {"supports", "leans-support"}, {"leans-oppose", "opposes"}
# What speaks against a pair multiplies its likeness.
OTHER_FIGURES = ONE_DENIES = OTHER_SIDE = 0.6  # each alone keeps a pair below LIKELY
UNKNOWN = 0.5  # what one of them does not say speaks neither for nor against
TOLD_FROM = 50  # per cent: below, nobody asks for reasons, and most pairs are
SUMMARY = 0.9  # words that only the summary shares weigh a little less than a title's own


@dataclass(frozen=True)
class EventTraits:
    """What events are compared by. `actors`, `topics`, `questions` and `sources` are {slug: name}."""

    title: str
    summary: str = ""
    kind: str = ""
    earliest: date | None = None
    latest: date | None = None
    actors: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)  # {slug: publisher}
    stances: Mapping[tuple[str, str], str] = field(default_factory=dict)  # {(actor, question): stance}
    key: int | None = None

    @classmethod
    def of(cls, event):
        """The traits of a stored event; reads its rows, so let them be prefetched."""
        positions = event.positions.all()
        return cls(
            title=event.title,
            summary=event.summary,
            kind=event.kind,
            earliest=event.earliest,
            latest=event.latest,
            actors={actor.slug: actor.name for actor in event.actors.all()},
            topics={link.topic.slug: link.topic.name for link in event.event_topics.all()},
            questions={question.slug: question.title for question in event.questions.all()},
            sources={cited.source.slug: cited.source.publisher for cited in event.citations.all()},
            stances={(row.actor.slug, row.question.slug): row.stance for row in positions},
            key=event.pk,
        )

    @property
    def is_dated(self):
        """Whether anything is known of its date."""
        return self.earliest is not None or self.latest is not None

    @cached_property
    def words(self):
        """What the title says."""
        return wording(self.title)

    @cached_property
    def told(self):
        """The stems of title and summary together."""
        return self.words.stems | wording(self.summary).stems

    @cached_property
    def about(self):
        """The slugs of its topics and questions."""
        return self.topics.keys() | self.questions.keys()

    @cached_property
    def named(self):
        """The stems of the names of its actors."""
        return frozenset(stem(word) for name in self.actors.values() for word in fold(name).split())


def events_alike(one, other):
    """How alike two `EventTraits` are; events whose dates cannot be the same are not alike at all."""
    when, dated = _dates(one, other)
    if when == 0:
        return UNLIKE
    said = _words(one, other)
    parts = [
        (4, when),
        (3, _overlap(one.actors.keys(), other.actors.keys())),
        (2, _overlap(one.about, other.about)),
        (1, float(one.kind == other.kind) if one.kind and other.kind else UNKNOWN),
    ]
    # The geometric mean: neither words nor circumstances alone make two events one.
    found = percent(sqrt(said * weighed(parts)) * _against(one, other))
    return Likeness(found, tuple(_reasons(one, other, said, dated)) if found >= TOLD_FROM else ())


def _dates(one, other):
    """(score, reason)."""
    if not one.is_dated or not other.is_dated:
        return UNKNOWN, ""
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return 1.0, "same day" if one.earliest == one.latest else "same date"
    apart = days_apart(one, other)
    if apart == 0:
        return 0.8, "dates overlap"
    return (0.5, "a day apart") if apart <= DAYS_APART else (0.0, "")


def days_apart(one, other):
    """The days between two spans; 0 where they overlap. An open end overlaps whatever lies that way."""
    first, second = sorted((one, other), key=lambda traits: traits.earliest or date.min)
    return max(0, ((second.earliest or date.min) - (first.latest or date.max)).days)


def _words(one, other):
    """How alike the titles are without the names of shared actors, or each title to the other's text.

    That the same person acts is a circumstance, and no sign that the same was said.
    """
    first, second = one.words, other.words
    both = one.named & other.named
    mine, theirs = first.stems - both, second.stems - both
    if not one.title or not other.title:
        return 0.0
    if not mine or not theirs:
        return fuzz.ratio(fold(one.title), fold(other.title)) / 100
    told = (contained(mine, other.told) + contained(theirs, one.told)) / 2
    # Spelling and word order: for titles that differ by a letter or two.
    spelt = fuzz.ratio(" ".join(sorted(mine)), " ".join(sorted(theirs)), score_cutoff=90) / 100
    return max(shared_of(mine, theirs), SUMMARY * told, spelt)


def _overlap(one, other):
    """How much of the smaller set the larger holds: a draft may name fewer."""
    return len(one & other) / min(len(one), len(other)) if one and other else UNKNOWN


def _against(one, other):
    """The product of what speaks against two events being one."""
    first, second = one.words, other.words
    product = 1.0
    if first.figures and second.figures and not first.figures & second.figures:
        product *= OTHER_FIGURES
    if first.denies != second.denies:
        product *= ONE_DENIES
    if any(_sides_differ(stance, other.stances.get(who)) for who, stance in one.stances.items()):
        product *= OTHER_SIDE
    return product


def _sides_differ(one, other):
    return (one in FOR and other in AGAINST) or (one in AGAINST and other in FOR)


def _reasons(one, other, said, dated):
    if dated:
        yield dated
    if said > 0.9:
        yield "the same words"
    elif said > 0.5:
        yield "similar words"
    for verb, mine, theirs in (
        ("name", one.actors, other.actors),
        ("are about", one.topics, other.topics),
        ("cite", one.sources, other.sources),
    ):
        common = [mine[slug] for slug in sorted(mine.keys() & theirs.keys())]
        if common:
            yield f"both {verb} {_listed(dict.fromkeys(common))}"


def _listed(names):
    names = list(names)
    shown = names[:3] if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
