"""What every test can count on: a fixed set of examples, no network, and the real debate for the asking."""

import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests import network, strays

REAL_DEBATE = settings.BASE_DIR / "fixtures" / "long-range-weapons.json"

# The same examples on every run and machine; how long one takes never decides.
# `pytest --hypothesis-profile=thorough` looks further.
fixed = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
hypothesis_settings.register_profile("fixed", derandomize=True, **fixed)
hypothesis_settings.register_profile("thorough", max_examples=2000, **fixed)
hypothesis_settings.load_profile("fixed")


def pytest_configure(config):
    """Serve static files as they lie, and hash passwords cheaply: neither is what a test is about."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    network.forbid()
    strays.watch()


def pytest_collection_modifyitems(items):
    """Tests with the real debate come late, because it is committed once and then stays in the database.

    Before them, those that flush the database; after them, those that flush it and want the debate. Last
    come the browser's: as long as Playwright's loop runs in a process, Django opens a second connection
    there, which keeps PostgreSQL from dropping the test database.
    """
    items.sort(key=lambda item: (in_browser(item), wants_debate(item) * (1 + is_transactional(item))))


def in_browser(item):
    """Whether the test drives a browser."""
    return "browser" in item.path.parent.name


def wants_debate(item):
    """Whether the test reads the real debate."""
    return "real_debate" in item.fixturenames


def is_transactional(item):
    """Whether the test commits, so that the database is flushed after it."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in item.fixturenames


@pytest.fixture(autouse=True)
def no_network():
    """Fail the test that tried to leave this machine, also when its code swallowed the refusal."""
    network.attempts.clear()
    yield
    assert not network.attempts, f"the test tried to reach {network.attempts}"


@pytest.fixture(autouse=True)
def no_strays():
    """Fail the test in which the application wrote something that history cannot give a reason for."""
    strays.found.clear()
    yield
    assert not strays.found, f"outside of any change: {strays.found}"


@pytest.fixture(scope="session")
def real_debate(django_db_setup, django_db_blocker):
    """Load the real debate once for all tests of this worker, outside their transactions."""
    with django_db_blocker.unblock():
        load_real_debate()


@pytest.fixture
def debate(real_debate, db):
    """The real debate, over long-range weapons for Ukraine; changes to it last for one test."""
    from timeline.models import Debate

    if not Debate.objects.exists():  # flushed by a test that commits
        load_real_debate()
    return Debate.objects.get(slug="long-range-weapons")


def load_real_debate():
    """Bring `fixtures/long-range-weapons.json` into the database."""
    from timeline.ingest.debate_file import load_text

    load_text(REAL_DEBATE.read_bytes())
