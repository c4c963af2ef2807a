"""The curators' side: every page opens, what is typed is kept or refused with a reason."""

from datetime import date
from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse

from tests.admin_pages import seen
from timeline.models import (
    Actor,
    Affiliation,
    Argument,
    Citation,
    Debate,
    Event,
    EventTopic,
    FormerSlug,
    Position,
    Question,
    Source,
    Topic,
)

pytestmark = pytest.mark.django_db
MODELS = [
    Actor, Argument, Citation, Debate, Event, FormerSlug, Position, Question, Source, Topic,
]  # fmt: skip
PUBLISHED, DRAFT, IN_REVIEW, WITHDRAWN = "published", "draft", "in-review", "withdrawn"


class World:
    """A small debate, and another one beside it."""

    def __init__(self):
        self.debate = Debate.objects.create(slug="weapons", title="Weapons for Ukraine")
        self.other = Debate.objects.create(slug="taxes", title="Taxes")
        self.taurus = self.debate.questions.create(slug="taurus", title="Should Germany supply Taurus?")
        self.missiles = self.debate.topics.create(slug="cruise-missiles", name="Cruise missiles")
        self.kuleba = self.debate.actors.create(
            slug="dmytro-kuleba", name="Dmytro Kuleba", kind="person", aliases=["Дмитро Кулеба"]
        )
        self.sullivan = self.debate.actors.create(slug="jake-sullivan", name="Jake Sullivan", kind="person")
        self.scholz = self.debate.actors.create(slug="olaf-scholz", name="Olaf Scholz", kind="person")
        self.range = self.taurus.arguments.create(slug="range", side="for", text="It reaches the bridge.")
        self.isw = self.debate.sources.create(
            slug="isw", title="Assessment", publisher="ISW", published="2024-11-26", published_basis="stated",
            language="en",
        )  # fmt: skip
        self.event = self.debate.events.create(
            slug="kuleba-asks", title="Kuleba asks for Taurus", kind="statement", date_text="11 August 2023",
            anchor=date(2023, 8, 12), language="en", status=PUBLISHED,
        )  # fmt: skip
        self.stranger = self.other.actors.create(slug="minister", name="The Minister", kind="person")
        self.vat = self.other.questions.create(slug="vat", title="Should VAT fall?")
        self.budget = self.other.topics.create(slug="budget", name="The budget")
        self.gazette = self.other.sources.create(slug="gazette", title="Gazette", publisher="The Gazette")


@pytest.fixture
def world():
    return World()


@pytest.fixture
def form(world):
    """What a browser would post for a new event, without any rows."""
    fields = {
        "debate": world.debate.pk,
        "title": "Sullivan hints",
        "slug": "sullivan-hints",
        "kind": "statement",
        "importance": "2",
        "summary": "",
        "date_text": "mid-November",
        "anchor": "2024-11-26",
        "language": "",
        "throughout_override": "unknown",
        "date_override": "",
        "date_basis": "",
        "status": DRAFT,
        "withdrawn_reason": "",
        "questions": [],
        "actors": [],
    }
    for rows in ("citations", "positions", "event_topics"):
        fields |= rows_of(rows)
    return fields


def rows_of(prefix, *rows, initial=0):
    """The fields of a formset."""
    fields = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        fields |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return fields


def citation(source, date_text="", **fields):
    return {
        "source": source.pk,
        "relation": "supports",
        "date_text": date_text,
        "quote": "",
        "note": "",
    } | fields


def address(model, page="changelist", *args):
    return reverse(f"admin:timeline_{model._meta.model_name}_{page}", args=args)


def post(client, path, data):
    """Post and follow; returns the response with what the page says to the curator."""
    if path.endswith(("/change/", "/delete/")):
        data = seen(client, path, data)
    response = client.post(path, data, follow=True)
    assert response.status_code == 200
    return response


