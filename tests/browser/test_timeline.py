"""The timeline as readers use it: filters, history, drawer, zoom, keyboard, and without scripts."""

import re
import time

from playwright.sync_api import expect

DEBATE = "/long-range-weapons/"
LIVE = "#chart .chart-live .main-svg"


def facet(page, title):
    """Open a facet of the rail and return it."""
    box = page.locator("details.facet", has=page.locator("summary", has_text=title)).first
    if box.get_attribute("open") is None:
        box.locator("summary").first.click()
    return box


def box(page, value):
    """The checkbox of a facet's value."""
    return page.get_by_role("checkbox", name=re.compile(f"^{re.escape(value)}"))


def choose(page, title, value):
    """Tick a value of a facet."""
    box(facet(page, title), value).check()


def shown(page):
    """What a reader sees of a view: the count, pills, ticked values, form, cards."""
    page.wait_for_load_state("networkidle")
    return page.evaluate(
        """() => ({
            address: location.pathname + location.search,
            title: document.title,
            found: document.querySelector(".found").innerText,
            pills: [...document.querySelectorAll(".pill")].map(pill => pill.innerText),
            ticked: [...document.querySelectorAll(".rail input:checked")].map(x => x.name + x.value),
            fields: ["q", "from", "to", "certainty", "lane", "color"].map(
                name => document.getElementById("filters").elements.namedItem(name).value),
            cards: [...document.querySelectorAll(".card")].map(card => card.dataset.slug),
            sentence: document.getElementById("chart-sentence").innerText,
            drawer: document.getElementById("drawer").innerText.trim(),
        })"""
    )


