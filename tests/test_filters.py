"""The state of all filters: what a query string means, and that it is written back as one string."""

from datetime import UTC, date, datetime
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.filter_states import states
from timeline.filters import Filters, View

TODAY = date(2026, 11, 21)
SLUGS = ["olaf-scholz", "joe-biden", "supply-atacms", "atacms"]

MEANINGS = [
    # (query, what it means)
    ("", Filters()),
    ("actor=olaf-scholz", Filters(actor=("olaf-scholz",))),
    ("actor=olaf-scholz&actor=joe-biden", Filters(actor=("joe-biden", "olaf-scholz"))),
    ("actor=olaf-scholz&actor=olaf-scholz", Filters(actor=("olaf-scholz",))),
    ("stance=opposes&stance=supports", Filters(stance=("supports", "opposes"))),
    ("from=2024-11-11&to=2024-11-20", Filters(first=date(2024, 11, 11), last=date(2024, 11, 20))),
    ("from=mid-November+2024", Filters(first=date(2024, 11, 11))),
    ("to=mid-November+2024", Filters(last=date(2024, 11, 20))),
    ("from=summer+2023&to=summer+2023", Filters(first=date(2023, 6, 1), last=date(2023, 8, 31))),
    ("from=Mitte+November+2024", Filters(first=date(2024, 11, 11))),
    ("since=2026-11-03", Filters(since=datetime(2026, 11, 3, tzinfo=UTC))),
    ("since=last+week", Filters(since=datetime(2026, 11, 9, tzinfo=UTC))),
    ("since=7+days+ago", Filters(since=datetime(2026, 11, 14, tzinfo=UTC))),
    ("since=2026-11-21T14:00:00Z", Filters(since=datetime(2026, 11, 21, 14, tzinfo=UTC))),
    ("since=2026-11-21t14:05z", Filters(since=datetime(2026, 11, 21, 14, 5, tzinfo=UTC))),
    ("since=2026-11-21T00:00:00Z", Filters(since=datetime(2026, 11, 21, tzinfo=UTC))),
    ("actor=olaf-scholz&with=joe-biden", Filters(actor=("olaf-scholz",), other="joe-biden")),
    ("actor=joe-biden&to=2022&with=joe-biden&with_from=2024&with_to=mid-May+2024", Filters(
        actor=("joe-biden",), last=date(2022, 12, 31), other="joe-biden",
        other_first=date(2024, 1, 1), other_last=date(2024, 5, 20))),
    ("as_of=2024-05-29", Filters(as_of=date(2024, 5, 29))),
    ("as_of=late+May+2024", Filters(as_of=date(2024, 5, 31))),
    ("as_of=summer+2024&clock=published", Filters(as_of=date(2024, 8, 31), clock="published")),
    ("as_of=Mitte+November+2024&clock=happened", Filters(as_of=date(2024, 11, 20))),
    ("as_of=by+the+end+of+June+2024", Filters(as_of=date(2024, 6, 30))),
    ("clock=published", Filters()),
    ("as_of=&clock=published", Filters()),
    ("density=compact", Filters(density="compact")),
    ("density=roomy", Filters()),
    ("from=&to=&q=", Filters()),
    ("q=++red++line+", Filters(q="red line")),
    ("q=a%00b%0Bc", Filters(q="abc")),
    ("certainty=certainly&lane=actor&color=kind&sort=newest", Filters(
        certainty="certainly", lane="actor", color="kind", sort="newest")),
    ("certainty=possibly&lane=question&page=1", Filters()),
    ("page=3", Filters(page=3)),
    ("publisher=Kyiv+Independent", Filters(publisher=("Kyiv Independent",))),
    ("precision=none", Filters(precision=("none",))),
    ("event=biden-authorises-deep-atacms", Filters(event="biden-authorises-deep-atacms")),
    ("lang=de", Filters(lang="de")),
    ("lang=", Filters()),
    ("utm_source=mail", Filters()),
]  # fmt: skip

REFUSED = [
    # (query, the key that is named to the reader)
    ("kind=gossip", "kind"),
    ("stance=for", "stance"),
    ("actor=' OR 1=1 --", "actor"),
    ("actor=" + "a" * 81, "actor"),
    ("question=%00", "question"),
    ("lane=publisher", "lane"),
    ("lang=xx", "lang"),
    ("lang=de-AT", "lang"),
    ("page=0", "page"),
    ("page=-1", "page"),
    ("page=1e3", "page"),
    ("page=" + "9" * 5000, "page"),
    ("page=٣", "page"),
    ("from=ATACMS", "from"),
    ("from=2024-02-30", "from"),
    ("from=0000-01-01", "from"),
    ("to=since+2022", "to"),
    ("from=2024-05-02&to=2024-05-01", "to"),
    ("with=Joe Biden", "with"),
    ("with=joe-biden@2024", "with"),
    ("with_from=ATACMS", "with_from"),
    ("with_from=2024-05-02&with_to=2024-05-01", "with_to"),
    ("since=ATACMS", "since"),
    ("since=now", "since"),
    ("since=until+2024", "since"),
    ("since=2026-02-30T14:00:00Z", "since"),
    ("since=2026-11-21T25:00:00Z", "since"),
    ("since=2026-11-21T14:00:00+02:00", "since"),
    ("as_of=ATACMS", "as_of"),
    ("as_of=ATACMS&clock=published", "as_of"),
    ("as_of=2024-02-30", "as_of"),
    ("as_of=since+2022", "as_of"),
    ("as_of=2024-05-29&clock=sundial", "clock"),
    ("density=dense", "density"),
    ("order=loudest", "order"),
    ("event=../../etc/passwd", "event"),
    ("publisher=%ED%A0%80%00", "publisher"),
]


