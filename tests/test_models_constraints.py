"""What the database itself refuses, whoever writes to it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from timeline.models import Debate

pytestmark = pytest.mark.django_db


@pytest.fixture
def debate():
    return Debate.objects.create(slug="weapons", title="Weapons")


@pytest.mark.parametrize("url", ["", "https://example.org/a", "http://example.org", "HTTPS://EXAMPLE.ORG"])
def test_a_source_stands_on_the_web_or_nowhere(debate, url):
    source = debate.sources.create(slug="isw", title="Assessment", publisher="ISW", url=url)
    source.full_clean()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/a", "data:text/html,x", "//a.org"])
def test_a_source_has_no_other_address(debate, url):
    source = debate.sources.model(debate=debate, slug="isw", title="Assessment", publisher="ISW", url=url)
    with pytest.raises(ValidationError, match="http:// or https://"):
        source.full_clean()
    with pytest.raises(IntegrityError, match="source_url_of_the_web"):
        source.save()


@pytest.mark.parametrize(
    ("rows", "fields", "constraint"),
    [
        ("actors", {"name": "Olaf Scholz", "kind": "dragon"}, "actor_kind_known"),
        ("events", {"title": "A vote", "kind": "gossip"}, "event_kind_known"),
        ("events", {"title": "A vote", "kind": "vote", "status": "lost"}, "event_status_known"),
        ("events", {"title": "A vote", "kind": "vote", "importance": 4}, "event_importance_known"),
    ],
)
def test_a_choice_is_one_of_those_there_are(debate, rows, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        getattr(debate, rows).create(slug="a", **fields)