def test_the_first_view_shows_the_debate_before_any_script(no_javascript):
    page = no_javascript
    page.goto("/")
    expect(page).to_have_url(re.compile(f"{DEBATE}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Long-range weapons for Ukraine, 2022–2024")
    expect(page.locator(".found")).to_contain_text("287 events")
    assert page.locator("#chart svg.chart-wide a[data-slug]").count() > 250


def test_plotly_takes_over_without_moving_anything(page):
    page.goto(DEBATE)
    before = page.locator("#chart").bounding_box()
    page.locator(LIVE).first.wait_for()
    expect(page.locator("#chart .chart-static")).to_be_hidden()
    after = page.locator("#chart").bounding_box()
    assert (after["width"], after["y"]) == (before["width"], before["y"])
    assert abs(after["height"] - before["height"]) < 1


def test_filter_back_forward_and_reload_give_the_same_page(page):
    page.goto(DEBATE)
    everything = shown(page)
    choose(page, "Actor", "Olaf Scholz")
    page.wait_for_url("**/?actor=olaf-scholz")
    scholz = shown(page)
    assert len(scholz["cards"]) == 25 and scholz["found"].startswith("25 events")
    choose(page, "Stance", "opposes")
    page.wait_for_url("**/?actor=olaf-scholz&stance=opposes")
    opposed = shown(page)
    assert 0 < len(opposed["cards"]) < 25
    page.go_back()
    page.wait_for_url("**/?actor=olaf-scholz")
    expect(page.locator(".found")).to_contain_text("25 events")
    assert shown(page) == scholz
    page.go_back()
    page.wait_for_url(f"**{DEBATE}")
    expect(page.locator(".found")).to_contain_text("287 events")
    assert shown(page) == everything
    page.go_forward()
    page.go_forward()
    page.wait_for_url("**stance=opposes")
    expect(page.locator(".pill")).to_have_count(2)
    assert shown(page) == opposed
    page.reload()
    assert shown(page) == opposed


def test_going_back_also_empties_the_field_that_has_the_focus(page):
    page.goto(DEBATE)
    page.locator("#q").fill("taurus")
    page.wait_for_url("**/?q=taurus")
    page.go_back()
    page.wait_for_url(f"**{DEBATE}")
    expect(page.locator(".found")).to_contain_text("287 events")
    expect(page.locator("#q")).to_have_value("")
    choose(page, "Actor", "Olaf Scholz")
    page.wait_for_url("**/?actor=olaf-scholz")


def test_nothing_is_lost_to_somebody_quicker_than_the_answers(page):
    page.goto(DEBATE)
    page.route("**/long-range-weapons/?*", slowly)
    for stance in ("supports", "undecided", "opposes"):
        box(facet(page, "Stance"), stance).check()
    page.wait_for_url("**/?stance=supports&stance=undecided&stance=opposes")
    expect(page.locator(".pill")).to_have_count(3)
    page.locator("#from").fill("May 2024")
    box(facet(page, "Actor"), "Olaf Scholz").check()
    page.wait_for_url("**/?actor=olaf-scholz&stance=supports&stance=undecided&stance=opposes&from=2024-05-01")
    expect(box(page, "Olaf Scholz")).to_be_checked()


def test_a_late_step_through_the_history_changes_nothing(page):
    page.goto(DEBATE)
    choose(page, "Actor", "Olaf Scholz")
    page.wait_for_url("**/?actor=olaf-scholz")
    choose(page, "Stance", "opposes")
    page.wait_for_url("**/?actor=olaf-scholz&stance=opposes")
    page.evaluate("history.go(-2)")
    page.wait_for_url(f"**{DEBATE}")
    expect(page.locator(".pill")).to_have_count(0)
    page.route(re.compile(r"\?actor=olaf-scholz$"), slowly)
    with page.expect_response(re.compile(r"\?actor=olaf-scholz$")):
        page.go_forward()
        page.go_forward()
    expect(page.locator(".pill")).to_have_count(2)
    page.wait_for_load_state("networkidle")
    assert shown(page)["ticked"] == ["actorolaf-scholz", "stanceopposes"]


def slowly(route):
    """Answer after a while, as over a bad line."""
    time.sleep(0.3)
    route.continue_()


def test_a_link_opens_as_it_was_for_somebody_else(page, open_page):
    page.goto(DEBATE)
    choose(page, "Question", "Should Germany supply Taurus")
    page.wait_for_url("**question=supply-taurus*")
    page.locator("#lane").select_option("actor")
    page.wait_for_url("**lane=actor*")
    page.locator("#q").fill("Scholz")
    page.wait_for_url("**q=Scholz*")
    here = shown(page)
    other = open_page()
    other.goto(here["address"])
    assert shown(other) == here


def test_pills_take_filters_off(page):
    page.goto(f"{DEBATE}?actor=olaf-scholz&stance=opposes&from=2024-01-01")
    page.get_by_role("link", name="Remove Actor: Olaf Scholz").click()
    page.wait_for_url("**/?stance=opposes&from=2024-01-01")
    page.get_by_role("link", name="Remove From: 1 January 2024").click()
    page.wait_for_url("**/?stance=opposes")
    expect(page.locator("#from")).to_have_value("")
    page.get_by_role("link", name="Clear all").click()
    page.wait_for_url(f"**{DEBATE}")


def test_a_date_in_words_is_read_as_one_types(page):
    page.goto(DEBATE)
    page.locator("#from").press_sequentially("mid-November 2024", delay=10)
    expect(page.locator("#reading-from")).to_have_text("mid-November 2024: 11–20 Nov 2024")
    page.locator("#from").press("Enter")
    page.wait_for_url("**/?from=2024-11-11")
    page.locator("#to").fill("ATACMS")
    expect(page.locator("#reading-to .refused")).to_be_visible()


def test_nothing_found_says_which_filter_to_remove(page):
    page.goto(f"{DEBATE}?actor=olaf-scholz&kind=strike")
    expect(page.locator(".nothing")).to_contain_text("No event is in this view")
    page.get_by_role("link", name=re.compile("Take off Kind of event: strike")).click()
    page.wait_for_url("**/?actor=olaf-scholz")
    expect(page.locator(".found")).to_contain_text("25 events")


def test_a_value_that_cannot_be_used_is_named(page):
    page.goto(f"{DEBATE}?actor=nobody&kind=gossip")
    expect(page.locator(".problem")).to_have_count(2)
    expect(page.locator(".problem").first).to_contain_text("kind=gossip")
    expect(page.locator(".found")).to_contain_text("287")


def test_a_card_opens_the_drawer_and_escape_closes_it(page):
    page.goto(f"{DEBATE}?question=supply-taurus")
    page.locator(LIVE).first.wait_for()
    card = page.locator(".card").nth(3)
    slug = card.get_attribute("data-slug")
    card.get_by_role("link").click()
    page.wait_for_url(f"**event={slug}")
    drawer = page.locator("#drawer")
    expect(drawer.get_by_role("heading", level=2)).to_have_text(card.get_by_role("link").inner_text())
    expect(page.locator(".card.is-selected")).to_have_attribute("data-slug", slug)
    assert page.evaluate("document.querySelector('#chart .chart-static a.is-selected').dataset.slug") == slug
    drawer.get_by_role("link", name=re.compile("After")).click()
    expect(page.locator(".card.is-selected")).not_to_have_attribute("data-slug", slug)
    page.keyboard.press("Escape")
    page.wait_for_url("**/?question=supply-taurus")
    expect(drawer).to_be_hidden()
    page.go_back()
    expect(drawer).to_be_visible()
    page.reload()
    expect(drawer).to_be_visible()


def test_a_mark_opens_its_event(page):
    page.goto(f"{DEBATE}?actor=dmytro-kuleba")
    page.locator(LIVE).first.wait_for()
    place = page.evaluate(
        """() => {
            const trace = document.querySelector(".chart-live").data.find(each => each.uid === "marks");
            const { xaxis, yaxis } = document.querySelector(".chart-live")._fullLayout;
            const box = document.querySelector(".chart-live").getBoundingClientRect();
            return { slug: trace.customdata[0],
                     x: box.left + xaxis._offset + xaxis.d2p(trace.x[0]),
                     y: box.top + yaxis._offset + yaxis.d2p(trace.y[0]) };
        }"""
    )
    page.mouse.move(place["x"], place["y"])
    expect(page.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.click(place["x"], place["y"])
    page.wait_for_url(f"**event={place['slug']}")
    expect(page.locator("#drawer")).to_be_visible()


def test_zoom_sets_the_range_and_keeps_the_filters(page):
    page.goto(f"{DEBATE}?question=supply-taurus")
    page.locator(LIVE).first.wait_for()
    box = page.locator(".chart-live .nsewdrag").first.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.4, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=8)
    page.mouse.up()
    page.wait_for_url(re.compile(r"question=supply-taurus&from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d"))
    first, last = page.locator("#from").input_value(), page.locator("#to").input_value()
    assert "2023-05" < first < last < "2024-12-31"
    expect(page.locator(".pill")).to_have_count(3)
    choose(page, "Stance", "opposes")
    page.wait_for_url("**stance=opposes**")
    assert (page.locator("#from").input_value(), page.locator("#to").input_value()) == (first, last)


def test_the_keyboard_reaches_and_opens_every_event(page):
    reached = []
    for number in (1, 2, 3):
        page.goto(f"{DEBATE}?page={number}")
        cards = page.locator(".card a")
        slugs = page.eval_on_selector_all(".card", "cards => cards.map(card => card.dataset.slug)")
        cards.first.focus()
        for slug in slugs:
            assert page.evaluate("document.activeElement.id") == f"e-{slug}"
            reached.append(slug)
            page.keyboard.press("Tab")
    assert len(reached) == len(set(reached)) == 287


def test_opening_by_keyboard_moves_the_focus_in_and_back(page):
    page.goto(DEBATE)
    link = page.locator(".card a").nth(2)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#drawer .story")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_filters_work_without_scripts(no_javascript):
    page = no_javascript
    page.goto(DEBATE)
    box(page, "Olaf Scholz").check()
    page.locator("#from").fill("summer 2023")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/?actor=olaf-scholz&from=2023-06-01")
    expect(page.locator(".pill")).to_have_count(2)
    page.locator(".card a").first.click()
    expect(page.locator("#drawer")).to_be_visible()
    page.get_by_role("link", name="The event’s own page").click()
    expect(page.get_by_role("heading", name="The date")).to_be_visible()
