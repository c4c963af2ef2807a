"""What readers and programs get at the addresses of a debate."""

import csv
from datetime import date
from io import StringIO

import pytest
import time_machine

from timeline.models import Actor, Debate, Event, Source

DEBATE = "/long-range-weapons/"
STAFF_ONLY = "A draft about Scholz that nobody may read yet"


@pytest.fixture
def empty(db):
    """A debate without anything in it."""
    return Debate.objects.create(slug="empty", title="An empty debate")


@pytest.fixture
def draft(debate):
    """A draft by which drafts could be seen to leak."""
    scholz = Actor.objects.get(debate=debate, slug="olaf-scholz")
    event = Event.objects.create(
        debate=debate,
        slug="a-draft",
        title=STAFF_ONLY,
        kind="statement",
        date_text="11 August 2023",
        anchor=date(2023, 8, 16),
        language="en",
    )
    event.actors.add(scholz)
    event.questions.add(debate.questions.get(slug="supply-taurus"))
    event.positions.create(actor=scholz, question=event.questions.first(), stance="undecided")
    event.citations.create(source=Source.objects.get(debate=debate, slug="ubn-davos"), date_text="11 August")
    event.settle()
    return event


def test_one_debate_is_the_front_page(client, debate):
    assert client.get("/").headers["Location"] == DEBATE


def test_several_debates_are_listed(client, debate, empty):
    page = client.get("/").content.decode()
    assert "An empty debate" in page and "Long-range weapons for Ukraine" in page


def test_no_debate_says_what_to_do(client, db):
    Debate.objects.all().delete()
    assert "loaddebate" in client.get("/").content.decode()


@pytest.mark.parametrize("path", ["", "events.json", "events.csv", "chart.json", "chart.svg", "chart.png"])
def test_an_empty_debate_answers(client, empty, path):
    answer = client.get(f"/empty/{path}")
    assert answer.status_code == 200


def test_an_empty_debate_says_so(client, empty):
    assert "no published events yet" in client.get("/empty/").content.decode()


def test_kulebas_statement(client, debate):
    answer = client.get(f"{DEBATE}events.json?actor=dmytro-kuleba&from=2023-08-11&to=2023-08-11").json()
    kuleba = answer["events"][0]
    assert (kuleba["earliest"], kuleba["latest"], kuleba["precision"]) == ("2023-08-11", "2023-08-11", "day")
    assert kuleba["date_text"] == "On 11 August"


def test_bidens_authorisation_lies_within_mid_november(client, debate):
    answer = client.get(f"{DEBATE}events.json?q=Biden+ATACMS+deeper").json()
    biden = next(event for event in answer["events"] if event["date_text"] == "In mid-November")
    assert (biden["earliest"], biden["latest"]) == ("2024-11-11", "2024-11-20")
    assert (biden["precision"], biden["throughout"]) == ("part-of-month", False)
    assert biden["edtf"] == "[2024-11-11..2024-11-20]"


def test_sullivans_phrase_stays_beside_the_better_day(client, debate):
    answer = client.get(f"{DEBATE}events.json?actor=jake-sullivan&from=2023-07-01&to=2023-07-31").json()
    sullivan = next(event for event in answer["events"] if event["date_text"] == "Earlier in July")
    assert sullivan["earliest"] == sullivan["latest"] == "2023-07-21"
    assert sullivan["phrase_read"] == "July 2023"
    assert "21 July" in sullivan["date_basis"]
    page = client.get(sullivan["url"]).content.decode()
    for words in ("Earlier in July", "July 2023", "21 July 2023", sullivan["date_basis"][:30]):
        assert words in page


@pytest.mark.parametrize("path", ["events.json", "events.csv", "chart.json", "chart.svg", "chart.png"])
@pytest.mark.parametrize("query", ["kind=gossip", "actor=nobody", "from=ATACMS", "page=0"])
def test_data_addresses_refuse_what_they_cannot_use(client, debate, path, query):
    answer = client.get(f"{DEBATE}{path}?{query}")
    assert answer.status_code == 400
    problem = answer.json()["problems"][0]
    assert problem["key"] == query.split("=")[0] and problem["message"]


