"""From an article to events: what the workbench proposes, and what becomes of each place in the text."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.articles_scoring import annotated
from timeline.ingest import article_decisions
from timeline.ingest.article_decisions import Draft, Place, Refused
from timeline.ingest.article_text import tidy
from timeline.ingest.proposals import ArticleReading
from timeline.models import Article, Debate, Decision, Event, Source

pytestmark = pytest.mark.django_db
TEXT = """LUNFORD, 22 November - Three taboos have fallen.

On Sunday Ada Brook ruled out the second bridge. Two days later she met Bob Stone; \
Foreign Minister Eve Marsh was there.

“We’ll never pay a toll,” Bob Stone said on 3 May."""
RULED_OUT = "On Sunday Ada Brook ruled out the second bridge."
TOLL = "“We’ll never pay a toll,” Bob Stone said on 3 May."


@pytest.fixture
def bridge(db):
    debate = Debate.objects.create(slug="bridge", title="A second bridge")
    build = debate.questions.create(slug="build", title="Should the second bridge be built?")
    debate.questions.create(slug="toll", title="Should there be a toll?", aliases=["a toll"])
    debate.topics.create(slug="second-bridge", name="Second bridge")
    debate.topics.create(slug="toll", name="Bridge toll", aliases=["toll"])
    debate.actors.create(slug="ada-brook", name="Ada Brook", kind="person")
    debate.actors.create(slug="bob-stone", name="Bob Stone", kind="person", aliases=["Robert Stone"])
    event = debate.events.create(
        slug="ada-says-no", title="Ada Brook rules out the second bridge", kind="statement",
        date_text="17 November 2024", anchor=date(2024, 11, 18), language="en", status="published",
    )  # fmt: skip
    event.actors.set(debate.actors.filter(slug="ada-brook"))
    event.questions.add(build)
    event.event_topics.create(topic=debate.topics.get(slug="second-bridge"))
    event.settle()
    return debate


@pytest.fixture
def enter(client, django_user_model):
    """Logs somebody of a role in."""

    def log_in(name, role):
        user, made = django_user_model.objects.get_or_create(username=name, is_staff=True)
        if made:
            user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return user

    return log_in


@pytest.fixture
def ann(enter):
    """An editor, at work."""
    return enter("ann", "editor")


@pytest.fixture
def article(bridge, ann):
    return Article.objects.create(
        debate=bridge, publisher="Lunford Courier", title="Taboos fall", url="https://example.org/taboos",
        date_text="22 November 2024", published="2024-11-22", published_basis="stated", language="en",
        text=TEXT, added_by=ann,
    )  # fmt: skip


def place(article, sentence):
    start = article.text.index(sentence)
    return Place(article, start, start + len(sentence))


def work(client, article):
    return client.get(reverse("admin:timeline_article_work", args=[article.pk]))


def address(at):
    return reverse("admin:timeline_article_place", args=[at.article.pk, at.start, at.end])


def post(client, at, do, **fields):
    return client.post(address(at), {"do": do} | fields, HTTP_HX_REQUEST="true")


def seen(response):
    """What a page says, as a reader reads it."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


# What it proposes of the annotated articles


def test_statements_are_proposed_and_few_proposals_are_useless(debate):
    """Nine in ten annotated statements, and at most one proposal in four without one, on the real debate."""
    statements = found = proposals = useless = 0
    for _name, text, gold in annotated():
        day = gold["published"]
        article = Article(debate=debate, published=day, language=gold["language"], text=tidy(text))
        places = [*ArticleReading(article).proposals]
        told = [(each["sentence_char_start"], each["sentence_char_end"]) for each in gold["statements"]]
        statements += len(told)
        found += sum(any(start < last and first < end for first, last in places) for start, end in told)
        proposals += len(places)
        useless += sum(not any(start < last and first < end for start, end in told) for first, last in places)
    assert statements == 38 and found >= 0.9 * statements
    assert useless <= 0.25 * proposals


# Adding an article


