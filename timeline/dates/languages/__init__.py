"""One table of words a language. A table is data: a new language is a new file here and a name in TABLES.

Forms are separated by commas and may be of several words. `sing{ular le}` stands for "singular" and "single",
`{@adj}` for the endings listed under ENDINGS["adj"]. A final stop marks an abbreviation: the stop is then
optional and belongs to the word. The keys of WORDS are the kinds that the grammar asks for.
"""

TABLES = ("en", "uk", "ru", "de", "fr", "pl")
