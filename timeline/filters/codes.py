"""Codes in words: countries and languages, in the language spoken now, from the Unicode locale data."""

from functools import cache

from babel import Locale

from timeline.translation import language


@cache
def _locale(code):
    return Locale(code)


def country_name(code):
    """The name of a country by its ISO 3166 code; the code itself where there is none."""
    return _locale(language()).territories.get(code.upper(), code)


def language_name(code):
    """The name of a language by its BCP 47 code; the code itself where there is none."""
    return _locale(language()).languages.get(code.lower().split("-")[0], code)
