"""Exporting a debate file: the loaded file comes back byte for byte, in one canonical form."""

import json
import random
from datetime import date

import pytest

from tests.debate_files import event, example, example_text
from timeline.exports.debate_file import debate_file
from timeline.ingest.debate_file import load_data, load_text
from timeline.ingest.synthetic import synthetic_debate
from timeline.models import Citation, Debate, Event, Source

pytestmark = pytest.mark.django_db


def exported():
    return "".join(debate_file(Debate.objects.get()))


def test_the_example_comes_back_byte_for_byte():
    load_text(example_text())
    assert exported() == example_text()


def test_the_text_is_what_json_writes_with_an_indent_of_one():
    load_text(example_text())
    assert exported() == json.dumps(json.loads(exported()), ensure_ascii=False, indent=1) + "\n"


def test_an_empty_debate_is_a_file_too():
    load_data({"format": 1, "debate": {"slug": "quiet", "title": "Quiet"}})
    text = exported()
    assert json.loads(text)["events"] == []
    assert not load_text(text).touched


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_a_file_does_not_matter_to_its_export(seed):
    shuffled = example()
    for kind in ("actors", "sources", "events"):
        random.Random(seed).shuffle(shuffled[kind])
    event(shuffled, "mayor-asks-for-a-bridge")["actors"].reverse()
    load_data(shuffled)
    assert exported() == example_text()


def test_undated_events_stand_last_and_ties_are_broken_by_the_last_day_and_the_slug():
    dates = {
        "b-august": {"date_override": "2023-08"},
        "a-august": {"date_override": "2023-08"},
        "first-of-august": {"date_override": "2023-08-01"},
        "since-august": {"date_override": "2023-08/.."},
        "until-july": {"date_override": "../2023-07-31"},
        "undated": {},
    }
    events = [
        {"slug": slug, "title": slug, "kind": "report", "date_basis": "So it is."} | key
        for slug, key in dates.items()
    ]
    load_data(example() | {"events": events})
    order = [found["slug"] for found in json.loads(exported())["events"]]
    assert order == ["until-july", "first-of-august", "a-august", "b-august", "since-august", "undated"]


def test_what_was_entered_by_hand_comes_back_too():
    load_text(example_text())
    debate = Debate.objects.get()
    leak = Event.objects.create(
        debate=debate,
        slug="leak",
        title="A leak",
        kind="leak",
        status="in-review",
        date_text="Mitte Mai 2023",
        anchor=date(2023, 6, 1),
        language="de",
    )
    source = Source.objects.get(slug="minutes-2023-08")
    Citation.objects.create(event=leak, source=source, note="found in the minutes")
    leak.settle()
    text = exported()
    assert event(json.loads(text), "leak") == {
        "slug": "leak",
        "title": "A leak",
        "kind": "leak",
        "status": "in-review",
        "date_text": "Mitte Mai 2023",
        "anchor": "2023-06-01",
        "language": "de",
        "edtf": "[2023-05-11..2023-05-20]",
        "citations": [{"source": "minutes-2023-08", "note": "found in the minutes"}],
    }
    assert not load_text(text).touched


def test_an_invented_debate_with_every_kind_of_date_goes_round():
    load_data(synthetic_debate(300, "round", seed=7))
    text = exported()
    assert not load_text(text).touched
    assert exported() == text


def test_queries_grow_by_pieces_and_not_by_events(django_assert_max_num_queries):
    load_data(synthetic_debate(450, "many"))
    with django_assert_max_num_queries(30):
        exported()
