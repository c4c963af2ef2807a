"""Phrases that lean on a date before them are no more exact than it."""

from datetime import date

import pytest

from timeline.dates import NotADate, find, read

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


def leaning(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.span.edtf, m.decided_by) for m in find(text, TUESDAY, language)[1:]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "On 24 May she spoke. Four days after that interview Ben stood up. The next day he left.",
            [
                ("Four days after that interview", "2024-05-28", "On 24 May"),
                ("The next day", "2024-05-29", "Four days after that interview"),
            ],
        ),
        (
            "en",
            "On 24 May parliament voted. Two days after the vote he left; a week after this decision, she.",
            [
                ("Two days after the vote", "2024-05-26", "On 24 May"),
                ("a week after this decision", "[2024-05-27..2024-06-02]", "Two days after the vote"),
            ],
        ),
        ("en", "On 24 May she spoke. Two days after the vote he left.", []),
        (
            "en",
            "On 24 May she spoke. Two days after that, he left.",
            [("Two days after that", "2024-05-26", "On 24 May")],
        ),
        (
            "en",
            "On 24 May she spoke. The day after that vote he left.",
            [("The day after that vote", "2024-05-25", "On 24 May")],
        ),
        (
            "de",
            "Am 24. Mai sprach sie. Vier Tage nach jenem Interview ging er.",
            [("Vier Tage nach jenem Interview", "2024-05-28", "Am 24. Mai")],
        ),
        (
            "fr",
            "Le 24 mai elle parla. Quatre jours après cet entretien il partit.",
            [("Quatre jours après cet entretien", "2024-05-28", "Le 24 mai")],
        ),
        (
            "fr",
            "Le 24 mai elle vota. Le lendemain de ce vote il partit.",
            [("Le lendemain de ce vote", "2024-05-25", "Le 24 mai")],
        ),
        (
            "pl",
            "24 maja mówiła. Cztery dni po tym wywiadzie wyjechał.",
            [("Cztery dni po tym", "2024-05-28", "24 maja")],
        ),
        (
            "ru",
            "24 мая она выступила. Через два дня после этого голосования он уехал.",
            [("Через два дня", "2024-05-26", "24 мая")],
        ),
    ],
)
def test_a_step_from_what_points_back_leans_on_the_date_it_was_said_of(language, text, expected):
    assert leaning(text, language) == expected


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("four days after that interview", "en"),
        ("two days after the vote", "en"),
        ("the day after that vote", "en"),
        ("after two days", "en"),
        ("nach zwei Tagen", "de"),
        ("Po dwóch dniach", "pl"),
        ("quatre jours après cet entretien", "fr"),
    ],
)
def test_without_a_date_before_it_a_step_from_an_event_is_none(phrase, language):
    with pytest.raises(NotADate, match="counted from an event"):
        read(phrase, TUESDAY, language)
    assert find(phrase, TUESDAY, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "12 травня він прибув. Через два дні він поїхав.", ("Через два дні", "2024-05-14")),
        (
            "uk",
            "12 травня він прибув. Наступного тижня він поїхав.",
            ("Наступного тижня", "[2024-05-13..2024-05-19]"),
        ),
        ("ru", "12 мая он приехал. Через два дня он уехал.", ("Через два дня", "2024-05-14")),
        ("ru", "12 мая он приехал. Спустя неделю он уехал.", ("Спустя неделю", "[2024-05-13..2024-05-19]")),
        ("ru", "12 мая он приехал. Через месяц он уехал.", ("Через месяц", "2024-06")),
        ("pl", "12 maja przyjechał. Po dwóch dniach wyjechał.", ("Po dwóch dniach", "2024-05-14")),
        ("pl", "12 maja przyjechał. W następnym miesiącu wyjechał.", ("W następnym miesiącu", "2024-06")),
        ("de", "Am 12. Mai kam er. Zwei Tage später ging er.", ("Zwei Tage später", "2024-05-14")),
        ("de", "Am 12. Mai kam er. Nach zwei Tagen ging er.", ("Nach zwei Tagen", "2024-05-14")),
        (
            "fr",
            "Le 12 mai il arriva. Deux jours plus tard il partit.",
            ("Deux jours plus tard", "2024-05-14"),
        ),
        (
            "fr",
            "Le 12 mai il arriva. Au bout de deux jours, il partit.",
            ("Au bout de deux jours", "2024-05-14"),
        ),
        ("en", "On 12 May he came. The next week he left.", ("The next week", "[2024-05-13..2024-05-19]")),
        ("en", "On 12 May he came. The next month he left.", ("The next month", "2024-06")),
        ("en", "On 12 May he came. The following month he left.", ("The following month", "2024-06")),
        ("en", "On 12 May he came. The following Monday he left.", ("The following Monday", "2024-05-13")),
        ("en", "On 12 May he came. After two days, he left.", ("After two days", "2024-05-14")),
    ],
)
def test_a_story_goes_on_from_the_date_before(language, text, expected):
    (mention,) = find(text, TUESDAY, language)[1:]
    assert (mention.text, mention.span.edtf, mention.decided) == (*expected, "earlier date")


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("uk", "12 травня він прибув. Через два дні він поїде.", "2024-11-28"),
        ("uk", "12 травня він прибув. Через два дні буде відставка.", "2024-11-28"),
        ("ru", "12 мая он приехал. Через месяц он уедет.", "2024-12"),
        ("pl", "12 maja przyjechał. Po dwóch dniach wyjedzie.", "2024-11-28"),
        ("pl", "12 maja przyjechał. W następnym miesiącu będzie szczyt.", "2024-12"),
        ("en", "On 12 May he came. He will leave the next month.", "2024-12"),
        ("en", "On 12 May he came. They meet next month.", "2024-12"),
    ],
)
def test_words_of_the_future_count_from_the_anchor(language, text, edtf):
    (mention,) = find(text, TUESDAY, language)[1:]
    assert mention.span.edtf == edtf


