"""Short links: what they hold, what they say has changed, what never gets in, and who may make them."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings

from tests.admin_pages import seen
from tests.test_views_agree import CARD, STATES
from timeline.exports.backup import back_up
from timeline.exports.shared_views import FrozenList, TooManyEvents, changes_since, share, view_now
from timeline.filters import Filters
from timeline.ingest.restore import restore
from timeline.models import Allowance, Argument, Debate, Event, SharedEvent, SharedView
from timeline.models.sharing import ALPHABET, EVENTS_AT_MOST
from timeline.views.chart import PrintedChart
from timeline.views.frozen_chart import FrozenChart

pytestmark = pytest.mark.django_db
SCHOLZ = "actor=olaf-scholz"
NEW = "/long-range-weapons/share/new/"


def a_shared(debate, query=SCHOLZ, **said):
    """A view shared by nobody in particular."""
    return share(debate, Filters.parse(query), **said)


def text_of(client, shared, page=""):
    """The page of a short link, its white space made one."""
    response = client.get(shared.get_absolute_url() + page)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def rows_of(client, shared):
    """The rows behind a short link."""
    return json_at(client, f"{shared.get_absolute_url()}events.json")["events"]


def json_at(client, address):
    """What is at an address of data, streamed or not."""
    return json.loads(client.get(address, follow=True).getvalue())


def edit_everything(debate):
    """Change every event in all that can change, as many curators with a grudge would."""
    question = debate.questions.create(slug="other", title="Another question?")
    for event in debate.events.all():
        event.title, event.summary = f"Rewritten {event.pk}", "All new."
        event.kind, event.importance = "leak", 1
        event.slug = f"moved-{event.pk}"
        event.date_override, event.date_basis = "1999-12-31", "A curator's grudge."
        event.positions.all().delete()
        event.citations.all().delete()
        event.event_topics.all().delete()
        event.actors.clear()
        event.questions.set([question])
        event.save()


def test_a_frozen_view_is_the_same_after_every_event_was_edited(client, debate):
    shared = a_shared(debate, frozen=True, title="Scholz and Taurus")
    rows, listed = rows_of(client, shared), text_of(client, shared).split('aria-label="Events"')[1]
    assert len(rows) == shared.count > 20
    edit_everything(debate)
    assert rows_of(client, shared) == rows
    assert text_of(client, shared).split('aria-label="Events"')[1] == listed
    # What a row's address was still leads to its event.
    assert client.get(rows[0]["url"], follow=True).redirect_chain[0][1] == 301


def test_frozen_rows_are_those_of_events_json(client, debate):
    shared = a_shared(debate, "sort=newest&kind=vote", frozen=True)
    assert (
        rows_of(client, shared)
        == json_at(client, "/long-range-weapons/events.json?sort=newest&kind=vote")["events"]
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(state=STATES)
def test_any_view_is_frozen_as_it_is(client, debate, state):
    with translation.override("de"):  # whoever shares may read in another language
        shared = share(debate, state, frozen=True)
    state = state.without("lang", "page")
    url, rows = f"/long-range-weapons/events.json?{state.querystring()}", []
    while url:
        answer = json_at(client, url)
        rows, url = rows + answer["events"], answer["next"]
    assert rows_of(client, shared) == rows
    assert changes_since(shared, view_now(shared)).total == 0
    assert len(CARD.findall(client.get(shared.get_absolute_url()).content.decode())) == min(len(rows), 100)
    shared.delete()


def test_a_frozen_view_says_so_and_leads_to_the_live_one(client, debate):
    text = text_of(client, a_shared(debate, frozen=True, note="As of the session."))
    assert "Shared view, frozen" in text
    assert 'href="/long-range-weapons/?actor=olaf-scholz">See it as it is now' in text
    assert "As of the session." in text


def test_a_live_view_follows_its_events(client, debate):
    shared = a_shared(debate)
    assert "nothing has changed" in text_of(client, shared)
    event = debate.events.filter(actors__slug="olaf-scholz").first()
    event.title = "Scholz says something else"
    event.save()
    text = text_of(client, shared)
    assert "1 event changed since this was shared" in text
    link = f'<a href="{event.get_absolute_url()}">Scholz says something else</a>'
    assert f'{link} <span class="what-changed">title<' in text
    assert rows_of(client, shared) == json_at(client, f"/long-range-weapons/events.json?{SCHOLZ}")["events"]


def retitle(event):
    event.title = "Retitled"
    event.save()


def redate(event):
    event.date_override, event.date_basis = "2024-02-02", "The protocol."
    event.save()


def turn_stance(event):
    position = event.positions.get(actor__slug="olaf-scholz")
    position.stance = "undecided"
    position.save()


def give_reason(event):
    position = event.positions.get(actor__slug="olaf-scholz")
    position.arguments.set(Argument.objects.filter(question=position.question)[:2])


def requote(event):
    citation = event.citations.first()
    citation.quote = "Nein."
    citation.save()


def retitle_source(event):
    source = event.citations.first().source
    source.title = "Corrected headline"
    source.save()


def unquestion(event):
    event.questions.clear()


def weigh(event):
    event.importance = 1
    event.save()


def rename_only(event):
    event.slug = "renamed-for-good"
    event.save()
    actor = event.actors.first()
    actor.slug = f"{actor.slug}-renamed"
    actor.save()


def settle_again(event):
    event.settle()


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (retitle, ["title"]),
        (redate, ["date"]),
        (turn_stance, ["stances"]),
        (give_reason, ["stances"]),
        (requote, ["sources"]),
        (retitle_source, ["sources"]),
        (unquestion, ["questions"]),
        (weigh, ["importance"]),
        (rename_only, []),
        (settle_again, []),
    ],
)
def test_what_changed_is_named(debate, edit, what):
    event = debate.events.filter(positions__actor__slug="olaf-scholz", importance=3).order_by("slug").first()
    event.positions.get(actor__slug="olaf-scholz").arguments.clear()
    shared = a_shared(debate)
    edit(event)
    changes = changes_since(shared, view_now(shared))
    assert {key: list(fields) for key, fields in changes.changed if key == event.pk} == (
        {event.pk: what} if what else {}
    )
    assert (changes.new, changes.gone, changes.withdrawn) == ((), (), 0)


def test_new_and_gone_and_withdrawn_are_told_apart(client, debate):
    shared = a_shared(debate)
    first, second, third, *_ = debate.events.filter(actors__slug="olaf-scholz").order_by("slug")
    first.actors.clear()
    second.status, second.withdrawn_reason = "withdrawn", "A court said so."
    second.save()
    newcomer = debate.events.exclude(actors__slug="olaf-scholz").filter(status="published").first()
    newcomer.actors.add(debate.actors.get(slug="olaf-scholz"))
    third.title = "Third"
    third.save()
    text = text_of(client, shared)
    assert "4 events changed since this was shared" in text
    changes = text[text.index("Since then") : text.index("subject-chart")]
    assert f'{newcomer.title}</a> <span class="what-changed">new<' in changes
    assert f'{first.title}</a> <span class="what-changed">no longer in this view<' in changes
    assert "1 event was withdrawn" in changes
    assert second.title not in changes


@pytest.mark.parametrize(
    "query",
    [
        SCHOLZ,
        "question=supply-taurus&stance=opposes",
        "question=supply-taurus&kind=vote&lane=actor",
        "topic=taurus&lane=kind&color=kind",
        "topic=taurus&lane=kind&from=2024-01-01&to=2024-06-30",
        "actor=joe-biden&actor=olaf-scholz&lane=actor&from=2024-01-01",
        "actor=joe-biden&lane=topic&to=2023-12-31&kind=decision",
        "lane=country",
        "lane=actor",
        "lane=topic&color=kind",
        "actor=ukraine&lane=country&stance=supports",
        "topic=none&lane=topic",
    ],
)
def test_a_frozen_chart_says_what_the_live_one_says(debate, query):
    shared = a_shared(debate, query, frozen=True)
    now = view_now(shared)
    live, frozen = PrintedChart(now), FrozenChart.of(now, shared, FrozenList(shared))
    assert live.widest.marks
    assert standing(frozen.widest) == standing(live.widest)


def standing(scene):
    """Where the events stand, and in which colour."""
    return sorted((mark.row.slug, mark.lane, mark.color) for mark in scene.marks)


def test_a_frozen_chart_has_the_dates_of_sources_that_disagreed(client, debate):
    shared = a_shared(debate, "disputed=yes", frozen=True)
    now = view_now(shared)
    live = PrintedChart(now).widest.ghosts
    assert live
    debate.events.get(slug=live[0].mark.row.slug).citations.update(relation="supports", edtf="")
    frozen = FrozenChart.of(now, shared, FrozenList(shared)).widest.ghosts
    assert ghosts(frozen) == ghosts(live)


def ghosts(drawn):
    """Which other dates are drawn, and in which words."""
    return sorted((one.mark.row.slug, one.mark.lane, one.otherwise.words) for one in drawn)


def test_a_frozen_view_is_described_in_the_words_of_then(client, debate):
    shared = a_shared(debate, "actor=olaf-scholz&kind=statement", frozen=True)
    title, actor = debate.title, debate.actors.get(slug="olaf-scholz")
    actor.name, actor.slug = "Chancellor X", "chancellor-x"
    actor.save()
    debate.title = "Another title"
    debate.save()
    for path in ("", "events.json", "cite.txt"):
        said = client.get(f"{shared.get_absolute_url()}{path}").content.decode()
        assert f"{title}: Olaf Scholz; statement" in said, path
    in_german = client.get(shared.get_absolute_url(), headers={"accept-language": "de"}).content.decode()
    assert "Olaf Scholz" in in_german and "Chancellor X: " not in in_german


def test_a_name_that_the_public_no_longer_knows_is_not_in_the_words_of_then(client, debate):
    event = debate.events.get(slug="scholz-summer-interview")
    event.actors.add(debate.actors.create(slug="jane-doe", name="Jane Doe", kind="person"))
    shared = a_shared(debate, "actor=jane-doe", frozen=True)
    assert "Jane Doe" in text_of(client, shared)
    event.status, event.withdrawn_reason = "withdrawn", "A court said so."
    event.save()
    assert "Jane Doe" not in text_of(client, shared)


def test_withdrawn_events_are_hidden_in_frozen_views_and_it_says_so(client, debate):
    shared = a_shared(debate, frozen=True)
    gone = list(debate.events.filter(actors__slug="olaf-scholz").order_by("slug")[:2])
    for event in gone:
        event.status, event.withdrawn_reason = "withdrawn", "A court said so."
        event.save()
    text = text_of(client, shared)
    assert "2 events were withdrawn since and are not shown." in text
    answer = client.get(f"{shared.get_absolute_url()}events.json")
    assert (answer.json()["withdrawn"], answer.json()["count"]) == (2, shared.count - 2)
    for event in gone:
        assert event.title not in text
        assert event.slug not in answer.content.decode()


def test_what_is_published_again_is_shown_again(client, debate):
    shared = a_shared(debate, frozen=True)
    rows = rows_of(client, shared)
    event = debate.events.filter(actors__slug="olaf-scholz").first()
    for status in ("withdrawn", "published"):
        event.status = status
        event.save()
    assert rows_of(client, shared) == rows


@pytest.fixture
def secret(debate):
    """A draft in which Scholz is named, and a person whom only the draft names."""
    person = debate.actors.create(slug="jane-doe", name="Jane Doe", kind="person")
    event = debate.events.create(
        slug="secret", title="Unpublishable", kind="leak", date_text="1 May 2024", anchor=date(2024, 5, 2)
    )
    event.actors.set([person, debate.actors.get(slug="olaf-scholz")])
    return event


@pytest.mark.parametrize("keep", ["live", "frozen"])
def test_no_draft_gets_in_even_when_a_curator_makes_it(client, admin_client, secret, keep):
    said = {"title": "All of Scholz", "keep": keep, "agreed": SCHOLZ}
    made = admin_client.post(f"{NEW}?{SCHOLZ}&event=secret", said)
    shared = SharedView.objects.get()
    assert made.url == shared.get_absolute_url()
    assert "event=" not in shared.query
    assert not SharedEvent.objects.filter(event=secret).exists()
    for reader in (client, admin_client):
        assert "Unpublishable" not in text_of(reader, shared)
        assert "secret" not in [row["slug"] for row in rows_of(client, shared)]
    assert "Unpublishable" not in admin_client.get(f"{NEW}?{SCHOLZ}").content.decode()


def test_a_filter_that_only_drafts_know_is_named_and_not_kept(admin_client, secret):
    page = admin_client.get(f"{NEW}?actor=jane-doe").content.decode()
    assert "“actor=jane-doe” was not used." in page
    unseen = admin_client.post(f"{NEW}?actor=jane-doe", {"keep": "live"})
    assert unseen.status_code == 422 and "Not all filters were used" in unseen.content.decode()
    assert not SharedView.objects.exists()
    agreed = re.search(r'name="agreed" value="([^"]*)"', page)[1]
    admin_client.post(f"{NEW}?actor=jane-doe", {"keep": "live", "agreed": agreed})
    assert SharedView.objects.get().query == ""


def test_renamed_things_are_found_under_their_new_names(client, debate):
    event = debate.events.get(slug="scholz-summer-interview")
    shared = a_shared(debate, f"{SCHOLZ}&question=supply-taurus&topic=taurus&event={event.slug}")
    count = view_now(shared).count
    for thing in (
        event,
        debate.actors.get(slug="olaf-scholz"),
        debate.questions.get(slug="supply-taurus"),
        debate.topics.get(slug="taurus"),
        debate,
    ):
        thing.slug = f"{thing.slug}-2"
        thing.save()
    now = view_now(SharedView.objects.get())
    assert now.count == count > 5
    assert now.filters.problems == ()
    assert now.filters.event == "scholz-summer-interview-2"
    text = text_of(client, shared)
    assert (
        "/long-range-weapons-2/?question=supply-taurus-2&amp;actor=olaf-scholz-2&amp;topic=taurus-2" in text
    )
    assert "nothing has changed" in text


def test_a_filter_that_is_gone_is_named(client, debate):
    shared = a_shared(debate, "publisher=TASS")
    debate.sources.filter(publisher="TASS").update(publisher="TASS agency")
    assert "“publisher=TASS” is not there any more" in text_of(client, shared)


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ settings.SECRET_KEY }}{% now 'Y' %}"],
)
def test_title_and_note_are_text(client, debate, words):
    html = client.get(a_shared(debate, title=words[:120], note=words).get_absolute_url()).content.decode()
    assert html.count(escape(words[:120])) >= 2
    assert "<script>alert" not in html and "<img src=x" not in html


@pytest.mark.parametrize(
    ("given", "title", "note"),
    [
        ({"title": "  Two\r\nlines \x07 "}, "Two lines", ""),
        ({"note": "First\r\n\r\nsecond\x0b\u202e  "}, "", "First\n\nsecond"),
        ({}, "", ""),
    ],
)
def test_title_and_note_are_cleaned(admin_client, debate, given, title, note):
    admin_client.post(NEW, {"keep": "live"} | given)
    shared = SharedView.objects.get()
    assert (shared.title, shared.note) == (title, note)


@pytest.mark.parametrize(
    "given",
    [{"title": "x" * 121}, {"note": "x" * 1001}, {"keep": "for-ever"}, {"keep": ""}, {"title": "a\x00b"}],
)
def test_what_cannot_be_used_is_said_and_nothing_made(admin_client, debate, given):
    response = admin_client.post(NEW, {"keep": "live"} | given)
    assert response.status_code == 422
    assert 'class="problem"' in response.content.decode()
    assert not SharedView.objects.exists()


def test_a_code_is_not_guessed(debate):
    codes = {a_shared(debate, "kind=leak").code for _ in range(50)}
    assert len(codes) == 50
    assert len(ALPHABET) ** len(codes.pop()) > 2**60
    assert not set("01ilouae") & set(ALPHABET)


def test_a_code_may_be_typed_in_capitals(client, debate):
    shared = a_shared(debate)
    response = client.get(f"/s/{shared.code.upper()}/")
    assert (response.status_code, response.url) == (301, shared.get_absolute_url())


@pytest.mark.parametrize("path", ["", "events.json", "cite.txt"])
def test_what_was_deleted_or_never_there_is_not_found(client, debate, path):
    shared = a_shared(debate)
    shared.delete()
    assert client.get(f"/s/{shared.code}/{path}").status_code == 404
    assert client.get(f"/s/nothing/{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "events.json", "cite.bib"])
def test_what_has_expired_says_so(client, debate, path):
    shared = a_shared(debate, frozen=True)
    SharedView.objects.update(expires_at=datetime(2024, 1, 1, tzinfo=UTC))
    response = client.get(f"/s/{shared.code}/{path}")
    assert response.status_code == 410
    assert b"has expired" in response.content


def test_curators_expire_and_delete_in_the_admin(client, admin_client, debate):
    shared = a_shared(debate, title="Spam", frozen=True)
    page = "/admin/timeline/sharedview/"
    assert b"Spam" in admin_client.get(page).content
    assert admin_client.get(f"{page}add/").status_code == 403
    change = f"{page}{shared.pk}/change/"
    typed = {"title": "Mended", "note": "", "expires_at_0": "", "expires_at_1": ""}
    admin_client.post(change, seen(admin_client, change, typed))
    assert "Mended" in text_of(client, shared)
    admin_client.post(page, {"action": "expire", "_selected_action": [shared.pk]})
    assert client.get(shared.get_absolute_url()).status_code == 410
    assert b"Mended" in admin_client.get(f"{page}{shared.pk}/delete/").content
    delete = f"{page}{shared.pk}/delete/"
    admin_client.post(delete, seen(admin_client, delete, {"post": "yes"}))
    assert not SharedEvent.objects.exists()


@pytest.fixture
def huge(db):
    """A debate with one event more than a shared view remembers."""
    debate = Debate.objects.create(slug="huge", title="Huge")
    events = (
        Event(debate=debate, slug=f"e{n}", title=f"Event {n}", kind="vote", status="published")
        for n in range(EVENTS_AT_MOST + 1)
    )
    Event.objects.bulk_create(events)
    Debate.objects.bump(debate.pk)
    return debate


def test_a_huge_view_is_shared_live_only_and_says_so(client, admin_client, huge):
    new = "/huge/share/new/"
    assert "not for more than 2000 events" in admin_client.get(new).content.decode()
    assert admin_client.post(new, {"keep": "frozen"}).status_code == 422
    with pytest.raises(TooManyEvents):
        share(huge, Filters(), frozen=True)
    admin_client.post(new, {"keep": "live"})
    shared = SharedView.objects.get()
    assert (shared.count, shared.events.count()) == (2001, 0)
    huge.events.create(slug="one-more", title="One more", kind="vote", status="published")
    assert "2,001 events then, 2,002 now; so many are not followed one by one" in text_of(client, shared)


def test_the_most_that_can_be_frozen_is_listed_on_pages(client, huge):
    huge.events.filter(slug="e0").delete()
    shared = share(huge, Filters(), frozen=True)
    assert len(rows_of(client, shared)) == EVENTS_AT_MOST
    last = text_of(client, shared, "?page=20")
    assert last.count('<li class="card') == 100
    assert '<span aria-current="page">20</span>' in last
    assert '<span aria-current="page">20</span>' in text_of(client, shared, "?page=999")


# Who may make them.


@pytest.fixture
def anna(db):
    """Somebody with an account who is no curator."""
    return User.objects.create_user("anna", password="reads a lot")


@pytest.mark.parametrize(
    ("sharing", "who", "status"),
    [
        ("staff", None, 403),
        ("staff", "anna", 403),
        ("staff", "curator", 302),
        ("everyone", None, 302),
        ("everyone", "anna", 302),
        ("everyone", "curator", 302),
    ],
)
def test_who_may_make_one(client, settings, debate, anna, sharing, who, status):
    settings.SHARING = sharing
    User.objects.create_user("curator", is_staff=True)
    if who:
        client.force_login(User.objects.get(username=who))
    assert client.post(f"{NEW}?{SCHOLZ}", {"keep": "live"}).status_code == status
    assert SharedView.objects.count() == (status == 302)
    if status == 302:
        assert getattr(SharedView.objects.get().author, "username", None) == who
    offered = "share/new/" in client.get(f"/long-range-weapons/share/?{SCHOLZ}").content.decode()
    assert offered == (status == 302)


def test_a_form_from_elsewhere_is_refused(settings, debate):
    settings.SHARING = "everyone"
    client = Client(enforce_csrf_checks=True)
    assert client.post(NEW, {"keep": "live"}).status_code == 403
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get(NEW).content.decode())[1]
    assert client.post(NEW, {"keep": "live", "csrfmiddlewaretoken": token}).status_code == 302
    assert SharedView.objects.count() == 1
    assert Client().put(NEW).status_code == 405


def make(client, **sent):
    """Make one; the status of the answer."""
    return client.post(f"{NEW}?kind=leak", {"keep": "live"}, **sent).status_code


def test_one_reader_makes_so_many_an_hour(client, admin_client, settings, debate):
    settings.SHARING = "everyone"
    with time_machine.travel("2026-11-21T12:00:00Z", tick=False) as clock:
        assert [make(client) for _ in range(11)] == [302] * 10 + [429]
        refused = client.post(f"{NEW}?kind=leak", {"keep": "live", "title": "Again"})
        assert refused["Retry-After"] == "360"
        assert (
            "Too many short links" in refused.content.decode() and 'value="Again"' in refused.content.decode()
        )
        assert make(client, REMOTE_ADDR="192.0.2.7") == 302
        assert [make(admin_client) for _ in range(3)] == [302] * 3
        clock.shift(timedelta(minutes=6))
        assert [make(client) for _ in range(2)] == [302, 429]
    assert "127.0.0.1" not in str(list(Allowance.objects.values_list("of", flat=True)))


def test_all_readers_together_keep_so_many_events_a_day(client, settings, debate):
    settings.SHARING = "everyone"
    leaks = debate.events.filter(kind="leak", status="published").count()
    with time_machine.travel("2026-11-21T12:00:00Z", tick=False):
        noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
        Allowance.objects.create(of="everyone", left=2 * leaks + 0.5, counted_at=noon)
        assert [make(client, REMOTE_ADDR=f"192.0.2.{n}") for n in range(3)] == [302, 302, 429]


@pytest.mark.parametrize(
    ("proxies", "first", "second", "same"),
    [
        (0, {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}, False),
        (0, {"HTTP_X_FORWARDED_FOR": "192.0.2.1"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.2"}, True),
        (1, {"HTTP_X_FORWARDED_FOR": "192.0.2.1"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.2"}, False),
        (
            1,
            {"HTTP_X_FORWARDED_FOR": "1.1.1.1, 192.0.2.1"},
            {"HTTP_X_FORWARDED_FOR": "2.2.2.2, 192.0.2.1"},
            True,
        ),
        (
            2,
            {"HTTP_X_FORWARDED_FOR": "192.0.2.1, 10.0.0.1"},
            {"HTTP_X_FORWARDED_FOR": "192.0.2.2, 10.0.0.1"},
            False,
        ),
        (2, {"HTTP_X_FORWARDED_FOR": "192.0.2.1"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.2"}, True),
        (1, {"HTTP_X_FORWARDED_FOR": "nonsense"}, {"HTTP_X_FORWARDED_FOR": "rubbish"}, True),
        (0, {"REMOTE_ADDR": "2001:db8::1"}, {"REMOTE_ADDR": "2001:db8::ffff:2"}, True),
        (0, {"REMOTE_ADDR": "2001:db8::1"}, {"REMOTE_ADDR": "2001:db8:0:1::1"}, False),
        (0, {"REMOTE_ADDR": "::ffff:192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.1"}, True),
    ],
)
def test_who_counts_as_one_reader(client, settings, debate, proxies, first, second, same):
    settings.SHARING, settings.PROXIES = "everyone", proxies
    assert make(client, **first) == make(client, **second) == 302
    assert Allowance.objects.exclude(of="everyone").count() == (1 if same else 2)


def test_allowances_that_are_full_again_are_forgotten(client, settings, debate):
    settings.SHARING = "everyone"
    Allowance.objects.create(of="long ago", left=0, counted_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert make(client) == 302
    assert not Allowance.objects.filter(of="long ago").exists()


# What readers' browsers and other machines get.


@pytest.mark.parametrize("path", ["", "events.json", "cite.txt", "cite.bib", "cite.ris"])
@pytest.mark.parametrize("frozen", [False, True])
def test_short_links_set_no_cookie_and_may_be_kept_by_proxies(client, debate, frozen, path):
    response = client.get(f"{a_shared(debate, frozen=frozen).get_absolute_url()}{path}")
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.post(f"/s/{SharedView.objects.get().code}/").status_code == 405


def test_a_short_link_previews_with_its_title_and_note(client, debate):
    html = client.get(
        a_shared(debate, title="Scholz & Taurus", note="Read to the end.").get_absolute_url()
    ).content.decode()
    assert '<meta property="og:title" content="Scholz &amp; Taurus">' in html
    assert '<meta property="og:description" content="Read to the end.">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_frozen_view_is_cited_as_of_its_day(client, debate):
    with time_machine.travel("2026-11-21T12:00:00Z", tick=False):
        shared = a_shared(debate, frozen=True, title="Scholz")
    with time_machine.travel("2027-03-01T12:00:00Z", tick=False):
        text = client.get(f"{shared.get_absolute_url()}cite.txt").content.decode()
    assert "As of 21 November 2026." in text
    assert text.endswith(f"/s/{shared.code}/\n")


def test_sharing_changes_nothing_of_the_debate(client, debate):
    revision = debate.revision
    client.get(a_shared(debate, frozen=True).get_absolute_url())
    debate.refresh_from_db()
    assert debate.revision == revision


def test_a_frozen_row_of_an_earlier_version_is_shown_all_the_same(client, debate):
    shared = a_shared(debate, frozen=True)
    kept = shared.events.first()
    for key in ("language", "inferred", "positions", "citations", "importance", "summary"):
        del kept.row["row"][key]
    kept.row["row"] |= {"kind": "rumour", "mood": "sour"}
    kept.row["names"] = {}
    kept.save()
    assert "rumour" in text_of(client, shared)


def test_a_frozen_card_counts_sources_as_a_live_one(client, debate):
    frozen, live = (text_of(client, a_shared(debate, frozen=keep)) for keep in (True, False))
    alone = live.count(">one source<")
    assert alone and frozen.count(">one source<") == alone
    assert "1 source<" not in frozen + live


# Keeping them.


def test_a_backup_carries_them(client, debate, tmp_path):
    author = User.objects.create_user("curator", is_staff=True)
    frozen, live = a_shared(debate, frozen=True, title="Frozen", author=author), a_shared(debate, note="Live")
    rows = rows_of(client, frozen)
    archive = tmp_path / "backup.gz"
    back_up(archive, lambda *_: None)
    SharedView.objects.all().delete()
    restore(archive, lambda *_: None, replace=True)
    assert rows_of(client, frozen) == rows
    kept = SharedView.objects.get(code=live.code)
    assert (kept.note, kept.made_at, kept.count) == ("Live", live.made_at, live.count)
    assert "nothing has changed" in text_of(client, kept)
    assert SharedView.objects.get(code=frozen.code).author == author


def test_natural_keys_find_them(debate):
    shared = a_shared(debate, frozen=True)
    assert SharedView.objects.get_by_natural_key(*shared.natural_key()) == shared
    event = shared.events.last()
    assert SharedEvent.objects.get_by_natural_key(*event.natural_key()) == event