def errors(response):
    """The refusals by field, of the form and of the rows inside it."""
    found = dict(response.context["adminform"].form.errors)
    for formset in response.context["inline_admin_formsets"]:
        for row in formset.formset.errors:
            found |= {f"{formset.formset.prefix}.{field}": said for field, said in row.items()}
    return {field: " ".join(said) for field, said in found.items()}


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def fill(world):
    """One row of every model."""
    world.event.actors.add(world.kuleba)
    Affiliation.objects.create(actor=world.scholz, organisation=world.kuleba, role="guest")
    EventTopic.objects.create(event=world.event, topic=world.missiles, role="requested")
    world.event.citations.create(source=world.isw, date_text="mid-November", quote="long-range missiles")
    position = world.event.positions.create(actor=world.kuleba, question=world.taurus, stance="supports")
    position.arguments.add(world.range)
    FormerSlug.objects.create(debate=world.debate, kind="event", slug="kuleba-wants", target=world.event.pk)


@pytest.mark.parametrize("model", MODELS)
def test_every_model_can_be_listed_searched_added_and_changed(admin_client, world, model):
    fill(world)
    row = model.objects.first()
    assert admin_client.get(address(model)).status_code == 200
    assert admin_client.get(address(model), {"q": "kuleba"}).status_code == 200
    assert admin_client.get(address(model, "change", row.pk)).status_code == 200
    may_add = 403 if model is FormerSlug else 200
    assert admin_client.get(address(model, "add")).status_code == may_add


@pytest.mark.parametrize("model", [Actor, Argument, Citation, Position, Question, Source, Topic])
def test_a_page_asks_before_deleting(admin_client, world, model):
    fill(world)
    assert admin_client.get(address(model, "delete", model.objects.first().pk)).status_code == 200


@pytest.mark.parametrize("page", ["change", "delete"])
def test_former_addresses_are_read_only(admin_client, world, page):
    fill(world)
    path = address(FormerSlug, page, FormerSlug.objects.get().pk)
    assert admin_client.post(path, {"post": "yes", "slug": "x"}).status_code == 403


def test_the_admin_needs_no_loosening_of_the_policy(admin_client, world):
    fill(world)
    for path in [reverse("admin:index"), address(Event), address(Event, "change", world.event.pk)]:
        response = admin_client.get(path)
        assert "unsafe" not in response["Content-Security-Policy"]
        text = response.content.decode()
        assert " style=" not in text
        assert "<style" not in text
        assert "onclick" not in text


# The list of events


def test_the_list_says_dates_as_read_and_as_written_and_counts_citations(admin_client, world):
    fill(world)
    text = admin_client.get(address(Event)).content.decode()
    assert '<td class="field-date_as_read">11 Aug 2023</td>' in text
    assert '<td class="field-date_text">11 August 2023</td>' in text
    assert '<td class="field-citation_total">1</td>' in text


def test_the_list_asks_no_more_of_the_database_for_more_events(
    admin_client, world, django_assert_max_num_queries
):
    def count():
        with django_assert_max_num_queries(100) as captured:
            assert admin_client.get(address(Event)).status_code == 200
        return len(captured)

    few = count()
    for number in range(20):
        event = world.debate.events.create(slug=f"event-{number}", title=f"Event {number}", kind="report")
        event.citations.create(source=world.isw)
    assert count() == few


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({"cited": "none"}, {"uncited"}),
        ({"cited": "one"}, {"kuleba-asks", "disputed"}),
        ({"disputed": "yes"}, {"disputed"}),
        ({"disputed": "no"}, {"kuleba-asks", "uncited"}),
        ({"date": "undated"}, {"uncited", "disputed"}),
        ({"date": "phrase"}, {"kuleba-asks"}),
        ({"status__exact": "published"}, {"kuleba-asks"}),
        ({"kind__exact": "leak"}, {"uncited"}),
        ({"precision": "day"}, {"kuleba-asks"}),
        ({"q": "missiles long-range"}, {"kuleba-asks"}),
        ({"q": "11 August"}, {"kuleba-asks"}),
    ],
)
def test_the_list_narrows(admin_client, world, query, slugs):
    fill(world)
    world.debate.events.create(slug="uncited", title="A leak", kind="leak")
    disputed = world.debate.events.create(slug="disputed", title="A claim", kind="report")
    disputed.citations.create(source=world.isw, relation="contradicts")
    response = admin_client.get(address(Event), query)
    assert {event.slug for event in response.context["cl"].result_list} == slugs


def test_filters_offer_the_questions_of_the_chosen_debate(admin_client, world):
    everything = admin_client.get(address(Event)).content.decode()
    chosen = admin_client.get(address(Event), {"debate__id__exact": world.debate.pk}).content.decode()
    for title in ("Should VAT fall?", "Should Germany supply Taurus?", "By questions", "By topics"):
        assert title not in everything
    assert "Should Germany supply Taurus?" in chosen and "Should VAT fall?" not in chosen
    assert ">none</a>" in chosen


