"""Who may do what: every role with every step from every status, one's own event and somebody else's."""

from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.core.management import call_command
from django.urls import reverse

from timeline.models import Debate, Event, roles
from timeline.models.groups import ROLES, make_groups
from timeline.models.statuses import LASTING, STEPS

pytestmark = pytest.mark.django_db
STATUSES = tuple(STEPS)
PEOPLE = ("anonymous", "reader", "contributor", "editor", "owner", "superuser")
EDITORS = ("editor", "owner", "superuser")
STAFF = PEOPLE[1:]
ALL = {"draft", "in-review", "published", "withdrawn"}
PUBLIC = {"published"}


def person(name, role=None, **rights):
    """Somebody on the staff, with a role or without."""
    user = User.objects.create_user(name, is_staff=True, **rights)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def people():
    """One of each, by role; "reader" is on the staff and has none."""
    found = {role: person(role, role) for role in ROLES}
    return found | {
        "anonymous": AnonymousUser(),
        "reader": person("reader"),
        "superuser": person("superuser", is_superuser=True),
    }


@pytest.fixture
def other():
    """A contributor who is nobody else in these tests."""
    return person("olena", "contributor")


def an_event(author, status, slug="talks"):
    debate, _made = Debate.objects.get_or_create(slug="weapons", title="Weapons for Ukraine")
    reason = "Entered twice." if status == "withdrawn" else ""
    return debate.events.create(
        slug=slug, title="Talks", kind="meeting", status=status, author=author, withdrawn_reason=reason
    )


def steps(role, own, status):
    """The statuses that a role may take an event to: the table of docs/curating.md."""
    if role in EDITORS:
        return set(STEPS[status]) - {status}
    if role == "contributor" and own:
        return {"draft": {"in-review"}, "in-review": {"draft"}}.get(status, set())
    return set()


def sees(role, own):
    """The statuses of events that a role works with."""
    if role in EDITORS:
        return ALL
    return ALL if role == "contributor" and own else PUBLIC


def edits(role, own):
    """The statuses of events that a role may change."""
    if role in EDITORS:
        return ALL
    return {"draft"} if role == "contributor" and own else set()


def events_of(people, role, other):
    """(whether it is the role's own, its status, an event) for every status."""
    owners = [(False, other)] if role == "anonymous" else [(True, people[role]), (False, other)]
    for (own, author), status in product(owners, STATUSES):
        yield own, status, an_event(author, status, slug=f"{'own' if own else 'other'}-{status}")


@pytest.mark.parametrize("role", PEOPLE)
def test_every_role_and_step_and_status(people, other, role):
    user = people[role]
    for own, status, event in events_of(people, role, other):
        case, rows = (own, status), Event.objects.filter(pk=event.pk)
        seen, edited = status in sees(role, own), status in edits(role, own)
        assert {to for to in STATUSES if roles.may_step(user, event, to)} == steps(role, own, status), case
        assert roles.may_see(user, event) is rows.curated_by(user).exists() is seen, case
        assert rows.visible_to(user).exists() is (seen and status != "withdrawn"), case
        assert rows.answering(user).exists() is (seen or status in LASTING), case
        assert roles.may_edit(user, event) is rows.editable_by(user).exists() is edited, case
        assert roles.may_delete(user, event) is (edited and status not in LASTING), case
        assert roles.may_publish(user) is (role in EDITORS), case


@pytest.mark.parametrize("role", STAFF)
def test_the_admin_says_the_same(client, people, other, role):
    client.force_login(people[role])
    for own, status, event in events_of(people, role, other):
        case, edited = (own, status), status in edits(role, own)
        path = reverse("admin:timeline_event_change", args=[event.pk])
        page = client.get(path)
        assert (page.status_code == 200) is (role != "reader" and status in sees(role, own)), case
        assert (client.post(path, {}).status_code == 200) is edited, case
        if edited:
            offered = {value for value, _label in page.context["adminform"].form.fields["status"].choices}
            assert offered == steps(role, own, status) | {status}, case


ACTIONS = {"publish": "published", "send_to_review": "in-review", "withdraw": "withdrawn"}


