"""Positions and turning points as readers use them: chart, rows, order, keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

PAGE = "/long-range-weapons/positions/"
STRIKES = f"{PAGE}?question=strikes-inside-russia"
TURN = "turn-joe-biden.strikes-inside-russia-3"
LIVE = "#chart .chart-live .main-svg"


def heights(page):
    """Where the chart stands, to compare before and after."""
    box = page.locator("#chart").bounding_box()
    return box["y"], round(box["height"])


def test_the_live_chart_takes_the_place_of_the_static_one(page):
    page.goto(STRIKES)
    before = heights(page)
    page.locator(LIVE).first.wait_for()
    expect(page.locator("#chart .chart-static")).to_be_hidden()
    assert heights(page) == before


def test_a_turn_of_the_static_chart_opens_its_row(page):
    page.route("**/plotly/plotly.min*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(STRIKES)
    story = page.locator("#story-joe-biden\\.strikes-inside-russia")
    expect(story).not_to_have_attribute("open", "")
    page.locator(f'.chart-wide a[data-slug="{TURN}"]').click()
    expect(story).to_have_attribute("open", "")
    turn = page.locator(f'[id="{TURN}"]')
    expect(turn).to_be_in_viewport()
    expect(turn).to_contain_text("between 13 September and 20 November 2024")
    expect(turn).to_be_focused()


def test_a_link_to_a_turn_opens_its_row_on_arrival(page):
    page.goto(f"{STRIKES}#{TURN}")
    expect(page.locator(f'[id="{TURN}"]')).to_be_in_viewport()


def test_another_order_is_another_address_and_back_leads_back(page):
    page.goto(f"{PAGE}?question=supply-taurus")
    first = page.locator(".standing-row th a").first
    expect(first).to_have_text("Volodymyr Zelensky")
    page.get_by_label("Order").select_option("name")
    expect(first).to_have_text("Annalena Baerbock")
    expect(page).to_have_url(re.compile(r"\?question=supply-taurus&order=name$"))
    page.go_back()
    expect(first).to_have_text("Volodymyr Zelensky")
    expect(page.get_by_label("Order")).to_have_value("first-mover")


def test_a_filter_narrows_rows_and_chart(page):
    page.goto(f"{PAGE}?question=supply-taurus")
    page.locator(LIVE).first.wait_for()
    page.get_by_role("checkbox", name=re.compile("^Olaf Scholz")).check()
    expect(page.locator(".standing-row")).to_have_count(1)
    expect(page.locator(".found")).to_have_text(re.compile("1\\s+actor"))
    expect(page.locator("#chart .chart-live")).to_contain_text("Olaf Scholz")
    expect(page.locator("#chart .chart-live")).not_to_contain_text("Annalena Baerbock")


def test_without_scripts_everything_is_there(no_javascript):
    page = no_javascript
    page.goto(f"{PAGE}?question=supply-atacms")
    expect(page.locator(".chart-wide a[data-slug]").first).to_be_visible()
    row = page.locator("#row-white-house\\.supply-atacms")
    row.locator("summary").click()
    expect(row.get_by_text("Order unknown, between 19 July and 16 August 2023")).to_be_visible()
    expect(row.get_by_text("No decision has been made yet")).to_be_visible()
    page.get_by_text("Another question").click()
    page.get_by_role("link", name="Should Germany supply Taurus cruise missiles to Ukraine?").last.click()
    expect(page.locator(".ask-title")).to_contain_text("Taurus")


def test_on_a_telephone_the_chart_is_there_and_nothing_is_cut_off(phone):
    phone.goto(STRIKES)
    expect(phone.locator("#chart")).to_be_visible()
    for path in (STRIKES, f"{PAGE}matrix/", "/long-range-weapons/turns/"):
        phone.goto(path)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 375, path


def test_the_matrix_leads_to_the_row_of_its_cell(page):
    page.goto(f"{PAGE}matrix/?to=2024-06-30")
    cell = page.get_by_role("row", name=re.compile("^Joe Biden")).get_by_role(
        "link", name=re.compile("leans support")
    )
    cell.first.click()
    expect(page.locator("#row-joe-biden\\.strikes-inside-russia")).to_be_in_viewport()


@pytest.mark.parametrize("path", [STRIKES, f"{PAGE}matrix/", "/long-range-weapons/turns/"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_assistive_technology(open_page, axe, path, theme):
    page = open_page(color_scheme=theme)
    page.goto(path)
    for details in page.locator(".story-row details").all()[:3]:
        details.evaluate("element => (element.open = true)")
    assert axe(page) == []