def test_filters_of_the_only_debate_need_no_choice(admin_client, world):
    world.other.delete()
    world.debate.questions.create(slug="strikes", title="Should strikes be allowed?")
    world.event.positions.create(actor=world.scholz, question=world.taurus, stance="opposes")
    for model in (Event, Position):
        page = admin_client.get(address(model)).content.decode()
        assert "Should Germany supply Taurus?" in page and "Should strikes be allowed?" in page


def test_a_filter_in_force_can_be_seen_and_taken_off(admin_client, world):
    response = admin_client.get(address(Event), {"questions__isnull": "True"})
    assert list(response.context["cl"].result_list) == [world.event]
    assert ">none</a>" in response.content.decode()


# Saving an event


def test_a_new_event_is_read_and_searchable(admin_client, world, form):
    quote = "permission came in the middle of the month"
    form |= rows_of("citations", citation(world.isw, "mid-November", quote=quote))
    form |= {"anchor": "", "actors": [world.kuleba.pk]}
    post(admin_client, address(Event, "add"), form)
    event = Event.objects.get(slug="sullivan-hints")
    assert event.edtf == "[2024-11-11..2024-11-20]"
    assert (event.anchor, event.language) == (date(2024, 11, 26), "en")
    for word in ("permission", "Кулеба"):
        assert event in Event.objects.matching(word)


def test_an_anchor_that_is_the_citations_day_follows_the_citation(admin_client, world, form):
    form |= rows_of("citations", citation(world.isw, "mid-November")) | {"anchor": ""}
    post(admin_client, address(Event, "add"), form)
    event = Event.objects.get(slug="sullivan-hints")
    older = world.debate.sources.create(
        slug="older", title="Older", publisher="ISW", published="2023-11-26", language="en"
    )
    shown = admin_client.get(address(Event, "change", event.pk))
    assert shown.context["adminform"].form["anchor"].value() is None
    row = citation(older, "mid-November", id=event.citations.get().pk, event=event.pk)
    form |= rows_of("citations", row, initial=1)
    post(admin_client, address(Event, "change", event.pk), form)
    event.refresh_from_db()
    assert event.edtf == "[2023-11-11..2023-11-20]"


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"date_text": "for months"}, "date_text", "No date"),
        ({"date_override": "2023-99", "date_basis": "The letter's date."}, "date_override", "2023-99"),
        ({"date_override": "2023-07-21"}, "date_basis", "Say why"),
        ({"anchor": ""}, "anchor", "cite a dated source"),
        ({"status": WITHDRAWN}, "status", "withdrawn"),
        ({"slug": "others"}, "slug", "reserved"),
    ],
)
def test_what_cannot_be_saved_says_why_at_its_field_and_keeps_what_was_typed(
    admin_client, world, form, fields, field, reason
):
    response = post(admin_client, address(Event, "add"), form | fields)
    assert reason in errors(response)[field]
    assert response.context["adminform"].form["title"].value() == "Sullivan hints"
    assert not Event.objects.filter(slug="sullivan-hints").exists()


def test_words_that_the_citations_language_cannot_read_are_refused_at_the_field(
    admin_client, world, form, monkeypatch
):
    """The language is known only from the citation inside the same form."""
    asked = []

    def read(text, anchor, language=None):
        asked.append((text, anchor, language))
        raise_if_german(language)
        return real_read(text, anchor, language)

    from timeline.dates import NotADate
    from timeline.dates import read as real_read

    def raise_if_german(language):
        if language == "de":
            raise NotADate("These are no German words.")

    monkeypatch.setattr("timeline.models.dated.read", read)
    Source.objects.filter(pk=world.isw.pk).update(language="de")
    form |= rows_of("citations", citation(world.isw, "mid-November")) | {"anchor": ""}
    response = post(admin_client, address(Event, "add"), form)
    assert errors(response) == {"date_text": "These are no German words."}
    assert ("mid-November", date(2024, 11, 26), "de") in asked
    assert not Event.objects.filter(slug="sullivan-hints").exists()


