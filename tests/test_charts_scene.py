"""The layout: nothing overprints, nothing is lost, and uncertain spans are told from certain ones."""

import re
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts_rows import ATACMS, FIRST, LANES, debate, row
from timeline.charts import MARK_LIMIT, WIDTHS, Bin, Lane, Place, describe, lay_out, legend
from timeline.charts.layout import ASIDE, MARGIN
from timeline.charts.lettering import text_width
from timeline.charts.scene import LABEL_LINE, LABEL_SIZE
from timeline.charts.shapes import extent
from timeline.charts.stacking import Item, stack


def glyph(mark, width):
    """The box of a mark's shape as it is drawn, outline included."""
    left, top, right, bottom = extent(mark.shape.symbol, mark.radius)
    x, y, rim = mark.at * width, mark.y + mark.lift, mark.outline / 2
    return x + left - rim, y + top - rim, x + right + rim, y + bottom + rim


def labels(scene):
    """The boxes of all texts of lanes."""
    for box in scene.lanes:
        for index, line in enumerate(box.lines):
            y = box.line_y(index)
            yield 0, y - LABEL_LINE / 2, text_width(line, LABEL_SIZE), y + LABEL_LINE / 2
        y, left = box.line_y(0), scene.width - text_width(box.count, LABEL_SIZE)
        yield left, y - LABEL_LINE / 2, scene.width, y + LABEL_LINE / 2


def touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("width", [*WIDTHS, 343, 1040])
@pytest.mark.parametrize("color_by", ["stance", "kind"])
def test_no_two_marks_and_no_label_overlap_with_287_events_in_ten_lanes(width, color_by):
    scene = lay_out(debate(color_by=color_by), LANES, color_by=color_by, width=width)
    glyphs = [glyph(mark, scene.width) for mark in scene.marks]
    spans = [(*mark.box(scene.width), mark.y) for mark in scene.marks if mark.look != "day"]
    texts = list(labels(scene))
    assert not [pair for pair in combinations(glyphs, 2) if touch(*pair)]
    assert not [pair for pair in combinations(texts, 2) if touch(*pair)]
    assert not [1 for mark in glyphs for text in texts if touch(mark, text)]
    bands = [(left, y - 4, right, y + 4) for left, right, y in spans]
    assert not [pair for pair in combinations(bands, 2) if touch(*pair)]
    assert not [1 for band in bands for text in texts if touch(band, text)]
    assert all(left >= 0 and right <= scene.width for left, _, right, _ in [*glyphs, *texts])
    assert all(scene.lanes[0].top <= top and bottom <= scene.bottom for _, top, _, bottom in glyphs)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_dated_event_stands_once_in_every_lane_it_belongs_to(width):
    rows = debate()
    scene = lay_out(rows, LANES, color_by="stance", width=width)
    expected = sorted((r.slug, place.lane) for r in rows for place in r.places)
    assert sorted((mark.row.slug, mark.lane) for mark in scene.marks) == expected
    for mark in scene.marks:
        box = next(box for box in scene.lanes if box.lane.key == mark.lane)
        assert box.top < mark.y < box.floor


def test_the_same_rows_in_any_order_give_the_same_picture():
    rows = debate(60)
    forward = lay_out(rows, LANES, color_by="stance")
    backward = lay_out(rows[::-1], LANES, color_by="stance")
    assert set(forward.marks) == set(backward.marks)
    assert forward.height == backward.height


def test_few_events_are_drawn_larger_than_many():
    few, many = (lay_out(debate(count), LANES, color_by="stance") for count in (20, 287))
    assert few.size.sizes > many.size.sizes
    assert few.height < many.height


