"""Loading a debate file: what is refused and how it is said, what is written, and what a second time does."""

import json
from datetime import date

import pytest

from tests.debate_files import changed, event, example, example_text
from timeline.ingest.absent import REASON
from timeline.ingest.debate_file import load_data, load_text
from timeline.ingest.problems import SHOWN, BadFile
from timeline.models import Actor, Argument, Citation, Debate, Event, Position, Question, Source, Topic

pytestmark = pytest.mark.django_db
MAYOR = 'events[1] "mayor-asks-for-a-bridge"'
SURVEY = 'events[0] "survey-of-the-river"'

BROKEN = [
    # the file itself
    ("format", 2, "format: must be 1, the only format that this version reads, is 2"),
    ("format", True, "format: must be 1, the only format that this version reads, is true"),
    ("format", ..., "format: missing"),
    ("debate", ..., "debate: missing"),
    ("debate", [], "debate: must be an object, is a list"),
    ("events", {}, "events: must be a list, is an object"),
    ("evnts", [], 'file: unknown key "evnts"; did you mean "events"?'),
    # types, keys, lengths, choices
    ("debate.slug", "River bridge", "debate, slug: Enter a valid “slug” consisting of"),
    ("debate.title", "", "debate, title: must not be empty"),
    ("debate.title", "x" * 201, "debate, title: Ensure this value has at most 200 characters (it has 201)."),
    ("topics.0.slug", "none", 'topics[0] "none", slug: “none” is reserved; choose another address.'),
    ("questions.0.title", 5, 'questions[0] "build-the-bridge", title: must be text, is a number'),
    ("questions.0.summary", "a\x00b", "summary: holds a character that cannot be stored"),
    ("actors.0.kind", "robot", 'actors[0] "ada-brook", kind: "robot" is none of person, institution,'),
    ("actors.0.aliases", "Mayor", 'actors[0] "ada-brook", aliases: must be a list, is text'),
    ("actors.0.aliases", ["Mayor", None], 'actors[0] "ada-brook", aliases[1]: must be text, is null'),
    ("actors.0.affiliations.0.from", "2021-5-10", 'affiliations[0].from: "2021-5-10" is no day; write it as'),
    ("actors.0.affiliations.0.to", "2020-01-01", "affiliations[0]: from 2021-05-10 is after to 2020-01-01"),
    ("sources.0.url", "javascript:alert(1)", 'sources[0] "courier-2023-08-16", url: Enter a valid URL.'),
    ("sources.0.published", "August", 'sources[0] "courier-2023-08-16", published: August is not EDTF'),
    ("events.1.slug", ..., "events[1], slug: missing"),
    ("events.1.title", None, f"{MAYOR}, title: must be text, is null"),
    ("events.1.kind", "rumour", f'{MAYOR}, kind: "rumour" is none of statement, decision,'),
    ("events.1.importance", True, f"{MAYOR}, importance: must be one of 1, 2, 3, is true"),
    ("events.1.importance", 4, f"{MAYOR}, importance: must be one of 1, 2, 3, is 4"),
    ("events.1.status", "gone", f'{MAYOR}, status: "gone" is none of draft, in-review, published, withdrawn'),
    ("events.1.withdrawn_reason", "x", f"{MAYOR}, withdrawn_reason: the event is published, not withdrawn"),
    ("events.1.date_txt", "x", f'{MAYOR}: unknown key "date_txt"; did you mean "date_text"?'),
    ("events.1.throughout", "yes", f"{MAYOR}, throughout: must be true or false, is text"),
    (
        "events.1.topic_roles",
        {"toll": "stolen"},
        f'{MAYOR}, topic_roles.toll: "stolen" is none of requested,',
    ),
    (
        "events.1.citations.0.quote",
        "la " * 26,
        f"{MAYOR}, citations[0].quote: Shorten the quote to 25 words.",
    ),
    ("events.1.citations.0.relation", "denies", 'citations[0].relation: "denies" is none of supports, contr'),
    (
        "events.1.positions.0.stance",
        "for",
        f'{MAYOR}, positions[0].stance: "for" is none of supports, leans-',
    ),
    # references
    ("arguments.1.question", "x", 'arguments[1] "toll-pays", question: no question "x" in this file'),
    ("arguments.1.answers", "x", 'answers: no argument "x" on question "build-the-bridge" in this file'),
    (
        "arguments.1.answers",
        "toll-pays",
        'arguments[1] "toll-pays", answers: an argument does not answer its',
    ),
    ("arguments.1.slug", "too-dear", 'arguments[1] "too-dear", slug: stands already at arguments[0]'),
    ("sources.1.slug", "courier-2023-08-16", "slug: stands already at sources[0]"),
    ("events.0.slug", "mayor-asks-for-a-bridge", f"{MAYOR}, slug: stands already at events[0]"),
    ("actors.0.affiliations.0.organisation", "x", 'affiliations[0].organisation: no actor "x" in this file'),
    ("actors.0.affiliations.0.organisation", "ada-brook", "organisation: an actor does not belong to itself"),
    ("events.1.topics", ["toll", "toll"], f'{MAYOR}, topics: "toll" stands here more than once'),
    ("events.1.topics", ["fare"], f'{MAYOR}, topics: no topic "fare" in this file'),
    ("events.1.topic_roles", {"fare": "used"}, 'topic_roles: "fare" is not among the event\'s topics'),
    ("events.1.citations.1.source", "foo", f'{MAYOR}, citations[1].source: no source "foo" in this file'),
    ("events.1.citations.1.source", "courier-2023-08-16", "citations[1].source: the event cites"),
    (
        "events.1.positions.0.actor",
        "bob",
        f'{MAYOR}, positions[0].actor: "bob" is not among the event\'s act',
    ),
    ("events.1.positions.0.question", "why", 'positions[0].question: "why" is not among the event\'s quest'),
    ("events.1.positions.0.arguments", ["x"], 'positions[0].arguments: no argument "x" on question "build-'),
    (
        "events.1.citations",
        [],
        f"{MAYOR}, positions: a position needs at least one citation behind its event",
    ),
    # dates
    ("events.1.anchor", "16 August", f'{MAYOR}, anchor: "16 August" is no day; write it as 2023-08-16'),
    ("events.1.date_basis", "", f"{MAYOR}, date_override: needs a date_basis that says why"),
    ("events.1.date_override", "mid-August", f'{MAYOR}, date_override: "mid-August": mid-August is not EDTF'),
    (
        "events.1.edtf",
        "2023-08-12",
        f'{MAYOR}, edtf: the file says "2023-08-12", but date_override says "2023',
    ),
    (
        "events.0.edtf",
        "2023-07",
        f'{SURVEY}, edtf: the file says "2023-07", but "in recent weeks" read against 2023-08-16 is '
        '"2023-07-19~/2023-08-16~"',
    ),
    ("events.0.date_text", "Article 51", f'{SURVEY}, date_text: "Article 51": '),
    ("events.1.citations.1.date_basis", "", f"{MAYOR}, citations[1].date_override: needs a date_basis"),
]


