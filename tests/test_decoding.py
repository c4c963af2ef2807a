"""Texts in encodings that they do not name: read rightly, or refused."""

import pytest

from timeline.ingest.decoding import decoded
from timeline.ingest.unreadable import Unreadable

TEXTS = {
    "uk": "Президент Зеленський сказав у Києві, що вони отримають ракети, якщо їх не зупинять.",
    "ru": "Президент сказал в Москве, что они ответят ударом, если ракеты прилетят.",
    "pl": "Premier powiedział, że Polska nie wyśle pocisków, które są jej potrzebne.",
    "de": "Der Kanzler sagte für die Regierung, dass sie keine Marschflugkörper schickt.",
    "fr": "Le président a dit que la France et ses alliés étaient prêts à répondre.",
    "en": "The minister said that it was “naïve” and he would not go.",
}
ENCODINGS = [
    ("uk", "cp1251"), ("uk", "koi8-u"), ("uk", "iso8859-5"), ("uk", "utf-16-le"), ("uk", "utf-16-be"),
    ("ru", "cp1251"), ("ru", "koi8-u"), ("ru", "cp866"), ("ru", "iso8859-5"), ("ru", "utf-16"),
    ("ru", "utf-32"),
    ("pl", "cp1250"), ("pl", "iso8859-2"), ("pl", "utf-16-le"),
    ("de", "cp1252"), ("de", "mac-roman"), ("de", "iso8859-1"), ("de", "utf-16-be"),
    ("fr", "cp1252"), ("fr", "mac-roman"), ("en", "cp1252"), ("en", "mac-roman"), ("en", "utf-16-le"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_a_text_is_read_in_the_encoding_that_makes_words_of_it(language, encoding):
    assert decoded(TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        ("Київ".encode("koi8-u"), "koi8-u", "Київ"),
        ("Київ".encode(), "koi8-u", "Київ"),
        ("Київ, столиця".encode("cp1251"), "nonsense", "Київ, столиця"),
        ("Київ, столиця".encode("cp1251"), "hex", "Київ, столиця"),
        ("\ufeffКиїв".encode("utf-16-be"), "utf-8", "Київ"),
        (b"caf\xe9", None, "café"),
    ],
)
def test_what_is_marked_or_declared_is_believed_as_far_as_it_can_be(content, declared, text):
    assert decoded(content, declared) == text


@pytest.mark.parametrize(
    "content",
    [
        "قال الرئيس إن أوكرانيا ستحصل على الصواريخ".encode("cp1256"),
        "大統領はミサイルを送らないと言った".encode("shift-jis"),
    ],
)
def test_letters_of_others_are_refused_rather_than_mistaken(content):
    with pytest.raises(Unreadable, match="Its letters could not be told"):
        decoded(content)
