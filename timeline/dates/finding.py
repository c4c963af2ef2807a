"""Every date phrase of a running text, with where it stands and what its context decided."""

from collections.abc import Iterator
from datetime import date

from .context import Mention, Told, in_context
from .edges import clean_end, clean_start
from .errors import NotADate
from .grammar import RULES, Stream
from .languages import TABLES, primary
from .lexer import CAPITAL
from .nodes import Bound
from .phrases import BOUNDS, CLAUSE, LEADING, phrase
from .preparing import stream
from .reading import LONGEST, edtf_only
from .recognising import recognise
from .span import DateSpan
from .surroundings import alone

# Words that only lead to what names a time: without such a word after them they begin no date.
_HINTS = frozenset(
    {"ONE", "FEW", "COUPLE", "LAST", "THIS", "NEXT", "COMING", "RECENT", "IN", "WITHIN", "AGO", "PART"}
    | {"PASSED", "FIRST", "FINAL", "LATTER", "EARLIER_IN", "LATER_IN", "DEMO", "OFFSET", "ROMAN", "OFYEAR"}
)
_NAMES_TIME = frozenset(RULES) - _HINTS | {"HALFOF", "WEEKIN", "DAYSIN"}
_STARTS = frozenset(RULES) | BOUNDS | LEADING
_RECOGNISED_FROM = 2000
# What is read of a text, in characters: a book is no article.
LONGEST_TEXT = 200_000


def find(text: str, anchor: date, language: str | None = None) -> list[Mention]:
    """The date phrases of a text published on `anchor`, in order and never overlapping.

    `language` is a BCP 47 code; None tries to recognise one of those with a table. In another language only
    the dates with their years are found, at most plain.MOST of what looks like one being tried. Of a text
    longer than LONGEST_TEXT its first sentences are read, as many as fit.
    """
    text = text if len(text) <= LONGEST_TEXT else _beginning(text)
    code = primary(language) if language else recognise(text[:_RECOGNISED_FROM])
    if code not in TABLES:
        return _plain(text, anchor, language) if language else []
    return list(_mentions(text, stream(text, anchor, code), anchor))


def _beginning(text: str) -> str:
    """Whole sentences of a longer text, or whole words where one has no end: no date is cut in two."""
    ends = [text.rfind(mark, LONGEST_TEXT - LONGEST * 10, LONGEST_TEXT) for mark in (". ", "\n", "! ", "? ")]
    end = max(ends) if max(ends) >= 0 else text.rfind(" ", 0, LONGEST_TEXT)
    return text[: end + 1] if end >= 0 else text[:LONGEST_TEXT]


def _plain(text: str, anchor: date, language: str) -> list[Mention]:
    from .plain import find_plain  # dateparser is slow to import: only a language that needs it pays

    return [
        Mention(start, end, text[start:end], span) for start, end, span in find_plain(text, anchor, language)
    ]


def _mentions(text: str, s: Stream, anchor: date) -> Iterator[Mention]:
    told, reached = Told(), 0
    for i in _hopeful(s):
        found = _phrase_at(s, i) if i >= reached else None
        mention = _mention(text, s, anchor, i, found, told) if found else None
        if mention:
            yield mention
            told = told.after(mention, anchor)
            reached = found[1]


def _hopeful(s: Stream) -> list[int]:
    """The tokens at which a date can begin: known words lead from them to one that names a time.

    A bound may stand some words before these: "before he leaves office in January".
    """
    kinds, starts, reached = s.kinds, [], 0
    for named in [i for i, k in enumerate(kinds) if k and not _NAMES_TIME.isdisjoint(k)]:
        first = named
        while first > reached and kinds[first - 1] and kinds[first - 1] is not CAPITAL:
            first -= 1
        clause = range(max(first - CLAUSE, reached), first)
        starts += [i for i in clause if not BOUNDS.isdisjoint(kinds[i])]
        starts += [i for i in range(first, named + 1) if not _STARTS.isdisjoint(kinds[i])]
        reached = named + 1
    return starts


def _phrase_at(s: Stream, i: int) -> tuple[Bound, int] | None:
    if not clean_start(s, i) or _is_adverb(s, i) or _belongs_before(s, i):
        return None
    found = phrase(s, i)
    if not found or not found[0].evidence or not clean_end(s, found[1]):
        return None
    return found if alone(s, (found[0], i, found[1])) else None


def _is_adverb(s: Stream, i: int) -> bool:
    """Whether a preposition belongs to the verb before it: "it goes on in May"."""
    return _is_bare_preposition(s, i) and _is_bare_preposition(s, i + 1)


def _belongs_before(s: Stream, i: int) -> bool:
    """Whether a word belongs to what stands before the date: "backed her", "published" on Monday."""
    k = s.kinds[i]
    leads = "PREP" in s.kinds[i + 1] and "DET" not in s.kinds[i + 1]
    if "DATED" in k and _OTHER_LEADS.isdisjoint(k):
        return leads or "PAST" in k
    return leads and "DET" in k and _OTHER_LEADS.isdisjoint(k)


_OTHER_LEADS = (LEADING - {"DET", "DATED", "ONDAY"}) | BOUNDS


def _is_bare_preposition(s: Stream, i: int) -> bool:
    return "PREP" in s.kinds[i] and "DET" not in s.kinds[i] and " " not in _said(s, i)


def _said(s: Stream, i: int) -> str:
    return s.text[s.tokens[i][1] : s.tokens[i][2]]


def _mention(text, s: Stream, anchor: date, i: int, found, told: Told) -> Mention | None:
    j = found[1]
    first = i
    ranges = found[0].throughout  # "von Mai bis Juli": without its first word it would say less
    while "DROP" in s.kinds[first] and first < j - 1 and not (ranges and "FROM" in s.kinds[first]):
        first += 1
    start, end = s.tokens[first][1], s.tokens[j - 1][2]
    said = text[start:end]
    if end - start > LONGEST:
        return None
    try:
        if edtf_only(said):
            return Mention(start, end, said, DateSpan.from_edtf(said))
        return in_context(said, (start, end), s, anchor, i, found, told)
    except NotADate:
        return None
