"""The HTML of slides as plain text, and the sources that Debateline's own export names in it."""

import re

from .markup import Markup

ADDED = "debateline"  # the class of what an export writes beside the summary
_BLOCKS = frozenset({
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_UNSEEN = frozenset({"iframe", "noscript", "object", "script", "style", "template", "title"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


_ENTITY = re.compile(r"&(?=#?\w+;)")


def unmarked(text):
    """Text for a field from which TimelineJS strips markup: nothing in it may be taken for some.

    It is decoded as HTML once and then shown as HTML, so that an escaped tag would come to life.
    """
    return _ENTITY.sub("& ", text.replace("<", "‹").replace(">", "›"))


class SlideText(Markup):
    """Reads one text of a slide.

    `text` is what a reader sees of it, a paragraph a line, with the addresses that links lead to; `sources`
    are (address, publisher, title) of the links that an export made. What it added is no part of the text.
    """

    def __init__(self, html):
        self.pieces, self.sources = [], []
        self.links = []  # open ones, with where their words begin
        self.silent = []  # tags around what is left out
        self.marked = bool(re.search(r"<[a-z/!]", html, re.IGNORECASE))
        self.feed(html)
        self.close()

    @property
    def text(self):
        """The text, with no blank lines and no blanks at the ends of any."""
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split("\n"))
        return "\n".join(line for line in lines if line)

    @property
    def line(self):
        """The text in one line."""
        return " ".join(self.text.split())

    @property
    def label(self):
        """The text in one line as a field shows it that has no markup."""
        return unmarked(self.line)

    def handle_starttag(self, tag, attrs):
        """Begin an element."""
        attributes = dict(attrs)
        if tag == "a" and "data-publisher" in attributes and self.silent:
            keys = ("href", "data-publisher", "data-title")
            self.sources.append(tuple(attributes.get(key) or "" for key in keys))
        if self.silent or tag in _UNSEEN or ADDED in (attributes.get("class") or "").split():
            if tag not in _VOID:
                self.silent.append(tag)
            return
        if tag in _BLOCKS:
            self.pieces.append("\n")
        if tag == "a":
            self.links.append((attributes.get("href") or "", len(self.pieces)))

    def handle_endtag(self, tag):
        """End an element."""
        if self.silent:
            if tag in self.silent:
                del self.silent[len(self.silent) - 1 - self.silent[::-1].index(tag) :]
            return
        if tag == "a" and self.links:
            self._name_address(*self.links.pop())
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def _name_address(self, url, start):
        """Say after the words of a link where it leads, unless they do."""
        words = "".join(self.pieces[start:])
        if url.lower().startswith(("http://", "https://")) and url not in words:
            self.pieces.append(f" ({url})")

    def handle_data(self, data):
        """Keep what is seen; a line end is a blank in HTML, and a line end in a text without any markup."""
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data) if self.marked else data)
