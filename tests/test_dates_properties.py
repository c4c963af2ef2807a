"""What holds for every phrase, span and text."""

import random
import re
import sys
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import DateSpan, NotADate, find, read, words
from timeline.dates.calendar import PRECISIONS
from timeline.dates.grammar import stream as grammar
from timeline.dates.languages import TABLES
from timeline.dates.lexer import language
from timeline.dates.preparing import stream
from timeline.dates.whole import best_phrase

LINES = (Path(__file__).parent / "data/dates_phrases.txt").read_text(encoding="utf-8").splitlines()
PHRASES = [tuple(line.split(" | ")[:2]) for line in LINES if not line.startswith("#")]
WORDS = sorted({word for _, phrase in PHRASES for word in phrase.split()})

# Read by dateparser, which knows more languages than there are tables.
OTHERS = [
    ("cs", "24. února 2022"),
    ("cs", "21. listopadu"),
    ("cs", "ve čtvrtek"),
    ("cs", "včera"),
    ("es", "7 de octubre de 2023"),
    ("es", "mayo de 2024"),
    ("es", "el martes"),
    ("it", "24 febbraio"),
    ("pt", "quarta-feira (8)"),
    ("ja", "2024年11月26日"),
    ("ja", "火曜日"),
]

# Most of them in the languages with tables, where most of the grammar is.
phrases = st.one_of(st.sampled_from(PHRASES), st.sampled_from(PHRASES), st.sampled_from(PHRASES + OTHERS))
anchors = st.one_of(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.dates())
# Far enough from both ends of the calendar for what a phrase without a year can reach.
inner_anchors = st.dates(date(500, 1, 1), date(9000, 12, 31))
codes = st.sampled_from(TABLES)
tags = st.sampled_from([*TABLES, "cs", "es", "ja", "xx", None])
days = st.dates(date(2, 1, 1), date(9998, 12, 31))
soup = st.lists(st.sampled_from([*WORDS, *"-–/.,()'~", "\u00a0", "2024", "31"]), max_size=14).map(" ".join)
hostile = st.one_of(
    st.text(max_size=200),
    soup.map(lambda text: text[:200]),
    st.sampled_from(
        ["/", "1/", "1.", "early ", "(", "the ", "1-", "May ", "1 and ", "до ", "12:", "'", "'9"]
    ).map(lambda unit: (unit * 200)[:200]),
    st.text(alphabet="0123456789/-.:,' ", max_size=200),
    st.text(alphabet="MayмаяmaiIVXé\u0301\x00\x0b\u200f٣", max_size=200),
)


@st.composite
def spans(draw):
    first, length = draw(days), draw(st.integers(0, 4000))
    last = min(first + timedelta(length), date(9998, 12, 31))
    ends = draw(st.sampled_from([(first, last), (first, first), (first, None), (None, last)]))
    return DateSpan(*ends, draw(st.booleans()), draw(st.sampled_from(PRECISIONS)), draw(st.booleans()))


def claims(span: DateSpan) -> tuple:
    return span.earliest, span.latest, span.throughout, span.approximate


def attempt(text: str, anchor: date, code: str | None) -> DateSpan | None:
    try:
        return read(text, anchor, code)
    except NotADate:
        return None


@given(spans())
def test_edtf_gives_every_span_back(span):
    assert claims(DateSpan.from_edtf(span.edtf)) == claims(span)
    assert words(span)
    assert words(span, short=True)


@given(phrases, anchors)
def test_edtf_gives_every_reading_back(phrase, anchor):
    span = attempt(phrase[1], anchor, phrase[0])
    if span:
        assert claims(DateSpan.from_edtf(span.edtf)) == claims(span)
        assert span.earliest is None or span.latest is None or span.earliest <= span.latest
        assert span.explanation


@settings(max_examples=400)
@given(hostile, st.dates(), tags)
def test_reading_raises_nothing_but_not_a_date(text, anchor, code):
    span = attempt(text, anchor, code)
    assert span is None or span.explanation


@settings(max_examples=200)
@given(hostile, st.dates(), codes)
def test_finding_raises_nothing_at_all(text, anchor, code):
    mentions = find(text, anchor, code)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@settings(max_examples=300)
@given(phrases, inner_anchors)
def test_moving_the_anchor_by_the_calendars_cycle_moves_the_reading(phrase, anchor):
    """400 years are 146,097 days and whole weeks; a phrase that names its year stays where it is."""
    near = attempt(phrase[1], anchor, phrase[0])
    far = attempt(phrase[1], anchor.replace(year=anchor.year + 400), phrase[0])
    says_year = re.search("[0-9]{4}", phrase[1])  # "from 2022 to last month" moves at one end only
    if near and far:
        moved = {(b - a).days for a, b in zip(claims(near)[:2], claims(far)[:2], strict=True) if a}
        relative = any(span.inferred or "anchor" in span.reasons[0][1] for span in (near, far))
        two_figures = re.search(r"(?:\D|^)[0-9]{2}$", phrase[1]) and moved == {
            CYCLE
        }  # the century is the anchor's
        assert moved == ({CYCLE} if relative else {0}) or (says_year and relative) or two_figures
    else:
        assert near == far or says_year


CYCLE = 146_097


@settings(max_examples=100)
@given(phrases, anchors, st.dates(date(1980, 1, 1), date(2037, 12, 31)))
def test_no_reading_changes_with_the_wall_clock(phrase, anchor, today):
    now = attempt(phrase[1], anchor, phrase[0])
    with time_machine.travel(f"{today}T12:00:00Z", tick=False):
        then = attempt(phrase[1], anchor, phrase[0])
    assert now == then


