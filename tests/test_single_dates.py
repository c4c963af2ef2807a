"""Fields for one date in the admin: any words that mean one, read while they are typed and on saving."""

import json
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.forms import ValidationError

from tests.admin_pages import seen
from tests.importing import lunford, problems, sheet, written
from timeline.admin.single_dates import DayField, EdtfField
from timeline.ingest.debate_file import load_text
from timeline.ingest.problems import BadFile
from timeline.models import Affiliation, Event, Source

pytestmark = pytest.mark.django_db
EDTF = ["slug", "title", "kind", "edtf", "date_basis"]
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


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"date_text": "Sunday, 24 September 2023"}, "<code>2023-09-24</code>"),
        ({"date_text": "24. September", "language": "de", "anchor": "2023-10-02"}, "<code>2023-09-24</code>"),
        ({"date_text": "yesterday", "anchor": "2023-10-02"}, "<code>2023-10-01</code>"),
        ({"date_text": "since May 2023"}, "give a date that has an end"),
        ({"date_text": "Resolution 2722"}, "No date was found in it"),
    ],
)
def test_an_articles_day_is_read_in_its_words_as_one_types(admin_client, asked, says):
    assert says in admin_client.get(READING, {"single": "published"} | asked).text


def test_an_article_that_states_no_day_is_not_told_that_this_is_none(admin_client):
    assert not admin_client.get(READING, {"single": "published", "date_text": "Not stated"}).text.strip()


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("event", ["date_text", "citations-__prefix__-date_text"]),
        ("citation", ["date_text"]),
        ("source", ["published"]),
        ("actor", ["affiliations-__prefix__-start", "affiliations-__prefix__-end"]),
        ("article", ["date_text", "inferred"]),
    ],
)
def test_every_date_that_is_typed_has_its_reading_beside_it(admin_client, page, fields):
    lunford()
    text = admin_client.get(f"/admin/timeline/{page}/add/").text
    assert all(f'name="{field}"' in text for field in fields)
    assert text.count('class="date-reading"') == len(fields)
    assert "admin-dates" in text
    # A reading is heard once and in one sentence, which the script says; the strip is there to be seen.
    assert "aria-live" not in text


@pytest.mark.parametrize(
    ("anchor", "says"),
    [
        ("26 November 2024", "<code>[2024-11-11..2024-11-20]</code>"),
        ("2024-13-45", "“2024-13-45” is no day"),
    ],
)
def test_the_day_that_words_are_read_against_is_typed_in_any_words(admin_client, anchor, says):
    assert says in admin_client.get(READING, {"date_text": "mid-November", "anchor": anchor}).text


@pytest.mark.parametrize(("basis", "told"), [("", True), ("T", False)])
def test_an_override_asks_for_its_reason_as_one_types(admin_client, basis, told):
    asked = {"date_text": "mid-November", "date_override": "2024-11-12", "date_basis": basis}
    assert ("cannot be saved without the reason" in admin_client.get(READING, asked).text) == told


def by_form(client, debate, basis):
    form = {
        "debate": debate.pk, "title": "A vote", "slug": "vote", "kind": "vote", "importance": 2,
        "status": "draft",
        "date_override": "2024-11-12", "date_basis": basis, "throughout_override": "unknown",
    }  # fmt: skip
    for part in ("citations", "positions", "event_topics"):
        form |= {f"{part}-TOTAL_FORMS": 0, f"{part}-INITIAL_FORMS": 0}
    return client.post("/admin/timeline/event/add/", form).text


def by_sheet(client, debate, basis):
    run = written(sheet(["vote", "A vote", "vote", "2024-11-12", basis], header=EDTF), debate)
    return " ".join(fault for _, _, fault in problems(run))


def by_debate_file(client, debate, basis):
    record = {"slug": "vote", "title": "A vote", "kind": "vote", "date_override": "2024-11-12"}
    run = written(json.dumps({"format": 1, "events": [record | {"date_basis": basis}]}), debate)
    return " ".join(fault for _, _, fault in problems(run))


def by_loading(client, debate, basis):
    record = {"slug": "vote", "title": "A vote", "kind": "vote", "date_override": "2024-11-12"}
    file = {
        "format": 1,
        "debate": {"slug": "tram", "title": "Tram"},
        "events": [record | {"date_basis": basis}],
    }
    lists = {kind: [] for kind in ("questions", "topics", "arguments", "actors", "sources")}
    try:
        load_text(json.dumps(file | lists))
    except BadFile as bad:
        return "\n".join(bad.lines())
    return ""


def by_program(client, debate, basis):
    event = Event(debate=debate, slug="vote", title="A vote", kind="vote", date_override="2024-11-12")
    event.date_basis = basis
    try:
        event.full_clean()
    except ValidationError as refusal:
        return str(refusal)
    event.save()
    return ""


@pytest.mark.parametrize("way", [by_form, by_sheet, by_debate_file, by_loading, by_program])
@pytest.mark.parametrize(("basis", "kept"), [("", False), ("  ", False), ("The minutes say so.", True)])
def test_an_override_needs_its_reason_on_every_way_in(admin_client, way, basis, kept):
    debate = lunford()
    said = way(admin_client, debate, basis)
    assert Event.objects.filter(date_override="2024-11-12").exists() == kept
    assert kept or "date_basis" in said or "Say why" in said, said


def test_an_override_without_its_reason_gets_past_no_program(db):
    event = lunford().events.create(slug="vote", title="A vote", kind="vote")
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(date_override="2024-11-12", date_basis="")
