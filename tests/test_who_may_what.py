"""Who may do what in the admin: every role, with forms that only an editor was shown, in every status.

Each deed is posted with all that its page would have posted, as somebody who was never shown that page could;
what counts is what is stored afterwards. The pages are those of the URL configuration itself, so that one
added later has to be given its row.
"""

from itertools import product

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone

from tests.admin_pages import filled, seen
from tests.importing import HEADER, sheet
from tests.test_leaks import patterns
from timeline.ingest.importing import running
from timeline.ingest.merging.joining import merge as merge_rows
from timeline.ingest.merging.joining import stamp
from timeline.models import Article, Debate, Erratum, Event, FormerSlug, NotDuplicate, changing
from timeline.models.restoring import deleted
from timeline.models.statuses import STEPS

pytestmark = pytest.mark.django_db
STATUSES = tuple(STEPS)
ROLES = ("anonymous", "reader", "contributor", "editor", "owner", "superuser")
EDITORS = ROLES[3:]
PASSWORD = "reads every source twice"
TEXT = "Ada Brook said so on 1 May."


class People:
    """One of each role, each with a browser; "reader" is on the staff without a role, and had one once."""

    def __init__(self):
        self.users = {"anonymous": None}
        for role in (*ROLES[1:], "other"):
            user = User.objects.create_user(role, is_staff=True, is_superuser=role == "superuser")
            group = {"reader": None, "superuser": None, "other": "contributor"}.get(role, role)
            user.groups.set(Group.objects.filter(name=group))
            self.users[role] = user
        self.browsers = {role: Client() for role in self.users}
        for role, browser in self.browsers.items():
            if self.users[role]:
                browser.force_login(self.users[role])
        self.form = None
        self.clerk = self.browsers["superuser"]  # is shown every form


@pytest.fixture
def people():
    return People()


@pytest.fixture
def debate():
    debate = Debate.objects.create(slug="tram", title="The tram of Lunford")
    debate.sources.create(slug="courier", title="Mayor wants a tram", publisher="Courier")
    return debate


def an_event(debate, slug, status, author):
    reason = "Entered twice." if status == "withdrawn" else ""
    with changing(author, "Made."):
        return debate.events.create(
            slug=slug, title="Talks", kind="meeting", status=status, author=author, withdrawn_reason=reason
        )


def title(event):
    return Event.objects.get(pk=event.pk).title


def page(name, *args):
    return reverse(f"admin:timeline_{name}", args=args)


# The deeds: each tries, and says whether it is done


def change(people, role, event):
    path = page("event_change", event.pk)
    people.form = people.form or filled(people.clerk.get(path), "event_form")
    own = {name: getattr(event, name) for name in ("slug", "status", "withdrawn_reason")}
    own["_edition"] = admin.site._registry[Event].parts.edition(event.pk)
    people.browsers[role].post(path, people.form | own | {"title": "Changed", "reason": "An error."})
    return title(event) == "Changed"


def cite(people, role, event):
    fields = {"event": event.pk, "source": event.debate.sources.get().pk, "relation": "supports"}
    people.browsers[role].post(page("citation_add"), fields | {"reason": "Found."})
    return event.citations.exists()


def delete(people, role, event):
    path = page("event_delete", event.pk)
    people.browsers[role].post(path, seen(people.clerk, path, {"post": "yes", "reason": "An error."}))
    return not Event.objects.filter(pk=event.pk).exists()


def delete_selected(people, role, event):
    fields = {"action": "delete_selected", "_selected_action": event.pk, "post": "yes", "reason": "An error."}
    people.browsers[role].post(page("event_changelist"), fields)
    return not Event.objects.filter(pk=event.pk).exists()


def bring_back(people, role, event):
    with changing(None, "Gone."):
        event.delete()
    record = deleted(Event).get().pk
    people.browsers[role].post(page("event_deleted"), {"record": record})
    found = Event.objects.filter(slug=event.slug)
    back = found.exists()
    Event.history.all().delete()
    return back


