"""Where sources disagree: in the list, on the event, as a facet, and on the chart."""

from datetime import date, timedelta

import pytest

from timeline.charts import EventRow, Lane, Otherwise, Place, draw, figure, lay_out, legend, svg
from timeline.models import Citation

DEBATE = "/long-range-weapons/"
DAY = date(2024, 5, 2)


def row(*otherwise, last=DAY):
    """An event on a day (or some days), otherwise dated by these sources."""
    return EventRow(
        slug="kyiv",
        title="Cameron in Kyiv",
        earliest=DAY,
        latest=last,
        throughout=False,
        approximate=False,
        precision="day",
        importance=2,
        places=(Place("only", "supports"),),
        date_text="",
        date_read="2 May 2024",
        sources="The Independent",
        url="/kyiv/",
        otherwise=otherwise,
    )


def other(first, last=None):
    """Another date, days after the event's."""
    last = first if last is None else last
    return Otherwise(DAY + timedelta(days=first), DAY + timedelta(days=last), "otherwise: later, in X & Y")


def scene(*otherwise, window=(date(2024, 4, 1), date(2024, 7, 1))):
    """The chart of the event."""
    return lay_out([row(*otherwise)], [Lane("only", "Only", 1)], color_by="stance", window=window)


def test_both_dates_are_drawn_and_joined():
    drawn = scene(other(20))
    (ghost,) = drawn.ghosts
    assert ghost.is_day and ghost.at > ghost.mark.at and ghost.near == ghost.at
    assert "otherwise: later, in X &amp; Y" in svg(drawn)
    assert svg(drawn).count("<circle") == 1


def test_a_span_is_an_outline_joined_at_its_near_end():
    (ghost,) = scene(other(10, 30)).ghosts
    assert not ghost.is_day
    assert ghost.near == ghost.left
    assert 'rx="3.6"' in svg(scene(other(10, 30)))


@pytest.mark.parametrize(
    "otherwise",
    [other(0), Otherwise(date(2025, 1, 1), date(2025, 1, 1), "outside the window")],
    ids=["the same day", "outside the window"],
)
def test_what_could_not_be_seen_is_not_drawn(otherwise):
    assert scene(otherwise).ghosts == ()
    assert "otherwise" not in {item.key for item in legend(scene(otherwise))}


def test_a_ring_on_its_own_mark_waits_for_a_shorter_time():
    years = (date(2022, 1, 1), date(2025, 12, 31))
    assert scene(other(1), window=years).ghosts == ()
    assert len(scene(other(1)).ghosts) == 1


def test_without_a_range_the_chart_reaches_both_dates():
    assert len(scene(other(-300), window=(None, None)).ghosts) == 1


def test_an_open_end_reaches_the_edge():
    (ghost,) = scene(Otherwise(DAY + timedelta(days=30), None, "later")).ghosts
    assert ghost.right == 1.0


def test_plotly_draws_the_same():
    drawn = scene(other(20), other(10, 30))
    traces = {trace["uid"]: trace for trace in figure(drawn)["data"]}
    rings = traces["ghosts"]
    assert rings["marker"]["opacity"] == [1, 0]
    assert rings["customdata"] == ["kyiv", "kyiv"]
    assert rings["hovertext"][0] == "Cameron in Kyiv<br>otherwise: later, in X &amp; Y"
    assert [x is None for x in traces["ghost-lines-supports"]["x"]].count(True) == 3


def test_the_legend_explains_it_and_the_picture_has_it():
    assert "another date, by a source that disagrees" in {item.label for item in legend(scene(other(20)))}
    assert "<circle" in draw(scene(other(20)), "light")


def test_a_chart_without_disputes_has_no_ghosts():
    assert "ghosts" not in {trace["uid"] for trace in figure(scene())["data"]}
    assert "<circle" not in svg(scene())


def test_the_real_chart_shows_the_other_date(client, debate):
    drawn = client.get(f"{DEBATE}chart.svg?topic=taurus&to=2023-08-01").content.decode()
    figured = client.get(f"{DEBATE}chart.json?topic=taurus&to=2023-08-01").json()
    assert "ghosts" in {trace["uid"] for trace in figured["data"]}
    assert "another date" not in drawn  # the picture has no legend
    page = client.get(f"{DEBATE}?topic=taurus&to=2023-08-01").content.decode()
    assert "another date, by a source that disagrees" in page
    assert "otherwise: April 2023, in I Love Kyiv / Liga" in page


def test_the_list_has_a_badge_for_each_disputed_event(client, debate):
    disputed = client.get(f"{DEBATE}?disputed=yes").content.decode()
    count = Citation.objects.filter(event__debate=debate, relation="contradicts").values("event").distinct()
    assert disputed.count("sources disagree</span>") == count.count() > 20
    assert "sources disagree</span>" not in client.get(f"{DEBATE}?disputed=no").content.decode()


def test_the_event_shows_what_each_says(client, debate):
    page = client.get(f"{DEBATE}events/cameron-kyiv/").content.decode()
    part = page.split('class="disagree"')[1].split("</section>")[0]
    agreeing, disagreeing = part.split("Otherwise told by")
    assert "The Independent" in agreeing and "2 May 2024" in agreeing
    assert "Evening Standard" in disagreeing and "3 May 2024" in disagreeing
    assert "Places the remarks on 3 May" in disagreeing


def test_an_event_without_a_dispute_says_nothing_of_one(client, debate):
    page = client.get(f"{DEBATE}events/biden-authorises-deep-atacms/").content.decode()
    assert "Where the sources disagree" not in page


def test_one_source_is_said_quietly(client, debate):
    alone = next(event for event in debate.events.all() if event.rests_on_one)
    assert 'class="one-source"' in client.get(alone.get_absolute_url()).content.decode()
    listed = client.get(f"{DEBATE}?q={alone.title}").content.decode()
    assert 'class="one-source"' in listed