@pytest.mark.parametrize("role", STAFF)
@pytest.mark.parametrize(("action", "target"), ACTIONS.items())
def test_actions_take_the_steps_that_are_allowed_and_no_other(client, people, other, role, action, target):
    client.force_login(people[role])
    for own, status, event in events_of(people, role, other):
        data = {"action": action, "_selected_action": event.pk, "reason": "An error.", "confirmed": "yes"}
        client.post(reverse("admin:timeline_event_changelist"), data)
        event.refresh_from_db()
        assert event.status == (target if target in steps(role, own, status) else status), (own, status)


def test_a_new_event_is_its_makers_and_cannot_be_published_by_posting_so(client, people):
    debate = Debate.objects.create(slug="weapons", title="Weapons for Ukraine")
    client.force_login(people["contributor"])
    fields = {
        "debate": debate.pk, "title": "Talks", "slug": "talks", "kind": "meeting", "importance": "2",
        "throughout_override": "unknown",
    }  # fmt: skip
    for rows in ("citations", "positions", "event_topics"):
        fields |= {f"{rows}-TOTAL_FORMS": 0, f"{rows}-INITIAL_FORMS": 0}
    path = reverse("admin:timeline_event_add")
    assert client.post(path, fields | {"status": "published"}).status_code == 200
    assert not Event.objects.exists()
    assert (
        client.post(path, fields | {"status": "in-review", "author": people["owner"].pk}).status_code == 302
    )
    event = Event.objects.get()
    assert (event.status, event.author) == ("in-review", people["contributor"])


def test_a_row_is_not_added_to_somebody_elses_event(client, people, other):
    event = an_event(other, "draft")
    source = event.debate.sources.create(slug="isw", title="Assessment", publisher="ISW")
    client.force_login(people["contributor"])
    fields = {"event": event.pk, "source": source.pk, "relation": "supports"}
    page = client.post(reverse("admin:timeline_citation_add"), fields)
    assert "event" in page.context["adminform"].form.errors
    assert not event.citations.exists()


# The groups

OWN = ("event", "citation", "position", "eventtopic")
MAY = [
    *((codename, ("contributor", "editor", "owner")) for codename in (f"change_{model}" for model in OWN)),
    ("add_source", ("contributor", "editor", "owner")),
    ("view_topic", ("contributor", "editor", "owner")),
    ("change_source", ("editor", "owner")),
    ("add_actor", ("editor", "owner")),
    ("delete_topic", ("editor", "owner")),
    ("change_question", ("editor", "owner")),
    ("publish_event", ("editor", "owner")),
    ("edit_any_event", ("editor", "owner")),
    ("view_debate", ("contributor", "editor", "owner")),
    ("change_debate", ("owner",)),
    ("add_debate", ("owner",)),
    ("add_user", ("owner",)),
    ("change_user", ("owner",)),
    ("delete_session", ()),
    ("change_permission", ()),
]


@pytest.mark.parametrize(("codename", "granted"), MAY)
def test_who_has_which_permission(codename, granted):
    groups = Group.objects.filter(permissions__codename=codename).order_by("name")
    assert tuple(group.name for group in groups) == granted


def test_nobody_rewrites_what_was_recorded():
    rewriting = Permission.objects.filter(codename__contains="historical").exclude(
        codename__startswith="view"
    )
    assert not Group.objects.filter(permissions__in=rewriting).exists()


def test_every_model_has_its_place():
    models = set(
        Permission.objects.filter(content_type__app_label="timeline").values_list(
            "content_type__model", flat=True
        )
    )
    for role in ("editor", "owner"):
        permissions = Group.objects.get(name=role).permissions
        assert models <= set(permissions.values_list("content_type__model", flat=True))


def test_groups_are_made_again_and_what_was_taken_comes_back():
    Group.objects.get(name="editor").permissions.clear()
    Group.objects.get(name="owner").delete()
    own = Group.objects.create(name="translators")
    make_groups()
    assert Permission.objects.filter(group__name="editor", codename="publish_event").exists()
    assert Group.objects.filter(name="owner", permissions__codename="add_user").exists()
    assert not own.permissions.exists()


def test_loading_a_debate_again_leaves_authors(people, debate):
    event = debate.events.first()
    Event.objects.filter(pk=event.pk).update(author=people["contributor"])
    Event.objects.filter(pk=event.pk).update(title="Something else")
    call_command("loaddebate", "fixtures/long-range-weapons.json", verbosity=0)
    event.refresh_from_db()
    assert event.title != "Something else"
    assert event.author == people["contributor"]