def restore(people, role, event):
    at = event.history.first().history_date
    with changing(None, "Later."):
        event.title = "Later"
        event.save()
    path = page("event_restore", event.pk)
    edition = people.clerk.get(path, {"at": at.isoformat()}).context["edition"]
    fields = {"at": at.isoformat(), "_edition": edition, "reason": "An error."}
    people.browsers[role].post(path, fields)
    return title(event) == "Talks"


def comment(people, role, event):
    people.browsers[role].post(page("event_comment", event.pk), {"text": "Which page?"})
    return event.comments.exists()


def settle(people, role, event):
    said = event.comments.create(author=people.users["superuser"], text="Which page?")
    people.browsers[role].post(page("event_comment", event.pk), {"settle": said.pk})
    return not event.comments.open().exists()


def decide(decision):
    def deed(people, role, event):
        fields = {"event": event.pk, "seen": event.changed_at.isoformat(), "decision": decision}
        people.browsers[role].post(page("event_review"), fields | {"comment": "Which page?"})
        return Event.objects.get(pk=event.pk).status != event.status

    return deed


def merge(people, role, event):
    twin = an_event(event.debate, f"{event.slug}-twin", event.status, event.author)
    path = page("merge_two", "event", event.pk, twin.pk)
    people.browsers[role].post(path, {"seen": stamp(event, twin)})
    return not Event.objects.filter(pk=twin.pk).exists()


def undo_merge(people, role, event):
    twin = an_event(event.debate, f"{event.slug}-twin", event.status, event.author)
    done = merge_rows(event, twin, None)
    people.browsers[role].post(page("merge_undo", done.pk))
    return Event.objects.filter(slug=twin.slug).exists()


def not_two(people, role, event):
    twin = an_event(event.debate, f"{event.slug}-twin", event.status, event.author)
    fields = {"kind": "event", "first": event.pk, "second": twin.pk, "percent": 90}
    people.browsers[role].post(page("merge_queue"), fields)
    return NotDuplicate.objects.filter(first=event.pk).exists()


def merge_article(people, role, event):
    article = an_article(event.debate, people.users[role])
    fields = {"do": "merge", "event": event.pk}
    people.browsers[role].post(page("article_place", article.pk, 0, len(TEXT)), fields)
    return event.citations.exists()


def import_row(people, role, event):
    file = sheet([event.slug, "Changed", "vote", "12 November 2024"], header=HEADER[:4])
    run = running.start(file.encode(), event.debate, "a.csv", people.users[role])
    for step in ("advance", "confirm", "advance"):
        people.browsers[role].post(page(f"import_{step}", run.pk))
    return title(event) == "Changed"


def answer_a_reader(people, role, event):
    said = event.corrections.create(what="The 13th.", source="The minutes")
    path = page("correction_change", said.pk)
    people.browsers[role].post(path, {"state": "declined", "outcome": "The minutes say so."})
    return not event.corrections.open().exists()


ALL, NONE = set(STATUSES), set()
BEFORE = {"draft", "in-review"}
# deed: (in which statuses editors may, in which contributors with an event of their own)
DEEDS = [
    (change, ALL, {"draft"}),
    (cite, ALL, {"draft"}),
    (delete, BEFORE, {"draft"}),
    (delete_selected, BEFORE, {"draft"}),
    (bring_back, ALL, {"draft"}),
    (restore, ALL, {"draft"}),
    (comment, ALL, ALL),
    (settle, ALL, ALL),
    (decide("publish"), BEFORE, NONE),
    (decide("send"), {"draft"}, {"draft"}),
    (decide("send-back"), {"in-review"}, {"in-review"}),
    (decide("take-back"), {"in-review"}, {"in-review"}),
    (merge, ALL, NONE),
    (undo_merge, ALL, NONE),
    (not_two, ALL, NONE),
    (merge_article, ALL - {"withdrawn"}, {"draft"}),
    (import_row, ALL, {"draft"}),
    (answer_a_reader, ALL, NONE),
]
NAMES = ["publish", "send", "send_back", "take_back"]


