"""The debate as it stood on a day: by what had happened, and by what had been published."""

import csv
import io
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exports.arguments import Arguments
from timeline.exports.deeds import Deeds
from timeline.exports.shared_views import FrozenList, changes_since, share, view_now
from timeline.exports.standing import Standing
from timeline.exports.turning import Turns
from timeline.facets import facets
from timeline.filters import Filters, View
from timeline.filters.as_of import AsOf
from timeline.models import Argument, Citation, Event

DEBATE = "/long-range-weapons/"
OCTOBER = "as_of=2024-10-31"  # nothing of November had happened yet
DAYS = st.dates(date(2022, 5, 1), date(2025, 1, 31))
SEEN = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


def view(debate, query):
    """The view of a query, as the public sees it."""
    found = View.of(debate, Filters.parse(query))
    assert not found.filters.problems
    return found


def slugs(debate, query):
    """The events of a view."""
    return set(view(debate, query).rows().values_list("slug", flat=True))


def event(debate, query, slug):
    """An event as a view has it, None where it has it not."""
    found = view(debate, query)
    return found.rows().filter(slug=slug).with_details(found.citations()).first()


def publishers(event):
    """Who published the sources that are shown of an event."""
    return [citation.source.publisher for citation in event.citations.all()]


@pytest.fixture
def november(debate):
    """The slugs of all events that cannot have happened before November 2024."""
    found = set(debate.events.filter(earliest__gte="2024-11-01").values_list("slug", flat=True))
    assert {"biden-authorises-deep-atacms", "oreshnik-dnipro", "scholz-kyiv-december"} <= found
    assert len(found) == 42
    return found


WORDS = [
    ("as_of=2024-08-23", "as it stood on 23 August 2024"),
    ("as_of=2024-08-23&certainty=certainly", "as it certainly stood on 23 August 2024"),
    ("as_of=2024-08-23&clock=published", "as published by 23 August 2024"),
    ("as_of=2024-08-23&clock=published&certainty=certainly", "as certainly published by 23 August 2024"),
    ("as_of=2024-08-23&kind=vote", "vote; as it stood on 23 August 2024"),
    ("as_of=2024-08-23&to=2024-05-31", "to 31 May 2024; as it stood on 23 August 2024"),
]


@pytest.mark.parametrize(("query", "said"), WORDS)
def test_the_day_is_said_in_words(debate, query, said):
    assert view(debate, query).describe() == f"Long-range weapons for Ukraine, 2022–2024: {said}"


THERE = [
    # (event, day, clock, whether it was there)
    ("germany-permits-strikes", "2024-05-30", "happened", False),
    ("germany-permits-strikes", "2024-05-31", "happened", True),
    # A secret decision of mid-February 2024, told of on 24 April: "mid-February" may be the 11th.
    ("biden-approves-long-range-atacms", "2024-02-10", "happened", False),
    ("biden-approves-long-range-atacms", "2024-02-11", "happened", True),
    ("biden-approves-long-range-atacms", "2024-04-23", "published", False),
    ("biden-approves-long-range-atacms", "2024-04-24", "published", True),
    # A letter of May 2023 that only a report of 10 October 2023 tells of.
    ("helsinki-commission-letter", "2023-10-09", "published", False),
    ("helsinki-commission-letter", "2023-10-10", "published", True),
    # What was announced on 26 November 2024 for January 2025.
    ("trump-office-january", "2024-11-26", "published", True),
    ("trump-office-january", "2024-11-26", "happened", False),
    # One of its sources is "of May 2024": not before what it tells of.
    ("meseberg", "2024-05-27", "published", False),
    ("meseberg", "2024-05-28", "published", True),
]


@pytest.mark.parametrize(("slug", "day", "clock", "there"), THERE)
def test_by_each_clock_an_event_is_there_from_its_day_on(debate, slug, day, clock, there):
    assert (slug in slugs(debate, f"as_of={day}&clock={clock}")) is there


def test_uncertain_dates_are_left_out_where_only_the_certain_are_asked_for(debate):
    assert "biden-approves-long-range-atacms" in slugs(debate, "as_of=2024-02-15")
    assert "biden-approves-long-range-atacms" not in slugs(debate, "as_of=2024-02-15&certainty=certainly")
    assert "biden-approves-long-range-atacms" in slugs(debate, "as_of=2024-02-20&certainty=certainly")