def test_a_date_refused_after_all_stands_as_it_was_and_says_so(admin_client, world, form, monkeypatch):
    from timeline.dates import NotADate

    def refuse(event):
        event.title = "lost"
        raise NotADate("Its source changed meanwhile.")

    monkeypatch.setattr(Event, "settle", refuse)
    response = post(admin_client, address(Event, "add"), form | {"actors": [world.kuleba.pk]})
    event = Event.objects.get(slug="sullivan-hints")
    assert "date stands as it was: Its source changed meanwhile." in said(response)
    assert (event.title, event.edtf) == ("Sullivan hints", "[2024-11-11..2024-11-20]")
    assert event in Event.objects.matching("kuleba")


def test_nothing_of_another_debate_is_accepted(admin_client, world, form):
    form |= {"questions": [world.vat.pk], "actors": [world.kuleba.pk, world.stranger.pk]}
    form |= rows_of("citations", citation(world.gazette))
    form |= rows_of("event_topics", {"topic": world.budget.pk, "role": ""})
    foreign = world.vat.arguments.create(slug="costs", side="against", text="It costs.")
    position = {
        "actor": world.stranger.pk,
        "question": world.taurus.pk,
        "stance": "opposes",
        "arguments": [foreign.pk],
    }
    form |= rows_of("positions", position)
    found = errors(post(admin_client, address(Event, "add"), form))
    refused = {
        "questions", "actors", "citations.source", "event_topics.topic", "positions.actor",
        "positions.arguments",
    }  # fmt: skip
    assert found.keys() == refused
    assert found["actors"] == "“The Minister” belongs to another debate, “Taxes”; choose one of this debate."
    assert Event.objects.count() == 1


def test_an_argument_belongs_to_the_positions_question(admin_client, world, form):
    strikes = world.debate.questions.create(slug="strikes", title="Should strikes be allowed?")
    position = {
        "actor": world.scholz.pk,
        "question": strikes.pk,
        "stance": "opposes",
        "arguments": [world.range.pk],
    }
    found = errors(post(admin_client, address(Event, "add"), form | rows_of("positions", position)))
    assert "not about “Should strikes be allowed?”" in found["positions.arguments"]


def test_a_positions_actor_and_question_join_the_event(admin_client, world, form):
    position = {"actor": world.scholz.pk, "question": world.taurus.pk, "stance": "opposes", "arguments": []}
    response = post(admin_client, address(Event, "add"), form | rows_of("positions", position))
    event = Event.objects.get(slug="sullivan-hints")
    assert list(event.actors.all()) == [world.scholz]
    assert list(event.questions.all()) == [world.taurus]
    assert "Olaf Scholz, Should Germany supply Taurus?" in said(response)
    assert event in Event.objects.matching("scholz")


def test_the_same_source_twice_is_refused(admin_client, world, form):
    twice = rows_of("citations", citation(world.isw), citation(world.isw, "mid-November"))
    post(admin_client, address(Event, "add"), form | twice)
    assert not Event.objects.filter(slug="sullivan-hints").exists()


def test_the_debate_of_a_stored_event_stays(admin_client, world, form):
    path = address(Event, "change", world.event.pk)
    post(
        admin_client,
        path,
        form | {"debate": world.other.pk, "status": PUBLISHED, "reason": "It was Sullivan."},
    )
    world.event.refresh_from_db()
    assert (world.event.title, world.event.debate) == ("Sullivan hints", world.debate)


def test_a_new_event_belongs_to_the_only_debate(admin_client, world):
    assert admin_client.get(address(Event, "add")).context["adminform"].form["debate"].value() is None
    world.other.delete()
    assert (
        admin_client.get(address(Event, "add")).context["adminform"].form["debate"].value() == world.debate.pk
    )


# Choices


def found_in_choice(client, model, field, target, **scope):
    query = {"app_label": "timeline", "model_name": model, "field_name": field, "term": target} | scope
    response = client.get(reverse("admin:autocomplete"), query)
    assert response.status_code == 200
    return {row["text"] for row in response.json()["results"]}


def test_choices_offer_what_belongs_to_the_debate(admin_client, world):
    everyone = {"Dmytro Kuleba", "Jake Sullivan", "Olaf Scholz"}
    assert found_in_choice(admin_client, "event", "actors", "") == everyone | {"The Minister"}
    assert found_in_choice(admin_client, "event", "actors", "", debate=world.debate.pk) == everyone
    assert found_in_choice(admin_client, "position", "actor", "", event=world.event.pk) == everyone
    assert found_in_choice(admin_client, "event", "actors", "", debate="9" * 30) == everyone | {
        "The Minister"
    }