# What joins phrases into a text, with verbs of the past and of the future.
JOINTS = [
    ". She said so. ",
    ". ",
    ", ",
    "\n",
    " and ",
    ". He will go ",
    " будет ",
    " буде ",
    " wird er ",
    " il sera ",
]


@settings(max_examples=300)
@given(st.lists(st.tuples(phrases, st.sampled_from(JOINTS)), min_size=1, max_size=4), anchors, codes)
def test_what_is_found_reads_the_same_alone(several, anchor, code):
    text = "".join(phrase + joint for (lang, phrase), joint in several if lang == code)
    assert_alone(text, anchor, code)


def assert_alone(text: str, anchor: date, code: str) -> None:
    """Each mention reads the same alone, or says what in the text decided otherwise."""
    mentions = find(text, anchor, code)
    for number, mention in enumerate(mentions):
        assert mention.decided in ("", "tense", "earlier date")
        assert bool(mention.decided) == bool(mention.decided_by)
        span = mention.span
        assert span.earliest is None or span.latest is None or span.earliest <= span.latest
        if mention.decided == "tense":
            assert mention.decided_by in text
        elif mention.decided == "earlier date":
            assert mention.decided_by in {earlier.text for earlier in mentions[:number]}
        else:
            assert claims(read(mention.text, anchor, code)) == claims(span)


@settings(max_examples=100)
@given(soup, anchors, codes)
def test_what_is_found_in_a_jumble_reads_the_same_alone(text, anchor, code):
    assert_alone(text, anchor, code)


@pytest.mark.parametrize(("code", "phrase"), OTHERS)
def test_what_is_found_in_another_language_reads_the_same_alone(code, phrase):
    for mention in find(f"{phrase}; {phrase}.", date(2024, 11, 26), code):
        assert claims(read(mention.text, date(2024, 11, 26), code)) == claims(mention.span)


@pytest.mark.parametrize("name", ["today", "now"])
def test_no_module_of_dates_asks_for_the_time(name):
    package = Path(sys.modules["timeline.dates"].__file__).parent
    assert [
        path.name for path in package.rglob("*.py") if f".{name}(" in path.read_text(encoding="utf-8")
    ] == []


def test_dateparser_is_imported_by_one_module_only():
    package = Path(sys.modules["timeline.dates"].__file__).parent
    assert [
        path.name for path in package.rglob("*.py") if "import dateparser" in path.read_text(encoding="utf-8")
    ] == ["plain.py"]


def steps(text: str, code: str) -> tuple[int, int]:
    """How often the grammar tried to begin a date in a text, and the tokens of that text."""
    s = stream(text, date(2024, 11, 26), code)
    with suppress(NotADate):
        best_phrase(s)
    return s.steps, len(s.tokens)


@settings(max_examples=500, deadline=None)
@given(hostile, codes)
def test_the_work_for_a_hostile_phrase_is_bounded(text, code):
    """At most 40 attempts to begin a date for each token, whatever the text."""
    attempts, tokens = steps(text, code)
    assert attempts <= 40 * (tokens + 1)


ALPHABETS = (
    "0123456789/-.:,' ",
    "MayмаяmaiIVXé\u0301\x00\x0b\u200f٣",
    "()[]{}\"'„“«»-–—/ 1",
    "\x00\x1b\x7f\ufeff\u2028 5",
)
PIECES = (*"-–/.,()'~:", "1/", "1.", "12:", "2024-", "05", "'9", "\u0301", "\U0001f4c5", "İ", "ﬁ", *WORDS)


def concoction(chance: random.Random) -> str:
    """A hostile text: pieces over and over, a jumble of them, nested, one alphabet, any characters at all."""
    glue = chance.choice(["", "", " ", " ", "-", "\u00a0", "\n", "/"])
    some = glue.join(chance.choices(PIECES, k=chance.randint(1, 6)))
    return chance.choice(
        [
            glue.join([some] * 200),
            glue.join(chance.choices(PIECES, k=60)),
            "(" * chance.randint(1, 90) + some + ")" * chance.randint(1, 90),
            "".join(chance.choices(chance.choice(ALPHABETS), k=200)),
            "".join(chr(chance.randrange(0x11000)) for _ in range(200)),
        ]
    )[: chance.randint(1, 200)]


def test_ten_thousand_hostile_phrases_are_answered_with_bounded_work():
    chance, worst = random.Random(2024), 0.0
    for _ in range(10_000):
        text, code = concoction(chance), chance.choice(TABLES)
        span = attempt(text, date(2024, 11, 26), code)
        assert span is None or span.explanation
        attempts, tokens = steps(text, code)
        worst = max(worst, attempts / (tokens + 1))
    assert worst <= 40


def test_every_kind_that_a_table_names_is_known_to_the_grammar():
    package = Path(grammar.__file__).parent.parent
    asked = "".join(
        path.read_text(encoding="utf-8") for path in package.rglob("*.py") if "languages" not in path.parts
    )
    for code in TABLES:
        table = language(code)
        kinds = {kind for entry in table.single.values() for kind in entry}
        kinds |= {
            kind
            for forms in table.multi.values()
            for same in forms.values()
            for _, entry in same
            for kind in entry
        }
        assert sorted(kind for kind in kinds if f'"{kind}"' not in asked and f" {kind} " not in asked) == []