@pytest.mark.parametrize(("path", "value", "message"), BROKEN, ids=[f"{b[0]}={b[1]!r:.20}" for b in BROKEN])
def test_a_broken_file_is_refused_with_its_place_and_nothing_is_written(path, value, message):
    with pytest.raises(BadFile) as refused:
        load_data(changed(path, value))
    assert any(message in problem for problem in refused.value.problems), refused.value.problems
    assert not Debate.objects.exists()


TEXTS = [
    ("", "file: not JSON at line 1, column 1: Expecting value"),
    ('{"format": 1,}', "file: not JSON at line 1, column 14: "),
    ("[1]", "file: must be an object, is a list"),
    ('{"format": NaN}', "file: not JSON: NaN is no JSON value"),
    ("[" * 100_000, "file: nested too deeply"),
    (b"\xff\xfe", "file: not UTF-8 at byte 0; save it as UTF-8"),
    (f"[{'9' * 5000}]", "file: not JSON: "),
]


@pytest.mark.parametrize(("text", "message"), TEXTS, ids=[message[:30] for _, message in TEXTS])
def test_what_is_no_debate_file_is_refused_without_a_traceback(text, message):
    with pytest.raises(BadFile) as refused:
        load_text(text)
    assert refused.value.problems[0].startswith(message)


