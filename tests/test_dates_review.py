"""Phrases that a review found misread: each is read as it says, or refused."""

from datetime import date

import pytest

from timeline.dates import NotADate, find, read
from timeline.dates.languages import TABLES
from timeline.dates.lexer import language, tokens

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
