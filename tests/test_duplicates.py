"""The queue of likely duplicates, the page that merges, the way back: what an editor sees, nobody else."""

from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from timeline.ingest.likeness import stored
from timeline.models import Actor, Debate, Event, Merge, NotDuplicate

pytestmark = pytest.mark.django_db
QUEUE = reverse("admin:timeline_merge_queue")


@pytest.fixture
def weapons():
    """Two actors and two events that look like one."""
    debate = Debate.objects.create(slug="weapons", title="Weapons for Ukraine")
    other = Debate.objects.create(slug="taxes", title="Taxes")
    other.actors.create(slug="scholz", name="Olaf Scholz", kind="person", country="DE")
    lavrov = debate.actors.create(slug="sergey-lavrov", name="Sergey Lavrov", kind="person", country="RU")
    debate.actors.create(slug="sergei-lavrov", name="Sergei Lavrov", kind="person", country="RU")
    for slug, title, status in (
        ("lavrov-warns", "Lavrov warns of fire over ATACMS", "draft"),
        ("lavrov-fire", "Lavrov warns of a fire over ATACMS", "published"),
    ):
        event = debate.events.create(
            slug=slug, title=title, kind="warning", status=status, date_text="27 August 2024",
            anchor=date(2024, 8, 27), language="en",
        )  # fmt: skip
        event.actors.add(lavrov)
    return debate


@pytest.fixture
def editor(client):
    """A browser of an editor."""
    anna = User.objects.create_user("anna", is_staff=True)
    anna.groups.add(Group.objects.get(name="editor"))
    client.force_login(anna)
    return client


def text(response):
    """What a page says."""
    assert response.status_code == 200
    return response.content.decode()


def page_of(debate, kind, kept, taken):
    """The page on which two are merged."""
    rows = getattr(debate, f"{kind}s")
    return reverse("admin:timeline_merge_two", args=[kind, rows.get(slug=kept).pk, rows.get(slug=taken).pk])


def test_of_a_great_many_rows_a_part_at_a_time_is_compared_with_all(editor, weapons, monkeypatch):
    whole = stored.likely_in(weapons)
    assert "at a time" not in text(editor.get(QUEUE))
    weapons.actors.create(slug="lavrow", name="Sergej Lawrow", kind="person")
    weapons.actors.create(slug="scholz", name="Olaf Scholz", kind="person")
    monkeypatch.setattr(stored, "COMPARED", 1)
    assert stored.parts(weapons) == 4
    every = [stored.likely_in(weapons, part) for part in range(5)]
    assert not every[0]["actor"]  # nobody is like Scholz
    assert len(every[1]["actor"]) == 2  # the new one is like both that are older
    assert not any(every[4].values())
    found = {kind: {pair[1:] for part in every for pair in part[kind]} for kind in whole}
    assert all(found[kind] >= {pair[1:] for pair in whole[kind]} for kind in whole)
    assert len(found["actor"]) == 3
    page = text(editor.get(QUEUE, {"kind": "actor"}))
    assert "Nothing here looks" in page and 'href="?kind=actor&amp;part=2">The 1 before them' in page
    page = text(editor.get(QUEUE, {"kind": "actor", "part": 2}))
    assert "2 pairs that may be one" in page and "This is part 2 of 4" in page
    assert 'href="?kind=actor&amp;part=1">The later ones' in page


def test_among_a_great_many_events_likely_ones_are_looked_up_by_their_words(weapons, monkeypatch):
    fire, warns = (weapons.events.get(slug=slug) for slug in ("lavrov-fire", "lavrov-warns"))
    for number in range(3):
        weapons.events.create(slug=f"e-{number}", title=f"Talks {number}", kind="meeting")
    Event.objects.all().reindex()
    Event.objects.update(date_text="", anchor=None, earliest=None, latest=None)
    warns.refresh_from_db()
    near = stored.likely_to(warns)
    assert [key for _, key in near] == [fire.pk]
    monkeypatch.setattr(stored, "WIDE", 2)
    assert stored.likely_to(warns) == near
    monkeypatch.setattr(stored, "TELLING", 0)  # every word is in more events than that
    assert stored.likely_to(warns) == near


