"""Words without an end push no page sideways: they break where the page does."""

import json

import pytest

GERMAN = "Langstreckenwaffenlieferungsgenehmigungsverfahrensbeschleunigungsgesetzentwurfsdebatte"
WIDE = "W" * 95
SOURCE = {
    "slug": "report",
    "title": WIDE,
    "publisher": GERMAN,
    "url": f"https://example.org/{'w' * 95}",
    "published": "2024-05-02",
    "summary": GERMAN,
}
EVENT = {
    "slug": "said",
    "title": WIDE,
    "summary": f"{GERMAN} {WIDE}",
    "kind": "statement",
    "importance": 3,
    "status": "published",
    "date_text": "2 May 2024",
    "anchor": "2024-05-03",
    "questions": ["whether"],
    "topics": ["law"],
    "actors": ["ministry"],
    "citations": [{"source": "report", "quote": f"{WIDE} {GERMAN}"}],
    "positions": [
        {"actor": "ministry", "question": "whether", "stance": "supports", "arguments": ["because"]},
    ],
}
OPPOSED = EVENT | {
    "slug": "unsaid",
    "title": GERMAN,
    "date_text": "2 June 2024",
    "positions": [EVENT["positions"][0] | {"stance": "opposes"}],
}
DEBATE = {
    "format": 1,
    "debate": {"slug": "long", "title": f"{WIDE} {GERMAN}", "description": f"{GERMAN} {WIDE}"},
    "questions": [{"slug": "whether", "title": WIDE, "summary": GERMAN}],
    "topics": [{"slug": "law", "name": GERMAN}],
    "arguments": [{"slug": "because", "question": "whether", "side": "for", "text": WIDE}],
    "actors": [{"slug": "ministry", "name": WIDE, "kind": "institution", "aliases": [GERMAN]}],
    "sources": [SOURCE],
    "events": [EVENT, OPPOSED],
}
SHARED = """
from timeline.exports.shared_views import share
from timeline.filters import Filters
from timeline.models import Debate, SharedView
for code, frozen in (("aaaaaaaaaa", False), ("bbbbbbbbbb", True)):
    made = share(Debate.objects.get(slug="long"), Filters(), title="W" * 95, note="W" * 95, frozen=frozen)
    SharedView.objects.filter(pk=made.pk).update(code=code)
"""
PLACES = (
    "/",
    "/long/?event=said",
    "/long/events/said/",
    "/long/actors/ministry/",
    "/long/questions/whether/",
    "/long/topics/law/",
    "/long/sources/report/",
    "/long/positions/",
    "/long/positions/matrix/",
    "/long/turns/",
    "/long/deeds/",
    "/long/arguments/",
    "/long/coverage/",
    "/long/print/",
    "/long/share/",
    "/long/embed/",
    "/s/aaaaaaaaaa/",
    "/s/bbbbbbbbbb/",
)
# What stands further out than the page is wide, of what is not meant to be scrolled or is cut off by its box.
SIDEWAYS = """
() => document.documentElement.scrollWidth > document.documentElement.clientWidth
    ? [...document.querySelectorAll("body *")]
        .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(element => element.outerHTML.slice(0, 90)).slice(0, 6)
    : []
"""


@pytest.fixture(scope="module")
def long_words(blueprint, worker_id, tmp_path_factory):
    """A site with a debate of words that have no end, shared live and frozen."""
    file = tmp_path_factory.mktemp("long") / "long.json"
    file.write_text(json.dumps(DEBATE))
    running = blueprint.site(f"{worker_id}_long", ["loaddebate", file], ["shell", "-c", SHARED])
    yield running
    running.stop()


@pytest.mark.parametrize("width", [1440, 320])
def test_no_page_scrolls_sideways(open_page, long_words, width):
    page = open_page(site=long_words, viewport={"width": width, "height": 800})
    wrong = {}
    for place in PLACES:
        page.goto(place)
        page.wait_for_load_state("networkidle")
        if found := page.evaluate(SIDEWAYS):
            wrong[place] = found
    assert wrong == {}


@pytest.mark.parametrize("width", [320, 375, 768, 1000, 1440])
def test_the_words_of_a_button_have_room_where_no_script_runs(open_page, width):
    page = open_page(java_script_enabled=False, viewport={"width": width, "height": 812})
    for place in ("/long-range-weapons/", "/long-range-weapons/positions/", "/long-range-weapons/?lang=de"):
        page.goto(place)
        cut = page.locator(".show").evaluate("button => button.scrollWidth - button.clientWidth")
        assert cut <= 0, place
        assert page.evaluate(SIDEWAYS) == []