def test_actors_are_found_by_any_name(admin_client, world):
    for word in ("кулеба", "KULEBA", "dmytro"):
        assert found_in_choice(admin_client, "event", "actors", word) == {"Dmytro Kuleba"}


def test_arguments_are_offered_for_the_question_beside_them(admin_client, world):
    world.vat.arguments.create(slug="costs", side="against", text="It costs.")
    scope = {"question": world.taurus.pk}
    assert found_in_choice(admin_client, "position", "arguments", "it", **scope) == {"It reaches the bridge."}


# Actors, sources, arguments


def actor_form(actor, **fields):
    known = {"name": actor.name, "slug": actor.slug, "kind": actor.kind, "country": "", "aliases": ""}
    return known | rows_of("affiliations") | fields


def test_aliases_are_typed_one_a_line_and_reach_the_search(admin_client, world):
    world.event.actors.add(world.kuleba)
    world.event.settle()
    shown = admin_client.get(address(Actor, "change", world.kuleba.pk)).content.decode()
    assert "Дмитро Кулеба</textarea>" in shown
    fields = actor_form(
        world.kuleba, aliases="  Foreign Minister Kuleba \n\nForeign Minister Kuleba\nКулеба\n"
    )
    post(admin_client, address(Actor, "change", world.kuleba.pk), fields)
    world.kuleba.refresh_from_db()
    assert world.kuleba.aliases == ["Foreign Minister Kuleba", "Кулеба"]
    assert world.event in Event.objects.matching("foreign minister")
    assert world.event not in Event.objects.matching("дмитро")


def test_topics_and_questions_are_found_by_their_other_names(admin_client, world):
    shown = admin_client.get(address(Question, "change", world.taurus.pk)).content.decode()
    assert "Also called" in shown
    fields = {"title": world.taurus.title, "slug": world.taurus.slug, "aliases": "Die Lieferung\nLieferung"}
    fields |= {"rank": 1} | rows_of("arguments")
    post(admin_client, address(Question, "change", world.taurus.pk), fields)
    world.taurus.refresh_from_db()
    assert world.taurus.aliases == ["Die Lieferung", "Lieferung"]
    assert found_in_choice(admin_client, "event", "questions", "lieferung") == {world.taurus.title}


@pytest.mark.parametrize("status", [PUBLISHED, WITHDRAWN, DRAFT])
@pytest.mark.parametrize("name", ["kuleba", "taurus", "missiles"])
@pytest.mark.parametrize("at_once", [False, True])
def test_what_an_event_names_is_not_deleted(admin_client, world, name, status, at_once):
    world.event.event_topics.create(topic=world.missiles)
    world.event.positions.create(actor=world.kuleba, question=world.taurus, stance="supports")
    Event.objects.update(status=status)
    row = getattr(world, name)
    fields = {"action": "delete_selected", "_selected_action": row.pk} if at_once else {}
    path = address(type(row)) if at_once else address(type(row), "delete", row.pk)
    response = post(admin_client, path, fields | {"post": "yes"})
    assert type(row).objects.filter(pk=row.pk).exists()
    assert "Kuleba asks for Taurus</a>" in response.content.decode()
    assert "Merge the two selected" in response.content.decode()


@pytest.mark.parametrize("name", ["sullivan", "taurus", "missiles"])
def test_what_no_event_names_is_deleted(admin_client, world, name):
    row = getattr(world, name)
    post(admin_client, address(type(row), "delete", row.pk), {"post": "yes"})
    assert not type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"start": "2024-05-01", "end": "2023-05-01"}, "affiliations.end"),
        ({"organisation": "self"}, "affiliations.organisation"),
        ({"organisation": "stranger"}, "affiliations.organisation"),
    ],
)
def test_an_affiliation_makes_sense(admin_client, world, fields, field):
    places = {"self": world.scholz.pk, "stranger": world.stranger.pk}
    row = {"organisation": world.sullivan.pk, "role": "chancellor", "start": "", "end": ""} | fields
    row["organisation"] = places.get(row["organisation"], row["organisation"])
    path = address(Actor, "change", world.scholz.pk)
    found = errors(post(admin_client, path, actor_form(world.scholz) | rows_of("affiliations", row)))
    assert field in found
    assert not Affiliation.objects.exists()