def test_the_page_names_what_it_cannot_use(client, debate):
    page = client.get(f"{DEBATE}?kind=gossip&actor=nobody").content.decode()
    assert "kind=gossip" in page and "actor=nobody" in page


@time_machine.travel("2026-11-21T12:00:00Z", tick=False)
def test_words_for_dates_become_days_in_the_address(client, debate):
    answer = client.get(f"{DEBATE}?from=last+year&actor=joe-biden")
    assert answer.headers["Location"] == f"{DEBATE}?actor=joe-biden&from=2025-01-01"


@time_machine.travel("2026-11-21T12:00:00Z", tick=False)
def test_htmx_gets_the_part_that_changes_and_the_canonical_address(client, debate):
    answer = client.get(f"{DEBATE}?from=last+year&q=&kind=vote", headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
    assert answer.headers["HX-Push-Url"] == f"{DEBATE}?kind=vote&from=2025-01-01"


def test_going_back_gets_the_whole_page(client, debate):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get(DEBATE, headers=headers).content.decode()


def test_the_answer_varies_with_what_htmx_asks_for(client, debate):
    vary = client.get(DEBATE).headers["Vary"]
    assert {"HX-Request", "HX-History-Restore-Request"} <= {name.strip() for name in vary.split(",")}


def test_an_unchanged_page_is_not_sent_again(client, debate):
    first = client.get(DEBATE)
    again = client.get(DEBATE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "",
        "?actor=olaf-scholz",
        "events.json?actor=olaf-scholz&from=2023-08-01&to=2023-08-31",
        "events.csv",
        "chart.json",
        "actors/olaf-scholz/",
        "questions/supply-taurus/",
        "sources/ubn-davos/",
        "?event=a-draft",
    ],
)
def test_drafts_are_for_curators(client, admin_client, draft, path):
    assert STAFF_ONLY not in body(client.get(DEBATE + path))
    assert client.get(f"{DEBATE}events/a-draft/").status_code == 404
    curators = body(admin_client.get(DEBATE + path))
    assert path in ("", "chart.json") or STAFF_ONLY in curators


def body(answer):
    """All of an answer, streamed or not."""
    return answer.getvalue().decode() if answer.streaming else answer.content.decode()


def test_what_a_curator_saw_is_not_remembered_for_the_public(client, admin_client, draft):
    assert "288" in admin_client.get(DEBATE).content.decode()
    assert "<strong>287</strong>" in client.get(DEBATE).content.decode()


def test_a_withdrawn_event_says_so(client, debate):
    event = Event.objects.get(debate=debate, slug="biden-authorises-deep-atacms")
    event.status, event.withdrawn_reason = "withdrawn", "Entered twice."
    event.save()
    answer = client.get(f"{DEBATE}events/{event.slug}/")
    assert answer.status_code == 410
    assert "Entered twice." in answer.content.decode()
    assert event.title not in answer.content.decode()
    assert client.get(f"{DEBATE}events.json").json()["count"] == 286


@pytest.mark.parametrize("part", ["", "share/", "cite.txt", "cite.bib", "cite.ris", "preview.png"])
def test_whatever_was_at_the_address_of_a_withdrawn_event_is_gone(client, admin_client, debate, part):
    event = Event.objects.get(debate=debate, slug="biden-authorises-deep-atacms")
    event.status, event.withdrawn_reason = "withdrawn", "A court said so."
    event.save()
    for reader, names in ((client, False), (admin_client, True)):
        answer = reader.get(f"{DEBATE}events/{event.slug}/{part}")
        assert (answer.status_code, event.title in answer.content.decode()) == (410, names)
        assert "A court said so." in answer.content.decode()


