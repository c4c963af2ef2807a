"""docs/wording.md says how the program words what it knows: every row of its tables is tried."""

import re
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.exports import comparison_words, deeds_words, standing_words
from timeline.ledger import Evidence, RoleEvent, lag, rounds, spells
from timeline.models import Event

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/wording.md").read_text(encoding="utf-8")
START = date(2024, 1, 1)


def table(heading):
    """The rows of the table under a heading, each a list of its cells."""
    _before, _heading, rest = PAGE.partition(f"## {heading}\n")
    part = rest.split("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize(
    ("evidence", "kind", "publishers", "worded"), table("What the evidence is, and how it is worded")
)
def test_a_single_piece_is_worded_as_such(evidence, kind, publishers, worded):
    names = [name.strip() for name in publishers.split(",") if name.strip()]
    cited = [SimpleNamespace(source=SimpleNamespace(publisher=name)) for name in names]
    event = SimpleNamespace(
        Kind=Event.Kind,
        kind=kind,
        get_kind_display=lambda: Event.Kind(kind).label,
        citations=SimpleNamespace(all=lambda: cited),
    )
    assert standing_words.once(event) == worded


@pytest.mark.parametrize(("first", "then", "worded"), table("How long something took"))
def test_a_wait_is_as_wide_as_its_dates(first, then, worded):
    events = [RoleEvent("a", "requested", *span(first)), RoleEvent("b", "refused", *span(then))]
    (round_,) = rounds(events)
    assert deeds_words.days(lag(round_, "requested", "refused")) == worded


def span(text):
    """Two days of "5..9" or "5", counted from 1 January 2024."""
    first, _dots, last = text.partition("..")
    return START + timedelta(days=int(first)), START + timedelta(days=int(last or first))


@pytest.mark.parametrize(("first", "last", "worded"), table("When a change must have happened"))
def test_a_window_says_its_ends(first, last, worded):
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert standing_words.within(*days) == worded


@pytest.mark.parametrize(("one", "other", "worded"), table("How two sides stand to one another"))
def test_two_sides_stand_to_one_another(one, other, worded):
    (spell,) = spells([Evidence("a", one, START, START)], [Evidence("b", other, START, START)])
    assert comparison_words.said_of(spell) == f"{worded}, certain from 1 January 2024"


FORBIDDEN = [word for word, _reason in table("Words that the program does not use of anybody")]
SAYS = re.compile(r"""(?:gettext|gettext_lazy|gettext_noop|ngettext|\b_)\(\s*((?:"[^"]*"\s*,?\s*)+)""")
BLOCKS = re.compile(
    r"{% blocktranslate.*?%}(.*?){% endblocktranslate %}|{% translate [\"'](.*?)[\"']", re.DOTALL
)
SENTENCES = [  # what words things about people, actors and arguments
    *sorted((ROOT / "timeline/exports").glob("*_words.py")),
    *(
        ROOT / f"timeline/views/{name}.py"
        for name in ("deeds", "arguments", "coverage", "positions", "turns")
    ),
    *(
        ROOT / "templates" / f"{name}.html"
        for name in ("_disputed", "_says", "_sides", "_argument", "_deeds")
    ),
    *(ROOT / "templates" / f"{name}.html" for name in ("_arguments", "_coverage", "deeds", "arguments")),
    *sorted((ROOT / "templates").glob("*positions*.html")),
    *sorted((ROOT / "templates").glob("*turn*.html")),
    *sorted((ROOT / "templates").glob("*compare*.html")),
]


def sentences(path):
    """The messages that a module or a template prints."""
    text = path.read_text(encoding="utf-8")
    found = SAYS.findall(text) if path.suffix == ".py" else ["".join(pair) for pair in BLOCKS.findall(text)]
    return " ".join(found)


def test_there_are_sentences_to_check():
    assert sum(len(sentences(path)) > 20 for path in SENTENCES) > 10
    assert "order unknown" in sentences(ROOT / "timeline/exports/deeds_words.py")
    assert "nothing recorded" in sentences(ROOT / "templates/_coverage.html")


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_sentence_uses_a_word_that_judges(word):
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    assert {path.name for path in SENTENCES if pattern.search(sentences(path))} == set()
