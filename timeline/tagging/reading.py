"""The reading of one article, from its text to candidate events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.dates import Mention as DateMention
from timeline.dates import find

from .candidates import Candidate, Evidence, candidate
from .cues import Cue, cues
from .languages import code_of, guess
from .mentions import Mention, lines, mentions
from .sentences import Sentence, sentences
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Tagged:
    """What was found in an article: every part in the order of the text, with offsets into it.

    `language` is the code the text was read in, given or recognised, or "" when neither.
    """

    language: str
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    actors: tuple[Mention, ...]
    topics: tuple[Mention, ...]
    questions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    candidates: tuple[Candidate, ...]


def tag(text: str, published: date, vocabulary: Vocabulary, language: str | None = None) -> Tagged:
    """Read an article published on a day: its sentences, dates, actors, topics, stance cues and candidate
    events.

    `language` is a BCP 47 code; None recognises one of those with a table. Dates are read against
    `published`. The time taken grows with the text's length and no faster.
    """
    code = code_of(language or guess(text))
    dates = tuple(find(text, published, code)) if code else ()
    found = sentences(text, code, dates)
    said = lines(text, found)
    actors = mentions(text, said, "actor", vocabulary, code, dates)
    topics = mentions(text, said, "topic", vocabulary, code, dates)
    questions = mentions(text, said, "question", vocabulary, code, dates)
    objects = frozenset(actor.end for actor in actors if actor.bent)
    cued = tuple(cue for line in said for cue in cues(text, line.tokens, code, objects))
    evidence = _by_sentence(found, dates, actors, topics, questions, cued)
    events = (
        candidate(
            text, Evidence(sentence, *seen[:3], _suggested(vocabulary, *seen[2:4]), seen[4]), published, code
        )
        for sentence, seen in zip(found, evidence, strict=True)
    )
    return Tagged(
        code, found, dates, actors, topics, questions, cued, tuple(event for event in events if event)
    )


def _suggested(
    vocabulary: Vocabulary, topics: Iterable[Mention], named: Iterable[Mention]
) -> tuple[str, ...]:
    """Questions named by an alias, and those that alone ask about a topic that is named."""
    asked = [mention.slug for mention in named]
    asked += [vocabulary.asked[mention.slug] for mention in topics if mention.slug in vocabulary.asked]
    return tuple(dict.fromkeys(asked))


def _by_sentence(found: Sequence[Sentence], *streams: Sequence) -> Iterable[tuple[tuple, ...]]:
    """What begins in each sentence, stream by stream; every stream is in the order of the text."""
    places = [0] * len(streams)
    for sentence in found:
        row = []
        for number, stream in enumerate(streams):
            first = last = places[number]
            while last < len(stream) and stream[last].start < sentence.end:
                last += 1
            places[number] = last
            row.append(tuple(stream[first:last]))
        yield tuple(row)
