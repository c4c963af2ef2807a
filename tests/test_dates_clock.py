"""No reading depends on the day on which it is made, in the languages that dateparser reads too."""

from datetime import date

import pytest
import time_machine

from timeline.dates import find, read

TUESDAY = date(2024, 11, 26)
PHRASES = [
    ("in mid-November", "en"),
    ("two weeks ago", "en"),
    ("у січні", "uk"),
    ("24. února 2022", "cs"),
    ("21. listopadu", "cs"),
    ("7 de octubre de 2023", "es"),
    ("mayo de 2024", "es"),
    ("24 febbraio 2022", "it"),
]
TEXT = "El 7 de octubre de 2023 y en mayo de 2024 lo dijo."


@pytest.mark.parametrize("today", ["1999-12-31", "2024-02-29", "2024-11-26", "2031-07-01"])
def test_the_clock_changes_nothing(today):
    with time_machine.travel(f"{today}T12:00:00Z", tick=False):
        spans = [read(phrase, TUESDAY, language) for phrase, language in PHRASES]
        assert [mention.span.edtf for mention in find(TEXT, TUESDAY, "es")] == ["2023-10-07", "2024-05"]
    assert [(str(span.earliest), str(span.latest)) for span in spans] == [
        ("2024-11-11", "2024-11-20"),
        ("2024-11-11", "2024-11-17"),
        ("2024-01-01", "2024-01-31"),
        ("2022-02-24", "2022-02-24"),
        ("2024-11-21", "2024-11-21"),
        ("2023-10-07", "2023-10-07"),
        ("2024-05-01", "2024-05-31"),
        ("2022-02-24", "2022-02-24"),
    ]
