"""Languages as readers meet them: by their browser, by the switch, and on a small screen with long words."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_timeline import choose

DEBATE = "/long-range-weapons/"
EVENT = "germany-permits-strikes"
PAGES = [
    DEBATE,
    f"{DEBATE}?actor=olaf-scholz&event={EVENT}",
    f"{DEBATE}?q=zzz&from=2024-05-01&certainty=certainly",
    f"{DEBATE}events/{EVENT}/",
    f"{DEBATE}actors/olaf-scholz/",
    f"{DEBATE}questions/supply-taurus/",
    f"{DEBATE}share/?actor=olaf-scholz",
    f"{DEBATE}print/?actor=olaf-scholz",
    "/dates/?text=mid-November&anchor=2024-11-26",
]


def language(page):
    """The language that a page says it is in."""
    return page.locator("html").get_attribute("lang")


def test_the_browser_chooses_and_the_switch_outdoes_it(open_page):
    page = open_page(locale="de-AT")
    page.goto(DEBATE)
    assert language(page) == "de"
    expect(page.locator(".found")).to_have_text(re.compile(r"287\s+Ereignisse"))
    choose(page, "Haltung", "unentschieden")
    page.wait_for_url("**/?stance=undecided")
    page.get_by_role("link", name="Українська").click()
    page.wait_for_url("**/?stance=undecided&lang=uk")
    assert language(page) == "uk"
    choose(page, "Вид події", "заява")
    page.wait_for_url("**/?kind=statement&stance=undecided&lang=uk")
    expect(page.locator(".found")).to_contain_text(re.compile("под(ія|ії|ій)"))
    page.go_back()
    page.wait_for_url("**/?stance=undecided&lang=uk")
    expect(page.get_by_role("link", name="English")).to_have_attribute("href", re.compile("stance=undecided"))
    assert page.context.cookies() == []


def test_the_live_chart_and_the_words_of_scripts_are_in_the_language(open_page):
    page = open_page(locale="uk")
    page.goto(DEBATE)
    chart = page.locator("#chart .chart-live .main-svg").first
    expect(chart).to_be_visible()
    expect(page.locator("#chart .chart-live")).to_contain_text("січ")
    expect(page.locator("#chart .chart-live .annotation").filter(has_text="подій")).to_have_count(1)
    buttons = page.locator("#chart .modebar-btn").evaluate_all("all => all.map(one => one.dataset.title)")
    assert buttons == ["Масштаб", "Пересунути", "Збільшити", "Зменшити", "Увесь період"]
    choose(page, "Вид події", "голосування")
    expect(page.locator("#announcer")).to_contain_text(re.compile("под(ія|ії|ій)"))


def test_without_scripts_a_search_stays_in_the_language(no_javascript):
    page = no_javascript
    page.goto(f"{DEBATE}?lang=de")
    page.get_by_label("Suche", exact=True).fill("taurus")
    page.get_by_role("button", name="Zeigen", exact=True).click()
    page.wait_for_url(re.compile(r"q=taurus"))
    assert language(page) == "de"


@pytest.mark.parametrize("code", ["de", "uk"])
@pytest.mark.parametrize("width", [320, 375, 1440])
def test_long_words_widen_no_page(open_page, code, width):
    page = open_page(viewport={"width": width, "height": 900}, locale=code, reduced_motion="reduce")
    for path in PAGES:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (path, wide)
