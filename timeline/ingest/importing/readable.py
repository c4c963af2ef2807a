"""A long transaction that lets readers read."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def readable():
    """Keep an SQLite database readable while much is written to it in one transaction.

    What does not fit its page cache SQLite writes into the file before the commit, and from then on nobody
    can read: 5,000 rows shut readers out for twelve seconds. So the pages stay in memory, some 3 KB a row.
    To be opened before the transaction: inside one SQLite does not take the setting.
    """
    if connection.vendor != "sqlite":
        yield
        return
    _spill("OFF")
    try:
        yield
    finally:
        _spill("ON")


def _spill(value):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA cache_spill={value}")
