"""Phrases that a review found misread: each is read as it says, or refused."""

from datetime import date

import pytest

from timeline.dates import DateSpan, NotADate, find, read
from timeline.dates.languages import TABLES
from timeline.dates.lexer import language, tokens
from timeline.dates.refusals import NOTHING, WEAK

TUESDAY = date(2024, 11, 26)


def reading(phrase: str, code: str | None, anchor: date = TUESDAY) -> str | None:
    try:
        return read(phrase, anchor, code).edtf
    except NotADate:
        return None


@pytest.mark.parametrize("code", TABLES)
def test_every_form_of_every_table_is_one_token_of_its_kinds(code):
    lang = language(code)
    forms = {
        " ".join((first, *rest)): kinds
        for first, seconds in lang.multi.items()
        for same in seconds.values()
        for rest, kinds in same
    }
    for form, kinds in forms.items():
        written = form.replace("' ", "'").replace(" 's", "'s")
        elided = ["hiver"] if form.endswith("'") else []  # "au mois d'" is elided before a vowel only
        said = tokens(written + "".join(elided), lang)
        assert [written[start:end] for _, start, end in said[: len(said) - len(elided)]] == [written]
        assert said[0][0] == kinds


@pytest.mark.parametrize(
    ("phrase", "code", "edtf"),
    [
        ("New Year's Eve", "en", "2023-12-31"),
        ("New Year’s Day 2024", "en", "2024-01-01"),
        ("this year's May", "en", "2024-05"),
        ("5 o'clock on Friday", "en", "2024-11-22"),
        ("'til March 2025", "en", "../2025-03"),
        ("on Friday they won't", "en", "2024-11-29"),
        ("Saint-Sylvestre", "fr", "2023-12-31"),
    ],
)
def test_forms_with_an_apostrophe_are_read(phrase, code, edtf):
    assert reading(phrase, code) == edtf


@pytest.mark.parametrize(
    ("phrase", "code", "edtf"),
    [
        ("fiv days ago", "en", None),
        ("eleventy days ago", "en", None),
        ("Eleventy days ago", "en", None),
        ("ﬁve days ago", "en", None),
        ("sieem dni temu", "pl", None),
        ("пятсот днів тому", "uk", None),
        ("a year and two months ago", "en", "2023-09"),
        ("one month and two days ago", "en", "2024-10-24"),
        ("two months and two years ago", "en", None),
        ("two days and three hours ago", "en", None),
        ("vor einem Jahr und zwei Monaten", "de", "2023-09"),
        ("il y a un an et deux mois", "fr", "2023-09"),
        ("рік і два місяці тому", "uk", "2023-09"),
        ("год и два месяца назад", "ru", "2023-09"),
        ("rok i dwa miesiące temu", "pl", "2023-09"),
        ("in a year and two months", "en", "2026-01"),
        ("about weeks ago", "en", "[2024-10-29~..2024-11-26~]"),
    ],
)
def test_no_part_of_a_count_is_dropped(phrase, code, edtf):
    assert reading(phrase, code) == edtf
    if edtf is None:
        assert find(phrase, TUESDAY, code) == []


