"""Reading with the keyboard alone."""

import pytest
from playwright.sync_api import expect

DEBATE = "/long-range-weapons/"


def tab_to(page, selector, most=200, key="Tab"):
    """Press Tab until what is selected has the focus."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{most} times {key} did not reach {selector}")


def focused_slug(page):
    """The slug of the card that has the focus."""
    return page.evaluate("document.activeElement.closest('.card')?.dataset.slug ?? null")


def test_from_the_front_page_to_a_source_and_back_through_a_filter(page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the events")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, ".card h4 a")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer .story")).to_be_focused()
    tab_to(page, ".citation .cite a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/**")
    tab_to(page, ".citation .cite a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")
    tab_to(page, "a.bar-debate")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{DEBATE}")
    tab_to(page, "#facet-actor input[type=checkbox]")
    page.keyboard.press("Space")
    page.wait_for_url("**/?actor=**")
    count = page.locator(".found strong").inner_text()
    expect(page.locator("#announcer")).to_have_text(f"{count} events")
    expect(page.locator("#facet-actor input:checked")).to_be_focused()
    tab_to(page, ".pill", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{DEBATE}")
    expect(page.locator(".found")).to_contain_text("287")


def test_j_and_k_step_through_the_list_and_nothing_covers_the_event(page):
    page.goto(f"{DEBATE}?actor=olaf-scholz")
    slugs = page.eval_on_selector_all(".card", "cards => cards.map(card => card.dataset.slug)")
    page.locator(".card h4 a").first.focus()
    for slug in slugs[1:8]:
        page.keyboard.press("j")
        assert focused_slug(page) == slug
        free = page.evaluate(
            """() => {
                const title = document.activeElement.getBoundingClientRect();
                const top = document.elementFromPoint(title.left + 5, title.top + 3);
                return top.closest(".card")?.contains(document.activeElement) ?? false;
            }"""
        )
        assert free, f"{slug} is covered"
    page.keyboard.press("k")
    assert focused_slug(page) == slugs[6]


def test_j_and_k_step_through_the_stories(page):
    page.goto(f"{DEBATE}?actor=olaf-scholz")
    slugs = page.eval_on_selector_all(".card", "cards => cards.map(card => card.dataset.slug)")
    page.get_by_role("link", name="Read one by one").click()
    for key, slug in (("", slugs[0]), ("j", slugs[1]), ("j", slugs[2]), ("k", slugs[1])):
        if key:
            page.keyboard.press(key)
        page.wait_for_url(f"**event={slug}")
        expect(page.locator("#drawer")).to_have_attribute("data-slug", slug)
    page.keyboard.press("Escape")
    expect(page.locator(f".card[data-slug={slugs[1]}] h4 a")).to_be_focused()
    page.goto(f"{DEBATE}events/biden-authorises-deep-atacms/")
    after = page.locator(".neighbours [rel=next]").get_attribute("href")
    page.keyboard.press("j")
    page.wait_for_url(f"**{after}")
    page.keyboard.press("k")
    page.wait_for_url("**/events/biden-authorises-deep-atacms/")


def test_keys_are_explained_stay_out_of_fields_and_can_be_switched_off(page):
    page.goto(DEBATE)
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("j?/k")
    expect(page.locator("#q")).to_have_value("j?/k")
    expect(keys).to_be_hidden()
    page.goto(DEBATE)
    page.get_by_role("button", name="Keys").click()
    page.get_by_role("checkbox", name="Use these keys").uncheck()
    page.get_by_role("button", name="Close").click()
    for _ in range(2):
        page.keyboard.press("?")
        expect(keys).to_be_hidden()
        page.reload()
