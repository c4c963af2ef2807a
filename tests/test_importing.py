"""Spreadsheets into a debate: what would be written is shown, what is written is that, and once is enough."""

import csv
import io
import json
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from tests.debate_files import example_text
from tests.importing import (
    HEADER,
    MAYOR,
    TRAM,
    VOTE,
    checked,
    lunford,
    outcomes,
    problems,
    sheet,
    workbook,
    written,
)
from timeline.exports.events import csv_lines
from timeline.exports.import_template import csv_template, xlsx_template
from timeline.exports.streaming import in_pieces
from timeline.filters import Filters, View
from timeline.ingest.importing import running
from timeline.ingest.importing.columns import SHEETS
from timeline.ingest.problems import BadFile
from timeline.models import Debate, Event, Import

pytestmark = pytest.mark.django_db


@pytest.fixture
def tram(db):
    return lunford()


def test_a_check_writes_nothing_and_says_what_it_would_write(tram):
    run = checked(sheet(MAYOR, VOTE), tram)
    assert run.state == Import.State.CHECKED
    assert not tram.events.exists() and not tram.sources.exists()
    [source] = run.rows.filter(kind="source")
    assert (source.label, source.title, source.outcome) == ("row 2, source", "Mayor wants a tram", "create")
    mayor = run.rows.get(slug="mayor-asks")
    assert mayor.facts["words"] == "11–20 November 2024"
    assert mayor.facts["edtf"] == "[2024-11-11..2024-11-20]"
    said = {field: after for field, _, after in mayor.changes}
    assert said["positions"] == "ada-brook build-the-tram supports"
    assert "“We cannot wait at the stop forever.”" in said["citations"] and "title" not in said


def test_rows_become_drafts_with_all_that_hangs_on_them(tram, django_user_model):
    ivy = django_user_model.objects.create_user("ivy")
    run = written(sheet(MAYOR, VOTE), tram, author=ivy)
    assert run.counts() == {"waiting": 0, "create": 3, "change": 0, "unchanged": 0, "refused": 0}
    mayor = tram.events.get(slug="mayor-asks")
    assert (mayor.status, mayor.author, str(mayor.anchor)) == ("draft", ivy, "2024-11-26")
    [citation], [position] = mayor.citations.all(), mayor.positions.all()
    assert (citation.source.publisher, citation.date_text) == ("Lunford Courier", "mid-November")
    assert citation.quote == "We cannot wait at the stop forever."
    assert (position.actor.name, position.stance, position.question.title) == ("Ada Brook", "supports", TRAM)
    assert tram.events.get(slug="council-votes").edtf == "2024-11-12"
    assert list(Event.objects.matching("mayor brook")) == [mayor]


def test_history_says_whose_file_it_was(tram, django_user_model):
    ivy = django_user_model.objects.create_user("ivy")
    written(sheet(MAYOR), tram, author=ivy)
    [record] = tram.events.get().history.all()
    assert (record.history_user, record.history_change_reason) == (ivy, "Imported from lunford.csv.")


def test_a_file_again_changes_nothing(tram):
    written(sheet(MAYOR, VOTE), tram)
    tram.refresh_from_db()
    before = tram.revision
    run = written(sheet(MAYOR, VOTE), tram)
    assert set(outcomes(run).values()) == {"unchanged"}
    tram.refresh_from_db()
    assert (tram.events.count(), tram.sources.count(), tram.revision) == (2, 1, before)


def test_a_row_whose_event_was_renamed_finds_it(tram):
    written(sheet(VOTE), tram)
    event = tram.events.get()
    event.slug = "vote-of-the-council"
    event.save()
    assert outcomes(written(sheet(VOTE), tram)) == {"event vote-of-the-council": "unchanged"}


def test_a_row_without_an_id_has_that_of_its_title(tram):
    run = written(sheet(["", *VOTE[1:]], ["", "Рада голосує", *VOTE[2:]]), tram)
    assert run.counts()["create"] == 2
    assert set(outcomes(written(sheet(["", *VOTE[1:]], ["", "Рада голосує", *VOTE[2:]]), tram)).values()) == {
        "unchanged"
    }


def test_a_change_shows_before_and_after_and_leaves_what_the_row_does_not_say(tram):
    written(sheet(MAYOR), tram)
    tram.events.update(summary="She said it twice.")
    run = checked(sheet([*MAYOR[:3], "late November", *MAYOR[4:]]), tram)
    [row] = run.rows.filter(outcome="change")
    assert ["date_text", "mid-November", "late November"] in row.changes
    assert ["date", "11–20 November 2024", "21–30 November 2024"] in row.changes
    running.advance(running.confirm(run))
    event = running.advance(run) and tram.events.get()
    assert (event.date_text, event.summary) == ("late November", "She said it twice.")
    assert event.citations.get().date_text == "late November"


