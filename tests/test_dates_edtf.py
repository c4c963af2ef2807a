"""EDTF (ISO 8601-2) as text and the span it says."""

import copy
import pickle

import pytest

from timeline.dates import DateSpan, NotADate, words


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision", "throughout", "approximate"),
    [
        # level 0
        ("2024-11-26", "2024-11-26", "2024-11-26", "day", False, False),
        ("2024-11", "2024-11-01", "2024-11-30", "month", False, False),
        ("2024", "2024-01-01", "2024-12-31", "year", False, False),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "day", False, False),
        ("2021/2023", "2021-01-01", "2023-12-31", "year", True, False),
        ("2024-05-03/2024-05-05", "2024-05-03", "2024-05-05", "day", True, False),
        # level 1
        ("1984?", "1984-01-01", "1984-12-31", "year", False, True),
        ("2024-05-20~", "2024-05-20", "2024-05-20", "day", False, True),
        ("2004-06-11%", "2004-06-11", "2004-06-11", "day", False, True),
        ("201X", "2010-01-01", "2019-12-31", "decade", False, False),
        ("20XX", "2000-01-01", "2099-12-31", "unknown", False, False),
        ("2004-XX", "2004-01-01", "2004-12-31", "year", False, False),
        ("1985-04-XX", "1985-04-01", "1985-04-30", "month", False, False),
        ("1985-XX-XX", "1985-01-01", "1985-12-31", "year", False, False),
        ("2023-21", "2023-03-01", "2023-05-31", "season", False, False),
        ("2023-24", "2023-12-01", "2024-02-29", "season", False, False),
        ("2022-02/..", "2022-02-01", None, "month", True, False),
        ("../2025-03-31", None, "2025-03-31", "day", True, False),
        ("2004-06/", "2004-06-01", None, "month", True, False),
        ("/2004", None, "2004-12-31", "year", True, False),
        ("2023-09-22~/2023-10-17~", "2023-09-22", "2023-10-17", "day", True, True),
        # level 2, what the design uses
        ("2024-33", "2024-01-01", "2024-03-31", "quarter", False, False),
        ("2024-41", "2024-07-01", "2024-12-31", "half-year", False, False),
        ("2024-38", "2024-05-01", "2024-08-31", "part-of-year", False, False),
        ("2024-29", "2024-09-01", "2024-11-30", "season", False, False),
        ("[2024-11-11..2024-11-20]", "2024-11-11", "2024-11-20", "part-of-month", False, False),
        ("[2024-11-18..2024-11-24]", "2024-11-18", "2024-11-24", "week", False, False),
        ("[2023-12..2024-02]", "2023-12-01", "2024-02-29", "season", False, False),
        ("[2024-05-02..]", "2024-05-02", None, "day", False, False),
        ("[..2025-01-19]", None, "2025-01-19", "day", False, False),
        ("[2024-01,2024-03]", "2024-01-01", "2024-03-31", "quarter", False, False),
        ("{2024-05-03..2024-05-05}", "2024-05-03", "2024-05-05", "day", True, False),
        ("{2024-05,2024-06}", "2024-05-01", "2024-06-30", "month", True, False),
        ("?2004-06-~11", "2004-06-11", "2004-06-11", "day", False, True),
        ("2004?-06-11", "2004-06-11", "2004-06-11", "day", False, True),
        ("2004-%06", "2004-06-01", "2004-06-30", "month", False, True),
        ("1984?/2004%", "1984-01-01", "2004-12-31", "year", True, True),
        ("2001-21/..", "2001-03-01", None, "season", True, False),
        ("2004-06~-11", "2004-06-11", "2004-06-11", "day", False, True),
        ("156X-12-25", "1560-12-25", "1569-12-25", "unknown", False, False),
        ("2024-05-03/2024-06", "2024-05-03", "2024-06-30", "month", True, False),
    ],
)
def test_edtf_reads(edtf, earliest, latest, precision, throughout, approximate):
    span = DateSpan.from_edtf(edtf)
    assert [day and day.isoformat() for day in (span.earliest, span.latest)] == [earliest, latest]
    assert (span.precision, span.throughout, span.approximate) == (precision, throughout, approximate)
    assert span.edtf == edtf
    fields = (span.earliest, span.latest, span.throughout, span.precision, span.approximate)
    again = DateSpan.from_edtf(DateSpan(*fields).edtf)
    assert (again.earliest, again.latest, again.throughout, again.approximate) == (*fields[:3], fields[4])
    assert words(span)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-13",
        "2024-02-30",
        "2024-00",
        "0000",
        "-0044",
        "Y170000002",
        "../..",
        "[..]",
        "2024/2023",
        "2024-1",
        "24-01-01",
        "2024-11-26/2024-11-27/2024-11-28",
        "[2024-11-11..2024-11-20",
        "2024-22-01",
        "20X4-22",
        "1950S2",
        "Y17E8",
        "Y2024",
        "XXXX",
        "XXXX-12-XX",
        "{1960,1961-12}",
        "[2004,]",
        "{}",
        "?[2004,2005]",
        "1984?~",
        "2024-W05",
        "20240611",
        "mid-November",
        "2024-11T12:00",
        "9999-24",
        "٢٠٢٤",
        "2" * 300,
    ],
)
def test_what_is_not_edtf_is_refused_with_a_reason(text):
    with pytest.raises(NotADate) as refused:
        DateSpan.from_edtf(text)
    assert len(refused.value.reason) > 20


def test_a_span_that_cannot_be_is_refused():
    day = DateSpan.from_edtf("2024-11-26").earliest
    for fields in ((None, None), (day, day.replace(day=1)), (day, day, False, "century")):
        with pytest.raises(ValueError, match=r".+"):
            DateSpan(*fields)


def test_a_span_cannot_be_changed_and_survives_copying():
    span = DateSpan.from_edtf("2023-24")
    for name in ("earliest", "edtf", "reasons", "inferred"):
        with pytest.raises(AttributeError):
            setattr(span, name, None)
    for again in (copy.deepcopy(span), pickle.loads(pickle.dumps(span))):
        assert (again, hash(again), again.edtf, again.reasons) == (span, hash(span), "2023-24", span.reasons)
    assert span != DateSpan.from_edtf("[2023-12..2024-02]")
    assert repr(span) == "DateSpan('2023-24', 'season')"