@pytest.mark.parametrize(("query", "meaning"), MEANINGS)
def test_what_a_query_means(query, meaning):
    parsed = Filters.parse(query, TODAY)
    assert parsed == meaning
    assert parsed.problems == ()


@pytest.mark.parametrize(("query", "key"), REFUSED)
def test_unusable_values_are_dropped_and_named(query, key):
    parsed = Filters.parse(query, TODAY)
    assert [problem.key for problem in parsed.problems] == [key]
    assert parsed.problems[0].message
    assert Filters.parse(parsed.querystring(), TODAY) == parsed


def test_the_query_string_has_one_order_and_no_defaults():
    asked = "to=2024-11-20&kind=vote&actor=joe-biden&kind=decision&page=1&certainty=possibly&q=atacms"
    assert (
        Filters.parse(asked).querystring() == "q=atacms&actor=joe-biden&kind=decision&kind=vote&to=2024-11-20"
    )


@pytest.mark.parametrize(
    ("since", "written"),
    [
        ("2026-11-21T00:00:00Z", "since=2026-11-21"),
        ("last week", "since=2026-11-09"),
        ("2026-11-21T14:00Z", "since=2026-11-21T14%3A00%3A00Z"),
    ],
)
def test_a_moment_is_written_in_one_way(since, written):
    assert Filters.parse(urlencode({"since": since}), TODAY).querystring() == written


def test_now_is_the_moment_that_the_caller_gives():
    now = datetime(2026, 11, 21, 14, 30, 5, 999, tzinfo=UTC)
    parsed = Filters.parse("since=now", TODAY, now)
    assert parsed.querystring() == "since=2026-11-21T14%3A30%3A05Z"


def test_words_for_dates_need_a_day_to_be_read_from():
    assert Filters.parse("from=last+week").problems[0].key == "from"
    assert Filters.parse("from=last+week", TODAY).first == date(2026, 11, 9)


@given(states(SLUGS, SLUGS, SLUGS, ["Kyiv Independent", "TASS & Co", "ntv.de"]), st.integers(1, 10_000))
def test_a_state_is_its_query_string(state, page):
    state = state.replace(page=page)
    assert Filters.parse(state.querystring()) == state


@given(st.text(max_size=300))
def test_nothing_that_is_typed_into_the_address_breaks_the_parser(text):
    parsed = Filters.parse(text, TODAY)
    assert Filters.parse(parsed.querystring(), TODAY) == parsed


@given(
    st.sampled_from(
        ["q", "actor", "publisher", "from", "to", "since", "with", "with_to", "page", "event", "kind"]
    ),
    st.text(max_size=300),
)
def test_nothing_that_is_typed_into_a_filter_breaks_the_parser(key, text):
    parsed = Filters.parse(urlencode({key: text}), TODAY)
    assert Filters.parse(parsed.querystring(), TODAY) == parsed


def test_whom_somebody_is_compared_with_is_in_view_as_well(debate):
    """Scholz alone, Biden alone, either of them: each event once."""
    views = {
        query: View.of(debate, Filters.parse(query))
        for query in ("actor=olaf-scholz", "actor=joe-biden", "actor=olaf-scholz&with=joe-biden")
    }
    events = {query: {event.slug for event in view.rows()} for query, view in views.items()}
    scholz, biden, both = events.values()
    assert both == scholz | biden and scholz < both and biden < both
    compared = views["actor=olaf-scholz&with=joe-biden"]
    assert compared.count == len(both)
    assert compared.describe().endswith(": Olaf Scholz compared with Joe Biden")


@pytest.mark.parametrize("query", ["actor=joe-biden&with=joe-biden&with_from=2024-01-01", "actor=joe-biden"])
def test_one_actor_in_two_periods_is_one_actor_still(debate, query):
    view = View.of(debate, Filters.parse(query))
    assert view.describe().endswith(": Joe Biden")
    assert {event.slug for event in view.rows()} == set(
        debate.events.filter(actors__slug="joe-biden").values_list("slug", flat=True)
    )


def test_an_actor_to_compare_with_is_one_of_the_debate(debate):
    view = View.of(debate, Filters.parse("actor=olaf-scholz&with=nobody"))
    assert view.filters.other == ""
    assert [(problem.key, problem.value) for problem in view.filters.problems] == [("with", "nobody")]
    actor = debate.actors.get(slug="joe-biden")
    actor.slug = "joseph-biden"
    actor.save()
    view = View.of(debate, Filters.parse("actor=olaf-scholz&with=joe-biden"))
    assert view.filters.other == "joseph-biden" and not view.filters.problems


def test_a_change_goes_back_to_the_first_page():
    state = Filters(actor=("joe-biden",), page=3)
    assert state.toggle("actor", "olaf-scholz") == Filters(actor=("joe-biden", "olaf-scholz"))
    assert state.toggle("actor", "joe-biden") == Filters()
    assert state.without("actor") == Filters()


def test_clearing_keeps_the_way_of_looking():
    state = Filters(q="taurus", since=datetime(2026, 11, 3, tzinfo=UTC), density="compact", sort="newest")
    assert state.looks() == Filters(density="compact", sort="newest")
