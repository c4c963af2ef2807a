"""The languages that pages are written in: which there are, and which one a request gets.

An address may say it (`lang=de`), else the browser does. No cookie is read and none is set.
"""

from django.conf import settings
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

# {code in addresses: code in the settings}: of a language there is one variant.
CODES = {code.split("-")[0]: code for code, _ in settings.LANGUAGES}
NAMES = {code.split("-")[0]: name for code, name in settings.LANGUAGES}
DEFAULT = settings.LANGUAGE_CODE.split("-")[0]
KEY = "lang"


def asked(query):
    """The language that a query asks for, or "" where it asks for none that there is."""
    code = query.get(KEY, "")
    return code if code in CODES else ""


def preferred(header):
    """The best language for an Accept-Language header; English where there is nothing better."""
    for code, _ in parse_accept_lang_header(header):
        if code == "*":
            break
        try:
            return get_supported_language_variant(code).split("-")[0]
        except LookupError:
            continue
    return DEFAULT
