"""The strip of the page that tries a date draws a dot for a day, and a band alone for more."""

from datetime import date

import pytest

from timeline.templatetags.timeline import precision_words
from timeline.views.dates import answer

TUESDAY = date(2024, 11, 26)
POINT = "M0,0A0,0"  # a circle without a radius


@pytest.mark.parametrize(
    ("phrase", "alone"), [("in mid-November", True), ("from July to September 2023", True), ("5 May", False)]
)
def test_a_span_is_its_band_and_a_day_its_dot(phrase, alone):
    drawings = answer(phrase, TUESDAY, "en")["drawings"]
    assert [POINT in drawing for drawing in drawings] == [alone] * len(drawings)


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [
        ("between 3 and 5 May", "exact to a few days"),
        ("since 5 May", "exact to the day"),
        ("5 May", "exact to the day"),
    ],
)
def test_a_few_days_are_not_exact_to_the_day(phrase, precision):
    assert precision_words(answer(phrase, TUESDAY, "en")["span"]).startswith(precision)