@pytest.mark.parametrize(("deed", "editors", "own"), DEEDS, ids=lambda deed: getattr(deed, "__name__", ""))
def test_every_role_and_deed_and_status(people, debate, deed, editors, own):
    for role, mine, status in product(ROLES, (True, False), STATUSES):
        if mine and role not in ("reader", "contributor"):
            continue  # whose it is decides nothing for those who may change all, or nothing
        author = people.users[role if mine else "other"]
        event = an_event(debate, f"{role}-{'own' if mine else 'other'}-{status}", status, author)
        allowed = editors if role in EDITORS else own if mine and role == "contributor" else NONE
        assert deed(people, role, event) is (status in allowed), (role, mine, status)


# What is on somebody's desk


def an_article(debate, author):
    return Article.objects.create(
        debate=debate, title="Tram", publisher="Courier", text=TEXT, language="en", added_by=author,
        published="2024-05-02", published_basis="stated",
    )  # fmt: skip


def an_import(debate, author):
    file = sheet(["votes", "Votes", "vote", "12 November 2024"], header=HEADER[:4])
    return running.start(file.encode(), debate, "a.csv", author)


ON_A_DESK = [
    *(("article", step, "ceos") for step in ("work", "place", "words", "state", "change", "delete")),
    *(("import", step, "ceos") for step in ("change", "refused", "advance", "confirm", "again", "drop")),
    ("article", "newcomer", "eos"),
    ("import", "delete", "eos"),
]
POSTED = {"words", "state", "newcomer", "advance", "confirm", "again", "drop"}


@pytest.mark.parametrize(("kind", "step", "who"), ON_A_DESK)
def test_a_desk_is_its_owners_and_the_editors(people, debate, kind, step, who):
    for role, mine in product(ROLES, (True, False)):
        make = {"article": an_article, "import": an_import}[kind]
        row = make(debate, people.users[role if mine else "other"])
        args = (row.pk, 0, len(TEXT)) if step == "place" else (row.pk,)
        said, path = {"words": TEXT, "state": "done"}, page(f"{kind}_{step}", *args)
        browser = people.browsers[role]
        answer = browser.post(path, said) if step in POSTED else browser.get(path)
        refused = answer.status_code in (403, 404) or answer.get("Location", "").startswith("/admin/login/")
        refused |= answer.get("Location") == reverse("admin:index")  # Django's way to say: there is none
        allowed = role[0] in who and (mine or role in EDITORS)
        assert refused is not allowed, (role, mine, answer.status_code)


# Every page


SHOWN = """
auth_user            changelist os add os change os history os delete os password_change os
auth_group           changelist os add s change os history os delete s
timeline_debate      changelist ceos add os change ceos history ceos delete os deleted os restore os
timeline_question    changelist ceos add eos change ceos history ceos delete eos deleted eos restore eos
timeline_topic       changelist ceos add eos change ceos history ceos delete eos deleted eos restore eos
timeline_argument    changelist ceos add eos change ceos history ceos delete eos deleted eos restore eos
timeline_actor       changelist ceos add eos change ceos history ceos delete eos deleted eos restore eos
timeline_source      changelist ceos add ceos change ceos history ceos delete eos deleted ceos restore eos
timeline_citation    changelist ceos add ceos change ceos history ceos delete eos deleted ceos restore eos
timeline_position    changelist ceos add ceos change ceos history ceos delete eos deleted ceos restore eos
timeline_event       changelist ceos add ceos change ceos history ceos delete - deleted ceos restore eos
timeline_event       reading ceos review ceos preview ceos comment -
timeline_article     changelist ceos add ceos change eos history eos delete eos deleted ceos restore eos
timeline_article     work eos words - state - newcomer - place eos
timeline_import      changelist ceos add ceos change eos history eos delete eos
timeline_import      advance - confirm - again - drop - halt - refused eos xlsx rceos csv rceos
timeline_correction  changelist eos add - change eos history eos delete eos
timeline_erratum     changelist eos add - change eos history eos delete eos deleted eos restore eos
timeline_formerslug  changelist eos add - change eos history eos delete -
timeline_merge       changelist eos add - change eos history eos delete - queue eos two eos undo eos
timeline_notduplicate changelist eos add - change eos history eos delete eos
timeline_sharedview  changelist eos add - change eos history eos delete eos deleted - restore eos
"""


def shown():
    """{name of a page: first letters of the roles that are shown it}; the rows are others' and published."""
    for line in SHOWN.strip().splitlines():
        model, *pages = line.split()
        for name, who in zip(pages[::2], pages[1::2], strict=True):
            yield f"{model}_{name}", "" if who == "-" else who


