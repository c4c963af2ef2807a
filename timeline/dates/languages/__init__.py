"""One table of words a language. A table is data: a new language is a new file here and a name in TABLES.

Forms are separated by commas and may be of several words. `sing{ular le}` stands for "singular" and "single",
`{@adj}` for the endings listed under ENDINGS["adj"]. A final stop marks an abbreviation: the stop is then
optional and belongs to the word. The keys of WORDS are the kinds that the grammar asks for.
"""

TABLES = ("en", "uk", "ru", "de", "fr", "pl")

_ISO_639_2 = {
    "eng": "en",
    "ukr": "uk",
    "rus": "ru",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "pol": "pl",
}


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, in two letters where it has a table: "de-AT", "pl_PL" and "fra" alike."""
    subtag = tag.replace("_", "-").split("-", 1)[0].lower()
    return _ISO_639_2.get(subtag, subtag)