@pytest.mark.parametrize(
    ("phrase", "code", "edtf"),
    [
        ("three days after 5 May 2024", "en", "2024-05-08"),
        ("three days before 5 May", "en", "2024-05-02"),
        ("the day after 5 May", "en", "2024-05-06"),
        ("the day before Christmas", "en", "2023-12-24"),
        ("a week before 5 May 2024", "en", "[2024-04-22..2024-04-28]"),
        ("two months after May 2024", "en", "2024-07"),
        ("a few days before 5 May 2024", "en", "[2024-04-28~..2024-05-05~]"),
        ("zwei Tage nach dem 24. Februar 2022", "de", "2022-02-26"),
        ("am Tag nach dem 5. Mai 2024", "de", "2024-05-06"),
        ("deux jours après le 24 février 2022", "fr", "2022-02-26"),
        ("le lendemain du 5 mai 2024", "fr", "2024-05-06"),
        ("la veille de Noël", "fr", "2023-12-24"),
        ("dwa dni po 24 lutego 2022", "pl", "2022-02-26"),
        ("через два дні після 24 лютого 2022 року", "uk", "2022-02-26"),
        ("за два дні до 5 травня", "uk", "2024-05-03"),
        ("за три дня до 5 мая", "ru", "2024-05-02"),
        ("через два дня после 24 февраля 2022 года", "ru", "2022-02-26"),
        ("накануне 5 мая", "ru", "2024-05-04"),
    ],
)
def test_a_step_is_counted_from_the_date_that_it_names(phrase, code, edtf):
    assert reading(phrase, code) == edtf


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("two days before the summit", "en"),
        ("the day after the vote", "en"),
        ("the week after the vote", "en"),
        ("weeks after the vote", "en"),
        ("four days after that interview", "en"),
        ("two days before he leaves", "en"),
        ("за два дні до саміту", "uk"),
        ("через тиждень після вторгнення", "uk"),
        ("через неделю после вторжения", "ru"),
        ("за год до выборов", "ru"),
        ("le lendemain du vote", "fr"),
        ("deux jours après le vote", "fr"),
        ("zwei Tage nach der Wahl", "de"),
        ("am Tag vor der Wahl", "de"),
        ("dwa dni po szczycie", "pl"),
        ("dzień przed szczytem", "pl"),
    ],
)
def test_a_step_from_what_is_no_date_is_none(phrase, code):
    assert reading(phrase, code) is None
    assert find(phrase, TUESDAY, code) == []


def test_the_date_of_an_event_is_not_the_step_from_it():
    assert reading("two days before the summit on 5 May 2024", "en") is None
    assert reading("the day before the vote on 5 May 2024", "en") is None


@pytest.mark.parametrize(
    ("phrase", "code", "edtf"),
    [
        ("the winter before last", "en", "[2022-12..2023-02]"),
        ("the summer before last", "en", "2023-22"),
        ("the Friday before last", "en", "2024-11-15"),
        ("the week before last", "en", "[2024-11-11..2024-11-17]"),
        ("позапрошлым летом", "ru", "2023-22"),
        ("позаминулого літа", "uk", "2023-22"),
        ("vorletzten Sommer", "de", "2023-22"),
        ("vorletzten Montag", "de", "2024-11-18"),
        ("przedostatniej zimy", "pl", "[2022-12..2023-02]"),
        ("przedostatni tydzień maja", "pl", None),
    ],
)
def test_before_last_has_ended_twice(phrase, code, edtf):
    assert reading(phrase, code) == edtf


@pytest.mark.parametrize(
    ("phrase", "code", "edtf"),
    [
        ("12 May 0090", "en", None),
        ("5 May 20245", "en", None),
        ("May 5, 20245", "en", None),
        ("20245 May", "en", None),
        ("12 May ٢٠٢٣", "en", "2023-05-12"),
        ("１２ May ２０２３", "en", "2023-05-12"),
        ("２０２３年", "ja", None),
        ("mid‐November", "en", "[2024-11-11..2024-11-20]"),
        ("5 мая 0024 года", "ru", None),
        ("12. Mai 20245", "de", None),
    ],
)
def test_a_number_that_cannot_be_read_is_not_dropped(phrase, code, edtf):
    assert reading(phrase, code) == edtf


@pytest.mark.parametrize("code", ["ja", "cs", "xx", "en"])
def test_only_not_a_date_comes_out_at_the_calendars_beginning(code):
    for phrase in ("火曜日", "úterý", "Tuesday", "yesterday", "včera"):
        assert reading(phrase, code, date(1, 1, 1)) is None or (phrase, code) == ("Tuesday", "xx")


