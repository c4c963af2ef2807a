"""One table of words a language. A table is data: a new language is a new file here and a name in TABLES.

Forms are separated by commas and may be of several words. `sing{ular le}` stands for "singular" and "single";
`{@adj}` for the endings listed under ENDINGS["adj"]; a final full stop marks an abbreviation, with which the stop
is optional and belongs to the word.
"""

TABLES = ("en", "uk", "ru", "de", "fr", "pl")
