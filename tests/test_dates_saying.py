"""How German and Ukrainian say dates; English stands in test_dates_read.py."""

from datetime import date

import pytest
from babel import Locale
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import DateSpan, NotADate, read, words
from timeline.dates.calendar import PRECISIONS
from timeline.dates.saying import TABLES, table
from timeline.dates.words import between, in_day, in_month, lying_in, month_names, spanning

TUESDAY = date(2024, 11, 26)
SAID = [
    # (phrase, German, German short, Ukrainian, Ukrainian short)
    ("11 August 2023", "11. August 2023", "11. Aug. 2023", "11 серпня 2023 року", "11 серп. 2023"),
    ("mid-November", "11.–20. November 2024", "11.–20. Nov. 2024",
     "11–20 листопада 2024 року", "11–20 лист. 2024"),
    ("July 2023", "Juli 2023", "Juli 2023", "липень 2023 року", "лип. 2023"),
    ("from July to September 2023", "von Juli bis September 2023", "von Juli bis Sept. 2023",
     "з липня по вересень 2023 року", "з лип. по вер. 2023"),
    ("since February 2022", "seit Februar 2022", "seit Feb. 2022", "з лютого 2022 року", "з лют. 2022"),
    ("since 24 February 2022", "seit dem 24. Februar 2022", "seit dem 24. Feb. 2022",
     "з 24 лютого 2022 року", "з 24 лют. 2022"),
    ("since January 2022", "seit Januar 2022", "seit Jan. 2022", "із січня 2022 року", "із січ. 2022"),
    ("since 2022", "seit 2022", "seit 2022", "з 2022 року", "з 2022 року"),
    ("before 20 January 2025", "vor dem 20. Januar 2025", "vor dem 20. Jan. 2025",
     "раніше 20 січня 2025 року", "раніше 20 січ. 2025"),
    ("after 1 May 2024", "nach dem 1. Mai 2024", "nach dem 1. Mai 2024",
     "після 1 травня 2024 року", "після 1 трав. 2024"),
    ("until March 2025", "bis März 2025", "bis März 2025", "до березня 2025 року", "до бер. 2025"),
    ("until 5 March 2025", "bis 5. März 2025", "bis 5. März 2025",
     "до 5 березня 2025 року", "до 5 бер. 2025"),
    ("autumn 2023", "Herbst 2023", "Herbst 2023", "осінь 2023 року", "осінь 2023"),
    ("spring 2024", "Frühjahr 2024", "Frühjahr 2024", "весна 2024 року", "весна 2024"),
    ("winter 2023", "Winter 2023/24", "Winter 2023/24", "зима 2023–2024 років", "зима 2023–2024"),
    ("circa 1990", "etwa 1990", "etwa 1990", "приблизно 1990 рік", "приблизно 1990"),
    ("around 10 June 2024", "etwa 10. Juni 2024", "etwa 10. Juni 2024",
     "близько 10 червня 2024 року", "близько 10 черв. 2024"),
    ("30 December 2023 to 4 January 2024", "30. Dezember 2023 – 4. Januar 2024",
     "30. Dez. 2023 – 4. Jan. 2024",
     "30 грудня 2023 року – 4 січня 2024 року", "30 груд. 2023 – 4 січ. 2024"),
    ("between 28 November and 3 December 2024", "28. November – 3. Dezember 2024", "28. Nov. – 3. Dez. 2024",
     "28 листопада – 3 грудня 2024 року", "28 лист. – 3 груд. 2024"),
    ("Q2 2023", "2. Quartal 2023", "2. Quartal 2023", "II квартал 2023 року", "II кв. 2023"),
    ("the second half of 2023", "2. Halbjahr 2023", "2. Halbjahr 2023",
     "II півріччя 2023 року", "II півр. 2023"),
    ("early 2023", "Januar bis April 2023", "Jan. bis Apr. 2023",
     "січень – квітень 2023 року", "січ. – квіт. 2023"),
    ("2023", "2023", "2023", "2023 рік", "2023"),
    ("the 1990s", "1990er-Jahre", "1990er-Jahre", "1990-ті роки", "1990-ті"),
]  # fmt: skip
CASES = [
    (phrase, language, words)
    for phrase, *all_words in SAID
    for language, words in (("de", tuple(all_words[:2])), ("uk", tuple(all_words[2:])))
]


