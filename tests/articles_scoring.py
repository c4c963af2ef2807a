"""How well annotated articles are read: dates, statements proposed, actors named, by one set of rules.

A date counts when it overlaps the annotated words, ends within one character of them, and has both days
right; one that overlaps no annotated words is invented. An annotated statement is proposed when a candidate
overlaps its sentence; a candidate that overlaps none is useless. Of the annotated actors those count whose
name, alias or last name stands in the article, and they are found when an actor mention of the article
names them.
"""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

from tests.debate_files import FIXTURE
from timeline.tagging import Tagged, Vocabulary, tag

ARTICLES = Path(__file__).parent / "data" / "articles"


def vocabulary(path: Path = FIXTURE) -> Vocabulary:
    """The vocabulary of a debate file."""
    debate = json.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(
        actors=[(row["slug"], row["name"], row.get("aliases"), row["kind"]) for row in debate["actors"]],
        topics=[(row["slug"], row["name"], row.get("aliases"), row["kind"]) for row in debate["topics"]],
        questions=[(row["slug"], row["title"], row.get("aliases")) for row in debate["questions"]],
    )


def annotated(folder: Path = ARTICLES) -> list[tuple[str, str, dict]]:
    """(name, text, annotation) of every article of a folder, in the order of their names."""
    return [
        (path.name, path.with_name(gold["article"]).read_text(encoding="utf-8"), gold)
        for path in sorted(folder.glob("*.gold.json"))
        for gold in [json.loads(path.read_text(encoding="utf-8"))]
    ]


def score(words: Vocabulary, text: str, gold: dict) -> tuple[Counter, list[str]]:
    """Counts under the names that `summary` reads, and every disagreement in words."""
    found = tag(text, date.fromisoformat(gold["published"]), words, gold["language"])
    counts, said = Counter(), []
    for judge in (_dates, _statements, _actors):
        part, disagreements = judge(words, text, gold, found)
        counts += part
        said += disagreements
    return counts, said


def summary(counts: Counter) -> dict[str, float]:
    """Shares from 0 to 1: F1 of dates, statements proposed, proposals of use, actors found in the article."""
    return {
        "dates F1": 2 * counts["date"]
        / (2 * counts["date"] + counts["date missed"] + counts["date invented"]),
        "statements proposed": counts["proposed"] / counts["statement"],
        "proposals of use": counts["useful"] / counts["proposal"],
        "actors found": counts["actor found"] / counts["actor"],
        "actors found in their sentence": counts["actor found there"] / counts["actor there"],
    }  # fmt: skip


def _dates(words: Vocabulary, text: str, gold: dict, found: Tagged) -> tuple[Counter, list[str]]:
    counts, said = Counter(), []
    for each in gold["date_expressions"]:
        start, end = each["char_start"], each["char_end"]
        over = [mention for mention in found.dates if mention.start < end and mention.end > start]
        hit = any(
            abs(mention.end - end) <= 1 and _days(mention) == (each["start"], each["end"]) for mention in over
        )
        counts["date" if hit else "date missed"] += 1
        if not hit:
            said.append(f"date {text[start:end]!r} {each['start']}: {[(m.text, *_days(m)) for m in over]}")
    for mention in found.dates:
        if not any(
            mention.start < each["char_end"] and mention.end > each["char_start"]
            for each in gold["date_expressions"]
        ):
            counts["date invented"] += 1
            said.append(f"date invented: {mention.text!r}")
    return counts, said


def _days(mention) -> tuple[str | None, str | None]:
    return tuple(day and day.isoformat() for day in (mention.span.earliest, mention.span.latest))


def _statements(words: Vocabulary, text: str, gold: dict, found: Tagged) -> tuple[Counter, list[str]]:
    counts, said = Counter(), []
    spans = [(each["sentence_char_start"], each["sentence_char_end"]) for each in gold["statements"]]
    for start, end in spans:
        hit = any(each.start < end and each.end > start for each in found.candidates)
        counts.update({"statement": 1, "proposed": int(hit)})
        if not hit:
            said.append(f"statement not proposed: {text[start:end]!r}")
    for each in found.candidates:
        useful = any(each.start < end and each.end > start for start, end in spans)
        counts.update({"proposal": 1, "useful": int(useful)})
        if not useful:
            said.append(f"useless proposal ({each.because}): {each.text!r}")
    return counts, said


def _actors(words: Vocabulary, text: str, gold: dict, found: Tagged) -> tuple[Counter, list[str]]:
    counts, said = Counter(), []
    rows = {row.slug: row for row in words.actors}
    named = {mention.slug for mention in found.actors}
    for slug in sorted({slug for each in gold["statements"] for slug in each["actors"]}):
        if _named(rows[slug], text):
            counts.update({"actor": 1, "actor found": int(slug in named)})
            if slug not in named:
                said.append(f"actor not found: {slug}")
    for each in gold["statements"]:
        start, end = each["sentence_char_start"], each["sentence_char_end"]
        there = {mention.slug for mention in found.actors if start <= mention.start < end}
        for slug in each["actors"]:
            if _named(rows[slug], text[start:end]):
                counts.update({"actor there": 1, "actor found there": int(slug in there)})
                if slug not in there:
                    said.append(f"actor not found in its sentence: {slug}: {text[start:end]!r}")
    return counts, said


def _named(row, text: str) -> bool:
    names = {row.name, *row.aliases}
    if row.kind == "person":
        names |= {name.split()[-1] for name in names}
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)
