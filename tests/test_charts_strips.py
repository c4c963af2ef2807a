"""Rails, brackets and patches: where they lie, how they fade, and that both drawings have them."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts_rows import ATACMS, LANES, debate, row
from timeline.charts import WIDTHS, Change, Held, Lane, figure, lay_out, legend, svg
from timeline.charts.scale import Scale
from timeline.charts.strips import LEAST, ROOM, apart, strips

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)
YEAR = Scale(FIRST, LAST, 0.0)
HOSTILE = "<script>alert('x')</script> & \"quotes\""


def held(first, last, gone=None, color="opposes"):
    """A rail in the only lane."""
    return Held("atacms", color, first, last, gone)


def change(look, first, last, **more):
    """A window in the only lane."""
    return Change("atacms", look, first, last, **more)


def placed(*items):
    """Strips on a chart of 1,000 px for the year 2023."""
    return strips(items, {"atacms": 100.0}, YEAR, 1000)


def test_a_rail_lies_from_the_first_day_to_the_end_of_the_last():
    (rail,) = placed(held(date(2023, 1, 1), date(2023, 6, 30))).rails
    assert (rail.left, rail.fading, rail.right) == (0, pytest.approx(181 / 365), pytest.approx(181 / 365))
    assert (rail.full, rail.faint) == (1, 1)
    assert rail.y == 100 - ROOM / 2


def test_a_rail_of_one_day_can_be_seen():
    (rail,) = placed(held(date(2023, 6, 1), date(2023, 6, 1))).rails
    assert rail.right - rail.left == pytest.approx(LEAST / 1000)


def test_a_rail_fades_and_is_cut_where_the_chart_ends():
    (rail,) = placed(held(date(2023, 7, 1), date(2023, 7, 1), date(2024, 6, 30))).rails
    assert rail.right == 1 and rail.faint == pytest.approx(0.5, abs=0.01)


def test_what_began_to_fade_before_the_window_comes_in_faint():
    (rail,) = placed(held(date(2022, 7, 1), date(2022, 7, 1), date(2023, 7, 1))).rails
    assert rail.left == rail.fading == 0 and rail.full == pytest.approx(0.5, abs=0.01)
    assert rail.faint == 0


def test_what_lies_outside_the_window_is_not_drawn():
    found = placed(
        held(date(2022, 1, 1), date(2022, 6, 1)),
        held(date(2024, 1, 2), date(2024, 6, 1)),
        change("turn", date(2022, 1, 1), date(2022, 2, 1)),
        Held("elsewhere", "opposes", FIRST, LAST),
    )
    assert (found.rails, found.brackets) == ((), ())


def test_an_open_end_of_a_window_reaches_the_edge_and_has_no_upright():
    (bracket,) = placed(change("turn", None, date(2023, 7, 2))).brackets
    assert bracket.left == 0 and len(bracket.ends) == 1


def test_a_contradiction_of_one_day_has_room_for_its_sign():
    (patch,) = placed(change("contradiction", date(2023, 7, 2), date(2023, 7, 2))).of("contradiction")
    assert (patch.right - patch.left) * 1000 == pytest.approx(9)


def test_turns_that_are_near_stand_beside_one_another():
    """In the middle of their windows they would be 2.7 px apart; 7 are enough to tell and to hit them."""
    days = [date(2023, 7, 2), date(2023, 7, 3), date(2023, 9, 1)]
    near, next_, far = placed(*(change("turn", day, day, key=str(day)) for day in days)).of("turn")
    assert (next_.middle - near.middle) * 1000 == pytest.approx(7)
    assert (near.middle + next_.middle) / 2 == pytest.approx((near.left + next_.left) / 2)
    assert far.aside == 0


@given(st.lists(st.integers(0, 1000), max_size=12).map(sorted))
def test_marks_keep_their_order_and_move_no_more_than_they_must(places):
    moved = apart(places, 7)
    assert all(later - earlier >= 7 - 1e-6 for earlier, later in pairwise(moved))
    assert sum(moved) == pytest.approx(sum(places))
    if all(later - earlier >= 7 for earlier, later in pairwise(places)):
        assert moved == pytest.approx(places)


days = st.dates(date(2021, 1, 1), date(2025, 12, 31))


@given(days, days, st.one_of(st.none(), st.integers(0, 800)))
def test_no_strip_leaves_the_chart(one, other, fades):
    first, last = sorted((one, other))
    gone = None if fades is None else last + timedelta(days=fades)
    found = placed(held(first, last, gone), change("turn", first, last), change("doubt", first, last))
    for rail in found.rails:
        assert 0 <= rail.left <= rail.fading <= rail.right <= 1
        assert 0 <= rail.faint <= rail.full <= 1
    for bracket in found.brackets:
        assert 0 <= bracket.left <= bracket.middle <= bracket.right <= 1


STRIPS = (
    held(date(2023, 8, 1), date(2023, 8, 5), color="leans-oppose"),
    held(date(2023, 8, 11), date(2023, 8, 11), date(2023, 8, 17), color="supports"),
    change(
        "turn", date(2023, 8, 5), date(2023, 8, 11), key="turn-kuleba-1", words=HOSTILE, url="#turn-kuleba-1"
    ),
    change("shift", date(2023, 8, 9), date(2023, 8, 10)),
    change("doubt", date(2023, 8, 7), date(2023, 8, 9), key="doubt-1", words="Order unknown", url="#doubt-1"),
    change(
        "contradiction", date(2023, 8, 12), date(2023, 8, 12), key="doubt-2", words="Both", url="#doubt-2"
    ),
)


def scene(**changes):
    """One event with every strip there is."""
    return lay_out([row()], ATACMS, color_by="stance", held=STRIPS, **changes)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_svg_is_well_formed_escaped_and_without_style_or_script(width):
    drawn = svg(scene(width=width), titles=True)
    root = ElementTree.fromstring(drawn)
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|javascript:", drawn)
    links = {link.get("data-slug"): link for link in root.iter("a")}
    assert links.keys() == {"kuleba", "turn-kuleba-1", "doubt-1", "doubt-2"}
    assert links["turn-kuleba-1"].get("href") == "#turn-kuleba-1"
    assert links["turn-kuleba-1"].findtext("title") == HOSTILE
    used = set(re.findall(r'(?:href="|url\()#([nmw]\d+)', drawn))
    assert used == set(re.findall(r' id="([nmw]\d+)"', drawn))


def test_marks_stand_above_the_strips_of_their_lane():
    with_strips, without = scene(), lay_out([row()], ATACMS, color_by="stance")
    (mark,), (box,) = with_strips.marks, with_strips.lanes
    assert mark.y + mark.height / 2 <= box.floor - ROOM
    assert without.lanes[0].strips == 0 and not without.strips.rails
    assert "rail" not in str(figure(without))


def test_the_figure_is_one_that_plotly_takes_and_has_what_the_svg_has():
    plain = figure(scene())
    go.Figure(plain)
    traces = {trace["uid"]: trace for trace in plain["data"]}
    assert traces["turns"]["customdata"] == ["turn-kuleba-1"]
    assert traces["turns"]["hovertext"][0].startswith("&lt;script&gt;")
    assert traces["signs"]["text"] == ["?", "≠"]
    assert {"patches", "shifts", "windows", "window-ends", "rail-leans-oppose-100"} <= traces.keys()
    fading = [trace for uid, trace in traces.items() if uid.startswith("rail-supports")]
    inside = sorted(float(trace["line"]["color"].rsplit(",", 1)[1].rstrip(")")) for trace in fading)
    assert len(inside) > 2 and all(one < other for one, other in pairwise(inside))


def test_every_trace_has_a_name_of_its_own_that_plotly_can_make_a_selector_of():
    rows = [replace(item, places=item.places[:1]) for item in debate(120)]
    rails = [
        Held(lane.key, color, date(2022, 3, 1), date(2022, 9, 1), date(2023, 9, 1))
        for lane, color in zip(LANES, ("supports", "opposes", "undecided", "leans-support"), strict=False)
    ]
    plain = figure(lay_out(rows, LANES, color_by="stance", held=rails))
    names = [trace["uid"] for trace in plain["data"] if trace["uid"].startswith("rail")]
    assert len(names) == len(set(names)) and all(re.fullmatch(r"[\w-]+", name) for name in names)


def test_the_legend_names_what_occurs_and_nothing_else():
    named = [item.key for item in legend(scene())]
    assert [
        key for key in named if key in ("held", "leans", "fades", "turn", "shift", "doubt", "contradiction")
    ] == [
        "held",
        "leans",
        "fades",
        "turn",
        "shift",
        "doubt",
        "contradiction",
    ]
    assert "turn" not in [item.key for item in legend(lay_out([row()], ATACMS, color_by="stance"))]
    for item in legend(scene()):
        ElementTree.fromstring(item.svg)


def test_lanes_without_strips_keep_room_for_them_so_that_all_look_alike():
    lanes = (*ATACMS, Lane("taurus", "Taurus", 1))
    rows = [row(), row("scholz", places=(replace(row().places[0], lane="taurus"),))]
    both = lay_out(rows, lanes, color_by="stance", held=STRIPS)
    heights = [box.floor - box.top for box in both.lanes]
    assert heights[0] == heights[1]


def test_charts_with_strips_leave_room_after_the_last_event():
    assert scene().scale.end >= lay_out([row()], ATACMS, color_by="stance").scale.end
    window = (FIRST, LAST)
    asked = lay_out([row()], ATACMS, color_by="stance", held=STRIPS, window=window)
    assert (asked.scale.start, asked.scale.end) == window
