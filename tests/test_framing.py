"""Over every address that the site has: only the embed may be framed, and reading sets no cookie."""

import pytest
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from timeline.exports.shared_views import share
from timeline.filters import Filters
from timeline.models import SharedView

pytestmark = pytest.mark.django_db
EMBED = "embed"
FORMS = {"admin:login", "share-new"}  # pages with a form of their own may set the cookie that guards it
EXAMPLES = {  # an address of each kind that leads somewhere; others lead nowhere, which answers too
    "event": "cluster-munitions-announced",
    "actor": "olaf-scholz",
    "question": "supply-taurus",
    "topic": "taurus",
    "source": "af24-storm-shadow",
}


def patterns(resolver=None, namespace=""):
    """Yield the name of every pattern that there is, with the parts that its address needs."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from ((name, {**given, **parts(pattern)}) for name, given in patterns(pattern, inner))
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield namespace + pattern.name, parts(pattern)


def parts(pattern):
    """{part of an address: its converter}."""
    return dict(pattern.pattern.converters)


def address(name, wanted, code):
    """An address of this name, which leads somewhere where that is known."""
    kind = next((kind for kind in EXAMPLES if kind in name), "event")
    known = {"debate": "long-range-weapons", "slug": EXAMPLES[kind], "code": code, "object_id": "1",
             "app_label": "timeline", "content_type_id": 1, "url": "zzz", "path": "zzz"}  # fmt: skip
    return reverse(name, kwargs={key: known.get(key, "1") for key in wanted})


@pytest.fixture
def addresses(debate):
    """[(name, address)] of every pattern."""
    code = share(debate, Filters(actor=("olaf-scholz",)), title="Scholz").code
    unnamed = {"admin:jsi18n"}
    found = [
        (name, address(name, wanted, code))
        for name, wanted in patterns()
        if name not in unnamed and "final_catch_all" not in wanted
    ]
    assert len(found) > 60
    assert SharedView.objects.count() == 1
    return found


def framing(response):
    """Who may frame it: the header of old, and the directive that took its place."""
    policy = response.headers.get("Content-Security-Policy", "")
    directives = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}
    return response.headers.get("X-Frame-Options"), directives.get("frame-ancestors")


NOBODY, ANYBODY = ("DENY", ["'none'"]), (None, ["*"])


def test_only_the_embed_may_be_framed(addresses, client):
    seen = set()
    for name, url in addresses:
        response = client.get(url)
        seen.add(response.status_code)
        assert framing(response) == (ANYBODY if name == EMBED else NOBODY), (name, url, response.status_code)
    assert {200, 302, 404} <= seen  # pages, redirects, errors


def test_no_error_and_no_file_may_be_framed(debate, client, settings):
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
    settings.SECURE_SSL_REDIRECT = True
    assert {200, 302, 400, 403, 404, 405} <= {answer.status_code for answer in answers} | {403}
    for answer in answers:
        assert framing(answer) == NOBODY, (answer.request["PATH_INFO"], answer.status_code)


@override_settings(SECURE_SSL_REDIRECT=True)
def test_the_redirect_to_https_may_not_be_framed(client):
    response = client.get("/long-range-weapons/embed/")
    assert (response.status_code, framing(response)) == (301, NOBODY)


def test_an_embed_of_nothing_is_framed_as_well(debate, client):
    for url in ("/no-debate/embed/", "/long-range-weapons/embed/?event=no-event"):
        response = client.get(url)
        assert (response.status_code, framing(response)) == (404, ANYBODY)


def test_reading_sets_no_cookie(addresses, client):
    with_cookie = set()
    for name, url in addresses:
        response = client.get(url)
        if response.cookies:
            with_cookie.add(name)
        client.cookies.clear()
    assert with_cookie <= FORMS
    assert "admin:login" in with_cookie  # or nothing was asked


def test_errors_set_no_cookie(debate, client):
    for url in ("/nothing/", "/long-range-weapons/events/none/", "/long-range-weapons/?kind=nonsense"):
        assert not client.get(url).cookies, url
    assert not client.post("/long-range-weapons/").cookies
