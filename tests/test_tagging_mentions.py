"""Whom and what a text names: whole words, longest match, last names where they are safe."""

from datetime import date

import pytest

from timeline.tagging import Vocabulary, tag
from timeline.tagging.inflection import bend
from timeline.tagging.terms import Term, last_name, topic_forms

ACTORS = [
    ("biden", "Joe Biden", ["President Biden", "Джо Байден"], "person"),
    ("white-house", "White House", ["Biden administration"], "institution"),
    ("brown", "Charles Q. Brown", ["CQ Brown"], "person"),
    ("burns", "William Burns", ["Bill Burns"], "person"),
    ("graham", "Lindsey Graham", None, "person"),
    ("scholz", "Olaf Scholz", [], "person"),
    ("merz", "Friedrich Merz", [], "person"),
    ("zelensky", "Volodymyr Zelensky", ["Zelenskyy", "Володимир Зеленський", "Владимир Зеленский"], "person"),
    ("sikorski", "Radosław Sikorski", [], "person"),
    ("roettgen", "Norbert Röttgen", [], "person"),
    ("strack-zimmermann", "Marie-Agnes Strack-Zimmermann", [], "person"),
    ("leyen", "Ursula von der Leyen", [], "person"),
    ("trump", "Donald Trump", [], "person"),
    ("trump-jr", "Donald Trump Jr.", [], "person"),
    ("vance", "JD Vance", [], "person"),
    ("congress", "US Congress", ["Congress", "House", "Senate"], "legislature"),
    ("forces", "Armed Forces of Ukraine", ["AFU", "ЗСУ"], "institution"),
    ("cdu-csu", "CDU/CSU", ["Union"], "party"),
    ("bundestag", "Bundestag", [], "legislature"),
    ("rada", "Verkhovna Rada", ["Верховна Рада"], "legislature"),
    ("nato", "NATO", [], "alliance"),
    ("nato-pa", "NATO Parliamentary Assembly", [], "legislature"),
    ("usa", "United States", ["Washington"], "state"),
    ("ukraine", "Ukraine", ["Kyiv", "Україна", "Київ", "Украина"], "state"),
    ("poland", "Poland", ["Warszawa", "Polska"], "state"),
    ("eu", "European Union", ["EU"], "alliance"),
]
TOPICS = [
    ("atacms", "ATACMS"),
    ("taurus", "Taurus KEPD 350"),
    ("storm-shadow", "Storm Shadow"),
    ("f-16", "F-16"),
    ("mines", "Anti-personnel mines"),
    ("clusters", "Cluster munitions (DPICM)"),
    ("himars", "HIMARS and GMLRS"),
    ("guarantees", "Security guarantees and agreements"),
]
QUESTIONS = [
    ("send-taurus", "Should Germany send Taurus?"),
    ("send-rockets", "Should anyone send HIMARS?"),
    ("allow-rockets", "May HIMARS be used everywhere?"),
    ("lift-limits", "Should limits go?", ["limits on strikes"]),
]
WORDS = Vocabulary(ACTORS, TOPICS, QUESTIONS)


