"""Phrases and what they mean: the table is tests/data/dates_phrases.txt, the development set beside it."""

import json
from datetime import date
from pathlib import Path

import pytest

from timeline.dates import DateSpan, NotADate, read, words
from timeline.dates.languages import TABLES
from timeline.dates.recognising import recognise

DATA = Path(__file__).parent / "data"
TUESDAY = date(2024, 11, 26)


def table() -> list[tuple[str, ...]]:
    lines = (DATA / "dates_phrases.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in lines if not line.startswith("#")]


def reading(text: str, anchor: date, language: str | None) -> tuple[str, str]:
    try:
        span = read(text, anchor, language)
    except NotADate:
        return "none", "none"
    return span.edtf, span.precision


@pytest.mark.parametrize("language", TABLES)
def test_every_phrase_of_the_table_reads_as_written_there(language):
    rows = [row for row in table() if row[0] == language]
    assert len(rows) > 250
    wrong = [row for row in rows if reading(row[1], TUESDAY, language) != row[2:]]
    assert wrong == []


def test_the_development_set_reads_exactly():
    cases = [json.loads(line) for line in (DATA / "dates_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = []
    for case in cases:
        try:
            span = read(case["text"], date.fromisoformat(case["ref"]), case["lang"])
            got = [span.earliest, span.latest, span.precision, span.approximate]
        except NotADate:
            got = [None, None, "none", False]
        got[:2] = [day and day.isoformat() for day in got[:2]]
        if got != [case["start"], case["end"], case["precision"], case["approx"]]:
            wrong.append((case["text"], got))
    assert len(cases) == 150
    assert wrong == []


@pytest.mark.parametrize(
    ("phrase", "anchor", "earliest", "latest"),
    [
        ("29 February", "2023-05-01", "2020-02-29", "2020-02-29"),
        ("29 February", "1904-01-01", "1896-02-29", "1896-02-29"),
        ("on the 31st", "2024-03-01", "2024-01-31", "2024-01-31"),
        ("this winter", "2024-01-15", "2023-12-01", "2024-02-29"),
        ("last winter", "2024-01-15", "2022-12-01", "2023-02-28"),
        ("a month ago", "2024-03-31", "2024-02-01", "2024-02-29"),
        ("in the past month", "2024-03-31", "2024-02-29", "2024-03-31"),
        ("from 30 December to 4 January", "2024-01-02", "2023-12-30", "2024-01-04"),
        ("from October to March", "2024-01-12", "2023-10-01", "2024-03-31"),
        ("will meet on Tuesday", "2024-11-26", "2024-11-26", "2024-11-26"),
        ("last Tuesday", "2024-11-26", "2024-11-19", "2024-11-19"),
        ("by Sunday", "2024-11-24", None, "2024-11-24"),
        ("before he leaves office in January", "2024-12-02", None, "2024-12-31"),
        ("in mid\u2011November", "2024-11-26", "2024-11-11", "2024-11-20"),
        ("17\u00a0November\u00a02024", "2024-11-26", "2024-11-17", "2024-11-17"),
    ],
)
def test_what_is_left_out_comes_from_the_anchor(phrase, anchor, earliest, latest):
    span = read(phrase, date.fromisoformat(anchor), "en")
    assert [day and day.isoformat() for day in (span.earliest, span.latest)] == [earliest, latest]


@pytest.mark.parametrize(
    ("phrase", "explanation", "inferred"),
    [
        (
            "mid-November",
            "mid-November, read from 26 November 2024: 11 to 20 November 2024; the year is inferred",
            True,
        ),
        ("11 August 2023", "11 August 2023: 11 August 2023", False),
        ("on Friday", "on Friday, read from 26 November 2024: 22 November 2024", False),
        ("since 2022", "since 2022: from 1 January 2022 on", False),
        (
            "will be decided in April",
            "will be decided in April, read from 26 November 2024: 1 to 30 April 2025; the year is inferred; "
            "the words speak of the future",
            True,
        ),
    ],
)
def test_the_explanation_says_how_a_phrase_was_read(phrase, explanation, inferred):
    span = read(phrase, TUESDAY, "en")
    assert (span.explanation, span.inferred) == (explanation, inferred)


def test_a_span_comes_back_from_what_a_row_stores():
    span = read("mid-November", TUESDAY, "en")
    stored = json.loads(json.dumps(span.reasons))
    fields = (span.earliest, span.latest, span.throughout, span.precision, span.approximate, span.edtf)
    again = DateSpan(*fields, span.inferred, tuple((template, params) for template, params in stored))
    assert (again, again.explanation, again.inferred) == (span, span.explanation, True)


@pytest.mark.parametrize(
    ("phrase", "said", "short"),
    [
        ("11 August 2023", "11 August 2023", "11 Aug 2023"),
        ("mid-November", "11–20 November 2024", "11–20 Nov 2024"),
        ("July 2023", "July 2023", "July 2023"),
        ("from July to September 2023", "from July to September 2023", "from July to Sept 2023"),
        ("since February 2022", "since February 2022", "since Feb 2022"),
        ("before 20 January 2025", "before 20 January 2025", "before 20 Jan 2025"),
        ("after 1 May 2024", "after 1 May 2024", "after 1 May 2024"),
        ("autumn 2023", "autumn 2023", "autumn 2023"),
        ("winter 2023", "winter 2023–24", "winter 2023–24"),
        ("circa 1990", "about 1990", "about 1990"),
        ("around 10 June 2024", "about 10 June 2024", "about 10 June 2024"),
        (
            "30 December 2023 to 4 January 2024",
            "30 December 2023 – 4 January 2024",
            "30 Dec 2023 – 4 Jan 2024",
        ),
        ("Q2 2023", "second quarter of 2023", "Q2 2023"),
        ("the second half of 2023", "second half of 2023", "H2 2023"),
        ("early 2023", "January to April 2023", "Jan to Apr 2023"),
        ("the 1990s", "1990s", "1990s"),
        ("until March 2025", "until March 2025", "until Mar 2025"),
    ],
)
def test_a_span_is_said_in_plain_english(phrase, said, short):
    span = read(phrase, TUESDAY, "en")
    assert (words(span), words(span, short=True)) == (said, short)


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("mid-November 2024", "en"),
        ("у середині листопада", "uk"),
        ("в середине ноября", "ru"),
        ("Mitte November 2024", "de"),
        ("à la mi-novembre 2024", "fr"),
        ("w połowie listopada", "pl"),
    ],
)
def test_the_language_is_recognised_where_none_is_given(phrase, language):
    assert recognise(phrase) == language
    assert read(phrase, TUESDAY).edtf == "[2024-11-11..2024-11-20]"


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("2024-11-26T12:30:00+02:00", "2024-11-26"),
        ("2024-11-26 12:30:00.5Z", "2024-11-26"),
        ("circa 1989", "1989~"),
        ("about 2012", "2012~"),
        ("um 1989", "1989~"),
        ("около 2012", "2012~"),
        ("Taurus 35", None),
    ],
)
def test_figures_and_about_need_no_language(phrase, edtf):
    assert reading(phrase, TUESDAY, None)[0] == (edtf or "none")