def test_a_key_that_stands_twice_is_named():
    twice = example_text().replace('"kind": "report",', '"kind": "report",\n   "kind": "leak",')
    with pytest.raises(BadFile) as refused:
        load_text(twice)
    assert refused.value.problems == [f'{SURVEY}: the key "kind" stands here more than once']


def test_all_problems_are_found_at_once_and_the_list_is_bounded():
    data = example()
    data["events"] = [{"slug": f"event-{n}", "title": "T", "kind": "rumour"} for n in range(SHOWN + 7)]
    data["topics"][0]["name"] = ""
    with pytest.raises(BadFile) as refused:
        load_data(data)
    assert refused.value.found == SHOWN + 8
    assert len(refused.value.problems) == SHOWN
    assert refused.value.lines()[-1] == "and 8 more"


def test_a_phrase_with_nothing_to_read_it_against_is_refused_once_published_and_kept_in_a_draft():
    bare = {"slug": "bare", "title": "Bare", "kind": "report", "date_text": "mid-August"}
    with pytest.raises(BadFile, match='anchor: missing: "mid-August" needs a day to be read against'):
        load_data(example() | {"events": [bare]})
    load_data(example() | {"events": [bare | {"status": "draft"}]})
    assert Event.objects.get(slug="bare").earliest is None


def test_the_example_is_loaded_with_everything_in_it():
    report = load_text(example_text())
    assert report.sentence() == (
        "river-bridge: created 1 debate, 1 question, 1 topic, 2 arguments, 2 actors, 2 sources, 3 events."
    )
    mayor = Event.objects.get(slug="mayor-asks-for-a-bridge")
    assert (mayor.earliest, mayor.latest) == (date(2023, 8, 11), date(2023, 8, 11))
    assert mayor.phrase_edtf == "[2023-08-01..2023-08-16]"
    assert (mayor.language, mayor.status) == ("en", "published")
    assert [topic.role for topic in mayor.event_topics.all()] == ["requested"]
    assert "ferry a town to work" in mayor.search_text
    assert "mayor brook" in mayor.search_text
    position = Position.objects.get()
    assert [argument.answers.slug for argument in position.arguments.all()] == ["too-dear"]
    assert list(Event.objects.matching("ferry town")) == [mayor]
    survey = Event.objects.get(slug="survey-of-the-river")
    assert (survey.throughout, survey.approximate) == (True, True)
    assert Source.objects.get(slug="minutes-2023-08").published_latest == date(2023, 8, 31)


def test_the_anchor_is_the_last_day_of_publication_of_the_source_of_the_phrase():
    data = example()
    del event(data, "mayor-asks-for-a-bridge")["anchor"]
    load_data(data)
    assert Event.objects.get(slug="mayor-asks-for-a-bridge").anchor == date(2023, 8, 16)


def test_loading_twice_changes_nothing_and_leaves_the_revision_alone():
    load_text(example_text())
    before = list(Citation.objects.values("pk")), Debate.objects.values().get()
    report = load_text(example_text())
    assert report.sentence() == "river-bridge: nothing to do, all 12 records are as in the file."
    assert (list(Citation.objects.values("pk")), Debate.objects.values().get()) == before


CHANGES = [
    ("debate.title", "Another bridge", "debate", 1),
    ("questions.0.summary", "", "question", 1),
    ("questions.0.aliases", ["the second bridge"], "question", 1),
    ("topics.0.kind", "money", "topic", 1),
    ("topics.0.aliases", [], "topic", 1),
    ("actors.0.aliases", ["Bridge Brook"], "actor", 1),
    ("arguments.1.answers", ..., "argument", 1),
    ("arguments.0.text", "It is too dear.", "argument", 1),
    ("actors.0.affiliations.0.role", "councillor", "actor", 1),
    ("sources.0.title", "Bridge wanted", "source", 1),
    ("events.1.title", "She asks for a bridge", "event", 1),
    ("events.1.topic_roles.toll", "used", "event", 1),
    ("events.1.citations.0.quote", "No ferry.", "event", 1),
    ("events.1.positions.0.arguments", [], "event", 1),
    ("events.1.positions", [], "event", 1),
    ("events.1.actors", ["ada-brook"], "event", 1),
]


