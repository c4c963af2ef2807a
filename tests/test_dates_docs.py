"""docs/dates.md says what the code does: every row of its tables is read."""

import re
from datetime import date
from pathlib import Path

import pytest

from timeline.dates import NotADate, read
from timeline.dates.languages import TABLES

PAGE = (Path(__file__).parent.parent / "docs/dates.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (.+?) \| (\d{4}-\d\d-\d\d) \| (.+?) \| (.*?) ?\|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("phrase", "anchor", "means", "note"), ROWS)
def test_the_page_says_what_a_phrase_means(phrase, anchor, means, note):
    language = note if re.fullmatch("[a-z]{2}", note) else "en"
    try:
        edtf = read(phrase, date.fromisoformat(anchor), language).edtf
    except NotADate:
        edtf = "none"
    assert edtf == means


def test_the_page_shows_every_section_and_language():
    assert len(ROWS) > 60
    assert {note for *_, note in ROWS} >= set(TABLES) - {"en"}
