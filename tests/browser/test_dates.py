"""The page on which anyone can try a date."""

import re

import pytest
from playwright.sync_api import expect


def test_the_reading_follows_the_typing(page):
    page.goto("/dates/")
    page.locator("#anchor").fill("2024-11-26")
    page.locator("#text").press_sequentially("in mid-November", delay=10)
    expect(page.locator("#answer .when-large")).to_have_text("11–20 November 2024")
    expect(page.locator("#answer")).to_contain_text("[2024-11-11..2024-11-20]")
    page.wait_for_url(re.compile(r"text=in(%20|\+)mid-November&anchor=2024-11-26"))
    page.locator("#text").fill("ATACMS")
    expect(page.locator("#answer .when-large")).to_have_text("Not a date")
    page.reload()
    expect(page.locator("#answer .when-large")).to_have_text("Not a date")


def test_back_leads_to_the_whole_page_before(page):
    page.goto("/dates/?anchor=2024-11-26")
    page.get_by_role("link", name="earlier in July").click()
    expect(page.locator("#headline")).to_have_text("July 2024")
    page.locator("#text").fill("winter 2023")
    page.wait_for_url(re.compile("winter"))
    page.locator("#text").fill("in mid-November")
    page.wait_for_url(re.compile("mid-November"))
    page.go_back()
    page.wait_for_url(re.compile(r"/dates/\?anchor=2024-11-26$"))
    expect(page.get_by_role("heading", name="Try a date")).to_be_visible()
    expect(page.locator("#headline")).to_have_text("")
    page.go_forward()
    expect(page.locator("#headline")).to_have_text("11–20 November 2024")
    expect(page.get_by_role("heading", name="Try a date")).to_be_visible()


def test_enter_reads_without_scripts(no_javascript):
    no_javascript.goto("/dates/?anchor=2024-11-26")
    no_javascript.locator("#text").fill("in mid-November")
    no_javascript.locator("#text").press("Enter")
    expect(no_javascript.locator("#headline")).to_have_text("11–20 November 2024")


def test_only_the_headline_is_announced(page):
    page.goto("/dates/?anchor=2024-11-26&text=May+2024")
    headline = page.locator("#headline").element_handle()
    page.locator("#text").fill("winter 2023")
    expect(page.locator("#headline")).not_to_have_text("May 2024")
    assert headline.get_attribute("aria-live") == "polite"
    assert headline.inner_text() == page.locator("#headline").inner_text()
    assert page.locator("[aria-live]").count() == 1


def test_the_examples_keep_their_distance_on_a_phone(phone):
    phone.goto("/dates/?anchor=2024-11-26&text=between+3+and+5+May")
    gap = """() => document.querySelector(".examples").getBoundingClientRect().top
        - document.querySelector("#details").getBoundingClientRect().bottom"""
    assert phone.evaluate(gap) >= 16


def test_the_examples_are_links(no_javascript):
    page = no_javascript
    page.goto("/dates/?anchor=2024-11-26")
    page.get_by_role("link", name="у середині листопада").click()
    expect(page.locator("#answer .when-large")).to_have_text("11–20 November 2024")
    expect(page.locator("#language")).to_have_value("uk")


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, axe, color_scheme):
    page = open_page(color_scheme=color_scheme)
    page.goto("/dates/?text=between+3+and+5+May&anchor=2024-11-26")
    assert axe(page) == []
