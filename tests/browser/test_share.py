"""The share panel and short links as people use them: mouse, keyboard, thumb, no script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZES

DEBATE = "/long-range-weapons/"
VIEW = f"{DEBATE}?actor=olaf-scholz&stance=opposes"
COPIED = "navigator.clipboard.readText()"


def open_dialog(page, address=VIEW):
    """Open the panel over a page; returns the dialog."""
    page.goto(address)
    page.get_by_role("link", name="Share").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", level=2)).to_be_visible()
    return dialog


def test_the_link_is_copied_and_it_says_so(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    dialog = open_dialog(page)
    link = dialog.get_by_label("Link to exactly this")
    expect(link).to_have_value(page.site.url + VIEW)
    dialog.get_by_role("button", name="Copy").first.click()
    expect(dialog.get_by_role("status")).to_have_text("Copied")
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate(COPIED) == page.site.url + VIEW
    dialog.get_by_role("button", name="Copy").nth(-1).click()
    assert page.evaluate(COPIED).startswith(f'<iframe src="{page.site.url}{DEBATE}embed/?actor=olaf-scholz')


def test_the_dialog_by_keyboard(page):
    page.goto(VIEW)
    link = page.get_by_role("link", name="Share")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    for _ in range(60):  # the focus goes round within the dialog and the browser, never to the page below
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    dialog.get_by_role("button", name="Close").focus()  # a round may end in the embed, whose keys are its own
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_escape_closes_the_dialog_and_not_the_event_below(page):
    page.goto(f"{VIEW}&event=scholz-summer-interview")
    page.get_by_role("link", name="Share").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#drawer")).to_be_visible()


def test_close_and_backdrop_close(page):
    dialog = open_dialog(page)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    dialog = open_dialog(page)
    page.mouse.click(5, 5)
    expect(dialog).to_be_hidden()


def test_the_panel_follows_the_filters_and_the_open_event(page):
    page.goto(DEBATE)
    page.get_by_label("Rows by").select_option("actor")
    page.wait_for_url("**lane=actor")
    slug = page.locator(".card").first.get_attribute("data-slug")
    page.locator(".card h4 a").first.click()
    page.wait_for_url(f"**event={slug}")
    page.get_by_role("link", name="Share").first.click()
    link = page.get_by_role("dialog").get_by_label("Link to exactly this")
    expect(link).to_have_value(f"{page.site.url}{DEBATE}?lane=actor&event={slug}")


def test_options_change_the_code_and_the_preview(page):
    dialog = open_dialog(page)
    dialog.get_by_label("Colours").focus()
    dialog.get_by_label("Colours").select_option("dark")
    expect(dialog.get_by_label("Code to paste into a page")).to_have_value(re.compile("theme=dark"))
    expect(dialog.get_by_label("Colours")).to_be_focused()
    dialog.get_by_label("List of events").select_option("no")
    expect(dialog.get_by_label("Code to paste into a page")).to_have_value(
        re.compile("theme=dark&amp;list=no")
    )
    dialog.get_by_label("Height").select_option("720")
    expect(dialog.get_by_label("Code to paste into a page")).to_have_value(re.compile('height="720"'))
    frame = dialog.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Olaf Scholz")


def test_the_systems_share_sheet_is_offered_where_there_is_one(open_page):
    page = open_page(size="phone")
    page.add_init_script("navigator.share = async data => { window.sent = data; }")
    dialog = open_dialog(page)
    dialog.get_by_role("button", name="Send by another app").click()
    assert page.evaluate("window.sent.url") == page.site.url + VIEW


def test_no_share_sheet_where_there_is_none(page):
    page.add_init_script("delete Navigator.prototype.share")
    expect(open_dialog(page).get_by_role("button", name="Send by another app")).to_be_hidden()


def test_without_scripts_the_panel_is_a_page(no_javascript):
    page = no_javascript
    page.goto(VIEW)
    page.get_by_role("link", name="Share").click()
    page.wait_for_url("**/share/?actor=olaf-scholz&stance=opposes")
    expect(page.get_by_label("Link to exactly this")).to_have_value(page.site.url + VIEW)
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    page.get_by_label("Colours").select_option("dark")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("Code to paste into a page")).to_have_text(re.compile("theme=dark"))
    expect(page.get_by_label("Link to exactly this")).to_have_value(page.site.url + VIEW)
    assert page.context.cookies() == []


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_curator_makes_a_short_link_and_opens_it(open_page, own_site, log_in, java_script_enabled):
    page = open_page(site=own_site, java_script_enabled=java_script_enabled)
    log_in(page)
    page.goto(VIEW)
    page.get_by_role("link", name="Share").click()
    page.get_by_label("Title (optional)").fill("Scholz says no")
    page.get_by_label("Note (optional)").fill("All of it.")
    page.get_by_role("radio", name="Frozen").check()
    page.get_by_role("button", name="Make the short link").click()
    page.wait_for_url("**/s/*/")
    reader = open_page(site=own_site)
    reader.goto(page.url)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Scholz says no")
    expect(reader.get_by_text("Shared view, frozen")).to_be_visible()
    expect(reader.locator(".card")).to_have_count(13)
    assert reader.context.cookies() == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_panel(open_page, axe, size, color_scheme):
    page = open_page(size=size, color_scheme=color_scheme)
    page.watch.allow("Failed to execute 'postMessage'")  # axe speaks to frames, and ours is in a sandbox
    dialog = open_dialog(page)
    expect(dialog.frame_locator("iframe").locator("main")).to_be_attached()
    assert axe(page) == []
    page.goto(f"{DEBATE}share/?actor=olaf-scholz")
    assert axe(page) == []


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_on_short_links_and_their_form(open_page, own_site, log_in, axe, color_scheme):
    page = open_page(site=own_site, color_scheme=color_scheme)
    log_in(page)
    for keep in ("Live", "Frozen"):
        page.goto(f"{DEBATE}share/new/?actor=olaf-scholz")
        assert axe(page) == []
        page.get_by_role("radio", name=keep).check()
        page.get_by_role("button", name="Make the short link").click()
        page.wait_for_url("**/s/*/")
        assert axe(page) == []


@pytest.mark.parametrize("address", [f"{DEBATE}share/?actor=olaf-scholz", VIEW])
def test_nothing_scrolls_sideways_on_a_small_phone(open_page, address):
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address)
    if "share" not in address:
        page.get_by_role("link", name="Share").click()
        expect(page.get_by_role("dialog")).to_be_visible()
    wide = "[document.documentElement, document.querySelector('dialog') ?? document.body]"
    assert page.evaluate(f"{wide}.map(box => box.scrollWidth - box.clientWidth)") == [0, 0]
