"""The text of a saved page: what a reader of the article would read, paragraph by paragraph."""

import re
from collections import Counter

from .markup import Markup

_NOT_READ = """
script style noscript template svg head nav footer form button select iframe object figure aside
"""
_SILENT = frozenset(_NOT_READ.split())
_PARTING = """
p div section article main header h1 h2 h3 h4 h5 h6 li ul ol blockquote table tr td th dl dt dd pre hr body
"""
_BLOCKS = frozenset(_PARTING.split())
_EMPTY = {"br", "hr", "img", "input", "meta", "link", "source", "wbr"}
_SPACE = re.compile(r"[^\S\u2028]+")
_BREAK = "\u2028"  # a line's end within a paragraph, until the white space has been joined


def text_of_html(page):
    """The paragraphs of a page as text, a blank line between them.

    Where the page marks its article with `<article>` or `<main>`, only what stands in there counts.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    marked = [said for said, inside in reader.paragraphs if inside]
    return "\n\n".join(marked or [said for said, _ in reader.paragraphs])


class _Reader(Markup):
    """Collects (paragraph, whether it stands in the marked article)."""

    def __init__(self):
        self.paragraphs, self.said = [], []
        self.silent, self.marked = [], 0
        self.within = Counter()  # how often each tag is in `silent`

    def handle_starttag(self, tag, attrs):
        """A block begins a paragraph; what readers do not read is passed over to its end."""
        if tag in _BLOCKS:
            self.end_paragraph()
        if tag == "br":
            self.said.append(_BREAK)
        if tag in _EMPTY:
            return
        hidden = any(name == "hidden" or (name, value) == ("aria-hidden", "true") for name, value in attrs)
        if self.silent or tag in _SILENT or (hidden and tag not in {"html", "body"}):
            self.silent.append(tag)
            self.within[tag] += 1
        elif tag in {"article", "main"}:
            self.marked += 1

    def handle_endtag(self, tag):
        """A block ends its paragraph; ends that nothing began are passed over."""
        if self.within[tag]:
            self._speak(tag)
            return
        if tag in _BLOCKS:
            self.end_paragraph()
        if tag in {"article", "main"} and self.marked and not self.silent:
            self.marked -= 1

    def _speak(self, tag):
        """End the innermost silent tag of this name, and with it all that began inside."""
        ended = None
        while ended != tag:
            ended = self.silent.pop()
            self.within[ended] -= 1

    def handle_data(self, data):
        """Text, unless nobody reads it."""
        if not self.silent:
            self.said.append(data)

    def close(self):
        """The last paragraph may have no end."""
        super().close()
        self.end_paragraph()

    def end_paragraph(self):
        """Put down what was said since the last block."""
        said = _SPACE.sub(" ", "".join(self.said)).replace(_BREAK, "\n").strip()
        self.said = []
        if said:
            self.paragraphs.append((said, self.marked > 0))
