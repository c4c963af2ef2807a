"""Phrases that lean on a date before them are no more exact than it."""

from datetime import date

import pytest

from timeline.dates import find

TUESDAY = date(2024, 11, 26)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In mid-November he spoke. A day later he left.",
            [("2024-11-11", "2024-11-20", "part-of-month"), ("2024-11-12", "2024-11-21", "part-of-month")],
        ),
        (
            "In May he spoke. Two weeks earlier it began. The following day it ended.",
            [
                ("2024-05-01", "2024-05-31", "month"),
                ("2024-04-15", "2024-05-19", "month"),
                ("2024-04-16", "2024-05-20", "month"),
            ],
        ),
        (
            "On 12 May 2023 he spoke. A day later he left.",
            [("2023-05-12", "2023-05-12", "day"), ("2023-05-13", "2023-05-13", "day")],
        ),
        (
            "In May 2023 it began. Two months later it ended.",
            [("2023-05-01", "2023-05-31", "month"), ("2023-07-01", "2023-07-31", "month")],
        ),
    ],
)
def test_what_leans_on_a_stretch_is_a_stretch(text, expected):
    spans = [mention.span for mention in find(text, TUESDAY, "en")]
    assert [(str(span.earliest), str(span.latest), span.precision) for span in spans] == expected


def test_what_leans_on_about_a_date_is_about_a_date():
    _, later = find("Around 12-14 May he spoke. A day later he left.", TUESDAY, "en")
    assert later.span.approximate
    assert later.span.explanation == (
        "A day later: 13 to 15 May 2024; read from the date before it in the text, Around 12-14 May"
    )
