"""Over every address of the site: who may frame it, that reading sets no cookie, what writing is told."""

import re

import pytest
from django.test import Client, override_settings
from django.urls import URLResolver, get_resolver

from timeline.exports.shared_views import share
from timeline.filters import Filters

pytestmark = pytest.mark.django_db
FORMS = {
    "/admin/login/",
    "/long-range-weapons/share/new/",
    "/long-range-weapons/events/cluster-munitions-announced/correct/",
}  # pages with a form of their own may set the cookie that guards it
EXAMPLES = {  # an address of each kind that leads somewhere; others lead nowhere, which answers too
    "event": "cluster-munitions-announced",
    "actor": "olaf-scholz",
    "question": "supply-taurus",
    "topic": "taurus",
    "source": "af24-storm-shadow",
}


def patterns(resolver, before=()):
    """Yield (name, route) of every address that the resolver knows, named or not."""
    for pattern in resolver.url_patterns:
        route = (*before, pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, route)
        else:
            yield pattern.name, route


def address(name, route, code):
    """An address of this route, which leads somewhere where that is known."""
    kind = next((kind for kind in EXAMPLES if kind in (name or "")), "event")
    known = {"debate": "long-range-weapons", "slug": EXAMPLES[kind], "code": code}
    path = "".join(str(part) for part in route)
    path = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: known.get(found[1], "1"), path)
    path = re.sub(r"\(\?P?(?:<\w+>|:)?[^()]*\)|[\^$\\]", lambda found: "1" * found[0].startswith("("), path)
    return f"/{path}"


@pytest.fixture
def addresses(debate):
    """[(name, address)] of every pattern."""
    code = share(debate, Filters(actor=("olaf-scholz",)), title="Scholz").code
    found = [(name, address(name, route, code)) for name, route in patterns(get_resolver())]
    assert len(found) > 60
    return found


def framing(response):
    """Who may frame it: the header of old, and the directive that took its place."""
    policy = response.headers.get("Content-Security-Policy", "")
    directives = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}
    return response.headers.get("X-Frame-Options"), directives.get("frame-ancestors")


NOBODY, ANYBODY = ("DENY", ["'none'"]), (None, ["*"])


def under_embed(url):
    """Whether an address is that of an embed, by what it looks like."""
    return url.startswith("/long-range-weapons/embed/")


def test_only_the_embed_may_be_framed_and_reading_sets_no_cookie(addresses, client):
    """Both of every address at once: asking for all of them takes long."""
    seen, with_cookie = set(), set()
    assert sum(under_embed(url) for _name, url in addresses) >= 8  # the timeline, six pages, a short link
    for name, url in addresses:
        response = client.get(url)
        seen.add(response.status_code)
        allowed = ANYBODY if under_embed(url) else NOBODY
        assert framing(response) == allowed, (name, url, response.status_code)
        if response.cookies:
            with_cookie.add(url)
        client.cookies.clear()
    assert {200, 302} <= seen  # pages, and the way to the login
    assert with_cookie <= FORMS
    assert "/admin/login/" in with_cookie  # or nothing was asked


def test_no_error_and_no_file_may_be_framed(debate, client):
    client.raise_request_exception = False
    page = "/long-range-weapons/"
    answers = [
        client.get("/nothing/at/all/"),
        client.get(f"{page}events.json?kind=nonsense"),
        client.post(page),
        client.post(f"{page}embed/"),
        client.post("/admin/login/"),
        client.get(f"{page}?from=last+week"),
        client.get("/static/embed.js"),
        client.get("/static/none-such.js"),
        client.get(page, headers={"host": "elsewhere.example"}),
    ]
    for answer in answers:
        assert framing(answer) == NOBODY, (answer.request["PATH_INFO"], answer.status_code)
        b"".join(answer)  # a file is closed at its end
    assert {200, 302, 400, 404, 405} <= {answer.status_code for answer in answers}


@override_settings(SECURE_SSL_REDIRECT=True)
def test_the_redirect_to_https_may_not_be_framed(client):
    response = client.get("/long-range-weapons/embed/")
    assert (response.status_code, framing(response)) == (301, NOBODY)


def test_an_embed_of_nothing_is_framed_as_well(debate, client):
    for url in ("/no-debate/embed/", "/long-range-weapons/embed/?event=no-event"):
        response = client.get(url)
        assert (response.status_code, framing(response)) == (404, ANYBODY)


def test_errors_set_no_cookie(debate, client):
    for url in ("/nothing/", "/long-range-weapons/events/none/", "/long-range-weapons/?kind=nonsense"):
        assert not client.get(url).cookies, url
    assert not client.post("/long-range-weapons/").cookies


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_to_a_public_address_is_405_and_no_question_for_a_token(addresses, method):
    guarded = Client(enforce_csrf_checks=True)
    public = [url for _name, url in addresses if not url.startswith("/admin/") and url not in FORMS]
    assert len(public) > 60
    for url in public:
        answer = getattr(guarded, method)(url)
        assert (answer.status_code, answer.content) == (405, b""), url
        assert answer.headers["Allow"] == "GET, HEAD"


def test_a_form_without_its_token_is_told_what_to_do(debate):
    guarded = Client(enforce_csrf_checks=True)
    for url in FORMS:
        answer = guarded.post(url, {"keep": "live"})
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "This form was not taken" in page and "load the page again" in page
        assert "<style" not in page and "style=" not in page and "<script>" not in page
