"""Dates in the admin's forms, read while they are typed: on slow lines, in new rows, and for who listens."""

import re
import time

EVENT = "/admin/timeline/event/add/"


def test_a_date_is_read_while_it_is_typed_and_told_in_one_sentence(open_page, own_site, log_in, axe):
    page = open_page(site=own_site)
    log_in(page)
    page.goto(EVENT)
    spoken = page.locator("#content > p[role=status]")
    event = page.locator(".field-date_reading .date-reading").first
    page.fill("#id_anchor", "26 November 2024")
    page.locator("#id_date_text").press_sequentially("mid-November", delay=20)
    event.get_by_text("11–20 November 2024", exact=True).wait_for()
    spoken.get_by_text("Read as 11–20 November 2024", exact=True).wait_for(state="attached")
    assert event.locator("svg").count() == 1 and event.locator("[aria-hidden=true] svg").count() == 1
    page.fill("#id_date_override", "2024-11-12")
    event.get_by_text("It cannot be saved without the reason for the date.").wait_for()
    page.fill("#id_date_basis", "The minutes say so.")
    event.get_by_text("It cannot be saved").wait_for(state="detached")
    page.get_by_role("button", name="Add another Citation").press("Enter")
    page.fill("#id_citations-0-date_text", "the <b>ides</b>")
    page.locator("#citations-0").get_by_text("is not read yet").wait_for()
    assert page.locator("#citations-0 .date-reading b").count() == 0
    assert axe(page) == []
    page.fill("#id_title", "The ides")
    page.select_option("#id_kind", "report")
    page.fill("#id_date_basis", "")
    page.locator("[name=_save]").first.press("Enter")
    page.locator("#id_date_basis:focus").wait_for()  # where something is to be mended, not at the title
    page.goto("/admin/timeline/article/add/")
    page.fill("#id_date_text", "24. September 2023")
    page.locator(".field-date_text").get_by_text("2023-09-24", exact=True).wait_for()
    page.goto("/admin/timeline/actor/add/")
    page.get_by_role("button", name="Add another Affiliation").press("Enter")
    page.fill("#id_affiliations-0-start", "May 2021")
    page.locator("#affiliations-0").get_by_text("“May 2021” is May 2021, not one day").wait_for()


def test_slow_answers_never_overtake_and_lost_ones_are_said(open_page, own_site, log_in):
    page = open_page(site=own_site)
    page.watch.allow("ERR_FAILED")
    log_in(page)
    page.goto(EVENT)
    page.fill("#id_anchor", "2024-11-26")
    answers = []

    def slow(route):
        answers.append(route.request.url)
        if len(answers) == 1:  # the first one comes last
            time.sleep(0.6)
        route.continue_()

    page.route(re.compile("/reading/"), slow)
    page.fill("#id_date_text", "early May 2023")
    page.wait_for_timeout(300)
    page.fill("#id_date_text", "late May 2023")
    event = page.locator(".field-date_reading .date-reading").first
    event.get_by_text("21–31 May 2023", exact=True).wait_for()
    page.wait_for_timeout(500)
    assert event.locator("strong").inner_text() == "21–31 May 2023"
    page.unroute(re.compile("/reading/"))
    page.route(re.compile("/reading/"), lambda route: route.abort())
    page.fill("#id_date_text", "June 2023")
    event.get_by_text("The reading cannot be shown just now; saving will read the date.").wait_for()
