"""Settles what the tests run on, before Django's settings are imported: `--database sqlite|postgresql`.

`--asking` runs only those that ask the database, for a second run on the other one: the rest would do the
same again, and so would what a browser shows, but for the pages named here.

Loaded by `-p tests.database`, because a conftest is read after pytest-django has read the settings. The
workers of pytest-xdist inherit the environment, and so the one PostgreSQL server, from the first process.
"""

import os

import pytest

from tests.postgres import Postgres

ENVIRONMENT = {
    "SECRET_KEY": "the-tests-sign-with-this-and-nothing-else-ever-does-0123456789",
    "DEBUG": "false",
    "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
    "SECURE_SSL_REDIRECT": "false",
    "SECURE_HSTS_SECONDS": "0",
    "SECURE_COOKIES": "false",
    "DATABASE_URL": "sqlite://:memory:",
    "DATABASE_POOL": "false",  # it opens connections whenever it likes; no database is dropped under one
}
# A developer's own environment must not decide whether the tests pass.
UNSET = (
    "SECRET_KEY_FALLBACKS",
    "CSRF_TRUSTED_ORIGINS",
    "CACHE_URL",
    "STATIC_ROOT",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_HSTS_PRELOAD",
    "BEHIND_TLS_PROXY",
    "SHARING",
    "PROXIES",
    "CORRECTIONS",
    "FETCHING",
    "LOG_LEVEL",
    "DJANGO_SETTINGS_MODULE",
)
SERVER = pytest.StashKey[Postgres]()
BROWSER_TESTS = {"test_smoke.py"}  # those run on either database
# Files, or one test of a file, that read pages word by word: what a database answers, other tests settle.
READERS = {
    "test_embed.py",
    "test_evidence.py",
    "test_framing.py",
    "test_importing_hostile.py::test_a_file_that_cannot_be_used_says_why",
    "test_languages.py",
    "test_natural_keys.py",
    "test_leaks.py::test_no_public_address_tells",
    "test_leaks.py::test_what_is_kept_of_it_is_not_told_once_it_is_withdrawn",
    "test_places.py",
    "test_previews.py",
    "test_who_may_what.py",
}


def pytest_addoption(parser):
    """Add `--database`."""
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="what the tests run on; postgresql starts a server of its own, installed with the tests",
    )

    parser.addoption("--asking", action="store_true", help="only the tests that ask the database")


def pytest_collection_modifyitems(config, items):
    """With `--asking`, leave out what no database decides."""
    if config.getoption("asking"):
        kept = [item for item in items if asks(item)]
        config.hook.pytest_deselected(items=[item for item in items if not asks(item)])
        items[:] = kept


def asks(item):
    """Whether a test asks the database."""
    if "site" in item.fixturenames or "own_site" in item.fixturenames:
        return item.path.name in BROWSER_TESTS
    if {item.path.name, f"{item.path.name}::{item.originalname}"} & READERS:
        return False
    marked = item.get_closest_marker("django_db")
    return bool(marked) or not {"db", "transactional_db"}.isdisjoint(item.fixturenames)


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config):
    """Set the environment, with the server running; a wrapper, so that it comes before pytest-django."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        settle_environment()
        if early_config.known_args_namespace.database == "postgresql":
            server = early_config.stash[SERVER] = Postgres()
            early_config.add_cleanup(server.stop)
            os.environ["DATABASE_URL"] = server.url
    return (yield)


def settle_environment():
    """Exactly the tests' environment, whatever was set before, also as `..._FILE`."""
    for name in (*ENVIRONMENT, *UNSET):
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)
    os.environ.update(ENVIRONMENT)


def pytest_report_header(config):
    """Say it at the top of the run."""
    return f"database: {config.getoption('database')}"