@pytest.mark.parametrize(
    ("model", "old", "path"),
    [
        (Actor, "olaf-scholz", "actors/olaf-scholz/"),
        (Event, "biden-authorises-deep-atacms", "events/biden-authorises-deep-atacms/"),
        (Source, "ubn-davos", "sources/ubn-davos/"),
    ],
)
def test_a_renamed_slug_redirects_for_good(client, debate, model, old, path):
    for new in ("renamed", "renamed-again"):
        thing = model.objects.get(debate=debate, slug={"renamed": old}.get(new, "renamed"))
        thing.slug = new
        thing.save()
    answer = client.get(f"{DEBATE}{path}?page=1")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{DEBATE}{path.split('/')[0]}/renamed-again/?page=1"


def test_a_renamed_debate_and_a_renamed_filter_value_still_answer(client, debate):
    scholz = Actor.objects.get(debate=debate, slug="olaf-scholz")
    scholz.slug = "scholz"
    scholz.save()
    debate.slug = "deep-strikes"
    debate.save()
    answer = client.get(f"{DEBATE}events.json?actor=olaf-scholz")
    assert answer.status_code == 301
    assert answer.headers["Location"] == "/deep-strikes/events.json?actor=olaf-scholz"
    assert client.get(answer.headers["Location"]).json()["url"].endswith("/deep-strikes/?actor=scholz")


@pytest.mark.parametrize("path", ["", "events.json", "events.csv", "chart.json", "chart.svg", "chart.png"])
def test_a_renamed_debates_other_addresses_redirect(client, empty, path):
    empty.slug = "renamed"
    empty.save()
    answer = client.get(f"/empty/{path}?lane=actor")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/renamed/{path}?lane=actor")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("events", {"title": "A vote", "kind": "vote", "status": "published"}),
        ("questions", {"title": "Should they vote?"}),
        ("topics", {"name": "Votes"}),
    ],
)
def test_a_renamed_slug_that_is_also_a_word_of_the_address(client, empty, kind, fields):
    """The debate, the kind of page and the row are all called alike; only the row's name has changed."""
    empty.slug = kind
    empty.save()
    row = getattr(empty, kind).create(slug=kind, **fields)
    row.slug = "today"
    row.save()
    answer = client.get(f"/{kind}/{kind}/{kind}/")
    assert answer.headers["Location"] == f"/{kind}/{kind}/today/"
    assert client.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/dates/", "/dates/reading/", "/empty/", "/empty/events.csv"]
)
def test_addresses_are_for_reading(client, empty, method, path):
    answer = getattr(client, method)(path)
    assert answer.status_code == 405
    assert answer.content == b""


