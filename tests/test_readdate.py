"""readdate --find: the date phrases of an article, for people and for machines."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.benchmarks import dates
from timeline.dates.finding import LONGEST_TEXT

ARTICLE = (
    "The minister, who will take office in January, spoke on 12 May.\n"
    "A day later\nhe left; the F-16 and 24 hours are no dates.\n"
)
PRINTED = """\
35-45 in January: January 2025 (2025-01, month): in January, read from 26 November 2024: 1 to 31 January \
2025; the year is inferred; the words speak of the future; decided by the tense: take office.
53-62 on 12 May: 12 May 2024 (2024-05-12, day): on 12 May, read from 26 November 2024: 12 May 2024; \
the year is inferred.
64-75 A day later: 13 May 2024 (2024-05-13, day): A day later, read from 12 May 2024: 13 May 2024; \
read from the date before it in the text, on 12 May; decided by the earlier date: on 12 May.
"""


def run(*arguments):
    """What the command prints."""
    out = io.StringIO()
    call_command("readdate", *arguments, "--anchor", "2024-11-26", stdout=out, stderr=io.StringIO())
    return out.getvalue()


@pytest.fixture
def article(tmp_path):
    """The article as a file."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_the_mentions_of_an_article_are_listed_with_what_decided_them(article):
    assert run("--find", article, "--language", "en") == PRINTED


def test_the_language_of_an_article_is_recognised(article):
    assert run("--find", article) == PRINTED


def test_json_is_one_object_a_line(article):
    mentions = [json.loads(line) for line in run("--find", article, "--json").splitlines()]
    assert [ARTICLE[mention["start"] : mention["end"]] for mention in mentions] == [
        mention["text"] for mention in mentions
    ]
    assert mentions[0] == {
        "start": 35,
        "end": 45,
        "text": "in January",
        "decided": "tense",
        "decided_by": "take office",
        "earliest": "2025-01-01",
        "latest": "2025-01-31",
        "throughout": False,
        "precision": "month",
        "approximate": False,
        "edtf": "2025-01",
        "words": "January 2025",
        "explanation": "in January, read from 26 November 2024: 1 to 31 January 2025; the year is inferred; "
        "the words speak of the future",
    }


def test_standard_input_is_read_by_its_usual_name(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert run("--find", "-") == PRINTED


@pytest.mark.parametrize(("options", "printed"), [((), "No dates were found.\n"), (("--json",), "")])
def test_an_article_without_dates_says_so(tmp_path, options, printed):
    path = tmp_path / "empty.txt"
    path.write_text("They may support it.", encoding="utf-8")
    assert run("--find", str(path), "--language", "en", *options) == printed


def test_a_file_that_is_no_text_is_refused_in_one_sentence(tmp_path):
    path = tmp_path / "article.bin"
    path.write_bytes(b"\xff\xfe1\x00")
    with pytest.raises(CommandError, match=r"article\.bin cannot be read as a text in UTF-8: .+"):
        run("--find", str(path))


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(CommandError, match=r"^There is no file .*nowhere\.txt\.$"):
        run("--find", str(tmp_path / "nowhere.txt"))
    with pytest.raises(CommandError, match="cannot be read: Is a directory"):
        run("--find", str(tmp_path))


def test_a_missing_file_is_json_where_json_is_asked_for(tmp_path, capsys):
    out = io.StringIO()
    missing = str(tmp_path / "nowhere.txt")
    with pytest.raises(SystemExit) as left:
        call_command("readdate", "--find", missing, "--json", "--anchor", "2024-11-26", stdout=out)
    assert left.value.code == 1
    assert json.loads(out.getvalue()) == {"reason": f"There is no file {missing}."}


def test_of_a_longer_text_the_first_sentences_are_read_and_the_command_says_so(tmp_path):
    path = tmp_path / "book.txt"
    path.write_text("He came on 5 May 2019. " * 10_000, encoding="utf-8")
    said = io.StringIO()
    out = io.StringIO()
    call_command("readdate", "--find", str(path), "--anchor", "2024-11-26", stdout=out, stderr=said)
    lines = out.getvalue().splitlines()
    assert len(lines) == LONGEST_TEXT // len("He came on 5 May 2019. ")
    assert all("2019-05-05, day" in line for line in lines)
    assert "200,000 characters" in said.getvalue()


@pytest.mark.parametrize("arguments", [(), ("mid-November", "--find", "article.txt")])
def test_a_phrase_or_a_file_is_asked_for_and_not_both(arguments):
    with pytest.raises(CommandError):
        run(*arguments)


def test_a_refusal_is_json_where_json_is_asked_for():
    out = io.StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("readdate", "ATACMS", "--json", "--anchor", "2024-11-26", "--language", "en", stdout=out)
    assert left.value.code == 1
    assert list(json.loads(out.getvalue())) == ["reason"]


def test_a_language_without_a_table_is_named(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("Vláda mlčí.", encoding="utf-8")
    assert run("--find", str(path), "--language", "cs") == (
        "No dates were found. The language cs has no table of words: only dates with their years are found "
        "in it.\n"
    )


def test_the_benchmark_without_arguments_says_how_it_is_used():
    with pytest.raises(SystemExit, match=r"python -m tests\.benchmarks\.dates"):
        dates.main([])
