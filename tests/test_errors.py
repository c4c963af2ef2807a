"""What is said where there is nothing, where one may not, and where something fails; and where one can go."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from timeline.views import errors

pytestmark = pytest.mark.django_db
TOPICS, EVENTS = "/admin/timeline/topic/", "/admin/timeline/event/"


@pytest.fixture
def ann(client):
    """The browser of a contributor."""
    user = User.objects.create_user("ann", is_staff=True)
    user.groups.add(Group.objects.get(name="contributor"))
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/admin/auth/group/", 403, "Your account, <b>ann</b>, may not open this page"),
        ("/admin/timeline/merge/duplicates/", 403, "editors review and publish"),
        (f"{EVENTS}99/preview/", 404, "Nothing at this address"),
        ("/admin/nowhere/", 404, "What was deleted can be brought back"),
    ],
)
def test_curators_are_told_what_to_do_where_there_is_nothing_or_they_may_not(ann, path, status, said):
    response = ann.get(path)
    page = response.content.decode()
    assert response.status_code == status
    assert said in page and '<a class="way main" href="/admin/">To the desk</a>' in page


@pytest.mark.parametrize("path", ["/admin/login/", "/weapons/share/new/"])
def test_a_refused_form_says_that_nothing_was_saved(path):
    refused = Client(enforce_csrf_checks=True).post(path, {"title": "Kept?"})
    assert refused.status_code == 403
    assert "Nothing was saved." in refused.content.decode()


@pytest.mark.parametrize(("path", "back"), [("/admin/timeline/", "/admin/"), ("/weapons/", "/")])
def test_a_fault_is_told_without_database_and_session(rf, django_assert_num_queries, path, back):
    with django_assert_num_queries(0):
        response = errors.failed(rf.get(path))
    assert response.status_code == 500
    assert f'href="{back}">Back to the start</a>' in response.content.decode()


def test_an_empty_list_offers_its_first_row_and_nothing_to_search(admin_client):
    page = admin_client.get(TOPICS).content.decode()
    assert "No topics yet." in page and "Add the first one" in page
    assert "searchbar" not in page and "changelist-filter" not in page
    looked_for = admin_client.get(TOPICS, {"q": "zzz"}).content.decode()
    assert "Nothing is like that." in looked_for and "searchbar" in looked_for


@pytest.mark.parametrize(
    ("path", "current"),
    [("/admin/", "Desk"), (EVENTS, "Events"), (f"{EVENTS}add/", "Events"), (f"{EVENTS}review/", "Review")],
)
def test_the_ways_lead_to_what_one_may_see_and_say_where_one_is(ann, path, current):
    ways = ann.get(path).context["ways"]
    assert [way.said for way in ways if way.current] == [current]
    assert "Articles" in {way.said for way in ways} and "Duplicates" not in {way.said for way in ways}


def test_who_may_see_nothing_is_told_who_can_change_that(client):
    client.force_login(User.objects.create_user("new", is_staff=True))
    page = client.get("/admin/").content.decode()
    assert "An owner of this site can make you a contributor" in page
    assert 'aria-label="Curating"' not in page