@pytest.mark.parametrize(
    ("earliest", "latest", "throughout", "look", "short", "fade"),
    [
        (date(2023, 8, 11), date(2023, 8, 11), False, "day", False, ""),
        (date(2024, 11, 1), date(2024, 11, 30), False, "within", False, ""),
        (date(2024, 11, 11), date(2024, 11, 12), False, "within", True, ""),
        (date(2022, 11, 15), date(2024, 11, 5), True, "throughout", False, ""),
        (None, date(2024, 12, 31), False, "within", False, "left"),
        (date(2023, 7, 1), None, True, "throughout", False, "right"),
    ],
)
def test_a_span_looks_as_certain_as_it_is(earliest, latest, throughout, look, short, fade):
    frame = (
        row("frame", date(2022, 2, 24), date(2022, 2, 24)),
        row("end", date(2025, 1, 31), date(2025, 1, 31)),
    )
    event = row("asked", earliest, latest, throughout=throughout)
    scene = lay_out((*frame, event), ATACMS, color_by="stance", width="wide")
    mark = next(mark for mark in scene.marks if mark.row.slug == "asked")
    assert (mark.look, mark.short, mark.fade) == (look, short, fade)


def test_a_band_is_as_wide_as_its_days():
    event = row("biden", date(2024, 11, 11), date(2024, 11, 20))
    scene = lay_out([event], ATACMS, color_by="stance", window=(date(2024, 11, 1), date(2024, 11, 30)))
    (mark,) = scene.marks
    assert (mark.right - mark.left) * scene.width == pytest.approx(10 / 30 * (scene.width - 2 * MARGIN))


def test_undated_events_and_events_outside_the_window_are_not_drawn():
    rows = [row("undated", None, None), row("early", date(2020, 1, 1), date(2020, 1, 1)), row()]
    scene = lay_out(rows, ATACMS, color_by="stance", window=(date(2023, 1, 1), date(2023, 12, 31)))
    assert [mark.row.slug for mark in scene.marks] == ["kuleba"]


def test_a_bar_has_ends_only_where_they_are_known_and_seen():
    event = row("war", date(2022, 2, 24), date(2023, 6, 1), throughout=True)
    scene = lay_out([event], ATACMS, color_by="stance", window=(date(2023, 1, 1), date(2023, 12, 31)))
    assert scene.marks[0].ends == (scene.marks[0].right,)


AS_OF = [
    # slug, first day, last day, throughout; the last day drawn as of 15 May 2024, whether its end is drawn
    ("visit", date(2024, 5, 1), date(2024, 5, 31), True, date(2024, 5, 15), False),
    ("war", date(2024, 4, 1), None, True, date(2024, 5, 15), False),
    ("summit", date(2024, 5, 1), date(2024, 5, 15), True, date(2024, 5, 15), True),
    ("offensive", date(2024, 5, 20), date(2024, 5, 25), True, date(2024, 5, 25), True),
    ("decision", date(2024, 5, 1), date(2024, 5, 31), False, date(2024, 5, 31), True),
]


@pytest.mark.parametrize(("slug", "first", "last", "throughout", "drawn", "ended"), AS_OF)
def test_as_of_a_day_what_lasted_has_lasted_so_far(slug, first, last, throughout, drawn, ended):
    window = (date(2024, 3, 1), date(2024, 6, 30))
    rows = [row(slug, first, last, throughout=throughout)]
    scene = lay_out(rows, ATACMS, color_by="stance", window=window, as_of=date(2024, 5, 15))
    (mark,) = scene.marks
    assert mark.right == scene.scale.fraction(drawn.toordinal() + 1)
    assert (mark.right in mark.ends) is ended
    if slug in ("visit", "war"):
        assert mark.right == scene.day_line


def test_above_the_limit_lanes_show_density_and_their_most_important_events():
    rows = debate(MARK_LIMIT + 500)
    scene = lay_out(rows, LANES, color_by="stance")
    assert 0 < len(scene.marks) < MARK_LIMIT
    assert sum(bar.bin.count for bar in scene.bars) == sum(len(r.places) for r in rows)
    drawn = sum(mark.row.importance for mark in scene.marks) / len(scene.marks)
    assert drawn > sum(r.importance for r in rows) / len(rows)


def test_the_cost_of_a_dense_chart_grows_with_the_screen_and_not_with_the_events():
    small, large = (lay_out(debate(count), LANES, color_by="stance") for count in (3000, 9000))
    assert large.height == pytest.approx(small.height, rel=0.05)
    assert len(large.marks) + len(large.bars) < 1.3 * (len(small.marks) + len(small.bars))