def test_an_undated_event_is_there_once_it_is_published_and_never_happened_by_a_day(debate):
    leak = debate.events.get(slug="taurus-leak")
    Event.objects.filter(pk=leak.pk).update(earliest=None, latest=None, sort_date=None)
    assert "taurus-leak" not in slugs(debate, "as_of=2024-12-31")
    assert "taurus-leak" in slugs(debate, "as_of=2024-12-31&clock=published")
    leak.citations.all().delete()
    assert "taurus-leak" not in slugs(debate, "as_of=2024-12-31&clock=published")


def test_what_contradicts_an_event_later_does_not_make_it_disputed_then(debate):
    """On Meseberg a text of 18 November 2024 disagrees with those of May."""
    then = event(debate, "as_of=2024-05-28&clock=published", "meseberg")
    assert publishers(then) == ["RTL.be", "junge Welt"]
    assert not then.is_disputed
    later = event(debate, "as_of=2024-11-18&clock=published", "meseberg")
    assert len(publishers(later)) == 5
    assert later.is_disputed
    assert "meseberg" not in slugs(debate, "as_of=2024-11-17&clock=published&disputed=yes")
    assert "meseberg" in slugs(debate, "as_of=2024-11-17&clock=published&disputed=no")
    assert "meseberg" in slugs(debate, "as_of=2024-11-18&clock=published&disputed=yes")
    # What had happened is told with all that is known today.
    assert "meseberg" in slugs(debate, "as_of=2024-05-28&disputed=yes")


@SEEN
@given(day=DAYS)
def test_a_day_and_its_clock_mean_what_the_dates_of_events_and_sources_say(debate, day):
    """Told once more in Python, event by event."""
    happened, published, certainly = set(), set(), set()
    rows = list(debate.events.prefetch_related("citations__source"))
    for one in rows:
        if one.sort_date and (one.earliest is None or one.earliest <= day):
            happened.add(one.slug)
        for citation in one.citations.all():
            first, last = citation.source.published_earliest, citation.source.published_latest
            if last <= day:
                certainly.add(one.slug)
            if last <= day or (first <= day and (one.earliest is None or one.earliest <= day)):
                published.add(one.slug)
    assert slugs(debate, f"as_of={day}") == happened
    assert slugs(debate, f"as_of={day}&clock=published") == published
    assert slugs(debate, f"as_of={day}&clock=published&certainty=certainly") == certainly


@SEEN
@given(days=st.tuples(DAYS, DAYS).map(sorted), clock=st.sampled_from(["happened", "published"]))
def test_what_was_there_once_stays(debate, days, clock):
    earlier, later = (slugs(debate, f"as_of={day}&clock={clock}") for day in days)
    assert earlier <= later
    assert slugs(debate, f"as_of={days[0]}&clock={clock}&certainty=certainly") <= earlier


ON_STRIKES = [
    # (day, clock, where Biden stood on strikes inside Russia, by which event, how many turns)
    ("2022-05-30", "happened", "leans-oppose", "biden-no-rockets-into-russia", 0),
    ("2022-06-22", "published", "leans-oppose", "biden-no-rockets-into-russia", 0),
    ("2022-06-23", "published", "opposes", "biden-nyt-essay", 0),
    ("2024-05-29", "happened", "opposes", "biden-approves-long-range-atacms", 0),
    ("2024-05-30", "happened", "leans-support", "biden-kharkiv-permission", 1),
    ("2024-09-12", "happened", "undecided", "biden-working-that-out", 2),
    # "Mid-November": on the 17th nobody can say that it had happened, but it was in the papers.
    ("2024-11-17", "happened", "undecided", "starmer-biden-no-decision", 3),
    ("2024-11-17", "published", "supports", "biden-authorises-deep-atacms", 3),
    ("2024-11-20", "happened", "supports", "biden-authorises-deep-atacms", 3),
]


@pytest.mark.parametrize(("day", "clock", "stance", "by", "turns"), ON_STRIKES)
def test_a_ledger_rests_on_what_was_there_by_then(debate, day, clock, stance, by, turns):
    asked = view(debate, f"as_of={day}&clock={clock}&actor=joe-biden&question=strikes-inside-russia")
    (record,) = Standing(asked).records()
    assert record.word.stance == stance
    assert [item.key for item in record.word.evidence] == [by]
    assert len(record.ledger.turns) == len(Turns(asked).all) == turns