def added(client, debate, **fields):
    known = {
        "debate": debate.pk,
        "publisher": "Lunford Courier",
        "title": "Taboos fall",
        "url": "",
        "language": "",
    }
    known |= {"date_text": "Friday, 22 November 2024", "inferred": "", "basis": "", "pasted": ""}
    return client.post(reverse("admin:timeline_article_add"), known | fields)


def test_an_article_is_pasted_and_opens_on_the_workbench(client, bridge, ann):
    response = added(client, bridge, pasted=TEXT)
    article = Article.objects.get()
    assert response.url == reverse("admin:timeline_article_work", args=[article.pk])
    assert (article.text, article.language, article.added_by) == (TEXT, "en", ann)
    assert (article.published, article.published_basis) == ("2024-11-22", "stated")
    assert "Ada Brook ruled out the second bridge" in seen(work(client, article))


def test_an_article_comes_as_a_file_with_an_inferred_day(client, bridge, ann):
    file = SimpleUploadedFile("taboos.html", f"<p>{RULED_OUT}</p><p>Twice.</p>".encode())
    basis = "the report that it cites ran on 20 November 2024"
    added(client, bridge, date_text="Not stated", inferred="November 2024", basis=basis, file=file)
    article = Article.objects.get()
    assert article.text == f"{RULED_OUT}\n\nTwice."
    assert (article.date_text, article.published, article.published_basis) == (
        "",
        "2024-11",
        f"inferred: {basis}",
    )


def test_an_article_in_a_language_that_nobody_knows_is_taken_all_the_same(client, bridge, ann):
    response = added(client, bridge, pasted="قالت Ada Brook في 17 نوفمبر 2024: لا.")
    article = Article.objects.get()
    said = seen(client.get(response.url))
    assert article.language == "" and "Ada Brook" in said
    assert "No event is proposed here: they are proposed in English, Ukrainian" in said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Paste the text, or choose a file."),
        ({"pasted": TEXT, "date_text": ""}, "Give the date in the article’s words, or infer one below."),
        ({"pasted": TEXT, "date_text": "", "inferred": "2024"}, "Say what the date is inferred from."),
        ({"pasted": TEXT, "date_text": "soon enough"}, "No date was found in it"),
        ({"pasted": TEXT, "date_text": "since May 2024"}, "give a date that has an end"),
        ({"file": SimpleUploadedFile("a.docx", b"PK")}, "is none of .txt, .html and .pdf"),
        ({"pasted": TEXT, "url": "ftp://example.org/a"}, "http"),
    ],
)
def test_what_cannot_be_added_is_refused_with_a_reason(client, bridge, ann, fields, said):
    response = added(client, bridge, **fields)
    assert response.status_code == 200 and said in seen(response)
    assert not Article.objects.exists()


def test_a_source_that_the_debate_has_is_used_again(client, bridge, ann):
    known = bridge.sources.create(
        slug="courier", title="Old title", publisher="Courier", url="https://www.example.org/taboos/?utm_source=x",
        published="2024-11-22", published_basis="stated",
    )  # fmt: skip
    added(client, bridge, pasted=TEXT, url="https://example.org/taboos")
    assert Article.objects.get().source == known


# The page


def test_the_page_shows_candidates_with_evidence_date_and_likeness(client, article):
    said = seen(work(client, article))
    assert "Ada Brook ruled out the second bridge 17 Nov 2024" in said
    assert "On Sunday, read from 22 November 2024: 17 November 2024" in said
    assert "Ada Brook opposes : Should the second bridge be built?" in said
    assert "“ruled out” opposes" in said
    assert re.search(r"\d\d % like Ada Brook rules out the second bridge 17 Nov 2024; same day", said)
    assert "On Sunday (date: 17 November 2024)" in said
    assert "Eve Marsh , Foreign Minister" in said
    assert "3 open · 0 accepted" in said


def test_a_question_is_found_by_its_other_names(client, article):
    proposals = {p.text: p for p in ArticleReading(article).proposals.values()}
    assert proposals[TOLL].questions == ("toll",) and proposals[TOLL].topics == ("toll",)