def test_the_queue_shows_pairs_side_by_side(editor, weapons):
    page = text(editor.get(QUEUE))
    assert "2 pairs that may be one" in page
    assert "spellings of one name" in page
    assert "same day" in page
    assert "Lavrov warns of a fire" in page
    # The published one is proposed to be kept.
    assert page_of(weapons, "event", "lavrov-fire", "lavrov-warns") in page


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        ({"kind": "actor"}, ["Lavrov</a>"]),
        ({"kind": "event"}, ["over ATACMS</a>"]),
        ({"kind": "source"}, []),
        ({"kind": "nonsense"}, ["Lavrov</a>", "over ATACMS</a>"]),
        ({"debate": "taxes"}, []),
        ({"debate": "9" * 30}, ["Lavrov</a>", "over ATACMS</a>"]),
        ({"page": "nowhere"}, ["Lavrov</a>", "over ATACMS</a>"]),
    ],
)
def test_the_queue_is_narrowed_by_kind_and_debate(editor, weapons, query, pairs):
    known = {debate.slug: debate.pk for debate in Debate.objects.all()}
    page = text(editor.get(QUEUE, {name: known.get(value, value) for name, value in query.items()}))
    assert [name for name in ("Lavrov</a>", "over ATACMS</a>") if name in page] == pairs


def test_two_that_are_not_one_are_asked_about_once(editor, weapons):
    one, other = weapons.actors.all()
    said = {"kind": "actor", "first": other.pk, "second": one.pk, "query": "kind=actor"}
    response = editor.post(QUEUE, said, follow=True)
    assert response.redirect_chain == [(f"{QUEUE}?kind=actor", 302)]
    assert "are two." in text(response)
    assert "Nothing here looks like a duplicate" in text(response)
    assert "A duplicate?" not in text(editor.get(reverse("admin:timeline_actor_change", args=[one.pk])))
    # Said the other way round it is the same judgement; taken back, the pair is asked about again.
    editor.post(QUEUE, said | {"first": one.pk, "second": other.pk})
    assert NotDuplicate.objects.count() == 1
    assert "1 found to be two" in text(editor.get(QUEUE))
    assert "“Sergey Lavrov”" in text(editor.get(reverse("admin:timeline_notduplicate_changelist")))
    NotDuplicate.objects.get().delete()
    assert "spellings of one name" in text(editor.get(QUEUE))


def test_a_pair_that_grows_much_more_alike_is_asked_about_again(editor, weapons):
    one, other = weapons.events.order_by("pk")
    NotDuplicate.objects.judge(weapons, "event", (one.pk, other.pk), 75, None)
    assert "over ATACMS" in text(editor.get(QUEUE))
    NotDuplicate.objects.judge(weapons, "event", (one.pk, other.pk), 95, None)
    assert "over ATACMS" not in text(editor.get(QUEUE))


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"kind": "actor", "first": "x", "second": "1"},
        {"kind": "actor", "first": "1" * 30, "second": "2"},
        {"kind": "nothing", "first": "1", "second": "2"},
        {"kind": "actor", "first": "98765", "second": "98766"},
    ],
)
def test_a_judgement_that_cannot_be_is_said_to_be_none(editor, weapons, said):
    assert text(editor.post(QUEUE, said, follow=True))
    assert not NotDuplicate.objects.exists()


def test_merging_says_what_will_change_and_then_does_it(editor, client, weapons):
    address = page_of(weapons, "event", "lavrov-fire", "lavrov-warns")
    page = text(editor.get(address))
    assert "/weapons/events/lavrov-warns/</code> leads to" in page
    assert Event.objects.count() == 2
    seen = editor.get(address).context["seen"]
    response = editor.post(address, {"seen": seen, "merge": "Merge"}, follow=True)
    assert "is merged into" in text(response)
    undo = reverse("admin:timeline_merge_undo", args=[Merge.objects.get().pk])
    assert undo in text(response)
    assert editor.get("/weapons/events/lavrov-warns/").status_code == 301
    assert "comes back at its own address" in text(editor.get(undo))
    assert "are two again" in text(editor.post(undo, follow=True))
    assert Event.objects.count() == 2
    assert "undone already by anna" in text(editor.get(undo))
    assert "Nothing was undone" in text(editor.post(undo, follow=True))
    assert "undone by anna" in text(editor.get(reverse("admin:timeline_merge_changelist")))


def test_choices_are_shown_before_they_are_made(editor, weapons):
    address = page_of(weapons, "event", "lavrov-fire", "lavrov-warns")
    page = editor.get(address)
    (key,) = [key for name, _, _, key, _ in page.context["fields"] if name == "title"]
    again = editor.post(address, {"again": "1", key: "theirs"})
    assert "Readers of “Lavrov warns of a fire over ATACMS” see other title" in text(again)
    assert f'name="{key}" value="theirs" checked' in text(again)
    editor.post(address, {"seen": page.context["seen"], key: "theirs"})
    assert weapons.events.get().title == "Lavrov warns of fire over ATACMS"
    assert weapons.events.get().slug == "lavrov-fire"


