"""What a page says of itself: title, publisher, day, language, address. What it does not say stays empty."""

import json

import pytest

from timeline.ingest.page_facts import Facts, facts_of_html, facts_of_pdf

NEWS = {
    "@type": "NewsArticle",
    "headline": "Taboos fall",
    "datePublished": "2024-11-22T23:30:00-05:00",
    "inLanguage": "en-GB",
    "publisher": {"@type": "Organization", "name": "Lunford Courier"},
    "url": "https://courier.example/taboos",
}


def ld(*values):
    return "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)


def told(page, url=""):
    """{fact: (value, where)} of a page."""
    found = vars(facts_of_html(page, url))
    return {name: (fact.value, fact.where) for name, fact in found.items() if fact}


@pytest.mark.parametrize(
    "page",
    [
        ld(NEWS),
        ld([NEWS]),
        ld({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "No"}, NEWS]}),
        ld({"@type": "WebPage", "mainEntity": NEWS | {"@type": ["Thing", "ReportageNewsArticle"]}}),
        '<script type="application/ld+json">{no]</script>' + ld(NEWS | {"publisher": [NEWS["publisher"]]}),
    ],
)  # fmt: skip
def test_an_article_in_json_ld(page):
    assert told(page) == {
        "title": ("Taboos fall", "headline in its JSON-LD"),
        "publisher": ("Lunford Courier", "publisher in its JSON-LD"),
        "language": ("en-GB", "inLanguage in its JSON-LD"),
        "url": ("https://courier.example/taboos", "url in its JSON-LD"),
        "published": ("2024-11-22", "datePublished 2024-11-22T23:30:00-05:00"),
    }


TAGS = """<!doctype html><html lang="uk"><head><title>Табу впали | Вісник</title>
<meta property="og:title" content="Табу  впали"><meta property="og:site_name" content="Вісник">
<meta property="og:locale" content="uk_UA">
<meta property="article:published_time" content="2024-11-22T08:00Z">
<link rel="canonical" href="/tabu"></head><body><article><header><time datetime="2024-11-22T10:00+02:00">
22 листопада 2024</time></header><p>Текст.</p></article></body></html>"""


def test_tags_of_the_head_and_the_words_of_the_day():
    assert told(TAGS, "https://visnyk.example/x?utm_source=y") == {
        "title": ("Табу впали", "og:title"),
        "publisher": ("Вісник", "og:site_name"),
        "language": ("uk", "<html lang>"),
        "url": ("https://visnyk.example/tabu", "canonical"),
        "published": ("2024-11-22", "article:published_time 2024-11-22T08:00Z"),
        "dated": ("22 листопада 2024", "<time>"),
    }  # fmt: skip


ALONE = [
    ("<title>Taboos fall</title>", "title", ("Taboos fall", "<title>")),
    (
        '<title>Taboos fall - Courier</title><meta property="og:site_name" content="courier">',
        "title",
        ("Taboos fall", "<title>"),
    ),
    ("<title>Taboos - fall</title>", "title", ("Taboos - fall", "<title>")),
    ('<meta name="DC.publisher" content="The Institute">', "publisher", ("The Institute", "dc.publisher")),
    ('<meta name="date" content="20241122">', "published", ("2024-11-22", "date 20241122")),
    (
        '<time itemprop="datePublished" datetime="2024-11-22">x</time>',
        "published",
        ("2024-11-22", "<time> 2024-11-22"),
    ),
    ('<time datetime="2024-11-22">x</time>', "published", ("2024-11-22", "its only <time> 2024-11-22")),
    (
        ld({"@type": "Article", "datePublished": "2024-11-22"}) + '<meta name="date" content="2024-11-23">',
        "published",
        ("2024-11-22", "datePublished 2024-11-22; date 2024-11-23"),
    ),
    (
        "<!-- saved from url=(0030)https://courier.example/taboos -->",
        "url",
        ("https://courier.example/taboos", "the browser that saved it"),
    ),
    ('<meta property="og:url" content="https://courier.example/a?id=5">', "url",
     ("https://courier.example/a?id=5", "og:url")),
]  # fmt: skip


@pytest.mark.parametrize(("page", "name", "fact"), ALONE)
def test_what_stands_alone(page, name, fact):
    assert told(page)[name] == fact


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>Published on 22 November 2024</p>",
        "<time datetime='2024-11-22'>a</time><time datetime='2024-11-23'>b</time>",
        "<time>today</time>",
        '<meta name="date" content="2024-13-45"><meta name="date" content="yesterday">',
        '<meta property="og:title" content="   "><meta property="og:title">',
        f'<meta property="og:title" content="{"long " * 80}">',
        '<link rel="canonical" href="javascript:alert(1)"><link rel="canonical" href="https://[::1">',
        '<link rel="canonical" href="/relative">',
        '<link rel="canonical" href="https://courier.example/">',
        '<html lang="klingon, spoken">',
        ld("NewsArticle", 5, None, [], {"@type": 5}, {"@type": "Person", "headline": "No"}),
        ld({"@type": "NewsArticle", "headline": 5, "publisher": {"name": []}, "datePublished": {}}),
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_what_a_page_does_not_say_is_not_made_up(page):
    assert told(page) == {}


@pytest.mark.parametrize("words", ["2 hours ago", "22 November", "Friday", "Updated 23 November 2024", ""])
def test_words_that_do_not_name_the_day_in_full_are_not_those_of_the_article(words):
    page = f'<meta name="date" content="2024-11-22"><time datetime="2024-11-22">{words}</time>'
    assert told(page) == {"published": ("2024-11-22", "date 2024-11-22")}


@pytest.mark.parametrize(
    ("metadata", "title"),
    [
        ({"/Title": "Taboos  fall", "/CreationDate": "D:20241122"}, "Taboos fall"),
        ({"/Title": "Microsoft Word - taboos.docx"}, None),
        ({"/Title": "taboos_final.indd"}, None),
        ({"/Title": ""}, None),
        ({}, None),
        (None, None),
    ],
)
def test_of_a_pdf_the_title_alone_is_believed(metadata, title):
    facts = facts_of_pdf(metadata)
    assert (facts.title and facts.title.value) == title
    assert facts == Facts(title=facts.title)
