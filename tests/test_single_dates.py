"""Fields for one date in the admin: any words that mean one, read while they are typed and on saving."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.forms import ValidationError

from tests.admin_pages import seen
from tests.importing import lunford
from timeline.admin.single_dates import DayField, EdtfField
from timeline.models import Affiliation, Source

pytestmark = pytest.mark.django_db
READING = "/admin/timeline/event/reading/"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2024-11-26", "2024-11-26"), ("26 November 2024", "2024-11-26"), ("November 2024", "2024-11"),
        ("26. November 2024", "2024-11-26"), ("26 листопада 2024 року", "2024-11-26"), ("2024-11", "2024-11"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_that_need_no_anchor_become_edtf(typed, edtf):
    assert EdtfField(required=False).clean(typed) == edtf


@pytest.mark.parametrize("typed", ["last week", "mid-November", "the ides", "30 February 2024"])
def test_words_that_need_one_are_refused_with_what_would_do(typed):
    with pytest.raises(ValidationError, match="write it as 2024-11-26, as 26 November 2024"):
        EdtfField(required=False).clean(typed)


def test_a_day_is_one_day():
    assert DayField().clean("10 May 2021") == date(2021, 5, 10)
    assert DayField().clean("") is None
    with pytest.raises(ValidationError, match="“May 2021” is May 2021, not one day"):
        DayField().clean("May 2021")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"single": "edtf", "date_text": "26 November 2024"}, "26 November 2024</strong>"),
        ({"single": "day", "date_text": "May 2021"}, "not one day"),
        ({"single": "day", "date_text": "10 May 2021"}, "<code>2021-05-10</code>"),
        ({"date_text": "mid-November", "anchor": "2024-11-26"}, "[2024-11-11..2024-11-20]"),
    ],
)
def test_what_is_typed_is_read_and_drawn_at_once(admin_client, asked, says):
    answer = admin_client.get(READING, asked)
    assert says in answer.text
    assert ("<svg" in answer.text) == ("refused" not in answer.text)
    assert "<a " not in answer.text, "nothing in the strip is to be clicked"


def test_a_source_and_an_affiliation_are_dated_in_words(admin_client):
    debate = lunford()
    source = {
        "debate": debate.pk, "title": "Mayor wants a tram", "slug": "tram", "publisher": "Lunford Courier",
        "published": "26 November 2024", "published_basis": "stated", "language": "en",
    }  # fmt: skip
    admin_client.post("/admin/timeline/source/add/", source)
    assert Source.objects.get().published == "2024-11-26"
    ada, council = debate.actors.get(slug="ada-brook"), debate.actors.get(slug="town-council")
    actor = {
        "name": "Ada Brook", "slug": "ada-brook", "kind": "person", "aliases": "",
        "affiliations-TOTAL_FORMS": 1, "affiliations-INITIAL_FORMS": 0, "affiliations-0-actor": ada.pk,
        "affiliations-0-organisation": council.pk, "affiliations-0-role": "mayor",
        "affiliations-0-start": "10 May 2021", "affiliations-0-end": "May 2025",
    }  # fmt: skip
    url = f"/admin/timeline/actor/{ada.pk}/change/"
    actor |= seen(admin_client, url, {})
    assert "“May 2025” is May 2025, not one day" in admin_client.post(url, actor).text
    admin_client.post(url, actor | {"affiliations-0-end": ""})
    assert Affiliation.objects.get().start == date(2021, 5, 10)


def test_no_citation_has_another_date_without_a_reason():
    debate = lunford()
    event = debate.events.create(slug="vote", title="A vote", kind="vote")
    source = debate.sources.create(slug="minutes", title="Minutes", publisher="Council")
    with pytest.raises(IntegrityError), transaction.atomic():
        event.citations.create(source=source, date_override="2024-11-12")
