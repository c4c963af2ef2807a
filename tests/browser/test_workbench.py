"""From an article to a reader, with the keyboard: paste, accept, correct, merge, review, publish, read."""

import re

import pytest

from tests.articles_scoring import ARTICLES

ARTICLE = (ARTICLES / "05-the-november-reversal.txt").read_text(encoding="utf-8")
TITLE = "Three taboos in a week"
ACCEPTED = (
    "American newspapers reported that Joe Biden would let Ukraine fire ATACMS into Russia",
    "Six of them flew at an arsenal near Karachev; Moscow says five were shot down",
    "Up to 12 Storm Shadows were reported over Kursk region",
)
MERGED = "Berlin: US decision changes nothing on Taurus"
SELECT = """words => {
    const path = `//p[@class="words"]//text()[contains(., "${words}")]`;
    const found = document.evaluate(path, document).iterateNext();
    const start = found.data.indexOf(words);
    getSelection().setBaseAndExtent(found, start, found, start + words.length);
}"""
ROLES = {"ann": "editor", "bea": "editor", "otto": "owner"}
PASSWORD = "reads every source twice"
MAKE_USERS = f"""
from django.contrib.auth.models import Group, User
for name, role in {ROLES}.items():
    user = User.objects.create_user(name, password={PASSWORD!r}, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
"""


# A mouse, a pen or a finger: whatever is done without a key.
POINTED = """() => {
    for (const kind of ["pointerdown", "mousedown", "touchstart"])
        addEventListener(kind, event => console.error(`not by keyboard: ${kind}`), true);
    addEventListener("click", event => event.detail && console.error("not by keyboard: click"), true);
}"""
HELD = "element => element === document.activeElement"
PRESSES = 400  # of Tab, until something must have been reached


def reach(page, locator):
    """Press Tab until something is in focus, as somebody without a mouse does; it must be in the order."""
    for _ in range(PRESSES):
        if locator.evaluate(HELD):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"not reached by Tab: {locator}")


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
        page.context.add_init_script(f"({POINTED})()")
        page.goto("/admin/login/?next=/admin/")
        sign_in(page, name)
        return page

    return entered


def sign_in(page, name):
    page.get_by_label("Username").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#user-tools:has-text('Log out')")


def test_an_article_becomes_events_that_readers_see(enter, open_page, desk_site, axe):
    page = enter("ann")
    paste(page, axe)
    accept_three(page, axe)
    key, merged = merge_one(page)
    begin_one(page)
    send_to_review(page, axe)
    publish(enter("bea"), axe)
    reader = open_page(site=desk_site)
    reader.context.add_init_script(f"({POINTED})()")
    read(reader, merged)
    revert(enter("otto"), key, axe)
    reader.goto(merged)
    assert "The Courier" not in " ".join(reader.locator(".citation").all_inner_texts())
    assert len(citing(reader)) == 3


def test_a_click_would_be_noticed(enter):
    page = enter("ann")
    page.get_by_role("link", name="Desk", exact=True).first.click()
    assert any("not by keyboard" in trouble for trouble in page.watch.left())
    page.watch.allow("not by keyboard")


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
        reach(page, page.get_by_label(re.compile(f"^{label}:?$")))
        page.keyboard.insert_text(words)
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("Enter")
    page.wait_for_selector(".errornote:has-text('You have been logged out. What you typed is still here.')")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in in another tab").press("Enter")
    other = opened.value
    sign_in(other, "ann")
    other.close()
    page.get_by_label("Title:").press("Enter")
    page.wait_for_url("**/desk/")


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
    reach(page, page.locator(".card.is-editing summary", has_text="The day is another one…"))
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
    page.keyboard.press("Escape")
    page.wait_for_selector(".card.is-current [data-key=m]:focus")
    assert page.locator(".merge").count() == 0
    page.keyboard.press("m")
    page.wait_for_selector(".merge input:focus")
    page.keyboard.type("berlin changes nothing")
    page.keyboard.press("Enter")
    page.wait_for_selector(".merge:not(:has-text('Around its date')) .choice")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.is-merged:has-text('Berlin: US decision changes nothing on Taurus')")
    assert "8 open · 3 accepted · 1 merged" in page.locator("#progress").inner_text()
    key = page.locator(".card.is-merged a").get_attribute("href").split("/")[-3]
    return key, "/long-range-weapons/events/berlin-unchanged-nov18/"


