"""An examiner's phrases as newspapers write them, judged by the conventions before they were read."""

from datetime import date
from pathlib import Path

import pytest

from timeline.dates import NotADate, read
from timeline.dates.languages import TABLES

TUESDAY = date(2024, 11, 26)
LINES = (Path(__file__).parent / "data/dates_newspapers.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split(" | ")) for line in LINES if not line.startswith("#")]


def days(phrase: str, language: str) -> tuple[str, str]:
    try:
        span = read(phrase, TUESDAY, language)
    except NotADate:
        return "none", "none"
    return str(span.earliest or ".."), str(span.latest or "..")


@pytest.mark.parametrize("language", TABLES)
def test_every_phrase_means_the_days_that_were_judged(language):
    rows = [row for row in ROWS if row[0] == language]
    assert len(rows) >= 50
    assert [row for row in rows if days(row[1], language) != row[2:]] == []