# Accepting


def test_accepting_makes_a_draft_with_a_source_and_a_verbatim_quote(client, article, ann):
    response = post(client, place(article, RULED_OUT), "accept")
    assert response.status_code == 200 and "2 open · 1 accepted" in seen(response)
    event = Event.objects.get(status="draft")
    assert (event.title, event.kind, event.author) == (
        "Ada Brook ruled out the second bridge",
        "statement",
        ann,
    )
    assert (event.date_text, event.anchor, event.edtf) == ("On Sunday", date(2024, 11, 22), "2024-11-17")
    assert [actor.slug for actor in event.actors.all()] == ["ada-brook"]
    assert [topic.slug for topic in event.topics.all()] == ["second-bridge"]
    assert [(p.actor.slug, p.question.slug, p.stance) for p in event.positions.all()] == [
        ("ada-brook", "build", "opposes")
    ]
    citation = event.citations.get()
    assert citation.quote == RULED_OUT and citation.edtf == "2024-11-17"
    assert (citation.source.url, citation.source.published) == ("https://example.org/taboos", "2024-11-22")
    (record,) = event.history.all()
    assert record.history_user == ann and record.history_change_reason == (
        "Accepted from the article “Taboos fall”."
    )


def test_one_article_is_one_source_of_many_events(client, article):
    for sentence in (RULED_OUT, TOLL):
        post(client, place(article, sentence), "accept")
    assert Source.objects.count() == 1
    assert Event.objects.filter(status="draft", citations__source=Source.objects.get()).count() == 2


def test_a_date_that_only_its_context_tells_is_kept_with_the_reason(client, article):
    met = "Two days later she met Bob Stone; Foreign Minister Eve Marsh was there."
    said = seen(work(client, article))
    post(client, place(article, met), "accept")
    event = Event.objects.get(status="draft")
    assert (event.date_text, event.edtf) == ("Two days later", "2024-11-19")
    assert "Two days later, read from 17 November 2024: 19 November 2024" in said
    assert event.date_basis == "In the article “Two days later” follows “On Sunday”."


def test_a_draft_is_corrected_before_it_is_accepted(client, article):
    at = place(article, RULED_OUT)
    form = typed(client, at) | {
        "title": "Ada Brook says no", "date_override": "2024-11-16", "date_basis": "The minutes say so.",
        "add_actor": "robert stone", "position-0-stance": "leans-oppose", "quote": "Ada Brook ruled out",
    }  # fmt: skip
    assert post(client, at, "accept", **form).status_code == 200
    event = Event.objects.get(status="draft")
    assert (event.title, event.slug, event.edtf) == ("Ada Brook says no", "ada-brook-says-no", "2024-11-16")
    assert {actor.slug for actor in event.actors.all()} == {"ada-brook", "bob-stone"}
    assert event.positions.get().stance == "leans-oppose"
    assert event.citations.get().quote == "Ada Brook ruled out"


def typed(client, at):
    """What the form of a place holds, as a browser would send it."""
    form = client.get(address(at), {"do": "edit"}, HTTP_HX_REQUEST="true").context["card"].draft
    return {name: values if len(values) > 1 else values[0] for name, values in form.typed.items() if values}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": ""}, "This field is required."),
        ({"quote": "Ada Brook ruled in"}, "These words are not in the article as they stand."),
        ({"quote": "no " * 26}, "Shorten the quote to 25 words."),
        ({"date_text": "on Monday"}, "The article does not say this."),
        (
            {"date_override": "2024-11-16", "date_basis": ""},
            "Say why the date is not that of the article’s words.",
        ),
        ({"date_override": "someday", "date_basis": "so"}, "someday"),
        ({"add_actor": "Nobody Here"}, "This debate has no actor called “Nobody Here”."),
        ({"position-0-question": ""}, "A position needs its question; or empty the row."),
    ],
)
def test_a_wrong_draft_is_refused_with_all_that_was_typed(client, article, fields, said):
    at = place(article, RULED_OUT)
    response = post(client, at, "accept", **(typed(client, at) | fields))
    assert "has-message" in response.content.decode() and said in seen(response)
    assert next(iter(fields.values())) in response.content.decode()
    assert not Event.objects.filter(status="draft").exists()


