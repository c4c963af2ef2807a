"""A second evaluator's phrases, their gold written from the conventions and never from the engine's answers.

The first third was written before the engine was looked at; the rest probes what the first showed. The days
were worked out by hand and by plain calendar arithmetic; phrases on which the conventions are silent are left
out. Each line holds a phrase, the day it is read against, its language and what it means.
"""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from timeline.dates import NotADate, read

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "dates_independent.jsonl").read_text("utf-8").splitlines()
]
# Of each group and language, as the goal for phrases not seen before says.
EXACT = 0.95


def reading(row):
    """Start, end, precision and approximate, as the gold writes them; a refusal is the precision none."""
    try:
        span = read(row["text"], date.fromisoformat(row["ref"]), row["lang"])
    except NotADate:
        return (None, None, "none", False)
    days = (day and day.isoformat() for day in (span.earliest, span.latest))
    return (*days, str(span.precision), span.approximate)


def gold(row):
    return row["start"], row["end"], row["precision"], row["approx"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['lang']}-{row['text']}")
def test_phrase_is_read_as_the_conventions_say(row):
    assert reading(row) == gold(row)


def test_set_is_large_and_covers_every_group_and_language():
    counted = defaultdict(int)
    for row in ROWS:
        counted[row["group"]] += 1
        counted[row["lang"]] += row["lang"] != "en"
    assert len({(row["text"], row["ref"], row["lang"]) for row in ROWS}) == len(ROWS) >= 600
    assert all(number >= 50 for number in counted.values() if number), counted


@pytest.mark.parametrize("key", ["group", "lang"])
def test_dates_are_exact_in_every_group_and_language(key):
    exact = defaultdict(list)
    for row in ROWS:
        if row["precision"] != "none":
            exact[row[key]].append(reading(row)[:2] == gold(row)[:2])
    assert {
        name: sum(right) / len(right) for name, right in exact.items() if sum(right) < EXACT * len(right)
    } == {}


def test_every_non_date_is_refused():
    taken = [row["text"] for row in ROWS if row["precision"] == "none" and reading(row)[2] != "none"]
    assert taken == []
