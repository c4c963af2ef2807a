"""Reading a view: years, months in sight, what changed, plain words, long facets, telephones, no scripts."""

import re

import pytest
from playwright.sync_api import expect

DEBATE = "/long-range-weapons/"


def top_of(page, selector):
    """How far an element's top edge lies below the window's, in px."""
    return page.locator(selector).bounding_box()["y"]


@pytest.mark.parametrize("year", ["2022", "2023", "2024"])
def test_a_year_is_one_step_away_also_on_another_page(page, year):
    page.goto(f"{DEBATE}?page=2")
    page.get_by_role("navigation", name="Years").get_by_role("link", name=re.compile(f"^{year}")).click()
    heading = page.locator(f"#y{year}")
    expect(heading).to_have_text(re.compile(year))
    expect(heading).to_be_in_viewport()
    page.wait_for_function(
        """year => {
            const top = (selector) => document.querySelector(selector)?.getBoundingClientRect();
            const [heading, years] = [top(`#y${year}`), top(".years")];
            return heading && years && heading.top >= years.bottom - 1 && heading.bottom <= innerHeight;
        }""",
        arg=year,
    )


def test_the_month_and_the_years_stay_in_sight(page):
    page.goto(DEBATE)
    page.locator(".card").nth(60).scroll_into_view_if_needed()
    page.mouse.wheel(0, 350)
    page.wait_for_function("scrollY > 2000")
    seen = page.evaluate(
        """() => {
            const years = document.querySelector(".years").getBoundingClientRect();
            const below = document.elementFromPoint(innerWidth / 2, years.bottom + 12);
            return [years.top, below.closest("h3")?.innerText];
        }"""
    )
    assert seen[0] == 0 and re.fullmatch(r"[A-Z][a-z]+ 20\d\d", seen[1])


def test_what_changed_since_the_last_visit_is_offered_without_an_account(page):
    visit = "localStorage.getItem('debateline:visit:/long-range-weapons/')"
    page.goto(DEBATE)
    page.wait_for_function(f"{visit} !== null")
    assert page.evaluate(f"Object.keys(JSON.parse({visit}))") == ["seen"]
    expect(page.locator(".last-visit")).to_be_hidden()
    # As if this had been in January: whatever the page writes on leaving comes before the next page begins.
    seen = "JSON.stringify({ seen: Date.UTC(2025, 0, 3, 9, 30) })"
    page.add_init_script(f"localStorage.setItem('debateline:visit:/long-range-weapons/', {seen})")
    page.reload()
    page.locator("#changes summary").click()
    page.get_by_role(
        "link", name="287 events are new or changed since your visit of 3 January 2025, 09:30 UTC"
    ).click()
    page.wait_for_url("**/?since=2025-01-03T09**")
    expect(page.locator(".card .fresh").first).to_have_text("new")
    assert page.context.cookies() == []


def test_a_bookmark_remembers_when_it_was_made(page):
    page.goto(f"{DEBATE}?actor=olaf-scholz")
    page.locator("#changes summary").click()
    page.get_by_role("link", name="Bookmark this").click()
    page.wait_for_url(re.compile(r"actor=olaf-scholz&since=20\d\d-\d\d-\d\dT\d\d%3A\d\d%3A\d\dZ"))
    expect(page.locator(".nothing")).to_contain_text("No event is in this view")
    page.get_by_role("link", name=re.compile("Take off New or changed since")).click()
    page.wait_for_url("**/?actor=olaf-scholz")


def test_plain_words_are_offered_as_filters(page):
    page.goto(DEBATE)
    page.locator("#q").press_sequentially("scholz against taurus 2023", delay=5)
    offer = page.locator(".meant a")
    expect(offer).to_contain_text(
        "Actor Olaf Scholz · Topic Taurus KEPD 350 · Stance leans oppose or opposes"
    )
    offer.click()
    page.wait_for_url("**/?actor=olaf-scholz&topic=taurus&stance=leans-oppose&stance=opposes&from=2023**")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator(".meant")).to_have_count(0)


