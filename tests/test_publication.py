"""What is new to readers: an event is, from the moment at which it was first published, not entered."""

from datetime import UTC, date, datetime

import feedparser
import icalendar
import pytest
import time_machine
from django.utils import timezone

from timeline.models import Debate, Event, changing
from timeline.models.restoring import bring_back, deleted

pytestmark = pytest.mark.django_db
MARCH, MAY, JULY, OCTOBER = (datetime(2026, month, 3, 9, 30, tzinfo=UTC) for month in (3, 5, 7, 10))


@pytest.fixture
def draft():
    """Entered in March."""
    with time_machine.travel(MARCH, tick=False):
        bridge = Debate.objects.create(slug="bridge", title="A bridge over the Lune")
        return bridge.events.create(
            slug="speech", title="Speech", kind="statement", date_text="11 August", anchor=date(2023, 8, 31)
        )


def saved(draft):
    draft.status = "published"
    draft.save()


def updated(draft):
    Event.objects.filter(pk=draft.pk).update(status="published", changed_at=timezone.now())


def upserted(draft):
    row = Event.objects.get(pk=draft.pk)
    row.status = "published"
    Event.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=["status", "changed_at"]
    )


PUBLISHING = [saved, updated, upserted]


def publish(draft, publishing, at):
    with time_machine.travel(at, tick=False), changing(None, "It is ready."):
        publishing(draft)
    draft.refresh_from_db()


@pytest.mark.parametrize("publishing", PUBLISHING)
def test_what_was_entered_in_march_and_published_in_may_is_new_in_may(client, draft, publishing):
    assert draft.published_at is None
    publish(draft, publishing, MAY)
    assert draft.published_at == MAY
    with time_machine.travel(JULY, tick=False):
        page = client.get("/bridge/?since=2026-04-30").text
        assert '<span class="fresh">new</span>' in page
        entry = feedparser.parse(client.get("/bridge/events.atom").content).entries[0]
        calendar = icalendar.Calendar.from_ical(client.get("/bridge/events.ics").getvalue())
        assert entry.published.startswith("2026-05-03")
        assert calendar.events[0]["CREATED"].dt == MAY
        assert '"datePublished": "2026-05-03' in client.get("/bridge/events/speech/").text


def test_it_stays_new_in_may_whatever_becomes_of_it(client, draft):
    publish(draft, saved, MAY)
    for at, status, reason in (
        (JULY, "withdrawn", "It was a hoax."),
        (JULY, "published", ""),
        (OCTOBER, "published", ""),
    ):
        with time_machine.travel(at, tick=False), changing(None, "Looked into."):
            draft.status, draft.withdrawn_reason, draft.title = status, reason, f"Speech, {at:%B}"
            draft.save()
        draft.refresh_from_db()
        assert draft.published_at == MAY
    with time_machine.travel(OCTOBER, tick=False):
        assert '<span class="fresh">changed</span>' in client.get("/bridge/?since=2026-09-01").text


def test_one_change_that_publishes_leaves_one_record_which_knows_when(draft):
    publish(draft, updated, MAY)
    records = Event.history.filter(id=draft.pk).order_by("history_id")
    assert [(record.history_type, record.published_at) for record in records] == [("+", None), ("~", MAY)]


def test_what_is_brought_back_is_as_new_as_it_was(draft):
    publish(draft, saved, MAY)
    with changing(None, "By mistake."):
        draft.delete()
    (record,) = deleted(Event)
    with time_machine.travel(OCTOBER, tick=False), changing(None, "Not at all."):
        bring_back(record)
    assert Event.objects.get(slug="speech").published_at == MAY