@pytest.mark.parametrize(("phrase", "language", "said"), CASES)
def test_a_span_is_said_as_the_language_says_it(phrase, language, said):
    span = read(phrase, TUESDAY, "en")
    with override(language):
        assert (words(span), words(span, short=True)) == said


@pytest.mark.parametrize(
    ("edtf", "throughout", "german", "ukrainian"),
    [
        ("2024-11", True, "im gesamten November 2024", "упродовж листопада 2024 року"),
        ("2023", True, "im gesamten Jahr 2023", "упродовж 2023 року"),
        ("2023-23", True, "im gesamten Herbst 2023", "упродовж осені 2023 року"),
        ("2023-24", True, "im gesamten Winter 2023/24", "упродовж зими 2023–2024 років"),
        ("199X", True, "in den gesamten 1990er-Jahren", "упродовж 1990-х років"),
        ("2024-05-01~/2024-05-20~", True, "etwa vom 1. bis 20. Mai 2024",
         "приблизно з 1 по 20 травня 2024 року"),
        ("2022-02~/..", True, "etwa seit Februar 2022", "приблизно з лютого 2022 року"),
        ("2022/2024", True, "von 2022 bis 2024", "з 2022 по 2024 рік"),
        ("[2022..2024]", False, "2022–2024", "2022–2024 роки"),
        ("2024-11~", False, "etwa November 2024", "приблизно листопад 2024 року"),
        ("2023-12-28/2024-01-03", True, "vom 28. Dezember 2023 bis 3. Januar 2024",
         "з 28 грудня 2023 року по 3 січня 2024 року"),
    ],
)  # fmt: skip
def test_what_lasted_and_what_is_approximate(edtf, throughout, german, ukrainian):
    span = DateSpan.from_edtf(edtf).lasting(throughout)
    for language, said in (("de", german), ("uk", ukrainian)):
        with override(language):
            assert words(span) == said


@pytest.mark.parametrize(
    ("first", "first_unit", "last", "last_unit", "english", "german", "ukrainian"),
    [
        ("2023-08-11", "day", "2024-05-01", "day", "between 11 August 2023 and 1 May 2024",
         "zwischen dem 11. August 2023 und dem 1. Mai 2024", "з 11 серпня 2023 року по 1 травня 2024 року"),
        ("2024-05-01", "day", "2024-06-30", "day", "between 1 May and 30 June 2024",
         "zwischen dem 1. Mai und dem 30. Juni 2024", "з 1 травня по 30 червня 2024 року"),
        ("2024-05-01", "month", "2024-07-31", "month", "between May and July 2024",
         "zwischen Mai und Juli 2024",
         "з травня по липень 2024 року"),
        ("2022-01-01", "year", "2024-12-31", "year", "between 2022 and 2024", "zwischen 2022 und 2024",
         "з 2022 року по 2024 рік"),
        ("2022-01-01", "year", "2023-08-11", "day", "between 2022 and 11 August 2023",
         "zwischen 2022 und dem 11. August 2023", "з 2022 року по 11 серпня 2023 року"),
        ("2023-01-01", "year", "2023-08-11", "day", "in 2023", "im Jahr 2023", "у 2023 році"),
        ("2023-08-01", "month", "2023-08-11", "day", "in August 2023", "im August 2023",
         "у серпні 2023 року"),
        ("2023-08-11", "day", "2023-08-11", "day", "on 11 August 2023", "am 11. August 2023",
         "11 серпня 2023 року"),
    ],
)  # fmt: skip
def test_the_time_of_many_dates_is_said(first, first_unit, last, last_unit, english, german, ukrainian):
    ends = date.fromisoformat(first), first_unit, date.fromisoformat(last), last_unit
    for language, said in (("en", english), ("de", german), ("uk", ukrainian)):
        with override(language):
            assert spanning(*ends) == said


