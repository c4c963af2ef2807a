"""Which events, actors and sources are likely one, and which only look so: literal examples, with reasons."""

from datetime import date
from itertools import combinations

import pytest

from timeline.ingest.likeness import (
    ActorTraits,
    EventTraits,
    SourceTraits,
    actors_alike,
    events_alike,
    likely_pairs,
    likest,
    sources_alike,
)
from timeline.ingest.likeness.pairs import candidates
from timeline.ingest.likeness.sources import same_address

BIDEN, SCHOLZ = {"joe-biden": "Joe Biden"}, {"olaf-scholz": "Olaf Scholz"}
ZELENSKY = {"volodymyr-zelensky": "Volodymyr Zelensky"}
ATACMS, TAURUS = {"atacms": "ATACMS"}, {"taurus": "Taurus"}
PERMISSION, ANNOUNCED = date(2024, 11, 17), date(2024, 5, 28)
REUTERS, SPIEGEL = {"reuters-1117": "Reuters"}, {"spiegel-0528": "Der Spiegel"}


def event(title, day=PERMISSION, until=None, **traits):
    """An event of one day, or of some span."""
    return EventTraits(title, earliest=day, latest=until or day, **traits)


SAME_EVENT = [
    (
        event("Biden lets Ukraine strike Russia with ATACMS", actors=BIDEN, topics=ATACMS, sources=REUTERS),
        event("Biden permits ATACMS strikes into Russia", actors=BIDEN, topics=ATACMS, sources=REUTERS),
        ["same day", "both name Joe Biden", "both are about ATACMS", "both cite Reuters"],
    ),
    (
        event("Biden permits ATACMS strikes into Russia", actors=BIDEN, topics=ATACMS, kind="decision"),
        event(
            "US authorises Ukraine to use ATACMS against Russia",
            summary="President Biden permits strikes into Russia with ATACMS, two officials say.",
            actors=BIDEN, topics=ATACMS, kind="report",
        ),
        ["same day", "similar words"],
    ),
    (
        event("Biden permits ATACMS strikes into Russia"),  # as an article's sentence may propose it
        event("Biden permits ATACMS strikes in Russia", until=date(2024, 11, 18), actors=BIDEN),
        ["dates overlap", "the same words"],
    ),
    (
        event("First ATACMS hit Karachev depot in Bryansk region", date(2024, 11, 19), topics=ATACMS),
        event("ATACMS hit depot at Karachev, Bryansk region", date(2024, 11, 20), topics=ATACMS),
        ["a day apart"],
    ),
    (
        event("Scholz rejects Taurus deliveries", actors=SCHOLZ, topics=TAURUS),
        event("Scholz: no delivery of Taurus", actors=SCHOLZ, topics=TAURUS),
        ["both name Olaf Scholz"],
    ),
    (
        event("Шольц відмовився постачати ракети Taurus", actors=SCHOLZ),
        event("Шольц відмовив у постачанні ракет Taurus", actors=SCHOLZ),
        ["same day"],
    ),
    (EventTraits("Talks on guarantees begin"), event("Talks on guarantees begin"), ["the same words"]),
]  # fmt: skip
OTHER_EVENTS = [
    (  # one person, one day, two things
        event("Zelensky: ATACMS have proven themselves", actors=ZELENSKY, kind="statement"),
        event("Zelensky thanks parliament for its vote", actors=ZELENSKY, kind="statement"),
    ),
    (  # one person, one day, one topic, two things
        event("Scholz promises air defence beside Taurus", actors=SCHOLZ, topics=TAURUS, kind="statement"),
        event("Scholz calls Taurus critics naive", actors=SCHOLZ, topics=TAURUS, kind="statement"),
    ),
    (  # the same words half a year later
        event("Scholz rejects Taurus deliveries", date(2023, 10, 4), actors=SCHOLZ, topics=TAURUS),
        event("Scholz rejects Taurus deliveries", date(2024, 3, 4), actors=SCHOLZ, topics=TAURUS),
    ),
    (  # the same words by somebody else
        event("Scholz rejects Taurus deliveries", actors=SCHOLZ, topics=TAURUS, kind="statement"),
        event(
            "Pistorius rejects Taurus deliveries", actors={"boris-pistorius": "Boris Pistorius"},
            topics={"himars": "HIMARS"}, kind="statement",
        ),
    ),
    (  # two packages on one day
        event("US announces aid package of 725 million dollars", topics={"aid": "Aid packages"}),
        event("US announces aid package of 988 million dollars", topics={"aid": "Aid packages"}),
    ),
    (  # yes and no
        event("Berlin will deliver Taurus missiles", actors=SCHOLZ, topics=TAURUS),
        event("Berlin will not deliver Taurus missiles", actors=SCHOLZ, topics=TAURUS),
    ),
    (  # opposite positions on one question
        event("Scholz speaks on Taurus", stances={("olaf-scholz", "taurus"): "opposes"}, actors=SCHOLZ),
        event("Scholz on Taurus speaks", stances={("olaf-scholz", "taurus"): "leans-support"}, actors=SCHOLZ),
    ),
    # Few words, and little else known.
    (event("Talks in Paris", kind="meeting"), event("Talks in Ankara", kind="meeting")),
    (event("Baerbock welcomes the permission"), event("Peskov: oil on the fire")),
    (event(""), event("")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "reasons"), SAME_EVENT, ids=lambda case: getattr(case, "title", ""))
