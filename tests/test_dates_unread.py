"""What stands beside a date and changes its days is read with it, or the text is refused."""

from datetime import date

import pytest

from timeline.dates import NotADate, read

WEDNESDAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    ("language", "phrase", "edtf"),
    [
        ("en", "the last few weeks of 2023", "2023-39"),
        ("en", "the first few days of May", "[2024-05-01..2024-05-10]"),
        ("en", "half a dozen years ago", "2019"),
        ("en", "on or after 1 July 2024", "2024-07-01/.."),
        ("en", "not until next week", "2025-03-17/.."),
        ("en", "the Monday after 5 May 2024", "2024-05-06"),
        ("en", "the Friday before Christmas", "2024-12-20"),
        ("en", "Friday fortnight", "2025-03-28"),
        ("en", "til Friday", "../2025-03-14"),
        ("en", "New Year 2024", "2024-01-01"),
        ("en", "Christmas week", "[2024-12-23..2024-12-29]"),
        ("uk", "перші кілька днів травня", "[2024-05-01..2024-05-10]"),
        ("uk", "напередодні Нового року", "2024-12-31"),
        ("uk", "торішнього травня", "2024-05"),
        ("uk", "торік восени", "2024-23"),
        ("uk", "торік навесні", "2024-21"),
        ("ru", "накануне Нового года", "2024-12-31"),
        ("ru", "прошлогоднего мая", "2024-05"),
        ("ru", "в прошлом году осенью", "2024-23"),
        ("ru", "с понедельника до 5 мая", "2025-03-10/2025-05-05"),
        ("pl", "w przeddzień Nowego Roku", "2024-12-31"),
        ("pl", "zeszłoroczny maj", "2024-05"),
        ("de", "vorjährigen Sommer", "2024-22"),
        ("de", "letztes Jahr Weihnachten", "2024-12-25"),
        ("fr", "le 27 du mois dernier", "2025-02-27"),
    ],
)
def test_it_is_read_with_the_date(language, phrase, edtf):
    assert read(phrase, WEDNESDAY, language).edtf == edtf


@pytest.mark.parametrize(
    ("language", "phrase", "why"),
    [
        ("en", "the last decade of the 20th century", "century"),
        ("en", "the Monday after Easter", "moves from year"),
        ("en", "the Monday after the vote", "counted from"),
        ("en", "the 31st of last month", "no such day"),
        ("en", "30 February of last year", "no such day"),
        ("en", "on 31 June 2023", "no such day"),
        ("en", "February 30, 2024", "no such day"),
        ("de", "am 31. Juni 2023", "no such day"),
        ("uk", "31 червня 2023 року", "no such day"),
        ("en", "the last full week of January", "changes which days"),
        ("en", "the 2024 election in May", "changes which days"),
        ("en", "in 2014 and again in 2022", "two dates"),
        ("en", "not in May 2024", "was not"),
        ("en", "except May 2024", "was not"),
        ("en", "neither May nor June 2024", "was not"),
        ("uk", "31 числа минулого місяця", "no such day"),
        ("uk", "напередодні Саміту", "counted from"),
        ("uk", "не в травні 2024", "was not"),
        ("ru", "кроме мая 2024", "was not"),
        ("de", "am Montag nach Ostern", "moves from year"),
        ("de", "nicht im Mai 2024", "was not"),
        ("fr", "le 30 du mois dernier", "no such day"),
        ("fr", "sauf mai 2024", "was not"),
        ("pl", "nie w maju 2024", "was not"),
    ],
)
def test_else_it_is_refused_with_the_reason(language, phrase, why):
    with pytest.raises(NotADate, match=why):
        read(phrase, WEDNESDAY, language)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("the first visit of 2024", "2024"),
        ("two days in May 2024", "2024-05"),
        ("on Monday after the vote", "2025-03-10"),
        ("the night of 5 May", "2024-05-05"),
        ("the week of talks in May 2024", "2024-05"),
    ],
)
def test_other_words_beside_it_leave_the_date(phrase, edtf):
    assert read(phrase, WEDNESDAY, "en").edtf == edtf