def named(text, language="en", kind="actors"):
    found = getattr(tag(text, date(2024, 11, 26), WORDS, language), kind)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    return [(mention.text, mention.slug) for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joe Biden met Volodymyr Zelenskyy.", [("Joe Biden", "biden"), ("Volodymyr Zelenskyy", "zelensky")]),
        ("Chancellor Olaf Scholz left.", [("Olaf Scholz", "scholz")]),
        ("The Biden administration waits.", [("Biden administration", "white-house")]),
        ("Biden’s administration waits.", [("Biden’s administration", "white-house")]),
        ("President Biden’s aides; Scholz’ aides.", [("President Biden", "biden"), ("Scholz", "scholz")]),
        ("Gen. Charles Brown and CQ Brown.", [("Charles Brown", "brown"), ("CQ Brown", "brown")]),
        ("J.D. Vance spoke.", [("J.D. Vance", "vance")]),
        (
            "U.S. Senate Republicans waited for the House.",
            [("Senate", "congress"), ("House", "congress")],
        ),
        (
            "NATO and the NATO Parliamentary Assembly.",
            [("NATO", "nato"), ("NATO Parliamentary Assembly", "nato-pa")],
        ),
        (
            "Norbert Rottgen, Roettgen, Röttgen.",
            [("Norbert Rottgen", "roettgen"), ("Roettgen", "roettgen"), ("Röttgen", "roettgen")],
        ),
        ("Radoslaw Sikorski did.", [("Radoslaw Sikorski", "sikorski")]),
        ("The CDU/CSU, or Union.", [("CDU/CSU", "cdu-csu"), ("Union", "cdu-csu")]),
        ("The U.S. has spoken, so did the US.", [("U.S.", "usa"), ("US", "usa")]),
        ("Japan, the U.S., and Kyiv.", [("U.S.", "usa"), ("Kyiv", "ukraine")]),
        ("U.S. officials and a US-led US House; LET US GO.", [("House", "congress")]),
        ("The AFU advanced; afu is nothing.", [("AFU", "forces")]),
        ("OLAF SCHOLZ SAYS NO TO KYIV", [("OLAF SCHOLZ", "scholz"), ("KYIV", "ukraine")]),
    ],
)
def test_names_and_aliases(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A house is a house, and congress may be a congress.",
        "The Washington Post and the Kyiv Independent reported it.",
        "The Soviet Union and the Polish Senate are gone.",
        "The House of Lords sat.",
        "Bidens, Scholzian, Unionist, antiNATO.",
        "Hunter Biden and Jill Biden spoke.",
        "Warm colours: Brown, white.",
        "Burns were treated.",
        "Billy Graham preached. Graham sang.",
        "KYIV, 22 November - Talks go on.",
    ],
)
def test_what_only_looks_like_a_name_is_none(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Scholz refused.", [("Scholz", "scholz")]),
        ("Biden waits. Joe Biden left.", [("Biden", "biden"), ("Joe Biden", "biden")]),
        ("Lindsey Graham spoke. Graham left.", [("Lindsey Graham", "graham"), ("Graham", "graham")]),
        (
            "On Sunday Scholz spoke; in Washington Merz did.",
            [("Scholz", "scholz"), ("Washington", "usa"), ("Merz", "merz")],
        ),
        (
            "But Scholz did, and Minister Strack-Zimmermann.",
            [("Scholz", "scholz"), ("Strack-Zimmermann", "strack-zimmermann")],
        ),
        ("Jill Biden met Joe Biden. Biden smiled.", [("Joe Biden", "biden"), ("Biden", "biden")]),
        ("Jill Scholz came. Scholz spoke.", []),
        (
            "Ursula von der Leyen came. Later von der Leyen left.",
            [("Ursula von der Leyen", "leyen"), ("von der Leyen", "leyen")],
        ),
        (
            "Donald Trump Jr. wrote. Trump Jr. posted.",
            [("Donald Trump Jr", "trump-jr"), ("Trump Jr", "trump-jr")],
        ),
        ("Trump spoke.", [("Trump", "trump")]),
    ],
)
def test_last_names(text, expected):
    assert named(text) == expected


