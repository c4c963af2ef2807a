"""TimelineJS files into debates: what a newsroom has comes in, goes out and comes in again the same."""

import csv
import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exports.timelinejs import timelinejs_parts
from timeline.filters import Filters, View
from timeline.ingest.problems import BadFile
from timeline.ingest.timelinejs import import_timelinejs
from timeline.ingest.timelinejs_html import SlideText
from timeline.models import Debate, Event

pytestmark = pytest.mark.django_db
HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background"
)
SHEET = f"""{HEADER}
,,,,,,,,,The bridge of Lunford,<p>How it was argued over.</p>,,,,,title,,
2023,8,11,,,,,,,The mayor asks for a bridge,"She said <b>the old one</b> closes too often.",\
https://example.org/courier/mayor,Lunford Courier,Mayor wants a bridge,,,Town,#fff
2023,8,,,,,,,,The council counts ferries,,,,,,,Town,
2023,,,,2024,,,,,Years of planning,,,,,,,Should Lunford build a bridge?,
2023,8,11,,2023,8,20,,In mid-August,Engineers survey the river,,<iframe src="x"></iframe>,,,,,,
2023,8,12,,,,,,soon after,The ferry stops,,,,,,,,
"""


def imported(text, debate="bridge", **options):
    """The import of a text, published unless told otherwise."""
    data = text if isinstance(text, bytes) else text.encode()
    return import_timelinejs(data, debate, **{"publish": True} | options)


def file_of(*slides, title="The bridge"):
    """A JSON file with these slides."""
    return json.dumps({"title": {"text": {"headline": title}}, "events": slides})


def slide(headline="The ferry stops", start=(2023, 8, 12), end=None, **more):
    """A slide with a headline and dates."""
    parts = ("year", "month", "day")
    made = {"text": {"headline": headline}, "start_date": dict(zip(parts, start, strict=False))}
    made |= {"end_date": dict(zip(parts, end, strict=False))} if end else {}
    return made | more


def exported(slug="bridge"):
    """The debate as TimelineJS JSON."""
    view = View(Debate.objects.get(slug=slug), Filters())
    return "".join(timelinejs_parts(view, "https://debates.example", "https://debates.example/bridge/"))


def contents(slug):
    """What an import decides of a debate, in plain values."""
    debate = Debate.objects.get(slug=slug)
    rows = []
    for event in debate.events.order_by("slug"):
        row = [getattr(event, name) for name in ("slug", "title", "summary", "kind", "status")]
        row += [
            getattr(event, name) for name in ("date_text", "date_override", "date_basis", "edtf", "anchor")
        ]
        row += [
            sorted(event.questions.values_list("slug", "title")),
            sorted(event.topics.values_list("slug", "name")),
        ]
        row.append(
            list(
                event.citations.values_list(
                    "source__slug", "source__url", "source__publisher", "source__title"
                )
            )
        )
        rows.append(row)
    return debate.title, debate.description, rows


def test_a_spreadsheet_becomes_a_debate():
    done = imported(SHEET)
    assert done.sentence() == ("bridge: added 5 published events, 1 question, 1 topic, 1 source.")
    debate = Debate.objects.get()
    assert (debate.title, debate.description) == ("The bridge of Lunford", "How it was argued over.")
    edtf = dict(debate.events.values_list("title", "edtf"))
    assert edtf == {
        "The mayor asks for a bridge": "2023-08-11",
        "The council counts ferries": "2023-08",
        "Years of planning": "2023/2024",
        "Engineers survey the river": "[2023-08-11..2023-08-20]",
        "The ferry stops": "2023-08-12",
    }
    mayor = debate.events.get(slug="the-mayor-asks-for-a-bridge")
    assert mayor.summary == "She said the old one closes too often."
    source = mayor.citations.get().source
    assert (source.publisher, source.title) == ("Lunford Courier", "Mayor wants a bridge")
    assert [topic.name for topic in mayor.topics.all()] == ["Town"]
    assert [q.title for q in debate.questions.all()] == ["Should Lunford build a bridge?"]
    assert done.notes == [
        'row 6: its media is no web address and was left out: "<iframe src=\\"x\\"></iframe>"'
    ]


