"""Codes in words: countries and languages, from the Unicode locale data."""

from functools import cache

from babel import Locale

READERS = Locale("en")  # the language that pages are written in


@cache
def country_name(code):
    """The name of a country by its ISO 3166 code; the code itself where there is none."""
    return READERS.territories.get(code.upper(), code)


@cache
def language_name(code):
    """The name of a language by its BCP 47 code; the code itself where there is none."""
    return READERS.languages.get(code.lower().split("-")[0], code)