def test_one_event_told_twice(one, other, reasons):
    alike = events_alike(one, other)
    assert alike.is_likely, alike
    assert [reason for reason in reasons if reason not in alike.reasons] == []
    assert events_alike(other, one).percent == alike.percent


@pytest.mark.parametrize(("one", "other"), OTHER_EVENTS, ids=lambda case: case.title)
def test_two_events_that_look_like_one(one, other):
    assert not events_alike(one, other).is_likely, events_alike(one, other)
    assert events_alike(one, other).percent == events_alike(other, one).percent


def test_a_likeness_says_itself():
    one = event("Biden permits ATACMS strikes", kind="decision", actors=BIDEN, topics=ATACMS, sources=REUTERS)
    assert str(events_alike(one, one)) == (
        "100 % like, same day, the same words, both name Joe Biden, both are about ATACMS, both cite Reuters"
    )
    bare = event("Biden permits ATACMS strikes", sources=REUTERS)
    assert str(events_alike(bare, bare)) == "83 % like, same day, the same words, both cite Reuters"


def person(name, *aliases, country="", kind="person"):
    """A person with other names."""
    return ActorTraits(name, aliases, kind, country)


def body(name, *aliases, country="", kind="institution"):
    """An institution with other names."""
    return ActorTraits(name, aliases, kind, country)


SAME_ACTOR = [
    (person("Sergey Lavrov", country="RU"), person("Sergei Lavrov", country="RU")),
    (person("Sergei Schoigu"), person("Sergey Shoigu", country="RU")),
    (person("Dmytro Kuleba", country="UA"), person("Дмитро Кулеба", country="UA")),
    (person("Володимир Зеленський"), person("Volodymyr Zelenskyy")),
    (person("Andriy Yermak"), person("Andrii Yermak")),
    (person("Oleksiy Reznikov"), person("Олексій Резніков")),
    (person("Wladimir Putin"), person("Владимир Путин")),
    (person("Wolodymyr Selenskyj"), person("Volodymyr Zelensky", "Selenskyj")),
    (person("Norbert Röttgen"), person("Norbert Roettgen")),
    (person("Radosław Sikorski"), person("Radoslaw Sikorski")),
    (person("J. Biden"), person("Joe Biden", country="US")),
    (person("Bill Burns"), person("William Burns")),
    (person("Biden Joe"), person("Joe Biden")),
    (person("Scholz", country="DE"), person("Olaf Scholz", country="DE")),
    (person("Charles Q. Brown"), person("Charles Brown")),
    (body("Ministry of Defence of Russia"), body("Russian Ministry of Defence", country="RU")),
    (body("EU", kind="alliance"), body("European Union", kind="alliance")),
    (body("Human Rights Watch"), body("HRW")),
    (body("United Nations"), body("United Nations", kind="alliance")),
    (body("Pentagon", country="US"), body("US Department of Defense", "Pentagon", country="US")),
]
OTHER_ACTORS = [
    (person("Joe Biden", country="US"), person("Hunter Biden", country="US")),
    (person("Donald Trump", country="US"), person("Donald Trump Jr.", country="US")),
    (person("Mike Johnson", country="US"), person("Boris Johnson", country="GB")),
    (person("David Cameron", country="GB"), person("David Lammy", country="GB")),
    (person("Robert Fico", country="SK"), person("Robert Habeck", country="DE")),
    (person("Annalena Baerbock", country="DE"), person("Olaf Scholz", country="DE")),
    (body("Austria", country="AT", kind="state"), body("Australia", country="AU", kind="state")),
    (body("Iran", kind="state"), body("Iraq", kind="state")),
    (body("US Department of State", country="US"), body("US Department of Defense", country="US")),
    (body("Russian Ministry of Defence"), body("Russian Ministry of Foreign Affairs")),
    (body("Russian Ministry of Defence"), body("Ukrainian Ministry of Defence")),
    (body("NATO", kind="alliance"), body("NATO Parliamentary Assembly", kind="legislature")),
    (body("Republican Party", kind="party"), body("Democratic Party", kind="party")),
    (body("European Parliament"), body("European Union")),
    (body("Ministry of Defence", country="GB"), body("Ministry of Defence", country="UA")),
]


