"""Where sentences end, in six languages, and that nothing is lost between them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import find
from timeline.tagging import sentences
from timeline.tagging.languages import CODES, guess

# One text a line, its sentences divided by " | ".
SENTENCES = {
    "en": [
        "Blinken spoke on Nov. 13. | He left.",
        "U.S. President Joe Biden met Gen. Mark Milley and Sen. Lindsey Graham. | Nobody spoke.",
        "It was agreed in the U.S. | The talks go on.",
        "J.D. Vance and Charles Q. Brown met. | W. Bush did not.",
        "Item No. 5 was struck. | Did they agree? | No. | They did not.",
        "It began at 5 p.m. on Monday. | They met at 6 p.m. | Kyiv agreed.",
        "“Why?” he asked. | “Because it works,” she said.",
        '"They know it." | "They do not."',
        "He wondered ... then left. | She waited… | Nobody came.",
        "In 2023. | In 2024, version 2.5 cost $3.5 million. | (See p. 7.) | Done!",
        "Is it?! | It is.",
        "1. The first point. | 2. The second point.",
    ],
    "de": [
        "Am 3. Mai sprach Kanzler Scholz z. B. mit Dr. Baerbock. | Er ging.",
        "Im 2. Quartal 2024 kam Hilfe, u. a. aus Bonn. | Das war 2023. | Berlin wartet.",
        "Er sagte: „Nein.“ | Dann schwieg er.",
        "Es kamen 3. | Danach ging er.",
    ],
    "uk": [
        "У 2023 р. Байден погодився. | Потім усе змінилося.",
        "Це сталося в Києві восени 2023 р. | Байден мовчав.",
        "Ген. Залужний і В. Зеленський були на вул. Шевченка, ім. якого тут немає. | Так.",
        "Поставили 5 тис. снарядів, тобто ст. 5 діє. | «Ні», — сказав він.",
    ],
    "ru": [
        "В 2023 г. Путин отказался. | Потом всё изменилось.",
        "Завод им. Ленина, т. е. цех, закрыт. | А дальше?",
        "Это было в Москве в начале 2023 г. | Байден молчал.",
    ],
    "fr": [
        "M. Macron a parlé le 3 mai. | Il a dit : « Oui. » | Puis M. Barrot est parti.",
        "Le gén. Burkhard et Mme. Colonna sont venus. | Pourquoi ?",
    ],
    "pl": [
        "3 maja 2024 r. Tusk zabrał głos. | Potem milczał.",
        "Gen. Nowak, m.in. z ul. Długiej, był tam. | Art. 5 działa.",
        "Było to w Warszawie wiosną 2024 r. | Rząd czekał.",
    ],
}


@pytest.mark.parametrize(
    ("language", "marked"), [(code, text) for code in SENTENCES for text in SENTENCES[code]]
)
def test_sentences_end_where_they_end(language, marked):
    parts = marked.split(" | ")
    assert [sentence.text for sentence in sentences(" ".join(parts), language)] == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Biden lets Kyiv strike\n\nThe decision came late.",
            ["Biden lets Kyiv strike", "The decision came late."],
        ),
        (
            "Talks go on\nEfforts began. They last.\nEnd",
            ["Talks go on", "Efforts began.", "They last.", "End"],
        ),
        (
            "A text in lines\nthat are wrapped, as President\nBiden knows, and\ngoes on.",
            ["A text in lines\nthat are wrapped, as President\nBiden knows, and\ngoes on."],
        ),
        ("Line one\r\n\r\nLine two.\r\n", ["Line one", "Line two."]),
        ("On Nov.\u00a013 he left. Then\u00a0she did.", ["On Nov.\u00a013 he left.", "Then\u00a0she did."]),
        ("  \n\t\n", []),
        ("", []),
    ],
)
def test_lines_and_white_space(text, expected):
    assert [sentence.text for sentence in sentences(text, "en")] == expected


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "He spoke at 5 p.m. Tuesday. | Biden left."),
        ("en", "It began at 9 a.m. Nov. 13, 2024. | Biden left."),
        ("en", "It began on Nov. 13. | Biden left."),
        ("en", "It began on Nov. 13. | 300 people came."),
        ("en", "He left in May. | 2024 was hard."),
        ("en", "They met at 6 p.m. | Kyiv agreed on Tuesday."),
        ("de", "Er kam am 13. November. | Biden ging."),
        ("de", "Es war Mitte Nov. | Dann ging er."),
        ("pl", "Przyszedł 13. listopada. | Tusk poszedł."),
        ("uk", "Це було 13 трав. 2024 р. | Байден пішов."),
        ("ru", "Это было 13 нояб. 2024 г. | Байден ушёл."),
        ("fr", "Il est venu le 3 nov. 2024. | Macron partit."),
    ],
)
def test_no_sentence_ends_inside_a_date(language, marked):
    parts = marked.split(" | ")
    text = " ".join(parts)
    dated = find(text, date(2024, 11, 26), language)
    assert dated
    assert [sentence.text for sentence in sentences(text, language, dated)] == parts


def test_a_date_over_two_lines_stays_whole():
    text = "He spoke.\n\nIt was 5 p.m.\nTuesday."
    dated = find(text, date(2024, 11, 26), "en")
    assert [each.text for each in sentences(text, "en", dated)] == ["He spoke.", "It was 5 p.m.\nTuesday."]


def test_a_language_without_a_table_is_read_by_the_general_rules():
    assert [each.text for each in sentences("Vláda čeká. Praha mlčí.", "cs")] == [
        "Vláda čeká.",
        "Praha mlčí.",
    ]
    assert [each.text for each in sentences("Am 3. Mai kam er.", "de-AT")] == ["Am 3. Mai kam er."]


@pytest.mark.parametrize("code", CODES)
def test_the_language_of_a_text_is_told_by_its_function_words(code):
    assert guess(" ".join(SENTENCES[code]).replace("|", "")) == code
    assert guess("1234 +++") is None


pieces = st.sampled_from(
    [*'.!?…\n\r\t "”»(«’-', "Nov", "U.S", "Gen", "р", "z. B", "3", "The", "a", "\u00a0", "й", "Łódź"]
)


@given(st.lists(pieces, max_size=60).map("".join), st.sampled_from([*CODES, None, "cs"]))
def test_sentences_hold_everything_but_white_space(text, language):
    found, end = sentences(text, language), 0
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert not text[end : sentence.start].strip()
        end = sentence.end
    assert not text[end:].strip()
