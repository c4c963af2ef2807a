"""How alike two actors are: their names in any spelling, script and order, then country and kind."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from timeline.models.search import fold

from .value import Likeness, percent, weighed
from .wording import SHORT

ALIKE = 0.9  # of two spellings of one name (Jaro-Winkler)
OTHER_COUNTRY = 0.6  # a likeness of names across two countries is mostly a namesake
# Letters of Cyrillic as newspapers write them; what is not here is Latin already.
_CYRILLIC = str.maketrans(
    {"а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ё": "e", "ж": "zh",
     "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
     "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
     "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia"}
)  # fmt: skip
# Letters that no accent explains, and the ways in which languages spell one Slavic sound; in this order.
_SOUNDS = (
    ("ß", "ss"), ("ł", "l"), ("ø", "o"), ("đ", "d"), ("schtsch", "shch"), ("tsch", "ch"), ("sch", "sh"),
    ("ya", "ia"), ("yu", "iu"), ("ju", "iu"), ("ja", "ia"), ("ye", "e"), ("ie", "e"), ("tz", "ts"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("kh", "h"), ("gh", "g"), ("ii", "i"), ("ue", "u"), ("oe", "o"),
    ("ae", "a"),
)  # fmt: skip
# Short forms that share no beginning with what they stand for, or too little of it.
_SHORT_FORMS = {
    "bill": "william", "bob": "robert", "dick": "richard", "jim": "james", "joe": "joseph", "jack": "john",
    "mike": "michael", "tony": "anthony", "ted": "edward", "chuck": "charles", "liz": "elizabeth",
    "kate": "katherine", "sasha": "alexander", "volodia": "volodimir",
}  # fmt: skip
_PARTICLES = frozenset(
    ["the", "of", "for", "and", "a", "de", "du", "des", "la", "le", "der", "die", "das", "und"]
)
_GENERATIONS = frozenset(["jr", "sr", "junior", "senior", "ii", "iii", "iv"])


@dataclass(frozen=True)
class ActorTraits:
    """What actors are compared by."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    country: str = ""
    key: int | None = None

    @classmethod
    def of(cls, actor):
        """The traits of a stored actor."""
        return cls(actor.name, tuple(actor.aliases), actor.kind, actor.country, actor.pk)

    @property
    def names(self):
        """The name, and the other names."""
        return (self.name, *self.aliases)


def actors_alike(one, other):
    """How alike two `ActorTraits` are, by the names of theirs that are most alike."""
    are_people = "person" in (one.kind, other.kind)
    alike, mine, theirs = max(
        (_names_alike(mine, theirs, are_people), mine, theirs) for mine in one.names for theirs in other.names
    )
    country = float(one.country == other.country) if one.country and other.country else None
    kind = float(one.kind == other.kind) if one.kind and other.kind else None
    score = weighed([(8, alike), (1, country), (1, kind)])
    if country == 0:
        score *= OTHER_COUNTRY
    # Circumstances cannot make two names one: every German politician shares country and kind.
    return Likeness(percent(min(score, alike)), tuple(_reasons(one, other, alike, mine, theirs)))


def _reasons(one, other, alike, mine, theirs):
    if fold(mine) == fold(theirs):
        yield "same name" if (mine, theirs) == (one.name, other.name) else f"both called {mine}"
    elif alike >= ALIKE:
        yield f"{mine} and {theirs} are spellings of one name"
    elif alike:
        yield f"{mine} and {theirs} are similar names"
    if one.country and one.country == other.country:
        yield "same country"
    if one.kind and one.kind == other.kind:
        yield f"both a {one.kind}" if one.kind[0] not in "aeiou" else f"both an {one.kind}"


@lru_cache(maxsize=100_000)
def sounds(name):
    """The words of a name in plain Latin letters, every spelling of a sound the same; particles left out."""
    words = []
    for word in fold(name.replace("’", "").replace("'", "").replace(".", " ")).split():
        latin = word.translate(_CYRILLIC)
        if latin in _PARTICLES:
            continue
        for spelling, sound in _SOUNDS:
            latin = latin.replace(spelling, sound)
        words.append(latin)
    return tuple(words)


@lru_cache(maxsize=500_000)
def _names_alike(one, other, are_people):
    mine, theirs = sounds(one), sounds(other)
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    if set(mine) & _GENERATIONS != set(theirs) & _GENERATIONS:
        return 0.0  # father and son
    if are_people:
        return _people_alike(mine, theirs)
    return max(_words_alike(mine, theirs), 0.8 * _is_short_for(one, other), 0.8 * _is_short_for(other, one))


def _people_alike(mine, theirs):
    """Last names must be the same in some spelling, first names must not speak against it."""
    if len(mine) == 1 or len(theirs) == 1:
        return 0.75 * _same(mine[-1], theirs[-1])  # a last name alone
    if sorted(mine) == sorted(theirs):
        return 0.95  # last name first
    last = _same(mine[-1], theirs[-1])
    return last * _first_names(mine[0], theirs[0])


def _first_names(one, other):
    if _same(one, other) or _same(_SHORT_FORMS.get(one, one), _SHORT_FORMS.get(other, other)):
        return 0.95
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return 0.85  # an initial
    # Alexander and Oleksandr, Volodymyr and Vladimir: one name in two languages, or two names.
    return 0.72 if JaroWinkler.similarity(one, other) > 0.75 else 0.4


def _same(one, other):
    """Whether two words are spellings of one; a short word must be the same letter by letter."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) <= SHORT:
        return 0.0
    alike = JaroWinkler.similarity(one, other)
    return alike if alike >= ALIKE else 0.0


def _words_alike(mine, theirs):
    """How many words are common to two names, in any order: of two ministries, two words of three."""
    left, found = list(theirs), 0.0
    for word in mine:
        best = max(left, key=lambda candidate: _same(word, candidate), default=None)
        if best and (score := _same(word, best)):
            found += score
            left.remove(best)
    return 2 * found / (len(mine) + len(theirs))


def _is_short_for(short, long):
    """Whether the first is made of the initials of the second: EU, HRW."""
    return float(short.isupper() and len(initials(long)) > 1 and fold(short) == initials(long))


@lru_cache(maxsize=100_000)
def initials(name):
    """The first letters of a name's words, without particles."""
    return "".join(word[0] for word in fold(name).split() if word not in _PARTICLES)
