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


def test_the_page_itself_prints_with_its_title_address_and_numbers(page):
    page.goto(DEBATE)
    page.wait_for_load_state("networkidle")
    head = page.locator(".paper-head")
    expect(head).to_be_hidden()
    page.locator("#actor-1").check()
    page.wait_for_url("**actor=*")
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    query = page.url.partition("?")[2]
    expect(head).to_have_count(1)
    expect(head.locator(".qr")).to_be_visible()
    expect(head).to_contain_text(page.url)
    expect(head).to_contain_text(f"With all sources: {page.site.url}{DEBATE}print/?{query}")
    expect(page.locator("h1")).to_be_hidden()
    numbered = "getComputedStyle(document.querySelector('.card h4'), '::before').content"
    assert page.evaluate(numbered).startswith("counter(event)")


def test_what_was_shared_prints_with_its_sources_and_its_address(open_page, blueprint, worker_id):
    made = (
        "from timeline.exports.shared_views import share; from timeline.filters import Filters; "
        "from timeline.models import Debate, SharedView; "
        "kept = share(Debate.objects.get(), Filters(actor=('olaf-scholz',)), frozen=True); "
        "SharedView.objects.filter(pk=kept.pk).update(code='onpaperonpap')"
    )
    running = blueprint.site(f"{worker_id}_paper", ["shell", "-c", made])
    try:
        page = open_page(site=running)
        page.goto("/s/onpaperonpap/")
        expect(page.locator(".qr")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".qr")).to_be_visible()
        expect(page.locator(".address")).to_have_text(page.url)
        assert page.locator(".citation").first.evaluate("line => line.getBoundingClientRect().height") > 0
        expect(page.locator(".shared-share")).to_be_hidden()
    finally:
        running.stop()


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
