"""Prints how the annotated articles are read, and how fast: python -m tests.benchmarks.articles [FOLDER]."""

import sys
from collections import Counter
from cProfile import Profile
from datetime import date
from pathlib import Path
from pstats import Stats
from time import process_time

from tests.articles_scoring import ARTICLES, annotated, score, summary, vocabulary
from timeline.dates import find
from timeline.tagging import tag

ROUNDS = 20


def main(folder: Path = ARTICLES) -> None:
    """Scores with every disagreement, then processor time and calls per 1,000 words.

    Time is the best of some rounds; calls are the same however loaded a machine is.
    """
    words, total = vocabulary(), Counter()
    articles = annotated(folder)
    for name, text, gold in articles:
        counts, said = score(words, text, gold)
        total += counts
        print(name, *(f"  {each}" for each in said), sep="\n")
    print()
    for name, share in summary(total).items():
        print(f"{name:32}{share:8.1%}")
    print(f"{'proposals':32}{total['proposal']:8} for {total['statement']} statements")
    thousands = sum(len(text.split()) for _, text, _ in articles) / 1000
    for name, read in (("dates", find), ("all", lambda text, day, code: tag(text, day, words, code))):
        print(f"{f'ms per 1,000 words, {name}':32}{_milliseconds(articles, read) / thousands:8.1f}")
        print(f"{f'calls per 1,000 words, {name}':32}{_calls(articles, read) / thousands:8,.0f}")


def _milliseconds(articles, read) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        _read(articles, read)
        times.append(process_time() - start)
    return min(times) * 1000


def _calls(articles, read) -> int:
    profile = Profile()
    profile.runcall(_read, articles, read)
    return Stats(profile).total_calls


def _read(articles, read) -> None:
    for _, text, gold in articles:
        read(text, date.fromisoformat(gold["published"]), gold["language"])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
