"""The search index as the database keeps it: made by a migration, kept in step by the database itself.

SQLite loses triggers when a migration rebuilds `timeline_event`: such a migration runs `create` again
after its change. A test watches over it.
"""

SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS timeline_event_search USING fts5("
    "search_text, content='timeline_event', content_rowid='id', prefix='2 3')",
    "CREATE TRIGGER IF NOT EXISTS timeline_event_search_insert AFTER INSERT ON timeline_event BEGIN "
    "INSERT INTO timeline_event_search(rowid, search_text) VALUES (new.id, new.search_text); END",
    "CREATE TRIGGER IF NOT EXISTS timeline_event_search_delete AFTER DELETE ON timeline_event BEGIN "
    "INSERT INTO timeline_event_search(timeline_event_search, rowid, search_text) "
    "VALUES ('delete', old.id, old.search_text); END",
    "CREATE TRIGGER IF NOT EXISTS timeline_event_search_update AFTER UPDATE OF search_text ON timeline_event "
    "BEGIN INSERT INTO timeline_event_search(timeline_event_search, rowid, search_text) "
    "VALUES ('delete', old.id, old.search_text); "
    "INSERT INTO timeline_event_search(rowid, search_text) VALUES (new.id, new.search_text); END",
    "INSERT INTO timeline_event_search(timeline_event_search) VALUES ('rebuild')",
)
POSTGRESQL = (
    "CREATE INDEX IF NOT EXISTS timeline_event_search ON timeline_event "
    "USING gin (to_tsvector('simple', search_text))",
)


def create(apps, schema_editor):
    """Make the index where it is missing, and fill it."""
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    for statement in statements:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    """Take the index away."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS timeline_event_search")
        return
    for event in ("insert", "delete", "update"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS timeline_event_search_{event}")
    schema_editor.execute("DROP TABLE IF EXISTS timeline_event_search")
