"""Time to width and back, the ticks, and how labels are fitted."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.charts.lettering import fit, text_width, wrap
from timeline.charts.scale import Scale, moment, scale_for
from timeline.charts.ticks import SIZE, ticks

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(DAYS, DAYS, st.floats(0, 1), st.floats(0, 0.1))
def test_a_fraction_of_the_width_comes_back_as_itself(one, other, fraction, pad):
    scale = Scale(min(one, other), max(one, other), pad)
    assert scale.fraction(scale.ordinal(fraction)) == pytest.approx(fraction, abs=1e-6)


def test_a_day_is_drawn_from_its_midnight_to_the_next():
    scale = Scale(date(2024, 11, 11), date(2024, 11, 20), pad=0)
    day = date(2024, 11, 11).toordinal()
    assert scale.fraction(day) == 0
    assert scale.fraction(day + 0.5) == pytest.approx(0.05)
    assert scale.fraction(date(2024, 11, 20).toordinal() + 1) == 1


@pytest.mark.parametrize(
    ("spans", "window", "expected"),
    [
        ([(date(2022, 2, 24), date(2025, 1, 31))], (None, None), (date(2022, 2, 24), date(2025, 1, 31))),
        (
            [(date(2022, 2, 24), None), (None, date(2024, 5, 1))],
            (None, None),
            (date(2022, 2, 24), date(2024, 5, 1)),
        ),
        (
            [(date(2022, 2, 24), date(2025, 1, 31))],
            (date(2024, 1, 1), None),
            (date(2024, 1, 1), date(2025, 1, 31)),
        ),
        ([], (date(2024, 1, 1), date(2024, 1, 3)), (date(2024, 1, 1), date(2024, 1, 3))),
        ([(date(2024, 5, 10), date(2024, 5, 10))], (None, None), (date(2024, 5, 4), date(2024, 5, 17))),
    ],
)
def test_the_window_is_the_asked_one_or_that_of_the_events(spans, window, expected):
    scale = scale_for(spans, window, 0.01)
    assert (scale.start, scale.end) == expected


@pytest.mark.parametrize(
    ("ordinal", "expected"),
    [
        (date(2023, 8, 11).toordinal() + 0.5, "2023-08-11 12:00"),
        (date(2024, 11, 20).toordinal(), "2024-11-20 00:00"),
        (date(2024, 11, 20).toordinal() + 0.99999, "2024-11-20 23:59"),
        (0, "0001-01-01 00:00"),
    ],
)
def test_moments_are_written_as_plotly_reads_them(ordinal, expected):
    assert moment(ordinal) == expected


@pytest.mark.parametrize(
    ("start", "end", "width", "children", "parents"),
    [
        (
            date(2022, 2, 24),
            date(2025, 1, 31),
            960,
            ["Apr", "Jul", "Oct", "Jan"],
            ["2022", "2023", "2024", "2025"],
        ),
        (
            date(2022, 2, 24),
            date(2025, 1, 31),
            312,
            ["Jul", "Jan", "Jul", "Jan"],
            ["2022", "2023", "2024", "2025"],
        ),
        (date(2024, 9, 5), date(2024, 9, 12), 312, ["5", "6", "7", "8"], ["September 2024"]),
        (date(1900, 1, 1), date(1999, 12, 31), 960, [], ["1900", "1905", "1910", "1915", "1920"]),
    ],
)
def test_ticks_name_the_finest_unit_that_has_room(start, end, width, children, parents):
    made = ticks(Scale(start, end, 0.01), width)
    assert [tick.label for tick in made if not tick.parent][: len(children)] == children
    assert [tick.label for tick in made if tick.parent][: len(parents)] == parents


@given(DAYS, st.integers(1, 40000), st.sampled_from([312, 640, 960]))
def test_labels_of_ticks_never_touch_each_other_or_the_edges(start, days, width):
    end = date.fromordinal(start.toordinal() + days)
    made = ticks(Scale(start, end, 10 / (width - 20)), width)
    parents, children = [t for t in made if t.parent and t.label], [t for t in made if not t.parent]
    top = sorted([*parents, *(t for t in children if t.above)], key=lambda tick: _box(tick, width))
    for line in (parents, children, top):
        boxes = [_box(tick, width) for tick in line]
        assert all(left[1] <= right[0] for left, right in pairwise(boxes))
        assert all(left >= -3 and right <= width + 3 for left, right in boxes)


def _box(tick, width):
    size, at = text_width(tick.label, SIZE), tick.at * width
    if not tick.parent:
        return at - size / 2, at + size / 2
    if tick.flipped:
        return at - 4 - size, at - 4
    return (at, at + size) if tick.clamped else (at + 4, at + 4 + size)


@given(st.text(max_size=200), st.floats(40, 400), st.integers(1, 3))
def test_wrapped_lines_have_the_width_they_were_given(text, width, lines):
    wrapped = wrap(text, width, 12, lines)
    assert len(wrapped) <= lines
    assert all(text_width(line, 12) <= width for line in wrapped)


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("Should Germany supply Taurus?", 16.242),
        ("287 events", 5.596),
        ("September 2024", 8.390),
        ("2024", 2.545),
        ("Long-range weapons for Ukraine, 2022–2024", 22.569),
        ("WWMM @ 100 %", 8.516),
        ("Чи повинна Німеччина?", 12.425),
    ],
)
def test_widths_are_safe_for_the_widest_common_font(text, em):
    # The widths of these texts in DejaVu Sans, from the font's own table of advances.
    assert em <= text_width(text, 1) < 1.15 * em


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert fit("Should Ukraine be allowed to strike", 100, 12).endswith("…")
    assert wrap("Should Germany supply Taurus?", 400, 12) == ("Should Germany supply Taurus?",)
