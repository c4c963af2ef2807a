"""What the verbs of its sentence say about a phrase: that it lies ahead, and of which day."""

from typing import NamedTuple

from .grammar import Stream
from .grammar.stream import opens
from .lexer import CAPITAL

# How far, in words, the verb that decides between past and future may stand.
_REACH = 12
_STOPS = frozenset({"STOP", "DOT"})
_TURNS = frozenset({"NEXT", "COMING"})
_JOINS = frozenset({"COMMA", "AND", "LINK"})


class Ahead(NamedTuple):
    """The words that speak of the future, and whether they see it from the past: "would take office"."""

    words: str
    told: bool


def ahead(s: Stream, i: int, j: int) -> Ahead | None:
    """The words of the future that the phrase s[i:j] stands with, unless a verb of the past stands nearer.

    They stand before it; behind it where it opens its sentence; and behind it, else before it, where it opens
    a clause.
    """
    if opens(s, i):
        return _behind(s, j, ())[0]
    if _JOINS.isdisjoint(s.kinds[i - 1]):
        return _before(s, i) or _promised(s, i, j)
    found, decided = _behind(s, j, ("COMMA",))
    if decided:
        return found
    return _before(s, i) or _to_be_done(s, i, j)


def narrates(s: Stream, i: int, j: int) -> Ahead | None:
    """Any words of the future in the sentence of s[i:j]; a verb of the present too, if none is past."""
    found = _behind(s, j, ())[0] or _before(s, i)
    if found or "PRESENT" not in s.lang.verbs:
        return found
    present = None
    for at in _sentence(s, i, j):
        if "PAST" in s.kinds[at] or _ends(s, at, "PAST"):
            return None
        present = present or (Ahead(_said(s, at), False) if _ends(s, at, "PRESENT") else None)
    return present


def had(s: Stream, i: int, j: int) -> str | None:
    """The verb that puts a limit behind: "By the end of May, Berlin had delivered it", До травня передав.

    Only where the phrase opens its clause, and before any verb of the future: "said" decides nothing.
    """
    if not opens(s, i) and _JOINS.isdisjoint(s.kinds[i - 1]):
        return None
    for at in range(j, min(s.count, j + _REACH)):
        k = s.kinds[at]
        if not _STOPS.isdisjoint(k) or _future(s, at) or (at > j and "COMMA" in k):
            return None
        if "HAD" in k or _ends(s, at, "PAST"):
            return _said(s, at)
    return None


def speaks_of_future(s: Stream, at: int) -> bool:
    """Whether a word is one of the future, by the table or by how it ends (обійматиме, prendra)."""
    return bool(_future(s, at))


def _future(s: Stream, at: int) -> Ahead | None:
    k = s.kinds[at]
    if "FUTURE" in k:
        return Ahead(_said(s, at), k["FUTURE"] == "told")
    if k or not s.lang.verbs:
        return None
    told = _ends(s, at, "FUTUREPAST")
    return Ahead(_said(s, at), told) if told or _ends(s, at, "FUTURE") else None


def _ends(s: Stream, at: int, verb: str) -> bool:
    """Whether an unknown word in small letters ends as such a verb does."""
    endings = s.lang.verbs.get(verb)
    return bool(endings) and not s.kinds[at] and _said(s, at).endswith(endings)


def _said(s: Stream, at: int) -> str:
    return s.text[s.tokens[at][1] : s.tokens[at][2]]


def _behind(s: Stream, j: int, ends: tuple[str, ...]) -> tuple[Ahead | None, bool]:
    """The words of the future after the phrase, and whether any verb there decided."""
    for at in range(j, min(s.count, j + _REACH)):
        k = s.kinds[at]
        if not _STOPS.isdisjoint(k) or (at > j and not k.keys().isdisjoint(ends)):
            return None, False
        if _is_past(s, at):
            return None, True
        attribute = "DET" in s.kinds[at - 1] or not _TURNS.isdisjoint(k)  # "the planned", "the next meeting"
        found = None if attribute else _future(s, at)
        if found:
            return found, True
    return None, False


def _before(s: Stream, i: int) -> Ahead | None:
    for at in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if not _STOPS.isdisjoint(s.kinds[at]) or _is_past(s, at):
            return None
        found = _future(s, at)
        if found:  # in "would take office" the first word says from where it is seen
            earlier = _future(s, at - 1) if at else None
            return earlier if earlier and earlier.told else found
    return None


def _promised(s: Stream, i: int, j: int) -> Ahead | None:
    """The verb of the future, written as one of the present, of a clause that tells what somebody said.

    Сказав, що угоду підпишуть у вересні; powiedział, że podpiszą. Not where the clause has one of the past.
    """
    if "PRESENT" not in s.lang.verbs:
        return None
    present, at = None, i - 1
    while at > max(0, i - 1 - _REACH) and "COMMA" not in s.kinds[at] and _STOPS.isdisjoint(s.kinds[at]):
        if _tells_past(s, at):
            return None
        present = present or (Ahead(_said(s, at), True) if _ends(s, at, "PRESENT") else None)
        at -= 1
    told = "COMMA" in s.kinds[at] and "LINK" in s.kinds[at + 1] and _said_before(s, at)
    return present if told and not _past_in_clause(s, j) else None


def _past_in_clause(s: Stream, j: int) -> bool:
    for at in range(j, min(s.count, j + _REACH)):
        if "COMMA" in s.kinds[at] or not _STOPS.isdisjoint(s.kinds[at]):
            return False
        if _tells_past(s, at):
            return True
    return False


def _tells_past(s: Stream, at: int) -> bool:
    return "PAST" in s.kinds[at] or _ends(s, at, "PAST") or _ends(s, at, "DONE")


def _said_before(s: Stream, comma: int) -> bool:
    """Whether the clause before it has a verb of the past: "the minister said, that"."""
    for at in range(comma - 1, max(-1, comma - 1 - _REACH), -1):
        if not _STOPS.isdisjoint(s.kinds[at]):
            return False
        if _tells_past(s, at):
            return True
        if s.kinds[at] is CAPITAL and opens(s, at):  # "Obiecała, że"
            return _said(s, at).endswith(s.lang.verbs["PAST"])
    return False


def _to_be_done(s: Stream, i: int, j: int) -> Ahead | None:
    """The infinitive with its "zu" in a clause of its own: "kündigte an, im Mai zurückzutreten"."""
    endings = s.lang.verbs.get("INFINITIVE")
    if not endings or "COMMA" not in s.kinds[i - 1]:
        return None
    for at in range(j, min(s.count, j + _REACH)):
        if "COMMA" in s.kinds[at] or not _STOPS.isdisjoint(s.kinds[at]):
            return None
        said = _said(s, at)
        joined = "zu" in said[2:-4]
        if not s.kinds[at] and said.endswith(endings) and (joined or _said(s, at - 1) == "zu"):
            return Ahead(said, True)
    return None


def _is_past(s: Stream, at: int) -> bool:
    """A verb of the past; but "will be decided" and "sera signé" are none."""
    k = s.kinds[at]
    if "PAST" not in k or "FUTURE" in k:
        return False
    led = s.kinds[at - 1] if at else {}
    return "BE" not in led and "FUTURE" not in led


def _sentence(s: Stream, i: int, j: int):
    """The tokens of the sentence around the phrase."""
    for at in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if not _STOPS.isdisjoint(s.kinds[at]):
            break
        yield at
    for at in range(j, min(s.count, j + _REACH)):
        if not _STOPS.isdisjoint(s.kinds[at]):
            break
        yield at
