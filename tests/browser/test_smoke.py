"""The plumbing of the browser tests, and that it would notice."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZES


def test_the_site_is_healthy(page):
    response = page.request.get("/healthz")
    assert response.status == 200
    assert response.json()["status"] == "ok"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_the_admin_can_be_logged_in_to(open_page, log_in, axe, size, color_scheme):
    page = open_page(size=size, color_scheme=color_scheme)
    page.goto("/admin/login/")
    assert axe(page) == []
    log_in(page)
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def test_the_admin_can_be_logged_in_to_without_scripts(no_javascript, log_in):
    log_in(no_javascript)
    expect(no_javascript.get_by_role("button", name="Log out")).to_be_visible()


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ("console.error('no such lane')", "console error: no such lane"),
        ("setTimeout(() => { throw new Error('no such mark') })", "no such mark"),
        ("document.body.setAttribute('style', 'color: red')", "CSP: style-src"),
        ("document.body.appendChild(document.createElement('script')).text = 'x'", "CSP: script-src"),
        ("fetch('http://another.invalid/').catch(() => {})", "CSP: connect-src"),
        ("new Image().src = 'http://another.invalid/dot.png'", "CSP: img-src"),
        ("open('http://another.invalid/')", "request to another host"),
    ],
)
def test_trouble_is_noticed(page, script, trouble):
    page.goto("/admin/login/")
    page.evaluate(f"() => {{ {script} }}")
    for _ in range(200):  # some of it happens a moment later
        if any(trouble in seen for seen in page.watch.left()):
            break
        page.wait_for_timeout(50)
    else:
        pytest.fail(f"only saw {page.watch.left()}")
    page.watch.allow("")


def test_axe_notices(page, axe):
    page.goto("/admin/login/")
    page.evaluate("() => document.querySelector('label').remove()")
    assert any("label" in violation for violation in axe(page))


def test_a_site_of_ones_own(own_site, site, open_page, log_in):
    assert own_site.url != site.url
    log_in(open_page(site=own_site))
