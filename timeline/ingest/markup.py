"""Reading HTML from anywhere in one pass: in a time that grows with its length, however it is written.

Python's own parser looks for the end of every comment, declaration or tag anew, and takes hours for a page of
a few megabytes that ends none of them. Here, as in browsers, what has no end goes to the end of the page.
"""

import re
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_TAG_END = re.compile(r"[^>]*>")
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}


class Markup:
    """Calls `handle_starttag`, `handle_endtag`, `handle_data` and `handle_comment` as `HTMLParser` does."""

    def feed(self, page):
        """Read a whole page."""
        at = 0
        while (opening := page.find("<", at)) >= 0:
            if opening > at:
                self.handle_data(unescape(page[at:opening]))
            at = self._markup(page, opening)
        if at < len(page):
            self.handle_data(unescape(page[at:]))

    def close(self):
        """The page has ended."""

    def _markup(self, page, at):
        """Read what begins with "<"; returns where it ends."""
        if found := _TAG.match(page, at):
            return self._tag(page, found)
        if page.startswith("<!--", at):
            end = _or_end(page, page.find("-->", at + 4), 3)
            self.handle_comment(page[at + 4 : end].removesuffix("-->"))
            return end
        if page.startswith(("<!", "<?", "</"), at):
            return _or_end(page, page.find(">", at), 1)
        self.handle_data("<")
        return at + 1

    def _tag(self, page, found):
        name, at, attributes = found[2].lower(), found.end(), []
        while attribute := _ATTRIBUTE.match(page, at):
            value = next((value for value in attribute.groups()[1:] if value is not None), None)
            attributes.append((attribute[1].lower(), None if value is None else unescape(value)))
            at = attribute.end()
        end = _TAG_END.match(page, at)
        if end is None:
            return len(page)
        if found[1]:
            self.handle_endtag(name)
            return end.end()
        self.handle_starttag(name, attributes)
        return self._raw(page, name, end.end()) if name in _RAW else end.end()

    def _raw(self, page, name, at):
        """What stands in a script or a style is no markup; returns where its end tag begins."""
        end = _RAW[name].search(page, at)
        end = end.start() if end else len(page)
        if end > at:
            self.handle_data(page[at:end])
        return end

    def handle_starttag(self, tag, attrs):
        """A tag begins; `attrs` are (name, value or None)."""

    def handle_endtag(self, tag):
        """A tag ends."""

    def handle_data(self, data):
        """Text, with its entities resolved."""

    def handle_comment(self, data):
        """A comment."""


def _or_end(page, found, length):
    return len(page) if found < 0 else found + length
