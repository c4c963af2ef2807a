"""Two-digit years, EDTF that is typed, and small words of the news."""

from datetime import date

import pytest

from timeline.dates import DateSpan, NotADate, read

WEDNESDAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    ("language", "phrase", "edtf"),
    [
        ("fr", "le 8 mai 45", "1945-05-08"),
        ("fr", "en mai 68", "1968-05"),
        ("en", "May '68", "1968-05"),
        ("en", "'68", "1968"),
        ("en", "May '30", "2030-05"),
        ("en", "May '35", "2035-05"),
        ("en", "May '36", "1936-05"),
        ("en", "Q2 23", "2023-34"),
        ("de", "06.04.45", "1945-04-06"),
        ("de", "06.04.22", "2022-04-06"),
    ],
)
def test_two_figures_are_the_latest_year_up_to_ten_years_ahead(language, phrase, edtf):
    assert read(phrase, WEDNESDAY, language).edtf == edtf


def test_two_figures_are_read_from_the_anchor():
    assert read("May '36", date(2027, 1, 1), "en").edtf == "2036-05"
    assert read("May '68", date(1950, 1, 1), "en").edtf == "1868-05"


@pytest.mark.parametrize("text", ["1964/2008", "?2004-06", "2021-21", "2024-23", "2024-24", "?2004-06-11"])
def test_what_only_edtf_can_mean_is_read_as_edtf(text):
    assert read(text, WEDNESDAY) == DateSpan.from_edtf(text)


@pytest.mark.parametrize(("text", "edtf"), [("2022-24", "[2022..2024]"), ("2019-35", "[2019..2035]")])
def test_a_range_of_years_that_can_be_one_stays_one(text, edtf):
    assert read(text, WEDNESDAY).edtf == edtf


@pytest.mark.parametrize("text", ["2024-02-30", "2004-06-31", "2024-13", "/"])
def test_edtf_that_is_wrong_is_refused_with_its_own_reason(text):
    with pytest.raises(NotADate) as own:
        DateSpan.from_edtf(text)
    with pytest.raises(NotADate) as refusal:
        read(text, WEDNESDAY)
    assert refusal.value.reason == own.value.reason


@pytest.mark.parametrize(
    ("language", "phrase", "edtf"),
    [
        ("en", "Boxing Day", "2024-12-26"),
        ("en", "on Valentine’s Day", "2025-02-14"),
        ("en", "Halloween 2023", "2023-10-31"),
        ("en", "two Fridays ago", "2025-02-28"),
        ("en", "between April and now", "[2024-04-01..2025-03-12]"),
        ("en", "some six months ago", "2024-09"),
        ("de", "im Laufe der Woche", "[2025-03-10..2025-03-16]"),
        ("de", "zweiter Weihnachtstag", "2024-12-26"),
        ("fr", "dans le courant de la semaine", "[2025-03-10..2025-03-16]"),
        ("pl", "w ub. tygodniu", "[2025-03-03..2025-03-09]"),
        ("pl", "w ub. miesiącu", "2025-02"),
    ],
)
def test_small_words_of_the_news(language, phrase, edtf):
    assert read(phrase, WEDNESDAY, language).edtf == edtf
