"""The Plotly figure: valid, where the SVG is, and free of what would break the policy."""

import json
import re
from datetime import date, datetime
from html import unescape

import plotly.graph_objects as go
import pytest

from tests.charts_rows import ATACMS, LANES, debate, row
from timeline.charts import MARK_LIMIT, WIDTHS, Lane, figure, lay_out


def trace(made, uid):
    return next(each for each in made["data"] if each["uid"] == uid)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("color_by", ["stance", "kind"])
def test_plotly_accepts_it(theme, width, color_by):
    rows = [
        *debate(color_by=color_by),
        row("open", date(2024, 1, 1), None, places=debate(1, color_by)[0].places),
    ]
    made = figure(lay_out(rows, LANES, color_by=color_by, width=width, selected="event-3"), theme)
    go.Figure(made)
    json.dumps(made)


def test_plotly_accepts_density():
    made = figure(lay_out(debate(MARK_LIMIT + 300), LANES, color_by="stance"))
    go.Figure(made)
    assert [each for each in made["data"] if each["uid"].startswith("density")]


def test_every_mark_stands_where_the_svg_has_it():
    scene = lay_out(debate(), LANES, color_by="stance")
    made = figure(scene)
    marks, axis = trace(made, "marks"), made["layout"]["xaxis"]["range"]
    left, right = map(datetime.fromisoformat, axis)
    fractions = [(datetime.fromisoformat(x) - left) / (right - left) for x in marks["x"]]
    assert fractions == pytest.approx([mark.at for mark in scene.marks], abs=0.0005)
    assert marks["y"] == [round(mark.y + mark.lift, 2) for mark in scene.marks]
    assert marks["marker"]["size"] == [round(2 * mark.radius, 2) for mark in scene.marks]
    assert marks["customdata"] == [mark.row.slug for mark in scene.marks]
    assert made["layout"]["height"] == scene.height
    assert made["layout"]["yaxis"]["range"] == [scene.height, 0]
    assert not any(made["layout"]["margin"].values())


def test_nothing_in_it_sets_inline_styles_or_needs_eval():
    made = figure(lay_out(debate(), LANES, color_by="stance"))
    assert {each["type"] for each in made["data"]} == {"scatter"}
    assert not re.search(r"<(?!br>|/?extra>)|colorbar|scattergl", json.dumps(made))


def test_hovering_tells_title_dates_and_sources_escaped_and_wrapped():
    title = "<b>Kuleba</b> & " + "a very long title " * 8
    made = figure(lay_out([row(title=title)], ATACMS, color_by="stance"))
    (text,) = trace(made, "marks")["hovertext"]
    lines = text.split("<br>")
    assert lines[0].startswith("&lt;b&gt;Kuleba&lt;/b&gt; &amp; a very")
    assert lines[-3:] == ["11 August 2023", "written: “on Friday”", "Ukrinform"]
    assert max(map(len, lines)) < 60 + len("&lt;b&gt;&lt;/b&gt;&amp;")


def test_a_lane_label_is_escaped():
    made = figure(lay_out([row()], [Lane("atacms", "<a href='/'>ATACMS</a>", 1)], color_by="stance"))
    assert made["layout"]["annotations"][0]["text"].startswith("&lt;a href")


@pytest.mark.parametrize("hostile", ["100%{x} sure", "%{hovertext}<extra>", "{%{y:.2f}}"])
def test_texts_that_look_like_plotly_templates_are_shown_as_they_are(hostile):
    made = figure(lay_out([row(title=hostile)], [Lane("atacms", hostile, 1)], color_by="stance"))
    for shown in (
        made["layout"]["annotations"][0]["text"],
        trace(made, "marks")["hovertext"][0].split("<br>")[0],
    ):
        assert "%{" not in shown
        assert unescape(shown) == hostile


def test_a_view_without_dated_events_is_one_line_that_nobody_can_zoom():
    layout = figure(lay_out([], [], color_by="stance"))["layout"]
    assert [note["text"] for note in layout["annotations"]] == ["No dated events in this view"]
    assert layout["shapes"] == []
    assert layout["xaxis"]["fixedrange"]


def test_the_small_ticks_of_a_tall_chart_are_named_above_and_below():
    scene = lay_out(debate(), LANES, color_by="stance")
    ticks = trace(figure(scene), "ticks")
    above = [text for text, y in zip(ticks["text"], ticks["y"], strict=True) if y < scene.lanes[0].top]
    assert above == [tick.label for tick in scene.high_ticks]
    assert {"Jul", "Oct"} <= set(above)
    low = lay_out([row()], ATACMS, color_by="stance")
    assert not low.high_ticks


def test_an_open_end_fades_in_steps():
    scene = lay_out([row("open", None, date(2024, 12, 31)), row()], ATACMS, color_by="stance")
    steps = [t for t in figure(scene)["data"] if t["mode"] == "lines"]
    opacities = [float(re.search(r"([\d.]+)\)$", step["line"]["color"])[1]) for step in steps]
    assert opacities == sorted(opacities)
    assert opacities[0] < 0.05 < 0.3 < opacities[-1]


def test_the_zoom_is_kept_until_the_asked_window_changes():
    rows = debate(40)
    window = (date(2023, 1, 1), None)
    same = {
        figure(lay_out(some, LANES, color_by="stance", window=window))["layout"]["uirevision"]
        for some in (rows, rows[:20])
    }
    assert same == {"2023-01-01.."}


def test_the_window_can_be_computed_from_the_visible_range():
    window = (date(2024, 9, 1), date(2024, 11, 30))
    layout = figure(lay_out(debate(), LANES, color_by="stance", window=window))["layout"]
    left, right = map(datetime.fromisoformat, layout["xaxis"]["range"])
    pad = layout["meta"]["pad"]
    length = (right - left) / (1 + 2 * pad)
    first, last = left + pad * length, left + (1 + pad) * length
    assert abs((first - datetime(2024, 9, 1)).total_seconds()) < 120
    assert abs((last - datetime(2024, 12, 1)).total_seconds()) < 120


def test_selected_marks_are_ringed():
    rows = debate(30)
    made = figure(lay_out(rows, LANES, color_by="stance", selected=rows[4].slug))
    assert len(trace(made, "selected")["x"]) == len(rows[4].places)
    assert trace(made, "pointed")["x"] == []
