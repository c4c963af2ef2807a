"""What the chart says in German and Ukrainian; English stands in test_charts_scene.py."""

from datetime import date

import pytest
from django.utils.translation import override

from tests.charts_rows import row
from timeline.charts import Bin, Lane, Place, describe, figure, lay_out, legend, svg

LANES = [Lane("atacms", "ATACMS", 2), Lane("taurus", "Taurus", 1)]
MAY, JUNE = date(2024, 5, 1), date(2024, 6, 30)


def scene(window=(None, None)):
    """Three events in two lanes, coloured by stance."""
    rows = [row("a"), row("b"), row("c", MAY, MAY, places=(Place("taurus", "opposes"),))]
    return lay_out(rows, LANES, color_by="stance", window=window)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "3 Ereignisse zwischen dem 11. August 2023 und dem 1. Mai 2024, die meisten in „ATACMS“ (2), "
         "Höhepunkt im August 2023 (2); Farbe und Form zeigen die Haltung: dafür (2), dagegen (1)."),
        ("uk", "3 події з 11 серпня 2023 року по 1 травня 2024 року, найбільше в рядку «ATACMS» (2), "
         "пік у серпні 2023 року (2); колір і форма показують позицію: за (2), проти (1)."),
    ],
)  # fmt: skip
def test_the_sentence_is_a_sentence_of_the_language(language, sentence):
    with override(language):
        assert describe(scene()) == sentence


@pytest.mark.parametrize(
    ("language", "window", "begins"),
    [
        ("de", (MAY, JUNE), "1 Ereignis, das zwischen dem 1. Mai und dem 30. Juni 2024 liegen kann, "),
        ("de", (MAY, None), "1 Ereignis, das frühestens am 1. Mai 2024 liegen kann, "),
        ("de", (None, JUNE), "3 Ereignisse, die spätestens am 30. Juni 2024 liegen können, "),
        ("uk", (MAY, JUNE), "1 подія, що може припадати на час з 1 травня по 30 червня 2024 року, "),
        ("uk", (None, JUNE), "3 події, що можуть припадати на час не пізніше 30 червня 2024 року, "),
    ],
)
def test_the_sentence_says_what_the_filter_asks(language, window, begins):
    with override(language):
        assert describe(scene(window)).startswith(begins)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", {"dafür", "dagegen", "genauer Tag", "Farbe und Form", "Gewissheit des Datums"}),
        ("uk", {"за", "проти", "точний день", "Колір і форма", "Певність дати"}),
    ],
)
def test_the_legend_and_its_headings_are_in_the_language(language, words):
    with override(language):
        assert {word for item in legend(scene()) for word in (item.label, item.group)} == words


@pytest.mark.parametrize(
    ("language", "months", "count"),
    [("de", {"Okt", "Dez"}, "2 Ereignisse"), ("uk", {"жов", "гру"}, "2 події")],
)
def test_the_drawing_names_months_and_counts_in_the_language(language, months, count):
    with override(language):
        drawn = svg(scene())
        assert all(f">{month}<" in drawn for month in months)
        assert f">{count}<" in drawn
        assert count in str(figure(scene()))


@pytest.mark.parametrize(
    ("language", "said"), [
        ("de", "1. Mai 2024 bis 31. Mai 2024: 1.234 Ereignisse"),
        ("uk", "1 трав. 2024 – 31 трав. 2024: 1\xa0234 події"),
    ]
)  # fmt: skip
def test_bars_of_density_say_their_counts_in_the_language(language, said):
    bins = (Bin("atacms", MAY, date(2024, 5, 31), 1234), Bin("taurus", MAY, JUNE, 1))
    with override(language):
        drawn = figure(lay_out([row("a", MAY, MAY)], LANES, color_by="stance", bins=bins))
    assert said in str(drawn["data"]).replace("\\xa0", "\xa0")


@pytest.mark.parametrize(("language", "said"), [("de", "Keine datierten"), ("uk", "немає датованих")])
def test_an_empty_chart_says_so_in_the_language(language, said):
    with override(language):
        empty = lay_out([], [], color_by="kind")
        assert said in describe(empty)
        assert said in svg(empty)