@pytest.mark.parametrize(
    ("column", "field", "before"),
    [
        ("summary", "summary", "She said it twice."),
        ("date_text", "date_text", "mid-November"),
        ("anchor", "anchor", "2024-12-26"),
        ("edtf", "date_override", "2024-11-12"),
        ("topics", "topics", "fares"),
        ("positions", "positions", "ada-brook build-the-tram supports"),
        ("quote", "citations", "courier"),
        ("sources", "citations", "courier"),
    ],
)
def test_a_cell_that_says_empty_empties_what_is_there(tram, column, field, before):
    tram.topics.create(slug="fares", name="Fares")
    first = {"summary": "She said it twice.", "topics": "Fares", "edtf": "", "anchor": "", "date_basis": ""}
    if column == "edtf":
        first |= {"edtf": "2024-11-12", "date_basis": "The minutes say so."}
    if column in ("anchor", "sources"):
        first["anchor"] = "2024-12-26"
    written(sheet([*MAYOR, *first.values()], header=[*HEADER, *first]), tram)
    whose = [MAYOR[4]] if column == "quote" else []
    file = sheet(
        ["mayor-asks", *MAYOR[1:3], *whose, " (Empty) "],
        header=[*HEADER[:3], *["source_url" for _ in whose], column],
    )
    run = written(file, tram, kind="event")
    assert problems(run) == []
    [change] = [one for one in run.rows.get(kind="event").changes if one[0] == field]
    assert before in change[1]
    event = tram.events.get()
    left = {
        "anchor": str(event.anchor) != "2024-11-26",  # again that of the source
        "topics": event.topics.exists(),
        "positions": event.positions.exists(),
        "sources": event.citations.exists(),
        "quote": column == "quote" and event.citations.get().quote,
    }
    assert not left.get(column, getattr(event, field, ""))
    assert set(outcomes(checked(file, tram, kind="event")).values()) == {"unchanged"}


@pytest.mark.parametrize(
    ("column", "says"),
    [
        ("title", "there is always a value here"),
        ("kind", "there is always a value here"),
        ("slug", "there is always a value here"),
        ("source_title", "change it in a sheet of sources"),
        ("actors", "a position of the event names ada-brook; empty positions as well"),
        ("sources", 'nothing says which day "mid-November" is read against'),
    ],
)
def test_what_cannot_be_emptied_says_why(tram, column, says):
    written(sheet(MAYOR), tram)
    header = [*HEADER[:3], *([column] if column not in HEADER[:3] else [])]
    row = dict(zip(HEADER[:3], MAYOR, strict=False)) | {column: "(empty)"}
    run = written(sheet([row[name] for name in header], header=header), tram, kind="event")
    assert says in " ".join(fault for _, _, fault in problems(run))
    assert tram.events.get().citations.count() == 1


def test_other_sheets_empty_too_and_an_inferred_day_keeps_its_reason(tram):
    source = tram.sources.create(
        slug="minutes", title="Minutes", publisher="Town Council", published="2024-11", summary="Long.",
        published_basis="inferred: the clerk's stamp",
    )  # fmt: skip
    head = ["slug", "title", "publisher", "published", "summary"]
    written(sheet(["minutes", "Minutes", "Town Council", "November 2024", "(empty)"], header=head), tram)
    source.refresh_from_db()
    assert (source.summary, source.published_basis) == ("", "inferred: the clerk's stamp")
    written(sheet(["minutes", "Minutes", "Town Council", "(empty)", ""], header=head), tram)
    source.refresh_from_db()
    assert (source.published, source.published_basis, source.published_latest) == ("", "", None)
    council, brook = tram.actors.get(slug="town-council"), tram.actors.get(slug="ada-brook")
    brook.affiliations.create(organisation=council, role="mayor", start=date(2021, 5, 10))
    head = ["name", "kind", "country", "aliases", "organisation", "role", "from"]
    row = ["Ada Brook", "person", "(empty)", "(empty)", "Town Council", "mayor", "(empty)"]
    row[4] = "Lunford Town Council"
    assert problems(written(sheet(row, header=head), tram)) == []
    brook.refresh_from_db()
    assert (brook.aliases, brook.affiliations.get().start) == ([], None)
    written(sheet(["Ada Brook", "person", "", "", "(empty)", "", ""], header=head), tram)
    assert not brook.affiliations.exists()


