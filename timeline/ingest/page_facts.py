"""What a page says of itself to machines: its title, publisher, day, language and address, each with where.

These are proposals for a curator to look at. Nothing is guessed: what the page does not say stays empty, and
where it says two different days both are told.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urljoin, urlsplit

from timeline.dates import NotADate, read

from .markup import Markup

ADDRESS_LENGTH, TITLE_LENGTH, NAME_LENGTH, PHRASE_LENGTH = 1000, 300, 120, 200
_ARTICLE = re.compile(r"(Article|BlogPosting|Report)$")
_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|\d{3}))?$")
_SPACE = re.compile(r"\s+")
_PARTING = re.compile(r"\s+[|–—·:-]\s+")
_SAVED = re.compile(r"\s*saved from url=\(\d+\)(\S{1,1000})")
_NO_TITLE = re.compile(r"^(untitled|document\d*|microsoft \w+ - .*|.*\.\w{2,4})$", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_DAYS = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date",
    "parsely-pub-date", "date",
)  # fmt: skip
_LANGUAGES = ("content-language", "og:locale", "dc.language", "dcterms.language")
_DEEPEST = 8  # levels of JSON-LD within each other that are looked at


@dataclass(frozen=True)
class Fact:
    """Something that a document says of itself, and where it does."""

    value: str
    where: str


@dataclass(frozen=True)
class Facts:
    """What a document says of itself. `published` is an ISO day; `dated` are visible words of that day."""

    title: Fact | None = None
    publisher: Fact | None = None
    language: Fact | None = None
    url: Fact | None = None
    published: Fact | None = None
    dated: Fact | None = None


def facts_of_html(page, url=""):
    """The facts of a page; `url` is where it was found, which relative addresses are relative to."""
    said = _Reader()
    said.feed(page)
    said.close()
    graph = [node for text in said.scripts for node in _articles(text)]
    publisher = _first(_from_graph(graph, "publisher", NAME_LENGTH), _meta(said, _PUBLISHERS, NAME_LENGTH))
    published = _published(graph, said)
    return Facts(
        title=_title(graph, said, publisher),
        publisher=publisher,
        language=_language(graph, said),
        url=_address(graph, said, url),
        published=published,
        dated=_dated(said.times, published),
    )


def facts_of_pdf(metadata):
    """The facts of a PDF. Its dates are those of the file and say nothing of when it was published."""
    title = _line((metadata or {}).get("/Title"))
    if not title or len(title) > TITLE_LENGTH or _NO_TITLE.match(title):
        return Facts()
    return Facts(title=Fact(title, "the PDF’s properties"))


def _title(graph, said, publisher):
    """The headline; that of the browser's tab without the publisher's name behind it."""
    found = _first(_from_graph(graph, "headline", TITLE_LENGTH), _meta(said, _TITLES, TITLE_LENGTH))
    title, where = (found.value, found.where) if found else (_line("".join(said.title)), "<title>")
    *parts, last = _PARTING.split(title)
    if publisher and parts and last.casefold() == publisher.value.casefold():
        title = title[: title.rindex(last)].rstrip(" |–—·:-")
    return Fact(title, where) if title and len(title) <= TITLE_LENGTH else None


def _published(graph, said):
    """The day of publication, as it is written there: where it is midnight is the publisher's business."""
    told = [
        *((each.get("datePublished"), "datePublished") for each in graph),
        *((said.metas.get(name), name) for name in _DAYS),
        *((each.when, "<time>") for each in said.times if each.is_publication),
    ]
    if not any(_day(value) for value, _ in told) and len({_day(each.when) for each in said.times}) == 1:
        told = [(said.times[0].when, "its only <time>")]
    days = {}
    for value, where in told:
        if day := _day(value):
            days.setdefault(day, f"{where} {_line(value)[:40]}")
    first = next(iter(days), None)
    return Fact(first, "; ".join(days.values())) if first else None


def _dated(times, published):
    """The words of a `<time>` that name the day of publication in full, as a reader of the page sees them."""
    for each in times:
        said = _line("".join(each.words))
        if not published or _day(each.when) != published.value or published.value[:4] not in said:
            continue
        try:
            span = read(said[:PHRASE_LENGTH], date.fromisoformat(published.value))
        except NotADate:
            continue
        if span.edtf == published.value and len(said) <= PHRASE_LENGTH:
            return Fact(said, "<time>")
    return None


