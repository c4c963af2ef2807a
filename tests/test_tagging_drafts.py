"""What is drafted from a sentence: its title, kind and quote, and whom a text introduces."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.tagging import Vocabulary, newcomers, tag
from timeline.tagging.kinds import kind_of
from timeline.tagging.quoting import locate, quote_of, quotes, whole
from timeline.tagging.titles import LONGEST, title_of

TEXT = "“It’s late,” the mayor\nsaid — “too late”… She left on 3 May."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It's late", "It’s late"),
        ('"too late"...', "“too late”…"),
        ("the mayor said - ", "the mayor\nsaid —"),
        ("mayor  said", "mayor\nsaid"),
        ("too lateish", None),
        ("The mayor", None),
        ("  ", None),
        ("", None),
    ],
)
def test_words_are_found_whatever_the_typography(words, found):
    place = locate(TEXT, words)
    assert (place and TEXT[slice(*place)].strip()) == found


def test_of_several_places_the_nearest_is_meant():
    assert [locate("late, too late", "late", near) for near in (0, 6, 99)] == [(0, 4), (10, 14), (10, 14)]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("It's late", True),
        ("It’s late … too late", True),
        ("too late […] 3 May", True),
        ("3 May … too late", False),
        ("It was late", False),
        ("…", False),
        ("", False),
    ],
)
def test_a_quote_stands_in_its_text_word_for_word(quote, stands):
    assert quotes(TEXT, quote) is stands


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_piece_of_any_text_is_found_in_it(text, start, end):
    piece = text[min(start, end) : max(start, end)]
    place = locate(text, piece, min(start, end))
    assert place is None or quotes(text, piece) or not piece.strip(" .…[]()\u00ad\u200b")
    if piece.strip() and piece.isascii() and piece.isprintable():
        assert place


def test_a_long_sentence_is_quoted_where_the_evidence_stands():
    sentence = (
        "Nobody who was there, and there were many, can say " + "very " * 20 + "surely that Ada ruled it out."
    )
    at = sentence.index("ruled")
    quote = quote_of(sentence, 0, len(sentence), [(at, at + 9), (at - 4, at - 1)], 10)
    assert quote.endswith("that Ada ruled it out.") and len(quote.split()) <= 10 and quote in sentence
    assert quote_of("Ada ruled it out.", 0, 17, [], 10) == "Ada ruled it out."


def test_a_text_without_full_stops_is_quoted_around_its_evidence():
    text = "and so on " * 5000 + "Ada ruled it out " + "and so on " * 5000
    at = text.index("ruled")
    assert "Ada ruled it out" in quote_of(text, 0, len(text), [(at - 4, at + 12)], 10)


@pytest.mark.parametrize(
    ("sentence", "date_words", "title"),
    [
        ("On Sunday Ada Brook ruled it out.", "On Sunday", "Ada Brook ruled it out"),
        ("Ada Brook on Sunday ruled it out.", "on Sunday", "Ada Brook ruled it out"),
        ("Ada Brook, on Sunday, ruled it out.", "on Sunday", "Ada Brook ruled it out"),
        ("Ada Brook ruled it out on Sunday.", "on Sunday", "Ada Brook ruled it out"),
        ("On Sunday, six boats came.", "On Sunday", "Six boats came"),
        ("LUNFORD (20 June 2024) - Six boats came.", "", "Six boats came"),
        ("Six boats came,\nall of them late.", "", "Six boats came, all of them late"),
    ],
)
def test_a_title_says_what_and_not_when(sentence, date_words, title):
    start = sentence.index(date_words)
    assert title_of(sentence, (start, start + len(date_words)) if date_words else None) == title


def test_a_long_title_is_cut_at_a_clause_or_behind_a_word():
    clause = title_of("The mayor of Lunford said that the bridge would be closed, " + "and so on " * 20)
    assert clause == "The mayor of Lunford said that the bridge would be closed"
    words = title_of("The mayor of Lunford said " + "nothing " * 30)
    assert words.endswith("nothing…") and len(words) <= LONGEST


@pytest.mark.parametrize(
    ("sentence", "language", "kind"),
    [
        ("Parliament voted for the bridge.", "en", "vote"),
        ("Six missiles struck the depot.", "en", "strike"),
        ("Der Bundestag hat abgestimmt, stimmte aber dagegen.", "de", "vote"),
        ("Президент попередив про наслідки.", "uk", "warning"),
        ("She said no.", "en", "statement"),
        ("Ei puhunut.", "fi", "statement"),
    ],
)
def test_the_words_suggest_a_kind(sentence, language, kind):
    assert kind_of(sentence, language) == kind


KNOWN = Vocabulary(actors=[("scholz", "Olaf Scholz", [], "person"), ("nato", "NATO", [], "alliance")])


def introduced(text, language="en"):
    return [(n.text, n.role) for n in newcomers(text, tag(text, date(2024, 5, 3), KNOWN, language))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Jan Lipavský said no.", [("Jan Lipavský", "Foreign Minister")]),
        ("John Healey, the defence secretary, agreed.", [("John Healey", "the defence secretary")]),
        ("General Charles Q. Brown met Chancellor Olaf Scholz.", [("Charles Q. Brown", "General")]),
        (
            "Prime Minister Ulf Kristersson came; Ulf Kristersson left.",
            [("Ulf Kristersson", "Prime Minister")],
        ),
        (
            "Commission President Ursula von der Leyen spoke.",
            [("Ursula von der Leyen", "Commission President")],
        ),
    ],
)
def test_people_are_introduced_by_title_or_role(text, expected):
    assert introduced(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Scholz, the chancellor, said no.",
        "Chancellor Scholz said no.",
        "The Republican Party Congress met in Long Beach.",
        "The Financial Times, the general said, was wrong.",
        "President Biden and Senator Graham left on Monday Morning.",
        "LONG RANGE WEAPONS, THE MINISTER SAID",
        "Storm Shadow missiles struck Sevastopol Bay.",
        "White House officials met State Department Staff.",
        "",
    ],
)
def test_capitals_alone_introduce_nobody(text):
    assert introduced(text) == []


def test_german_titles_stand_before_the_name():
    assert introduced("Verteidigungsminister Boris Pistorius traf die Große Koalition.", "de") == [
        ("Boris Pistorius", "Verteidigungsminister")
    ]


@pytest.mark.parametrize(
    ("selected", "meant"),
    [
        (". He will go", "He will go"),
        (" will go, ", "will go"),
        ("ill g", "will go"),
        ("“Soon,” she sai", "“Soon,” she said"),
        ("go, “Soon,” ", "go, “Soon,”"),
        (", ", ", "),
    ],
)
def test_a_selection_is_taken_for_the_words_that_it_means(selected, meant):
    text = "No. He will go, “Soon,” she said."
    start = text.index(selected)
    first, last = whole(text, start, start + len(selected))
    assert text[first:last] == meant
