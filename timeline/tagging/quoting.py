"""Words of a text as a quote: found in it whatever the typography, and never longer than asked.

Curly and straight quotation marks, kinds of dashes and of white space, soft hyphens and "…" for "..." are
typography and not words; case and accents are.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
    "ﬁ": "fi",
    "ﬂ": "fl",
}
_LEFT_OUT = re.compile(r"\s*[\[(]?(?:…|\.\.\.)[\])]?\s*")
_BEFORE = " \t\n.,;:!?)]–—-…"  # what parts words from those before, and is none of theirs
_AFTER = " \t\n,;:([–—-"
_REACH = 4  # times the length of a quote that is looked at behind the first evidence
_PARTS = (
    ",",
    ";",
    ":",
    "–",
    "—",
    "-",
    ".",
    "!",
    "?",
    "”",
    "“",
    ")",
    "(",
)  # a quote likes to begin and end here


def locate(text: str, words: str, near: int = 0) -> tuple[int, int] | None:
    """(start, end) of some words in a text, the place nearest to `near`; None where they stand nowhere."""
    plain, places = _plain(text)
    wanted = _plain(words)[0].strip()
    if not wanted:
        return None
    found = [match.start() for match in re.finditer(rf"(?={re.escape(wanted)})", plain)]
    if not found:
        return None
    first = min(found, key=lambda at: abs(places[at] - near))
    return places[first], places[first + len(wanted) - 1] + 1


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A place grown to the words that it begins and ends in, without what parts it from those before.

    >>> whole("No. He will go, soon", 2, 9)
    (4, 11)
    """
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    said = text[start:end]
    begun = len(said) - len(said.lstrip(_BEFORE))
    return (start + begun, start + len(said.rstrip(_AFTER))) if said.strip(_BEFORE + _AFTER) else (start, end)


def quotes(text: str, quote: str) -> bool:
    """Whether a quote stands in a text word for word; "…" or "[…]" in it may leave words out."""
    plain, at = _plain(text)[0], 0
    parts = [_plain(part)[0].strip() for part in _LEFT_OUT.split(quote)]
    for part in filter(None, parts):
        at = plain.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return any(parts)


def quote_of(text: str, start: int, end: int, evidence: Iterable[tuple[int, int]], most: int) -> str:
    """Of `text[start:end]` at most so many words, in one piece, that hold most of the evidence.

    `evidence` are (start, end) of what should be quoted. Of equal pieces the one that begins and ends where
    the sentence is parted is taken, then the first.
    """
    words = [match.span() for match in re.finditer(r"\S+", text[start:end])]
    if len(words) <= most:
        return text[start:end].strip()
    wanted = [(first - start, last - start) for first, last in evidence]
    words = _around(words, min(wanted, default=(0, 0))[0], most)
    pieces = [
        (words[n][0], words[n + size - 1][1]) for size in _sizes(most) for n in range(len(words) - size + 1)
    ]
    first, last = max(pieces, key=lambda piece: _worth(text[start:end], piece, wanted))
    return text[start + first : start + last].strip(" ,;:–—-\n\t")


def _around(words: list[tuple[int, int]], place: int, most: int) -> list[tuple[int, int]]:
    """The words around a place: of a text without full stops, not all pieces are weighed."""
    at = bisect_left(words, (place, place))
    return words[max(0, at - most) : at + _REACH * most]


def _sizes(most: int) -> range:
    return range(most, most // 2, -1)


def _worth(sentence: str, piece: tuple[int, int], wanted: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    first, last = piece
    held = sum(first <= begin and end <= last for begin, end in wanted)
    before = sentence[:first].rstrip()
    begins = not before or before.endswith(_PARTS)
    ends = last == len(sentence) or sentence[:last].endswith(_PARTS)
    return held, 2 * begins + ends, last - first, -first


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in plain typography, and for each of its characters where it stands in the text."""
    said, places = [], []
    for at, letter in enumerate(text):
        for plain in _TYPOGRAPHY.get(letter, " " if letter.isspace() else letter):
            if plain != " " or not said or said[-1] != " ":
                said.append(plain)
                places.append(at)
    return "".join(said), places


def composed(text: str) -> str:
    """The text with its accents on their letters: the form in which articles are kept and compared."""
    return unicodedata.normalize("NFC", text)
