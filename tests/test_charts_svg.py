"""The static drawing: valid, escaped, light, without script or style, and honest about certainty."""

import gzip
import re
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
import resvg_py

from tests.charts_rows import ATACMS, FIRST, LANES, debate, row
from timeline.charts import MARK_LIMIT, WIDTHS, Lane, Place, describe, draw, lay_out, legend, svg
from timeline.charts.palette import keys
from timeline.charts.shapes import SHAPES, extent, path

HOSTILE = "<script>alert('x')</script> & \"quotes\""
SPACE = "{http://www.w3.org/2000/svg}"


def parse(text):
    return ElementTree.fromstring(text)


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_well_formed_and_carries_no_style_and_no_script(width):
    drawn = svg(lay_out(debate(), LANES, color_by="stance", width=width, selected="event-3"))
    parse(drawn)
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|javascript:", drawn)
    assert re.match(r'<svg class="chart-svg chart-\w+" width="100%" height="\d+" aria-hidden="true"', drawn)


def test_every_mark_is_a_link_that_tells_its_date_and_sources_and_takes_no_tab_stop():
    drawn = parse(svg(lay_out([row()], ATACMS, color_by="stance", selected="kuleba")))
    (link,) = drawn.iter("a")
    assert link.get("href") == "/long-range-weapons/events/kuleba/"
    assert (link.get("data-slug"), link.get("tabindex"), link.get("class")) == ("kuleba", "-1", "is-selected")
    expected = "Kuleba: Ukraine will get ATACMS\n11 August 2023 (“on Friday”)\nUkrinform"
    assert link.findtext("title") == expected


def every_mark(key):
    """A key's marks that take every path of the drawing: all looks, open ends, approximate dates."""
    spans = [
        (FIRST, FIRST),
        (FIRST, FIRST + timedelta(days=400)),
        (None, FIRST),
        (FIRST, FIRST + timedelta(days=1)),
    ]
    for n, (span, throughout, about) in enumerate(product(spans, (False, True), (False, True))):
        look = {"throughout": throughout, "approximate": about, "places": (Place("atacms", key),)}
        yield row(f"{key}-{n}", *span, **look)


def test_every_class_in_a_drawing_is_in_the_stylesheet():
    css = (Path(__file__).parent.parent / "static" / "chart.css").read_text(encoding="utf-8")
    scenes = [
        lay_out(every_mark(key), ATACMS, color_by=color_by)
        for color_by in ("stance", "kind")
        for key in keys(color_by)
    ]
    scenes += [lay_out(debate(MARK_LIMIT + 100), LANES, color_by="stance"), lay_out([], [], color_by="kind")]
    drawn = "".join(svg(scene) + "".join(item.svg for item in legend(scene)) for scene in scenes)
    used = {name for names in re.findall(r'class="([^"]+)"', drawn) for name in names.split()}
    assert {"f-paper", "s-paper", "f-density", "c-leak", "t-muted"} <= used
    assert sorted(name for name in used if not re.search(rf"\.{name}\b(?!-)", css)) == []


def test_where_nothing_hovers_the_words_are_left_out():
    scene = lay_out([row()], ATACMS, color_by="stance", width="narrow")
    assert "<title>" not in svg(scene)
    assert "<title>" in svg(scene, titles=True)


def test_every_text_is_escaped():
    event = row(
        HOSTILE, title=HOSTILE, date_text=HOSTILE, date_read=HOSTILE, sources=HOSTILE, url=f"/{HOSTILE}"
    )
    scene = lay_out([event], [Lane("atacms", HOSTILE, 1)], color_by="stance")
    pictures = [
        svg(scene),
        draw(scene, "light", title=HOSTILE, sentence=HOSTILE, address=HOSTILE),
    ]
    for drawn in pictures:
        assert not list(parse(drawn).iter("script"))
        assert "<script" not in drawn


