"""Accounts: who gave whom which role can be read later, and who has worked is not forgotten."""

import html
import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from tests.admin_pages import filled
from timeline.models import Debate, changing

pytestmark = pytest.mark.django_db


@pytest.fixture
def olena(client):
    """The owner, signed in."""
    olena = User.objects.create_superuser("olena")
    client.force_login(olena)
    return olena


@pytest.fixture
def berta(db):
    """A curator whom the owner knows as a contributor."""
    berta = User.objects.create_user("berta", is_staff=True)
    berta.groups.add(Group.objects.get(name="contributor"))
    return berta


def change(client, account, **fields):
    path = reverse("admin:auth_user_change", args=[account.pk])
    sent = filled(client.get(path), "user_form") | {name: list(values) for name, values in fields.items()}
    assert client.post(path, {name: values for name, values in sent.items() if values}).status_code == 302


def history(client, account):
    """[(who, what)] of the account's history page, the latest first or last as it has them."""
    page = client.get(reverse("admin:auth_user_history", args=[account.pk])).content.decode()
    rows = re.findall(r"<tr>\s*<th scope=\"row\">.*?</th>\s*<td>(.*?)</td>\s*<td>(.*?)</td>", page, re.S)
    return [tuple(html.unescape(cell).strip() for cell in row) for row in rows]


def test_who_gave_whom_which_role_is_told(client, olena, berta):
    editor = Group.objects.get(name="editor")
    change(client, berta, groups=[editor.pk])
    assert history(client, berta) == [
        ("olena", "Given: the role “editor”. Taken away: the role “contributor”.")
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"is_superuser": ["on"]}, "Given: may do everything."),
        ({"is_staff": []}, "Taken away: may open this admin."),
        ({"is_active": []}, "Taken away: may log in."),
        ({"first_name": ["Berta"], "is_superuser": ["on"]}, "Given: may do everything. Changed: First name."),
        ({"first_name": ["Berta"]}, "Changed: First name."),
    ],
)
def test_rights_are_told_in_words(client, olena, berta, fields, said):
    change(client, berta, **fields)
    assert history(client, berta) == [("olena", said)]


@pytest.mark.parametrize(("worked", "status"), [(True, 403), (False, 302)])
def test_who_has_worked_is_let_in_no_more_and_not_deleted(client, olena, berta, worked, status):
    with changing(berta if worked else olena, "Begun."):
        Debate.objects.create(slug="weapons", title="Weapons")
    path = reverse("admin:auth_user_delete", args=[berta.pk])
    assert client.post(path, {"post": "yes"}).status_code == status
    assert User.objects.filter(username="berta").exists() is worked
    assert Debate.history.get().history_user == (berta if worked else olena)
