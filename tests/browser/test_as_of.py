"""The debate as of a day: words, the slider, the button that plays it, and the way without scripts."""

import re

from playwright.sync_api import expect

SCHOLZ = "/long-range-weapons/?actor=olaf-scholz"
PATIENT = 15_000  # ms: every step asks the server for a view that nobody has asked for before


def stands(page, words):
    """Wait until the page shows the debate as of these words, and the slider with it."""
    expect(page.locator("#as-of-told strong")).to_contain_text(words, timeout=PATIENT)
    expect(page.locator("#as-of-shown")).to_have_text(words)
    expect(page.locator("#as-of-slider")).to_have_attribute("aria-valuetext", words)


def test_the_debate_is_moved_through_time_by_words_slider_and_play(page, axe):
    page.goto(SCHOLZ)
    expect(page.locator("#as-of-shown")).to_have_text("today")
    page.get_by_label("As it stood on").press_sequentially("late May 2024")
    expect(page.locator("#reading-as_of")).to_contain_text("21–31 May 2024")
    page.keyboard.press("Enter")
    stands(page, "31 May 2024")
    page.get_by_label("what had been published").check()
    page.wait_for_url("**&as_of=2024-05-31&clock=published")
    expect(page.locator("#as-of-told strong")).to_have_text("You see the debate as published by 31 May 2024.")

    # A run of steps with the keys is one step of Back.
    page.locator("#as-of-slider").focus()
    page.keyboard.press("ArrowLeft")
    stands(page, "30 May 2024")
    page.keyboard.press("PageDown")
    stands(page, "30 April 2024")
    page.keyboard.press("PageDown")
    stands(page, "31 March 2024")
    page.wait_for_url("**as_of=2024-03-31&clock=published")
    assert axe(page) == []
    page.go_back()
    stands(page, "31 May 2024")

    page.get_by_role("link", name="Back to today").click()
    expect(page.locator("#as-of-told")).to_have_count(0)
    expect(page.locator("#as-of-shown")).to_have_text("today")
    expect(page.get_by_label("As it stood on")).to_have_value("")
    page.wait_for_url(f"**{SCHOLZ}")

    # Played from the first month on; Space pauses, and the address is that of what is seen.
    page.locator("#as-of-slider").focus()
    page.keyboard.press("Space")
    expect(page.locator("#as-of-play")).to_have_text("Pause")
    first = page.locator("#as-of-told strong")
    expect(first).to_be_visible(timeout=PATIENT)
    begun = first.inner_text()
    expect(first).not_to_have_text(begun, timeout=PATIENT)
    page.keyboard.press("Space")
    expect(page.locator("#as-of-play")).to_have_text("Play")
    slider = page.locator("#as-of-slider")
    day = slider.evaluate("slider => new Date(slider.value * 86400000).toISOString().slice(0, 10)")
    page.wait_for_url(re.compile(f"as_of={day}&clock=published$"))
    expect(page.get_by_label("As it stood on")).to_have_value(day)
    page.go_back()
    page.wait_for_url(f"**{SCHOLZ}")
    expect(page.locator("#as-of-shown")).to_have_text("today")


def test_who_asked_for_less_motion_takes_each_step_alone(open_page):
    page = open_page(reduced_motion="reduce")
    page.goto(f"{SCHOLZ}&as_of=2024-05-29")
    page.get_by_role("button", name="Next month").click()
    stands(page, "31 May 2024")
    page.get_by_role("button", name="Next month").click()
    stands(page, "30 June 2024")


def test_without_scripts_a_form_and_links_lead_to_other_days(no_javascript):
    page = no_javascript
    page.goto("/long-range-weapons/turns/")
    page.get_by_label("As it stood on").fill("late May 2024")
    page.get_by_label("what had been published").check()
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/turns/?as_of=2024-05-31&clock=published")
    expect(page.locator("#as-of-play")).to_be_hidden()
    page.get_by_role("link", name="Earlier: as of 30 April 2024").click()
    page.wait_for_url("**/turns/?as_of=2024-04-30&clock=published")
    expect(page.locator("#as-of-told")).to_contain_text("as published by 30 April 2024")
    page.get_by_role("link", name="Back to today").click()
    page.wait_for_url("**/turns/")
