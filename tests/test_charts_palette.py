"""Colours: the stylesheet and the palette agree, every mark can be seen, and no stance by colour alone."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from timeline.charts.ink import FONT
from timeline.charts.palette import KINDS, MARKS, NEUTRALS, ROLES, STANCES, color, keys, rgba
from timeline.charts.shapes import SHAPES

CSS = (Path(__file__).parent.parent / "static" / "chart.css").read_text(encoding="utf-8")
# What the three common colour blindnesses see, as matrices on linear RGB (Machado, Oliveira and
# Fernandes 2009, severity 1.0).
BLINDNESS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def linear(value):
    parts = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(value):
    red, green, blue = linear(value)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_stylesheet_has_the_colours_of_the_palette_and_no_other():
    pairs = re.findall(r"--(?:chart|mark)-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", CSS)
    assert {key: light for key, light, _ in pairs} == NEUTRALS["light"] | MARKS["light"]
    assert {key: dark for key, _, dark in pairs} == NEUTRALS["dark"] | MARKS["dark"]
    assert len(re.findall("#[0-9a-f]{6}", CSS)) == 2 * len(pairs)


def test_chart_page_and_picture_are_lettered_alike():
    pages = (Path(__file__).parent.parent / "static" / "base.css").read_text(encoding="utf-8")
    of_pages, of_chart = (
        re.search(rf"--{name}: (.*);", css)[1] for name, css in [("sans", pages), ("chart-font", CSS)]
    )
    assert of_chart == of_pages == FONT.replace("'", '"')


def test_the_stylesheet_has_a_class_for_every_colour_key():
    assert set(re.findall(r"^\.c-([a-z-]+) \{", CSS, re.MULTILINE)) == {*STANCES, *KINDS, *ROLES}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_and_texts_stand_out_from_the_paper(theme):
    paper = NEUTRALS[theme]["paper"]
    faint = [key for key, value in MARKS[theme].items() if contrast(value, paper) < 3]
    assert faint == []
    assert contrast(NEUTRALS[theme]["ink"], paper) > 7
    assert contrast(NEUTRALS[theme]["muted"], paper) > 4.5


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("group", [STANCES, (*KINDS, "none"), (*ROLES, "none")])
def test_no_two_keys_of_a_colouring_share_their_shape_and_filling(group):
    looks = [(SHAPES[key].symbol, SHAPES[key].hollow, SHAPES[key].grow < 0.8) for key in group]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_for_and_against_stay_apart_in_the_common_colour_blindnesses(theme, blindness):
    seen = {key: _seen(MARKS[theme][key], BLINDNESS[blindness]) for key in STANCES}
    plain = [abs(a - b) for a, b in zip(linear("#000000"), linear("#333333"), strict=True)]
    for one in ("supports", "leans-support"):
        for other in ("opposes", "leans-oppose"):
            apart = [abs(a - b) for a, b in zip(seen[one], seen[other], strict=True)]
            assert max(apart) > 2 * max(plain)


def _seen(value, matrix):
    parts = linear(value)
    return [sum(a * b for a, b in zip(line, parts, strict=True)) for line in matrix]


def test_every_key_has_a_shape_and_a_colour_in_both_themes():
    for key in {*keys("stance"), *keys("kind"), *keys("role")}:
        assert key in SHAPES
        assert {key} <= MARKS["light"].keys() & MARKS["dark"].keys()
    assert color("something new", "light") == MARKS["light"]["none"]
    assert rgba("supports", "light", 0.5) == "rgba(23,95,158,0.5)"


def test_colours_of_one_theme_differ():
    for theme in MARKS:
        for group in (STANCES, KINDS, ROLES):
            assert all(MARKS[theme][a] != MARKS[theme][b] for a, b in combinations(group, 2))
