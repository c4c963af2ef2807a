"""Another debate from nothing, by the words of docs/curating.md: its frame, its first event, its readers."""

from playwright.sync_api import expect

BRIDGE = "A second bridge for Lunford"
QUESTIONS = ("Should Lunford build a second bridge?", "Should there be a toll?")
ADDRESS = "/a-second-bridge-for-lunford/"
TITLE = "Ada Brook asks for a second bridge"
QUOTE = "We cannot queue for another ten years."
PAGES = (
    "", "positions/", "positions/matrix/", "turns/", "compare/", "deeds/", "arguments/", "coverage/",
    "print/", "questions/should-lunford-build-a-second-bridge/", "topics/second-bridge/",
)  # fmt: skip
FILES = (
    "events.json", "events.csv", "events.ics", "events.atom", "turns.atom", "timelinejs.json", "chart.json",
    "chart.svg", "chart.png", "preview.png", "embed/", "changes/",
)  # fmt: skip


def choose(page, label, words):
    """Find something in a choice that searches."""
    page.get_by_label(label, exact=True).last.press_sequentially(words)
    page.locator(".select2-results__option--highlighted", has_text=words).wait_for()
    page.keyboard.press("Enter")


def all_pages_answer(page, problem):
    """Every page of the debate and every file of it, and nothing wrong in any."""
    for name in FILES:
        assert page.request.get(ADDRESS + name).status == 200, (name, problem)
    for name in PAGES:
        assert page.goto(ADDRESS + name).status == 200, (name, problem)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, problem)


def test_a_debate_is_begun_and_read(open_page, own_site, log_in, axe):
    page, phone = open_page(site=own_site), open_page(site=own_site, size="phone")
    log_in(page)
    page.goto("/admin/")
    begin(page, axe)
    all_pages_answer(phone, "without an event")
    add_first_event(page)
    all_pages_answer(phone, "with one event")
    phone.goto("/")
    expect(phone.locator("main h2 a")).to_have_count(2)
    phone.get_by_role("link", name=BRIDGE).press("Enter")
    phone.get_by_role("link", name=TITLE).first.press("Enter")
    expect(phone.get_by_text(QUOTE).first).to_be_visible()
    page.goto("/admin/?debate=a-second-bridge-for-lunford")
    expect(page.get_by_role("heading", name=f"Coverage: {BRIDGE}")).to_be_visible()
    assert axe(page) == []


def begin(page, axe):
    """The frame: title, two questions, a topic, an actor; addresses follow what is typed."""
    page.goto("/admin/timeline/debate/")
    page.get_by_role("link", name="Add debate").press("Enter")
    page.locator("#id_title").press_sequentially(BRIDGE)
    page.locator("#id_description").fill("Whether Lunford should build a second bridge over the Lun.")
    page.locator("#id_language").fill("en")
    for number, title in enumerate(QUESTIONS):
        page.locator(f"#id_questions-{number}-title").press_sequentially(title)
    page.locator("#id_topics-0-name").press_sequentially("Second bridge")
    page.locator("#id_actors-0-name").press_sequentially("Ada Brook")
    page.locator("#id_actors-0-kind").select_option("person")
    assert axe(page) == []
    page.keyboard.press("Enter")
    said = page.locator(".messagelist li")
    expect(said.first).to_contain_text("was added successfully")
    expect(said.last).to_contain_text("Next: add its first event")


def add_first_event(page):
    """By hand, with its source, and published at once."""
    page.get_by_role("link", name="add its first event").press("Enter")
    page.locator("#id_title").press_sequentially(TITLE)
    page.locator("#id_kind").select_option("statement")
    page.locator("#id_date_text").fill("12 November 2024")
    expect(page.locator(".date-reading").first).to_contain_text("12 November 2024")
    choose(page, "Questions", "Should Lunford")
    choose(page, "Actors", "Ada Brook")
    page.locator("#id_status").select_option("published")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Add another Citation").press("Enter")
        page.locator("#add_id_citations-0-source").press("Enter")
    source = opened.value
    source.locator("#id_title").press_sequentially("Mayor wants a second bridge")
    source.locator("#id_publisher").press_sequentially("Lunford Courier")
    source.locator("#id_published").fill("13 November 2024")
    source.locator("#id_published_basis").fill("stated")
    with source.expect_event("close"):
        source.locator("[name=_save]").last.press("Enter")
    page.locator("#id_citations-0-quote").fill(QUOTE)
    page.locator("[name=_save]").last.press("Enter")
    expect(page.locator(".messagelist .success")).to_contain_text(TITLE)