def test_a_long_facet_is_found_by_typing(page):
    page.goto(DEBATE)
    facet = page.locator("#facet-actor")
    field = facet.get_by_label("find in the list")
    field.press_sequentially("IJJARTO", delay=5)  # inside a word, without case and accents
    names = facet.locator(".value:visible .value-label").all_inner_texts()
    assert names == ["Péter Szijjártó"]
    expect(page.locator("#announcer")).to_have_text("Found in the list: 1")
    assert page.url.endswith(DEBATE)
    field.fill("scholz")
    facet.get_by_role("checkbox", name=re.compile("Olaf Scholz")).check()
    page.wait_for_url("**/?actor=olaf-scholz")
    expect(field).to_have_value("scholz")
    expect(facet.locator(".value:visible")).to_have_count(1)


def test_a_compact_list_stays_compact(page):
    page.goto(DEBATE)
    roomy = page.locator(".card").first.bounding_box()["height"]
    page.get_by_role("link", name="Compact list").click()
    page.wait_for_url("**/?density=compact")
    assert page.locator(".card").first.bounding_box()["height"] < roomy / 2
    page.locator("#sort").select_option("newest")
    page.wait_for_url("**/?sort=newest&density=compact")
    page.get_by_role("link", name="Roomy list").click()
    page.wait_for_url("**/?sort=newest")


def test_a_telephone_has_the_list_first_and_the_filters_on_a_sheet(phone):
    phone.goto(DEBATE)
    assert top_of(phone, ".card >> nth=0") < 812
    expect(phone.locator("#rail")).to_be_hidden()
    strip = phone.locator(".strip")
    assert strip.bounding_box()["height"] < 300
    assert strip.evaluate("strip => strip.scrollWidth > strip.clientWidth")
    phone.get_by_role("button", name="Filters").tap()
    expect(phone.locator(".sheet-title")).to_be_focused()
    expect(phone.locator(".card").first).to_be_hidden()
    phone.get_by_role("checkbox", name=re.compile("^Olaf Scholz")).check()
    shows = phone.get_by_role("button", name="Show 25 events")
    expect(shows).to_be_in_viewport()
    shows.tap()
    expect(phone.locator(".card")).to_have_count(25)
    expect(phone.get_by_role("button", name="Filters 1")).to_be_focused()
    slugs = phone.eval_on_selector_all(".strip a[data-slug]", "marks => marks.map(mark => mark.dataset.slug)")
    assert len(set(slugs)) == 25
    assert not phone.evaluate("'Plotly' in window")
    phone.get_by_role("button", name="Chart in rows").tap()
    phone.locator("#chart .chart-live .main-svg").first.wait_for()


def test_a_mark_of_the_strip_opens_its_event(phone):
    phone.goto(f"{DEBATE}?actor=dmytro-kuleba")
    mark = phone.locator(".strip a[data-slug]").first
    slug = mark.get_attribute("data-slug")
    mark.dispatch_event("click")
    phone.wait_for_url(f"**event={slug}")
    expect(phone.locator("#drawer")).to_be_visible()


def test_the_whole_reading_path_without_scripts(no_javascript):
    page = no_javascript
    page.goto("/")
    page.locator("#q").fill("scholz against taurus 2023")
    page.get_by_role("button", name="Show").click()
    page.locator(".meant a").click()
    expect(page.locator(".pill")).to_have_count(6)
    page.get_by_role("link", name="Compact list").click()
    page.locator("details.changes summary").click()
    page.locator("#since").fill("last week")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile(r"since=20\d\d-\d\d-\d\d&density=compact"))
    page.get_by_role("link", name="Clear all").click()
    page.wait_for_url("**/?density=compact")
    page.get_by_role("link", name=re.compile("^2024")).click()
    expect(page.locator("#y2024")).to_be_in_viewport()
    page.get_by_role("link", name="Read one by one").click()
    page.get_by_role("link", name=re.compile("After")).click()
    page.locator(".citation .cite a").first.click()
    page.wait_for_url("**/sources/**")
    page.locator(".citation .cite a").first.click()
    page.wait_for_url("**/events/**")
    page.get_by_role("link", name="Show it on the timeline").click()
    page.get_by_role("link", name="Print").click()
    expect(page.locator(".handout .line").first).to_be_visible()
    page.get_by_role("link", name="Back to the timeline").click()
    page.wait_for_url(f"**{DEBATE}")


def test_a_telephone_without_scripts_has_the_list_before_the_filters(open_page):
    page = open_page(size="phone", java_script_enabled=False)
    page.goto(DEBATE)
    assert top_of(page, ".card >> nth=0") < top_of(page, "#rail")
    page.get_by_role("link", name="Filters").click()
    expect(page.get_by_role("checkbox", name=re.compile("^Should the United States"))).to_have_count(3)
