"""Two duplicates are found, merged and parted again, by keyboard alone and without a script."""

QUEUE = "/admin/timeline/merge/duplicates/"


def reach(page, element):
    """Go on with the Tab key until an element has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if element.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("the Tab key does not lead there")


def test_two_are_merged_and_parted_by_keyboard_without_scripts(open_page, own_site, log_in):
    page = open_page(site=own_site, java_script_enabled=False)
    log_in(page)
    page.goto(f"{QUEUE}?kind=event")
    first = page.locator(".pair").first
    assert "86 % like" in first.inner_text()
    reach(page, first.get_by_role("link", name="Merge US and Ukraine open talks"))
    page.keyboard.press("Enter")
    reach(page, page.locator("input[name$='-title']").first)
    page.keyboard.press("ArrowRight")  # the other title
    page.get_by_role("button", name="Merge", exact=True).focus()
    page.keyboard.press("Enter")
    message = page.locator(".messagelist")
    assert "is merged into" in message.inner_text()
    assert page.get_by_label("Title").input_value() == "US-Ukrainian guarantee talks under way"
    message.get_by_role("link", name="Undo").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Undo the merge").focus()
    page.keyboard.press("Enter")
    assert "are two again" in page.locator(".messagelist").inner_text()
    page.goto(f"{QUEUE}?kind=event")
    assert page.locator(".pair").count() == 3