@pytest.mark.parametrize(("one", "other"), SAME_ACTOR, ids=lambda case: case.name)
def test_one_actor_written_twice(one, other):
    assert actors_alike(one, other).is_likely, actors_alike(one, other)
    assert actors_alike(other, one).percent == actors_alike(one, other).percent


@pytest.mark.parametrize(("one", "other"), OTHER_ACTORS, ids=lambda case: case.name)
def test_two_actors_with_like_names(one, other):
    assert not actors_alike(one, other).is_likely, actors_alike(one, other)
    assert actors_alike(other, one).percent == actors_alike(one, other).percent


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://www.example.org/politics/taurus/", "http://example.org/politics/taurus"),
        ("https://example.org/a?utm_source=feed&utm_medium=x", "https://example.org/a"),
        ("https://m.example.org/a#comments", "https://example.org/a"),
        ("https://amp.example.org/amp/a", "https://example.org/a/amp"),
        ("https://example.org/a?fbclid=1&id=7", "https://example.org/a?id=7"),
        ("https://example.org/?b=2&a=1", "https://example.org/?a=1&b=2"),
        ("https://EXAMPLE.org/index.html", "https://example.org"),
        ("https://example.org/%C3%A4", "https://example.org/ä"),
    ],
)
def test_one_address_in_two_spellings(url, same):
    assert same_address(url) == same_address(same)
    assert sources_alike(SourceTraits("A", url=url), SourceTraits("B", url=same)).reasons == ("same address",)


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/a", "https://example.com/a"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://[broken", "https://example.org/a"),
    ],
)
def test_two_addresses(url, other):
    assert same_address(url) != same_address(other)


def source(title, publisher="Der Spiegel", day=ANNOUNCED, **traits):
    """A source of one day."""
    return SourceTraits(title, publisher, earliest=day, latest=day, **traits)


SAME_SOURCE = [
    (source("Scholz says no to Taurus"), source("Scholz says no to Taurus")),
    (source("Scholz says no to Taurus", "AF24News"), source("Scholz says “no” to Taurus", "AF24 News")),
    (source("Scholz says no to Taurus"), SourceTraits("Scholz says no to Taurus", "Der Spiegel")),
]
OTHER_SOURCES = [
    (source("Scholz says no to Taurus"), source("Macron visits Meseberg")),
    (source("Scholz says no to Taurus", "Reuters"), source("Scholz says no to Taurus", "The Guardian")),
    (source("Daily assessment", "ISW"), source("Daily assessment", "ISW", date(2024, 5, 29))),
    (source("Assessment, 20 November", "ISW"), source("Assessment, 21 November", "ISW")),
    (source("Taurus", language="de"), source("Taurus", language="en")),
    (source(""), source("")),
]


@pytest.mark.parametrize(("one", "other"), SAME_SOURCE)
def test_one_source_entered_twice(one, other):
    assert sources_alike(one, other).is_likely, sources_alike(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER_SOURCES)
def test_two_sources_that_look_like_one(one, other):
    assert not sources_alike(one, other).is_likely, sources_alike(one, other)


def numbered(cases):
    """The rows of the tables, with keys."""
    rows = [row for case in cases for row in case[:2]]
    return [type(row)(**{**vars_of(row), "key": number}) for number, row in enumerate(rows)]


def vars_of(row):
    """The fields of a row of traits."""
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


@pytest.mark.parametrize(
    ("cases", "alike"),
    [
        ([*SAME_EVENT, *OTHER_EVENTS], events_alike),
        ([*SAME_ACTOR, *OTHER_ACTORS], actors_alike),
        ([*SAME_SOURCE, *OTHER_SOURCES], sources_alike),
    ],
)
def test_no_likely_pair_is_missed_though_few_are_compared(cases, alike):
    rows = numbered(cases)
    every = {(one.key, other.key) for one, other in combinations(rows, 2) if alike(one, other).is_likely}
    found = [(one, other) for _, one, other in likely_pairs(rows)]
    assert len(found) == len(set(found))
    assert set(found) == every
    assert len(list(candidates(rows))) < len(rows) * (len(rows) - 1) / 4


def test_the_likest_of_many():
    rows = numbered(SAME_EVENT)
    best, *_ = likest(event("Biden permits ATACMS strikes into Russia", actors=BIDEN), rows)
    assert rows[best[1]].title == "Biden permits ATACMS strikes into Russia"
    assert likest(event("A new law on fishing quotas"), rows) == []
