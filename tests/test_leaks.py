"""No draft leaks: every address is asked, by the public and by a contributor whose draft it is not.

The addresses are read from the URL configuration itself, so that one added later is walked as well.
"""

import re
from datetime import date
from itertools import product

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

from tests.importing import HEADER, checked, sheet
from timeline.exports.shared_views import share
from timeline.filters import Filters
from timeline.ingest.importing import running
from timeline.ingest.importing.rights import Rights
from timeline.models import (
    Article,
    Comment,
    Correction,
    Debate,
    Event,
    FormerSlug,
    Import,
    SharedView,
    changing,
)
from timeline.models.restoring import deleted

pytestmark = pytest.mark.django_db
SECRET = "Zwyntrop"  # in no other word
PART = SECRET[:-2]  # what a page may echo without telling the word
HIDDEN = ("draft", "in-review", "withdrawn")
OF_THE_SITE = {
    "index", "login", "logout", "password_change", "password_change_done", "autocomplete", "jsi18n",
    "app_list", "view_on_site", None,
}  # fmt: skip
ON_THE_DESK = (Article, Correction, Import)
HTMX = {"HX-Request": "true"}
PLACE = {"start": 0, "end": 10}  # in an article
READERS = ("anonymous", "contributor")  # "reader", on the staff without a role, in the admin
QUERIES = (
    "", f"q={PART}", "event=draft", "lane=actor", "lane=topic", "since=2020-01-01", "from=2024-05&to=2024-05",
    "sort=importance", f"publisher={PART}", "as_of=2030-01-01", "color=kind&lane=kind",
)  # fmt: skip
QUERIED = {
    "debate",
    "events-json",
    "chart-json",
    "positions",
    "changes",
    "compare",
    "embed",
}  # every query; the others the first


def person(name, role=None):
    user = User.objects.create_user(name, is_staff=True)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def an_event(debate, slug, status, word, author):
    """An event with a word of its own wherever an event has words; what it names is not its secret."""
    event = debate.events.create(
        slug=slug, title=f"{word} title", summary=f"{word} summary", kind="statement", status=status,
        author=author, date_text="1 May 2024", anchor=date(2024, 5, 2), language="en",
        date_override="2024-05-01", date_basis=f"{word} basis",
        withdrawn_reason="Entered twice." if status == "withdrawn" else "",
    )  # fmt: skip
    event.questions.add(debate.questions.get())
    event.actors.add(debate.actors.get())
    event.event_topics.create(topic=debate.topics.get(), role="requested")
    event.citations.create(
        source=debate.sources.get(), quote=f"{word} quote", note=f"{word} note", relation="contradicts",
        date_text="1 May 2024", date_override="2024-05-01", date_basis=f"{word} basis of a citation",
    )  # fmt: skip
    event.positions.create(actor=debate.actors.get(), question=debate.questions.get(), stance="opposes")
    Comment.objects.create(event=event, author=author, text=f"{word} comment")
    event.settle()
    return event


def a_desk(debate, author, event):
    """What Olena works on besides: an article with a place decided, and an import."""
    article = Article.objects.create(
        debate=debate, title=f"{SECRET} article", publisher="Courier", added_by=author, language="en",
        text=f"{SECRET} said so on 1 May.", published="2024-05-02", published_basis="stated",
    )  # fmt: skip
    article.decisions.create(start=0, end=10, event=event, outcome="accepted", decided_by=author)
    row = ["votes", f"{SECRET} votes", "vote", "12 November 2024"]
    checked(sheet(row, header=HEADER[:4]), debate, author=author)


@pytest.fixture
def secrets():
    """A debate with a published event and a hidden one of each kind, all of Olena's; Marek looks for them."""
    debate = Debate.objects.create(slug="weapons", title="Weapons")
    debate.questions.create(slug="open", title="Taurus?")
    debate.topics.create(slug="open", name="Missiles")
    debate.actors.create(slug="open", name="Olaf Scholz", kind="person")
    debate.sources.create(slug="open", title="Assessment", publisher="ISW", published="2024-05-02")
    olena = person("Olena", "contributor")
    an_event(debate, "open", "published", "Plain", olena)
    for status in HIDDEN:
        with changing(olena, f"{SECRET} reason"):
            event = an_event(debate, status, status, SECRET, olena)
        LogEntry.objects.log_actions(olena.pk, [event], CHANGE, f"{SECRET} change", single_object=True)
        event.corrections.create(what=f"{SECRET} is wrong", source=f"{SECRET} source", contact="a@b.example")
    a_desk(debate, olena, event)
    shared = share(debate, Filters(), frozen=True)
    SharedView.objects.filter(pk=shared.pk).update(code="frozenfrozen")
    return debate