def test_what_is_half_typed_is_kept(client, article):
    at = place(article, RULED_OUT)
    answer = post(client, at, "autosave", **(typed(client, at) | {"title": "Ada says", "date_text": "3 May"}))
    assert "3 May 2024" in seen(answer) and "Kept." in seen(answer)
    again = client.get(address(at), {"do": "edit"})
    assert "Ada says</textarea>" in again.content.decode()
    assert "begun" in seen(work(client, article))
    post(client, at, "accept")
    assert Event.objects.get(status="draft").title == "Ada says"


def test_quick_acceptance_leaves_out_a_position_whose_question_is_open(client, article):
    article.debate.questions.get(slug="build").delete()
    at = place(article, RULED_OUT)
    assert "on which question?" in seen(work(client, article))
    assert post(client, at, "accept").status_code == 200
    assert not Event.objects.get(status="draft").positions.exists()


# Merging, dismissing, undoing


def test_a_place_is_merged_into_an_event_as_another_citation(client, article, bridge):
    at, event = place(article, RULED_OUT), bridge.events.get(slug="ada-says-no")
    found = client.get(address(at), {"find": "brook bridge"}, HTTP_HX_REQUEST="true")
    assert f'name="event" value="{event.pk}"' in found.content.decode()
    assert "1 merged" in seen(post(client, at, "merge", event=event.pk))
    assert event.citations.get().quote == RULED_OUT
    assert not Event.objects.filter(status="draft").exists()
    again = post(client, place(article, TOLL), "merge", event=event.pk)
    assert "cites this article already" in seen(again)


def test_before_anything_is_asked_a_merge_offers_what_is_near_the_likest_first(client, article, bridge):
    near = bridge.events.get(slug="ada-says-no")
    day = near.earliest.isoformat()
    Event.objects.create(debate=bridge, kind="report", title="Gulls return", slug="gulls", date_text=day)
    at = address(place(article, RULED_OUT))
    found = client.get(at, {"find": ""}, HTTP_HX_REQUEST="true").content.decode()
    assert "Around its date, the likest first:" in found
    assert re.findall(r'class="choice" name="event" value="(\d+)"', found)[0] == str(near.pk)
    assert "Around its date" not in seen(client.get(at, {"find": "brook bridge"}))


def test_what_is_dismissed_comes_back(client, article):
    at = place(article, RULED_OUT)
    assert "1 dismissed" in seen(post(client, at, "dismiss"))
    assert "0 dismissed" in seen(post(client, at, "undo"))


def test_undoing_takes_a_draft_back_until_others_rely_on_it(client, article):
    at = place(article, RULED_OUT)
    post(client, at, "accept")
    post(client, at, "undo")
    assert not Event.objects.filter(status="draft").exists()
    post(client, at, "accept")
    Event.objects.filter(status="draft").update(status="published")
    refused = post(client, at, "undo")
    assert "is published now and stays" in seen(refused)
    assert Event.objects.filter(citations__source__url="https://example.org/taboos").count() == 1


def test_undoing_a_merge_takes_its_citation_away(client, article, bridge):
    at, event = place(article, RULED_OUT), bridge.events.get(slug="ada-says-no")
    post(client, at, "merge", event=event.pk)
    post(client, at, "undo")
    assert not event.citations.exists() and Event.objects.filter(pk=event.pk).exists()


def test_two_curators_cannot_make_two_events_of_one_place(client, article, enter):
    at = place(article, RULED_OUT)
    post(client, at, "accept")
    bill = enter("bill", "editor")
    refused = post(client, at, "accept")
    assert "ann has accepted this meanwhile." in seen(refused)
    with pytest.raises(Refused, match="ann has accepted this"):
        article_decisions.dismiss(at, bill)
    assert Event.objects.filter(status="draft").count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(article=article, start=at.start, end=at.end)


