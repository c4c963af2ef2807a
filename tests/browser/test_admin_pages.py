"""Every kind of page of the admin, by day and by night: for everyone, with a focus that can be seen."""

import json
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.articles_scoring import ARTICLES
from tests.importing import MAYOR, VOTE, sheet

ARTICLE = (ARTICLES / "05-the-november-reversal.txt").read_text(encoding="utf-8")
BAD_ROW = ["speech", "The mayor speaks", "speech", "the day after never", *[""] * 8]
TABLE = sheet(MAYOR, VOTE, BAD_ROW)
MAKE = f"""
import json
from django.contrib.auth.models import Group, User
from tests.importing import lunford
from timeline.ingest import merging
from timeline.ingest.importing import running
from timeline.models import Article, Comment, Correction, Decision, changing
admin = User.objects.get()
tram = lunford()
mayor, council = tram.actors.all()
with changing(admin, "Begun."):
    asks = tram.events.create(slug="asks", title="The mayor asks", kind="report", status="published",
        date_text="12 November 2024")
    waits = tram.events.create(slug="waits", title="The council waits", kind="vote", status="in-review")
    source = tram.sources.create(slug="courier", title="Tram", publisher="The Courier",
        published="2024-11-12", published_basis="stated", url="https://example.org/tram")
    for event in (asks, waits):
        event.citations.create(source=source, quote="We cannot wait.")
        event.positions.create(actor=mayor, question=tram.questions.get(), stance="supports")
    twin = tram.actors.create(slug="ada-brooke", name="Ada Brooke", kind="person")
    gone = tram.actors.create(slug="gone", name="Nobody Real", kind="person")
first = asks.history.latest().history_date
with changing(admin, "It says so on page 3."):
    asks.title = "The mayor asks for a tram"
    asks.save()
with changing(admin, "Does not exist."):
    gone.delete()
Comment.objects.create(event=waits, author=admin, text="Which page?")
correction = Correction.objects.create(event=asks, what="A day earlier.", source="The minutes")
article = Article.objects.create(debate=tram, publisher="The Courier", title="Three taboos", language="en",
    date_text="22 November 2024", published="2024-11-22", published_basis="stated", text={ARTICLE!r},
    added_by=admin)
done = merging.merge(mayor, tram.actors.create(slug="a-brook", name="A. Brook", kind="person"), admin, {{}})
run = running.start({TABLE!r}.encode(), tram, "tram.csv", admin)
while run.running:
    run = running.advance(run)
keys = json.dumps(dict(asks=asks.pk, waits=waits.pk, mayor=mayor.pk, twin=twin.pk, debate=tram.pk,
    source=source.pk, correction=correction.pk, article=article.pk, done=done.pk, run=run.pk,
    first=first.isoformat(), admin=admin.pk))
"""
OF_EVENT, OF_ACTOR, OF_DEBATE = "event/{asks}", "actor/{mayor}", "debate/{debate}"
PAGES = [  # below /admin/timeline/
    "../", "./", "../password_change/", "../auth/user/{admin}/change/", "../auth/group/add/",
    "event/?q=mayor", "event/?q=nothing+like+that", "citation/?q=wait", "article/", "import/", "merge/",
    "sharedview/", "correction/", "notduplicate/", "event/add/", "article/add/", "import/add/",
    "debate/add/", "source/{source}/change/", "erratum/", "correction/{correction}/change/",
    f"{OF_EVENT}/change/", f"{OF_EVENT}/history/", "event/{waits}/delete/", f"{OF_ACTOR}/delete/",
    f"{OF_EVENT}/history/restore/?at={{first}}", f"{OF_ACTOR}/change/", f"{OF_DEBATE}/change/",
    "actor/deleted/", "event/review/", "event/{waits}/change/", "event/{waits}/preview/",
    "article/{article}/desk/", "merge/duplicates/", "merge/actor/{mayor}/{twin}/", "merge/{done}/undo/",
    "import/{run}/change/", "actor/add/?_popup=1", "nowhere/", "../logout/",
]  # fmt: skip
ROUNDS = ["event/{waits}/change/", "article/{article}/desk/", "merge/actor/{mayor}/{twin}/", "import/add/"]
# How far the page can be scrolled sideways, once what places itself has done so.
SIDEWAYS = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
    done(document.documentElement.scrollWidth - document.documentElement.clientWidth))))"""
# Axe asks everything once by day; by night only the colours are others.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# Where the focus is, and what keeps it from being seen: no line around it, or something above it.
FOCUS = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const said = at.outerHTML.slice(0, 150);
    // A search among choices, and a box in its label, show it on what is around them.
    const shown = [at, at.closest(".select2-selection"), at.closest("label")].filter(Boolean);
    const ringed = shown.some(element => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
    });
    const { left, top, width, height } = at.getBoundingClientRect();
    const [x, y] = [left + Math.min(width / 2, 20), top + height / 2];
    const above = document.elementFromPoint(x, y);
    const covered = width > 1 && !shown.some(element => element.contains(above) || above?.contains(element));
    return { said, trouble: (ringed ? "" : "no line ") + (covered ? "covered or out of sight" : "") };
}"""
LONGEST = 150  # stops of the Tab key on one page


@pytest.fixture
def filled(blueprint, worker_id, tmp_path):
    """A site with a small debate in which there is something of everything, and the keys of its rows."""
    blueprint.made += 1
    kept = tmp_path / "keys.json"
    running = blueprint.site(
        f"{worker_id}_{blueprint.made}", ["shell", "-c", f"{MAKE}\nopen({str(kept)!r}, 'w').write(keys)"]
    )
    yield running, json.loads(kept.read_text())
    running.stop()


def test_every_page_of_the_admin_is_for_everyone(open_page, filled, log_in):
    site, keys = filled
    keys["first"] = quote(keys["first"])
    page = open_page(site=site, reduced_motion="reduce")  # no colour is seen on its way to another
    page.watch.allow("status of 404")
    log_in(page)
    wrong = []
    for place in PAGES:
        if place == "../logout/":
            page.locator("#logout-form button").click()
        else:
            page.goto(f"/admin/timeline/{place.format(**keys)}")
        wrong += [f"{place} {sentence}" for sentence in looked_at(page)]
    log_in(page)
    for place in ROUNDS:
        page.goto(f"/admin/timeline/{place.format(**keys)}")
        wrong += [f"{place} {sentence}" for sentence in gone_through(page)]
    assert not wrong, "\n".join(wrong)


def looked_at(page):
    """What is wrong with the open page, as sentences; a tablet may not have to scroll sideways."""
    page.wait_for_selector("[aria-busy]", state="detached")
    yield from violations(page, {})
    page.emulate_media(color_scheme="dark")
    yield from (f"dark: {sentence}" for sentence in violations(page, CONTRAST))
    page.emulate_media(color_scheme="light")
    for width in (768, 375):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate(SIDEWAYS) > 0:
            yield f"scrolls sideways at {width}"
    page.set_viewport_size({"width": 1440, "height": 900})


def violations(page, options):
    found = Axe().run(page, options={"preload": False} | options).response["violations"]
    for violation in found:
        yield from (f"{violation['id']}: {node['html'][:200]}" for node in violation["nodes"])


def gone_through(page):
    """What is wrong with the way of the focus through the page, by the Tab key alone, as sentences."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return
        if stop["trouble"]:
            yield f"{stop['trouble']}: {stop['said']}"
    yield "the Tab key does not lead out again"
