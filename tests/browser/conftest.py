"""Browser tests: `page` is a reader's desktop browser at the real debate, and nothing may go wrong in it."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.browser.browser import start
from tests.browser.site import ADMIN, Blueprint
from tests.browser.watch import Watch

SIZES = {"desktop": (1440, 900), "tablet": (768, 1024), "phone": (375, 812)}
GROUPS = 2  # browsers at the same time


def pytest_collection_modifyitems(items):
    """Keep the browser tests of a file together, in as many workers as there are groups."""
    here = os.path.dirname(__file__)  # noqa: PTH120 - items have strings and paths of many kinds
    mine = [item for item in items if str(item.path).startswith(here)]
    files = sorted({item.path for item in mine})
    for item in mine:
        item.add_marker(pytest.mark.xdist_group(f"browser{files.index(item.path) % GROUPS}"))


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of a worker."""
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = start(playwright)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def blueprint(tmp_path_factory, worker_id):
    """What all sites of this run start from: the real debate loaded, static files collected."""
    directory = tmp_path_factory.getbasetemp()
    return Blueprint((directory if worker_id == "master" else directory.parent) / "site")


@pytest.fixture(scope="session")
def site(blueprint, worker_id):
    """A running site with the real debate, shared by tests that only read."""
    running = blueprint.site(worker_id)
    yield running
    running.stop()


@pytest.fixture
def own_site(blueprint, worker_id):
    """A running site for one test that writes; use it as `open_page(site=own_site)`."""
    blueprint.made += 1
    running = blueprint.site(f"{worker_id}_{blueprint.made}")
    yield running
    running.stop()


@pytest.fixture
def open_page(browser, site):
    """Opens pages: `open_page(size="phone", color_scheme="dark", java_script_enabled=False, site=own_site)`.

    Other options are those of Playwright's `new_context`. Addresses are relative to the site. Any error in
    the console, in a script or on the server, any request to another host and any violation of the
    Content-Security-Policy fails the test, unless it said `page.watch.allow("words of it")`.
    """
    opened, default = [], site

    def open_page(size="desktop", site=None, **options):
        site = site or default
        width, height = SIZES[size]
        options = {"base_url": site.url, "viewport": {"width": width, "height": height}} | options
        context = browser.new_context(**options)
        watch = Watch(context, site.url)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.watch, page.site = watch, site
        opened.append((context, watch, site))
        return page

    yield open_page
    troubles = []
    for context, watch, running in opened:
        context.close()
        troubles += watch.left()
        if watch.left():
            troubles += ["the server's log ends:", *running.log.read_text().splitlines()[-20:]]
    assert not troubles, "\n".join(troubles)


@pytest.fixture
def page(open_page):
    """A page in a desktop window."""
    return open_page()


@pytest.fixture
def dark(open_page):
    """A page for somebody who asked for dark colours."""
    return open_page(color_scheme="dark")


@pytest.fixture
def phone(open_page):
    """A page 375 pixels wide, touched with a finger."""
    return open_page(size="phone", has_touch=True, is_mobile=True)


@pytest.fixture
def no_javascript(open_page):
    """A page whose scripts do not run."""
    return open_page(java_script_enabled=False)


@pytest.fixture
def log_in():
    """Logs a page in to the admin: `log_in(page)`."""

    def log_in(page):
        name, password = ADMIN
        page.goto("/admin/login/?next=/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/admin/")

    return log_in


@pytest.fixture(scope="session")
def axe():
    """Accessibility violations of any impact: `axe(page)` is a list of sentences, empty when good.

    Of a page by night only the contrast is asked: it changes colours, and nothing else that axe looks at.
    """
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

    def violations(page):
        dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        # Not preloading: it would put stylesheets into the page once more, which its policy forbids.
        options = {"preload": False} | (contrast if dark else {})
        found = Axe().run(page, options=options).response["violations"]
        return [
            f"{violation['id']} ({violation['impact']}): {violation['help']}: {node['html'][:200]}"
            for violation in found
            for node in violation["nodes"]
        ]

    return violations