def test_what_was_changed_since_it_was_shown_is_not_overwritten(tram):
    written(sheet(VOTE), tram)
    run = checked(sheet([VOTE[0], "The council votes again", *VOTE[2:]]), tram)
    tram.events.update(title="The council has voted")
    run = running.confirm(run)
    while run.running:
        run = running.advance(run)
    assert tram.events.get().title == "The council has voted"
    [(_, column, fault)] = problems(run)
    assert column == "slug" and "somebody has changed it since" in fault


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("kind", "speech", "none of statement, decision"),
        ("kind", "", "missing; fill it in"),
        ("title", "", "missing; fill it in"),
        ("date_text", "Resolution 2722", "No date was found in it"),
        ("date_text", "last week", ""),
        ("actors", "Ada Brok", "no actor \"Ada Brok\"; did you mean \"ada-brook\"?"),
        ("actors", "Nobody Known", "add the actor first, or correct the name"),
        ("positions", "Ada Brook likes it", "is not actor, stance"),
        ("positions", f"Ada Brook opposes {TRAM}; The Crown opposes {TRAM}", 'no actor "The Crown"'),
        ("quote", "word " * 26, "Shorten the quote to 25 words"),
        ("slug", "not a slug", "letters, numbers, underscores or hyphens"),
        ("title", "=HYPERLINK(\"x\")", "paste it as values only"),
        ("title", "x" * 10_001, "shorten it to 10,000"),
    ],
)  # fmt: skip
def test_a_bad_cell_is_named_and_the_good_rows_are_kept(tram, column, value, says):
    bad = list(MAYOR)
    bad[HEADER.index(column)] = value
    if value == "last week":  # and nothing that says which
        bad[4:8] = ["", "", "", ""]
        bad[-1], column, says = "", "anchor", 'which day "last week" is read against'
    run = written(sheet(bad, VOTE), tram)
    assert [event.slug for event in tram.events.all()] == ["council-votes"]
    refused = run.rows.get(kind="event", outcome="refused")
    assert any(at == column and says in fault for at, _, fault in refused.problems), refused.problems


def test_all_or_nothing_writes_nothing_where_a_row_is_bad(tram):
    run = checked(sheet(VOTE, [*VOTE[:2], "speech", *VOTE[3:]]), tram, all_or_nothing=True)
    with pytest.raises(running.Stale):
        running.confirm(run)
    assert not tram.events.exists()
    assert written(sheet(VOTE, MAYOR), tram, all_or_nothing=True).counts()["create"] == 3


def test_all_or_nothing_takes_everything_back_where_a_row_turns_bad(tram):
    written(sheet(VOTE), tram)
    run = checked(sheet(MAYOR, [VOTE[0], "Another title", *VOTE[2:]]), tram, all_or_nothing=True)
    tram.events.update(title="A third title")
    running.confirm(run)
    with pytest.raises(running.Stale):
        running.advance(run)
    assert [event.title for event in tram.events.all()] == ["A third title"]


def test_whoever_stops_asking_takes_all_or_nothing_back(tram, monkeypatch):
    monkeypatch.setattr(running, "PIECE", 1)
    run = running.confirm(checked(sheet(VOTE, [VOTE[0] + "-2", *VOTE[1:]]), tram, all_or_nothing=True))
    asking = running.advancing(run)
    assert next(asking).position == 1 and tram.events.count() == 1
    asking.close()
    assert not tram.events.exists()
    assert running.halt(run).state == Import.State.CHECKED


def test_two_rows_with_one_id_are_one_too_many(tram):
    run = written(sheet(VOTE, VOTE), tram)
    assert tram.events.count() == 1
    assert problems(run) == [
        ("row 3", "slug", 'row 2 has the same id "council-votes"; give each row its own')
    ]


def exported(debate):
    """The events of a debate as their CSV file."""
    view = View(debate, Filters())
    return "".join(csv_lines(in_pieces(view, view.rows()), "https://debates.example"))


def test_the_csv_of_the_real_debate_comes_back_unchanged(debate):
    run = checked(exported(debate), debate)
    assert run.counts() == {"waiting": 0, "create": 0, "change": 0, "unchanged": 287, "refused": 0}