def test_the_matrix_stands_as_of_the_day(client, debate):
    page = client.get(f"{DEBATE}positions/matrix/?as_of=2024-05-29&actor=joe-biden").text
    assert "Where everyone stood on 29 May 2024" in page
    row = page.split('href="/long-range-weapons/actors/joe-biden/"')[1].split("</tr>")[0]
    strikes = row.split("#row-joe-biden.strikes-inside-russia")[0].rsplit("<a ", 1)[1]
    assert "question=strikes-inside-russia&amp;as_of=2024-05-29" in strikes
    assert row.split("#row-joe-biden.strikes-inside-russia")[1].split("</td>")[0].count("stance-opposes") == 1


def test_a_turn_is_not_there_before_its_new_evidence(debate):
    turn = "biden-kharkiv-permission"
    for day, there in (("2024-05-29", False), ("2024-05-30", True)):
        found = Turns(view(debate, f"as_of={day}")).all
        assert (turn in {key for one in found for key in one.keys}) is there
        assert all(f"as_of={day}" in one.url for one in found)


def test_deeds_and_arguments_know_nothing_later(debate, november):
    asked = view(debate, OCTOBER)
    steps = {step.event.slug for run in Deeds(asked).runs for step in run.steps}
    assert steps and not steps & november
    whole = {step.event.slug for run in Deeds(view(debate, "")).runs for step in run.steps}
    assert whole & november
    early = Arguments(view(debate, "as_of=2022-12-31"))
    used = Argument.objects.filter(positions__event__earliest__lte="2022-12-31").distinct()
    assert 0 < len(early.arguments) == used.count() < Argument.objects.count()
    told = [one for case in early.cases() for _label, side in case.sides for one in side]
    raised = set(used.values_list("slug", flat=True))
    assert {answer.slug for one in told for answer in one.answered_by} <= raised
    assert {one.answers.slug for one in told if one.answers} <= raised


