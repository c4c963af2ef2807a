"""The text of an article from what a curator has: pasted words, a text file, a saved page, a PDF.

With it comes what the document says of itself. What cannot be read is refused with what a curator can do.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from io import BytesIO

from .decoding import decoded
from .html_text import text_of_html
from .page_facts import Facts, facts_of_html, facts_of_pdf
from .unreadable import Unreadable

LARGEST_FILE = 10_000_000  # bytes
LONGEST_TEXT = 100_000  # characters, some 16,000 words: beyond this it is a book
MOST_PAGES = 200
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": None})
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffd]")
_BLANKS = re.compile(r"[ \t\u00a0]+(?=\n|\Z)")
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Document:
    """The text of a document, and what it says of itself."""

    text: str
    facts: Facts = field(default_factory=Facts)


def text_of(name, content):
    """The text of a file from its name and its bytes; raises `Unreadable`."""
    return document_of(name, content).text


def document_of(name, content, charset=None, url=""):
    """The document of a file's name and bytes; raises `Unreadable`.

    `charset` and `url` are what whoever served it has said of its letters, and where it was found.
    """
    if len(content) > LARGEST_FILE:
        raise Unreadable(f"The file is larger than {LARGEST_FILE // 1_000_000} MB. Paste its text instead.")
    if not content.strip():
        raise Unreadable("The file is empty.")
    ending = name.rpartition(".")[2].lower()
    if content.startswith(b"%PDF") or ending == "pdf":
        return _pdf(content)
    if ending in {"html", "htm", "xhtml"} or re.match(rb"\s*(<!doctype html|<html)", content, re.IGNORECASE):
        page = decoded(content, charset or _declared(content))
        return Document(tidy(text_of_html(page)), facts_of_html(page, url))
    if ending in {"txt", "text", "md"}:
        return Document(tidy(decoded(content, charset)))
    raise Unreadable(f"“{name}” is none of .txt, .html and .pdf. Save it as one of these, or paste its text.")


def tidy(text):
    """A text as articles are kept: composed letters, plain line ends, no control characters. Raises."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _GAPS.sub("\n\n", _BLANKS.sub("", _CONTROL.sub("", text))).strip()
    if not text:
        raise Unreadable("There is no text in it.")
    if len(text) > LONGEST_TEXT:
        raise Unreadable(
            f"The text has {len(text):,} characters; an article may have {LONGEST_TEXT:,}. "
            "Paste the part that matters."
        )
    return text


def _declared(content):
    found = _DECLARED.search(content[:4096])
    return found[1].decode("ascii") if found else None


def _pdf(content):
    from pypdf import PdfReader  # slow to import, and most articles are pasted
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("The PDF is locked with a password. Save an unlocked copy, or paste its text.")
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(f"The PDF has more than {MOST_PAGES} pages. Paste the part that matters.")
        said = "\n\n".join(page.extract_text() for page in reader.pages)
        facts = facts_of_pdf(reader.metadata)
    except Unreadable:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable("The PDF is damaged and cannot be read. Paste its text instead.") from error
    if not said.strip():
        raise Unreadable("The PDF holds pictures of text and no text: a scan. Paste its text instead.")
    return Document(tidy(_HYPHENATED.sub("", said.translate(_LIGATURES))), facts)
