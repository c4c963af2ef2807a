"""A spreadsheet in a browser: its progress, what it would do, what it did; and a reader's correction."""

import re

from tests.importing import MAYOR, VOTE, workbook

HEADER = ["slug", "title", "kind", "date_text", "source_url", "source_title", "source_publisher"]
HEADER += ["source_published"]


def test_a_workbook_is_checked_shown_and_written(open_page, own_site, log_in, axe, tmp_path):
    bad = ["speech", "The mayor speaks", "speech", "March 2025", "", "", "", ""]
    book = tmp_path / "lunford.xlsx"
    book.write_bytes(workbook(events=[HEADER, MAYOR[:8], VOTE[:8], bad]))
    page = open_page(site=own_site)
    log_in(page)
    page.goto("/admin/timeline/import/add/")
    assert axe(page) == []
    page.set_input_files("#id_file", book)
    page.get_by_role("button", name="Check the file").click()
    page.wait_for_selector(".import-counts")
    assert page.locator(".import-counts b").all_inner_texts() == ["1", "0", "3", "0"]
    assert "none of statement" in page.locator(".import-rows").inner_text()
    assert axe(page) == []
    page.get_by_role("link", name=re.compile("would be new")).click()
    assert "11–20 Nov 2024" in page.locator(".import-rows").inner_text()
    assert page.locator(".import-rows svg").count() == 2
    page.get_by_role("button", name="Write 3 rows").click()
    page.locator(".import-outcome", has_text="Done.").wait_for()
    page.goto("/admin/timeline/source/?q=Mayor+wants")
    page.locator("#result_list tbody th a").first.click()
    page.locator("#id_published").fill("20 November 2024")
    page.locator(".field-published").get_by_text("2024-11-20", exact=True).wait_for()
    page.locator("#id_published").fill("last week")
    page.locator(".field-published").get_by_text("is no date by itself").wait_for()


def test_a_reader_without_scripts_says_what_is_wrong(open_page, own_site, axe):
    page = open_page(site=own_site, java_script_enabled=False)
    page.goto("/long-range-weapons/events/cluster-munitions-announced/")
    page.get_by_role("link", name="Is something wrong? Tell us").click()
    page.get_by_label("What is wrong, and what is right?").fill("It was a day earlier.")
    page.get_by_label("Where does it say so?").fill("The minutes, page 3")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    reader = open_page(site=own_site, color_scheme="dark")
    reader.goto("/long-range-weapons/events/cluster-munitions-announced/correct/")
    assert axe(reader) == []