# Two at one place: nobody's typing is lost


def opened(client, at):
    """What a page that begins to edit a place posts beside the words."""
    page = client.get(address(at), {"do": "edit"}).content.decode()
    return {name: re.search(f'name="{name}" value="([^"]*)"', page)[1] for name in ("seen", "hand")}


def test_two_who_type_at_one_place_are_told_of_each_other(client, article, enter):
    at = place(article, RULED_OUT)
    anns = typed(client, at) | opened(client, at)
    enter("bea", "editor")
    beas = typed(client, at) | opened(client, at)
    enter("ann", "editor")
    for title in ("Ada refuses", "Ada refuses it"):  # her own words never come between
        assert "Kept." in seen(post(client, at, "autosave", **(anns | {"title": title})))
    enter("bea", "editor")
    told = post(client, at, "autosave", **(beas | {"title": "Brook declines"}))
    assert told["HX-Retarget"] == f"#place-{at.start}-{at.end}"
    said = seen(told)
    assert "ann has typed here since you opened this" in said and "Title, theirs Ada refuses it" in said
    assert "Brook declines</textarea>" in told.content.decode() and "Take theirs" in said
    assert Decision.objects.get().typed["title"] == ["Ada refuses it"]
    now = dict(re.findall(r'name="(seen|hand)" value="([^"]*)"', told.content.decode()))
    assert now["hand"] == beas["hand"]
    post(client, at, "keep", **(beas | now | {"title": "Brook declines"}))
    assert Decision.objects.get().typed["title"] == ["Brook declines"]
    enter("ann", "editor")
    refused = post(client, at, "accept", **(anns | {"title": "Ada refuses it"}))
    assert "bea has typed here" in seen(refused) and not Event.objects.filter(status="draft").exists()


@pytest.mark.parametrize("do", ["accept", "dismiss", "merge"])
def test_a_card_that_shows_less_than_is_typed_decides_nothing(client, article, bridge, enter, do):
    at = place(article, RULED_OUT)
    post(client, at, "autosave", **(typed(client, at) | opened(client, at) | {"title": "Half a"}))
    enter("bea", "editor")
    event = bridge.events.get(slug="ada-says-no").pk
    stale = seen(post(client, at, do, seen="", event=event))
    assert "ann has typed here since you opened this" in stale and "Half a" in stale
    assert Decision.objects.get().is_open
    shown = Decision.objects.get()
    done = post(client, at, do, seen=article_decisions.edition(shown), event=event)
    assert not Decision.objects.get().is_open and "has typed here" not in seen(done)


def test_what_was_typed_for_a_place_that_is_decided_is_shown(client, article, enter):
    at = place(article, RULED_OUT)
    beas = typed(client, at) | opened(client, at) | {"title": "Brook declines", "summary": "A long one"}
    post(client, at, "accept")
    enter("bea", "editor")
    for do in ("autosave", "accept"):
        told = post(client, at, do, **beas)
        assert "ann has accepted this meanwhile. What you had typed Title Brook declines" in seen(told)
        assert "Summary A long one" in seen(told) and told["HX-Reswap"] == "outerHTML"


def test_nothing_is_left_of_an_acceptance_that_fails(article, ann):
    with pytest.raises(Refused, match="not in the article word for word"):
        article_decisions.accept(place(article, TOLL), Draft("Toll", "statement", quote="We will pay"), ann)
    assert not Source.objects.exists() and not Decision.objects.exists()


# Words of one's own, newcomers, the end