PLACES = [
    "", "events.json", "events.csv", "events.ics", "events.atom", "timelinejs.json", "chart.json",
    "positions/", "positions/chart.json", "positions/matrix/", "turns/", "turns.atom", "deeds/", "deeds.json",
    "arguments/", "coverage/", "embed/", "print/", "positions.json", "turns.csv", "embed/turns/",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_no_page_export_feed_or_frame_knows_what_came_later(client, debate, november, place):
    def read(query):
        answer = client.get(f"{DEBATE}{place}?{query}")
        assert answer.status_code == 200
        body = answer.getvalue() if answer.streaming else answer.content
        return body.decode()

    later = read("from=2024-11-01&sort=newest")
    text = read(f"{OCTOBER}&sort=newest")
    titles = dict(debate.events.filter(slug__in=november).values_list("slug", "title"))
    assert not [slug for slug, title in titles.items() if f"/{slug}/" in text or title in text]
    if place == "positions/matrix/":  # it names months alone
        assert "Nov 2024" in later and "Nov 2024" not in text
    elif place not in ("arguments/", "coverage/"):  # they name few events
        assert [slug for slug, title in titles.items() if slug in later or title in later]


def test_facets_charts_and_previews_count_what_was_there(client, debate):
    asked = view(debate, OCTOBER)
    assert asked.count == 245
    for facet in facets(asked):
        for value in facet.values:
            assert "as_of=2024-10-31" in value.query
    kinds = next(facet for facet in facets(asked) if facet.key == "kind")
    assert sum(value.count for value in kinds.values) == 245
    page = client.get(f"{DEBATE}?{OCTOBER}").text
    assert "You see the debate as it stood on 31 October 2024." in page
    assert "preview.png?as_of=2024-10-31&amp;" in page
    rows = list(csv.DictReader(io.StringIO(client.get(f"{DEBATE}events.csv?{OCTOBER}").getvalue().decode())))
    assert len(rows) == 245


def test_of_publishers_only_those_count_whose_sources_were_out(debate):
    asked = view(debate, "as_of=2023-10-09&clock=published")
    known = {value.value for value in next(f for f in facets(asked) if f.key == "publisher").values}
    cited = Citation.objects.filter(event__debate=debate, source__published_earliest__lte="2023-10-09")
    assert known and known <= set(cited.values_list("source__publisher", flat=True))


def test_a_publisher_is_asked_for_by_what_had_been_published(debate):
    """One report on Meseberg, of 28 May 2024, is of the day after."""
    publisher = "publisher=Engaged2Perform+(mirror)"
    assert slugs(debate, f"as_of=2024-05-28&{publisher}") == {"meseberg"}
    assert slugs(debate, f"as_of=2024-05-28&clock=published&{publisher}") == set()
    assert slugs(debate, f"as_of=2024-05-29&clock=published&{publisher}") == {"meseberg"}


def test_an_event_that_is_not_there_yet_is_not_opened(client, debate):
    page = client.get(f"{DEBATE}?{OCTOBER}&event=oreshnik-dnipro").text
    assert "This event was not there yet, as of the day asked for." in page
    assert "Oreshnik" not in page.split('id="drawer"')[1].split("</aside>")[0]
    answer = client.get(f"{DEBATE}events.json?{OCTOBER}&event=oreshnik-dnipro")
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["key"] == "event"


def test_the_story_of_an_event_says_that_later_sources_are_left_out(client, debate):
    page = client.get(f"{DEBATE}?as_of=2024-05-28&clock=published&event=meseberg").text
    assert "3 sources that were published later are left out." in page
    assert "left out." not in client.get(f"{DEBATE}?event=meseberg").text.split('id="drawer"')[1]


def test_a_frozen_view_keeps_what_was_known_on_its_day(debate):
    asked = Filters.parse("as_of=2024-05-28&clock=published&kind=statement&from=2024-05-28")
    shared = share(debate, asked, frozen=True)
    (kept,) = (one for one in FrozenList(shared).events() if one.slug == "meseberg")
    assert [use["publisher"] for use in kept.citations] == ["RTL.be", "junge Welt"]
    assert not kept.disputed
    assert Filters.parse(shared.query).as_of == asked.as_of
    assert not changes_since(shared, view_now(shared)).total


def test_words_for_a_day_are_written_back_as_that_day(client, debate):
    answer = client.get(f"{DEBATE}?as_of=late+May+2024&clock=published")
    assert answer.status_code == 302
    assert answer.url == f"{DEBATE}?as_of=2024-05-31&clock=published"
    page = client.get(f"{DEBATE}?as_of=ATACMS&clock=published").text
    assert "“as_of=ATACMS” was not used." in page
    assert "You see the debate" not in page
    assert client.get(f"{DEBATE}events.json?as_of=ATACMS").status_code == 400
    assert client.get(f"{DEBATE}events.json?clock=published").json()["count"] == 287


STEPS = [
    # (day, the end of the month before, that of the month or the next)
    ("2024-05-29", "30 April 2024", "31 May 2024"),
    ("2024-05-31", "30 April 2024", "30 June 2024"),
    ("2024-12-31", "30 November 2024", "31 January 2025"),
    ("2022-02-28", None, "31 March 2022"),
    ("2030-01-01", "31 December 2029", None),
]


@pytest.mark.parametrize(("day", "earlier", "later"), STEPS)
def test_the_day_moves_by_months(debate, day, earlier, later):
    stood = AsOf(view(debate, f"as_of={day}&clock=published&sort=newest"))
    found = [step and step.day for step in (stood.earlier, stood.later)]
    assert found == [earlier, later]
    for step in filter(None, (stood.earlier, stood.later)):
        assert step.query.startswith("as_of=") and step.query.endswith("&clock=published&sort=newest")
    assert stood.today == "sort=newest"


def test_the_day_moves_as_far_as_the_view_reaches(debate):
    """Of Scholz, the first event is of 2023 and the last of December 2024."""
    stood = AsOf(view(debate, "as_of=2024-05-31&actor=olaf-scholz"))
    events = debate.events.filter(actors__slug="olaf-scholz")
    assert stood.first == events.order_by("sort_date").first().sort_date.replace(day=1)
    assert stood.last == date(2024, 12, 31)
    assert AsOf(view(debate, "as_of=2024-05-31&q=zzzz")).extent == (None, None)


def test_a_view_of_nothing_says_that_it_would_hold_some_today(client, debate):
    page = client.get(f"{DEBATE}?as_of=2022-06-30&topic=taurus").text
    assert "Take off As it stood on: 30 June 2022" in page
