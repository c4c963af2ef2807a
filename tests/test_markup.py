"""One pass over HTML: the same as Python's parser on what pages hold, and an end to what has none."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ingest.article_text import Unreadable, text_of
from timeline.ingest.markup import Markup
from timeline.ingest.page_facts import facts_of_html


class Heard:
    """Notes what it is told."""

    def __init__(self):
        super().__init__()
        self.said = []

    def handle_starttag(self, tag, attrs):
        self.said.append((tag, attrs))

    def handle_endtag(self, tag):
        self.said.append(f"/{tag}")

    def handle_comment(self, data):
        self.said.append(("comment", data))

    def handle_data(self, data):
        """Text may come in pieces."""
        if self.said and isinstance(self.said[-1], list):
            self.said[-1] = [self.said[-1][0] + data]
        else:
            self.said.append([data])


class Ours(Heard, Markup):
    pass


class Pythons(Heard, HTMLParser):
    handle_startendtag = Heard.handle_starttag


def heard(reader, page):
    reader.feed(page)
    reader.close()
    return reader.said


PAGES = [
    "<p>One &amp; <b class=x>two</b> &lt;3 &#8211; &nope;</p>",
    '<a href="a?b=1&amp;c=2" title=\'5 > 3\' hidden>x</a>',
    "<br/><img src=a.png alt=''/><input value = 5 disabled>",
    "<P CLASS='A B'>Caps</P >",
    "<!-- a < b > c --><p>x<!----></p>",
    "<!doctype html><html><head><title>a &amp; b</title></head>",
    "<script>if (a < b && c > d) write('<p>')</script><p>x</p>",
    "<script type=x>a</SCRIPT ><style>p > a { }</style>",
    "5 < 6 and 7 > 6 <",
    "<?xml version='1.0'?><p>x",
    "</p></nothing>",
    "<p\n  id=\"a\"\n>x\n</p\n>",
    "<svg:path d='M0'/><my-tag a:b=c>",
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_read_as_python_reads_them(page):
    pythons = Pythons()
    pythons.unknown_decl = pythons.handle_pi = pythons.handle_decl = lambda data: None
    assert heard(Ours(), page) == heard(pythons, page)


pieces = st.sampled_from(
    ["<p>", "</p>", "<a b='", "<!--", "-->", "<!", "<?", "</", "<script>", "&amp;", "x", '"', ">"]
)


@given(st.lists(pieces).map("".join))
def test_whatever_a_page_holds_is_read_to_its_end(page):
    text = "".join(part[0] for part in heard(Ours(), page) if isinstance(part, list))
    assert len(text) <= len(page)
    facts_of_html(page)


ENDLESS = [
    "<!--",
    "<!",
    "<?",
    "</",
    "<a",
    '<a x="',
    "<a x='\"",
    "<![CDATA[",
    "<script>",
    "<a ///",
    "<nav><b></c>",
]


@pytest.mark.parametrize("piece", ENDLESS)
def test_what_has_no_end_comes_to_one(piece):
    """Python's parser would take hours for these."""
    page = piece * 100_000
    with pytest.raises(Unreadable, match="There is no text in it"):
        text_of("a.html", page.encode())