def begin_one(page):
    """Selected words start an event; what is typed and not sent is there after leaving."""
    page.evaluate(SELECT, "Three taboos have fallen")
    page.wait_for_selector(".select-offer:has-text('New event from “Three taboos have fallen”')")
    page.keyboard.press("n")
    page.wait_for_selector(".card.is-editing textarea[name=title]:focus")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("Taboos fall")
    page.wait_for_selector(".kept")
    lose_nothing(page)
    page.goto("/admin/")
    reach(page, page.get_by_role("link", name="Your open articles"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_role("link", name=TITLE))
    page.keyboard.press("Enter")
    assert "begun" in page.locator(".card", has_text="Taboos fall").inner_text()
    page.wait_for_selector(".card.is-current:has-text('Taboos fall')")
    reach(page, page.get_by_label("Keys:"))
    page.keyboard.press("Space")
    page.keyboard.press("d")  # switched off, it does nothing
    page.keyboard.press("Space")
    page.keyboard.press("d")
    page.wait_for_selector(".card.is-dismissed:has-text('Three taboos')")


def lose_nothing(page):
    """What is typed outlives a lost connection, another tab at the same place, and leaving at once."""
    title = page.locator(".draft [name=title]")
    page.watch.allow("ERR_INTERNET_DISCONNECTED")
    page.watch.allow("htmx:")
    page.context.set_offline(True)
    title.press("!")
    page.wait_for_selector("#announcer:has-text('This was not stored: the server did not answer.')")
    page.context.set_offline(False)
    page.wait_for_selector("#announcer:has-text('The server answers again.')")
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector(".draft [name=title]:focus")
    assert other.locator(".draft [name=title]").input_value() == "Taboos fall!"
    title.press("?")
    page.wait_for_selector(".kept")
    other.wait_for_timeout(100)
    other.keyboard.type(" Two")
    other.wait_for_selector(".overtaken:has-text('Taboos fall!?')")
    other.get_by_text("Take theirs").press("Enter")
    other.wait_for_selector(".draft:not(:has(.overtaken)) [name=title]:focus")
    other.keyboard.press("End")
    other.keyboard.type("!")
    assert other.locator(".draft [name=title]").input_value() == "Taboos fall!?!"
    other.goto("/admin/")
    other.close()
    for _attempt in range(20):  # it is sent while the page is left, and nothing tells when it has arrived
        page.reload()
        page.wait_for_selector(".draft [name=title]:focus")
        if title.input_value() == "Taboos fall!?!":
            break
        page.wait_for_timeout(250)
    assert title.input_value() == "Taboos fall!?!"


def send_to_review(page, axe):
    page.reload()
    assert "8 open · 3 accepted · 1 merged · 1 dismissed" in page.locator("#progress").inner_text()
    reach(page, page.get_by_role("button", name="Send 3 drafts to review"))
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist:has-text('3 events are now in review')")
    assert axe(page) == []


def publish(page, axe):
    reach(page, page.get_by_role("link", name="3 To review"))
    page.keyboard.press("Enter")
    page.wait_for_selector(".review-count:has-text('3 event')")
    assert axe(page) == []
    for left in ("2 events, the longest", "1 event, the longest", "Nothing waits for review."):
        page.keyboard.press("j")
        page.keyboard.press("p")
        page.get_by_text(left).wait_for()


def read(page, merged):
    """A reader finds the three and the one that was merged into on the timeline, each with its citation."""
    page.goto("/long-range-weapons/?publisher=The+Courier")
    cards = page.locator(".card h4 a")
    titles = cards.all_inner_texts()
    assert len(titles) == 4 and MERGED in titles and set(ACCEPTED) < set(titles)
    page.wait_for_selector(".js-plotly-plot .scatterlayer .point")
    reach(page, cards.filter(has_text=ACCEPTED[1]))
    page.keyboard.press("Enter")
    story = page.wait_for_selector(".drawer.is-open:has-text('Six of them flew')").inner_text()
    assert "18 November 2024" in story and "The ministry’s log has the evening before." in story
    assert "Before dawn on Tuesday six of them flew at an arsenal near Karachev" in story
    for event in citing(page):
        (quote,) = (each["quote"] for each in event["citations"] if each["title"] == TITLE)
        assert quote and quote in ARTICLE.replace("\n", " "), event["title"]
    page.goto(merged)
    assert "The Courier" in page.locator("main").inner_text()


def citing(page):
    """The public events that cite the article."""
    return page.request.get("/long-range-weapons/events.json?publisher=The+Courier").json()["events"]


def revert(page, key, axe):
    """The owner sees who added the citation, when and why, and takes the version before it back."""
    page.goto(f"/admin/timeline/event/{key}/history/")
    told = page.locator(".history-changes").inner_text()
    assert "ann" in told and f"Another citation, from the article “{TITLE}”." in told
    assert axe(page) == []
    reach(page, page.get_by_role("link", name="Restore this version").last)
    page.keyboard.press("Enter")
    page.wait_for_url("**/history/restore/**")
    assert axe(page) == []
    reach(page, page.get_by_label("Reason"))
    page.keyboard.insert_text("The article only repeats what an agency had.")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")
