"""A verb behind a phrase that opens its sentence turns it to the future, as one before it does."""

from datetime import date

import pytest

from timeline.dates import find

TUESDAY = date(2024, 11, 26)


@pytest.mark.parametrize(
    ("language", "text", "edtf", "decided_by"),
    [
        ("en", "In January, Trump will take office.", "2025-01", "will"),
        ("en", "On 20 January he will take office.", "2025-01-20", "will"),
        ("en", "In January he said that he will come.", "2024-01", ""),
        ("en", "In January he left. He will come.", "2024-01", ""),
        ("en", "In May the planned delivery failed.", "2024-05", ""),
        ("de", "Im Januar wird Trump sein Amt antreten.", "2025-01", "wird"),
        ("de", "Im Mai wurde sie geplant.", "2024-05", ""),
        ("fr", "En janvier, Trump prendra ses fonctions.", "2025-01", "prendra"),
        ("ru", "В январе Трамп вступит в должность.", "2025-01", "вступит"),
        ("uk", "У січні Трамп обійме посаду.", "2025-01", "обійме"),
        ("uk", "У січні Трамп складе присягу.", "2025-01", "складе"),
        ("pl", "W styczniu Trump obejmie urząd.", "2025-01", "obejmie"),
    ],
)
def test_the_nearest_verb_behind_an_opening_decides(language, text, edtf, decided_by):
    (mention,) = find(text, TUESDAY, language)
    assert (mention.span.edtf, mention.decided_by) == (edtf, decided_by)
