"""Citations: nothing in a title ends a field, and a reader that is not ours gets out what went in."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.citation import Reference, bibtex, one_line, plain, ris

DAY = date(2026, 11, 21)


def a_reference(title="Scholz refuses Taurus", **more):
    """A reference as the pages make it."""
    address = "https://debates.example/weapons/?actor=olaf-scholz&q=50%25"
    return Reference(**{"title": title, "address": address, "host": "debates.example", "as_of": DAY} | more)


def read_bibtex(text):
    """{field: value} of one entry, by counting braces as BibTeX does: a backslash shields none of them."""
    kind, _, rest = text.partition("{")
    assert kind == "@misc"
    key, _, rest = rest.partition(",")
    assert re.fullmatch(r"[a-z0-9-]+", key)
    found = {}
    while match := re.match(r"\s*([a-z]+) = \{", rest):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        found[match[1]] = rest[match.end() : end - 1]
        assert rest[end] == ","
        rest = rest[end + 1 :]
    assert rest == "\n}\n"
    return found


def typeset(tex):
    """What TeX prints for our escapes; raises where something would still be a command."""
    named = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}"}
    named |= {"textasciitilde": "~", "textasciicircum": "^"}
    printed, rest = "", tex
    while rest:
        if match := re.match(r"\{\\([a-z]+)\}", rest):
            printed += named[match[1]]
        elif match := re.match(r"\\([$&#%_])", rest):
            printed += match[1]
        else:
            match = re.match(r"[^\\{}$&#%_~^]", rest)
            assert match, f"TeX would act upon {rest[:10]!r}"
            printed += match[0]
        rest = rest[match.end() :]
    return printed


def read_ris(text):
    """[(tag, value)] as the format defines lines: two characters, two spaces, a hyphen, a space."""
    assert text.endswith("\r\n")
    lines = text[:-2].split("\r\n")
    return [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line, re.DOTALL).groups() for line in lines]


HOSTILE = (
    "100 % of {Taurus} & \\input{/etc/passwd} $x^2$ #1 a_b ~",
    "}, note = {broken",
    "{{{",
    "}",
    "Two\r\nER  - \r\nTY  - BOOK\r\nTI  - lines",
    "tab\tand\x0bcontrol\x00",
    "Чи дасть Німеччина «Таурус»?",
    "",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_a_title(title):
    fields = read_bibtex(bibtex(a_reference(title)))
    inner = fields["title"]
    assert inner[0] == "{" and inner[-1] == "}"
    assert typeset(inner[1:-1]) == one_line(title)
    assert sorted(fields) == ["howpublished", "note", "title", "url", "urldate", "year"]
    record = read_ris(ris(a_reference(title)))
    assert [tag for tag, _ in record] == ["TY", "TI", "T2", "PB", "PY", "DA", "Y2", "UR", "N1", "ER"]
    assert dict(record)["TI"] == one_line(title)
    assert plain(a_reference(title)).count("\n") == 1


@given(title=st.text(max_size=80), debate=st.text(max_size=40))
def test_any_title_is_read_back(title, debate):
    reference = a_reference(title, part_of=debate)
    fields = read_bibtex(bibtex(reference))
    assert typeset(fields["title"][1:-1]) == one_line(title)
    assert typeset(fields["howpublished"]) == f"{reference.container}, debates.example"
    assert dict(read_ris(ris(reference)))["T2"] == reference.container


def test_the_three_of_a_view():
    reference = a_reference("Weapons: Olaf Scholz; opposes")
    assert plain(reference) == (
        "“Weapons: Olaf Scholz; opposes.” Debateline (debates.example). As of 21 November 2026. "
        "https://debates.example/weapons/?actor=olaf-scholz&q=50%25\n"
    )
    fields = read_bibtex(bibtex(reference))
    assert fields["url"] == "https://debates.example/weapons/?actor=olaf-scholz&q=50%25"
    assert (fields["year"], fields["urldate"]) == ("2026", "2026-11-21")
    record = dict(read_ris(ris(reference)))
    assert (record["TY"], record["PY"], record["DA"], record["ER"]) == ("ELEC", "2026", "2026/11/21/", "")
    assert record["UR"] == reference.address


def test_an_event_says_when_it_happened():
    reference = a_reference(part_of="Weapons", happened="11–20 November 2024")
    assert "“Scholz refuses Taurus.” Weapons, Debateline (debates.example). Event dated" in plain(reference)
    assert typeset(read_bibtex(bibtex(reference))["note"]).startswith("Event dated 11–20 November 2024.")
    assert dict(read_ris(ris(reference)))["N1"].startswith("Event dated 11–20 November 2024.")


@pytest.mark.parametrize(
    ("title", "ending"), [("Taurus?", "Taurus?”"), ("A leak…", "A leak…”"), ("Taurus", "Taurus.”")]
)
def test_a_title_has_one_full_stop(title, ending):
    assert plain(a_reference(title)).startswith(f"“{ending} Debateline")


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["txt", "bib", "ris"])
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "Long-range weapons for Ukraine"),
        ("actors/olaf-scholz/", "Olaf Scholz"),
        ("events/scholz-summer-interview/", "Event dated 13 August 2023"),
        ("questions/supply-taurus/", "Taurus"),
        ("topics/taurus/", "Taurus"),
    ],
)
def test_every_page_can_be_cited(client, debate, path, words, ending):
    response = client.get(f"/long-range-weapons/{path}cite.{ending}")
    assert response.status_code == 200
    text = response.content.decode()
    assert words in text
    assert f"http://testserver/long-range-weapons/{path}" in text
    assert not response.cookies


@pytest.mark.django_db
def test_a_view_is_cited_by_its_filters_in_words_and_its_canonical_address(client, debate):
    text = client.get("/long-range-weapons/cite.txt?stance=opposes&actor=olaf-scholz&page=1").content.decode()
    assert ": Olaf Scholz; opposes.”" in text
    assert "/long-range-weapons/?actor=olaf-scholz&stance=opposes\n" in text


@pytest.mark.django_db
def test_what_cannot_be_used_is_not_cited_as_something_else(client, debate):
    response = client.get("/long-range-weapons/cite.bib?actor=nobody")
    assert response.status_code == 400
    assert response.json()["problems"][0]["value"] == "nobody"
