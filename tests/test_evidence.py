"""A crawl of the pages: what is said of somebody stands by its evidence, and numbers count what they link."""

import re
from html.parser import HTMLParser

import pytest

from timeline.models import Actor

DEBATE = "/long-range-weapons/"
COMPARED = "compare/?actor=us-state-department&with=us-defense-department"
PERIODS = "compare/?actor=joe-biden&to=2023-12-31&with=joe-biden&with_from=2024-01-01"
READ = ["deeds/", "arguments/", "coverage/", "positions/", "positions/matrix/", "turns/"]
QUESTION = "questions/supply-atacms/"  # its numbers stand over the list that they count
PAGES = [*READ, "compare/", COMPARED, PERIODS, QUESTION]
THEN = "?question=supply-atacms&question=supply-taurus&as_of=2024-05-31&clock=published"
VIEWS = ["", "?actor=olaf-scholz", "?question=supply-taurus&from=2023-07-01&to=2024-03-31", THEN]
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


def said(root):
    """The texts of a page that are not its furniture."""
    for node in root.all(""):
        if node.own.strip() and not any(is_furniture(above) for above in node.up()):
            yield node


def is_furniture(node):
    """Whether it says nothing of the debate: frame, filters, drawings."""
    return node.name in FURNITURE or node.attributes.get("class") in IN_FORCE


def has_evidence(node):
    """Whether a link in it leads to an event or to a list of events."""
    return any(is_evidence(link.attributes.get("href", "")) for link in node.all("a"))


def is_evidence(link):
    """Whether an address is that of an event or of a list of events."""
    return "/events/" in link or link.startswith(f"{DEBATE}?")


def is_heading(node):
    """Whether it stands over what it names."""
    return node.name in ("h2", "h3")


def is_frame(node):
    """Whether a text is a heading or an argument: they name states, and say nothing of them."""
    names = {above.name for above in node.up()}
    classes = {above.attributes.get("class") for above in node.up()}
    if "paper-head" in classes:
        return True  # the title once more, on paper
    links = {above.attributes.get("href", "").split("-")[0] for above in node.up()}
    return bool(names & {"h1", "h2", "title", "caption"} or "reason-text" in classes or "#argument" in links)


class Crawl:
    """Pages as nodes, each fetched once, and where their links lead."""

    def __init__(self, client):
        self.client, self.fetched, self.led = client, {}, {}

    def page(self, path):
        """The nodes of a page, and those of them that have a name."""
        if path not in self.fetched:
            answer = self.client.get(path, follow=True)
            assert answer.status_code == 200, path
            root = Tree(answer.content.decode()).root
            named = {node.attributes["id"]: node for node in root.all() if "id" in node.attributes}
            self.fetched[path] = root, named
        return self.fetched[path]

    def leads(self, link, path):
        """Whether a link on a page leads to evidence, at once or through the places that it points at.

        A pair to compare leads to the page that compares them, which is looked at itself.
        """
        if is_evidence(link) or link.startswith(f"{DEBATE}compare/?"):
            return True
        there, _, name = link.partition("#")
        if not name or (there and not there.startswith(DEBATE)):
            return False
        there = there or path
        if (there, name) not in self.led:
            self.led[there, name] = False  # as long as it is asked for: no evidence is found in a circle
            place = self.page(there)[1][name]
            headed = [above for above in place.up() if above.name in ("section", "div")][:2]
            self.led[there, name] = any(map(has_evidence, [place, *headed] if is_heading(place) else [place]))
            onward = {inner.attributes.get("href", "") for inner in (headed or [place])[0].all("a")}
            self.led[there, name] |= any(self.leads(one, there) for one in onward if one.startswith("#"))
        return self.led[there, name]

    def bare(self, path, wanted):
        """The wanted texts of a page by which no link leads to evidence, and how many are wanted."""
        nodes = [node for node in said(self.page(path)[0]) if wanted(node.own) and not is_frame(node)]
        return [node.own.strip() for node in nodes if not self.beside(node, path)], len(nodes)

    def beside(self, node, path):
        """Whether it is in, or stands beside, a link that leads to evidence."""
        blocks = [above for above in node.up() if above.name in BLOCKS][:2]
        links = dict.fromkeys(link.attributes.get("href", "") for block in blocks for link in block.all("a"))
        return any(self.leads(link, path) for link in sorted(links, key=is_evidence, reverse=True))


@pytest.fixture
def crawl(client):
    """A crawl of one test."""
    return Crawl(client)


def path_of(page, view):
    """The address of a page with these filters as well."""
    return DEBATE + (f"{page}{view}" if "?" not in page else f"{page}&{view[1:]}".rstrip("&"))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", PAGES)
def test_what_is_said_and_counted_stands_beside_its_evidence(debate, crawl, page, view):
    """Every text that names somebody or holds a number, but for titles, reasons and what filters ask for."""
    names = re.compile("|".join(map(re.escape, Actor.objects.values_list("name", flat=True))))
    titles = re.compile("|".join(map(re.escape, debate.questions.values_list("title", flat=True))))

    def wanted(text):
        said = titles.sub("", text)
        return names.search(said) or (re.search(r"\d", said) and page != QUESTION)

    bare, mentions = crawl.bare(path_of(page, view), wanted)
    assert bare == []
    assert mentions or view


def test_a_bare_sentence_would_be_found():
    page = "<main><div><section><p>Joe Biden opposes it.</p></section></div></main>"
    (node,) = said(Tree(page).root)
    assert not any(has_evidence(above) for above in node.up())
    (node,) = said(
        Tree(f"<p>Joe Biden <a href='{DEBATE}events/no/'>opposes</a></p>".replace("opposes", "")).root
    )
    assert any(has_evidence(above) for above in node.up())


COUNTED = re.compile(r"^\s*(\d+) events?\s*$")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", ["coverage/", "arguments/", "deeds/"])
def test_a_number_of_events_links_to_as_many(client, debate, page, view):
    """In a link that lists them, beside the only such link of its cell, or over the list of them."""
    html = client.get(f"{DEBATE}{page}{view}").content.decode()
    asked = {}
    for node in said(Tree(html).root):
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


def test_the_links_of_these_pages_answer(client, debate):
    links = set()
    for page in READ:
        root = Tree(client.get(f"{DEBATE}{page}").content.decode()).root
        inside = {link.attributes.get("href", "").partition("#")[0] for link in root.all("a")}
        inside = {link for link in inside if link.startswith(DEBATE) and "?" not in link}
        assert len(inside) > 10, page
        links |= inside
    for link in sorted(links)[:: len(links) // 40]:
        assert client.get(link).status_code == 200, link