@pytest.mark.parametrize(
    ("phrase", "language", "edtf"),
    [
        ("three and a half years ago", "en", "2021-05"),
        ("three years and a half ago", "en", "2021-05"),
        ("vor dreieinhalb Jahren", "de", "2021-05"),
        ("il y a trois ans et demi", "fr", "2021-05"),
        ("три с половиной года назад", "ru", "2021-05"),
        ("три з половиною роки тому", "uk", "2021-05"),
        ("trzy i pół roku temu", "pl", "2021-05"),
        ("in the past three and a half years", "en", "[2021-05-26..2024-11-26]"),
        ("within two and a half years", "en", "[2024-11-26..2027-05-26]"),
        ("three and a half months ago", "en", "none"),
        ("3.5 years ago", "en", "none"),
        ("3½ years ago", "en", "none"),
    ],
)
def test_half_a_year_is_six_months_and_half_of_less_is_nothing(phrase, language, edtf):
    assert reading(phrase, TUESDAY, language)[0] == edtf


@pytest.mark.parametrize(
    ("phrase", "language", "edtf"),
    [
        ("ve čtvrtek", "cs", "2024-11-21"),
        ("v pondělí", "cs", "2024-11-25"),
        ("7 de octubre de 2023", "es", "2023-10-07"),
        ("giugno 2024", "it", "2024-06"),
        ("21. listopadu", "cs", "2024-11-21"),
        ("5 giugno", "it", "2024-06-05"),
        ("2024年11月26日", "ja", "2024-11-26"),
        ("ayer", "es", "2024-11-25"),
        ("1950s", "es", None),
        ("24 horas", "es", None),
        ("artículo 51", "es", None),
        ("3日", "ja", None),
        ("irgendwas", "zz", None),
    ],
)
def test_other_languages_give_what_is_certain_and_nothing_filled_in(phrase, language, edtf):
    if edtf is None:
        with pytest.raises(NotADate):
            read(phrase, TUESDAY, language)
    else:
        assert read(phrase, TUESDAY, language).edtf == edtf


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("x" * 201, "keep only the words"),
        ("Resolution 2722", "No date was found"),
        ("March on Kyiv", "add what makes it a date"),
        ("31 June 2024", "no such day"),
        ("in the 19th century", "write its decades or years"),
        ("at Easter", "write the day itself"),
        ("Good Friday 2023", "write the day itself"),
        ("every Monday", "add what makes it a date"),
        ("after 31.12.9999", "years 1 to 9999"),
        ("2023-13/2024-01", "no day of the calendar"),
    ],
)
def test_a_refusal_says_what_a_curator_can_do(phrase, says):
    with pytest.raises(NotADate) as refused:
        read(phrase, TUESDAY, "en")
    assert says in refused.value.reason
    assert str(refused.value) == refused.value.reason


def test_a_stop_after_the_day_keeps_the_day():
    assert read("11. August 2023", TUESDAY).edtf == "2023-08-11"
    assert recognise("11. August 2023") == "de"