@pytest.mark.parametrize(
    ("tag", "edtf"),
    [
        *((tag, "2024-05-05") for tag in ("de", "DE", "de-AT", "de_CH", "deu", "ger")),
        *((tag, None) for tag in ("den", "frr", "rup", "en")),
    ],
)
def test_a_language_tag_is_read_up_to_its_first_mark(tag, edtf):
    assert reading("am 5. Mai", tag) == edtf
    assert [mention.span.edtf for mention in find("Es war am 5. Mai.", TUESDAY, tag)] == [edtf][: bool(edtf)]


@pytest.mark.parametrize("phrase", ["ATACMS", "F-16", "Resolution 2722"])
def test_a_name_without_a_language_is_refused_as_no_date(phrase):
    with pytest.raises(NotADate) as refusal:
        read(phrase, TUESDAY)
    assert refusal.value.reason in (NOTHING, WEAK)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1985/", "1985-01-01", None),
        ("/1985", None, "1985-12-31"),
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
        ("2024-11-1X", "2024-11-10", "2024-11-19"),
        ("2024-02-2X", "2024-02-20", "2024-02-29"),
        ("[2024-11-11 .. 2024-11-20]", "2024-11-11", "2024-11-20"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11"),
        *((text, None, None) for text in ("1985-04-12T25:00:00", "1985-04-12T12:61", "2024-02-3X")),
        ("2004-06-(01)~", None, None),
    ],
)
def test_edtf_is_read_alike_in_both_ways(text, first, last):
    for parse in (
        DateSpan.from_edtf,
        lambda text: read(text, TUESDAY),
        lambda text: read(text, TUESDAY, "en"),
    ):
        if first or last:
            span = parse(text)
            assert [day and day.isoformat() for day in (span.earliest, span.latest)] == [first, last]
        else:
            with pytest.raises(NotADate):
                parse(text)


@pytest.mark.parametrize(
    ("phrase", "code", "edtf"),
    [
        ("Friday or Saturday", "en", "[2024-11-22..2024-11-23]"),
        ("Friday and Saturday", "en", "2024-11-22/2024-11-23"),
        ("am Freitag oder Samstag", "de", "[2024-11-22..2024-11-23]"),
        ("vendredi ou samedi", "fr", "[2024-11-22..2024-11-23]"),
        ("12 May 2023 and 3 June 2024", "en", None),
        ("in May and in July", "en", None),
        ("у травні та у липні 2024", "uk", None),
        ("a year ago today", "en", "2023-11-26"),
        ("two years ago this month", "en", "2022-11"),
        ("a year ago this week", "en", "[2023-11-20..2023-11-26]"),
    ],
)
def test_two_dates_are_not_one_of_them(phrase, code, edtf):
    assert reading(phrase, code) == edtf


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        *((word, "en") for word in ("sun", "sat", "wed", "mon", "jan", "dec", "mar", "fall", "march", "may")),
        ("Mr Winter", "en"),
        ("General Winter", "en"),
        ("winter coat", "en"),
        ("summer camp", "en"),
        ("autumn leaves", "en"),
        ("May said", "en"),
        ("Friday night lights", "en"),
        ("Herr Winter", "de"),
        ("накануне саммита", "ru"),
        ("напередодні саміту", "uk"),
        ("w przeddzień szczytu", "pl"),
        ("fiscal year 2024", "en"),
        ("FY2024", "en"),
        ("the 2024 fiscal year", "en"),
        ("Geschäftsjahr 2024", "de"),
        ("exercice 2024", "fr"),
        ("бюджетний рік 2024", "uk"),
        ("у середині xxx 2023 року", "uk"),
        ("w połowie xxx 2023 roku", "pl"),
        ("mid xxx of 2023", "en"),
    ],
)
def test_a_word_that_may_be_another_is_refused(phrase, code):
    with pytest.raises(NotADate) as refusal:
        read(phrase, TUESDAY, code)
    assert len(refusal.value.reason) > 40
    assert find(phrase, TUESDAY, code) == [] or "xxx" in phrase