def _language(graph, said):
    told = [
        *((each.get("inLanguage"), "inLanguage in its JSON-LD") for each in graph),
        (said.language, "<html lang>"),
        *((said.metas.get(name), name) for name in _LANGUAGES),
    ]
    for value, where in told:
        code = _line(value)
        if _LANGUAGE.match(code):
            return Fact(code.replace("_", "-"), where)
    return None


def _address(graph, said, url):
    """The address that the page calls its own: one of the web, or nothing."""
    told = [
        (said.canonical, "canonical"),
        (said.metas.get("og:url"), "og:url"),
        *((each.get("url"), "url in its JSON-LD") for each in graph),
        (said.saved_from, "the browser that saved it"),
    ]
    for value, where in told:
        try:
            address = urljoin(url, _line(value))
            parts = urlsplit(address)
        except ValueError:
            continue
        is_web = parts.scheme in {"http", "https"} and parts.hostname
        is_page = parts.path.strip("/") or parts.query  # many a site names its front page on all
        if is_web and is_page and len(address) <= ADDRESS_LENGTH:
            return Fact(address, where)
    return None


def _articles(text):
    """The articles in a piece of JSON-LD, in the order in which they stand there."""
    try:
        return list(_nodes(json.loads(text), _DEEPEST))
    except (ValueError, RecursionError):
        return []


def _nodes(value, depth):
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth - 1) if depth else ()
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in _listed(kinds)):
            yield value
        elif depth:
            for name in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _nodes(value.get(name), depth - 1)


def _from_graph(graph, name, longest):
    for node in graph:
        for each in _listed(node.get(name)):
            said = _line(each.get("name") if isinstance(each, Mapping) else each)
            if 0 < len(said) <= longest:
                return Fact(said, f"{name} in its JSON-LD")
    return None


def _meta(said, names, longest):
    found = ((_line(said.metas.get(name)), name) for name in names)
    return next((Fact(value, name) for value, name in found if 0 < len(value) <= longest), None)


def _first(*facts):
    return next(filter(None, facts), None)


def _listed(value):
    return value if isinstance(value, list) else [value]


def _line(value):
    """A text on one line; nothing of what is none."""
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""


def _day(value):
    """The day that a time stamp is written with, or None."""
    found = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


@dataclass
class _Time:
    when: str
    is_publication: bool
    words: list = field(default_factory=list)


class _Reader(Markup):
    """Collects what stands in a page's head, and its times."""

    def __init__(self):
        self.metas, self.canonical, self.language, self.saved_from = {}, "", "", ""
        self.title, self.scripts, self.times = [], [], []
        self.into = None  # the list that what is said now goes into

    def handle_starttag(self, tag, attrs):
        """Note what the tag says."""
        has = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = has.get("property") or has.get("name") or has.get("itemprop") or has.get("http-equiv", "")
            self.metas.setdefault(name.lower(), has.get("content", ""))
        elif tag == "link" and "canonical" in has.get("rel", "").lower().split():
            self.canonical = self.canonical or has.get("href", "")
        elif tag == "html":
            self.language = self.language or has.get("lang") or has.get("xml:lang", "")
        elif tag == "title" and not self.title:
            self.into = self.title
        elif tag == "time":
            is_publication = "datePublished" in has.get("itemprop", "").split() or "pubdate" in has
            self.times.append(_Time(has.get("datetime", ""), is_publication))
            self.into = self.times[-1].words
        elif tag == "script" and has.get("type", "").strip().lower() == "application/ld+json":
            self.scripts.append("")
            self.into = self.scripts

    def handle_comment(self, data):
        """Browsers note in one where they have saved a page from."""
        if found := _SAVED.match(data):
            self.saved_from = self.saved_from or found[1]

    def handle_endtag(self, tag):
        """What follows belongs to nothing."""
        if tag in {"title", "time", "script"}:
            self.into = None

    def handle_data(self, data):
        """Keep what is said inside of what is collected."""
        if self.into is self.scripts:
            self.scripts[-1] += data
        elif self.into is not None:
            self.into.append(data)