def test_what_goes_on_after_a_stretch_is_no_date():
    assert leaning("On 12 May talks began. After two days of talks they left.", "en") == []
    assert leaning("Am 12. Mai begann es. Nach zwei Tagen Verhandlungen gingen sie.", "de") == []


def test_a_story_goes_on_from_what_has_been_not_from_what_lies_ahead():
    text = "On 17 May she spoke. In January he will take office. The next day Kyiv answered."
    assert leaning(text, "en")[1] == ("The next day", "2024-05-18", "On 17 May")


def first_and_leaning(text: str, language: str, anchor: date = TUESDAY) -> list[tuple[str, str]]:
    return [(m.text, m.span.edtf) for m in find(text, anchor, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "He came on 5 May 2019. In the autumn of that year he left. In June that year she did. "
            "Later that year they met.",
            ["2019-05-05", "2019-23", "2019-06", "[2019-06..2019-12]"],
        ),
        ("en", "In 2019 he came. That year he left.", ["2019", "2019"]),
        (
            "en",
            "On 5 May 2018 he came. In 2019 she did. In the summer of that year he left.",
            ["2018-05-05", "2019", "2019-22"],
        ),
        ("de", "Am 5. Mai 2019 kam er. Im Herbst desselben Jahres ging er.", ["2019-05-05", "2019-23"]),
        ("de", "Im Mai 2019 kam er. Ende jenes Jahres ging er.", ["2019-05", "2019-39"]),
        ("uk", "5 травня 2019 року він прийшов. Восени того ж року пішов.", ["2019-05-05", "2019-23"]),
        ("ru", "5 мая 2019 года он пришёл. Осенью того же года ушёл.", ["2019-05-05", "2019-23"]),
        ("pl", "W 2019 roku przyszedł. Jesienią tego samego roku odszedł.", ["2019", "2019-23"]),
        ("fr", "Il vint en 2019. À l’automne de cette année-là, il partit.", ["2019", "2019-23"]),
        ("fr", "Il vint le 5 mai 2019. En juin de la même année, il partit.", ["2019-05-05", "2019-06"]),
    ],
)
def test_that_year_is_the_one_last_spoken_of(language, text, expected):
    assert [edtf for _, edtf in first_and_leaning(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("en", "in May of that year"),
        ("en", "from May to July of that year"),
        ("de", "im Herbst desselben Jahres"),
        ("uk", "восени того ж року"),
        ("ru", "осенью того же года"),
        ("pl", "jesienią tego samego roku"),
        ("fr", "à l'automne de cette année-là"),
    ],
)
def test_of_that_year_alone_names_no_year(language, phrase):
    assert find(phrase, TUESDAY, language) == []
    with pytest.raises(NotADate, match="counted from"):
        read(phrase, TUESDAY, language)


def test_that_friday_is_of_the_same_week():
    text = "It leaked on Aug. 21. That Friday he resigned. The following Monday she did."
    assert first_and_leaning(text, "en", date(2023, 9, 4)) == [
        ("on Aug. 21", "2023-08-21"),
        ("That Friday", "2023-08-25"),
        ("The following Monday", "2023-08-28"),
    ]


def test_days_after_what_lasted_are_counted_from_its_end():
    text = "The talks ran from 3 to 8 May. Two days later they failed."
    assert first_and_leaning(text, "en")[1] == ("Two days later", "2024-05-10")
    text = "The talks ran from 3 to 8 May. The day before, he had left."
    assert first_and_leaning(text, "en")[1] == ("The day before", "2024-05-02")