def test_the_csv_edited_changes_what_was_edited(debate):
    rows = list(csv.DictReader(io.StringIO(exported(debate).removeprefix("\ufeff"))))
    rows[0]["title"] = "Another title"
    run = written(sheet(*(row.values() for row in rows[:3]), header=list(rows[0])), debate)
    assert sorted(outcomes(run).values()) == ["change", "unchanged", "unchanged"]
    assert debate.events.get(slug=rows[0]["slug"]).title == "Another title"


def test_a_debate_file_brings_what_is_new_and_takes_nothing_away(tram):
    run = written(example_text(), tram, status="published")
    assert run.counts()["refused"] == 0
    assert tram.questions.count() == 2 and tram.actors.filter(slug="town-council").exists()
    assert tram.events.get(slug="mayor-asks-for-a-bridge").status == "published"
    again = checked(example_text(), tram, status="published")
    assert set(outcomes(again).values()) == {"unchanged"}


def test_timelinejs_comes_in_as_a_sheet_or_as_json(tram):
    text = "Year,Month,Day,Headline,Group\n2024,11,12,The council votes,Fares\n2024,13,1,No such day,\n"
    run = written(text, tram, language="en")
    assert run.format == "TimelineJS, spreadsheet"
    assert tram.events.get().edtf == "2024-11-12"
    assert [fault for _, _, fault in problems(run)] == [
        "there is no 2024-13-1 in the calendar; correct month or day"
    ]
    slides = {"events": [{"start_date": {"year": "2024"}, "text": {"headline": "A year of talks"}}]}
    assert written(json.dumps(slides), tram).counts()["create"] == 1


def test_a_workbook_makes_a_debate_in_the_order_of_need(db):
    debate = Debate.objects.create(slug="bare", title="Bare")
    actors = [
        ["name", "kind", "country", "organisation", "role"],
        ["Ada Brook", "person", "GB", "Town Council", "mayor"],
        ["Town Council", "legislature", "GB", "", ""],
    ]
    events = [HEADER, MAYOR, [*VOTE[:3], datetime(2024, 11, 12), *VOTE[4:]]]
    book = workbook(
        Events=events, Actors=actors, Questions=[["title"], [TRAM]], Notes=[["to do"], ["ring Ada"]]
    )
    run = written(book, debate)
    assert problems(run) == []
    assert debate.actors.get(slug="ada-brook").affiliations.get().organisation.name == "Town Council"
    assert debate.events.get(slug="council-votes").edtf == "2024-11-12"
    assert 'the sheet "Notes" was left out' in run.notes[0]
    assert set(outcomes(written(book, debate)).values()) == {"unchanged"}


@pytest.mark.parametrize("kind", SHEETS)
def test_a_template_says_what_it_is_and_its_example_is_left_out(tram, kind):
    template = csv_template(kind)
    with pytest.raises(BadFile, match="is an example of the template and was left out"):
        running.start(template.encode(), tram, "template.csv")
    filled = template.replace("example-", "my-").replace("Town Council", "Lunford Town Council")
    filled = filled.replace("Fares", "" if kind == "event" else "Fares")
    run = checked(filled, tram)
    assert problems(run) == []
    assert {row.kind for row in run.rows.all()} <= {kind, "source"}


def test_the_workbook_to_fill_in_is_read_as_what_it_is(tram):
    with pytest.raises(BadFile, match="none of its sheets"):
        running.start(xlsx_template(), tram, "template.xlsx")


@pytest.mark.parametrize(
    ("text", "encoding", "delimiter"),
    [
        ("Café für alle", "cp1252", ";"), ("Café für alle", "utf-16", "\t"),
        ("Café für alle", "utf-16-le", ","),
        ("Café für alle", "utf-8-sig", ";"), ("Рада голосує за трамвай", "cp1251", ";"),
        ("Рада голосує", "utf-16", ","), ("Рада голосує", "utf-8", "|"),
    ],
)  # fmt: skip
def test_letters_and_delimiters_of_any_spreadsheet(tram, text, encoding, delimiter):
    row = ["vote", text, "vote", "2024-11-12"]
    data = sheet(row, header=HEADER[:4], delimiter=delimiter).encode(encoding)
    run = checked(data, tram)
    assert [row.title for row in run.rows.all()] == [text]
    assert bool(run.notes) == encoding.startswith("cp")