@pytest.fixture
def rows(debate, people):
    """{model: a row}, of each a published or somebody else's one."""
    other = people.users["other"]
    question = debate.questions.create(slug="build", title="Build it?")
    question.arguments.create(slug="quick", side="for", text="It is quick.")
    topics = [debate.topics.create(slug=slug, name=slug) for slug in ("tram", "trams", "bus")]
    ada = debate.actors.create(slug="ada", name="Ada Brook", kind="person")
    event = an_event(debate, "asks", "published", other)
    event.citations.create(source=debate.sources.get())
    event.positions.create(actor=ada, question=question, stance="supports")
    event.corrections.create(what="The 13th.", source="The minutes")
    Erratum.objects.create(event=event, at=timezone.now(), reason="The minutes.")
    FormerSlug.objects.create(debate=debate, kind="event", slug="asked", target=event.pk)
    NotDuplicate.objects.create(
        debate=debate, kind="topic", percent=80, first=topics[0].pk, second=topics[2].pk
    )
    merge_rows(topics[0], topics[1], None)
    an_article(debate, other)
    an_import(debate, other)
    debate.shared_views.create(code="sharedshared", query="")
    found = {model._meta.label_lower.replace(".", "_"): model.objects.first() for model in apps.get_models()}
    idle = User.objects.create_user("idle")
    return found | {"auth_user": idle, "two": topics[::2]}


def test_every_page_is_shown_to_those_it_is_for(people, rows):
    expected, found = dict(shown()), {}
    for pattern in admin.site.urls[0]:
        for name, parameters in () if isinstance(pattern, URLPattern) else patterns(pattern):
            if name and name != "app_list":
                found[name] = "".join(sorted(who(people, rows, name, parameters)))
    wrong = {name: who for name, who in found.items() if who != "".join(sorted(expected.pop(name, "?")))}
    assert (wrong, expected) == ({}, {}), "give each page its row, and say who is shown it"


def who(people, rows, name, parameters):
    """The first letters of the roles that a page is shown to."""
    row = rows["_".join(name.split("_")[:2])]
    values = dict.fromkeys(parameters, row.pk)
    given = {"start": 0, "end": len(TEXT), "kind": "topic" if "merge" in name else "event"}
    given |= {"kept": rows["two"][0].pk, "taken": rows["two"][1].pk}
    address = reverse(f"admin:{name}", kwargs=values | {key: given[key] for key in given.keys() & values})
    query = {"at": timezone.now().isoformat()} if name.endswith("_restore") else {}
    for role in ROLES:
        answer = people.browsers[role].get(address, query)
        assert answer.status_code in (200, 302, 403, 404, 405), (name, role)
        if answer.status_code == 200:
            yield role[0]


# Accounts


def test_owners_give_roles_and_make_no_superusers(people):
    owner = people.browsers["owner"]
    colin = people.users["other"]
    for account in (colin, people.users["owner"]):
        path = reverse("admin:auth_user_change", args=[account.pk])
        fields = filled(people.clerk.get(path), "user_form")
        every = [permission.pk for permission in Group.objects.get(name="owner").permissions.all()]
        roles = [Group.objects.get(name=role).pk for role in ("editor", "owner")]
        fields |= {"is_superuser": ["on"], "user_permissions": every, "groups": roles}
        assert owner.post(path, fields).status_code == 302
        account.refresh_from_db()
        assert not account.is_superuser and not account.user_permissions.exists()
        assert set(account.groups.values_list("name", flat=True)) == {"editor", "owner"}


@pytest.mark.parametrize("name", ["change", "password_change", "delete"])
def test_a_superusers_account_is_no_owners(people, name):
    account = people.users["superuser"]
    path = reverse(f"admin:auth_user_{name}", args=[account.pk])
    fields = {"username": "mine", "password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    assert people.browsers["owner"].post(path, fields | {"post": "yes"}).status_code == 403
    before = account.password
    account.refresh_from_db()
    assert (account.username, account.password) == ("superuser", before)
    assert people.clerk.get(path).status_code == 200