def source_form(source, **fields):
    names = ("title", "slug", "publisher", "url", "published", "published_basis", "language", "summary")
    return {name: getattr(source, name) for name in names} | fields


def test_a_sources_new_day_moves_what_is_read_against_it(admin_client, world):
    event = world.debate.events.create(
        slug="hint", title="Hint", kind="report", date_text="mid-November", anchor=date(2024, 11, 26)
    )
    event.citations.create(source=world.isw, date_text="mid-November")
    path = address(Source, "change", world.isw.pk)
    post(admin_client, path, source_form(world.isw, published="2023-11-26"))
    event.refresh_from_db()
    assert event.edtf == "[2023-11-11..2023-11-20]"
    assert event.citations.get().edtf == "[2023-11-11..2023-11-20]"


def test_a_sources_date_says_on_whose_word(admin_client, world):
    fields = source_form(world.isw, published="2023-99")
    found = errors(post(admin_client, address(Source, "change", world.isw.pk), fields))
    assert found.keys() == {"published"}
    fields = source_form(world.isw, published_basis=" ")
    assert "published_basis" in errors(post(admin_client, address(Source, "change", world.isw.pk), fields))


def test_an_argument_answers_another_about_the_same_question(admin_client, world):
    foreign = world.vat.arguments.create(slug="costs", side="against", text="It costs.")
    path = address(Argument, "change", world.range.pk)
    fields = {"question": world.taurus.pk, "slug": "range", "side": "for", "text": "So.", "rank": "0"}
    for answered in (foreign, world.range):
        assert "answers" in errors(post(admin_client, path, fields | {"answers": answered.pk}))


@pytest.mark.parametrize("model", [Citation, Position])
def test_a_row_edited_or_deleted_by_itself_settles_its_event(admin_client, world, model):
    before = world.debate.revision
    fields = {"event": world.event.pk} | (
        citation(world.isw, quote="permission granted")
        if model is Citation
        else {"actor": world.scholz.pk, "question": world.taurus.pk, "stance": "opposes"}
    )
    word = "permission" if model is Citation else "scholz"
    post(admin_client, address(model, "add"), fields)
    assert world.event in Event.objects.matching(word)
    post(admin_client, address(model, "delete", model.objects.get().pk), {"post": "yes"})
    assert (world.event in Event.objects.matching(word)) is (model is Position)
    world.debate.refresh_from_db()
    assert world.debate.revision > before


# Publication


def act(client, action, events, **fields):
    chosen = {"action": action, "_selected_action": [event.pk for event in events]}
    return post(client, address(Event), chosen | fields)


@pytest.fixture
def one_of_each(world):
    """An event of every status."""
    make = world.debate.events.create
    return {
        status: make(slug=status, title=f"It is {status}", kind="report", status=status)
        for status in Event.Status.values
    }


@pytest.mark.parametrize(
    ("action", "after"),
    [
        ("publish", [PUBLISHED, PUBLISHED, PUBLISHED, PUBLISHED]),
        ("send_to_review", [IN_REVIEW, IN_REVIEW, PUBLISHED, WITHDRAWN]),
        ("withdraw", [DRAFT, IN_REVIEW, WITHDRAWN, WITHDRAWN]),
    ],
)
def test_actions_take_the_steps_that_are_allowed(admin_client, one_of_each, action, after):
    events = [one_of_each[status] for status in Event.Status.values]
    response = act(admin_client, action, events, reason="The report was retracted.", confirmed="yes")
    assert [Event.objects.get(pk=event.pk).status for event in events] == after
    for event, status in zip(events, after, strict=True):
        moved = event.status != status
        assert LogEntry.objects.filter(object_id=str(event.pk)).exists() is moved
        assert (f"“{event}” was left as it is" in said(response)) is not moved


def test_publishing_asks_and_says_what_is_wanting(admin_client, world, one_of_each):
    one_of_each[DRAFT].citations.create(source=world.isw)
    chosen = [one_of_each[DRAFT], one_of_each[IN_REVIEW]]
    page = act(admin_client, "publish", chosen).content.decode()
    assert "<b>2 events</b> appear" in page and "<b>1</b> has no citation." in page
    assert not Event.objects.filter(pk__in=[event.pk for event in chosen], status=PUBLISHED).exists()
    assert "2 events are now published." in said(act(admin_client, "publish", chosen, confirmed="yes"))


