"""Ours, dateparser.parse and search_dates side by side: how right, and how fast on texts not seen before.

    python -m tests.benchmarks.dates tests/data/dates_dev.jsonl [TEXT ...]

Every phrase is read once after a warm-up on others, so that no cache helps. `ours` is also the adapter for
any scorer that wants start, end, precision and approx.
"""

import json
import random
import statistics
import sys
import time
import warnings
from datetime import date, datetime
from pathlib import Path

from tests.test_dates_properties import concoction
from timeline.dates import NotADate, find, read
from timeline.dates.languages import TABLES

ANCHOR = date(2024, 11, 26)
WARM_UP = ("12 June 2019", "in April", "mid-2010", "the day after tomorrow", "since 1999", "H2 2018")
HOSTILE = [
    "1/" * 100,
    "early " * 33,
    "May and " * 25,
    "before he " * 20,
    "(" * 200,
    "1." * 100,
    "до кінця " * 22,
    "x" * 200,
]


def ours(text: str, anchor: date, language: str | None) -> dict | None:
    """The reading as the scorers of dates expect it; None where it is refused."""
    try:
        span = read(text, anchor, language)
    except NotADate:
        return None
    known = {"start": span.earliest, "end": span.latest, "precision": span.precision}
    return known | {"approx": span.approximate, "edtf": span.edtf}


def reading(text: str, anchor: date, language: str) -> dict | None:
    """`read` alone: the days, not their EDTF, which is written when it is asked for."""
    try:
        span = read(text, anchor, language)
    except NotADate:
        return None
    return {"start": span.earliest, "end": span.latest}


def peer(text: str, anchor: date, language: str) -> dict | None:
    """dateparser.parse with the language and the anchor given: the day it answers, as a span of one day."""
    import dateparser

    base = datetime(anchor.year, anchor.month, anchor.day)
    found = dateparser.parse(
        text, languages=[language], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    )
    return found and {"start": found.date(), "end": found.date()}


def timed(function, *arguments) -> tuple[float, object]:
    begun = time.perf_counter()
    answer = function(*arguments)
    return (time.perf_counter() - begun) * 1e6, answer


def score(name: str, function, cases: list[dict]) -> float:
    """Print how many are exact and how long one takes; the median in microseconds."""
    for case in cases:
        for text in WARM_UP:
            function(text, ANCHOR, case["lang"])
    times, right = [], 0
    for case in cases:
        spent, answer = timed(function, case["text"], date.fromisoformat(case["ref"]), case["lang"])
        times.append(spent)
        got = [answer and answer[end] and answer[end].isoformat() for end in ("start", "end")]
        right += got == [case["start"], case["end"]]
    print(
        f"{name:18} exact {right}/{len(cases)}   median {statistics.median(times):8.1f} us   "
        f"95th percentile {sorted(times)[int(0.95 * len(times))]:8.1f} us"
    )
    return statistics.median(times)


def search(texts: list[str]) -> None:
    """Running text: mentions and time per 1,000 words, ours against search_dates."""
    from dateparser.search import search_dates

    base = {"RELATIVE_BASE": datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day)}
    finders = {
        "find": lambda text: find(text, ANCHOR, "en"),
        "search_dates": lambda text: search_dates(text, languages=["en"], settings=base) or [],
    }
    words = sum(len(text.split()) for text in texts)
    spent = {}
    for name, finder in finders.items():
        finder("On 5 May 2024 and in March.")
        # Neither remembers a text. The median of five, because a few milliseconds are soon lost to others.
        rounds = [[timed(finder, text) for text in texts] for _ in range(5)]
        spent[name] = statistics.median(sum(time for time, _ in answers) for answers in rounds)
        hits = sum(len(found) for _, found in rounds[0])
        print(f"{name:18} {hits} hits in {words} words   {spent[name] / words:8.2f} ms per 1,000 words")
    print(f"find is {spent['search_dates'] / spent['find']:.1f} times as fast as search_dates")


def main(arguments: list[str]) -> None:
    if not arguments:
        sys.exit(__doc__)
    warnings.simplefilter("ignore")
    cases = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    ours_median = score("read", reading, cases)
    score("read, with EDTF", ours, cases)
    peers_median = score("dateparser.parse", peer, cases)
    print(f"read is {peers_median / ours_median:.1f} times as fast as dateparser.parse, by their medians")
    chance = random.Random(2024)
    hostile = HOSTILE + [concoction(chance) for _ in range(10_000)]
    slowest = max((timed(ours, text, ANCHOR, chance.choice(TABLES))[0], text[:12]) for text in hostile)
    print(f"slowest of {len(hostile)} hostile phrases {slowest[0] / 1000:.2f} ms (begins {slowest[1]!r})")
    texts = [Path(path).read_text(encoding="utf-8") for path in arguments[1:]]
    search(texts or [" ".join(case["text"] + "." for case in cases if case["lang"] == "en")])


if __name__ == "__main__":
    main(sys.argv[1:])
