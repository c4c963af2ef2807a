"""What comes out of a printer."""

import re

import pytest
from playwright.sync_api import expect

DEBATE = "/long-range-weapons/"


def sheets(pdf):
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("query", ["actor=olaf-scholz", "actor=olaf-scholz&color=kind&sort=newest"])
def test_a_view_is_printed_as_a_handout(open_page, query):
    page = open_page(color_scheme="dark")
    page.goto(f"{DEBATE}?{query}")
    page.get_by_role("link", name="Print").click()
    page.wait_for_url(f"**/print/?{query}")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    for shown in (
        ".handout h1",
        ".qr",
        ".address",
        ".handout .chart-svg >> visible=true",
        ".sources li >> nth=0",
    ):
        expect(page.locator(shown)).to_be_visible()
    for hidden in (".bar", ".foot", "#print-now", ".handout-ways"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".line")).to_have_count(25)
    assert 2 <= sheets(page.pdf(format="A4")) <= 5


def test_the_button_prints(page):
    page.goto(f"{DEBATE}print/?actor=dmytro-kuleba")
    page.evaluate("window.print = () => (document.title = 'printed')")
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")


def test_the_page_itself_prints_without_its_tools(page):
    page.goto(f"{DEBATE}?actor=olaf-scholz")
    page.locator("#chart .chart-live .main-svg").first.wait_for()
    page.emulate_media(media="print")
    for hidden in (
        ".tools",
        "#rail",
        ".years",
        ".list-ways",
        ".sort",
        ".changes",
        ".share-link",
        ".chart-live",
    ):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("#chart .chart-static")).to_be_visible()
    expect(page.locator(".card").first).to_be_visible()
    assert 2 <= sheets(page.pdf(format="A4")) <= 8