@pytest.mark.parametrize("reason", [{}, {"reason": "  "}])
def test_withdrawing_asks_for_the_reason(admin_client, one_of_each, reason):
    response = act(admin_client, "withdraw", [one_of_each[PUBLISHED]], **reason)
    assert "Why are they withdrawn?" in response.content.decode()
    assert Event.objects.get(slug=PUBLISHED).status == PUBLISHED


def test_the_reason_is_kept(admin_client, one_of_each):
    act(admin_client, "withdraw", [one_of_each[PUBLISHED]], reason="The report was retracted.")
    assert Event.objects.get(slug=PUBLISHED).withdrawn_reason == "The report was retracted."


@pytest.mark.parametrize("status", Event.Status.values)
def test_only_what_was_never_public_is_deleted(admin_client, one_of_each, status):
    event = one_of_each[status]
    lasting = status in (PUBLISHED, WITHDRAWN)
    path = address(Event, "delete", event.pk)
    response = admin_client.post(path, seen(admin_client, path, {"post": "yes"}))
    assert response.status_code == (403 if lasting else 302)
    assert Event.objects.filter(pk=event.pk).exists() is lasting


def test_a_selection_with_a_published_event_is_not_deleted(admin_client, one_of_each):
    chosen = [one_of_each[DRAFT], one_of_each[PUBLISHED]]
    response = act(admin_client, "delete_selected", chosen, post="yes")
    assert "Nothing was deleted: “It is published” had been published" in said(response)
    assert Event.objects.filter(pk__in=[event.pk for event in chosen]).count() == 2
    act(admin_client, "delete_selected", chosen[:1], post="yes")
    assert not Event.objects.filter(slug=DRAFT).exists()


def test_a_debate_with_published_events_is_not_deleted(admin_client, world):
    path = address(Debate, "delete", world.debate.pk)
    assert admin_client.post(path, seen(admin_client, path, {"post": "yes"})).status_code == 403
    FormerSlug.objects.create(debate=world.other, kind="event", slug="cuts", target=1)
    path = address(Debate, "delete", world.other.pk)
    assert admin_client.post(path, seen(admin_client, path, {"post": "yes"})).status_code == 302
    assert list(Debate.objects.all()) == [world.debate]


@pytest.mark.parametrize(
    ("before", "after", "accepted"),
    [
        (DRAFT, IN_REVIEW, True),
        (DRAFT, PUBLISHED, True),
        (DRAFT, WITHDRAWN, False),
        (PUBLISHED, DRAFT, False),
        (PUBLISHED, IN_REVIEW, False),
        (PUBLISHED, WITHDRAWN, True),
        (WITHDRAWN, PUBLISHED, True),
        (WITHDRAWN, DRAFT, False),
    ],
)
def test_the_form_takes_the_same_steps(admin_client, world, form, before, after, accepted):
    Event.objects.filter(pk=world.event.pk).update(status=before)
    fields = form | {"status": after, "withdrawn_reason": "The report was retracted."}
    post(admin_client, address(Event, "change", world.event.pk), fields)
    assert Event.objects.get(pk=world.event.pk).status == (after if accepted else before)


# The reading of a date

READING = "admin:timeline_event_reading"


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        (
            {"date_text": "mid-November", "anchor": "2024-11-26", "language": "en"},
            ["11–20 November 2024", "[2024-11-11..2024-11-20]", "part-of-month", "within", "year inferred"],
        ),
        (
            {
                "date_text": "mid-November",
                "anchor": "2024-11-26",
                "date_override": "2024-11-17",
                "throughout_override": "false",
            },
            ["17 November 2024", "the phrase alone says 11–20 November 2024. <span", ">year inferred<"],
        ),
        ({"date_text": "for months", "anchor": "2024-11-26"}, ["reading-refused", "No date"]),
        ({"date_override": "yesterday"}, ["reading-refused"]),
        ({"date_text": "mid-November"}, ["no day to read it against"]),
        ({"date_text": "blorp"}, ["reading-refused", "“blorp” is not read yet. Its language is not known"]),
        ({"date_text": "12 November 2024"}, ["12 November 2024", "2024-11-12"]),
        ({"date_text": "<b>", "anchor": "2024-11-26x"}, ["reading-refused", "“2024-11-26x” is no day"]),
        ({"date_text": "x" * 5000}, ["reading-refused", "at most 200 characters"]),
        ({"source": "9" * 40}, ["reading-refused"]),
        ({"date_text": "a\0b"}, ["reading-refused", "Null characters"]),
        ({}, ["No date given."]),
    ],
)
def test_the_reading_is_told_as_one_types(admin_client, world, query, parts):
    response = admin_client.get(reverse(READING), query)
    assert response.status_code == 200
    for part in parts:
        assert part in response.content.decode()


