"""A language that the address says stays: every address of this site on the page, or in a redirect, says it.

One place sees to it, so that no template can forget it. Addresses of files and of the admin have no language,
and an address that says its own keeps it. A form that is sent by its address carries it as a field.
"""

import re

from django.conf import settings
from django.urls import reverse

from timeline.languages import KEY

# Tags of pages that carry addresses; drawings link with `a`.
_TAG = re.compile(r"<(?:a|form|link|meta|figure|input|p|iframe)\s[^>]*>")
_ADDRESS = re.compile(r'(\s(?:href|src|action|content|hx-get|data(?:-[a-z]+)*-url)=")([^"]+)(?=")')
_FORM = re.compile(r'<form\s[^>]*\bmethod="get"')
_SAYS_ITS_OWN = re.compile(rf"[?&;]{KEY}=")


def carried_by_page(html, code, site):
    """The page with `lang` on all of its addresses; `site` is the origin that absolute ones begin with."""
    field = f'<input type="hidden" name="{KEY}" value="{code}">'

    def with_language(found):
        attribute, value = found[1], found[2]
        # What a page says of itself may be any text; an address in it is a whole one.
        text = attribute.endswith('content="') and not value.startswith(f"{site}/")
        return attribute + (value if text else carried(value, code, site, "&amp;"))

    def each(tag):
        if "hreflang=" in tag[0]:
            return tag[0]
        return tag[0] + field if _FORM.match(tag[0]) else _ADDRESS.sub(with_language, tag[0])

    return _TAG.sub(each, html)


def carried(address, code, site="", ampersand="&"):
    """The address with `lang`, if it is one of this site's pages and says no language of its own."""
    path = address.removeprefix(site)
    if not _is_page(path) or _SAYS_ITS_OWN.search(path):
        return address
    before, hash_mark, fragment = address.partition("#")
    joint = ampersand if "?" in before else "?"
    return f"{before}{joint}{KEY}={code}{hash_mark}{fragment}"


def _is_page(path):
    if path.startswith("?"):
        return True
    without = (settings.STATIC_URL, reverse("admin:index"))
    return path.startswith("/") and not path.startswith(("//", *without))
