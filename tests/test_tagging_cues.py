"""Words of stance in six languages, with negation, and which words decided."""

import pytest

from timeline.tagging.cues import STANCES, cues
from timeline.tagging.languages import CODES, table
from timeline.tagging.tokens import tokens

CASES = {
    "en": [
        ("Scholz ruled out Taurus.", "ruled out", "opposes", None),
        ("Blinken does not rule out strikes.", "not rule out", "leans-support", "not"),
        ("Berlin refused to rule out strikes.", "refused to rule out", "leans-support", "refused to"),
        ("Berlin refused to support the plan.", "refused", "opposes", None),
        ("Trump remains opposed to it.", "remains opposed", "opposes", None),
        ("He no longer opposes it.", "no longer opposes", "leans-support", "no longer"),
        ("Kyiv urged Berlin to allow strikes.", "urged Berlin to", "supports", None),
        ("Rome urged Berlin not to send it.", "urged Berlin not to", "opposes", None),
        ("She didn’t support it.", "t support", "opposes", None),
        ("It not only supports the step.", "supports", "supports", None),
        ("He pondered whether to approve it.", "whether to", "undecided", None),
        ("He has not approved it.", "not approved", "undecided", "not"),
        ("Macron is open to it.", "open to", "leans-support", None),
        ("Macron is not open to it.", "not open to", "leans-oppose", "not"),
        ("They are reluctant.", "reluctant", "leans-oppose", None),
        ("No decision was made.", "No decision", "undecided", None),
        ("Amnesty called the step reckless.", "called the step reckless", "opposes", None),
        ("It is not a rule, it rejects limits.", "rejects", "opposes", None),
    ],
    "de": [
        ("Scholz lehnt die Lieferung ab.", "lehnt die Lieferung ab", "opposes", None),
        ("Scholz lehnt die Lieferung nicht ab.", "lehnt die Lieferung nicht ab", "leans-support", "nicht"),
        (
            "Er schließt eine Lieferung nicht aus.",
            "schließt eine Lieferung nicht aus",
            "leans-support",
            "nicht",
        ),
        ("Merz fordert Taurus.", "fordert", "supports", None),
        ("Die FDP unterstützt das nicht.", "unterstützt das nicht", "opposes", "nicht"),
        ("Pistorius prüft die Bitte.", "prüft", "undecided", None),
        ("Sie zögert.", "zögert", "undecided", None),
    ],
    "fr": [
        ("Macron soutient l’envoi.", "soutient", "supports", None),
        ("Macron n’exclut pas l’envoi.", "n’exclut", "leans-support", "n"),
        ("Paris s’oppose à l’envoi.", "s’oppose", "opposes", None),
        ("Paris est réticent.", "réticent", "leans-oppose", None),
        ("Macron envisage des livraisons.", "envisage", "undecided", None),
    ],
    "pl": [
        ("Sikorski poparł decyzję.", "poparł", "supports", None),
        ("Sikorski nie wyklucza tego.", "nie wyklucza", "leans-support", "nie"),
        ("Orbán sprzeciwił się temu.", "sprzeciwił się", "opposes", None),
        ("Rząd rozważa dostawę.", "rozważa", "undecided", None),
        ("Premier ostrzegł Berlin.", "ostrzegł", "leans-oppose", None),
    ],
    "uk": [
        ("Зеленський закликав дозволити удари.", "закликав", "supports", None),
        ("Байден не виключає цього.", "не виключає", "leans-support", "не"),
        ("Шольц виступив проти поставок.", "виступив проти", "opposes", None),
        ("Берлін розглядає запит.", "розглядає", "undecided", None),
        ("Він зобов’язався допомогти.", "зобов’язався", "supports", None),
    ],
    "ru": [
        ("Путин осудил решение.", "осудил", "opposes", None),
        ("Лавров не исключил этого.", "не исключил", "leans-support", "не"),
        ("Байден поддержал идею.", "поддержал", "supports", None),
        ("Белый дом рассматривает просьбу.", "рассматривает", "undecided", None),
        ("Он опасается эскалации.", "опасается", "leans-oppose", None),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "words", "stance", "negated"),
    [(code, *case) for code in CASES for case in CASES[code]],
)
def test_the_first_cue(language, text, words, stance, negated):
    first = cues(text, tokens(text), language)[0]
    turned = first.negated and text[slice(*first.negated)]
    assert (text[first.start : first.end], first.stance, turned) == (words, stance, negated)
    assert first.text == words


def test_the_deciding_words_are_shown_apart():
    text = "Kyiv urged its partners in Berlin to act, and they did not object to it."
    urged, object_ = cues(text, tokens(text), "en")
    assert [text[slice(*place)] for place in urged.words] == ["urged", "to"]
    assert [text[slice(*place)] for place in object_.words] == ["not", "object to"]


@pytest.mark.parametrize(
    "text", ["Support is a noun.", "He may march on.", "The talks began on the 3rd.", ""]
)
def test_what_tells_no_stance(text):
    assert cues(text, tokens(text), "en") == ()


@pytest.mark.parametrize("code", CODES)
def test_tables_are_sound(code):
    rows = table(code).CUES
    assert {stance for stance, _, _ in rows} == set(STANCES)
    assert {negated for _, negated, _ in rows} <= {*STANCES, None}
    said = [phrase.strip() for _, _, phrases in rows for phrase in phrases.split(",")]
    assert all(said) and len(set(said)) == len(said)