@pytest.fixture
def ask(client, secrets):
    """Asks as one of the readers, who have nothing to do with the hidden events."""

    def ask(reader):
        if reader == "reader":
            client.force_login(person("Lena"))
        elif reader == "contributor":
            client.force_login(person("Marek", "contributor"))
        return client

    return ask


def patterns(resolver, kwargs=frozenset()):
    """(name, names of its parameters) of every pattern outside the admin."""
    for pattern in resolver.url_patterns:
        known = kwargs | set(pattern.pattern.converters)
        if isinstance(pattern, URLPattern):
            yield pattern.name, known
        elif pattern.app_name != "admin":
            yield from patterns(pattern, known)


def public_addresses():
    """Every public address, of what is published and of what is not."""
    found = {(name, tuple(sorted(parameters))) for name, parameters in patterns(get_resolver())}
    for name, parameters in sorted(found):
        for slug in ("open", *HIDDEN) if "slug" in parameters else ("",):
            values = {"debate": "weapons", "slug": slug, "code": "frozenfrozen"}
            address = reverse(name, kwargs={key: values[key] for key in parameters})
            for query in QUERIES if name in QUERIED else QUERIES[:1]:
                yield f"{address}?{query}" if query else address
    yield f"/oembed?url=http://testserver{reverse('event', args=['weapons', 'draft'])}"
    yield "/weapons/nowhere/"


def asked_by_htmx(address):
    """Whether the page is swapped in parts."""
    return address.split("?")[0].count("/") == 2 or "/events/" in address or "/positions/" in address


def tells(response):
    """Whether the word is in the answer: its body, streamed or not, or its headers."""
    body = response.getvalue() if response.streaming else response.content
    said = body.decode(errors="replace") + str(dict(response.headers))
    return SECRET.casefold() in said.casefold()


def name_in_secret(debate):
    """Each hidden event names somebody and cites something of its own; curators share these names."""
    for slug in HIDDEN:
        event = Event.objects.get(slug=slug)
        event.actors.add(debate.actors.create(slug=slug, name=f"{SECRET} person", kind="person"))
        names = {"title": f"{SECRET} report", "publisher": f"{SECRET} Post", "published": "2024-05-02"}
        source = debate.sources.create(slug=slug, url=f"https://example.org/{SECRET}", **names)
        event.citations.create(source=source, quote=f"{SECRET} words")
        event.settle()


@pytest.mark.parametrize("reader", READERS)
def test_no_public_address_tells(ask, secrets, reader):
    name_in_secret(secrets)
    client, told, asked = ask(reader), [], 0
    for address in public_addresses():
        for headers in (HTMX, {}) if asked_by_htmx(address) else ({},):
            response = client.get(address, headers=headers)
            asked += 1
            told += [address] if tells(response) else []
            assert response.status_code < 500, address
    assert told == []
    assert asked > 250


DRAWN = ("chart-png", "event-preview", "preview")  # pictures with the event in them


def test_what_is_kept_of_it_is_not_told_once_it_is_withdrawn(client, secrets):
    """Every address is asked, by all, while an event is public; then it is withdrawn in the admin."""
    event = Event.objects.get(slug="draft")
    Event.objects.filter(pk=event.pk).update(status="published")
    Debate.objects.bump(secrets.pk)
    shared = share(secrets, Filters(), frozen=True)
    SharedView.objects.filter(pk=shared.pk).update(code="keptkeptkept")
    before = {address: client.get(address) for address in plain_addresses()}
    told = {address for address, answer in before.items() if tells(answer)}
    assert len(told) > 20
    thea = Client()
    thea.force_login(person("Thea", "editor"))
    action = {"action": "withdraw", "_selected_action": event.pk, "reason": "A hoax.", "confirmed": "yes"}
    thea.post(reverse("admin:timeline_event_changelist"), action)
    drawn = {reverse(name, kwargs=known) for name, known in drawn_addresses()}
    for address in told | drawn:
        was = before[address]
        # Pictures may be shown for five minutes more, everything else asks first.
        asks = re.search(r"max-age=0|no-cache|no-store", was["Cache-Control"])
        assert asks or (address in drawn and "max-age=300" in was["Cache-Control"]), address
        kept = {"If-None-Match": was.get("ETag", ""), "If-Modified-Since": was.get("Last-Modified", "")}
        answer = client.get(address, headers={name: value for name, value in kept.items() if value})
        assert answer.status_code != 304 and not tells(answer), address
        assert address not in drawn or answer.getvalue() != was.getvalue(), address


def plain_addresses():
    """The public addresses without a query, of what the one published event has."""
    for name, parameters in patterns(get_resolver()):
        for slug in ("draft", "open") if "slug" in parameters else ("",):
            values = {"debate": "weapons", "slug": slug, "code": "keptkeptkept"}
            yield reverse(name, kwargs={key: values[key] for key in parameters})