def test_a_newcomer_may_be_an_actor_by_another_name(client, article, bridge):
    marsch = bridge.actors.create(slug="eve-marsch", name="Eve Marsch", kind="person")
    assert "Another name of Eve Marsch" in seen(work(client, article))
    path = reverse("admin:timeline_article_newcomer", args=[article.pk])
    client.post(path, {"name": "Nobody Else", "actor": marsch.pk})
    said = seen(client.post(path, {"name": "Eve Marsh", "actor": marsch.pk}, follow=True))
    assert "Eve Marsch is known as Eve Marsh too." in said and "Not among the actors yet" not in said
    marsch.refresh_from_db()
    assert (marsch.aliases, bridge.actors.count()) == (["Eve Marsh"], 3)
    assert marsch.history.latest().history_change_reason == "Called so in the article “Taboos fall”."


def test_an_event_starts_from_any_words(client, article):
    response = client.post(
        reverse("admin:timeline_article_words", args=[article.pk]),
        {"words": 'never pay a  toll," Bob Stone said on 3 May'},
    )
    page = client.get(response.url.partition("#")[0])
    assert "never pay a toll,” Bob Stone said" in seen(page) and "4 open" in seen(page)
    decision = Decision.objects.get()
    assert decision.own
    post(client, Place(article, decision.start, decision.end), "accept")
    event = Event.objects.get(status="draft")
    assert (event.edtf, event.citations.get().quote) == (
        "2024-05-03",
        "never pay a toll,” Bob Stone said on 3 May",
    )


def test_words_that_are_not_in_the_text_start_nothing(client, article):
    response = client.post(
        reverse("admin:timeline_article_words", args=[article.pk]), {"words": "never paid"}
    )
    assert "These words are not in the text." in seen(client.get(response.url))
    assert not Decision.objects.exists()


def test_a_newcomer_is_added_only_when_asked(client, article, bridge):
    client.post(reverse("admin:timeline_article_newcomer", args=[article.pk]), {"name": "Nobody Else"})
    assert bridge.actors.count() == 2
    client.post(reverse("admin:timeline_article_newcomer", args=[article.pk]), {"name": "Eve Marsh"})
    assert bridge.actors.get(slug="eve-marsh").kind == "person"
    assert "Not among the actors yet" not in seen(work(client, article))


def test_drafts_go_to_review_and_the_text_is_discarded(client, article):
    post(client, place(article, RULED_OUT), "accept")
    state = reverse("admin:timeline_article_state", args=[article.pk])
    client.post(state, {"do": "review"})
    assert Event.objects.get(citations__source__isnull=False).status == "in-review"
    client.post(state, {"do": "done"})
    article.refresh_from_db()
    assert article.state == "done"
    client.post(state, {"do": "discard"})
    article.refresh_from_db()
    assert (article.state, article.text) == ("discarded", "")
    said = seen(work(client, article))
    assert "The text of this article is discarded." in said
    assert "Ada Brook ruled out the second bridge , 17 Nov 2024, in review" in said


# Without scripts, and who may


def test_without_scripts_every_button_leads_to_a_page(client, article):
    at = place(article, RULED_OUT)
    edit = client.get(address(at), {"do": "edit"})
    assert edit.status_code == 200 and "Leave it for now" in seen(edit) and "<html" in edit.content.decode()
    kept = client.post(address(at), typed(client, at) | {"do": "keep", "add_topic": "toll"})
    assert kept.status_code == 302 and "toll" in Decision.objects.get().typed["topics"]
    done = client.post(address(at), {"do": "accept"})
    following = place(article, "Two days later she met Bob Stone; Foreign Minister Eve Marsh was there.")
    assert done.url.endswith(f"/desk/#place-{following.start}-{following.end}")
    refused = client.post(address(at), {"do": "accept"})
    assert refused.status_code == 422 and "has accepted this meanwhile" in seen(refused)


def test_a_contributor_works_on_own_articles_alone(client, article, enter):
    cleo = enter("cleo", "contributor")
    assert work(client, article).status_code == 404
    assert post(client, place(article, RULED_OUT), "accept").status_code == 404
    assert "Taboos fall" not in seen(client.get(reverse("admin:timeline_article_changelist")))
    article.added_by = cleo
    article.save()
    assert post(client, place(article, TOLL), "accept").status_code == 200
    assert Event.objects.get(status="draft").author == cleo
    denied = client.post(reverse("admin:timeline_article_newcomer", args=[article.pk]), {"name": "Eve Marsh"})
    assert denied.status_code == 403


