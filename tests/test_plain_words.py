"""What the words of a search may have meant as filters."""

from datetime import date

import pytest

from timeline.facets import facets
from timeline.filters import Filters, View
from timeline.filters.plain_words import readings
from timeline.models import Debate, Event

TODAY = date(2026, 11, 21)

MEANT = [
    # (what is typed, the view that it may have meant)
    (
        "scholz against taurus 2023",
        "actor=olaf-scholz&topic=taurus&stance=leans-oppose&stance=opposes&from=2023-01-01&to=2023-12-31",
    ),
    ("SCHOLZ  Taurus", "actor=olaf-scholz&topic=taurus"),
    ("Did Olaf Scholz say anything about the Taurus?", "actor=olaf-scholz&topic=taurus"),
    ("biden atacms mid-November 2024", "actor=joe-biden&topic=atacms&from=2024-11-11&to=2024-11-20"),
    ("president biden for atacms", "actor=joe-biden&topic=atacms&stance=supports&stance=leans-support"),
    ("atacms decisions since May 2024", "topic=atacms&kind=decision&from=2024-05-01"),
    ("Scholz gegen Taurus im Mai 2024", None),  # he said nothing of it then
    ("cluster munitions", "topic=cluster-munitions"),
    ("dpicm 2023", "topic=cluster-munitions&from=2023-01-01&to=2023-12-31"),
    ("kuleba crimea", "actor=dmytro-kuleba"),
    ("biden escalation", "q=escalation&actor=joe-biden"),
    ("red line", None),
    ("against", None),
    ("resolution 2722", None),
    ("1999", None),  # nothing then
    ("%_'\"\\", None),
]


def meant(debate, query):
    """The query strings of what a view's words may have meant."""
    view = View.of(debate, Filters.parse(query, TODAY))
    return [reading.query for reading in readings(view, TODAY)]


@pytest.mark.parametrize(("words", "query"), MEANT)
def test_words_as_filters(debate, words, query):
    assert meant(debate, f"q={words.replace('%', '%25')}") == ([query] if query else [])


def test_the_reading_says_what_it_asks_and_how_much_it_gives(debate):
    view = View.of(debate, Filters.parse("q=scholz+against+taurus+2023", TODAY))
    reading = readings(view, TODAY)[0]
    assert reading.parts == (
        ("Actor", "Olaf Scholz"),
        ("Topic", "Taurus KEPD 350"),
        ("Stance", "leans oppose or opposes"),
        ("From", "1 January 2023"),
        ("Until", "31 December 2023"),
    )
    assert reading.count == View.of(debate, Filters.parse(reading.query)).count > 0


def test_the_filters_in_force_stay_in_force(debate):
    assert meant(debate, "q=taurus&actor=olaf-scholz&sort=newest") == [
        "actor=olaf-scholz&topic=taurus&sort=newest"
    ]


def test_topics_and_questions_are_known_by_their_other_names(debate):
    debate.topics.filter(slug="use-restrictions").update(aliases=["range limits"])
    debate.questions.filter(slug="strikes-inside-russia").update(aliases=["striking back across the border"])
    Debate.objects.bump(debate.pk)
    debate.refresh_from_db()
    assert meant(debate, "q=Range+limits+2024")[0].startswith("topic=use-restrictions&from=2024")
    assert meant(debate, "q=striking+back+across+the+border") == ["question=strikes-inside-russia"]


ALIASES = [
    # (what is typed, what each event found must be about)
    ("use restrictions", "topic=use-restrictions"),
    ("Streumunition", "topic=cluster-munitions"),
    ("КАСЕТНІ боєприпаси", "topic=cluster-munitions"),
    ("storm shadow", "topic=storm-shadow"),
    ("Taurus-Debatte", "question=supply-taurus"),
]


@pytest.mark.parametrize(("words", "about"), ALIASES)
def test_events_are_searched_by_all_that_their_topics_and_questions_are_called(debate, words, about):
    found = View.of(debate, Filters(q=words)).rows()
    meant = View.of(debate, Filters.parse(about, TODAY)).rows()
    assert {event.slug for event in found} >= {event.slug for event in meant} > set()


@pytest.mark.parametrize("kind", ["actors", "topics", "questions"])
def test_a_new_name_reaches_the_search_at_once_and_touches_nothing_else(debate, kind):
    row = getattr(debate, kind).filter(events__isnull=False).distinct().first()
    named = set(row.events.values_list("slug", "changed_at"))
    row.aliases = [*row.aliases, "Quux the Grand"]
    row.save()
    found = Event.objects.matching("quux grand")
    assert set(found.values_list("slug", "changed_at")) == named
    row.aliases = []
    row.save()
    assert not Event.objects.matching("quux grand").exists()


def test_facets_tell_the_other_names_by_which_their_values_are_found(debate):
    also = {value.value: value.also for facet in facets(View.of(debate, Filters())) for value in facet.values}
    assert "use restrictions" in also["use-restrictions"]
    assert "Andriy Sybiga" in also["andrii-sybiha"]
    assert also["austria"] == ()


def test_a_name_that_only_drafts_know_is_offered_to_nobody(debate):
    debate.actors.create(slug="ada-lovelace", name="Ada Lovelace", kind="person")
    assert meant(debate, "q=lovelace+taurus") == ["topic=taurus"]
    assert meant(debate, "q=lovelace") == []