@pytest.mark.parametrize("override", ["", "2024-11-17", "[2024-11-11..2024-11-20]"])
def test_an_inferred_year_is_the_phrases(admin_client, world, override):
    """The day that stands is known where it was overridden, whatever its phrase leaves open."""
    query = {"date_text": "mid-November", "anchor": "2024-11-26", "date_override": override}
    stands, _, rest = admin_client.get(reverse(READING), query).content.decode().partition("</p>")
    assert ("year inferred" in stands) == (not override)
    assert ("year inferred" in rest) == ("phrase alone" in rest)


def test_the_reading_uses_the_sources_day_and_language(admin_client, world):
    query = {"date_text": "mid-November", "source": world.isw.pk}
    text = admin_client.get(reverse(READING), query).content.decode()
    assert "[2024-11-11..2024-11-20]" in text
    assert "Read against 26 November 2024, from ISW, language en." in text


def test_the_page_comes_with_its_readings(admin_client, world):
    world.event.citations.create(source=world.isw, date_text="mid-November")
    text = admin_client.get(address(Event, "change", world.event.pk)).content.decode()
    for edtf in ("<code>2023-08-11</code>", "<code>[2024-11-11..2024-11-20]</code>"):
        assert edtf in text


@pytest.mark.parametrize(
    ("staff", "permission", "status"), [(False, True, 302), (True, False, 403), (True, True, 200)]
)
def test_only_curators_ask_for_readings(client, django_user_model, world, staff, permission, status):
    user = django_user_model.objects.create_user("sullivan", password="x", is_staff=staff)
    if permission:
        user.user_permissions.add(Permission.objects.get(codename="view_event"))
    client.force_login(user)
    assert client.get(reverse(READING)).status_code == status


def test_readings_are_only_got(admin_client):
    assert admin_client.post(reverse(READING)).status_code == 405


# The real debate


def as_shown(response):
    """What a browser would post of a form that nobody has touched."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [response.context["adminform"].form]
    forms += [form for formset in formsets for form in (formset.management_form, *formset.forms)]
    fields = {field.html_name: field.value() for form in forms for field in form}
    return {name: as_typed(name, value) for name, value in fields.items() if not name.endswith("DELETE")}


def as_typed(name, value):
    empty = "unknown" if name.endswith("throughout_override") else ""
    return empty if value is None else value


def exported():
    text = StringIO()
    call_command("exportdebate", "long-range-weapons", stdout=text)
    return text.getvalue()


def test_saving_what_nobody_changed_changes_nothing(admin_client, debate):
    before = exported()
    for event in debate.events.order_by("slug")[::29]:
        path = address(Event, "change", event.pk)
        assert admin_client.post(path, as_shown(admin_client.get(path))).status_code == 302
    assert exported() == before


# Who may only look


def test_a_reader_on_the_staff_sees_forms_without_fields(client, django_user_model, world):
    fill(world)
    user = django_user_model.objects.create_user("scholz", password="x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    for model in MODELS:
        path = address(model, "change", model.objects.first().pk)
        assert client.get(path).status_code == 200
        assert client.post(path, {}).status_code == 403


@pytest.mark.parametrize(
    ("words", "anchor"), [("12 November 2024", date(2024, 11, 12)), ("mid-November", None), ("Friday", None)]
)
def test_a_date_with_its_year_needs_no_day_to_be_read_against(admin_client, world, form, words, anchor):
    post(admin_client, address(Event, "add"), form | {"date_text": words, "anchor": ""})
    found = Event.objects.filter(slug="sullivan-hints").first()
    assert (found.anchor if found else None) == anchor