def test_words_that_mean_the_numbers_stand_alone_and_others_keep_their_reason():
    imported(SHEET)
    survey, ferry = (Event.objects.get(title=t) for t in ("Engineers survey the river", "The ferry stops"))
    assert (survey.date_text, survey.date_override, survey.anchor) == ("In mid-August", "", date(2023, 8, 20))
    assert (ferry.date_text, ferry.date_override) == ("soon after", "2023-08-12")
    assert "start and end dates" in ferry.date_basis


def test_what_is_imported_is_a_draft_unless_it_is_to_be_published():
    imported(SHEET, publish=False)
    assert set(Event.objects.values_list("status", flat=True)) == {"draft"}


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ((2023,), None, "2023"),
        ((2023, 7), None, "2023-07"),
        ((2023, 7, 21), (2023, 7, 21), "2023-07-21"),
        ((2023, 7), (2023, 9), "2023-07/2023-09"),
        ((2023, 7, 1), (2023, 9, 30), "2023-07/2023-09"),
        ((2023, 7, 1), (2023, 7, 31), "2023-07-01/2023-07-31"),
        ((2023,), (2024,), "2023/2024"),
        ((2023, 7, 21), (2024,), "2023-07-21/2024-12-31"),
        ((44, 3, 15), None, "0044-03-15"),
        (("2,023", " 7 ", "21"), None, "2023-07-21"),
    ],
)
def test_numbers_become_a_date_no_more_exact_than_they_are(start, end, edtf):
    imported(file_of(slide(start=start, end=end)))
    assert Event.objects.get().edtf == edtf


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (slide(headline=""), "no headline"),
        (slide(start=()), "no date"),
        (slide(start=("MMXXIII",)), "write a number"),
        (slide(start=(2023, 13)), "no 2023-13 in the calendar"),
        (slide(start=(2023, 2, 30)), "no 2023-2-30 in the calendar"),
        (slide(start=(-500,)), "years 1 to 9999"),
        (slide(start=(2024,), end=(2023,)), "before it begins"),
        (slide(headline="x" * 300), "200 characters"),
        (slide(start_date="2023"), "write a year"),
        (slide(start_date={"year": 2023, "day": 4}), "day without a month"),
        (slide(group="x" * 130), "shorten"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_the_others_are_kept(bad, told):
    done = imported(file_of(slide("Good"), bad, slide("Also good")))
    assert len(done.refused) == 1 and done.refused[0].startswith("event 2") and told in done.refused[0]
    assert set(Event.objects.values_list("title", flat=True)) == {"Good", "Also good"}
    assert "1 row not used" in done.sentence()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "name the columns"),
        ("a,b\n1,2\n", "name the columns"),
        ("[]", '"events"'),
        ('{"timeline": {"date": []}}', "TimelineJS 2"),
        ('{"events": [}', "not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (file_of(slide(headline="")), "no headline"),
        (json.dumps({"events": [slide()]}), "--title"),
    ],
)
def test_what_is_no_usable_file_changes_nothing(text, told):
    with pytest.raises(BadFile) as refused:
        imported(text)
    assert told in str(refused.value)
    assert not Debate.objects.exists()


def test_importing_again_changes_nothing():
    imported(SHEET)
    before, revision = contents("bridge"), Debate.objects.get().revision
    again = imported(SHEET)
    assert again.sentence() == "bridge: nothing to add; 5 events already there."
    assert contents("bridge") == before and Debate.objects.get().revision == revision


def test_what_a_curator_has_changed_stays():
    imported(SHEET, publish=False)
    event = Event.objects.get(slug="the-ferry-stops")
    event.title, event.status = "The ferry stops for good", "published"
    event.save()
    done = imported(SHEET, publish=False)
    event.refresh_from_db()
    assert (event.title, event.status) == ("The ferry stops for good", "published")
    assert any("is there already as" in note for note in done.notes)


