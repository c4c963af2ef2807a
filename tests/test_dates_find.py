"""Sentences and the dates that are found in them: text, EDTF, and what the context decided."""

from datetime import date

import pytest

from timeline.dates import find, plain

TUESDAY = date(2024, 11, 26)


def found(text: str, language: str | None = "en") -> list[tuple[str, ...]]:
    mentions = find(text, TUESDAY, language)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return [(m.text, m.span.edtf, *filter(None, (m.decided, m.decided_by))) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amy Adams told reporters so on Nov. 26.", [("on Nov. 26", "2024-11-26")]),
        ("In mid-November, Bo signed.", [("In mid-November", "[2024-11-11..2024-11-20]")]),
        (
            "The minister will take office in January and was elected on 5 November.",
            [
                ("in January", "2025-01", "tense", "take office"),
                ("on 5 November", "2024-11-05"),
            ],
        ),
        ("She said on Monday that they will come.", [("on Monday", "2024-11-25")]),
        ("The talks began in March.", [("in March", "2024-03")]),
        (
            "They may support it, and the march on Kyiv would spring few surprises this fall.",
            [("this fall", "2024-23")],
        ),
        ("It may be on May 5 or in May 2023.", [("on May 5", "2024-05-05"), ("in May 2023", "2023-05")]),
        ("The F-16, the T-90s, Article 51, Resolution 2722 and 24 hours a day, 300 km away.", []),
        ("World War II, the Winter War and a ten-year accord cost $2,024 million.", []),
        ("A poll of 2000 soldiers; 94-1; page 2020; in 2022 they left.", [("in 2022", "2022")]),
        (
            "Ann spoke on 12 May. A day later Ben answered, and that Monday nobody came.",
            [
                ("on 12 May", "2024-05-12"),
                ("A day later", "2024-05-13", "earlier date", "on 12 May"),
                ("that Monday", "2024-05-13", "earlier date", "A day later"),
            ],
        ),
        (
            "Four days after that interview on 24 May, Eve resigned.",
            [("on 24 May", "2024-05-24")],
        ),
        (
            "On 12 July 2023 they met; at the end of that month they signed, on the 30th.",
            [
                ("On 12 July 2023", "2023-07-12"),
                ("at the end of that month", "[2023-07-21..2023-07-31]", "earlier date", "On 12 July 2023"),
                ("on the 30th", "2023-07-30", "earlier date", "at the end of that month"),
            ],
        ),
        ("Talks lasted from 3 to 5 June.", [("from 3 to 5 June", "2024-06-03/2024-06-05")]),
        (
            "Since February 2022, or within months.",
            [("Since February 2022", "2022-02/.."), ("within months", "[2024-11-26~..2025-02-26~]")],
        ),
        ("April Ryan spoke of the March 15 vote.", [("the March 15", "2024-03-15")]),
        ("the counteroffensive of 2023", [("2023", "2023")]),
        ("She left on Monday. Then it rained.", [("on Monday", "2024-11-25")]),
        ("It goes on in the second half of 2023.", [("in the second half of 2023", "2023-41")]),
        (
            "He signed on 22 October - on Monday he resigned.",
            [("on 22 October", "2024-10-22"), ("on Monday", "2024-11-25")],
        ),
        ("It fell on Good Friday, or on Easter Monday.", []),
        ("every Monday, each May, on the 82nd Airborne, the 3rd Brigade", []),
    ],
)
def test_dates_are_found_in_english(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Scholz sagte am Freitagabend, bis Ende Mai werde nichts geliefert.",
            ["am Freitagabend", "bis Ende Mai"],
        ),
        (
            "de",
            "Der Artikel 51 gilt seit 1945; Mitte November 2024 änderte sich das.",
            ["seit 1945", "Mitte November 2024"],
        ),
        (
            "fr",
            "Le ministre a été reçu mardi 16 janvier, puis l'été dernier.",
            ["mardi 16 janvier", "l'été dernier"],
        ),
        (
            "uk",
            "У середині листопада президент заявив, що у 2025 році буде інакше.",
            ["У середині листопада", "у 2025 році"],
        ),
        ("de", "Das dauerte von Mai bis Juli 2023.", ["von Mai bis Juli 2023"]),
        ("ru", "Окружающая среда пострадала в среду, 25 сентября.", ["в среду, 25 сентября"]),
        (
            "pl",
            "W połowie maja minister powiedział, że od 3 do 5 czerwca nic nie było.",
            ["W połowie maja", "od 3 do 5 czerwca"],
        ),
    ],
)
def test_dates_are_found_in_every_language(language, text, expected):
    assert [mention.text for mention in find(text, TUESDAY, language)] == expected
    assert find(text, TUESDAY) == find(text, TUESDAY, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "cs",
            "Ve čtvrtek 21. listopadu to řekl; začalo to 24. února 2022.",
            [("24. února 2022", "2022-02-24")],
        ),
        (
            "es",
            "El 7 de octubre de 2023 y en mayo de 2024, según la resolución 2022 y 24 horas.",
            [("7 de octubre de 2023", "2023-10-07"), ("mayo de 2024", "2024-05")],
        ),
        ("ja", "会議は2024年11月26日に開かれた。", [("2024年11月26日", "2024-11-26")]),
        ("zz", "24. února 2022", []),
    ],
)
def test_without_a_table_only_dates_with_their_years_are_found(language, text, expected):
    assert found(text, language) == expected


def test_the_work_for_a_long_text_without_a_table_is_bounded():
    assert len(find("24. února 2022; " * 5000, TUESDAY, "cs")) == plain.MOST