def test_the_published_one_is_kept(editor, weapons):
    page = text(editor.get(page_of(weapons, "event", "lavrov-warns", "lavrov-fire")))
    assert "what has a public address is kept" in page
    assert 'value="Merge"' not in page
    assert page_of(weapons, "event", "lavrov-fire", "lavrov-warns") in page


def test_two_editors_merge_one_pair(editor, weapons):
    address = page_of(weapons, "actor", "sergey-lavrov", "sergei-lavrov")
    back = page_of(weapons, "actor", "sergei-lavrov", "sergey-lavrov")
    mine, theirs = (editor.get(path).context["seen"] for path in (address, back))
    editor.post(address, {"seen": mine})
    late = text(editor.post(back, {"seen": theirs}, follow=True))
    assert "“Sergei Lavrov” has already been merged into “Sergey Lavrov” by anna" in late
    assert Merge.objects.count() == 1


def test_what_changed_meanwhile_is_looked_at_again(editor, weapons):
    address = page_of(weapons, "actor", "sergey-lavrov", "sergei-lavrov")
    seen = editor.get(address).context["seen"]
    Actor.objects.filter(slug="sergei-lavrov").update(country="BY")
    response = editor.post(address, {"seen": seen}, follow=True)
    assert "changed since you looked" in text(response)
    assert "BY" in text(response)
    assert not Merge.objects.exists()


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        (["sergey-lavrov", "sergei-lavrov"], "Merge two actors"),
        (["sergey-lavrov"], "Select exactly two"),
        (["sergey-lavrov", "sergei-lavrov", "scholz"], "Select exactly two"),
        (["sergey-lavrov", "scholz"], "belong to different debates"),
    ],
)
def test_two_are_merged_from_the_list(editor, weapons, chosen, says):
    keys = Actor.objects.filter(slug__in=chosen).values_list("pk", flat=True)
    fields = {"action": "merge_two", "_selected_action": list(keys)}
    assert says in text(editor.post(reverse("admin:timeline_actor_changelist"), fields, follow=True))


def test_a_row_says_what_it_looks_like_and_where_it_is_used(editor, weapons):
    one = weapons.actors.get(slug="sergey-lavrov")
    page = text(editor.get(reverse("admin:timeline_actor_change", args=[one.pk])))
    assert "A duplicate?" in page
    assert "Sergei Lavrov</a>: 100 % like" in page
    assert f'<a href="/admin/timeline/event/?actors__id__exact={one.pk}">2 events</a>' in page
    listed = text(editor.get(f"/admin/timeline/event/?actors__id__exact={one.pk}"))
    assert "2 events" in listed
    other = weapons.actors.get(slug="sergei-lavrov")
    page = text(editor.get(reverse("admin:timeline_actor_change", args=[other.pk])))
    assert "nothing yet, so it can be deleted" in page


@pytest.mark.parametrize("role", ["contributor", ""])
def test_only_editors_merge(client, weapons, role):
    otto = User.objects.create_user("otto", is_staff=True)
    otto.groups.set(Group.objects.filter(name=role))
    client.force_login(otto)
    address = page_of(weapons, "actor", "sergey-lavrov", "sergei-lavrov")
    undo = reverse("admin:timeline_merge_undo", args=[1])
    for path in (QUEUE, address, undo, reverse("admin:timeline_merge_changelist")):
        assert client.get(path).status_code == 403
        assert client.post(path).status_code == 403
    if role:
        actions = client.get(reverse("admin:timeline_event_changelist")).content.decode()
        assert "Merge the two selected" not in actions
    assert Actor.objects.count() == 3


@pytest.mark.parametrize(
    ("path", "status"),
    [("/admin/timeline/merge/nothing/1/2/", 404), ("/admin/timeline/merge/98765/undo/", 404),
     ("/admin/timeline/merge/actor/98765/98766/", 302), (f"/admin/timeline/merge/actor/{'9' * 30}/1/", 404),
     (f"/admin/timeline/merge/{'9' * 30}/undo/", 404)],
)  # fmt: skip
def test_what_is_not_there(editor, weapons, path, status):
    assert editor.get(path).status_code == status


def test_the_dashboard_counts_them(editor, weapons):
    page = text(editor.get(reverse("admin:index")))
    assert f'<a href="{QUEUE}"><b>2</b> <span>Likely duplicates</span></a>' in page
