"""Filling in an article's form from a file or from its address: what is proposed, and what is left alone."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.fetching import Web
from tests.fetching import page as served
from timeline.admin import article_taking
from timeline.ingest.article_fetch import fetch
from timeline.models import Article, Debate

pytestmark = pytest.mark.django_db
PAGE = """<!doctype html><html lang="en"><head><title>Taboos fall | Lunford Courier</title>
<meta property="og:site_name" content="Lunford Courier"><link rel="canonical" href="https://courier.example/taboos">
<meta property="article:published_time" content="2024-11-22T08:00Z"></head>
<body><main><p>On Sunday Ada Brook ruled out the second bridge.</p></main></body></html>"""
URL = "https://courier.example/taboos?utm_source=mail"
FETCH = "Fetch the text from the address"


@pytest.fixture
def bridge():
    return Debate.objects.create(slug="bridge", title="A second bridge")


@pytest.fixture
def ann(client, django_user_model):
    """A contributor, at work."""
    user = django_user_model.objects.create_user("ann", is_staff=True)
    user.groups.add(Group.objects.get(name="contributor"))
    client.force_login(user)
    return user


@pytest.fixture
def web(settings, monkeypatch):
    """Fetching is on, and this is the web."""
    settings.FETCHING = "articles"
    web = Web({"courier.example/taboos?utm_source=mail": served(PAGE)})
    # The one page of this web has no certificate.
    plain = lambda url: fetch(url.replace("https:", "http:"), web.way)  # noqa: E731
    monkeypatch.setattr(article_taking, "fetch", plain)
    return web


def post(client, debate, **fields):
    known = ("publisher", "title", "url", "language", "date_text", "inferred", "basis", "pasted")
    empty = dict.fromkeys(known, "") | {"debate": getattr(debate, "pk", debate)}
    return client.post(reverse("admin:timeline_article_add"), empty | fields)


def shown(response):
    """{field: value} of the form as it is shown."""
    form = response.context["adminform"].form
    return {name: form[name].value() for name in form.fields if form[name].value()}


def seen(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def file(content=PAGE, name="taboos.html"):
    return SimpleUploadedFile(name, content.encode())


def test_a_page_proposes_what_it_says_of_itself(client, bridge, ann):
    response = post(client, bridge, file=file(), _take="file")
    assert shown(response) == {
        "debate": str(bridge.pk),
        "pasted": "On Sunday Ada Brook ruled out the second bridge.",
        "publisher": "Lunford Courier",
        "title": "Taboos fall",
        "url": "https://courier.example/taboos",
        "language": "en",
        "inferred": "2024-11-22",
        "basis": "the page’s metadata (article:published_time 2024-11-22T08:00Z)",
    }
    said = seen(response)
    assert "9 words were taken. Read over what is filled in below, then save. So few are often" in said
    assert "Proposed: the document says so (og:site_name)." in said
    assert "correct the error" not in said and not Article.objects.exists()
    saved = post(client, **shown(response))
    article = Article.objects.get()
    assert saved.url == reverse("admin:timeline_article_work", args=[article.pk])
    assert article.published_basis == (
        "inferred: the page’s metadata (article:published_time 2024-11-22T08:00Z)"
    )


def test_a_date_in_the_words_of_the_page_is_stated(client, bridge, ann):
    page = PAGE.replace("<main>", '<main><time datetime="2024-11-22">Friday, 22 November 2024</time>')
    response = post(client, bridge, file=file(page), _take="file")
    assert shown(response)["date_text"] == "Friday, 22 November 2024"
    assert "inferred" not in shown(response) and "basis" not in shown(response)


def test_nothing_that_was_typed_is_replaced(client, bridge, ann):
    typed = {"publisher": "Courier", "title": "T", "url": "https://a.example/b", "date_text": "in May 2024"}
    response = post(client, bridge, file=file(), _take="file", **typed)
    assert typed.items() <= shown(response).items() and "inferred" not in shown(response)
    assert "another address as its own (canonical): https://courier.example/taboos" in seen(response)
    kept = post(client, bridge, file=file(), _take="file", pasted="My own words.")
    assert shown(kept)["pasted"] == "My own words." and "publisher" not in shown(kept)
    assert "There is text here already" in seen(kept)


def test_a_page_that_says_it_is_in_another_language_is_not_believed(client, bridge, ann):
    page = '<html lang="en"><p>Президент сказав, що він і вона не були на мосту.</p></html>'
    response = post(client, bridge, file=file(page), _take="file")
    assert "language" not in shown(response)
    assert (
        "The page says “en” (&lt;html lang&gt;), but its words look like “uk”." in response.content.decode()
    )


def test_saving_a_file_alone_shows_what_it_says_first(client, bridge, ann):
    response = post(client, bridge, file=file(), _save="Save")
    assert shown(response)["title"] == "Taboos fall" and not Article.objects.exists()


def test_the_text_of_a_file_outlives_a_refused_form(client, bridge, ann):
    known = {"publisher": "Courier", "title": "T", "date_text": "soon enough"}
    response = post(client, bridge, file=file("Ada Brook said no.", "a.txt"), **known)
    assert "No date was found in it" in seen(response)
    assert shown(response)["pasted"] == "Ada Brook said no."
    assert "it need not be chosen again" in seen(response)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"_take": "file"}, "Choose a file first."),
        ({"_take": "file", "file": file("x", "a.docx")}, "is none of .txt, .html and .pdf"),
        ({"_take": "address"}, "Fetching is switched off."),
        ({"_take": "address", "url": URL}, "Fetching is switched off."),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_typed_is_lost(client, bridge, ann, fields, said):
    if fields.get("file"):
        fields["file"].seek(0)
    response = post(client, bridge, title="Typed", **fields)
    assert said in seen(response) and shown(response)["title"] == "Typed"
    assert "This field is required" not in seen(response)


# Fetching


def test_without_the_switch_nothing_is_offered(client, bridge, ann):
    said = seen(client.get(reverse("admin:timeline_article_add")))
    assert FETCH not in said and "nothing is fetched from it" in said and "Read the file" in said


def test_an_address_is_fetched_when_asked(client, bridge, ann, web):
    assert FETCH in seen(client.get(reverse("admin:timeline_article_add")))
    assert web.asked == []
    response = post(client, bridge, url=URL, title="Mine", _take="address")
    assert shown(response)["pasted"] == "On Sunday Ada Brook ruled out the second bridge."
    assert (shown(response)["title"], shown(response)["publisher"]) == ("Mine", "Lunford Courier")
    assert shown(response)["url"] == "https://courier.example/taboos"
    assert f"As the page itself gives it (canonical); you had {URL}" in seen(response)
    assert len(web.asked) == 2 and not Article.objects.exists()
    post(client, bridge, url=URL, _save="Save")
    assert len(web.asked) == 2


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "Give the address first."),
        ("https://courier.example/gone", "there is no such page (404 Not Found). Save the page"),
        ("http://inside.example/", "it leads into a private network"),
    ],
)
def test_what_cannot_be_fetched_is_told_beside_the_address(client, bridge, ann, web, url, said):
    web.leads["inside.example"] = "10.0.0.1"
    response = post(client, bridge, url=url, title="Typed", _take="address")
    assert said in seen(response) and shown(response)["title"] == "Typed"
    assert said in response.context["adminform"].form.errors["url"][0]


def test_only_who_may_add_articles_can_have_something_fetched(client, bridge, web, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    assert post(client, bridge, url=URL, _take="address").status_code == 403
    client.logout()
    assert post(client, bridge, url=URL, _take="address").status_code == 302
    assert web.asked == []
