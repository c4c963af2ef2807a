"""An article read for a curator: the events that it may tell, each as a draft ready to be accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from timeline.dates import Mention as DateMention
from timeline.models.search import fold
from timeline.models.sources import QUOTE_WORDS
from timeline.tagging import Candidate, Cue, Mention, Sentence, newcomers, tag
from timeline.tagging.kinds import kind_of
from timeline.tagging.quoting import quote_of
from timeline.tagging.titles import title_of

from .article_source import anchor_of
from .vocabulary import vocabulary_of

SELECTED = "your selection"


@dataclass(frozen=True)
class Proposal:
    """A draft of the event that `text[start:end]` may tell, and the evidence it is drawn from.

    `date` is the mention that dates it. `date_override` is an EDTF string where the article's words mean that
    day only in their context, which `date_basis` then tells. `positions` are (actor, question or "", stance)
    in slugs: a question is only given where it is the only one in question.
    """

    start: int
    end: int
    text: str
    title: str
    kind: str
    date: DateMention | None
    date_override: str
    date_basis: str
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    questions: tuple[str, ...]
    positions: tuple[tuple[str, str, str], ...]
    quote: str
    cues: tuple[Cue, ...]
    because: str

    @property
    def date_text(self):
        """The words of its date, empty where the text has none."""
        return self.date.text if self.date else ""

    @property
    def span(self):
        """The days that it may have happened on, or None."""
        return self.date.span if self.date else None


# A curator comes back to one article with every decision, and neither its text nor the names have changed.
_tagged = lru_cache(maxsize=8)(tag)


class ArticleReading:
    """What one article names and may tell. Read once, by the vocabulary of its debate as it is now."""

    def __init__(self, article):
        self.article, self.text = article, article.text
        self.anchor = anchor_of(article)
        self.language = (article.source.language if article.source else "") or article.language
        self.vocabulary = vocabulary_of(article.debate)
        self.found = _tagged(self.text, self.anchor, self.vocabulary, self.language or None)

    @cached_property
    def candidates(self):
        """{place: candidate} in the order of the text."""
        return {(each.start, each.end): each for each in self.found.candidates}

    @cached_property
    def proposals(self):
        """{place: proposal} of all candidates, in the order of the text."""
        return {place: self._proposal(each, place, each.because) for place, each in self.candidates.items()}

    @cached_property
    def newcomers(self):
        """The people whom the article introduces and the debate does not know."""
        named = {fold(name) for term in self.vocabulary.actors for name in (term.name, *term.aliases)}
        found = newcomers(self.text, self.found)
        return [newcomer for newcomer in found if fold(newcomer.text) not in named]

    def at(self, start, end):
        """The proposal for any place of the text: a candidate's own, or what can be said of these words."""
        known = self.proposals.get((start, end))
        return known or self._proposal(self._selected(start, end), (start, end), SELECTED)

    def _selected(self, start, end):
        """Words as a candidate: what they hold, and of their sentence what they leave open."""
        around = _covering(self.found.sentences, start, end)
        told = [each for each in self.found.candidates if each.start < end and start < each.end]
        within = {
            name: _within(getattr(self.found, name), start, end) for name in ("dates", "actors", "topics")
        }
        # A date that only says when the article was written is no candidate's, and so not of this either.
        dates = within["dates"] or tuple(date for each in told for date in each.dates)
        dating = next((each.date for each in told if each.date in dates), dates[0] if dates else None)
        asked = [self.vocabulary.asked.get(topic.slug) for topic in within["topics"]]
        return Candidate(
            start,
            end,
            self.text[start:end],
            dating,
            dates,
            within["actors"] or _within(self.found.actors, *around),
            within["topics"],
            tuple(dict.fromkeys(filter(None, asked))),
            _within(self.found.cues, start, end),
            "",
            tuple(p for each in told for p in each.positions if start <= p.cues[0].start < end),
            SELECTED,
        )

    def _proposal(self, found, place, because):
        start, end = place
        override, basis = in_context(found.date)
        dating = [found.date] if found.date and start <= found.date.start and found.date.end <= end else []
        evidence = [(each.start, each.end) for each in (*dating, *found.cues, *found.actors, *found.topics)]
        question = found.questions[0] if len(found.questions) == 1 else ""
        return Proposal(
            start=start,
            end=end,
            text=self.text[start:end],
            title=title_of(found.text, *[(each.start - start, each.end - start) for each in dating]),
            kind=kind_of(found.text, self.found.language),
            date=found.date,
            date_override=override,
            date_basis=basis,
            actors=_slugs(found.actors),
            topics=_slugs(found.topics),
            questions=found.questions,
            positions=tuple((held.actor.slug, question, held.stance) for held in found.positions),
            quote=quote_of(self.text, start, end, evidence, QUOTE_WORDS),
            cues=found.cues,
            because=because,
        )


def in_context(mention: DateMention | None):
    """(EDTF, reason) of a date that its words mean only in their text; ("", "") where they say it alone."""
    if mention is None or not mention.decided:
        return "", ""
    if mention.decided == "earlier date":
        return mention.span.edtf, f"In the article “{mention.text}” follows “{mention.decided_by}”."
    return mention.span.edtf, f"In the article “{mention.decided_by}” says which “{mention.text}” is meant."


def _slugs(mentions: Sequence[Mention]):
    return tuple(dict.fromkeys(mention.slug for mention in mentions))


def _within(found: Sequence, start, end):
    return tuple(each for each in found if start <= each.start and each.end <= end)


def _covering(sentences: Sequence[Sentence], start, end):
    """The first and the last character of the sentences that a place touches."""
    touched = [each for each in sentences if each.start < end and start < each.end]
    return (min(start, touched[0].start), max(end, touched[-1].end)) if touched else (start, end)
