"""Every kind of page, by day and by night, wide and at 320 px, mirrored and in forced colours."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DEBATE = "/long-range-weapons/"
EVENT = {"summary": "", "kind": "meeting", "importance": 2, "date_text": ""}
SECOND = {
    "format": 1,
    "debate": {"slug": "second", "title": "A second debate", "description": "So that there is a list."},
    "events": [
        EVENT | {"slug": "talks", "title": "Talks without a date", "status": "published"},
        EVENT | {"slug": "vote", "title": "A vote entered twice", "status": "withdrawn"},
    ],
}
SHARED = """
from timeline.exports.shared_views import share
from timeline.filters import Filters
from timeline.models import Debate, SharedView
for code, frozen in (("livelivelive", False), ("frozenfrozen", True)):
    debate = Debate.objects.get(slug="long-range-weapons")
    made = share(debate, Filters(actor=("olaf-scholz",)), frozen=frozen)
    SharedView.objects.filter(pk=made.pk).update(code=code)
"""
WIDTHS = {"wide": (1440, 900), "tablet": (900, 700), "doubled": (720, 450), "narrow": (320, 640)}
JUDGED = {"wide", "narrow"}  # by axe; the others by their size
PAGES = [
    f"{DEBATE}?question=supply-taurus",
    f"{DEBATE}?topic=atacms&kind=decision&event=biden-authorises-deep-atacms",
    f"{DEBATE}?actor=nobody&kind=strike&q=zzz",
    f"{DEBATE}?q=scholz+against+taurus+2023&density=compact&since=2024-01-01",
    f"{DEBATE}events/biden-authorises-deep-atacms/",
    f"{DEBATE}actors/olaf-scholz/",
    f"{DEBATE}questions/supply-antipersonnel-mines/",
    f"{DEBATE}topics/antipersonnel-mines/",
    f"{DEBATE}sources/ubn-davos/",
    f"{DEBATE}positions/?question=supply-taurus",
    f"{DEBATE}positions/matrix/?actor=olaf-scholz&actor=joe-biden",
    f"{DEBATE}turns/?question=supply-taurus",
    f"{DEBATE}compare/?actor=us-state-department&with=us-defense-department",
    f"{DEBATE}deeds/",
    f"{DEBATE}arguments/?question=supply-atacms",
    f"{DEBATE}coverage/?kind=decision",
    f"{DEBATE}print/?actor=olaf-scholz",
    f"{DEBATE}share/?actor=olaf-scholz",
    f"{DEBATE}embed/?actor=olaf-scholz",
    "/dates/?text=mid-November&anchor=2024-11-26",
    "/nowhere/",
]
# What may be pressed is measured as a thumb finds it: a field with its label, a card for the link that fills
# it. Marks of a chart have their equals in the list; a link in text has the height of its line (WCAG 2.5.8).
SMALL_TARGETS = """
() => {
    const seen = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
        && !element.closest(".unseen, .skip, svg, .chart-live");
    const box = element =>
        (element.closest("label, .card:has(h4)") ?? element).getBoundingClientRect();
    const inText = element => {
        if (getComputedStyle(element).display !== "inline") return false;
        let block = element.parentElement;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        return block.textContent.trim().length > element.textContent.trim().length;
    };
    const all = [...document.querySelectorAll("a[href], button, input, select, summary")].filter(seen);
    const small = all.filter(element => !inText(element)
        && Math.min(box(element).width, box(element).height) < 23.9);
    const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
    const crowded = element => all.some(other => {
        if (other === element || box(other).width === 0) return false;
        const [x, y] = middle(box(element)), near = box(other);
        const aside = Math.max(near.left - x, 0, x - near.right);
        const above = Math.max(near.top - y, 0, y - near.bottom);
        return Math.hypot(aside, above) < 12 && box(other) !== box(element);
    });
    return small.filter(crowded).map(element => {
        const { width, height } = box(element);
        return `${element.outerHTML.slice(0, 120)} is ${Math.round(width)} x ${Math.round(height)}`;
    });
}
"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def every_violation():
    """Violations of any impact, best practices included, as sentences; `rules` for some rules alone."""

    def violations(page, *rules):
        options = {"preload": False}  # it would fetch stylesheets once more, which not every page allows
        options |= {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
        found = Axe().run(page, options=options).response["violations"]
        return [
            f"{violation['id']} ({violation['impact']}): {violation['help']}: {node['html'][:200]}"
            for violation in found
            for node in violation["nodes"]
        ]

    return violations


@pytest.fixture
def looked_at(every_violation):
    """`looked_at(page)`: what is wrong with an open page in any of its looks, as sentences."""

    def look(page):
        wrong = []
        for name, (width, height) in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_load_state("networkidle")
            judged = by_axe(page, by_night=name == "wide") if name in JUDGED else []
            wrong += [f"{name}: {sentence}" for sentence in (*judged, *by_size(page))]
        return wrong

    def by_axe(page, by_night):
        yield from every_violation(page)
        if not by_night:
            return
        page.emulate_media(color_scheme="dark")  # it changes colours, and nothing else that axe looks at
        yield from (f"dark: {sentence}" for sentence in every_violation(page, "color-contrast"))
        page.emulate_media(color_scheme="light")

    def by_size(page):
        yield from page.evaluate(SMALL_TARGETS)
        if page.evaluate(SIDEWAYS) > 0:
            yield "it scrolls sideways"
        page.evaluate("document.documentElement.dir = 'rtl'")
        if page.evaluate(SIDEWAYS) > 0:
            yield "mirrored, it scrolls sideways"
        page.evaluate("document.documentElement.dir = 'ltr'")

    return look


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everyone(page, looked_at, path):
    if path == "/nowhere/":
        page.watch.allow("404")
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert looked_at(page) == []


def test_the_dialog_of_keys_and_the_open_boxes_are_for_everyone(page, every_violation):
    page.goto(f"{DEBATE}?actor=olaf-scholz")
    page.locator("#changes summary").click()
    page.locator(".tools-help summary").click()
    page.locator("#facet-actor .find input").fill("sybiga")  # how another alphabet's reader may spell him
    assert "Andrii Sybiha" in page.locator("#facet-actor").inner_text()
    page.locator("#facet-actor .find input").fill("scho")
    assert every_violation(page) == []
    page.get_by_role("button", name="Keys").click()
    assert every_violation(page) == []


def test_the_filters_of_a_telephone_are_for_everyone(phone, every_violation):
    phone.goto(DEBATE)
    phone.get_by_role("button", name="Filters").tap()
    assert every_violation(phone) == []
    assert phone.evaluate(SMALL_TARGETS) == []
    assert phone.evaluate(SIDEWAYS) <= 0


def test_forced_colours_leave_everything_to_be_seen(open_page, every_violation):
    page = open_page(forced_colors="active")
    page.goto(f"{DEBATE}?actor=olaf-scholz")
    page.wait_for_load_state("networkidle")
    assert every_violation(page) == []
    page.locator(".card a").first.focus()
    outline = "getComputedStyle(document.activeElement, '::after').outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_nothing_moves_for_those_who_asked_for_rest(open_page):
    page = open_page(reduced_motion="reduce")
    page.goto(DEBATE)
    page.locator(".card a").first.click()
    page.locator("#drawer .story").wait_for()
    assert page.evaluate("document.getAnimations().length") == 0


def test_where_the_focus_is_can_always_be_seen(page):
    page.goto(f"{DEBATE}?actor=olaf-scholz")
    page.wait_for_load_state("networkidle")
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
                const at = document.activeElement;
                const ring = (element, part) => {
                    const style = getComputedStyle(element, part);
                    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                };
                return ring(at) || ring(at, "::after") ? "" : at.outerHTML.slice(0, 150);
            }"""
        )
        assert shown == ""


@pytest.mark.parametrize("place", ["", "positions/", "positions/matrix/", "turns/", "deeds/"])
def test_the_focus_goes_down_the_page_and_the_ways_keep_the_filters(page, place):
    page.goto(f"{DEBATE}{place}")
    page.wait_for_load_state("networkidle")
    ways = page.locator(".ways a")
    for _ in range(4):  # past the link to the content, the site's name and the debate's
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ways') !== null")
    page.locator("#q").fill("taurus")
    page.wait_for_url("**q=taurus*")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".ways")).to_have_count(1)
    expect(ways.first).to_have_attribute("href", f"{DEBATE}?q=taurus")
    page.go_back()
    expect(ways.first).to_have_attribute("href", DEBATE)
    expect(page.locator(".ways")).to_have_count(1)


@pytest.fixture(scope="module")
def two_debates(blueprint, worker_id, tmp_path_factory):
    """A site with a second debate, so that its front page is a list, and two shared views of the first."""
    file = tmp_path_factory.mktemp("second") / "second.json"
    file.write_text(json.dumps(SECOND))
    running = blueprint.site(f"{worker_id}_two", ["loaddebate", file], ["shell", "-c", SHARED])
    yield running
    running.stop()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/second/",
        "/second/?event=talks",
        "/second/events/vote/",
        "/s/livelivelive/",
        "/s/frozenfrozen/",
    ],
)
def test_a_list_of_debates_a_lone_event_one_withdrawn_and_what_was_shared_are_for_everyone(
    open_page, two_debates, looked_at, path
):
    page = open_page(site=two_debates)
    page.watch.allow("410")
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert looked_at(page) == []
