"""Two rows become one and two again: nothing is lost, addresses last, the export is the same to the byte."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from timeline.exports.debate_file import debate_file
from timeline.exports.shared_views import share, view_now
from timeline.filters import Filters
from timeline.ingest.debate_file import load_data
from timeline.ingest.likeness import ActorTraits, EventTraits, SourceTraits, likely_pairs
from timeline.ingest.merging import CannotMerge, CannotUndo, merge, rehearse, rivalries, stamp, undo, why_not
from timeline.ingest.synthetic import synthetic_debate
from timeline.models import Actor, Affiliation, Debate, Event, FormerSlug, Merge, Position, Source

pytestmark = pytest.mark.django_db
TRAITS = {"events": EventTraits, "actors": ActorTraits, "sources": SourceTraits}


def exported(debate):
    """The debate file."""
    return "".join(debate_file(debate))


@pytest.fixture
def anna():
    return User.objects.create_superuser("anna")


@pytest.fixture
def weapons():
    """A debate with two of everything that is one."""
    debate = Debate.objects.create(slug="weapons", title="Weapons for Ukraine")
    taurus = debate.questions.create(slug="taurus", title="Taurus?")
    debate.questions.create(slug="atacms", title="ATACMS?")
    taurus.arguments.create(slug="range", side="for", text="It reaches the bridge.")
    taurus.arguments.create(slug="escalation", side="against", text="It escalates.")
    debate.topics.create(slug="missiles", name="Missiles")
    debate.topics.create(slug="cruise-missiles", name="Cruise missiles", kind="weapon")
    spd = debate.actors.create(slug="spd", name="SPD", kind="party", country="DE")
    scholz = debate.actors.create(slug="olaf-scholz", name="Olaf Scholz", kind="person")
    chancellor = debate.actors.create(
        slug="scholz-olaf", name="Scholz, Olaf", kind="person", country="DE", aliases=["Bundeskanzler Scholz"]
    )
    Affiliation.objects.create(actor=scholz, organisation=spd, role="member")
    Affiliation.objects.create(actor=chancellor, organisation=spd, role="member")
    Affiliation.objects.create(actor=chancellor, organisation=spd, role="chair", start=date(2021, 1, 1))
    for slug, day in (("spiegel", "2023-10-05"), ("spiegel-again", "2023-10-06"), ("zeit", "2023-10-05")):
        debate.sources.create(
            slug=slug, title=f"Scholz: no ({slug})", publisher="Der Spiegel", published=day, language="en",
            published_basis="stated",
        )  # fmt: skip
    add_event(debate, "scholz-says-no", "spiegel", scholz, "opposes", ["escalation"], status="published")
    add_event(debate, "no-from-scholz", "spiegel-again", chancellor, "leans-oppose", ["range"], "missiles")
    debate.events.get(slug="scholz-says-no").citations.create(source=debate.sources.get(slug="zeit"))
    return debate


def add_event(debate, slug, source, actor, stance, reasons, topic="cruise-missiles", status="draft"):
    """An event with one of everything."""
    source = debate.sources.get(slug=source)
    taurus = debate.questions.get(slug="taurus")
    event = debate.events.create(
        slug=slug, title=f"Event {slug}", kind="statement", date_text="on Wednesday", status=status,
        anchor=source.published_latest, language="en",
    )  # fmt: skip
    event.citations.create(source=source, date_text="on Wednesday", quote=f"No, says {source.slug}")
    event.questions.add(taurus)
    event.actors.add(actor)
    event.event_topics.create(topic=debate.topics.get(slug=topic))
    position = event.positions.create(actor=actor, question=taurus, stance=stance)
    position.arguments.set(taurus.arguments.filter(slug__in=reasons))
    event.settle()
    return event


def two(debate, kind, *slugs):
    """Rows of the debate by their slugs."""
    rows = getattr(debate, kind)
    return [rows.get(slug=slug) for slug in slugs]


def test_two_events_become_one_with_all_that_both_had(weapons, anna):
    kept, taken = two(weapons, "events", "scholz-says-no", "no-from-scholz")
    merge(kept, taken, anna)
    assert [citation.source.slug for citation in kept.citations.all()] == ["spiegel", "spiegel-again", "zeit"]
    assert {(p.actor.slug, p.stance) for p in kept.positions.all()} == {
        ("olaf-scholz", "opposes"), ("scholz-olaf", "leans-oppose"),
    }  # fmt: skip
    assert {topic.slug for topic in kept.topics.all()} == {"missiles", "cruise-missiles"}
    assert {actor.slug for actor in kept.actors.all()} == {"olaf-scholz", "scholz-olaf"}
    assert not Event.objects.filter(slug="no-from-scholz").exists()


def test_two_actors_become_one(weapons, anna):
    kept, taken = two(weapons, "actors", "olaf-scholz", "scholz-olaf")
    merge(kept, taken, anna)
    kept.refresh_from_db()
    assert kept.aliases == ["Scholz, Olaf", "Bundeskanzler Scholz"]
    assert kept.country == "DE"  # which it had left open
    assert [(a.role, a.start) for a in kept.affiliations.all()] == [
        ("member", None),
        ("chair", date(2021, 1, 1)),
    ]
    assert {event.slug for event in kept.events.all()} == {"scholz-says-no", "no-from-scholz"}
    assert Position.objects.filter(actor=kept).count() == 2
    assert weapons.events.matching("Bundeskanzler").count() == 2


def test_a_source_is_cited_once_and_dates_follow_its_day(weapons, anna):
    kept, taken = two(weapons, "sources", "spiegel", "spiegel-again")
    later = weapons.events.get(slug="no-from-scholz")
    merge(kept, taken, anna)
    later.refresh_from_db()
    assert (later.anchor, later.earliest) == (date(2023, 10, 5), date(2023, 10, 4))
    assert {citation.event.slug for citation in kept.citations.all()} == {"scholz-says-no", "no-from-scholz"}


def test_a_day_that_a_curator_chose_does_not_follow_the_source(weapons, anna):
    later = weapons.events.get(slug="no-from-scholz")
    later.anchor = date(2023, 11, 2)
    later.save()
    merge(*two(weapons, "sources", "spiegel", "spiegel-again"), anna)
    later.refresh_from_db()
    assert later.anchor == date(2023, 11, 2)


def both_name_scholz(weapons):
    """Let both actors have a position in one event on one question, and both events one source."""
    event = weapons.events.get(slug="scholz-says-no")
    taurus = weapons.questions.get(slug="taurus")
    chancellor = weapons.actors.get(slug="scholz-olaf")
    event.positions.create(actor=chancellor, question=taurus, stance="undecided")
    event.actors.add(chancellor)
    other = weapons.events.get(slug="no-from-scholz")
    other.citations.create(source=weapons.sources.get(slug="spiegel"), quote="Never", note="from the archive")


@pytest.mark.parametrize(("choice", "stance"), [({}, "opposes"), ("theirs", "undecided")])
def test_the_curator_chooses_between_two_positions(weapons, anna, choice, stance):
    both_name_scholz(weapons)
    kept, taken = two(weapons, "actors", "olaf-scholz", "scholz-olaf")
    (rivalry,) = [one for one in rivalries(kept, taken) if one.name == "stance"]
    assert (rivalry.ours, rivalry.theirs) == ("opposes", "undecided")
    assert rivalry.where == "Taurus?, Event scholz-says-no"
    merge(kept, taken, anna, {rivalry.key: choice} if choice else {})
    (position,) = weapons.events.get(slug="scholz-says-no").positions.all()
    assert (position.actor, position.stance) == (kept, stance)
    assert [a.slug for a in position.arguments.all()] == ([] if choice else ["escalation"])


def test_one_source_cited_by_both_events_is_cited_once_with_what_either_says(weapons, anna):
    both_name_scholz(weapons)
    kept, taken = two(weapons, "events", "scholz-says-no", "no-from-scholz")
    quotes = {one.key: "theirs" for one in rivalries(kept, taken) if one.name == "quote"}
    merge(kept, taken, anna, quotes)
    cited = kept.citations.get(source__slug="spiegel")
    assert (cited.quote, cited.note, cited.date_text) == ("Never", "from the archive", "on Wednesday")


def test_a_chosen_title_and_date_are_taken_over(weapons, anna):
    kept, taken = two(weapons, "events", "scholz-says-no", "no-from-scholz")
    assert {one.name for one in rivalries(kept, taken)} == {"title", "date"}
    merge(kept, taken, anna, {one.key: "theirs" for one in rivalries(kept, taken)})
    kept.refresh_from_db()
    assert (kept.title, kept.anchor, kept.slug) == (
        "Event no-from-scholz", date(2023, 10, 6), "scholz-says-no",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "kept", "taken", "path"),
    [
        ("events", "scholz-says-no", "no-from-scholz", "events"),
        ("actors", "olaf-scholz", "scholz-olaf", "actors"),
        ("sources", "spiegel", "spiegel-again", "sources"),
        ("topics", "cruise-missiles", "missiles", "topics"),
    ],
)
def test_old_addresses_lead_to_what_was_kept(client, weapons, anna, kind, kept, taken, path):
    merge(*two(weapons, kind, kept, taken), anna)
    response = client.get(f"/weapons/{path}/{taken}/")
    assert (response.status_code, response.headers["Location"]) == (301, f"/weapons/{path}/{kept}/")


def test_a_chain_of_merges_leads_to_its_end_and_is_undone_from_its_end(client, weapons, anna):
    third = weapons.actors.create(slug="olaf-s", name="Olaf S.", kind="person")
    before = exported(weapons)
    first, second = two(weapons, "actors", "scholz-olaf", "olaf-scholz")
    one = merge(first, third, anna)
    two_ = merge(second, weapons.actors.get(slug="scholz-olaf"), anna)
    assert client.get("/weapons/actors/olaf-s/").headers["Location"] == "/weapons/actors/olaf-scholz/"
    assert why_not(one) == "“Scholz, Olaf” has itself been merged into “Olaf Scholz”: undo that first."
    with pytest.raises(CannotUndo, match="undo that first"):
        undo(one, anna)
    assert undo(two_, anna) == undo(one, anna) == []
    assert exported(weapons) == before


def test_shared_views_of_the_merged_actor_and_event_keep_working(client, weapons, anna):
    for event in weapons.events.all():
        event.status = "published"
        event.save()
    live = share(weapons, Filters(actor=("scholz-olaf",)))
    frozen = share(weapons, Filters(), frozen=True)
    both = merge(*two(weapons, "events", "scholz-says-no", "no-from-scholz"), anna)
    merge(*two(weapons, "actors", "olaf-scholz", "scholz-olaf"), anna)
    assert view_now(live).filters.actor == ("olaf-scholz",)
    page = client.get(f"/s/{frozen.code}/").content.decode()
    assert "Event scholz-says-no" in page
    assert "Event no-from-scholz" in page  # as it was then
    assert frozen.events.count() == 2
    undo(Merge.objects.exclude(pk=both.pk).get(), anna)
    undo(both, anna)
    assert {held.event.slug for held in frozen.events.all()} == {"scholz-says-no", "no-from-scholz"}


@pytest.mark.parametrize(
    ("kept", "taken", "allowed"),
    [
        ("published", "draft", True),
        ("published", "withdrawn", True),
        ("published", "published", True),
        ("draft", "in-review", True),
        ("withdrawn", "draft", True),
        ("draft", "published", False),
        ("withdrawn", "published", False),
        ("draft", "withdrawn", False),
    ],
)
def test_what_has_a_public_address_is_kept(client, weapons, anna, kept, taken, allowed):
    one, other = two(weapons, "events", "scholz-says-no", "no-from-scholz")
    Event.objects.filter(pk=one.pk).update(status=kept)
    Event.objects.filter(pk=other.pk).update(status=taken)
    one, other = two(weapons, "events", "scholz-says-no", "no-from-scholz")
    if not allowed:
        with pytest.raises(CannotMerge, match="Merge the other way round"):
            merge(one, other, anna)
        return
    merge(one, other, anna)
    one.refresh_from_db()
    assert one.status == kept


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("events", "scholz-says-no"), ("events", "scholz-says-no"), "two different rows"),
        (("events", "scholz-says-no"), ("actors", "spd"), "two different rows"),
    ],
)
def test_what_cannot_be_one_is_refused(weapons, anna, one, other, why):
    with pytest.raises(CannotMerge, match=why):
        merge(*two(weapons, one[0], one[1]), *two(weapons, other[0], other[1]), anna)


def test_rows_of_two_debates_are_refused(weapons, anna):
    taxes = Debate.objects.create(slug="taxes", title="Taxes")
    stranger = taxes.actors.create(slug="scholz", name="Olaf Scholz", kind="person")
    with pytest.raises(CannotMerge, match="different debates"):
        merge(weapons.actors.get(slug="olaf-scholz"), stranger, anna)


def test_the_second_of_two_editors_is_told_what_the_first_did(weapons, anna):
    kept, taken = two(weapons, "actors", "olaf-scholz", "scholz-olaf")
    seen = stamp(kept, taken)
    merge(kept, taken, anna, seen=seen)
    with pytest.raises(
        CannotMerge, match="“Scholz, Olaf” has already been merged into “Olaf Scholz” by anna"
    ):
        merge(kept, taken, anna, seen=seen)
    with pytest.raises(CannotMerge, match="already been merged"):
        merge(taken, kept, anna)


def test_what_was_edited_since_somebody_looked_is_looked_at_again(weapons, anna):
    kept, taken = two(weapons, "actors", "olaf-scholz", "scholz-olaf")
    seen = stamp(kept, taken)
    weapons.events.get(slug="scholz-says-no").positions.update(stance="undecided")
    before = exported(weapons)
    with pytest.raises(CannotMerge, match="look again"):
        merge(kept, taken, anna, seen=seen)
    assert exported(weapons) == before


def test_a_rehearsal_says_what_would_be_and_changes_nothing(weapons, anna):
    before, former = exported(weapons), FormerSlug.objects.count()
    kept, taken = two(weapons, "events", "scholz-says-no", "no-from-scholz")
    assert rehearse(kept, taken, {}, lambda merged: weapons.events.count()) == 1
    assert (exported(weapons), FormerSlug.objects.count(), Merge.objects.count()) == (before, former, 0)


def test_a_question_is_merged_with_its_arguments_and_positions(weapons, anna, client):
    again = weapons.questions.create(
        slug="taurus-again", title="Deliver Taurus?", aliases=["Taurus delivery"]
    )
    kept = weapons.questions.get(slug="taurus")
    other = again.arguments.create(slug="escalation", side="against", text="It leads to war.")
    own = again.arguments.create(slug="signal", side="for", text="It is a signal.", answers=other)
    event = weapons.events.get(slug="scholz-says-no")
    event.questions.add(again)
    scholz = weapons.actors.get(slug="olaf-scholz")
    event.positions.create(actor=scholz, question=again, stance="leans-oppose").arguments.set([other, own])
    spd = weapons.actors.get(slug="spd")
    event.positions.create(actor=spd, question=again, stance="opposes").arguments.set([other])
    event.settle()
    before = exported(weapons)
    assert [one.name for one in rivalries(kept, again)] == ["title", "text", "stance"]
    client.force_login(anna)
    page = client.get(f"/admin/timeline/merge/question/{kept.pk}/{again.pk}/").content.decode()
    assert "1 argument moves to it" in page and "1 argument that both have stays once" in page
    done = merge(kept, again, anna)
    assert [(one.slug, one.text) for one in kept.arguments.order_by("slug")] == [
        ("escalation", "It escalates."),
        ("range", "It reaches the bridge."),
        ("signal", "It is a signal."),
    ]
    assert kept.arguments.get(slug="signal").answers.slug == "escalation"
    told = [
        (one.actor.slug, one.stance, sorted(one.arguments.values_list("slug", flat=True)))
        for one in event.positions.order_by("actor__slug")
    ]
    assert told == [("olaf-scholz", "opposes", ["escalation"]), ("spd", "opposes", ["escalation"])]
    assert client.get("/weapons/questions/taurus-again/").url == "/weapons/questions/taurus/"
    kept.refresh_from_db()
    assert kept.aliases == ["Deliver Taurus?", "Taurus delivery"]
    assert set(Event.objects.matching("taurus delivery")) == set(kept.events.all())
    assert undo(done, anna) == []
    assert exported(weapons) == before


def test_undoing_keeps_what_was_edited_since(weapons, anna):
    kept, taken = two(weapons, "actors", "olaf-scholz", "scholz-olaf")
    merged = merge(kept, taken, anna, {one.key: "theirs" for one in rivalries(kept, taken)})
    kept.refresh_from_db()
    assert kept.name == "Scholz, Olaf"
    kept.name, kept.aliases = "Chancellor Scholz", [*kept.aliases, "The Chancellor"]
    kept.save()
    assert undo(merged, anna) == ["“Chancellor Scholz”: its name was changed since and stays."]
    kept.refresh_from_db()
    assert (kept.name, kept.aliases) == ("Chancellor Scholz", ["The Chancellor"])
    assert weapons.actors.get(slug="scholz-olaf").aliases == ["Bundeskanzler Scholz"]
    with pytest.raises(CannotUndo, match="undone already by anna"):
        undo(merged, anna)


def test_undoing_says_when_the_address_is_taken(weapons, anna):
    merged = merge(*two(weapons, "actors", "olaf-scholz", "scholz-olaf"), anna)
    weapons.actors.create(slug="scholz-olaf", name="Another", kind="person")
    assert why_not(merged) == (
        "The address “scholz-olaf” belongs to “Another” now: give that another address first."
    )


def test_what_was_deleted_since_stays_deleted(weapons, anna):
    merged = merge(*two(weapons, "events", "scholz-says-no", "no-from-scholz"), anna)
    Event.objects.get(slug="scholz-says-no").citations.get(source__slug="spiegel-again").delete()
    assert undo(merged, anna) == ["A citation that was deleted since stays deleted."]


def test_a_merge_leaves_one_record_of_each_row(weapons, anna):
    kept, taken = two(weapons, "actors", "olaf-scholz", "scholz-olaf")
    merge(kept, taken, anna)
    records = Actor.history.filter(history_change_reason__startswith="“Scholz, Olaf” merged into")
    assert sorted((record.slug, record.history_type) for record in records) == [
        ("olaf-scholz", "~"), ("scholz-olaf", "-"),
    ]  # fmt: skip
    assert {record.history_user for record in records} == {anna}
    undo(Merge.objects.get(), anna)
    assert Actor.history.filter(id=taken.pk).count() == 3  # made, taken up, back again


def pairs_of(debate, kind):
    """Pairs to merge: the likeliest ones, and some that have nothing in common."""
    rows = list(getattr(debate, kind).order_by("pk"))
    likely = (
        likely_pairs([TRAITS[kind].of(row) for row in rows], at_most=6, least=55) if kind in TRAITS else []
    )
    known = {row.pk: row for row in rows}
    apart = [(rows[number], rows[-number - 1]) for number in (0, len(rows) // 3)]
    return [(known[one], known[other]) for _, one, other in likely] + apart


def test_merging_and_undoing_leaves_the_real_debate_as_it_was(debate, anna):
    before = exported(debate)
    for kind in ("events", "actors", "sources", "topics", "questions"):
        for one, other in pairs_of(debate, kind):
            again_and_back(debate, before, one, other, anna)


def test_merging_and_undoing_leaves_an_invented_debate_as_it_was(anna):
    load_data(synthetic_debate(30))
    debate = Debate.objects.get(slug="synthetic")
    before = exported(debate)
    for kind in ("events", "actors", "sources", "topics", "questions"):
        for one, other in pairs_of(debate, kind):
            again_and_back(debate, before, one, other, anna)


def again_and_back(debate, before, one, other, user):
    """Merge with every choice for the other, each second pair the other way round, and undo it."""
    one, other = (other, one) if one.pk % 2 else (one, other)
    done = merge(one, other, user, {rivalry.key: "theirs" for rivalry in rivalries(one, other)})
    assert not type(other).objects.filter(pk=other.pk).exists()
    assert undo(done, user) == []
    assert exported(debate) == before


def test_many_merges_are_undone_in_turn(debate, anna):
    before = exported(debate)
    pairs = [pair for kind in ("events", "actors", "sources") for pair in pairs_of(debate, kind)]
    done, gone = [], set()
    for one, other in pairs:
        if {(type(one), one.pk), (type(other), other.pk)} & gone:
            continue
        done.append(merge(type(one).objects.get(pk=one.pk), type(other).objects.get(pk=other.pk), anna))
        gone.add((type(other), other.pk))
    assert len(done) > 5
    for merged in reversed(done):
        assert undo(merged, anna) == []
    assert exported(debate) == before
    assert Source.objects.filter(debate=debate).count() == 365
