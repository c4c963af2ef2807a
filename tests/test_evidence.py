"""A crawl of the pages: what is said of somebody stands by its evidence, and numbers count what they link."""

import re
from html.parser import HTMLParser

import pytest

from timeline.models import Actor

DEBATE = "/long-range-weapons/"
COMPARED = "compare/?actor=us-state-department&with=us-defense-department"
PAGES = ["deeds/", "arguments/", "coverage/", "positions/", "turns/", COMPARED, "questions/supply-atacms/"]
VIEWS = ["", "?actor=olaf-scholz", "?question=supply-taurus&from=2023-07-01&to=2024-03-31"]
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "use", "path", "circle", "rect", "line", "stop"}
BLOCKS = {"li", "tr", "tbody", "dd", "p", "div", "section", "article"}  # what a sentence stands in
FURNITURE = {"nav", "aside", "script", "style", "head", "form", "header", "footer", "svg", "select"}
IN_FORCE = {"pills", "asks", "in-force"}  # classes of what the reader has chosen, or may


class Node:
    """An element or, without a name, a text."""

    def __init__(self, name, attributes, parent, text=""):
        self.name, self.attributes, self.parent, self.own = name, dict(attributes), parent, text
        self.children = []

    @property
    def text(self):
        """Everything it says."""
        return self.own + "".join(child.text for child in self.children)

    def all(self, name=None):
        """What is inside it, itself included."""
        if name is None or self.name == name:
            yield self
        for child in self.children:
            yield from child.all(name)

    def up(self):
        """What it is inside of, nearest first."""
        node = self.parent
        while node:
            yield node
            node = node.parent


class Tree(HTMLParser):
    """A page as nodes."""

    def __init__(self, html):
        super().__init__()
        self.root = self.at = Node("page", {}, None)
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attrs):
        self.at.children.append(Node(tag, attrs, self.at))

    def handle_endtag(self, tag):
        while self.at.parent and self.at.name != tag:
            self.at = self.at.parent
        self.at = self.at.parent or self.at

    def handle_data(self, data):
        self.at.children.append(Node("", {}, self.at, data))


def said(page):
    """The texts of a page that are not its furniture."""
    root = Tree(page).root
    for node in root.all(""):
        if node.own.strip() and not any(is_furniture(above) for above in node.up()):
            yield node


def is_furniture(node):
    """Whether it says nothing of the debate: frame, filters, drawings."""
    return node.name in FURNITURE or node.attributes.get("class") in IN_FORCE


def has_evidence(node):
    """Whether a link in it leads to an event or to a list of events."""
    links = (link.attributes.get("href", "") for link in node.all("a"))
    return any("/events/" in link or link.startswith(f"{DEBATE}?") for link in links)


def is_frame(node):
    """Whether a text is a heading or an argument: they name states, and say nothing of them."""
    names = {above.name for above in node.up()}
    classes = {above.attributes.get("class") for above in node.up()}
    if "paper-head" in classes:
        return True  # the title once more, on paper
    links = {above.attributes.get("href", "").split("-")[0] for above in node.up()}
    return bool(names & {"h1", "h2", "title", "caption"} or "reason-text" in classes or "#argument" in links)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", PAGES)
def test_what_is_said_of_somebody_stands_beside_its_evidence(client, debate, page, view):
    names = re.compile("|".join(map(re.escape, Actor.objects.values_list("name", flat=True))))
    titles = re.compile("|".join(map(re.escape, debate.questions.values_list("title", flat=True))))
    html = client.get(
        DEBATE + (f"{page}{view}" if "?" not in page else f"{page}&{view[1:]}")
    ).content.decode()
    mentions, bare = 0, []
    for node in said(html):
        if not names.search(titles.sub("", node.own)) or is_frame(node):
            continue
        mentions += 1
        blocks = [above for above in node.up() if above.name in BLOCKS][:2]
        if not any(has_evidence(block) for block in blocks):
            bare.append(node.own.strip())
    assert bare == []
    assert mentions or view


def test_a_bare_sentence_would_be_found():
    page = "<main><div><section><p>Joe Biden opposes it.</p></section></div></main>"
    (node,) = said(page)
    assert not any(has_evidence(above) for above in node.up())
    (node,) = said(f"<p>Joe Biden <a href='{DEBATE}events/no/'>opposes</a></p>".replace("opposes", ""))
    assert any(has_evidence(above) for above in node.up())


COUNTED = re.compile(r"^\s*(\d+) events?\s*$")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", ["coverage/", "arguments/", "deeds/"])
def test_a_number_of_events_links_to_as_many(client, debate, page, view):
    """In a link that lists them, beside the only such link of its cell, or over the list of them."""
    html = client.get(f"{DEBATE}{page}{view}").content.decode()
    asked = {}
    for node in said(html):
        number = COUNTED.match(node.own)
        if number:
            link = next(iter(nearest_link(node)))
            asked[link] = int(number[1])
    for link, count in list(asked.items())[:8]:
        listed = client.get(link.replace(DEBATE, f"{DEBATE}events.json", 1)).json()
        assert listed["count"] == count, link
    assert asked or page != "coverage/"


def nearest_link(node):
    """The list that a number links to: the link it is in, or that of its cell."""
    for above in node.up():
        found = [link.attributes["href"] for link in above.all("a") if "?" in link.attributes["href"]]
        found += [link.attributes["href"] for link in above.all("a") if link.attributes["href"] == DEBATE]
        if found:
            return found[:1]
    return []


@pytest.mark.parametrize("view", VIEWS)
def test_over_a_fold_stands_the_number_of_what_it_holds(client, debate, view):
    html = client.get(f"{DEBATE}arguments/{view}").content.decode()
    folds = list(Tree(html).root.all("details"))
    checked = 0
    for fold in folds:
        if fold.attributes.get("class") != "evidence-of":
            continue
        (summary,) = fold.all("summary")
        events, sources = map(int, re.findall(r"\d+", summary.text))
        rows = [item.text for item in fold.all("li")]
        assert len(rows) == events
        publishers = {name.strip() for row in rows for name in row.split(" · ")[1:]}
        assert len(publishers) == sources
        checked += 1
    assert checked


@pytest.mark.parametrize("page", ["deeds/", "arguments/", "coverage/"])
def test_every_link_of_a_page_answers(client, debate, page):
    html = client.get(f"{DEBATE}{page}").content.decode()
    links = {link.attributes.get("href", "") for link in Tree(html).root.all("a")}
    inside = sorted(link for link in links if link.startswith(DEBATE) and "?" not in link)
    assert len(inside) > 10
    for link in inside[:: max(1, len(inside) // 25)]:
        assert client.get(link).status_code == 200, link