def drawn_addresses():
    """Those of pictures, which have no words to look for."""
    for name in DRAWN:
        yield name, {"debate": "weapons"} | ({"slug": "draft"} if name == "event-preview" else {})


def test_an_editor_is_told_by_the_same_addresses(client, secrets):
    client.force_login(person("Thea", "editor"))
    for address in (
        "",
        "events.json",
        "events.csv",
        "events/draft/",
        "chart.json",
        "questions/open/",
    ):
        assert tells(client.get(f"/weapons/{address}")), address


def test_what_is_hidden_is_counted_nowhere(client, secrets):
    data = client.get("/weapons/events.json").json()
    assert (data["count"], [event["slug"] for event in data["events"]]) == (1, ["open"])
    for slug in HIDDEN[:2]:
        assert client.get(f"/weapons/events/{slug}/").status_code == 404
        assert client.get(f"/weapons/events/{slug}/preview.png").status_code == 404
    for word in (PART, SECRET, f"{SECRET}s"):
        found = client.get("/weapons/events.json", {"q": word})
        assert found.json()["count"] == 0 and not (word == PART and tells(found))
    page = client.get("/weapons/").content.decode()
    counts = {int(count) for count in re.findall(r'class="count"[^>]*>(\d+)<', page)}
    assert counts <= {0, 1}


# The curators' side


def admin_addresses(debate):
    """Every address of the admin with and without a key: of hidden events, of their rows, of all lists."""
    hidden = Event.objects.filter(status__in=HIDDEN)
    keys = {
        "event": list(hidden.values_list("pk", flat=True)),
        "citation": [row.citations.get().pk for row in hidden],
        "position": [row.positions.get().pk for row in hidden],
    } | {model._meta.model_name: [row.pk for row in model.objects.all()] for model in ON_THE_DESK}
    for pattern in admin.site.urls[0]:
        if isinstance(pattern, URLPattern):
            assert pattern.name in OF_THE_SITE, "walk it, or say why not"
            continue
        for name, parameters in patterns(pattern):
            if name is None:
                continue
            model = name.split("_")[1] if "_" in name else ""
            for key in keys.get(model, [1]) if parameters else [None]:
                values = dict.fromkeys(parameters, key) | {
                    name: PLACE[name] for name in PLACE.keys() & parameters
                }
                address = reverse(f"admin:{name}", kwargs=values or None) if named(name, values) else None
                yield from (address, f"{address}?q={PART}") if address else ()
    yield reverse("admin:index")
    yield reverse("admin:app_list", args=["timeline"])
    kind = ContentType.objects.get_for_model(Event).pk
    yield from (f"/admin/r/{kind}/{key}/" for key in keys["event"])  # Django would lead to the slug
    yield from (f"{reverse('admin:timeline_event_reading')}?date_text=May&source={key}" for key in (1, 2))
    yield f"{reverse('admin:timeline_event_review')}?status=all"
    yield f"{reverse('admin:timeline_event_review')}?status=draft&commented=yes"
    for model, field in (("citation", "event"), ("position", "event"), ("position", "arguments")):
        query = f"app_label=timeline&model_name={model}&field_name={field}&term={PART}"
        yield f"{reverse('admin:autocomplete')}?{query}"


def named(name, values):
    """Whether a pattern of the admin can be reversed by these values; Django's redirect has none."""
    return "object_id" not in values or not name.endswith("_add")


@pytest.mark.parametrize("reader", ["reader", "contributor"])
def test_no_address_of_the_admin_tells(ask, secrets, reader):
    for event in Event.objects.filter(status__in=HIDDEN):
        Event.objects.filter(pk=event.pk).update(slug=f"{SECRET.lower()}-{event.slug}")
    client, told, answered = ask(reader), [], 0
    for address in admin_addresses(secrets):
        response = client.get(address)
        told += [address] if tells(response) else []
        answered += response.status_code == 200
    assert told == []
    assert answered > (20 if reader == "contributor" else 0)


def test_the_author_and_an_editor_are_told(client, secrets):
    draft = Event.objects.get(slug="draft")
    for user in (User.objects.get(username="Olena"), person("Thea", "editor")):
        client.force_login(user)
        for page in ("change", "history", "preview"):
            assert tells(client.get(reverse(f"admin:timeline_event_{page}", args=[draft.pk]))), (user, page)
        assert tells(client.get(reverse("admin:timeline_event_changelist")))
        assert tells(client.get(reverse("admin:timeline_event_review") + "?status=all"))
        for model, page in (("article", "work"), ("import", "change")):
            row = apps.get_model("timeline", model).objects.get()
            assert tells(client.get(reverse(f"admin:timeline_{model}_{page}", args=[row.pk]))), (user, page)


