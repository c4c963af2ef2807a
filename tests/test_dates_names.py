"""What is found is the date and nothing else: no name, no count, no word that belongs before it."""

from datetime import date

import pytest

from timeline.dates import NotADate, find, read

TUESDAY = date(2024, 11, 26)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The minister backed her on Monday.", "on Monday"),
        ("en", "He met her on 5 May.", "on 5 May"),
        ("en", "The paper published on Jan. 14 said", "on Jan. 14"),
        ("en", "Her Monday speech.", "Monday"),
        ("en", "a letter dated 2 July 2021", "dated 2 July 2021"),
        ("de", "ein Mann, der am 5. Mai kam", "am 5. Mai"),
        ("uk", "Він зустрів її в понеділок.", "в понеділок"),
        ("ru", "Он встретил его в понедельник.", "в понедельник"),
    ],
)
def test_pronouns_and_verbs_before_a_date_are_no_part_of_it(language, text, found):
    assert [m.text for m in find(text, TUESDAY, language)] == [found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the first quarter-final"),
        ("en", "Wednesday Addams came"),
        ("en", "Sgt. Friday left"),
        ("en", "Tuesday Weld"),
        ("en", "the Friday market"),
        ("en", "the Monday Club met"),
        ("en", "the 12th of 38 councils"),
        ("en", "the 5th of its kind"),
        ("en", "section 5.2 and version 3.11"),
        ("en", "size 2024 jeans"),
        ("en", "Flight BA 2024 left gate 12"),
        ("en", "+44 20 7946 0958"),
        ("en", "a ratio of 3:2, won 21-14"),
        ("en", "ISO 8601-2:2019"),
        ("en", "10/10 for effort, a 50/50 chance, 24/7 service"),
        ("en", "version 1.2.3 of IP 10.0.0.1"),
        ("en", "a 2024-seat hall"),
        ("en", "the 9th Circuit and its 10th anniversary"),
        ("en", "a may day call"),
        ("en", "She sat on"),
        ("en", "weekend warriors"),
        ("fr", "le 20 heures"),
        ("pl", "w 3. dniu"),
        ("de", "montags"),
        ("de", "Frau Freitag und Dr. Sonntag kamen"),
        ("de", "Am 3. Platz, zum 2. Mal"),
        ("fr", "les lundis, le 2e tour"),
        ("uk", "Пані Середа сказала"),
        ("uk", "рахунок 3:2 на 1-му місці"),
        ("ru", "по пятницам, в 5-й раз"),
        ("pl", "w poniedziałki"),
        ("pl", "w soboty"),
        ("pl", "Pani Środa w 2. lidze"),
    ],
)
def test_names_counts_and_habits_are_no_dates(language, text):
    assert find(text, TUESDAY, language) == []
    with pytest.raises(NotADate):
        read(text, TUESDAY, language)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [("on May Day", "2024-05-01"), ("May Day 2023", "2023-05-01"), ("Boxing Day", "2023-12-26")],
)
def test_a_holiday_has_its_day(phrase, edtf):
    assert read(phrase, TUESDAY, "en").edtf == edtf
