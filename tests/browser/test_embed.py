"""The embed in a page of another origin: its height follows, its links lead out, nothing else is let in."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

EMBED = "/long-range-weapons/embed/"
SCHOLZ = f"{EMBED}?actor=olaf-scholz"
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
HOST = """<!doctype html><html lang="en">
<head><title>A newspaper</title><link rel="icon" href="data:,"></head><body><h1>A newspaper</h1>
<iframe title="Debateline" src="{src}" width="100%" height="300" {sandbox}></iframe>{script}
<script>window.told = []; addEventListener("message", event => told.push(event.data?.type))</script>
</body></html>"""


class Newspaper(BaseHTTPRequestHandler):
    """Answers with a page that frames what the query says."""

    def do_GET(self):
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        script = f'<script src="{asked["script"]}" async></script>' if "script" in asked else ""
        sandbox = f'sandbox="{SANDBOX}"' if "sandbox" in asked else ""
        page = HOST.format(src=asked["src"].replace("&", "&amp;"), script=script, sandbox=sandbox).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *arguments):
        """Say nothing."""


@pytest.fixture(scope="module")
def newspaper():
    """The origin of a site that is not ours."""
    server = HTTPServer(("127.0.0.1", 0), Newspaper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def frame_in(newspaper, open_page):
    """Opens a view in the newspaper: `page, frame = frame_in("/…/embed/", resize=True)`."""

    def frame_in(path, resize=True, sandbox=True, **options):
        page = open_page(**options)
        page.watch.allow("request to another host")
        script = f"&script={page.site.url}/static/embed-resize.js" if resize else ""
        src = (page.site.url + path).replace("&", "%26")
        page.goto(f"{newspaper}/?src={src}{script}{'&sandbox=1' if sandbox else ''}")
        return page, page.frame_locator("iframe")

    return frame_in


def heights(page, frame):
    """(height of the frame, height of what it shows)."""
    inner = frame.locator("body").evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
    return page.locator("iframe").evaluate("frame => frame.clientHeight"), inner


@pytest.mark.parametrize("sandbox", [True, False])
def test_the_height_follows_the_content_and_the_width(frame_in, sandbox):
    page, frame = frame_in(SCHOLZ, sandbox=sandbox)
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Olaf Scholz")
    seen = set()
    for width in (1000, 600, 320):
        page.set_viewport_size({"width": width, "height": 900})
        expect(frame.locator("svg.chart-svg:visible")).to_have_count(1)
        page.wait_for_function("height => document.querySelector('iframe').clientHeight !== height", arg=300)
        for _ in range(50):
            outer, inner = heights(page, frame)
            if outer == inner:
                break
            page.wait_for_timeout(100)
        assert outer == inner
        seen.add(outer)
        assert frame.locator("html").evaluate("html => html.scrollWidth <= html.clientWidth")
    assert len(seen) == 3


def test_it_believes_only_a_frame_of_the_site(frame_in):
    page, frame = frame_in(f"{SCHOLZ}&list=no")
    expect(frame.locator("h1")).to_be_visible()
    page.wait_for_function("told.includes('debateline:height')")
    page.wait_for_function("document.querySelector('iframe').style.height")
    before = page.locator("iframe").evaluate("frame => frame.style.height")
    for said in (4000, -1, "9999px", None):
        page.evaluate("height => postMessage({ type: 'debateline:height', height }, '*')", said)
    for said in ("'x'", "{}", "{ type: 'debateline:height', height: 'NaN' }", "null"):
        frame.locator("body").evaluate(f"() => parent.postMessage({said}, '*')")
    page.wait_for_timeout(300)
    assert page.locator("iframe").evaluate("frame => frame.style.height") == before
    frame.locator("body").evaluate("() => parent.postMessage({type: 'debateline:height', height: 1e9}, '*')")
    page.wait_for_function("document.querySelector('iframe').style.height === '5000px'")


def test_without_the_script_of_the_site_it_scrolls_within(frame_in):
    page, frame = frame_in(EMBED, resize=False)
    expect(frame.locator("h1")).to_be_visible()
    assert page.locator("iframe").evaluate("frame => frame.clientHeight") == 300
    assert frame.locator("html").evaluate("html => html.scrollHeight > html.clientHeight")


@pytest.mark.parametrize("scripts", [True, False])
def test_links_open_the_full_view_outside_the_frame(frame_in, scripts):
    page, frame = frame_in(SCHOLZ, resize=False, java_script_enabled=scripts)
    expect(frame.locator("svg.chart-svg:visible")).to_have_count(1)
    ways = [
        frame.get_by_role("heading", level=1).get_by_role("link"),
        frame.locator(".frame-list li a").first,
        frame.locator("svg.chart-svg:visible a use").first,
    ]
    for way in ways:
        with page.context.expect_page() as opened:
            way.click()
        full = opened.value
        full.wait_for_load_state()
        expect(full.locator("#view")).to_be_visible()
        assert full.evaluate("opener") is None if scripts else True
        full.close()


def test_the_rest_of_the_site_cannot_be_framed(frame_in):
    page, frame = frame_in("/long-range-weapons/", resize=False)
    page.watch.allow("frame-ancestors")
    page.watch.allow("ERR_BLOCKED_BY_RESPONSE")
    page.watch.allow("X-Frame-Options")
    page.watch.allow("chrome-error")
    expect(frame.locator("body")).to_contain_text("refused to connect")
    expect(frame.locator("#view")).to_have_count(0)


def test_in_the_frame_there_is_no_way_into_the_site(frame_in):
    """Its origin is its own, whether or not the page around it has put it into a sandbox."""
    for sandbox in (True, False):
        _page, frame = frame_in(SCHOLZ, sandbox=sandbox)
        assert frame.locator("body").evaluate("() => origin") == "null"
        assert (
            frame.locator("body").evaluate(
                "() => { try { return document.cookie } catch (error) { return error.name } }"
            )
            == "SecurityError"
        )


def paper(frame):
    """The colour of the paper in the frame."""
    return frame.locator("html").evaluate("html => getComputedStyle(html).backgroundColor")


LIGHT, DARK = "rgb(252, 251, 248)", "rgb(21, 24, 28)"


@pytest.mark.parametrize(
    ("reader", "theme", "shown"),
    [("light", "auto", LIGHT), ("dark", "auto", DARK), ("dark", "light", LIGHT), ("light", "dark", DARK)],
)
def test_the_theme_is_the_readers_or_the_one_asked_for(frame_in, reader, theme, shown):
    _page, frame = frame_in(f"{SCHOLZ}&theme={theme}", color_scheme=reader)
    expect(frame.locator("h1")).to_be_visible()
    assert paper(frame) == shown


@pytest.mark.parametrize("path", [EMBED, f"{EMBED}?event=cluster-munitions-announced", f"{EMBED}?q=zzzz"])
def test_it_is_accessible(open_page, axe, path):
    for width, theme in ((1000, "light"), (320, "light"), (1000, "dark")):
        page = open_page(viewport={"width": width, "height": 800}, color_scheme=theme)
        page.goto(f"{path}{'&' if '?' in path else '?'}theme={theme}")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pointing_at_an_event_in_the_list_shows_its_mark(frame_in):
    _page, frame = frame_in(SCHOLZ)
    item = frame.locator(".frame-list li").first
    item.hover()
    slug = item.get_attribute("data-slug")
    expect(frame.locator(f'svg.chart-svg:visible a[data-slug="{slug}"].is-pointed')).not_to_have_count(0)
