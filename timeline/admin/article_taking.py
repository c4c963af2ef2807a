"""Filling in the form of an article: its text from a file or from its address, and what it says of itself.

Nothing is saved by this, and nothing that was typed is replaced: the form is shown again with proposals for
its empty fields, each with where it comes from.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import QueryDict

from timeline.ingest.article_fetch import fetch
from timeline.ingest.article_text import LARGEST_FILE, Document, Unreadable, document_of
from timeline.ingest.likeness.sources import same_address
from timeline.tagging.languages import code_of, guess

FILE, ADDRESS = "file", "address"
FEW_WORDS = 100  # of a page that holds less, it is said that something may be missing


@dataclass
class Taken:
    """A posted form with what was filled in. `notes` says of fields where their value comes from."""

    data: QueryDict
    notes: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    said: str = ""


def may_fetch():
    """Whether the operator has switched fetching on."""
    return settings.FETCHING == "articles"


def take(what, data, files):
    """Take the text of a posted form from its file or its address; returns the form's data, filled in."""
    taken = Taken(data.copy())
    try:
        document = _fetched(data) if what == ADDRESS else _uploaded(files)
    except Unreadable as refusal:
        taken.refused["url" if what == ADDRESS else "file"] = refusal.reason
        return taken
    if data.get("pasted", "").strip():
        taken.refused["pasted"] = "There is text here already, so it was left. Empty this to take the other."
    else:
        taken.data["pasted"] = document.text
        taken.said = _counted(document.text)
        _propose(taken, document)
    return taken


def _uploaded(files):
    file = files.get("file")
    if file is None:
        raise Unreadable("Choose a file first.")
    return document_of(file.name, file.read(LARGEST_FILE + 1))


def _fetched(data):
    url = data.get("url", "").strip()
    if not may_fetch():
        raise Unreadable("Fetching is switched off. Save the page and choose the file, or paste its text.")
    if not url:
        raise Unreadable("Give the address first.")
    page = fetch(url if "://" in url else f"https://{url}")
    return document_of(f"page.{page.ending}", page.content, page.charset, page.url)


def _counted(text):
    words = len(text.split())
    said = f"{words:,} words were taken. Read over what is filled in below, then save."
    if words < FEW_WORDS:
        said += " So few are often not all: a page may want scripts, consent or a subscription."
    return said


def _propose(taken, document: Document):
    """Fill in the fields that are empty."""
    facts = document.facts
    for name, fact in (("publisher", facts.publisher), ("title", facts.title)):
        _fill(taken, name, fact)
    _fill_address(taken, facts.url)
    _fill_language(taken, facts.language, guess(document.text))
    if any(taken.data.get(name, "").strip() for name in ("date_text", "inferred", "basis")):
        return
    if facts.dated:
        _fill(taken, "date_text", facts.dated)
    elif facts.published:
        _fill(taken, "inferred", facts.published)
        taken.data["basis"] = f"the page’s metadata ({facts.published.where})"


def _fill(taken, name, fact):
    if fact and not taken.data.get(name, "").strip():
        taken.data[name] = fact.value
        taken.notes[name] = f"Proposed: the document says so ({fact.where})."


def _fill_address(taken, fact):
    """The page's own address; a typed one makes room only where both are one page's."""
    typed = taken.data.get("url", "").strip()
    if not fact or fact.value == typed:
        return
    if not typed:
        _fill(taken, "url", fact)
    elif same_address(fact.value) == same_address(typed):
        taken.data["url"] = fact.value
        taken.notes["url"] = f"As the page itself gives it ({fact.where}); you had {typed}"
    else:
        taken.notes["url"] = f"The page gives another address as its own ({fact.where}): {fact.value}"


def _fill_language(taken, fact, recognised):
    """The language that the page says it is in, unless its words are of another one."""
    if fact and recognised and code_of(fact.value) not in ("", recognised):
        told = f"The page says “{fact.value}” ({fact.where}), but its words look like “{recognised}”."
        taken.notes["language"] = told
    else:
        _fill(taken, "language", fact)
