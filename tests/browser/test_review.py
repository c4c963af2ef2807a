"""The curators' desk, queue, event page and the page before publishing: by keyboard, and for everybody."""

import pytest
from playwright.sync_api import expect

DRAFTS = """
from timeline.models import Comment, Debate, Question
debate = Debate.objects.get(slug="long-range-weapons")
for slug in ("first", "second"):
    event = debate.events.create(slug=slug, title=f"A {slug} regime", kind="report", status="in-review")
    event.questions.add(Question.objects.get(slug="supply-taurus"))
    event.citations.create(source=debate.sources.exclude(url="").first(), quote="We will not.")
    Comment.objects.create(event=event, text="Which page?")
"""
QUEUE = "/admin/timeline/event/review/"


@pytest.fixture(scope="module")
def desk(blueprint, worker_id):
    """A site on which two events wait for review."""
    running = blueprint.site(f"{worker_id}_desk", ["shell", "-c", DRAFTS])
    yield running
    running.stop()


@pytest.mark.parametrize(("size", "color_scheme"), [("desktop", "light"), ("tablet", "dark")])
def test_axe_finds_nothing_at_the_desk(open_page, desk, log_in, axe, size, color_scheme):
    page = open_page(size=size, color_scheme=color_scheme, site=desk)
    log_in(page)
    expect(page.get_by_role("link", name="2 To review")).to_be_visible()
    assert axe(page) == []
    page.goto(QUEUE)
    expect(page.locator(".review-item")).to_have_count(2)
    assert axe(page) == []
    page.locator(".review-item a[data-key=o]").first.click()
    expect(page.get_by_role("heading", name="What is missing, as it is stored")).to_be_visible()
    expect(page.locator(".select2-search__field").first).to_have_attribute("aria-label", "Questions")
    expect(page.locator(".date-reading[aria-busy]")).to_have_count(0)  # what is being asked anew is faded
    assert axe(page) == []
    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_text("Preview.", exact=True)).to_be_visible()
    assert axe(page) == []
    page.goto("/admin/timeline/event/?status__exact=in-review")
    page.locator("#action-toggle").press("Space")
    page.locator("select[name=action]").select_option("publish")
    page.locator("button[name=index]").press("Enter")
    expect(page.get_by_role("heading", name="What changes for the public")).to_be_visible()
    assert axe(page) == []


def test_the_queue_is_worked_through_by_keyboard(open_page, desk, log_in):
    page = open_page(site=desk)
    log_in(page)
    page.goto(QUEUE)
    items = page.locator(".review-item")
    expect(items.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    expect(items.nth(1)).to_be_focused()
    expect(items.nth(1).locator("textarea")).not_to_be_visible()
    page.keyboard.press("b")
    page.keyboard.type("Please jot down the page.")  # its letters are no commands
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("“A second regime” went back to its author.")).to_be_visible()
    expect(items).to_have_count(1)
    page.keyboard.press("p")
    expect(page.get_by_text("“A first regime” is published.")).to_be_visible()
    expect(page.get_by_text("Nothing waits for review.")).to_be_visible()
    page.goto("/long-range-weapons/events/first/")
    expect(page.get_by_role("heading", name="A first regime")).to_be_visible()
