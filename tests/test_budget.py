"""What a page may cost: its bytes, and queries that do not grow with the debate."""

import gzip

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from timeline.models import Event

PATHS = [
    "",
    "events.json",
    "chart.json",
    "?actor={actor}&stance=supports",
    "?q=the",
    "events/{event}/",
    "actors/{actor}/",
]


def test_the_first_view_is_light(client, debate):
    html = client.get(debate.get_absolute_url()).content
    assert html.count(b'class="card') == 100
    assert len(gzip.compress(html)) < 150_000


@pytest.fixture(scope="module")
def debates(django_db_setup, django_db_blocker):
    """Two made-up debates, a small and a large one, in a transaction around those of the tests."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        call_command("synthesize", events=10, slug="ten", verbosity=0)
        call_command("synthesize", events=3_000, slug="ten-hundreds", verbosity=0)
    yield ["ten", "ten-hundreds"]
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.mark.parametrize("path", PATHS)
def test_queries_do_not_grow_with_the_debate(client, db, debates, path):
    few, many = (queries(client, debate, path) for debate in debates)
    # A crowded chart asks once for its density and once for the lane of all others, and nothing more;
    # a page without anything of a kind (no argument, say) asks for one thing less.
    assert abs(many - few) <= 3
    assert many < 40


def queries(client, debate, path):
    """How many queries a page takes of a debate, with nothing remembered."""
    event = Event.objects.filter(debate__slug=debate, actors__isnull=False, status="published").first()
    path = path.format(actor=event.actors.first().slug, event=event.slug)
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(f"/{debate}/{path}")
    assert answer.status_code == 200
    return len(asked)
