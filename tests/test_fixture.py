"""The real debate: its counts, every date as its words or its reasons have it, and the way there and back."""

import json
from datetime import date

import pytest

from tests.debate_files import FIXTURE
from timeline.dates import DateSpan, NotADate, read
from timeline.exports.debate_file import debate_file
from timeline.ingest.debate_file import load_text
from timeline.models import Debate, Event

TEXT = FIXTURE.read_text(encoding="utf-8")
DATA = json.loads(TEXT)
EVENTS = {event["slug"]: event for event in DATA["events"]}
SOURCES = {source["slug"]: source for source in DATA["sources"]}


def by_slug(slug):
    return EVENTS[slug]


def span_of_citation(citation):
    """What a citation's own words or its override mean, or None."""
    if citation.get("date_override"):
        return DateSpan.from_edtf(citation["date_override"])
    source = SOURCES[citation["source"]]
    published = DateSpan.from_edtf(source["published"]).latest
    try:
        return read(citation["date_text"], published, source["language"])
    except (KeyError, NotADate):
        return None


def overlap(one, other):
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
        one.latest or date.max
    )


def test_the_debate_is_whole():
    counts = {kind: len(DATA[kind]) for kind in ("questions", "topics", "arguments", "actors", "sources")}
    assert counts == {"questions": 9, "topics": 17, "arguments": 40, "actors": 129, "sources": 365}
    assert len(EVENTS) == 287
    assert sum(len(event["citations"]) for event in EVENTS.values()) == 532
    assert sum(len(event.get("positions", [])) for event in EVENTS.values()) == 333


@pytest.mark.parametrize("slug", EVENTS)
def test_the_date_of_an_event_is_what_its_words_say_or_has_a_reason(slug):
    event = by_slug(slug)
    stands = DateSpan.from_edtf(event["edtf"])
    if override := event.get("date_override"):
        assert DateSpan.from_edtf(override) == stands
        assert len(event["date_basis"].split()) > 2
    else:
        cited = next(c for c in event["citations"] if c.get("date_text") == event["date_text"])
        anchor = date.fromisoformat(event["anchor"])
        span = read(event["date_text"], anchor, SOURCES[cited["source"]]["language"])
        assert (span.earliest, span.latest) == (stands.earliest, stands.latest)
        assert stands.throughout == event.get("throughout", span.throughout)


@pytest.mark.parametrize("slug", EVENTS)
def test_every_phrase_is_that_of_a_citation_and_every_anchor_is_explained(slug):
    event = by_slug(slug)
    if not event.get("date_text"):
        assert event["date_override"] and "anchor" not in event
        return
    cited = next(c for c in event["citations"] if c.get("date_text") == event["date_text"])
    published = DateSpan.from_edtf(SOURCES[cited["source"]]["published"])
    anchor = date.fromisoformat(event["anchor"])
    assert published.earliest <= anchor <= published.latest
    assert anchor == published.latest or event["date_basis"]


@pytest.mark.parametrize("slug", EVENTS)
def test_no_citation_that_supports_an_event_says_another_day_without_a_note(slug):
    event = by_slug(slug)
    for citation in event["citations"]:
        span = span_of_citation(citation)
        if span and citation.get("relation") != "contradicts" and not citation.get("note"):
            assert overlap(span, DateSpan.from_edtf(event["edtf"])), citation


@pytest.mark.parametrize("slug", EVENTS)
def test_nothing_happened_after_all_its_sources_were_published_unless_it_looks_ahead(slug):
    event = by_slug(slug)
    published = [DateSpan.from_edtf(SOURCES[c["source"]]["published"]).latest for c in event["citations"]]
    if slug != "trump-office-january":
        assert DateSpan.from_edtf(event["edtf"]).earliest <= max(published)


def test_every_source_and_every_topic_is_used_and_every_source_but_one_has_an_address():
    assert {c["source"] for event in EVENTS.values() for c in event["citations"]} == set(SOURCES)
    assert {t for event in EVENTS.values() for t in event.get("topics", [])} >= {
        topic["slug"] for topic in DATA["topics"]
    }
    assert [slug for slug, source in SOURCES.items() if "url" not in source] == [
        "allies-strikes-inside-russia"
    ]


@pytest.mark.django_db
def test_it_loads_exports_byte_for_byte_and_loads_again_without_a_change():
    report = load_text(TEXT)
    assert report.total("created") == 1 + 9 + 17 + 40 + 129 + 365 + 287
    assert "".join(debate_file(Debate.objects.get())) == TEXT
    assert not load_text(TEXT).touched
    assert Event.objects.visible_to(None).count() == 287


@pytest.mark.django_db
def test_three_dates_are_told_as_their_sources_tell_them():
    load_text(TEXT)
    kuleba = Event.objects.get(slug="kuleba-only-inside-borders")
    assert (kuleba.earliest, kuleba.latest, kuleba.precision) == (date(2023, 8, 11), date(2023, 8, 11), "day")
    biden = Event.objects.get(slug="biden-authorises-deep-atacms")
    assert (biden.date_text, biden.edtf) == ("In mid-November", "[2024-11-11..2024-11-20]")
    assert (biden.precision, biden.throughout) == ("part-of-month", False)
    sullivan = Event.objects.get(slug="sullivan-aspen-2023")
    assert (sullivan.date_text, sullivan.phrase_edtf) == ("Earlier in July", "2023-07")
    assert (sullivan.earliest, sullivan.latest) == (date(2023, 7, 21), date(2023, 7, 21))
    assert "News-Pravda gives 21 July" in sullivan.date_basis