def test_bins_of_the_caller_are_drawn_as_they_are():
    rows = [row(f"e{n}") for n in range(MARK_LIMIT + 1)]
    bins = [Bin("atacms", date(2023, 8, 1), date(2023, 8, 31), 40_000)]
    scene = lay_out(rows, [Lane("atacms", "ATACMS", 40_000)], color_by="stance", bins=bins)
    assert [bar.bin for bar in scene.bars] == bins


def test_a_place_in_a_lane_that_is_not_drawn_is_refused():
    with pytest.raises(ValueError, match="taurus"):
        lay_out([row(places=(Place("taurus", "supports"),))], ATACMS, color_by="stance")


@pytest.mark.parametrize("wrong", [{"color_by": "mood"}, {"color_by": "kind", "width": "huge"}])
def test_unknown_colourings_and_widths_are_refused(wrong):
    with pytest.raises(ValueError, match="must be"):
        lay_out([row()], ATACMS, **wrong)


def test_the_sentence_says_how_many_events_when_where_and_how_coloured():
    rows = [
        row("a"),
        row("b"),
        row("c", date(2024, 5, 1), date(2024, 5, 1), places=(Place("taurus", "opposes"),)),
    ]
    lanes = [Lane("atacms", "ATACMS", 2), Lane("taurus", "Taurus", 1)]
    assert describe(lay_out(rows, lanes, color_by="stance")) == (
        "3 events between 11 August 2023 and 1 May 2024, most in “ATACMS” (2), busiest in August 2023 (2); "
        "colour and shape show the stance: supports (2), opposes (1)."
    )
    assert describe(lay_out([], [], color_by="kind")) == "No dated events in this view."


MAY, JUNE = date(2024, 5, 1), date(2024, 6, 30)


@pytest.mark.parametrize(
    ("events", "window", "words"),
    [
        ([{}], (None, None), "1 event on 11 August 2023"),
        (
            [(date(2022, 1, 1), date(2022, 12, 31), "year"), {}],
            (None, None),
            "2 events between 2022 and 11 August 2023",
        ),
        ([(date(2023, 1, 1), date(2023, 12, 31), "year"), {}], (None, None), "2 events in 2023"),
        ([(date(2023, 8, 1), date(2023, 8, 31), "month")], (None, None), "1 event in August 2023"),
        (
            [(MAY, date(2024, 5, 31), "month"), (JUNE, JUNE, "day")],
            (None, None),
            "2 events between May and 30 June 2024",
        ),
        ([(MAY, MAY, "day"), (JUNE, JUNE, "day")], (None, None), "2 events between 1 May and 30 June 2024"),
        ([(None, MAY, "day")], (None, None), "1 event on 1 May 2024 (1 with an open end)"),
        (
            [(date(2022, 2, 24), date(2024, 11, 5), "day")],
            (MAY, JUNE),
            "1 event that can lie between 1 May and 30 June 2024",
        ),
        ([(MAY, MAY, "day")], (MAY, None), "1 event that can lie on or after 1 May 2024"),
        ([(MAY, MAY, "day")], (None, JUNE), "1 event that can lie on or before 30 June 2024"),
    ],
)
def test_the_sentence_claims_no_more_than_dates_and_filter_do(events, window, words):
    rows = [
        row(f"e{n}") if event == {} else row(f"e{n}", *event[:2], precision=event[2])
        for n, event in enumerate(events)
    ]
    assert (
        re.split(", busiest|;", describe(lay_out(rows, ATACMS, color_by="stance", window=window)))[0] == words
    )


def test_what_went_on_beyond_the_window_lies_in_it_only_in_part():
    war = row("war", date(2022, 2, 24), date(2024, 11, 5), throughout=True)
    said = describe(lay_out([war], ATACMS, color_by="stance", window=(MAY, JUNE)))
    assert said.startswith("1 event that can lie, at least in part, between 1 May and 30 June 2024;")


