"""The catalogues of translations: what the code says, what translators say, and whether the two agree.

Pure Python through Babel, so that nobody needs the gettext tools. The compiled catalogues are committed: a
machine that only runs the app compiles nothing.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = settings.BASE_DIR
LOCALE = Path(settings.LOCALE_PATHS[0])
ENGLISH = settings.LANGUAGE_CODE
CODES = [code for code, _ in settings.LANGUAGES if code != ENGLISH]  # those that need a catalogue
# Functions whose first argument is a message, beside those that Babel knows.
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "pgettext_noop": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "NotADate": (1,),
    "reason": (1,),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%")
FIRST = datetime(2026, 11, 21, tzinfo=UTC)  # a date that changes by itself would be noise in every commit


def sources() -> Iterator[tuple[Path, bytes]]:
    """Every file that can say something, as Python: templates are turned into calls of gettext."""
    for path in sorted((ROOT / "timeline").rglob("*.py")):
        yield path, path.read_bytes()
    for path in sorted(path for path in (ROOT / "templates").rglob("*.*") if path.is_file()):
        # Within brackets, where Python does not mind how lines are indented.
        yield path, f"({templatize(path.read_text('utf-8'), str(path))})".encode()


def messages() -> Iterator[tuple[Path, str | tuple[str, str], list[str], str | None]]:
    """Each message as it is said once: its file, it or its two numbers, comments on it, its context."""
    for path, source in sources():
        for _, message, comments, context in extract("python", BytesIO(source), KEYWORDS, ["Translators:"]):
            yield path, message, comments, context


def extracted() -> Catalog:
    """All messages of the code and the templates, with the files that they stand in."""
    found = catalogue(None)
    for path, message, comments, context in messages():
        place = (path.relative_to(ROOT).as_posix(), None)
        found.add(message, locations=[place], auto_comments=comments, context=context)
    return found


def with_and_without_number() -> set[str]:
    """Messages said both alone and as the singular of a number.

    A catalogue keeps them as one, in which Python before 3.11.3 finds only the latter.
    """
    alone, counted = set(), set()
    for _, message, _, context in messages():
        if isinstance(message, str):
            alone.add((message, context))
        else:
            counted.add((message[0], context))
    return {message for message, _ in alone & counted}


def catalogue(code: str | None) -> Catalog:
    """An empty catalogue, with the plural forms of its language."""
    header = "# Translations of Debateline, under the licence of Debateline."
    return Catalog(
        code, project="Debateline", version=" ", header_comment=header, creation_date=FIRST,
        revision_date=FIRST, last_translator="The Debateline authors", language_team=" ", fuzzy=False,
    )  # fmt: skip


def source_of(code: str) -> Path:
    """The file that translators write."""
    return LOCALE / code / "LC_MESSAGES" / "django.po"


def translated(code: str) -> Catalog:
    """What translators have written; an empty catalogue where there is none yet."""
    path = source_of(code)
    return read_po(BytesIO(path.read_bytes()), code) if path.exists() else catalogue(code)


def update(code: str) -> None:
    """Bring the translators' file in step with the code: new messages empty, those no longer said dropped."""
    fresh, known = catalogue(code), translated(code)
    for message in extracted():
        if message.id:
            told = known.get(message.id, message.context)
            same = told is not None and told.pluralizable == message.pluralizable
            fresh.add(message.id, told.string if same else "", message.locations, context=message.context,
                      auto_comments=message.auto_comments)  # fmt: skip
    path = source_of(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, fresh, width=110, sort_by_file=True, include_lineno=False)


def compiled(code: str) -> bytes:
    """The catalogue as Django reads it."""
    file = BytesIO()
    write_mo(file, translated(code))
    return file.getvalue()


def problems(code: str) -> Iterator[str]:
    """What is wrong with a catalogue, one sentence each; nothing where it is complete and in step."""
    known, said = translated(code), extracted()
    for message in said:
        if message.id and known.get(message.id, message.context) is None:
            yield f"{code} lacks {message.id!r}"
    for message in known:
        if message.id:
            yield from (f"{code}: {message.id!r} {what}" for what in _wrong(message, said, known.num_plurals))
    path = source_of(code).with_suffix(".mo")
    if not path.exists() or path.read_bytes() != compiled(code):
        yield f"{path.relative_to(ROOT)} is not what its source compiles to"


def _wrong(message: Message, said: Catalog, plurals: int) -> Iterator[str]:
    forms = message.string if message.pluralizable else (message.string,)
    if said.get(message.id, message.context) is None:
        yield "is said nowhere"
    if message.fuzzy:
        yield "is fuzzy"
    if not all(forms) or (message.pluralizable and len(forms) != plurals):
        yield "is not translated"
    elif any(_placeholders(form) != _placeholders(_id(message)) for form in forms):
        yield "has other placeholders"


def _id(message: Message) -> str:
    return message.id[1] if message.pluralizable else message.id


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))
