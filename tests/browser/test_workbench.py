"""From an article to a reader, with the keyboard: paste, accept, correct, merge, review, publish, read."""

import re

import pytest

from tests.articles_scoring import ARTICLES

ARTICLE = (ARTICLES / "05-the-november-reversal.txt").read_text(encoding="utf-8")
TITLE = "Three taboos in a week"
ROLES = {"ann": "editor", "bea": "editor", "otto": "owner"}
PASSWORD = "reads every source twice"
MAKE_USERS = f"""
from django.contrib.auth.models import Group, User
for name, role in {ROLES}.items():
    user = User.objects.create_user(name, password={PASSWORD!r}, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
"""


@pytest.fixture
def desk_site(blueprint, worker_id):
    """A site with an editor who reads, an editor who publishes, and an owner."""
    blueprint.made += 1
    running = blueprint.site(f"{worker_id}_{blueprint.made}", ["shell", "-c", MAKE_USERS])
    yield running
    running.stop()


@pytest.fixture
def enter(open_page, desk_site):
    """Opens the admin as one of them, with the keyboard."""

    def entered(name, **options):
        page = open_page(site=desk_site, **options)
        page.goto("/admin/login/?next=/admin/")
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("#user-tools:has-text('Log out')")
        return page

    return entered


def test_an_article_becomes_events_that_readers_see(enter, open_page, desk_site, axe):
    page = enter("ann")
    paste(page, axe)
    accept_three(page, axe)
    merge_one(page)
    send_to_review(page, axe)
    publish(enter("bea"))
    read(open_page(site=desk_site))


def paste(page, axe):
    page.goto("/admin/timeline/article/add/")
    assert axe(page) == []
    typed = {
        "Text": ARTICLE,
        "Publisher": "The Courier",
        "Title": TITLE,
        "Address": "https://example.org/taboos",
    }
    typed["Published, as the article says"] = "22 November 2024"
    for label, words in typed.items():
        page.get_by_label(re.compile(f"^{label}:?$")).focus()
        page.keyboard.insert_text(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/work/")


def accept_three(page, axe):
    """Two as they are proposed, one with its date corrected; every one cites the article in its words."""
    progress = page.locator("#progress")
    assert "12 open" in progress.inner_text()
    assert axe(page) == []
    assert page.locator(".told.is-current").inner_text().startswith("On Sunday")
    page.keyboard.press("a")
    page.wait_for_selector(".card.is-accepted")
    page.wait_for_selector(".card.is-current:has-text('Six of them flew')")
    page.keyboard.press("e")
    page.wait_for_selector(".card.is-editing textarea[name=title]:focus")
    assert axe(page) == []
    page.get_by_text("The day is another one…").focus()
    page.keyboard.press("Enter")
    for words in ("2024-11-18", "The ministry’s log has the evening before."):
        page.keyboard.press("Tab")
        page.keyboard.insert_text(words)
    page.wait_for_selector(".draft .date-reading:has-text('18 November 2024')")
    page.wait_for_selector(".kept")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".card.is-current:has-text('Up to 12 Storm Shadows')")
    page.keyboard.press("a")
    page.wait_for_selector(".card.is-current:has-text('Lloyd Austin')")
    assert "9 open · 3 accepted" in progress.inner_text()


def merge_one(page):
    """The event that it is like is found among those of the debate, and takes another citation."""
    current = page.locator(".card.is-current")
    while "A spokesman for Olaf Scholz" not in current.inner_text():
        page.keyboard.press("j")
    assert re.search(r"\d\d % like", current.inner_text())
    page.keyboard.press("m")
    page.wait_for_selector(".merge input:focus")
    page.keyboard.type("berlin changes nothing")
    page.keyboard.press("Enter")
    page.wait_for_selector(".merge .choice")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.is-merged:has-text('Berlin: US decision changes nothing on Taurus')")
    assert "8 open · 3 accepted · 1 merged" in page.locator("#progress").inner_text()


def send_to_review(page, axe):
    page.reload()
    assert "8 open · 3 accepted · 1 merged" in page.locator("#progress").inner_text()
    page.get_by_role("button", name="Send 3 drafts to review").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist:has-text('3 events are now in review')")
    assert axe(page) == []


def publish(page):
    page.goto("/admin/timeline/event/review/")
    for left in (2, 1, 0):
        page.keyboard.press("j")
        page.keyboard.press("p")
        page.wait_for_selector(f".review-count:has-text('{left} event')")


def read(page):
    """A reader finds the three, and the citation that was added to a fourth."""
    page.goto("/long-range-weapons/?from=2024-11-17&to=2024-11-20&q=courier")
