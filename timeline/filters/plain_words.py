"""Plain words as filters: "scholz against taurus 2023" names an actor, a stance, a topic and a year.

What is typed into "About" stays a search; this offers, as links, the views that it may have meant. Names are
those of the debate with their aliases and last names, dates are read by `timeline.dates.find`.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates import find
from timeline.dates.words import in_day
from timeline.models.search import fold
from timeline.tagging.terms import Term, actor_forms, topic_forms

from .names import addressed, closed_name
from .remembered import remembered
from .rows import View
from .state import CLOSED, Filters
from .words import quoted

FOR, AGAINST, UNDECIDED = ("supports", "leans-support"), ("leans-oppose", "opposes"), ("undecided",)
STANCE_WORDS = (  # as readers type them, folded, in the languages that dates are read in; commas part phrases
    (FOR, "for, pro, supports, support, supporting, supported, backs, backing, favours, in favour of"),
    (FOR, "fur, dafur, unterstutzt, befurwortet, pour, soutient, popiera, за, пидтримуе, поддерживает"),
    (AGAINST, "against, contra, opposes, oppose, opposing, opposed, rejects, rejected, gegen, dagegen"),
    (AGAINST, "contre, przeciw, przeciwko, проти, против"),
    (UNDECIDED, "undecided, unsure, hesitates, hesitating, unentschieden, indecis"),
)
_SMALL_WORDS = """
a an and about at by did do does during for from had has have how in is of on or over said say says that the
their they this to was were what when which who why with
der die das den dem und im von zu was wer wie le la les de des et du en que qui
"""
SMALL_WORDS = frozenset(_SMALL_WORDS.split())  # they join words and would narrow a search to nothing
AFTER_AN_ACTOR = frozenset({"for", "fur", "pour", "за"})  # they say a stance only of whom they follow
YEAR = re.compile(r"(?<![\w-])(?:19|20)[0-9]{2}(?![\w-])")
LONGEST = 8  # words of a name
TITLES = {"question": gettext_lazy("Question"), "actor": gettext_lazy("Actor")}
TITLES |= {"topic": gettext_lazy("Topic"), "stance": gettext_lazy("Stance")}
TITLES |= {"kind": gettext_lazy("Kind of event")}


@dataclass(frozen=True)
class Reading:
    """One view that the words may have meant: its filters in words, its query string, its events."""

    parts: tuple[tuple[str, str], ...]
    query: str
    count: int


def readings(view, today):
    """The view that the words of a search may have meant, as a list; empty where they name nothing.

    What they leave over is searched for, unless nothing would be found then.
    """
    filters = Meant(view, today).filters() if view.filters.q else None
    for asked in (filters, filters.without("q")) if filters else ():
        meant = View.of(view.debate, asked, view.user)
        if meant.count and meant.filters != view.filters:
            return [Reading(tuple(parts(meant)), meant.filters.querystring(), meant.count)]
    return []


def parts(view):
    """What a view's filters say, as (filter, value) pairs."""
    filters = view.filters
    for key, title in TITLES.items():
        chosen = getattr(filters, key)
        if chosen:
            yield str(title), _(" or ").join(str(view.names[key, value]) for value in chosen)
    if filters.first:
        yield _("From"), in_day(filters.first)
    if filters.last:
        yield _("Until"), in_day(filters.last)
    if filters.q:
        yield _("About"), quoted(filters.q)


def vocabulary(view):
    """{words: {(facet, value)}} of all that the debate's names, kinds and stances are called."""
    whole = View(view.debate, Filters(), view.user)
    return remembered(whole, "vocabulary", lambda: _vocabulary(view))


def _vocabulary(view):
    found = defaultdict(set)
    rows = addressed(view.debate, view.user)
    for slug, name, aliases, kind in rows["actor"].values_list("slug", "name", "aliases", "kind"):
        for form in actor_forms(Term(slug, name, tuple(aliases), kind)):
            found[_folded(form.words)].add(("actor", slug))
    for slug, name, aliases in rows["topic"].values_list("slug", "name", "aliases"):
        for form in topic_forms(Term(slug, name, tuple(aliases))):
            found[_folded(form.words)].add(("topic", slug))
    for slug, aliases in rows["question"].values_list("slug", "aliases"):
        for alias in aliases:
            found[_folded([alias])].add(("question", slug))
    for kind in CLOSED["kind"]:
        for word in (kind, f"{kind}s", closed_name("kind", kind)):
            found[_folded([word])].add(("kind", kind))
    for stances, phrases in STANCE_WORDS:
        for phrase in phrases.split(","):
            found[_folded([phrase])] |= {("stance", stance) for stance in stances}
    return {words: meant for words, meant in found.items() if words}


def _folded(words):
    return tuple(fold(" ".join(words)).split())


class Meant:
    """Reads the words of one view's search."""

    def __init__(self, view, today):
        self.view, self.today = view, today
        self.chosen, self.left = defaultdict(set), []

    def filters(self):
        """The state that the words mean, the rest left to be searched for; None where they name nothing."""
        text, ends = self.dated(self.view.filters.q)
        self.named(fold(text).split())
        if not ends and not self.chosen.keys() - {"stance", "kind"}:
            return None
        rest = " ".join(word for word in self.left if word not in SMALL_WORDS)
        return self.view.filters.replace(q=rest, event="", **ends, **self.facets())

    def facets(self):
        """The facets that the words name, with their values in canonical order."""
        known = {key: CLOSED[key].index for key in CLOSED}
        return {key: tuple(sorted(values, key=known.get(key))) for key, values in self.chosen.items()}

    def dated(self, text):
        """The text without its date, and the range that this means."""
        found = find(text, self.today, "en") or find(text, self.today)
        if found:
            mention = found[0]
            ends = {"first": mention.span.earliest, "last": mention.span.latest}
            return f"{text[: mention.start]} {text[mention.end :]}", ends
        year = YEAR.search(text)
        if not year:
            return text, {}
        first, last = (self.today.replace(year=int(year[0]), month=m, day=d) for m, d in ((1, 1), (12, 31)))
        return f"{text[: year.start()]} {text[year.end() :]}", {"first": first, "last": last}

    def named(self, words):
        """Take the longest names from left to right; what is none is left."""
        known, at, last = vocabulary(self.view), 0, set()
        while at < len(words):
            ahead = (tuple(words[at : at + length]) for length in range(LONGEST, 0, -1))
            name = next((name for name in ahead if name in known), ())
            if len(name) == 1 and name[0] in AFTER_AN_ACTOR and "actor" not in last:
                name = ()
            last = {facet for facet, _value in known[name]} if name else set()
            for facet, value in known[name] if name else ():
                self.chosen[facet].add(value)
            self.left += [] if name else [words[at]]
            at += len(name) or 1