def test_the_legend_has_only_what_occurs():
    rows = [row(), row("b", date(2024, 11, 11), date(2024, 11, 20), approximate=True)]
    items = legend(lay_out(rows, ATACMS, color_by="stance"))
    assert [item.key for item in items] == ["supports", "day", "within", "approximate"]
    assert [item.group for item in items] == ["Colour and shape", *["Certainty of the date"] * 3]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mark_stands_at_most_a_few_px_beside_its_day_and_only_in_a_crowd(width):
    scene = lay_out(debate(), LANES, color_by="stance", width=width)
    for mark in scene.marks:
        aside = abs(mark.at - (mark.left + mark.right) / 2) * scene.width
        assert aside <= (ASIDE + 0.01 if mark.look == "day" or mark.short else scene.width)
    alone = lay_out([row()], ATACMS, color_by="stance").marks[0]
    assert alone.at == alone.left == alone.right


@pytest.mark.parametrize("edge", [FIRST, FIRST + timedelta(days=1000)])
def test_the_ring_of_a_mark_at_the_edge_has_room(edge):
    crowd = [row(f"e{n}", edge, edge, importance=3) for n in range(30)]
    rows = [
        *crowd,
        row("start", FIRST, FIRST),
        row("end", FIRST + timedelta(days=1000), FIRST + timedelta(days=1000)),
    ]
    for width in WIDTHS:
        scene = lay_out(rows, ATACMS, color_by="stance", width=width)
        ring = scene.size.sizes[2] + 5 + 1
        assert all(ring <= mark.at * scene.width <= scene.width - ring for mark in scene.marks)


def test_bins_beyond_the_rows_are_within_the_scale():
    bins = [
        Bin("atacms", date(2021, 3, 1), date(2021, 3, 31), 5_000),
        Bin("atacms", date(2024, 1, 1), date(2024, 1, 31), 9),
    ]
    scene = lay_out([row()], ATACMS, color_by="stance", bins=bins)
    assert (scene.scale.start, scene.scale.end) == (date(2021, 3, 1), date(2024, 1, 31))
    assert [bar.bin for bar in scene.bars] == bins


BOX = st.tuples(st.floats(0, 900), st.floats(2, 80), st.floats(2, 12), st.sampled_from([0.0, 3.0, 6.0]))


@given(st.lists(BOX, max_size=60))
def test_stacked_boxes_never_overlap_and_stay_near_their_places(boxes):
    items = [Item(left, width, height, (leeway, leeway)) for left, width, height, leeway in boxes]
    assert stack(items, 10_000)
    # Sides are sums of floating numbers: a billionth of a px is no overlap.
    placed = [(i.left + 1e-9, i.under + 1e-9, i.right - 1e-9, i.under + i.height - 1e-9) for i in items]
    assert not [pair for pair in combinations(placed, 2) if touch(*pair)]
    for item, (left, _, _, leeway) in zip(items, boxes, strict=True):
        assert abs(item.left - left) <= leeway + 1e-9


@pytest.mark.parametrize(
    ("px", "count", "lines"), [(600, "23 events", 1), (360, "23", 1), (320, "23 events", 2)]
)
def test_the_word_beside_a_count_costs_its_label_no_line(px, count, lines):
    lane = Lane("atacms", "Should Germany supply Taurus cruise missiles?", 23)
    box = lay_out([row()], [lane], width=px).lanes[0]
    assert (box.count, len(box.lines)) == (count, lines)


def test_who_may_step_aside_makes_the_stack_lower():
    towers = {}
    for leeway in (0.0, 6.0):
        items = [Item(100.0, 11.0, 9.0, (leeway, leeway)) for _ in range(10)]
        stack(items, 1_000)
        towers[leeway] = max(item.under for item in items)
    assert towers == {0.0: 81.0, 6.0: 36.0}


def test_a_full_stack_says_so():
    items = [Item(0.0, 10.0, 6.0) for _ in range(3)]
    assert not stack(items, limit=12)
    assert [item.under for item in items] == [0.0, 6.0, None]