@pytest.mark.parametrize("path", ["", "events.json", "events.csv", "chart.svg"])
def test_only_what_everyone_sees_is_kept_by_proxies(client, admin_client, empty, path):
    public, private = (c.get(f"/empty/{path}") for c in (client, admin_client))
    assert public.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert private.headers["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "Accept-Language"} <= set(public.headers["Vary"].split(", "))


@pytest.mark.parametrize("path", ["/x.php", "/empty/x.php", "/empty/events/", "/empty/events/nothing/"])
def test_what_is_not_there_is_said_in_plain_words(client, empty, path):
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    for word in ("Resolver404", "tried", "pattern"):
        assert word not in page
    assert ("no event at this address" in page) == path.endswith("nothing/")


def test_the_way_back_leads_to_what_there_is(client, empty):
    Debate.objects.exclude(pk=empty.pk).delete()
    assert "To the debate<" in client.get("/x.php").content.decode()
    Debate.objects.create(slug="another", title="Another")
    assert "To the debates<" in client.get("/x.php").content.decode()


@pytest.mark.parametrize("path", ["nowhere/", f"{DEBATE[1:]}events/nothing/", f"{DEBATE[1:]}actors/nobody/"])
def test_nothing_there(client, debate, path):
    answer = client.get(f"/{path}")
    assert answer.status_code == 404
    assert "Nothing at this address" in answer.content.decode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_of_the_csv_is_no_formula(client, empty, start):
    empty.events.create(slug="a", title=f"{start}HYPERLINK(1)", kind="vote", status="published")
    lines = body(client.get("/empty/events.csv"))
    assert next(csv.DictReader(StringIO(lines, newline="")))["title"] == f"'{start}HYPERLINK(1)"


def test_markup_in_the_data_is_text_everywhere(client, debate):
    event = Event.objects.get(debate=debate, slug="biden-authorises-deep-atacms")
    event.title = "<script>alert(1)</script>"
    event.save()
    for path in ("?from=2024-11-01", "events/biden-authorises-deep-atacms/", "chart.svg?from=2024-11-01"):
        assert "<script>alert" not in body(client.get(DEBATE + path))


def test_the_picture_has_the_size_of_previews(client, debate):
    png = client.get(f"{DEBATE}chart.png?actor=olaf-scholz").content
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (1200, 630)


@time_machine.travel("2026-11-21T12:00:00Z", tick=False)
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("text=in+mid-November&anchor=2024-11-26", "11–20 November 2024"),
        ("text=Mitte+November+2024&language=de", "[2024-11-11..2024-11-20]"),
        ("text=since+February+2022", "2022-02/.."),
        ("text=ATACMS", "Not a date"),
        ("text=" + "9" * 5000, "Not a date"),
        ("text=%00&anchor=%00", "is not a day"),
        ("text=today&anchor=9999-12-31", "31 December 9999"),
        ("text=until+0001-01-01&anchor=0001-01-01", "1 January"),
        ("", "Type the words"),
    ],
)
def test_trying_a_date(client, db, query, words):
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.get(f"/dates/?{query}", headers=headers)
        assert answer.status_code == 200
        assert words in answer.content.decode()


@time_machine.travel("2026-11-21T12:00:00Z", tick=False)
def test_a_date_field_says_what_its_words_mean(client, db):
    assert "11–20 Nov 2024" in client.get("/dates/reading/?from=mid-November+2024").content.decode()
    assert "refused" in client.get("/dates/reading/?to=ATACMS").content.decode()


OFFICES = [
    # (when it happened, what Ada Lovelace was then)
    ("2023-05-10", "Countess, United Kingdom"),
    ("2024-01-01", "Countess, United Kingdom; Analyst, Engine Works"),
    ("2023-12", "Countess, United Kingdom"),  # in December she may not have begun yet
    ("2024-06-30", "Countess, United Kingdom; Analyst, Engine Works"),
    ("2024-07", "Countess, United Kingdom"),
    ("2023-05/..", ""),
    ("", ""),
]


@pytest.mark.parametrize(("when", "office"), OFFICES)
def test_an_event_tells_what_its_actors_were_then(client, empty, when, office):
    names = ("Ada Lovelace", "United Kingdom", "Engine Works", "Poets")
    ada, kingdom, works, poets = (
        empty.actors.create(slug=name.lower().replace(" ", "-"), name=name, kind="institution")
        for name in names
    )
    ada.affiliations.create(organisation=kingdom, role="Countess", start=date(2020, 1, 1))
    ada.affiliations.create(
        organisation=works, role="Analyst", start=date(2023, 12, 15), end=date(2024, 6, 30)
    )
    ada.affiliations.create(organisation=poets)
    event = empty.events.create(
        slug="speech", title="A speech", kind="statement", status="published",
        date_override=when, date_basis="The minutes.",
    )  # fmt: skip
    event.actors.add(ada)
    page = client.get("/empty/events/speech/").content.decode()
    told = f'Ada Lovelace</a>, <span class="office">{office}</span>' if office else "Ada Lovelace</a></li>"
    assert told in page
