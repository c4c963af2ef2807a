"""Full-text search that answers alike on SQLite (FTS5) and PostgreSQL (tsvector).

Both databases index `Event.search_text`, words that Python has folded: no accents, no case, nothing
but letters and digits between single blanks. So the two can only disagree on what a word is if they
split at something other than a blank, and there is nothing else left to split at.
"""

import re
import unicodedata

from django.db import connections
from django.db.models.expressions import RawSQL

WORDS_AT_MOST = 12  # enough for anyone's question; bounds the work


def fold(text):
    """The text as it is indexed: lower case, without accents, words between single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", plain))


def matching(rows, text):
    """Narrow events to those with all the words, each matched by its beginning."""
    words = fold(text).split()[:WORDS_AT_MOST]
    if not words:
        return rows.none() if text.strip() else rows
    if connections[rows.db].vendor == "postgresql":
        query = " & ".join(f"{word}:*" for word in words)
        sql = (
            "SELECT id FROM timeline_event "
            "WHERE to_tsvector('simple', search_text) @@ to_tsquery('simple', %s)"
        )
    else:
        query = " ".join(f'"{word}"*' for word in words)
        sql = "SELECT rowid FROM timeline_event_search WHERE timeline_event_search MATCH %s"
    return rows.filter(pk__in=RawSQL(sql, [query]))