def test_nobody_else_speaks_about_a_draft_or_decides_on_it(ask, secrets):
    client, draft = ask("contributor"), Event.objects.get(slug="draft")
    path = reverse("admin:timeline_event_comment", args=[draft.pk])
    assert client.post(path, {"text": "Let me see."}).status_code == 404
    assert client.post(path, {"settle": draft.comments.get().pk}).status_code == 404
    published = Event.objects.get(slug="open")
    path = reverse("admin:timeline_event_comment", args=[published.pk])
    assert client.post(path, {"text": "I could read along."}).status_code == 403
    decision = {"event": draft.pk, "seen": draft.changed_at.isoformat(), "decision": "publish"}
    client.post(reverse("admin:timeline_event_review"), decision)
    draft.refresh_from_db()
    assert (draft.status, draft.comments.count(), draft.comments.open().count()) == ("draft", 1, 1)


def test_a_preview_is_nobodys_copy(client, secrets):
    client.force_login(person("Thea", "editor"))
    response = client.get(reverse("admin:timeline_event_preview", args=[Event.objects.get(slug="draft").pk]))
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    page = response.content.decode()
    assert 'name="robots" content="noindex' in page
    assert "Preview." in page and f"{SECRET} title" in page
    assert 'class="draft"' not in page


@pytest.mark.parametrize(
    ("kind", "link"),
    [("actor", "events"), ("question", "events"), ("topic", "events"), ("source", "citations")],
)
def test_no_list_is_narrowed_to_what_a_draft_names(ask, secrets, kind, link):
    client, draft = ask("contributor"), Event.objects.get(slug="draft")
    key = draft.pk if link == "events" else draft.citations.get().pk
    address = reverse(f"admin:timeline_{kind}_changelist")
    for lookup in (link, f"{link}__id__exact"):
        assert client.get(f"{address}?{lookup}={key}").status_code == 400


def test_an_import_does_not_show_the_draft_whose_id_it_names(ask, secrets):
    target = Event.objects.get(slug="draft").pk
    FormerSlug.objects.create(debate=secrets, kind="event", slug="once", target=target)
    client, marek = ask("contributor"), User.objects.get(username="Marek")
    for slug, *cells in product((*HIDDEN, "once"), ("Mine", ""), ("vote", ""), ("12 November 2024", "")):
        run = running.start(sheet([slug, *cells], header=HEADER[:4]).encode(), secrets, "a.csv", author=marek)
        while run.running:
            run = running.advance(run, Rights(marek))
        (row,) = run.rows.all()
        assert (row.slug, row.outcome) == (slug, "refused") and "this id is taken" in str(row.problems)
        assert SECRET not in f"{row.changes} {row.facts} {row.problems} {row.notes} {row.title}"
    for page in ("change", "refused"):
        assert not tells(client.get(reverse(f"admin:timeline_import_{page}", args=[run.pk])))


def test_what_was_deleted_is_its_authors_and_the_editors(ask, secrets):
    olena, draft = User.objects.get(username="Olena"), Event.objects.get(slug="draft")
    with changing(olena, f"{SECRET} no longer"):
        draft.citations.get().delete()
        Event.objects.get(slug="in-review").delete()
        article = Article.objects.get()
        key = article.pk
        article.delete()
    client = ask("contributor")
    for model in ("event", "citation", "position", "article"):
        assert not tells(client.get(reverse(f"admin:timeline_{model}_deleted"))), model
        for record in deleted(apps.get_model("timeline", model)):
            path = reverse(f"admin:timeline_{model}_history", args=[record.id])
            assert not tells(client.get(path, follow=True)), path
            bring_back = {"record": record.pk}
            client.post(reverse(f"admin:timeline_{model}_deleted"), bring_back)
    assert not Article.objects.filter(pk=key).exists()
    assert not Event.objects.filter(slug="in-review").exists() and not draft.citations.exists()
    for user, numbers in ((olena, (0, 1, 0)), (person("Thea", "editor"), (1, 1, 0))):
        client.force_login(user)
        for model, number in zip(("event", "citation", "position"), numbers, strict=True):
            page = client.get(reverse(f"admin:timeline_{model}_deleted"))
            assert len(page.context["gone"]) == number, (user, model)


def test_whoever_deletes_topics_is_not_told_of_the_drafts_that_stand_in_the_way(client, secrets):
    marek = person("Marek", "contributor")
    marek.user_permissions.add(Permission.objects.get(codename="delete_topic"))
    client.force_login(marek)
    path = reverse("admin:timeline_topic_delete", args=[secrets.topics.get().pk])
    page = client.get(path)
    assert not tells(page)
    assert "Plain title" in page.text and "3 more events" in page.text