@pytest.mark.parametrize(
    ("above", "left_out"),
    [("sep=;\r\n", []), ("Our timeline;;;\n;;;\n", [1]), ("#x;\nOur timeline\n\nof 2024\n", [2, 4])],
)
def test_what_stands_above_the_headings(tram, above, left_out):
    run = checked(above + sheet(VOTE[:4], header=HEADER[:4], delimiter=";"), tram)
    assert [row.title for row in run.rows.all()] == ["The council votes"]
    assert run.notes == [f"file: row {one} stands above the headings and was left out" for one in left_out]


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("title", "=1+1", "it is a formula"),
        ("title", "#REF!", "is what a spreadsheet shows for want of a value"),
        ("date_text", "Resolution 2722", "No date was found in it"),
        ("date_text", "########", "is what a spreadsheet shows for want of a value"),
        ("date_text", "Nov-24", "add what makes it a date"),
    ],
)
def test_what_a_spreadsheet_has_left_of_a_cell_is_refused(tram, column, cell, says):
    row = dict(zip(HEADER[:4], VOTE, strict=False)) | {column: cell}
    [(_, at, fault), *_] = problems(checked(sheet(list(row.values()), header=HEADER[:4]), tram))
    assert says in fault and at == column


def test_a_title_may_begin_with_a_number_sign_and_choices_with_a_capital(tram):
    rows = [["#TramNow march", "Vote", "2024"], ["A meeting", "MEETING", "2024"]]
    run = checked(sheet(*rows, header=["title", "kind", "date_text"]), tram)
    assert [(row.title, row.outcome) for row in run.rows.all()] == [
        ("#TramNow march", "create"), ("A meeting", "create"),
    ]  # fmt: skip
    said = f"Ada Brook Leans Support {TRAM}"
    run = written(sheet([*MAYOR[:10], said, MAYOR[11]]), tram)
    assert tram.events.get().positions.get().stance == "leans-support"


def test_a_day_with_slashes_may_be_two_days_and_is_said_to_be(tram):
    run = checked(
        sheet([*VOTE[:3], "1/2/2024"], [VOTE[0] + "-2", *VOTE[1:3], "13/2/2024"], header=HEADER[:4]), tram
    )
    assert [row.notes for row in run.rows.all()] == [
        ["date_text: 1/2/2024 may be one of two days; look how it is read"], [],
    ]  # fmt: skip


def test_a_hidden_sheet_is_read_and_said_to_be_hidden(tram):
    book = load_workbook(io.BytesIO(workbook(events=[HEADER[:4], VOTE[:4]], Notes=[["x"]])))
    book["events"].sheet_state = "hidden"
    book.active = 1
    book.save(file := io.BytesIO())
    run = checked(file.getvalue(), tram)
    assert run.counts()["create"] == 1
    assert 'the sheet "events" is hidden in the workbook, and was read' in run.notes


@pytest.mark.parametrize("cell", ["45608", 45608, date(2024, 11, 12), datetime(2024, 11, 12, 9, 30)])
def test_a_spreadsheets_day_is_a_day(tram, cell):
    run = checked(workbook(Events=[HEADER[:4], ["vote", "A vote", "vote", cell]]), tram)
    assert run.rows.get().facts["edtf"] == "2024-11-12"


def test_a_timelinejs_file_takes_nothing_from_what_curators_made_of_it(tram):
    slide = {
        "unique_id": "talks", "group": "Fares", "start_date": {"year": "2024", "month": "11"},
        "text": {"headline": "Talks begin"}, "media": {"url": "https://courier.example/a"},
    }  # fmt: skip
    file = json.dumps({"events": [slide]})
    assert problems(written(file, tram)) == []
    event = tram.events.get(slug="talks")
    event.kind, event.date_override = "meeting", "[2024-11-01..2024-11-30]"
    event.date_basis = "Some day of it."
    event.save()
    event.questions.add(tram.questions.first())
    event.citations.update(quote="We talk.", relation="contradicts")
    run = checked(file, tram)
    assert problems(run) == []
    assert set(outcomes(run).values()) == {"unchanged"}
    slide["text"]["headline"] = "Talks begin again"
    written(json.dumps({"events": [slide]}), tram)
    event.refresh_from_db()
    assert (event.title, event.kind, event.edtf) == (
        "Talks begin again",
        "meeting",
        "[2024-11-01..2024-11-30]",
    )
    assert event.citations.get().quote == "We talk." and event.questions.count() == 1
    slide |= {"start_date": {"year": "2024", "month": "12"}, "display_date": "December 2024"}
    written(json.dumps({"events": [slide]}), tram)
    event.refresh_from_db()
    assert event.edtf == "2024-12"  # a day that the file has changed is taken over
