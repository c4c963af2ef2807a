"""A day and a month in figures are a date only where words say so: decimals and clock times look alike."""

from datetime import date

import pytest

from timeline.dates import NotADate, find, read

TUESDAY = date(2024, 11, 26)

NUMBERS = [
    ("en", "a sentence of 1.5 years"),
    ("en", "an average of 2.4 children"),
    ("en", "a magnitude of 6.7 quake"),
    ("en", "It rose from 2.9 to 3.2."),
    ("en", "At 11.10 the train left"),
    ("en", "until 9.8."),
    ("de", "Um 11.10 Uhr begann die Sitzung."),
    ("de", "um 11.10 Uhr"),
    ("de", "ab 11.10 Uhr"),
    ("de", "Die Sitzung beginnt um 8.12 Uhr."),
    ("de", "Stärke von 6.7 gemessen"),
    ("de", "Er stieg von 2.9 auf 3.2."),
    ("de", "Ziffer 5.2. des Vertrags"),
    ("uk", "о 10.12"),
    ("uk", "Засідання почалося о 10.12, а закінчилося о 11.05."),
    ("uk", "у пункті 5.4 договору"),
    ("uk", "версія 3.11"),
    ("ru", "в 10.12"),
    ("ru", "на 1.5 пункта до 9.8."),
    ("ru", "с 9.30 до 11.10"),
    ("pl", "o 10.12"),
    ("pl", "od 9.30 do 10.15"),
    ("fr", "une note de 6.7 sur 10"),
    ("fr", "de 9.30 à 10.15"),
]


@pytest.mark.parametrize(("language", "text"), NUMBERS)
def test_a_decimal_or_a_clock_time_is_no_day(language, text):
    assert find(text, TUESDAY, language) == []
    with pytest.raises(NotADate):
        read(text, TUESDAY, language)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("de", "am 11.10.", "2024-10-11"),
        ("de", "am 11.10", "2024-10-11"),
        ("de", "Montag, 11.10.", "2024-10-11"),
        ("de", "11.10. dieses Jahres", "2024-10-11"),
        ("de", "vom 11.10. bis 15.10.", "2024-10-11/2024-10-15"),
        ("de", "bis zum 11.12.", "../2024-12-11"),
        ("fr", "le 11.10", "2024-10-11"),
        ("pl", "dnia 10.11", "2024-11-10"),
        ("uk", "понеділок, 10.11", "2024-11-10"),
        ("uk", "10.11 2024", "2024-11-10"),
        (None, "11.07.", "2024-07-11"),
    ],
)
def test_words_or_a_stop_of_its_own_make_a_day_of_it(language, text, edtf):
    assert read(text, TUESDAY, language).edtf == edtf


def test_german_days_stand_in_a_sentence():
    text = "Am 11.10. kam er. Der 12.10. war frei. Vom 13.10. bis 15.10. tagt er, 17.10. Abreise."
    found = [(m.text, m.span.edtf) for m in find(text, TUESDAY, "de")]
    assert found == [
        ("Am 11.10.", "2024-10-11"),
        ("Der 12.10.", "2024-10-12"),
        ("Vom 13.10. bis 15.10.", "2024-10-13/2024-10-15"),
    ]
