"""What an event still lacks: one case a row, and what a curator reads of it."""

from pathlib import Path

import pytest

from timeline.dates import DateSpan
from timeline.ledger.missing import SERIOUS, Candidate, Cited, findings
from timeline.tagging.loaded import TABLE, loaded

DAY = DateSpan.from_edtf("2024-05-01")
LATER = DateSpan.from_edtf("2024-06")
BBC = Cited("BBC", quote="We will send them.", url="https://example.org/bbc")
DPA = Cited("dpa", url="https://example.org/dpa")
WHOLE = {"title": "Talks in Berlin", "span": DAY, "questions": 1, "cited": (BBC, DPA)}

CASES = [
    ("nothing is missing", {}, {}),
    ("no citation", {"cited": ()}, {"no-citation": "No source is cited."}),
    ("no date", {"span": None}, {"no-date": "It has no date."}),
    (
        "words that no day is given for",
        {"span": None, "date_text": "last week"},
        {"no-date": "No day says against which “last week” is read."},
    ),
    (
        "words read from one of the days of a month",
        {"date_text": "on Tuesday", "no_day_of": "The Courier"},
        {
            "no-day-of-publication": "“on Tuesday” is read from the last day on which The Courier can have "
            "published it and means other days from another: find that day, or set a wider date with the "
            "reason."
        },
    ),
    ("one article", {"cited": (BBC,)}, {"one-source": "BBC alone tells of it, in one article."}),
    (
        "two articles of one newspaper",
        {"cited": (BBC, BBC)},
        {"one-source": "BBC alone tells of it, in 2 articles."},
    ),
    (
        "a source that contradicts",
        {"cited": (BBC, Cited("TASS", supports=False, url="https://example.org"))},
        {"contradicted": "TASS contradicts it."},
    ),
    (
        "two that contradict",
        {
            "cited": (
                BBC,
                *(Cited(name, supports=False, url="https://example.org") for name in ("TASS", "RT")),
            )
        },
        {"contradicted": "TASS and RT contradict it."},
    ),
    (
        "nothing but contradiction",
        {"cited": (Cited("TASS", supports=False, url="https://example.org"),)},
        {
            "one-source": "TASS alone tells of it, in one article.",
            "contradicted": "No source supports it: TASS contradicts it.",
        },
    ),
    (
        "a source that dates it otherwise",
        {"cited": (BBC, Cited("dpa", url="https://example.org", span=LATER))},
        {"dates-differ": "dpa dates it 2024-06, and it stands at 2024-05-01."},
    ),
    ("a source that dates it so", {"cited": (BBC, Cited("dpa", url="https://example.org", span=DAY))}, {}),
    (
        "a stance that no quote shows",
        {
            "cited": (DPA, Cited("AFP", url="https://example.org")),
            "stances": ("Olaf Scholz opposes: Taurus?",),
        },
        {"no-quote": "No quote shows the stance: Olaf Scholz opposes: Taurus?"},
    ),
    ("a stance with a quote", {"stances": ("Olaf Scholz opposes: Taurus?",)}, {}),
    (
        "a quote of a source that contradicts shows no stance",
        {
            "cited": (DPA, Cited("TASS", supports=False, quote="No.", url="https://example.org")),
            "stances": ("Olaf Scholz opposes: Taurus?",),
        },
        {
            "contradicted": "TASS contradicts it.",
            "no-quote": "No quote shows the stance: Olaf Scholz opposes: Taurus?",
        },
    ),
    ("no question", {"questions": 0}, {"no-question": "It belongs to none of the debate's questions."}),
    ("no address", {"cited": (BBC, Cited("dpa"))}, {"no-address": "The source of dpa has no address."}),
    (
        "a date set without a reason",
        {"date_override": "2024-05-01", "date_basis": "  "},
        {"override-without-reason": "The date is set to 2024-05-01, and nothing says why."},
    ),
    ("a date set with a reason", {"date_override": "2024-05-01", "date_basis": "The minutes say so."}, {}),
    (
        "a loaded word",
        {"title": "Scholz slammed the plan"},
        {"loaded-word": "“slammed” in the title: it says how loud, not what; write “criticise”."},
    ),
]


@pytest.mark.parametrize(("changes", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_missing_is_said(changes, said):
    assert {finding.key: finding.said for finding in findings(Candidate(**WHOLE | changes))} == said


def test_what_is_serious_comes_first():
    found = findings(Candidate(title="A regime falls"))
    assert [finding.weight == SERIOUS for finding in found] == sorted(
        (finding.weight == SERIOUS for finding in found), reverse=True
    )
    assert [finding.key for finding in found] == ["no-citation", "no-date", "no-question", "loaded-word"]


# Loaded words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Scholz slammed the plan", "", ["slammed"]),
        ("Slammed: the plan", "en-GB", ["Slammed"]),
        ("He said that the regime was “brutal”", "", ["regime"]),
        ("“The regime will fall”, she said", "", []),
        ('"The regime will fall", she said', "", []),
        ("‘The regime will fall’, she said", "", []),
        ("The regime’s ‘brutal’ answer", "", ["regime"]),
        ("Macron finally admitted it", "", ["finally", "admitted"]),
        ("The slammer and the regimen", "", []),
        ("He caved in at last", "", ["caved in", "at last"]),
        ("A change of course", "", []),
        ("Das Regime slammed", "de", ["Regime"]),
        ("Pistorius GAB ZU: Marionetten entscheiden endlich", "de-AT", ["GAB ZU", "Marionetten", "endlich"]),
        ("„Das Regime wird endlich fallen“, sagte er", "de", []),
        ("Er gab Zusagen; die Regimenter kamen", "de", []),
        ("Уряд нарешті зізнався, що режим тиші порушено", "uk", ["нарешті", "зізнався"]),
        ("Він сказав: «так званий “мир”»", "uk", []),
        ("The regime slammed", "pl", []),
    ],
)
def test_loaded_words_are_found_outside_of_quotes(text, language, words):
    found = loaded(text, language)
    assert [word.word for word in found] == words
    assert all(text[word.start : word.end] == word.word for word in found)


def test_the_page_prints_the_table():
    page = (Path(__file__).parent.parent / "docs/wording.md").read_text(encoding="utf-8")
    for table in TABLE.values():
        rows = [f"| {forms} | {because} | {instead} |" for forms, because, instead in table]
        assert "\n".join(rows) in page


@pytest.mark.parametrize("language", TABLE)
def test_every_form_stands_once(language):
    forms = [form for row, _because, _instead in TABLE[language] for form in row.split(", ")]
    assert len(forms) == len(set(forms))
    assert all(form == form.lower() for form in forms)