@pytest.mark.parametrize(
    "word", ["January", "monday", "Jan", "Jan.", "jan.", "on sat", "in the fall", "12 jan"]
)
def test_a_word_that_is_no_other_is_read(word):
    assert reading(word, "en")


@pytest.mark.parametrize(
    ("phrase", "code", "edtf"),
    [
        ("Friday week", "en", "2024-12-06"),
        ("Tuesday week", "en", "2024-12-10"),
        ("a week on Tuesday", "en", "2024-12-10"),
        ("a week from Friday", "en", "2024-12-06"),
        ("two weeks on Friday", "en", "2024-12-13"),
        ("a week last Friday", "en", "2024-11-15"),
        ("vendredi en huit", "fr", "2024-12-06"),
        ("vendredi en quinze", "fr", "2024-12-13"),
        ("Freitag in einer Woche", "de", "2024-12-06"),
        ("Freitag über acht Tage", "de", "2024-12-06"),
        ("avant-dernier été", "fr", "2023-22"),
        ("l'avant-dernière semaine", "fr", "[2024-11-11..2024-11-17]"),
        ("12 XI 2024", "pl", "2024-11-12"),
        ("12.XI.2024", "pl", "2024-11-12"),
        ("3.V.2024 r.", "pl", "2024-05-03"),
        ("31.II.2024", "pl", None),
        ("2Q23", "en", "2023-34"),
        ("Q2 23", "en", "2023-34"),
        ("1H24", "en", "2024-40"),
        ("heute vor einem Jahr", "de", "2023-11-26"),
        ("gestern vor zwei Wochen", "de", "2024-11-11"),
        ("vor zwei, drei Wochen", "de", "[2024-11-04~..2024-11-17~]"),
        ("26. 11. 2024", "de", "2024-11-26"),
        ("31. 11. 2024", "de", None),
        ("в 20-х числах ноября", "ru", "[2024-11-20..2024-11-30]"),
        ("в десятых числах мая", "ru", "[2024-05-10..2024-05-19]"),
        ("na przełomie maja i czerwca", "pl", "[2024-05-21..2024-06-10]"),
        ("na przełomie 2022 i 2023 roku", "pl", "[2022-09..2023-04]"),
        ("na przełomie maja i lipca", "pl", None),
        ("fin octobre, début novembre", "fr", "[2024-10-21..2024-11-10]"),
        ("12 May 2023, 3 June 2024", "en", None),
        ("26 November 2024, a Tuesday", "en", "2024-11-26"),
        ("last Tuesday week", "en", "2024-11-12"),
        ("next Friday week", "en", "2024-12-06"),
        ("Monday, Tuesday and Wednesday", "en", "2024-11-25/2024-11-27"),
        ("Monday, Tuesday, and Wednesday", "en", "2024-11-25/2024-11-27"),
        ("May, June and July 2023", "en", "[2023-05..2023-07]"),
        ("May, June and August 2023", "en", None),
        ("у травні, червні та липні", "uk", "[2024-05..2024-07]"),
        ("the same day last year", "en", "2023-11-26"),
        ("the same month last year", "en", "2023-11"),
        ("15 bm.", "pl", "2024-11-15"),
        ("am 15. d. M.", "de", "2024-11-15"),
        ("by close of business Friday", "en", "[..2024-11-29]"),
        ("from now until March", "en", "2024-11-26/2025-03-31"),
        ("from now to Monday", "en", "2024-11-26/2024-12-02"),
        ("between now and the end of the year", "en", "[2024-11-26..2024-12-31]"),
        ("from today until the end of the year", "en", "2024-11-26/2024-12-31"),
        ("von jetzt bis März", "de", "2024-11-26/2025-03-31"),
        ("now", "en", None),
        ("between now and last May", "en", None),
    ],
)
def test_what_can_be_read_honestly_is(phrase, code, edtf):
    assert reading(phrase, code) == edtf