@pytest.mark.parametrize(("path", "value", "kind", "count"), CHANGES, ids=[change[0] for change in CHANGES])
def test_one_difference_changes_one_record_and_bumps_the_revision_once(path, value, kind, count):
    load_text(example_text())
    revision = Debate.objects.get().revision
    report = load_data(changed(path, value))
    assert {k: v["changed"] for k, v in report.counts.items() if v["changed"]} == {kind: count}
    assert report.total("created") == report.total("removed") == 0
    assert Debate.objects.get().revision == revision + 1
    assert not load_data(changed(path, value)).touched


def test_an_alias_is_found_by_the_search_after_the_next_load():
    load_text(example_text())
    load_data(changed("actors.0.aliases", ["Her Worship"]))
    assert Event.objects.matching("worship").get().slug == "mayor-asks-for-a-bridge"


def test_a_published_event_that_has_left_the_file_is_withdrawn_and_comes_back():
    load_text(example_text())
    data = example()
    data["events"] = [e for e in data["events"] if e["slug"] != "mayor-asks-for-a-bridge"]
    report = load_data(data)
    assert report.sentence() == "river-bridge: 11 records unchanged; withdrawn 1 event."
    mayor = Event.objects.get(slug="mayor-asks-for-a-bridge")
    assert (mayor.status, mayor.withdrawn_reason) == ("withdrawn", REASON)
    assert not load_data(data).touched
    load_text(example_text())
    mayor.refresh_from_db()
    assert (mayor.status, mayor.withdrawn_reason) == ("published", "")


def test_a_draft_that_is_not_in_the_file_stays():
    load_text(example_text())
    Event.objects.create(debate=Debate.objects.get(), slug="half-done", title="Half done", kind="vote")
    report = load_text(example_text())
    assert not report.touched
    assert report.total("kept") == 1
    assert Event.objects.get(slug="half-done").status == "draft"


def test_what_nothing_uses_any_more_is_removed_and_what_a_withdrawn_event_uses_is_kept():
    data = example()
    data["actors"].append({"slug": "bystander", "name": "By Stander", "kind": "person"})
    data["sources"].append({"slug": "unread", "title": "Unread", "publisher": "Nobody"})
    data["topics"].append({"slug": "fog", "name": "Fog"})
    data["questions"].append({"slug": "why", "title": "Why?"})
    data["arguments"].append({"slug": "because", "question": "why", "side": "for", "text": "Because."})
    load_data(data)
    bare = {key: data[key] for key in ("format", "debate")}
    report = load_data(bare)
    assert report.total("removed") == 6
    assert {Actor: 2, Source: 2, Topic: 1, Question: 1, Argument: 1} == {
        model: model.objects.count() for model in (Actor, Source, Topic, Question, Argument)
    }
    assert set(Event.objects.values_list("status", flat=True)) == {"withdrawn"}
    assert not load_data(bare).touched


def test_an_organisation_stays_while_a_member_that_stays_belongs_to_it():
    data = example()
    event(data, "mayor-asks-for-a-bridge")["actors"] = ["ada-brook"]
    load_data(data)
    load_data({key: data[key] for key in ("format", "debate")})
    assert set(Actor.objects.values_list("slug", flat=True)) == {"ada-brook", "town-council"}


def test_another_debate_is_left_alone():
    load_text(example_text())
    other = example()
    other["debate"] |= {"slug": "other-bridge"}
    report = load_data(other)
    assert report.total("created") == 12
    assert Event.objects.filter(debate__slug="river-bridge", status="published").count() == 2


def test_a_dry_run_counts_and_writes_nothing():
    report = load_data(example(), dry_run=True)
    assert report.total("created") == 12
    assert not Debate.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_events(django_assert_max_num_queries):
    data = example()
    template = event(data, "mayor-asks-for-a-bridge")
    data["events"] = [template | {"slug": f"event-{n}"} for n in range(400)]
    with django_assert_max_num_queries(120):
        load_data(data)
    with django_assert_max_num_queries(60):
        load_data(json.loads(json.dumps(data)))