def test_a_contributor_is_told_of_no_draft_that_an_article_is_like(client, article, enter):
    article.added_by = enter("cleo", "contributor")
    article.save()
    event = article.debate.events.get(slug="ada-says-no")
    assert "% like" in seen(work(client, article))
    title = "Ada Brook rejects a toll on the second bridge"
    Event.objects.filter(pk=event.pk).update(
        status="draft", author=enter("olena", "contributor"), title=title
    )
    event.refresh_from_db()
    event.settle()
    enter("cleo", "contributor")
    page = seen(work(client, article))
    assert "% like" not in page and title not in page
    assert title not in seen(client.get(address(place(article, RULED_OUT)), {"find": "rejects toll bridge"}))
    refused = post(client, place(article, RULED_OUT), "merge", event=event.pk)
    assert "Choose the event that this belongs to." in seen(refused) and title not in seen(refused)
    assert not event.citations.exists()
    assert not Event.objects.exclude(pk=event.pk).filter(author__username="cleo").exists()


def test_a_contributor_suggests_and_an_editor_merges(client, article, enter):
    article.added_by = enter("cleo", "contributor")
    article.save()
    assert "Suggest to merge into it" in seen(work(client, article))
    event = article.debate.events.get(slug="ada-says-no")
    found = client.get(address(place(article, RULED_OUT)), {"find": "rules bridge"})
    assert "published: an editor will decide" in seen(found)
    assert post(client, place(article, RULED_OUT), "merge", event=event.pk).status_code == 200
    made = Event.objects.get(status="in-review")
    assert (made.author, made.citations.count(), event.citations.count()) == (article.added_by, 1, 0)
    assert "is in review now and stays" in seen(post(client, place(article, RULED_OUT), "undo"))
    enter("thea", "editor")
    queue = client.get(reverse("admin:timeline_event_review"))
    assert "Another citation of “Ada Brook rules out the second bridge”?" in seen(queue)
    merge = reverse("admin:timeline_merge_two", args=["event", event.pk, made.pk])
    assert f'href="{merge}"' in queue.content.decode()
    assert f'href="{merge}"' in client.get(f"/admin/timeline/event/{made.pk}/change/").content.decode()
    client.post(merge, {"seen": client.get(merge).context["seen"]})
    assert [citation.quote for citation in event.citations.all()] == [RULED_OUT]
    assert not Event.objects.filter(pk=made.pk).exists()
    decision = article.decisions.get(start=place(article, RULED_OUT).start)
    assert (decision.event, decision.citation) == (event, event.citations.get())


def test_the_public_sees_nothing_of_an_article(client, article):
    client.logout()
    assert work(client, article).status_code == 302
    for path in ("/bridge/", "/bridge/events.json", "/bridge/events/ada-says-no/"):
        assert "Three taboos" not in client.get(path).content.decode()


def test_a_place_outside_the_text_is_nothing(client, article):
    assert client.get(address(Place(article, 5, 5))).status_code == 404
    assert client.get(address(Place(article, 0, 10**6))).status_code == 404


def test_the_list_tells_how_far_the_work_is(client, article):
    post(client, place(article, RULED_OUT), "dismiss")
    said = seen(client.get(reverse("admin:timeline_article_changelist")))
    assert "Taboos fall Lunford Courier 22 Nov 2024 open 1 ann" in said
    assert "1 Your open articles Go on where you left." in seen(client.get(reverse("admin:index")))


def test_what_is_a_source_already_is_changed_there(client, article):
    change = reverse("admin:timeline_article_change", args=[article.pk])
    assert 'name="publisher"' in client.get(change).content.decode()
    post(client, place(article, RULED_OUT), "accept")
    shown = client.get(change)
    assert "Lunford Courier" in seen(shown) and 'name="publisher"' not in shown.content.decode()
    assert "its source" in seen(work(client, article))
