"""What publishing or withdrawing events changes for the public: said before it is done."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from timeline.exports import standing_words
from timeline.exports.standing import DATES
from timeline.ledger import Evidence, Ledger
from timeline.models import Actor, Event, Position, Question, Source
from timeline.models.statuses import PUBLISHED

from .findings import findings_of, with_evidence

LOOKED = 500  # events whose evidence is looked at: for more, only numbers are given
NAMED = 50  # events named
WANTING = {  # the findings that are worth a line here, by their keys
    "no-citation": ("has no citation", "have no citation"),
    "no-date": ("has no date", "have no date"),
    "one-source": ("rests on one publisher alone", "rest on one publisher alone"),
    "contradicted": ("is contradicted by a source", "are contradicted by a source"),
    "no-quote": ("shows a stance without a quote", "show a stance without a quote"),
    "loaded-word": ("has a loaded word", "have a loaded word"),
    "override-without-reason": ("has a date set without a reason", "have a date set without a reason"),
}


@dataclass(frozen=True)
class Turn:
    """A turn in words: of whom, on what, from which stance to which, within which days."""

    actor: str
    question: str
    stances: str
    window: str

    @property
    def named(self):
        """What it is, whenever it was."""
        return self.actor, self.question, self.stances


@dataclass(frozen=True)
class Consequences:
    """Sentences for the page that asks: what appears or disappears, and what the events are wanting.

    `turns` appear, `gone` are claimed no longer, `moved` are claimed of another time than before.
    """

    count: int
    named: list
    questions: int
    positions: int
    holders: int
    pages: list
    turns: list
    gone: list
    moved: list
    wanting: list
    looked: bool


def consequences(events, publishing):
    """What it means for the public if these events, a queryset, are all published or all withdrawn."""
    keys = list(events.order_by().values_list("pk", flat=True))
    looked = len(keys) <= LOOKED
    taken = Position.objects.filter(event__in=keys) if looked else Position.objects.none()
    appear, gone, moved = compared(*turns_around(keys, publishing)) if looked else ([], [], [])
    return Consequences(
        count=len(keys),
        named=list(events.order_by("sort_date", "pk").select_related("debate")[:NAMED]),
        questions=Question.objects.filter(events__in=keys).distinct().count() if looked else 0,
        positions=taken.count(),
        holders=taken.order_by().values("actor").distinct().count(),
        pages=pages(keys, publishing) if looked else [],
        turns=appear,
        gone=gone,
        moved=moved,
        wanting=wanting(keys) if looked and publishing else [],
        looked=looked,
    )


def turns_around(keys, publishing):
    """The turns that the public sees before and after: {what identifies a turn: `Turn`}."""
    chosen = Position.objects.filter(event__in=keys)
    pairs = set(chosen.values_list("actor", "question"))
    concerned = Position.objects.filter(
        actor__in={actor for actor, _ in pairs}, question__in={question for _, question in pairs}
    ).filter(event__in=Event.objects.filter(status=PUBLISHED).order_by().values("pk"))
    stored, moving = _by_pair(concerned, pairs), _by_pair(chosen, pairs)
    names = _names(pairs)
    before, after = {}, {}
    for pair in pairs:
        public = {piece.key: piece for piece in stored[pair]}
        own = {piece.key: piece for piece in moving[pair]}
        then = public | own if publishing else {key: public[key] for key in public.keys() - own.keys()}
        before |= _turns(pair, public, names)
        after |= _turns(pair, then, names)
    return before, after


def _by_pair(positions, pairs):
    rows = defaultdict(list)
    for actor, question, slug, stance, *span in positions.values_list(
        "actor", "question", "event__slug", "stance", *DATES
    ).order_by():
        if (actor, question) in pairs:
            rows[actor, question].append(Evidence(slug, stance, *span))
    return rows


def _turns(pair, evidence, names):
    turns = Ledger.of(evidence.values()).turns
    return {(pair, turn.before.key, turn.after.key): _told(turn, *names[pair]) for turn in turns}


def _told(turn, actor, question):
    stances = (standing_words.stance(one.stance) for one in (turn.before, turn.after))
    return Turn(actor, question, " → ".join(stances), standing_words.window(turn))


def _names(pairs):
    actors = Actor.objects.in_bulk({actor for actor, _ in pairs})
    questions = Question.objects.in_bulk({question for _, question in pairs})
    return {(actor, question): (str(actors[actor]), str(questions[question])) for actor, question in pairs}


def compared(before, after):
    """The turns that appear, are gone, and moved between two states; what moved is in no other list."""
    appear = [turn for key, turn in after.items() if key not in before]
    gone, moved = [], []
    for turn in (turn for key, turn in before.items() if key not in after):
        same = next((one for one in appear if one.named == turn.named), None)
        if same is None:
            gone.append(turn)
            continue
        appear.remove(same)
        if same.window != turn.window:
            moved.append((turn, same.window))
    return appear, gone, moved


def pages(keys, publishing):
    """How many actors and sources get a page by this, or lose theirs."""
    others = Event.objects.filter(status=PUBLISHED).exclude(pk__in=keys).order_by().values("pk")
    verb = "gets a page", "get a page"
    if not publishing:
        verb = "loses its page", "lose their pages"
    found = []
    for model, link, one, many in (
        (Actor, "events", "actor", "actors"),
        (Source, "citations__event", "source", "sources"),
    ):
        kept = model.objects.filter(**{f"{link}__in": others}).values("pk")
        number = model.objects.filter(**{f"{link}__in": keys}).exclude(pk__in=kept).distinct().count()
        if number:
            found.append(f"{number} {one if number == 1 else many} {verb[number != 1]}")
    return found


def wanting(keys):
    """[(how many, what they are wanting)], each event counted once for each kind of finding."""
    counts = Counter()
    for event in with_evidence(Event.objects.filter(pk__in=keys)):
        counts.update({finding.key for finding in findings_of(event)})
    return [
        (counts[key], singular if counts[key] == 1 else plural)
        for key, (singular, plural) in WANTING.items()
        if counts[key]
    ]