TWO = Vocabulary(
    [
        ("olaf", "Olaf Scholz", ["Олаф Шольц", "President Scholz"], "person"),
        ("alexander", "Alexander Scholz", ["Александр Шольц", "Александер Шольц"], "person"),
        ("volodymyr", "Volodymyr Zelensky", ["Zelenskyy"], "person"),
        ("serhiy", "Serhiy Zelenskyy", [], "person"),
    ]
)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Both named in full: the bare last name, before or behind them, names neither.
        (
            "en",
            "Scholz? Olaf Scholz came. Scholz left. Alexander Scholz came. Scholz stayed.",
            "olaf alexander",
        ),
        ("de", "Olaf Scholz traf Alexander Scholz. Danach ging Scholz.", "olaf alexander"),
        ("fr", "Olaf Scholz et Alexander Scholz sont venus. Puis Scholz partit.", "olaf alexander"),
        ("pl", "Olaf Scholz i Alexander Scholz przyszli. Bez Scholza nic.", "olaf alexander"),
        ("uk", "Олаф Шольц і Александер Шольц прийшли. Потім Шольц пішов.", "olaf alexander"),
        ("ru", "Олаф Шольц и Александр Шольц пришли. Потом Шольц ушёл.", "olaf alexander"),
        # Only one of them is: that one, wherever.
        ("en", "Scholz? Alexander Scholz came. Scholz left.", "alexander alexander alexander"),
        ("de", "Olaf Scholz kam. Dann ging Scholz.", "olaf olaf"),
        ("fr", "Olaf Scholz est venu. Puis Scholz partit.", "olaf olaf"),
        ("pl", "Olaf Scholz przyszedł. Bez Scholza nic.", "olaf olaf"),
        ("uk", "Олаф Шольц прийшов. Потім Шольц пішов.", "olaf olaf"),
        ("ru", "Александр Шольц пришёл. Потом Шольц ушёл.", "alexander alexander"),
        # None is.
        ("en", "Scholz left.", ""),
        # A title that only one of them was given tells them apart.
        (
            "en",
            "Chancellor Olaf Scholz met Senator Alexander Scholz. Senator Scholz left Chancellor Scholz.",
            "olaf alexander alexander olaf",
        ),
        ("en", "Dr Olaf Scholz met Dr Alexander Scholz. Dr Scholz left.", "olaf alexander"),
        ("en", "Olaf Scholz met Minister Alexander Scholz. Chancellor Scholz left.", "olaf alexander"),
        ("en", "Olaf Scholz met Alexander Scholz. President Scholz left.", "olaf alexander olaf"),
        (
            "de",
            "Kanzler Olaf Scholz und General Alexander Scholz. Kanzler Scholz ging.",
            "olaf alexander olaf",
        ),
        ("uk", "Канцлер Олаф Шольц і генерал Александер Шольц. Канцлер Шольц пішов.", "olaf alexander olaf"),
        (
            "ru",
            "Канцлер Олаф Шольц и генерал Александр Шольц. Генерал Шольц ушёл.",
            "olaf alexander alexander",
        ),
        (
            "fr",
            "Le chancelier Olaf Scholz et le général Alexander Scholz. Le général Scholz partit.",
            "olaf alexander alexander",
        ),
        (
            "pl",
            "Kanclerz Olaf Scholz i generał Alexander Scholz. Kanclerz Scholz milczał.",
            "olaf alexander olaf",
        ),
        # A one-word alias that is another's last name is no better than a last name.
        ("en", "Volodymyr Zelensky met Serhiy Zelenskyy. Zelenskyy left.", "volodymyr serhiy"),
        ("en", "Zelenskyy left.", "volodymyr"),
    ],
)
def test_a_last_name_of_two_named_in_full_means_neither(language, text, expected):
    found = tag(text, date(2024, 1, 1), TWO, language)
    assert " ".join(mention.slug for mention in found.actors) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "Джо Байдена бачили у Києві.", [("Джо Байдена", "biden"), ("Києві", "ukraine")]),
        (
            "uk",
            "Володимиру Зеленському подякували, а Зеленська мовчала.",
            [("Володимиру Зеленському", "zelensky")],
        ),
        (
            "uk",
            "Україною пишаються; ЗСУ б’ються без Верховної Ради.",
            [("Україною", "ukraine"), ("ЗСУ", "forces"), ("Верховної Ради", "rada")],
        ),
        (
            "ru",
            "О Владимире Зеленском и Украине говорили. Зеленскому звонили.",
            [("Владимире Зеленском", "zelensky"), ("Украине", "ukraine"), ("Зеленскому", "zelensky")],
        ),
        (
            "pl",
            "Rozmowa z Bidenem i Scholzem w Warszawie.",
            [("Bidenem", "biden"), ("Scholzem", "scholz"), ("Warszawie", "poland")],
        ),
        (
            "pl",
            "Radosława Sikorskiego nie było w Polsce.",
            [("Radosława Sikorskiego", "sikorski"), ("Polsce", "poland")],
        ),
        (
            "de",
            "Bundeskanzler Scholz’ Rede und die Stimmen des Bundestags.",
            [("Scholz", "scholz"), ("Bundestags", "bundestag")],
        ),
        ("de", "Laut CDU-Chef Merz will die Europäische Union warten.", [("Merz", "merz")]),
        ("fr", "Le refus d’Olaf Scholz et de l’OTAN.", [("Olaf Scholz", "scholz")]),
    ],
)
def test_names_bend(language, text, expected):
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ATACMS, Taurus and 12 Storm Shadows; a storm, a shadow.", ["atacms", "taurus", "storm-shadow"]),
        ("F-16s and an F-16.", ["f-16", "f-16"]),
        ("Antipersonnel mines, an anti-personnel mine, Anti-personnel mines.", ["mines"] * 3),
        ("Cluster munitions, cluster munition, DPICM.", ["clusters"] * 3),
        ("HIMARS or GMLRS.", ["himars", "himars"]),
        ("A security agreement and security guarantees.", ["guarantees", "guarantees"]),
    ],
)
def test_topics_as_people_say_them(text, expected):
    assert [slug for _, slug in named(text, kind="topics")] == expected


def test_questions_are_suggested_where_only_one_asks():
    def suggested(text):
        return [each.questions for each in tag(text, date(2024, 11, 26), WORDS, "en").candidates]

    assert suggested("Scholz ruled out Taurus on Monday.") == [("send-taurus",)]
    assert suggested("Scholz ruled out HIMARS on Monday.") == [()]
    assert suggested("Merz attacked the limits on strikes on Monday.") == [("lift-limits",)]


def test_forms_are_derived_by_rule():
    assert last_name("Donald Trump Jr.") == ("Trump", "Jr")
    assert last_name("Espen Barth Eide") == ("Eide",)
    said = {" ".join(form.words) for form in topic_forms(Term("x", "Oreshnik missile"))}
    assert {"Oreshnik missile", "Oreshnik"} <= said
    assert bend("NATO", "pl") == frozenset() and bend("Київ", "uk") >= {"Києва", "Києву", "Києві", "Києвом"}


@pytest.mark.parametrize("name", ["Jens Müller", "Iwan Wiśniewski", "Uwe Weiß", "John Smith", "Олег Петров"])
def test_last_names_that_say_too_little_may_have_accents(name):
    one = Vocabulary([("one", name, [], "person")])
    last = name.split()[-1]
    assert not tag(f"{last} ...", date(2024, 1, 1), one, "en").actors
    assert len(tag(f"{name} ... {last}", date(2024, 1, 1), one, "en").actors) == 2
