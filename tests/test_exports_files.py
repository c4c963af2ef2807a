"""What goes out of a view: calendars, feeds, slides and tables, each read by a program that is not ours."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta

import feedparser
import icalendar
import pytest
import time_machine
from django.utils import timezone

from timeline.exports.story import identity
from timeline.exports.streaming import BLOCK, in_blocks
from timeline.models import Debate, Event, Source

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


@pytest.fixture
def bridge():
    """A debate of our own, made at a literal moment."""
    with time_machine.travel(THEN, tick=False):
        return Debate.objects.create(
            slug="bridge", title="A bridge over the Lune", description="Long argued."
        )


def happened(debate, slug, words="", **more):
    """A published event of the debate with a phrase for its date."""
    fields = {"title": slug.capitalize(), "kind": "report", "status": "published", "language": "en"} | more
    with time_machine.travel(THEN, tick=False):
        event = debate.events.create(slug=slug, date_text=words, anchor=date(2023, 8, 31), **fields)
    debate.refresh_from_db()
    return event


def cited(event, **source):
    """A source that the event cites."""
    fields = {
        "slug": f"{event.slug}-source",
        "title": "Mayor wants a bridge",
        "publisher": "Courier",
    } | source
    return event.citations.create(source=Source.objects.create(debate=event.debate, **fields))


def answer(client, name, debate="bridge", **headers):
    """A response of the public."""
    return client.get(f"/{debate}/{name}", headers=headers)


def text(client, name, debate="bridge"):
    """The whole of an answer as text."""
    response = answer(client, name, debate)
    assert response.status_code == 200
    return (response.getvalue() if response.streaming else response.content).decode("utf-8")


def calendar(client, name="events.ics"):
    """The calendar, read by icalendar."""
    return icalendar.Calendar.from_ical(text(client, name))


def slides(client):
    """The slides, by their ids."""
    return {slide["unique_id"]: slide for slide in json.loads(text(client, "timelinejs.json"))["events"]}


def feed(client, name="events.atom"):
    """The feed, read by feedparser."""
    parsed = feedparser.parse(answer(client, name).content)
    assert not parsed.bozo
    return parsed


# The calendar


@pytest.mark.parametrize(
    ("words", "first", "after"),
    [
        ("11 August 2023", date(2023, 8, 11), date(2023, 8, 12)),
        ("mid-August 2023", date(2023, 8, 11), date(2023, 8, 21)),
        ("in August 2023", date(2023, 8, 1), date(2023, 9, 1)),
        ("from July to August 2023", date(2023, 7, 1), date(2023, 9, 1)),
        ("since May 2023", date(2023, 5, 1), date(2023, 5, 2)),
    ],
)
def test_an_event_fills_the_days_that_it_may_have_been_on(client, bridge, words, first, after):
    happened(bridge, "speech", words)
    event = calendar(client).events[0]
    assert (event["DTSTART"].dt, event["DTEND"].dt, event["TRANSP"]) == (first, after, "TRANSPARENT")
    assert words in event["DESCRIPTION"]


def test_what_has_no_end_in_the_calendar_ends_on_its_last_day(client, bridge):
    happened(bridge, "doom", date_override="9999-12-31", date_basis="So it is said.")
    assert calendar(client).events[0]["DTSTART"].dt == date(9999, 12, 31)


def test_the_calendar_names_what_it_leaves_out(client, bridge):
    happened(bridge, "promise")
    happened(bridge, "speech", "11 August 2023")
    read = calendar(client)
    assert [event["SUMMARY"] for event in read.events] == ["Speech"]
    assert read["DESCRIPTION"] == "Long argued.\n\n1 event without a date is left out: “Promise”."
    assert read["X-WR-CALNAME"] == "A bridge over the Lune"
    assert read["REFRESH-INTERVAL"].dt == timedelta(hours=12)


@pytest.mark.parametrize("undated", [False, True])
def test_an_empty_calendar_has_a_component_all_the_same(client, bridge, undated):
    if undated:
        happened(bridge, "promise")
    read = calendar(client)
    (zone,) = read.subcomponents
    assert (zone.name, zone["TZID"], read.events) == ("VTIMEZONE", "Etc/UTC", [])
    assert zone.to_tz().utcoffset(datetime(2026, 11, 21)) == timedelta()


def test_a_calendar_with_events_needs_no_time_zone(client, bridge):
    happened(bridge, "speech", "11 August 2023")
    assert [part.name for part in calendar(client).subcomponents] == ["VEVENT"]


def test_the_calendar_is_the_same_bytes_for_the_same_data(client, bridge):
    happened(bridge, "speech", "11 August 2023")
    with time_machine.travel("2026-11-20T08:00:00Z", tick=False):
        first = text(client, "events.ics")
    with time_machine.travel("2026-11-21T20:00:00Z", tick=False):
        assert text(client, "events.ics") == first


def test_a_change_raises_the_sequence_and_keeps_the_id(client, bridge):
    event = happened(bridge, "speech", "11 August 2023")
    before = calendar(client).events[0]
    with time_machine.travel(THEN + timedelta(minutes=5), tick=False):
        event.title, event.slug = "The speech", "the-speech"
        event.save()
    after = calendar(client).events[0]
    assert before["UID"] == after["UID"] == str(identity(event))
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 300)
    assert after["LAST-MODIFIED"].dt == after["DTSTAMP"].dt == THEN + timedelta(minutes=5)


@pytest.mark.parametrize("title", ["a\r\nBEGIN:VEVENT", "a\nATTENDEE:b", "x;y,z\\n", "\x0b\x1b ", "й" * 90])
def test_no_title_breaks_out_of_its_line(client, bridge, title):
    bridge.title = bridge.description = title
    bridge.save()
    happened(bridge, "speech", "11 August 2023", title=title, summary=title)
    read = calendar(client)
    assert len(read.events) == 1 and not read.events[0].get("ATTENDEE")
    assert all(len(line.encode()) <= 75 for line in text(client, "events.ics").split("\r\n"))


# The feed


def test_the_feed_has_the_latest_change_first(client, bridge):
    for minute, slug in enumerate(["first", "second", "third"]):
        event = happened(bridge, slug, "11 August 2023")
        Event.objects.filter(pk=event.pk).update(changed_at=THEN + timedelta(minutes=minute))
    Event.objects.filter(slug="first").update(changed_at=THEN + timedelta(minutes=9))
    read = feed(client, "events.atom?sort=oldest")
    assert [entry.title for entry in read.entries] == ["First", "Third", "Second"]
    assert read.feed.updated == "2026-11-03T09:39:00+00:00"
    assert read.entries[0].published == "2026-11-03T09:30:00+00:00"


def test_an_entry_carries_the_date_in_words_positions_and_sources(client, bridge):
    event = happened(bridge, "speech", "mid-August 2023", summary="She asked <b>twice</b>.")
    cited(
        event, url="https://example.org/a?b=1&c=2", published="2023-08", published_basis="inferred: address"
    )
    actor = bridge.actors.create(slug="ada", name="Ada Brook", kind="person")
    question = bridge.questions.create(slug="build", title="Build it?")
    event.positions.create(actor=actor, question=question, stance="supports")
    said = feed(client).entries[0].summary
    for words in (
        "“mid-August 2023”: some time within 11–20 August 2023.",
        "She asked &lt;b&gt;twice&lt;/b&gt;.",
        "Ada Brook supports: Build it?",
        'href="https://example.org/a?b=1&amp;c=2"',
        "August 2023 (inferred)",
    ):
        assert words in said


def test_ids_survive_a_new_address_of_event_and_debate(client, bridge):
    event = happened(bridge, "speech", "11 August 2023")
    before = feed(client)
    event.slug = "the-speech"
    event.save()
    bridge.slug, bridge.title = "lune", "The Lune"
    bridge.save()
    assert answer(client, "events.atom").status_code == 301
    after = feedparser.parse(answer(client, "events.atom", "lune").content)
    assert (after.feed.id, after.entries[0].id) == (before.feed.id, before.entries[0].id)
    assert after.entries[0].link.endswith("/lune/events/the-speech/")


def test_feeds_of_different_views_have_different_ids_and_those_of_looks_the_same(client, bridge):
    plain, kinds, lanes = (feed(client, f"events.atom{q}").feed.id for q in ("", "?kind=vote", "?lane=actor"))
    assert plain == lanes != kinds


def test_a_withdrawn_event_leaves_the_feed(client, bridge):
    event = happened(bridge, "speech", "11 August 2023")
    event.status = "withdrawn"
    event.save()
    assert feed(client).entries == []


def test_an_empty_feed_has_no_clock(client, bridge):
    assert feed(client).feed.updated == "2026-11-03T09:30:00+00:00"


def test_a_feed_of_many_comes_in_pages(client, bridge):
    with time_machine.travel(THEN, tick=False):
        Event.objects.bulk_create(
            Event(debate=bridge, slug=f"e{n}", title=f"E{n}", kind="vote", status="published")
            for n in range(120)
        )
    read = feed(client, "events.atom?kind=vote")
    links = {link.rel: link.href for link in read.feed.links}
    assert links["next"] == "http://testserver/bridge/events.atom?kind=vote&page=2"
    assert links["self"] == links["first"] == "http://testserver/bridge/events.atom?kind=vote"
    assert links["alternate"] == "http://testserver/bridge/?kind=vote"
    last = feed(client, "events.atom?kind=vote&page=2")
    rest = {link.rel: link.href for link in last.feed.links}
    assert "next" not in rest and rest["previous"] == links["self"]
    assert len({entry.id for entry in read.entries + last.entries}) == 120


# The slides


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("11 August 2023", (2023, 8, 11), None),
        ("mid-August 2023", (2023, 8, 11), (2023, 8, 20)),
        ("in August 2023", (2023, 8), None),
        ("2023", (2023,), None),
        ("since May 2023", (2023, 5, 1), None),
        ("summer 2023", (2023, 6, 1), (2023, 8, 31)),
    ],
)
def test_a_slide_is_as_exact_as_its_date(client, bridge, words, start, end):
    happened(bridge, "speech", words)
    slide = slides(client)["speech"]
    assert tuple(slide["start_date"].values()) == start
    assert tuple(slide.get("end_date", {}).values()) == (end or ())
    assert slide["display_date"] == words


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2023-08-11", None),
        ("2023-08", None),
        ("2023-07/2023-09", None),
        ("[2023-08-11..2023-08-20]", "11–20 August 2023"),
        ("2023-08-11~", "about 11 August 2023"),
        ("2023-08/..", "since August 2023"),
    ],
)
def test_without_words_of_a_source_ours_are_shown_where_the_numbers_say_too_much(client, bridge, edtf, shown):
    happened(bridge, "speech", date_override=edtf, date_basis="So it is.")
    assert slides(client)["speech"].get("display_date") == shown


def test_a_slide_is_text_to_timelinejs(client, bridge):
    topic = bridge.topics.create(slug="toll", name="&lt;img src=x onerror=alert(1)&gt;")
    event = happened(bridge, "speech", "11 August 2023", title="<img src=x>", summary="a\n<script>b")
    event.event_topics.create(topic=topic)
    cited(event, url='https://example.org/"><script>')
    slide = slides(client)["speech"]
    assert slide["text"]["headline"] == "&lt;img src=x&gt;"
    assert (
        "<script" not in slide["text"]["text"] and "<p>a</p><p>&lt;script&gt;b</p>" in slide["text"]["text"]
    )
    assert slide["group"] == "& lt;img src=x onerror=alert(1)& gt;"
    assert "media" not in slide and slide["autolink"] is False


# Tables, and what all of them have in common


def test_the_table_opens_in_excel_in_any_script(client, bridge):
    happened(bridge, "speech", "11 August 2023", title="Міст через Лун", summary="=1+1")
    raw = answer(client, "events.csv").getvalue()
    assert raw.startswith(b"\xef\xbb\xbfslug,title,")
    row = next(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert (row["title"], row["summary"]) == ("Міст через Лун", "'=1+1")


@pytest.mark.parametrize(
    ("title", "disposition"),
    [
        ("The Lune", 'attachment; filename="the-lune.csv"'),
        ("Міст", "attachment; filename=\"bridge.csv\"; filename*=UTF-8''%D0%BC%D1%96%D1%81%D1%82.csv"),
        ("Brücke 1", "attachment; filename=\"brucke-1.csv\"; filename*=UTF-8''br%C3%BCcke-1.csv"),
        ('a"\r\nb/../c', 'attachment; filename="a-bc.csv"'),
    ],
)
def test_the_file_is_named_for_the_view(client, bridge, title, disposition):
    bridge.title = title
    bridge.save()
    assert answer(client, "events.csv")["Content-Disposition"] == disposition


FILES = ["events.json", "events.csv", "events.ics", "events.atom", "timelinejs.json", "chart.json"]


@pytest.mark.parametrize("name", FILES)
def test_an_unchanged_file_is_not_made_again(client, bridge, name, django_assert_max_num_queries):
    happened(bridge, "speech", "11 August 2023")
    etag = answer(client, name)["ETag"]
    with django_assert_max_num_queries(1):
        again = answer(client, name, **{"If-None-Match": etag})
    assert (again.status_code, again.headers["ETag"]) == (304, etag)
    assert again["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize("name", FILES)
def test_a_change_of_anything_is_a_new_file(client, bridge, name):
    event = happened(bridge, "speech", "11 August 2023")
    citation = cited(event)
    tags = [answer(client, name)["ETag"]]
    citation.source.publisher = "Gazette"
    citation.source.save()
    tags.append(answer(client, name)["ETag"])
    event.actors.add(bridge.actors.create(slug="ada", name="Ada", kind="person"))
    tags.append(answer(client, name)["ETag"])
    tags += [answer(client, f"{name}{query}")["ETag"] for query in ("?kind=report", "?lang=de")]
    tags.append(client.get(f"/bridge/{name}", headers={"Host": "localhost"})["ETag"])
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("name", FILES)
def test_the_time_of_change_serves_who_knows_no_etag(client, bridge, name):
    Debate.objects.filter(pk=bridge.pk).update(changed_at=timezone.now() + timedelta(hours=1))
    assert "Last-Modified" not in answer(client, name)  # a change within this second would pass unseen
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        response = answer(client, name)
        again = answer(client, name, **{"If-Modified-Since": response["Last-Modified"]})
        assert again.status_code == 304
        assert "Last-Modified" not in answer(client, f"{name}?from=last+week")


@pytest.mark.parametrize("name", FILES)
def test_what_a_curator_gets_is_never_taken_for_the_publics(client, admin_client, bridge, name):
    happened(bridge, "draft", "11 August 2023", status="draft")
    public = answer(client, name)
    curators = answer(admin_client, name, **{"If-None-Match": public["ETag"]})
    assert (curators.status_code, curators["Cache-Control"]) == (200, "private, no-cache")
    assert curators.get("ETag") != public["ETag"]


@pytest.mark.parametrize("name", FILES)
def test_a_refused_query_is_no_file_to_keep(client, bridge, name):
    response = answer(client, f"{name}?actor=nobody")
    assert response.status_code == 400 and not response.get("Last-Modified")


@pytest.mark.parametrize("name", FILES)
def test_pages_of_others_may_read_it_and_no_cookie_is_set(client, bridge, name):
    response = answer(client, name)
    assert response["Access-Control-Allow-Origin"] == "*" and not response.cookies


@pytest.mark.parametrize("name", ["events.csv", "events.ics", "timelinejs.json"])
def test_asked_for_the_head_alone_nothing_is_made(client, bridge, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        response = client.head(f"/bridge/{name}")
        assert response.getvalue() == b""


def test_what_is_withdrawn_while_a_file_is_sent_is_not_in_it(client, bridge, monkeypatch):
    monkeypatch.setattr("timeline.exports.streaming.PIECE", 1)
    monkeypatch.setattr("timeline.exports.streaming.BLOCK", 1)
    for slug in ("first", "second", "third"):
        happened(bridge, slug, "11 August 2023")
    pieces = iter(answer(client, "events.csv").streaming_content)
    read = [next(pieces), next(pieces)]
    Event.objects.filter(slug="second").update(status="withdrawn")
    sent = b"".join([*read, *pieces]).decode()
    assert [slug in sent for slug in ("First", "Second", "Third")] == [True, False, True]


def test_events_with_more_than_a_thousand_sources_are_read_at_once(client, bridge):
    event = happened(bridge, "speech", "11 August 2023")
    sources = [Source(debate=bridge, slug=f"s{n}", title="T", publisher="P") for n in range(1200)]
    Source.objects.bulk_create(sources)
    event.citations.model.objects.bulk_create(
        event.citations.model(event=event, source=source) for source in sources
    )
    assert len(json.loads(text(client, "events.json"))["events"][0]["citations"]) == 1200


def test_blocks_keep_the_text_and_send_the_first_piece_at_once():
    texts = [str(number) * 100 for number in range(500)]
    blocks = list(in_blocks(texts))
    assert "".join(blocks) == "".join(texts) and blocks[0] == texts[0]
    assert all(len(block) < BLOCK + 300 for block in blocks)
    assert list(in_blocks([])) == []