def test_looks_of_certainty():
    rows = [
        row("start", date(2022, 1, 1), date(2022, 1, 1)),
        row("within", date(2022, 3, 1), date(2022, 6, 30), approximate=True),
        row("throughout", date(2022, 3, 1), date(2022, 6, 30), throughout=True),
        row("open", None, date(2022, 5, 1)),
        row("end", date(2022, 12, 31), date(2022, 12, 31)),
    ]
    drawn = parse(svg(lay_out(rows, ATACMS, color_by="stance")))
    links = {link.get("data-slug"): link for link in drawn.iter("a")}
    assert [element.tag for element in links["start"] if element.tag != "title"] == ["use"]
    band = links["within"].find("rect")
    assert (band.get("fill-opacity"), band.get("stroke-dasharray"), band.get("rx")) == ("0.32", "2 1.5", "4")
    assert len(links["throughout"].findall("line")) == 2
    assert links["throughout"].find("rect").get("fill-opacity") is None
    gradient = links["open"].find("rect").get("fill").removeprefix("url(#").removesuffix(")")
    stops = next(g for g in drawn.iter("linearGradient") if g.get("id") == gradient).findall("stop")
    assert [stop.get("stop-opacity") for stop in stops] == ["0", "0.32", "0.32"]


def test_names_of_definitions_do_not_clash_between_the_renderings_of_a_page():
    rows = debate()
    names = [
        re.findall(r'\bid="(\w+)"', svg(lay_out(rows, LANES, color_by="stance", width=width)))
        for width in WIDTHS
    ]
    flat = [name for each in names for name in each]
    assert len(set(flat)) == len(flat)


def test_four_hundred_marks_are_light():
    scene = lay_out(debate(400), LANES, color_by="stance", width="narrow")
    assert len(gzip.compress(svg(scene).encode())) < 12_000


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_preview_picture_is_1200_by_630_and_fetches_nothing(theme):
    scene = lay_out(debate(), LANES, color_by="stance", width=1104, height=470)
    words = {"title": "Long-range weapons", "sentence": describe(scene), "address": "example.org/s/abc"}
    drawn = draw(scene, theme, **words)
    assert not re.search(r"href=\"[^#]|<image|class=|currentcolor", drawn)
    png = bytes(resvg_py.svg_to_bytes(svg_string=drawn))
    assert int.from_bytes(png[16:20]), int.from_bytes(png[20:24]) == (1200, 630)


def test_a_picture_without_a_size_is_as_high_as_the_chart():
    scene = lay_out(debate(40), LANES, color_by="stance", width=800)
    drawn = parse(draw(scene, "light", size=None))
    assert int(drawn.get("height")) >= scene.height
    assert int(drawn.get("width")) == 896


@pytest.mark.parametrize("window", [(None, None), (date(2024, 1, 1), date(2024, 1, 31))])
def test_a_chart_without_dated_events_is_one_line_that_says_so(window):
    undated = [row("undated", None, None)]
    for rows, lanes in [([], []), (undated, ATACMS)]:
        scene = lay_out(rows, lanes, color_by="stance", window=window)
        assert scene.height < 50
        for drawn in (svg(scene), draw(scene, "light", size=None)):
            elements = list(parse(drawn).iter())
            assert [e.text for e in elements if e.tag.endswith("text")] == ["No dated events in this view"]
            assert not [e for e in elements if e.tag.endswith("line")]


def test_icons_of_the_legend_are_decoration():
    for item in legend(lay_out(debate(), LANES, color_by="stance")):
        icon = parse(item.svg)
        assert icon.get("aria-hidden") == "true"
        assert item.label


@pytest.mark.parametrize("key", SHAPES)
def test_a_shape_stays_within_its_extent(key):
    symbol, radius = SHAPES[key].symbol, 5 * SHAPES[key].grow
    left, top, right, bottom = extent(symbol, radius)
    numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", path(symbol, radius))]
    assert max(map(abs, numbers)) <= max(-left, -top, right, bottom) + 0.01
    assert bottom - top < 2.4 * 5
