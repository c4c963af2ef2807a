"""The catalogues are complete, in step with the code, and compiled as they stand."""

import re
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import gettext, ngettext, override

from timeline.management import catalogues
from timeline.management.catalogues import CODES, compiled, extracted, problems, source_of, translated


@pytest.fixture(scope="module")
def said():
    """Every message of the code and the templates."""
    return extracted()


def test_there_is_a_catalogue_for_every_language_but_english():
    assert sorted(path.parent.parent.name for path in catalogues.LOCALE.rglob("*.po")) == sorted(CODES)
    assert CODES == ["de", "uk"]


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_and_no_other(code):
    assert list(problems(code)) == []


def test_no_message_is_said_both_alone_and_with_a_number():
    assert catalogues.with_and_without_number() == set()


@pytest.mark.parametrize("code", CODES)
def test_what_django_reads_is_what_translators_wrote(code):
    read = read_mo(BytesIO(source_of(code).with_suffix(".mo").read_bytes()))
    assert spelt_out(read) == spelt_out(translated(code))


def spelt_out(catalogue):
    """{(message, context): translation}, whatever the file makes of plurals."""
    return {(str(list(forms(m.id))), text(m.context)): list(forms(m.string)) for m in catalogue if m.id}


def text(context):
    """A context as text: Babel reads those of compiled catalogues as bytes."""
    return context.decode() if isinstance(context, bytes) else context


def forms(said):
    """The forms of a message or a translation: one, or one for each kind of number."""
    return [said] if isinstance(said, str) else said


@pytest.mark.parametrize("code", CODES)
def test_translations_keep_the_shape_of_what_they_translate(code):
    """The same spaces around it and the same ending: they are put together with others."""
    for message in translated(code):
        if not message.id:
            continue
        for english, other in zip(forms(message.id), forms(message.string), strict=False):
            assert (other[:1] == " ", other[-1:] == " ") == (english[:1] == " ", english[-1:] == " "), english
            assert english.endswith(".") == other.endswith("."), english
            assert english.count("<") == other.count("<"), english


@pytest.mark.parametrize("code", CODES)
def test_quotation_marks_are_those_of_the_language(code):
    marks = {"de": ("„", "“"), "uk": ("«", "»")}[code]
    for message in translated(code):
        if message.id and "“" in str(message.id):
            said = forms(message.string)
            assert all(form.count(marks[0]) == form.count(marks[1]) > 0 for form in said), message.id


def test_messages_are_found_in_python_templates_and_marked_ones(said):
    for message in (
        "No event is in this view.",
        "the year is inferred",
        "Try a date",
        "{text} has a time without a day.",
    ):
        assert said.get(message), message
    assert said.get("opposes", "stance") and said.get("opposes") is None
    assert said.get(("{count} event", "{count} events")).pluralizable


FORMS = [
    # (language, number, form)
    *[("de", number, "Ereignisse") for number in (0, 2, 5, 21)],
    ("de", 1, "Ereignis"),
    *[("uk", number, "подія") for number in (1, 21, 101, 131)],
    *[("uk", number, "події") for number in (2, 3, 4, 22, 104)],
    *[("uk", number, "подій") for number in (0, 5, 11, 12, 14, 20, 25, 100, 111, 112)],
]


@pytest.mark.parametrize(("language", "number", "form"), FORMS)
def test_numbers_take_the_form_that_the_language_asks_for(language, number, form):
    with override(language):
        assert ngettext("event", "events", number) == form


def broken(**changes):
    """A German catalogue of two messages, changed."""
    text = f"""
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

{changes.get("flag", "")}
msgid "{changes.get("one", "Undated")}"
msgstr "{changes.get("translated", "Undatiert")}"

msgid "%(count)s page of {{day}}"
msgid_plural "%(count)s pages of {{day}}"
msgstr[0] "%(count)s Seite von {{day}}"
msgstr[1] "{changes.get("many", "%(count)s Seiten von {day}")}"
"""
    return read_po(BytesIO(text.encode()), "de")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({}, None),
        ({"one": "Not said"}, "is said nowhere"),
        ({"one": "Not said"}, "lacks 'Undated'"),
        ({"translated": ""}, "is not translated"),
        ({"flag": "#, fuzzy"}, "is fuzzy"),
        ({"many": ""}, "is not translated"),
        ({"many": "%(number)s Seiten von {day}"}, "has other placeholders"),
        ({"many": "%(count)s Seiten"}, "has other placeholders"),
    ],
)
def test_what_is_wrong_would_be_found(monkeypatch, tmp_path, changes, problem):
    wanted = Catalog("de")
    wanted.add("Undated")
    wanted.add(("%(count)s page of {day}", "%(count)s pages of {day}"))
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    monkeypatch.setattr(catalogues, "extracted", lambda: wanted)
    monkeypatch.setattr(catalogues, "translated", lambda code: broken(**changes))
    source_of("de").parent.mkdir(parents=True)
    source_of("de").with_suffix(".mo").write_bytes(compiled("de"))
    found = list(problems("de"))
    assert found == [] if problem is None else any(problem in one for one in found)
    source_of("de").with_suffix(".mo").write_bytes(b"stale")
    assert any("is not what its source compiles to" in one for one in problems("de"))


def test_the_command_checks_without_writing(monkeypatch, capsys):
    before = {code: source_of(code).stat().st_mtime_ns for code in CODES}
    call_command("translations", check=True)
    assert "complete" in capsys.readouterr().out
    monkeypatch.setattr(
        "timeline.management.commands.translations.problems", lambda code: [f"{code} lacks it"]
    )
    with pytest.raises(CommandError, match="2 things are wrong"):
        call_command("translations", check=True)
    assert {code: source_of(code).stat().st_mtime_ns for code in CODES} == before


def test_updating_keeps_what_is_translated_and_settles_at_once(monkeypatch, tmp_path):
    known = {code: {(m.id, m.context): m.string for m in translated(code)} for code in CODES}
    texts = {code: source_of(code).read_bytes() for code in CODES}
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    for code, text in texts.items():
        source_of(code).parent.mkdir(parents=True)
        source_of(code).write_bytes(text)
        catalogues.update(code)
        first = source_of(code).read_bytes()
        kept = {(m.id, m.context): m.string for m in translated(code) if m.id and all(forms(m.string))}
        assert kept.items() <= known[code].items()
        catalogues.update(code)
        assert source_of(code).read_bytes() == first


def test_our_words_stand_beside_those_of_the_framework():
    with override("uk"):
        assert gettext("Undated") == "Без дати"
        assert re.search("[а-яі]", gettext("This field is required."))