@pytest.mark.parametrize(
    ("language", "day", "month", "within", "from_on"),
    [
        ("de", "3. Mai 2024", "Mai 2024", "1. bis 30. April 2025", "ab 3. Mai 2024"),
        ("uk", "3 травня 2024 року", "травень 2024", "1–30 квітня 2025 року", "з 3 травня 2024 року"),
    ],
)
def test_days_and_months_are_said(language, day, month, within, from_on):
    with override(language):
        assert in_day(date(2024, 5, 3)) == day
        assert in_month(date(2024, 5, 3)) == month
        assert between(date(2025, 4, 1), date(2025, 4, 30)) == within
        assert between(date(2024, 5, 3), None) == from_on
        assert lying_in("day", date(2024, 5, 3)).endswith(day)


@pytest.mark.parametrize(
    ("language", "explanation"),
    [
        ("de", "mid-November, gelesen vom 26. November 2024 aus: "
         "11. bis 20. November 2024; das Jahr ist erschlossen"),
        ("uk", "mid-November, відлік від 26 листопада 2024 року: "
         "11–20 листопада 2024 року; рік визначено з контексту"),
    ],
)  # fmt: skip
def test_the_explanation_is_in_the_readers_language(language, explanation):
    span = read("mid-November", TUESDAY, "en")
    with override(language):
        assert span.explanation == explanation


@pytest.mark.parametrize("language", ["de", "uk"])
@pytest.mark.parametrize(
    "wrong", ["Resolution 2722", "nothing", "x" * 300, "the 19th century", "Easter", "2024-13-45"]
)
def test_refusals_are_in_the_readers_language(language, wrong):
    with pytest.raises(NotADate) as refused:
        read(wrong, TUESDAY, "en")
    english = refused.value.reason
    with override(language):
        said = refused.value.reason
    assert said != english
    assert "{" not in said


@pytest.mark.parametrize("language", TABLES)
def test_months_are_those_of_the_unicode_locale_data(language):
    months = Locale(language).months
    spoken = TABLES[language]
    assert tuple(months["stand-alone"]["wide"].values()) == spoken.MONTHS
    assert tuple(months["format"]["wide"].values()) == spoken.AFTER_DAY
    with override(language):
        assert len(set(month_names())) == 12


@pytest.mark.parametrize("name", [name for name in vars(TABLES["en"]) if name.isupper()])
def test_every_table_has_every_list(name):
    for spoken in TABLES.values():
        mine, english = getattr(spoken, name), getattr(TABLES["en"], name)
        if name not in ("SHORT", "GOVERNED", "WORDS", "EUPHONY"):  # what a language may do without
            assert len(mine) == len(english)
            assert not isinstance(mine, dict) or set(mine) == set(english)


def test_a_language_without_a_table_is_said_in_english():
    assert table("fr") is TABLES["en"]


days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(
    days,
    days,
    st.sampled_from(PRECISIONS),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "start", "end"]),
)
def test_any_span_can_be_said_in_every_language(one, other, precision, throughout, approximate, open_end):
    first, last = sorted((one, other))
    span = DateSpan(
        None if open_end == "start" else first,
        None if open_end == "end" else last,
        throughout,
        precision,
        approximate,
    )
    said = set()
    for language in TABLES:
        with override(language):
            said.add(words(span))
            assert words(span, short=True)
            assert not set("{}") & set(words(span) + words(span, short=True))
    assert all(text == text.strip() and "  " not in text for text in said)