def test_import_export_import_gives_the_same():
    imported(SHEET)
    first = exported()
    imported(first, "again")
    assert contents("again") == contents("bridge")
    assert exported("again").replace("/again/", "/bridge/") == first


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headline=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60),
    html=st.lists(st.sampled_from([*"ab <>&\"'/.;é\u2028\n", "<p>", "</p>", "&lt;", "<br>"])).map("".join),
    group=st.text(st.sampled_from(list("ab <>&;?é")), max_size=30),
    words=st.sampled_from(
        ["", "mid-July 2023", "21 July 2023", "<b>in July</b>", "whenever", "summer &lt;2023&gt;"]
    ),
    start=st.sampled_from([(2023,), (2023, 7), (2023, 7, 21)]),
    end=st.sampled_from([None, (2023, 9), (2024,), (2023, 12, 31)]),
)
def test_any_slide_comes_back_as_it_was_imported(headline, html, group, words, start, end):
    Debate.objects.all().delete()
    made = slide(headline, start, end, display_date=words, group=group)
    made["text"]["text"] = html
    try:
        imported(file_of(made))
    except BadFile:
        return
    imported(exported(), "again")
    assert contents("again") == contents("bridge")


def test_the_real_debate_comes_back_with_its_dates_and_sources(client, debate):
    file = client.get("/long-range-weapons/timelinejs.json").getvalue()
    done = imported(file, "copy")
    assert (done.refused, done.added["event"]) == ([], 287)
    copied = {event.slug: event for event in Debate.objects.get(slug="copy").events.all()}
    for event in debate.events.all():
        copy = copied[event.slug]
        assert (copy.title, copy.earliest, copy.latest, copy.date_text) == (
            event.title,
            event.earliest,
            event.latest,
            event.date_text or copy.date_text,
        )
        urls = set(event.citations.exclude(source__url="").values_list("source__url", flat=True))
        assert set(copy.citations.values_list("source__url", flat=True)) == urls


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain\nlines", "plain\nlines"),
        ("<p>one\n more</p><p>two</p>", "one more\ntwo"),
        ("a<br>b", "a\nb"),
        ("<script>alert(1)</script>safe<style>x</style>", "safe"),
        ('<a href="https://example.org/x">here</a>', "here (https://example.org/x)"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ("1 &lt; 2 &amp; 3", "1 < 2 & 3"),
        ('kept<div class="debateline"><p>added</p></div> too', "kept too"),
        ("<b>bold", "bold"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
    ],
)
def test_html_becomes_text(html, text):
    assert SlideText(html).text == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_sheets_are_read_whatever_parts_their_cells(delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(csv.reader(io.StringIO(SHEET)))
    assert imported(out.getvalue().encode("utf-8-sig")).added["event"] == 5


def test_eras_and_unknown_columns_are_named():
    sheet = "Year,Headline,Type,Mood\n2023,A time,era,calm\n2023,An event,,calm\n"
    done = imported(sheet, title="Times")
    assert [note.split(",")[0].split(" and")[0] for note in done.notes] == [
        'the column "mood" is none of TimelineJS',
        "row 2 was left out: eras only label the axis; make it an event if it is to stay",
    ]


def test_an_existing_debate_keeps_what_it_has(debate):
    before = debate.events.count()
    supply = debate.questions.get(slug="supply-taurus")
    done = imported(file_of(slide("A vote", group=supply.title)), debate.slug)
    assert done.sentence() == "long-range-weapons: added 1 published event."
    assert debate.events.count() == before + 1
    assert debate.events.get(slug="a-vote").questions.get() == supply
    debate.refresh_from_db()
    assert debate.title == "Long-range weapons for Ukraine, 2022–2024"


def test_the_command_says_one_sentence(tmp_path, capsys):
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET + "2023,99,,,,,,,,Bad month,,,,,,,,\n", encoding="utf-8")
    call_command("importtimelinejs", str(path), debate="bridge", dry_run=True)
    said = capsys.readouterr()
    assert said.out.startswith("Would be: bridge: added 5 draft events") and not Debate.objects.exists()
    assert said.err.startswith('row 8 "Bad month": there is no 2023-99')
    call_command("importtimelinejs", str(path), debate="bridge")
    assert Event.objects.count() == 5
    with pytest.raises(CommandError, match="No such file"):
        call_command("importtimelinejs", str(tmp_path / "none.csv"), debate="bridge")
