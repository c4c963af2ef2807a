"""Which sentences tell an event a curator may want, and on what evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from timeline.dates import Mention as DateMention
from timeline.dates.calendar import RANK

from .cues import Cue
from .holders import Position, positions
from .languages import words
from .mentions import Mention
from .sentences import Sentence
from .tokens import tokens

# Where and when an article was written: "KYIV, 22 November -", "BRUSSELS (20 June 2024) -", "3 May 2024 -".
_BEFORE_DATELINE = re.compile(r"(?:[^\W\d_][\w.’' -]{0,40}[,(/] ?|\()?\Z")
_AFTER_DATELINE = re.compile(r"[.,]?\)? ?(?:\([^()]{1,40}\) ?)?(?:[-–—:|]|\Z)")
_BYLINE = 4  # a line of at most so many other words, without a full stop, only says when it was published
_BYLINE_REACH = 120  # characters that they may have together
_STOPS = ".!?…"
_JOINS = frozenset("-‐‑–—")
# What was denied, asked of somebody or given up is an event, a question none.
_TELLING = frozenset({"denied", "urged", "changed"})
_BESIDE = " \u00a0\u202f\n,(–—-"  # what may stand between two ways to say one date
_REACH = 40  # characters in which a preposition before a name stands


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may tell an event, `text[start:end]`, with every piece of evidence in it.

    `date` is the mention that dates the event, None where the sentence has none: the curator then dates it,
    nothing is invented. `questions` are slugs; `stance` is what all cues agree on, or "", and `positions`
    tell whose it is, where the sentence says so. Cues that are withheld (denied, asked, urged, supposed) are
    shown and decide nothing. `because` says why it is proposed.
    """

    start: int
    end: int
    text: str
    date: DateMention | None
    dates: tuple[DateMention, ...]
    actors: tuple[Mention, ...]
    topics: tuple[Mention, ...]
    questions: tuple[str, ...]
    cues: tuple[Cue, ...]
    stance: str
    positions: tuple[Position, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in one sentence."""

    sentence: Sentence
    dates: tuple[DateMention, ...]
    actors: tuple[Mention, ...]
    topics: tuple[Mention, ...]
    questions: tuple[str, ...]
    cues: tuple[Cue, ...]


def candidate(text: str, found: Evidence, published: date, language: str) -> Candidate | None:
    """The sentence as a candidate event, or None where it is none.

    It is one where a date tells when something happened, or a stance cue and someone who can hold it stand
    together. No events: where and when an article was written; a stretch longer than a month, or a time to
    come, without anyone or anything of the debate; words of stance without a holder.
    """
    dates = tuple(mention for mention in found.dates if not _only_dates_article(text, found, mention))
    day = _event_date(text, dates, published)
    able = [actor for actor in found.actors if _can_act(text, actor, language)]
    because = _because(found, bool(able), day, published)
    if not because:
        return None
    stances = {cue.stance for cue in found.cues if cue.stance}
    return Candidate(
        found.sentence.start,
        found.sentence.end,
        found.sentence.text,
        day,
        dates,
        found.actors,
        found.topics,
        found.questions,
        found.cues,
        stances.pop() if len(stances) == 1 else "",
        positions(text, found.cues, able, language),
        because,
    )


def _because(found: Evidence, someone: bool, day: DateMention | None, published: date) -> str:
    telling = any(not cue.withheld or cue.withheld.why in _TELLING for cue in found.cues)
    if telling and someone:
        return "a date, an actor and words of stance" if day else "an actor and words of stance"
    if not day:
        return ""
    if found.actors or found.topics or found.questions:
        return "a date and a name of the debate"
    if telling:
        return "a date and words of stance"
    vague = RANK[day.span.precision] > RANK["month"]
    return "" if vague or _to_come(day, published) else "a date"


def _event_date(text: str, dates: Sequence[DateMention], published: date) -> DateMention | None:
    """The first date of what has happened, else the first of what is to come; in the words that say it best.

    Those are the most precise of the dates that stand beside it ("two days later, on 2 March") or lie within
    it ("in March ... on 2 March"), of equals the one written out.
    """
    happened = [mention for mention in dates if not _to_come(mention, published)] or [*dates]
    best = happened[0] if happened else None
    for left, mention in pairwise(happened):
        beside = left is best and not text[left.end : mention.start].strip(_BESIDE)
        if _says_better(mention, best, beside):
            best = mention
    return best


def _says_better(mention: DateMention, than: DateMention, beside: bool) -> bool:
    """Whether a date says when another one was, and says it better."""
    narrower = _days(mention) < _days(than)
    if not beside:
        return narrower and _lies_within(mention, than)
    explicit = _is_explicit(mention) and not _is_explicit(than)
    return narrower or (explicit and _days(mention) == _days(than))


def _is_explicit(mention: DateMention) -> bool:
    return not mention.decided and any(map(str.isdigit, mention.text))


def _days(mention: DateMention) -> int:
    """How many days a date may mean; more than any other where it is open."""
    earliest, latest = mention.span.earliest, mention.span.latest
    return (latest - earliest).days if earliest and latest else date.max.toordinal()


def _lies_within(mention: DateMention, outer: DateMention) -> bool:
    inner, span = mention.span, outer.span
    if not (inner.earliest and inner.latest and span.earliest and span.latest):
        return False
    return span.earliest <= inner.earliest and inner.latest <= span.latest


def _to_come(mention: DateMention, published: date) -> bool:
    """Whether a date lies after publication, or is only a term until then ("before 20 January")."""
    earliest, latest = mention.span.earliest, mention.span.latest
    if earliest is None or latest is None:
        return (earliest or latest) > published
    return latest > published <= earliest


def _only_dates_article(text: str, found: Evidence, mention: DateMention) -> bool:
    """Whether a date is that of the article: in a dateline, or in a line that says little else."""
    start, end = found.sentence.start, found.sentence.end
    if _BEFORE_DATELINE.match(text, start, mention.start) and _AFTER_DATELINE.match(text, mention.end, end):
        return True
    if found.actors or found.topics or found.cues or found.sentence.text[-1] in _STOPS:
        return False
    if end - start - len(mention.text) > _BYLINE_REACH:
        return False
    others = len(tokens(text, start, mention.start)) + len(tokens(text, mention.end, end))
    return others <= _BYLINE


def _can_act(text: str, actor: Mention, language: str) -> bool:
    """Whether an actor may hold a stance here.

    "inside Russia", "for Ukraine" and "Russia-backed" tell where, for whom and of what kind; a person may
    hold one behind any preposition ("a spokesman for Olaf Scholz").
    """
    if text[actor.start - 1 : actor.start] in _JOINS or text[actor.end : actor.end + 1] in _JOINS:
        return False
    if actor.sort == "person":
        return True
    before = tokens(text, max(0, actor.start - _REACH), actor.start)
    placed = before and before[-1].lower in words(language, "PLACING") and actor.start - before[-1].end == 1
    return not placed
