"""The language of a page: who chooses it, where it stays, and that no reader gets another's."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.test import override_settings
from django.urls import URLResolver, resolve
from django.utils.translation import override

from tests.debate_files import example
from timeline import translation
from timeline.dates.words import in_day
from timeline.exports.places import PLACES
from timeline.exports.shared_views import share
from timeline.filters import Filters
from timeline.ingest.debate_file import load_text
from timeline.languages import CODES, NAMES, preferred
from timeline.languages.carrying import carried, carried_by_page
from timeline.models import Debate, Event, SharedView
from timeline.models.events import EventKind
from timeline.translation import ENGLISH
from timeline.urls import urlpatterns

PAGES = [
    "/river-bridge/",
    "/river-bridge/?stance=supports&actor=ada-brook&color=kind",
    "/river-bridge/?event=mayor-asks-for-a-bridge",
    "/river-bridge/?q=77+88&from=2023-01-01&certainty=certainly",
    "/river-bridge/?precision=month&lane=country",
    "/river-bridge/?page=7&kind=gossip",
    "/river-bridge/events/mayor-asks-for-a-bridge/",
    "/river-bridge/events/survey-of-the-river/",
    "/river-bridge/events/ferry-petition/",
    "/river-bridge/actors/ada-brook/",
    "/river-bridge/actors/town-council/",
    "/river-bridge/questions/build-the-bridge/",
    "/river-bridge/topics/toll/",
    "/river-bridge/sources/courier-2023-08-16/",
    "/river-bridge/sources/minutes-2023-08/",
    "/river-bridge/share/",
    "/river-bridge/actors/ada-brook/share/",
    "/river-bridge/print/",
    "/river-bridge/positions/",
    "/river-bridge/positions/matrix/",
    "/river-bridge/turns/",
    "/river-bridge/compare/",
    "/river-bridge/compare/?actor=ada-brook&to=2023-08-31&with=ada-brook&with_from=2023-09-01",
    "/river-bridge/deeds/",
    "/river-bridge/arguments/",
    "/river-bridge/coverage/",
    "/river-bridge/coverage/?kind=vote",
    "/river-bridge/turns/?as_of=2023-10-01&clock=published",
    "/river-bridge/positions/matrix/?as_of=2023-10-01",
    *(f"/river-bridge/embed/{place.route}" for place in PLACES.values()),
    "/river-bridge/embed/shared/live/",
    "/river-bridge/events/mayor-asks-for-a-bridge/correct/",
    "/s/live/",
    "/s/frozen/",
    "/s/nothing/",
    "/river-bridge/embed/",
    "/river-bridge/embed/?event=mayor-asks-for-a-bridge",
    "/river-bridge/events/nowhere/",
    "/nowhere/",
    "/dates/",
    "/dates/?text=2024-11&anchor=2024-11-26",
    "/dates/?text=77&anchor=yesterday",
]
DATA = [
    "events.json",
    "events.csv",
    "events.ics",
    "events.atom",
    "timelinejs.json",
    "chart.json",
    "chart.svg",
]


@pytest.fixture
def bridge(db):
    """The debate of docs/format.md with nothing in it that a page could be thought to say itself."""
    cache.clear()
    data = in_georgian(example())
    for source in data["sources"]:  # a title may be in the source's language or told in another
        source["title"] = source["title"].replace("ა", "ա")
    data["debate"]["language"] = "ka"
    load_text(json.dumps(data).encode())
    debate = Debate.objects.get()
    for frozen in (False, True):
        made = share(debate, Filters(kind=("report", "statement")), note="ա", frozen=frozen)
        SharedView.objects.filter(pk=made.pk).update(code="frozen" if frozen else "live")
    Event.objects.filter(slug="survey-of-the-river").update(importance=2)


def in_georgian(data, key=""):
    """The debate file in scripts that no page is written in: its texts in one, its names in another."""
    if isinstance(data, dict):
        kept = {name: value for name, value in data.items() if name != "edtf"}
        return {name: in_georgian(value, name) for name, value in kept.items()}
    if isinstance(data, list):
        return [in_georgian(item, key) for item in data]
    if key == "date_text":
        return "2023-08"
    if data == "instrument":  # the kind of a topic is the curators' own word
        return "աա"
    if key in ("title", "description", "summary", "text", "note", "date_basis", "withdrawn_reason", "quote"):
        return re.sub("[A-Za-z]", "ა", data)
    if key in ("name", "publisher", "role", "aliases"):
        return re.sub("[A-Za-z]", "ա", data)
    return "inferred: ա" if key == "published_basis" and data != "stated" else data


class Words(HTMLParser):
    """What a page says in its own language: its texts, and the attributes that are read out or shown."""

    SAID = {"title", "aria-label", "placeholder", "alt", "content"}
    SILENT = {"script", "style", "code", "textarea", "svg"}

    def __init__(self, html):
        super().__init__()
        self.texts, self.read, self.links, self.inside = [], [], [], []
        self.feed(html)

    @property
    def said(self):
        """All of it."""
        return self.texts + self.read

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a" or given.get("rel") in ("canonical", "next", "prev"):
            self.links.append((given.get("href", ""), given))
        foreign = "lang" in given and tag not in ("html",)
        if tag not in ("meta", "link", "input", "br", "img", "hr", "data"):
            self.inside.append((tag, foreign or tag in self.SILENT))
        if tag != "meta" or given.get("property", given.get("name", "")).endswith(
            ("description", "title", "alt")
        ):
            self.read += [given[name] for name in self.SAID & set(given) if given[name]]

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not any(silent for _, silent in self.inside):
            self.texts.append(" ".join(data.split()))


def test_every_kind_of_page_is_looked_at():
    names = {resolve(path.partition("?")[0]).url_name for path in [*PAGES, "/"]}
    alike = re.compile(r"share-.*|changes|date-reading")  # the panel of another page, and parts of pages
    of_data = re.compile(
        r"json|csv|ics|atom|timelinejs|svg|png|preview|cite|oembed|health|shared-(txt|bib|ris)"
    )
    known = {route.name for route in public_routes(urlpatterns)}
    assert {name for name in known if not of_data.search(name) and not alike.fullmatch(name)} <= names


def public_routes(routes):
    """Every route but those of the admin."""
    for route in routes:
        if isinstance(route, URLResolver):
            yield from public_routes(route.url_patterns) if str(route.pattern) != "admin/" else ()
        else:
            yield route


def page(client, path, language, by="address"):
    """A page in a language, asked for by the address or by the browser."""
    if by == "address":
        return client.get(path + ("&" if "?" in path else "?") + f"lang={language}")
    return client.get(path, headers={"Accept-Language": language})


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("uk-UA,uk;q=0.9", "uk"),
        ("ru,uk;q=0.8,en;q=0.5", "uk"),
        ("en-US,en;q=0.9,de;q=0.8", "en"),
        ("en-AU", "en"),
        ("fr-FR,fr;q=0.9", "en"),
        ("fr,de;q=0.1", "de"),
        ("de;q=0.2,uk;q=0.7", "uk"),
        ("*", "en"),
        ("de;q=x", "en"),
        (",;=\x00" * 500, "en"),
    ],
)
def test_the_browser_chooses_among_the_languages_there_are(header, language):
    assert preferred(header) == language


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("by", ["address", "browser"])
def test_a_page_says_its_language_and_what_it_hangs_on(client, bridge, language, by):
    answer = page(client, "/river-bridge/", language, by)
    assert answer.headers["Content-Language"] == language
    assert re.search(rf'<html lang="{language}\b', answer.text)
    assert ("Accept-Language" in answer.headers["Vary"]) == (by == "browser")


@pytest.mark.parametrize(
    "path", ["/river-bridge/", "/river-bridge/?lang=de", "/dates/", "/river-bridge/embed/"]
)
def test_no_cookie_chooses_and_none_is_set(client, bridge, path):
    client.cookies["django_language"] = "uk"
    answer = client.get(path)
    assert answer.headers["Content-Language"] == ("de" if "lang" in path else "en")
    assert not answer.cookies


def test_the_address_outdoes_the_browser(client, bridge):
    answer = client.get("/river-bridge/?lang=uk", headers={"Accept-Language": "de"})
    assert answer.headers["Content-Language"] == "uk"


def test_a_language_that_there_is_not_is_named(client, bridge):
    answer = client.get("/river-bridge/?lang=xx", headers={"Accept-Language": "de"})
    assert answer.headers["Content-Language"] == "de"
    assert "„lang=xx“ wurde nicht verwendet" in answer.text
    assert client.get("/river-bridge/events.json?lang=xx").status_code == 400


ALIKE = {  # what is the same in the languages: names, codes, marks, and words that are
    "Debateline", "Taurus", "Esc", "Enter", "EDTF", "English", "Deutsch", "PNG", "SVG", "CSV", "JSON", "Atom",
    "TimelineJS", "iCalendar", "BibTeX", "RIS", "px", "UTC", "QR", "lang", "page", "kind", "gossip", "j", "k",
    "yesterday", "website", "article", "Link", "Feed", "Filter", "Original", "Text", "August", "Aug",
    "November",
}  # fmt: skip


def alike(path):
    """The words that may be the same.

    A refused value is told with the codes that there are; one field of a form is for machines alone.
    """
    return ALIKE | ({*EventKind.values} if "gossip" in path else {"Website"} if "correct" in path else set())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_one_language_and_its_links_keep_to_it(client, bridge, path):
    """In one test for each page, because loading the debate takes longer than the page."""
    english, german, ukrainian = (Words(page(client, path, code).text) for code in ("en", "de", "uk"))
    assert latin(ukrainian.said) - alike(path) == set(), "Latin letters in Ukrainian"
    assert latin({*english.said} & {*german.said}) - alike(path) == set(), "the same in German as in English"
    if not SILENT.search(path):
        bare = [
            text for text in german.texts if "ა" in text and re.sub(r"[\W\d_]", "", text).strip("ა") == ""
        ]
        assert bare == [], "the debate's own texts say their language"
    own = [
        (href, given)
        for href, given in german.links
        if href.startswith(("/", "?", "http://testserver")) and not href.startswith(("/static/", "/admin/"))
    ]
    assert own
    assert [href for href, given in own if "lang=de" not in href and "hreflang" not in given] == []
    by_browser = Words(page(client, path, "de", by="browser").text).links
    assert [href for href, given in by_browser if "lang=" in href and "hreflang" not in given] == []


SILENT = re.compile("share|print")  # pages where a text of the debate stands within a sentence or a field


def latin(texts):
    """The words in Latin letters, but for addresses."""
    return {word for text in texts if "://" not in text for word in re.findall(r"[A-Za-z]+", text)}


def test_a_text_in_the_language_of_the_page_says_nothing_of_it(client, bridge):
    Debate.objects.update(language="de-AT")
    assert '<h1 lang="de-AT">' in page(client, "/river-bridge/", "uk").text
    assert "<h1>" in page(client, "/river-bridge/", "de").text


@pytest.mark.parametrize("path", ["/river-bridge/", "/dates/"])
def test_a_form_that_is_sent_by_its_address_carries_the_language(client, bridge, path):
    field = '<input type="hidden" name="lang" value="de">'
    assert page(client, path, "de").text.count(field) == 1
    assert field not in page(client, path, "de", by="browser").text


@pytest.mark.parametrize(
    "path", ["/", "/river-bridge/?from=last+week", "/river-bridge/?to=Mitte+Mai+2024&actor=ada-brook"]
)
def test_a_redirect_stays_in_the_language(client, bridge, path):
    answer = page(client, path, "de")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("lang=de")


@pytest.mark.parametrize(
    ("address", "carried_there"),
    [
        ("/a/", "/a/?lang=de"),
        ("/a/?b=c#d", "/a/?b=c&lang=de#d"),
        ("?b=c", "?b=c&lang=de"),
        ("http://here/a/", "http://here/a/?lang=de"),
        ("/a/?lang=uk", "/a/?lang=uk"),
        ("#d", "#d"),
        ("//elsewhere.example/", "//elsewhere.example/"),
        ("https://elsewhere.example/", "https://elsewhere.example/"),
        ("/static/base.css", "/static/base.css"),
        ("/admin/login/", "/admin/login/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_addresses_of_pages_carry_it_and_no_others(address, carried_there):
    assert carried(address, "de", "http://here") == carried_there


def test_text_that_looks_like_a_link_is_left_alone():
    html = '<p>&lt;a href="/a/"&gt;</p><a hreflang="uk" href="?lang=uk">uk</a><b title=\'href="/a/"\'>b</b>'
    html += '<meta name="description" content="?"><meta property="og:title" content="/a/ or /b/">'
    assert carried_by_page(html, "de", "http://here") == html


def test_the_switch_offers_this_page_in_every_language_in_its_own_words(client, bridge):
    html = client.get("/river-bridge/?actor=ada-brook&lang=de").text
    switch = re.search(r'<nav class="languages".*?</nav>', html, re.DOTALL)[0]
    assert re.findall(r'lang="(\w+)" aria-current="true">(\w+)<', switch) == [("de", "Deutsch")]
    offered = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)"[^>]*>(\w+)<', switch)
    assert [(lang, hreflang, name) for _, lang, hreflang, name in offered] == [
        (code, code, NAMES[code]) for code in ("en", "uk")
    ]
    for href, code, *_ in offered:
        there = client.get("/river-bridge/" + href.replace("&amp;", "&"))
        assert there.headers["Content-Language"] == code
        assert there.context["filters"].actor == ("ada-brook",)


def test_search_engines_learn_where_the_other_languages_are(client, bridge):
    html = client.get("/river-bridge/actors/ada-brook/?lang=de").text
    there = "http://testserver/river-bridge/actors/ada-brook/"
    assert f'<link rel="canonical" href="{there}?lang=de">' in html
    assert f'<meta property="og:url" content="{there}?lang=de">' in html
    found = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html))
    assert found == {code: f"{there}?lang={code}" for code in CODES} | {"x-default": there}


def test_a_picture_for_previews_says_its_language(client, bridge):
    html = page(client, "/river-bridge/", "de", by="browser").text
    assert re.search(r'property="og:image" content="[^"]*[?;]lang=de&', html)


@override_settings(LANGUAGES_BIDI=["uk"])
def test_a_language_from_the_right_turns_the_page(client, bridge):
    assert '<html lang="uk" dir="rtl">' in page(client, "/river-bridge/", "uk").text
    assert 'dir="rtl"' not in page(client, "/river-bridge/", "de").text


@pytest.mark.parametrize("path", [*PAGES[:16:3], *(f"/river-bridge/{name}" for name in DATA)])
def test_no_reader_gets_another_language_from_a_cache(client, bridge, path):
    """Three rounds: what the first filled must not be what another language gets in the next."""
    rounds = [{code: content(page(client, path, code, by="browser")) for code in order} for order in ORDERS]
    assert rounds[0] == rounds[1] == rounds[2]
    worded = "share" in path or not path.endswith((".csv", ".svg", "chart.json"))
    assert len(set(rounds[0].values())) == len(CODES) or not worded


ORDERS = [["en", "de", "uk"], ["uk", "en", "de"], ["de", "uk", "en"]]


def content(answer):
    """The whole answer, streamed or not, without what changes by the second."""
    body = answer.getvalue().decode()
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body)
    return re.sub(r"DTSTAMP:\w+|CREATED:\w+", "", body)


@pytest.mark.parametrize("path", ["/river-bridge/", *(f"/river-bridge/{name}" for name in DATA)])
def test_what_one_language_has_is_never_taken_for_another(client, bridge, path):
    english = page(client, path, "en", by="browser")
    tag = english.headers.get("ETag")
    if tag is None:
        assert english.streaming
        return
    asked = {"Accept-Language": "de", "If-None-Match": tag}
    german = client.get(path, headers=asked)
    same = content(page(client, path, "de", by="browser")) == content(page(client, path, "en", by="browser"))
    assert german.status_code == 200 or same


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "11 August 2023"), ("de", "11. August 2023"), ("uk", "11 серпня 2023 року")],
)
def test_exports_say_dates_in_the_language(client, bridge, language, said):
    rows = page(client, "/river-bridge/events.json", language).json()
    mayor = next(row for row in rows["events"] if row["slug"] == "mayor-asks-for-a-bridge")
    assert mayor["date_read"] == said
    assert mayor["url"].endswith("/events/mayor-asks-for-a-bridge/")
    assert said in content(page(client, "/river-bridge/events.csv", language))


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("de", "11. August 2023", "2023-08-11"),
        ("de", "Mitte Mai 2024", "2024-05-11"),
        ("de", "mid-May 2024", "2024-05-11"),
        ("uk", "у середині травня 2024", "2024-05-11"),
        ("uk", "12 May 2024", "2024-05-12"),
        ("en", "Mitte Mai 2024", "2024-05-11"),
    ],
)
def test_dates_are_typed_in_the_language_of_the_page_or_in_any_other(client, bridge, language, typed, first):
    answer = client.get("/river-bridge/", {"from": typed, "lang": language})
    assert answer.headers["Location"] == f"/river-bridge/?from={first}&lang={language}"
    with override(CODES[language]):
        said = in_day(date.fromisoformat(first))
    day = client.get("/dates/reading/", {"from": typed, "lang": language}).text
    assert said.split()[0].rstrip(".") in day


def test_curating_is_in_english_for_everybody(client, bridge):
    answer = client.get("/admin/login/?lang=de", headers={"Accept-Language": "uk"})
    assert answer.headers["Content-Language"] == "en"
    assert "Username" in answer.text
    assert "Accept-Language" not in answer.headers["Vary"]


def test_a_fault_of_ours_is_told_in_the_language(client, bridge, monkeypatch):
    monkeypatch.setattr("timeline.views.timeline.answer", lambda request, view: 1 / 0)
    client.raise_request_exception = False
    answer = page(client, "/river-bridge/", "uk")
    assert answer.status_code == 500
    assert "Щось пішло не так" in answer.text
    assert '<html lang="uk">' in answer.text


def test_no_language_outlives_its_request(client, bridge):
    page(client, "/river-bridge/", "uk")
    assert translation.language() == "en"


def test_pure_packages_speak_english_until_somebody_translates(monkeypatch):
    monkeypatch.setattr(translation, "_speaker", ENGLISH)
    assert translation.gettext("Undated") == "Undated"
    assert translation.ngettext("{count} event", "{count} events", 2) == "{count} events"
    assert translation.pgettext("stance", "opposes") == "opposes"
    assert translation.language() == "en"
    assert translation.number(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("language", "written"), [("en-gb", "12,345"), ("de", "12.345"), ("uk", "12\xa0345")]
)
def test_numbers_have_the_separators_of_the_language(language, written):
    with override(language):
        assert translation.number(12345) == written
